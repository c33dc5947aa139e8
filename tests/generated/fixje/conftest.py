"""Fixje's server in place of Sitoo's, and its clients."""

from collections.abc import Iterator
from types import SimpleNamespace

import fixje
import pytest
from fixje_server import CLIENT_ID, CLIENT_SECRET, FixjeServer, running
from modes import MadeOf


@pytest.fixture(scope="session")
def running_server() -> Iterator[FixjeServer]:
    with running() as server:
        yield server


@pytest.fixture
def made_of(server: FixjeServer) -> MadeOf:
    return fixje, "Fixje", {"base_url": server.base_url, "client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}


@pytest.fixture
def short_backoff(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fixje._runtime.retry._FIRST", 0.01)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """What the client takes for the time when it looks at a token."""
    clock = SimpleNamespace(now=1000.0)
    monkeypatch.setattr("fixje._runtime.features.tokens.time", SimpleNamespace(monotonic=lambda: clock.now))
    return clock
