"""JSON Schemas out of a description's Schema Objects, to check values against.

References lead from file to file and in circles, so every schema that is referred to becomes a definition of one set.
Schemas and patterns may come from somebody who wants it to take forever: what would take too long is not tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from specloom.ir.formats import fits_format
from specloom.source import Json
from specloom.spec.index import DocumentIndex
from specloom.spec.keywords import KEYWORDS
from specloom.spec.node import Node, NodeKey
from specloom.spec.validation import Mismatch, SchemaSet, first_error

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator


_MOST_STEPS: Final = 200_000
_MOST_LEVELS: Final = 400
"""Of schemas that are tried inside each other. The library calls itself for each, and dies of some 3000."""
_MOST_LEVELS_UNEVALUATED: Final = 100
"""Of schemas that it looks for evaluated members in. It dies of some 700."""
UNEVALUATED: Final = frozenset({"unevaluatedProperties", "unevaluatedItems"})
_APPLYING: Final = {name: each for name, each in KEYWORDS.items() if each.kind == "applicator" and each.holds}
_TRYING: Final = frozenset({"$ref", *_APPLYING})
"""Keywords by which a schema tries others."""
_MOST_BACKTRACKS: Final = 100_000
_LARGEST: Final = 1_000_000
"""Bytes that a pattern may take when it is compiled."""
_SAYING_NOTHING: Final = frozenset(
    (
        "discriminator",
        "x-specloom",
        *(name for name, each in KEYWORDS.items() if each.kind in {"annotation", "identifier"}),
    )
)
"""Keywords that say nothing about which values are valid (JSON Schema 2020-12, validation 9; OpenAPI 3.1, 4.8.24).

