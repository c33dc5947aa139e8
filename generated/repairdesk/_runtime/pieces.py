"""Bodies that are read while they are sent, by blocking and by other clients. None of them is held as a whole."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from io import TextIOBase
from pathlib import Path
from typing import IO, Final, TypeAlias, TypeGuard, cast

__all__ = ["FileOfPath", "Pieces", "PiecesSource"]

PiecesSource: TypeAlias = Path | IO[bytes] | Iterable[bytes] | AsyncIterable[bytes]

_BLOCK: Final = 65_536


class Pieces:
    """A body in pieces: of a file, which asynchronous clients read in a thread, or as somebody else gives them.

    Args:
        source: A path, a file opened in binary mode, or an iterable of either kind. An open file is sent from where it
            stands.

    Raises:
        OSError: There is no file at the path.
        TypeError: The file is opened in text mode. Or it is nothing of these.
    """

    def __init__(self, source: PiecesSource) -> None:
        if not _has_pieces(source):
            raise TypeError(
                "a body is sent as it is: it has to be bytes, a text, a path, an open file or pieces of bytes, and"
                f" is of the type {type(source).__name__}"
            )
        if isinstance(source, TextIOBase):
            raise TypeError("a body is sent as it is: open the file in binary mode")
        self._source = source
        self._file: FileOfPath | IO[bytes] | None = None
        if isinstance(source, Path):
            self._file = FileOfPath(source)
        elif _is_file(source):
            self._file = source
        lasts = self._file is None and not isinstance(source, Iterator | AsyncIterable)
        self.is_repeatable = lasts or isinstance(source, Path)
        """Whether it can be sent a second time."""
        self.size = _size(self._file) if self._file is not None else None
        """In bytes; None where nobody knows."""

    def __iter__(self) -> Iterator[bytes]:
        if self._file is not None:
            if self.is_repeatable:
                self._file.seek(0)
            while block := self._file.read(_BLOCK):
                yield block
        elif isinstance(self._source, AsyncIterable):
            yield from _waited_for(self._source)
        else:
            yield from cast("Iterable[bytes]", self._source)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        if self._file is not None:
            from anyio.to_thread import run_sync  # for speed: blocking clients do without

            if self.is_repeatable:
                self._file.seek(0)
            while block := await run_sync(self._file.read, _BLOCK):
                yield block
        elif isinstance(self._source, AsyncIterable):
            async for piece in self._source:
                yield piece
        else:
            for piece in cast("Iterable[bytes]", self._source):
                yield piece


class FileOfPath:
    """A file that is open as long as it is read: from its first byte to its last.

    Raises:
        OSError: There is none at the path.
    """

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self._path = path
        self._file: IO[bytes] | None = None
        self._size = path.stat().st_size

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes; none at the end, where the file is closed."""
        if self._file is None:
            self._file = self._path.open("rb")
        block = self._file.read(size)
        if not block:
            self._close()
        return block

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to the beginning, or tell the size at the end."""
        if whence == os.SEEK_END:
            return self._size
        self._close()
        return offset

    def tell(self) -> int:
        """Say that it begins at its first byte."""
        return 0

    def seekable(self) -> bool:
        """Say that it can be read again."""
        return True

    def __del__(self) -> None:
        """Close it where nobody has read to its end: the server may have answered before."""
        self._close()

    def _close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def _has_pieces(source: object) -> bool:
    """Tell whether a value can be a body in pieces: what holds other things than bytes would end the call halfway."""
    if isinstance(source, list | tuple):
        pieces = cast("Iterable[object]", source)
        return all(isinstance(piece, bytes | bytearray | memoryview) for piece in pieces)
    is_source = isinstance(source, Path | Iterable | AsyncIterable) or _is_file(source)
    return is_source and not isinstance(source, str | Mapping | AbstractSet)


def _is_file(source: object) -> TypeGuard[IO[bytes]]:
    return hasattr(source, "read")


def _size(file: FileOfPath | IO[bytes]) -> int | None:
    """Return how many bytes there are from where a file stands; None where it cannot tell."""
    try:
        here = file.tell()
        end = file.seek(0, os.SEEK_END)
        file.seek(here)
    except (AttributeError, OSError):
        return None
    return end - here


def _waited_for(source: AsyncIterable[bytes]) -> Iterator[bytes]:
    """Yield what comes asynchronously, in an event loop of its own."""
    import asyncio  # for speed: few blocking clients are given such

    pieces = aiter(source)
    with asyncio.Runner() as runner:
        while True:
            try:
                yield runner.run(_next(pieces))
            except StopAsyncIteration:
                return


async def _next(pieces: AsyncIterator[bytes]) -> bytes:
    return await anext(pieces)
