"""What is mechanical in single findings: which edit of the document makes the rule hold, where only one is meant."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from specloom.findings import Pointer
from specloom.ir.formats import KNOWN_FORMATS
from specloom.lint.schemas import meant_format
from specloom.source import Json, find_value
from specloom.source.edit import Add, Edit, Quote, Remove, Rename, Replace
from specloom.spec.objects import OBJECTS
from specloom.spec.repair import VALUES, without_quotes
from specloom.spec.upgrade_schema import EXCLUSIVE_BOUNDS

_TEXT_ENDS: Final[Mapping[str, str]] = {r"\A": "^", r"\Z": "$"}
_ESCAPE: Final = re.compile(r"\\.")
_RANGE: Final = re.compile(r"[1-5]xx")
_WORDS: Final = frozenset((*(word for kind in OBJECTS.values() for word in kind.words.items()), *VALUES.items()))
"""Members that are texts, or lists of them, wherever they are: what looks like a number or a boolean lacks quotes."""
_BARE: Final = {name: value_type for kind in OBJECTS.values() for name, value_type in kind.bare.items()}
_OTHER: Final = frozenset({"$ref", "allOf", "anyOf", "oneOf", "enum", "const"})
"""Keywords beside `nullable` that leave open how null is to be allowed."""


def mend(rule: str, data: Json, pointer: Pointer) -> Sequence[Edit]:
    """Return the edits that make a rule hold where a finding says that it does not; none where somebody has to decide.

    The data are the document as it is written, the pointer is the place of the finding.
    """
    found = find_value(data, pointer)
    return _MENDS[rule](data, pointer, found[0]) if rule in _MENDS and found and pointer else ()


def _repeated(data: Json, pointer: Pointer, value: Json) -> Sequence[Edit]:
    (values,) = find_value(data, pointer[:-1])
    before = values[: int(pointer[-1])] if isinstance(values, list) else []
    return (Remove(pointer),) if _text(value) in map(_text, before) else ()


def _text(value: Json) -> str:
    return json.dumps(value, sort_keys=True)


def _pattern(_: Json, pointer: Pointer, value: Json) -> Sequence[Edit]:
    if not isinstance(value, str):
        return ()
    plain = _ESCAPE.sub(lambda found: _TEXT_ENDS.get(found[0], found[0]), value)
    return (Replace(pointer, plain),) if plain != value else ()


def _format(_: Json, pointer: Pointer, value: Json) -> Sequence[Edit]:
    meant = meant_format(value) if isinstance(value, str) and value not in KNOWN_FORMATS else None
    return (Replace(pointer, meant),) if meant else ()


def _range(_: Json, pointer: Pointer, __: Json) -> Sequence[Edit]:
    return (Rename(pointer, pointer[-1].upper()),) if _RANGE.fullmatch(pointer[-1]) else ()


def _required(_: Json, pointer: Pointer, value: Json) -> Sequence[Edit]:
    if not isinstance(value, dict) or value.get("in") != "path":
        return ()
    if "required" in value:
        return (Replace((*pointer, "required"), True),)
    return (Add(pointer, "required", True, "in"),)


def _nullable(data: Json, pointer: Pointer, value: Json) -> Sequence[Edit]:
    (schema,) = find_value(data, pointer[:-1])
    if pointer[-1] != "nullable" or not isinstance(schema, dict):
        return ()
    kind = schema.get("type")
    if value is False:
        return (Remove(pointer),)
    if value is not True or not isinstance(kind, str) or not _OTHER.isdisjoint(schema):
        return ()
    return Replace((*pointer[:-1], "type"), [kind, "null"]), Remove(pointer)


def _type(data: Json, pointer: Pointer, value: Json) -> Sequence[Edit]:
    (around,) = find_value(data, pointer[:-1])
    word = (pointer[-2], True) if isinstance(around, list) else (pointer[-1], False)
    if isinstance(value, int | float) and word in _WORDS:
        return (Quote(pointer),)
    if isinstance(value, str) and pointer[-1] in _BARE:
        bare = without_quotes(value, _BARE[pointer[-1]])
        return () if bare is None else (Replace(pointer, bare),)
    exclusive = {name: bound for name, bound in EXCLUSIVE_BOUNDS if name == pointer[-1]}
    if isinstance(around, dict) and isinstance(value, bool) and exclusive:
        bound = exclusive[pointer[-1]]
        if value is False:
            return (Remove(pointer),)
        if bound in around:
            return Replace(pointer, around[bound]), Remove((*pointer[:-1], bound))
    if isinstance(around, dict) and isinstance(value, list) and pointer[-1] == "items":
        return () if {"prefixItems", "additionalItems"} & around.keys() else (Rename(pointer, "prefixItems"),)
    return ()


_MENDS: Final[Mapping[str, Callable[[Json, Pointer, Json], Sequence[Edit]]]] = {
    "repeated-value": _repeated,
    "foreign-pattern": _pattern,
    "misspelt-format": _format,
    "wrong-status-code": _range,
    "optional-path-parameter": _required,
    "unknown-member": _nullable,
    "wrong-type": _type,
}
MENDED: Final = frozenset(_MENDS)
"""The rules whose findings can be mended where they stand."""
