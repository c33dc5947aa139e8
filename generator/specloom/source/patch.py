"""A document with one of its values changed, which says of what came that it stands where the other was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from specloom.record import replace
from specloom.source.origin import Origin

if TYPE_CHECKING:
    from specloom.findings import Pointer
    from specloom.source.file import Json, SourceFile


def put_value(document: SourceFile, pointer: Pointer, value: Json) -> SourceFile:
    """Return a document that has `value` at `pointer`. Objects around it that do not exist are made."""
    return _change(document, pointer, (value,))


def remove_value(document: SourceFile, pointer: Pointer) -> SourceFile:
    """Return a document without what stands at `pointer`."""
    return _change(document, pointer, ())


def _change(document: SourceFile, pointer: Pointer, new: tuple[Json, ...]) -> SourceFile:
    data: Any = document.data
    value = data = data.copy()
    origin = origins = document.origins.copy() if document.origins else Origin(document, ())
    for segment in pointer[:-1]:
        key = int(segment) if isinstance(value, list) else segment
        child = value.get(key) if isinstance(value, dict) else value[key]
        value[key] = child = child.copy() if isinstance(child, (dict, list)) else {}
        below = origin.below(segment).copy()
        origin.put(segment, below)
        value, origin = child, below
    _set(value, origin, pointer[-1], new)
    return replace(document, data=data, origins=origins)


def _set(value: Any, origin: Origin, name: str, new: tuple[Json, ...]) -> None:  # noqa: ANN401 - a JSON value
    """Change one member of an object or a list, both being copies."""
    there = origin.below(name)
    if isinstance(value, list):
        items = origin.list_items(len(value))
        value[int(name) : int(name) + 1] = new
        items[int(name) : int(name) + 1] = [Origin(there.source, there.pointer) for _ in new]
    elif new:
        value[name] = new[0]
        origin.put(name, Origin(there.source, there.pointer))
    else:
        value.pop(name, None)
        origin.remove(name)
