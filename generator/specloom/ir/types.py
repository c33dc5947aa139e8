"""Python types as facts: what a schema becomes, before anything is spelled as code.

A type is a value of the union `Type`. Types with a name of their own (`ObjectType`, `AliasType`) are referred to by
`Named`, so that recursive ones are ordinary.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from functools import partial
from typing import TYPE_CHECKING, Literal, TypeAlias, assert_never

from specloom.findings import Location
from specloom.messages import did_you_mean
from specloom.record import record, replace
from specloom.source import Json, parse_pointer

if TYPE_CHECKING:
    from specloom.ir.formats import ScalarKind


Fail: TypeAlias = "Callable[[str, Callable[[], str]], None]"
"""Takes what is wrong, and what finds out what may be meant: not everybody wants to know."""


class Walk:
    """Follows JSON Pointers through the types of answers.

    `fail` is told of a pointer that leads nowhere.
    """

    def __init__(self, types: Mapping[str, NamedType], fail: Fail = lambda _message, _advice: None) -> None:
        self._types = types
        self._fail = fail

    def follow(self, type_: Type, pointer: str) -> tuple[tuple[str, ...], Type | None]:
        """Return the attribute names along the pointer and the type at its end; None, reported, if it leads nowhere."""
        names: list[str] = []
        current = type_
        for segment in parse_pointer(pointer):
            fields = [field for object_ in self._objects(current) for field in object_.fields]
            found = [field for field in fields if field.wire_name == segment]
            if not found:
                advice = partial(did_you_mean, segment, [field.wire_name for field in fields])
                self._fail(f"pointer {pointer!r} leads nowhere: the answer has no {segment!r} there", advice)
                return (), None
            names.append(found[0].name)
            current = found[0].type
        return tuple(names), current

    def has_list(self, type_: Type | None) -> bool:
        """Tell whether a type is an array, or an object with a member that may be one."""
        if type_ is None:
            return False
        inner = [field.type for object_ in self._objects(type_) for field in object_.fields]
        return any(isinstance(each, ListOf) for one in (type_, *inner) for each in members_of(one, self._types))

    def look_through(self, type_: Type) -> Type:
        """Return what an alias stands for; other types are returned as they are."""
        while isinstance(type_, Named) and isinstance(alias := self._types[type_.name], AliasType):
            type_ = alias.type
        return type_

    def _objects(self, type_: Type) -> list[ObjectType]:
        type_ = self.look_through(type_)
        if isinstance(type_, Named):
            object_ = self._types[type_.name]
            return [object_] if isinstance(object_, ObjectType) else []
        if isinstance(type_, Union):
            return [object_ for member in type_.members for object_ in self._objects(member)]
        return []


Direction = Literal["answer", "input"]
"""Whether a type describes what the server sends or what the caller passes in."""


@record
class Scalar:
    """A type that Python or its standard library has."""

    kind: ScalarKind
    digits: int | None = None
    """Of decimal numbers that callers pass in and that travel as text: how many are written behind the point; None:
    as many as the number has."""


@record
class Literals:
    """One of the listed values; when `open`, any other value of the same JSON types too."""

    values: tuple[str | int | bool, ...]
    open: bool = False
    kinds: tuple[type, ...] = field(init=False, repr=False)
    """The types of the values: True is no 1, which a comparison of the values would not tell apart."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "kinds", tuple(map(type, self.values)))


@record
class ListOf:
    """A JSON array whose items all have one type."""

    item: Type


@record
class TupleOf:
    """A JSON array with a type for each of its places, and perhaps further items."""

    items: tuple[Type, ...]
    rest: Type | None = None
    """The type of further items; None: there are none."""

    @property
    def all_items(self) -> tuple[Type, ...]:
        """The types of its places, and that of further items."""
        return self.items if self.rest is None else (*self.items, self.rest)


@record
class MapOf:
    """A JSON object whose member names are data."""

    value: Type


@record
class ByName:
    """What decides on the types of members that have no names of their own: `patternProperties`."""

    patterns: tuple[tuple[str, Type], ...]
    """Regular expressions, each with the type of the members in whose names it finds something."""
    others: Type | None = None
    """The type of all other members; None: there are none."""


