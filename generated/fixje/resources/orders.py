# Generated from the description of Fixje Partner by specloom; edits will be lost.

"""Place orders and follow them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.paging import (
    AsyncPagingResource as _AsyncPagingResource,
    PagingResource as _PagingResource,
)
from .._runtime.features.paging_number import PageNumber as _PageNumber
from .._runtime.request import Request as _Request
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    import datetime as _datetime
    from collections.abc import Sequence as _Sequence
    from uuid import UUID as _UUID

    from .._runtime.features.paging import AsyncPager as _AsyncPager, Pager as _Pager
    from .._runtime.unset import Unset as _Unset
    from ..inputs.billing_address_create_input import BillingAddressCreateInput
    from ..inputs.order_item_create_input import OrderItemCreateInput
    from ..inputs.shipping_address_create_input import ShippingAddressCreateInput
    from ..models.order import Order
    from ..models.order_created import OrderCreated

__all__ = ["AsyncOrders", "Orders"]


class Orders(_PagingResource):
    """Place orders and follow them."""

    def list(self, *, page: int | None = None, page_size: int | None = None) -> _Pager[Order]:
        """List the partner's orders.

        Gives all orders of the partner, a page at a time, with what has been shipped of each.

        `GET /api/v1/orders`

        Args:
            page: Number of the page, from 1. Server default: `1`.
            page_size: How many orders a page has, 100 at most. Server default: `100`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.

        Raises:
            BadRequestError: 400.
            UnauthorizedError: 401.
            NotFoundError: 404.
            InternalServerError: 500.
        """
        from ..models.order_list import OrderList

        return self._pages(_list_request(page=page, page_size=page_size), OrderList, _ORDERS_PAGING)

    def create(
        self,
        *,
        shipping_method_id: _UUID | str,
        store_front_id: _UUID | str,
        shipping_address: ShippingAddressCreateInput,
        order_items: _Sequence[OrderItemCreateInput],
        reference: str | None | _Unset = _UNSET,
        customer_delivery_note: str | None | _Unset = _UNSET,
        requested_delivery_date: _datetime.date | None | _Unset = _UNSET,
        billing_address: BillingAddressCreateInput | _Unset = _UNSET,
    ) -> OrderCreated:
        """Place an order.

        Orders products for one storefront, to be sent by one shipping method to one address. Keep
        the `orderId` of the answer to follow the order, and read its `creationWarnings`: they come
        with an order that was made.

        Nothing is known of a guard against placing an order twice: after a timeout, look for your
        `reference` in the list before you try again.

        `POST /api/v1/orders`

        Args:
            shipping_method_id: Id of the shipping method. Fixje has a list of them for each
                partner, not described here.
            store_front_id: Id of the storefront that the order belongs to.
            shipping_address: Where to send it.
            order_items: What is ordered.
            reference: The partner's own reference, which the order keeps.
            customer_delivery_note: Note on the delivery.
            requested_delivery_date: Day on which it should arrive.
            billing_address: Who pays, and where invoices go.

        Raises:
            BadRequestError: 400.
            UnauthorizedError: 401.
            NotFoundError: 404.
            InternalServerError: 500.
        """
        from ..models.order_created import OrderCreated

        return self._json(
            _create_request(
                shipping_method_id=shipping_method_id,
                store_front_id=store_front_id,
                shipping_address=shipping_address,
                order_items=order_items,
                reference=reference,
                customer_delivery_note=customer_delivery_note,
                requested_delivery_date=requested_delivery_date,
                billing_address=billing_address,
            ),
            OrderCreated,
        )

    def get(self, order_id: _UUID | str) -> Order:
        """Get an order.

        Gives one order with its items and what has been shipped of it.

        `GET /api/v1/orders/{orderId}`

        Args:
            order_id: Id of the order.

        Raises:
            BadRequestError: 400.
            UnauthorizedError: 401.
            NotFoundError: 404.
            InternalServerError: 500.
        """
        from ..models.order import Order

        return self._json(_get_request(order_id), Order)


class AsyncOrders(_AsyncPagingResource):
    """Place orders and follow them."""

    def list(self, *, page: int | None = None, page_size: int | None = None) -> _AsyncPager[Order]:
        """List the partner's orders.

        Gives all orders of the partner, a page at a time, with what has been shipped of each.

        `GET /api/v1/orders`

        Args:
            page: Number of the page, from 1. Server default: `1`.
            page_size: How many orders a page has, 100 at most. Server default: `100`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.

        Raises:
            BadRequestError: 400.
            UnauthorizedError: 401.
            NotFoundError: 404.
            InternalServerError: 500.
        """
        from ..models.order_list import OrderList

        return self._pages(_list_request(page=page, page_size=page_size), OrderList, _ORDERS_PAGING)

    async def create(
        self,
        *,
        shipping_method_id: _UUID | str,
        store_front_id: _UUID | str,
        shipping_address: ShippingAddressCreateInput,
        order_items: _Sequence[OrderItemCreateInput],
        reference: str | None | _Unset = _UNSET,
        customer_delivery_note: str | None | _Unset = _UNSET,
        requested_delivery_date: _datetime.date | None | _Unset = _UNSET,
        billing_address: BillingAddressCreateInput | _Unset = _UNSET,
    ) -> OrderCreated:
        """Place an order.

        Orders products for one storefront, to be sent by one shipping method to one address. Keep
        the `orderId` of the answer to follow the order, and read its `creationWarnings`: they come
        with an order that was made.

        Nothing is known of a guard against placing an order twice: after a timeout, look for your
        `reference` in the list before you try again.

        `POST /api/v1/orders`

        Args:
            shipping_method_id: Id of the shipping method. Fixje has a list of them for each
                partner, not described here.
            store_front_id: Id of the storefront that the order belongs to.
            shipping_address: Where to send it.
            order_items: What is ordered.
            reference: The partner's own reference, which the order keeps.
            customer_delivery_note: Note on the delivery.
            requested_delivery_date: Day on which it should arrive.
            billing_address: Who pays, and where invoices go.

        Raises:
            BadRequestError: 400.
            UnauthorizedError: 401.
            NotFoundError: 404.
            InternalServerError: 500.
        """
        from ..models.order_created import OrderCreated

        return await self._json(
            _create_request(
                shipping_method_id=shipping_method_id,
                store_front_id=store_front_id,
                shipping_address=shipping_address,
                order_items=order_items,
                reference=reference,
                customer_delivery_note=customer_delivery_note,
                requested_delivery_date=requested_delivery_date,
                billing_address=billing_address,
            ),
            OrderCreated,
        )

    async def get(self, order_id: _UUID | str) -> Order:
        """Get an order.

        Gives one order with its items and what has been shipped of it.

        `GET /api/v1/orders/{orderId}`

        Args:
            order_id: Id of the order.

        Raises:
            BadRequestError: 400.
            UnauthorizedError: 401.
            NotFoundError: 404.
            InternalServerError: 500.
        """
        from ..models.order import Order

        return await self._json(_get_request(order_id), Order)


_ORDERS_PAGING = _PageNumber("page", items="data", total="total_count")


def _list_request(*, page: int | None, page_size: int | None) -> _Request:
    _request = _Request("GET", "/api/v1/orders")
    _request.numbers(page=page, page_size=page_size)
    _request.query("page", page)
    _request.query("pagesize", page_size)
    return _request


def _create_request(
    *,
    shipping_method_id: _UUID | str,
    store_front_id: _UUID | str,
    shipping_address: ShippingAddressCreateInput,
    order_items: _Sequence[OrderItemCreateInput],
    reference: str | None | _Unset,
    customer_delivery_note: str | None | _Unset,
    requested_delivery_date: _datetime.date | None | _Unset,
    billing_address: BillingAddressCreateInput | _Unset,
) -> _Request:
    from .._runtime.features.shapes import Items as _Items
    from ..inputs.billing_address_create_input import BILLING_ADDRESS_CREATE_INPUT
    from ..inputs.order_item_create_input import ORDER_ITEM_CREATE_INPUT
    from ..inputs.shipping_address_create_input import SHIPPING_ADDRESS_CREATE_INPUT

    _request = _Request("POST", "/api/v1/orders")
    _request.require(
        shipping_method_id=shipping_method_id,
        store_front_id=store_front_id,
        shipping_address=shipping_address,
        order_items=order_items,
    )
    _request.dates(requested_delivery_date=requested_delivery_date)
    _request.field("reference", reference, nullable=True)
    _request.field("customerDeliveryNote", customer_delivery_note, nullable=True)
    _request.field("shippingMethodId", shipping_method_id)
    _request.field("storeFrontId", store_front_id)
    _request.field("requestedDeliveryDate", requested_delivery_date, nullable=True)
    _request.field("shippingAddress", shipping_address, SHIPPING_ADDRESS_CREATE_INPUT)
    _request.field("billingAddress", billing_address, BILLING_ADDRESS_CREATE_INPUT)
    _request.field("orderItems", order_items, _Items(ORDER_ITEM_CREATE_INPUT))
    return _request


def _get_request(order_id: _UUID | str) -> _Request:
    _request = _Request("GET", "/api/v1/orders/{orderId}")
    _request.path("orderId", order_id)
    return _request
