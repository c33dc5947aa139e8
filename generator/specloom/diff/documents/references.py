"""References to all but schemas: one that leads elsewhere is one cause of all that is different between the two."""

from __future__ import annotations

from collections.abc import Iterator

from specloom.diff.documents.place import Place
from specloom.diff.schemas.facts import REFERRED, words_of_reference
from specloom.diff.vocabulary import Change
from specloom.findings import Location, place_of
from specloom.ir.losses import place_from
from specloom.source import value_at
from specloom.spec.document import Operation, Parameter, RequestBody


def reference_to(home: Location, own: Location) -> Location | None:
    """Return where something is referred to, by its key; None where it is described where it is.

    Args:
        home: Where it is described.
        own: Where it stands in what has it.
    """
    return None if place_of(home) == place_of(own) else own.key()


def places_of(operation: Operation, described: Parameter | RequestBody) -> tuple[Location, Location]:
    """Return where a parameter or a body is described, and where an operation has it."""
    key = (described.place, described.name) if isinstance(described, Parameter) else ("body", "")
    return described.location, operation.references.get(key, described.location)


def compare_references(
    place: Place, title: str, old: tuple[Location, Location], new: tuple[Location, Location]
) -> Iterator[Change]:
    """Yield that a reference leads elsewhere, or that there is one now, or none any more.

    Where what it led to is gone, and what it leads to is new, that has moved or is called otherwise.

    Args:
        place: What is referred to.
        title: What people call it.
        old: Where it is described in the old description, and where it stands in what has it.
        new: The same in the new one.
    """
    (old_home, old_own), (new_home, new_own) = old, new
    before = old_home.pointer[-1:] if reference_to(*old) else ()
    after = new_home.pointer[-1:] if reference_to(*new) else ()
    entries = place.comparison.old.location, place.comparison.new.location
    are_in_entries = old_home.document is entries[0].document and new_home.document is entries[1].document
    if not (before or after) or (are_in_entries and old_home.pointer == new_home.pointer):
        return
    was, now = place_from(entries[0], old_home), place_from(entries[1], new_home)
    is_left = bool(before) and _is_in(was, old_home, entries[1], new_home)
    was_there = bool(after) and _is_in(now, new_home, entries[0], old_home)
    if was != now and (is_left or was_there):
        values = next(iter(before), None), next(iter(after), None)
        places = old_own.at("$ref") if before else old_own.key(), new_own.at("$ref") if after else new_own.key()
        yield place.member_change(REFERRED, f"{title} {words_of_reference(*values)}", values, places)


def _is_in(where: str, home: Location, entry: Location, other: Location) -> bool:
    """Tell whether another version has something in a place, as far as one of the files tells that are at hand."""
    places = (Location(each.document, home.pointer) for each in (entry, other))
    return any(place_from(entry, place) == where for place in filter(value_at, places))
