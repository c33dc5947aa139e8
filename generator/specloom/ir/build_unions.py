"""Unions: one of several types, told apart by a discriminator where there is one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from specloom.ir.types import (
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
from specloom.spec.document import Discriminator

__all__ = ["build_tagged", "union_of"]


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
