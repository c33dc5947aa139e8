# Generated from the description of Shop by specloom; edits will be lost.

"""The clients for Shop: `ShopClient` and `AsyncShopClient`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.client import AsyncClient as AsyncBaseClient
from ._runtime.client import Client as BaseClient
from ._runtime.configuration import Configuration, OnMismatch, server_url, setting
from .errors import BY_STATUS

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from .resources.orders import AsyncOrders, Orders

__all__ = ["AsyncShopClient", "ShopClient"]


class ShopClient(BaseClient):
    """A client for Shop; calls block.

    Args:
        base_url: The server's address, in place of the described one. Default: the environment
            variable `MY_SHOP_BASE_URL`.
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
        base_url: str | None = None,
        timeout: float | httpx.Timeout | None = 60.0,
        max_response_bytes: int | None = 100_000_000,
        max_retries: int = 2,
        headers: Mapping[str, str] | None = None,
        on_mismatch: OnMismatch = "warn",
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        configuration = _configuration(
            base_url=base_url,
            timeout=timeout,
            max_response_bytes=max_response_bytes,
            max_retries=max_retries,
            headers=headers,
            on_mismatch=on_mismatch,
        )
        super().__init__(configuration, transport=transport)

    @cached_property
    def orders(self) -> Orders:
        """What customers ordered."""
        from .resources.orders import Orders

        return Orders(self._session)


class AsyncShopClient(AsyncBaseClient):
    """A client for Shop; calls are awaited.

    Args:
        base_url: The server's address, in place of the described one. Default: the environment
            variable `MY_SHOP_BASE_URL`.
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
        base_url: str | None = None,
        timeout: float | httpx.Timeout | None = 60.0,
        max_response_bytes: int | None = 100_000_000,
        max_retries: int = 2,
        headers: Mapping[str, str] | None = None,
        on_mismatch: OnMismatch = "warn",
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        configuration = _configuration(
            base_url=base_url,
            timeout=timeout,
            max_response_bytes=max_response_bytes,
            max_retries=max_retries,
            headers=headers,
            on_mismatch=on_mismatch,
        )
        super().__init__(configuration, transport=transport)

    @cached_property
    def orders(self) -> AsyncOrders:
        """What customers ordered."""
        from .resources.orders import AsyncOrders

        return AsyncOrders(self._session)


def _configuration(
    *,
    base_url: str | None,
    timeout: float | httpx.Timeout | None,
    max_response_bytes: int | None,
    max_retries: int,
    headers: Mapping[str, str] | None,
    on_mismatch: OnMismatch,
) -> Configuration:
    base_url = setting(base_url, "MY_SHOP_BASE_URL")
    return Configuration(
        base_url=base_url or server_url("", {}, "Pass base_url, or set MY_SHOP_BASE_URL."),
        credentials={},
        security=[],
        timeout=timeout,
        max_response_bytes=max_response_bytes,
        max_retries=max_retries,
        headers=headers or {},
        on_mismatch=on_mismatch,
        errors=BY_STATUS,
        error_pointers={},
        user_agent="shop-python",
        missing_help={},
    )
