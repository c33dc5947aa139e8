"""What `x-specloom` declares under a name for others to choose: ways of paging, and grammars of searches.

They are compared where they are chosen, by what they come to: a declaration may have any name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from specloom.diff.documents.members import said, what_happened
from specloom.diff.documents.place import Comparison, Place, member_location
from specloom.diff.vocabulary import Change, ComeAndGo
from specloom.findings import Location
from specloom.messages import shown
from specloom.spec.document import Document, Extension, Json, Operation, Parameter

__all__ = ["compare_paging", "compare_search"]

_PAGING: Final = ComeAndGo("paging-added", "paging-removed", "paging-changed")
_SEARCH: Final = ComeAndGo("search-added", "search-removed", "search-changed")


@dataclass(frozen=True, slots=True)
class _Choice:
    """A name, and what is declared under it."""

    name: str
    declared: Json
    """With what it means where it leaves something out; None where nothing is chosen."""
    location: Location
    """Where the name is, or what does not choose."""
    declaration: Location


def compare_paging(comparison: Comparison, place: Place, old: Operation, new: Operation) -> Iterator[Change]:
    """Yield that the pages of an operation are had in another way."""
    was, now = (
        _choice(document, "pagination", each.extension.get("pagination"), each.location, each.extension)
        for document, each in ((comparison.old, old), (comparison.new, new))
    )
    yield from _compare(place, _PAGING, "paging", "pagination", was, now)


def compare_search(comparison: Comparison, place: Place, old: Parameter, new: Parameter) -> Iterator[Change]:
    """Yield that searches in a parameter are written in another way."""
    was, now = (
        _choice(document, "search", _grammar(each), each.location, each.extension)
        for document, each in ((comparison.old, old), (comparison.new, new))
    )
    yield from _compare(place, _SEARCH, "search", "search", was, now)


def _grammar(parameter: Parameter) -> Json:
    search = parameter.extension.get("search")
    return search.get("grammar") if isinstance(search, dict) else None


def _choice(document: Document, member: str, name: Json, owner: Location, extension: Extension) -> _Choice:
    declarations = document.extension.get(member)
    declared = declarations.get(name) if isinstance(declarations, dict) and isinstance(name, str) else None
    if isinstance(declared, dict) and declared.get("style") == "page":
        declared = {"first": 1} | declared
    declaration = document.location.at("x-specloom", member, str(name))
    return _Choice(str(name), declared, member_location(owner, extension, member), declaration)


def _compare(place: Place, facts: ComeAndGo, what: str, member: str, old: _Choice, new: _Choice) -> Iterator[Change]:
    if old.declared == new.declared:
        return
    if old.name == new.name:
        here, title = Place(("x-specloom", member, new.name), place.uses), f"the {what} {shown(new.name)}"
        was, now = old.declaration, new.declaration
    else:
        here, title = place.below(member), f"the {what} of {shown(place.subject[-1])}"
        was, now = old.location, new.location
    yield here.change(
        facts.choose(old.declared, new.declared),
        f"{title} {what_happened(old.declared, new.declared)}",
        before=said(old.declared),
        after=said(new.declared),
        old=was,
        new=now,
    )
