"""Which changes follow from others: schemas that came or went with what used them, and what references bring."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from specloom.diff.documents.operations import pair_operations
from specloom.diff.rules.table import matters_to
from specloom.diff.schemas.facts import COMPOSED, NAMED, REFERRED, REFERRING, RETYPING, UNION_MEMBERS, WAYS_TO_SAY
from specloom.diff.vocabulary import Change, ChangeKey, Subject
from specloom.findings import Location, Place, place_of
from specloom.source import Json
from specloom.spec.document import Absent, Document, Operation

_Follows: TypeAlias = Iterator[tuple[ChangeKey, ChangeKey]]
"""What follows, and what from."""
_EXCLUSIVE: Final = frozenset({"choices-overlap", "choices-told-apart"})
"""Facts that two members of a choice have values in common, or have none any more."""


def find_followers(old: Document, new: Document, changes: Sequence[Change]) -> Mapping[ChangeKey, ChangeKey]:
    """Return the changes that follow from others → what they follow from."""
    follows = dict(_follow_compositions(old, new, changes))
    follows |= dict(_follow_conditions(new, changes))
    follows |= dict(_follow_removals(changes))
    follows |= dict(_follow_tags(changes))
    follows |= dict(_follow_forms(changes))
    follows |= dict(_follow_members(changes))
    follows |= dict(_follow_discriminators(changes))
    gone = {_place(change.old_location): change for change in changes if change.removes}
    come = {_place(change.location): change for change in changes if change.adds}
    come |= {_around(change.location): change for change in changes if change.fact in RETYPING}
    follows |= _follow_places(old, "schema-removed", gone)
    follows |= _follow_places(new, "schema-added", come)
    follows |= dict(_follow_families(changes))
    follows |= _follow_operations(old, new, changes)
    follows |= dict(_follow_references(changes))
    follows |= dict(_follow_schemas(changes))
    follows |= dict(_follow_choices(changes))
    return follows


def _follow_places(document: Document, fact: str, places: Mapping[Place, Change]) -> _Follows:
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
            yield change.key, first.key


def _follow_compositions(old: Document, new: Document, changes: Sequence[Change]) -> _Follows:
    """Yield what stands in schemas that an `allOf` no longer refers to, or newly does, below that."""
    for composed in changes:
        if composed.fact != COMPOSED:
            continue
        values = {subject[:-2] for subject in composed.all_subjects}
        homes = _home(old, composed.before), _home(new, composed.after)
        yield ("schema-removed", ("schema", str(composed.before))), composed.key
        yield ("schema-added", ("schema", str(composed.after))), composed.key
        for change in changes:
            places = _place(change.old_location), _place(change.location)
            is_inside = any(subject[: len(value)] == value for subject in change.all_subjects for value in values)
            is_of_home = any(home and _is_in(place, home) for place, home in zip(places, homes, strict=True))
            if change.fact != COMPOSED and is_inside and is_of_home:
                yield change.key, composed.key


def _follow_families(changes: Sequence[Change]) -> _Follows:
    """Yield the schemas that came or went as members of a family, which say so themselves, where they stand."""
    members = {
        (change.adds, _place(place)): change
        for change in changes
        for place in (change.location if change.adds else change.old_location,)
        if change.fact in UNION_MEMBERS
    }
    for change in changes:
        if change.fact in {"schema-added", "schema-removed"}:
            place = _place(change.location if change.adds else change.old_location)
            if member := members.get((change.adds, place)):
                yield change.key, member.key


def _follow_references(changes: Sequence[Change]) -> _Follows:
    """Yield what is different about things to which references lead that led to others, by the outermost of these."""
    holders = {each: change for change in changes if change.fact == REFERRED for each in change.subjects}
    for change in changes if holders else ():
        subject = change.subjects[0] if change.subjects else change.subject
        ends = range(1, len(subject) + 1)
        holder = next((holders[subject[:end]] for end in ends if subject[:end] in holders), None)
        if holder is not None and change.fact not in WAYS_TO_SAY:
            yield change.key, holder.key


def _follow_schemas(changes: Sequence[Change]) -> _Follows:
    """Yield what another schema brings, by the reference to it, and that it came and the old one went."""
    changed = [change for change in changes if change.fact in REFERRING]
    holders = {subject: change.key for change in changed for subject in (change.subject, *change.subjects)}
    for change in changed[::-1]:  # of several the first is the cause
        yield ("schema-removed", ("schema", str(change.before))), change.key
        yield ("schema-added", ("schema", str(change.after))), change.key
    for change in changes if holders else ():
        if change.fact not in NAMED:
            is_reference = change.fact in REFERRING  # which is not below itself
            ways = (each[:end] for each in change.all_subjects for end in range(len(each) - is_reference, 1, -1))
            if holder := next((holders[way] for way in ways if way in holders), None):
                yield change.key, holder


def _follow_removals(changes: Sequence[Change]) -> _Follows:
    """Yield what came in the place of what went, which says so by its subjects."""
    come = {each: change for change in changes if change.adds for each in change.all_subjects}
    for gone in changes:
        if gone.removes:
            for change in (come[subject] for subject in gone.subjects if subject in come):
                yield change.key, gone.key


def _follow_forms(changes: Sequence[Change]) -> _Follows:
    """Yield that a body is required now, or no longer, with the field of OpenAPI 2.0 that alone says so."""
    for body in changes:
        if body.fact in {"body-became-required", "body-became-optional"}:
            place = _place(body.location if body.after else body.old_location)
            fields = (each for each in changes if each.fact == body.fact.replace("body", "property"))
            for field in fields:
                if place == _around(field.location if body.after else field.old_location):
                    yield body.key, field.key


def _follow_tags(changes: Sequence[Change]) -> _Follows:
    """Yield that the tags are others which a description lists, below an operation of which the same is told."""
    listed = next((each for each in changes if each.subject[-1:] == ("tags",) and each.fact == "unjudged-change"), None)
    if listed is None:
        return
    were, are = _names(listed.before), _names(listed.after)
    for change in changes:
        before, after = _names(change.before), _names(change.after)
        if change.fact == "tags-changed" and (were - are, are - were) == (before - after, after - before):
            yield listed.key, change.key
            return


def _follow_members(changes: Sequence[Change]) -> _Follows:
    """Yield that members of a choice have values in common, or none any more, with what happened to one of them.

    What happened to a member that is described in the choice stands below it; where a schema with a name is the member,
    or what is worse happened to it, that stands above.
    """
    for change in changes:
        if change.fact not in _EXCLUSIVE:
            continue
        choice, is_looser = change.subject, change.fact == "choices-overlap"
        labels = _names(change.after if is_looser else change.before)
        causes = [each for each in changes if matters_to(each.fact, "response" if is_looser else "request")]
        causes = [each for each in causes if each.fact not in {*_EXCLUSIVE, *UNION_MEMBERS}]
        inside = [each for each in causes if _is_in_member(each.subject, choice, labels)]
        named = [each for each in causes if each.subject[0] == "schema" and each.subject[1] in labels]
        if is_looser and inside:
            yield from ((each.key, change.key) for each in inside)
        elif causes := [*inside, *named]:
            yield change.key, causes[0].key


def _follow_choices(changes: Sequence[Change]) -> _Follows:
    """Yield that a value refers to what it is, as it is one of several now, with the first of the others; or undone."""
    others = {each.subject[:-1]: each for each in changes[::-1] if each.fact in UNION_MEMBERS}
    for change in changes if others else ():
        places = (change.old_location, change.location)
        was, now = ({"anyOf", "oneOf"}.isdisjoint(place.pointer[-3:] if place else ()) for place in places)
        if change.fact in REFERRING and was != now and (other := others.get(change.subject[:-1])):
            yield change.key, other.key


def _follow_discriminators(changes: Sequence[Change]) -> _Follows:
    """Yield that objects lost the property that told them apart, and have the one by which they are now.

    Another value of it follows from what an object says of itself, or from another name of the object.
    """
    for told in (each for each in changes if each.fact == "discriminator-changed"):
        ends = ("properties", told.before), ("properties", told.after)
        gone = {each.subject[:-1]: each for each in changes if each.removes and each.subject[-2:] == ends[0]}
        come = {each.subject[:-1]: each for each in changes if each.adds and each.subject[-2:] == ends[1]}
        for owner in (owner for owner in gone if owner in come):
            yield from ((each.key, told.key) for each in (gone[owner], come[owner]))
    renamed = [each for each in changes if each.fact == "discriminator-value-renamed"]
    for cause in (each for fact in ("schema-renamed", "const-changed") for each in changes if each.fact == fact):
        values = cause.before, cause.after
        yield from ((each.key, cause.key) for each in renamed if (each.before, each.after) == values)


def _is_in_member(subject: Subject, choice: Subject, labels: frozenset[str]) -> bool:
    """Tell whether a subject is in one of some members of a choice, or in the value that was no choice."""
    if subject[: len(choice)] == choice:
        return len(subject) > len(choice) and subject[len(choice)] in labels
    return subject[: len(choice) - 1] == choice[:-1] and len(subject) > len(choice)


def _names(value: Json | Absent) -> frozenset[str]:
    return frozenset(map(str, value)) if isinstance(value, list) else frozenset()


def _follow_conditions(new: Document, changes: Sequence[Change]) -> _Follows:
    """Yield what stands in schemas that conditions refer to: below the condition, but for what others use, above."""
    for condition in changes:
        home = _referred(new, condition) if condition.fact.startswith("condition-") else None
        if home is None:
            continue
        inside = [each for each in changes if each is not condition and _is_in(_place(each.location), home)]
        for change in inside:
            if not change.uses:
                yield change.key, condition.key
            elif _are_at_one_place(change, condition):
                yield condition.key, change.key


def _are_at_one_place(first: Change, second: Change) -> bool:
    places = ((first.old_location, second.old_location), (first.location, second.location))
    return any(one and other and _place(one) == _place(other) for one, other in places)


def _referred(document: Document, change: Change) -> Place | None:
    """Return the place of the named schema in which a change is that is about another."""
    place = _place(change.location)
    homes = {key: _place(named.schema.location) for key, named in document.schemas.items()}
    return next((homes[key] for key in homes if _is_in(place, homes[key]) and change.subject[1:2] != (key,)), None)


def _home(document: Document, label: object) -> Place | None:
    """Return the place of the schema that a change calls so."""
    called = (named for key, named in document.schemas.items() if label in {key, named.name})
    return next((_place(named.schema.location) for named in called), None)


def _is_in(place: Place, home: Place) -> bool:
    return place[0] == home[0] and place[1][: len(home[1])] == home[1]


def _find_references(document: Document, keys: set[str]) -> Mapping[str, list[Place]]:
    """Return where a description refers to some of its named schemas."""
    operations = [*document.all_operations, *(callback.operation for callback in document.callbacks)]
    roots = [*(named.schema for named in document.schemas.values())]
    roots += [schema for operation in operations for schema in operation.schemas]
    found: dict[str, list[Place]] = defaultdict(list)
    for root in roots:
        for schema in root.nested():
            if schema.ref in keys:
                found[str(schema.ref)].append(_place(schema.location))
            if schema.discriminator is not None:
                chosen = {each.ref for each in schema.choices}  # which are told where the choice has them
                named = {*schema.discriminator.mapping.values(), schema.discriminator.default}
                for key in (named & keys) - chosen:
                    found[str(key)].append(_place(schema.location))
    return found


def _holder(place: Place, places: Mapping[Place, Change]) -> Change | None:
    """Return the innermost of the changes in which a place is."""
    document, pointer = place
    return next((found for end in range(len(pointer), 0, -1) if (found := places.get((document, pointer[:end])))), None)


def _place(location: Location | None) -> Place:
    return ("", ()) if location is None else place_of(location)


def _around(location: Location | None) -> Place:
    """Return the place of the schema that says something."""
    document, pointer = _place(location)
    return document, pointer[:-1]


def _follow_operations(old: Document, new: Document, changes: Sequence[Change]) -> Mapping[ChangeKey, ChangeKey]:
    """Return the schemas that came or went with operations, however indirectly these use them."""
    pairs = pair_operations(old, new)
    facts = {change.subject: change.fact for change in changes if len(change.subject) == 1}
    follows: dict[ChangeKey, ChangeKey] = {}
    gone = (*pairs.removed, *(each for each, _ in pairs.left_out))
    come = (*pairs.added, *(each for _, each in pairs.included))
    for document, fact, lone in ((old, "schema-removed", gone), (new, "schema-added", come)):
        if not lone:
            continue
        routes = {operation.route for operation in lone}
        used = _schemas_of([each for each in document.operations if each.route not in routes], document)
        for operation in lone:
            for key in _schemas_of([operation], document) - used:
                holder = (facts.get((operation.route,), ""), (operation.route,))
                follows.setdefault((fact, ("schema", document.schemas[key].name)), holder)
    return follows


def _schemas_of(operations: Sequence[Operation], document: Document) -> set[str]:
    """Return the keys of the named schemas that operations send or answer, however indirectly."""
    schemas = [schema for operation in operations for schema in operation.schemas]
    return {each.ref for each in document.reach(schemas) if each.ref is not None}
