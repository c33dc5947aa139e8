"""Which change of a description a change of the client comes from: by the places that both are about, else by names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from specloom.diff.vocabulary import Change, ClientVerdict, SymbolChange
from specloom.spec.document import ABSENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from specloom.findings import Location, Pointer

_WORST_FIRST: Final = tuple(ClientVerdict)
_NAMED_BY: Final = {
    "operationId": (
        "method-name-changed",
        "operation-id-changed",
        "resource-name-changed",
        "tags-changed",
        "upload-changed",
    ),
    "tags": ("resource-name-changed", "tags-changed"),
}
"""Where a symbol is placed that is about a name → the facts that decide on it, the one that outranks the other first.
They are elsewhere in the same operation."""
_NAMED_BY_TITLE: Final = frozenset(("x-specloom", member) for member in ("package", "client", "env_prefix"))
_TYPES: Final = frozenset({"model", "alias", "input"})


def join_symbols(
    changes: Sequence[Change], symbols: Sequence[SymbolChange]
) -> tuple[list[tuple[SymbolChange, ...]], tuple[SymbolChange, ...]]:
    """Return the symbols that belong to each change, worst first, and those that belong to none.

    A symbol belongs to the change at the same place; without one, to the nearest inside of what it is made from, or
    around that. A change inside that has symbols of its own comes last: it is the cause of those. Places are those in
    the old description where both have one, else those in the new, and at last those in the new where both have one.
    What no place explains belongs where its method does, or a type that it names, or one that names it.

    Args:
        changes: Where several are at the same place, the first gets the symbol.
        symbols: In any order.
    """
    claimed: list[list[SymbolChange]] = [[] for _ in changes]
    remaining: list[SymbolChange] = []
    for symbol in symbols:
        found = next(_same_place(changes, symbol), None)
        (remaining if found is None else claimed[found]).append(symbol)
    taken = [bool(each) for each in claimed]
    rest: list[SymbolChange] = []
    for symbol in remaining:
        found = _nearest(changes, symbol, taken)
        if found is None:
            found = _nearest_now(changes, symbol)
        (rest if found is None else claimed[found]).append(symbol)
    unexplained = _worst_first(_without_mentions(rest, claimed))
    return [_worst_first(each) for each in claimed], unexplained


def _worst_first(symbols: Iterable[SymbolChange]) -> tuple[SymbolChange, ...]:
    return tuple(sorted(symbols, key=lambda symbol: _WORST_FIRST.index(symbol.verdict)))


def _same_place(changes: Sequence[Change], symbol: SymbolChange) -> Iterator[int]:
    """Yield the changes that decide on the symbol's name or status, then those that are where it is."""
    place = symbol.old_location or symbol.location
    pointer = place.pointer if place else ()
    for fact in _NAMED_BY.get(pointer[-1], ()) if pointer else ():
        for at, change in enumerate(changes):
            both = _places(change, symbol)
            if change.fact == fact and both and _is_below(both[0], both[1][:-1]):
                yield at
    for at, change in enumerate(changes):
        both = _places(change, symbol)
        if both and both[0] == both[1]:
            yield at
    yield from (at for at, change in enumerate(changes) if _decides_elsewhere(change, symbol, pointer))


def _decides_elsewhere(change: Change, symbol: SymbolChange, pointer: Pointer) -> bool:
    """Tell whether a change decides on a symbol that is placed where descriptions may say nothing.

    An answer may be described elsewhere, OpenAPI 2.0 has addresses in parts, and names nobody chose are the title's.
    """
    if symbol.kind == "error" and pointer[-2:-1] == ("responses",):
        return change.fact.startswith("error-status-") and change.subject[-1] == pointer[-1]
    if pointer[:1] == ("servers",):
        is_elsewhere = change.location is not None and change.location.pointer[:1] != ("servers",)
        return is_elsewhere and change.subject[0] == "server"
    return pointer in _NAMED_BY_TITLE and change.fact == "document-title-changed"


