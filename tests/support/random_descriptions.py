"""Random OpenAPI descriptions of all versions: valid ones by construction, and what mutations make of them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import quote

import yaml
from hostile_texts import NAMES, TEXTS
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["Described", "descriptions", "mutated"]

Json: TypeAlias = Any
_CASES = Path(__file__).parents[1] / "cases"
_LONG = 1000
_TEXTS = st.sampled_from([*(text for text in TEXTS.values() if len(text) < _LONG), "Some words.", ""])
_PLAIN = ("a", "b", "Thing", "item_id", "createdAt", "X-Kind")
_NAMES = st.sampled_from([*_PLAIN * 8, *(name for name in NAMES if any(letter.isalnum() for letter in name))])
"""Names of which some Python name can be made."""
_METHODS = ("get", "put", "post", "delete", "patch", "head", "options")
_FORMATS = ("date", "date-time", "time", "uuid", "byte", "binary", "decimal", "email", "uri", "unheard-of")
_REPEATED = "\ue000"
"""Stands in a member's name of what is written twice, and is taken out of the text."""


@dataclass(frozen=True)
class Described:
    """A description as text, and how to call the file."""

    text: str
    name: str
    routes: frozenset[str] = frozenset()
    """The operations that it has, where they are known: `GET /x`."""


def descriptions(version: str) -> st.SearchStrategy[Described]:
    """Return valid descriptions of an OpenAPI version: `2.0`, `3.0` or `3.1`."""
    return _documents(version).map(_described)


def _described(document: dict[str, Json]) -> Described:
    routes = {
        f"{method.upper()} {path}" for path, item in document["paths"].items() for method in item if method in _METHODS
    }
    return Described(json.dumps(document, indent=1), "openapi.json", frozenset(routes))


@dataclass(frozen=True)
class _Schemas:
    """Makes schemas of one OpenAPI version, one decision after the other: strategies of strategies take much longer.

    Args:
        draw: Draws from a strategy.
        version: The version.
        names: The names of the schemas that have one.
    """

    draw: st.DrawFn
    version: str
    names: tuple[str, ...]

    def named(self, number: int) -> Json:
        """Return what the schema of that number may be. The first is an object; none is an alias of a later one."""
        return self.object(2) if number == 0 else self.any(2, self.names[:number])

    def any(self, depth: int, aliases: tuple[str, ...] | None = None) -> Json:
        """Return a schema.

        Args:
            depth: How deep others may be nested in it.
            aliases: The names that it may be a mere reference to, or have as members of a union; by default, all.
        """
        names = self.names if aliases is None else aliases
        kinds = ["scalar", "scalar", "reference", *(["object", "array", "extended"] if depth else [])]
        if depth and self.version != "2.0":
            kinds += ["union", "nullable"]
        match self.draw(st.sampled_from(kinds)):
            case "scalar":
                return self.scalar()
            case "reference":
                return self.reference(self.draw(st.sampled_from(names)))
            case "object":
                return self.object(depth - 1)
            case "array":
                return {"type": "array", "items": self.any(depth - 1), **self.draw(_BOUNDS)}
            case "union":
                number = self.draw(st.integers(1, 3))
                word = self.draw(st.sampled_from(("oneOf", "anyOf")))
                return {word: [self.any(depth - 1, names) for _ in range(number)]}
            case "nullable":
                return self.nullable(depth - 1, names)
            case _:
                return self.extended(depth - 1)

    def reference(self, name: str) -> Json:
        section = "definitions" if self.version == "2.0" else "components/schemas"
        return {"$ref": f"#/{section}/" + quote(name.replace("~", "~0").replace("/", "~1"))}

    def scalar(self) -> Json:
        choice = self.draw(_SCALARS_31 if self.version == "3.1" else _SCALARS)
        return {**choice, **self.draw(_DOCUMENTED)}

    def object(self, depth: int) -> Json:
        names = self.draw(st.lists(_NAMES, max_size=4, unique=True))
        schema: dict[str, Json] = {"type": "object", "properties": {name: self.any(depth) for name in names}}
        if names and (required := self.draw(st.lists(st.sampled_from(names), unique=True))):
            schema["required"] = required
        if self.draw(st.booleans()):
            schema["additionalProperties"] = self.draw(st.booleans()) or self.any(depth)
        return {**schema, **self.draw(_DOCUMENTED)}

    def nullable(self, depth: int, names: tuple[str, ...]) -> Json:
        if self.version == "3.0":
            return {**self.object(depth), "nullable": True}
        return {"anyOf": [self.any(depth, names), {"type": "null"}]}

    def extended(self, depth: int) -> Json:
        """Return an object that has all that the first named schema has."""
        names = self.draw(st.lists(_NAMES, max_size=2, unique=True))
        more = {"type": "object", "properties": {f"more {name}": self.any(depth) for name in names}}
        return {"allOf": [self.reference(self.names[0]), more]}


