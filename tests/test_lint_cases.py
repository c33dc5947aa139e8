"""Every rule of lint has a folder in `cases/lint/`, named after it, and every folder has a rule.

`openapi.yaml` breaks that rule, and no other that can be kept beside it; `expected.txt` is what a person sees at the
terminal, word for word.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from specloom.cli.report.escape import unpainted
from specloom.cli.report.text import render_findings
from specloom.lint.rules import LINT_RULES
from specloom.lint.run import lint_description
from specloom.targets.target import Target

FOLDER = Path(__file__).parent / "cases" / "lint"
CASES = sorted(path.name for path in FOLDER.iterdir())

EXEMPT = {"unused-baseline": "it is about a file beside the description; tests/lint/test_baseline.py shows it"}
UNAVOIDED = {"minor-part-without-effect"}
"""What nearly every keyword that restricts values brings with it."""


@pytest.mark.parametrize("name", CASES)
def test_the_message_is_the_expected_one(name: str, update: bool, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(FOLDER / name)
    findings = lint_description(Target(Path("openapi.yaml"))).findings
    text = unpainted(render_findings(findings))
    expected = FOLDER / name / "expected.txt"
    if update:
        expected.write_text(text, encoding="utf-8", newline="")
    assert text == expected.read_text(encoding="utf-8")
    rules = {finding.rule for finding in findings}
    assert rules - UNAVOIDED == {name} - UNAVOIDED
    assert {finding.severity for finding in findings if finding.rule == name} == {LINT_RULES[name].severity}


@pytest.mark.parametrize("name", CASES)
def test_a_case_is_one_small_description(name: str):
    assert {path.name for path in (FOLDER / name).iterdir()} == {"openapi.yaml", "expected.txt"}
    assert len((FOLDER / name / "openapi.yaml").read_bytes().splitlines()) <= 60


def test_every_rule_has_a_case_and_every_case_a_rule():
    assert set(CASES) | EXEMPT.keys() == LINT_RULES.keys()
    assert not set(CASES) & EXEMPT.keys()
