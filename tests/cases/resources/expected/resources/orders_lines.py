# Generated from the description of Shop by specloom; edits will be lost.

"""Calls under `orders.lines`."""

from __future__ import annotations

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

__all__ = ["AsyncOrdersLines", "OrdersLines"]


class OrdersLines(Resource):
    """Calls under `orders.lines`."""

    def list(self, id: int) -> None:
        """Call `GET /orders/{id}/lines`.

        Args:
            id: The path parameter `id`.
        """
        self._nothing(_list(id))

    def delete(self, id: int, line: int) -> None:
        """Call `DELETE /orders/{id}/lines/{line}`.

        Args:
            id: The path parameter `id`.
            line: The path parameter `line`.
        """
        self._nothing(_delete(id, line))


class AsyncOrdersLines(AsyncResource):
    """Calls under `orders.lines`."""

    async def list(self, id: int) -> None:
        """Call `GET /orders/{id}/lines`.

        Args:
            id: The path parameter `id`.
        """
        await self._nothing(_list(id))

    async def delete(self, id: int, line: int) -> None:
        """Call `DELETE /orders/{id}/lines/{line}`.

        Args:
            id: The path parameter `id`.
            line: The path parameter `line`.
        """
        await self._nothing(_delete(id, line))


def _list(id: int) -> Request:
    request = Request("GET", "/orders/{id}/lines")
    request.path("id", id)
    return request


def _delete(id: int, line: int) -> Request:
    request = Request("DELETE", "/orders/{id}/lines/{line}", idempotent=False)
    request.path("id", id)
    request.path("line", line)
    return request
