"""What `required` means where OpenAPI reads it in a way of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def one_sided(schema: Mapping[str, Any]) -> frozenset[str]:
    """Return the properties that a schema requires of one side alone, of requests or of answers (4.8.24.2)."""
    properties = schema.get("properties")
    found = properties if isinstance(properties, dict) else {}
    required = [name for name in schema.get("required", ()) if isinstance(found.get(name), dict)]
    return frozenset(name for name in required if found[name].get("readOnly") or found[name].get("writeOnly"))
