"""The place of every value in a JSON or YAML text that has been read without problems.

In JSON it walks down from the root and lets the standard library's scanner, which is written in C, skip what is not on
the way. In YAML it makes an index of the whole text, once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from json import JSONDecoder
from typing import TYPE_CHECKING, Final, NamedTuple

import yaml

from specloom.source.yaml_syntax import is_merge_key, merge, offset_of, parse_events

if TYPE_CHECKING:
    from collections.abc import Iterator

    from specloom.findings import Pointer


class _Open(NamedTuple):
    name_at: int
    value_at: int
    value: _Node


@dataclass(slots=True, eq=False, repr=False)
class _Node:
    """A value and where its members are. Items of a list are called by their index, as in a pointer."""

    members: dict[str, _Open] = field(default_factory=dict)
    written: str = ""
    is_list: bool = False
    name: tuple[str, int] | None = None
    """The member whose value comes next, and where its name stands."""
    merging: bool = False
    merged: list[dict[str, _Open]] = field(default_factory=list)


_LEAF: Final = _Node()
"""A value without members: most are, and nobody asks what is written there."""


class YamlPlaces:
    """An index of `text`, made once."""

    def __init__(self, text: str) -> None:
        self._root = _index(text)

    def find(self, pointer: Pointer, *, key: bool) -> int:
        """Return the offset of a value or its name, or of the value of its deepest existing ancestor."""
        place = self._root
        for segment in pointer:
            below = place.value.members.get(segment)
            if below is None:
                return place.value_at
            place = below
        return place.name_at if key else place.value_at


def _index(text: str) -> _Open:
    stack = [_Node(is_list=True)]
    starts: list[int] = []
    anchors: dict[str, _Node] = {}
    for event in parse_events(text):
        if isinstance(event, yaml.ScalarEvent):
            _add_scalar(stack[-1], event, anchors)
            continue
        match event:
            case yaml.CollectionStartEvent():
                stack.append(_Node(is_list=isinstance(event, yaml.SequenceStartEvent)))
                starts.append(offset_of(event))
                if event.anchor is not None:
                    anchors[event.anchor] = stack[-1]
            case yaml.CollectionEndEvent():
                node = stack.pop()
                node.members = merge(node.members, node.merged) if node.merged else node.members
                _add(stack[-1], node, starts.pop(), event)
            case yaml.AliasEvent():
                _add(stack[-1], anchors[str(event.anchor)], offset_of(event), event)
    return stack[0].members.get("0", _Open(0, 0, _Node()))


def _add_scalar(parent: _Node, event: yaml.ScalarEvent, anchors: dict[str, _Node]) -> None:
    if event.anchor is not None:
        anchors[event.anchor] = node = _Node(written=event.value)
        _add(parent, node, offset_of(event), event)
    elif parent.is_list or parent.name is not None:
        _add(parent, _LEAF, offset_of(event), event)
    else:
        parent.name, parent.merging = (event.value, offset_of(event)), is_merge_key(event)


def _add(parent: _Node, node: _Node, offset: int, event: yaml.Event) -> None:
    """Make `node` the next thing in `parent`: an item, a name, or the value of the name before it."""
    if parent.is_list:
        parent.members[str(len(parent.members))] = _Open(offset, offset, node)
    elif parent.name is None:
        parent.name = (node.written, offset)
        parent.merging = is_merge_key(event)
    else:
        if parent.merging:
            parent.merged = [item.value.members for item in node.members.values()] if node.is_list else [node.members]
        else:
            parent.members[parent.name[0]] = _Open(parent.name[1], offset, node)
        parent.name = None


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
