"""Unions: one of several types, and what tells their members apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from specloom.ir.formats import SCALARS
from specloom.ir.types import (
    AliasType,
    ListOf,
    Literals,
    Named,
    NamedType,
    ObjectType,
    Scalar,
    Tagged,
    Type,
    Union,
    members_of,
    nullable,
    without_null,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from specloom.spec.document import Discriminator
    from specloom.spec.keywords import SchemaType

Distinction: TypeAlias = Literal["type", "required", "value"]
"""What tells values of two types apart: their JSON types or constants, a property that only one of them describes and
that it requires, or what a property holds that both of them require."""

_JSON_TYPES: Final[Mapping[type, SchemaType]] = {str: "string", bool: "boolean", int: "number"}


def union_of(members: tuple[Type, ...]) -> Type:
    """Return the union of the members: flat, without repetitions, null last; one member stands alone."""
    flat: list[Type] = []
    for member in members:
        for single in member.members if isinstance(member, Union) else (member,):
            if single not in flat:
                flat.append(single)
    if Scalar("any") in flat or not flat:
        return Scalar("any")
    flat.sort(key=lambda member: member == Scalar("none"))
    return flat[0] if len(flat) == 1 else Union(tuple(flat))


def build_tagged(
    type_: Type,
    discriminator: Discriminator,
    by_key: Mapping[str, Type],
    types: Mapping[str, NamedType],
    schema_name: Callable[[Named], str],
) -> Type:
    """Use the discriminator when every member is an object; the value on the wire may stand in three places.

    Args:
        type_: The union as it is without the discriminator.
        discriminator: What tells its members apart.
        by_key: The types of schemas, by their keys in the document.
        types: The named types.
        schema_name: Gives what the author called the schema of a type.
    """
    inner = without_null(type_)
    members = inner.members if isinstance(inner, Union) else (inner,)
    named = tuple(member for member in members if isinstance(member, Named))
    if len(named) != len(members) or len(named) == 1:
        return type_
    mapping: dict[str, str] = {}
    for value, key in discriminator.mapping.items():
        target = by_key.get(key)
        if isinstance(target, Named) and target in named:
            mapping[value] = target.name
    for member in named:
        # A member may be a choice itself, of a family inside of the family.
        inner_names = [each for each in members_of(member, types) if isinstance(each, Named)]
        for each in inner_names:
            for value in _tag_values(types.get(each.name), discriminator.property_name):
                mapping.setdefault(value, member.name)
        if member.name not in mapping.values():
            mapping[schema_name(member)] = member.name
        for each in inner_names[1:]:
            mapping.setdefault(schema_name(each), member.name)
    tagged = Tagged(discriminator.property_name, named, mapping)
    return nullable(tagged) if inner != type_ else tagged


def _tag_values(type_: NamedType | None, property_name: str) -> list[str]:
    for field in type_.fields if isinstance(type_, ObjectType) else ():
        if field.wire_name == property_name and isinstance(field.type, Literals):
            return [str(value) for value in field.type.values]
    return []


def distinction_of(first: Type, second: Type, types: Mapping[str, NamedType]) -> Distinction | None:
    """Return what tells values of two members of a union apart; None where a value can be of both.

    Args:
        first: A member.
        second: Another one.
        types: The named types.
    """
    if _are_disjoint(first, second, types):
        return "type"
    one, other = (types.get(each.name) if isinstance(each, Named) else None for each in (first, second))
    if not isinstance(one, ObjectType) or not isinstance(other, ObjectType):
        return None
    ours, theirs = ({field.wire_name: field for field in each.fields} for each in (one, other))
    needed = [{name for name, field in each.items() if field.required} for each in (ours, theirs)]
    if needed[0] - theirs.keys() or needed[1] - ours.keys():
        return "required"
    shared = needed[0] & needed[1]
    return "value" if any(_are_disjoint(ours[name].type, theirs[name].type, types) for name in shared) else None


def _are_disjoint(first: Type, second: Type, types: Mapping[str, NamedType]) -> bool:
    """Tell whether two types differ in the JSON types of their values, or in all of the constants that they list."""
    ours, theirs = _alternatives(first, types), _alternatives(second, types)
    return not any(
        type_ == other and (value == constant or None in (value, constant))
        for type_, value in ours
        for other, constant in theirs
    )


def _alternatives(type_: Type, types: Mapping[str, NamedType]) -> set[tuple[str, str | int | None]]:
    """Return the JSON types of the values of a type, each with its constant or None for any value."""
    found: set[tuple[str, str | int | None]] = set()
    for each in members_of(type_, types):
        match each:
            case Literals(values):
                found |= {(_JSON_TYPES[type(value)], value) for value in values}
            case Scalar(kind):
                found |= {(name, None) for name in SCALARS[kind].json}
            case ListOf():
                found.add(("array", None))
            case Named(name) if isinstance(types.get(name), AliasType):
                pass  # its members follow
            case _:
                found.add(("object", None))
    return found
