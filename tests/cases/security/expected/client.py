# Generated from the description of Vault by specloom; edits will be lost.

"""The clients for Vault: `Vault` and `AsyncVault`."""

from __future__ import annotations

from functools import cached_property as _cached_property, partial as _partial
from typing import TYPE_CHECKING

from ._runtime.client import AsyncClient as _AsyncClient, Client as _Client
from ._runtime.configuration import (
    Configuration as _Configuration,
    extended as _extended,
    server_url as _server_url,
    setting as _setting,
)
from ._runtime.features.basic import Basic as _Basic
from ._runtime.features.bearer import Bearer as _Bearer
from ._runtime.features.digest import Digest as _Digest, with_digest as _with_digest
from ._runtime.features.forms import write_form as _write_form
from ._runtime.features.keys import (
    CookieKey as _CookieKey,
    HeaderKey as _HeaderKey,
    QueryKey as _QueryKey,
)
from ._runtime.features.tokens import (
    ClientCredentials as _ClientCredentials,
    with_tokens as _with_tokens,
)
from .errors import BY_STATUS as _BY_STATUS

if TYPE_CHECKING:
    from collections.abc import Callable as _Callable, Mapping as _Mapping

    import httpx as _httpx

    from ._runtime.configuration import OnMismatch as _OnMismatch
    from ._runtime.features.tokens import TokenStore as _TokenStore
    from .resources.vault import AsyncVaultResource, VaultResource

__all__ = ["AsyncVault", "Vault"]


class Vault(_Client):
    """A client for Vault; calls block.

    Args:
        basic_username: Who you are. Default: the environment variable `VAULT_BASIC_USERNAME`.
        basic_password: The password of `basic_username`. Default: the environment variable
            `VAULT_BASIC_PASSWORD`.
        token: Bearer token, sent in the header `Authorization`; or a function that returns it,
            called for each request. Default: the environment variable `VAULT_TOKEN`.
        header: Key, sent in the header `X-Key`. Default: the environment variable
            `VAULT_HEADER`.
        query_secret: Key, sent in the query parameter `key`. Default: the environment variable
            `VAULT_QUERY_SECRET`.
        cookie: Value of the cookie `sid`. Default: the environment variable `VAULT_COOKIE`.
        digest_username: User name for HTTP Digest authentication. Default: the environment
            variable `VAULT_DIGEST_USERNAME`.
        digest_password: The password of `digest_username`. Default: the environment variable
            `VAULT_DIGEST_PASSWORD`.
        client_id: Client ID (OAuth 2) with which tokens are fetched. Default: the environment
            variable `VAULT_CLIENT_ID`.
        client_secret: The secret of `client_id`. Default: the environment variable
            `VAULT_CLIENT_SECRET`.
        base_url: The server's address, in place of the described one. Default: the environment
            variable `VAULT_BASE_URL`.
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
        basic_username: str | None = None,
        basic_password: str | None = None,
        token: str | _Callable[[], str] | None = None,
        header: str | None = None,
        query_secret: str | None = None,
        cookie: str | None = None,
        digest_username: str | None = None,
        digest_password: str | None = None,
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
                basic_username=basic_username,
                basic_password=basic_password,
                token=token,
                header=header,
                query_secret=query_secret,
                cookie=cookie,
                digest_username=digest_username,
                digest_password=digest_password,
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
    def vault(self) -> VaultResource:
        """Calls under `vault`."""
        from .resources.vault import VaultResource

        return VaultResource(self._session)


class AsyncVault(_AsyncClient):
    """A client for Vault; calls are awaited.

    Args:
        basic_username: Who you are. Default: the environment variable `VAULT_BASIC_USERNAME`.
        basic_password: The password of `basic_username`. Default: the environment variable
            `VAULT_BASIC_PASSWORD`.
        token: Bearer token, sent in the header `Authorization`; or a function that returns it,
            called for each request. Default: the environment variable `VAULT_TOKEN`.
        header: Key, sent in the header `X-Key`. Default: the environment variable
            `VAULT_HEADER`.
        query_secret: Key, sent in the query parameter `key`. Default: the environment variable
            `VAULT_QUERY_SECRET`.
        cookie: Value of the cookie `sid`. Default: the environment variable `VAULT_COOKIE`.
        digest_username: User name for HTTP Digest authentication. Default: the environment
            variable `VAULT_DIGEST_USERNAME`.
        digest_password: The password of `digest_username`. Default: the environment variable
            `VAULT_DIGEST_PASSWORD`.
        client_id: Client ID (OAuth 2) with which tokens are fetched. Default: the environment
            variable `VAULT_CLIENT_ID`.
        client_secret: The secret of `client_id`. Default: the environment variable
            `VAULT_CLIENT_SECRET`.
        base_url: The server's address, in place of the described one. Default: the environment
            variable `VAULT_BASE_URL`.
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
        basic_username: str | None = None,
        basic_password: str | None = None,
        token: str | _Callable[[], str] | None = None,
        header: str | None = None,
        query_secret: str | None = None,
        cookie: str | None = None,
        digest_username: str | None = None,
        digest_password: str | None = None,
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
                basic_username=basic_username,
                basic_password=basic_password,
                token=token,
                header=header,
                query_secret=query_secret,
                cookie=cookie,
                digest_username=digest_username,
                digest_password=digest_password,
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
    def vault(self) -> AsyncVaultResource:
        """Calls under `vault`."""
        from .resources.vault import AsyncVaultResource

        return AsyncVaultResource(self._session)


