"""Values that are written otherwise than they are given: members with other names, times and numbers of other kinds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import TypeGuard, cast

from ..encoding import Json, encode, members_of

__all__ = ["DECIMAL_NUMBER", "UNIX_TIME", "UNIX_TIME_TEXT", "Shape", "either"]


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
    digits: bool = False
    """For decimal numbers that travel as JSON numbers, with the digits that they have."""

    def encode(self, value: object) -> Json:
        """Return a value as JSON.

        Raises:
            ValueError: A number is NaN or infinite, or a value has no JSON form.
        """
        if self.seconds is not None and isinstance(value, datetime | int):
            return self.seconds(int(value.timestamp()) if isinstance(value, datetime) else value)
        if isinstance(value, Mapping):
            members = self.members(cast("Mapping[object, object]", value))
            return {name: encode(item, inner) for name, item, inner in members}
        if self.digits and isinstance(value, Decimal) and value.is_finite():
            return cast("Json", value)
        if _has_items(value):
            return [self.encode(item) for item in value]
        return encode(value)

    def members(self, value: Mapping[object, object]) -> Iterator[tuple[str, object, Shape | None]]:
        """Yield the members that are set, as they are called on the wire: name, value, and the shape of the value."""
        nested = self.nested()
        for name, item, _ in members_of(value):
            yield self.names.get(name, name), item, nested.get(name, self.each)


def _has_items(value: object) -> TypeGuard[Iterable[object]]:
    return isinstance(value, Collection | Iterator) and not isinstance(value, str | bytes | bytearray | memoryview)


def either(*shapes: Shape) -> Shape:
    """Return the shape of an object that has one of several: what their keys are called together."""

    def nested() -> Mapping[str, Shape]:
        return {key: inner for shape in shapes for key, inner in shape.nested().items()}

    names = {key: name for shape in shapes for key, name in shape.names.items()}
    each = next((shape.each for shape in shapes if shape.each), None)
    seconds = next((shape.seconds for shape in shapes if shape.seconds), None)
    return Shape(names, nested, each, seconds, any(shape.digits for shape in shapes))


DECIMAL_NUMBER = Shape(digits=True)
UNIX_TIME = Shape(seconds=int)
UNIX_TIME_TEXT = Shape(seconds=str)
