"""What is different between two descriptions, from the document down to its schemas; one cause is one change."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from specloom.diff.documents.compare_remarks import compare_remarks
from specloom.diff.documents.extensions import compare_document_extension, compare_tags
from specloom.diff.documents.follow import find_followers
from specloom.diff.documents.operations import (
    compare_callbacks,
    compare_operations,
    compare_webhooks,
    pair_operations,
)
from specloom.diff.documents.place import Comparison
from specloom.diff.documents.remarks import EXTENDED, Remarks
from specloom.diff.documents.security import compare_schemes, compare_security, pair_schemes, renamed_schemes
from specloom.diff.documents.servers import compare_servers
from specloom.diff.rules.table import classify
from specloom.diff.schemas.compare import SchemaComparer
from specloom.diff.schemas.facts import REFERRED, WAYS_TO_SAY
from specloom.diff.sunset import allow_unstable
from specloom.diff.vocabulary import Change, ChangeKey, Subject
from specloom.findings import Location, Place, place_of
from specloom.record import replace
from specloom.spec.document import ABSENT, Document


class DocumentChanges(NamedTuple):
    """What is different between two descriptions."""

    changes: tuple[Change, ...]
    spellings: tuple[Change, ...]
    """Other ways to say the same, from which nothing may follow: see `WAYS_TO_SAY`."""
    follows: Mapping[ChangeKey, ChangeKey]
    """Changes that follow from others → what they follow from."""


def compare_descriptions(old: Document, new: Document, remarks: tuple[Remarks, Remarks]) -> DocumentChanges:
    """Return all that `compare_documents` finds, what is only told, and what follows from what.

    `remarks` are what both say besides, or what of that is different.
    """
    found = compare_documents(old, new)
    spellings = allow_unstable((change for change in found if change.fact in WAYS_TO_SAY), old)
    changes = _mark_extended(tuple(change for change in found if change.fact not in WAYS_TO_SAY), *remarks)
    changes = allow_unstable((*changes, *compare_remarks(*remarks)), old)
    follows = find_followers(old, new, (*changes, *spellings))
    return DocumentChanges(tuple(_allow_with(changes, follows)), spellings, follows)


def compare_documents(old: Document, new: Document) -> tuple[Change, ...]:
    """Return every difference that means something on the wire or to a client, and how else anything is said.

    From another way to say it (`WAYS_TO_SAY`) nothing may follow. What is said for people, examples and extensions are
    none of it: see `compare_remarks`. What several operations share, because they refer to it or because it stands at
    their path, is one change that lists them all.
    """
    comparison = Comparison(old, new, SchemaComparer(old, new))
    operations, schemes = pair_operations(old, new), pair_schemes(old, new)
    changes = [
        *_compare_info(comparison),
        *compare_document_extension(comparison),
        *compare_tags(comparison),
        *compare_servers(comparison, operations.both),
        *compare_schemes(comparison, schemes),
        *compare_security(comparison, operations.both, renamed_schemes(schemes)),
        *compare_operations(comparison, operations),
        *compare_webhooks(comparison),
        *compare_callbacks(comparison, {old.route: new.route for old, new in operations.both}),
    ]
    return _join_causes([*changes, *comparison.schemas.changes()])


def _mark_extended(changes: tuple[Change, ...], old: Remarks, new: Remarks) -> tuple[Change, ...]:
    """Return the changes; those of what only extensions refer to have a fact of their own: it may well be sent."""

    def is_in(extended: frozenset[Place], place: Location | None) -> bool:
        name, pointer = place_of(place) if place else ("", ())
        return any((name, pointer[:end]) in extended for end in range(len(pointer) + 1))

    def marked(change: Change) -> Change:
        is_unreached = classify(change)[0].fact == "unreached-change"
        is_extended = is_in(old.extended, change.old_location) or is_in(new.extended, change.location)
        return replace(change, fact=EXTENDED) if is_unreached and is_extended else change

    return tuple(map(marked, changes))


def _allow_with(changes: Sequence[Change], follows: Mapping[ChangeKey, ChangeKey]) -> Iterator[Change]:
    """Yield the changes; what goes with something that may go, as was announced, may go too."""
    announced = {each.key: each.allowance for each in changes if each.allowance}
    for change in changes:
        allowance = announced.get(follows.get(change.key, ("", ())), "")
        is_gone = change.fact == "schema-removed"
        yield replace(change, allowance=allowance) if is_gone and allowance and not change.allowance else change


def _compare_info(comparison: Comparison) -> Iterator[Change]:
    old, new = comparison.old, comparison.new
    info = comparison.place("info").at(old.location.at("info"), new.location.at("info"))
    for fact, name, values in (
        ("document-version-changed", "version", (old.version, new.version)),
        ("document-title-changed", "title", (old.title, new.title)),
    ):
        yield from info.below(name).compare_value(fact, f"the description's {name}", values, name)


def _join_causes(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Make one change of those that are the same at the same place of the description."""
    groups: dict[Hashable, list[Change]] = {}
    for change in changes:
        groups.setdefault(_cause(change), []).append(change)
    return tuple(_joined(group) for group in groups.values())


def _cause(change: Change) -> Hashable:
    """Return what changes of one cause have in common. What is gone has no place of its own in the new description.

    References of many places that lead elsewhere do so alike. What a named schema was given is another cause than what
    a place was given that refers to it now.
    """
    if change.fact == REFERRED:
        return change.fact, change.subject[1:], repr(change.before), repr(change.after)
    is_gone = change.after is ABSENT and change.before is not ABSENT and change.old_location is not None
    return (
        change.fact,
        change.subject[0] == "schema",
        change.subject[-1],
        repr(change.before),
        repr(change.after),
        _place(change.old_location),
        None if is_gone else _place(change.location),
    )


def _place(location: Location | None) -> Hashable:
    return None if location is None else (location.document.name, location.pointer, location.on_key)


def _joined(group: Sequence[Change]) -> Change:
    uses = tuple(sorted({use for change in group for use in change.uses}))
    subject = _common_end([change.subject for change in group])
    subjects = [each for change in group for each in change.all_subjects]
    routes = {use.route for use in uses}
    if subject[0] in routes and len(routes) > 1:
        paths = {route.partition(" ")[2] for route in routes}
        subject = (paths.pop() if len(paths) == 1 else "shared", *subject[1:])
    return replace(group[0], subject=subject, uses=uses, subjects=tuple(subjects))


def _common_end(subjects: Sequence[Subject]) -> Subject:
    """Return how subjects begin, and how all of them end: a shared response may be that of different statuses."""
    first, shortest = subjects[0], min(map(len, subjects))
    front = 2 if first[0] == "schema" else 1  # no subject is about a schema without its name
    lengths = range(max(shortest - front, 0), -1, -1)
    same = next(n for n in lengths if len({subject[len(subject) - n :] for subject in subjects}) == 1)
    return (*first[:front], *first[len(first) - same :])
