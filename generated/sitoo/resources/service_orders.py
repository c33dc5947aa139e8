# Generated from the description of Sitoo Service Orders by specloom; edits will be lost.

"""Create service orders, find them, and move them through the workshop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.paging import AfterLast
from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource
from .._runtime.unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from .._runtime.paging import AsyncPager, Pager
    from .._runtime.unset import Unset
    from ..inputs.service_customer_input import ServiceCustomerInput
    from ..inputs.service_order_state_input import ServiceOrderStateInput
    from ..inputs.service_product_input import ServiceProductInput
    from ..inputs.service_store_input import ServiceStoreInput
    from ..inputs.service_user_input import ServiceUserInput
    from ..models.service_customer import ServiceCustomer
    from ..models.service_order import ServiceOrder
    from ..models.service_product import ServiceProduct
    from ..models.service_store import ServiceStore
    from ..models.service_user import ServiceUser

__all__ = ["AsyncServiceOrders", "ServiceOrders"]


class ServiceOrders(Resource):
    """Create service orders, find them, and move them through the workshop."""

    def list(
        self,
        *,
        store: str | None = None,
        state: Sequence[ServiceOrderStateInput] | None = None,
        start_after_id: str | None = None,
        num: int | None = None,
        sort: Literal["created", "-created"] | None = None,
    ) -> Pager[ServiceOrder]:
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
            _list(store=store, state=state, start_after_id=start_after_id, num=num, sort=sort),
            list[ServiceOrder],
            _AFTER_ID,
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
        | Sequence[ServiceProductInput | ServiceProduct],
        author: ServiceUserInput | ServiceUser,
        state: ServiceOrderStateInput | None = None,
        note: str | None | Unset = UNSET,
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
            _create(
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

        return self._json(_get(service_order_id), ServiceOrder)

    def update(
        self,
        service_order_id: str,
        *,
        revision: int,
        author: ServiceUserInput | ServiceUser,
        state: ServiceOrderStateInput | None = None,
        store: ServiceStoreInput | ServiceStore | None = None,
        owner: ServiceUserInput | ServiceUser | None = None,
        customer: ServiceCustomerInput | ServiceCustomer | None = None,
        currency: str | None = None,
        note: str | None | Unset = UNSET,
        product: ServiceProductInput
        | ServiceProduct
        | Sequence[ServiceProductInput | ServiceProduct]
        | None = None,
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
            _update(
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


class AsyncServiceOrders(AsyncResource):
    """Create service orders, find them, and move them through the workshop."""

    def list(
        self,
        *,
        store: str | None = None,
        state: Sequence[ServiceOrderStateInput] | None = None,
        start_after_id: str | None = None,
        num: int | None = None,
        sort: Literal["created", "-created"] | None = None,
    ) -> AsyncPager[ServiceOrder]:
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
            _list(store=store, state=state, start_after_id=start_after_id, num=num, sort=sort),
            list[ServiceOrder],
            _AFTER_ID,
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
        | Sequence[ServiceProductInput | ServiceProduct],
        author: ServiceUserInput | ServiceUser,
        state: ServiceOrderStateInput | None = None,
        note: str | None | Unset = UNSET,
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
            _create(
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

        return await self._json(_get(service_order_id), ServiceOrder)

    async def update(
        self,
        service_order_id: str,
        *,
        revision: int,
        author: ServiceUserInput | ServiceUser,
        state: ServiceOrderStateInput | None = None,
        store: ServiceStoreInput | ServiceStore | None = None,
        owner: ServiceUserInput | ServiceUser | None = None,
        customer: ServiceCustomerInput | ServiceCustomer | None = None,
        currency: str | None = None,
        note: str | None | Unset = UNSET,
        product: ServiceProductInput
        | ServiceProduct
        | Sequence[ServiceProductInput | ServiceProduct]
        | None = None,
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
            _update(
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


_AFTER_ID = AfterLast("start_after_id", "id")


def _list(
    *,
    store: str | None,
    state: Sequence[ServiceOrderStateInput] | None,
    start_after_id: str | None,
    num: int | None,
    sort: Literal["created", "-created"] | None,
) -> Request:
    request = Request("GET", "/serviceorders.json")
    request.query("store", store)
    request.query("state", state, explode=False)
    request.query("start_after_id", start_after_id)
    request.query("num", num)
    request.query("sort", sort)
    return request


def _create(
    *,
    store: ServiceStoreInput | ServiceStore,
    owner: ServiceUserInput | ServiceUser,
    customer: ServiceCustomerInput | ServiceCustomer,
    currency: str,
    product: ServiceProductInput | ServiceProduct | Sequence[ServiceProductInput | ServiceProduct],
    author: ServiceUserInput | ServiceUser,
    state: ServiceOrderStateInput | None,
    note: str | None | Unset,
) -> Request:
    request = Request("POST", "/serviceorders.json")
    request.require(
        store=store,
        owner=owner,
        customer=customer,
        currency=currency,
        product=product,
        author=author,
    )
    request.field("state", state)
    request.field("store", store)
    request.field("owner", owner)
    request.field("customer", customer)
    request.field("currency", currency)
    request.field("note", note, nullable=True)
    request.field("product", product)
    request.field("author", author)
    return request


def _get(service_order_id: str) -> Request:
    request = Request("GET", "/serviceorders/{service_order_id}.json")
    request.path("service_order_id", service_order_id)
    return request


def _update(
    service_order_id: str,
    *,
    revision: int,
    author: ServiceUserInput | ServiceUser,
    state: ServiceOrderStateInput | None,
    store: ServiceStoreInput | ServiceStore | None,
    owner: ServiceUserInput | ServiceUser | None,
    customer: ServiceCustomerInput | ServiceCustomer | None,
    currency: str | None,
    note: str | None | Unset,
    product: ServiceProductInput
    | ServiceProduct
    | Sequence[ServiceProductInput | ServiceProduct]
    | None,
) -> Request:
    request = Request("PUT", "/serviceorders/{service_order_id}.json", idempotent=False)
    request.require(revision=revision, author=author)
    request.path("service_order_id", service_order_id)
    request.field("revision", revision)
    request.field("state", state)
    request.field("store", store)
    request.field("owner", owner)
    request.field("customer", customer)
    request.field("currency", currency)
    request.field("note", note, nullable=True)
    request.field("product", product)
    request.field("author", author)
    return request
