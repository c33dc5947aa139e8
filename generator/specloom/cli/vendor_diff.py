"""`specloom vendor diff`: shows what an update would change, or what you changed."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Sequence
from functools import partial
from pathlib import Path

from specloom.cli.code import Compared, add_code_arguments, chosen_code, copies_of, review_code
from specloom.cli.report.diff_phrases import code_words, count_changes, rest_lines
from specloom.cli.report.diff_text import render_entries
from specloom.cli.report.escape import escape_text
from specloom.cli.report.vendor import render_differences
from specloom.cli.terminal import print_message, print_result
from specloom.cli.vendor_selection import add_names, for_each, load_settings_of, select_vendored
from specloom.diff.vocabulary import Effect
from specloom.findings import SpecloomError
from specloom.messages import shown_path
from specloom.targets.target import Target
from specloom.vendor.differences import list_edits, list_update
from specloom.vendor.update import Update, prepare_update


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `specloom vendor diff`."""
    add_names(parser)
    code = add_code_arguments(parser)
    code.add_argument("--edits", action="store_true", help="show what you changed since the last generation instead")


def run(arguments: argparse.Namespace) -> int:
    """Print a unified diff of the selected clients. Returns 0, or 2 when one of them could not be compared."""
    configuration = load_settings_of(arguments.names)
    places = chosen_code(arguments, configuration)
    return for_each(
        select_vendored(arguments.names, configuration),
        partial(_show, edits=arguments.edits, places=places, is_named=bool(arguments.code)),
    )


def render_verdict(
    update: Update, places: Sequence[Path], *, is_named: bool, shown: Collection[Effect] = tuple(Effect)
) -> str:
    """Return what an update changes, on the wire and for those who call the client; nothing where that is nothing.

    Notes alone are nothing unless they are told.

    Args:
        update: The update, not yet applied.
        places: The code that calls it: what touches nothing of that is counted only.
        is_named: Whether somebody asked for this code just now: then it has to be looked at.
        shown: How severe the changes are that are told; others are counted only.
    """
    if update.pristine.generated is None:
        return ""
    from specloom.vendor.review import review_update

    reviewed = review_update(update)
    if reviewed is None:
        return ""
    report, code = reviewed.report, None
    matters = any(entry.severity in {*shown, Effect.SAFE} for entry in report.entries)
    if matters and places:
        compared = Compared(*reviewed, update.clients, copies_of([update.vendored]))
        try:
            (report,), code = review_code(places, [compared])
        except SpecloomError as error:
            if is_named:
                raise
            looked_at = ", ".join(map(shown_path, places))  # what changes is told all the same
            print_message(f"{looked_at} is not looked at: {error.with_help}; --no-code does without")
    if not (matters or report.notes):
        return ""
    notes = (f"    note: {escape_text(note)}" for note in report.notes)
    head = f"{report.name}: {count_changes(report.counts, len(report.accepted))}"
    blocks = ["\n".join((head, *notes)), *render_entries(report, shown=shown, code=code)]
    if code is not None:
        blocks[1:1] = [code_words(code, [report])]
        blocks.append("\n".join(map(escape_text, rest_lines(code))))
    return "".join(f"{block}\n\n" for block in filter(None, blocks))


def _show(vendored: Target, *, edits: bool, places: Sequence[Path], is_named: bool) -> int:
    if edits:
        differences, none = list_edits(vendored), "nothing was changed since the last generation"
    else:
        update = prepare_update(vendored)
        print_result(render_verdict(update, places, is_named=is_named), folds=True)
        differences = list_update(update)
        none = "an update would change none of your files; --edits shows what you changed"
    if not differences:
        print_message(f"{shown_path(vendored.folder)}: {none}")
    print_result(render_differences(differences, shown_path(vendored.folder)))
    return 0
