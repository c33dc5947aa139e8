"""Findings as Markdown, for a comment on a pull request or the summary of a job; and Markdown cut to the room it has.

What follows the cut still reads as Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from specloom.cli.report.escape import cut_text, escape_markdown, render_code
from specloom.cli.report.findings import tally
from specloom.findings import Finding
from specloom.messages import and_more

_FENCE: Final = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})(.*)")
_TAG: Final = re.compile(r"<!--|-->|<details\b|</details>", re.IGNORECASE)


def cut_markdown(text: str, limit: int, notice: str) -> str:
    """Return `text`; where it is longer than `limit`, as many of its lines as fit, and a notice.

    Code between fences, HTML comments and folded parts that are open where it is cut are closed before the notice. A
    line that takes more than half of the room is cut itself. The limit is of characters, the notice a paragraph that is
    shorter by far and counts as well.
    """
    if len(text) <= limit:
        return text
    room = limit - len(notice) - len("\n\n\n")
    nesting = _Nesting()
    kept, closing, length = 0, "", 0
    for line in text.split("\n"):
        length += len(line) + 1
        nesting.read(line)
        if length + len(nesting.closing()) > room:
            break
        kept, closing = length, nesting.closing()
    if kept < room // 2:
        kept = room - len(closing) - 1
    whole = text[:kept].removesuffix("\n")
    return f"{whole}\n{closing}\n{notice}\n"


class _Nesting:
    """What is open behind the lines that were read: code between fences, an HTML comment, folded parts."""

    def __init__(self) -> None:
        self.fence = ""
        self.comment = False
        self.folded = 0

    def read(self, line: str) -> None:
        """Read one more line."""
        fence = _FENCE.match(line)
        if self.fence:
            if fence and fence[1].startswith(self.fence) and not fence[2].strip():
                self.fence = ""
        elif fence and not self.comment:
            self.fence = fence[1]
        else:
            for tag in _TAG.findall(line):
                self._meet(tag.lower())

    def _meet(self, tag: str) -> None:
        if self.comment:
            self.comment = tag != "-->"
        elif tag == "<!--":
            self.comment = True
        elif tag != "-->":
            self.folded = max(0, self.folded + (1 if tag == "<details" else -1))

    def closing(self) -> str:
        """Return the lines that close it."""
        ends = [self.fence] if self.fence else ["-->"] if self.comment else []
        folds = ["", *["</details>"] * self.folded] if self.folded else []  # HTML begins behind an empty line
        return "".join(f"{end}\n" for end in [*ends, *folds])


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
