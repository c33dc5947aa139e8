"""`specloom vendor update`: merges what is generated now into the files of a vendored client."""

from __future__ import annotations

import argparse
import sys
from functools import partial

from specloom.cli.report.text import render_findings
from specloom.cli.report.vendor import render_differences, render_update
from specloom.cli.selection import shown_path
from specloom.cli.terminal import print_message, print_result, uses_color
from specloom.cli.vendor_selection import add_names, for_each, select_vendored
from specloom.config import Vendored
from specloom.vendor.differences import list_update
from specloom.vendor.interrupted import tidy_up
from specloom.vendor.plan import Action
from specloom.vendor.update import Update, apply_update, prepare_update, try_update

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `specloom vendor update`."""
    add_names(parser)
    parser.add_argument("--dry-run", action="store_true", help="only show what would happen")
    parser.add_argument("--diff", action="store_true", help="show every line that changes, too")
    parser.add_argument("--no-import", action="store_true", help="do not import the result before it is written")
    parser.add_argument(
        "--without-base", action="store_true", help="if the base is lost: let edited files conflict where they differ"
    )
    parser.epilog = (
        "exit codes: 0 done, or nothing to do; 1 something is left for you to decide, such as conflicts; 2 it could "
        "not be done"
    )


def run(arguments: argparse.Namespace) -> int:
    """Update the selected clients, showing first what happens. Returns the highest exit code."""
    return for_each(select_vendored(arguments.names), partial(_update, arguments=arguments))


def _update(vendored: Vendored, *, arguments: argparse.Namespace) -> int:
    if not arguments.dry_run:
        tidy_up(vendored.into)
    update = prepare_update(vendored, without_base=arguments.without_base)
    if update.warnings:
        print_message(render_findings(update.warnings, color=uses_color(sys.stderr)))
    print_result(render_update(update))
    if arguments.diff:
        differences = list_update(update)
        print_result(render_differences(differences, shown_path(vendored.into), color=uses_color(sys.stdout)))
    if update.steps and not arguments.no_import:
        print_message(try_update(update))
    if arguments.dry_run:
        print_message("nothing was written")
    elif update.changes:
        _tell_the_rest(update, apply_update(update))
    return 1 if update.needs_you else 0


def _tell_the_rest(update: Update, recorded: tuple[str, ...]) -> None:
    if not any(step.action is Action.CONFLICT for step in update.steps):
        return
    end = (
        "Git has them as unmerged: `git add` each when it is decided, or use `git mergetool`."
        if recorded
        else f"`specloom vendor status {update.vendored.name}` lists what is left."
    )
    print_message(f"decide what the files in conflict shall say, and remove the markers. {end}")
