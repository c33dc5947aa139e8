"""What is no object where the table of OpenAPI's objects has one: a finding at the place, in bounded time, anywhere."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

from specloom.findings import DescriptionError, Finding
from specloom.lint.run import lint_description
from specloom.spec.load import load_description
from specloom.spec.objects import COMPONENT_SECTIONS, OBJECTS
from specloom.spec.value_types import ArrayValue, MapValue, Of, ValueType
from specloom.targets.target import Target

if TYPE_CHECKING:
    from pathlib import Path

Way = tuple[str | int, ...]
Json: TypeAlias = Any
Load = Callable[..., tuple[Finding, ...]]

pytestmark = pytest.mark.usefixtures("limit_time")

WRONG = (None, 0, "text", [None], True)
KEYS = ("x", "/x", "200", "COPY", "text/x")
HEAD: dict[str, Any] = {"openapi": "3.2.0", "info": {"title": "T", "version": "1"}, "paths": {}}


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Return a function that loads a document, and gives all that was found."""

    def load_document(document: Json, parts: Json = None) -> tuple[Finding, ...]:
        (tmp_path / "openapi.json").write_text(json.dumps(document))
        (tmp_path / "parts.json").write_text(json.dumps(parts))
        try:
            return load_description(Target(tmp_path / "openapi.json")).warnings
        except DescriptionError as error:
            return error.findings

    return load_document


def inner(way: Way, value_type: ValueType) -> Iterator[tuple[Way, ValueType]]:
    """Yield the places below a place: one entry of each map, one item of each list, every member of an object."""
    match value_type:
        case Of(name):
            for key, member in OBJECTS[name].members.items():
                if key != "$ref":
                    yield (*way, key), member.value_type
            if OBJECTS[name].entries:
                yield from inner(way, OBJECTS[name].entries)
        case MapValue(value, rule):
            yield (*way, next(key for key in KEYS if rule is None or rule.pattern.fullmatch(key))), value
        case ArrayValue(item):
            yield (*way, 0), item
        case _:
            return


def places() -> dict[str, list[tuple[Way, ValueType]]]:
    """Return for each object of the table the places in it that hold objects, maps or lists, by the shortest way."""
    found: dict[str, list[tuple[Way, ValueType]]] = {}
    waiting: deque[tuple[Way, ValueType, str]] = deque([((), Of("OpenAPI"), "")])
    while waiting:
        way, value_type, owner = waiting.popleft()
        if isinstance(value_type, Of):
            found.setdefault(owner, []).append((way, value_type))
            if value_type.name in found:
                continue
            owner = value_type.name
            found[owner] = []
        elif isinstance(value_type, MapValue | ArrayValue):
            found.setdefault(owner, []).append((way, value_type))
        waiting.extend((below, inside, owner) for below, inside in inner(way, value_type))
    del found[""]
    return found


PLACES = places()


def put(way: Way, value: Json) -> dict[str, Any]:
    """Return a document that has `value` at a place, and nothing beside the way there that is not required."""
    document: Json = json.loads(json.dumps(HEAD))
    at = document
    for segment, following in zip(way, (*way[1:], None), strict=True):
        fresh = value if following is None else [] if isinstance(following, int) else {}
        if isinstance(at, list):
            at.append(fresh)
        elif following is None or segment not in at:
            at[segment] = fresh
        at = at[segment]
    return document


def is_wrong(value: Json, value_type: ValueType) -> bool:
    if isinstance(value_type, ArrayValue):
        return not isinstance(value, list)
    return not (isinstance(value, bool) and value_type in {Of("Schema"), Of("Schema", reference=True)})


def pointer(way: Way) -> tuple[str, ...]:
    return tuple(map(str, way))


def test_every_object_of_the_table_is_reached():
    assert PLACES.keys() == OBJECTS.keys()


@pytest.mark.parametrize("kind", sorted(PLACES))
def test_each_place_of_each_object_is_told(kind: str, load: Load):
    for way, value_type in PLACES[kind]:
        for value in WRONG:
            if is_wrong(value, value_type):
                found = [each for each in load(put(way, value)) if each.location.pointer == pointer(way)]
                assert any(each.rule == "wrong-type" for each in found), (way, value)
                assert all(each.location.position.line == 1 for each in found)


SECTIONS = sorted(COMPONENT_SECTIONS.items())


@pytest.mark.parametrize(("kind", "section"), SECTIONS)
@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
def test_what_references_lead_to_is_told_once(kind: str, section: str, version: str, load: Load):
    """In the same document, and in another file, of which nothing is repeated."""
    if (section == "pathItems" and version == "3.0.3") or (section == "mediaTypes" and version != "3.2.0"):
        return
    title = OBJECTS[kind].title
    for value in WRONG:
        if not is_wrong(value, Of(kind)):
            continue
        uses = {f"u{number}": {"$ref": f"#/components/{section}/broken"} for number in range(3)}
        found = load(HEAD | {"openapi": version, "components": {section: {**uses, "broken": value}}})
        told = [each for each in found if each.location.pointer == ("components", section, "broken")]
        assert [each.rule for each in told] == ["wrong-type"], value
        assert told[0].message.startswith(f"'broken' in '{section}' must be {title}, not ")
        away = {"u": {"$ref": "parts.json#/broken"}}
        (told_away,) = load(HEAD | {"openapi": version, "components": {section: away}}, {"broken": value})
        assert told_away.message.startswith(f"this must be {title}, not ")
        assert (told_away.location.source.name.endswith("parts.json"), told_away.location.position.column) == (True, 12)


