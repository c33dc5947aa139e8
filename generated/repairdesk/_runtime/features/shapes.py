"""Values that are written otherwise than they are given: members with other names, times and numbers of other kinds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TypeGuard, cast

from ..encoding import Json, encode, members_of

__all__ = ["UNIX_TIME", "UNIX_TIME_TEXT", "Shape", "either"]


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """How an object given as a dict with Python keys is called on the wire.

    Lists are looked through: the shape of a list is the shape of its items.
    """

    names: Mapping[str, str] = field(default_factory=dict[str, str])
    """Python key → member name. Keys that are not in here go out unchanged."""
    nested: Callable[[], Mapping[str, Shape]] = dict
    """Gives Python key → shape of the value; a function, so that a shape can contain itself."""
    each: Shape | None = None
    """For maps with free keys: the shape of every value that has none in `nested`."""
    seconds: Callable[[int], Json] | None = None
    """For times that travel as seconds since 1970: what writes the number."""
    amount: Callable[[Decimal | float], Json] | None = None
    """For decimal numbers: what writes them."""

    def encode(self, value: object) -> Json:
        """Return a value as JSON.

        Raises:
            ValueError: A number is NaN or infinite, or a value has no JSON form.
        """
        if self.seconds is not None and isinstance(value, date | int):
            return self.seconds(_seconds_of(value) if isinstance(value, date) else value)
        if self.amount is not None and isinstance(value, Decimal | float | int):
            return value if isinstance(value, bool) else self.amount(value)
        if isinstance(value, Mapping):
            members = self.members(cast("Mapping[object, object]", value))
            return {name: encode(item, inner) for name, item, inner in members}
        if _has_items(value):
            return [self.encode(item) for item in value]
        return encode(value)

    def members(self, value: Mapping[object, object]) -> Iterator[tuple[str, object, Shape | None]]:
        """Yield the members that are set, as they are called on the wire: name, value, and the shape of the value."""
        nested = self.nested()
        for name, item, _ in members_of(value):
            yield self.names.get(name, name), item, nested.get(name, self.each)


def _seconds_of(value: date) -> int:
    """Return the seconds since 1970 of a time; of a day, when it begins in UTC, in which they are counted.

    Raises:
        ValueError: The time has no time zone, so that nobody knows when it is.
    """
    if not isinstance(value, datetime):
        return int(datetime(value.year, value.month, value.day, tzinfo=UTC).timestamp())
    if value.utcoffset() is None:
        raise ValueError("the time needs a time zone: it is sent as seconds since 1970-01-01 UTC")
    return int(value.timestamp())


def _has_items(value: object) -> TypeGuard[Iterable[object]]:
    return isinstance(value, Collection | Iterator) and not isinstance(value, str | bytes | bytearray | memoryview)


def either(*shapes: Shape) -> Shape:
    """Return the shape of an object that has one of several: what their keys are called together."""

    def nested() -> Mapping[str, Shape]:
        return {key: inner for shape in shapes for key, inner in shape.nested().items()}

    names = {key: name for shape in shapes for key, name in shape.names.items()}
    each = next((shape.each for shape in shapes if shape.each), None)
    seconds = next((shape.seconds for shape in shapes if shape.seconds), None)
    amount = next((shape.amount for shape in shapes if shape.amount), None)
    return Shape(names, nested, each, seconds, amount)


UNIX_TIME = Shape(seconds=int)
UNIX_TIME_TEXT = Shape(seconds=str)
