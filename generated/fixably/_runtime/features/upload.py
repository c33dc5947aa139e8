"""Files that go to a presigned URL: to a storage of somebody else, which must not see the API's credentials.

The URL is a secret itself: who has it may write. No log, exception or response of this client shows it.
"""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Generator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from io import SEEK_END, TextIOBase
from mimetypes import guess_type
from os import PathLike
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any, Generic, TypeAlias, TypeGuard, TypeVar, cast

from ..configuration import Configuration
from ..encoding import Json, attribute_at, dumped, encode
from ..errors import ApiError
from ..exchange import exchange
from ..request import OCTET_STREAM, TOKEN, Request, StreamedContent
from ..steps import Exchange
from .elsewhere import elsewhere
from .upload_error import UploadError

if TYPE_CHECKING:
    from ..session import AsyncSession, Session

FileSource: TypeAlias = bytes | PathLike[str] | IO[bytes] | Iterable[bytes] | AsyncIterable[bytes]
"""A file's content, its path, an open binary file, or its content in pieces (asynchronous ones with async clients)."""

T = TypeVar("T")

_BLOCK = 65_536
_TOKEN = re.compile(TOKEN)
_COMPUTED = frozenset({"host", "content-length", "transfer-encoding"})
_CODE = re.compile(r"<Code>([A-Za-z.]{1,80})</Code>")
"""Amazon S3, Google Cloud Storage and Azure Blob Storage name failures so."""


class OutgoingFile:
    """A file to send.

    Args:
        source: Where its content comes from. What cannot be read twice, or does not know its size, is copied to a
            temporary file: storages want to know the size, and a broken connection means sending it again.
        filename: Its name; by default that of the path or the open file.
        content_type: Its media type; by default the usual one for its name.

    Raises:
        OSError: There is no file at the path.
        TypeError: The source is text.
    """

    def __init__(self, source: FileSource, filename: str | None = None, content_type: str | None = None) -> None:
        if isinstance(source, str | TextIOBase):
            raise TypeError("a file is sent as it is: pass bytes, a Path, or a file opened in binary mode")
        self.source = Path(source) if isinstance(source, PathLike) else source
        if isinstance(self.source, Path):
            self.source.stat()
        self._name = filename or _own_name(self.source)
        self.content_type = content_type or guess_type(self._name)[0] or OCTET_STREAM

    @property
    def filename(self) -> str:
        """Its name.

        Raises:
            ValueError: Nothing says it.
        """
        if not self._name:
            raise ValueError("pass `filename`: content that is no file has no name of its own")
        return self._name


@dataclass(frozen=True, slots=True, eq=False)
class Target:
    """Where answers say how to send a file: dotted attribute names, empty for what they do not say."""

    url: str
    http_method: str = ""
    headers: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Destination(Generic[T]):
    """An answer that says how to send a file. Tracebacks show nothing of it."""

    answer: T = field(repr=False)
    target: Target

    def find(self, path: str) -> Any:
        """Return what the answer says at dotted attribute names; None where there are no names."""
        return attribute_at(self.answer, path) if path else None


def part_of(answer: object, path: str) -> Any:
    """Return what an answer has at dotted attribute names.

    Raises:
        UploadError: It has nothing there.
    """
    if (found := attribute_at(answer, path)) is None:
        raise UploadError(f"the file was uploaded, but the answer with its address lacks {path!r}")
    return found


def put(session: Session, file: OutgoingFile, answer: T, target: Target) -> T:
    """Send a file where an answer says; return the answer.

    Raises:
        UploadError: There is no usable address, or the storage refuses the file.
        TransportError: There was no answer.
    """
    destination = Destination(answer, target)
    del answer  # has the address, which tracebacks would show
    request = _request(file, destination, session.configuration)
    refusal = None
    with _opened(file.source) as body:
        _fill(request, body, file.content_type)
        try:
            session.shared.open().run(_exchange(request, session.configuration))
        except ApiError as error:
            refusal = _refusal(error)
    if refusal is not None:  # raised here, so that it does not carry the other one along
        raise refusal
    return destination.answer


async def put_async(session: AsyncSession, file: OutgoingFile, answer: T, target: Target) -> T:
    """Send a file where an answer says, in asyncio or trio; return the answer.

    Raises:
        UploadError: There is no usable address, or the storage refuses the file.
        TransportError: There was no answer.
    """
    destination = Destination(answer, target)
    del answer  # has the address, which tracebacks would show
    request = _request(file, destination, session.configuration)
    refusal = None
    async with _opened_async(file.source) as body:
        _fill(request, body, file.content_type)
        try:
            await session.shared.open().run(_exchange(request, session.configuration))
        except ApiError as error:
            refusal = _refusal(error)
    if refusal is not None:
        raise refusal
    return destination.answer


