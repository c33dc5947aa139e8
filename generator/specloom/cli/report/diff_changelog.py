"""What changes, as an entry of a changelog in Markdown: what breaks first, then what may matter, what is new, the rest.

It is for those who call the client, who are told the names that they write. Notes are not told, and whether somebody
has accepted a change does not matter here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specloom.cli.report.escape import cut_text, escape_markdown, render_code
from specloom.diff.report import Report
from specloom.diff.review import Review
from specloom.diff.vocabulary import Effect, Entry
from specloom.messages import and_more

_SECTIONS: Final = ("Breaking", "May matter", "New", "Deprecated", "Other")
_DEPRECATED: Final = ("operation-deprecated", "parameter-deprecated", "schema-deprecated")
_SYMBOLS: Final = 3
_PROSE: Final = 400
_CODE: Final = 120


def render_review(review: Review) -> str:
    """Return an entry for each description in which anything but notes is different; empty where there is none."""
    return "\n".join(block for report in review.reports for block in _render_report(report))


def _render_report(report: Report) -> Iterator[str]:
    told = [entry for entry in report.entries if entry.severity is not Effect.NOTE]
    if not told:
        return
    version = report.suggested_version or report.new_version
    yield f"## {escape_markdown(cut_text(' '.join(filter(None, (report.name, version))), _PROSE))}\n"
    for section in _SECTIONS:
        if entries := [entry for entry in told if _section(entry) == section]:
            yield f"### {section}\n"
            yield "".join(f"- {line}\n" for line in map(_line, entries))


def _section(entry: Entry) -> str:
    if entry.severity is Effect.BREAKING:
        return "Breaking"
    if entry.change.fact in _DEPRECATED:
        return "Deprecated"
    if entry.severity is Effect.WARNING:
        return "May matter"
    return "New" if entry.is_addition else "Other"


def _line(entry: Entry) -> str:
    message = escape_markdown(cut_text(entry.change.message, _PROSE))
    noticed = [symbol.symbol for symbol in entry.impact if symbol.verdict is entry.verdict]
    names = [render_code(name, _CODE) for name in noticed[:_SYMBOLS]]
    more = and_more(noticed, _SYMBOLS, " and {} more")
    return f"{message}: {', '.join(names)}{''.join(more)}" if names else message