@record
class Union:
    """One of several types, in the order of the description; null comes last."""

    members: tuple[Type, ...]
    by_name: ByName | None = None
    """Of the values of a map, or of further members: what tells by their names which of the types they have."""


@record
class Tagged:
    """One of several object types, told apart by the value of one property (Discriminator Object, 4.8.25)."""

    wire_name: str
    members: tuple[Named, ...]
    mapping: Mapping[str, str]
    """Value on the wire → name of the member."""
    other: str = ""
    """The member that has all other values; empty where there is none."""


@record
class Named:
    """A reference to the object or alias type of that name, in the direction it is used in."""

    name: str


@record
class LinkTo:
    """An object with the address of a resource, or with all of it (`x-specloom.link`). Answers only.

    Mentioning a link does not mention its target: models link to each other in circles, and load without each other.
    """

    target: str | None
    """The name of the object or alias type that it leads to; None where nothing says what that is."""


Type: TypeAlias = Scalar | Literals | ListOf | TupleOf | MapOf | Union | Tagged | Named | LinkTo


@record
class Field:
    """A property of an object type.

    Keeps both names: `name` in Python, `wire_name` in JSON. Never compute one from the other.
    """

    name: str
    wire_name: str
    type: Type
    required: bool
    description: str
    deprecated: bool
    constraints: Mapping[str, Json]
    """The JSON Schema keywords that answers are checked for: `minimum`, `maxLength`, `pattern`, …"""
    default: str
    """The server's default as JSON text; empty where there is none. Documented, never sent."""
    location: Location = field(compare=False, repr=False)
    read_only: bool = False
    """Only the server sets it: what was read is not sent back."""


@record
class OwnLink:
    """Where an object says its own address and its id: names in Python."""

    address: tuple[str, ...]
    """The attributes that lead to the address, from the object."""
    identifier: str


@record
class ObjectType:
    """A JSON object with known properties: a pydantic model in answers, a typed dictionary in what is passed in."""

    name: str
    owner: str
    """The type whose module this one lives in; its own name for types that have a module of their own."""
    description: str
    fields: tuple[Field, ...]
    extra: Type | None
    """The type of further members, where the description gives one."""
    model: str | None
    """Input only: the answer model of the same schema, which is accepted in its place."""
    location: Location = field(compare=False, repr=False)
    own_link: OwnLink | None = None
    """Answer only: where it has an address and an id of its own."""
    lists: str | None = None
    """Answer only: the name of the items' type, if it is a page of a collection that links lead to."""
    holds_arguments: bool = False
    """Input only: its keys are arguments of a method, which writes them."""
    unsent: tuple[str, ...] = ()
    """Input only: the names, in Python and on the wire, of properties that only the server sets."""
    is_headers: bool = False
    """Answer only: whether it is no JSON, but the header fields of an answer."""

    @property
    def inner(self) -> tuple[Type, ...]:
        """The types of its members."""
        return (*(each.type for each in self.fields), *([] if self.extra is None else [self.extra]))


@record
class AliasType:
    """A name for a type that is not an object with properties: an enumeration, a union, a list."""

    name: str
    owner: str
    description: str
    type: Type
    location: Location = field(compare=False, repr=False)
    constants: Mapping[str, str | int] = field(default_factory=dict)
    """Names that its values have: constants of the class `constants_class`, in the same module."""

    @property
    def inner(self) -> tuple[Type, ...]:
        """The type that it stands for."""
        return (self.type,)

    @property
    def constants_class(self) -> str:
        """The class that has the constants."""
        return constants_class(self.name)


def constants_class(alias: str) -> str:
    """Return the name of the class that has the constants of an alias, by the alias's name or its path."""
    return f"{alias}Values"


NamedType: TypeAlias = ObjectType | AliasType


