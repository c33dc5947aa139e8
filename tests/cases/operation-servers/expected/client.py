# Generated from the description of Ferries by specloom; edits will be lost.

"""The clients for Ferries: `Ferries` and `AsyncFerries`."""

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
from ._runtime.features.keys import HeaderKey as _HeaderKey
from ._runtime.features.servers import operation_servers as _operation_servers
from .errors import BY_STATUS as _BY_STATUS

if TYPE_CHECKING:
    from collections.abc import Mapping as _Mapping

    import httpx as _httpx

    from ._runtime.configuration import OnMismatch as _OnMismatch
    from .resources.photos import AsyncPhotos, Photos
    from .resources.trips import AsyncTrips, Trips

__all__ = ["AsyncFerries", "Ferries"]


class Ferries(_Client):
    """A client for Ferries; calls block.

    Args:
        line: `line` in the server's address. Default: the environment variable `FERRIES_LINE`,
            then `north`.
        size: `size` in the server's address. One of `big`, `small`. Default: the environment
            variable `FERRIES_SIZE`, then `big`.
        base: `base` in the server's address. Default: the environment variable `FERRIES_BASE`,
            then `v2/raw`.
        api_key: Key, sent in the header `X-Key`. Default: the environment variable
            `FERRIES_API_KEY`.
        base_url: The server's address, in place of the described one. Default: the environment
            variable `FERRIES_BASE_URL`.
        servers: Addresses in place of those that single calls have of their own: the described
            one, as the README lists them, and yours.
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
        line: str | None = None,
        size: str | None = None,
        base: str | None = None,
        api_key: str | None = None,
        base_url: str | None = None,
        servers: _Mapping[str, str] | None = None,
        timeout: float | _httpx.Timeout | None = 60.0,
        max_response_bytes: int | None = 100_000_000,
        max_retries: int = 2,
        headers: _Mapping[str, str] | None = None,
        on_mismatch: _OnMismatch = "warn",
        transport: _httpx.BaseTransport | None = None,
    ) -> None:
        super().__init__(
            _configuration(
                line=line,
                size=size,
                base=base,
                api_key=api_key,
                base_url=base_url,
                servers=servers,
                timeout=timeout,
                max_response_bytes=max_response_bytes,
                max_retries=max_retries,
                headers=headers,
                on_mismatch=on_mismatch,
            ),
            transport=transport,
        )

    @_cached_property
    def trips(self) -> Trips:
        """Calls under `trips`."""
        from .resources.trips import Trips

        return Trips(self._session)

    @_cached_property
    def photos(self) -> Photos:
        """Calls under `photos`."""
        from .resources.photos import Photos

        return Photos(self._session)


class AsyncFerries(_AsyncClient):
    """A client for Ferries; calls are awaited.

    Args:
        line: `line` in the server's address. Default: the environment variable `FERRIES_LINE`,
            then `north`.
        size: `size` in the server's address. One of `big`, `small`. Default: the environment
            variable `FERRIES_SIZE`, then `big`.
        base: `base` in the server's address. Default: the environment variable `FERRIES_BASE`,
            then `v2/raw`.
        api_key: Key, sent in the header `X-Key`. Default: the environment variable
            `FERRIES_API_KEY`.
        base_url: The server's address, in place of the described one. Default: the environment
            variable `FERRIES_BASE_URL`.
        servers: Addresses in place of those that single calls have of their own: the described
            one, as the README lists them, and yours.
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
        line: str | None = None,
        size: str | None = None,
        base: str | None = None,
        api_key: str | None = None,
        base_url: str | None = None,
        servers: _Mapping[str, str] | None = None,
        timeout: float | _httpx.Timeout | None = 60.0,
        max_response_bytes: int | None = 100_000_000,
        max_retries: int = 2,
        headers: _Mapping[str, str] | None = None,
        on_mismatch: _OnMismatch = "warn",
        transport: _httpx.AsyncBaseTransport | None = None,
    ) -> None:
        super().__init__(
            _configuration(
                line=line,
                size=size,
                base=base,
                api_key=api_key,
                base_url=base_url,
                servers=servers,
                timeout=timeout,
                max_response_bytes=max_response_bytes,
                max_retries=max_retries,
                headers=headers,
                on_mismatch=on_mismatch,
            ),
            transport=transport,
        )

    @_cached_property
    def trips(self) -> AsyncTrips:
        """Calls under `trips`."""
        from .resources.trips import AsyncTrips

        return AsyncTrips(self._session)

    @_cached_property
    def photos(self) -> AsyncPhotos:
        """Calls under `photos`."""
        from .resources.photos import AsyncPhotos

        return AsyncPhotos(self._session)


def _configuration(
    *,
    line: str | None,
    size: str | None,
    base: str | None,
    api_key: str | None,
    base_url: str | None,
    servers: _Mapping[str, str] | None,
    timeout: float | _httpx.Timeout | None,
    max_response_bytes: int | None,
    max_retries: int,
    headers: _Mapping[str, str] | None,
    on_mismatch: _OnMismatch,
) -> _Configuration:
    line = _setting(line, "FERRIES_LINE")
    size = _setting(size, "FERRIES_SIZE", "size", ["big", "small"])
    base = _setting(base, "FERRIES_BASE")
    api_key = _setting(api_key, "FERRIES_API_KEY")
    base_url = _setting(base_url, "FERRIES_BASE_URL")
    return _Configuration(
        base_url=base_url
        or _server_url("https://{line}.ferries.example/v1", {"line": line or "north"}, ""),
        servers=_operation_servers(
            {
                "/files": ("/files", {}),
                "https://{line}-{size}.upload.example/{base}": (
                    "https://{line}-{size}.upload.example/{+base}",
                    {"line": line or "south", "size": size or "big", "base": base or "v2/raw"},
                ),
                "../maps": ("../maps", {}),
            },
            servers,
        ),
        credentials={
            "key": _HeaderKey("X-Key", api_key) if api_key else None,
        },
        security=[["key"]],
        timeout=timeout,
        max_response_bytes=max_response_bytes,
        max_retries=max_retries,
        headers=_extended("headers", {"User-Agent": "ferries-python/1"}, headers),
        on_mismatch=on_mismatch,
        errors=_BY_STATUS,
        error_pointers={},
        missing_help={
            "key": "Pass api_key, or set FERRIES_API_KEY.",
        },
        carriers={
            "key": "x-key",
        },
    )
