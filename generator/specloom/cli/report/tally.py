"""How many findings there are, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from specloom.findings import Finding, Severity

__all__ = ["tally"]


def tally(findings: Iterable[Finding]) -> str:
    """Return `2 errors, 1 unsupported, 1 warning`, worst first; `no findings` where there are none."""
    counts = Counter(finding.severity for finding in findings)
    words = [
        f"{counts[severity]} {severity}{'s' if counts[severity] > 1 and severity is not Severity.UNSUPPORTED else ''}"
        for severity in Severity
        if counts[severity]
    ]
    return ", ".join(words) or "no findings"
