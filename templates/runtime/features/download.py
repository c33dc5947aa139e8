"""Answers that go to a file, or are read in pieces, and are never held as a whole."""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Generic, ParamSpec, TypeAlias, TypeVar, cast

from ..client import AsyncClient, Client
from ..request import never_has_a_body
from ..session import taken, tapped

if TYPE_CHECKING:
    import httpx

P = ParamSpec("P")
R = TypeVar("R")
PathLike: TypeAlias = "str | os.PathLike[str]"


class BaseDownload(Generic[R]):
    """What blocking and other downloads share."""

    def __init__(self, call: Callable[[], R]) -> None:
        self._call = call
        self._response: httpx.Response | None = None

    @property
    def response(self) -> httpx.Response:
        """The answer's status and header fields.

        Raises:
            RuntimeError: Nothing was sent yet: that is done by the `with` statement.
        """
        if self._response is None:
            raise RuntimeError("nothing was sent yet: use the download in a `with` statement")
        return self._response

    def _has_body(self) -> bool:
        return not never_has_a_body(self.response)


class Download(BaseDownload[object]):
    """The body of an answer, for which nothing is sent yet: save it, or read it in pieces in a `with` statement.

    Each wait for a piece may take as long as the client's `timeout`; the body as a whole has no limit.
    """

    def save(self, path: PathLike, *, overwrite: bool = False) -> Path | None:
        """Write the body to a file, which is there when all of it is, and return its path.

        Where the status says that there is no body, as 204 and 304 do, nothing is written, and it is None.

        Args:
            path: The file, in a folder that exists.
            overwrite: Put it in the place of one that is there.

        Raises:
            FileExistsError: There is one. Nothing is sent then.
            CallError: As the call itself, also where the body breaks off: no file is left then.
        """
        with _finished(Path(path), self._has_body, overwrite=overwrite) as file, self as pieces:
            for piece in pieces:
                file.write(piece)
        return Path(path) if self._has_body() else None

    def __enter__(self) -> Generator[bytes]:
        """Send the request, and return the pieces of the answer's body."""
        with tapped("answer") as tap:
            self._call()
        self._response, route = taken(tap.answer)
        return _pieces(self._response, route)

    def __exit__(self, *_: object) -> None:
        self.response.close()


class AsyncDownload(BaseDownload[Awaitable[object]]):
    """The body of an answer, for asyncio and trio, for which nothing is sent yet.

    Save it, or read it in pieces in an `async with` statement. Each wait for a piece may take as long as the client's
    `timeout`; the body as a whole has no limit.
    """

    async def save(self, path: PathLike, *, overwrite: bool = False) -> Path | None:
        """Write the body to a file, which is there when all of it is, and return its path.

        Where the status says that there is no body, as 204 and 304 do, nothing is written, and it is None.

        Args:
            path: The file, in a folder that exists.
            overwrite: Put it in the place of one that is there.

        Raises:
            FileExistsError: There is one. Nothing is sent then.
            CallError: As the call itself, also where the body breaks off: no file is left then.
        """
        from anyio import to_thread  # for speed: blocking clients do without

        with _finished(Path(path), self._has_body, overwrite=overwrite) as file:
            async with self as pieces:
                async for piece in pieces:
                    await to_thread.run_sync(file.write, piece)
        return Path(path) if self._has_body() else None

    async def __aenter__(self) -> AsyncGenerator[bytes]:
        """Send the request, and return the pieces of the answer's body."""
        with tapped("answer") as tap:
            await self._call()
        self._response, route = taken(tap.answer)
        self._pieces = _pieces_async(self._response, route)
        return self._pieces

    async def __aexit__(self, *_: object) -> None:
        try:
            await self.response.aclose()
        finally:
            await self._pieces.aclose()


class DownloadClient(Client):
    """A client of an API whose answers may be files."""

    def download(self, method: Callable[P, object], /, *args: P.args, **kwargs: P.kwargs) -> Download:
        """Return what saves the answer of a method, or reads it in pieces, without holding all of it.

        client.download(client.….…, …).save("report.pdf")

        with client.download(client.….…, …) as pieces:
            for piece in pieces:
                …
        """
        return Download(lambda: method(*args, **kwargs))


class AsyncDownloadClient(AsyncClient):
    """A client of an API whose answers may be files, for asyncio and trio."""

    def download(self, method: Callable[P, Awaitable[object]], /, *args: P.args, **kwargs: P.kwargs) -> AsyncDownload:
        """Return what saves the answer of a method, or reads it in pieces, without holding all of it.

        await client.download(client.….…, …).save("report.pdf")

        async with client.download(client.….…, …) as pieces:
            async for piece in pieces:
                …
        """
        return AsyncDownload(lambda: method(*args, **kwargs))


def _pieces(response: httpx.Response, route: str) -> Generator[bytes]:
    from ..transport import reading  # for speed: the call has loaded it

    with reading(route):
        yield from response.iter_bytes()


async def _pieces_async(response: httpx.Response, route: str) -> AsyncGenerator[bytes]:
    from ..transport import reading  # for speed, as above

    pieces = cast("AsyncGenerator[bytes]", response.aiter_bytes())
    try:
        with reading(route):
            async for piece in pieces:
                yield piece
    finally:
        await pieces.aclose()


@contextmanager
def _finished(path: Path, is_wanted: Callable[[], bool], *, overwrite: bool) -> Generator[IO[bytes]]:
    """Give a file beside the one that is to be written, which gets its name at the end, if it is wanted then.

    After a failure it is gone.
    """
    if not overwrite and os.path.lexists(path):
        raise FileExistsError(f"{os.fspath(path)!r} is there already; pass overwrite=True to replace it")
    part = path.with_name(f".{path.name[:100]}.{os.urandom(4).hex()}.part")
    with part.open("xb") as file:
        try:
            yield file
        except BaseException:
            file.close()
            part.unlink()
            raise
    try:
        if is_wanted() and overwrite:
            part.replace(path)
        elif is_wanted():
            _rename(part, path)
    finally:
        part.unlink(missing_ok=True)


def _rename(part: Path, path: Path) -> None:
    """Give a file its name, unless another file has it by now.

    Raises:
        FileExistsError: One has.
    """
    try:
        path.hardlink_to(part)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if os.path.lexists(path):
            raise FileExistsError(f"{os.fspath(path)!r} is there already") from None
        part.replace(path)
