"""Which types of one client may stand where another client has another type, as a type checker sees it.

The rules are those of Python's typing specification (https://typing.python.org/en/latest/spec/), applied to the
annotations that `ir.annotations` writes: lists and dictionaries of answers are invariant, sequences and mappings of
inputs covariant, models nominal, typed dictionaries structural. A test holds them against mypy.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from specloom.ir.formats import SCALARS, ScalarKind
from specloom.ir.types import (
    AliasType,
    Direction,
    LinkTo,
    ListOf,
    Literals,
    MapOf,
    Named,
    NamedType,
    ObjectType,
    Scalar,
    Tagged,
    TupleOf,
    Type,
    Union,
)
from specloom.record import record, replace
from specloom.trampoline import Steps, call, run

_ABOVE: Mapping[str, tuple[ScalarKind, ...]] = {"bool": ("int", "float"), "int": ("float",), "datetime": ("date",)}
"""Subclasses, and the promotion of int to float, which all checkers know."""

_ITEMS: Mapping[str, ScalarKind] = {"str": "str", "bytes": "int"}
"""Scalars that are sequences themselves, and of what."""

_Pair: TypeAlias = tuple[bool, str, str]
"""Whether the sides have changed places, and what is asked about."""


class _Asked:
    """The answers to questions about named types, each asked once: types may lead to each other in many ways.

    Whoever comes back to a question that is still open has found nothing against it, so that it counts as a yes. If
    the answer is no after all, whatever rested on it is forgotten (Amadio and Cardelli, Subtyping Recursive Types).
    """

    def __init__(self) -> None:
        self._yes: dict[_Pair, None] = {}
        self._no: set[_Pair] = set()

    def ask(self, pair: _Pair, question: Steps[bool]) -> Steps[bool]:
        """Return the answer to the question about a pair."""
        if pair in self._yes or pair in self._no:
            return pair in self._yes
        before = len(self._yes)
        self._yes[pair] = None
        holds = yield from call(question)
        if not holds:
            self._no.add(pair)
            while len(self._yes) > before:
                self._yes.popitem()
        return holds


@record
class Assignability:
    """The relation between types of two clients, or of one.

    Types of the same name count as the same, whatever became of them: their own entry says that.
    """

    direction: Direction
    source: Mapping[str, NamedType]
    """The named types of the client that the values come from. Names that are not in it are classes."""
    target: Mapping[str, NamedType]
    in_meaning: bool = False
    """Whether to refuse what only a checker lets pass: a text for a sequence, a datetime for a date, `Any` on one
    side only."""
    flipped: bool = False
    """Whether source and target have changed places; they do inside of invariant types."""

    def holds(self, source: Type, to: Type) -> bool:
        """Tell whether every value of the one type may stand where the other is wanted."""
        return run(self._holds(source, to, _Asked()))

    def _holds(self, source: Type, to: Type, asked: _Asked) -> Steps[bool]:
        wanted = tuple(_members(to))
        for each in _members(source):
            if not (yield from call(self._passes(each, wanted, asked))):
                return False
        return True

    def _passes(self, source: Type, wanted: tuple[Type, ...], asked: _Asked) -> Steps[bool]:
        if isinstance(source, Named) and source in wanted:
            return True
        alias = self.source.get(source.name) if isinstance(source, Named) else None
        if alias is not None and isinstance(alias, AliasType):
            pair = (self.flipped, alias.name, repr(wanted))
            return (yield from call(asked.ask(pair, self._holds(alias.type, Union(wanted), asked))))
        atoms = [atom for each in wanted for atom in self._atoms(each, self.target)]
        for own in _split(self._atoms(source, self.source)):
            for atom in atoms:
                if (yield from call(self._fits(own, atom, asked))):
                    break
            else:
                return False
        return True

    def _atoms(
        self, type_: Type, types: Mapping[str, NamedType], above: frozenset[str] = frozenset()
    ) -> Iterator[Type]:
        """Yield what a union of classes, literals and containers the annotation of a type amounts to."""
        for each in _members(type_):
            match each:
                case Scalar(kind):
                    form = SCALARS[kind]
                    kinds = form.classes if self.direction == "answer" else form.accepted
                    yield from map(Scalar, kinds or (kind,))
                case Named(name) if isinstance(alias := types.get(name), AliasType):
                    if name not in above:
                        yield from self._atoms(alias.type, types, above | {name})
                case Named(name):
                    yield each
                    object_ = types.get(name)
                    if isinstance(object_, ObjectType) and object_.model is not None:
                        yield Named(f"models.{object_.model}")
                case Literals(values, open_):
                    yield Literals(values)
                    if open_:
                        yield from {_class_of(value): None for value in values}
                case _:
                    yield each

    def _fits(self, source: Type, to: Type, asked: _Asked) -> Steps[bool]:
        """Tell whether a value of `source` may stand where `to` is wanted; neither is a union."""
        match source, to:
            case (_, Scalar("any")) if self.direction == "input" or not self.in_meaning:
                return True
            case (Scalar("any"), _) if self.direction == "answer" and not self.in_meaning:
                return True  # it is `Any` there, and `object` in inputs
            case (Literals((value,)), Literals(values)):
                return any(value == other and type(value) is type(other) for other in values)
            case (Literals((value,)), _):
                return (yield from call(self._fits(_class_of(value), to, asked)))
            case (Scalar(own), Scalar(other)):
                return own == other or (other in _ABOVE.get(own, ()) and not (self.in_meaning and own == "datetime"))
            case _:
                return (yield from call(self._holds_inside(source, to, asked)))

    def _holds_inside(self, source: Type, to: Type, asked: _Asked) -> Steps[bool]:
        """Tell whether a value of `source` may stand where `to`, a container, a link or a class, is wanted."""
        match source, to:
            case (Scalar(own), ListOf(item)) if self.direction == "input" and own in _ITEMS:
                pair = (self.flipped, own, repr(item))
                inside = yield from call(asked.ask(pair, self._holds(Scalar(_ITEMS[own]), item, asked)))
                return inside and not self.in_meaning
            case (ListOf(one), ListOf(other)) | (MapOf(one), MapOf(other)):
                relation = self._same if self.direction == "answer" else self._holds
                return (yield from call(relation(one, other, asked)))
            case (TupleOf(), TupleOf() | ListOf()):
                return (yield from call(self._holds_each(source, to, asked)))
            case (LinkTo(name), LinkTo(target)):
                return (yield from call(self._holds_link(name, target, asked)))
            case (Named(name), Named(target)):
                return name == target or (yield from call(self._same_keys(name, target, asked)))
            case (Named(name), MapOf(value)) if self.direction == "input" and name in self.source:
                return Scalar("any") in self._atoms(value, self.target)
            case _:
                return False

    def _holds_link(self, name: str | None, target: str | None, asked: _Asked) -> Steps[bool]:
        """Tell whether a link may stand where one to `target` is wanted; None: a link to anything at all."""
        listed, wanted = _lists(name, self.source), _lists(target, self.target)
        if name is None or target is None:
            return not wanted
        if wanted and not (listed and (yield from call(self._holds(Named(listed), Named(wanted), asked)))):
            return False
        return (yield from call(self._holds(Named(name), Named(target), asked)))

    def _holds_each(self, source: TupleOf, to: TupleOf | ListOf, asked: _Asked) -> Steps[bool]:
        """Tell whether a tuple may stand where another one or, of what callers pass, a list is wanted."""
        if isinstance(to, ListOf) and self.direction == "answer":
            return False
        places, rest = (to.items, to.rest) if isinstance(to, TupleOf) else ((), to.item)
        surplus = len(source.items) - len(places)
        if surplus < 0 or (rest is None and (surplus or source.rest is not None)):
            return False
        others = (*places, *([rest] * surplus if rest else []))
        for one, other in zip(source.items, others, strict=True):
            if not (yield from call(self._holds(one, other, asked))):
                return False
        return source.rest is None or rest is None or (yield from call(self._holds(source.rest, rest, asked)))

    def _same(self, source: Type, to: Type, asked: _Asked) -> Steps[bool]:
        """Tell whether each type may stand for the other, which is what invariance asks for."""
        back = replace(self, source=self.target, target=self.source, flipped=not self.flipped)
        there = yield from call(self._holds(source, to, asked))
        return there and (yield from call(back._holds(to, source, asked)))  # noqa: SLF001 - of the same class

    def _same_keys(self, own: str, other: str, asked: _Asked) -> Steps[bool]:
        """Tell whether two typed dictionaries of different names take the same literals and values."""
        first, second = self.source.get(own), self.target.get(other)
        if self.direction == "answer" or not isinstance(first, ObjectType) or not isinstance(second, ObjectType):
            return False
        if {(key.name, key.required) for key in first.fields} != {(key.name, key.required) for key in second.fields}:
            return False
        return (yield from call(asked.ask((self.flipped, own, other), self._same_values(first, second, asked))))

    def _same_values(self, first: ObjectType, second: ObjectType, asked: _Asked) -> Steps[bool]:
        others = {key.name: key.type for key in second.fields}
        for key in first.fields:
            if not (yield from call(self._same(key.type, others[key.name], asked))):
                return False
        return True


def _lists(page: str | None, types: Mapping[str, NamedType]) -> str | None:
    """Return the items' type of a page that links lead to; None for any other type."""
    type_ = types.get(page) if page else None
    return type_.lists if isinstance(type_, ObjectType) else None


def _members(type_: Type) -> Iterator[Type]:
    if isinstance(type_, Union | Tagged):
        for each in type_.members:
            yield from _members(each)
    else:
        yield type_


def _split(atoms: Iterator[Type]) -> Iterator[Type]:
    """Yield each literal on its own; `bool` is `Literal[True, False]`."""
    for each in atoms:
        match each:
            case Scalar("bool"):
                yield from (Literals((True,)), Literals((False,)))
            case Literals(values):
                yield from (Literals((value,)) for value in values)
            case _:
                yield each


def _class_of(value: str | bool | int) -> Scalar:
    match value:
        case bool():
            return Scalar("bool")
        case int():
            return Scalar("int")
        case str():
            return Scalar("str")
