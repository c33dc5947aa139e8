"""`specloom vendor diff`: shows what an update would change, or what you changed."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from specloom.cli.report.vendor import render_differences
from specloom.cli.terminal import print_result, uses_color
from specloom.cli.vendor_selection import add_names, for_each, select_vendored
from specloom.messages import shown_path
from specloom.vendor.differences import list_edits, list_update
from specloom.vendor.update import prepare_update

if TYPE_CHECKING:
    import argparse

    from specloom.targets.target import Target


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `specloom vendor diff`."""
    add_names(parser)
    parser.add_argument("--edits", action="store_true", help="show what you changed since the last generation instead")


def run(arguments: argparse.Namespace) -> int:
    """Print a unified diff of the selected clients. Returns 0, or 2 when one of them could not be compared."""
    return for_each(select_vendored(arguments.names), partial(_show, edits=arguments.edits))


def _show(vendored: Target, *, edits: bool) -> int:
    differences = list_edits(vendored) if edits else list_update(prepare_update(vendored))
    print_result(render_differences(differences, shown_path(vendored.folder), color=uses_color(sys.stdout)))
    return 0
