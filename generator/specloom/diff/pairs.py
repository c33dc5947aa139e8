"""Which things of two versions are the same: by one trait, and those left by the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

from specloom.record import record

Thing = TypeVar("Thing")


@record
class Pairs(Generic[Thing]):
    """Things in both, in the new order, and what is left on either side."""

    both: tuple[tuple[Thing, Thing], ...]
    removed: tuple[Thing, ...]
    added: tuple[Thing, ...]
    left_out: tuple[tuple[Thing, Thing], ...] = ()
    """Of clients: what is in both descriptions all the same, and the new client is made without."""
    included: tuple[tuple[Thing, Thing], ...] = ()
    """Of clients: what the old client was made without."""

    def then(self, key: Callable[[Thing], Hashable | None]) -> Pairs[Thing]:
        """Return these pairs and more: what is in one of the two only is paired by another key."""
        if not (self.removed and self.added):
            return self
        more = pair(self.removed, self.added, key)
        return Pairs((*self.both, *more.both), more.removed, more.added)

    def of_clients(self, before: Callable[[Thing], bool], after: Callable[[Thing], bool]) -> Pairs[Thing]:
        """Return pairs of all that both descriptions have as those of clients; what neither has is no matter here.

        Args:
            before: Whether the old client has something.
            after: Whether the new client has something.
        """
        return Pairs(
            both=tuple((old, new) for old, new in self.both if before(old) and after(new)),
            removed=tuple(filter(before, self.removed)),
            added=tuple(filter(after, self.added)),
            left_out=tuple((old, new) for old, new in self.both if before(old) and not after(new)),
            included=tuple((old, new) for old, new in self.both if after(new) and not before(old)),
        )


def pair(old: Iterable[Thing], new: Iterable[Thing], key: Callable[[Thing], Hashable | None]) -> Pairs[Thing]:
    """Pair what has the same key; of several with one key the first with the first. None is nobody's key."""
    waiting: defaultdict[Hashable, list[Thing]] = defaultdict(list)
    everything = list(old)
    for thing in everything:
        waiting[key(thing)].append(thing)
    both: list[tuple[Thing, Thing]] = []
    added: list[Thing] = []
    for thing in new:
        if (found := key(thing)) is not None and (same := waiting.get(found)):
            both.append((same.pop(0), thing))
        else:
            added.append(thing)
    left = {id(thing) for things in waiting.values() for thing in things}
    return Pairs(tuple(both), tuple(thing for thing in everything if id(thing) in left), tuple(added))
