from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from specloom.cli.report.github import render_findings
from specloom.findings import Finding, Location, Severity
from specloom.source import parse_text

if TYPE_CHECKING:
    from pathlib import Path


def finding(
    name: str = "api.yaml", message: str = "wrong", help: str = "", severity: Severity = Severity.ERROR
) -> Finding:
    source = parse_text("a: 1\nb: 2\n", name=name, format="yaml")
    return Finding("some-rule", severity, message, Location(source, ("b",)), help=help)


def test_each_finding_is_one_command():
    source = parse_text("a: 1\nb: 2\n", name="api.yaml", format="yaml")
    findings = [
        Finding("third", Severity.WARNING, "c", Location(source, ("b",), on_key=True)),
        Finding("second", Severity.UNSUPPORTED, "b", Location(source, ("a",))),
        Finding("first", Severity.ERROR, "50% of a: b, c", Location(source), help="mend it"),
    ]
    assert render_findings(findings) == (
        "::error file=api.yaml,line=1,col=1,title=first::50%25 of a: b, c%0Amend it\n"
        "::error file=api.yaml,line=1,col=4,title=second::b\n"
        "::warning file=api.yaml,line=2,col=1,title=third::c\n"
    )


def test_files_are_named_from_the_top_of_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / ".git").mkdir()
    (tmp_path / "services/pay").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "services/pay")
    names = ("specs/api.yaml", str(tmp_path / "api.yaml"), "../web/api.yaml", "/etc/api.yaml")
    lines = [render_findings([finding(name)]) for name in names]
    files = [line.partition("file=")[2].partition(",")[0] for line in lines]
    assert files == ["services/pay/specs/api.yaml", "api.yaml", "services/web/api.yaml", "/etc/api.yaml"]


def test_nothing_found_is_no_command():
    assert render_findings([]) == ""


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "%0A"])
def test_no_text_starts_another_command(end: str):
    hostile = f"x{end}::add-mask::y{end}::error file=a,line=1::z"
    text = render_findings([finding(name=hostile, message=hostile, help=hostile)])
    assert len(text.splitlines()) == 1
    properties, _, _ = text.removeprefix("::error ").partition("::")
    assert [item.partition("=")[0] for item in properties.split(",")] == ["file", "line", "col", "title"]


def test_escapes_are_those_of_the_documentation():
    text = render_findings([finding(name="a%:,\r\n.yaml", message="b%:,\r\n", help="c\x1b[31m")])
    assert text == "::error file=a%25%3A%2C%0D%0A.yaml,line=2,col=4,title=some-rule::b%25:,%0D%0A%0Ac\\x1b[31m\n"
