"""Which change of a description a change of the client comes from, looked up by what both are about."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import chain
from typing import Final, get_args

from specloom.diff.origins import HEADERS, Key, Side, innermost, innermost_in, list_origins, place_key
from specloom.diff.rules.operation import DEPRECATION_RULES
from specloom.diff.rules.schemas import LIMIT_RULES
from specloom.diff.rules.table import NOTE_RULES
from specloom.diff.schemas.facts import COMPOSED, NAMED, RETYPING
from specloom.diff.traced import TracedClient
from specloom.diff.vocabulary import MEDIA_TYPES, Change, ClientVerdict, Direction, SymbolChange
from specloom.findings import Location
from specloom.ir.surface import Surface, owner_of
from specloom.spec.document import ABSENT, ParameterPlace

_LIMITS: Final = frozenset(rule.fact for rule in LIMIT_RULES) - {"content-encoding-changed"} | {
    "format-hint-added", "format-hint-removed", "format-hint-changed", "format-hint-widened",
    "format-hint-narrowed", "schema-deprecated", "schema-undeprecated",
    "parameter-deprecated", "parameter-undeprecated", "operation-deprecated", "operation-undeprecated",
    "unreached-change", *(rule.fact for rule in DEPRECATION_RULES),
}  # fmt: skip
"""Facts that say which values of a type are valid, or nothing of values at all: no symbol is made of them."""
_BEHAVING: Final = frozenset({"default-changed", "content-media-type-changed"})
"""Facts by which the same symbols do something else: what is meant by a value left out, how a part is sent."""
_NEVER_GONE, _NEVER_NEW = "additional-properties-allowed", "additional-properties-forbidden"
"""Facts by which no class goes, and none comes: an open object may need one, where a closed one is taken apart."""
_CHOOSING: Final = frozenset({"union-added", "union-removed", "union-member-added", "union-member-removed"})
"""Facts by which a class becomes a choice, or the other way round: what is beside the choice is then said elsewhere."""
_WHOLE: Final = frozenset({"union-added", "union-removed"})
"""Facts by which a value is a class now and was a choice, or the other way round, whatever is in it."""
_BODIES: Final = frozenset({"required-body-added", "optional-body-added", "body-removed"})
_OF_SCHEMA: Final = 2
"""The length of the subject of a named schema as such."""
_OF_SECTION: Final = 3
"""The length of the key of a section of a description, in which there is too much to be why."""
_SENT: Final = {(word,) for word in (*get_args(ParameterPlace), "body", "response")}
"""What subjects have behind the operation where they are about what is sent or answered."""
_VALUES: Final = frozenset({"field", "key", "argument"})
_CALLED: Final = frozenset({"argument", "overload"})
_HOLDERS: Final = _VALUES | {"alias"}
_CLASSES: Final = frozenset({"model", "input", "alias"})
_SIDES: Final[Mapping[str, Direction]] = {
    "model": "response", "field": "response", "input": "request", "key": "request", "argument": "request",
}  # fmt: skip
"""The kinds of symbols → whether they are of what comes or of what is sent."""
_BREAKS_NONE: Final[Mapping[Direction, frozenset[str]]] = {
    "request": frozenset({"enum-value-added", "closed-enum-value-added", "union-member-added"}),
    "response": frozenset({"enum-value-removed", "union-member-removed"}),
}
"""Facts that break no type of a direction: what can be sent besides, and what comes no more."""
_NOTES: Final = frozenset(rule.fact for rule in NOTE_RULES)


def join_symbols(
    changes: Sequence[Change], symbols: Sequence[SymbolChange], old: TracedClient, new: TracedClient
) -> tuple[list[tuple[SymbolChange, ...]], tuple[SymbolChange, ...]]:
    """Return the symbols that belong to each change, worst first, and those that belong to none.

    A change is at home where a symbol is made from the very thing that it is about, else from the smallest thing around
    that. A symbol belongs to all changes at home in the first of its origins where there are any that can cause what is
    different about it: a default, a bound or a pattern never makes another type of it. A symbol without such an origin
    is a consequence: it belongs where a type that it is made of does, or one that is made of it, or what it is in; else
    to the changes at home in a type that it is made of. An argument belongs to none that does not reach its operation,
    where another can be why.
    """
    if not symbols:
        return [() for _ in changes], ()
    both = old, new
    origins = [tuple(_origins(symbol, *both)) for symbol in symbols]
    at_home = _AtHome(changes, old.keys | new.keys | {*chain.from_iterable(origins)}, both)
    claimed: list[list[SymbolChange]] = [[] for _ in changes]
    rest: list[SymbolChange] = []
    ends, inside = _Ends(changes), _Inside(changes)

    def claim(symbol: SymbolChange, found: Iterable[int], others: list[SymbolChange]) -> None:
        """Give a symbol to changes, if there are any, and else to others."""
        for owner in [claimed[at] for at in found] or [others]:
            owner.append(symbol)

    for symbol, own in zip(symbols, origins, strict=True):
        around = ends.find(symbol, own)
        claim(symbol, at_home.reaching(symbol, around) or at_home.causes(symbol, own) or around, rest)
    left = _without_consequences(rest, claimed, *both)
    without_class: list[SymbolChange] = []
    unexplained: list[SymbolChange] = []
    keys_of = {id(symbol): own for symbol, own in zip(symbols, origins, strict=True)}
    for symbol in left:
        of_types = (key for client in both for path in _made_of(symbol, *both) for key in client.origins.get(path, ()))
        found = at_home.causes(symbol, of_types) or ends.find_around(symbol)
        found = found or _find_beside(symbol, inside, *both) or _find_inside(symbol, inside)
        claim(symbol, found or ends.find_user(symbol, keys_of[id(symbol)]), without_class)
    for symbol in without_class:
        claim(symbol, _with_its_class(symbol, claimed, changes), unexplained)
    unexplained = [*_without_consequences(unexplained, claimed, *both)]
    return [_worst_first(each) for each in claimed], _worst_first(unexplained)


def find_symbols(changes: Iterable[Change], client: Surface) -> list[tuple[str, ...]]:
    """Return the paths of the symbols of the old client that are made from what each change is about, or next to it."""
    made: dict[Key, list[tuple[int, str]]] = defaultdict(list)
    for path, keys in list_origins("old", client).items():
        for rank, key in enumerate(keys):
            made[key].append((rank, path))
    found: list[tuple[str, ...]] = []
    for change in changes:
        homes = [made[key] for key in dict.fromkeys((*_homes(change, made.keys()), *_of_value(change, made.keys())))]
        homes = homes or [made[(use.route,)] for use in change.uses if (use.route,) in made]
        nearest = [(min(rank for rank, _ in ranked), ranked) for ranked in homes]
        paths = (path for least, ranked in nearest for rank, path in ranked if rank == least)
        found.append(tuple(dict.fromkeys(paths)))
    return found


class _AtHome:
    """The changes by what they are at home in."""

    def __init__(self, changes: Sequence[Change], keys: AbstractSet[Key], clients: Sequence[TracedClient]) -> None:
        self._changes, self._clients = changes, clients
        self._at_home: Final[dict[Key, list[int]]] = defaultdict(list)
        for at, change in enumerate(changes):
            for key in dict.fromkeys(_homes(change, keys)):
                self._at_home[key].append(at)

    def causes(self, symbol: SymbolChange, keys: Iterable[Key]) -> list[int]:
        """Return the changes at home in the first of the keys where some can be why a symbol is different.

        Those come first that reach it.
        """
        first: list[int] = []
        for key in keys:
            found = [at for at in self._at_home.get(key, ()) if _can_cause(self._changes[at], symbol)]
            if symbol.kind == "method":  # which has one more argument by a media type that came, and seldom more
                found = [at for at in found if self._changes[at].fact != "media-type-added"] or found
                found = [at for at in found if key in self._changes[at].all_subjects] or found
            found = [at for at in found if _is_on_side(self._changes[at], symbol)] or found
            if near := self.reaching(symbol, found):
                return near
            first = first or found
        return first

    def reaching(self, symbol: SymbolChange, found: list[int]) -> list[int]:
        """Return those of some changes that reach the operation of an argument; all for other symbols."""
        if symbol.kind != "argument":
            return found
        routes = {route for client in self._clients for path in _paths(symbol) for route in client.routes(path)}
        uses = {at: {use.route for use in self._changes[at].uses} for at in found}
        return [at for at in found if not uses[at] or not routes.isdisjoint(uses[at])]


class _Ends:
    """The changes by what they are about, from the outside: what is in something that is gone is gone with it."""

    def __init__(self, changes: Sequence[Change]) -> None:
        self._changes: Final = changes
        self._gone: Final[dict[Key, list[int]]] = defaultdict(list)
        self._come: Final[dict[Key, list[int]]] = defaultdict(list)
        self._other: Final[dict[Key, int]] = {}
        for at, change in enumerate(changes):
            sides: tuple[tuple[Side, Location | None, bool, dict[Key, list[int]]], ...] = (
                ("old", change.old_location, change.removes, self._gone),
                ("new", change.location, change.adds, self._come),
            )
            for side, place, is_all, found in sides:
                if place is not None and is_all:
                    for key in (place_key(side, place), *change.all_subjects):
                        found[key].append(at)
                    if len(change.subjects) > 1:  # in whose place there is something else, with the same names in it
                        self._other.setdefault(place_key(side, place), at)
                elif place is not None and change.fact.startswith("condition-"):
                    self._other.setdefault(place_key(side, place), at)
                elif place is not None and change.fact == COMPOSED and place.pointer[-3:-2] == ("allOf",):
                    self._other.setdefault(place_key(side, Location(place.document, place.pointer[:-3])), at)
                elif place is not None and change.fact in RETYPING:
                    self._other.setdefault(place_key(side, Location(place.document, place.pointer[:-1])), at)
                if place is not None and change.fact in _CHOOSING:
                    self._other.setdefault(place_key(side, _choosing(place)), at)

    def find(self, symbol: SymbolChange, origins: Iterable[Key]) -> list[int]:
        """Return the changes by which all is gone, or new, that a symbol is made from; none where that stays.

        A class that is called otherwise now was made from what is gone, if that is. What stood at one place, as all
        operations of a path that is gone, and all media types of OpenAPI 2.0, is told apart by what it is about.
        """
        if symbol.before and symbol.after and symbol.kind not in _CLASSES:
            return []
        ends = self._gone if symbol.before else self._come
        found = next(filter(None, (innermost_in(key, ends) for key in _symbol_places(symbol))), [])
        if symbol.kind == "argument":  # it is where its values are described, which may be elsewhere
            found = next((ends[key] for key in origins if key[0] not in {"old", "new"} and key in ends), found)
        if len(found) < 2:  # noqa: PLR2004 - nothing to tell apart
            return found
        keys = {*origins}
        own = [at for at in found if self._changes[at].subject in keys]
        return own or [at for at in found if self._changes[at].subject[-1] == symbol.name] or found[:1]

    def find_around(self, symbol: SymbolChange) -> list[int]:
        """Return the change of the type of what a symbol is made from, or of what is around that."""
        found = (innermost_in(key, self._other) for key in _symbol_places(symbol))
        return [at for at in found if at is not None][:1]

    def find_user(self, symbol: SymbolChange, origins: Iterable[Key]) -> list[int]:
        """Return the change by which something came, or is gone, that uses a class, which may be called after it."""
        sides: dict[str, Mapping[Key, list[int]]] = {"old": self._gone, "new": self._come}
        keys = origins if symbol.kind in _CLASSES else ()
        found = (innermost_in(key, sides[key[0]]) for key in keys if key[0] in sides)
        return next(filter(None, found), [])[:1]


class _Inside:
    """The changes by where they are, so that those in something are found without a look at all."""

    def __init__(self, changes: Sequence[Change]) -> None:
        self._changes: Final = changes

    @cached_property
    def _ordered(self) -> list[tuple[Key, int]]:
        """What is in a place comes right behind it."""
        return sorted((key, at) for at, change in enumerate(self._changes) for key in _places(change))

    def find(self, places: Iterable[Key], symbol: SymbolChange) -> list[int]:
        """Return the changes at places, or in what is there, that can be why a symbol is different.

        Where there is a choice now of what was none, or the other way round, it is that alone.
        """
        found: set[int] = set()
        for place in places:
            for number in range(bisect_left(self._ordered, (place,)), len(self._ordered)):
                key, at = self._ordered[number]
                if key[: len(place)] != place:
                    break
                found.add(at)
        causes = [at for at in sorted(found) if _can_cause(self._changes[at], symbol)]
        return [at for at in causes if self._changes[at].fact in _WHOLE] or causes


def _symbol_places(symbol: SymbolChange) -> Iterator[Key]:
    """Yield where a symbol was and is made from."""
    sides: tuple[tuple[Side, Location | None], ...] = (("old", symbol.old_location), ("new", symbol.location))
    yield from (place_key(side, place) for side, place in sides if place is not None)


def _choosing(place: Location) -> Location:
    """Return the place of the schema that offers a choice, or offered it, by that of the choice or of a member."""
    last = next((n for n in (1, 2) if place.pointer[-n:][:1] in {("oneOf",), ("anyOf",)}), 0)
    return Location(place.document, place.pointer[: len(place.pointer) - last])


def _can_cause(change: Change, symbol: SymbolChange) -> bool:
    """Tell whether a change can be why a symbol is different. What callers leave out is a matter of behaviour."""
    if change.fact in _NOTES and change.subject[-1] != "title":  # which names of classes come from
        return False
    if change.fact in _BEHAVING:
        return symbol.verdict is ClientVerdict.BEHAVIOUR_CHANGES
    if change.fact == (_NEVER_GONE if symbol.before else _NEVER_NEW) and symbol.kind in _CLASSES:
        return bool(symbol.before and symbol.after)
    if change.fact in NAMED:  # what is called otherwise, or is of it, is so for where it is used
        return symbol.kind in _CLASSES and not (symbol.before if change.adds else symbol.after)
    if symbol.kind == "method" and not (symbol.before and symbol.after) and change.subject[1:2] in _SENT:
        return False  # a method comes and goes with its operation, whatever that sends and answers
    if change.fact == "media-type-added" and symbol.kind in _CALLED:
        return bool(symbol.after)
    # What is in a schema that no operation of the new description reaches makes no symbol of its client.
    is_reached = change.uses or change.subject[0] != "schema" or len(change.subject) == _OF_SCHEMA
    return bool(is_reached) and change.fact not in _LIMITS


def _is_on_side(change: Change, symbol: SymbolChange) -> bool:
    """Tell whether a change matters to what comes, where a symbol is of that, or to what is sent, if it is of this."""
    side = _SIDES.get(symbol.kind)
    if symbol.verdict is ClientVerdict.TYPES_BREAK and side and change.fact in _BREAKS_NONE[side]:
        return False
    return side is None or not change.uses or any(use.direction == side for use in change.uses)


def _find_beside(symbol: SymbolChange, inside: _Inside, old: TracedClient, new: TracedClient) -> list[int]:
    """Return the changes of the same property in what its schema is put together with."""
    if symbol.kind not in _VALUES:
        return []
    places = {*old.places(symbol.old_path), *new.places(symbol.new_path)}
    return inside.find(places, symbol)


def _find_inside(symbol: SymbolChange, inside: _Inside) -> list[int]:
    """Return the changes in what a value is made from: what a map holds is spelt where the map stands."""
    places = (key for key in _symbol_places(symbol) if len(key) > _OF_SECTION)
    return inside.find(places, symbol) if symbol.kind in _HOLDERS else []


def _with_its_class(
    symbol: SymbolChange, claimed: Sequence[list[SymbolChange]], changes: Sequence[Change]
) -> list[int]:
    """Return the changes to which the class of an attribute belongs, or all of it, as where it is a choice now."""
    classes = _classes(_paths(symbol)) if symbol.kind == "field" else set()
    found: list[int] = []
    for at, own in enumerate(claimed) if classes else ():
        paths = {*chain.from_iterable(map(_paths, own))}
        paths |= _classes(paths) if changes[at].fact in _WHOLE else set()
        found += [] if classes.isdisjoint(paths) else [at]
    return found


def _classes(attributes: Iterable[str]) -> set[str]:
    return {path.rpartition(".")[0] for path in attributes}


def _worst_first(symbols: Iterable[SymbolChange]) -> tuple[SymbolChange, ...]:
    return tuple(sorted(symbols, key=lambda symbol: symbol.verdict.rank))


def _origins(symbol: SymbolChange, old: TracedClient, new: TracedClient) -> Iterator[Key]:
    yield from symbol.about
    if symbol.kind == "argument" or any(each[1:] == ("response",) for each in symbol.about):
        yield from old.described(symbol.old_path)
        yield from new.described(symbol.new_path)
    yield from old.origins.get(symbol.old_path, ())
    yield from new.origins.get(symbol.new_path, ())


def _homes(change: Change, keys: AbstractSet[Key]) -> Iterator[Key]:
    """Yield where a change is at home: what it is about, or what is around that, by its places and by its subject."""
    subjects = change.all_subjects
    if change.fact.startswith("media-type-") or change.fact in _BODIES:
        yield from ((*subject[:2], MEDIA_TYPES) for subject in subjects)
    elif "header" in change.fact:
        yield from ((*subject[:2], HEADERS) for subject in subjects)
    own = [subject for subject in subjects if subject in keys]
    yield from own
    if any(len(subject) > 1 for subject in own):  # what is about a whole operation is also where it was
        return
    if change.subject[0] == "tag":  # which is the name of a resource, and what its operations say of it
        yield from ((use.route, "tags") for use in change.uses)
    is_callback = change.subject[0].startswith("callback ")  # nothing of which the method around it is made of
    places = [home for place in _places(change) if (home := innermost(place, keys))]
    yield from (home for home in places if not is_callback or "callbacks" in home)
    around = (innermost(subject, keys, at_least=2 if places else 1) for subject in subjects)
    yield from filter(None, around)


def _of_value(change: Change, keys: AbstractSet[Key]) -> Iterator[Key]:
    """Yield where a value was before it changed: what an enumeration takes in is no place of its own."""
    if change.old_location is not None:
        home = innermost(place_key("old", change.old_location), keys)
        if home is not None and home[-1] == change.subject[-1]:
            yield home


def _places(change: Change) -> Iterator[Key]:
    """Yield where a change is, but not what was around it before it came, or is left around it now that it is gone."""
    old, new = change.old_location, change.location
    is_elsewhere = old is not None and new is not None and old.pointer != new.pointer
    if old is not None and not (is_elsewhere and change.before is ABSENT and change.after is not ABSENT):
        yield place_key("old", _meant(old, change))
    if new is not None and not (is_elsewhere and change.after is ABSENT and change.before is not ABSENT):
        yield place_key("new", _meant(new, change))


def _meant(location: Location, change: Change) -> Location:
    """Return the place of a change: of a name in `required` that of its property."""
    pointer = location.pointer
    for end in (len(pointer) - 1, len(pointer) - 2):
        if end >= 0 and pointer[end] == "required" and change.subject[-2:-1] == ("properties",):
            return Location(location.document, (*pointer[:end], "properties", change.subject[-1]))
    return location


def _without_consequences(
    symbols: Iterable[SymbolChange], claimed: Sequence[list[SymbolChange]], old: TracedClient, new: TracedClient
) -> Iterator[SymbolChange]:
    """Yield the symbols that are not made of a type of a change, nor are one or in one; give the others to it."""
    left = dict(enumerate(symbols))
    by_path, by_type = defaultdict[str, list[int]](list), defaultdict[str, list[int]](list)
    by_owner = defaultdict[str, list[int]](list)
    for at, symbol in left.items():
        for path in _paths(symbol):
            by_path[path].append(at)
            if symbol.kind == "key":
                by_owner[owner_of(path)].append(at)
        for path in _made_of(symbol, old, new):
            by_type[path].append(at)
    owners = [(symbol, owner) for owner in claimed for symbol in owner]
    for other, owner in owners:  # which grows: what is made of it may have consequences of its own
        found = [at for path in _paths(other) for at in (*by_type[path], *by_owner[path])]
        found += [at for path in _made_of(other, old, new) for at in by_path[path]]
        new_ones = [left.pop(at) for at in dict.fromkeys(found) if at in left]
        owner.extend(new_ones)
        owners += [(symbol, owner) for symbol in new_ones]
    yield from left.values()


def _paths(symbol: SymbolChange) -> Iterable[str]:
    return dict.fromkeys(filter(None, (symbol.old_path, symbol.new_path)))


def _made_of(symbol: SymbolChange, old: TracedClient, new: TracedClient) -> Iterable[str]:
    """Return the types that a symbol is made of, and the method that it is a part of: each once, always in order."""
    method = (owner_of(symbol.symbol),) if symbol.kind in _CALLED else ()
    return dict.fromkeys((*old.types(symbol.old_path), *new.types(symbol.new_path), *method))