What identifiers say is known: references are made to lead to what they mean.
"""
_CHECKS: Final[Mapping[str, Callable[[Any, Json], bool]]] = {
    "format": fits_format,
    "pattern": lambda limit, value: not isinstance(value, str) or matches(limit, value),
}
_Check: TypeAlias = "Callable[[Json], list[Mismatch]]"
"""Returns why a value does not fit a schema."""


class JsonSchemas:
    """The Schema Objects of one description, as JSON Schemas."""

    def __init__(self, index: DocumentIndex) -> None:
        targets = [(holder, target) for holder, target in index.references if index.kinds.get(target.key) == "Schema"]
        names: dict[NodeKey, str] = {}
        self._references: dict[int, str] = {}
        for holder, target in targets:
            # No number: the library gives those in paths as if they were places in lists.
            name = names.setdefault(target.key, f"schema{len(names)}")
            self._references[id(holder.value)] = SchemaSet.reference(name)
        # A part of a file may be there twice, for itself and in what it stands in: the one that was walked over counts.
        self._walked = {node.key: node.value for node in index.objects("Schema")}
        self._schemas = {id(value) for value in self._walked.values()}
        self._copies: dict[int, dict[str, Json] | list[Json]] = {}
        values = {target.key: self._walked.get(target.key, target.value) for _, target in targets}
        self._set = SchemaSet({names[key]: self._rewritten(value) for key, value in values.items()}, _CHECKS)
        self._budget = _ValidationCost(self._set.targets)
        self._with_unevaluated = [each.value for each in index.objects("Schema") if UNEVALUATED & each.members.keys()]
        self._last: tuple[NodeKey, str, Json, _Check] | None = None
        self._simple: dict[str, _Check] = {}

    def first_error(self, value: Json, schema: Node, *, without: str = "") -> Mismatch | None:
        """Return what best explains why `value` does not fit `schema`; None where it does.

        Properties that only requests or only answers have need not be there, and `without` is a keyword that does not
        count.

        Raises:
            TooMuchError: Telling would take too long, or more of the stack than there is.
        """
        try:
            rewritten, check = self._compiled(schema, without)
            self._budget.spend(value, rewritten)
            return first_error(check(value))
        except RecursionError:
            raise TooMuchError("is nested too deeply", "show a value with fewer levels") from None

    def _compiled(self, schema: Node, without: str) -> tuple[Json, _Check]:
        """Return a schema, and what checks values against it, which is kept until another one is asked for."""
        if self._last is None:
            self._budget.spend_on_unevaluated(map(self._rewritten, self._with_unevaluated))
        if self._last is None or self._last[:2] != (schema.key, without):
            rewritten = self._rewritten(self._walked.get(schema.key, schema.value))
            if without and isinstance(rewritten, dict):
                rewritten = {keyword: value for keyword, value in rewritten.items() if keyword != without}
            self._last = (schema.key, without, rewritten, self._compile(rewritten))
        return self._last[2:]

    def _compile(self, schema: Json) -> _Check:
        """Return what checks values against a schema; of those without others in them, few differ."""
        if not isinstance(schema, dict) or any(map(_holds_more, schema.values())):
            return self._set.compile(schema)
        text = repr(schema)  # which tells `1` and `1.0` and `True` apart
        if text not in self._simple:
            self._simple[text] = self._set.compile(schema)
        return self._simple[text]

    def _rewritten(self, value: Json) -> Json:
        """Return a copy without annotations, in which references lead to `$defs`; what merely looks like one stays."""
        result: list[Json] = [value]
        waiting: list[dict[str, Json] | list[Json]] = [result]
        while waiting:
            # A container is a copy already, its members are not.
            container = waiting.pop()
            places = container.items() if isinstance(container, dict) else enumerate(container)
            for place, member in list(places):
                if not isinstance(member, (dict, list)):
                    continue
                copy = self._copies.get(id(member))
                if copy is None:
                    copy = self._copies[id(member)] = self._shallow(member)
                    waiting.append(copy)
                container[place] = copy  # type: ignore[call-overload,index] # a place of this very container
        return result[0]

    def _shallow(self, value: dict[str, Json] | list[Json]) -> dict[str, Json] | list[Json]:
        if isinstance(value, list):
            return list(value)
        words = _left_out(value) if id(value) in self._schemas else ()
        copy = {key: member for key, member in value.items() if key not in words}
        if (reference := self._references.get(id(value))) is not None:
            copy["$ref"] = reference
        if words and "required" in value and (forgiven := _one_sided(value)):
            required: list[Json] = [name for name in cast("list[Json]", value["required"]) if name not in forgiven]
            copy["required"] = self._copies[id(required)] = required
        return copy


def _holds_more(value: Json) -> bool:
    """Tell whether what a keyword says may have schemas in it."""
    return isinstance(value, dict) or (isinstance(value, list) and any(isinstance(each, dict | list) for each in value))


def _left_out(schema: Mapping[str, Json]) -> frozenset[str]:
    """Return the keywords to leave out: some say nothing about values, some patterns are not safe to try on names."""
    patterns = schema.get("patternProperties")
    if isinstance(patterns, dict) and not all(map(_is_linear, patterns)):
        return _SAYING_NOTHING | {"patternProperties", "additionalProperties"}
    return _SAYING_NOTHING


def _one_sided(schema: Mapping[str, Any]) -> frozenset[str]:
    """Return the properties that a schema requires of one side alone, of requests or of answers (4.8.24.2)."""
    properties = schema.get("properties")
    found = properties if isinstance(properties, dict) else {}
    required = [name for name in schema.get("required", ()) if isinstance(found.get(name), dict)]
    return frozenset(name for name in required if found[name].get("readOnly") or found[name].get("writeOnly"))


class TooMuchError(Exception):
    """A value cannot be checked against a schema: `what` ends the sentence about it, as in `takes too long`."""

    def __init__(self, what: str, advice: str) -> None:
        super().__init__(what)
        self.what = what
        self.advice = advice


class _ValidationCost:
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


def matches(pattern: str, text: str) -> bool:
    """Tell whether `text` matches `pattern` somewhere.

    True as well where that cannot be told: the pattern is none, the engine cannot express it or gives up, as
    descriptions may come from somebody who wants it to take long.
    """
    validator = _validator(pattern)
    errors = validator.iter_errors(text) if validator is not None else ()
    return not any(type(error.kind).__name__ == "Pattern" for error in errors)


@lru_cache(maxsize=256)
def _validator(pattern: str) -> Draft202012Validator | None:
    """Return what tries a pattern; None where the engine, which knows ECMA-262, cannot read it."""
    from jsonschema_rs import Draft202012Validator, FancyRegexOptions  # noqa: PLC0415 - slow to import

    try:
        options = FancyRegexOptions(backtrack_limit=_MOST_BACKTRACKS, size_limit=_LARGEST, dfa_size_limit=_LARGEST)
        return Draft202012Validator({"pattern": pattern}, pattern_options=options)
    except ValueError:
        return None


@lru_cache(maxsize=256)
def _is_linear(pattern: str) -> bool:
    """Tell whether the engine reads a pattern that is quick on any text, so that names can be searched with it."""
    from jsonschema_rs import Draft202012Validator, RegexOptions  # noqa: PLC0415 - slow to import

    try:
        Draft202012Validator({"pattern": pattern}, pattern_options=RegexOptions())
    except ValueError:
        return False
    return True
