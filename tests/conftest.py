from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from functools import lru_cache
from types import ModuleType

import pytest
from hypothesis import HealthCheck, settings

# A machine that does much else is no failure of what is tested.
settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")

# A shell lets what it runs in the background ignore Ctrl-C, and so do all processes that are started there: tests that
# press it would wait for ever.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update",
        action="store_true",
        help="write what is generated over the expected files of the cases; read the difference before you commit it",
    )


@pytest.fixture(autouse=True)
def _clients_begin_anew() -> None:
    """Let no client of a test have the tokens of other tests' clients, or wait because of their requests."""
    for module in _sharing(len(sys.modules), sys.modules[next(reversed(sys.modules))]):
        module.forget()


@lru_cache(maxsize=1)
def _sharing(loaded: int, last: ModuleType) -> list[ModuleType]:
    """Return the modules in which clients of one process share something, of so many that are loaded.

    Going through all of them takes half a millisecond, and there are thousands of tests. What is loaded is the same as
    long as their number and the last of them are.
    """
    assert loaded, last
    names = ("runtime.features.rate_limit", "runtime.features.tokens")
    return [module for name, module in [*sys.modules.items()] if name.endswith(names)]


@pytest.fixture
def limit_time() -> Iterator[None]:
    """Let a test fail that would wait for ever or fill the memory."""

    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(30)
    yield
    signal.alarm(0)


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update"))
