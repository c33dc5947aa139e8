"""Whether two schemas allow the same values, and which JSON values are the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Hashable, Iterator, Mapping
from operator import attrgetter
from typing import Final, TypeAlias

from specloom.findings import Pointer
from specloom.source import Json
from specloom.spec.document import UNSAID, Absent, Discriminator, Schema
from specloom.spec.keywords import attributes

MeansSame: TypeAlias = Callable[[str, str], bool]
"""Tells whether a key of the old document's schemas and one of the new document's are the same schema."""

_SETS: Final = frozenset({"types", "required", "enum"})
"""Keywords whose values may stand in any order."""
_ENCODER: Final = json.JSONEncoder(sort_keys=True, ensure_ascii=False)
_LONGEST: Final = 120
_SHOWN: Final = 40


_INFORMING: Final = {"extension", *attributes(lambda keyword: keyword.kind == "annotation")}
_MEANING: Final = tuple(name for name in UNSAID if name not in _INFORMING)
"""The attributes of a schema that say which values are valid."""
_meaning_of: Final = attrgetter(*_MEANING)
_APART: Final = {"discriminator", *attributes(lambda keyword: keyword.in_place)}
_OWN: Final = tuple(name for name in _MEANING if name not in _APART)


def says_anything(schema: Schema) -> bool:
    """Tell whether a schema says by keywords of its own which values are valid, beside what it is put together from."""
    return schema.says(_OWN)


def same_values(old: Schema, new: Schema, means_same: MeansSame) -> bool:
    """Tell whether two schemas say the same about values; annotations and the order of names do not count."""
    waiting: list[tuple[object, object, str]] = [(old, new, "")]
    while waiting:
        first, second, name = waiting.pop()
        inner = _inside(first, second, name)
        if inner is not None:
            waiting += inner
        elif name == "ref" and isinstance(first, str) and isinstance(second, str):
            if not means_same(first, second):
                return False
        elif not _agree(first, second, name):
            return False
    return True


def outline(schema: Schema) -> Hashable:
    """Return what schemas that say the same agree in, so that few have to be compared."""
    listed = frozenset((name, frozenset(map(canonical, each.listed or ()))) for name, each in schema.properties.items())
    return (frozenset(schema.types), listed, len(schema.one_of), len(schema.any_of), len(schema.all_of))


def canonical(value: Json | Absent) -> str:
    """Return a text that is the same for equal values (JSON Schema 2020-12, 4.2.2: `1` is `1.0`, and not `true`)."""
    return "" if isinstance(value, Absent) else _ENCODER.encode(value if isinstance(value, str) else _plain(value))


def first_difference(old: Json, new: Json) -> Pointer:
    """Return the way to the first thing inside of two values by which they differ; it may be in one of them only."""
    way: list[str] = []
    while True:
        match old, new:
            case dict(), dict():
                names = (name for name in dict.fromkeys((*old, *new)) if name not in old or name not in new)
                inside = (name for name in old if name in new and canonical(old[name]) != canonical(new[name]))
                name = next(names, None) or next(inside, None)
                if name is None:
                    return tuple(way)
                way.append(name)
                old, new = old.get(name), new.get(name)
            case list(), list():
                least = min(len(old), len(new))
                index = next((at for at in range(least) if canonical(old[at]) != canonical(new[at])), least)
                way.append(str(index))
                old, new = (each[index] if index < len(each) else None for each in (old, new))
            case _:
                return tuple(way)


def small(value: Json) -> Json:
    """Return the value; of one that is too long to be shown or compared by people, how it begins, and a digest."""
    text = canonical(value)
    if len(text) <= _LONGEST:
        return value
    beginning = value if isinstance(value, str) else text
    return f"{beginning[:_SHOWN]}… sha256:{hashlib.sha256(text.encode()).hexdigest()[:16]}"


def _plain(value: Json) -> Json:
    """Return a copy in which numbers without a fraction are integers."""
    result: list[Json] = [value]
    waiting: list[dict[str, Json] | list[Json]] = [result]
    while waiting:
        # A container is a copy already, its members are not.
        container = waiting.pop()
        for place, member in container.items() if isinstance(container, dict) else enumerate(container):
            copy: Json = member
            if isinstance(member, float) and member.is_integer():
                copy = int(member)
            elif isinstance(member, dict | list | tuple):
                copy = dict(member) if isinstance(member, dict) else list(member)
                waiting.append(copy)
            container[place] = copy  # type: ignore[index] # a place of this very container
    return result[0]


def _inside(old: object, new: object, name: str) -> Iterator[tuple[object, object, str]] | None:
    """Return what has to be the same in two values that may be, with its keyword; None for single ones."""
    match old, new:
        case Schema(), Schema():
            both = zip(_meaning_of(old), _meaning_of(new), _MEANING, strict=True)
            return (each for each in both if each[0] is not each[1] or each[0])  # for speed: neither says most of them
        case Discriminator(), Discriminator():
            return iter(((old.property_name, new.property_name, "name"), (old.mapping, new.mapping, "ref")))
        case Mapping(), Mapping() if old.keys() == new.keys():
            return ((old[key], new[key], name) for key in old)
        case tuple(), tuple() if name not in _SETS and len(old) == len(new):
            return ((one, other, name) for one, other in zip(old, new, strict=True))
        case _:
            return None


def _agree(old: object, new: object, name: str) -> bool:
    match old, new:
        case tuple(), tuple() if name in _SETS:
            return {canonical(value) for value in old} == {canonical(value) for value in new}
        case _:
            return type(old) is type(new) and old == new
