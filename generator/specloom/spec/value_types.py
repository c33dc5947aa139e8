"""How the values of a description may look: the vocabulary in which the table of OpenAPI's objects is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Literal, TypeAlias, TypeGuard, get_args

from specloom.messages import with_article
from specloom.record import record
from specloom.source import Json

ScalarType = Literal["string", "boolean", "number", "count", "positive"]

Version = Literal["2.0", "3.0", "3.1", "3.2"]
VERSIONS: Final[tuple[Version, ...]] = get_args(Version)
"""From the oldest to the newest; their texts compare likewise."""
NEWEST: Final[Version] = "3.2"


def is_number(value: Json) -> TypeGuard[int | float]:
    """Tell whether a value is a number, which to Python truth values are, too."""
    return isinstance(value, int | float) and not isinstance(value, bool)


@record
class ScalarValue:
    """A plain value; a `count` is an integer that is not negative, a `positive` number is above zero.

    Empty `values` allow every value.
    """

    type: ScalarType
    values: tuple[str, ...] = ()

    def accepts(self, value: Json) -> bool:
        """Return whether this is such a value."""
        if self.type == "string":
            return isinstance(value, str) and (not self.values or value in self.values)
        match self.type:
            case "boolean":
                return isinstance(value, bool)
            case "number":
                return is_number(value)
            case "positive":
                return is_number(value) and value > 0
            case "count":
                return not isinstance(value, bool) and (
                    (isinstance(value, int) and value >= 0)
                    or (isinstance(value, float) and value.is_integer() and value >= 0)
                )


@record
class Unchecked:
    """Any JSON value: examples, defaults, constants."""

    def accepts(self, _value: Json) -> bool:
        """Return whether this is such a value."""
        return True


@record
class Of:
    """An object of `OBJECTS`, by name; with `reference`, a Reference Object may stand in its place."""

    name: str
    reference: bool = False


@record
class ArrayValue:
    """A list."""

    item: ValueType
    filled: bool = False
    """An empty list is wrong."""
    unique: bool = False
    """A value that stands in it twice is wrong."""


@record
class KeyRule:
    """What the keys of a map have to look like."""

    pattern: re.Pattern[str]
    rule: str
    message: str
    """Goes on after the key: `… must begin with '/'`."""
    help: str = ""
    strict: bool = True
    """Breaking it is an error; otherwise a warning."""


@record
class MapValue:
    """A map whose keys are the author's."""

    value: ValueType
    keys: KeyRule | None = None


@record
class OneOrMany:
    """A value, or a list of such values."""

    item: ScalarValue

    def accepts(self, value: Json) -> bool:
        """Return whether this is one such value: a list is walked."""
        return isinstance(value, str) and self.item.accepts(value)


ValueType: TypeAlias = "ScalarValue | Unchecked | Of | ArrayValue | MapValue | OneOrMany"


@record
class Unused:
    """That clients make nothing of a member: where one is written, it is named as a loss."""

    what: str
    """What people call it, or one of its entries: `response header`."""
    why: str
    """Why it has no effect, going on after it: `… nothing checks it`."""
    minor: bool = False
    """It only says which values are valid: others are sent and returned as well."""


@record
class Member:
    """A member of an object."""

    value_type: ValueType
    required: bool = False
    required_before: Version | None = None
    """The version from which on the member need no longer be there."""
    assumed: str = ""
    """What is read where it must be there and is not, going on after that: `callers give it`; empty if that stops."""
    since: Version = "2.0"
    """The first version that has it."""
    decisive: bool = False
    """Where it does not count, operations are lost, or bodies are sent otherwise."""
    adopted: bool = False
    """It is written, and read, in documents of versions that do not have it yet."""
    documents: bool = False
    """It is for readers, or only names things: where it changes nothing in a client, nothing is lost."""
    unused: Unused | None = None
    """Set where no client makes anything of it."""

    def is_required(self, version: Version) -> bool:
        """Tell whether objects of a version must have it."""
        return self.required and (self.required_before is None or version < self.required_before)


