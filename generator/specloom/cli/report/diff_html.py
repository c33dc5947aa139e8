"""What changes, as one page for a browser: whole in itself, to filter, to read on a phone, to print and to mail.

The page is readable without its script, which filters, unfolds and copies. No other script can run and nothing is
loaded: its policy names the digests of its own style and script, and the template escapes all else.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import partial
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
from specloom.cli.report.escape import cut_text, escape_prose, escape_text
from specloom.cli.report.html import Inline, read_inline, render_page
from specloom.cli.report.sides import Stretch, cut_sides, mark_words
from specloom.cli.report.text import split_lines
from specloom.diff.overview import build_overview
from specloom.diff.vocabulary import ClientVerdict, Effect, Entry, SymbolChange
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
_PROSE: Final = 1000
_prose: Final = partial(escape_prose, width=_PROSE)
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
class _Symbol:
    name: str
    verdict: str
    reason: str
    sides: _Sides | None
    """None where the signature says nothing of what is different."""


@record
class _Folded:
    severity: str
    message: str
    place: str


@record
class _Place:
    """A place in the code that was looked at, and what is said of it."""

    text: str
    entry: str = ""
    """The id of the entry that touches it; empty where none does."""


@record
class _Entry:
    id: str
    severity: str
    message: str
    api: str
    """Empty where all entries are of one."""
    verdict: str
    """Empty where no name of the client is different."""
    traits: tuple[str, ...]
    """What is said of it in a few words, below its heading."""
    rules: tuple[str, ...]
    meanings: tuple[str, ...]
    accepted: str
    values: _Sides | None
    old: _Excerpt | None
    new: _Excerpt | None
    symbols: tuple[_Symbol, ...]
    folded: tuple[_Folded, ...]
    routes: tuple[int, ...]
    """Which of the routes of the page it reaches."""
    acceptance: str
    """The lines that accept it; empty where it is accepted, or nothing to accept."""
    is_open: bool


@record
class _Section:
    name: str
    heading: str
    entries: tuple[_Entry, ...]
    is_folded: bool


@record
class _Compared:
    """One description or client."""

    name: str
    counts: str
    old: str
    new: str
    remarks: tuple[str, ...]


@record
class _Page:
    """What `templates/report/changes.html.j2` prints: text that is not yet HTML, but for style and script."""

    title: str
    summary: str
    outcome: str
    fails: bool
    sentences: tuple[str, ...]
    worst: tuple[_Entry, ...]
    left_out: str
    code: str
    """What changes touch of the code that was looked at; empty where none was."""
    places: tuple[_Place, ...]
    compared: tuple[_Compared, ...]
    troubles: tuple[str, ...]
    """What was not compared, and acceptances that nothing needs."""
    unchanged: str
    acceptances: str
    apis: tuple[str, ...]
    routes: tuple[str, ...]
    sections: tuple[_Section, ...]
    style: Inline
    script: Inline
    version: str


def render_review(review: Review) -> str:
    """Return the page."""
    return render_page("changes.html.j2", _page(review))


def _page(review: Review) -> _Page:
    overview = build_overview(review, _SCREEN)
    entries = [*review.entries]
    entries.sort(key=lambda each: each[1].rank)
    routes = {
        route: at for at, route in enumerate(sorted({use.route for _, each in entries for use in each.change.uses}))
    }
    failing = {(report.name, entry.id) for report, entry in review.failing}
    views: dict[tuple[str, str], _Entry] = {}
    sections: dict[str, list[_Entry]] = {name: [] for name in _SECTIONS}
    for report, entry in entries:
        key = report.name, entry.id
        is_open = entry.severity is Effect.BREAKING and len(entries) <= _FEW
        views[key] = _entry(review, report, entry, routes, fails=key in failing, is_open=is_open)
        sections[_section(review, entry)].append(views[key])
    against = f" against {review.base}" if review.base else ""
    return _Page(
        title=_prose(f"{review.title}{against}"),
        summary=count_changes(review.counts, review.accepted),
        outcome=outcome_of(review),
        fails=review.fails,
        sentences=tuple(sum_up(overview)),
        worst=tuple(views[report.name, entry.id] for report, entry in overview.worst),
        left_out=count_left_out(overview),
        code="" if review.code is None else _prose(code_words(review.code, review.reports)),
        places=tuple(_places(review)),
        compared=tuple(map(_compared, review.reports)),
        troubles=tuple(_troubles(review)),
        unchanged=_prose(", ".join(review.unchanged)),
        acceptances=_prose(review.acceptances),
        apis=tuple(_prose(report.name) for report in review.reports) if len(review.reports) > 1 else (),
        routes=tuple(map(_prose, routes)),
        sections=tuple(
            _Section(name, _SECTIONS[name], tuple(shown), name in _FOLDED) for name, shown in sections.items() if shown
        ),
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


def _places(review: Review) -> Iterator[_Place]:
    """Yield what changes touch in the code that was looked at, and what could not be seen of it."""
    for _, entry in review.entries:
        for usage in entry.usages:
            said, instead = usage_words(usage)
            yield _Place(_prose(f"{said}{f' · instead: {instead}' if instead else ''} ({entry.id})"), entry.id)
    if review.code is not None:
        yield from (_Place(_prose(line)) for line in rest_lines(review.code))


def _entry(
    review: Review, report: Report, entry: Entry, routes: Mapping[str, int], *, fails: bool, is_open: bool
) -> _Entry:
    change = entry.change
    api = _prose(report.name) if len(review.reports) > 1 else ""
    verdict = _verdict(entry)
    own = tuple(dict.fromkeys(routes[use.route] for use in change.uses))
    return _Entry(
        id=entry.id,
        severity=entry.severity.value,
        message=_prose(headline_of(entry)),
        api=api,
        verdict=verdict,
        traits=tuple(filter(None, (api, verdict, *_traits(entry, len(own))))),
        rules=tuple(rule.id for rule in entry.rules),
        meanings=tuple(map(meaning_of, entry.rules)),
        accepted=_prose(entry.accepted),
        values=_values(change.before, change.after),
        old=_excerpt(was_at(entry) or change.old_location),
        new=_excerpt(change.location),
        symbols=tuple(map(_symbol, entry.impact)),
        folded=tuple(
            _Folded(
                each.severity.value,
                _prose(each.change.message),
                _prose(each.place.line_and_column) if each.place else "",
            )
            for each in entry.folded
        ),
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


def _symbol(symbol: SymbolChange) -> _Symbol:
    sides = _sides(symbol.before, symbol.after) if symbol.before != symbol.after else None
    return _Symbol(_prose(symbol.symbol), symbol.verdict.value, _prose(symbol.reason), sides)


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
    return _Excerpt(_prose(location.line_and_column), tuple(shown), position.line)


def _compared(report: Report) -> _Compared:
    return _Compared(
        _prose(report.name),
        count_changes(report.counts, len(report.accepted)),
        _prose(report.old) or "nothing",
        _prose(report.new) or "nothing",
        tuple(map(_prose, filter(None, (*report.notes, versions_of(report))))),
    )


def _troubles(review: Review) -> Iterator[str]:
    for failure in review.failures:
        yield _prose(f"{failure.name}: {failure.message}")
        yield from (f"{_prose(each.location.line)}: {_prose(each.message)}" for each in failure.findings)
    for unused in review.unused:
        yield f"{_prose(unused.location.line)}: {_prose(unused.message)}: {_prose(unused.help)}"
