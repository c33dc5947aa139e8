"""`specloom vendor update`: merges what is generated now into the files of a vendored client."""

from __future__ import annotations

import argparse
import os
import shlex
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from specloom.cli.code import add_code_arguments, chosen_code
from specloom.cli.report.escape import escape_text
from specloom.cli.report.vendor import git_add_command, render_differences, render_undo, render_update
from specloom.cli.selection import add_options, given_options
from specloom.cli.terminal import print_list, print_message, print_result
from specloom.cli.vendor_diff import render_verdict
from specloom.cli.vendor_selection import add_names, for_each, load_settings_of, select_vendored
from specloom.cli.write import tell_of
from specloom.diff.vocabulary import Effect
from specloom.findings import SpecloomError
from specloom.forked import forked
from specloom.messages import shown_path
from specloom.targets.target import Target
from specloom.vendor.differences import list_update
from specloom.vendor.folder import tidy_up
from specloom.vendor.git_index import unmerged_state
from specloom.vendor.undo import apply_undo, prepare_undo, refuse_to_forget
from specloom.vendor.update import Update, apply_update, prepare_update, try_update

_TOLD: Final = (Effect.BREAKING, Effect.WARNING)
_NOT_UNDONE: Final = ("--accept", "--rename", "--without-base", "--diff", "--python", "--code")
"""The arguments that say of an update how it is made or shown: nobody who gives one means `--undo` alone."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `specloom vendor update`."""
    add_names(parser)
    add_code_arguments(parser)
    add_options(parser, "--rename")
    parser.add_argument("--dry-run", action="store_true", help="only show what would happen")
    parser.add_argument("--diff", action="store_true", help="show every line that changes, too")
    parser.add_argument("--no-import", action="store_true", help="do not import the result before it is written")
    parser.add_argument(
        "--python",
        metavar="FILE",
        type=Path,
        help="the interpreter to import it with (default: that of the activated or nearest virtual environment)",
    )
    parser.add_argument(
        "--without-base", action="store_true", help="if the base is lost: let edited files conflict where they differ"
    )
    parser.add_argument(
        "--accept",
        metavar="FILE",
        action="append",
        default=[],
        help="a file that you deleted: leave this update of it out; repeatable",
    )
    parser.add_argument(
        "--undo",
        action="store_true",
        help="bring the files back as they were before the last update, with what was not committed; a second time "
        "takes that back",
    )
    add_options(parser, "--wait")
    parser.epilog = (
        "exit codes: 0 done, or nothing to do; 1 something is left for you to decide, such as conflicts; 2 it could "
        "not be done"
    )


def run(arguments: argparse.Namespace) -> int:
    """Update the selected clients, showing first what happens. Returns the highest exit code."""
    configuration = load_settings_of(arguments.names)
    selected = select_vendored(arguments.names, configuration)
    if arguments.accept and len(selected) > 1:
        raise SpecloomError("--accept is about files of one client", "name the client")
    if arguments.undo:
        if len(selected) > 1:
            raise SpecloomError(
                "--undo is about one client: the others may have been updated at other times", "name it"
            )
        if other := given_options(arguments, *_NOT_UNDONE):
            raise SpecloomError(f"--undo makes no update, so {other[0]} would have no effect", "leave one of them out")
        return _undo(selected[0], dry_run=arguments.dry_run)
    if arguments.python is not None and not (arguments.python.is_file() and os.access(arguments.python, os.X_OK)):
        raise SpecloomError(
            f"--python: there is no interpreter {shown_path(arguments.python)}",
            "name the file, as in .venv/bin/python; without it, that of the project is looked for",
        )
    places = chosen_code(arguments, configuration)
    return for_each(selected, partial(_update, arguments=arguments, places=places))


def _update(vendored: Target, *, arguments: argparse.Namespace, places: Sequence[Path]) -> int:
    if not arguments.dry_run:
        tidy_up(vendored.folder)
    accept = [_path_inside(vendored, path) for path in arguments.accept]
    update = prepare_update(vendored, without_base=arguments.without_base, accept=accept, rename=arguments.rename)
    if update.changes:
        refuse_to_forget(vendored, update.yours)
    tell_of(vendored, update.pristine)
    verdict, unproven = _judge(update, arguments, places)
    print_result(verdict, folds=True)
    print_list(render_update(update))
    if arguments.diff:
        print_result(render_differences(list_update(update), shown_path(vendored.folder)))
    if isinstance(unproven, SpecloomError):
        raise unproven
    print_message(unproven)
    if arguments.dry_run:
        print_message("nothing was written")
    elif update.changes:
        _tell_the_rest(update, apply_update(update))
    if not arguments.dry_run and (unmerged := unmerged_state(vendored.folder)):
        print_message(
            "both branches of the merge had updated it; that is settled now: "
            f"{escape_text(git_add_command(vendored, unmerged))}"
        )
    if update.left_out:
        _tell_left_out(update)
    return 1 if update.needs_you else 0


def _judge(update: Update, arguments: argparse.Namespace, places: Sequence[Path]) -> tuple[str, str | SpecloomError]:
    """Return what an update changes, and what of it could not be proven, or why it is refused."""
    tries = any(step.writes for step in update.steps) and not arguments.no_import
    review = partial(render_verdict, update, places, is_named=bool(arguments.code), shown=_TOLD)
    unproven: str | SpecloomError = ""
    # Each takes some tenths of a second; with code, mypy runs in processes of its own.
    with forked(review, worth=tries and not places) as verdict:
        if tries:
            try:
                unproven = try_update(update, arguments.python)
            except SpecloomError as error:  # which is said behind what it is about
                unproven = error
        return verdict(), unproven


def _undo(vendored: Target, *, dry_run: bool) -> int:
    if not dry_run:
        tidy_up(vendored.folder)
    restoration = prepare_undo(vendored)
    print_list(render_undo(restoration))
    if restoration.edited:
        listed = ", ".join(map(escape_text, restoration.edited))
        what = "changed since the update, and kept" if restoration.is_whole else "kept as they are now"
        print_message(f"{what}: {listed}; the same command brings them back")
    if dry_run:
        print_message("nothing was written")
    elif restoration.changes:
        apply_undo(restoration)
        update = f"specloom vendor update {vendored.called}"
        if restoration.undo.brings_back:
            print_message(f"the update is back; `{update} --undo` takes it back again")
        else:
            print_message(f"`{update}` would do the same again, as long as nothing else changes")
    return 0


def _path_inside(vendored: Target, path: str) -> str:
    """Return a file of a client as messages name it: as it was given, or relative to the folder if it leads there."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - there may be a link, which is not followed
    return whole.relative_to(vendored.folder).as_posix() if whole.is_relative_to(vendored.folder) else path


def _tell_left_out(update: Update) -> None:
    name = update.vendored.called
    accepted = shlex.join(word for path in update.left_out for word in ("--accept", path))
    print_message(
        f"what is left out is in none of your files: `specloom vendor diff {name}` shows it. Take what you need of it, "
        f"bring a file back to have it merged, or say that you do without: specloom vendor update {name} {accepted}"
    )


def _tell_the_rest(update: Update, recorded: tuple[str, ...]) -> None:
    if not update.conflicts:
        return
    end = (
        "Git has them as unmerged: `git add` each when it is decided, or use `git mergetool`."
        if recorded
        else f"`specloom vendor status {update.vendored.called}` lists what is left."
    )
    print_message(f"decide what the files in conflict shall say, and remove the markers. {end}")
    print_message(f"or go back to before with: specloom vendor update {update.vendored.called} --undo")
