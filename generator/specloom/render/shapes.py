"""Which inputs are written on the wire otherwise than they are passed in, and how the code says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from specloom.ir.formats import SCALARS
from specloom.ir.naming import constant_name
from specloom.ir.types import (
    AliasType,
    ListOf,
    MapOf,
    Named,
    NamedType,
    ObjectType,
    Scalar,
    Tagged,
    TupleOf,
    Type,
    Union,
    names_in,
    walk,
)

if TYPE_CHECKING:
    from collections.abc import Mapping


class Shapes:
    """The shapes of input types.

    Args:
        types: The input types by name.
    """

    def __init__(self, types: Mapping[str, NamedType]) -> None:
        self._types = types
        self._renamed = _closure(types)

    def needs(self, name: str) -> bool:
        """Tell whether this type, or one inside it, is written otherwise than it is passed in."""
        return name in self._renamed

    def expression(self, type_: Type) -> str:
        """Return the code for the shape of a type; an empty text where none is needed."""
        match type_:
            case Named(name) if name in self._renamed:
                named = self._types[name]
                return self.expression(named.type) if isinstance(named, AliasType) else constant_name(name)
            case ListOf(item):
                return self.expression(item)
            case Scalar(kind, digits):
                return SCALARS[kind].shape if digits is None else f"_decimal_text({digits})"
            case MapOf(value):
                inside = self.expression(value)
                return f"_Shape(each={inside})" if inside else ""
            case Union(members) | Tagged(members=members) | TupleOf(members):
                return self._either(members)
            case _:
                return ""

    def definition(self, type_: ObjectType) -> str:
        """Return the code that makes the shape of a typed dictionary."""
        names = {field.name: field.wire_name for field in type_.fields if field.name != field.wire_name}
        nested = {field.name: self.expression(field.type) for field in type_.fields}
        entries = [f"{name!r}: {shape}" for name, shape in nested.items() if shape]
        parts = [ascii(names)] if names else ["{}"]
        if entries:
            parts.append(f"lambda: {{{', '.join(entries)}}}")
        return f"_Shape({', '.join(parts)})"

    def _either(self, members: tuple[Type, ...]) -> str:
        plain = any(member in (Scalar("int"), Scalar("float")) for member in members)
        amounts = {Scalar("decimal")} if plain else set()  # numbers stay numbers where they may be
        written = [member for member in members if member not in amounts]
        found = dict.fromkeys(shape for member in written if (shape := self.expression(member)))
        return f"_either({', '.join(found)})" if len(found) > 1 else "".join(found)


def _closure(types: Mapping[str, NamedType]) -> frozenset[str]:
    """Return the types that rename a key, hold a time that travels as seconds, or mention one that does."""
    mentions = {
        name: set(names_in(type_.type))
        if isinstance(type_, AliasType)
        else {other for field in type_.fields for other in names_in(field.type)}
        for name, type_ in types.items()
    }
    renamed = {
        name
        for name, type_ in types.items()
        if (isinstance(type_, AliasType) and _has_time(type_.type))
        or (
            isinstance(type_, ObjectType)
            and any(field.name != field.wire_name or _has_time(field.type) for field in type_.fields)
        )
    }
    while more := {name for name, others in mentions.items() if others & renamed} - renamed:
        renamed |= more
    return frozenset(renamed)


def _has_time(type_: Type) -> bool:
    return any(isinstance(each, Scalar) and SCALARS[each.kind].shape for each in walk(type_))
