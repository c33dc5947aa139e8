"""Bodies that are sent as they are given: bytes, texts, files and pieces, each with its media type."""

from __future__ import annotations

import os
import re
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import IO, TypeAlias, TypeGuard, cast

from ..encoding import broken_text, no_null
from ..request import OCTET_STREAM, TOKEN, Request, StreamedContent, charset_of, header_field
from ..unset import Unset

Bytes: TypeAlias = bytes | bytearray | memoryview
_Source: TypeAlias = Path | IO[bytes] | Iterable[bytes] | AsyncIterable[bytes]
_Blocks: TypeAlias = "FileOfPath | IO[bytes] | Iterable[bytes] | AsyncIterable[bytes]"
Content: TypeAlias = Bytes | str | _Source
"""The body of a request as it is given."""
AnyContent: TypeAlias = Content | tuple[Content, str]
"""A body whose media type the caller says, in a tuple behind the content, unless the name of a file does."""

BLOCK = 65_536
"""Bytes of a file that are held at once."""
_MEDIA_TYPE = re.compile(rf"{TOKEN}/{TOKEN}(\s*;.*)?")
_BETWEEN = re.compile(r',(?=(?:[^"]*"[^"]*")*[^"]*$)')
"""A comma that stands in no quotes."""

BOUNDARY = re.compile(r""";\s*boundary=(?:"([^"]+)"|([^;\s"]+))""", re.IGNORECASE)


def write_content(request: Request, given: AnyContent | Unset | None, content_type: str) -> None:
    """Set the whole body of a request; UNSET is left out.

    Iterators and open files can be sent once only and are therefore never sent again. Files are read while they are
    sent. A text is written in the character set that its media type names. Callers may say another one in a header
    field, so that is done when the request is prepared. Where the media type is a range, the one that is sent comes
    with the content in a tuple, or from a file's name.

    Raises:
        ValueError: The media type is not in the range. Or there is None.
    """
    if given is None:
        raise no_null("body")
    if isinstance(given, Unset):
        return
    body, content_type = _with_media_type(given, content_type)
    if isinstance(body, bytes | bytearray | memoryview):
        request.content(bytes(body), content_type)
    elif isinstance(body, str):
        request.content(body, content_type)
        request.write = lambda media_type: text_content(body, media_type, "the body")
    else:
        pieces = _Pieces(body)
        request.content(pieces, content_type)
        request.repeatable = pieces.is_repeatable


def with_boundary(media_type: str) -> str:
    """Return a media type of several parts with a boundary between them that no part has, in the place of any other."""
    return f"{BOUNDARY.sub('', media_type)}; boundary={os.urandom(16).hex()}"


def one_media_type(described: str, filename: str | None, usual: str = OCTET_STREAM) -> str:
    """Return one media type of those that are described: that of the file's name, else the first that is no range.

    Several, and ranges of them, are separated by commas. `usual` is that of a file of which nothing else is known.

    Raises:
        ValueError: What is described, or was passed in, is no media type; it may have a line break. Or nothing tells
            which of a range it is.
    """
    offered = [each.strip() for each in _BETWEEN.split(described)]
    for each in offered:
        if not _MEDIA_TYPE.fullmatch(header_field("Content-Type", each)[1]) or not each.isascii():
            raise ValueError("the media type of a file is none: it has to be as in image/png")
    if len(offered) == 1 and "*" not in described:
        return described
    from mimetypes import guess_type  # for speed: few bodies are files

    guessed = guess_type(filename)[0] if filename else None
    if guessed and any(_is_within(guessed, each) for each in offered):
        return guessed
    exact = [each for each in offered if "*" not in each]
    if not exact and not any(_is_within(usual, each) for each in offered):
        raise ValueError(
            f"nothing tells which media type of {described} is sent: pass a tuple that ends with it, or a file"
            " whose name tells"
        )
    return exact[0] if exact else usual


def _is_within(media_type: str, offered: str) -> bool:
    """Tell whether a media type is the one that is offered, or in the range that is (RFC 9110, 12.5.1)."""
    kind, _, subtype = media_type.partition(";")[0].strip().lower().partition("/")
    wanted, _, narrow = offered.partition(";")[0].strip().lower().partition("/")
    return "*" not in media_type and wanted in {"*", kind} and narrow in {"*", subtype}


def _with_media_type(given: AnyContent, described: str) -> tuple[Content, str]:
    """Return content and its media type: the described one, if that is no range."""
    if "*" in described and _is_pair(given):
        content, chosen = given
        if not _is_within(chosen, described):
            raise ValueError(f"the media type of the body has to be one of {described}")
        return content, one_media_type(chosen, None)
    body = cast("Content", given)
    if isinstance(body, tuple) and any(isinstance(each, str) for each in cast("tuple[object, ...]", body)):
        raise TypeError("only parts of forms have a file's name and a media type of their own: pass the content alone")
    if "*" not in described:
        return body, described
    name = body.name if isinstance(body, Path) else getattr(body, "name", None)
    return body, one_media_type(described, name if isinstance(name, str) else None, usual_type(body))


def usual_type(content: object) -> str:
    """Return the media type of content that nothing else is known of."""
    return "text/plain" if isinstance(content, str) else OCTET_STREAM


