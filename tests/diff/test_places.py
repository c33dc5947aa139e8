"""Every entry stands on a line that somebody changed, in the new description or in the old one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from reviewed import review

from specloom.diff.vocabulary import Effect

Json = dict[str, Any]
TEXT: Json = {"type": "string"}
WHOLE: Json = {"type": "integer"}


def thing(**properties: Json) -> Json:
    return {"type": "object", "properties": properties}


def listing(item: Json) -> Json:
    """Return an object with a list, of which nothing or a schema says what it holds."""
    return thing(data={"items": item} if item else {"type": "array", "items": {"type": "object"}})


def refer(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def call(value: Json, **more: Any) -> Json:  # noqa: ANN401 - members of an operation
    content = {"application/json": {"schema": value}}
    return {
        "requestBody": {"content": content},
        "responses": {"200": {"description": "It.", "content": content}},
        **more,
    }


def whole(value: Json, *, version: str = "3.1.0", path: str = "/values", **operation: Any) -> Json:  # noqa: ANN401
    """Return a description of an operation that sends and answers a value, with two schemas to refer to."""
    schemas = {"A": thing(x=TEXT, kind=TEXT), "B": thing(x=WHOLE, w=TEXT, kind=TEXT)}
    both = {"get": {"responses": call(thing(a=refer("A"), b=refer("B")))["responses"]}}
    return {
        "openapi": version,
        "info": {"title": "Shop", "version": "1"},
        "servers": [{"url": "https://shop.example"}],
        "paths": {path: {"post": call(value, operationId="send", **operation)}, "/both": both},
        "components": {"schemas": schemas},
    }


def query(**parameter: Any) -> list[Json]:  # noqa: ANN401 - members of a parameter
    return [{"in": "query", "name": "q", "schema": {"type": "array", "items": TEXT}, **parameter}]


def old_shop(operation: Json) -> Json:
    """Return a description of OpenAPI 2.0 of an operation."""
    return {
        "swagger": "2.0",
        "info": {"title": "Shop", "version": "1"},
        "host": "shop.example",
        "paths": {"/files": {"post": operation}},
        "definitions": {"A": thing(x=TEXT)},
    }


def old_form(kind: str) -> Json:
    part = {"in": "formData", "name": "f", "type": kind}
    said = {"consumes": ["multipart/form-data"], "parameters": [part]}
    return old_shop({**said, "responses": {"204": {"description": "It."}}})


def sending(schema: Json) -> Json:
    """Return members of an operation of OpenAPI 2.0 that is sent a value."""
    body = {"in": "body", "name": "body", "schema": schema}
    return {"parameters": [body], "responses": {"204": {"description": "It."}}}


def old_answer(**response: Any) -> Json:  # noqa: ANN401 - members of a response
    text = json.dumps({"responses": {"200": {"description": "It.", **response}}})
    return old_shop(json.loads(text.replace("#/components/schemas/", "#/definitions/")))


def told(*members: str) -> Json:
    """Return a callback with addresses and extensions."""
    post = {"post": {"responses": {"200": {"description": "Seen."}}}}
    return {"done": {name: "us" if name.startswith("x-") else post for name in members}}


def chosen(mapping: Json | None) -> Json:
    discriminator = {"propertyName": "kind", **({"mapping": mapping} if mapping else {})}
    return {"oneOf": [refer("A"), refer("B")], "discriminator": discriminator}


def excluding(required: list[str]) -> Json:
    """Return a choice of A and B, which exclude each other by what A requires."""
    closed = thing(x=TEXT) | {"additionalProperties": False}
    schemas = {"A": thing(a=TEXT, x=TEXT) | {"required": required}, "B": closed}
    return whole({"oneOf": [refer("A"), refer("B")]}) | {"components": {"schemas": schemas}}


def shared(name: str = "q", header: str = "X-Left", status: str = "200") -> Json:
    """Return a description of two operations that refer to one parameter and one response."""
    described = {"description": "Them.", "headers": {header: {"schema": TEXT}}}
    get = {
        "parameters": [{"$ref": "#/components/parameters/Q"}],
        "responses": {status: {"$ref": "#/components/responses/Them"}},
    }
    components = {
        "parameters": {"Q": {"name": name, "in": "query", "schema": TEXT}},
        "responses": {"Them": described},
    }
    return whole(TEXT) | {"paths": {"/a": {"get": get}, "/b": {"get": dict(get)}}, "components": components}


def referring(section: str, name: str, version: str = "3.2.0") -> Json:
    """Return a description of two operations that refer to one of the two components of a section, or have it."""
    is_old, body = version == "2.0", thing(a=TEXT)
    both: dict[str, tuple[Json, ...]] = {
        "parameters": (
            {"name": "q", "in": "query", **(TEXT if is_old else {"schema": TEXT})},
            {"name": "q", "in": "query", "required": True, **(WHOLE if is_old else {"schema": WHOLE})},
        ),
        "headers": ({"schema": TEXT}, {"required": True, "schema": WHOLE}),
        "mediaTypes": ({"schema": body}, {"schema": thing(a=WHOLE, b=TEXT)}),
        "requestBodies": (
            {"content": {"application/json": {"schema": body}}},
            {"required": True, "content": {"application/json": {"schema": thing(a=WHOLE)}}},
        ),
        "responses": (
            {"description": "It.", **({"schema": body} if is_old else {})},
            {"description": "It.", "headers": {"X-Left": TEXT if is_old else {"schema": TEXT}}},
        ),
        "callbacks": tuple({"{$request.body#/at}": {"post": call(value)}} for value in (TEXT, thing(a=WHOLE))),
        "pathItems": ({"post": call(TEXT)}, {"post": call(TEXT, parameters=query(required=True))}),
        "bodies": (
            {"name": "body", "in": "body", "schema": body},
            {"name": "body", "in": "body", "required": True, "schema": thing(a=WHOLE)},
        ),
    }
    home = {"bodies": "parameters"}.get(section, section)
    root = "#" if is_old else "#/components"
    used = both[section][0] if name == "here" else {"$ref": f"{root}/{home}/{name}"}
    content = {"application/json": used} if section == "mediaTypes" else {"text/plain": {}}
    headers = {"headers": {"X-Of": used}} if section == "headers" else {}
    response = {"description": "It.", **({} if is_old else {"content": content}), **headers}
    post = {
        **({"parameters": [used]} if home == "parameters" else {}),
        **({"requestBody": used} if section == "requestBodies" else {}),
        **({"callbacks": {"done": used}} if section == "callbacks" else {}),
        "responses": {"200": used if section == "responses" else response},
    }
    item = used if section == "pathItems" else {"post": post}
    components = {home: dict(zip("AB", both[section], strict=True))}
    return {
        **({"swagger": version, "host": "shop.example"} if is_old else {"openapi": version}),
        "info": {"title": "Shop", "version": "1"},
        "paths": {"/a": item, "/b": item},
        **(components if is_old else {"components": components}),
    }


def written(value: Json, form: str) -> str:
    """Return a description as a text in which nothing refers to what stands elsewhere but by `$ref`."""
    text = json.dumps(value, indent=2)
    return text if form == "json" else yaml.safe_dump(json.loads(text), sort_keys=False)


SWAPS: list[Callable[[str], Json]] = [
    refer,
    lambda name: thing(v=refer(name)),
    lambda name: {"type": "array", "items": refer(name)},
    lambda name: {"type": "object", "additionalProperties": refer(name)},
    lambda name: {"allOf": [refer(name), thing(own=TEXT)]},
    lambda name: thing(v={"allOf": [thing(own=TEXT), refer(name)]}),
    lambda name: {"oneOf": [refer(name), TEXT]},
]
PAIRS: list[tuple[Json, Json]] = [
    *((whole(swap("A")), whole(swap("B"))) for swap in SWAPS),
    (whole({"allOf": [refer("B"), thing(own=TEXT)]}), whole(thing(own=TEXT))),
    (whole(thing(own=TEXT)), whole({"allOf": [refer("B"), thing(own=TEXT)]})),
    (whole(thing(a=TEXT), version="3.0.3"), whole(thing(a=TEXT | {"nullable": True}), version="3.0.3")),
    (whole(thing(a=TEXT | {"nullable": True}), version="3.0.3"), whole(thing(a=TEXT), version="3.0.3")),
    (whole(thing(a=TEXT)), whole(thing(a={"type": ["string", "null"]}))),
    (whole(thing(a=TEXT)), whole(thing(a=TEXT | {"format": "date", "default": "2026-01-01"}))),
    (whole(thing(a={"const": "x"})), whole(thing(a={"enum": ["x"]}))),
    (whole(chosen({"a": "#/components/schemas/A"})), whole(chosen({"o": "#/components/schemas/A"}))),
    (whole(chosen(None)), whole(chosen({"a": "#/components/schemas/A", "b": "#/components/schemas/B"}))),
    (whole(TEXT, path="/values"), whole(TEXT, path="/v2/values")),
    (whole(TEXT, parameters=query()), whole(TEXT, parameters=query(name="query"))),
    (whole(TEXT, parameters=query()), whole(TEXT, parameters=query(explode=False))),
    (whole(TEXT, parameters=query()), whole(TEXT, parameters=query(schema={"type": "array", "items": WHOLE}))),
    (whole(TEXT, tags=["Old"]), whole(TEXT, tags=["New"])),
    (whole(TEXT, deprecated=False), whole(TEXT, deprecated=True)),
    (whole(TEXT | {"not": thing(a=TEXT)}), whole(TEXT | {"not": thing(a=WHOLE)})),
    (
        whole({"type": "object", "dependentRequired": {"a": ["b"]}}),
        whole({"type": "object", "dependentRequired": {"a": ["b"], "c": ["d"]}}),
    ),
    (whole({"oneOf": [refer("A"), TEXT]}), whole({"oneOf": [refer("A"), refer("B"), TEXT]})),
    (whole({"oneOf": [refer("A"), refer("B"), TEXT]}), whole({"oneOf": [refer("A"), TEXT]})),
    (whole({"type": ["array", "boolean"]}), whole({"type": ["array", "boolean"], "enum": [False]})),
    (whole(TEXT | {"type": ["string", "null"]}), whole({"type": ["string", "integer", "null"]})),
    (
        whole({"oneOf": [WHOLE | {"minimum": 5}, WHOLE | {"maximum": 3}]}),
        whole({"oneOf": [WHOLE | {"minimum": 2}, WHOLE | {"maximum": 3}]}),
    ),
    (excluding(["a"]), excluding(["x"])),
    (excluding(["x"]), excluding(["a"])),
    (
        whole({"type": "object", "unevaluatedProperties": False}),
        whole({"type": "object", "unevaluatedProperties": False, "additionalProperties": True}),
    ),
    (whole({"type": "array", "prefixItems": [TEXT]}), whole({"type": "array", "prefixItems": [TEXT, WHOLE]})),
    (whole({"allOf": [listing({})]}), whole({"allOf": [listing({}), listing(refer("A"))]})),
    (whole({"allOf": [listing({}), listing(refer("A"))]}), whole({"allOf": [listing({})]})),
    (old_form("string"), old_form("file")),
    (old_answer(), old_answer(schema=TEXT)),
    (
        old_answer(schema=TEXT, examples={"application/json": {"x": "a"}}),
        old_answer(schema=TEXT, examples={"application/json": {"x": "b"}}),
    ),
    (old_answer(schema=TEXT) | {"produces": ["text/plain"]}, old_answer(schema=TEXT) | {"produces": ["text/html"]}),
    (
        old_shop({"consumes": ["text/csv"], **sending(TEXT)}),
        old_shop({"consumes": ["text/csv", "text/plain"], **sending(TEXT)}),
    ),
    (old_answer(schema=TEXT), old_answer()),
    (old_answer() | {"schemes": ["https"]}, old_answer() | {"schemes": ["http", "https"]}),
    (old_answer() | {"schemes": ["http", "https"], "basePath": "/v1"}, old_answer() | {"schemes": ["https"]}),
    (old_answer(schema=thing(a=refer("A"))), old_answer(schema=thing(a=refer("A") | {"x-nullable": False}))),
    (shared(name="q"), shared(name="query")),
    (shared(header="X-Old"), shared(header="X-New")),
    (shared(status="404"), shared(status="4XX")),
    (shared(status="4XX"), shared(status="404")),
    (whole({"anyOf": [TEXT, WHOLE]}), whole({"anyOf": [TEXT, {}]})),
    (whole({"anyOf": [TEXT, {}]}), whole({"anyOf": [TEXT, WHOLE]})),
    (whole({"oneOf": [TEXT, WHOLE]}), whole({"oneOf": [TEXT | {"title": "A text"}, WHOLE]})),
    (whole({"oneOf": [TEXT | {"title": "A text"}, WHOLE]}), whole({"oneOf": [TEXT, WHOLE]})),
    (whole({"oneOf": [TEXT, WHOLE]}), whole({"oneOf": [TEXT, WHOLE | {"deprecated": True}]})),
    (whole({"oneOf": [TEXT, WHOLE]}), whole({"oneOf": [TEXT | {"default": "x"}, WHOLE]})),
    (whole(TEXT, parameters=query()), whole(TEXT, parameters=query(schema=TEXT | {"writeOnly": True}))),
    (whole(TEXT, callbacks=told("x-owner", "{$request.body#/at}")), whole(TEXT, callbacks=told("x-owner"))),
    (whole(TEXT, callbacks=told("x-owner")), whole(TEXT, callbacks=told("x-owner", "{$request.body#/at}"))),
    (whole(TEXT, **{"x-limits": {"calls": 1, "per": "day"}}), whole(TEXT, **{"x-limits": {"calls": 2, "per": "day"}})),
]


@pytest.mark.parametrize("form", ["yaml", "json"])
@pytest.mark.parametrize("number", range(len(PAIRS)))
def test_every_entry_stands_on_a_line_that_changed(number: int, form: str, tmp_path: Path):
    assert review(*(written(each, form) for each in PAIRS[number]), tmp_path, form).entries


@pytest.mark.parametrize(("before", "after"), [("A", "B"), ("here", "B"), ("B", "here")])
@pytest.mark.parametrize(
    ("section", "version"),
    [
        ("parameters", "3.2.0"), ("headers", "3.2.0"), ("mediaTypes", "3.2.0"), ("requestBodies", "3.2.0"),
        ("responses", "3.2.0"), ("callbacks", "3.1.0"), ("pathItems", "3.1.0"),
        ("parameters", "2.0"), ("responses", "2.0"), ("bodies", "2.0"),
    ],
)  # fmt: skip
def test_a_reference_to_another_component_is_one_entry(
    section: str, version: str, before: str, after: str, tmp_path: Path
):
    old, new = (written(referring(section, name, version), "yaml") for name in (before, after))
    entries = [each for each in review(old, new, tmp_path).entries if each.effect is not Effect.NOTE]
    assert [(each.change.fact, bool(each.folded)) for each in entries] == [("component-changed", True)]
    assert {use.route.rpartition(" of ")[2] for use in entries[0].change.uses} == {"POST /a", "POST /b"}


def test_a_reference_to_a_component_that_says_the_same_is_no_change(tmp_path: Path):
    old, new = (referring("parameters", name) for name in "AB")
    for each in (old, new):
        each["components"]["parameters"]["B"] = each["components"]["parameters"]["A"]
    assert not review(written(old, "json"), written(new, "json"), tmp_path, "json").entries


def test_a_component_with_another_name_has_entries_of_its_own(tmp_path: Path):
    old, new = (referring("parameters", name) for name in "AC")
    parameters = new["components"]["parameters"]
    parameters["C"] = parameters.pop("A") | {"required": True}
    (entry,) = review(written(old, "yaml"), written(new, "yaml"), tmp_path).entries
    assert entry.change.fact == "parameter-became-required"


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_the_body_that_openapi_2_describes_for_several_is_where_it_is_described(form: str, tmp_path: Path):
    old, new = (referring("bodies", "A", "2.0") for _ in range(2))
    new["parameters"]["A"] = {"name": "body", "in": "body", "required": True, "schema": thing(a=TEXT)}
    (entry,) = review(written(old, form), written(new, form), tmp_path, form).entries
    assert (entry.change.fact, len(entry.change.uses)) == ("body-became-required", 2)


def test_a_text_of_several_lines_has_its_entry_on_the_line_that_changed(tmp_path: Path):
    old = """\
openapi: 3.1.0
info:
  title: Shop
  version: "1"
  description: |
    A shop.

    It opens at eight.
paths: {}
"""
    (entry,) = review(old, old.replace("eight", "nine"), tmp_path).entries
    assert entry.change.location is not None
    assert entry.change.location.position == (8, 5)
