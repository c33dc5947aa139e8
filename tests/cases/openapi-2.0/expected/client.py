# Generated from the description of Cups by specloom; edits will be lost.

"""The clients for Cups: `Cups` and `AsyncCups`."""

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
from ._runtime.features.basic import Basic as _Basic
from .errors import BY_STATUS as _BY_STATUS

if TYPE_CHECKING:
    from collections.abc import Mapping as _Mapping

    import httpx as _httpx

    from ._runtime.configuration import OnMismatch as _OnMismatch
    from .resources.cups import AsyncCupsResource, CupsResource

__all__ = ["AsyncCups", "Cups"]


class Cups(_Client):
    """A client for Cups; calls block.

    Args:
        username: User name for HTTP Basic authentication. Default: the environment variable
            `CUPS_USERNAME`.
        password: The password of `username`. Default: the environment variable `CUPS_PASSWORD`.
        base_url: The server's address, in place of the described one. Default: the environment
            variable `CUPS_BASE_URL`.
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
        username: str | None = None,
        password: str | None = None,
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
                username=username,
                password=password,
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
    def cups(self) -> CupsResource:
        """Calls under `cups`."""
        from .resources.cups import CupsResource

        return CupsResource(self._session)


class AsyncCups(_AsyncClient):
    """A client for Cups; calls are awaited.

    Args:
        username: User name for HTTP Basic authentication. Default: the environment variable
            `CUPS_USERNAME`.
        password: The password of `username`. Default: the environment variable `CUPS_PASSWORD`.
        base_url: The server's address, in place of the described one. Default: the environment
            variable `CUPS_BASE_URL`.
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
        username: str | None = None,
        password: str | None = None,
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
                username=username,
                password=password,
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
    def cups(self) -> AsyncCupsResource:
        """Calls under `cups`."""
        from .resources.cups import AsyncCupsResource

        return AsyncCupsResource(self._session)


def _configuration(
    *,
    username: str | None,
    password: str | None,
    base_url: str | None,
    timeout: float | _httpx.Timeout | None,
    max_response_bytes: int | None,
    max_retries: int,
    headers: _Mapping[str, str] | None,
    on_mismatch: _OnMismatch,
) -> _Configuration:
    username = _setting(username, "CUPS_USERNAME")
    password = _setting(password, "CUPS_PASSWORD")
    base_url = _setting(base_url, "CUPS_BASE_URL")
    return _Configuration(
        base_url=base_url or _server_url("https://cups.example/v1", {}, ""),
        credentials={
            "basic": _Basic(username, password) if username and password else None,
        },
        security=[["basic"]],
        timeout=timeout,
        max_response_bytes=max_response_bytes,
        max_retries=max_retries,
        headers=_extended("headers", {"User-Agent": "cups-python/1"}, headers),
        on_mismatch=on_mismatch,
        errors=_BY_STATUS,
        error_pointers={},
        missing_help={
            "basic": "Pass username and password, or set CUPS_USERNAME and CUPS_PASSWORD.",
        },
        carriers={
            "basic": "authorization",
        },
    )
