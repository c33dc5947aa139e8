"""The place of every value in a YAML text that has been read without problems."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import yaml

from specloom.findings import Pointer
from specloom.source.yaml_events import is_merge_key, merge, offset_of, parse_events

__all__ = ["YamlPlaces"]


class _Place(NamedTuple):
    name_at: int
    value_at: int
    value: _Node


@dataclass(slots=True)
class _Node:
    """A value and where its members are. Items of a list are called by their index, as in a pointer."""

    members: dict[str, _Place] = field(default_factory=dict)
    written: str = ""
    is_list: bool = False
    name: tuple[str, int] | None = None
    """The member whose value comes next, and where its name stands."""
    merging: bool = False
    merged: list[dict[str, _Place]] = field(default_factory=list)


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


def _index(text: str) -> _Place:
    stack = [_Node(is_list=True)]
    starts: list[int] = []
    anchors: dict[str, _Node] = {}
    for event in parse_events(text):
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
            case yaml.ScalarEvent():
                node = _Node(written=event.value)
                if event.anchor is not None:
                    anchors[event.anchor] = node
                _add(stack[-1], node, offset_of(event), event)
            case yaml.AliasEvent():
                _add(stack[-1], anchors[str(event.anchor)], offset_of(event), event)
    return stack[0].members.get("0", _Place(0, 0, _Node()))


def _add(parent: _Node, node: _Node, offset: int, event: yaml.Event) -> None:
    """Make `node` the next thing in `parent`: an item, a name, or the value of the name before it."""
    if parent.is_list:
        parent.members[str(len(parent.members))] = _Place(offset, offset, node)
    elif parent.name is None:
        parent.name = (node.written, offset)
        parent.merging = is_merge_key(event)
    else:
        if parent.merging:
            parent.merged = [item.value.members for item in node.members.values()] if node.is_list else [node.members]
        else:
            parent.members[parent.name[0]] = _Place(parent.name[1], offset, node)
        parent.name = None
