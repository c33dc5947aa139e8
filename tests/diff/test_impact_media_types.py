"""What callers notice of media types that come, go and change: each is an overload of its method."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from specloom.diff.client.compare import compare_surfaces
from specloom.ir.build import build_api
from specloom.ir.build_surface import build_surface
from specloom.output.surface_file import parse_surface, render_surface
from specloom.spec.load import load_description
from specloom.targets.target import Target
from specloom.typecheck.caller import render_caller
from specloom.typecheck.check import check_callers, client_files

if TYPE_CHECKING:
    from pathlib import Path

    from specloom.ir.api import Api

BREAKS, TYPES, BEHAVES, SAFE = "call breaks", "types break", "behaviour changes", "safe"
A = {"type": "object", "properties": {"a": {"type": "integer"}}}
FILE = {"type": "object", "required": ["file"], "properties": {"file": {"type": "string", "format": "binary"}}}
DESCRIPTION: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Small", "version": "1"},
    "servers": [{"url": "https://api.test"}],
    "paths": {
        "/x": {
            "post": {
                "operationId": "op",
                "tags": ["t"],
                "requestBody": {
                    "required": True,
                    "content": {"application/json": {"schema": A}, "multipart/form-data": {"schema": FILE}},
                },
                "responses": {
                    "200": {
                        "description": "Fine",
                        "headers": {"X-Total": {"schema": {"type": "integer"}}},
                        "content": {
                            "application/json": {"schema": {"type": "integer"}},
                            "text/csv": {"schema": {"type": "string"}},
                            "application/vnd.b+json": {"schema": {"type": "array", "items": {"type": "integer"}}},
                        },
                    },
                    "409": {"description": "No", "content": {"application/json": {"schema": {"type": "integer"}}}},
                },
            }
        }
    },
}
ANSWER = ("paths", "/x", "post", "responses", "200", "content")
BODY = ("paths", "/x", "post", "requestBody", "content")
STRINGS = {"schema": {"type": "array", "items": {"type": "string"}}}


def edited(place: tuple[str, ...], value: object) -> dict[str, Any]:
    """Return the description with another value at a place; None takes it out."""
    changed = deepcopy(DESCRIPTION)
    holder = changed
    for name in place[:-1]:
        holder = holder[name]
    if value is None:
        del holder[place[-1]]
    else:
        holder[place[-1]] = value
    return changed


def api_of(description: dict[str, Any], folder: Path, name: str) -> Api:
    path = folder / f"{name}.yaml"
    path.write_text(yaml.safe_dump(description, sort_keys=False))
    return build_api(load_description(Target(path)).document, package="small")


CASES = [
    ((*ANSWER, "text/csv"), None, [f'{BREAKS}: small.t.op(accept="text/csv")']),
    ((*ANSWER, "application/xml"), {}, [f'{SAFE}: small.t.op(accept="application/xml")']),
    ((*ANSWER, "application/vnd.b+json"), STRINGS, [f'{TYPES}: small.t.op(accept="application/vnd.b+json")']),
    ((*ANSWER, "application/json", "schema", "type"), "string", [f"{TYPES}: small.t.op"]),
    ((*BODY, "multipart/form-data"), None, [
        f"{BREAKS}: small.t.op(content_type)",
        f'{BREAKS}: small.t.op(content_type="application/json")',
        f'{BREAKS}: small.t.op(content_type="multipart/form-data")',
    ]),
    ((*BODY, "text/csv"), {}, [f'{SAFE}: small.t.op(content_type="text/csv")']),
    ((*BODY, "multipart/form-data", "schema", "required"), ["file", "name"], [
        f'{BREAKS}: small.t.op(content_type="multipart/form-data")(name)'
    ]),
    ((*BODY, "multipart/form-data", "schema", "properties", "note"), {"type": "string"}, [
        f'{SAFE}: small.t.op(content_type="multipart/form-data")(note)'
    ]),
    (("paths", "/x", "post", "responses", "409", "content", "application/json", "schema", "type"), "string", [
        f"{TYPES}: errors.ApiError.error", f"{TYPES}: errors.ConflictError.error"
    ]),
    (("paths", "/x", "post", "responses", "200", "headers", "X-Total", "schema", "type"), "string", [
        f"{TYPES}: models.OpHeaders.x_total"
    ]),
]  # fmt: skip


def changed(place: tuple[str, ...], value: object) -> dict[str, Any]:
    """Return the description after one of the cases; what becomes required has to be there."""
    description = edited(place, value)
    if place[-1] == "required":
        description["paths"]["/x"]["post"]["requestBody"]["content"]["multipart/form-data"]["schema"]["properties"][
            "name"
        ] = {"type": "string"}
    return description


@pytest.mark.parametrize(("place", "value", "expected"), CASES)
def test_each_media_type_is_judged_on_its_own(tmp_path, place, value, expected):
    pair = ((DESCRIPTION, "old"), (changed(place, value), "new"))
    old, new = (build_surface(api_of(each, tmp_path, name)) for each, name in pair)
    found = [f"{change.verdict.value}: {change.symbol}" for change in compare_surfaces(old, new)]
    assert sorted(found) == sorted(expected)
    files = {each.client.location.source.name: "x.yaml" for each in (old, new)}
    before, after = (parse_surface(render_surface(each, files)) for each in (old, new))
    again = [f"{change.verdict.value}: {change.symbol}" for change in compare_surfaces(before, after)]
    assert sorted(again) == sorted(expected)


@pytest.mark.slow
def test_the_type_checker_says_the_same(tmp_path):
    old = api_of(DESCRIPTION, tmp_path, "old")
    apis = [api_of(changed(place, value), tmp_path, f"new{number}") for number, (place, value, _) in enumerate(CASES)]
    pairs = [(render_caller(old, f"case_{number}"), client_files(api)) for number, api in enumerate(apis)]
    for (_, _, expected), complaints in zip(CASES, check_callers(pairs, trusted=True), strict=True):
        wanted = {line.partition(": ")[2] for line in expected if not line.startswith(SAFE)}
        found = {each.symbol for each in complaints}
        assert bool(found) == bool(wanted), (expected, found)
        assert all(any(one.startswith(other) or other.startswith(one) for other in wanted) for one in found), found


def test_other_calls_than_those_that_choose_are_not_concerned(tmp_path):
    one = edited(ANSWER, {"application/json": {"schema": {"type": "integer"}}})
    old, new = (build_surface(api_of(each, tmp_path, name)) for each, name in ((one, "old"), (DESCRIPTION, "new")))
    assert [f"{change.verdict.value}: {change.symbol}" for change in compare_surfaces(old, new)] == [
        f"{SAFE}: small.t.op(accept)"
    ]
