"""Where the values of a document were written that overlays, or what is assumed of an old version, have changed."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from specloom.findings import Location, Pointer, Source
from specloom.source.pointer import find_member

if TYPE_CHECKING:
    from specloom.source.file import Json


@dataclass(slots=True)
class Origin:
    """Where one value was written, and those of its members that were written elsewhere."""

    source: Source
    pointer: Pointer
    members: dict[str, Origin] = field(default_factory=dict)
    """The members that are not found below `pointer`, and those that have such members."""
    items: list[Origin] | None = None
    """The items of a list that are not all found below `pointer`, in their order; None: they are."""
    removed: dict[str, Location] = field(default_factory=dict)
    """The members that an overlay takes out, and where it does. Items are known by what they are: others have their
    number now."""

    def below(self, segment: str) -> Origin:
        """Return the origin of a member. One that does not exist stands where this value does."""
        if self.items is None:
            return self.members.get(segment) or Origin(self.source, (*self.pointer, segment))
        exists = segment.isdecimal() and int(segment) < len(self.items)
        return self.items[int(segment)] if exists else Origin(self.source, self.pointer)

    def find(self, pointer: Pointer) -> tuple[Source, Pointer]:
        """Return the file and the pointer in it where the value at `pointer` was written."""
        origin = self
        for segment in pointer:
            origin = origin.below(segment)
        return origin.source, origin.pointer

    def remover(self, pointer: Pointer, data: Json = None) -> Location | None:
        """Return where an overlay takes out what stood at `pointer` of `data`; None where none does."""
        origin = self
        for segment in pointer:
            (data,) = find_member(data, segment) or (None,)
            known_by = segment if origin.items is None else _item_key(data)
            if known_by in origin.removed:
                return origin.removed[known_by]
            left = (each for each in origin.items or () if each.pointer[-1:] == (segment,))
            origin = next(left, None) or origin.below(segment)
        return None

    def put(self, segment: str, origin: Origin) -> None:
        """Say where a member was written."""
        self.removed.pop(segment, None)
        if self.items is None:
            self.members[segment] = origin
        else:
            self.items[int(segment)] = origin

    def remove(self, segment: str, by: Location | None = None) -> None:
        """Forget a member that is gone, and remember where an overlay takes it out."""
        self.members.pop(segment, None)
        if by is not None:
            self.removed[segment] = by

    def remove_items(self, gone: Collection[int], values: list[Json], by: Location) -> None:
        """Forget items of a list that had `values`, and remember where an overlay takes them out."""
        self.items = [each for index, each in enumerate(self.list_items(len(values))) if index not in gone]
        self.removed.update({_item_key(values[index]): by for index in gone})

    def list_items(self, length: int) -> list[Origin]:
        """Return the origins of all items of a list, which may be changed from now on."""
        if self.items is None:
            self.items = [self.below(str(index)) for index in range(length)]
            self.members = {}
        return self.items

    def copy(self) -> Origin:
        """Return an origin that can be changed without changing this one; the origins of members are shared."""
        items = None if self.items is None else [*self.items]
        return Origin(self.source, self.pointer, self.members.copy(), items, self.removed.copy())


def _item_key(value: Json) -> str:
    return json.dumps(value, sort_keys=True)
