"""What the groups of an API's operations are built on: send a request, return the answer as the type it should have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, overload

from .paging import AsyncPager, Fetched, Pager, Paging
from .request import JSON

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from .configuration import Configuration
    from .request import Request
    from .session import AsyncSession, Session

__all__ = ["AsyncResource", "Resource"]

T = TypeVar("T")
_ANY = "*/*"


class Resource:
    """A group of operations.

    The methods that take `kind` return it. Types that are no class, such as unions, come back as Any: declare the type
    of the variable that takes them.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    @overload
    def _json(self, request: Request, kind: type[T]) -> T: ...
    @overload
    def _json(self, request: Request, kind: object) -> Any: ...  # noqa: ANN401 - see the class
    def _json(self, request: Request, kind: object) -> Any:
        response = self._session.send(request.accept(JSON))
        return _decode(response, kind, request, self._session.configuration)

    @overload
    def _json_or_none(self, request: Request, kind: type[T]) -> T | None: ...
    @overload
    def _json_or_none(self, request: Request, kind: object) -> Any: ...  # noqa: ANN401 - see the class
    def _json_or_none(self, request: Request, kind: object) -> Any:
        response = self._session.send(request.accept(JSON))
        return _decode(response, kind, request, self._session.configuration) if response.content else None

    def _by_status(self, request: Request, kinds: Mapping[int | str, object]) -> Any:  # noqa: ANN401 - one of `kinds`
        response = self._session.send(request.accept(JSON))
        return _decode_by_status(response, kinds, request, self._session.configuration)

    def _text(self, request: Request) -> str:
        return self._session.send(request.accept(_ANY)).text

    def _bytes(self, request: Request) -> bytes:
        return self._session.send(request.accept(_ANY)).content

    def _nothing(self, request: Request) -> None:
        self._session.send(request.accept(_ANY))

    @overload
    def _pages(self, request: Request, kind: type[list[T]], paging: Paging) -> Pager[T]: ...
    @overload
    def _pages(self, request: Request, kind: object, paging: Paging) -> Pager[Any]: ...
    def _pages(self, request: Request, kind: object, paging: Paging) -> Pager[Any]:
        def fetch(request: Request) -> Fetched:
            response, configuration = self._session.send(request), self._session.configuration
            return Fetched(request, _decode(response, kind, request, configuration), response, configuration.follow)

        return Pager(fetch, request.accept(JSON), paging)


class AsyncResource:
    """A group of operations for asyncio and trio; see `Resource`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    @overload
    async def _json(self, request: Request, kind: type[T]) -> T: ...
    @overload
    async def _json(self, request: Request, kind: object) -> Any: ...  # noqa: ANN401 - see the class
    async def _json(self, request: Request, kind: object) -> Any:
        response = await self._session.send(request.accept(JSON))
        return _decode(response, kind, request, self._session.configuration)

    @overload
    async def _json_or_none(self, request: Request, kind: type[T]) -> T | None: ...
    @overload
    async def _json_or_none(self, request: Request, kind: object) -> Any: ...  # noqa: ANN401 - see the class
    async def _json_or_none(self, request: Request, kind: object) -> Any:
        response = await self._session.send(request.accept(JSON))
        return _decode(response, kind, request, self._session.configuration) if response.content else None

    async def _by_status(self, request: Request, kinds: Mapping[int | str, object]) -> Any:  # noqa: ANN401 - one of `kinds`
        response = await self._session.send(request.accept(JSON))
        return _decode_by_status(response, kinds, request, self._session.configuration)

    async def _text(self, request: Request) -> str:
        return (await self._session.send(request.accept(_ANY))).text

    async def _bytes(self, request: Request) -> bytes:
        return (await self._session.send(request.accept(_ANY))).content

    async def _nothing(self, request: Request) -> None:
        await self._session.send(request.accept(_ANY))

    @overload
    def _pages(self, request: Request, kind: type[list[T]], paging: Paging) -> AsyncPager[T]: ...
    @overload
    def _pages(self, request: Request, kind: object, paging: Paging) -> AsyncPager[Any]: ...
    def _pages(self, request: Request, kind: object, paging: Paging) -> AsyncPager[Any]:
        async def fetch(request: Request) -> Fetched:
            response, configuration = await self._session.send(request), self._session.configuration
            return Fetched(request, _decode(response, kind, request, configuration), response, configuration.follow)

        return AsyncPager(fetch, request.accept(JSON), paging)


def _decode(response: httpx.Response, kind: object, request: Request, configuration: Configuration) -> Any:  # noqa: ANN401 - of `kind`
    from .response import decode

    return decode(response, kind, request.route, configuration.on_mismatch)


def _decode_by_status(
    response: httpx.Response, kinds: Mapping[int | str, object], request: Request, configuration: Configuration
) -> Any:  # noqa: ANN401 - one of `kinds`
    from .response import decode_by_status

    return decode_by_status(response, kinds, request.route, configuration.on_mismatch)
