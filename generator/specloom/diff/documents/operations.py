"""What is called, and what the server calls: operations, webhooks and callbacks, and what is different about each.

Clients send the requests of operations. They read those of webhooks and of callbacks, and the server their answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import chain
from typing import Final, NamedTuple, TypeVar

from specloom.diff.documents.content import compare_body
from specloom.diff.documents.extensions import compare_operation_extension, member_location
from specloom.diff.documents.parameters import compare_parameters
from specloom.diff.documents.place import Comparison, Place
from specloom.diff.documents.responses import compare_responses
from specloom.diff.documents.servers import called_path, find_base_move, item_location
from specloom.diff.pairs import Pairs, pair
from specloom.diff.sunset import Removal, allowance
from specloom.diff.vocabulary import Change, Subject
from specloom.findings import Location
from specloom.messages import quoted
from specloom.record import record, replace
from specloom.spec.document import Callback, Document, Operation
from specloom.spec.routes import VARIABLE, wire_method, without_names

_T = TypeVar("_T")


class _Facts(NamedTuple):
    """The facts that something is in one description only, or in the client of one only."""

    removal: Removal
    added: str
    left_out: str = ""
    included: str = ""


_OPERATIONS: Final = _Facts(
    Removal("operation-removed", "deprecated-operation-removed", "operation-removed-before-sunset"),
    "operation-added", "operation-left-out", "operation-included",
)  # fmt: skip
_WEBHOOKS: Final = _Facts(
    Removal("webhook-removed", "deprecated-webhook-removed", "webhook-removed-before-sunset"),
    "webhook-added", "webhook-left-out", "webhook-included",
)  # fmt: skip
_CALLBACKS: Final = _Facts(
    Removal("callback-removed", "deprecated-callback-removed", "callback-removed-before-sunset"), "callback-added"
)
_DEPRECATION: Final = ("operation-deprecated", "operation-undeprecated")


@record
class _Request:
    """An operation, a webhook or a callback that is not in both clients."""

    operation: Operation
    place: Place
    title: str
    name: str
    location: Location
    """Of what the other description lacks: its path, or only its method there."""
    instead: tuple[Subject, ...] = ()
    """What has taken its place, if it is gone."""


def _come_and_go(
    pairs: Pairs[_T],
    facts: _Facts,
    sides: tuple[Callable[[_T], _Request], Callable[[_T], _Request]],
    left: Callable[[_T], Location],
) -> Iterator[Change]:
    """Yield what came and went.

    `sides` say what something is that the new client does not have, and what the old one did not; `left` is where the
    new description has what was around something that is gone.
    """
    gone, come = sides
    for each in pairs.removed:
        said, new = gone(each), left(each)
        fact, announced = facts.removal.choose(said.operation), allowance(said.operation)
        message, old = f"{said.title} is gone", said.location
        yield said.place.change(
            fact, message, before=said.name, old=old, new=new, allowance=announced, beside=said.instead
        )
    for each in pairs.added:
        said = come(each)
        yield said.place.change(facts.added, f"{said.title} is new", after=said.name, new=said.location)
    for before, after in pairs.left_out:
        said, new = gone(before), gone(after).location
        message = f"{said.title} is left out of the client"
        yield said.place.change(facts.left_out, message, before=said.name, old=said.location, new=new)
    for before, after in pairs.included:
        old, said = come(before).location, come(after)
        message = f"{said.title} was left out of the client and is in it now"
        yield said.place.change(facts.included, message, after=said.name, old=old, new=said.location)


def _whole_location(operation: Operation, *, is_path_kept: bool) -> Location:
    """Return where an operation is that another document lacks, or its path where that has not even this."""
    return operation.location.key() if is_path_kept else item_location(operation)


# What clients call.


def pair_operations(old: Document, new: Document) -> Pairs[Operation]:
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
    return pairs.of_clients(lambda each: each.route not in old.skipped, lambda each: each.route not in new.skipped)


def compare_operations(comparison: Comparison, pairs: Pairs[Operation]) -> Iterator[Change]:
    """Yield which operations came and went, and what is different about those that stayed."""
    paths_before, paths_now = ({each.path for each in side.operations} for side in (comparison.old, comparison.new))

    def request(operation: Operation, paths: set[str]) -> _Request:
        place, title = comparison.route(operation.route, "request"), f"the operation {quoted(operation.route)}"
        where = _whole_location(operation, is_path_kept=operation.path in paths)
        return _Request(operation, place, title, operation.route, where)

    sides = partial(request, paths=paths_now), partial(request, paths=paths_before)
    yield from _come_and_go(pairs, _OPERATIONS, sides, lambda each: _path_location(comparison.new, each.path))
    for before, after in pairs.both:
        has_moved = (
            _matched(before) != _matched(after)
            and find_base_move(comparison.old, comparison.new, before, after) is None
        )
        variables = (VARIABLE.findall(each.path) for each in (before, after))
        renamed = None if has_moved else dict(zip(*variables, strict=True))
        place, title = comparison.route(after.route, "request"), quoted(after.route)
        if renamed is None:
            yield _moved(place, before, after, (sides[0](before).location, sides[1](after).location))
        yield from _compare_variables(place, before, after, renamed or {})
        places = (_places(comparison.old, before), _places(comparison.new, after))
        yield from place.compare_references(title, *places)
        yield from _compare_inside(place, before, after, renamed)


def _matched(operation: Operation) -> str:
    return without_names(operation.route)


def _path_location(document: Document, path: str) -> Location:
    """Return where a path is written, or where paths are if it is not."""
    blank = without_names(path)
    paths = dict.fromkeys(operation.path for operation in document.operations)
    found = next((each for each in paths if without_names(each) == blank), None)
    return document.location.at("paths") if found is None else document.location.at("paths", found).key()


def _places(document: Document, operation: Operation) -> tuple[Location, Location]:
    """Return where an operation's path item is described, and where the path has it."""
    return item_location(operation), document.location.at("paths", operation.path)