def members_of(type_: Type, types: Mapping[str, NamedType], *, aliases: bool = False) -> Iterator[Type]:
    """Yield what a type may be, looking into unions and through aliases, each once; and the aliases, if asked for."""
    seen: set[str] = set()
    waiting = [type_]
    while waiting:
        here = waiting.pop()
        if isinstance(here, Union | Tagged):
            waiting += reversed(here.members)
        elif not isinstance(here, Named):
            yield here
        elif here.name not in seen:
            seen.add(here.name)
            alias = types.get(here.name)
            if aliases or not isinstance(alias, AliasType):
                yield here
            if isinstance(alias, AliasType):
                waiting.append(alias.type)


def literals_of(type_: Type, types: Mapping[str, NamedType], *, or_null: bool = False) -> Literals | None:
    """Return the listed values that a type is, looking through aliases; None where it is anything else.

    `or_null`: it may be null besides.
    """
    match [each for each in members_of(type_, types) if not (or_null and each == Scalar("none"))]:
        case [Literals() as listed]:
            return listed
        case _:
            return None


def nullable(type_: Type) -> Type:
    """Return the type with null allowed, which stands last."""
    if accepts_null(type_):
        return type_
    if isinstance(type_, Union):
        return replace(type_, members=(*type_.members, Scalar("none")))
    return Union((type_, Scalar("none")))


def accepts_null(type_: Type, types: Mapping[str, NamedType] | None = None) -> bool:
    """Tell whether null is one of the type's values. Aliases are looked through where the named types are given."""
    return any(isinstance(each, Scalar) and each.kind in {"none", "any"} for each in members_of(type_, types or {}))


def union_members(type_: Type) -> tuple[Type, ...]:
    """Return the types that a value may have: the members of a union, or the type alone."""
    return type_.members if isinstance(type_, Union) else (type_,)


def without_null(type_: Type) -> Type:
    """Return the type with null taken out of it."""
    if not isinstance(type_, Union):
        return type_
    members = tuple(member for member in type_.members if member != Scalar("none"))
    return members[0] if len(members) == 1 else replace(type_, members=members)


def walk(type_: Type) -> Iterator[Type]:
    """Yield a type and all that it is made of, in order of appearance. Named types are not looked into."""
    yield type_
    match type_:
        case Scalar() | Named() | Literals() | LinkTo():  # most are
            return
        case ListOf(inner) | MapOf(inner):
            yield from walk(inner)
        case Union(members) | Tagged(members=members):
            for member in members:
                yield from walk(member)
        case TupleOf():
            for item in type_.all_items:
                yield from walk(item)
        case _:
            assert_never(type_)


def map_type(type_: Type, change: Callable[[Type], Type]) -> Type:
    """Return a type with all that it is made of changed, what is inside first; a `Tagged` is changed as a whole."""
    match type_:
        case ListOf(inner):
            type_ = ListOf(map_type(inner, change))
        case MapOf(inner):
            type_ = MapOf(map_type(inner, change))
        case Union(members, by_name):
            by_name = None if by_name is None else _map_by_name(by_name, change)
            type_ = Union(tuple(map_type(member, change) for member in members), by_name)
        case TupleOf(items, rest):
            rest = None if rest is None else map_type(rest, change)
            type_ = TupleOf(tuple(map_type(item, change) for item in items), rest)
        case _:
            pass
    return change(type_)


def _map_by_name(by_name: ByName, change: Callable[[Type], Type]) -> ByName:
    patterns = tuple((pattern, map_type(type_, change)) for pattern, type_ in by_name.patterns)
    return ByName(patterns, None if by_name.others is None else map_type(by_name.others, change))


def names_in(type_: Type) -> Iterator[str]:
    """Yield the named types that a type mentions, in order of appearance, with repetitions; not targets of links."""
    return (each.name for each in walk(type_) if isinstance(each, Named))


def mentioned_by(type_: NamedType) -> set[str]:
    """Return the named types that one is made of; not targets of links."""
    return {name for each in type_.inner for name in names_in(each)}


def links_in(type_: Type) -> Iterator[str]:
    """Yield the targets of the links that a type mentions, in order of appearance, with repetitions."""
    return (each.target for each in walk(type_) if isinstance(each, LinkTo) and each.target is not None)
