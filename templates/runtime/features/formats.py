"""Answers that are texts or files, and those that say themselves what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ..request import ANY, JSON
from ..resource import AsyncResource, Resource, source_of, tell_absent

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from ..configuration import Configuration
    from ..request import Request
    from ..response import Source

T = TypeVar("T")


class FormatsResource(Resource):
    """A group of operations, some of which give other things than JSON."""

    def _read(self, request: Request, read: Callable[[Source], T]) -> T:
        response = self._session.send(request.accept(JSON))
        return read(source_of(response, request, self._session.configuration))

    def _text(self, request: Request) -> str:
        return _text(self._session.send(request.accept(ANY)), request, self._session.configuration)

    def _bytes(self, request: Request) -> bytes:
        response = self._session.send(request.accept(ANY))
        tell_absent(response, request, self._session.configuration)
        return response.content


class AsyncFormatsResource(AsyncResource):
    """A group of operations for asyncio and trio, some of which give other things than JSON."""

    async def _read(self, request: Request, read: Callable[[Source], T]) -> T:
        response = await self._session.send(request.accept(JSON))
        return read(source_of(response, request, self._session.configuration))

    async def _text(self, request: Request) -> str:
        return _text(await self._session.send(request.accept(ANY)), request, self._session.configuration)

    async def _bytes(self, request: Request) -> bytes:
        response = await self._session.send(request.accept(ANY))
        tell_absent(response, request, self._session.configuration)
        return response.content


def _text(response: httpx.Response, request: Request, configuration: Configuration) -> str:
    tell_absent(response, request, configuration)
    if "\ufffd" not in response.text:
        return response.text
    from ..response import read_text  # for speed: most texts do without pydantic

    return read_text(source_of(response, request, configuration))
