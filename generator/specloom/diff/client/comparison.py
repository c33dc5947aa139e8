"""What two clients are compared with: which symbol is which, one vocabulary of types, and what another type does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final, Literal, NamedTuple, TypeAlias

from specloom.diff.client.assignable import Assignability
from specloom.diff.pairs import Pairs, pair
from specloom.diff.vocabulary import ClientVerdict, Subject
from specloom.findings import place_of
from specloom.ir.renamed import call_by, find_renamed, translate
from specloom.ir.surface import Surface, Symbol
from specloom.ir.types import Direction, ListOf, Literals, Named, NamedType, Scalar, Type, Union, accepts_null, nullable
from specloom.record import record

ResourcePath: TypeAlias = tuple[str, ...]
"""From the client: `("orders", "lines")`."""

_PLAIN = frozenset({"str", "int", "float", "bool", "none"})
"""Scalars of types that exclude each other in JSON, but for integers among numbers."""
_REASONS: Final[Mapping[Direction, tuple[str, str, str, str]]] = {
    "answer": (
        "callers have to expect None now",
        "callers get another type than they count on",
        "callers may get something else, and no checker tells them",
        "whatever it can be now, it could be before",
    ),
    "input": (
        "None is no longer taken",
        "not all that callers pass is still taken",
        "what callers pass is taken for something else, and no checker tells them",
        "all that callers pass is still taken",
    ),
}
"""What is said where null alone does not fit, where more does not, where it fits and means something else, and else."""


class Outcome(NamedTuple):
    """What a difference does to callers, and why."""

    verdict: ClientVerdict
    reason: str
    about: tuple[Subject, ...] = ()
    """What of an operation decides on it, the most telling first; empty where all of it may."""


@record
class SurfaceComparison:
    """Two clients, and what corresponds in them."""

    old: Surface
    new: Surface
    methods: Pairs[Symbol]
    resources: Mapping[ResourcePath, ResourcePath]
    """Old resource → new one, for resources that are still there, perhaps under another name."""
    names: Mapping[Direction, Mapping[str, str]]
    """New name → old name of renamed types."""
    types: Mapping[Direction, Mapping[str, NamedType]]
    """The new client's named types, called by the old names where they are renamed."""
    headers: frozenset[str] = frozenset()
    """The paths of the old client's attributes that stand for header fields of answers."""

    def exchanged(self, old: Symbol, new: Symbol) -> Outcome | None:
        """Return what becomes of code that reads a symbol, or passes a value for it; None where nothing does."""
        if old.value is None or new.value is None:
            return None
        return self.given(old.direction, old.value, new.value)

    def given(self, direction: Direction, old: Type, new: Type) -> Outcome | None:
        """Return what becomes of code that reads a value, or passes one; None where nothing does."""
        new = call_by(new, self.names[direction])
        if _list_the_same(old, new):
            return None
        if direction == "answer":
            value, wanted = new, old
            fits = partial(Assignability, direction, self.types[direction], self.old.answer_types)
        else:
            value, wanted = old, new
            fits = partial(Assignability, direction, self.old.input_types, self.types[direction])
        by_null, breaks, changes, safe = _REASONS[direction]
        if not fits().holds(value, wanted):
            is_null = accepts_null(value) and not accepts_null(wanted) and fits().holds(value, nullable(wanted))
            return Outcome(ClientVerdict.TYPES_BREAK, by_null if is_null else breaks)
        if not fits(in_meaning=True).holds(value, wanted):
            return Outcome(ClientVerdict.BEHAVIOUR_CHANGES, changes)
        return Outcome(ClientVerdict.SAFE, safe)


def _list_the_same(old: Type, new: Type) -> bool:
    """Tell whether two types differ at most in the order of listed values, and of members that exclude each other."""
    match old, new:
        case Literals(), Literals():
            return old.open == new.open and sorted(map(repr, old.values)) == sorted(map(repr, new.values))
        case (Union() | Literals(), Union() | Literals()):
            values = _plain_values(old)
            return (values is not None and values == _plain_values(new)) or _have_the_same(old, new)
        case ListOf(), ListOf():
            return _list_the_same(old.item, new.item)
        case _:
            return old == new


def _have_the_same(old: Union | Literals, new: Union | Literals) -> bool:
    """Tell whether two unions have members, one by one, that differ at most so."""
    match old, new:
        case Union(), Union():
            return len(old.members) == len(new.members) and all(map(_list_the_same, old.members, new.members))
        case _:
            return False


