"""Where two versions of a description have different values: most of a large one stays as it is."""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Mapping
from typing import Final

from specloom.findings import Pointer
from specloom.source import Json
from specloom.spec.document import ABSENT, Absent
from specloom.spec.index import DocumentIndex
from specloom.spec.node import NodeKey

_BY_VALUE: Final = 2
"""The version of the format of `marshal` in which equal values are equal bytes: later ones refer to what was there."""
_OBJECTS: Final = (dict, list, bool)
"""What is an object, has some, or is a schema without words."""


def find_different(old: DocumentIndex, new: DocumentIndex) -> Iterator[NodeKey]:
    """Yield the places that only one version has, or where both do not have the same value or the same object.

    What is in a value that is different may be the same.
    """
    before, after = _values(old), _values(new)
    for file, pointer in before.keys() | after.keys():
        values = before.get((file, pointer), ABSENT), after.get((file, pointer), ABSENT)
        yield from ((file, each) for each in different_places(*values, pointer))
    # Where the same value is another object, this or something around it is what references expect it to be.
    targets = {target.key for _, target in (*old.references, *new.references)}
    if any(old.kinds.get(key, "") != kind for key in targets if (kind := new.kinds.get(key, "")) and key in old.kinds):
        yield from (key for key, kind in old.kinds.items() if new.kinds.get(key, kind) != kind)


def _values(index: DocumentIndex) -> Mapping[NodeKey, Json]:
    """Return the values of all files in the terms of OpenAPI 3.1: whole documents, and what else is referred to."""
    files = index.resolver.files.opened
    fragments = {(file.key, pointer): value for file in files for pointer, value in file.fragments.items()}
    return fragments | {(file.key, ()): file.data for file in files if file.complete}


def different_places(old: Json | Absent, new: Json | Absent, pointer: Pointer) -> Iterator[Pointer]:
    """Yield the place of two values, and of what in them may be an object, where both are not written alike."""
    waiting = [(old, new, pointer)]
    while waiting:
        old, new, pointer = waiting.pop()
        if not _is_same(old, new):
            yield pointer
            was, now = _members(old), _members(new)
            inner = ((was.get(key, ABSENT), now.get(key, ABSENT), (*pointer, key)) for key in was.keys() | now.keys())
            waiting += (each for each in inner if isinstance(each[0], _OBJECTS) or isinstance(each[1], _OBJECTS))


def _members(value: Json | Absent) -> Mapping[str, Json]:
    if isinstance(value, list):
        return {str(index): each for index, each in enumerate(value)}
    return value if isinstance(value, dict) else {}


def _is_same(old: Json | Absent, new: Json | Absent) -> bool:
    """Tell whether two values are written alike. To Python `1` is `True`, to JSON it is not, nor to `marshal`.

    Values that differ in the order of members only count as different, which costs time and no more.
    """
    if old is ABSENT or new is ABSENT:
        return False
    try:
        return old == new and (isinstance(old, str) or marshal.dumps(old, _BY_VALUE) == marshal.dumps(new, _BY_VALUE))
    except (RecursionError, ValueError):  # too deep for Python to say
        return False
