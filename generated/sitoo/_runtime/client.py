"""The clients that generated ones derive from: settings, lifetime, and calls of any route."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, Self, TypedDict, TypeGuard, TypeVar, Unpack, cast, overload

from .paging import AsyncPager, Page, Pager
from .request import Content, Request
from .session import AsyncSession, Session, Shared, captured
from .unset import UNSET, Unset

if TYPE_CHECKING:
    import httpx

    from .configuration import Configuration, OnMismatch
    from .transport import AsyncConnection, Connection

__all__ = ["AsyncClient", "Client", "RawResponse", "RequestOptions"]

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class RawResponse(Generic[R]):
    """A call's value together with the HTTP response that it came in."""

    response: httpx.Response
    value: R

    @property
    def status(self) -> int:
        """The status code."""
        return self.response.status_code

    @property
    def headers(self) -> httpx.Headers:
        """The response's header fields."""
        return self.response.headers


class RequestOptions(TypedDict, total=False):
    """What a call of any route may carry besides method and path."""

    query: Mapping[str, object]
    headers: Mapping[str, str]
    json: object
    content: Content


class Client:
    """Calls an API; use it in a `with` statement, or close it.

    Args:
        configuration: What all calls have in common.
        transport: What sends the requests, such as `httpx.HTTPTransport(verify=…)`; closed with the client. By default
            one that uses the proxies which the environment sets.
    """

    def __init__(self, configuration: Configuration, *, transport: httpx.BaseTransport | None = None) -> None:
        def connect() -> Connection:
            from .transport import Connection

            return Connection(configuration.base_url, configuration.credentials, transport)

        self._session = Session(configuration, Shared(connect))

    def with_options(
        self,
        *,
        timeout: float | httpx.Timeout | Unset | None = UNSET,
        max_retries: int | None = None,
        headers: Mapping[str, str] | None = None,
        on_mismatch: OnMismatch | None = None,
    ) -> Self:
        """Return a copy with other settings, which shares the connections: closing one closes both."""
        changed = _changed(self._session.configuration, timeout, max_retries, headers, on_mismatch)
        other = type(self).__new__(type(self))
        other._session = Session(changed, self._session.shared)  # noqa: SLF001 - of its own class
        return other

    def request(self, method: str, path: str, **options: Unpack[RequestOptions]) -> httpx.Response:
        """Call any route below the base URL, with the same credentials, retries and errors."""
        return self._session.send(_request(method, path, options))

    @contextmanager
    def stream(self, method: str, path: str, **options: Unpack[RequestOptions]) -> Generator[httpx.Response]:
        """Do the same, but leave the body to be read piece by piece inside of a `with` statement."""
        response = self._session.send(_request(method, path, options), stream=True)
        from .transport import reading

        try:
            with reading():
                yield response
        finally:
            response.close()

    @overload
    def raw(self, method: Callable[P, Pager[T]], *args: P.args, **kwargs: P.kwargs) -> RawResponse[Page[T]]: ...
    @overload
    def raw(self, method: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> RawResponse[R]: ...
    def raw(self, method: Callable[..., object], *args: object, **kwargs: object) -> RawResponse[Any]:
        """Call a method of a resource and return its value with the HTTP response; of a listing, the first page."""
        responses: list[httpx.Response] = []
        token = captured.set(responses)
        try:
            result = method(*args, **kwargs)
            if _is_pager(result):
                result = result.first_page()
        finally:
            captured.reset(token)
        return RawResponse(_last(responses), result)

    def close(self) -> None:
        """Close all connections, also those of copies; the client cannot be used any more."""
        if (connection := self._session.shared.give_up()) is not None:
            connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._session.configuration.base_url}>"