def _configuration(
    *,
    basic_username: str | None,
    basic_password: str | None,
    token: str | _Callable[[], str] | None,
    header: str | None,
    query_secret: str | None,
    cookie: str | None,
    digest_username: str | None,
    digest_password: str | None,
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
    basic_username = _setting(basic_username, "VAULT_BASIC_USERNAME")
    basic_password = _setting(basic_password, "VAULT_BASIC_PASSWORD")
    token = _setting(token, "VAULT_TOKEN") if not callable(token) else token
    header = _setting(header, "VAULT_HEADER")
    query_secret = _setting(query_secret, "VAULT_QUERY_SECRET")
    cookie = _setting(cookie, "VAULT_COOKIE")
    digest_username = _setting(digest_username, "VAULT_DIGEST_USERNAME")
    digest_password = _setting(digest_password, "VAULT_DIGEST_PASSWORD")
    client_id = _setting(client_id, "VAULT_CLIENT_ID")
    client_secret = _setting(client_secret, "VAULT_CLIENT_SECRET")
    base_url = _setting(base_url, "VAULT_BASE_URL")
    return _Configuration(
        base_url=base_url or _server_url("https://vault.example", {}, ""),
        credentials={
            "Basic": _Basic(basic_username, basic_password)
            if basic_username and basic_password
            else None,
            "Token": _Bearer(token) if token else None,
            "Header": _HeaderKey("X-Key", header) if header else None,
            "Query": _QueryKey("key", query_secret) if query_secret else None,
            "Cookie": _CookieKey("sid", cookie) if cookie else None,
            "Digest": _Digest(digest_username, digest_password)
            if digest_username and digest_password
            else None,
            "OAuth": _ClientCredentials(
                client_id,
                client_secret,
                token_url="https://vault.example/token",
                write=_write_form,
                store=token_store,
                scopes=["admin"],
            )
            if client_id and client_secret
            else None,
        },
        security=[["Basic"], ["Token"]],
        timeout=timeout,
        max_response_bytes=max_response_bytes,
        max_retries=max_retries,
        headers=_extended("headers", {"User-Agent": "vault-python/1"}, headers),
        on_mismatch=on_mismatch,
        errors=_BY_STATUS,
        error_pointers={},
        authorize=_partial(_with_digest, send_on=_with_tokens),
        missing_help={
            "Basic": "Pass basic_username and basic_password, or set VAULT_BASIC_USERNAME and VAULT_BASIC_PASSWORD.",
            "Token": "Pass token, or set VAULT_TOKEN.",
            "Header": "Pass header, or set VAULT_HEADER.",
            "Query": "Pass query_secret, or set VAULT_QUERY_SECRET.",
            "Cookie": "Pass cookie, or set VAULT_COOKIE.",
            "Digest": "Pass digest_username and digest_password, or set VAULT_DIGEST_USERNAME and VAULT_DIGEST_PASSWORD.",
            "OAuth": "Pass client_id and client_secret, or set VAULT_CLIENT_ID and VAULT_CLIENT_SECRET.",
        },
        carriers={
            "Basic": "authorization",
            "Token": "authorization",
            "Header": "x-key",
            "Query": "?key",
            "Cookie": "cookie sid",
            "Digest": "authorization",
            "OAuth": "authorization",
        },
    )
