"""One face for the blocking and the asynchronous client of an API, so that each test is written once."""

# ruff: noqa: ANN401 - one face for clients and values of unlike types

from __future__ import annotations

import asyncio
import inspect
import ssl
from collections.abc import Mapping
from types import ModuleType
from typing import TYPE_CHECKING, Any, Self, TypeAlias

import httpx

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["MadeOf", "Mode"]

MadeOf: TypeAlias = tuple[ModuleType, str, Mapping[str, object]]
"""What `Mode` takes: package, name and settings."""

_TLS = ssl.create_default_context()
"""Made once: it takes longer than a call."""


class Mode:
    """One of the two clients behind one blocking face: `run` awaits what has to be awaited.

    Args:
        package: The generated package.
        name: The blocking client's class.
        settings: What clients are made with if a test does not say otherwise.
        asynchronous: Whether to use the other class.
    """

    def __init__(self, package: ModuleType, name: str, settings: Mapping[str, object], *, asynchronous: bool) -> None:
        self.asynchronous = asynchronous
        self._package = package
        self._name = f"Async{name}" if asynchronous else name
        self._settings = settings
        self._runner = asyncio.Runner()
        self._clients: list[Any] = []

    def client(self, package: ModuleType | None = None, **settings: object) -> Any:
        """Return a client of the server, closed when the test ends."""
        kind = getattr(package or self._package, self._name)
        transport = httpx.AsyncHTTPTransport if self.asynchronous else httpx.HTTPTransport
        client = kind(**{"timeout": 5, "transport": transport(verify=_TLS), **self._settings, **settings})
        self._clients.append(client)
        return client

    def run(self, value: Any) -> Any:
        """Return the value, awaited or collected where it has to be."""
        if hasattr(value, "__aiter__"):
            value = self._collect(value)
        elif hasattr(value, "__next__") or hasattr(value, "pages"):
            return list(value)
        return self._runner.run(value) if inspect.iscoroutine(value) else value

    def use(self, client: Any, call: Callable[[Any], Any]) -> None:
        """Make a call inside a `with` statement."""
        if not self.asynchronous:
            with client as entered:
                call(entered)
            return

        async def use() -> None:
            async with client as entered:
                await call(entered)

        self._runner.run(use())

    def read_stream(self, client: Any, *arguments: object, **options: object) -> list[str]:
        """Return the lines of a streamed answer."""
        if not self.asynchronous:
            with client.stream(*arguments, **options) as response:
                return list(response.iter_lines())

        async def read() -> list[str]:
            async with client.stream(*arguments, **options) as response:
                return [line async for line in response.aiter_lines()]

        return self._runner.run(read())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for client in self._clients:
            self.run(client.close())
        self._runner.close()

    async def _collect(self, values: Any) -> list[object]:
        return [value async for value in values]