def _is_pair(given: object) -> TypeGuard[tuple[Content, str]]:
    """Tell whether content comes with its media type; another tuple is pieces, or nothing that can be sent."""
    match given:
        case tuple() if len(pair := cast("tuple[object, ...]", given)) == 2:  # noqa: PLR2004 - that is a pair
            return isinstance(pair[1], str)
        case _:
            return False


def text_content(text: str, content_type: str, what: str) -> bytes | str:
    """Return a text as the bytes of the character set that its media type names; as it is where that names none.

    Raises:
        ValueError: The character set has no such character, or is none.
    """
    charset = charset_of(content_type)
    if not charset:
        check_text(text, what)
        return text
    try:
        return text.encode(charset)
    except UnicodeEncodeError:
        raise ValueError(f"{what} has a character that the character set {charset} cannot write") from None
    except LookupError:
        raise ValueError(f"{what} cannot be written: there is no character set {charset}") from None


def check_text(text: str, what: str) -> None:
    """Look whether a text can be sent at all.

    Raises:
        ValueError: It has half of a surrogate pair.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        raise broken_text(what) from None


class _Pieces(StreamedContent):
    """A body in pieces: of a file, which asynchronous clients read in a thread, or as somebody else gives them.

    Args:
        source: A path, a file opened in binary mode, or an iterable of either kind. An open file is sent from where it
            stands.

    Raises:
        OSError: There is no file at the path.
        TypeError: The file is opened in text mode. Or it is nothing of these.
    """

    def __init__(self, source: _Source) -> None:
        if not _has_pieces(source):
            raise TypeError(
                "a body is sent as it is: it has to be bytes, a text, a path, an open file or pieces of bytes, and"
                f" is of the type {type(source).__name__}"
            )
        if is_text_file(source):
            raise TypeError("a body is sent as it is: open the file in binary mode")
        self._source: _Blocks = FileOfPath(source) if isinstance(source, Path) else source
        lasts = not _is_file(self._source) and not isinstance(source, Iterator | AsyncIterable)
        self.is_repeatable = lasts or isinstance(source, Path)
        """Whether it can be sent a second time."""
        self.size = _size(self._source) if _is_file(self._source) else None

    def __iter__(self) -> Iterator[bytes]:
        yield from _blocks(self._source, rewind=self.is_repeatable)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for piece in _blocks_async(self._source, rewind=self.is_repeatable):
            yield piece


class Joined(StreamedContent):
    """Bytes, files and pieces one after the other; files that can be are read from their beginning.

    Iterables of either kind are sent once only.
    """

    def __init__(self, pieces: Sequence[bytes | _Blocks]) -> None:
        self._pieces = pieces
        sizes = [len(each) if isinstance(each, bytes) else _whole_size(each) for each in pieces]
        self.size = None if None in sizes else sum(filter(None, sizes))

    def __iter__(self) -> Iterator[bytes]:
        for each in self._pieces:
            if isinstance(each, bytes):
                yield each
            else:
                yield from _blocks(each, rewind=can_rewind(each))

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for each in self._pieces:
            if isinstance(each, bytes):
                yield each
            else:
                async for piece in _blocks_async(each, rewind=can_rewind(each)):
                    yield piece


def is_text_file(source: object) -> bool:
    """Tell whether a file is opened in text mode, be it behind a wrapper, as those of `tempfile` are."""
    return hasattr(source, "read") and hasattr(source, "encoding")


def can_rewind(source: object) -> bool:
    """Tell whether a source of pieces is a file that can be read a second time."""
    return hasattr(source, "seekable") and bool(cast("IO[bytes]", source).seekable())


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
    return hasattr(source, "read") and not isinstance(source, AsyncIterable)


def _whole_size(source: object) -> int | None:
    """Return how many bytes a file has; None of what is none, and where it cannot tell."""
    if not can_rewind(source):
        return None
    file = cast("IO[bytes]", source)
    file.seek(0)
    return _size(file)


def _size(file: FileOfPath | IO[bytes]) -> int | None:
    """Return how many bytes there are from where a file stands; None where it cannot tell."""
    try:
        here = file.tell()
        end = file.seek(0, os.SEEK_END)
        file.seek(here)
    except (AttributeError, OSError):
        return None
    return end - here


def _blocks(source: _Blocks, *, rewind: bool) -> Iterator[bytes]:
    if _is_file(source):
        if rewind:
            source.seek(0)
        while block := source.read(BLOCK):
            yield block
    elif isinstance(source, AsyncIterable):
        yield from _waited_for(source)
    else:
        yield from cast("Iterable[bytes]", source)


async def _blocks_async(source: _Blocks, *, rewind: bool) -> AsyncIterator[bytes]:
    """Yield the blocks of a file, which are read in a thread, or pieces as they come."""
    if _is_file(source):
        from anyio.to_thread import run_sync  # for speed: blocking clients do without

        if rewind:
            source.seek(0)
        while block := await run_sync(source.read, BLOCK):
            yield block
    elif isinstance(source, AsyncIterable):
        async for piece in source:
            yield piece
    else:
        for piece in cast("Iterable[bytes]", source):
            yield piece


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
