"""Which types of a new client are old ones under another name, so that a renamed schema is one change, or none."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping

from specloom.ir.types import (
    AliasType,
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
    map_type,
)
from specloom.record import replace

_Pair = tuple[Type, Type]


def find_renamed(
    old: Mapping[str, NamedType], new: Mapping[str, NamedType], places: Iterable[tuple[Type, Type]]
) -> dict[str, str]:
    """Return new name → old name of types that stand in the place of an old one, whose name is gone, and are like it.

    `places` are types of arguments and results that correspond, old and new.
    """
    waiting = deque((*places, *(pair for name in old if name in new for pair in _inside(old[name], new[name]))))
    names: dict[str, str] = {}
    while waiting:
        for one, other in _align(*waiting.popleft(), names):
            is_gone = one in old and one not in new and one not in names.values()
            is_new = other in new and other not in old and other not in names
            if is_gone and is_new and are_alike(old[one], new[other]):
                names[other] = one
                waiting += _inside(old[one], new[other])
    return names


def translate(
    types: Mapping[str, NamedType], names: Mapping[str, str], models: Mapping[str, str]
) -> dict[str, NamedType]:
    """Return named types with other names, wherever they mention each other.

    `names` has the other name of each that gets one; `models` the same for the models that inputs name.
    """
    if not names and not models:
        return {**types}
    return {names.get(name, name): _translated(type_, names, models) for name, type_ in types.items()}


def call_by(type_: Type, names: Mapping[str, str]) -> Type:
    """Return the type with other names in it."""
    if not names:
        return type_

    def called(inner: Type) -> Type:
        match inner:
            case Named(name):
                return Named(names.get(name, name))
            case LinkTo(str(target)):
                return LinkTo(names.get(target, target))
            case Tagged(wire_name, members, mapping, other):
                renamed = tuple(Named(names.get(member.name, member.name)) for member in members)
                mapped = {value: names.get(name, name) for value, name in mapping.items()}
                return Tagged(wire_name, renamed, mapped, names.get(other, other))
            case _:
                return inner

    return map_type(type_, called)


def _translated(type_: NamedType, names: Mapping[str, str], models: Mapping[str, str]) -> NamedType:
    name, owner = names.get(type_.name, type_.name), names.get(type_.owner, type_.owner)
    if isinstance(type_, AliasType):
        return replace(type_, name=name, owner=owner, type=call_by(type_.type, names))
    return replace(
        type_,
        name=name,
        owner=owner,
        fields=tuple(replace(field, type=call_by(field.type, names)) for field in type_.fields),
        extra=call_by(type_.extra, names) if type_.extra else None,
        model=models.get(type_.model, type_.model) if type_.model else None,
        lists=names.get(type_.lists, type_.lists) if type_.lists else None,
    )


def _inside(old: NamedType, new: NamedType) -> Iterator[_Pair]:
    """Yield the types inside of two types that correspond: those of properties with one name on the wire."""
    if isinstance(old, AliasType) and isinstance(new, AliasType):
        yield old.type, new.type
    if isinstance(old, ObjectType) and isinstance(new, ObjectType):
        others = {field.wire_name: field.type for field in new.fields}
        yield from ((field.type, others[field.wire_name]) for field in old.fields if field.wire_name in others)
        if old.extra is not None and new.extra is not None:
            yield old.extra, new.extra


def _align(old: Type, new: Type, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the names of types that stand in the same place of two types; members of unions in their order.

    `names` has new name → old name of types of which it is known: they leave the others in a union to each other.
    """
    match old, new:
        case (Named(one), Named(other)) | (LinkTo(str(one)), LinkTo(str(other))):
            yield one, other
        case (ListOf(one), ListOf(other)) | (MapOf(one), MapOf(other)):
            yield from _align(one, other, names)
        case (TupleOf(ours) as old, TupleOf(theirs) as new):
            for one, other in zip(ours, theirs, strict=False):
                yield from _align(one, other, names)
            if old.rest is not None and new.rest is not None:
                yield from _align(old.rest, new.rest, names)
        case (Union() | Tagged(), _) | (_, Union() | Tagged()):
            ours, theirs = _members(old), _members(new)
            known = {*map(Named, names.values())}, {*map(Named, names)}
            mine = [each for each in ours if each not in theirs and each not in known[0]]
            for one, other in zip(mine, [each for each in theirs if each not in (*ours, *known[1])], strict=False):
                yield from _align(one, other, names)
        case _:
            return


def _members(type_: Type) -> tuple[Type, ...]:
    members = type_.members if isinstance(type_, Union | Tagged) else (type_,)
    flat = (inner for each in members for inner in (_members(each) if isinstance(each, Tagged) else (each,)))
    return tuple(each for each in flat if each != Scalar("none"))


def are_alike(old: NamedType, new: NamedType) -> bool:
    """Tell whether a type may be another under a new name: they share most properties, or the kind of alias."""
    if isinstance(old, ObjectType) and isinstance(new, ObjectType):
        ours, theirs = ({field.wire_name for field in type_.fields} for type_ in (old, new))
        return 2 * len(ours & theirs) >= max(len(ours), len(theirs))
    if not isinstance(old, AliasType) or not isinstance(new, AliasType):
        return False
    if isinstance(old.type, Literals) and isinstance(new.type, Literals):
        return not set(old.type.values).isdisjoint(new.type.values)
    return type(old.type) is type(new.type)
