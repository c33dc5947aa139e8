"""What changes touch in the code that was looked at, in words, whatever the format; all of it plain text."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from specloom.cli.report.diff_phrases import count_changes, place_of
from specloom.messages import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from specloom.diff.report import Report
    from specloom.diff.review import CodeReview
    from specloom.diff.vocabulary import Entry, Usage


def code_words(code: CodeReview, reports: Iterable[Report]) -> str:
    """Return what of the code changes touch, in one line."""
    usages = [usage for report in reports for entry in report.entries for usage in entry.usages]
    broken = {usage.location for usage in usages if usage.breaks} | {each.location for each in code.unexplained}
    relying = {usage.location for usage in usages} - broken
    words = [counted(len(broken), "place breaks", "places break")] if broken else []
    words += [f"{counted(len(relying), 'place')} to look at"] if relying else []
    if not code.using:
        return f"{', '.join(code.places)}: no file imports the client"
    files = f"{code.using} of {counted(code.files, 'file')}"
    unseen = f"; {counted(len(code.unseen), 'place')} could not be seen" if code.unseen else ""
    return f"{', '.join(code.places)} ({files}): {', '.join(words) or 'nothing of it is touched'}{unseen}"


def usage_words(usage: Usage) -> tuple[str, str]:
    """Return what happens in a place, and what to write instead, as far as that is known."""
    verdict = "breaks" if usage.breaks else "look at this"
    return f"{place_of(usage.location)}: {verdict}: {usage.symbol}: {usage.message}", usage.instead


def split_entries(report: Report, code: CodeReview | None) -> tuple[Sequence[Entry], str]:
    """Return the entries that touch the code, and how many others there are, in words; all where there is no code."""
    if code is None:
        return report.entries, ""
    used = [entry for entry in report.entries if entry.usages]
    rest = Counter(entry.severity for entry in report.entries if not entry.usages)
    counts = {severity: rest[severity] for severity in report.counts}
    number = sum(counts.values())
    verb = "touches" if number == 1 else "touch"
    return used, f"{count_changes(counts)} {verb} nothing of {', '.join(code.places)}" if number else ""


def rest_lines(code: CodeReview) -> Iterator[str]:
    """Yield what breaks and no change accounts for, and what could not be seen, a line each."""
    for diagnostic in code.unexplained:
        yield f"{place_of(diagnostic.location)}: breaks, and no single change accounts for it: {diagnostic.message}"
    for each in code.unseen:
        yield f"{place_of(each.location)}: not seen: {each.message}"
