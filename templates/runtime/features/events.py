"""Event streams as the HTML standard defines them (server-sent events, 9.2.5 and 9.2.6)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from ..response import read_text
from .frames import BOM, Frame, Splitter, too_large
from .streams import END, NOTHING, Reader, decode_item

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..response import Source
    from .frames import Frames, Item
    from .streams import Signal

T = TypeVar("T")
_DIGITS = re.compile(rb"[0-9]{1,15}")
_DONE = b"[DONE]"
TEXT: Final = object()
"""Stands for data that is text as it is."""


@dataclass(frozen=True, slots=True)
class Event(Generic[T]):
    """One event of a stream.

    Attributes:
        data: What it says.
        event: Its type; `message` where the server names none.
        id: The last id that the server gave, to this event or one before; empty where it gave none.
        retry: Milliseconds after which the server wants to be asked again where the stream breaks, if it says so here.
    """

    data: T
    event: str = "message"
    id: str = ""
    retry: int | None = None


class EventFrames:
    """Finds the events of a stream; `last_id` is that of the last one before this stream."""

    def __init__(self, limit: int | None, last_id: str = "") -> None:
        self._lines, self._limit = Splitter(b"\n", limit), float("inf") if limit is None else limit
        self._is_begun = self._ends_in_return = False
        self._data: list[bytes] = []
        """The lines of data since the last event."""
        self._counted = self._size = 0
        """How many of them were counted, and their bytes."""
        self._has_news = False
        """Whether another field stands between them."""
        self._event = ""
        self._id = self._told_id = last_id
        self._retry: int | None = None

    def feed(self, piece: bytes) -> list[Item]:
        """Return the events that a piece completes."""
        if b"\r" in piece or self._ends_in_return:
            piece = self._with_line_feeds(piece)
        lines = self._lines.feed(piece)
        if lines and not self._is_begun:
            self._is_begun, lines[0] = True, lines[0].removeprefix(BOM)
        items: list[Item] = []
        data = self._data
        for line in lines:
            if line.startswith(b"data: "):
                data.append(line[6:])
            elif line:
                self._field(line)
            elif self._has_news or len(data) != 1:
                items += self._dispatched()
            else:
                items.append(data.pop())
        if len(data) > 1:
            self._check_size()
        return items

    def finish(self) -> list[Item]:
        """Return no event: one that nothing ends is no event. Where there is the beginning of one, it is told."""
        if not self._data and not self._lines.rest().startswith(b"data"):
            return []
        return [Frame(None, id=self._told_id, problem="the stream ends within an event, which is left out")]

    def _with_line_feeds(self, piece: bytes) -> bytes:
        """Return a piece with a line feed for each end of a line: CR and LF, also in two pieces, or one of both."""
        if self._ends_in_return and piece:
            piece, self._ends_in_return = piece.removeprefix(b"\n"), False
        if piece:
            self._ends_in_return = piece.endswith(b"\r")
        return piece.replace(b"\r\n", b"\n").replace(b"\r", b"\n")

    def _check_size(self) -> None:
        more = self._data[self._counted :]  # an event may have millions of lines, and come in thousands of pieces
        self._counted += len(more)
        self._size += sum(map(len, more)) + len(more)
        if self._size > self._limit:
            raise too_large(self._limit)

    def _field(self, line: bytes) -> None:
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        match name:
            case b"data":
                self._data.append(value)
                return
            case b"event":
                self._event = value.decode("utf-8", "replace")
            case b"id" if b"\0" not in value:
                self._id = value.decode("utf-8", "replace")
            case b"retry" if _DIGITS.fullmatch(value):
                self._retry = int(value)
            case _:
                return  # comments have an empty name, and fields with other names are ignored
        self._has_news = True

    def _dispatched(self) -> list[Item]:
        """Return the event that an empty line ends. Without data there is none, but id and time hold."""
        self._check_size()
        data, event, retry = b"\n".join(self._data) if self._data else None, self._event, self._retry
        is_news = self._id != self._told_id or retry is not None
        self._data.clear()
        self._counted = self._size = 0
        self._has_news, self._event, self._retry, self._told_id = False, "", None, self._id
        if data is None:
            return [Frame(None, "message", self._id, retry)] if is_news else []
        return [Frame(data, event or "message", self._id, retry)]


class EventData(Reader[T]):
    """Reads a stream whose events have JSON as their data, and gives what that says.

    An event with empty data gives nothing, and the data `[DONE]`, which is no JSON, ends the stream.
    """

    expected = "an event stream"

    def frames(self, limit: int | None, last_id: str) -> Frames:
        """Return what finds the events."""
        return EventFrames(limit, last_id)

    def read(self, source: Source, frame: Frame) -> T | Signal:
        """Return the data of an event."""
        if frame.content == _DONE:
            return END
        return super().read(source, frame) if frame.content else NOTHING


class Events(Reader[Event[Any]]):
    """Reads a stream of events, and gives them whole. Data that is JSON can end the stream: see `EventData`.

    Args:
        data: The type of their data where that is JSON; `TEXT` where it is text.
        by_type: The same for events of some types, which go before.
    """

    expected = "an event stream"
    is_bare = False

    def __init__(self, data: object, by_type: Mapping[str, object] | None = None) -> None:
        super().__init__(data)
        self._by_type = by_type or {}

    def frames(self, limit: int | None, last_id: str) -> Frames:
        """Return what finds the events."""
        return EventFrames(limit, last_id)

    def read(self, source: Source, frame: Frame) -> Event[Any] | Signal:
        """Return an event."""
        kind = self._by_type.get(frame.event, self.kind)
        data: object
        if kind is TEXT:
            data = read_text(source)
        elif frame.content == _DONE:
            return END
        else:
            data = decode_item(source, kind) if frame.content else None
        return Event(data, frame.event, frame.id or "", frame.retry)
