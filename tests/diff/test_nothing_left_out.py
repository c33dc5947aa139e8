"""Whatever a description says: where it says something else, a report has an entry about it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from comparing import compare_descriptions

from specloom.findings import DescriptionError
from specloom.source import Json
from specloom.spec.load import load_description
from specloom.targets.target import Target

WHOLE = {
    version: yaml.safe_load(Path(__file__).with_name(name).read_text(encoding="utf-8"))
    for version, name in (("3.1", "everything.yaml"), ("3.2", "everything-3.2.yaml"))
}
"""A description with every member that OpenAPI 3.1 has, and extensions, and one with those that came with 3.2."""
OTHERS = {
    "query": "header", "header": "query", "form": "spaceDelimited", "apiKey": "http", "bearer": "basic",
    "string": "boolean", "integer": "string", "number": "integer", "boolean": "string", "array": "object",
    "object": "string",
}  # fmt: skip
"""Other values where not every text is one."""
POST = ("paths", "/parcels/{id}", "post")
PARTS = (*POST, "requestBody", "content", "multipart/form-data", "encoding")
TAGS = (*PARTS, "tags")
MEANS_THE_SAME = {
    ("openapi",),  # the wire knows no versions of OpenAPI
    ("paths", "/parcels/{id}", "parameters", 0, "required"),  # of a path parameter it is true, whatever is said
    ("paths", "/parcels/{id}", "get", "parameters", 0, "style"),  # it is the default
    (*TAGS, "style"),  # each of both says the other, which is the default
    (*TAGS, "explode"),
    (*PARTS, "file", "headers", "X-Part", "schema"),  # a header of which nothing is said is text
    (*POST, "callbacks", "sent", "{$request.body#/url}", "post", "parameters", 0, "schema"),  # and so is a parameter
    ("components", "schemas", "Parcel", "properties", "kind", "type"),  # it is that of the listed values
    ("components", "schemas", "Parcel", "properties", "owner", "allOf", 1, "type"),  # the other part says it as well
    ("components", "schemas", "Parcel", "patternProperties"),  # all other properties are such ones, too
    ("components", "schemas", "Parcel", "patternProperties", "^x_"),
    ("components", "schemas", "Parcel", "properties", "id", "multipleOf"),  # every integer is a multiple of 1
    ("components", "schemas", "Parcel", "anyOf"),  # the mapping of the discriminator says it
}

Way = tuple[str | int, ...]


def ways(value: Json, way: Way = ()) -> Iterator[Way]:
    """Yield the ways to every value in a value."""
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in members:
        yield (*way, key)
        yield from ways(child, (*way, key))


def get(value: Any, way: Way) -> Any:  # noqa: ANN401 - JSON
    for key in way:
        value = value[key]
    return value


def without(whole: Json, way: Way) -> Json:
    edited = deepcopy(whole)
    del get(edited, way[:-1])[way[-1]]
    return edited


def with_another(whole: Json, way: Way) -> Json:
    edited, value = deepcopy(whole), get(whole, way)
    other: Json = not value if isinstance(value, bool) else value + 1 if isinstance(value, int | float) else None
    get(edited, way[:-1])[way[-1]] = OTHERS.get(value, f"{value}x") if other is None else other
    return edited


def try_edits(whole: Json, edits: dict[Way, Json], folder: Path) -> tuple[int, list[Way]]:
    """Return how many edits make a description, and those which make one that seems to be the same."""
    old, new = folder / "old.json", folder / "new.json"
    old.write_text(json.dumps(whole))
    before = load_description(Target(old))
    tried, silent = 0, []
    for way, edited in edits.items():
        new.write_text(json.dumps(edited))
        try:
            after = load_description(Target(new))
        except DescriptionError:
            continue
        changes = (compare_descriptions(before, after), compare_descriptions(after, before))
        tried += 1
        silent += [] if all(changes) else [way]
    return tried, silent


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(("version", "least"), [pytest.param("3.1", 400, marks=pytest.mark.slow), ("3.2", 60)])
def test_whatever_is_left_out_is_told(version: str, least: int, tmp_path: Path):
    whole = WHOLE[version]
    tried, silent = try_edits(whole, {way: without(whole, way) for way in ways(whole)}, tmp_path)
    assert [way for way in silent if way not in MEANS_THE_SAME] == []
    assert tried >= least


@pytest.mark.parametrize(("version", "least"), [pytest.param("3.1", 200, marks=pytest.mark.slow), ("3.2", 40)])
def test_whatever_is_said_otherwise_is_told(version: str, least: int, tmp_path: Path):
    whole = WHOLE[version]
    leaves = [way for way in ways(whole) if not isinstance(get(whole, way), dict | list)]
    tried, silent = try_edits(whole, {way: with_another(whole, way) for way in leaves}, tmp_path)
    assert [way for way in silent if way not in MEANS_THE_SAME] == []
    assert tried >= least


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ({"example": "a"}, {"examples": ["a"]}, []),
        ({"examples": ["a"]}, {"example": "a"}, []),
        ({"example": "a"}, {"examples": ["b"]}, ["'examples' now"]),
        ({"examples": ["a", "b"]}, {"example": "b"}, ["'example' now"]),
    ],
)
def test_an_example_that_is_spelt_otherwise_is_told_once(old: Json, new: Json, told: list[str], tmp_path: Path):
    descriptions = []
    for name, said in (("old.json", old), ("new.json", new)):
        whole = {
            "openapi": "3.1.0",
            "info": {"title": "Shop", "version": "1"},
            "paths": {},
            "components": {"schemas": {"Order": {"type": "string", **said}}},
        }
        (tmp_path / name).write_text(json.dumps(whole))
        descriptions.append(load_description(Target(tmp_path / name)))
    changes = compare_descriptions(*descriptions)
    assert [change.message.partition(" is ")[2] for change in changes] == told
