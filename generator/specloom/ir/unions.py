"""Unions: one of several types, and what tells their members apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping
from itertools import combinations
from typing import Final, Literal, TypeAlias

from specloom.findings import Location
from specloom.ir.formats import SCALARS
from specloom.ir.types import (
    Field,
    ListOf,
    Literals,
    Named,
    NamedType,
    ObjectType,
    Scalar,
    Tagged,
    TupleOf,
    Type,
    Union,
    literals_of,
    members_of,
    nullable,
    without_null,
)
from specloom.record import replace
from specloom.spec.document import Discriminator
from specloom.spec.keywords import SchemaType

Distinction: TypeAlias = Literal["type", "required", "value"]
"""What tells values of two types apart: their JSON types or constants, a property that only one of them describes and
that it requires, or what a property holds that both of them require."""

_JSON_TYPES: Final[Mapping[type, SchemaType]] = {str: "string", bool: "boolean", int: "number"}


def union_of(members: tuple[Type, ...]) -> Type:
    """Return the union of the members: flat, without repetitions, null last; one member stands alone.

    All values that are listed are one member: a choice of constants is a list in which each value has words of its own.
    """
    if len(members) == 1 and not isinstance(members[0], Union):
        return members[0]
    listed: dict[tuple[bool, bool], dict[str | int, None]] = {}
    flat: list[Type | tuple[bool, bool]] = []
    for member in members:
        for single in member.members if isinstance(member, Union) else (member,):
            # Python takes True for 1: they are told apart where they stand in different members.
            here = (single.open, bool in single.kinds) if isinstance(single, Literals) else single
            if isinstance(single, Literals) and isinstance(here, tuple):
                listed.setdefault(here, {}).update(dict.fromkeys(single.values))
            if here not in flat:
                flat.append(here)
    found = [Literals(tuple(listed[each]), each[0]) if isinstance(each, tuple) else each for each in flat]
    if Scalar("any") in found or not found:
        return Scalar("any")
    found.sort(key=lambda member: member == Scalar("none"))
    return found[0] if len(found) == 1 else Union(tuple(found))


def tuples_of(places: tuple[Type, ...], least: int | None, most: int | None = None, rest: Type | None = None) -> Type:
    """Return the tuples of the lengths that an array may have.

    One that has no further items and names no least length has all of its places: such lists stand for records.
    `places` are the types of its first items, and `rest` that of all further ones; None: there are none.
    """
    longest = len(places) if most is None else min(most, len(places))
    usual = longest if rest is None else 0
    shortest = usual if least is None else min(least, longest)
    shorter = (TupleOf(places[:length]) for length in range(longest - 1, shortest - 1, -1))
    return union_of((TupleOf(places[:longest], rest), *shorter))


def build_tagged(
    type_: Type,
    discriminator: Discriminator,
    by_key: Mapping[str, Type],
    types: Mapping[str, NamedType],
    schema_name: Callable[[Named], str | None],
) -> Type:
    """Use the discriminator when every member is an object; the value on the wire may stand in three places.

    The name of a schema means it also where a mapping gives it another value (OpenAPI 3.1.1, 4.8.25.3), unless the
    schema itself lists its values. `schema_name` gives what the author called the schema of a type.
    """
    inner = without_null(type_)
    members = inner.members if isinstance(inner, Union) else (inner,)
    named = tuple(member for member in members if isinstance(member, Named))
    if len(named) != len(members) or len(named) == 1:
        return type_
    targets = {value: by_key.get(key) for value, key in discriminator.mapping.items()}
    mapping = {value: each.name for value, each in targets.items() if isinstance(each, Named) and each in named}
    alone = named[-1] if discriminator.others else None
    default = by_key.get(discriminator.default or "")
    other = alone or next((member for member in named if member == default), None)
    # A member may be a choice itself, of a family inside of the family.
    families = {
        member.name: {each.name: each for each in members_of(member, types, aliases=True) if isinstance(each, Named)}
        for member in named
        if member != alone
    }
    listed = {
        name: _tag_values(name, types, discriminator.property_name) for each in families.values() for name in each
    }
    # What several members list tells none of them.
    counts = Counter(
        value for each in families.values() for value in {value for name in each for value in listed[name]}
    )
    for member, family in families.items():
        for name, each in family.items():
            own = [value for value in listed[name] if counts[value] == 1]
            for value in own or filter(None, [schema_name(each)]):
                mapping.setdefault(value, member)
        if member not in mapping.values():
            return type_  # no value says that it is this one
    tagged = Tagged(discriminator.property_name, named, mapping, other.name if other else "")
    return nullable(tagged) if inner != type_ else tagged


def _tag_values(name: str, types: Mapping[str, NamedType], property_name: str) -> list[str]:
    type_ = types.get(name)
    for field in type_.fields if isinstance(type_, ObjectType) else ():
        if field.wire_name == property_name and (listed := literals_of(field.type, types)) is not None:
            return [str(value) for value in listed.values]
    return []


def distinction_of(first: Type, second: Type, types: Mapping[str, NamedType]) -> Distinction | None:
    """Return what tells values of two members of a union apart; None where a value can be of both."""
    if _are_disjoint(first, second, types):
        return "type"
    one, other = (types.get(each.name) if isinstance(each, Named) else None for each in (first, second))
    if not isinstance(one, ObjectType) or not isinstance(other, ObjectType):
        return None
    ours, theirs = ({field.wire_name: field for field in each.fields} for each in (one, other))
    needed = [{name for name, field in each.items() if field.required} for each in (ours, theirs)]
    if needed[0] - theirs.keys() or needed[1] - ours.keys():
        return "required"
    return "value" if _tags(one, other, types) else None


def close_tags(
    unions: Iterable[Union | Tagged], types: Mapping[str, NamedType], kept_open: Container[Location]
) -> dict[str, NamedType]:
    """Return the named types; listed values that tell members of a union apart are the only ones that may come there.

    As an enumeration they would be open in answers, so that each member fitted the values of all others, for pydantic
    and for type checkers. What the description says is open stays so, and so does a member that has all other values.
    """
    closed: set[tuple[str, str]] = set()

    def close(field: Field) -> Type | None:
        """Return the type of a property without the values that it does not list; None where it lists all, or none."""
        listed = literals_of(field.type, types, or_null=True)
        if listed is None or not listed.open:
            return None
        closed_type = replace(listed, open=False)
        return nullable(closed_type) if Scalar("none") in members_of(field.type, types) else closed_type

    def may_close(type_: ObjectType) -> bool:
        return any(field.required and close(field) for field in type_.fields)

    for union in unions:
        if isinstance(union, Tagged):
            listed = {each.name: _tag_values(each.name, types, union.wire_name) for each in union.members}
            counts = Counter(value for values in listed.values() for value in values)
            lone = {name for name, values in listed.items() if all(counts[value] == 1 for value in values)}
            closed |= {(name, union.wire_name) for name in lone - {union.other}}
            continue
        named = (types.get(each.name) for each in union.members if isinstance(each, Named))
        objects = [each for each in named if isinstance(each, ObjectType)]
        closing = {each.name for each in objects if may_close(each)}
        for one, other in combinations(objects, 2) if closing else ():
            if closing.isdisjoint((one.name, other.name)):
                continue
            found = distinction_of(Named(one.name), Named(other.name), types)
            tags = _tags(one, other, types, lone_only=found == "required") if found in {"required", "value"} else ()
            closed |= {(each.name, tag) for each in (one, other) for tag in tags}

    def is_closed(type_: ObjectType, field: Field) -> bool:
        return (type_.name, field.wire_name) in closed and field.location not in kept_open

    return {
        name: replace(
            type_,
            fields=tuple(
                replace(field, type=close(field) or field.type) if is_closed(type_, field) else field
                for field in type_.fields
            ),
        )
        if isinstance(type_, ObjectType)
        else type_
        for name, type_ in types.items()
    }


def _tags(one: ObjectType, other: ObjectType, types: Mapping[str, NamedType], *, lone_only: bool = False) -> list[str]:
    """Return the properties that two types require and that never hold the same in both, unless that is null.

    Where some have a lone value in each of the two, these tell them apart, and others may get new values. `lone_only`:
    others do not count, as the types can be told apart without.
    """
    theirs = {field.wire_name: field for field in other.fields if field.required}
    found: list[str] = []
    lone: list[str] = []
    for ours in one.fields:
        its = theirs.get(ours.wire_name)
        if its is None or not ours.required:
            continue
        listed = [literals_of(each.type, types, or_null=True) for each in (ours, its)]
        if _are_disjoint(listed[0] or ours.type, listed[1] or its.type, types):
            found.append(ours.wire_name)
            if all(each is not None and len(each.values) == 1 for each in listed):
                lone.append(ours.wire_name)
    return lone if lone_only else lone or found


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
            case ListOf() | TupleOf():
                found.add(("array", None))
            case _:
                found.add(("object", None))
    return found
