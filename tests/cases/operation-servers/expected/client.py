# Generated from the description of Ferries by specloom; edits will be lost.

"""The clients for Ferries: `Ferries` and `AsyncFerries`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.client import AsyncClient as AsyncBaseClient
from ._runtime.client import Client as BaseClient
from ._runtime.configuration import (
    Configuration,
    OnMismatch,
    operation_servers,
    server_url,
    setting,
)
from ._runtime.credentials import HeaderKey
from .errors import BY_STATUS

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from .resources.photos import AsyncPhotos, Photos
    from .resources.trips import AsyncTrips, Trips

__all__ = ["AsyncFerries", "Ferries"]


class Ferries(BaseClient):
    """A client for Ferries; calls block.

    Args:
        line: `line` in the server's address. Default: the environment variable `FERRIES_LINE`,
            then `north`.
        api_key: A credential. Default: the environment variable `FERRIES_API_KEY`.
        base_url: The server's address, in place of the described one. Default: the environment
            variable `FERRIES_BASE_URL`.
        servers: Addresses in place of those that single calls have of their own: the described
            one, as the README lists them, and yours.
        timeout: Seconds to wait for the server, or an `httpx.Timeout`; None waits for ever.
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
        api_key: str | None = None,
        base_url: str | None = None,
        servers: Mapping[str, str] | None = None,
        timeout: float | httpx.Timeout | None = 60.0,
        max_retries: int = 2,
        headers: Mapping[str, str] | None = None,
        on_mismatch: OnMismatch = "warn",
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        configuration = _configuration(
            line=line,
            api_key=api_key,
            base_url=base_url,
            servers=servers,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            on_mismatch=on_mismatch,
        )
        super().__init__(configuration, transport=transport)

    @cached_property
    def trips(self) -> Trips:
        """Calls under `trips`."""
        from .resources.trips import Trips

        return Trips(self._session)

    @cached_property
    def photos(self) -> Photos:
        """Calls under `photos`."""
        from .resources.photos import Photos

        return Photos(self._session)


class AsyncFerries(AsyncBaseClient):
    """A client for Ferries; calls are awaited.

    Args:
        line: `line` in the server's address. Default: the environment variable `FERRIES_LINE`,
            then `north`.
        api_key: A credential. Default: the environment variable `FERRIES_API_KEY`.
        base_url: The server's address, in place of the described one. Default: the environment
            variable `FERRIES_BASE_URL`.
        servers: Addresses in place of those that single calls have of their own: the described
            one, as the README lists them, and yours.
        timeout: Seconds to wait for the server, or an `httpx.Timeout`; None waits for ever.
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
        api_key: str | None = None,
        base_url: str | None = None,
        servers: Mapping[str, str] | None = None,
        timeout: float | httpx.Timeout | None = 60.0,
        max_retries: int = 2,
        headers: Mapping[str, str] | None = None,
        on_mismatch: OnMismatch = "warn",
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        configuration = _configuration(
            line=line,
            api_key=api_key,
            base_url=base_url,
            servers=servers,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            on_mismatch=on_mismatch,
        )
        super().__init__(configuration, transport=transport)

    @cached_property
    def trips(self) -> AsyncTrips:
        """Calls under `trips`."""
        from .resources.trips import AsyncTrips

        return AsyncTrips(self._session)

    @cached_property
    def photos(self) -> AsyncPhotos:
        """Calls under `photos`."""
        from .resources.photos import AsyncPhotos

        return AsyncPhotos(self._session)


def _configuration(
    *,
    line: str | None,
    api_key: str | None,
    base_url: str | None,
    servers: Mapping[str, str] | None,
    timeout: float | httpx.Timeout | None,
    max_retries: int,
    headers: Mapping[str, str] | None,
    on_mismatch: OnMismatch,
) -> Configuration:
    line = setting(line, "FERRIES_LINE")
    api_key = setting(api_key, "FERRIES_API_KEY")
    base_url = setting(base_url, "FERRIES_BASE_URL")
    return Configuration(
        base_url=base_url
        or server_url("https://{line}.ferries.example/v1", {"line": line or "north"}, ""),
        servers=operation_servers(
            {
                "/files": ("/files", {}),
                "https://{line}-big.upload.example/v2/raw": (
                    "https://{line}-big.upload.example/v2/raw",
                    {"line": line or "south"},
                ),
                "../maps": ("../maps", {}),
            },
            servers or {},
        ),
        credentials={
            "key": HeaderKey("X-Key", api_key) if api_key else None,
        },
        security=[["key"]],
        timeout=timeout,
        max_retries=max_retries,
        headers=headers or {},
        on_mismatch=on_mismatch,
        errors=BY_STATUS,
        error_pointers={},
        user_agent="ferries-python",
        missing_help={
            "key": "Pass api_key, or set FERRIES_API_KEY.",
        },
    )
