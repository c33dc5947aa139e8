"""Whether two schemas allow the same values, and which JSON values are the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from typing import Final, TypeAlias

from specloom.spec.document import Absent, Discriminator, Json, Schema

__all__ = ["MeansSame", "canonical", "same_values", "says_anything", "small"]

MeansSame: TypeAlias = Callable[[str, str], bool]
"""Tells whether a key of the old document's schemas and one of the new document's are the same schema."""

_ANNOTATIONS: Final = frozenset(
    {"location", "title", "description", "default", "examples", "read_only", "write_only", "deprecated", "extension"}
)
_PARTS: Final = frozenset({"ref", "all_of", "any_of", "one_of"})
_LONGEST: Final = 120


def _default(name: str) -> object:
    found = next(field for field in fields(Schema) if field.name == name)
    return found.default_factory() if found.default_factory is not MISSING else found.default


_MEANING: Final = tuple(field.name for field in fields(Schema) if field.name not in _ANNOTATIONS)
_OWN: Final = tuple((name, _default(name)) for name in _MEANING if name not in _PARTS | {"discriminator"})


def says_anything(schema: Schema) -> bool:
    """Tell whether a schema says by keywords of its own which values are valid, beside what it is put together from."""
    return any(getattr(schema, name) != default for name, default in _OWN)


def same_values(old: Schema, new: Schema, means_same: MeansSame) -> bool:
    """Tell whether two schemas say the same about values; annotations and the order of names do not count."""
    return all(_same(getattr(old, name), getattr(new, name), name, means_same) for name in _MEANING)


def canonical(value: Json | Absent) -> str:
    """Return a text that is the same for equal values (JSON Schema 2020-12, 4.2.2: `1` is `1.0`, and not `true`)."""
    return "" if isinstance(value, Absent) else json.dumps(_plain(value), sort_keys=True, ensure_ascii=False)


def small(value: Json) -> Json:
    """Return the value, or a digest of it where it is too long to be shown or compared by people."""
    text = canonical(value)
    return value if len(text) <= _LONGEST else f"sha256:{hashlib.sha256(text.encode()).hexdigest()[:16]}"


def _plain(value: Json) -> Json:
    match value:
        case dict():
            return {key: _plain(child) for key, child in value.items()}
        case list() | tuple():
            return [_plain(child) for child in value]
        case float() if value.is_integer():
            return int(value)
        case _:
            return value


def _same(old: object, new: object, name: str, means_same: MeansSame) -> bool:
    match old, new:
        case Schema(), Schema():
            return same_values(old, new, means_same)
        case str(), str() if name == "ref":
            return means_same(old, new)
        case Discriminator(), Discriminator():
            names_agree = old.property_name == new.property_name
            return names_agree and _same(old.mapping, new.mapping, "ref", means_same)
        case Mapping(), Mapping():
            return old.keys() == new.keys() and all(_same(old[key], new[key], name, means_same) for key in old)
        case tuple(), tuple() if name in {"types", "required"}:
            return set(old) == set(new)
        case tuple(), tuple() if name == "enum":
            return {canonical(value) for value in old} == {canonical(value) for value in new}
        case tuple(), tuple():
            return len(old) == len(new) and all(map(lambda a, b: _same(a, b, name, means_same), old, new))
        case _:
            return type(old) is type(new) and old == new
