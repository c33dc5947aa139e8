"""What all formats of findings share: their names, how findings are counted, and what many of one habit become."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Final

from specloom.findings import Finding, Severity
from specloom.record import replace


def tally(findings: Iterable[Finding]) -> str:
    """Return `2 errors, 1 unsupported, 1 warning`, worst first; `no findings` where there are none."""
    counts = Counter(finding.severity for finding in findings)
    words = [
        f"{counts[severity]} {severity}{'s' if counts[severity] > 1 and severity is not Severity.UNSUPPORTED else ''}"
        for severity in Severity
        if counts[severity]
    ]
    return ", ".join(words) or "no findings"


def fold_habits(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings of which those that come of one habit of an author are one, at the first place, with their count.

    That is for people: what others know findings by, such as the baseline, is each of them.
    """
    groups: dict[tuple[str, Severity, tuple[str, str]], list[Finding]] = defaultdict(list)
    for finding in findings:
        habit = finding.habit or (finding.location.source.name, finding.message)
        groups[finding.rule, finding.severity, habit].append(finding)
    return [each for group in groups.values() for each in (group if len(group) < group[0].many else [_folded(group)])]


def _folded(group: Sequence[Finding]) -> Finding:
    first = min(group, key=lambda finding: finding.sort_key)
    return replace(first, message=f"{first.message} (the first of {len(group)} such places)")


def render_told(findings: Sequence[Finding]) -> str:
    """Return findings that a command tells beside its own matter, as a person reads them.

    What comes of one habit is one, as in `lint`; what stops a command has to be seen at each place.
    """
    stopping = [each for each in findings if each.severity.stops]
    others = [each for each in findings if not each.severity.stops]
    return render_findings([*stopping, *fold_habits(others)], "text")


FINDING_FORMATS: Final = ("text", "json", "markdown", "github", "sarif", "html")


def render_findings(findings: Sequence[Finding], format: str) -> str:
    """Return findings, in any order, as a person, a program or a code host reads them: one of `FINDING_FORMATS`."""
    rendered: str = import_module(f"specloom.cli.report.{format}").render_findings(findings)
    return rendered
