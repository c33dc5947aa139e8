"""Findings as workflow commands, which GitHub shows beside the lines of a pull request.

The syntax is GitHub's: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from specloom.cli.printable import escape_text
from specloom.findings import Finding, Severity

__all__ = ["render_findings"]

_COMMANDS: Final = {Severity.ERROR: "error", Severity.UNSUPPORTED: "error", Severity.WARNING: "warning"}
_IN_DATA: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render_findings(findings: Sequence[Finding]) -> str:
    """Return one command for each finding, sorted by place. No text of a description can start another command."""
    ordered = sorted(findings, key=lambda finding: finding.sort_key)
    return "".join(_render_finding(finding) + "\n" for finding in ordered)


def _render_finding(finding: Finding) -> str:
    position = finding.location.position
    properties = {
        "file": finding.location.source.name,
        "line": str(position.line),
        "col": str(position.column),
        "title": finding.rule,
    }
    written = ",".join(f"{name}={escape_text(value.translate(_IN_PROPERTY))}" for name, value in properties.items())
    message = "\n".join(filter(None, (finding.message, finding.help)))
    return f"::{_COMMANDS[finding.severity]} {written}::{escape_text(message.translate(_IN_DATA))}"
