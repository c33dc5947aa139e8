"""Schemas of older drafts of JSON Schema, in the terms of 2020-12: what `$schema` and `jsonSchemaDialect` say they are.

Sources: https://json-schema.org/draft-04 to draft-07, https://json-schema.org/draft/2019-09 and their release notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from specloom.findings import Pointer
from specloom.source import Json, find_member
from specloom.spec.node import Moved
from specloom.spec.upgrade_schema import EXCLUSIVE_BOUNDS, upgrade_bound, upgrade_items

_DRAFT: Final = re.compile(r"json-schema\.org/draft[-/](0[4-7]|2019-09)/schema")
_KNOWN: Final = (
    r"https?://(json-schema\.org/(draft-0[4-7]/|draft/(2019-09|2020-12)/)?schema|spec\.openapis\.org/oas/3\.)"
)
_WITH_ID: Final = "05"
"""The draft from which on URIs stand at `$id`; before they did at `id`."""
_WITHOUT_SIBLINGS: Final = "07"
"""The last draft that ignores what stands beside `$ref`."""
_KEPT: Final = frozenset({"$ref", "description", "x-specloom", "definitions", "$defs"})


def is_known(dialect: str) -> bool:
    """Tell whether a dialect is one of OpenAPI, or a draft of JSON Schema that is read."""
    return re.match(_KNOWN, dialect) is not None


def names_older_draft(text: str) -> bool:
    """Tell whether a text names an older draft anywhere."""
    return _DRAFT.search(text) is not None


def draft_of(dialect: Json) -> str:
    """Return the draft that a dialect is, such as `07`; empty for the newest, and for those that nobody knows."""
    match = _DRAFT.search(dialect) if isinstance(dialect, str) else None
    return match[1] if match else ""


def draft_at(data: Json, pointer: Pointer, default: str) -> str:
    """Return the draft in which a schema is written: as it says itself, or the innermost schema around it that does.

    Others have the default.
    """
    said = (draft_of(each["$schema"]) for each in _way(data, pointer) if isinstance(each.get("$schema"), str))
    return [default, *said][-1]


def _way(value: Json, pointer: Pointer) -> Iterator[dict[str, Json]]:
    """Yield the objects on the way to a place."""
    found: tuple[Json, ...] = (value,)
    for segment in (*pointer, ""):
        if not found:
            return
        (here,) = found
        if isinstance(here, dict):
            yield here
        found = find_member(here, segment)


def upgrade_draft(schema: dict[str, Json], written: Pointer, moved: Moved, draft: str) -> None:
    """Change a schema of an older draft in place.

    `moved` receives the places of what does not stay where it is. An empty draft is none.
    """
    if not draft:
        return
    if draft < _WITH_ID and isinstance(schema.get("id"), str):
        schema["$id"] = schema.pop("id")
    if draft <= _WITHOUT_SIBLINGS and isinstance(schema.get("$ref"), str):
        for key in [key for key in schema if key not in _KEPT]:
            moved.leave_out(schema, key, written)
        return
    if draft < _WITH_ID:
        for exclusive, bound in EXCLUSIVE_BOUNDS:
            upgrade_bound(schema, exclusive, bound, written, moved)
    upgrade_items(schema, written, moved)
    split_dependencies(schema, written, moved)
    if schema.pop("$recursiveAnchor", False) is True:
        schema["$dynamicAnchor"] = ""
    if isinstance(schema.get("$recursiveRef"), str):
        schema["$dynamicRef"] = schema.pop("$recursiveRef")


def split_dependencies(schema: dict[str, Json], written: Pointer, moved: Moved) -> None:
    """Part `dependencies` into what requires other properties, and schemas that hold then, in place."""
    dependencies = schema.get("dependencies")
    if not isinstance(dependencies, dict):
        return
    del schema["dependencies"]
    place = (*written, "dependencies")
    names: Json = {key: value for key, value in dependencies.items() if isinstance(value, list)}
    schemas: Json = {key: value for key, value in dependencies.items() if not isinstance(value, list)}
    for keyword, part in (("dependentRequired", names), ("dependentSchemas", schemas)):
        if part and keyword not in schema:
            moved.put(part, place)
            schema[keyword] = part
