# Generated from the description of Depot by specloom; edits will be lost.

"""The clients for Depot: `Depot` and `AsyncDepot`."""

from __future__ import annotations

from functools import cached_property as _cached_property
from typing import TYPE_CHECKING

from ._runtime.client import AsyncClient as _AsyncClient, Client as _Client
from ._runtime.configuration import (
    Configuration as _Configuration,
    extended as _extended,
    server_url as _server_url,
    setting as _setting,
)
from ._runtime.features.bearer import Bearer as _Bearer
from .errors import BY_STATUS as _BY_STATUS

if TYPE_CHECKING:
    from collections.abc import Callable as _Callable, Mapping as _Mapping

    import httpx as _httpx

    from ._runtime.configuration import OnMismatch as _OnMismatch
    from .resources.stock import AsyncStock, Stock

__all__ = ["AsyncDepot", "Depot"]


class Depot(_Client):
    """A client for Depot; calls block.

    Args:
        token: Deprecated. Default: the environment variable `DEPOT_TOKEN`.
        base_url: The server's address, in place of the described one. Default: the environment
            variable `DEPOT_BASE_URL`.
        timeout: Seconds until an answer has to be complete, or an `httpx.Timeout` for each
            wait; None waits for ever.
        max_response_bytes: The most bytes of one answer that are held, decompressed; None holds
            any number.
        max_retries: How often a call that failed in passing is repeated; only calls that may
            safely be.
        headers: Sent with every request.
        on_mismatch: What happens when an answer contradicts the description: warn, ignore,
            raise, or a function to call.
        transport: An httpx transport, for proxies, certificates and tests.
    """

    def __init__(
        self,
        *,
        token: str | _Callable[[], str] | None = None,
        base_url: str | None = None,
        timeout: float | _httpx.Timeout | None = 60.0,
        max_response_bytes: int | None = 100_000_000,
        max_retries: int = 2,
        headers: _Mapping[str, str] | None = None,
        on_mismatch: _OnMismatch = "warn",
        transport: _httpx.BaseTransport | None = None,
    ) -> None:
        super().__init__(
            _configuration(
                token=token,
                base_url=base_url,
                timeout=timeout,
                max_response_bytes=max_response_bytes,
                max_retries=max_retries,
                headers=headers,
                on_mismatch=on_mismatch,
            ),
            transport=transport,
        )

    @_cached_property
    def stock(self) -> Stock:
        """What lies in the depot"""
        from .resources.stock import Stock

        return Stock(self._session)


class AsyncDepot(_AsyncClient):
    """A client for Depot; calls are awaited.

    Args:
        token: Deprecated. Default: the environment variable `DEPOT_TOKEN`.
        base_url: The server's address, in place of the described one. Default: the environment
            variable `DEPOT_BASE_URL`.
        timeout: Seconds until an answer has to be complete, or an `httpx.Timeout` for each
            wait; None waits for ever.
        max_response_bytes: The most bytes of one answer that are held, decompressed; None holds
            any number.
        max_retries: How often a call that failed in passing is repeated; only calls that may
            safely be.
        headers: Sent with every request.
        on_mismatch: What happens when an answer contradicts the description: warn, ignore,
            raise, or a function to call.
        transport: An httpx transport, for proxies, certificates and tests.
    """

    def __init__(
        self,
        *,
        token: str | _Callable[[], str] | None = None,
        base_url: str | None = None,
        timeout: float | _httpx.Timeout | None = 60.0,
        max_response_bytes: int | None = 100_000_000,
        max_retries: int = 2,
        headers: _Mapping[str, str] | None = None,
        on_mismatch: _OnMismatch = "warn",
        transport: _httpx.AsyncBaseTransport | None = None,
    ) -> None:
        super().__init__(
            _configuration(
                token=token,
                base_url=base_url,
                timeout=timeout,
                max_response_bytes=max_response_bytes,
                max_retries=max_retries,
                headers=headers,
                on_mismatch=on_mismatch,
            ),
            transport=transport,
        )

    @_cached_property
    def stock(self) -> AsyncStock:
        """What lies in the depot"""
        from .resources.stock import AsyncStock

        return AsyncStock(self._session)


def _configuration(
    *,
    token: str | _Callable[[], str] | None,
    base_url: str | None,
    timeout: float | _httpx.Timeout | None,
    max_response_bytes: int | None,
    max_retries: int,
    headers: _Mapping[str, str] | None,
    on_mismatch: _OnMismatch,
) -> _Configuration:
    token = _setting(token, "DEPOT_TOKEN") if not callable(token) else token
    base_url = _setting(base_url, "DEPOT_BASE_URL")
    return _Configuration(
        base_url=base_url or _server_url("https://depot.example", {}, ""),
        credentials={
            "login": _Bearer(token) if token else None,
        },
        security=[["login"]],
        timeout=timeout,
        max_response_bytes=max_response_bytes,
        max_retries=max_retries,
        headers=_extended("headers", {"User-Agent": "depot-python/1"}, headers),
        on_mismatch=on_mismatch,
        errors=_BY_STATUS,
        error_pointers={},
        missing_help={
            "login": "Pass token, or set DEPOT_TOKEN.",
        },
        carriers={
            "login": "authorization",
        },
    )
