"""Values that have one of several shapes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import cast

from ..encoding import Json, encode
from ..encoding import Shape as Written
from ..unset import UNSET
from .shapes import Items, Shape, has_items


@dataclass(frozen=True, slots=True, eq=False)
class Option:
    """One of several shapes, and what tells its objects from those of the others. All keys are Python's."""

    shape: Written
    keys: Collection[str] | None = None
    """Those that the description has; None: there may be any."""
    required: Collection[str] = ()
    tags: Mapping[str, Collection[object]] = field(default_factory=dict[str, Collection[object]])
    """The only values that a key may have."""
    kinds: Mapping[str, Collection[str]] = field(default_factory=dict[str, Collection[str]])
    """What a key holds, where that is something else in the others: see `_kind_of`."""
    inner: Mapping[str, Option] = field(default_factory=dict[str, "Option"])
    """What tells the object that a key holds, or each of a list of them, from those that it holds in others."""

    def has(self, key: object) -> bool:
        """Tell whether the description has this key."""
        return self.keys is None or self._own(key) in {*self.keys, *self._unsent}

    def held(self, key: object) -> Written | None:
        """Return the shape of what a key holds."""
        if not isinstance(self.shape, Shape):
            return None
        nested = self.shape.nested()
        return nested.get(str(self._own(key)), nested.get("", self.shape.each))

    @property
    def _unsent(self) -> Collection[object]:
        """What only the server sets, in an object of this shape."""
        return cast("Collection[object]", getattr(self.shape, "unsent", ()))

    def _own(self, key: object) -> object:
        """Return the key as Python has it, which may be given as a name on the wire."""
        return cast("Mapping[object, object]", getattr(self.shape, "keys", {})).get(key, key)

    def differences(self, value: Mapping[object, object]) -> tuple[int, int, bool]:
        """Return in how many places an object is none of this shape: values that say so, and all other places.

        Where any keys will do, an object that another shape describes is rather of that.
        """
        given = {self._own(key): item for key, item in value.items() if item is not UNSET}
        unknown = 0 if self.keys is None else len(given.keys() - {*self.keys, *self._unsent})
        missing = sum(key not in given for key in self.required)
        missing += sum(given.get(key, UNSET) is None for key in getattr(self.shape, "given", ()))
        wrong = sum(key in given and given[key] not in values for key, values in self.tags.items())
        wrong += sum(_kind_of(given.get(key)) not in {*kinds, ""} for key, kinds in self.kinds.items())
        for key, option in self.inner.items():
            for held in _objects_in(given.get(key)):
                more = option.differences(held)
                wrong, missing = wrong + more[0], missing + more[1]
        return wrong, unknown + missing, self.keys is None


def _kind_of(value: object) -> str:
    """Return what JSON makes of a value, roughly: all that is no number and holds nothing is text, None is anything."""
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float | Decimal):
        return "number"
    if isinstance(value, Mapping) or hasattr(value, "model_dump"):
        return "object"
    return "array" if has_items(value) else "" if value is None else "text"


def _objects_in(value: object) -> Iterator[Mapping[object, object]]:
    """Yield an object, or those in a list; what can be iterated over once only is left alone."""
    for each in cast("Iterable[object]", value) if isinstance(value, list | tuple) else (value,):
        if isinstance(each, Mapping):
            yield cast("Mapping[object, object]", each)


class Either:
    """The shape of a value that has one of several: that from which it differs least, and of these the first.

    Of what these hold it may be any: so an object further inside can say which one was meant.
    """

    def __init__(self, *options: Option) -> None:
        self.options = options

    def encode(self, value: object) -> Json:
        """Return a value as JSON; see `Shape`."""
        if isinstance(value, Mapping):
            members = self.members(cast("Mapping[object, object]", value))
            return {name: encode(item, shape) for name, item, shape in members}
        if has_items(value):
            return [self.encode(item) for item in value]
        shapes = (option.shape for option in self.options)
        shape = next((shape for shape in shapes if isinstance(shape, Shape) and shape.writes(value)), None)
        return encode(value, shape)

    def members(self, value: Mapping[object, object]) -> Iterator[tuple[str, object, Written | None]]:
        """Yield the members that are set; see `Shape`. Keys that its own shape lacks may be those of another."""
        ranked = [(option.differences(value), option) for option in self.options]
        least = min(differences for differences, _ in ranked)
        chosen = [option for differences, option in ranked if differences == least]
        for key, item in value.items():
            owners = [option for option in chosen if option.has(key)]
            owners = owners or [next((option for option in self.options if option.has(key)), chosen[0])]
            for name, each, shape in owners[0].shape.members({key: item}):
                yield name, each, _any_of(shape, [option.held(key) for option in owners[1:]])


def _any_of(shape: Written | None, others: list[Written | None]) -> Written | None:
    """Return the shape of what has one of several shapes, where all say which objects they are for; else the first."""
    if isinstance(shape, Items):
        lists = [each for each in others if isinstance(each, Items)]
        if len(lists) == len(others):
            nulls, texts = (any(getattr(each, name) for each in (shape, *lists)) for name in ("nulls", "texts"))
            return Items(_any_of(shape.shape, [each.shape for each in lists]), nulls, texts)
    choices = [each for each in (shape, *others) if isinstance(each, Either)]
    if not others or len(choices) <= len(others):
        return shape
    found: dict[int, Option] = {}
    for option in (option for each in choices for option in each.options):
        found.setdefault(id(option.shape), option)
    return Either(*found.values())
