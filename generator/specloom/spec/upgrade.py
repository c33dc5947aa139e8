"""Says what a description of OpenAPI 2.0, 3.0 or 3.2 says in the terms of OpenAPI 3.1.

Whatever the version, this makes the copy of a document that is the loader's own, and has `repair` change it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from specloom.findings import DescriptionError, Finding, Location, Pointer, Severity
from specloom.messages import closest, quoted, type_name
from specloom.source import Json, SourceFile
from specloom.source.text import recognise_text
from specloom.spec.check_written import check_written, needs_no_check
from specloom.spec.dialects import draft_at, draft_of, upgrade_draft
from specloom.spec.node import File, Moved, Node
from specloom.spec.objects import OBJECTS, OPENAPI, children, referable
from specloom.spec.repair import repair_object
from specloom.spec.routes import METHODS
from specloom.spec.swagger import Swagger, upgrade_swagger, upgrade_swagger_document
from specloom.spec.swagger_objects import MADE_UP
from specloom.spec.upgrade_schema import NULL, upgrade_schema, upgrade_swagger_schema
from specloom.spec.value_types import Of, ValueType, Version

Hook = Callable[[dict[str, Json], Pointer, Moved], None]
"""Changes a copy of an object in place; is told where the object was written."""

_OTHERS: Final = {
    "asyncapi": "an AsyncAPI document",
    "arazzo": "an Arazzo description",
    "overlay": "an OpenAPI Overlay",
    "swaggerVersion": "a Swagger 1 resource listing",
    "discoveryVersion": "a Google API discovery document",
    "item": "a Postman collection",
    "collection": "a Postman collection",
    "_type": "an Insomnia export",
    "__schema": "a GraphQL schema",
    "_postman_variable_scope": "a Postman environment",
    "openrpc": "an OpenRPC document",
    "smithy": "a Smithy model",
    "shapes": "an AWS service model",
    "data": "an answer of a GraphQL server",
    "apiVersion": "a Kubernetes resource",
    "log": "an HTTP archive",
    "$schema": "a JSON Schema",
    "properties": "a JSON Schema",
}
_MISSPELLED: Final = 0.75
_KNOWN: Final[Mapping[str, Version]] = {"2": "2.0", "2.0": "2.0", "3.0": "3.0", "3.1": "3.1", "3.2": "3.2"}


def detect_version(source: SourceFile) -> Version:
    """Return which version of OpenAPI an entry document is written in.

    Raises:
        DescriptionError: It is no OpenAPI document, or of another version.
    """
    data = source.data
    if not isinstance(data, dict):
        foreign = recognise_text(source.text) or (
            f"this is no OpenAPI document but {type_name(data)}",
            "name the file that begins with openapi: 3.1.1, or with another version of it",
        )
        raise _refused(source, *foreign)
    member = "swagger" if "swagger" in data and "openapi" not in data else "openapi"
    if member not in data:
        found = next((what for key, what in _OTHERS.items() if key in data), None)
        if found:
            raise _refused(source, f"this is no OpenAPI document but {found}", "name the OpenAPI document instead")
        near = ((key, closest(key, ("openapi", "swagger"), cutoff=_MISSPELLED)) for key in data)
        meant = next((f"write {quoted(name)} in place of {quoted(key)}" for key, name in near if name), None)
        missing = "this is no OpenAPI document: it has no member 'openapi'", meant or "begin it with: openapi: 3.1.1"
        raise _refused(source, *(recognise_text(source.text) or missing))  # a short one can happen to be YAML
    written = str(data[member])
    is_version = re.fullmatch(r"\d[\w.+-]{,19}", written)
    known = _KNOWN.get(".".join(written.split(".")[:2]))
    if known and (member == "swagger") == (known == "2.0"):
        return known
    place = Location(source, (member,))
    message = f"'{member}' cannot be {quoted(written)}" if is_version else f"'{member}' is no version of OpenAPI"
    advice = "use OpenAPI 3.1, 3.0 or 3.2, or Swagger 2.0"
    at = place if is_version else place.bare()
    raise DescriptionError([Finding("unsupported-version", Severity.UNSUPPORTED, message, at, help=advice)])


def _refused(source: SourceFile, message: str, advice: str = "") -> DescriptionError:
    return DescriptionError([Finding("not-openapi", Severity.ERROR, message, Location(source).bare(), help=advice)])


def upgrade_document(file: File, swagger: Swagger) -> Json:
    """Return a whole OpenAPI document in the terms of 3.1, repaired. What is written stays as it is.

    The file receives the places of what does not stay where it is, and what was repaired.
    """
    data = file.data
    if file.version == "2.0":
        data = upgrade_swagger_document(data, file.moved, swagger)
    return _rewrite(Node(file, (), data, ()), OPENAPI, _hooks(file, _said_draft(file.data)))


def upgrade_fragment(node: Node, kind: str, swagger: Swagger, entry: SourceFile, *, is_upgraded: bool) -> Json:
    """Return one object in the terms of 3.1, repaired. What is written stays as it is.

    The entry document says in which dialect of JSON Schema schemas are written that do not say it. What the table of
    objects describes as something else `is_upgraded` with its document.
    """
    file = node.file
    if is_upgraded:
        return _rewrite(node, referable(kind), {})
    value = node.value
    if file.version == "2.0":
        value = upgrade_swagger(value, kind, node.written, file.moved, swagger)
    hooks = _hooks(file, _said_draft((file.source if file.complete else entry).data))
    return _rewrite(Node(file, node.pointer, value, node.written), referable(kind), hooks)


def _said_draft(data: Json) -> str:
    """Return the draft of JSON Schema in which the schemas of a document are written that do not say theirs."""
    return draft_of(data.get("jsonSchemaDialect")) if isinstance(data, dict) else ""


def _hooks(file: File, draft: str) -> Mapping[str, Hook]:
    """Return what changes the objects of a file; `draft` is that of schemas that do not say theirs."""
    hooks = _HOOKS[file.version]
    if file.version < "3.1" or not (draft or file.names_drafts):
        return hooks

    def upgrade(schema: dict[str, Json], written: Pointer, moved: Moved) -> None:
        upgrade_draft(schema, written, moved, draft_at(file.source.data, written, draft))

    return {**hooks, "Schema": upgrade}


def _describe_response(response: dict[str, Json], _written: Pointer, _moved: Moved) -> None:
    if "$ref" not in response:
        response.setdefault("description", response.get("summary", ""))


def _adopt_webhooks(document: dict[str, Json], written: Pointer, moved: Moved) -> None:
    """Take `x-webhooks`, which is how OpenAPI 3.0 is given what 3.1 calls `webhooks`, for these."""
    webhooks = document.get("x-webhooks")
    if "webhooks" in document or not isinstance(webhooks, dict):
        return
    if all(isinstance(item, dict) and {"$ref", *METHODS} & item.keys() for item in webhooks.values()):
        document["webhooks"] = document.pop("x-webhooks")
        moved.put(webhooks, (*written, "x-webhooks"))


_HOOKS: Final[Mapping[Version, Mapping[str, Hook]]] = {
    "2.0": {"Schema": upgrade_swagger_schema},
    "3.0": {"OpenAPI": _adopt_webhooks, "Schema": upgrade_schema},
    "3.1": {},
    "3.2": {"Response": _describe_response},
}


def _rewrite(root: Node, value_type: ValueType, hooks: Mapping[str, Hook]) -> Json:
    """Copy all objects that the table describes, each upgraded and then repaired on the way down."""
    file, places = root.file, root.file.moved.places
    result = _copy(root.value, value_type, root.written, file, hooks)
    # Where nothing is upgraded, objects that YAML aliases share stay shared, so that they are repaired once. An upgrade
    # cannot share them: it remembers by identity where a value was written.
    shared: dict[tuple[int, int], tuple[Json, Json]] = {}
    has_aliases = not hooks and file.source.format == "yaml"
    waiting: list[tuple[Any, ValueType, Pointer]] = [(result, value_type, root.written)]
    while waiting:
        parent, value_type, written = waiting.pop()
        for segment, child, child_type in children(parent, value_type):
            if has_aliases and (known := shared.get((id(child), id(child_type)))):
                parent[segment] = known[1]
                continue
            moved = places.get(id(child))
            place = moved[1] if moved else (*written, str(segment))
            copy = parent[segment] = _copy(child, child_type, place, file, hooks)
            if has_aliases:
                shared[id(child), id(child_type)] = (child, copy)  # with the child, lest another gets its identity
            waiting.append((copy, child_type, place))
    return result


def _copy(value: Json, value_type: ValueType, written: Pointer, file: File, hooks: Mapping[str, Hook]) -> Json:
    if isinstance(value, dict):
        copy: Json = (members := dict(value))
        if isinstance(value_type, Of):
            kind = OBJECTS[value_type.name]
            is_object = not (value_type.reference and "$ref" in members)
            is_odd = is_object and not needs_no_check(members, kind, file.version)
            # What is made up is not looked at, nor what `check_swagger` sees as it is written.
            if is_odd and value is not NULL and (file.version != "2.0" or kind.name not in MADE_UP):
                found = list(check_written(Node(file, written, value, written), kind))
                file.repairs.setdefault(id(members), []).extend(found)
            if hook := hooks.get(value_type.name):
                hook(members, written, file.moved)
            if is_object:
                repair_object(members, kind, written, file)
    elif isinstance(value, list):
        copy = list(value)
    else:
        return value
    if id(value) in file.moved.places:
        file.moved.put(copy, written)
    return copy
