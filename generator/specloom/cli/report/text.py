"""Findings for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from typing import Final

from specloom.cli.report.escape import BOLD, DIM, cut_text, escape_prose, escape_text, paint, unpainted
from specloom.cli.report.findings import tally
from specloom.findings import Finding, Location, Position, Severity
from specloom.lint.stops import basis_of
from specloom.source.pointer import render_pointer
from specloom.source.text import Lines, Whole

_WIDTH: Final = 100
_PROSE: Final = 400
"""Characters of a message: enough for every sensible one, and for a few names of a hostile description."""
_prose: Final = partial(escape_prose, width=_PROSE)
_COLORS: Final = {Severity.ERROR: "1;31", Severity.UNSUPPORTED: "1;35", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}


def render_findings(findings: Sequence[Finding]) -> str:
    """Return all findings in order of their place, each with the line concerned, and a summary."""
    ordered = sorted(findings, key=lambda finding: finding.sort_key)
    return "\n\n".join([*map(_render_finding, ordered), tally(ordered)]) + "\n"


def _render_finding(finding: Finding) -> str:
    position = finding.location.position
    place, severity, rule = _prose(finding.location.line_and_column), f"{finding.severity}:", f"[{finding.rule}]"
    head = f"{paint(place, BOLD)}: {paint(severity, _COLORS[finding.severity])} {_prose(finding.message)}"
    *lines, last = [head, *_render_details(finding, position)]
    gap = " " * max(_WIDTH - len(unpainted(last)) - len(rule), 2)
    return "\n".join([*lines, f"{last}{gap}{paint(rule, DIM)}"])


def render_line(finding: Finding) -> str:
    """Return one line that says what is wrong, where, and where that was said: for lists of other things."""
    related = "".join(f"; see {_prose(each.line_and_column)}" for each in finding.related)
    return f"{_prose(finding.location.line_and_column)}: {_prose(finding.message)}{related} [{finding.rule}]"


def _render_details(finding: Finding, position: Position) -> Iterator[str]:
    for number, line in excerpt_of(finding.location, _WIDTH, before=1):
        mark = "→" if number == position.line else " "
        yield f"  {mark} {number:>{len(str(position.line))}} | {line}".rstrip()
    if finding.location.pointer:
        yield f"    at {_prose(render_pointer(finding.location.pointer))}"
    for related in finding.related:
        yield f"    also: {_prose(related.line_and_column)}"
    if finding.help:
        yield f"    help: {_prose(finding.help)}"
    if finding.severity.stops and (source := basis_of(finding.rule, finding.version)):
        yield f"    see: {source}"


def excerpt_of(location: Location, width: int, *, before: int = 0, after: int = 0) -> list[tuple[int, str]]:
    """Return the line of a file that a place is in, and some around it, by their numbers; none where there is none.

    Each is cut to a width, the one that is meant around the place.
    """
    text, position = location.source.text, location.position
    lines = _lines_of(Whole(text))
    if not text or position.line > lines.count:
        return []
    numbers = range(max(position.line - before, 1), min(position.line + after, lines.count) + 1)
    return [
        (number, escape_text(cut_text(line, width, position.column if number == position.line else 1)).rstrip())
        for number, line in ((number, lines.line(number).removesuffix("\n")) for number in numbers)
        if line or number < lines.count or number == position.line  # behind the last line end is no line
    ]


@lru_cache(maxsize=16)
def _lines_of(whole: Whole) -> Lines:
    return Lines(whole.text)
