"""`specloom vendor eject`: ends the management of a client."""

from __future__ import annotations

import argparse

from specloom.cli.report.vendor import render_files
from specloom.cli.selection import add_options
from specloom.cli.terminal import print_message, print_result
from specloom.cli.vendor_selection import find_vendored, load_settings_of
from specloom.messages import shown_path
from specloom.vendor.eject import apply_ejection, prepare_ejection


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `specloom vendor eject`."""
    parser.add_argument("name", metavar="NAME", help="a vendored client of the settings, or its folder")
    parser.add_argument("--dry-run", action="store_true", help="only show what would happen")
    add_options(parser, "--wait")


def run(arguments: argparse.Namespace) -> int:
    """Remove the settings and the state of a client, and every word that promises updates. Returns 0."""
    configuration = load_settings_of([arguments.name])
    ejection = prepare_ejection(configuration, find_vendored(configuration, arguments.name))
    folder = ejection.vendored.folder
    if not arguments.dry_run:
        apply_ejection(ejection)
    print_result(f"{shown_path(folder)}: {'the code stays' if folder.is_dir() else 'there is no code'}")
    print_result(render_files(ejection.removed, "remove"))
    print_result(render_files([*ejection.reworded], "reword"))
    print_result(f"{shown_path(ejection.file)}: without the settings of {ejection.vendored.name}")
    if arguments.dry_run:
        print_message("nothing was written")
    return 0
