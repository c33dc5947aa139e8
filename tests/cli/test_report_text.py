from __future__ import annotations

import re

import pytest

from specloom.cli.report.escape import unpainted
from specloom.cli.report.text import render_findings
from specloom.findings import Finding, Location, Severity
from specloom.source import SourceFile, parse_text

BEFORE = "\n" * 116
REFERENCE = f"""{BEFORE}              schema:
                $ref: '#/components/schemas/SeviceOrder'
"""


def finding(source: SourceFile, *pointer: str, **changes: object) -> Finding:
    values: dict[str, object] = {"rule": "some-rule", "severity": Severity.ERROR, "message": "something is wrong"}
    return Finding(**{**values, "location": Location(source, pointer), **changes})  # type: ignore[arg-type]


def parse(text: str) -> SourceFile:
    return parse_text(text, name="api.yaml", format="yaml")


def plain(*findings: Finding) -> str:
    return unpainted(render_findings(findings))


def test_a_finding_shows_the_line_the_pointer_and_the_help():
    shown = Location(parse_text(REFERENCE, name="specs/sitoo/openapi.yaml", format="yaml"), ("schema", "$ref"))
    unresolved = Finding(
        rule="unresolved-reference",
        severity=Severity.ERROR,
        message="reference points at nothing: '#/components/schemas/SeviceOrder'",
        location=shown,
        related=(shown.key(),),
        help="did you mean 'ServiceOrder'?",
    )
    text = plain(unresolved)
    assert text == (
        "specs/sitoo/openapi.yaml:118:23: error: reference points at nothing: '#/components/schemas/SeviceOrder'\n"
        "    117 |               schema:\n"
        "  → 118 |                 $ref: '#/components/schemas/SeviceOrder'\n"
        "    at /schema/$ref\n"
        "    also: specs/sitoo/openapi.yaml:118:17\n"
        "    help: did you mean 'ServiceOrder'?\n"
        "    see: OpenAPI 3.1.1, 4.6; RFC 6901, 4                                      [unresolved-reference]\n"
        "\n"
        "1 error\n"
    )
    assert len(text.splitlines()[-3]) == 100


def test_findings_are_sorted_and_counted():
    source = parse("a: 1\nb: 2\nc: 3\n")
    findings = [
        finding(source, "c", severity=Severity.WARNING),
        finding(source, "b", severity=Severity.UNSUPPORTED, help="h" * 100),
        finding(source, "a"),
        finding(source, "c", message="and more"),
        finding(source, "c", severity=Severity.NOTE),
    ]
    text = plain(*findings)
    assert re.findall(r"^api\.yaml:.*|^\d.*", text, re.MULTILINE) == [
        "api.yaml:1:4: error: something is wrong",
        "api.yaml:2:4: unsupported: something is wrong",
        "api.yaml:3:4: error: and more",
        "api.yaml:3:4: warning: something is wrong",
        "api.yaml:3:4: note: something is wrong",
        "2 errors, 1 unsupported, 1 warning, 1 note",
    ]
    assert f"    help: {'h' * 100}  [some-rule]\n\napi" in text
    assert "\n\n\n" not in text


def test_several_of_a_kind_are_counted_in_the_plural():
    source = parse("a: 1\n")
    findings = [finding(source, "a", severity=severity) for severity in Severity for _ in range(2)]
    text = plain(*findings)
    assert text.splitlines()[-1] == "2 errors, 2 unsupported, 2 warnings, 2 notes"


def test_nothing_found_is_said():
    assert plain() == "no findings\n"


def test_descriptions_cannot_steer_the_terminal():
    source = parse('a: "x\\e[2J"\nb: "\u202etxet\u200b"\n')
    hostile = "\x1b]0;owned\x07\r\nfake.yaml:1:1: error: no\u2028\u202e\ud800"
    location = Location(parse_text("a: 1", name=hostile, format="yaml"))
    text = plain(finding(source, "b", hostile, message=hostile, help=hostile, related=(location,)))
    assert all(char == "\n" or char.isprintable() for char in text)
    assert sum(line.startswith("fake") for line in text.splitlines()) == 0
    assert r"  → 2 | b: " + r'"\u202etxet\u200b"' in text
    assert r"\x1b]0;owned\x07\r\nfake.yaml:1:1: error: no\u2028\u202e\ud800" in text


@pytest.mark.parametrize(("name", "around"), [("start", "{start: 1"), ("middle", "middle: 2"), ("end", "end: 3}")])
def test_long_lines_are_cut_around_the_column(name: str, around: str):
    line = f"{{start: 1, pad: '{'x' * 500}', middle: 2, more: '{'y' * 500}', end: 3}}"
    text = plain(finding(parse(f"# {'z' * 500}\n{line}"), name))
    before, shown = text.splitlines()[1:3]
    assert before == f"    1 | # {'z' * 97}…"
    excerpt = shown.removeprefix("  → 2 | ")
    assert around in excerpt
    assert len(excerpt) == 100
    assert excerpt.startswith("…") == (name != "start")
    assert excerpt.endswith("…") == (name != "end")
    assert excerpt.strip("…") in line


def test_long_messages_are_cut():
    text = plain(finding(parse("a: 1"), message="m" * 10_000, help="h" * 10_000))
    assert max(map(len, text.splitlines())) < 500


def test_place_severity_and_rule_stand_out():
    source = parse("a: 1\nb: 2\n")
    findings = [
        finding(source, "a", help="mend it"),
        finding(source, "b", severity=Severity.WARNING),
        finding(parse_text("", name="empty.yaml", format="yaml"), severity=Severity.UNSUPPORTED),
    ]
    colored = render_findings(findings)
    assert "\x1b" not in unpainted(colored)
    assert "\x1b[1mapi.yaml:1:4\x1b[0m: \x1b[1;31merror:\x1b[0m something is wrong\n" in colored
