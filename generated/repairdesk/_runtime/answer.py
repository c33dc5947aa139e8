"""The HTTP library's responses, made safe to read: what a server says of text, size and time is not believed.

A body is decompressed here, piece by piece, and never further than it is wanted: the HTTP library would open a whole
piece at once, and a kilobyte can hold gigabytes.
"""

from __future__ import annotations

import codecs
import re
import sys
import zlib
from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING, Any, cast

import httpx

from .encoding import read_json
from .errors import TransportError

if TYPE_CHECKING:
    from .deadlines import Deadline

_BLOCK = 65_536
_MOST_CODINGS = 5
_WINDOWS = {"gzip": zlib.MAX_WBITS | 16, "x-gzip": zlib.MAX_WBITS | 16, "deflate": zlib.MAX_WBITS}
_MEMBER = b"\x1f\x8b\x08"
"""What a member of a gzip body begins with."""
_UNBOUNDED = frozenset({"br", "zstd"})
"""Codings that this package does not ask for, but that the HTTP library opens, where it can, all at once."""
_CHARSET = re.compile(r"""[;\s]charset=["']?([A-Za-z0-9._:-]{1,40})(?=["';\s]|$)""", re.ASCII | re.IGNORECASE)
_NOT_TEXT = frozenset(
    {"idna", "mbcs", "oem", "palmos", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"}
)
"""What Python has beside the character sets of the Internet ("Python Specific Encodings")."""


class TooLarge(httpx.TransportError):
    """The body is larger than the client holds."""


class Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    """The body of an answer, decompressed.

    Args:
        stream: The body as it comes.
        codings: How it is compressed, in the order in which that was done (RFC 9110, 8.4).
        deadline: When it has to be complete.
        limit: The most bytes it may have, before and after decompression; None: any number.

    Raises:
        httpx.DecodingError: It is compressed too often, or in a way nobody asked for.
    """

    def __init__(self, stream: Any, codings: list[str], deadline: Deadline, limit: int | None) -> None:
        if len(codings) > _MOST_CODINGS or not _UNBOUNDED.isdisjoint(codings):
            raise httpx.DecodingError("the body is compressed in a way that was not asked for")
        self._stream, self._deadline, self._limit = stream, deadline, float("inf") if limit is None else limit
        self._layers = [_Layer(coding) for coding in reversed(codings) if coding in _WINDOWS]
        self.is_opened = bool(self._layers)
        """Whether anything is decompressed."""
        self._size = 0

    def bound(self, deadline: Deadline) -> Deadline:
        """Let another deadline hold from now on, and return it."""
        self._deadline = deadline
        deadline.restart()
        return deadline

    def __iter__(self) -> Iterator[bytes]:
        pieces = iter(self._stream)
        while True:
            outer = sys.exception()
            try:
                piece: bytes | None = self._deadline.run(next, pieces, None)
            except BaseException as error:  # noqa: BLE001 - is raised again
                raise bare(error, outer)  # noqa: B904 - it is the same
            if piece is None:
                self._finish()
                return
            yield from self._opened(piece)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        pieces = aiter(self._stream)
        while True:
            outer = sys.exception()
            try:
                with self._deadline.running_async():
                    piece = await anext(pieces, None)
            except BaseException as error:  # noqa: BLE001 - is raised again
                raise bare(error, outer)  # noqa: B904 - it is the same
            if piece is None:
                self._finish()
                return
            for opened in self._opened(piece):
                yield opened

    def _finish(self) -> None:
        for layer in self._layers:
            layer.finish()

    def _opened(self, piece: bytes) -> Iterator[bytes]:
        """Decompress a piece, and refuse what makes the body too large or takes too long."""
        self._size += len(piece)
        if self._size > self._limit:
            raise TooLarge(str(self._limit))
        return self._through(piece, 0)

    def _through(self, piece: bytes, depth: int) -> Iterator[bytes]:
        if depth == len(self._layers):
            yield piece
            return
        layer = self._layers[depth]
        for opened in layer.open(piece):
            _ = self._deadline.left
            if layer.size > self._limit:
                raise TooLarge(str(self._limit))
            yield from self._through(opened, depth + 1)

    def close(self) -> None:
        """Leave the rest unread."""
        self._stream.close()

    async def aclose(self) -> None:
        """Leave the rest unread."""
        await self._stream.aclose()


class _Layer:
    """Opens one coding, a block at a time. A gzip body may have several members; what follows the last is left out."""

    def __init__(self, coding: str) -> None:
        self._window = _WINDOWS[coding]
        self._decompressor = zlib.decompressobj(self._window)
        self._may_be_bare = coding == "deflate"
        self._may_go_on = coding != "deflate"
        self._is_begun = False
        self._held: bytes = b""
        """What follows a member, as long as it is too short to tell whether it is one."""
        self.size = 0

    def open(self, data: bytes) -> Iterator[bytes]:
        self._is_begun = self._is_begun or bool(data)
        while data := self._next_member(data) if self._decompressor.eof else data:
            while not self._decompressor.eof:
                try:
                    block = self._decompressor.decompress(data, _BLOCK)
                except zlib.error as error:
                    if not self._may_be_bare:
                        raise httpx.DecodingError(str(error)) from None
                    # Many servers leave out the header that this coding should have (RFC 9110, 8.4.1.2).
                    self._decompressor, self._may_be_bare = zlib.decompressobj(-zlib.MAX_WBITS), False
                    continue
                self._may_be_bare = False
                data = self._decompressor.unconsumed_tail
                self.size += len(block)
                if block:
                    yield block
                if not data and len(block) < _BLOCK and not self._decompressor.eof:
                    return
            data = self._decompressor.unused_data

    def finish(self) -> None:
        """Refuse a body that is cut: only what is checked to its end is whole (RFC 1952, 2.3.1)."""
        if self._is_begun and not self._decompressor.eof:
            raise httpx.DecodingError("the body is cut")

    def _next_member(self, data: bytes) -> bytes:
        """Return what the next member begins with (RFC 1952, 2.2); empty where none is, or too little of it yet."""
        data, self._held = self._held + data, b""
        if not self._may_go_on or not data.startswith(_MEMBER[: len(data)]):
            self._may_go_on = False
            return b""
        if len(data) < len(_MEMBER):
            self._held = data
            return b""
        self._decompressor = zlib.decompressobj(self._window)
        return data


class Answer(httpx.Response):
    """A response whose text, and whose JSON, can be read whatever the server calls its character set."""

    @property
    def charset_encoding(self) -> str | None:
        """The character set that the answer names; None for none, and for what is no character set."""
        found = _CHARSET.search(self.headers.get("content-type", ""))
        try:
            name = codecs.lookup(found[1]).name.replace("_", "-") if found else ""
            _ = b"a".decode(name or "utf-8", "replace")
        except (LookupError, ValueError):
            return None
        if not found or name in _NOT_TEXT:
            return None
        if name in {"utf-16", "utf-32"} and self.is_stream_consumed and not self.content.startswith(_MARKS):
            return None
        return found[1]

    def iter_text(self, chunk_size: int | None = None) -> Iterator[str]:
        """Yield the text as it comes.

        Raises:
            TransportError: It is not in the character set that the answer names.
        """
        try:
            yield from super().iter_text(chunk_size)
        except UnicodeError:
            raise _broken_text() from None

    async def aiter_text(self, chunk_size: int | None = None) -> AsyncIterator[str]:
        """Yield the text as it comes, for asyncio and trio.

        Raises:
            TransportError: It is not in the character set that the answer names.
        """
        try:
            async for text in super().aiter_text(chunk_size):
                yield text
        except UnicodeError:
            raise _broken_text() from None

    def json(self, **options: Any) -> Any:
        """Return the body's JSON value.

        Raises:
            ValueError: It is no JSON, or nests too deep.
        """
        return super().json(**options) if options else read_json(self.content)


_MARKS = (codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF32_LE)


def _broken_text() -> TransportError:
    return TransportError("the answer's text is not in the character set that the answer names")


def bare(error: BaseException, outer: BaseException | None) -> BaseException:
    """Return an exception without the frames it came through: their variables hold credentials.

    Those that it came from lose theirs, too. What was being handled when the work began (`outer`) keeps its own.
    """
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is not None and isinstance(error, Exception) and not isinstance(error, httpx.HTTPError):
        where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
        error.add_note(f"raised at {where}; the frames between are left out, as they hold credentials")
    waiting, seen = [error], {id(outer)}
    while waiting:
        each = waiting.pop()
        if id(each) not in seen:
            seen.add(id(each))
            each.__traceback__ = None
            waiting += filter(None, [each.__cause__, each.__context__])
            if isinstance(each, BaseExceptionGroup):
                waiting += cast("BaseExceptionGroup[BaseException]", each).exceptions
    return error
