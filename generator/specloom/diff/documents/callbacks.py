"""Callbacks: requests that the server makes to an address that an operation told it. Clients read them, as webhooks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from specloom.diff.documents.operations import compare_inside
from specloom.diff.documents.place import Comparison, Place
from specloom.diff.documents.references import compare_references
from specloom.diff.pairs import pair
from specloom.diff.sunset import Removal, allowance
from specloom.diff.vocabulary import Change
from specloom.findings import Location
from specloom.spec.document import Callback, Document
from specloom.spec.routes import wire_method

_REMOVAL: Final = Removal("callback-removed", "deprecated-callback-removed", "callback-removed-before-sunset")


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
    for each in pairs.removed:
        fact, announced = _REMOVAL.choose(each.operation), allowance(each.operation)
        message = f"the {_route(each)} is gone"
        was = _said(each, "method" if (owner(each), each.name) in stayed else "address")
        here, left = _place(comparison, each), _owner_location(comparison.new, owner(each))
        yield here.change(fact, message, before=each.name, old=was, new=left, allowance=announced)
    for each in pairs.added:
        message = f"the {_route(each)} is new"
        where = _said(each, "method" if (owner(each), each.name) in stayed else "address")
        yield _place(comparison, each).change("callback-added", message, after=each.name, new=where)
    for before, after in pairs.both:
        places = _places(comparison.old, before), _places(comparison.new, after)
        place = _place(comparison, after)
        yield from compare_references(place, f"the {_route(after)}", *places)
        yield from _compare(place, before, after)
        yield from compare_inside(place, before.operation, after.operation, {})


def _top(callback: Callback) -> str:
    """Return the route of the operation around all callbacks."""
    return callback.owner.rpartition(" of ")[2]


def _renamed(callback: Callback, routes: Mapping[str, str]) -> str:
    """Return what a callback of the old description belongs to, as the new one calls it."""
    top = _top(callback)
    return callback.owner.removesuffix(top) + routes.get(top, top)


def _route(callback: Callback) -> str:
    return f"callback {callback.name} of {callback.owner}"


def _place(comparison: Comparison, callback: Callback) -> Place:
    return comparison.route(_route(callback), "response")


def _owner_location(document: Document, owner: str) -> Location:
    webhooks = {f"webhook {each.path}": each for each in document.webhook_operations}
    found = {**{each.route: each for each in document.operations}, **webhooks}.get(owner)
    return document.location if found is None else found.location.key()


def _places(document: Document, callback: Callback) -> tuple[Location, Location]:
    """Return where a callback is described, and where an operation has it."""
    return _said(callback, "name"), _owner_location(document, callback.owner).at("callbacks", callback.name)


def _said(callback: Callback, what: str) -> Location:
    """Return where the method, the address or the name of a callback is written."""
    where, depth = callback.operation.location, ("method", "address", "name").index(what)
    return Location(where.document, where.pointer[: len(where.pointer) - depth]).key()


def _compare(place: Place, old: Callback, new: Callback) -> Iterator[Change]:
    if old.name != new.name:
        names, places = (old.name, new.name), (_said(old, "name"), _said(new, "name"))
        yield place.below("name").name_change("callback-renamed", f"the {_route(old)}", names, places)
    was, now = wire_method(old.operation.method), wire_method(new.operation.method)
    members = (
        ("callback-method-changed", "method", "by", was, now),
        ("callback-address-changed", "address", "to", old.operation.path, new.operation.path),
    )
    for fact, name, word, before, after in members:
        if before != after:
            here, title, places = place.below(name), f"the {_route(new)}", (_said(old, name), _said(new, name))
            yield here.value_change(fact, title, (before, after), places, verb=f"sent {word}")