def _moved(place: Place, old: Operation, new: Operation, wholes: tuple[Location, Location]) -> Change:
    name = f" {quoted(new.operation_id)}" if new.operation_id else ""
    message = f"the operation{name} was {quoted(old.route)} and is {quoted(new.route)}"
    return place.at(*wholes).changed("operation-moved", message, (old.route, new.route), beside=[(old.route,)])


def _compare_variables(place: Place, old: Operation, new: Operation, renamed: Mapping[str, str]) -> Iterator[Change]:
    """Yield which variables of a path have other names, of which none is sent."""
    around = place.at(item_location(old), item_location(new))
    for names in renamed.items():
        here, title = replace(around, subject=(new.path, "path", names[1])), f"the path parameter {quoted(names[0])}"
        yield from here.compare_name("path-parameter-renamed", title, names, beside=[(old.path, "path", names[0])])


def _compare_inside(
    there: Place, old: Operation, new: Operation, renamed: Mapping[str, str] | None
) -> Iterator[Change]:
    """Yield what is different about one operation, other than how it is called.

    `renamed` is as `compare_parameters` has it.
    """
    (route,), (sent,) = there.subject, there.uses
    back = there.comparison.route(route, "response" if sent.direction == "request" else "request").below("response")
    yield from _compare_members(there.of(old, new), route, old, new)
    yield from there.compare_sunset(quoted(route), old, new)
    yield from there.compare_stability(quoted(route), old, new)
    yield from compare_parameters(there, old, new, renamed)
    yield from compare_body(there, old, new)
    yield from compare_responses(back, old, new)
    yield from compare_operation_extension(there, old, new)


def _compare_members(place: Place, route: str, old: Operation, new: Operation) -> Iterator[Change]:
    yield from place.compare_deprecation(_DEPRECATION, quoted(route), old, new)
    here, ids = place.below("operationId"), (old.operation_id, new.operation_id)
    yield from here.compare_value("operation-id-changed", f"the operationId of {quoted(route)}", ids, "operationId")
    if old.tags != new.tags:
        message = f"the tags of {quoted(route)} were {_listed(old.tags)} and are {_listed(new.tags)}"
        here = place.below("tags").at(_tag_location(old, new), _tag_location(new, old))
        yield here.changed("tags-changed", message, ([*old.tags], [*new.tags]))


def _tag_location(operation: Operation, other: Operation) -> Location:
    """Return where the first tag is that another version of an operation lacks, or where tags are."""
    index = next((index for index, tag in enumerate(operation.tags) if tag not in other.tags), None)
    where = operation.location.written("tags")
    return where if index is None else where.at(index)


def _listed(tags: tuple[str, ...]) -> str:
    return ", ".join(map(quoted, tags)) or "none"


# What the server calls.


def compare_webhooks(comparison: Comparison) -> Iterator[Change]:
    """Yield which webhooks came and went, and what is different about those that stayed."""
    pairs = _pair_webhooks(comparison.old, comparison.new)
    stayed = {before.path for before, _ in pairs.both}

    def at(webhook: Operation) -> Place:
        return comparison.route(f"webhook {webhook.path}", "response")

    def request(webhook: Operation) -> _Request:
        sent = webhook.method, webhook.request_body
        where = _whole_location(webhook, is_path_kept=webhook.path in stayed)
        same = (at(each).subject for each in pairs.added if (each.method, each.request_body) == sent)
        title = f"the webhook {quoted(webhook.path)}"
        return _Request(webhook, at(webhook), title, webhook.path, where, tuple(same)[:1])

    left = _webhooks_location(comparison.new)
    yield from _come_and_go(pairs, _WEBHOOKS, (request, request), lambda _: left)
    for before, after in pairs.both:
        yield from _compare_webhook(at(after), before, after)
        yield from _compare_inside(at(after), before, after, {})


