"""RepairDesk's server in place of Sitoo's, and its clients."""

from collections.abc import Iterator

import pytest
import repairdesk
from modes import Mode
from repairdesk_server import API_KEY, RepairDeskServer, running


@pytest.fixture(scope="session")
def running_server() -> Iterator[RepairDeskServer]:
    with running() as server:
        yield server


@pytest.fixture(params=["sync", "async"])
def mode(request: pytest.FixtureRequest, server: RepairDeskServer) -> Iterator[Mode]:
    settings = {"base_url": server.base_url, "api_key": API_KEY}
    with Mode(repairdesk, "RepairDesk", settings, asynchronous=request.param == "async") as mode:
        yield mode
