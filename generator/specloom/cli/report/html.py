"""Findings as one page for a browser: nothing is loaded, nothing is run, it can be mailed or kept as an artifact."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Sequence
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Final

from specloom import __version__
from specloom.cli.report.escape import cut_text, escape_prose, escape_text
from specloom.cli.report.findings import tally
from specloom.findings import Finding
from specloom.installed import data_folder, load_templates
from specloom.record import record
from specloom.source import render_pointer

if TYPE_CHECKING:
    from markupsafe import Markup


_FOLDER: Final = "report"
_WIDTH: Final = 160
_PROSE: Final = 1000
_prose: Final = partial(escape_prose, width=_PROSE)


@record
class _FindingView:
    """One finding, as text that is not yet HTML: the template escapes everything."""

    severity: str
    message: str
    rule: str
    reason: str
    line: int
    column: int
    pointer: str
    help: str
    excerpt: str
    related: tuple[str, ...]


@record
class _FileView:
    name: str
    findings: tuple[_FindingView, ...]


@record
class _PageView:
    """What `templates/report/findings.html.j2` prints."""

    summary: str
    version: str
    files: tuple[_FileView, ...]


@record
class Inline:
    """A style or a script of a page, which stands in it."""

    text: Markup
    source: str
    """What a Content Security Policy calls it: its digest, so that nothing else is let run."""


def read_inline(name: str) -> Inline:
    """Return a style or a script from the folder of the templates of pages."""
    from markupsafe import Markup

    text = (data_folder("templates") / _FOLDER / name).read_text(encoding="utf-8")
    digest = b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Inline(Markup(text), f"sha256-{digest}")  # noqa: S704 - a file that ships


def render_page(template: str, view: object) -> str:
    """Return a page that a template prints. Whatever the view has as text is escaped."""
    return load_templates(_FOLDER, escapes=True).get_template(template).render(view=view)


def render_findings(findings: Sequence[Finding]) -> str:
    """Return the page, its findings in order of their place."""
    return render_page("findings.html.j2", _page(findings))


def _page(findings: Sequence[Finding]) -> _PageView:
    ordered = sorted(findings, key=lambda finding: finding.sort_key)
    groups = groupby(ordered, key=lambda finding: finding.location.source.name)
    return _PageView(
        summary=tally(ordered),
        version=__version__,
        files=tuple(_FileView(escape_text(name), tuple(map(_finding, group))) for name, group in groups),
    )


def _finding(finding: Finding) -> _FindingView:
    from specloom.lint.rules import LINT_RULES

    position = finding.location.position
    rule = LINT_RULES.get(finding.rule)
    return _FindingView(
        severity=finding.severity.value,
        message=_prose(finding.message),
        rule=finding.rule,
        reason=rule.reason if rule else "",
        line=position.line,
        column=position.column,
        pointer=_prose(render_pointer(finding.location.pointer)),
        help=_prose(finding.help),
        excerpt=_excerpt(finding.location.source.text, position.line, position.column),
        related=tuple(_prose(each.line_and_column) for each in finding.related),
    )


def _excerpt(text: str, line: int, column: int) -> str:
    lines = text.split("\n")
    return escape_text(cut_text(lines[line - 1], _WIDTH, column)) if line <= len(lines) else ""
