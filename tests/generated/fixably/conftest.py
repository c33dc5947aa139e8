"""Fixably's server in place of Sitoo's, and its clients."""

from collections.abc import Iterator

import fixably
import pytest
from fixably_server import ORDER, TOKEN, FixablyServer, To, running
from modes import MadeOf


@pytest.fixture(scope="session")
def running_server() -> Iterator[FixablyServer]:
    with running() as server:
        yield server


@pytest.fixture
def shop(server: FixablyServer) -> FixablyServer:
    """The server with three orders of one customer, which share a line."""
    server.add("/customers/817", firstName="Inês", parent=To("/customers/12"))
    server.add("/customers/12", company="Oficina")
    server.add(f"/orders/{ORDER}/lines/11", quantity="1.00", product=To("/products/5"))
    for number in range(ORDER, ORDER + 3):
        links = {"customer": To("/customers/817"), "lines": To(f"/orders/{ORDER}/lines")}
        server.add(f"/orders/{number}", store=None, **links)
    return server


@pytest.fixture
def made_of(server: FixablyServer) -> MadeOf:
    return fixably, "Fixably", {"base_url": server.base_url, "api_key": TOKEN, "on_mismatch": "raise"}
