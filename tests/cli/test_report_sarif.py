"""Findings as SARIF 2.1.0. The structure checked here is that of the specification, sections 3.13 to 3.58."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from specloom.cli.report.sarif import render_findings
from specloom.findings import Finding, Location, Severity
from specloom.lint.rules import LINT_RULES
from specloom.source import parse_text

if TYPE_CHECKING:
    from pathlib import Path

TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
LOCATION = {
    "type": "object",
    "required": ["physicalLocation"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "integer", "minimum": 0},
        "logicalLocations": {"type": "array", "items": {"type": "object", "required": ["fullyQualifiedName"]}},
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation", "region"],
            "additionalProperties": False,
            "properties": {
                "artifactLocation": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["uri"],
                    "properties": {"uri": {"type": "string", "pattern": r"^[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+$"}},
                },
                "region": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["startLine", "startColumn"],
                    "properties": {key: {"type": "integer", "minimum": 1} for key in ("startLine", "startColumn")},
                },
            },
        },
    },
}
RESULT = {
    "type": "object",
    "required": ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"],
    "additionalProperties": False,
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": TEXT,
        "locations": {"type": "array", "minItems": 1, "items": LOCATION},
        "relatedLocations": {"type": "array", "uniqueItems": True, "items": LOCATION},
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
    },
}
RULE = {
    "type": "object",
    "required": ["id", "shortDescription"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string"},
        "shortDescription": TEXT,
        "fullDescription": TEXT,
        "defaultConfiguration": {"type": "object", "properties": {"level": RESULT["properties"]["level"]}},
        "properties": {"type": "object", "properties": {"tags": {"type": "array", "items": {"type": "string"}}}},
    },
}
LOG = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "additionalProperties": False,
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {"type": "array", "items": RESULT},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name", "rules"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {"const": "Specloom"},
                                    "version": {"type": "string"},
                                    "semanticVersion": {"type": "string", "pattern": r"^\d+\.\d+\.\d+"},
                                    "rules": {"type": "array", "uniqueItems": True, "items": RULE},
                                },
                            }
                        },
                    },
                },
            },
        },
    },
}


def finding(rule: str, line: int = 1, name: str = "specs/api.yaml", **changes: object) -> Finding:
    source = parse_text("\n" * (line - 1) + "a: {b: 1}\n", name=name, format="yaml")
    values: dict[str, object] = {"severity": Severity.ERROR, "message": "it is wrong"}
    return Finding(rule=rule, location=Location(source, ("a", "b")), **{**values, **changes})  # type: ignore[arg-type]


def report(*findings: Finding) -> dict[str, object]:
    log = json.loads(render_findings(findings))
    Draft202012Validator(LOG).validate(log)
    (run,) = log["runs"]
    return run


def test_a_result_says_what_where_and_how_bad():
    related = Location(parse_text("x: 1\n", name="other.yaml", format="yaml"), ("x",))
    run = report(finding("example-mismatch", 7, help="mend it", related=(related,)))
    (result,) = run["results"]
    assert result["message"] == {"text": "it is wrong\nmend it"}
    assert result["level"] == "error"
    (place,) = result["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "specs/api.yaml"},
        "region": {"startLine": 7, "startColumn": 8},
    }
    assert place["logicalLocations"][0]["fullyQualifiedName"] == "/a/b"
    assert result["relatedLocations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "other.yaml"}


def test_rules_come_with_their_reasons_those_of_loading_with_their_source():
    run = report(finding("unresolved-reference"), finding("key-in-query", 3, severity=Severity.WARNING))
    described, named = sorted(run["tool"]["driver"]["rules"], key=lambda rule: rule["id"])
    assert described["shortDescription"]["text"] == LINT_RULES["key-in-query"].purpose
    assert described["defaultConfiguration"] == {"level": "warning"}
    assert named == {
        "id": "unresolved-reference",
        "shortDescription": {"text": "A reference leads to nothing."},
        "fullDescription": {"text": "See OpenAPI 3.1.1, 4.6; RFC 6901, 4."},
    }
    assert [run["tool"]["driver"]["rules"][each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"]] == [
        True
    ] * 2


@pytest.mark.parametrize(("severity", "level"), list(zip(Severity, ("error", "error", "warning", "note"), strict=True)))
def test_every_severity_has_a_level(severity, level):
    assert report(finding("a-b", severity=severity))["results"][0]["level"] == level


def test_fingerprints_do_not_move_with_lines_and_tell_findings_apart():
    def fingerprint(*arguments: object, **changes: object) -> str:
        return report(finding(*arguments, **changes))["results"][0]["partialFingerprints"]["specloom/v1"]  # type: ignore[arg-type]

    assert fingerprint("a-b", 1) == fingerprint("a-b", 90)
    others = {
        fingerprint("a-b"),
        fingerprint("a-c"),
        fingerprint("a-b", name="b.yaml"),
        fingerprint("a-b", message="x"),
    }
    assert len(others) == 4


def test_addresses_are_uri_references():
    assert uri("specs/a b%.yaml") == "specs/a%20b%25.yaml"
    assert uri("/abs/a.yaml") == "file:///abs/a.yaml"
    assert uri("ü?#.yaml") == "%C3%BC%3F%23.yaml"
    assert uri("../a.yaml") == "../a.yaml"
    assert uri("c:x.yaml") == "c%3Ax.yaml"


def test_addresses_count_from_the_top_of_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / ".git").mkdir()
    (tmp_path / "services/pay").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "services/pay")
    assert uri("specs/a b.yaml") == "services/pay/specs/a%20b.yaml"
    assert uri("../web/a.yaml") == "services/web/a.yaml"
    assert uri("/etc/a.yaml") == "file:///etc/a.yaml"


def uri(name: str) -> str:
    (result,) = report(finding("a-b", name=name))["results"]
    return str(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])


def test_nothing_found_is_an_empty_run():
    assert report()["results"] == []


def test_the_log_is_ascii():
    assert render_findings([finding("a-b", message="\u202eü\x1b\ud800")]).isascii()
