"""The place of every value in a JSON text that has been read without problems.

It walks down from the root and lets the standard library's scanner, which is written in C, skip what is not on the way.
"""

from __future__ import annotations

import re
from json import JSONDecoder
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from specloom.findings import Pointer


_SPACE = re.compile(r"[ \t\n]*")
_decode_value = JSONDecoder().raw_decode


class _Place(NamedTuple):
    name_at: int
    value_at: int


class JsonPlaces:
    """Finds places in `text` and remembers the members of each object and list on the way to them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._members: dict[int, _Members] = {}

    def find(self, pointer: Pointer, *, key: bool) -> int:
        """Return the offset of a value or its name, or of the value of its deepest existing ancestor."""
        start = _skip_space(self._text, 0)
        place = _Place(start, start)
        for segment in pointer:
            members = self._members.setdefault(place.value_at, _Members(self._text, place.value_at))
            below = members.get(segment)
            if below is None:
                return place.value_at
            place = below
        return place.name_at if key else place.value_at


class _Members:
    """Where the members of the value at `offset` are, looked up no further than the one asked for."""

    def __init__(self, text: str, offset: int) -> None:
        self._known: dict[str, _Place] = {}
        self._rest = _scan_members(text, offset)

    def get(self, name: str) -> _Place | None:
        if name not in self._known:
            for found, place in self._rest:
                self._known[found] = place
                if found == name:
                    break
        return self._known.get(name)


def _scan_members(text: str, offset: int) -> Iterator[tuple[str, _Place]]:
    """Yield the names and places of members. Items of a list are called by their index, as in a pointer."""
    opening, index = text[offset], 0
    if opening not in "{[":
        return
    at = _skip_space(text, offset + 1)
    while text[at] not in "}]":
        name_at, name = at, str(index)
        if opening == "{":
            name, at = _decode_value(text, at)
            at = _skip_space(text, _skip_space(text, at) + 1)  # the colon
        yield name, _Place(name_at, at)
        at = _skip_space(text, _decode_value(text, at)[1])
        at = _skip_space(text, at + 1) if text[at] == "," else at
        index += 1


def _skip_space(text: str, offset: int) -> int:
    match = _SPACE.match(text, offset)
    return match.end() if match else offset
