"""Which values of a type limits let through, and which these are where they are a few."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from fractions import Fraction
from math import ceil, floor
from typing import Final

from specloom.diff.schemas.types import kind_of
from specloom.source import Json
from specloom.spec.document import Schema
from specloom.spec.keywords import BOUNDS, KEYWORDS, RESTRICTIONS, SchemaType
from specloom.spec.validation import SchemaSet

_FEW: Final = 50
"""How many whole numbers between two bounds are taken as a list of them."""
_LIMITS: Final = (
    *(keyword for keyword, _ in BOUNDS if keyword.attribute != RESTRICTIONS),
    *(KEYWORDS[name] for name in ("pattern", "multipleOf")),
)
"""Keywords that say which values of a type are valid, and hold no schemas."""
LIMITING: Final = frozenset(keyword.attribute for keyword in _LIMITS)
"""The attributes of schemas that hold bounds, patterns and steps."""


def limits_of(schemas: Iterable[Schema]) -> Callable[[Json], bool] | None:
    """Return what tells whether a value keeps to the bounds and patterns of schemas; None where nothing can tell."""
    said = ({each.name: getattr(schema, each.attribute) for each in _LIMITS} for schema in schemas)
    limits: list[Json] = [{name: limit for name, limit in each.items() if limit is not None} for each in said]
    try:
        check = SchemaSet({}, {}).compile({"allOf": limits})
    except ValueError:  # a pattern that is none, or cannot be tried in time
        return None
    return lambda value: not check(value)


def all_values(
    types: frozenset[SchemaType] | None, listed: frozenset[str] | None, parts: list[Schema]
) -> list[Json] | None:
    """Return all values that fit, as far as types, lists and limits say; None where these are not a few.

    Args:
        types: Those that values can have, null among them; None: any.
        listed: The values that are listed, as `canonical` writes them; None: any.
        parts: The schemas that all have to be fitted.
    """
    if listed is not None:
        values: list[Json] = [json.loads(text) for text in sorted(listed)]
        values = [each for each in values if types is None or kind_of(each) in types]
    elif types is not None:
        of_types = [_values_of(kind, parts) for kind in sorted(types)]
        if None in of_types:
            return None
        values = [value for each in of_types for value in each or ()]
    else:
        return None
    check = limits_of(parts) if any(map(is_limited, parts)) else None
    return values if check is None else [*filter(check, values)]


def is_limited(schema: Schema) -> bool:
    """Tell whether a schema says any of what `limits_of` looks at."""
    return any(getattr(schema, name) is not None for name in LIMITING)


def divides(divisor: float, number: float) -> bool:
    """Tell whether multiples of the one are multiples of the other, as they are written in decimal."""
    return divisor != 0 and Fraction(str(number)) % Fraction(str(divisor)) == 0


def _values_of(kind: SchemaType, parts: list[Schema]) -> list[Json] | None:
    """Return all values of a type, and maybe more, where limits leave a few; None where they do not."""
    match kind:
        case "null":
            return [None]
        case "boolean":
            return [False, True]
        case "string":
            return [""] if any(part.max_length == 0 for part in parts) else None
        case "array":
            closed = (part for part in parts if part.items is not None and part.items.never and not part.prefix_items)
            return [[]] if any(closed) or any(part.max_items == 0 for part in parts) else None
        case "object":
            return [{}] if any(part.max_properties == 0 for part in parts) else None
        case _:
            return _numbers_between(kind, parts)


def _numbers_between(kind: SchemaType, parts: list[Schema]) -> list[Json] | None:
    """Return the numbers between the bounds of some schemas, and maybe these; None where they are not a few."""
    lower, upper = (
        [limit for part in parts for name in names if (limit := getattr(part, name)) is not None]
        for names in (("minimum", "exclusive_minimum"), ("maximum", "exclusive_maximum"))
    )
    if not lower or not upper:
        return None
    least, greatest = max(lower), min(upper)
    if least > greatest:
        return []
    if kind == "number":
        return None if least < greatest else [least]
    return [*range(floor(least), ceil(greatest) + 1)] if greatest - least < _FEW else None
