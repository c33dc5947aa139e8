"""Which types of one client may stand where another client has another type, as a type checker sees it.

The rules are those of Python's typing specification (https://typing.python.org/en/latest/spec/), applied to the
annotations that `render.annotations` writes: lists and dictionaries of answers are invariant, sequences and mappings of
inputs covariant, models nominal, typed dictionaries structural. A test holds them against mypy.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

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
    ScalarKind,
    Tagged,
    Type,
    Union,
)

__all__ = ["Assignability"]

_SPELT: Mapping[Direction, Mapping[ScalarKind, tuple[ScalarKind, ...]]] = {
    "answer": {"unix-time": ("datetime",), "unix-time-text": ("datetime",)},
    "input": {
        "uuid": ("uuid", "str"),
        "decimal": ("decimal", "str"),
        "unix-time": ("datetime", "int"),
        "unix-time-text": ("datetime", "int", "str"),
    },
}
"""Scalars whose annotation is not one class of their own."""

_ABOVE: Mapping[str, tuple[ScalarKind, ...]] = {"bool": ("int", "float"), "int": ("float",), "datetime": ("date",)}
"""Subclasses, and the promotion of int to float, which all checkers know."""

_ITEMS: Mapping[str, ScalarKind] = {"str": "str", "bytes": "int"}
"""Scalars that are sequences themselves, and of what."""

_Seen = frozenset[tuple[bool, str, str]]


@dataclass(frozen=True, slots=True)
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
        return self._holds(source, to, frozenset())

    def _holds(self, source: Type, to: Type, seen: _Seen) -> bool:
        wanted = tuple(_members(to))
        return all(self._passes(each, wanted, seen) for each in _members(source))

    def _passes(self, source: Type, wanted: tuple[Type, ...], seen: _Seen) -> bool:
        if isinstance(source, Named) and source in wanted:
            return True
        alias = self.source.get(source.name) if isinstance(source, Named) else None
        if alias is not None and isinstance(alias, AliasType):
            pair = (self.flipped, alias.name, repr(wanted))
            # Whoever comes back to the same question of a recursive type has found nothing against it.
            return pair in seen or self._holds(alias.type, Union(wanted), seen | {pair})
        atoms = [atom for each in wanted for atom in self._atoms(each, self.target)]
        return all(
            any(self._fits(own, atom, seen) for atom in atoms) for own in _split(self._atoms(source, self.source))
        )

    def _atoms(
        self, type_: Type, types: Mapping[str, NamedType], above: frozenset[str] = frozenset()
    ) -> Iterator[Type]:
        """Yield what a union of classes, literals and containers the annotation of a type amounts to."""
        for each in _members(type_):
            match each:
                case Scalar(kind):
                    yield from (Scalar(spelt) for spelt in _SPELT[self.direction].get(kind, (kind,)))
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

    def _fits(self, source: Type, to: Type, seen: _Seen) -> bool:
        """Tell the same of two single members of unions."""
        match source, to:
            case (_, Scalar("any")) if self.direction == "input" or not self.in_meaning:
                return True
            case (Scalar("any"), _) if self.direction == "answer" and not self.in_meaning:
                return True  # it is `Any` there, and `object` in inputs
            case (Literals((value,)), Literals(values)):
                return any(value == other and type(value) is type(other) for other in values)
            case (Literals((value,)), _):
                return self._fits(_class_of(value), to, seen)
            case (Scalar(own), Scalar(other)):
                return own == other or (other in _ABOVE.get(own, ()) and not (self.in_meaning and own == "datetime"))
            case _:
                return self._holds_inside(source, to, seen)

    def _holds_inside(self, source: Type, to: Type, seen: _Seen) -> bool:
        """Tell the same of what is wanted as a container, a link or a class."""
        match source, to:
            case (Scalar(own), ListOf(item)) if self.direction == "input" and own in _ITEMS:
                pair = (self.flipped, own, repr(item))
                inside = pair in seen or self._holds(Scalar(_ITEMS[own]), item, seen | {pair})
                return inside and not self.in_meaning
            case (ListOf(one), ListOf(other)) | (MapOf(one), MapOf(other)):
                return self._same(one, other, seen) if self.direction == "answer" else self._holds(one, other, seen)
            case (LinkTo(name), LinkTo(target)):
                return self._holds(Named(name), Named(target), seen)
            case (Named(name), Named(target)):
                return name == target or self._same_keys(name, target, seen)
            case (Named(name), MapOf(value)) if self.direction == "input" and name in self.source:
                return Scalar("any") in self._atoms(value, self.target)
            case _:
                return False

    def _same(self, source: Type, to: Type, seen: _Seen) -> bool:
        """Tell whether each type may stand for the other, which is what invariance asks for."""
        back = replace(self, source=self.target, target=self.source, flipped=not self.flipped)
        return self._holds(source, to, seen) and back._holds(to, source, seen)  # noqa: SLF001 - of the same class

    def _same_keys(self, own: str, other: str, seen: _Seen) -> bool:
        """Tell whether two typed dictionaries of different names take the same literals and values."""
        first, second = self.source.get(own), self.target.get(other)
        if self.direction == "answer" or not isinstance(first, ObjectType) or not isinstance(second, ObjectType):
            return False
        pair = (self.flipped, own, other)
        keys = {field.name: field for field in first.fields}
        others = {field.name: field for field in second.fields}
        return pair in seen or (
            keys.keys() == others.keys()
            and all(keys[name].required == others[name].required for name in keys)
            and all(self._same(keys[name].type, others[name].type, seen | {pair}) for name in keys)
        )


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
