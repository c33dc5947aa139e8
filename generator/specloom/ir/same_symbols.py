"""What is the same in two clients: operations, what is sent at one place, and types of one schema.

Names do not count, but where nothing else tells: it is by what is the same that names stay.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import field
from typing import Final, NamedTuple, TypeVar

from specloom.findings import Location, Pointer
from specloom.ir.name_scopes import Kept
from specloom.ir.naming import can_be_called, resource_name
from specloom.ir.renamed import are_alike, call_by, find_renamed, translate
from specloom.ir.surface import Surface, Symbol
from specloom.ir.types import AliasType, Direction, Literals, Named, NamedType, ObjectType, Tagged, Type, walk
from specloom.record import record
from specloom.spec.keywords import LISTING

_Key = TypeVar("_Key")
_Place = tuple[str, "Pointer"]
"""A file, empty for the entry document, and the place in it."""

_DIRECTIONS: Final[tuple[Direction, ...]] = ("answer", "input")
_NEW: Final = "\0"
"""What the name of a new type ends in while it is told which old one it is."""
_LISTS: Final = frozenset({"parameters", *LISTING})
"""Members that hold lists: what is in one may be at another place of it next time."""


class SymbolPair(NamedTuple):
    """A symbol of a client, and what is the same in the next one."""

    old: Symbol
    new: Symbol

    @property
    def name(self) -> str:
        """What the old one is called, as it is unique among its like."""
        return _own_name(self.old)

    @property
    def key(self) -> tuple[int, str]:
        """What is the same of the same new symbol: the new one as `id` has it, and the old name."""
        return id(self.new), self.name

    @property
    def differs(self) -> bool:
        """Whether the new one has another name."""
        return self.name != _own_name(self.new)


@record
class Same:
    """What is the same in two clients, if its name can stay: by that, as `Kept` has it."""

    methods: Mapping[str, SymbolPair] = field(default_factory=dict)
    arguments: Mapping[str, Mapping[tuple[str, ...], SymbolPair]] = field(default_factory=dict)
    types: Mapping[tuple[Direction, Location], SymbolPair] = field(default_factory=dict)
    fields: Mapping[tuple[Direction, str], Mapping[str, SymbolPair]] = field(default_factory=dict)
    settings: Mapping[tuple[str, ...], SymbolPair] = field(default_factory=dict)

    def pairs(self) -> Iterator[SymbolPair]:
        """Yield all of them."""
        yield from self.methods.values()
        yield from self.types.values()
        yield from self.settings.values()
        yield from (pair for each in self.arguments.values() for pair in each.values())
        yield from (pair for each in self.fields.values() for pair in each.values())

    def giving_way(self, gave_way: Container[str]) -> set[tuple[int, str]]:
        """Return the keys of those whose names need not stay for them to be called so."""
        return {pair.key for pair in self.pairs() if pair.differs and pair.old.path_in_client in gave_way}

    def kept(self, left: Container[tuple[int, str]]) -> Kept:
        """Return the names that stay, but for those whose keys are left out."""

        def names(pairs: Mapping[_Key, SymbolPair]) -> dict[_Key, str]:
            return {key: pair.old.name for key, pair in pairs.items() if pair.key not in left}

        methods = {
            route: tuple(pair.old.path.split(".")[1:]) for route, pair in self.methods.items() if pair.key not in left
        }
        arguments = {route: names(each) for route, each in self.arguments.items()}
        fields = {key: names(each) for key, each in self.fields.items()}
        return Kept(methods, arguments, names(self.types), fields, names(self.settings))


def find_same(published: Surface, surface: Surface, old_files: Mapping[str, str], files: Mapping[str, str]) -> Same:
    """Return what is the same in a client and the next one.

    `surface` is what the new version would become if nothing was there. `files` has the path of each of its documents,
    as surfaces have it, by the name that people give it; so has `old_files` of those of the published client that do
    not go by their names in surfaces.
    """
    methods = [*_pair_methods(published, surface)]
    arguments = {new.routes[0]: _pair_arguments(old, new) for old, new in methods}
    both = [pair for each in arguments.values() for pair in each.values()]
    paired: list[tuple[Direction, Symbol, Symbol]] = []
    for direction in _DIRECTIONS:
        exchanged = _exchanged(methods if direction == "answer" else both)
        found = _pair_types(published, surface, direction, (old_files, files), exchanged)
        paired += ((direction, old, new) for old, new in found)
    counts = Counter((direction, each.location) for direction in _DIRECTIONS for each in _types_of(surface, direction))
    types: dict[tuple[Direction, Location], SymbolPair] = {}
    fields: dict[tuple[Direction, str], dict[str, SymbolPair]] = {}
    for direction, old, new in _with_one_heir(paired, old_files, files):
        if not _can_stay(old):
            continue
        if counts[direction, new.location] == 1:
            types[direction, new.location] = SymbolPair(old, new)
        named = {each.key: each for each in old.members if each.key}
        members = [SymbolPair(named[each.key], each) for each in new.members if each.key in named]
        fields[direction, old.name] = {each.new.key[0]: each for each in members if _can_stay(each.old)}
    return Same(
        {new.routes[0]: SymbolPair(old, new) for old, new in methods if _can_stay(old)},
        {
            route: {key: SymbolPair(*pair) for key, pair in each.items() if _can_stay(pair[0])}
            for route, each in arguments.items()
        },
        types,
        fields,
        {pair.new.key: pair for pair in _pair_settings(published.client, surface.client) if _can_stay(pair.old)},
    )


def _pair_settings(old: Symbol, new: Symbol) -> Iterator[SymbolPair]:
    """Yield the arguments of the client that say the same, credentials if they are of one kind."""
    were, are = ({each.key: each for each in client.members} for client in (old, new))
    kinds = [
        {key[1]: as_list[0] for key, each in side.items() if isinstance(as_list := each.behaviour.get("sent"), list)}
        for side in (were, are)
    ]
    for key, each in are.items():
        if key in were and (each.kind != "credential" or kinds[0].get(key[1]) == kinds[1].get(key[1])):
            yield SymbolPair(were[key], each)


def _can_stay(symbol: Symbol) -> bool:
    above = symbol.path.split(".")[1:-1] if symbol.kind == "method" else ()
    return can_be_called(symbol.kind, symbol.name) and all(resource_name(each) == each for each in above)


def _own_name(symbol: Symbol) -> str:
    """Return what a symbol is called among its like: methods with the resource that they are in."""
    return symbol.path_in_client if symbol.kind == "method" else symbol.name


def _pair_methods(published: Surface, surface: Surface) -> Iterator[tuple[Symbol, Symbol]]:
    """Yield the methods of one operation; uploads and edits are called as their authors say."""
    old, new = ({each.key[0]: each for each in side.methods() if len(each.key) == 1} for side in (published, surface))
    left = [[route for route in one if route not in other] for one, other in ((old, new), (new, old))]
    was = _before_base_moved(*left)
    if len(was) > 1 or old.keys().isdisjoint(new):  # a single one may as well be another operation
        new = {was.get(route, route): each for route, each in new.items()}
    yield from ((old[route], each) for route, each in new.items() if route in old)


def _before_base_moved(old: Collection[str], new: Collection[str]) -> dict[str, str]:
    """Return new route → old route where a part of the server's path has moved into all paths, or out of them."""
    longer = {(base, route): rest for route in new for base, rest in _ends(route) if rest in old}
    shorter = {(base, rest): route for route in old for base, rest in _ends(route) if rest in new}
    found = Counter(base for base, _ in (*longer, *shorter))
    moved = next((base for base, _ in found.most_common(1)), "")
    return {route: was for (base, route), was in (*longer.items(), *shorter.items()) if base == moved}


