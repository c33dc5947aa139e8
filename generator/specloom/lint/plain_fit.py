"""Tells at once that a value fits its schema, by the keywords that nearly all schemas are made of.

The library that can tell in every case takes longer to import than a description takes to read, so it is asked about
the rest alone: about keywords that say more, and about values that do not fit, as it says best why.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, cast

from specloom.ir.formats import fits_format
from specloom.lint.keyword_meaning import fits_pattern, missing_members
from specloom.spec.document import Json

__all__ = ["PlainFit"]

_MOST_STEPS: Final = 1000
"""For one value: choices between choices double them at each level."""
_MOST_LEVELS: Final = 32
"""Of schemas inside each other: this calls itself for each."""
_KINDS: Final[Mapping[str, tuple[type, ...]]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
    "array": (list,),
    "object": (dict,),
}
_SAYS_MORE: Final = frozenset(
    "$dynamicRef contains dependentSchemas multipleOf not patternProperties prefixItems propertyNames unevaluatedItems "
    "unevaluatedProperties uniqueItems".split()
)
"""What only the library understands; other keywords that are not here say nothing (JSON Schema 2020-12, core 6.5)."""


def _is_of(value: Json, kinds: str | list[str]) -> bool:
    return any(type(value) in _KINDS.get(kind, ()) for kind in ([kinds] if isinstance(kinds, str) else kinds))


def _is_listed(value: Json, members: list[Json]) -> bool:
    return not isinstance(value, list | dict) and any(type(value) is type(each) and value == each for each in members)


def _bound(kinds: type | tuple[type, ...], holds: Callable[[Any, Any], bool]) -> Callable[[Json, Any], bool]:
    return lambda value, limit: not isinstance(value, kinds) or isinstance(value, bool) or holds(value, limit)


_CHECKS: Final[Mapping[str, Callable[[Json, Any], bool]]] = {
    "type": _is_of,
    "enum": _is_listed,
    "const": lambda value, constant: _is_listed(value, [constant]),
    "format": lambda value, name: fits_format(name, value),
    "pattern": lambda value, pattern: fits_pattern(pattern, value),
    "minimum": _bound((int, float), lambda value, limit: value >= limit),
    "maximum": _bound((int, float), lambda value, limit: value <= limit),
    "exclusiveMinimum": _bound((int, float), lambda value, limit: value > limit),
    "exclusiveMaximum": _bound((int, float), lambda value, limit: value < limit),
    "minLength": _bound(str, lambda value, limit: len(value) >= limit),
    "maxLength": _bound(str, lambda value, limit: len(value) <= limit),
    "minItems": _bound(list, lambda value, limit: len(value) >= limit),
    "maxItems": _bound(list, lambda value, limit: len(value) <= limit),
    "minProperties": _bound(dict, lambda value, limit: len(value) >= limit),
    "maxProperties": _bound(dict, lambda value, limit: len(value) <= limit),
}


class PlainFit:
    """Looks at values, at each for no longer than a moment.

    Args:
        definitions: What stands at `#/$defs/…`.
    """

    def __init__(self, definitions: Mapping[str, Json]) -> None:
        self._targets = {f"#/$defs/{name}": schema for name, schema in definitions.items()}
        self._left = 0
        self._levels_left = 0

    def is_sure(self, value: Json, schema: Json) -> bool:
        """Tell whether `value` certainly fits `schema`. If not, nothing is known."""
        self._left = _MOST_STEPS
        self._levels_left = _MOST_LEVELS
        return self._fits(value, schema)

    def _fits(self, value: Json, schema: Json) -> bool:
        self._left -= 1
        if self._left < 0 or self._levels_left == 0 or not isinstance(schema, dict):
            return schema is True
        self._levels_left -= 1
        fits = all(self._keeps(value, keyword, limit, schema) for keyword, limit in schema.items())
        self._levels_left += 1
        return fits

    def _keeps(self, value: Json, keyword: str, limit: Any, schema: Mapping[str, Json]) -> bool:  # noqa: ANN401 - JSON
        if check := _CHECKS.get(keyword):
            return check(value, limit)
        match keyword:
            case "$ref":
                return self._fits(value, self._targets[limit])
            case "allOf":
                return all(self._fits(value, part) for part in limit)
            case "anyOf":
                return any(self._fits(value, choice) for choice in limit)
            case "oneOf":
                possible = [choice for choice in limit if not self._is_of_other_type(value, choice)]
                return len(possible) == 1 and self._fits(value, possible[0])
            case "if":  # where it is open which of the two branches holds, both have to
                decided = self._fits(value, limit) or self._fits(value, schema.get("else", True))
                return decided and self._fits(value, schema.get("then", True))
            case "items" if isinstance(value, list):
                return all(self._fits(item, limit) for item in value)
            case "required" | "properties" | "additionalProperties" | "dependentRequired" if isinstance(value, dict):
                return self._has_members(value, keyword, limit, schema)
            case _:
                return keyword not in _SAYS_MORE

    def _has_members(self, value: dict[str, Json], keyword: str, limit: Any, schema: Mapping[str, Json]) -> bool:  # noqa: ANN401 - JSON
        match keyword:
            case "required":
                return not any(missing_members(limit, value, schema))
            case "dependentRequired":
                return all(value.keys() >= set(others) for name, others in limit.items() if name in value)
            case "properties":
                return all(self._fits(value[name], part) for name, part in limit.items() if name in value)
            case _:
                named = cast("dict[str, Json]", schema.get("properties", {}))
                return all(self._fits(member, limit) for name, member in value.items() if name not in named)

    def _is_of_other_type(self, value: Json, schema: Json) -> bool:
        """Tell whether a schema, or what it refers to, certainly has no values of this type."""
        while isinstance(schema, dict):
            self._left -= 1
            if "type" in schema and not isinstance(value, float):  # 1.0 is an integer as well
                return not _is_of(value, cast("list[str]", schema["type"]))
            if "$ref" not in schema or self._left < 0:
                return False
            schema = self._targets[cast("str", schema["$ref"])]
        return False
