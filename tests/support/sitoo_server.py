"""Runs Sitoo's service orders on a loopback port.

Tests read and change the state directly: `orders` by id, `requests` as they came in, `fail_next` for what goes wrong.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from loopback import serving
from sitoo_routes import build_routes
from sitoo_state import ACCOUNT, API_ID, API_PASSWORD, SitooServer

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["ACCOUNT", "API_ID", "API_PASSWORD", "SitooServer", "running"]


@contextmanager
def running() -> Iterator[SitooServer]:
    """Run the server on a free port of the loopback interface until the `with` statement ends."""
    state = SitooServer(path=f"/v2/accounts/{ACCOUNT}")
    with serving(state, build_routes(state)):
        yield state
