# Generated from the description of Fixably API by specloom; edits will be lost.

"""Service and sales orders with their lines, notes, tasks, files and shipments."""

from __future__ import annotations

from functools import cached_property as _cached_property
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

    from .._runtime.features.paging import AsyncPager as _AsyncPager, Pager as _Pager
    from .._runtime.features.search import Search as _Search
    from .._runtime.unset import Unset as _Unset
    from ..inputs.custom_fields_input import CustomFieldsInput
    from ..inputs.id_reference_input import IdReferenceInput
    from ..inputs.new_order_device_input import NewOrderDeviceInput
    from ..inputs.new_order_note_input import NewOrderNoteInput
    from ..inputs.new_order_task_input import NewOrderTaskInput
    from ..inputs.order_page_relation_input import OrderPageRelationInput
    from ..inputs.order_priority_number_input import OrderPriorityNumberInput
    from ..inputs.order_relation_input import OrderRelationInput
    from ..inputs.postal_address_input import PostalAddressInput
    from ..inputs.removable_id_reference_input import RemovableIdReferenceInput
    from ..inputs.writable_internal_location_input import WritableInternalLocationInput
    from ..models.created_invoice import CreatedInvoice
    from ..models.order import Order
    from .orders_files import AsyncOrdersFiles, OrdersFiles
    from .orders_lines import AsyncOrdersLines, OrdersLines
    from .orders_notes import AsyncOrdersNotes, OrdersNotes
    from .orders_shipments import AsyncOrdersShipments, OrdersShipments
    from .orders_tasks import AsyncOrdersTasks, OrdersTasks

__all__ = ["AsyncOrders", "Orders"]


