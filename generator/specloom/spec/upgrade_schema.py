"""Schema Objects of OpenAPI 3.0 and 2.0 in the terms of JSON Schema 2020-12.

Sources: https://spec.openapis.org/oas/v3.0.4, 4.7.24, and https://spec.openapis.org/oas/v2.0, "Schema Object".
"""

from __future__ import annotations

from typing import Final

from specloom.findings import Pointer
from specloom.record import replace
from specloom.source import Json
from specloom.spec.keywords import BOUNDS, CHOICES, KEYWORDS
from specloom.spec.node import Moved

NULL: Final[dict[str, Json]] = {"type": "null"}
"""The choice that an upgrade adds, which nobody has written."""
_KEPT_BESIDE_REFERENCE: Final = ("$ref", "description", "x-specloom")
_LIMITING: Final = frozenset({"allOf", "$ref", "enum", "type", *CHOICES})
"""The keywords without which any value is valid, null included, as far as `nullable` has something to add to them."""
EXCLUSIVE_BOUNDS: Final = tuple(
    (exclusive.name, inclusive.name)
    for exclusive, bound in BOUNDS
    for inclusive, other in BOUNDS
    if bound.exclusive and other == replace(bound, exclusive=False)
)
"""The keywords that were flags in OpenAPI 3.0 and 2.0, and the bounds that they were about."""


def upgrade_schema(schema: dict[str, Json], written: Pointer, moved: Moved) -> None:
    """Change a Schema Object of OpenAPI 3.0 in place.

    Beside `$ref` OpenAPI 3.0 ignores every member (4.7.23); descriptions and `x-specloom` are kept all the same, since
    they change no value.
    """
    if isinstance(schema.get("$ref"), str):
        for key in [key for key in schema if key not in _KEPT_BESIDE_REFERENCE]:
            moved.leave_out(schema, key, written)
        return
    for exclusive, bound in EXCLUSIVE_BOUNDS:
        if exclusive in schema:
            upgrade_bound(schema, exclusive, bound, written, moved)
    if schema.get("format") in ("byte", "base64"):
        del schema["format"]
        schema["contentEncoding"] = "base64"
    if "nullable" in schema:
        drop_nullable(schema, written, moved)


def upgrade_swagger_schema(schema: dict[str, Json], written: Pointer, moved: Moved) -> None:
    """Change a Schema Object of OpenAPI 2.0 in place; `x-nullable` is what its writers say for 3.0's `nullable`."""
    if isinstance(schema.get("discriminator"), str):
        schema["discriminator"] = {"propertyName": schema["discriminator"]}
    if schema.get("type") == "file":
        schema |= {"type": "string", "format": "binary"}
    if "x-nullable" in schema:
        schema["nullable"] = schema.pop("x-nullable")
    upgrade_schema(schema, written, moved)


def upgrade_bound(schema: dict[str, Json], exclusive: str, bound: str, written: Pointer, moved: Moved) -> None:
    """Change a flag into the bound that it makes exclusive, in place."""
    if schema.get(exclusive) is True and bound in schema:
        schema[exclusive] = schema.pop(bound)
    elif schema.get(exclusive) is True:
        moved.leave_out(schema, exclusive, written)
    elif schema.get(exclusive) is False:
        del schema[exclusive]


def upgrade_items(schema: dict[str, Json], written: Pointer, moved: Moved) -> None:
    """Change a list of `items` into `prefixItems`, in place, and `additionalItems` into the `items` after them.

    JSON Schema has said so until its draft 2019-09; OpenAPI 2.0 and 3.0 never allowed it.
    """
    items = schema.get("items")
    if isinstance(items, list) and "prefixItems" not in schema:
        schema["prefixItems"] = schema.pop("items")
        moved.put(items, (*written, "items"))
        if "additionalItems" in schema:
            rest = schema["items"] = schema.pop("additionalItems")
            if isinstance(rest, dict):
                moved.put(rest, (*written, "additionalItems"))


def drop_nullable(schema: dict[str, Json], written: Pointer, moved: Moved) -> None:
    """Say in other words what `nullable` says, in place.

    Where any value is valid anyway, it says nothing. What is said of members or items makes clients take the value to
    be an object or an array: then that is its type, with null.
    """
    nullable = schema.get("nullable")
    if nullable is True:
        if _LIMITING.isdisjoint(schema) and not schema.keys().isdisjoint(("properties", "items")):
            schema["type"] = "object" if "properties" in schema else "array"
        if _LIMITING.isdisjoint(schema):
            moved.leave_out(schema, "nullable", written)
        else:
            _allow_null(schema, written, moved)
    if isinstance(nullable, bool):
        schema.pop("nullable", None)


def _allow_null(schema: dict[str, Json], written: Pointer, moved: Moved) -> None:
    """Let `schema` allow null, which its writer meant by `nullable` even where 3.0 strictly gives it no effect."""
    if "allOf" in schema or "$ref" in schema:
        inner = {key: schema.pop(key) for key in list(schema) if not _stays_outside(key)}
        moved.put(inner, written)
        schema["anyOf"] = [inner, NULL]
        return
    enum, kind = schema.get("enum"), schema.get("type")
    if isinstance(enum, list) and None not in enum:
        schema["enum"] = [*enum, None]
    if isinstance(kind, str | list) and "null" not in (kinds := kind if isinstance(kind, list) else [kind]):
        schema["type"] = [*kinds, "null"]
    for keyword in CHOICES:
        options = schema.get(keyword)
        if isinstance(options, list) and NULL not in options:
            schema[keyword] = [*options, NULL]


def _stays_outside(key: str) -> bool:
    keyword = KEYWORDS.get(key)
    informs = keyword is not None and keyword.kind == "annotation"
    return informs or key.startswith("x-") or key == "nullable"
