"""Changes as findings, for the formats that findings have: annotations, SARIF, HTML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from specloom.cli.report.diff_phrases import reach_of, split_entries, symbol_sides
from specloom.diff.report import Report
from specloom.diff.review import Review
from specloom.diff.vocabulary import Effect, Entry, Usage
from specloom.findings import Finding, Location, NamedSource, Position, Severity
from specloom.messages import and_more

_SEVERITIES: Final[Mapping[Effect, Severity]] = {
    Effect.BREAKING: Severity.ERROR,
    Effect.WARNING: Severity.WARNING,
    Effect.SAFE: Severity.NOTE,
    Effect.NOTE: Severity.NOTE,
}
_ROUTES: Final = 4
_SYMBOLS: Final = 4
_FOLDED: Final = 4


def list_findings(review: Review) -> list[Finding]:
    """Return what is wrong with descriptions and acceptances, and then a finding for each change, worst first.

    Where code was looked at, those for changes that touch it, and one for each place there.

    Each is where the change is in the new description; of what is gone, at the nearest thing around it that is left.
    What is accepted is a note.
    """
    shown = [(report, entry) for report in review.reports for entry in split_entries(report, review.code)[0]]
    shown.sort(key=lambda each: (bool(each[1].accepted), each[1].rank))
    found = [_usage(entry, usage) for _, entry in shown for usage in entry.usages]
    found += [_finding(report, entry) for report, entry in shown]
    if review.code:
        found[:0] = [
            Finding("unexplained-type-error", Severity.ERROR, diagnostic.message, diagnostic.location)
            for diagnostic in review.code.unexplained
        ]
        found += [Finding("code-not-seen", Severity.NOTE, each.message, each.location) for each in review.code.unseen]
    return [*(finding for failure in review.failures for finding in failure.findings), *review.unused, *found]


def _usage(entry: Entry, usage: Usage) -> Finding:
    severity = Severity.NOTE if entry.accepted else Severity.ERROR if usage.breaks else Severity.WARNING
    related = (entry.place,) if entry.place else ()
    details = "; ".join(filter(None, (f"{usage.symbol}: {usage.message}", usage.instead, f"id {entry.id}")))
    return Finding(entry.rules[0].id, severity, entry.change.message, usage.location, related, help=details)


def _finding(report: Report, entry: Entry) -> Finding:
    severity = Severity.NOTE if entry.accepted else _SEVERITIES[entry.severity]
    whole = Location(NamedSource(report.new or report.old), fixed=Position(1, 1))
    location, before = entry.change.location or whole, entry.change.old_location
    details = "; ".join(_details(entry))
    return Finding(
        entry.rules[0].id, severity, entry.change.message, location, (before,) if before else (), help=details
    )


def _details(entry: Entry) -> Iterator[str]:
    if entry.accepted:
        yield f"accepted: {entry.accepted}"
    yield entry.rules[0].reason
    if reach := reach_of(entry, _ROUTES):
        yield reach
    for symbol in entry.impact[:_SYMBOLS]:
        before, after = symbol_sides(symbol)
        yield f"{symbol.symbol}: {before} → {after} ({symbol.verdict})"
    yield from and_more(entry.impact, _SYMBOLS, "{}", "more symbol")
    yield from (each.change.message for each in entry.folded[:_FOLDED])
    yield from and_more(entry.folded, _FOLDED, "{}", "more change")
    yield f"id {entry.id}"
