# Generated from the description of Sitoo Service Orders by specloom; edits will be lost.

"""The clients for Sitoo Service Orders: `Sitoo` and `AsyncSitoo`."""

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
from ._runtime.features.failures import DescribedFailures as _DescribedFailures
from .errors import BY_STATUS as _BY_STATUS, described_failure as _described_failure

if TYPE_CHECKING:
    from collections.abc import Mapping as _Mapping

    import httpx as _httpx

    from ._runtime.configuration import OnMismatch as _OnMismatch
    from .resources.service_orders import AsyncServiceOrders, ServiceOrders

__all__ = ["AsyncSitoo", "Sitoo"]


class Sitoo(_Client):
    """A client for Sitoo Service Orders; calls block.

    Args:
        account: Number of the account, which is also the first part of the API ID. Default: the
            environment variable `SITOO_ACCOUNT`.
        host: Host that serves the account; Sitoo's backoffice shows it when an API password is
            made. The sandbox is `api-sandbox.mysitoo.com`. Default: the environment variable
            `SITOO_HOST`, then `api.mysitoo.com`.
        api_id: API ID and API password, both made in Sitoo's backoffice under settings, REST
            API. The backoffice can also limit calls to certain IP addresses: with the right
            credentials, a call from elsewhere may still be refused. Default: the environment
            variable `SITOO_API_ID`.
        api_password: The password of `api_id`. Default: the environment variable
            `SITOO_API_PASSWORD`.
        base_url: The server's address, in place of the described one. Default: the environment
            variable `SITOO_BASE_URL`.
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
        account: str | None = None,
        host: str | None = None,
        api_id: str | None = None,
        api_password: str | None = None,
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
                account=account,
                host=host,
                api_id=api_id,
                api_password=api_password,
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
    def service_orders(self) -> ServiceOrders:
        """Create service orders, find them, and move them through the workshop."""
        from .resources.service_orders import ServiceOrders

        return ServiceOrders(self._session)


class AsyncSitoo(_AsyncClient):
    """A client for Sitoo Service Orders; calls are awaited.

    Args:
        account: Number of the account, which is also the first part of the API ID. Default: the
            environment variable `SITOO_ACCOUNT`.
        host: Host that serves the account; Sitoo's backoffice shows it when an API password is
            made. The sandbox is `api-sandbox.mysitoo.com`. Default: the environment variable
            `SITOO_HOST`, then `api.mysitoo.com`.
        api_id: API ID and API password, both made in Sitoo's backoffice under settings, REST
            API. The backoffice can also limit calls to certain IP addresses: with the right
            credentials, a call from elsewhere may still be refused. Default: the environment
            variable `SITOO_API_ID`.
        api_password: The password of `api_id`. Default: the environment variable
            `SITOO_API_PASSWORD`.
        base_url: The server's address, in place of the described one. Default: the environment
            variable `SITOO_BASE_URL`.
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
        account: str | None = None,
        host: str | None = None,
        api_id: str | None = None,
        api_password: str | None = None,
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
                account=account,
                host=host,
                api_id=api_id,
                api_password=api_password,
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
    def service_orders(self) -> AsyncServiceOrders:
        """Create service orders, find them, and move them through the workshop."""
        from .resources.service_orders import AsyncServiceOrders

        return AsyncServiceOrders(self._session)


def _configuration(
    *,
    account: str | None,
    host: str | None,
    api_id: str | None,
    api_password: str | None,
    base_url: str | None,
    timeout: float | _httpx.Timeout | None,
    max_response_bytes: int | None,
    max_retries: int,
    headers: _Mapping[str, str] | None,
    on_mismatch: _OnMismatch,
) -> _Configuration:
    account = _setting(account, "SITOO_ACCOUNT")
    host = _setting(host, "SITOO_HOST")
    api_id = _setting(api_id, "SITOO_API_ID")
    api_password = _setting(api_password, "SITOO_API_PASSWORD")
    base_url = _setting(base_url, "SITOO_BASE_URL")
    return _Configuration(
        base_url=base_url
        or _server_url(
            "https://{host}/v2/accounts/{account}",
            {"host": host or "api.mysitoo.com", "account": account or None},
            "Pass account (SITOO_ACCOUNT), or base_url (SITOO_BASE_URL).",
        ),
        credentials={
            "basic": _Basic(api_id, api_password) if api_id and api_password else None,
        },
        security=[["basic"]],
        timeout=timeout,
        max_response_bytes=max_response_bytes,
        max_retries=max_retries,
        headers=_extended("headers", {"User-Agent": "sitoo-python/2"}, headers),
        on_mismatch=on_mismatch,
        errors=_BY_STATUS,
        describe_failure=_DescribedFailures(_described_failure, _BY_STATUS.keys()),
        error_pointers={"code": ("statuscode",), "message": ("errortext",)},
        missing_help={
            "basic": "Pass api_id and api_password, or set SITOO_API_ID and SITOO_API_PASSWORD.",
        },
        carriers={
            "basic": "authorization",
        },
    )
