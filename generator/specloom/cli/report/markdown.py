"""Findings as Markdown, for a comment on a pull request or the summary of a job."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from specloom.cli.report.escape import cut_text, escape_markdown, render_code
from specloom.cli.report.findings import tally
from specloom.findings import Finding
from specloom.messages import and_more

_MOST: Final = 200
"""Findings in the table: a comment on GitHub has room for 65,536 characters."""
_PROSE: Final = 300


def render_findings(findings: Sequence[Finding]) -> str:
    """Return a line that counts the findings, and for each file a table of them in order of their place."""
    ordered = sorted(findings, key=lambda finding: finding.sort_key)
    more = and_more(ordered, _MOST, "\n… and {} more.")
    return "\n".join([f"**{tally(ordered)}**", *_tables(ordered[:_MOST]), *more]) + "\n"


def _tables(findings: Sequence[Finding]) -> Iterator[str]:
    for name, group in groupby(findings, key=lambda finding: finding.location.source.name):
        yield f"\n{render_code(name, _PROSE)}\n\n| line | | finding | rule |\n|---:|---|---|---|"
        yield from map(_row, group)


def _row(finding: Finding) -> str:
    message = escape_markdown(cut_text(finding.message, _PROSE))
    advice = f"<br>*{escape_markdown(cut_text(finding.help, _PROSE))}*" if finding.help else ""
    rule = render_code(finding.rule, _PROSE)
    cells = (str(finding.location.position.line), finding.severity.value, message + advice, rule)
    return f"| {' | '.join(cells)} |"
