"""Annotations that GitHub shows beside the lines of a pull request, written as workflow commands.

The syntax is GitHub's: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal

from specloom.cli.report.escape import escape_text
from specloom.findings import Finding, Severity
from specloom.git import name_in_repository

_IN_DATA: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render_annotation(
    command: Literal["error", "warning", "notice"], properties: Mapping[str, str], message: str
) -> str:
    """Return one command and its line end. No text in it can start another command.

    A `file` among the properties is a name as people see it.
    """
    if "file" in properties:
        properties = {**properties, "file": name_in_repository(properties["file"])}
    written = ",".join(f"{name}={escape_text(value.translate(_IN_PROPERTY))}" for name, value in properties.items())
    return f"::{command} {written}::{escape_text(message.translate(_IN_DATA))}\n"


_COMMANDS: Final[Mapping[Severity, Literal["error", "warning", "notice"]]] = {
    Severity.ERROR: "error",
    Severity.UNSUPPORTED: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}


def render_findings(findings: Sequence[Finding]) -> str:
    """Return one command for each finding, worst first and sorted by place: GitHub shows ten of a step and a kind."""
    return render_in_order(sorted(findings, key=lambda finding: (finding.severity.rank, finding.sort_key)))


def render_in_order(findings: Iterable[Finding]) -> str:
    """Return one command for each finding. No text of a description can start another command."""
    return "".join(map(_render_finding, findings))


def _render_finding(finding: Finding) -> str:
    position = finding.location.position
    properties = {
        "file": finding.location.source.name,
        "line": str(position.line),
        "col": str(position.column),
        "title": finding.rule,
    }
    message = "\n".join(filter(None, (finding.message, finding.help)))
    return render_annotation(_COMMANDS[finding.severity], properties, message)
