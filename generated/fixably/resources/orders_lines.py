# Generated from the description of Fixably API by specloom; edits will be lost.

"""Calls under `orders.lines`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.paging import (
    AsyncPagingResource as _AsyncPagingResource,
    PagingResource as _PagingResource,
)
from .._runtime.features.paging_offset import Offset as _Offset
from .._runtime.features.search import SearchGrammar as _SearchGrammar
from .._runtime.request import Request as _Request
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from collections.abc import Sequence as _Sequence
    from decimal import Decimal as _Decimal

    from .._runtime.features.paging import AsyncPager as _AsyncPager, Pager as _Pager
    from .._runtime.features.search import Search as _Search
    from .._runtime.unset import Unset as _Unset
    from ..inputs.custom_fields_input import CustomFieldsInput
    from ..inputs.id_reference_input import IdReferenceInput
    from ..inputs.order_line_page_relation_input import OrderLinePageRelationInput
    from ..inputs.order_line_price_range_input import OrderLinePriceRangeInput
    from ..inputs.order_line_relation_input import OrderLineRelationInput
    from ..models.order_line import OrderLine

__all__ = ["AsyncOrdersLines", "OrdersLines"]


class OrdersLines(_PagingResource):
    """Calls under `orders.lines`."""

    def list(
        self,
        order_id: int,
        *,
        expand: _Sequence[OrderLinePageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _Pager[OrderLine]:
        """List the lines of an order.

        Gives the products and services of the order, as links only unless `items` are expanded.

        `GET /orders/{order_id}/lines`

        Args:
            order_id: Number of the order.
            expand: What to have in full instead of as links. Relations of an item stand in
                parentheses. Takes a list of names, those of nested relations with dots between, or
                a text as the API has it.
            q: Only items that match all conditions: `field:value`, separated by commas. Values:
                `*` stands for anything, and alone for anything but empty; no value finds what is
                empty; `(1,5,10)` finds any of several, `[0,100]` a range with its ends, of which
                one may be left out; dates and years can be searched likewise:
                `createdAt:[2025-01-01,]`. Dots lead into nested objects: `status.id:12`. A value
                cannot contain `:` or `,`. Which fields can be searched depends on the resource;
                others are an error. Takes a mapping of names to values, see Searches in
                `README.md`, or a text as the API has it.
            limit: How many items the answer has at most. Server default: `25`.
            offset: How many items to skip. Cannot be combined with `page`.
            page: Number of the page to give, counted from 1; the answer then has the numbers of
                the pages around it. Cannot be combined with `offset`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.order_line_page import OrderLinePage

        return self._pages(
            _list_request(order_id, expand=expand, q=q, limit=limit, offset=offset, page=page),
            OrderLinePage,
            _OFFSET_PAGING,
        )

    def create(
        self,
        order_id: int,
        *,
        product: IdReferenceInput,
        quantity: _Decimal | int | str,
        price_range: OrderLinePriceRangeInput,
        price: _Decimal | int | str,
        vat: _Decimal | int | str,
        imei: str | _Unset = _UNSET,
        serial: str | _Unset = _UNSET,
        custom_fields: CustomFieldsInput | _Unset = _UNSET,
    ) -> OrderLine:
        """Add a line to an order.

        Adds a product or a service. Serial and IMEI number are called `serial` and `imei` here, and
        `serialNumber` and `imeiNumber` in answers.

        `POST /orders/{order_id}/lines`

        Args:
            order_id: Number of the order.
            product: Product or service.
            quantity: How many; a whole number for physical products.
            price_range: Which of the product's prices holds.
            price: Price without tax.
            vat: VAT or sales tax, in percent.
            imei: IMEI number, which has to be a valid one.
            serial: Serial number.
            custom_fields: Custom fields of the line. Required if the tenant has made one of
                them required.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.order_line import OrderLine

        return self._json(
            _create_request(
                order_id,
                product=product,
                quantity=quantity,
                price_range=price_range,
                price=price,
                vat=vat,
                imei=imei,
                serial=serial,
                custom_fields=custom_fields,
            ),
            OrderLine,
        )

    def get(
        self,
        order_id: int,
        line_id: int,
        *,
        expand: _Sequence[OrderLineRelationInput] | str | None = None,
    ) -> OrderLine:
        """Get a line of an order.

        The product comes as a link, unless it is expanded.

        `GET /orders/{order_id}/lines/{line_id}`

        Args:
            order_id: Number of the order.
            line_id: Id of the line.
            expand: Relations to have in full instead of as links. Takes a list of names, those
                of nested relations with dots between, or a text as the API has it.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.order_line import OrderLine

        return self._json(_get_request(order_id, line_id, expand=expand), OrderLine)

    def update(
        self,
        order_id: int,
        line_id: int,
        *,
        quantity: _Decimal | int | str,
        price_range: OrderLinePriceRangeInput,
        price: _Decimal | int | str,
        vat: _Decimal | int | str,
        imei: str | _Unset = _UNSET,
        serial: str | _Unset = _UNSET,
        custom_fields: CustomFieldsInput | _Unset = _UNSET,
    ) -> OrderLine | None:
        """Update a line of an order.

        Quantity, price range, price and VAT always have to be sent, though they cannot be changed
        once the line is invoiced or dispatched.

        `PATCH /orders/{order_id}/lines/{line_id}`

        Args:
            order_id: Number of the order.
            line_id: Id of the line.
            quantity: How many; a whole number for physical products. Cannot be changed once the
                line is invoiced or dispatched.
            price_range: Which of the product's prices holds. Cannot be changed once the line is
                invoiced or dispatched.
            price: Price without tax. Cannot be changed once the line is invoiced or dispatched.
            vat: VAT or sales tax, in percent. Cannot be changed once the line is invoiced or
                dispatched.
            imei: IMEI number, which has to be a valid one.
            serial: Serial number.
            custom_fields: Custom fields of the line. Required if the tenant has made one of
                them required.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.order_line import OrderLine

        return self._json(
            _update_request(
                order_id,
                line_id,
                quantity=quantity,
                price_range=price_range,
                price=price,
                vat=vat,
                imei=imei,
                serial=serial,
                custom_fields=custom_fields,
            ),
            OrderLine,
        )

    def delete(self, order_id: int, line_id: int) -> None:
        """Delete a line of an order.

        Lines that have been invoiced cannot be deleted; that gives status 400.

        `DELETE /orders/{order_id}/lines/{line_id}`

        Args:
            order_id: Number of the order.
            line_id: Id of the line.

        Raises:
            BadRequestError: 400.
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        self._nothing(_delete_request(order_id, line_id))