def _nearest(changes: Sequence[Change], symbol: SymbolChange, taken: Sequence[bool]) -> int | None:
    near = [
        (taken[at] and steps > 0, abs(steps), steps < 0, at)
        for at, change in enumerate(changes)
        if (steps := _steps(change, symbol)) and not (steps < 0 and _is_gone(change) and not symbol.old_location)
    ]
    return min(near)[-1] if near else None


def _nearest_now(changes: Sequence[Change], symbol: SymbolChange) -> int | None:
    """Return the change at or inside of what a symbol is made from now, where it was made from something else."""
    place, near = symbol.location, []
    if place is None or symbol.old_location is None:
        return None
    for at, change in enumerate(changes):
        now = change.location if change.old_location else None
        if now and now.source.name == place.source.name and _is_below(now.pointer, place.pointer):
            near.append((len(now.pointer), at))
    return min(near)[-1] if near else None


def _is_gone(change: Change) -> bool:
    """Tell whether only what was around a change is left: what is new in there is none of its doing."""
    if change.after is not ABSENT or change.before is ABSENT or change.location is None or change.old_location is None:
        return False
    was, left = change.old_location.pointer, change.location.pointer
    return len(left) < len(was) and _is_below(was, left)


def _without_mentions(symbols: Iterable[SymbolChange], claimed: Sequence[list[SymbolChange]]) -> Iterator[SymbolChange]:
    """Yield the symbols that neither name a type of a change nor are one that it names; give the others to it."""
    owners = [(symbol, each) for each in claimed for symbol in each]
    left = list(symbols)
    for other, owner in owners:  # which grows: what is named may name others
        found = [symbol for symbol in left if _belong_together(symbol, other)]
        left = [symbol for symbol in left if symbol not in found]
        owner.extend(found)
        owners += [(symbol, owner) for symbol in found]
    yield from left


def _belong_together(symbol: SymbolChange, other: SymbolChange) -> bool:
    is_argument = other.kind == "method" and symbol.symbol.startswith(f"{other.symbol}(")
    return is_argument or _names(symbol, other) or _names(other, symbol)


def _names(symbol: SymbolChange, other: SymbolChange) -> bool:
    """Return whether the annotations of a symbol have another, which is a type."""
    name, text = other.symbol.rpartition(".")[2], f"{symbol.before} {symbol.after}"
    return other.kind in _TYPES and name in text and re.search(rf"\b{re.escape(name)}\b", text) is not None


def _steps(change: Change, symbol: SymbolChange) -> int | None:
    """Return how many steps the change is inside of the symbol's place, below 0 if around it; None if it is neither."""
    both = _places(change, symbol)
    if both is None or not all(both):
        return None  # a change of a whole file is the cause of nothing in particular
    mine, other = both
    if mine[0] == other[0] == "servers":
        mine, other = mine[:2], other[:2]  # an address is made of its variables
        return len(other) if mine == other else None
    return len(mine) - len(other) if _is_below(mine, other) or _is_below(other, mine) else None


def _is_below(place: Pointer, above: Pointer) -> bool:
    return place[: len(above)] == above


def _places(change: Change, symbol: SymbolChange) -> tuple[Pointer, Pointer] | None:
    """Return where both are in the same version of the same file; None if that cannot be said."""
    for mine, other in ((change.old_location, symbol.old_location), (change.location, symbol.location)):
        if mine and other:
            return (_meant(mine, change), other.pointer) if mine.source.name == other.source.name else None
    return None


def _meant(location: Location, change: Change) -> Pointer:
    """Return the place of a change: of a name in `required` that of its property, of a value in `enum` that of all."""
    pointer = location.pointer
    if change.fact.endswith(("enum-value-added", "enum-value-removed")) and pointer[-2:-1] == ("enum",):
        return pointer[:-1]
    for end in (len(pointer) - 1, len(pointer) - 2):
        if end >= 0 and pointer[end] == "required" and change.subject[-2:-1] == ("properties",):
            return (*pointer[:end], "properties", change.subject[-1])
    return pointer
