"""Operations: which are the same in both descriptions, and what is different about each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from specloom.diff.documents.addresses import called_path, find_base_move
from specloom.diff.documents.content import compare_body
from specloom.diff.documents.extensions import compare_operation_extension
from specloom.diff.documents.flags import compare_deprecation, compare_stability, compare_sunset
from specloom.diff.documents.parameters import compare_parameters
from specloom.diff.documents.place import Comparison, Place
from specloom.diff.documents.references import compare_references
from specloom.diff.documents.responses import compare_responses
from specloom.diff.pairs import Partial, pair
from specloom.diff.sunset import Removal, allowance
from specloom.diff.vocabulary import Change
from specloom.findings import Location
from specloom.messages import quoted
from specloom.record import replace
from specloom.spec.document import Document, Operation
from specloom.spec.routes import VARIABLE, without_names

_REMOVAL: Final = Removal("operation-removed", "deprecated-operation-removed", "operation-removed-before-sunset")
_DEPRECATION: Final = ("operation-deprecated", "operation-undeprecated")


def pair_operations(old: Document, new: Document) -> Partial[Operation]:
    """Pair operations by where requests go, by route, by what the route matches, by operationId, or by what they say.

    The name of a path parameter is not part of what is sent, so `GET /orders/{id}` and `GET /orders/{number}` are one.
    Those that a client is made without are paired with the others, as they are still there.
    """
    sides = old.named_operations, new.named_operations
    called = {
        id(each): called_path(document, each)
        for document, operations in zip((old, new), sides, strict=True)
        for each in operations
    }
    pairs = pair(*sides, lambda operation: (operation.method, called[id(operation)]))
    pairs = pairs.then(lambda operation: operation.route)
    pairs = pairs.then(lambda operation: (operation.method, without_names(called[id(operation)])))
    pairs = pairs.then(_matched).then(lambda operation: operation.operation_id)
    contents = {
        id(each): repr(replace(each, path="")) for each in (*pairs.removed, *pairs.added) if each.operation_id is None
    }
    counts = [Counter(contents.get(id(each)) for each in side) for side in (pairs.removed, pairs.added)]

    def lone_content(operation: Operation) -> str | None:
        """Return what an operation says that has no operationId, where no other says the same."""
        content = contents.get(id(operation))
        return content if all(count[content] <= 1 for count in counts) else None

    pairs = pairs.then(lone_content)
    return Partial.of(pairs, lambda each: each.route not in old.skipped, lambda each: each.route not in new.skipped)


def compare_operations(comparison: Comparison, pairs: Partial[Operation]) -> Iterator[Change]:
    """Yield which operations came and went, and what is different about those that stayed."""
    paths_before, paths_now = ({each.path for each in side.operations} for side in (comparison.old, comparison.new))
    for operation in pairs.removed:
        kind = _REMOVAL.choose(operation)
        message = f"the operation {quoted(operation.route)} is gone"
        left = _path_location(comparison.new, operation.path)
        old = _whole_location(operation, paths_now)
        yield _place(comparison, operation).change(
            kind, message, before=operation.route, old=old, new=left, allowance=allowance(operation)
        )
    for operation in pairs.added:
        message = f"the operation {quoted(operation.route)} is new"
        new = _whole_location(operation, paths_before)
        yield _place(comparison, operation).change("operation-added", message, after=operation.route, new=new)
    for before, after in pairs.left_out:
        message = f"the operation {quoted(before.route)} is left out of the client"
        old, new = (_whole_location(each, paths_now) for each in (before, after))
        yield _place(comparison, before).change("operation-left-out", message, before=before.route, old=old, new=new)
    for before, after in pairs.included:
        message = f"the operation {quoted(after.route)} was left out of the client and is in it now"
        old, new = (_whole_location(each, paths_before) for each in (before, after))
        yield _place(comparison, after).change("operation-included", message, after=after.route, old=old, new=new)
    for before, after in pairs.both:
        has_moved = (
            _matched(before) != _matched(after)
            and find_base_move(comparison.old, comparison.new, before, after) is None
        )
        variables = (VARIABLE.findall(each.path) for each in (before, after))
        renamed = None if has_moved else dict(zip(*variables, strict=True))
        wholes = _whole_location(before, paths_now), _whole_location(after, paths_before)
        place = _place(comparison, after)
        yield from _compare_routes(place, before, after, renamed, wholes)
        places = (_places(comparison.old, before), _places(comparison.new, after))
        yield from compare_references(place, quoted(after.route), *places)
        yield from compare_inside(place, before, after, renamed)


def compare_inside(there: Place, old: Operation, new: Operation, renamed: Mapping[str, str] | None) -> Iterator[Change]:
    """Yield what is different about one operation, other than how it is called.

    `renamed` is as `compare_parameters` has it.
    """
    (route,), (sent,) = there.subject, there.uses
    back = there.comparison.route(route, "response" if sent.direction == "request" else "request").below("response")
    yield from _compare_members(there, route, old, new)
    yield from compare_sunset(there, quoted(route), old, new)
    yield from compare_stability(there, quoted(route), old, new)
    yield from compare_parameters(there, old, new, renamed)
    yield from compare_body(there, old, new)
    yield from compare_responses(back, old, new)
    yield from compare_operation_extension(there, old, new)


def _matched(operation: Operation) -> str:
    return without_names(operation.route)


def _place(comparison: Comparison, operation: Operation) -> Place:
    return comparison.route(operation.route, "request")


def _path_location(document: Document, path: str) -> Location:
    """Return where a path is written, or where paths are if it is not."""
    blank = without_names(path)
    paths = dict.fromkeys(operation.path for operation in document.operations)
    found = next((each for each in paths if without_names(each) == blank), None)
    return document.location.at("paths") if found is None else document.location.at("paths", found).key()


def item_location(operation: Operation) -> Location:
    """Return where an operation's path item is, which may be in another file than its path."""
    where = operation.location
    return Location(where.document, where.pointer[:-1]).key() if where.pointer[-1:] == (operation.method,) else where


