"""Which named schemas came or went with what used them: an operation, or the one place that referred to them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from specloom.diff.documents.operations import pair_operations
from specloom.spec.document import Document, Operation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from specloom.diff.vocabulary import Change, Subject
    from specloom.findings import Location, Pointer

Holder: TypeAlias = "tuple[str, Subject]"
"""The fact and the subject of a change from which others follow."""
_Place: TypeAlias = "tuple[str, Pointer]"


def find_followers(old: Document, new: Document, changes: Sequence[Change]) -> Mapping[Subject, Holder]:
    """Return the changes of names that follow from others: the subjects of those → what they follow from.

    Args:
        old: The description that callers know.
        new: The description that they get.
        changes: What is different between them.
    """
    follows: dict[Subject, Holder] = {}
    for document, end, named in ((old, "removed", "schema-removed"), (new, "added", "schema-added")):
        lone = [change for change in changes if change.fact.partition("-before-")[0].endswith(f"-{end}")]
        places = {_place(change.old_location if end == "removed" else change.location): change for change in lone}
        follows |= _follow_places(document, named, places)
    follows |= _follow_operations(old, new, changes)
    return follows


def _follow_places(document: Document, fact: str, places: Mapping[_Place, Change]) -> Iterator[tuple[Subject, Holder]]:
    """Yield the schemas to which nothing refers but what came or went with them."""
    schemas = {
        key: change
        for key, named in document.schemas.items()
        if (change := places.get(_place(named.schema.location))) and change.fact == fact
    }
    if not schemas:
        return
    referring = _find_references(document, {*schemas})
    for key, change in schemas.items():
        holders: list[Change] = []
        waiting, seen = [key], {key}
        while waiting:
            for place in referring[waiting.pop()]:
                holder = _holder(place, places)
                if holder is None:
                    holders, waiting = [], []
                    break
                inner = next((each for each, own in schemas.items() if own is holder), None)
                if inner is None:
                    holders.append(holder)
                elif inner not in seen:
                    seen.add(inner)
                    waiting.append(inner)
        if holders:
            first = min(holders, key=lambda each: each.subject)
            yield change.subject, (first.fact, first.subject)


def _find_references(document: Document, keys: set[str]) -> Mapping[str, list[_Place]]:
    """Return where a description refers to some of its named schemas."""
    operations = [*document.operations, *(each for several in document.webhooks.values() for each in several)]
    operations += [callback.operation for callback in document.callbacks]
    roots = [*(named.schema for named in document.schemas.values())]
    roots += [schema for operation in operations for schema in operation.schemas]
    found: dict[str, list[_Place]] = defaultdict(list)
    for root in roots:
        for schema in root.nested():
            if schema.ref in keys:
                found[str(schema.ref)].append(_place(schema.location))
            if schema.discriminator is not None:
                for key in {*schema.discriminator.mapping.values(), schema.discriminator.default} & keys:
                    found[str(key)].append(_place(schema.location))
    return found


def _holder(place: _Place, places: Mapping[_Place, Change]) -> Change | None:
    """Return the innermost of the changes in which a place is."""
    document, pointer = place
    return next((found for end in range(len(pointer), 0, -1) if (found := places.get((document, pointer[:end])))), None)


def _place(location: Location | None) -> _Place:
    return ("", ()) if location is None else (location.document.name, location.pointer)


def _follow_operations(old: Document, new: Document, changes: Sequence[Change]) -> Mapping[Subject, Holder]:
    """Return the schemas that came or went with operations, however indirectly these use them."""
    pairs = pair_operations(old, new)
    facts = {change.subject: change.fact for change in changes if len(change.subject) == 1}
    follows: dict[Subject, Holder] = {}
    for document, lone, others in ((old, pairs.removed, old.operations), (new, pairs.added, new.operations)):
        routes = {operation.route for operation in lone}
        used = _schemas_of([each for each in others if each.route not in routes], document)
        for operation in lone:
            for key in _schemas_of([operation], document) - used:
                holder = (facts.get((operation.route,), ""), (operation.route,))
                follows.setdefault(("schema", document.schemas[key].name), holder)
    return follows


def _schemas_of(operations: Sequence[Operation], document: Document) -> set[str]:
    """Return the keys of the named schemas that operations send or answer, however indirectly."""
    schemas = [schema for operation in operations for schema in operation.schemas]
    return {each.ref for each in document.reach(schemas) if each.ref is not None}
