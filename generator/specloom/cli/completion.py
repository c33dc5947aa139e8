"""`specloom completion`: prints what makes a shell complete the words of a command line."""

from __future__ import annotations

import argparse
from typing import Final

from specloom.cli.terminal import print_result

_SHELLS: Final = ("bash", "zsh", "fish")
_FOLDERS: Final = {"DIR", "PATH"}
_FILES: Final = {"FILE", "SPEC", "API|FILE", "FILE|URL", "OLD NEW | API"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `specloom completion`."""
    parser.add_argument("shell", metavar="SHELL", choices=_SHELLS, help="bash, zsh or fish")
    parser.epilog = (
        'for bash, add eval "$(specloom completion bash)" to ~/.bashrc; for zsh, write it as _specloom '
        "to a folder of $fpath; for fish, write it as ~/.config/fish/completions/specloom.fish"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the script for a shell, which is the same wherever it is made."""
    import shtab

    from specloom.cli.main import COMMANDS, build_parser

    parser = build_parser(COMMANDS)
    _complete_files(parser)
    print_result(shtab.complete(parser, arguments.shell))
    return 0


def _complete_files(parser: argparse.ArgumentParser) -> None:
    """Have arguments completed with files or folders where their placeholders say that these are meant."""
    import shtab

    for action in parser._actions:  # noqa: SLF001 - argparse has no other way, and shtab reads the same
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - likewise
            for subparser in action.choices.values():
                _complete_files(subparser)
        elif action.metavar in _FOLDERS:
            action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]  # where shtab looks for it
        elif action.metavar in _FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined]  # where shtab looks for it
