"""Values that are written otherwise than they are given: members with other names, times and numbers of other kinds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, repeat
from typing import Any, TypeGuard, cast

from ..encoding import Json, encode, encoded_members, members_of, no_boolean, no_null, no_time
from ..encoding import Shape as Written

_LOOKED_AT = frozenset[object]({bool, dict, list, tuple})
"""What may be, or hold, True in the place of a number."""


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """How an object given as a dict with Python keys, or with the names on the wire, is called there.

    Lists are looked through: the shape of a list is the shape of its items.
    """

    names: Mapping[str, str] = field(default_factory=dict[str, str])
    """Python key → member name. Keys that are not in here go out unchanged."""
    nested: Callable[[], Mapping[str, Written | None]] = dict
    """Gives Python key → shape of the value, with "" → that of further ones; a function, so that a shape can contain
    itself."""
    each: Written | None = None
    """For maps with free keys: the shape of every value."""
    kinds: tuple[type, ...] = ()
    """The classes of values that are written otherwise than by themselves: times, decimal numbers, bytes."""
    write: Callable[[Any], Json] = encode
    """What writes these."""
    given: Collection[str] = ()
    """Python keys whose value cannot be null."""
    numbers: Collection[str] = ()
    """Python keys whose value is a number, or a list or a map of them."""
    dates: Collection[str] = ()
    """Python keys whose value is a date, or a list or a map of them."""
    unsent: Collection[str] = ()
    """Python keys, and names on the wire, of what only the server sets: it is left out."""
    full: bool = False
    """For maps with free keys: whether no value can be null."""
    keys: Mapping[object, str] = field(init=False)
    """Member name → Python key."""

    def __post_init__(self) -> None:
        keys = {name: key for key, name in self.names.items() if name not in self.names}
        object.__setattr__(self, "keys", keys)

    def writes(self, value: object) -> bool:
        """Tell whether it writes a value otherwise than that is written by itself."""
        return isinstance(value, self.kinds) and not isinstance(value, bool)

    def encode(self, value: object) -> Json:
        """Return a value as JSON; refuse what has no JSON form, or another one than the description says."""
        if self.writes(value):
            return self.write(value)
        if isinstance(value, Mapping):
            return encoded_members(self.members(cast("Mapping[object, object]", value)))
        if has_items(value):
            return [self.encode(item) for item in value]
        return encode(value)

    def members(self, value: Mapping[object, object]) -> Iterator[tuple[str, object, Written | None]]:
        """Yield the members that are set, as they are called on the wire: name, value, and the shape of the value.

        Null, True, False and datetimes are refused where the description has none.
        """
        nested = self.nested()
        further = nested.get("", self.each)
        for given, item, _ in members_of(value):
            name = self.keys.get(given, given)
            if name in self.unsent:
                continue
            if item is None and (self.full or name in self.given):
                raise no_null(self.names.get(name, name))
            if item.__class__ in _LOOKED_AT and name in self.numbers:
                no_boolean(self.names.get(name, name), item)
            if name in self.dates:
                no_time(self.names.get(name, name), item)
            yield self.names.get(name, name), item, nested.get(name, further)


@dataclass(frozen=True, slots=True, eq=False)
class Items:
    """The shape of lists, and of what may stand in the place of one."""

    shape: Written | None = None
    """That of each item, and of what is no list."""
    nulls: bool = False
    """Whether an item may be null."""
    texts: bool = False
    """Whether a text, or bytes, may stand in the place of a list: to type checkers they are one."""
    places: Iterable[Written | None] = ()
    """The shapes of the first items, where each has one of its own."""

    def encode(self, value: object) -> Json:
        """Return a value as JSON; see `Shape`. Null items and texts are refused, unless there may be such."""
        if not has_items(value):
            if _is_text(value) and not self.texts:
                raise ValueError("a text, or bytes, was passed where a list is described: put it into one")
            return encode(value, self.shape)
        items = [*value]
        if not self.nulls and any(item is None for item in items):
            raise ValueError("an item of a list may not be None: null is no value of it. Leave it out")
        shapes = chain(self.places, repeat(self.shape))
        return [encode(item, shape) for item, shape in zip(items, shapes, strict=False)]

    def members(self, value: Mapping[object, object]) -> Iterator[tuple[str, object, Written | None]]:
        """Yield the members of an object that are set; see `Shape`."""
        return members_of(value, self.shape)


def has_items(value: object) -> TypeGuard[Iterable[object]]:
    """Tell whether a value is written as a list."""
    return not _is_text(value) and isinstance(value, Collection | Iterator) and not isinstance(value, Mapping)


def _is_text(value: object) -> bool:
    return isinstance(value, str | bytes | bytearray | memoryview)
