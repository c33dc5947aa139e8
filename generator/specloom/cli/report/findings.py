"""What all formats of findings share: their names, which `--format` takes, and how findings are counted in words."""

from __future__ import annotations

from collections import Counter
from importlib import import_module
from typing import TYPE_CHECKING, Final

from specloom.findings import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def tally(findings: Iterable[Finding]) -> str:
    """Return `2 errors, 1 unsupported, 1 warning`, worst first; `no findings` where there are none."""
    counts = Counter(finding.severity for finding in findings)
    words = [
        f"{counts[severity]} {severity}{'s' if counts[severity] > 1 and severity is not Severity.UNSUPPORTED else ''}"
        for severity in Severity
        if counts[severity]
    ]
    return ", ".join(words) or "no findings"


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