class _Blocks(StreamedContent):
    """An open file from where it stands, as often as it is asked for; async clients read it in a thread."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file, self.start = file, file.tell()
        self.size = file.seek(0, SEEK_END) - self.start

    def __iter__(self) -> Iterator[bytes]:
        self.file.seek(self.start)
        return _pieces(self.file)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        from anyio.to_thread import run_sync  # for speed: blocking clients do without

        self.file.seek(self.start)
        while block := await run_sync(self.file.read, _BLOCK):
            yield block


@contextmanager
def _opened(source: object) -> Generator[bytes | _Blocks]:
    """Open what has content: as bytes, or as blocks that can be read again."""
    if isinstance(source, Path):
        with source.open("rb") as file:
            yield _Blocks(file)
    elif isinstance(source, bytes):
        yield source
    elif _is_seekable(source):
        yield _Blocks(source)
    elif isinstance(source, Iterable):
        with TemporaryFile() as copy:
            copy.writelines(_pieces(cast("Iterable[bytes]", source)))
            copy.seek(0)
            yield _Blocks(copy)
    else:
        raise TypeError("this client blocks: pass content that can be read without awaiting")


@asynccontextmanager
async def _opened_async(source: object) -> AsyncGenerator[bytes | _Blocks]:
    if isinstance(source, AsyncIterable) and not isinstance(source, Iterable):
        with TemporaryFile() as copy:
            async for piece in cast("AsyncIterable[bytes]", source):
                copy.write(piece)
            copy.seek(0)
            yield _Blocks(copy)
    else:
        with _opened(source) as content:
            yield content


def _pieces(source: Iterable[bytes]) -> Iterator[bytes]:
    read = getattr(source, "read", None)
    return iter(partial(read, _BLOCK), b"") if read else iter(source)


def _is_seekable(source: object) -> TypeGuard[IO[bytes]]:
    return hasattr(source, "read") and hasattr(source, "seekable") and cast("IO[bytes]", source).seekable()


def _own_name(source: object) -> str:
    name = source.name if isinstance(source, Path) else getattr(source, "name", "")
    return Path(name).name if isinstance(name, str) else ""  # the name of an open file may be its number


def _fill(request: Request, body: bytes | _Blocks, content_type: str) -> None:
    request.content(body, content_type)
    request.repeatable = True


def _request(file: OutgoingFile, destination: Destination[Any], configuration: Configuration) -> Request:
    """Return the request that sends a file, without its body.

    Raises:
        UploadError: The answer has no address that a file may be sent to, or asks for what cannot be sent.
    """
    request = _addressed(file, destination, configuration.base_url)
    if isinstance(request, str):  # raised here, where no variable has the address: tracebacks may show them
        raise UploadError(request)
    return request


def _addressed(file: OutgoingFile, destination: Destination[Any], base_url: str) -> Request | str:
    """Return the request, or why there is none."""
    target, find = destination.target, destination.find
    given, headers = attribute_at(destination.answer, target.url), find(target.headers)
    url = elsewhere(base_url, given) if isinstance(given, str) and "://" in given else None
    method = str(find(target.http_method) or "PUT").upper()
    if url is None or not _TOKEN.fullmatch(method):
        return "the answer gives no address that a file may be sent to: an absolute https URL"
    request = Request(method, "(upload)", security=()).at(url, secret=True)
    request.header("Content-Type", file.content_type)
    members: Json = dumped(headers) if hasattr(headers, "model_dump") else encode(headers)
    for name, value in members.items() if isinstance(members, dict) else ():
        if name.lower() in _COMPUTED:
            continue
        try:
            request.header(name, value)
        except ValueError:
            return "the answer asks for a header that cannot be sent with the file"
    return request


def _exchange(request: Request, configuration: Configuration) -> Exchange:
    """Return the exchange that has nothing in common with those of the API but patience."""
    bare = Configuration(
        configuration.base_url,
        timeout=configuration.timeout,
        max_response_bytes=configuration.max_response_bytes,
        max_retries=configuration.max_retries,
    )
    return exchange(request, bare)


def _refusal(error: ApiError) -> UploadError:
    """Return an error that says nothing of what the storage says: it may quote the address."""
    status = error.status
    phrase = HTTPStatus(status).phrase if status in set(HTTPStatus) else ""
    code = found[1] if (found := _CODE.search(error.response.text)) else ""
    message = f"the storage did not take the file: {' '.join(filter(None, [str(status), phrase, code]))}"
    return UploadError(message, route=error.route, response=error.response, code=code)
