"""Findings as SARIF 2.1.0, which code hosts show beside the lines concerned and track over time.

The format is OASIS's: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from urllib.parse import quote

from specloom import __version__
from specloom.cli.report.escape import render_json
from specloom.findings import Finding, Location, Severity
from specloom.git import name_in_repository
from specloom.lint.baseline import fingerprint_of
from specloom.lint.rules import LINT_RULES
from specloom.lint.stops import STOPS, basis_of
from specloom.source import render_pointer

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_FINGERPRINT: Final = "specloom/v1"


def render_findings(findings: Sequence[Finding]) -> str:
    """Return a log of one run, in ASCII, sorted by place.

    Addresses of files count from the top of the Git repository, or where there is none from the working directory.
    """
    ordered = sorted(findings, key=lambda finding: finding.sort_key)
    rules = {name: index for index, name in enumerate(dict.fromkeys(finding.rule for finding in ordered))}
    driver = {
        "name": "Specloom",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(name) for name in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, rules[finding.rule]) for finding in ordered],
    }
    return render_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(name: str) -> dict[str, object]:
    rule = LINT_RULES.get(name)
    if stop := STOPS.get(name):
        full = {"fullDescription": {"text": f"See {source}."}} if (source := basis_of(name)) else {}
        return {"id": name, "shortDescription": {"text": stop.purpose}, **full}
    if rule is None:
        return {"id": name, "shortDescription": {"text": f"{name.replace('-', ' ').capitalize()}."}}
    return {
        "id": name,
        "shortDescription": {"text": rule.purpose},
        "fullDescription": {"text": rule.reason},
        "defaultConfiguration": {"level": _level(rule.severity)},
        "properties": {"tags": [rule.area]},
    }


def _result(finding: Finding, rule_index: int) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": rule_index,
        "level": _level(finding.severity),
        "message": {"text": "\n".join(filter(None, (finding.message, finding.help)))},
        "locations": [_location(finding.location)],
        "partialFingerprints": {_FINGERPRINT: fingerprint_of(finding).digest},
    }
    if finding.related:
        related = [{"id": number, **_location(each)} for number, each in enumerate(finding.related, 1)]
        result["relatedLocations"] = related
    return result


def _level(severity: Severity) -> str:
    return "error" if severity.stops else severity.value


def _location(location: Location) -> dict[str, object]:
    position = location.position
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _address(location.source.name)},
            "region": {"startLine": position.line, "startColumn": position.column},
        },
        "logicalLocations": [{"fullyQualifiedName": render_pointer(location.pointer), "kind": "member"}],
    }


def _address(name: str) -> str:
    """Return a file's name as a URI reference (RFC 3986): relative, or `file:` where it is absolute."""
    name = name_in_repository(name)
    path = quote(name.encode(errors="backslashreplace"), safe="/~!$&'()*+,;=@")
    return f"file://{path}" if name.startswith("/") else path
