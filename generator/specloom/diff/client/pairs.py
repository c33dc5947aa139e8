"""Which method of a new client is which of the old one: by its name, else by the operation that it calls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from specloom.diff.client.calls import Call, CallArgument, ResourcePath, route_of

__all__ = ["Pairing", "pair_arguments", "pair_calls"]


@dataclass(frozen=True, slots=True)
class Pairing:
    """The methods of two clients, sorted out."""

    resources: Mapping[ResourcePath, ResourcePath]
    """Old resource → new one, for resources that are still there, perhaps under another name."""
    calls: tuple[tuple[Call, Call], ...]
    gone: tuple[Call, ...]
    added: tuple[Call, ...]


def pair_calls(old: Iterable[Call], new: Iterable[Call]) -> Pairing:
    """Return which calls correspond.

    A name that is still there is the same method, whatever it does now: that is what callers see. Others are looked
    for by their operations.
    """
    olds, news = tuple(old), {(call.resource, call.name): call for call in new}
    resources = _pair_resources(olds, tuple(news.values()))
    found: dict[tuple[ResourcePath, str], Call] = {}
    for call in olds:
        key = (resources.get(call.resource, call.resource), call.name)
        if key in news:
            found[call.resource, call.name] = news.pop(key)
    left = {route_of(call): call for call in news.values()}
    for call in olds:
        if (call.resource, call.name) not in found and (other := left.pop(route_of(call), None)) is not None:
            found[call.resource, call.name] = other
    return Pairing(
        resources,
        tuple((call, found[call.resource, call.name]) for call in olds if (call.resource, call.name) in found),
        tuple(call for call in olds if (call.resource, call.name) not in found),
        tuple(left.values()),
    )


def pair_arguments(
    old: Call, new: Call
) -> tuple[list[tuple[CallArgument, CallArgument]], list[CallArgument], list[CallArgument]]:
    """Return the arguments that correspond, those that are gone and those that are new.

    By name, else by where they go on the wire, and parameters of the path by their place in it.
    """
    ours, theirs = list(old.arguments), {each.name: each for each in new.arguments}
    pairs = {each.name: theirs.pop(each.name) for each in ours if each.name in theirs}
    for key in (_on_the_wire, _in_the_path):
        keys = {key(each, new): each for each in theirs.values()}
        for each in ours:
            place = key(each, old)
            if each.name not in pairs and place is not None and place in keys:
                pairs[each.name] = theirs.pop(keys.pop(place).name)
    return (
        [(each, pairs[each.name]) for each in ours if each.name in pairs],
        [each for each in ours if each.name not in pairs],
        list(theirs.values()),
    )


def _on_the_wire(argument: CallArgument, _: Call) -> tuple[str, str] | None:
    return argument.wire


def _in_the_path(argument: CallArgument, call: Call) -> int | None:
    in_path = [each for each in call.arguments if each.wire[0] == "path"]
    return in_path.index(argument) if argument in in_path else None


def _pair_resources(old: tuple[Call, ...], new: tuple[Call, ...]) -> dict[ResourcePath, ResourcePath]:
    """Return old resource → new one; parents first, whose new names count for everything inside them."""
    known = {path for call in new for path in _upwards(call.resource)}
    before = {path for call in old for path in _upwards(call.resource)}
    places = {route_of(call): call.resource for call in new}
    found: dict[ResourcePath, ResourcePath] = {}
    for path in sorted(before):
        wanted = (*found.get(path[:-1], path[:-1]), path[-1])
        if wanted in known:
            found[path] = wanted
            continue
        routes = [route_of(call) for call in old if call.resource[: len(path)] == path]
        votes = Counter(places[route][: len(path)] for route in routes if route in places)
        for other, count in votes.most_common(1):
            if len(other) == len(path) and other not in before and 2 * count >= len(routes):
                found[path] = other
    return found


def _upwards(path: ResourcePath) -> Iterable[ResourcePath]:
    return (path[:length] for length in range(1, len(path) + 1))
