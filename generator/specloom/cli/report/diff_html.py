"""What changes, as one page for a browser: whole in itself, to filter, to read on a phone, to print and to mail.

The page is readable without its script, which filters, unfolds and copies. No other script can run and nothing is
loaded: its policy names the digests of its own style and script, and the template escapes all else.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from specloom import __version__
from specloom.cli.report import diff_phrases as phrases
from specloom.cli.report.diff_phrases import Stretch, cut_sides, mark_words
from specloom.cli.report.escape import escape_text
from specloom.cli.report.html import read_inline, render_page
from specloom.cli.report.text import excerpt_of
from specloom.diff.report import Report
from specloom.diff.review import Review, build_overview
from specloom.diff.vocabulary import ClientVerdict, Effect, Entry
from specloom.findings import Location
from specloom.messages import counted
from specloom.record import record
from specloom.spec.document import ABSENT

_SCREEN: Final = 20
"""Entries that are named on the first screen."""
_FEW: Final = 8
"""So many entries are unfolded from the start, if they break something."""
_SIDE: Final = 4000
"""Characters of a type or a value, of which what differs is shown in any case."""
_WIDTH: Final = 200
"""Characters of a line of a description."""
_LINES: Final = 3
"""Lines of a description that are shown from the place on, and one before."""


@record
class _Sides:
    """What was and what is. Empty where there was nothing, or is nothing left."""

    before: tuple[Stretch, ...]
    after: tuple[Stretch, ...]


@record
class _Excerpt:
    """A few lines of a description."""

    place: str
    lines: tuple[tuple[int, str], ...]
    number: int
    """Of the line that is meant."""


def render_review(review: Review) -> str:
    """Return the page."""
    overview = build_overview(review, _SCREEN)
    entries = sorted(review.entries, key=lambda each: each[1].rank)
    routes = sorted({use.route for _, each in entries for use in each.change.uses})
    sections: dict[str, list[tuple[Report, Entry]]] = {name: [] for name in _SECTIONS}
    for report, entry in entries:
        sections[_section(review, entry)].append((report, entry))
    return render_page(
        "changes.html.j2",
        title=f"{review.title} against {review.base}" if review.base else review.title,
        review=review,
        summary=phrases.count_changes(review.counts, review.accepted),
        outcome=phrases.outcome_of(review),
        sentences=[*phrases.sum_up(overview)],
        worst=overview.worst,
        left_out=phrases.count_left_out(overview),
        code="" if review.code is None else phrases.code_words(review.code, review.reports),
        places=[*_places(review)],
        compared=[
            (
                report,
                phrases.count_changes(report.counts, len(report.accepted)),
                [*report.notes, phrases.versions_of(report)],
            )
            for report in review.reports
        ],
        routes=routes,
        sections=[
            (name, heading, sections[name], name in _FOLDED) for name, heading in _SECTIONS.items() if sections[name]
        ],
        few=len(entries) <= _FEW,
        show=_Shown(review, routes),
        style=read_inline("changes.css"),
        script=read_inline("changes.js"),
        version=__version__,
    )


class _Shown:
    """What the page says of an entry otherwise than it does itself."""

    headline = staticmethod(phrases.headline_of)
    meaning = staticmethod(phrases.meaning_of)

    def __init__(self, review: Review, routes: Iterable[str]) -> None:
        self._review = review
        self._routes = {route: at for at, route in enumerate(routes)}
        self._failing = {(report.name, entry.id) for report, entry in review.failing}

    def api(self, report: Report) -> str:
        """Return the name of a description; empty where all entries are of one."""
        return report.name if len(self._review.reports) > 1 else ""

    def verdict(self, entry: Entry) -> str:
        """Return what callers notice; empty where no name of the client is different."""
        if not entry.impact:
            return ""
        return "safe for callers" if entry.verdict is ClientVerdict.SAFE else entry.verdict.value

    def traits(self, report: Report, entry: Entry) -> Iterator[str]:
        """Yield what is said of an entry in a few words, below its heading."""
        yield from filter(None, (self.api(report), self.verdict(entry)))
        if entry.size > 1:
            yield counted(entry.size, "change")
        if entry.impact:
            yield counted(len(entry.impact), "name")
        if operations := self.routes(entry):
            yield counted(len(operations), "operation")

    def routes(self, entry: Entry) -> list[int]:
        """Return which of the routes of the page an entry reaches."""
        return [*dict.fromkeys(self._routes[use.route] for use in entry.change.uses)]

    def acceptance(self, report: Report, entry: Entry) -> str:
        """Return the lines that accept an entry; empty where it is accepted, or nothing to accept."""
        fails = (report.name, entry.id) in self._failing
        lines = phrases.acceptance_lines(self._review, report, entry)
        return "\n".join(lines) if fails and self._review.acceptances else ""

    def values(self, entry: Entry) -> _Sides | None:
        """Return the values of a change, where there were and are some."""
        before, after = entry.change.before, entry.change.after
        if before is ABSENT or after is ABSENT:
            return None
        return self.sides(*(json.dumps(value, ensure_ascii=False) for value in (before, after)))

    def sides(self, before: str, after: str) -> _Sides:
        """Return what was and what is, with the words marked that differ."""
        return _Sides(*mark_words(*map(escape_text, cut_sides(before, after, _SIDE))))

    def old(self, entry: Entry) -> _Excerpt | None:
        """Return where the old description has it."""
        return _excerpt(phrases.was_at(entry) or entry.change.old_location)

    def new(self, entry: Entry) -> _Excerpt | None:
        """Return where the new description has it."""
        return _excerpt(entry.change.location)


_UNUSED: Final = "unused"
_SECTIONS: Final[Mapping[str, str]] = {
    Effect.BREAKING: "Breaking",
    Effect.WARNING: "Warnings",
    Effect.SAFE: "Safe",
    Effect.NOTE: "Notes",
    "accepted": "Accepted",
    _UNUSED: "Touch nothing of the code",
}
_FOLDED: Final = frozenset({Effect.NOTE.value, "accepted", _UNUSED})


def _section(review: Review, entry: Entry) -> str:
    if review.code is not None and not entry.usages:
        return _UNUSED
    return "accepted" if entry.accepted else entry.severity.value


def _places(review: Review) -> Iterator[tuple[str, str]]:
    """Yield what changes touch in the code, behind the ids of entries, and what could not be seen of it."""
    for _, entry in review.entries:
        for usage in entry.usages:
            said, instead = phrases.usage_words(usage)
            yield entry.id, f"{said}{f' · instead: {instead}' if instead else ''} ({entry.id})"
    if review.code is not None:
        yield from (("", line) for line in phrases.rest_lines(review.code))


def _excerpt(location: Location | None) -> _Excerpt | None:
    if location is None:
        return None
    lines = excerpt_of(location, _WIDTH, before=1, after=_LINES - 1)
    return _Excerpt(location.line_and_column, tuple(lines), location.position.line)
