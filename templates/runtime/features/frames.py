"""The bytes of a streamed answer → its items, each still as bytes. Pure: nothing here reads, and nothing decodes."""

from __future__ import annotations

from typing import NamedTuple, Protocol, TypeAlias

from ..encoding import read_json
from ..errors import TooLargeError

BOM = b"\xef\xbb\xbf"
_SEPARATOR = b"\x1e"
_WHITESPACE = b" \t\n\r"
_SELF_DELIMITED = (b"{", b"[", b'"')


class Frame(NamedTuple):
    """An item of which there is more to know than its bytes, or news about the stream."""

    content: bytes | None
    """None where there is no item: then the rest says what there is to know."""
    event: str = "message"
    id: str | None = None
    """The last id that the stream has had; None where streams of this kind have none."""
    retry: int | None = None
    """Milliseconds to wait before asking again."""
    problem: str = ""
    """How the stream differs from what its media type allows; empty: not at all."""


Item: TypeAlias = bytes | Frame
"""One item of a stream as it came: bytes where that is all there is to know."""


class Frames(Protocol):
    """Finds items in a body that comes in pieces, cut anywhere."""

    def feed(self, piece: bytes) -> list[Item]:
        """Return the items that a piece completes.

        Raises:
            TooLargeError: An item has more bytes than are held.
        """
        ...

    def finish(self) -> list[Item]:
        """Return what the end of the body completes."""
        ...


class Splitter:
    """Cuts a body at each occurrence of a byte, holding no more than the limit of a part that is not complete."""

    def __init__(self, separator: bytes, limit: int | None) -> None:
        self._separator, self._limit = separator, float("inf") if limit is None else limit
        self._held: list[bytes] = []
        self.size = 0
        """Bytes of the part that is not complete."""

    def feed(self, piece: bytes) -> list[bytes]:
        """Return the parts that a piece completes.

        Raises:
            TooLargeError: A part has more bytes than are held.
        """
        first, *others = piece.split(self._separator)
        self._held.append(first)
        self.size += len(first)
        if self.size > self._limit:
            raise too_large(self._limit)
        if not others:
            return []
        parts = [b"".join(self._held), *others]
        last = parts.pop()
        if max(map(len, others)) > self._limit:
            raise too_large(self._limit)
        self._held, self.size = [last], len(last)
        return parts

    def rest(self) -> bytes:
        """Return the part that is not complete."""
        self._held = [b"".join(self._held)]
        return self._held[0]

    def drop(self) -> None:
        """Forget the part that is not complete."""
        self._held, self.size = [], 0


def too_large(limit: float) -> TooLargeError:
    """Return the error for an item with more bytes than are held."""
    return TooLargeError(f"an item of the stream has more than {limit:.0f} bytes; raise max_response_bytes")


class LineFrames:
    """JSON lines (jsonlines.org, and NDJSON): one value a line. Empty lines are none; the last needs no end."""

    def __init__(self, limit: int | None) -> None:
        self._lines = Splitter(b"\n", limit)
        self._is_begun = False

    def feed(self, piece: bytes) -> list[Item]:
        """Return the values of the lines that a piece completes."""
        return self._frames(self._lines.feed(piece))

    def finish(self) -> list[Item]:
        """Return the value of a last line without an end."""
        return self._frames([self._lines.rest()])

    def _frames(self, lines: list[bytes]) -> list[Item]:
        if lines and not self._is_begun:
            self._is_begun, lines[0] = True, lines[0].removeprefix(BOM)
        return [line for line in lines if line.strip(_WHITESPACE)]


class SequenceFrames:
    """A sequence of JSON texts (RFC 7464): each begins with a record separator and ends with a line feed.

    An item is complete when the next one begins, or when it ends with a line feed and can be read.
    """

    def __init__(self, limit: int | None) -> None:
        self._records = Splitter(_SEPARATOR, limit)
        self._is_begun = False
        self._tried = 0

    def feed(self, piece: bytes) -> list[Item]:
        """Return the items that a piece completes."""
        frames = self._frames(self._records.feed(piece))
        # To wait for the next item would give each too late. What could not be read is tried again when it has
        # doubled, so that an item in many pieces costs no more than the reading of it twice.
        if frames:
            self._tried = 0
        if self._is_begun and piece.endswith(b"\n") and self._records.size >= 2 * self._tried:
            self._tried = self._records.size
            if _is_json(record := self._records.rest()):
                self._tried = 0
                self._records.drop()
                frames += self._frames([record])
        return frames

    def finish(self) -> list[Item]:
        """Return the last item."""
        return self._frames([self._records.rest()])

    def _frames(self, records: list[bytes]) -> list[Item]:
        return [frame for record in records if (frame := self._frame(record))]

    def _frame(self, record: bytes) -> Item | None:
        is_begun, self._is_begun = self._is_begun, True
        text = record.strip(_WHITESPACE)
        if not text or (not is_begun and text == BOM):
            return None
        if not is_begun:
            return Frame(record, problem="the sequence does not begin with a record separator")
        if not text.startswith(_SELF_DELIMITED) and not record.endswith((b"\n", b" ", b"\t", b"\r")):
            # RFC 7464, 2.4: `12` may be what is left of `123`.
            return Frame(None, problem="an item of the sequence is cut, and left out")
        return record


def _is_json(text: bytes) -> bool:
    try:
        read_json(text)
    except (ValueError, RecursionError):
        return False
    return True


class WholeFrame:
    """One value that came in the place of a stream.

    Args:
        limit: The most bytes that it may have; None: any number.
        problem: What is wrong with that; empty: nothing.
    """

    def __init__(self, limit: int | None, problem: str = "") -> None:
        self._limit, self._problem = float("inf") if limit is None else limit, problem
        self._held = bytearray()

    def feed(self, piece: bytes) -> list[Item]:
        """Hold a piece."""
        if len(self._held) + len(piece) > self._limit:
            raise too_large(self._limit)
        self._held += piece
        return []

    def finish(self) -> list[Item]:
        """Return it."""
        return [Frame(bytes(self._held), problem=self._problem)]