class AsyncClient:
    """Calls an API from asyncio or trio; use it in an `async with` statement, or close it. Otherwise as `Client`."""

    def __init__(self, configuration: Configuration, *, transport: httpx.AsyncBaseTransport | None = None) -> None:
        def connect() -> AsyncConnection:
            from .transport import AsyncConnection

            return AsyncConnection(configuration.base_url, configuration.credentials, transport)

        self._session = AsyncSession(configuration, Shared(connect))

    def with_options(
        self,
        *,
        timeout: float | httpx.Timeout | Unset | None = UNSET,
        max_retries: int | None = None,
        headers: Mapping[str, str] | None = None,
        on_mismatch: OnMismatch | None = None,
    ) -> Self:
        """Return a copy with other settings, which shares the connections: closing one closes both."""
        changed = _changed(self._session.configuration, timeout, max_retries, headers, on_mismatch)
        other = type(self).__new__(type(self))
        other._session = AsyncSession(changed, self._session.shared)  # noqa: SLF001 - of its own class
        return other

    async def request(self, method: str, path: str, **options: Unpack[RequestOptions]) -> httpx.Response:
        """Call any route below the base URL, with the same credentials, retries and errors."""
        return await self._session.send(_request(method, path, options))

    @asynccontextmanager
    async def stream(self, method: str, path: str, **options: Unpack[RequestOptions]) -> AsyncGenerator[httpx.Response]:
        """Do the same, but leave the body to be read piece by piece inside of an `async with` statement."""
        response = await self._session.send(_request(method, path, options), stream=True)
        from .transport import reading

        try:
            with reading():
                yield response
        finally:
            await response.aclose()

    @overload
    async def raw(
        self, method: Callable[P, AsyncPager[T]], *args: P.args, **kwargs: P.kwargs
    ) -> RawResponse[Page[T]]: ...
    @overload
    async def raw(self, method: Callable[P, Awaitable[R]], *args: P.args, **kwargs: P.kwargs) -> RawResponse[R]: ...
    async def raw(self, method: Callable[..., object], *args: object, **kwargs: object) -> RawResponse[Any]:
        """Call a method of a resource and return its value with the HTTP response; of a listing, the first page."""
        responses: list[httpx.Response] = []
        token = captured.set(responses)
        try:
            result = method(*args, **kwargs)
            value = await (result.first_page() if _is_async_pager(result) else cast("Awaitable[Any]", result))
        finally:
            captured.reset(token)
        return RawResponse(_last(responses), value)

    async def close(self) -> None:
        """Close all connections, also those of copies; the client cannot be used any more."""
        if (connection := self._session.shared.give_up()) is not None:
            await connection.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._session.configuration.base_url}>"


def _changed(
    configuration: Configuration,
    timeout: float | httpx.Timeout | Unset | None,
    max_retries: int | None,
    headers: Mapping[str, str] | None,
    on_mismatch: OnMismatch | None,
) -> Configuration:
    return replace(
        configuration,
        timeout=configuration.timeout if isinstance(timeout, Unset) else timeout,
        max_retries=configuration.max_retries if max_retries is None else max_retries,
        headers={**configuration.headers, **(headers or {})},
        on_mismatch=on_mismatch or configuration.on_mismatch,
    )


def _request(method: str, path: str, options: RequestOptions) -> Request:
    if not path.startswith("/") or path.startswith("//") or "?" in path or "#" in path:
        raise ValueError("the path must start with one slash and have no '?' or '#'; give the query as `query`")
    request = Request(method.upper(), path)
    for name, value in options.get("query", {}).items():
        request.query(name, value)
    for name, value in options.get("headers", {}).items():
        request.header(name, value)
    request.json(options.get("json"))
    request.content(options.get("content"), "application/octet-stream")
    return request


def _is_pager(value: object) -> TypeGuard[Pager[Any]]:
    return isinstance(value, Pager)


def _is_async_pager(value: object) -> TypeGuard[AsyncPager[Any]]:
    return isinstance(value, AsyncPager)


def _last(responses: list[httpx.Response]) -> httpx.Response:
    if not responses:
        raise TypeError("the method made no call, so there is no response")
    return responses[-1]
