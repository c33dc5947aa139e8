"""Which parts of two versions of a description are the same to the letter: there is nothing to compare in them.

Two versions of a large description have most of their path items and components in common. A part that differs in the
order of members only counts as different, which costs time and no more.
"""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from specloom.findings import Pointer
    from specloom.source import Json
    from specloom.spec.index import DocumentIndex
    from specloom.spec.node import File, NodeKey

Part: TypeAlias = "NodeKey"
"""A path item, a component, or another member of a file's outermost object."""

_DEPTHS: Final = {"paths": 2, "webhooks": 2, "components": 3}
"""The length of the way to a part, by the member that it begins with."""
_BY_VALUE: Final = 2
"""The version of the format of `marshal` in which equal values are equal bytes: later ones refer to what was there."""


def part_of(key: NodeKey) -> Part:
    """Return the part that a value is in; the value itself where it holds parts."""
    file, pointer = key
    return file, pointer[: _DEPTHS.get(pointer[0], 1)] if pointer else pointer


def find_same_parts(old: DocumentIndex, new: DocumentIndex) -> frozenset[Part]:
    """Return the parts that both versions have at the same place, and that say the same and are the same objects."""
    known = {file.key: file for file in new.resolver.files.opened}
    both = [(file, known[file.key]) for file in old.resolver.files.opened if file.key in known]
    same = {part for before, after in both if before.version == after.version for part in _same_in(before, after)}
    same.difference_update(part_of(key) for key, kind in old.kinds.items() if new.kinds.get(key, kind) != kind)
    return frozenset(same)


def _same_in(old: File, new: File) -> Iterator[Part]:
    others = dict(_parts(new.data, ()))
    before, after = old.moved.left_out, new.moved.left_out
    places = [where for where in {**before, **after} if before.get(where) != after.get(where)]
    if places and old.version == "2.0":  # whose parts are written elsewhere
        return
    otherwise = {part_of((old.key, where))[1] for where in places}
    for pointer, value in _parts(old.data, ()):
        if pointer in others and pointer not in otherwise and _is_same(value, others[pointer]):
            yield old.key, pointer


def _parts(value: Json, pointer: Pointer) -> Iterator[tuple[Pointer, Json]]:
    """Yield the parts of a file, and where they are."""
    depth = _DEPTHS.get(pointer[0], 1) if pointer else 1
    if len(pointer) == depth:
        yield pointer, value
    elif isinstance(value, dict):
        for name, member in value.items():
            yield from _parts(member, (*pointer, name))


def _is_same(old: Json, new: Json) -> bool:
    """Tell whether two values are written alike. To Python `1` is `True`, to JSON it is not, nor to `marshal`."""
    try:
        return old == new and marshal.dumps(old, _BY_VALUE) == marshal.dumps(new, _BY_VALUE)
    except (RecursionError, ValueError):  # too deep for Python to say
        return False
