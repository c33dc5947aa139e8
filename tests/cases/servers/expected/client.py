# Generated from the description of Tenants by specloom; edits will be lost.

"""The clients for Tenants: `Tenants` and `AsyncTenants`."""

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
from .errors import BY_STATUS as _BY_STATUS

if TYPE_CHECKING:
    from collections.abc import Mapping as _Mapping

    import httpx as _httpx

    from ._runtime.configuration import OnMismatch as _OnMismatch
    from .resources.me import AsyncMe, Me

__all__ = ["AsyncTenants", "Tenants"]


class Tenants(_Client):
    """A client for Tenants; calls block.

    Args:
        tenant: The first part of `https://…`, as in `demo`, with "|" and <b> and ` as they are.
            Default: the environment variable `TENANTS_TENANT`.
        region: `region` in the server's address. One of `eu`, `us`. Default: the environment
            variable `TENANTS_REGION`, then `eu`.
        tcp_port: `port` in the server's address. Default: the environment variable
            `TENANTS_TCP_PORT`, then `443`.
        api_key: From your settings. Default: the environment variable `TENANTS_API_KEY`.
        base_url: The server's address, in place of the described one. Default: the environment
            variable `TENANTS_BASE_URL`.
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
        tenant: str | None = None,
        region: str | None = None,
        tcp_port: str | None = None,
        api_key: str | None = None,
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
                tenant=tenant,
                region=region,
                tcp_port=tcp_port,
                api_key=api_key,
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
    def me(self) -> Me:
        """Calls under `me`."""
        from .resources.me import Me

        return Me(self._session)


class AsyncTenants(_AsyncClient):
    """A client for Tenants; calls are awaited.

    Args:
        tenant: The first part of `https://…`, as in `demo`, with "|" and <b> and ` as they are.
            Default: the environment variable `TENANTS_TENANT`.
        region: `region` in the server's address. One of `eu`, `us`. Default: the environment
            variable `TENANTS_REGION`, then `eu`.
        tcp_port: `port` in the server's address. Default: the environment variable
            `TENANTS_TCP_PORT`, then `443`.
        api_key: From your settings. Default: the environment variable `TENANTS_API_KEY`.
        base_url: The server's address, in place of the described one. Default: the environment
            variable `TENANTS_BASE_URL`.
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
        tenant: str | None = None,
        region: str | None = None,
        tcp_port: str | None = None,
        api_key: str | None = None,
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
                tenant=tenant,
                region=region,
                tcp_port=tcp_port,
                api_key=api_key,
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
    def me(self) -> AsyncMe:
        """Calls under `me`."""
        from .resources.me import AsyncMe

        return AsyncMe(self._session)


def _configuration(
    *,
    tenant: str | None,
    region: str | None,
    tcp_port: str | None,
    api_key: str | None,
    base_url: str | None,
    timeout: float | _httpx.Timeout | None,
    max_response_bytes: int | None,
    max_retries: int,
    headers: _Mapping[str, str] | None,
    on_mismatch: _OnMismatch,
) -> _Configuration:
    tenant = _setting(tenant, "TENANTS_TENANT")
    region = _setting(region, "TENANTS_REGION", "region", ["eu", "us"])
    tcp_port = _setting(tcp_port, "TENANTS_TCP_PORT")
    api_key = _setting(api_key, "TENANTS_API_KEY")
    base_url = _setting(base_url, "TENANTS_BASE_URL")
    return _Configuration(
        base_url=base_url
        or _server_url(
            "https://{tenant}.{region}.example:{port}/v2",
            {"tenant": tenant or None, "region": region or "eu", "port": tcp_port or "443"},
            "Pass tenant (TENANTS_TENANT), or base_url (TENANTS_BASE_URL).",
        ),
        credentials={
            "key": _HeaderKey("X-Key", api_key) if api_key else None,
        },
        security=[["key"]],
        timeout=timeout,
        max_response_bytes=max_response_bytes,
        max_retries=max_retries,
        headers=_extended("headers", {"User-Agent": "tenants-python/2.1"}, headers),
        on_mismatch=on_mismatch,
        errors=_BY_STATUS,
        error_pointers={},
        missing_help={
            "key": "Pass api_key, or set TENANTS_API_KEY.",
        },
        carriers={
            "key": "x-key",
        },
    )
