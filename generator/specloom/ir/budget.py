"""How much a description may grow while Python types are made of it."""

from __future__ import annotations

from collections.abc import Sized
from typing import Final, assert_never

from specloom.findings import DescriptionError, Finding, Location, Severity
from specloom.ir.types import AliasType, LinkTo, ListOf, Literals, MapOf, Named, Scalar, Tagged, TupleOf, Type, Union

_AT_FIRST: Final = 100_000
_FOR_EACH: Final = 4
"""What each character of a file adds: large descriptions may cost more, those that multiply may not."""

_MOST_CHOICES: Final = 1000
_MOST_LEVELS: Final = 100


class Budget:
    """What merging and building types is paid with.

    References and `allOf` let few schemas say much: a choice of two in each of 30 schemas is a thousand million
    choices. Real descriptions stay far below.
    """

    def __init__(self) -> None:
        self._left = _AT_FIRST
        self._known: set[int] = set()

    def pay(self, cost: int, location: Location) -> None:
        """Pay for something that is made of a schema: one for each type, and for each property that is merged.

        Raises:
            DescriptionError: All is spent.
        """
        if id(location.document) not in self._known:
            self._known.add(id(location.document))
            self._left += _FOR_EACH * len(location.document.text)
        self._left -= cost
        if self._left < 0:
            message = "this schema is combined with others so often that its Python types would have no end"
            advice = "combine fewer schemas by 'allOf', and fewer choices inside of choices"
            raise _refuse(message, location, advice)


def refuse_endless_choice(choices: Sized, location: Location) -> None:
    """Refuse a choice that Python's parser cannot take: in `A | B | C` it calls itself for each of them.

    Raises:
        DescriptionError: There are too many.
    """
    if len(choices) > _MOST_CHOICES:
        message = f"this is a choice of {len(choices):,}, and a Python type can be one of {_MOST_CHOICES:,}"
        raise _refuse(message, location, "offer fewer, or combine fewer choices by 'allOf'")


class Nesting:
    """How deep lists, maps and choices stand inside each other in the types of one direction, without an object."""

    def __init__(self) -> None:
        self._of_alias: dict[str, int] = {}

    def check(self, type_: Type, location: Location) -> None:
        """Look at how deep a type nests.

        Raises:
            DescriptionError: Too deep for Python's parser, type checkers or pydantic, all of which call themselves for
                each level.
        """
        if self._levels(type_) > _MOST_LEVELS:
            message = (
                f"lists, maps and choices stand in each other here, more than {_MOST_LEVELS} deep without an object"
            )
            raise _refuse(message, location, "describe one of those inside as an object with properties")

    def note(self, alias: AliasType) -> None:
        """Remember how deep an alias is: what mentions it is deeper."""
        self._of_alias[alias.name] = 1 + self._levels(alias.type)

    def _levels(self, type_: Type) -> int:
        match type_:
            case Named(name):
                return self._of_alias.get(name, 0)
            case ListOf(inner) | MapOf(inner):
                return 1 + self._levels(inner)
            case TupleOf():
                return 1 + max(map(self._levels, type_.all_items), default=0)
            case Union(members) | Tagged(members=members):
                return max(map(self._levels, members))
            case Scalar() | Literals() | LinkTo():
                return 0
            case _:
                assert_never(type_)


def _refuse(message: str, location: Location, advice: str) -> DescriptionError:
    return DescriptionError([Finding("too-complex", Severity.UNSUPPORTED, message, location, help=advice)])
