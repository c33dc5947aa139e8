"""What changes, as one page for a browser: whole in itself, to filter, to read on a phone, to print and to mail.

The page is readable without its script, which filters, unfolds and copies. No other script can run and nothing is
loaded: its policy names the digests of its own style and script, and the template escapes all else.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from specloom import __version__
from specloom.cli.report.diff_phrases import (
    acceptance_lines,
    code_words,
    count_changes,
    count_left_out,
    headline_of,
    meaning_of,
    outcome_of,
    rest_lines,
    sum_up,
    usage_words,
    versions_of,
    was_at,
)
from specloom.cli.report.escape import cut_text, escape_text
from specloom.cli.report.html import read_inline, render_page
from specloom.cli.report.sides import Stretch, cut_sides, mark_words
from specloom.cli.report.text import split_lines
from specloom.diff.overview import build_overview
from specloom.diff.vocabulary import ClientVerdict, Effect, Entry
from specloom.findings import Location
from specloom.messages import counted
from specloom.record import record
from specloom.source import Json
from specloom.spec.document import ABSENT, Absent

if TYPE_CHECKING:
    from specloom.diff.report import Report
    from specloom.diff.review import Review

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


@record
class _Shown:
    """An entry, and what the page says of it otherwise than it does itself."""

    entry: Entry
    message: str
    api: str
    """Empty where all entries are of one."""
    verdict: str
    """Empty where no name of the client is different."""
    traits: tuple[str, ...]
    """What is said of it in a few words, below its heading."""
    meanings: tuple[str, ...]
    values: _Sides | None
    old: _Excerpt | None
    new: _Excerpt | None
    routes: tuple[int, ...]
    """Which of the routes of the page it reaches."""
    acceptance: str
    """The lines that accept it; empty where it is accepted, or nothing to accept."""
    is_open: bool


def render_review(review: Review) -> str:
    """Return the page."""
    overview = build_overview(review, _SCREEN)
    entries = [*review.entries]
    entries.sort(key=lambda each: each[1].rank)
    routes = {
        route: at for at, route in enumerate(sorted({use.route for _, each in entries for use in each.change.uses}))
    }
    failing = {(report.name, entry.id) for report, entry in review.failing}
    shown: dict[tuple[str, str], _Shown] = {}
    sections: dict[str, list[_Shown]] = {name: [] for name in _SECTIONS}
    for report, entry in entries:
        key = report.name, entry.id
        is_open = entry.severity is Effect.BREAKING and len(entries) <= _FEW
        shown[key] = _show(review, report, entry, routes, fails=key in failing, is_open=is_open)
        sections[_section(review, entry)].append(shown[key])
    return render_page(
        "changes.html.j2",
        title=f"{review.title} against {review.base}" if review.base else review.title,
        review=review,
        summary=count_changes(review.counts, review.accepted),
        outcome=outcome_of(review),
        sentences=[*sum_up(overview)],
        worst=[shown[report.name, entry.id] for report, entry in overview.worst],
        left_out=count_left_out(overview),
        code="" if review.code is None else code_words(review.code, review.reports),
        places=[*_places(review)],
        compared=[
            (report, count_changes(report.counts, len(report.accepted)), [*report.notes, versions_of(report)])
            for report in review.reports
        ],
        routes=[*routes],
        sections=[
            (name, heading, sections[name], name in _FOLDED) for name, heading in _SECTIONS.items() if sections[name]
        ],
        sides=_sides,
        style=read_inline("changes.css"),
        script=read_inline("changes.js"),
        version=__version__,
    )


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
            said, instead = usage_words(usage)
            yield entry.id, f"{said}{f' · instead: {instead}' if instead else ''} ({entry.id})"
    if review.code is not None:
        yield from (("", line) for line in rest_lines(review.code))


def _show(
    review: Review, report: Report, entry: Entry, routes: Mapping[str, int], *, fails: bool, is_open: bool
) -> _Shown:
    change = entry.change
    api = report.name if len(review.reports) > 1 else ""
    verdict = _verdict(entry)
    own = tuple(dict.fromkeys(routes[use.route] for use in change.uses))
    return _Shown(
        entry=entry,
        message=headline_of(entry),
        api=api,
        verdict=verdict,
        traits=tuple(filter(None, (api, verdict, *_traits(entry, len(own))))),
        meanings=tuple(map(meaning_of, entry.rules)),
        values=_values(change.before, change.after),
        old=_excerpt(was_at(entry) or change.old_location),
        new=_excerpt(change.location),
        routes=own,
        acceptance="\n".join(acceptance_lines(review, report, entry)) if fails and review.acceptances else "",
        is_open=is_open,
    )


def _verdict(entry: Entry) -> str:
    if not entry.impact:
        return ""
    return "safe for callers" if entry.verdict is ClientVerdict.SAFE else entry.verdict.value


def _traits(entry: Entry, operations: int) -> Iterator[str]:
    """Yield how many changes an entry stands for, and how many names and operations it reaches."""
    if entry.size > 1:
        yield counted(entry.size, "change")
    if entry.impact:
        yield counted(len(entry.impact), "name")
    if operations:
        yield counted(operations, "operation")


def _values(before: Json | Absent, after: Json | Absent) -> _Sides | None:
    """Return the values of a change, where there were and are some."""
    if before is ABSENT or after is ABSENT:
        return None
    return _sides(*(json.dumps(value, ensure_ascii=False) for value in (before, after)))


def _sides(before: str, after: str) -> _Sides:
    return _Sides(*mark_words(*map(escape_text, cut_sides(before, after, _SIDE))))


def _excerpt(location: Location | None) -> _Excerpt | None:
    if location is None:
        return None
    position, text = location.position, location.source.text
    lines = split_lines(text.rstrip("\n")) if text else []
    first = max(position.line - 1, 1)
    numbered = enumerate(lines[first - 1 : position.line + _LINES - 1], first)
    shown = ((number, escape_text(cut_text(line, _WIDTH, position.column)).rstrip()) for number, line in numbered)
    return _Excerpt(location.line_and_column, tuple(shown), position.line)
