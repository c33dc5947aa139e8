"""Which changes make a command fail: `--fail-on` of those that compare versions."""

from __future__ import annotations

import argparse
from typing import Final

from specloom.diff.vocabulary import Effect

_NEVER: Final = "never"
_USED: Final = "used"


def add_fail_on_argument(parser: argparse.ArgumentParser, code: str = "") -> None:
    """Add the argument that `threshold` and `only_used` read.

    `code` is what help calls the code whose use of what changes may decide; empty where the command looks at none.
    """
    parser.add_argument(
        "--fail-on",
        choices=("breaking", "warning", *([_USED] if code else []), _NEVER),
        default="breaking",
        help="which changes fail; breaking" + (f". used: those of these that {code} uses" if code else ""),
    )


def threshold(arguments: argparse.Namespace) -> Effect | None:
    """Return the least effect of a change that fails; None where none does."""
    if arguments.fail_on == _NEVER:
        return None
    return Effect.BREAKING if only_used(arguments) else Effect(arguments.fail_on)


def only_used(arguments: argparse.Namespace) -> bool:
    """Return whether only what the code uses fails."""
    return str(arguments.fail_on) == _USED
