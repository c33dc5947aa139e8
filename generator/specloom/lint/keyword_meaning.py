"""What `format` and `required` mean where OpenAPI and clients read them in a way of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from specloom.spec.document import Json

__all__ = ["fits_format", "one_sided"]

_DATE_TIME: Final = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:?\d\d)", re.ASCII)
"""RFC 3339, 5.6, and the offset without its colon, which clients read as well."""
_FULL_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_FULL_TIME: Final = re.compile(r"\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)?", re.ASCII)
_UUID: Final = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_TEXT_FORMATS: Final[Mapping[str, Callable[[str], bool]]] = {
    "date-time": lambda text: bool(_DATE_TIME.fullmatch(text) and datetime.fromisoformat(text)),
    "date": lambda text: bool(_FULL_DATE.fullmatch(text) and date.fromisoformat(text)),
    "time": lambda text: bool(_FULL_TIME.fullmatch(text)) and time.fromisoformat(text) is not None,
    "uuid": lambda text: bool(_UUID.fullmatch(text)),
    "decimal": lambda text: Decimal(text).is_finite(),
    "unix-time": lambda text: text.removeprefix("-").isdecimal(),
}
"""Those that have a Python type (https://spec.openapis.org/registry/format/)."""
_INTEGER_BITS: Final = {"int32": 31, "int64": 63}


def fits_format(format: str, value: Json) -> bool:
    """Tell whether a value is written in a format. Any value is where the format is unknown or not about its kind."""
    if isinstance(value, str) and (check := _TEXT_FORMATS.get(format)):
        try:
            return check(value)
        except (ValueError, InvalidOperation):
            return False
    if isinstance(value, int) and not isinstance(value, bool) and (bits := _INTEGER_BITS.get(format)):
        return bool(-(2**bits) <= value < 2**bits)
    return True


def one_sided(schema: Mapping[str, Any]) -> frozenset[str]:
    """Return the properties that a schema requires of one side alone, of requests or of answers (4.8.24.2)."""
    properties = schema.get("properties")
    found = properties if isinstance(properties, dict) else {}
    required = [name for name in schema.get("required", ()) if isinstance(found.get(name), dict)]
    return frozenset(name for name in required if found[name].get("readOnly") or found[name].get("writeOnly"))
