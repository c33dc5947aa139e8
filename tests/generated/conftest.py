"""The server, and one face for both clients, so that each test is written once."""

import asyncio
import inspect
import ssl
from collections.abc import Iterator

import httpx
import pytest
import sitoo
from sitoo_server import API_ID, API_PASSWORD, SitooServer, running

SETTINGS = ("ACCOUNT", "HOST", "API_ID", "API_PASSWORD", "BASE_URL")
TLS = ssl.create_default_context()
"""Made once: it takes longer than a call."""


class Mode:
    """One of the two clients behind one blocking face: `run` awaits what has to be awaited."""

    def __init__(self, server: SitooServer, *, asynchronous: bool) -> None:
        self.asynchronous = asynchronous
        self._server = server
        self._runner = asyncio.Runner()
        self._clients = []

    def client(self, package=sitoo, **settings: object):
        """Return a client of the server, closed when the test ends."""
        kind = package.AsyncSitoo if self.asynchronous else package.Sitoo
        known = {"base_url": self._server.base_url, "api_id": API_ID, "api_password": API_PASSWORD, "timeout": 5}
        transport = httpx.AsyncHTTPTransport if self.asynchronous else httpx.HTTPTransport
        client = kind(**{**known, "transport": transport(verify=TLS), **settings})
        self._clients.append(client)
        return client

    def run(self, value):
        """Return the value, awaited or collected where it has to be."""
        if hasattr(value, "__aiter__"):
            value = self._collect(value)
        elif hasattr(value, "__next__") or hasattr(value, "pages"):
            return list(value)
        return self._runner.run(value) if inspect.isawaitable(value) else value

    def use(self, client):
        """Make a call inside a `with` statement."""
        if not self.asynchronous:
            with client as entered:
                list(entered.service_orders.list())
            return

        async def use() -> None:
            async with client as entered:
                await entered.service_orders.list().first_page()

        self._runner.run(use())

    def read_stream(self, client, *arguments: object, **options: object):
        """Return the lines of a streamed answer."""
        if not self.asynchronous:
            with client.stream(*arguments, **options) as response:
                return list(response.iter_lines())

        async def read() -> list[str]:
            async with client.stream(*arguments, **options) as response:
                return [line async for line in response.aiter_lines()]

        return self._runner.run(read())

    def close(self):
        for client in self._clients:
            self.run(client.close())
        self._runner.close()

    async def _collect(self, values) -> list[object]:
        return [value async for value in values]


@pytest.fixture(scope="session")
def running_server() -> Iterator[SitooServer]:
    with running() as server:
        yield server


@pytest.fixture
def server(running_server: SitooServer, monkeypatch: pytest.MonkeyPatch) -> SitooServer:
    """The server without orders, and an environment without settings or proxies."""
    running_server.reset()
    for name in SETTINGS:
        monkeypatch.delenv(f"SITOO_{name}", raising=False)
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    return running_server


@pytest.fixture(params=["sync", "async"])
def mode(request: pytest.FixtureRequest, server: SitooServer) -> Iterator[Mode]:
    mode = Mode(server, asynchronous=request.param == "async")
    yield mode
    mode.close()
