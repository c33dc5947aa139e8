"""JSON Schemas out of a description's Schema Objects, to check values against.

References lead from file to file and in circles, so every schema that is referred to becomes a definition of one set.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias, cast

from specloom.ir.formats import fits_format
from specloom.lint.budget import UNEVALUATED, Budget, TooMuchError
from specloom.lint.matching import is_linear, matches
from specloom.source import Json
from specloom.spec.index import DocumentIndex
from specloom.spec.keywords import KEYWORDS
from specloom.spec.node import Node, NodeKey
from specloom.spec.validation import Mismatch, SchemaSet, first_error

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
        self._schemas = {id(node.value) for node in index.objects("Schema")}
        self._copies: dict[int, dict[str, Json] | list[Json]] = {}
        values = {target.key: target.value for _, target in targets}
        self._set = SchemaSet({names[key]: self._rewritten(value) for key, value in values.items()}, _CHECKS)
        self._budget = Budget(self._set.targets)
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
            rewritten = self._rewritten(schema.value)
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
    if isinstance(patterns, dict) and not all(map(is_linear, patterns)):
        return _SAYING_NOTHING | {"patternProperties", "additionalProperties"}
    return _SAYING_NOTHING


def _one_sided(schema: Mapping[str, Any]) -> frozenset[str]:
    """Return the properties that a schema requires of one side alone, of requests or of answers (4.8.24.2)."""
    properties = schema.get("properties")
    found = properties if isinstance(properties, dict) else {}
    required = [name for name in schema.get("required", ()) if isinstance(found.get(name), dict)]
    return frozenset(name for name in required if found[name].get("readOnly") or found[name].get("writeOnly"))