class AsyncOrdersLines(_AsyncPagingResource):
    """Calls under `orders.lines`."""

    def list(
        self,
        order_id: int,
        *,
        expand: _Sequence[OrderLinePageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _AsyncPager[OrderLine]:
        """List the lines of an order.

        Gives the products and services of the order, as links only unless `items` are expanded.

        `GET /orders/{order_id}/lines`

        Args:
            order_id: Number of the order.
            expand: What to have in full instead of as links. Relations of an item stand in
                parentheses. Takes a list of names, those of nested relations with dots between, or
                a text as the API has it.
            q: Only items that match all conditions: `field:value`, separated by commas. Values:
                `*` stands for anything, and alone for anything but empty; no value finds what is
                empty; `(1,5,10)` finds any of several, `[0,100]` a range with its ends, of which
                one may be left out; dates and years can be searched likewise:
                `createdAt:[2025-01-01,]`. Dots lead into nested objects: `status.id:12`. A value
                cannot contain `:` or `,`. Which fields can be searched depends on the resource;
                others are an error. Takes a mapping of names to values, see Searches in
                `README.md`, or a text as the API has it.
            limit: How many items the answer has at most. Server default: `25`.
            offset: How many items to skip. Cannot be combined with `page`.
            page: Number of the page to give, counted from 1; the answer then has the numbers of
                the pages around it. Cannot be combined with `offset`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.order_line_page import OrderLinePage

        return self._pages(
            _list_request(order_id, expand=expand, q=q, limit=limit, offset=offset, page=page),
            OrderLinePage,
            _OFFSET_PAGING,
        )

    async def create(
        self,
        order_id: int,
        *,
        product: IdReferenceInput,
        quantity: _Decimal | int | str,
        price_range: OrderLinePriceRangeInput,
        price: _Decimal | int | str,
        vat: _Decimal | int | str,
        imei: str | _Unset = _UNSET,
        serial: str | _Unset = _UNSET,
        custom_fields: CustomFieldsInput | _Unset = _UNSET,
    ) -> OrderLine:
        """Add a line to an order.

        Adds a product or a service. Serial and IMEI number are called `serial` and `imei` here, and
        `serialNumber` and `imeiNumber` in answers.

        `POST /orders/{order_id}/lines`

        Args:
            order_id: Number of the order.
            product: Product or service.
            quantity: How many; a whole number for physical products.
            price_range: Which of the product's prices holds.
            price: Price without tax.
            vat: VAT or sales tax, in percent.
            imei: IMEI number, which has to be a valid one.
            serial: Serial number.
            custom_fields: Custom fields of the line. Required if the tenant has made one of
                them required.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.order_line import OrderLine

        return await self._json(
            _create_request(
                order_id,
                product=product,
                quantity=quantity,
                price_range=price_range,
                price=price,
                vat=vat,
                imei=imei,
                serial=serial,
                custom_fields=custom_fields,
            ),
            OrderLine,
        )

    async def get(
        self,
        order_id: int,
        line_id: int,
        *,
        expand: _Sequence[OrderLineRelationInput] | str | None = None,
    ) -> OrderLine:
        """Get a line of an order.

        The product comes as a link, unless it is expanded.

        `GET /orders/{order_id}/lines/{line_id}`

        Args:
            order_id: Number of the order.
            line_id: Id of the line.
            expand: Relations to have in full instead of as links. Takes a list of names, those
                of nested relations with dots between, or a text as the API has it.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.order_line import OrderLine

        return await self._json(_get_request(order_id, line_id, expand=expand), OrderLine)

    async def update(
        self,
        order_id: int,
        line_id: int,
        *,
        quantity: _Decimal | int | str,
        price_range: OrderLinePriceRangeInput,
        price: _Decimal | int | str,
        vat: _Decimal | int | str,
        imei: str | _Unset = _UNSET,
        serial: str | _Unset = _UNSET,
        custom_fields: CustomFieldsInput | _Unset = _UNSET,
    ) -> OrderLine | None:
        """Update a line of an order.

        Quantity, price range, price and VAT always have to be sent, though they cannot be changed
        once the line is invoiced or dispatched.

        `PATCH /orders/{order_id}/lines/{line_id}`

        Args:
            order_id: Number of the order.
            line_id: Id of the line.
            quantity: How many; a whole number for physical products. Cannot be changed once the
                line is invoiced or dispatched.
            price_range: Which of the product's prices holds. Cannot be changed once the line is
                invoiced or dispatched.
            price: Price without tax. Cannot be changed once the line is invoiced or dispatched.
            vat: VAT or sales tax, in percent. Cannot be changed once the line is invoiced or
                dispatched.
            imei: IMEI number, which has to be a valid one.
            serial: Serial number.
            custom_fields: Custom fields of the line. Required if the tenant has made one of
                them required.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.order_line import OrderLine

        return await self._json(
            _update_request(
                order_id,
                line_id,
                quantity=quantity,
                price_range=price_range,
                price=price,
                vat=vat,
                imei=imei,
                serial=serial,
                custom_fields=custom_fields,
            ),
            OrderLine,
        )

    async def delete(self, order_id: int, line_id: int) -> None:
        """Delete a line of an order.

        Lines that have been invoiced cannot be deleted; that gives status 400.

        `DELETE /orders/{order_id}/lines/{line_id}`

        Args:
            order_id: Number of the order.
            line_id: Id of the line.

        Raises:
            BadRequestError: 400.
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        await self._nothing(_delete_request(order_id, line_id))


_OFFSET_PAGING = _Offset("offset", items="items", total="total_items", page="page")


_QUERY_SEARCH = _SearchGrammar(",", ":", any_of="(,)", range="[,]", wildcard="*", not_allowed=":,")


def _list_request(
    order_id: int,
    *,
    expand: _Sequence[OrderLinePageRelationInput] | str | None,
    q: _Search | str | None,
    limit: int | None,
    offset: int | None,
    page: int | None,
) -> _Request:
    from .._runtime.features.expand import in_parentheses as _in_parentheses
    from .._runtime.features.search import write_search as _write_search

    _request = _Request("GET", "/orders/{order_id}/lines")
    _request.numbers(order_id=order_id, limit=limit, offset=offset, page=page)
    _request.path("order_id", order_id)
    _request.query("expand", _in_parentheses(expand))
    _request.query("q", _write_search(q, _QUERY_SEARCH))
    _request.query("limit", limit)
    _request.query("offset", offset)
    _request.query("page", page)
    return _request


def _create_request(
    order_id: int,
    *,
    product: IdReferenceInput,
    quantity: _Decimal | int | str,
    price_range: OrderLinePriceRangeInput,
    price: _Decimal | int | str,
    vat: _Decimal | int | str,
    imei: str | _Unset,
    serial: str | _Unset,
    custom_fields: CustomFieldsInput | _Unset,
) -> _Request:
    from .._runtime.features.decimals import DECIMAL_TEXT as _DECIMAL_TEXT
    from .._runtime.features.shapes import Items as _Items, Shape as _Shape
    from ..inputs.id_reference_input import ID_REFERENCE_INPUT

    _request = _Request("POST", "/orders/{order_id}/lines")
    _request.require(
        product=product, quantity=quantity, price_range=price_range, price=price, vat=vat
    )
    _request.numbers(order_id=order_id, quantity=quantity, price=price, vat=vat)
    _request.path("order_id", order_id)
    _request.field("product", product, ID_REFERENCE_INPUT)
    _request.field("quantity", quantity, _DECIMAL_TEXT)
    _request.field("priceRange", price_range)
    _request.field("price", price, _DECIMAL_TEXT)
    _request.field("vat", vat, _DECIMAL_TEXT)
    _request.field("imei", imei)
    _request.field("serial", serial)
    _request.field("customFields", custom_fields, _Shape(each=_Items(texts=True)))
    return _request


def _get_request(
    order_id: int, line_id: int, *, expand: _Sequence[OrderLineRelationInput] | str | None
) -> _Request:
    from .._runtime.features.expand import in_parentheses as _in_parentheses

    _request = _Request("GET", "/orders/{order_id}/lines/{line_id}")
    _request.numbers(order_id=order_id, line_id=line_id)
    _request.path("order_id", order_id)
    _request.path("line_id", line_id)
    _request.query("expand", _in_parentheses(expand))
    return _request


def _update_request(
    order_id: int,
    line_id: int,
    *,
    quantity: _Decimal | int | str,
    price_range: OrderLinePriceRangeInput,
    price: _Decimal | int | str,
    vat: _Decimal | int | str,
    imei: str | _Unset,
    serial: str | _Unset,
    custom_fields: CustomFieldsInput | _Unset,
) -> _Request:
    from .._runtime.features.decimals import DECIMAL_TEXT as _DECIMAL_TEXT
    from .._runtime.features.shapes import Items as _Items, Shape as _Shape

    _request = _Request("PATCH", "/orders/{order_id}/lines/{line_id}", may_be_empty=True)
    _request.require(quantity=quantity, price_range=price_range, price=price, vat=vat)
    _request.numbers(order_id=order_id, line_id=line_id, quantity=quantity, price=price, vat=vat)
    _request.path("order_id", order_id)
    _request.path("line_id", line_id)
    _request.field("quantity", quantity, _DECIMAL_TEXT)
    _request.field("priceRange", price_range)
    _request.field("price", price, _DECIMAL_TEXT)
    _request.field("vat", vat, _DECIMAL_TEXT)
    _request.field("imei", imei)
    _request.field("serial", serial)
    _request.field("customFields", custom_fields, _Shape(each=_Items(texts=True)))
    return _request


def _delete_request(order_id: int, line_id: int) -> _Request:
    _request = _Request("DELETE", "/orders/{order_id}/lines/{line_id}")
    _request.numbers(order_id=order_id, line_id=line_id)
    _request.path("order_id", order_id)
    _request.path("line_id", line_id)
    return _request
