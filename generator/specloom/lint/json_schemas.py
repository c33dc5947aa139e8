"""JSON Schemas out of a description's Schema Objects, to check values against.

References lead from file to file and in circles, so every schema that is referred to becomes an entry of `$defs`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final

from specloom.lint.patience import Patience, TooMuchError
from specloom.lint.patterns import may_match_keys
from specloom.lint.plain_fit import PlainFit
from specloom.spec.document import Json
from specloom.spec.index import DocumentIndex
from specloom.spec.node import Node, NodeKey

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

__all__ = ["JsonSchemas"]

_ANNOTATIONS: Final = frozenset(
    "title description default example examples deprecated externalDocs discriminator xml x-specloom".split()
)
"""Keywords that say nothing about which values are valid (JSON Schema 2020-12, validation 9; OpenAPI 3.1, 4.8.24)."""
_IDENTIFIERS: Final = frozenset("$id $schema $anchor $vocabulary".split())
"""Keywords that say what a schema is called; references lead to what they mean already."""


class JsonSchemas:
    """The Schema Objects of one description, as JSON Schemas.

    Args:
        index: What was seen of the description.
    """

    def __init__(self, index: DocumentIndex) -> None:
        targets = [(holder, target) for holder, target in index.references if index.kinds.get(target.key) == "Schema"]
        self._names: dict[NodeKey, str] = {}
        self._references: dict[int, str] = {}
        for holder, target in targets:
            name = self._names.setdefault(target.key, str(len(self._names)))
            self._references[id(holder.value)] = f"#/$defs/{name}"
        self._schemas = {id(node.value) for node in index.objects("Schema")}
        self._copies: dict[int, dict[str, Json] | list[Json]] = {}
        values = {target.key: target.value for _, target in targets}
        self._definitions = {self._names[key]: self._rewritten(value) for key, value in values.items()}
        self._plain = PlainFit(self._definitions)

    def misfit(self, value: Json, schema: Node, *, without: str = "") -> ValidationError | None:
        """Return what best explains why `value` does not fit `schema`; None where it does.

        Args:
            value: An example, a default, a member of an enumeration.
            schema: A Schema Object. Properties that only requests or only answers have need not be there.
            without: A keyword of the schema to leave out.

        Raises:
            TooMuchError: Telling would take too long, or more of Python's stack than there is.
        """
        rewritten = self._rewritten(schema.value)
        if without and isinstance(rewritten, dict):
            rewritten = {keyword: value for keyword, value in rewritten.items() if keyword != without}
        if self._plain.is_sure(value, rewritten):
            return None
        from jsonschema.exceptions import best_match  # noqa: PLC0415 - slow to import

        validator, patience = self._validator
        patience.renew()
        try:
            found: ValidationError | None = best_match(validator.evolve(schema=rewritten).iter_errors(value))
        except RecursionError:  # the library calls itself for each level of the value and of the schema
            raise TooMuchError("is nested too deeply", "show a value with fewer levels") from None
        return found

    @cached_property
    def _validator(self) -> tuple[Draft202012Validator, Patience]:
        from specloom.lint.json_keywords import make_validator  # noqa: PLC0415 - slow to import

        patience = Patience()
        return make_validator(self._definitions, patience), patience

    def _rewritten(self, value: Json) -> Json:
        """Return a copy without annotations, in which references lead to `$defs`; what merely looks like one stays."""
        result: list[Json] = [value]
        waiting: list[dict[str, Json] | list[Json]] = [result]
        while waiting:
            # A container is a copy already, its members are not.
            container = waiting.pop()
            places = container.items() if isinstance(container, dict) else enumerate(container)
            for place, member in list(places):
                copy = self._copies.get(id(member))
                if copy is None and isinstance(member, dict | list):
                    copy = self._copies[id(member)] = self._shallow(member)
                    waiting.append(copy)
                if copy is not None:
                    container[place] = copy  # type: ignore[call-overload,index] # a place of this very container
        return result[0]

    def _shallow(self, value: dict[str, Json] | list[Json]) -> dict[str, Json] | list[Json]:
        if isinstance(value, list):
            return list(value)
        words = _left_out(value) if id(value) in self._schemas else ()
        copy = {key: member for key, member in value.items() if key not in words}
        if (reference := self._references.get(id(value))) is not None:
            copy["$ref"] = reference
        return copy


def _left_out(schema: Mapping[str, Json]) -> frozenset[str]:
    """Return the keywords to leave out: some say nothing about values, some patterns are not safe to try on names."""
    patterns = schema.get("patternProperties")
    if isinstance(patterns, dict) and not all(map(may_match_keys, patterns)):
        return _ANNOTATIONS | _IDENTIFIERS | {"patternProperties", "additionalProperties"}
    return _ANNOTATIONS | _IDENTIFIERS