@pytest.mark.parametrize("value", WRONG, ids=repr)
@pytest.mark.parametrize("home", ["openapi.json", "parts.json"])
@pytest.mark.parametrize(
    "extension",
    [
        {"x-specloom": {"links": {"schema": "L", "href": "/href"}}},
        {
            "paths": {
                "/x": {
                    "get": {
                        "parameters": [
                            {
                                "name": "expand",
                                "in": "query",
                                "schema": {"type": "string"},
                                "x-specloom": {"expand": {"schema": "L", "grammar": "dots"}},
                            }
                        ],
                        "responses": {"200": {"description": "ok"}},
                    }
                }
            }
        },
        {"components": {"schemas": {"S": {"type": "object", "x-specloom": {"link": "L"}}}}},
    ],
    ids=["links", "expand", "link"],
)
def test_what_x_specloom_calls_by_name_is_told_once(value: Json, home: str, extension: Mapping[str, Any], load: Load):
    document = json.loads(json.dumps({**HEAD, **extension}))
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    schemas["L" if home == "openapi.json" else "Other"] = value if home == "openapi.json" else {"$ref": "parts.json#/L"}
    found = load(document, {"L": value})
    told = [each for each in found if "must be a Schema Object, not" in each.message]
    assert len(told) == (0 if isinstance(value, bool) else 1)


@pytest.mark.parametrize("text", ["", "[]", "word", "3"])
@pytest.mark.parametrize("reference", ["part.yaml", "part.yaml#", "./part.yaml"])
def test_a_file_that_is_no_object_as_a_whole_is_told(reference: str, text: str, tmp_path: Path):
    document = HEAD | {"components": {"schemas": {"A": {"$ref": reference}}}}
    (tmp_path / "openapi.json").write_text(json.dumps(document))
    (tmp_path / "part.yaml").write_text(text)
    (found,) = [each for each in lint_description(Target(tmp_path / "openapi.json")).findings if each.severity.stops]
    assert found.location.source.name.endswith("part.yaml")
    assert found.message.startswith("this must be a Schema Object, not ")


def test_a_skipped_operation_that_is_called_as_a_schema_ends(tmp_path: Path):
    operation = {"operationId": "a", "responses": {"200": {"description": "ok"}}}
    schema = {"$ref": "#/paths/~1x/get"}
    document = {
        **HEAD,
        "x-specloom": {"links": {"schema": "get", "href": "/href"}},
        "paths": {"/x": {"get": operation}},
        "components": {"schemas": {"S": schema}},
    }
    (tmp_path / "openapi.json").write_text(json.dumps(document))
    assert lint_description(Target(tmp_path / "openapi.json", skip=("a",))).findings


SWAGGER: dict[str, Any] = {
    "swagger": "2.0",
    "info": {"title": "T", "version": "1", "contact": {"name": "n"}, "license": {"name": "l"}},
    "host": "h.example",
    "schemes": ["https"],
    "consumes": ["application/json"],
    "produces": ["application/json"],
    "paths": {
        "/x": {
            "parameters": [{"name": "q", "in": "query", "type": "array", "items": {"type": "string"}}],
            "get": {
                "tags": ["x"],
                "externalDocs": {"url": "https://d.example"},
                "parameters": [
                    {"$ref": "#/parameters/P"},
                    {"name": "b", "in": "body", "schema": {"$ref": "#/definitions/D"}},
                ],
                "responses": {
                    "200": {
                        "description": "ok",
                        "schema": {"$ref": "#/definitions/D"},
                        "headers": {"H": {"type": "string"}},
                        "examples": {"application/json": {}},
                    },
                    "400": {"$ref": "#/responses/R"},
                },
                "security": [{"key": []}],
            },
            "post": {
                "consumes": ["multipart/form-data"],
                "parameters": [{"name": "f", "in": "formData", "type": "file"}],
                "responses": {"200": {"description": "ok"}},
            },
        }
    },
    "definitions": {
        "D": {
            "type": "object",
            "properties": {"p": {"type": "array", "items": {"type": "string"}}},
            "additionalProperties": {"type": "string"},
            "allOf": [{"type": "object", "xml": {"name": "n"}}],
            "externalDocs": {"url": "https://d.example"},
        }
    },
    "parameters": {"P": {"name": "p", "in": "query", "type": "string"}},
    "responses": {"R": {"description": "r"}},
    "securityDefinitions": {
        "key": {"type": "apiKey", "name": "k", "in": "header"},
        "flow": {"type": "oauth2", "flow": "implicit", "authorizationUrl": "https://a.example", "scopes": {"s": "s"}},
    },
    "security": [{"key": []}],
    "tags": [{"name": "x", "externalDocs": {"url": "https://d.example"}}],
    "externalDocs": {"url": "https://d.example"},
}


def ways(value: Json, way: Way = ()) -> Iterator[Way]:
    """Yield the way to each object and list below a value."""
    for segment, child in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(child, dict | list):
            yield (*way, segment)
            yield from ways(child, (*way, segment))


@pytest.mark.parametrize("value", [*WRONG, {}], ids=repr)
def test_each_object_of_swagger_may_be_none(value: Json, load: Load):
    assert [each.rule for each in load(SWAGGER) if each.severity.stops] == []
    for way in ways(SWAGGER):
        document = json.loads(json.dumps(SWAGGER))
        at = document
        for segment in way[:-1]:
            at = at[segment]
        was, at[way[-1]] = at[way[-1]], value
        found = load(document)
        is_example = "examples" in way[:-1]
        if not (is_example or isinstance(was, type(value)) or (isinstance(value, bool) and is_schema(way))):
            at_place = [each for each in found if each.location.pointer == pointer(way)]
            assert any(each.rule == "wrong-type" for each in at_place), (way, value, found)


def is_schema(way: Way) -> bool:
    parents = {"definitions", "properties", "allOf"}
    return way[-1] in {"schema", "items", "additionalProperties"} or not parents.isdisjoint(way[-2:-1])