class Orders(_PagingResource):
    """Service and sales orders with their lines, notes, tasks, files and shipments."""

    @_cached_property
    def files(self) -> OrdersFiles:
        """Calls under `orders.files`."""
        from .orders_files import OrdersFiles

        return OrdersFiles(self._session)

    @_cached_property
    def lines(self) -> OrdersLines:
        """Calls under `orders.lines`."""
        from .orders_lines import OrdersLines

        return OrdersLines(self._session)

    @_cached_property
    def notes(self) -> OrdersNotes:
        """Calls under `orders.notes`."""
        from .orders_notes import OrdersNotes

        return OrdersNotes(self._session)

    @_cached_property
    def shipments(self) -> OrdersShipments:
        """Calls under `orders.shipments`."""
        from .orders_shipments import OrdersShipments

        return OrdersShipments(self._session)

    @_cached_property
    def tasks(self) -> OrdersTasks:
        """Calls under `orders.tasks`."""
        from .orders_tasks import OrdersTasks

        return OrdersTasks(self._session)

    def list(
        self,
        *,
        expand: _Sequence[OrderPageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _Pager[Order]:
        """List orders.

        Gives links only, unless `items` are expanded. `q` can search `isClosed`, `createdAt` and
        `status.id`, among others.

        `GET /orders`

        Args:
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
        """
        from ..models.order_page import OrderPage

        return self._pages(
            _list_request(expand=expand, q=q, limit=limit, offset=offset, page=page),
            OrderPage,
            _OFFSET_PAGING,
        )

    def create(
        self,
        *,
        reference: str | _Unset = _UNSET,
        device: NewOrderDeviceInput | _Unset = _UNSET,
        delivery: IdReferenceInput | _Unset = _UNSET,
        location: IdReferenceInput | _Unset = _UNSET,
        customer: IdReferenceInput | _Unset = _UNSET,
        notes: _Sequence[NewOrderNoteInput] | _Unset = _UNSET,
        tasks: _Sequence[NewOrderTaskInput] | _Unset = _UNSET,
        is_draft: bool | _Unset = _UNSET,
        internal_location: WritableInternalLocationInput | _Unset = _UNSET,
        queue: IdReferenceInput | _Unset = _UNSET,
        contact_name: str | _Unset = _UNSET,
        contact_company: str | _Unset = _UNSET,
        contact_email: str | _Unset = _UNSET,
        contact_phone: str | _Unset = _UNSET,
        contact_address: PostalAddressInput | _Unset = _UNSET,
        custom_fields: CustomFieldsInput | _Unset = _UNSET,
        priority: OrderPriorityNumberInput | _Unset = _UNSET,
        custom_reference: str | _Unset = _UNSET,
        custom_reference2: str | _Unset = _UNSET,
        internal_reference: str | _Unset = _UNSET,
        tags: _Sequence[str] | _Unset = _UNSET,
        provider: str | _Unset = _UNSET,
        identifier: str | _Unset = _UNSET,
    ) -> Order:
        """Create an order.

        Opens an order. A device is named by its id, its IMEI number or its serial number. Without a
        `queue`, Fixably chooses one. Orders that lack something important can be created with
        `isDraft`.

        `POST /orders`

        Args:
            reference: Customer's reference.
            device: Device to be repaired, named by its id or by one of its numbers.
            delivery: Delivery method.
            location: Location that does the repair.
            customer: Customer of the order.
            notes: Notes to put on the order's timeline.
            tasks: Order tasks to fill in.
            is_draft: Whether the order is an unfinished draft. Server default: `false`.
            internal_location: Where the device is.
            queue: Service queue; without it, Fixably chooses one.
            contact_name: Name of the end customer.
            contact_company: Company of the end customer.
            contact_email: E-mail address of the end customer.
            contact_phone: Phone number of the end customer.
            contact_address: Postal address of the end customer.
            custom_fields: Custom fields of the order. Required if the tenant has made one of
                them required.
            priority: How urgent the order is.
            custom_reference: Further reference, which the tenant defines in its system
                settings.
            custom_reference2: Second further reference of that kind.
            internal_reference: Service provider's own reference.
            tags: Tags of the order.
            provider: System that the order comes from.
            identifier: Identifier of the order in that system.

        Raises:
            UnauthorizedError: 401.
        """
        from ..models.order import Order

        return self._json(
            _create_request(
                reference=reference,
                device=device,
                delivery=delivery,
                location=location,
                customer=customer,
                notes=notes,
                tasks=tasks,
                is_draft=is_draft,
                internal_location=internal_location,
                queue=queue,
                contact_name=contact_name,
                contact_company=contact_company,
                contact_email=contact_email,
                contact_phone=contact_phone,
                contact_address=contact_address,
                custom_fields=custom_fields,
                priority=priority,
                custom_reference=custom_reference,
                custom_reference2=custom_reference2,
                internal_reference=internal_reference,
                tags=tags,
                provider=provider,
                identifier=identifier,
            ),
            Order,
        )

    def get(
        self, order_id: int, *, expand: _Sequence[OrderRelationInput] | str | None = None
    ) -> Order:
        """Get an order.

        The customer, the device, lines, notes and everything else that the order is connected with
        come as links, unless they are expanded.

        `GET /orders/{order_id}`

        Args:
            order_id: Number of the order.
            expand: Relations to have in full instead of as links. Takes a list of names, those
                of nested relations with dots between, or a text as the API has it.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.order import Order

        return self._json(_get_request(order_id, expand=expand), Order)

    def update(
        self,
        order_id: int,
        *,
        status: IdReferenceInput | _Unset = _UNSET,
        store: RemovableIdReferenceInput | _Unset = _UNSET,
        location: RemovableIdReferenceInput | _Unset = _UNSET,
        queue: IdReferenceInput | _Unset = _UNSET,
        priority: OrderPriorityNumberInput | _Unset = _UNSET,
        custom_reference: str | _Unset = _UNSET,
        custom_reference2: str | _Unset = _UNSET,
        internal_reference: str | _Unset = _UNSET,
        tags: _Sequence[str] | _Unset = _UNSET,
        provider: str | _Unset = _UNSET,
        identifier: str | _Unset = _UNSET,
    ) -> Order | None:
        """Update an order.

        Send what changes. Of statuses, only those of the order's queue are taken. To take the order
        out of its store or its location, send `store` or `location` with the id null.

        `PATCH /orders/{order_id}`

        Args:
            order_id: Number of the order.
            status: New status, one of those that the order's queue has.
            store: Store of the order; with an id of null, the order has no store any more.
            location: Location that does the repair; with an id of null, the order has no
                location any more.
            queue: Service queue to move the order to.
            priority: How urgent the order is.
            custom_reference: Further reference, which the tenant defines in its system
                settings.
            custom_reference2: Second further reference of that kind.
            internal_reference: Service provider's own reference.
            tags: Tags of the order.
            provider: System that the order comes from.
            identifier: Identifier of the order in that system.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.order import Order

        return self._json(
            _update_request(
                order_id,
                status=status,
                store=store,
                location=location,
                queue=queue,
                priority=priority,
                custom_reference=custom_reference,
                custom_reference2=custom_reference2,
                internal_reference=internal_reference,
                tags=tags,
                provider=provider,
                identifier=identifier,
            ),
            Order,
        )

    def close(self, order_id: int) -> None:
        """Close an order.

        Orders that are neither invoiced nor marked as paid cannot be closed; that gives a status
        from 400 on, and the order stays open.

        `POST /orders/{order_id}/close`

        Args:
            order_id: Number of the order.

        Raises:
            UnauthorizedError: 401.
            ClientError: 4XX.
        """
        self._nothing(_close_request(order_id))

    def dispatch(self, order_id: int) -> None:
        """Dispatch the lines of an order.

        Takes the products of the lines out of stock. Status 400 if there is nothing to dispatch.

        `POST /orders/{order_id}/dispatch`

        Args:
            order_id: Number of the order.

        Raises:
            BadRequestError: 400.
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        self._nothing(_dispatch_request(order_id))

    def change_internal_location(
        self, order_id: int, *, internal_location: WritableInternalLocationInput
    ) -> None:
        """Change an order's internal location.

        Records where the order's device is.

        `POST /orders/{order_id}/internal_location`

        Args:
            order_id: Number of the order.
            internal_location: Where the device is.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        self._nothing(
            _change_internal_location_request(order_id, internal_location=internal_location)
        )

    def invoice(
        self,
        order_id: int,
        *,
        lines: _Sequence[IdReferenceInput],
        user: IdReferenceInput | _Unset = _UNSET,
        reference: str | _Unset = _UNSET,
        contact_name: str | _Unset = _UNSET,
        address: PostalAddressInput | _Unset = _UNSET,
        is_consolidated: bool | _Unset = _UNSET,
    ) -> CreatedInvoice:
        """Invoice lines of an order.

        Makes an invoice of the named lines and marks the order as invoiced. It goes to the order's
        customer unless `user` names somebody else; orders without a customer need a `user`. Status
        400 if the invoice shall be consolidated and the tenant has no consolidated invoices.

        `POST /orders/{order_id}/invoice`

        Args:
            order_id: Number of the order.
            lines: Order lines to invoice.
            user: Who pays, the order's customer by default. Required if the order has no
                customer.
            reference: Reference number of the invoice.
            contact_name: Name of the contact.
            address: Address for the invoice.
            is_consolidated: Whether the payer's invoices are consolidated; by default as the
                customer's billing settings say. Status 400 if the tenant has no consolidated
                invoices.

        Raises:
            BadRequestError: 400.
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.created_invoice import CreatedInvoice

        return self._json(
            _invoice_request(
                order_id,
                lines=lines,
                user=user,
                reference=reference,
                contact_name=contact_name,
                address=address,
                is_consolidated=is_consolidated,
            ),
            CreatedInvoice,
        )


class AsyncOrders(_AsyncPagingResource):
    """Service and sales orders with their lines, notes, tasks, files and shipments."""

    @_cached_property
    def files(self) -> AsyncOrdersFiles:
        """Calls under `orders.files`."""
        from .orders_files import AsyncOrdersFiles

        return AsyncOrdersFiles(self._session)

    @_cached_property
    def lines(self) -> AsyncOrdersLines:
        """Calls under `orders.lines`."""
        from .orders_lines import AsyncOrdersLines

        return AsyncOrdersLines(self._session)

    @_cached_property
    def notes(self) -> AsyncOrdersNotes:
        """Calls under `orders.notes`."""
        from .orders_notes import AsyncOrdersNotes

        return AsyncOrdersNotes(self._session)

    @_cached_property
    def shipments(self) -> AsyncOrdersShipments:
        """Calls under `orders.shipments`."""
        from .orders_shipments import AsyncOrdersShipments

        return AsyncOrdersShipments(self._session)

    @_cached_property
    def tasks(self) -> AsyncOrdersTasks:
        """Calls under `orders.tasks`."""
        from .orders_tasks import AsyncOrdersTasks

        return AsyncOrdersTasks(self._session)

    def list(
        self,
        *,
        expand: _Sequence[OrderPageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _AsyncPager[Order]:
        """List orders.

        Gives links only, unless `items` are expanded. `q` can search `isClosed`, `createdAt` and
        `status.id`, among others.

        `GET /orders`

        Args:
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
        """
        from ..models.order_page import OrderPage

        return self._pages(
            _list_request(expand=expand, q=q, limit=limit, offset=offset, page=page),
            OrderPage,
            _OFFSET_PAGING,
        )

    async def create(
        self,
        *,
        reference: str | _Unset = _UNSET,
        device: NewOrderDeviceInput | _Unset = _UNSET,
        delivery: IdReferenceInput | _Unset = _UNSET,
        location: IdReferenceInput | _Unset = _UNSET,
        customer: IdReferenceInput | _Unset = _UNSET,
        notes: _Sequence[NewOrderNoteInput] | _Unset = _UNSET,
        tasks: _Sequence[NewOrderTaskInput] | _Unset = _UNSET,
        is_draft: bool | _Unset = _UNSET,
        internal_location: WritableInternalLocationInput | _Unset = _UNSET,
        queue: IdReferenceInput | _Unset = _UNSET,
        contact_name: str | _Unset = _UNSET,
        contact_company: str | _Unset = _UNSET,
        contact_email: str | _Unset = _UNSET,
        contact_phone: str | _Unset = _UNSET,
        contact_address: PostalAddressInput | _Unset = _UNSET,
        custom_fields: CustomFieldsInput | _Unset = _UNSET,
        priority: OrderPriorityNumberInput | _Unset = _UNSET,
        custom_reference: str | _Unset = _UNSET,
        custom_reference2: str | _Unset = _UNSET,
        internal_reference: str | _Unset = _UNSET,
        tags: _Sequence[str] | _Unset = _UNSET,
        provider: str | _Unset = _UNSET,
        identifier: str | _Unset = _UNSET,
    ) -> Order:
        """Create an order.

        Opens an order. A device is named by its id, its IMEI number or its serial number. Without a
        `queue`, Fixably chooses one. Orders that lack something important can be created with
        `isDraft`.

        `POST /orders`

        Args:
            reference: Customer's reference.
            device: Device to be repaired, named by its id or by one of its numbers.
            delivery: Delivery method.
            location: Location that does the repair.
            customer: Customer of the order.
            notes: Notes to put on the order's timeline.
            tasks: Order tasks to fill in.
            is_draft: Whether the order is an unfinished draft. Server default: `false`.
            internal_location: Where the device is.
            queue: Service queue; without it, Fixably chooses one.
            contact_name: Name of the end customer.
            contact_company: Company of the end customer.
            contact_email: E-mail address of the end customer.
            contact_phone: Phone number of the end customer.
            contact_address: Postal address of the end customer.
            custom_fields: Custom fields of the order. Required if the tenant has made one of
                them required.
            priority: How urgent the order is.
            custom_reference: Further reference, which the tenant defines in its system
                settings.
            custom_reference2: Second further reference of that kind.
            internal_reference: Service provider's own reference.
            tags: Tags of the order.
            provider: System that the order comes from.
            identifier: Identifier of the order in that system.

        Raises:
            UnauthorizedError: 401.
        """
        from ..models.order import Order

        return await self._json(
            _create_request(
                reference=reference,
                device=device,
                delivery=delivery,
                location=location,
                customer=customer,
                notes=notes,
                tasks=tasks,
                is_draft=is_draft,
                internal_location=internal_location,
                queue=queue,
                contact_name=contact_name,
                contact_company=contact_company,
                contact_email=contact_email,
                contact_phone=contact_phone,
                contact_address=contact_address,
                custom_fields=custom_fields,
                priority=priority,
                custom_reference=custom_reference,
                custom_reference2=custom_reference2,
                internal_reference=internal_reference,
                tags=tags,
                provider=provider,
                identifier=identifier,
            ),
            Order,
        )

    async def get(
        self, order_id: int, *, expand: _Sequence[OrderRelationInput] | str | None = None
    ) -> Order:
        """Get an order.

        The customer, the device, lines, notes and everything else that the order is connected with
        come as links, unless they are expanded.

        `GET /orders/{order_id}`

        Args:
            order_id: Number of the order.
            expand: Relations to have in full instead of as links. Takes a list of names, those
                of nested relations with dots between, or a text as the API has it.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.order import Order

        return await self._json(_get_request(order_id, expand=expand), Order)

    async def update(
        self,
        order_id: int,
        *,
        status: IdReferenceInput | _Unset = _UNSET,
        store: RemovableIdReferenceInput | _Unset = _UNSET,
        location: RemovableIdReferenceInput | _Unset = _UNSET,
        queue: IdReferenceInput | _Unset = _UNSET,
        priority: OrderPriorityNumberInput | _Unset = _UNSET,
        custom_reference: str | _Unset = _UNSET,
        custom_reference2: str | _Unset = _UNSET,
        internal_reference: str | _Unset = _UNSET,
        tags: _Sequence[str] | _Unset = _UNSET,
        provider: str | _Unset = _UNSET,
        identifier: str | _Unset = _UNSET,
    ) -> Order | None:
        """Update an order.

        Send what changes. Of statuses, only those of the order's queue are taken. To take the order
        out of its store or its location, send `store` or `location` with the id null.

        `PATCH /orders/{order_id}`

        Args:
            order_id: Number of the order.
            status: New status, one of those that the order's queue has.
            store: Store of the order; with an id of null, the order has no store any more.
            location: Location that does the repair; with an id of null, the order has no
                location any more.
            queue: Service queue to move the order to.
            priority: How urgent the order is.
            custom_reference: Further reference, which the tenant defines in its system
                settings.
            custom_reference2: Second further reference of that kind.
            internal_reference: Service provider's own reference.
            tags: Tags of the order.
            provider: System that the order comes from.
            identifier: Identifier of the order in that system.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.order import Order

        return await self._json(
            _update_request(
                order_id,
                status=status,
                store=store,
                location=location,
                queue=queue,
                priority=priority,
                custom_reference=custom_reference,
                custom_reference2=custom_reference2,
                internal_reference=internal_reference,
                tags=tags,
                provider=provider,
                identifier=identifier,
            ),
            Order,
        )

    async def close(self, order_id: int) -> None:
        """Close an order.

        Orders that are neither invoiced nor marked as paid cannot be closed; that gives a status
        from 400 on, and the order stays open.

        `POST /orders/{order_id}/close`

        Args:
            order_id: Number of the order.

        Raises:
            UnauthorizedError: 401.
            ClientError: 4XX.
        """
        await self._nothing(_close_request(order_id))

    async def dispatch(self, order_id: int) -> None:
        """Dispatch the lines of an order.

        Takes the products of the lines out of stock. Status 400 if there is nothing to dispatch.

        `POST /orders/{order_id}/dispatch`

        Args:
            order_id: Number of the order.

        Raises:
            BadRequestError: 400.
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        await self._nothing(_dispatch_request(order_id))

    async def change_internal_location(
        self, order_id: int, *, internal_location: WritableInternalLocationInput
    ) -> None:
        """Change an order's internal location.

        Records where the order's device is.

        `POST /orders/{order_id}/internal_location`

        Args:
            order_id: Number of the order.
            internal_location: Where the device is.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        await self._nothing(
            _change_internal_location_request(order_id, internal_location=internal_location)
        )

    async def invoice(
        self,
        order_id: int,
        *,
        lines: _Sequence[IdReferenceInput],
        user: IdReferenceInput | _Unset = _UNSET,
        reference: str | _Unset = _UNSET,
        contact_name: str | _Unset = _UNSET,
        address: PostalAddressInput | _Unset = _UNSET,
        is_consolidated: bool | _Unset = _UNSET,
    ) -> CreatedInvoice:
        """Invoice lines of an order.

        Makes an invoice of the named lines and marks the order as invoiced. It goes to the order's
        customer unless `user` names somebody else; orders without a customer need a `user`. Status
        400 if the invoice shall be consolidated and the tenant has no consolidated invoices.

        `POST /orders/{order_id}/invoice`

        Args:
            order_id: Number of the order.
            lines: Order lines to invoice.
            user: Who pays, the order's customer by default. Required if the order has no
                customer.
            reference: Reference number of the invoice.
            contact_name: Name of the contact.
            address: Address for the invoice.
            is_consolidated: Whether the payer's invoices are consolidated; by default as the
                customer's billing settings say. Status 400 if the tenant has no consolidated
                invoices.

        Raises:
            BadRequestError: 400.
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.created_invoice import CreatedInvoice

        return await self._json(
            _invoice_request(
                order_id,
                lines=lines,
                user=user,
                reference=reference,
                contact_name=contact_name,
                address=address,
                is_consolidated=is_consolidated,
            ),
            CreatedInvoice,
        )


_OFFSET_PAGING = _Offset("offset", items="items", total="total_items", page="page")


_QUERY_SEARCH = _SearchGrammar(",", ":", any_of="(,)", range="[,]", wildcard="*", not_allowed=":,")


def _list_request(
    *,
    expand: _Sequence[OrderPageRelationInput] | str | None,
    q: _Search | str | None,
    limit: int | None,
    offset: int | None,
    page: int | None,
) -> _Request:
    from .._runtime.features.expand import in_parentheses as _in_parentheses
    from .._runtime.features.search import write_search as _write_search

    _request = _Request("GET", "/orders")
    _request.numbers(limit=limit, offset=offset, page=page)
    _request.query("expand", _in_parentheses(expand))
    _request.query("q", _write_search(q, _QUERY_SEARCH))
    _request.query("limit", limit)
    _request.query("offset", offset)
    _request.query("page", page)
    return _request


def _create_request(
    *,
    reference: str | _Unset,
    device: NewOrderDeviceInput | _Unset,
    delivery: IdReferenceInput | _Unset,
    location: IdReferenceInput | _Unset,
    customer: IdReferenceInput | _Unset,
    notes: _Sequence[NewOrderNoteInput] | _Unset,
    tasks: _Sequence[NewOrderTaskInput] | _Unset,
    is_draft: bool | _Unset,
    internal_location: WritableInternalLocationInput | _Unset,
    queue: IdReferenceInput | _Unset,
    contact_name: str | _Unset,
    contact_company: str | _Unset,
    contact_email: str | _Unset,
    contact_phone: str | _Unset,
    contact_address: PostalAddressInput | _Unset,
    custom_fields: CustomFieldsInput | _Unset,
    priority: OrderPriorityNumberInput | _Unset,
    custom_reference: str | _Unset,
    custom_reference2: str | _Unset,
    internal_reference: str | _Unset,
    tags: _Sequence[str] | _Unset,
    provider: str | _Unset,
    identifier: str | _Unset,
) -> _Request:
    from .._runtime.features.shapes import Items as _Items, Shape as _Shape
    from ..inputs.id_reference_input import ID_REFERENCE_INPUT
    from ..inputs.new_order_device_input import NEW_ORDER_DEVICE_INPUT
    from ..inputs.new_order_note_input import NEW_ORDER_NOTE_INPUT
    from ..inputs.new_order_task_input import NEW_ORDER_TASK_INPUT
    from ..inputs.postal_address_input import POSTAL_ADDRESS_INPUT

    _request = _Request("POST", "/orders")
    _request.numbers(priority=priority)
    _request.field("reference", reference)
    _request.field("device", device, NEW_ORDER_DEVICE_INPUT)
    _request.field("delivery", delivery, ID_REFERENCE_INPUT)
    _request.field("location", location, ID_REFERENCE_INPUT)
    _request.field("customer", customer, ID_REFERENCE_INPUT)
    _request.field("notes", notes, _Items(NEW_ORDER_NOTE_INPUT))
    _request.field("tasks", tasks, _Items(NEW_ORDER_TASK_INPUT))
    _request.field("isDraft", is_draft)
    _request.field("internalLocation", internal_location)
    _request.field("queue", queue, ID_REFERENCE_INPUT)
    _request.field("contactName", contact_name)
    _request.field("contactCompany", contact_company)
    _request.field("contactEmail", contact_email)
    _request.field("contactPhone", contact_phone)
    _request.field("contactAddress", contact_address, POSTAL_ADDRESS_INPUT)
    _request.field("customFields", custom_fields, _Shape(each=_Items(texts=True)))
    _request.field("priority", priority)
    _request.field("customReference", custom_reference)
    _request.field("customReference2", custom_reference2)
    _request.field("internalReference", internal_reference)
    _request.field("tags", tags, _Items())
    _request.field("provider", provider)
    _request.field("identifier", identifier)
    return _request


def _get_request(order_id: int, *, expand: _Sequence[OrderRelationInput] | str | None) -> _Request:
    from .._runtime.features.expand import in_parentheses as _in_parentheses

    _request = _Request("GET", "/orders/{order_id}")
    _request.numbers(order_id=order_id)
    _request.path("order_id", order_id)
    _request.query("expand", _in_parentheses(expand))
    return _request


def _update_request(
    order_id: int,
    *,
    status: IdReferenceInput | _Unset,
    store: RemovableIdReferenceInput | _Unset,
    location: RemovableIdReferenceInput | _Unset,
    queue: IdReferenceInput | _Unset,
    priority: OrderPriorityNumberInput | _Unset,
    custom_reference: str | _Unset,
    custom_reference2: str | _Unset,
    internal_reference: str | _Unset,
    tags: _Sequence[str] | _Unset,
    provider: str | _Unset,
    identifier: str | _Unset,
) -> _Request:
    from .._runtime.features.shapes import Items as _Items
    from ..inputs.id_reference_input import ID_REFERENCE_INPUT
    from ..inputs.removable_id_reference_input import REMOVABLE_ID_REFERENCE_INPUT

    _request = _Request("PATCH", "/orders/{order_id}", may_be_empty=True)
    _request.numbers(order_id=order_id, priority=priority)
    _request.path("order_id", order_id)
    _request.field("status", status, ID_REFERENCE_INPUT)
    _request.field("store", store, REMOVABLE_ID_REFERENCE_INPUT)
    _request.field("location", location, REMOVABLE_ID_REFERENCE_INPUT)
    _request.field("queue", queue, ID_REFERENCE_INPUT)
    _request.field("priority", priority)
    _request.field("customReference", custom_reference)
    _request.field("customReference2", custom_reference2)
    _request.field("internalReference", internal_reference)
    _request.field("tags", tags, _Items())
    _request.field("provider", provider)
    _request.field("identifier", identifier)
    return _request


def _close_request(order_id: int) -> _Request:
    _request = _Request("POST", "/orders/{order_id}/close")
    _request.numbers(order_id=order_id)
    _request.path("order_id", order_id)
    return _request


def _dispatch_request(order_id: int) -> _Request:
    _request = _Request("POST", "/orders/{order_id}/dispatch")
    _request.numbers(order_id=order_id)
    _request.path("order_id", order_id)
    return _request


def _change_internal_location_request(
    order_id: int, *, internal_location: WritableInternalLocationInput
) -> _Request:
    _request = _Request("POST", "/orders/{order_id}/internal_location")
    _request.require(internal_location=internal_location)
    _request.numbers(order_id=order_id)
    _request.path("order_id", order_id)
    _request.field("internalLocation", internal_location)
    return _request


def _invoice_request(
    order_id: int,
    *,
    lines: _Sequence[IdReferenceInput],
    user: IdReferenceInput | _Unset,
    reference: str | _Unset,
    contact_name: str | _Unset,
    address: PostalAddressInput | _Unset,
    is_consolidated: bool | _Unset,
) -> _Request:
    from .._runtime.features.shapes import Items as _Items
    from ..inputs.id_reference_input import ID_REFERENCE_INPUT
    from ..inputs.postal_address_input import POSTAL_ADDRESS_INPUT

    _request = _Request("POST", "/orders/{order_id}/invoice")
    _request.require(lines=lines)
    _request.numbers(order_id=order_id)
    _request.path("order_id", order_id)
    _request.field("user", user, ID_REFERENCE_INPUT)
    _request.field("reference", reference)
    _request.field("contactName", contact_name)
    _request.field("lines", lines, _Items(ID_REFERENCE_INPUT))
    _request.field("address", address, POSTAL_ADDRESS_INPUT)
    _request.field("isConsolidated", is_consolidated)
    return _request
