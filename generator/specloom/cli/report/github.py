"""Findings as annotations that GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from specloom.cli.report.annotation import render_annotation
from specloom.findings import Finding, Severity

__all__ = ["render_findings"]

_COMMANDS: Final[Mapping[Severity, Literal["error", "warning", "notice"]]] = {
    Severity.ERROR: "error",
    Severity.UNSUPPORTED: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}


def render_findings(findings: Sequence[Finding]) -> str:
    """Return one command for each finding, sorted by place. No text of a description can start another command."""
    ordered = sorted(findings, key=lambda finding: finding.sort_key)
    return "".join(_render_finding(finding) for finding in ordered)


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