def _ends(route: str) -> Iterator[tuple[str, str]]:
    """Yield the routes that begin later in the path of one, each after what it leaves out, which has no variables."""
    method, _, path = route.partition(" ")
    starts = [at for at, sign in enumerate(path) if sign == "/" and at and "{" not in path[:at]]
    yield from ((path[:at], f"{method} {path[at:]}") for at in starts)


def _pair_arguments(old: Symbol, new: Symbol) -> dict[tuple[str, ...], tuple[Symbol, Symbol]]:
    """Return the arguments that are sent as the same, those of the path by their place in it: by what that is now."""
    olds, news = _arguments(old), _arguments(new)
    in_path = ([each for each in side if each[0] == "path"] for side in (olds, news))
    same = {**{key: key for key in news}, **{now: was for was, now in zip(*in_path, strict=False)}}
    found = {key: (olds[was], news[key]) for key, was in same.items() if was in olds}
    # What is in a body can be arguments, or the body is one: a newcomer with the name of a field decides on that.
    was, now = ({key: each for key, each in side.items() if key[0] == "body"} for side in (olds, news))
    if ("body", "") in {*was, *now}:
        found |= {key: (each, other) for key, each in was.items() if key not in now for other in [*now.values()][:1]}
    return found


def _arguments(method: Symbol) -> dict[tuple[str, ...], Symbol]:
    """Return the arguments of a method by what they stand for: a choice of media types whatever it is called."""
    found = [each for symbol in (*method.overloads, method) for each in symbol.members if each.key]
    return {each.key[:1] if each.key[0] in {"accept", "content type"} else each.key: each for each in found}


def _exchanged(pairs: Iterable[tuple[Symbol, Symbol]]) -> list[tuple[Type, Type]]:
    """Return the types of symbols that correspond, with the header fields of answers."""
    both = [each for old, new in pairs for each in zip(_exchanged_by(old), _exchanged_by(new), strict=True)]
    return [(one, other) for one, other in both if one is not None and other is not None]


def _exchanged_by(symbol: Symbol) -> tuple[Type | None, ...]:
    headers = symbol.behaviour.get("headers")
    return symbol.value, symbol.type, Named(headers) if isinstance(headers, str) else None


def _types_of(surface: Surface, direction: Direction) -> Iterable[Symbol]:
    return surface.models if direction == "answer" else surface.inputs


