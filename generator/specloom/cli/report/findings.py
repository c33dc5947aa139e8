"""The ways in which findings are printed, by the word that `--format` takes."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Final

from specloom.findings import Finding

__all__ = ["FINDING_FORMATS", "render_findings"]

FINDING_FORMATS: Final = ("text", "json", "markdown", "github", "sarif", "html")


def render_findings(findings: Sequence[Finding], format: str, *, color: bool = False) -> str:
    """Return findings as a person, a program or a code host reads them.

    Args:
        findings: In any order.
        format: One of `FINDING_FORMATS`.
        color: Whether to use ANSI colours, in `text`.
    """
    module = import_module(f"specloom.cli.report.{format}")
    options = {"color": color} if format == "text" else {}
    rendered: str = module.render_findings(findings, **options)
    return rendered
