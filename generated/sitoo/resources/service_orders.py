# Generated from the description of Sitoo Service Orders by specloom; edits will be lost.

"""Create service orders, find them, and move them through the workshop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.edit import (
    edit as _edit,
    edit_async as _edit_async,
    revision_of as _revision_of,
)
from .._runtime.features.paging import (
    AsyncPagingResource as _AsyncPagingResource,
    PagingResource as _PagingResource,
)
from .._runtime.features.paging_after_last import AfterLast as _AfterLast
from .._runtime.request import Request as _Request
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from collections.abc import Callable as _Callable, Sequence as _Sequence
    from typing import Literal as _Literal

    from .._runtime.features.paging import AsyncPager as _AsyncPager, Pager as _Pager
    from .._runtime.unset import Unset as _Unset
    from ..inputs.service_customer_input import ServiceCustomerInput
    from ..inputs.service_order_state_input import ServiceOrderStateInput
    from ..inputs.service_orders_edit_input import ServiceOrdersEditInput
    from ..inputs.service_product_input import ServiceProductInput
    from ..inputs.service_store_input import ServiceStoreInput
    from ..inputs.service_user_input import ServiceUserInput
    from ..models.service_customer import ServiceCustomer
    from ..models.service_order import ServiceOrder
    from ..models.service_product import ServiceProduct
    from ..models.service_store import ServiceStore
    from ..models.service_user import ServiceUser

__all__ = ["AsyncServiceOrders", "ServiceOrders"]


class ServiceOrders(_PagingResource):
    """Create service orders, find them, and move them through the workshop."""

    def list(
        self,
        *,
        store: str | None = None,
        state: _Sequence[ServiceOrderStateInput] | None = None,
        start_after_id: str | None = None,
        num: int | None = None,
        sort: _Literal["created", "-created"] | None = None,
    ) -> _Pager[ServiceOrder]:
        """List service orders, newest first.

        Gives the account's service orders page by page. The page after one starts behind its last
        order, which `start_after_id` names; filters and `sort` stay the same, and an empty page is
        the end.

        `GET /serviceorders.json`

        Args:
            store: Only orders of the store with this id.
            state: Only orders in one of these states.
            start_after_id: Only orders that come after the one with this id, which is itself
                left out.
            num: How many orders to return at most. Server default: `10`.
            sort: Order by time of creation, `created` with the oldest first and `-created` with
                the newest first. Server default: `"-created"`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.

        Raises:
            BadRequestError: 400.
            UnauthorizedError: 401.
            InternalServerError: 500.
            BadGatewayError: 502.
        """
        from ..models.service_order import ServiceOrder

        return self._pages(
            _list_request(
                store=store, state=state, start_after_id=start_after_id, num=num, sort=sort
            ),
            list[ServiceOrder],
            _AFTER_ID_PAGING,
        )

    def create(
        self,
        *,
        store: ServiceStoreInput | ServiceStore,
        owner: ServiceUserInput | ServiceUser,
        customer: ServiceCustomerInput | ServiceCustomer,
        currency: str,
        product: ServiceProductInput
        | ServiceProduct
        | _Sequence[ServiceProductInput | ServiceProduct],
        author: ServiceUserInput | ServiceUser,
        state: ServiceOrderStateInput | _Unset = _UNSET,
        note: str | None | _Unset = _UNSET,
    ) -> ServiceOrder:
        """Create a service order.

        Adds an order for one product and the services it needs. The answer has the new order's `id`
        and its first `revision`; keep both for later updates.

        `POST /serviceorders.json`

        Args:
            store: Store that does the work.
            owner: Member of staff who is responsible for the order.
            customer: Customer for whom the work is done.
            currency: Currency of all prices, as a three-letter code in capitals (ISO 4217).
            product: Product to be serviced. An array of products is accepted too; the answer
                always has one object.
            author: Member of staff who creates the order.
            state: State to start in.
            note: Note on the order as a whole.

        Raises:
            BadRequestError: 400.
            UnauthorizedError: 401.
            InternalServerError: 500.
            BadGatewayError: 502.
        """
        from ..models.service_order import ServiceOrder

        return self._json(
            _create_request(
                store=store,
                owner=owner,
                customer=customer,
                currency=currency,
                product=product,
                author=author,
                state=state,
                note=note,
            ),
            ServiceOrder,
        )

    def get(self, service_order_id: str) -> ServiceOrder:
        """Get a service order.

        Gives the order in its latest revision. An update has to name that `revision`.

        `GET /serviceorders/{service_order_id}.json`

        Args:
            service_order_id: Id of the service order.

        Raises:
            BadRequestError: 400.
            UnauthorizedError: 401.
            InternalServerError: 500.
            BadGatewayError: 502.
        """
        from ..models.service_order import ServiceOrder

        return self._json(_get_request(service_order_id), ServiceOrder)

    def update(
        self,
        service_order_id: str,
        *,
        revision: int,
        author: ServiceUserInput | ServiceUser,
        state: ServiceOrderStateInput | _Unset = _UNSET,
        store: ServiceStoreInput | ServiceStore | _Unset = _UNSET,
        owner: ServiceUserInput | ServiceUser | _Unset = _UNSET,
        customer: ServiceCustomerInput | ServiceCustomer | _Unset = _UNSET,
        currency: str | _Unset = _UNSET,
        note: str | None | _Unset = _UNSET,
        product: ServiceProductInput
        | ServiceProduct
        | _Sequence[ServiceProductInput | ServiceProduct]
        | _Unset = _UNSET,
    ) -> ServiceOrder:
        """Update a service order.

        Send what changes, and always the `revision` you last read and the `author` of the change.
        The answer has the next revision.

        Status 412 means that somebody else has changed the order since you read it, and that
        nothing was written: read the order again, decide whether your change still holds, and send
        it with the new revision. Repeating an update that succeeded ends in 412 as well.

        `PUT /serviceorders/{service_order_id}.json`

        Args:
            service_order_id: Id of the service order.
            revision: Revision the change is based on, which must be the latest one.
            author: Member of staff who makes the change.
            state: State to move to.
            store: Store that does the work.
            owner: Member of staff who is responsible for the order.
            customer: Customer for whom the work is done.
            currency: Currency of all prices, as a three-letter code in capitals (ISO 4217).
            note: Note on the order as a whole.
            product: Product to be serviced. An array of products is accepted too; the answer
                always has one object.

        Raises:
            BadRequestError: 400.
            UnauthorizedError: 401.
            PreconditionFailedError: 412.
            InternalServerError: 500.
            BadGatewayError: 502.
        """
        from ..models.service_order import ServiceOrder

        return self._json(
            _update_request(
                service_order_id,
                revision=revision,
                author=author,
                state=state,
                store=store,
                owner=owner,
                customer=customer,
                currency=currency,
                note=note,
                product=product,
            ),
            ServiceOrder,
        )

    def edit(
        self,
        service_order_id: str,
        change: _Callable[[ServiceOrder], ServiceOrdersEditInput | None],
        *,
        max_attempts: int = 5,
    ) -> ServiceOrder:
        """Update a service order.

        Reads it with `GET /serviceorders/{service_order_id}.json` and sends what `change` says with
        `PUT /serviceorders/{service_order_id}.json`, together with the revision that was read.
        Where somebody else has changed it meanwhile (412), all of that is done again.

        Args:
            service_order_id: Id of the service order.
            change: Is given what was read, and gives what to change, as arguments of `update`;
                None: nothing. It is called again with what is read again, and may raise to give up.
            max_attempts: How often it is tried at most.

        Returns:
            What sending gave back; what was read where nothing was to be changed.

        Raises:
            BadRequestError: 400.
            UnauthorizedError: 401.
            PreconditionFailedError: 412. Each attempt met a newer revision.
            InternalServerError: 500.
            BadGatewayError: 502.
        """
        return _edit(
            change,
            lambda: self.get(service_order_id=service_order_id),
            lambda _found, _changes: self.update(
                service_order_id=service_order_id,
                revision=_revision_of(_found, "revision"),
                **_changes,
            ),
            412,
            max_attempts,
        )


class AsyncServiceOrders(_AsyncPagingResource):
    """Create service orders, find them, and move them through the workshop."""

    def list(
        self,
        *,
        store: str | None = None,
        state: _Sequence[ServiceOrderStateInput] | None = None,
        start_after_id: str | None = None,
        num: int | None = None,
        sort: _Literal["created", "-created"] | None = None,
    ) -> _AsyncPager[ServiceOrder]:
        """List service orders, newest first.

        Gives the account's service orders page by page. The page after one starts behind its last
        order, which `start_after_id` names; filters and `sort` stay the same, and an empty page is
        the end.

        `GET /serviceorders.json`

        Args:
            store: Only orders of the store with this id.
            state: Only orders in one of these states.
            start_after_id: Only orders that come after the one with this id, which is itself
                left out.
            num: How many orders to return at most. Server default: `10`.
            sort: Order by time of creation, `created` with the oldest first and `-created` with
                the newest first. Server default: `"-created"`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.

        Raises:
            BadRequestError: 400.
            UnauthorizedError: 401.
            InternalServerError: 500.
            BadGatewayError: 502.
        """
        from ..models.service_order import ServiceOrder

        return self._pages(
            _list_request(
                store=store, state=state, start_after_id=start_after_id, num=num, sort=sort
            ),
            list[ServiceOrder],
            _AFTER_ID_PAGING,
        )

    async def create(
        self,
        *,
        store: ServiceStoreInput | ServiceStore,
        owner: ServiceUserInput | ServiceUser,
        customer: ServiceCustomerInput | ServiceCustomer,
        currency: str,
        product: ServiceProductInput
        | ServiceProduct
        | _Sequence[ServiceProductInput | ServiceProduct],
        author: ServiceUserInput | ServiceUser,
        state: ServiceOrderStateInput | _Unset = _UNSET,
        note: str | None | _Unset = _UNSET,
    ) -> ServiceOrder:
        """Create a service order.

        Adds an order for one product and the services it needs. The answer has the new order's `id`
        and its first `revision`; keep both for later updates.

        `POST /serviceorders.json`

        Args:
            store: Store that does the work.
            owner: Member of staff who is responsible for the order.
            customer: Customer for whom the work is done.
            currency: Currency of all prices, as a three-letter code in capitals (ISO 4217).
            product: Product to be serviced. An array of products is accepted too; the answer
                always has one object.
            author: Member of staff who creates the order.
            state: State to start in.
            note: Note on the order as a whole.

        Raises:
            BadRequestError: 400.
            UnauthorizedError: 401.
            InternalServerError: 500.
            BadGatewayError: 502.
        """
        from ..models.service_order import ServiceOrder

        return await self._json(
            _create_request(
                store=store,
                owner=owner,
                customer=customer,
                currency=currency,
                product=product,
                author=author,
                state=state,
                note=note,
            ),
            ServiceOrder,
        )

    async def get(self, service_order_id: str) -> ServiceOrder:
        """Get a service order.

        Gives the order in its latest revision. An update has to name that `revision`.

        `GET /serviceorders/{service_order_id}.json`

        Args:
            service_order_id: Id of the service order.

        Raises:
            BadRequestError: 400.
            UnauthorizedError: 401.
            InternalServerError: 500.
            BadGatewayError: 502.
        """
        from ..models.service_order import ServiceOrder

        return await self._json(_get_request(service_order_id), ServiceOrder)

    async def update(
        self,
        service_order_id: str,
        *,
        revision: int,
        author: ServiceUserInput | ServiceUser,
        state: ServiceOrderStateInput | _Unset = _UNSET,
        store: ServiceStoreInput | ServiceStore | _Unset = _UNSET,
        owner: ServiceUserInput | ServiceUser | _Unset = _UNSET,
        customer: ServiceCustomerInput | ServiceCustomer | _Unset = _UNSET,
        currency: str | _Unset = _UNSET,
        note: str | None | _Unset = _UNSET,
        product: ServiceProductInput
        | ServiceProduct
        | _Sequence[ServiceProductInput | ServiceProduct]
        | _Unset = _UNSET,
    ) -> ServiceOrder:
        """Update a service order.

        Send what changes, and always the `revision` you last read and the `author` of the change.
        The answer has the next revision.

        Status 412 means that somebody else has changed the order since you read it, and that
        nothing was written: read the order again, decide whether your change still holds, and send
        it with the new revision. Repeating an update that succeeded ends in 412 as well.

        `PUT /serviceorders/{service_order_id}.json`

        Args:
            service_order_id: Id of the service order.
            revision: Revision the change is based on, which must be the latest one.
            author: Member of staff who makes the change.
            state: State to move to.
            store: Store that does the work.
            owner: Member of staff who is responsible for the order.
            customer: Customer for whom the work is done.
            currency: Currency of all prices, as a three-letter code in capitals (ISO 4217).
            note: Note on the order as a whole.
            product: Product to be serviced. An array of products is accepted too; the answer
                always has one object.

        Raises:
            BadRequestError: 400.
            UnauthorizedError: 401.
            PreconditionFailedError: 412.
            InternalServerError: 500.
            BadGatewayError: 502.
        """
        from ..models.service_order import ServiceOrder

        return await self._json(
            _update_request(
                service_order_id,
                revision=revision,
                author=author,
                state=state,
                store=store,
                owner=owner,
                customer=customer,
                currency=currency,
                note=note,
                product=product,
            ),
            ServiceOrder,
        )

    async def edit(
        self,
        service_order_id: str,
        change: _Callable[[ServiceOrder], ServiceOrdersEditInput | None],
        *,
        max_attempts: int = 5,
    ) -> ServiceOrder:
        """Update a service order.

        Reads it with `GET /serviceorders/{service_order_id}.json` and sends what `change` says with
        `PUT /serviceorders/{service_order_id}.json`, together with the revision that was read.
        Where somebody else has changed it meanwhile (412), all of that is done again.

        Args:
            service_order_id: Id of the service order.
            change: Is given what was read, and gives what to change, as arguments of `update`;
                None: nothing. It is called again with what is read again, and may raise to give up.
            max_attempts: How often it is tried at most.

        Returns:
            What sending gave back; what was read where nothing was to be changed.

        Raises:
            BadRequestError: 400.
            UnauthorizedError: 401.
            PreconditionFailedError: 412. Each attempt met a newer revision.
            InternalServerError: 500.
            BadGatewayError: 502.
        """
        return await _edit_async(
            change,
            lambda: self.get(service_order_id=service_order_id),
            lambda _found, _changes: self.update(
                service_order_id=service_order_id,
                revision=_revision_of(_found, "revision"),
                **_changes,
            ),
            412,
            max_attempts,
        )


_AFTER_ID_PAGING = _AfterLast("start_after_id", "id")


def _list_request(
    *,
    store: str | None,
    state: _Sequence[ServiceOrderStateInput] | None,
    start_after_id: str | None,
    num: int | None,
    sort: _Literal["created", "-created"] | None,
) -> _Request:
    _request = _Request("GET", "/serviceorders.json")
    _request.numbers(num=num)
    _request.query("store", store)
    _request.query("state", state, explode=False)
    _request.query("start_after_id", start_after_id)
    _request.query("num", num)
    _request.query("sort", sort)
    return _request


def _create_request(
    *,
    store: ServiceStoreInput | ServiceStore,
    owner: ServiceUserInput | ServiceUser,
    customer: ServiceCustomerInput | ServiceCustomer,
    currency: str,
    product: ServiceProductInput | ServiceProduct | _Sequence[ServiceProductInput | ServiceProduct],
    author: ServiceUserInput | ServiceUser,
    state: ServiceOrderStateInput | _Unset,
    note: str | None | _Unset,
) -> _Request:
    from .._runtime.features.shapes import Items as _Items
    from ..inputs.service_customer_input import SERVICE_CUSTOMER_INPUT
    from ..inputs.service_product_input import SERVICE_PRODUCT_INPUT
    from ..inputs.service_store_input import SERVICE_STORE_INPUT
    from ..inputs.service_user_input import SERVICE_USER_INPUT

    _request = _Request("POST", "/serviceorders.json")
    _request.require(
        store=store,
        owner=owner,
        customer=customer,
        currency=currency,
        product=product,
        author=author,
    )
    _request.field("state", state)
    _request.field("store", store, SERVICE_STORE_INPUT)
    _request.field("owner", owner, SERVICE_USER_INPUT)
    _request.field("customer", customer, SERVICE_CUSTOMER_INPUT)
    _request.field("currency", currency)
    _request.field("note", note, nullable=True)
    _request.field("product", product, _Items(SERVICE_PRODUCT_INPUT))
    _request.field("author", author, SERVICE_USER_INPUT)
    return _request


def _get_request(service_order_id: str) -> _Request:
    _request = _Request("GET", "/serviceorders/{service_order_id}.json")
    _request.path("service_order_id", service_order_id)
    return _request


def _update_request(
    service_order_id: str,
    *,
    revision: int,
    author: ServiceUserInput | ServiceUser,
    state: ServiceOrderStateInput | _Unset,
    store: ServiceStoreInput | ServiceStore | _Unset,
    owner: ServiceUserInput | ServiceUser | _Unset,
    customer: ServiceCustomerInput | ServiceCustomer | _Unset,
    currency: str | _Unset,
    note: str | None | _Unset,
    product: ServiceProductInput
    | ServiceProduct
    | _Sequence[ServiceProductInput | ServiceProduct]
    | _Unset,
) -> _Request:
    from .._runtime.features.shapes import Items as _Items
    from ..inputs.service_customer_input import SERVICE_CUSTOMER_INPUT
    from ..inputs.service_product_input import SERVICE_PRODUCT_INPUT
    from ..inputs.service_store_input import SERVICE_STORE_INPUT
    from ..inputs.service_user_input import SERVICE_USER_INPUT

    _request = _Request("PUT", "/serviceorders/{service_order_id}.json", idempotent=False)
    _request.require(revision=revision, author=author)
    _request.numbers(revision=revision)
    _request.path("service_order_id", service_order_id)
    _request.field("revision", revision)
    _request.field("state", state)
    _request.field("store", store, SERVICE_STORE_INPUT)
    _request.field("owner", owner, SERVICE_USER_INPUT)
    _request.field("customer", customer, SERVICE_CUSTOMER_INPUT)
    _request.field("currency", currency)
    _request.field("note", note, nullable=True)
    _request.field("product", product, _Items(SERVICE_PRODUCT_INPUT))
    _request.field("author", author, SERVICE_USER_INPUT)
    return _request
