"""What of a review fits on one screen: how much there is, what of it breaks, and its worst entries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from specloom.diff.vocabulary import EFFECTS, Effect, Entry
from specloom.record import record

if TYPE_CHECKING:
    from specloom.diff.report import Report
    from specloom.diff.review import Review


@record
class Overview:
    """The first screen of a review, whatever prints it."""

    entries: int
    changes: int
    """Single ones: an entry may stand for many."""
    symbols: int
    """How many names of the Python clients callers can no longer use as they did."""
    operations: int
    """How many operations are reached by what breaks."""
    worst: tuple[tuple[Report, Entry], ...]
    """The entries that there is room for, worst first, whichever description they are of; no notes."""
    left_out: Mapping[Effect, int]
    """How many others there are that nobody has accepted, by their severity."""


def build_overview(review: Review, room: int) -> Overview:
    """Return what to show first. Where code was looked at, that is what touches it."""
    entries = [*review.entries]
    if review.code is not None:
        entries = [(report, entry) for report, entry in entries if entry.usages]
    standing = [(report, entry) for report, entry in entries if not entry.accepted]
    breaking = [(report, entry) for report, entry in standing if entry.severity is Effect.BREAKING]
    symbols = {
        (report.name, symbol.symbol)
        for report, entry in breaking
        for symbol in entry.impact
        if EFFECTS[symbol.verdict] is Effect.BREAKING
    }
    routes = {(report.name, use.route) for report, entry in breaking for use in entry.change.uses}
    told = [each for each in standing if each[1].severity is not Effect.NOTE]
    worst = sorted(told, key=lambda each: each[1].rank)[:room]
    left_out = Counter(entry.severity for _, entry in standing)
    left_out.subtract(entry.severity for _, entry in worst)
    return Overview(
        entries=len(entries),
        changes=sum(entry.size for _, entry in entries),
        symbols=len(symbols),
        operations=len(routes),
        worst=tuple(worst),
        left_out={effect: left_out[effect] for effect in Effect},
    )