def _places(document: Document, operation: Operation) -> tuple[Location, Location]:
    """Return where an operation's path item is described, and where the path has it."""
    return item_location(operation), document.location.at("paths", operation.path)


def _whole_location(operation: Operation, paths: Collection[str]) -> Location:
    """Return where an operation is that another document lacks, or its path where that has not even this."""
    return operation.location.key() if operation.path in paths else item_location(operation)


def _compare_routes(
    place: Place, old: Operation, new: Operation, renamed: Mapping[str, str] | None, wholes: tuple[Location, Location]
) -> Iterator[Change]:
    if renamed is None:
        name = f" {quoted(new.operation_id)}" if new.operation_id else ""
        message = f"the operation{name} was {quoted(old.route)} and is {quoted(new.route)}"
        moved = place.member_change("operation-moved", message, (old.route, new.route), wholes)
        yield replace(moved, subjects=((new.route,), (old.route,)))
        return
    for before, after in renamed.items():
        if before != after:
            here, title = replace(place, subject=(new.path, "path", after)), f"the path parameter {quoted(before)}"
            places = item_location(old), item_location(new)
            change = here.name_change("path-parameter-renamed", title, (before, after), places)
            yield replace(change, subjects=(change.subject, (old.path, "path", before)))


def _compare_members(place: Place, route: str, old: Operation, new: Operation) -> Iterator[Change]:
    yield from compare_deprecation(place, _DEPRECATION, quoted(route), old, new)
    if old.operation_id != new.operation_id:
        title, ids = f"the operationId of {quoted(route)}", (old.operation_id, new.operation_id)
        here, owners = place.below("operationId"), (old.location, new.location)
        yield here.value_change("operation-id-changed", title, ids, owners, "operationId")
    if old.tags != new.tags:
        message = f"the tags of {quoted(route)} were {_listed(old.tags)} and are {_listed(new.tags)}"
        places = _tag_location(old, new), _tag_location(new, old)
        yield place.below("tags").member_change("tags-changed", message, ([*old.tags], [*new.tags]), places)


def _tag_location(operation: Operation, other: Operation) -> Location:
    """Return where the first tag is that another version of an operation lacks, or where tags are."""
    index = next((index for index, tag in enumerate(operation.tags) if tag not in other.tags), None)
    where = operation.location.written("tags")
    return where if index is None else where.at(index)


def _listed(tags: tuple[str, ...]) -> str:
    return ", ".join(map(quoted, tags)) or "none"
