# Generated from the description of Vault by specloom; edits will be lost.

"""Calls under `vault`."""

from __future__ import annotations

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

__all__ = ["AsyncVaultResource", "VaultResource"]


class VaultResource(Resource):
    """Calls under `vault`."""

    def open(self) -> None:
        """Call `GET /open`."""
        self._nothing(_open())

    def keys(self) -> None:
        """Call `GET /keys`."""
        self._nothing(_keys())

    def create(self) -> None:
        """Call `POST /keys`."""
        self._nothing(_create())

    def clear(self) -> None:
        """Call `DELETE /keys`."""
        self._nothing(_clear())


class AsyncVaultResource(AsyncResource):
    """Calls under `vault`."""

    async def open(self) -> None:
        """Call `GET /open`."""
        await self._nothing(_open())

    async def keys(self) -> None:
        """Call `GET /keys`."""
        await self._nothing(_keys())

    async def create(self) -> None:
        """Call `POST /keys`."""
        await self._nothing(_create())

    async def clear(self) -> None:
        """Call `DELETE /keys`."""
        await self._nothing(_clear())


def _open() -> Request:
    request = Request("GET", "/open", security=[])
    return request


def _keys() -> Request:
    request = Request("GET", "/keys")
    return request


def _create() -> Request:
    request = Request("POST", "/keys", security=[["Header", "Query"], ["Cookie"], []])
    return request


def _clear() -> Request:
    request = Request("DELETE", "/keys", security=[["OAuth"]])
    return request
