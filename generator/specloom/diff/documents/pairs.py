"""Which things of two descriptions are the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

__all__ = ["Pairs", "pair"]

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Pairs(Generic[Thing]):
    """Things in both, in the new order, and what is left on either side."""

    both: tuple[tuple[Thing, Thing], ...]
    removed: tuple[Thing, ...]
    added: tuple[Thing, ...]

    def then(self, key: Callable[[Thing], Hashable | None]) -> Pairs[Thing]:
        """Return these pairs and more: what is in one of the two only is paired by another key."""
        more = pair(self.removed, self.added, key)
        return Pairs((*self.both, *more.both), more.removed, more.added)


def pair(old: Iterable[Thing], new: Iterable[Thing], key: Callable[[Thing], Hashable | None]) -> Pairs[Thing]:
    """Pair what has the same key; of several with one key the first with the first. None is nobody's key."""
    waiting: defaultdict[Hashable, list[Thing]] = defaultdict(list)
    everything = list(old)
    for thing in everything:
        waiting[key(thing)].append(thing)
    both: list[tuple[Thing, Thing]] = []
    added: list[Thing] = []
    for thing in new:
        if (found := key(thing)) is not None and waiting[found]:
            both.append((waiting[found].pop(0), thing))
        else:
            added.append(thing)
    left = {id(thing) for things in waiting.values() for thing in things}
    return Pairs(tuple(both), tuple(thing for thing in everything if id(thing) in left), tuple(added))