_DOCUMENTED = st.fixed_dictionaries({}, optional={"description": _TEXTS, "title": _NAMES})
_BOUNDS = st.fixed_dictionaries({}, optional={"minItems": st.just(1), "uniqueItems": st.booleans()})
_ENUMS = st.lists(_NAMES | _TEXTS, min_size=1, max_size=4, unique=True)
_SCALARS: st.SearchStrategy[dict[str, Json]] = st.one_of(
    st.sampled_from(_FORMATS).map(lambda name: {"type": "string", "format": name}),
    _TEXTS.map(lambda text: {"type": "string", "maxLength": max(9, len(text)), "default": text}),
    _ENUMS.map(lambda values: {"type": "string", "enum": values}),
    st.sets(st.integers(), min_size=1, max_size=4).map(lambda values: {"type": "integer", "enum": sorted(values)}),
    st.sampled_from(
        [
            {"type": "string"},
            {"type": "string", "pattern": "^[a-z]+$"},
            {"type": "integer", "format": "int64", "minimum": 0},
            {"type": "number", "multipleOf": 0.5, "maximum": 1e6},
            {"type": "boolean", "default": True},
            {},
        ]
    ),
)
_SCALARS_31 = st.one_of(
    _SCALARS,
    _TEXTS.map(lambda text: {"const": text}),
    st.sampled_from(
        [
            {"type": "null"},
            {"type": ["string", "integer"]},
            {"type": ["integer", "null"], "exclusiveMinimum": 3},
            {"type": "number", "const": 1.5},
        ]
    ),
)


@st.composite
def _documents(draw: st.DrawFn, version: str) -> dict[str, Json]:
    names = tuple(draw(st.lists(_NAMES, min_size=1, max_size=4, unique=True)))
    schemas = _Schemas(draw, version, names)
    named = {name: schemas.named(number) for number, name in enumerate(names)}
    paths: dict[str, Json] = {}
    for number in range(draw(st.integers(1, 3))):
        path = f"/things{number}" + draw(st.sampled_from(["", "/{id}", "/{id}/parts"]))
        methods = draw(st.lists(st.sampled_from(_METHODS), min_size=1, max_size=3, unique=True))
        paths[path] = {method: _operation(schemas, path, f"{number}{method}") for method in methods}
    info = {"title": draw(_TEXTS | _NAMES) or "Things", "version": "1", "description": draw(_TEXTS)}
    if version == "2.0":
        document = {"swagger": "2.0", "info": info, "host": "api.example", "schemes": ["https"]}
        return {**document, "paths": paths, "definitions": named}
    document = {"openapi": {"3.0": "3.0.3", "3.1": "3.1.0"}[version], "info": info}
    return {**document, "servers": [{"url": "https://api.example"}], "paths": paths, "components": {"schemas": named}}


