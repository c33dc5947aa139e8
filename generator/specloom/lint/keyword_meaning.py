"""What `required` and `pattern` mean where OpenAPI and clients read them in a way of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from specloom.lint.patterns import matches

if TYPE_CHECKING:
    from specloom.spec.document import Json

__all__ = ["fits_pattern", "missing_members"]


def fits_pattern(pattern: str, value: Json) -> bool:
    """Tell whether a value matches a pattern, which is no pattern of Python's, and is not tried for long."""
    return not isinstance(value, str) or matches(pattern, value)


def missing_members(required: list[str], value: Json, schema: Mapping[str, Any]) -> Iterator[str]:
    """Yield what `required` asks for and `value` lacks, but properties that the other side alone sends (4.8.24.2)."""
    if not isinstance(value, dict):
        return
    for name in required:
        property_ = schema.get("properties", {}).get(name)
        one_sided = isinstance(property_, dict) and (property_.get("readOnly") or property_.get("writeOnly"))
        if name not in value and not one_sided:
            yield name
