"""RepairDesk's server in place of Sitoo's, and its clients."""

from collections.abc import Iterator

import pytest
import repairdesk
from modes import MadeOf
from repairdesk_server import API_KEY, RepairDeskServer, running


@pytest.fixture(scope="session")
def running_server() -> Iterator[RepairDeskServer]:
    with running() as server:
        yield server


@pytest.fixture
def made_of(server: RepairDeskServer) -> MadeOf:
    return repairdesk, "RepairDesk", {"base_url": server.base_url, "api_key": API_KEY}
