"""Every rule that can stop a generation has a folder in `cases/errors/`, named after it, and every folder has a rule.

`openapi.yaml` (or `.json`), or the `overlay.yaml` beside it, breaks the rule; `expected.txt` is what a person sees at
the terminal, word for word.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from specloom.cli.report.escape import unpainted
from specloom.cli.report.text import render_findings
from specloom.findings import DescriptionError, Finding
from specloom.lint.stops import STOPS
from specloom.pipeline import generate
from specloom.targets.target import Target

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "tests" / "cases" / "errors"
CASES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())
STAGES = ("source/*.py", "spec/*.py", "ir/*.py", "render/*.py", "output/*.py")
SKIP = {"unknown-operation": ("listOrder", "GET /order")}
"""The rules about options, and the operations that are to be skipped there."""

EXEMPT = {
    "unreadable-file": "a missing file, a folder or a pipe has no content; tests/source/test_file.py shows them",
    "edited-document": "a case fetches nothing; tests/upstream/test_init.py shows it",
}

REPORTERS = {
    *("Finding", "Problem", "Refusal", "KeyRule"),
    "__init__",  # of an `ir.build_composed.Declaration`
    *("report", "error", "unsupported", "_report", "_stop", "_error", "_wrong", "_refuse", "_failure"),
}


def rules() -> set[str]:
    """Return the rules in the source: the first text that a reporter gets, if it looks like a rule."""
    found: set[str] = set()
    for stage in STAGES:
        for path in sorted((ROOT / "generator" / "specloom").glob(stage)):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and _name(node.func) in REPORTERS:
                    found |= {text for text in _texts(node) if text.replace("-", "").isalpha() and text.islower()}
    return found


def _name(function: ast.expr) -> str:
    match function:
        case ast.Name(name) | ast.Attribute(_, name):
            return name
        case _:
            return ""


def _texts(call: ast.Call) -> list[str]:
    values = [*call.args, *(keyword.value for keyword in call.keywords)]
    texts = [each.value for each in values if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    return texts[:1]


def findings_of(name: str) -> tuple[Finding, ...]:
    (spec,) = Path().glob("openapi.*")
    try:
        return generate(Target(spec, skip=SKIP.get(name, ()), overlay=tuple(Path().glob("overlay.yaml")))).warnings
    except DescriptionError as error:
        return error.findings


@pytest.mark.parametrize("name", CASES)
def test_the_message_is_the_expected_one(name: str, update: bool, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(FOLDER / name)
    findings = findings_of(name)
    text = unpainted(render_findings(findings))
    expected = FOLDER / name / "expected.txt"
    if update:
        expected.write_text(text, encoding="utf-8", newline="")
    assert text == expected.read_text(encoding="utf-8")
    assert {finding.rule for finding in findings} == {name}


@pytest.mark.parametrize("name", CASES)
def test_a_case_has_one_small_description(name: str):
    files = {path.name for path in (FOLDER / name).iterdir()}
    (spec,) = (path for path in (FOLDER / name).iterdir() if path.stem == "openapi")
    assert files - {spec.name, "expected.txt"} <= {"parts.yaml", "overlay.yaml"}
    assert len(spec.read_bytes().splitlines()) <= 60


def test_every_rule_has_a_case_and_every_case_a_rule():
    assert set(CASES) | EXEMPT.keys() == rules()
    assert not set(CASES) & EXEMPT.keys()


def test_every_rule_says_what_it_rests_on():
    assert STOPS.keys() == rules()
