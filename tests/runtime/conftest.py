"""Makes the runtime importable where it lies, and runs one test body against both clients."""

# ruff: noqa: ANN401 - one face for two clients of unlike types

import asyncio
import inspect
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "templates"))

from runtime.client import AsyncClient, Client
from runtime.configuration import Configuration
from runtime.features.formats import AsyncFormatsResource, FormatsResource
from runtime.features.paging import AsyncPagingResource, PagingResource

BASE = "https://api.example.com/v2"


class _Resource(PagingResource, FormatsResource):
    pass


class _AsyncResource(AsyncPagingResource, AsyncFormatsResource):
    pass


class Mode:
    """One of the two clients behind one blocking face."""

    def __init__(self, *, asynchronous: bool) -> None:
        self.asynchronous = asynchronous
        self._runner = asyncio.Runner() if asynchronous else None
        self._clients: list[Any] = []

    def run(self, value: Any) -> Any:
        """Return the value, awaited or collected where it has to be."""
        if hasattr(value, "__aiter__"):
            value = self._collect(value)
        elif hasattr(value, "__next__"):
            return list(value)
        return self._runner.run(value) if inspect.isawaitable(value) else value

    def items(self, pager: Any) -> list[Any]:
        return self.run(pager) if self.asynchronous else list(pager)

    async def _collect(self, values: Any) -> list[Any]:
        return [value async for value in values]

    def client(
        self,
        handler: Callable[[httpx.Request], httpx.Response] | None,
        kinds: tuple[type[Any], type[Any]] = (Client, AsyncClient),
        **settings: Any,
    ) -> Any:
        kind = kinds[self.asynchronous]
        configuration = Configuration(**{"base_url": BASE, "max_retries": 0, **settings})
        client = kind(configuration, transport=handler and httpx.MockTransport(handler))
        self._clients.append(client)
        return client

    def resource(self, handler: Callable[[httpx.Request], httpx.Response] | None, **settings: Any) -> Any:
        kind = _AsyncResource if self.asynchronous else _Resource
        return kind(self.client(handler, **settings)._session)

    def read_stream(self, client: Any, *arguments: str) -> bytes:
        if not self.asynchronous:
            with client.stream(*arguments) as response:
                return b"".join(response.iter_bytes())

        async def read() -> bytes:
            async with client.stream(*arguments) as response:
                return b"".join([chunk async for chunk in response.aiter_bytes()])

        return self.run(read())

    def close(self) -> None:
        for client in self._clients:
            self.run(client.close())
        if self._runner:
            self._runner.close()


@pytest.fixture(params=["sync", "async"])
def mode(request: pytest.FixtureRequest) -> Iterator[Mode]:
    mode = Mode(asynchronous=request.param == "async")
    yield mode
    mode.close()
