# Generated from the description of Vault by specloom; edits will be lost.

"""Calls under `vault`."""

from __future__ import annotations

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

__all__ = ["AsyncVaultResource", "VaultResource"]


class VaultResource(_Resource):
    """Calls under `vault`."""

    def open(self) -> None:
        """Call `GET /open`."""
        self._nothing(_open_request())

    def keys(self) -> None:
        """Call `GET /keys`."""
        self._nothing(_keys_request())

    def create(self) -> None:
        """Call `POST /keys`."""
        self._nothing(_create_request())

    def clear(self) -> None:
        """Call `DELETE /keys`."""
        self._nothing(_clear_request())


class AsyncVaultResource(_AsyncResource):
    """Calls under `vault`."""

    async def open(self) -> None:
        """Call `GET /open`."""
        await self._nothing(_open_request())

    async def keys(self) -> None:
        """Call `GET /keys`."""
        await self._nothing(_keys_request())

    async def create(self) -> None:
        """Call `POST /keys`."""
        await self._nothing(_create_request())

    async def clear(self) -> None:
        """Call `DELETE /keys`."""
        await self._nothing(_clear_request())


def _open_request() -> _Request:
    _request = _Request("GET", "/open", security=[])
    return _request


def _keys_request() -> _Request:
    _request = _Request("GET", "/keys")
    return _request


def _create_request() -> _Request:
    _request = _Request("POST", "/keys", security=[["Header", "Query"], ["Cookie"], []])
    return _request


def _clear_request() -> _Request:
    _request = _Request("DELETE", "/keys", security=[["OAuth"], ["Digest"]])
    return _request
