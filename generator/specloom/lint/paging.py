"""The rule about lists that come in pages and do not say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from specloom.findings import Severity
from specloom.ir.naming import words
from specloom.ir.types import AliasType, ListOf, Named, NamedType, ObjectType, Type, without_null
from specloom.lint.material import Material
from specloom.lint.rule import LintRule, Observation
from specloom.messages import shown

__all__ = ["PAGING_RULES"]

_MOVING: Final = frozenset(
    "offset skip start page page_number page_no pagenumber cursor after before starting_after ending_before "
    "page_token next_token continuation_token start_after start_after_id".split()
)
"""Parameters that say where in a list to go on."""


def _undeclared(material: Material) -> Iterator[Observation]:
    types = material.surface.answer_types if material.surface else {}
    for call in material.calls:
        names = (each.key[1] for each in call.members if each.key[0] == "query")
        moving = next((name for name in names if "_".join(words(name)) in _MOVING), None)
        if moving and not call.is_paged and call.routes[0].startswith("GET ") and _is_list(call.type, types):
            message = f"{call.path}() takes {shown(moving)} and answers a list, and gives its first page only"
            advice = "declare under the document's x-specloom how pages go on, and name it here: pagination: …"
            yield Observation(message, call.location.key(), advice)


def _is_list(answer: Type | None, types: Mapping[str, NamedType]) -> bool:
    """Tell whether an answer is a list, or an object with exactly one list in it."""
    type_ = _seen_through(answer, types)
    if isinstance(type_, ListOf):
        return True
    named = types.get(type_.name) if isinstance(type_, Named) else None
    fields = named.fields if isinstance(named, ObjectType) else ()
    return sum(isinstance(_seen_through(field.type, types), ListOf) for field in fields) == 1


def _seen_through(type_: Type | None, types: Mapping[str, NamedType]) -> Type | None:
    if type_ is None:
        return None
    type_ = without_null(type_)
    named = types.get(type_.name) if isinstance(type_, Named) else None
    return without_null(named.type) if isinstance(named, AliasType) else type_


PAGING_RULES: Final = (
    LintRule(
        "undeclared-paging",
        Severity.WARNING,
        "paging",
        "A list has a parameter to go on with, and declares no pagination.",
        "Callers get one page and take it for all, or write the loop that the client could be.",
        _undeclared,
    ),
)