def _operation(schemas: _Schemas, path: str, id_: str) -> Json:
    draw = schemas.draw
    operation: dict[str, Json] = {"responses": _responses(schemas)}
    if draw(st.booleans()):
        operation["operationId"] = draw(st.just(id_) | _NAMES.map(lambda name: f"{name}{id_}"))
    if draw(st.booleans()):
        operation["tags"] = [draw(_NAMES)]
    if draw(st.booleans()):
        operation |= {"summary": draw(_TEXTS), "description": draw(_TEXTS)}
    parameters = [_parameter("id", "path", {"type": "string"}, schemas.version)] if "{id}" in path else []
    wanted = st.tuples(_NAMES, st.sampled_from(("query", "header")))
    for name, place in draw(st.lists(wanted, max_size=3, unique=True)):
        if place == "header" and not _is_token(name):
            continue
        schema = draw(st.sampled_from([{"type": "string"}, {"type": "integer", "minimum": 1}, {"type": "boolean"}]))
        if draw(st.booleans()):
            schema = {"type": "array", "items": schema}
        parameters.append(_parameter(name, place, schema, schemas.version))
    takes_body = id_.endswith(("put", "post", "patch")) and draw(st.booleans())
    if takes_body and schemas.version == "2.0":
        parameters.append({"name": "body", "in": "body", "required": True, "schema": schemas.any(1)})
    elif takes_body:
        operation["requestBody"] = _body(schemas)
    if parameters:
        operation["parameters"] = parameters
    return operation


def _is_token(name: str) -> bool:
    return name.isascii() and name.replace("-", "").replace("_", "").isalnum()


def _parameter(name: str, place: str, schema: Json, version: str) -> Json:
    parameter = {"name": name, "in": place, "required": place == "path"}
    return {**parameter, **schema} if version == "2.0" else {**parameter, "schema": schema}


def _body(schemas: _Schemas) -> Json:
    draw = schemas.draw
    media_type = draw(
        st.sampled_from(["application/json", "multipart/form-data", "application/x-www-form-urlencoded", "image/png"])
    )
    match media_type:
        case "application/json":
            content = {"schema": schemas.any(1)}
        case "image/png":
            content = {}
        case _:
            names = draw(st.lists(_NAMES, max_size=3, unique=True))
            content = {"schema": {"type": "object", "properties": {name: schemas.scalar() for name in names}}}
    return {"required": draw(st.booleans()), "content": {media_type: content}}


def _responses(schemas: _Schemas) -> Json:
    draw = schemas.draw
    statuses = draw(st.lists(st.sampled_from(["200", "201", "204", "404", "default"]), min_size=1, unique=True))
    responses: dict[str, Json] = {}
    for status in statuses:
        responses[status] = {"description": draw(_TEXTS)}
        if status == "204" or not draw(st.booleans()):
            continue
        schema = schemas.any(1)
        responses[status] |= (
            {"schema": schema} if schemas.version == "2.0" else {"content": {"application/json": {"schema": schema}}}
        )
    return responses


# What is wrong in every way.

_WRONG = [
    *(None, True, 0, -1, 10**400, 1.5, "", "x", [], {}, [[]], [None], {"": None}, {"$ref": "#"}, {"$ref": 3}),
    *("#/components/schemas/x", "https://x.example/y.yaml", "../x.yaml", "{x}", "%", "~2", float("nan"), float("inf")),
    *({"type": "object"}, {"type": ["null"]}, {"enum": []}, {"allOf": []}, {"oneOf": [{}]}, {"not": {}}, False),
    *({"x-specloom": 1}, {"x-specloom": {"name": "class"}}, "3.1.0", "object", "array", "path", "\ud800"),
]
_Place: TypeAlias = tuple[Any, Any]
"""A container, and a key or index in it."""


def mutated(*versions: str) -> st.SearchStrategy[tuple[Described, Described]]:
    """Return descriptions as they were and as some mutations left them: most are invalid then, some are not."""
    bases = st.one_of(st.sampled_from(_cases()), *(_documents(version) for version in versions))
    return bases.flatmap(_mutated)


