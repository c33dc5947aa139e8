"""Tells whether a value can be checked against a schema in good time: schemas may be written to take forever."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from specloom.source import Json
from specloom.spec.keywords import KEYWORDS

_MOST_STEPS: Final = 200_000
_MOST_LEVELS: Final = 400
"""Of schemas that are tried inside each other. The library calls itself for each, and dies of some 3000."""
_MOST_LEVELS_UNEVALUATED: Final = 100
"""Of schemas that it looks for evaluated members in. It dies of some 700."""
UNEVALUATED: Final = frozenset({"unevaluatedProperties", "unevaluatedItems"})
_APPLYING: Final = {name: each for name, each in KEYWORDS.items() if each.kind == "applicator" and each.holds}

_TRYING: Final = frozenset({"$ref", *_APPLYING})
"""Keywords by which a schema tries others."""


class TooMuchError(Exception):
    """A value cannot be checked against a schema: `what` ends the sentence about it, as in `takes too long`."""

    def __init__(self, what: str, advice: str) -> None:
        super().__init__(what)
        self.what = what
        self.advice = advice


class Budget:
    """Counts, before a value is checked, how many schemas that tries.

    Choices between choices double the number at each level. It is counted fast all the same, since what a schema costs
    with a part of the value is counted once, however many ways lead there.
    """

    def __init__(self, targets: Mapping[str, Json]) -> None:
        self._targets = targets
        self._costs: dict[tuple[int, int], int] = {}

    def spend(self, value: Json, schema: Json) -> None:
        """Return if `value` can be checked against `schema`.

        Raises:
            TooMuchError: It would take too long, or too much of the stack.
        """
        if not _tries_others(schema):
            return  # most examples are of texts and numbers
        self._costs.clear()
        self._cost(value, schema, _MOST_LEVELS)

    def spend_on_unevaluated(self, schemas: Iterable[Json]) -> None:
        """Return if schemas with `unevaluatedProperties` or `unevaluatedItems` can be compiled, however they are used.

        The library looks for what evaluates members while it compiles, along all ways through choices and references.
        """
        for schema in schemas:
            self._costs.clear()
            self._cost(None, schema, _MOST_LEVELS_UNEVALUATED)

    def _cost(self, value: Json, schema: Json, levels: int) -> int:
        if not isinstance(schema, dict):
            return 1
        key = (id(value), id(schema))
        if (cost := self._costs.get(key)) is not None:
            return cost
        if levels == 0:
            raise TooMuchError("is nested too deeply", "show a value with fewer levels")
        cost = 1
        # Which members nobody evaluated is found by trying once more what stands beside.
        times = 1 + len(schema.keys() & UNEVALUATED)
        for keyword in (each for each in schema if each in _TRYING):
            for part, applied in self._applied(value, keyword, schema):
                cost += times * (self._cost(part, applied, levels - 1) if _tries_others(applied) else 1)
                if cost > _MOST_STEPS:
                    raise TooMuchError("takes too long", "let fewer of its choices lead to the same schemas")
        self._costs[key] = cost
        return cost

    def _applied(self, value: Json, keyword: str, schema: Mapping[str, Any]) -> Iterator[tuple[Json, Json]]:
        """Yield the parts of a value with the schemas that a keyword tries them against."""
        limit = schema[keyword]
        if keyword == "$ref":
            yield value, self._targets[limit]
            return
        known = _APPLYING[keyword]
        if known.in_place:
            yield from ((value, each) for each in known.schemas(limit))
        elif isinstance(value, dict) and "object" in known.types:
            yield from _of_members(value, keyword, schema)
        elif isinstance(value, list) and "array" in known.types:
            yield from ((item, limit) for item in value) if known.holds == "one" else zip(value, limit, strict=False)


def _tries_others(schema: Json) -> bool:
    return isinstance(schema, dict) and not _TRYING.isdisjoint(schema)


def _of_members(value: dict[str, Json], keyword: str, schema: Mapping[str, Any]) -> Iterator[tuple[Json, Json]]:
    limit = schema[keyword]
    match keyword:
        case "properties":
            yield from ((value[name], each) for name, each in limit.items() if name in value)
        case "patternProperties":
            yield from ((member, each) for member in value.values() for each in limit.values())
        case "propertyNames":
            yield from ((name, limit) for name in value)
        case _:
            named = schema.get("properties", {})
            yield from ((member, limit) for name, member in value.items() if name not in named)
