"""Random OpenAPI descriptions of all versions: valid ones by construction, and what mutations make of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import quote

import yaml
from hostile_texts import NAMES, TEXTS
from hypothesis import strategies as st

__all__ = ["Described", "descriptions", "mutated"]

Json: TypeAlias = Any
_CASES = Path(__file__).parents[1] / "cases"
_TEXTS = st.sampled_from([*TEXTS.values(), "Some words.", ""])
_PLAIN = ("a", "b", "Thing", "item_id", "createdAt", "X-Kind")
_NAMES = st.sampled_from([*_PLAIN * 8, *(name for name in NAMES if name and "\x00" not in name)])
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
    """Makes schemas of one OpenAPI version.

    Args:
        version: The version.
        names: The names of the schemas that have one.
    """

    version: str
    names: tuple[str, ...]

    def named(self, number: int) -> st.SearchStrategy[Json]:
        """Return what the schema of that number may be. The first is an object; none is an alias of a later one."""
        return self.objects(2) if number == 0 else self.any(2, self.names[:number])

    def any(self, depth: int, aliases: tuple[str, ...] | None = None) -> st.SearchStrategy[Json]:
        """Return schemas.

        Args:
            depth: How deep others may be nested in them.
            aliases: The names that they may be mere references to, and have as members of unions; by default, all.
        """
        names = self.names if aliases is None else aliases
        choices = [self.scalars()]
        if names:
            choices.append(st.sampled_from(names).map(self.reference))
        if depth:
            choices += [self.objects(depth - 1), self.arrays(depth - 1)]
            if self.version != "2.0":
                choices += [self.unions(depth - 1, names), self.nullable(depth - 1, names)]
            choices.append(self.extended(depth - 1))
        return st.one_of(choices)

    def reference(self, name: str) -> Json:
        section = "definitions" if self.version == "2.0" else "components/schemas"
        return {"$ref": f"#/{section}/" + quote(name.replace("~", "~0").replace("/", "~1"))}

    def scalars(self) -> st.SearchStrategy[Json]:
        documented = st.fixed_dictionaries({}, optional={"description": _TEXTS, "title": _NAMES})
        kinds: list[st.SearchStrategy[Json]] = [
            _merged({"type": "string"}, st.sampled_from(_FORMATS).map(lambda name: {"format": name}), documented),
            _merged({"type": "string", "maxLength": 9}, documented, _TEXTS.map(lambda text: {"default": text})),
            _merged({"type": "string", "pattern": "^[a-z]+$"}, documented),
            _merged({"type": "string"}, _texts_of_enums().map(lambda values: {"enum": values}), documented),
            _merged({"type": "integer", "format": "int64", "minimum": 0}, documented),
            _merged({"type": "integer"}, st.sets(st.integers(), min_size=1).map(lambda v: {"enum": sorted(v)})),
            _merged({"type": "number", "multipleOf": 0.5, "maximum": 1e6}, documented),
            _merged({"type": "boolean", "default": True}, documented),
            documented,
        ]
        if self.version == "3.1":
            kinds += [
                st.sampled_from([{"type": "null"}, {"type": ["string", "integer"]}, {"type": "number", "const": 1.5}]),
                _merged({"type": ["string", "null"], "exclusiveMinimum": 3}, documented),
                _TEXTS.map(lambda text: {"const": text}),
            ]
        return st.one_of(kinds)

    @st.composite
    @staticmethod
    def _objects(draw: st.DrawFn, self: _Schemas, depth: int) -> Json:
        names = draw(st.lists(_NAMES, max_size=4, unique=True))
        schema = {"type": "object", "properties": {name: draw(self.any(depth)) for name in names}}
        if names and (required := draw(st.lists(st.sampled_from(names), unique=True))):
            schema["required"] = required
        if draw(st.booleans()):
            schema["description"] = draw(_TEXTS)
        if draw(st.booleans()):
            schema["additionalProperties"] = draw(st.booleans() | self.any(depth))
        return schema

    def objects(self, depth: int) -> st.SearchStrategy[Json]:
        return self._objects(self, depth)

    def arrays(self, depth: int) -> st.SearchStrategy[Json]:
        bounds = st.fixed_dictionaries({}, optional={"minItems": st.just(1), "uniqueItems": st.booleans()})
        return _merged({"type": "array"}, self.any(depth).map(lambda items: {"items": items}), bounds)

    def unions(self, depth: int, names: tuple[str, ...]) -> st.SearchStrategy[Json]:
        members = st.lists(self.any(depth, names), min_size=1, max_size=3)
        return st.builds(lambda word, schemas: {word: schemas}, st.sampled_from(("oneOf", "anyOf")), members)

    def nullable(self, depth: int, names: tuple[str, ...]) -> st.SearchStrategy[Json]:
        if self.version == "3.0":
            return st.one_of(self.objects(depth), self.arrays(depth)).map(lambda schema: {**schema, "nullable": True})
        return self.any(depth, names).map(lambda schema: {"anyOf": [schema, {"type": "null"}]})

    def extended(self, depth: int) -> st.SearchStrategy[Json]:
        """Return objects that have all that the first named schema has."""
        more = st.dictionaries(_NAMES.map(lambda name: f"more {name}"), self.any(depth), max_size=2)
        base = self.reference(self.names[0])
        return more.map(lambda properties: {"allOf": [base, {"type": "object", "properties": properties}]})


def _merged(fixed: dict[str, Json], *others: st.SearchStrategy[dict[str, Json]]) -> st.SearchStrategy[dict[str, Json]]:
    return st.builds(lambda *parts: {key: value for part in (fixed, *parts) for key, value in part.items()}, *others)


def _texts_of_enums() -> st.SearchStrategy[list[str]]:
    return st.lists(_NAMES | _TEXTS, min_size=1, max_size=4, unique=True)


@st.composite
def _documents(draw: st.DrawFn, version: str) -> dict[str, Json]:
    names = tuple(draw(st.lists(_NAMES, min_size=1, max_size=4, unique=True)))
    schemas = _Schemas(version, names)
    named = {name: draw(schemas.named(number)) for number, name in enumerate(names)}
    paths: dict[str, Json] = {}
    for number in range(draw(st.integers(1, 3))):
        path = f"/things{number}" + draw(st.sampled_from(["", "/{id}", "/{id}/parts"]))
        methods = draw(st.lists(st.sampled_from(_METHODS), min_size=1, max_size=3, unique=True))
        paths[path] = {method: draw(_operations(schemas, path, f"{number}{method}")) for method in methods}
    info = {"title": draw(_TEXTS | _NAMES) or "Things", "version": "1", "description": draw(_TEXTS)}
    if version == "2.0":
        document = {"swagger": "2.0", "info": info, "host": "api.example", "schemes": ["https"]}
        return {**document, "paths": paths, "definitions": named}
    document = {"openapi": {"3.0": "3.0.3", "3.1": "3.1.0"}[version], "info": info}
    return {**document, "servers": [{"url": "https://api.example"}], "paths": paths, "components": {"schemas": named}}


@st.composite
def _operations(draw: st.DrawFn, schemas: _Schemas, path: str, id_: str) -> Json:
    operation: dict[str, Json] = {"responses": draw(_responses(schemas))}
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
        parameters.append({"name": "body", "in": "body", "required": True, "schema": draw(schemas.any(1))})
    elif takes_body:
        operation["requestBody"] = draw(_bodies(schemas))
    if parameters:
        operation["parameters"] = parameters
    return operation


def _is_token(name: str) -> bool:
    return name.isascii() and name.replace("-", "").replace("_", "").isalnum()


def _parameter(name: str, place: str, schema: Json, version: str) -> Json:
    parameter = {"name": name, "in": place, "required": place == "path"}
    return {**parameter, **schema} if version == "2.0" else {**parameter, "schema": schema}


@st.composite
def _bodies(draw: st.DrawFn, schemas: _Schemas) -> Json:
    media_type = draw(
        st.sampled_from(["application/json", "multipart/form-data", "application/x-www-form-urlencoded", "image/png"])
    )
    fields = st.dictionaries(_NAMES, schemas.scalars(), max_size=3).map(lambda p: {"type": "object", "properties": p})
    match media_type:
        case "application/json":
            content = {"schema": draw(schemas.any(1))}
        case "image/png":
            content = {}
        case _:
            content = {"schema": draw(fields)}
    return {"required": draw(st.booleans()), "content": {media_type: content}}


@st.composite
def _responses(draw: st.DrawFn, schemas: _Schemas) -> Json:
    statuses = draw(st.lists(st.sampled_from(["200", "201", "204", "404", "default"]), min_size=1, unique=True))
    responses: dict[str, Json] = {}
    for status in statuses:
        responses[status] = {"description": draw(_TEXTS)}
        if status == "204" or not draw(st.booleans()):
            continue
        schema = draw(schemas.any(1))
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
