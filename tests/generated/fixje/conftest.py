"""Fixje's server in place of Sitoo's, and its clients."""

from collections.abc import Iterator
from types import SimpleNamespace

import fixje
import pytest
from fixje_server import CLIENT_ID, CLIENT_SECRET, FixjeServer, running
from modes import Mode


@pytest.fixture(scope="session")
def running_server() -> Iterator[FixjeServer]:
    with running() as server:
        yield server


@pytest.fixture(params=["sync", "async"])
def mode(request: pytest.FixtureRequest, server: FixjeServer) -> Iterator[Mode]:
    settings = {"base_url": server.base_url, "client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}
    with Mode(fixje, "Fixje", settings, asynchronous=request.param == "async") as mode:
        yield mode


@pytest.fixture
def short_backoff(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fixje._runtime.retry._FIRST", 0.01)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """What the client takes for the time when it looks at a token."""
    clock = SimpleNamespace(now=1000.0)
    monkeypatch.setattr("fixje._runtime.features.tokens.time", SimpleNamespace(monotonic=lambda: clock.now))
    return clock
