# Generated from the description of Fixje Partner by specloom; edits will be lost.

"""The clients for Fixje Partner: `Fixje` and `AsyncFixje`."""

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
from ._runtime.features.failures import DescribedFailures as _DescribedFailures
from ._runtime.features.multipart import write_parts as _write_parts
from ._runtime.features.tokens import (
    ClientCredentials as _ClientCredentials,
    with_tokens as _with_tokens,
)
from .errors import BY_STATUS as _BY_STATUS, described_failure as _described_failure

if TYPE_CHECKING:
    from collections.abc import Mapping as _Mapping

    import httpx as _httpx

    from ._runtime.configuration import OnMismatch as _OnMismatch
    from ._runtime.features.tokens import TokenStore as _TokenStore
    from .resources.authentication import AsyncAuthentication, Authentication
    from .resources.orders import AsyncOrders, Orders
    from .resources.products import AsyncProducts, Products

__all__ = ["AsyncFixje", "Fixje"]


class Fixje(_Client):
    """A client for Fixje Partner; calls block.

    Args:
        host: Host of the Partner API, which Fixje tells each partner. Default: the environment
            variable `FIXJE_HOST`.
        client_id: Client id and client secret that Fixje gives to a partner. They are traded
            for an access token, which other calls carry as a bearer token until it expires.
            Default: the environment variable `FIXJE_CLIENT_ID`.
        client_secret: The secret of `client_id`. Default: the environment variable
            `FIXJE_CLIENT_SECRET`.
        base_url: The server's address, in place of the described one. Default: the environment
            variable `FIXJE_BASE_URL`.
        token_store: Where tokens are kept, with methods `load` and `save`. Default: the memory
            of the process, for all clients that have the same credentials.
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
        host: str | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        base_url: str | None = None,
        token_store: _TokenStore | None = None,
        timeout: float | _httpx.Timeout | None = 60.0,
        max_response_bytes: int | None = 100_000_000,
        max_retries: int = 2,
        headers: _Mapping[str, str] | None = None,
        on_mismatch: _OnMismatch = "warn",
        transport: _httpx.BaseTransport | None = None,
    ) -> None:
        super().__init__(
            _configuration(
                host=host,
                client_id=client_id,
                client_secret=client_secret,
                base_url=base_url,
                token_store=token_store,
                timeout=timeout,
                max_response_bytes=max_response_bytes,
                max_retries=max_retries,
                headers=headers,
                on_mismatch=on_mismatch,
            ),
            transport=transport,
        )

    @_cached_property
    def authentication(self) -> Authentication:
        """Fetch an access token by hand."""
        from .resources.authentication import Authentication

        return Authentication(self._session)

    @_cached_property
    def orders(self) -> Orders:
        """Place orders and follow them."""
        from .resources.orders import Orders

        return Orders(self._session)

    @_cached_property
    def products(self) -> Products:
        """Read what can be ordered, at which price, and how much of it is there."""
        from .resources.products import Products

        return Products(self._session)


class AsyncFixje(_AsyncClient):
    """A client for Fixje Partner; calls are awaited.

    Args:
        host: Host of the Partner API, which Fixje tells each partner. Default: the environment
            variable `FIXJE_HOST`.
        client_id: Client id and client secret that Fixje gives to a partner. They are traded
            for an access token, which other calls carry as a bearer token until it expires.
            Default: the environment variable `FIXJE_CLIENT_ID`.
        client_secret: The secret of `client_id`. Default: the environment variable
            `FIXJE_CLIENT_SECRET`.
        base_url: The server's address, in place of the described one. Default: the environment
            variable `FIXJE_BASE_URL`.
        token_store: Where tokens are kept, with methods `load` and `save`. Default: the memory
            of the process, for all clients that have the same credentials.
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
        host: str | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        base_url: str | None = None,
        token_store: _TokenStore | None = None,
        timeout: float | _httpx.Timeout | None = 60.0,
        max_response_bytes: int | None = 100_000_000,
        max_retries: int = 2,
        headers: _Mapping[str, str] | None = None,
        on_mismatch: _OnMismatch = "warn",
        transport: _httpx.AsyncBaseTransport | None = None,
    ) -> None:
        super().__init__(
            _configuration(
                host=host,
                client_id=client_id,
                client_secret=client_secret,
                base_url=base_url,
                token_store=token_store,
                timeout=timeout,
                max_response_bytes=max_response_bytes,
                max_retries=max_retries,
                headers=headers,
                on_mismatch=on_mismatch,
            ),
            transport=transport,
        )

    @_cached_property
    def authentication(self) -> AsyncAuthentication:
        """Fetch an access token by hand."""
        from .resources.authentication import AsyncAuthentication

        return AsyncAuthentication(self._session)

    @_cached_property
    def orders(self) -> AsyncOrders:
        """Place orders and follow them."""
        from .resources.orders import AsyncOrders

        return AsyncOrders(self._session)

    @_cached_property
    def products(self) -> AsyncProducts:
        """Read what can be ordered, at which price, and how much of it is there."""
        from .resources.products import AsyncProducts

        return AsyncProducts(self._session)


def _configuration(
    *,
    host: str | None,
    client_id: str | None,
    client_secret: str | None,
    base_url: str | None,
    token_store: _TokenStore | None,
    timeout: float | _httpx.Timeout | None,
    max_response_bytes: int | None,
    max_retries: int,
    headers: _Mapping[str, str] | None,
    on_mismatch: _OnMismatch,
) -> _Configuration:
    host = _setting(host, "FIXJE_HOST")
    client_id = _setting(client_id, "FIXJE_CLIENT_ID")
    client_secret = _setting(client_secret, "FIXJE_CLIENT_SECRET")
    base_url = _setting(base_url, "FIXJE_BASE_URL")
    return _Configuration(
        base_url=base_url
        or _server_url(
            "https://{host}",
            {"host": host or None},
            "Pass host (FIXJE_HOST), or base_url (FIXJE_BASE_URL).",
        ),
        credentials={
            "oauth2": _ClientCredentials(
                client_id,
                client_secret,
                token_url="/api/v1/login",
                write=_write_parts,
                sent_in="body",
                store=token_store,
            )
            if client_id and client_secret
            else None,
        },
        security=[["oauth2"]],
        timeout=timeout,
        max_response_bytes=max_response_bytes,
        max_retries=max_retries,
        headers=_extended("headers", {"User-Agent": "fixje-python/1.0"}, headers),
        on_mismatch=on_mismatch,
        errors=_BY_STATUS,
        describe_failure=_DescribedFailures(_described_failure, _BY_STATUS.keys()),
        error_pointers={"code": ("type",), "message": ("detail",)},
        authorize=_with_tokens,
        missing_help={
            "oauth2": "Pass client_id and client_secret, or set FIXJE_CLIENT_ID and FIXJE_CLIENT_SECRET.",
        },
        carriers={
            "oauth2": "authorization",
        },
    )
