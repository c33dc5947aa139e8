"""Which symbol of a new client is which of the old one: by its name, else by what it stands for on the wire."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from specloom.ir.surface import Surface, Symbol
from specloom.record import record

ResourcePath = tuple[str, ...]
"""From the client: `("orders", "lines")`."""

_Key = Callable[[Symbol, Sequence[Symbol]], Hashable]


@record
class Matching:
    """The members of two symbols, sorted out."""

    both: tuple[tuple[Symbol, Symbol], ...]
    gone: tuple[Symbol, ...]
    added: tuple[Symbol, ...]


@record
class MethodMatching(Matching):
    """The methods of two clients, sorted out."""

    resources: Mapping[ResourcePath, ResourcePath]
    """Old resource → new one, for resources that are still there, perhaps under another name."""


def match_members(old: Sequence[Symbol], new: Sequence[Symbol]) -> Matching:
    """Return the members that correspond, those that are gone and those that are new.

    By name, else by what they stand for, and parameters of the path by their place in it.
    """
    left = {each.name: each for each in new}
    found = {each.name: left.pop(each.name) for each in old if each.name in left}
    keys: tuple[_Key, ...] = (_stands_for, _in_the_path)
    for key in keys:
        places = {key(each, new): each for each in left.values()}
        for each in old:
            place = key(each, old)
            if each.name not in found and place is not None and place in places:
                found[each.name] = left.pop(places.pop(place).name)
    return Matching(
        tuple((each, found[each.name]) for each in old if each.name in found),
        tuple(each for each in old if each.name not in found),
        tuple(left.values()),
    )


def _stands_for(symbol: Symbol, _: Sequence[Symbol]) -> Hashable:
    return symbol.key or None


def _in_the_path(symbol: Symbol, others: Sequence[Symbol]) -> Hashable:
    in_path = [each.name for each in others if each.kind == "argument" and each.key[:1] == ("path",)]
    return in_path.index(symbol.name) if symbol.name in in_path else None


def match_methods(old: Surface, new: Surface) -> MethodMatching:
    """Return which methods correspond.

    A name that is still there is the same method, whatever it does now: that is what callers see. Others are looked
    for by their operations.
    """
    olds, news = tuple(old.methods()), {(resource_of(each), each.name): each for each in new.methods()}
    resources = _match_resources(olds, tuple(news.values()))
    found: dict[str, Symbol] = {}
    for method in olds:
        own = resource_of(method)
        key = (resources.get(own, own), method.name)
        if key in news:
            found[method.path] = news.pop(key)
    left = {method.key: method for method in news.values()}
    for method in olds:
        if method.path not in found and (other := left.pop(method.key, None)) is not None:
            found[method.path] = other
    return MethodMatching(
        tuple((method, found[method.path]) for method in olds if method.path in found),
        tuple(method for method in olds if method.path not in found),
        tuple(left.values()),
        resources,
    )


def resource_of(method: Symbol) -> ResourcePath:
    """Return the resource that a method is of."""
    return tuple(method.path.split(".")[1:-1])


def _match_resources(old: Iterable[Symbol], new: Iterable[Symbol]) -> dict[ResourcePath, ResourcePath]:
    """Return old resource → new one; parents first, whose new names count for everything inside them."""
    old, new = tuple(old), tuple(new)
    known = {path for method in new for path in _upwards(resource_of(method))}
    before = {path for method in old for path in _upwards(resource_of(method))}
    places = {method.key: resource_of(method) for method in new}
    found: dict[ResourcePath, ResourcePath] = {}
    for path in sorted(before):
        wanted = (*found.get(path[:-1], path[:-1]), path[-1])
        if wanted in known:
            found[path] = wanted
            continue
        keys = [method.key for method in old if resource_of(method)[: len(path)] == path]
        votes = Counter(places[key][: len(path)] for key in keys if key in places)
        for other, count in votes.most_common(1):
            if len(other) == len(path) and other not in before and 2 * count >= len(keys):
                found[path] = other
    return found


def _upwards(path: ResourcePath) -> Iterable[ResourcePath]:
    return (path[:length] for length in range(1, len(path) + 1))