def _with_one_heir(
    paired: Iterable[tuple[Direction, Symbol, Symbol]], old_files: Mapping[str, str], files: Mapping[str, str]
) -> Iterator[tuple[Direction, Symbol, Symbol]]:
    """Yield pairs of types, but for those of a schema that became another one in the other direction.

    Where a schema has another name, and a new one stands in its place, only one direction may show which is which.
    """
    places = [(each, _place(each[1], old_files), _place(each[2], files)) for each in paired]
    renamed = {(direction, was): now for (direction, *_), was, now in places if was != now}
    for (direction, old, new), was, now in places:
        others = [renamed[each, was] for each in _DIRECTIONS if each != direction and (each, was) in renamed]
        if (was != now and direction == _DIRECTIONS[0]) or all(other == now for other in others):
            yield direction, old, new


def _pair_types(
    published: Surface,
    surface: Surface,
    direction: Direction,
    files: tuple[Mapping[str, str], Mapping[str, str]],
    exchanged: Iterable[tuple[Type, Type]],
) -> Iterator[tuple[Symbol, Symbol]]:
    """Yield the types of one schema: those that are alike by place, name or use, then the others by place or name."""
    sides = (published, surface)
    old, new = ({each.name: each for each in _types_of(side, direction)} for side in sides)
    before, after = (side.answer_types if direction == "answer" else side.input_types for side in sides)
    were, are = (
        {name: _place(each, names) for name, each in side.items()}
        for side, names in zip((old, new), files, strict=True)
    )
    in_place = _by_place(were, are)
    found = {name: was for name, was in in_place.items() if are_alike(before[was], after[name])}
    found |= _by_place_in_lists(were, are, before, after)
    left, gone = new.keys() - found.keys(), old.keys() - found.values()
    found |= {name: name for name in sorted(left & gone) if are_alike(before[name], after[name])}
    if new.keys() - found.keys() and old.keys() - found.values():
        # What is new has no name of the old ones meanwhile, so that it is taken for none of those.
        names = {name: found.get(name, f"{name}{_NEW}") for name in new}
        renamed = find_renamed(
            before, translate(after, names, {}), [(one, call_by(two, names)) for one, two in exchanged]
        )
        found |= {name.removesuffix(_NEW): was for name, was in renamed.items()}
        left, gone = new.keys() - found.keys(), old.keys() - found.values()
        found |= {name: in_place[name] for name in sorted(left & in_place.keys()) if in_place[name] in gone}
        left, gone = new.keys() - found.keys(), old.keys() - found.values()
        found |= {name: name for name in sorted(left & gone)}
    yield from ((old[was], new[name]) for name, was in found.items())


def _place(symbol: Symbol, files: Mapping[str, str]) -> _Place:
    name = symbol.location.document.name
    return files.get(name, name), symbol.location.pointer


def _by_place(were: Mapping[str, _Place], are: Mapping[str, _Place]) -> dict[str, str]:
    """Return new name → old name of the types that are alone at their place, and in no list."""
    before, after = ({place: name for name, place in each.items()} for each in (were, are))
    counts = Counter((*were.values(), *are.values()))
    return {
        name: before[place]
        for place, name in after.items()
        if place in before and counts[place] == 2 and "*" not in _without_numbers(place)[1]  # noqa: PLR2004 - old, new
    }


def _by_place_in_lists(
    were: Mapping[str, _Place],
    are: Mapping[str, _Place],
    before: Mapping[str, NamedType],
    after: Mapping[str, NamedType],
) -> dict[str, str]:
    """Return new name → old name of types in lists, where a place means little: of the most alike ones of a list."""
    lists: dict[_Place, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for side, places in enumerate((were, are)):
        for name, place in places.items():
            if "*" in (bare := _without_numbers(place))[1]:
                lists[bare][side].append(name)
    found: dict[str, str] = {}
    for olds, news in lists.values():
        pairs = [(was, name) for was in olds for name in news if are_alike(before[was], after[name])]
        for was, name in sorted(
            pairs, key=lambda pair: (-_likeness(before[pair[0]], after[pair[1]]), pair[0] != pair[1])
        ):
            if name not in found and was not in found.values():
                found[name] = was
    return found


def _without_numbers(place: _Place) -> _Place:
    file, pointer = place
    before = ("", *pointer)
    return file, tuple(
        "*" if last in _LISTS and each.isdigit() else each for last, each in zip(before, pointer, strict=False)
    )


def _likeness(old: NamedType, new: NamedType) -> float:
    """Return how much of what two types have they share."""
    ours, theirs = map(_parts, (old, new))
    return len(ours & theirs) / max(len(ours | theirs), 1)


def _parts(type_: NamedType) -> set[object]:
    match type_:
        case ObjectType():
            return {each.wire_name for each in type_.fields}
        case AliasType(type=Literals(values)):
            return {*values}
        case _:  # a mapping cannot be hashed, and what it says is what tells such a type from others
            tagged = next((each for each in walk(type_.type) if isinstance(each, Tagged)), None)
            return {*tagged.mapping} if tagged else {type_.type}
