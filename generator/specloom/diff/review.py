"""One run of `specloom diff`: the reports on all descriptions that it is about, and whether it fails."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from specloom.diff.vocabulary import Effect
from specloom.record import record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from specloom.diff.report import Report
    from specloom.findings import Finding


@record
class Failure:
    """A description that could not be compared."""

    name: str
    message: str
    """Why, in one sentence without a full stop."""
    findings: tuple[Finding, ...] = ()


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
    """The file to write acceptances to, as people call it."""
    command: str = ""
    """What to run to see the whole of it, for reports that are cut."""
    page: str = ""
    """The file that has it as a page for a browser; empty where none is written."""
    job: str = ""
    """The address of the CI job that has that file; empty where nothing says so."""

    @property
    def counts(self) -> Mapping[Effect, int]:
        """How many changes nobody has accepted, by their severity, worst first."""
        total: Counter[Effect] = Counter()
        for report in self.reports:
            total.update(report.counts)
        return {effect: total[effect] for effect in Effect}

    @property
    def fails(self) -> bool:
        """Whether something has to be done before the change may go in."""
        return bool(self.unused) or any(report.failing(self.threshold) for report in self.reports)
