"""One run of `specloom diff`: the reports on all descriptions, whether it fails, and what of it fits on one screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from specloom.diff.vocabulary import EFFECTS, Effect, Entry
from specloom.findings import Finding, SpecloomError
from specloom.record import record

if TYPE_CHECKING:
    from specloom.diff.report import Report
    from specloom.diff.usages import Diagnostic, Unseen


@record
class Failure:
    """A description that could not be compared."""

    name: str
    message: str
    """Why, in one sentence without a full stop."""
    findings: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, name: str, error: SpecloomError) -> Failure:
        """Return the failure that an error is, with what to do about it behind what is wrong."""
        return cls(name, f"{error.message} ({error.help})" if error.help else error.message)


@record
class CodeReview:
    """The code of a consumer, as far as it was looked at. What changes touch of it, their entries know."""

    places: tuple[str, ...]
    """The files and folders that were named."""
    files: int
    """How many files it has."""
    using: int
    """How many of them use a client, directly or through another."""
    unexplained: tuple[Diagnostic, ...] = ()
    """What breaks, and no change accounts for."""
    unseen: tuple[Unseen, ...] = ()


@record
class Review:
    """Everything there is to say about the changes of one or more descriptions."""

    title: str
    base: str
    """The revision that is compared with; empty where two versions are named."""
    reports: tuple[Report, ...]
    threshold: Effect | None
    """The least severity that fails; None: no change fails."""
    unchanged: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    """Those that are not in the repository, so that there is nothing to compare them with."""
    failures: tuple[Failure, ...] = ()
    unused: tuple[Finding, ...] = ()
    """Acceptances that nothing needs."""
    acceptances: str = ""
    """The file to write acceptances to, as people call it; empty where none are read."""
    only_used: bool = False
    """Whether changes fail only that touch the code."""
    code: CodeReview | None = None
    """The code that was looked at, if any was."""
    command: str = ""
    """What to run to see the whole of it, for reports that are cut."""
    moved: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By client the names that stay as they were published → what the new description calls the same."""
    page: str = ""
    """The file that has it as a page for a browser; empty where none is written."""
    job: str = ""
    """The address of the CI job that has that file; empty where nothing says so."""

    @property
    def entries(self) -> tuple[tuple[Report, Entry], ...]:
        """All there is to say about changes, each with its report."""
        return tuple((report, entry) for report in self.reports for entry in report.entries)

    @property
    def accepted(self) -> int:
        """How many changes somebody has accepted."""
        return sum(len(report.accepted) for report in self.reports)

    @property
    def counts(self) -> Mapping[Effect, int]:
        """How many changes nobody has accepted, by their severity, worst first."""
        total: Counter[Effect] = Counter()
        for report in self.reports:
            total.update(report.counts)
        return {effect: total[effect] for effect in Effect}

    @property
    def matters(self) -> bool:
        """Whether a person should see it: there is more to say than notes."""
        told = any(entry.severity is not Effect.NOTE for _, entry in self.entries)
        return bool(self.failures or self.unused) or told

    @property
    def fails(self) -> bool:
        """Whether something has to be done before the change may go in."""
        unexplained = self.only_used and self.code is not None and self.code.unexplained
        return bool(self.unused or unexplained or self.failing)

    @property
    def failing(self) -> tuple[tuple[Report, Entry], ...]:
        """The changes that fail, each with its report."""
        found = ((report, entry) for report in self.reports for entry in report.failing(self.threshold))
        return tuple((report, entry) for report, entry in found if entry.usages or not self.only_used)


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