def _pair_webhooks(old: Document, new: Document) -> Pairs[Operation]:
    """Pair webhooks by name and method, and those left of one name in their order."""
    before, after = (chain(*each.webhooks.values(), *each.skipped_webhooks.values()) for each in (old, new))
    pairs = pair(before, after, lambda webhook: webhook.route).then(lambda webhook: webhook.path)
    return pairs.of_clients(lambda each: each.path in old.webhooks, lambda each: each.path in new.webhooks)


def _webhooks_location(document: Document) -> Location:
    """Return where webhooks are, which OpenAPI 3.0 calls otherwise, or the document if it has none."""
    places = (each.location for each in document.webhook_operations)
    own = (each.pointer[0] for each in places if each.source is document.location.source and each.pointer)
    member = next(own, None)
    return document.location.key() if member is None else document.location.at(member)


def _compare_webhook(place: Place, old: Operation, new: Operation) -> Iterator[Change]:
    title, methods = f"the webhook {quoted(new.path)}", (wire_method(old.method), wire_method(new.method))
    here = place.below("method").at(old.location.key(), new.location.key())
    yield from here.compare_value("webhook-method-changed", title, methods, verb="sent by", say=str)
    events = old.extension.get("event", old.path), new.extension.get("event", new.path)
    here = place.below("event").at(member_location(old, "event"), member_location(new, "event"))
    yield from here.compare_value("webhook-event-changed", f"the event of {title}", events)


def compare_callbacks(comparison: Comparison, routes: Mapping[str, str]) -> Iterator[Change]:
    """Yield which callbacks came and went, and what is different about those that stayed.

    Those of operations that came or went come and go with them. `routes` has the old and the new route of the
    operations that are in both.
    """
    old = [each for each in comparison.old.callbacks if _top(each) in routes or _top(each).startswith("webhook ")]
    kept = {*routes.values()}
    new = [each for each in comparison.new.callbacks if _top(each) in kept or _top(each).startswith("webhook ")]
    names = {id(each): _renamed(each, routes) for each in old}

    def owner(each: Callback) -> str:
        return names.get(id(each), each.owner)

    pairs = pair(old, new, lambda each: (owner(each), each.name, each.operation.route))
    pairs = pairs.then(lambda each: (owner(each), each.name, each.operation.method))
    pairs = pairs.then(lambda each: (owner(each), each.name))
    pairs = pairs.then(lambda each: (owner(each), each.operation.route))
    stayed = {(owner(before), before.name) for before, after in pairs.both if before.name == after.name}

    def request(each: Callback) -> _Request:
        route, is_kept = _route(each), (owner(each), each.name) in stayed
        where = _whole_location(each.operation, is_path_kept=is_kept)
        return _Request(each.operation, comparison.route(route, "response"), f"the {route}", each.name, where)

    sides = request, request
    yield from _come_and_go(pairs, _CALLBACKS, sides, lambda each: _owner_location(comparison.new, owner(each)))
    for before, after in pairs.both:
        places = _callback_places(comparison.old, before), _callback_places(comparison.new, after)
        place = comparison.route(_route(after), "response")
        yield from place.compare_references(f"the {_route(after)}", *places)
        yield from _compare_callback(place, before, after)
        yield from _compare_inside(place, before.operation, after.operation, {})


def _top(callback: Callback) -> str:
    """Return the route of the operation around all callbacks."""
    return callback.owner.rpartition(" of ")[2]


def _renamed(callback: Callback, routes: Mapping[str, str]) -> str:
    """Return what a callback of the old description belongs to, as the new one calls it."""
    top = _top(callback)
    return callback.owner.removesuffix(top) + routes.get(top, top)


def _route(callback: Callback) -> str:
    return f"callback {callback.name} of {callback.owner}"


def _owner_location(document: Document, owner: str) -> Location:
    webhooks = {f"webhook {each.path}": each for each in document.webhook_operations}
    found = {**{each.route: each for each in document.operations}, **webhooks}.get(owner)
    return document.location if found is None else found.location.key()


def _callback_places(document: Document, callback: Callback) -> tuple[Location, Location]:
    """Return where a callback is described, and where an operation has it."""
    return _said(callback, "name"), _owner_location(document, callback.owner).at("callbacks", callback.name)


def _said(callback: Callback, what: str) -> Location:
    """Return where the method, the address or the name of a callback is written."""
    where, depth = callback.operation.location, ("method", "address", "name").index(what)
    return Location(where.document, where.pointer[: len(where.pointer) - depth]).key()


def _compare_callback(place: Place, old: Callback, new: Callback) -> Iterator[Change]:
    here = place.below("name").at(_said(old, "name"), _said(new, "name"))
    yield from here.compare_name("callback-renamed", f"the {_route(old)}", (old.name, new.name))
    methods = wire_method(old.operation.method), wire_method(new.operation.method)
    for fact, name, word, values in (
        ("callback-method-changed", "method", "by", methods),
        ("callback-address-changed", "address", "to", (old.operation.path, new.operation.path)),
    ):
        here = place.below(name).at(_said(old, name), _said(new, name))
        yield from here.compare_value(fact, f"the {_route(new)}", values, verb=f"sent {word}")
