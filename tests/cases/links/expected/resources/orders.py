# Generated from the description of Orders by specloom; edits will be lost.

"""Calls under `orders`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.links import Link as _Link
from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from .._runtime.unset import Unset as _Unset
    from ..inputs.order_input import OrderInput
    from ..models.order import Order

__all__ = ["AsyncOrdersResource", "OrdersResource"]


class OrdersResource(_Resource):
    """Calls under `orders`."""

    def get(self, id: int) -> Order:
        """Call `GET /orders/{id}`.

        Args:
            id: The path parameter `id`.
        """
        from ..models.order import Order

        return self._json(_get_request(id), Order)

    def replace(self, id: int, *, body: OrderInput | Order | _Unset = _UNSET) -> list[_Link[Order]]:
        """Replace an order; links are plain objects in what is passed in.

        `PUT /orders/{id}`

        Args:
            id: The path parameter `id`.
            body: The body.
        """
        from ..models.order import Order

        return self._json(_replace_request(id, body=body), list[_Link[Order]])


class AsyncOrdersResource(_AsyncResource):
    """Calls under `orders`."""

    async def get(self, id: int) -> Order:
        """Call `GET /orders/{id}`.

        Args:
            id: The path parameter `id`.
        """
        from ..models.order import Order

        return await self._json(_get_request(id), Order)

    async def replace(
        self, id: int, *, body: OrderInput | Order | _Unset = _UNSET
    ) -> list[_Link[Order]]:
        """Replace an order; links are plain objects in what is passed in.

        `PUT /orders/{id}`

        Args:
            id: The path parameter `id`.
            body: The body.
        """
        from ..models.order import Order

        return await self._json(_replace_request(id, body=body), list[_Link[Order]])


def _get_request(id: int) -> _Request:
    _request = _Request("GET", "/orders/{id}")
    _request.numbers(id=id)
    _request.path("id", id)
    return _request


def _replace_request(id: int, *, body: OrderInput | Order | _Unset) -> _Request:
    from ..inputs.order_input import ORDER_INPUT

    _request = _Request("PUT", "/orders/{id}")
    _request.numbers(id=id)
    _request.path("id", id)
    _request.json(body, ORDER_INPUT)
    return _request
