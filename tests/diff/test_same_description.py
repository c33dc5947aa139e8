"""A description that says the same in another way is no change: neither on the wire nor in Python."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from fuzzing import fuzz
from random_descriptions import Described, descriptions
from reviewed import report_on

from specloom.diff.loaded import Loaded, load_version
from specloom.diff.revision import Version
from specloom.installed import shipped_descriptions
from specloom.spec.bundle import bundle_description
from specloom.targets.target import Target

SPECS = Path(__file__).parents[2] / "specs"


def load(path: Path) -> Loaded:
    return load_version(Version(path.name, Target(path)))


def written(folder: Path, name: str, contents: Any) -> Loaded:  # noqa: ANN401 - any JSON
    """Return the version that a file holds, in JSON or, where it is called so, in YAML."""
    path = folder / name
    text = json.dumps(contents) if name.endswith("json") else yaml.safe_dump(contents, sort_keys=False)
    path.write_text(text, encoding="utf-8")
    return load(path)


def turned(value: Any) -> Any:  # noqa: ANN401 - any JSON
    """Return the value with the members of every object in the opposite order; they have none in JSON."""
    match value:
        case dict():
            return {key: turned(member) for key, member in reversed(value.items())}
        case list():
            return [turned(item) for item in value]
        case _:
            return value


def assert_same(old: Loaded, new: Loaded, *, in_python: bool = True) -> None:
    """Compare both ways: on the wire, and as clients."""
    if not in_python:
        old, new = (replace(each, client=None) for each in (old, new))
    for before, after in ((old, new), (new, old)):
        report = report_on(before, after)
        assert report.entries == (), [entry.rules for entry in report.entries]


@pytest.mark.slow
@pytest.mark.parametrize("name", shipped_descriptions())
def test_a_shipped_description_in_one_document_and_in_another_order(name: str, tmp_path: Path):
    original = load(SPECS / name / "openapi.yaml")
    contents = bundle_description(Target(SPECS / name / "openapi.yaml"))
    bundle = written(tmp_path, "bundle.json", contents)
    assert_same(original, original)
    assert_same(bundle, written(tmp_path, "turned.yaml", turned(contents)))
    if name != "fixably":  # two of its files call a schema alike: one document cannot
        assert_same(original, bundle)


@pytest.mark.parametrize("version", ["3.1", "3.0", "2.0"])
def test_a_random_description_in_another_syntax_and_in_another_order(version: str, tmp_path: Path):
    @fuzz(descriptions(version), smoke=8)
    def check(described: Described) -> None:
        contents = json.loads(described.text)
        original = written(tmp_path, "openapi.json", contents)
        assert_same(original, original)
        assert_same(original, written(tmp_path, "openapi.yaml", contents))
        # Which of several inline types that want one name has it depends on their order.
        assert_same(original, written(tmp_path, "turned.json", turned(contents)), in_python=False)
        assert_same(original, written(tmp_path, "bundle.json", bundle_description(Target(tmp_path / "openapi.json"))))

    check()
