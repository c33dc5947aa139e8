# Generated from the description of Shop by specloom; edits will be lost.

"""Calls under `orders.lines`."""

from __future__ import annotations

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

__all__ = ["AsyncOrdersLines", "OrdersLines"]


class OrdersLines(_Resource):
    """Calls under `orders.lines`."""

    def list(self, id: int) -> None:
        """Call `GET /orders/{id}/lines`.

        Args:
            id: The path parameter `id`.
        """
        self._nothing(_list_request(id))

    def delete(self, id: int, line: int) -> None:
        """Call `DELETE /orders/{id}/lines/{line}`.

        Args:
            id: The path parameter `id`.
            line: The path parameter `line`.
        """
        self._nothing(_delete_request(id, line))


class AsyncOrdersLines(_AsyncResource):
    """Calls under `orders.lines`."""

    async def list(self, id: int) -> None:
        """Call `GET /orders/{id}/lines`.

        Args:
            id: The path parameter `id`.
        """
        await self._nothing(_list_request(id))

    async def delete(self, id: int, line: int) -> None:
        """Call `DELETE /orders/{id}/lines/{line}`.

        Args:
            id: The path parameter `id`.
            line: The path parameter `line`.
        """
        await self._nothing(_delete_request(id, line))


def _list_request(id: int) -> _Request:
    _request = _Request("GET", "/orders/{id}/lines")
    _request.numbers(id=id)
    _request.path("id", id)
    return _request


def _delete_request(id: int, line: int) -> _Request:
    _request = _Request("DELETE", "/orders/{id}/lines/{line}", idempotent=False)
    _request.numbers(id=id, line=line)
    _request.path("id", id)
    _request.path("line", line)
    return _request