@record
class Exclusive:
    """Members of which only one may be there; with `needed`, one must."""

    members: tuple[str, ...]
    needed: bool = False
    strict: bool = True


@dataclass(frozen=True)
class OasObject:
    """One object of the specification. Has no slots because it remembers what it computes."""

    name: str
    members: Mapping[str, Member]
    entries: MapValue | None = None
    """Set where further members have names of the author's choice, as in the Paths Object."""
    exclusive: tuple[Exclusive, ...] = ()
    place: str = ""
    """The entry of `extension.schema.json` for an `x-specloom` here; empty where it has no meaning."""
    needs: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    """(member, value) → the members that are required then."""
    former: Mapping[str, Version] = field(default_factory=dict)
    """The members that one version has and 3.1 has not → that version."""
    referable_since: Version = "2.0"
    """The version of OpenAPI since which a reference may stand in its place, where it may in others."""

    @cached_property
    def required(self) -> Mapping[Version, tuple[str, ...]]:
        """The members that are required in each version."""
        return {
            version: tuple(name for name, member in self.members.items() if member.is_required(version))
            for version in VERSIONS
        }

    @cached_property
    def known(self) -> Mapping[Version, frozenset[str]]:
        """The members that each version has and Specloom can use."""
        return {
            version: frozenset(name for name, member in self.members.items() if member.since <= version).union(
                name for name, former in self.former.items() if former == version
            )
            for version in VERSIONS
        }

    @cached_property
    def has_requirements(self) -> bool:
        """Whether any member has to be there, always or beside another."""
        return bool(self.needs or self.exclusive or any(self.required.values()))

    @cached_property
    def texts(self) -> frozenset[str]:
        """The members in which any text is right."""
        return frozenset(
            name
            for name, member in self.members.items()
            if is_text(member.value_type) or isinstance(member.value_type, Unchecked)
        )

    @cached_property
    def words(self) -> Mapping[str, bool]:
        """The members whose authors may have forgotten quotes: texts and lists of them, but for references.

        Each with whether it is a list.
        """
        types = {name: member.value_type for name, member in self.members.items() if name[0] != "$"}
        lists = {name: True for name, each in types.items() if isinstance(each, ArrayValue) and is_text(each.item)}
        return {name: False for name, each in types.items() if is_text(each)} | lists

    @cached_property
    def bare(self) -> Mapping[str, ScalarValue]:
        """The members that are numbers or truth values, which authors may have put in quotes."""
        types = {name: member.value_type for name, member in self.members.items()}
        return {name: each for name, each in types.items() if isinstance(each, ScalarValue) and each.type != "string"}

    @cached_property
    def newest(self) -> frozenset[str]:
        """The members that only the newest version of OpenAPI has, and documents of others cannot use."""
        return frozenset(name for name, member in self.members.items() if member.since == NEWEST and not member.adopted)

    @cached_property
    def title(self) -> str:
        """The name in the specification's words, with its article: `a Parameter Object`."""
        return with_article(f"{self.name} Object")

    @cached_property
    def parts(self) -> Mapping[str, ValueType]:
        """The members that are objects, or maps or lists of objects, but for entries."""
        return {name: member.value_type for name, member in self.members.items() if _holds_objects(member.value_type)}

    def part(self, key: str) -> ValueType | None:
        """Return the value type of a member that is an object, or a map or list of objects; None for every other."""
        if key in self.members:
            return self.parts.get(key)
        return self.entries.value if self.entries and not key.startswith("x-") else None


def is_text(value_type: ValueType) -> bool:
    """Tell whether any text is right, and nothing else."""
    return isinstance(value_type, ScalarValue) and value_type.type == "string" and not value_type.values


def _holds_objects(value_type: ValueType) -> bool:
    match value_type:
        case Of():
            return True
        case MapValue(inner) | ArrayValue(inner):
            return _holds_objects(inner)
        case _:
            return False