def _plain_values(type_: Type) -> frozenset[str] | None:
    """Return the classes and listed values that a type is made of, with one more type at most; None if it has others.

    Only of these is it all the same in which order they stand: a text that may be a date is read as what comes first.
    """
    if isinstance(type_, Union) and type_.by_name:
        return None
    values: set[str] = set()
    others: set[str] = set()
    for member in type_.members if isinstance(type_, Union) else (type_,):
        match member:
            case Literals(listed, open_):
                values.update(f"={value!r}" for value in listed)
                values.update(type(value).__name__ for value in listed if open_)
            case Scalar(kind) if kind in _PLAIN:
                values.add(kind)
            case Scalar():
                return None
            case _:
                others.add(repr(member))
    return frozenset(values | others) if len(others) <= 1 else None


def compare_with(old: Surface, new: Surface) -> SurfaceComparison:
    """Return what is needed to compare two clients."""
    methods, resources = _match_methods(old, new)
    events = {event.name: event for event in (new.webhooks.members if new.webhooks else ())}
    payloads = [
        pair
        for event in (old.webhooks.members if old.webhooks else ())
        if event.name in events
        for pair in match_members(event.members, events[event.name].members).both
    ]
    arguments = [pair for one, other in methods.both for pair in match_members(one.members, other.members).both]
    results = [
        *_in_places(old, new, methods.both),
        *_types(methods.both, "value"),
        *_types(methods.both, "type"),
        *_types(payloads, "value"),
    ]
    results += _headers(old, new, methods.both)
    failures = ({each.path: each for each in side.errors} for side in (old, new))
    results += _types(_same_members(*failures), "value")
    answers = find_renamed(old.answer_types, new.answer_types, results)
    inputs = find_renamed(old.input_types, new.input_types, _types(arguments, "value"))
    return SurfaceComparison(
        old,
        new,
        methods,
        resources,
        {"answer": answers, "input": inputs},
        {"answer": translate(new.answer_types, answers, {}), "input": translate(new.input_types, inputs, answers)},
        frozenset(field.path for model in old.header_models().values() for field in model.members),
    )


def worst(outcomes: Iterable[Outcome | None]) -> Outcome | None:
    """Return the outcome that matters most; the first of several as bad, None where there is none."""
    found = [outcome for outcome in outcomes if outcome is not None]
    return min(found, key=lambda outcome: outcome.verdict.rank, default=None)


def _in_places(old: Surface, new: Surface, methods: Iterable[tuple[Symbol, Symbol]]) -> Iterator[tuple[Type, Type]]:
    """Yield the models that are described in the same place of methods that correspond."""
    partners = {place_of(one.location): other.location for one, other in methods}
    there = {place_of(model.location): model for model in new.models}
    for model in old.models:
        name, pointer = place_of(model.location)
        for end in range(len(pointer)):
            if (partner := partners.get((name, pointer[:end]))) is not None:
                other = there.get(place_of(partner.at(*pointer[end:])))
                if other is not None:
                    yield Named(model.name), Named(other.name)


def _headers(old: Surface, new: Surface, methods: Iterable[tuple[Symbol, Symbol]]) -> Iterator[tuple[Type, Type]]:
    """Yield the models of header fields of methods that correspond."""
    olds, news = (side.header_models() for side in (old, new))
    for one, other in methods:
        if one.path in olds and other.path in news:
            yield Named(olds[one.path].name), Named(news[other.path].name)


def _same_members(old: Mapping[str, Symbol], new: Mapping[str, Symbol]) -> Iterator[tuple[Symbol, Symbol]]:
    """Yield the members of exceptions of one name that correspond."""
    for path, error in old.items():
        if path in new:
            yield from match_members(error.members, new[path].members).both


def _types(pairs: Iterable[tuple[Symbol, Symbol]], which: Literal["type", "value"]) -> list[tuple[Type, Type]]:
    found = [(each.type, other.type) if which == "type" else (each.value, other.value) for each, other in pairs]
    return [(one, other) for one, other in found if one is not None and other is not None]


def match_members(old: Sequence[Symbol], new: Sequence[Symbol]) -> Pairs[Symbol]:
    """Pair members by name, else by what they stand for, and parameters of the path by their place in it."""
    pairs = pair(old, new, lambda each: each.name).then(lambda each: each.key or None)
    in_path = ([each for each in side if each.kind == "argument" and each.key[:1] == ("path",)] for side in (old, new))
    places = {id(each): at for side in in_path for at, each in enumerate(side)}
    return pairs.then(lambda each: places.get(id(each)))


def _match_methods(old: Surface, new: Surface) -> tuple[Pairs[Symbol], Mapping[ResourcePath, ResourcePath]]:
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
