"""The server, and one face for both clients, so that each test is written once."""

import gc
import os
import warnings
from collections.abc import Iterator
from types import ModuleType

import fixje_server
import pytest
import repairdesk_server
import sitoo
from fixje_server import FixjeServer
from modes import MadeOf, Mode
from repairdesk_server import RepairDeskServer
from sitoo_server import API_ID, API_PASSWORD, SitooServer, running
from small_client import small_client

PROXIES = {"HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"}


@pytest.fixture(scope="module")
def small(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The client of the description that the module of the test has."""
    with small_client(tmp_path_factory.mktemp("small"), request.module.DESCRIPTION) as small:
        yield small


@pytest.fixture(scope="session")
def running_server() -> Iterator[SitooServer]:
    with running() as server:
        yield server


@pytest.fixture
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment without settings or proxies."""
    for name in list(os.environ):
        if name.startswith(("SITOO_", "FIXABLY_", "FIXJE_", "REPAIRDESK_")) or name.upper() in PROXIES:
            monkeypatch.delenv(name)


@pytest.fixture
def server(running_server: SitooServer, clean_environment: None) -> SitooServer:  # noqa: ARG001 - wanted for what it does
    """The server that runs for the tests of a folder, as it is before anything is asked of it."""
    running_server.reset()
    return running_server


@pytest.fixture
def made_of(server: SitooServer) -> MadeOf:
    """The package, the blocking class and the settings of the clients that `mode` has."""
    return sitoo, "Sitoo", {"base_url": server.base_url, "api_id": API_ID, "api_password": API_PASSWORD}


@pytest.fixture(params=["sync", "async"])
def mode(request: pytest.FixtureRequest, made_of: MadeOf) -> Iterator[Mode]:
    with Mode(*made_of, asynchronous=request.param == "async") as mode:
        yield mode


@pytest.fixture
def partner(clean_environment: None) -> Iterator[FixjeServer]:  # noqa: ARG001 - wanted for what it does
    with fixje_server.running() as state:
        yield state


@pytest.fixture
def desk(clean_environment: None) -> Iterator[RepairDeskServer]:  # noqa: ARG001 - wanted for what it does
    with repairdesk_server.running() as state:
        yield state


@pytest.fixture
def unclosed_sockets() -> Iterator[None]:
    """Collect the sockets of loops that ended before the client was closed: Python warns of them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.freeze()  # the collection is about what the test makes, and not about all of the process
        yield
        gc.collect()
        gc.unfreeze()
