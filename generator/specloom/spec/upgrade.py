"""Says what a description of OpenAPI 2.0, 3.0 or 3.2 says in the terms of OpenAPI 3.1."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from specloom.findings import Finding, Location, Pointer, Severity
from specloom.messages import shown, type_name
from specloom.source import SourceFile
from specloom.spec.document import Json
from specloom.spec.node import Moved, Version
from specloom.spec.objects import OPENAPI, children
from specloom.spec.shapes import Of, Shape
from specloom.spec.swagger import Swagger, upgrade_swagger, upgrade_swagger_document
from specloom.spec.upgrade_schema import upgrade_schema, upgrade_swagger_schema

__all__ = ["detect_version", "upgrade_document", "upgrade_fragment"]

Hook = Callable[[dict[str, Json], Pointer, Moved], None]
"""Changes a copy of an object in place; is told where the object was written."""

_OTHERS: Final = {
    "asyncapi": "an AsyncAPI document",
    "arazzo": "an Arazzo description",
    "overlay": "an OpenAPI Overlay",
    "swaggerVersion": "a Swagger 1 resource listing",
    "discoveryVersion": "a Google API discovery document",
    "item": "a Postman collection",
    "log": "an HTTP archive",
    "$schema": "a JSON Schema",
    "properties": "a JSON Schema",
}
_KNOWN: Final[Mapping[str, Version]] = {"2.0": "2.0", "3.0": "3.0", "3.1": "3.1", "3.2": "3.2"}


def detect_version(source: SourceFile) -> Version | Finding:
    """Return which version of OpenAPI an entry document is written in, or what is wrong with it."""
    data = source.data
    if not isinstance(data, dict):
        return _refuse(source, f"this is no OpenAPI document but {type_name(data)}")
    member = "swagger" if "swagger" in data and "openapi" not in data else "openapi"
    if member not in data:
        found = next((what for key, what in _OTHERS.items() if key in data), None)
        if found:
            return _refuse(source, f"this is no OpenAPI document but {found}")
        return _refuse(
            source, "this is no OpenAPI document: it has no member 'openapi'", "begin it with: openapi: 3.1.1"
        )
    written = str(data[member])
    is_version = re.fullmatch(r"\d[\w.+-]{,19}", written)
    known = _KNOWN.get(".".join(written.split(".")[:2]))
    if known and (member == "swagger") == (known == "2.0"):
        return known
    place = Location(source, (member,))
    return Finding(
        "unsupported-version",
        Severity.UNSUPPORTED,
        f"'{member}' cannot be {shown(written)}" if is_version else f"'{member}' is no version of OpenAPI",
        place if is_version else place.bare(),
        help="use OpenAPI 3.1, 3.0 or 3.2, or Swagger 2.0",
    )


def _refuse(source: SourceFile, message: str, advice: str = "") -> Finding:
    return Finding("not-openapi", Severity.ERROR, message, Location(source).bare(), help=advice)


def upgrade_document(data: Json, version: Version, moved: Moved, swagger: Swagger) -> Json:
    """Return a whole OpenAPI document in the terms of 3.1; `data` itself where nothing has to change."""
    if version == "2.0":
        data = upgrade_swagger_document(data, moved, swagger)
    return _rewrite(data, OPENAPI, (), moved, _HOOKS[version])


def upgrade_fragment(
    value: Json, kind: str, version: Version, written: Pointer, moved: Moved, swagger: Swagger
) -> Json:
    """Return one object in the terms of 3.1; `data` itself where nothing has to change.

    Args:
        value: The object as written.
        kind: Which object a reference expects here, a key of `OBJECTS`.
        version: The version that the object is written in.
        written: Where in its file it stands.
        moved: Receives the places of what does not stay where it is.
        swagger: What an object of OpenAPI 2.0 takes from its document.
    """
    if version == "2.0":
        value = upgrade_swagger(value, kind, written, moved, swagger)
    return _rewrite(value, Of(kind), written, moved, _HOOKS[version])


def _describe_response(response: dict[str, Json], _written: Pointer, _moved: Moved) -> None:
    if "$ref" not in response:
        response.setdefault("description", response.get("summary", ""))


_HOOKS: Final[Mapping[Version, Mapping[str, Hook]]] = {
    "2.0": {"Schema": upgrade_swagger_schema},
    "3.0": {"Schema": upgrade_schema},
    "3.1": {},
    "3.2": {"Response": _describe_response},
}


def _rewrite(value: Json, shape: Shape, written: Pointer, moved: Moved, hooks: Mapping[str, Hook]) -> Json:
    """Copy what the table describes, apply the hook of each object on the way down, and leave `value` as it is."""
    if not hooks:
        return value
    result = _copy(value, shape, written, moved, hooks)
    waiting: list[tuple[Json, Shape, Pointer]] = [(result, shape, written)]
    while waiting:
        parent, shape, written = waiting.pop()
        for segment, child, child_shape in list(children(parent, shape)):
            if not isinstance(child, dict | list):
                continue
            place = moved.get(child) or (*written, str(segment))
            copy = _copy(child, child_shape, place, moved, hooks)
            if isinstance(parent, dict):
                parent[str(segment)] = copy
            elif isinstance(parent, list):
                parent[int(segment)] = copy
            waiting.append((copy, child_shape, place))
    return result


def _copy(value: Json, shape: Shape, written: Pointer, moved: Moved, hooks: Mapping[str, Hook]) -> Json:
    if isinstance(value, list):
        copy: Json = list(value)
    elif isinstance(value, dict):
        copy = dict(value)
        if isinstance(shape, Of) and (hook := hooks.get(shape.name)):
            hook(copy, written, moved)
    else:
        return value
    if moved.get(value) is not None:
        moved.put(copy, written)
    return copy
