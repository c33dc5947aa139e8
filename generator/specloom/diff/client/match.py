"""Which symbol of a new client is which of the old one: by its name, else by what it stands for on the wire."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from specloom.diff.pairs import Pairs, pair
from specloom.ir.surface import Surface, Symbol

ResourcePath = tuple[str, ...]
"""From the client: `("orders", "lines")`."""


def match_members(old: Sequence[Symbol], new: Sequence[Symbol]) -> Pairs[Symbol]:
    """Pair members by name, else by what they stand for, and parameters of the path by their place in it."""
    pairs = pair(old, new, lambda each: each.name).then(lambda each: each.key or None)
    in_path = ([each for each in side if each.kind == "argument" and each.key[:1] == ("path",)] for side in (old, new))
    places = {id(each): at for side in in_path for at, each in enumerate(side)}
    return pairs.then(lambda each: places.get(id(each)))


def match_methods(old: Surface, new: Surface) -> tuple[Pairs[Symbol], Mapping[ResourcePath, ResourcePath]]:
    """Pair the methods of two clients, and their resources: those that are still there, perhaps under another name.

    A name that is still there is the same method, whatever it does now: that is what callers see. Others are looked
    for by their operations.
    """
    olds, news = tuple(old.methods()), tuple(new.methods())
    resources = _match_resources(olds, news)
    names = {id(each): (resource_of(each), each.name) for each in news}
    names |= {id(each): (resources.get(resource_of(each), resource_of(each)), each.name) for each in olds}
    return pair(olds, news, lambda each: names[id(each)]).then(lambda each: each.key), resources


def resource_of(method: Symbol) -> ResourcePath:
    """Return the resource that a method is of."""
    return tuple(method.path.split(".")[1:-1])


def _match_resources(old: Sequence[Symbol], new: Sequence[Symbol]) -> dict[ResourcePath, ResourcePath]:
    """Return old resource → new one; parents first, whose new names count for everything inside them."""
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
