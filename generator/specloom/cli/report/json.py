"""Findings for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from specloom.cli.report.escape import render_json
from specloom.findings import Finding, Location
from specloom.lint.stops import basis_of
from specloom.source import Json
from specloom.source.pointer import render_pointer

_VERSION: Final = 1
"""Of the format: grows when a member changes its meaning or goes away, not when one is added."""


def render_findings(findings: Sequence[Finding]) -> str:
    """Return `{"version": 1, "findings": […]}` in ASCII, sorted by place; a place is file, line, column and pointer."""
    ordered = sorted(findings, key=lambda finding: finding.sort_key)
    report = {"version": _VERSION, "findings": [_finding(finding) for finding in ordered]}
    return render_json(report)


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        **place_as_json(finding.location),
        "related": [place_as_json(location) for location in finding.related],
        "help": finding.help,
        "source": basis_of(finding.rule, finding.version),
    }


def place_as_json(location: Location) -> dict[str, Json]:
    """Return a place in a file for other programs."""
    position = location.position
    return {
        "file": location.source.name,
        "line": position.line,
        "column": position.column,
        "pointer": render_pointer(location.pointer),
    }
