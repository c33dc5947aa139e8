"""Answers that come item by item, but for some statuses: there the answer is one value, and the one item."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..configuration import status_key
from ..response import read_text
from .frames import WholeFrame
from .streams import Reader, decode_item

if TYPE_CHECKING:
    from ..response import Source
    from .frames import Frame, Frames
    from .streams import Signal


class StreamOrValue(Reader[Any]):
    """Reads a stream, or an answer that is one value, by its status.

    Args:
        items: What reads the stream.
        kinds: A code, or a range such as `"2XX"` → the type of the one value; None says that it is the stream, bytes
            that the body is given as it is, and str that it is text.
    """

    def __init__(self, items: Reader[Any], kinds: Mapping[int | str, object]) -> None:
        super().__init__(items.kind)
        self._items, self._kinds = items, kinds

    def of(self, status: int) -> Reader[Any]:
        """Return what reads an answer of a status."""
        key = status_key(status, self._kinds)
        kind = None if key is None else self._kinds[key]
        return self._items if kind is None else _Value(kind)

    def frames(self, limit: int | None, last_id: str) -> Frames:
        """Return what finds the items of the stream."""
        return self._items.frames(limit, last_id)


class _Value(Reader[Any]):
    """Reads an answer that is one value."""

    is_bare = False

    def frames(self, limit: int | None, last_id: str) -> Frames:  # noqa: ARG002 - of event streams
        """Return what holds the body."""
        return WholeFrame(limit)

    def read(self, source: Source, frame: Frame) -> Any | Signal:  # noqa: ARG002 - of event streams
        """Return the value."""
        if self.kind is bytes:
            return source.content
        return read_text(source) if self.kind is str else decode_item(source, self.kind)
