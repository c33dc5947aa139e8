"""Every rule of `specloom diff` has a folder in `cases/diff/`, named after it, and every folder has a rule.

Between `old.yaml` and `new.yaml` something happens that the rule is about, or one of the clients is made in another
way, which `old.toml` or `new.toml` says; `expected.txt` is every change that is found, what it means, where it is
in both, and what it reaches.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from comparing import compare_files

from specloom.diff.rules.table import RULES, classify
from specloom.spec.document import ABSENT

if TYPE_CHECKING:
    from specloom.diff.vocabulary import Change
    from specloom.findings import Location

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "tests" / "cases" / "diff"
CASES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())
LINES = 60


def render_place(location: Location | None) -> str:
    if location is None:
        return "nowhere"
    return f"{location.source.name}:{location.position.line}:{location.position.column}"


def render_change(change: Change) -> str:
    rules = "".join(f"{rule.effect}: {rule.id}\n" for rule in classify(change))
    values = ["nothing" if value is ABSENT else json.dumps(value) for value in (change.before, change.after)]
    lines = [
        change.message,
        f"at {' · '.join(change.subject)}: {' → '.join(values)}",
        f"from {render_place(change.old_location)} to {render_place(change.location)}",
        *(f"reaches {use.route} ({use.direction})" for use in change.uses),
    ]
    return rules + "".join(f"  {line}\n" for line in lines)


@pytest.mark.parametrize("name", CASES)
def test_the_changes_are_the_expected_ones(name: str, update: bool, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(FOLDER / name)
    changes = compare_files(Path("old.yaml"), Path("new.yaml"))
    text = "\n".join(map(render_change, changes))
    if update:
        Path("expected.txt").write_text(text, encoding="utf-8", newline="")
    assert text == Path("expected.txt").read_text(encoding="utf-8")
    assert name in {rule.id for change in changes for rule in classify(change)}


@pytest.mark.parametrize("name", CASES)
def test_a_case_is_two_small_descriptions(name: str):
    files = {path.name for path in (FOLDER / name).iterdir()}
    assert files - {"old.toml", "new.toml"} == {"old.yaml", "new.yaml", "expected.txt"}
    for spec in ("old.yaml", "new.yaml"):
        assert len((FOLDER / name / spec).read_bytes().splitlines()) <= LINES


def test_every_rule_has_a_case_and_every_case_a_rule():
    assert set(CASES) == set(RULES)