@cache
def _cases() -> list[dict[str, Json]]:
    """Return the descriptions of one file that show the generator's features."""
    found = (yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(_CASES.glob("*/openapi.yaml")))
    return [json.loads(json.dumps(document, default=str)) for document in found]


@st.composite
def _mutated(draw: st.DrawFn, base: dict[str, Json]) -> tuple[Described, Described]:
    before = _described_as(base, "openapi.json")
    document = json.loads(before.text)
    for _ in range(draw(st.integers(1, 3))):
        places = [*_places(document)]
        if places:
            draw(st.sampled_from(_MUTATIONS))(draw, document, places[draw(st.integers(0, len(places) - 1))])
    name = draw(st.sampled_from(["openapi.json", "openapi.yaml"]))
    return before, _described_as(document, name)


def _described_as(document: Json, name: str) -> Described:
    text = json.dumps(document, indent=1, ensure_ascii=name == "openapi.json")
    text = text.encode("utf-8", "replace").decode()
    return Described(text.replace(_REPEATED, "").replace(json.dumps(_REPEATED)[1:-1], ""), name)


def _places(value: Json) -> Iterator[_Place]:
    """Yield every place of a document below its top, parents first."""
    waiting = [value]
    while waiting:
        container = waiting.pop()
        keys = container if isinstance(container, dict) else range(len(container))
        for key in keys:
            yield container, key
            if isinstance(container[key], dict | list):
                waiting.append(container[key])


def _replace(draw: st.DrawFn, _: Json, place: _Place) -> None:
    place[0][place[1]] = draw(st.sampled_from(_WRONG))


def _delete(_: st.DrawFn, __: Json, place: _Place) -> None:
    del place[0][place[1]]


def _repeat(_: st.DrawFn, __: Json, place: _Place) -> None:
    container, key = place
    if isinstance(container, dict):
        container[f"{key}{_REPEATED}"] = json.loads(json.dumps(container[key]))
    else:
        container.append(container[key])


def _say(draw: st.DrawFn, _: Json, place: _Place) -> None:
    place[0][place[1]] = draw(_TEXTS | _NAMES)


def _rename(draw: st.DrawFn, _: Json, place: _Place) -> None:
    container, key = place
    if isinstance(container, dict):
        container[draw(_NAMES | _TEXTS)] = container.pop(key)


def _refer(draw: st.DrawFn, document: Json, place: _Place) -> None:
    """Let a value refer to any other of the document, or to itself."""
    pointers = [*_pointers(document)]
    place[0][place[1]] = {"$ref": "#" + quote(pointers[draw(st.integers(0, len(pointers) - 1))])}


def _pointers(document: Json) -> Iterator[str]:
    waiting = [("", document)]
    while waiting:
        pointer, value = waiting.pop()
        yield pointer
        items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        waiting += [(f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}", item) for key, item in items]


def _nest(draw: st.DrawFn, _: Json, place: _Place) -> None:
    container, key = place
    wrap = draw(st.sampled_from(_WRAPS))
    for _ in range(draw(st.sampled_from([1, 2, 10, 60, 240]))):
        container[key] = wrap(container[key])


_WRAPS: list[Callable[[Json], Json]] = [
    lambda value: [value],
    lambda value: {"items": value},
    lambda value: {"type": "array", "items": value},
    lambda value: {"allOf": [value]},
    lambda value: {"anyOf": [value, {"type": "null"}]},
    lambda value: {"type": "object", "properties": {"a": value}},
    lambda value: {"type": "object", "additionalProperties": value},
]


def _exchange(draw: st.DrawFn, document: Json, place: _Place) -> None:
    """Put a copy of another value here."""
    places = [*_places(document)]
    container, key = places[draw(st.integers(0, len(places) - 1))]
    place[0][place[1]] = json.loads(json.dumps(container[key]))


_MUTATIONS = [_replace, _replace, _delete, _repeat, _say, _rename, _refer, _nest, _exchange]
