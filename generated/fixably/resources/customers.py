# Generated from the description of Fixably API by specloom; edits will be lost.

"""People and companies for whom devices are repaired."""

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

    from .._runtime.features.paging import AsyncPager as _AsyncPager, Pager as _Pager
    from .._runtime.features.search import Search as _Search
    from .._runtime.unset import Unset as _Unset
    from ..inputs.billing_address_input import BillingAddressInput
    from ..inputs.customer_page_relation_input import CustomerPageRelationInput
    from ..inputs.customer_relation_input import CustomerRelationInput
    from ..inputs.id_reference_input import IdReferenceInput
    from ..inputs.payment_term_change_input import PaymentTermChangeInput
    from ..inputs.removable_id_reference_input import RemovableIdReferenceInput
    from ..inputs.shipping_address_input import ShippingAddressInput
    from ..models.customer import Customer

__all__ = ["AsyncCustomers", "Customers"]


class Customers(_PagingResource):
    """People and companies for whom devices are repaired."""

    def list(
        self,
        *,
        expand: _Sequence[CustomerPageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _Pager[Customer]:
        """List customers.

        Gives links only, unless `items` are expanded.

        `GET /customers`

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
        from ..models.customer_page import CustomerPage

        return self._pages(
            _list_request(expand=expand, q=q, limit=limit, offset=offset, page=page),
            CustomerPage,
            _OFFSET_PAGING,
        )

    def create(
        self,
        *,
        first_name: str | _Unset = _UNSET,
        last_name: str | _Unset = _UNSET,
        company: str | _Unset = _UNSET,
        phone: str | _Unset = _UNSET,
        email: str | _Unset = _UNSET,
        business_id: str | _Unset = _UNSET,
        vat_number: str | _Unset = _UNSET,
        language: str | _Unset = _UNSET,
        provider: str | _Unset = _UNSET,
        identifier: str | _Unset = _UNSET,
        parent: IdReferenceInput | _Unset = _UNSET,
        priority: int | _Unset = _UNSET,
        notes: str | _Unset = _UNSET,
        tags: _Sequence[str] | _Unset = _UNSET,
        roles: _Sequence[int] | _Unset = _UNSET,
        shipping_address: ShippingAddressInput | _Unset = _UNSET,
        billing_address: BillingAddressInput | _Unset = _UNSET,
        allow_share_email: bool | _Unset = _UNSET,
        default_payment_term: IdReferenceInput | _Unset = _UNSET,
    ) -> Customer:
        """Create a customer, or update the one with the same provider and identifier.

        An `email` or a `phone` is required, and either a `company` or both names. Where a customer
        with the same `provider` and `identifier` exists already, that one is updated instead, and
        the status is 200 instead of 201.

        `POST /customers`

        Args:
            first_name: First name. Required together with `lastName` unless there is a
                `company`.
            last_name: Last name. Required together with `firstName` unless there is a
                `company`.
            company: Name of the company or organization. With it, first and last name may be
                left out.
            phone: Phone number. Required unless there is an `email`.
            email: E-mail address. Required unless there is a `phone`.
            business_id: Tax number or other business id.
            vat_number: VAT number; companies only.
            language: Language, as a code of two letters (ISO 639-1).
            provider: Name of the system that the customer comes from. With `identifier`, it
                finds a customer to update.
            identifier: Identifier of the customer in that system.
            parent: Company or organization that the customer belongs to.
            priority: How important the customer is, from 0 to 10; higher comes first. Server
                default: `0`.
            notes: Notes about the customer.
            tags: Tags of the customer.
            roles: Ids of the customer's roles.
            shipping_address: Address to ship to.
            billing_address: Address for invoices, if it is another one.
            allow_share_email: Whether Apple GSX gets the customer's e-mail address when a
                repair is created there. Server default: `true`.
            default_payment_term: Payment term that holds unless another one is chosen.

        Raises:
            UnauthorizedError: 401.
        """
        from ..models.customer import Customer

        return self._json(
            _create_request(
                first_name=first_name,
                last_name=last_name,
                company=company,
                phone=phone,
                email=email,
                business_id=business_id,
                vat_number=vat_number,
                language=language,
                provider=provider,
                identifier=identifier,
                parent=parent,
                priority=priority,
                notes=notes,
                tags=tags,
                roles=roles,
                shipping_address=shipping_address,
                billing_address=billing_address,
                allow_share_email=allow_share_email,
                default_payment_term=default_payment_term,
            ),
            Customer,
        )

    def get(
        self, customer_id: int, *, expand: _Sequence[CustomerRelationInput] | str | None = None
    ) -> Customer:
        """Get a customer.

        The parent, the children, the roles and the payment term come as links, unless they are
        expanded.

        `GET /customers/{customer_id}`

        Args:
            customer_id: Id of the customer.
            expand: Relations to have in full instead of as links. Takes a list of names, those
                of nested relations with dots between, or a text as the API has it.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.customer import Customer

        return self._json(_get_request(customer_id, expand=expand), Customer)

    def update(
        self,
        customer_id: int,
        *,
        first_name: str | _Unset = _UNSET,
        last_name: str | _Unset = _UNSET,
        company: str | _Unset = _UNSET,
        phone: str | _Unset = _UNSET,
        email: str | _Unset = _UNSET,
        business_id: str | _Unset = _UNSET,
        vat_number: str | _Unset = _UNSET,
        language: str | _Unset = _UNSET,
        provider: str | _Unset = _UNSET,
        identifier: str | _Unset = _UNSET,
        parent: RemovableIdReferenceInput | _Unset = _UNSET,
        priority: int | _Unset = _UNSET,
        notes: str | _Unset = _UNSET,
        shipping_address: ShippingAddressInput | _Unset = _UNSET,
        billing_address: BillingAddressInput | _Unset = _UNSET,
        ssn: str | _Unset = _UNSET,
        tags: _Sequence[str] | _Unset = _UNSET,
        roles: _Sequence[int] | _Unset = _UNSET,
        allow_share_email: bool | _Unset = _UNSET,
        default_payment_term: PaymentTermChangeInput | _Unset = _UNSET,
    ) -> Customer | None:
        """Update a customer.

        Send what changes. To take the customer out of a parent company, send `parent` with the id
        null.

        `PATCH /customers/{customer_id}`

        Args:
            customer_id: Id of the customer.
            first_name: First name.
            last_name: Last name.
            company: Name of the company or organization.
            phone: Phone number.
            email: E-mail address.
            business_id: Tax number or other business id.
            vat_number: VAT number; companies only.
            language: Language, as a code of two letters (ISO 639-1).
            provider: Name of the system that the customer comes from.
            identifier: Identifier of the customer in that system.
            parent: Company or organization that the customer belongs to; an id of null takes
                the customer out of it.
            priority: How important the customer is, from 0 to 10; higher comes first.
            notes: Notes about the customer.
            shipping_address: Address to ship to.
            billing_address: Address for invoices, if it is another one.
            ssn: Social security number; only if the tenant's system settings enable it.
            tags: Tags of the customer.
            roles: Ids of the customer's roles.
            allow_share_email: Whether Apple GSX gets the customer's e-mail address when a
                repair is created there.
            default_payment_term: Payment term that holds unless another one is chosen.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.customer import Customer

        return self._json(
            _update_request(
                customer_id,
                first_name=first_name,
                last_name=last_name,
                company=company,
                phone=phone,
                email=email,
                business_id=business_id,
                vat_number=vat_number,
                language=language,
                provider=provider,
                identifier=identifier,
                parent=parent,
                priority=priority,
                notes=notes,
                shipping_address=shipping_address,
                billing_address=billing_address,
                ssn=ssn,
                tags=tags,
                roles=roles,
                allow_share_email=allow_share_email,
                default_payment_term=default_payment_term,
            ),
            Customer,
        )

    def delete(self, customer_id: int) -> None:
        """Delete a customer.

        Employees cannot be deleted, nor customers that have been deleted before; both give status
        400.

        `DELETE /customers/{customer_id}`

        Args:
            customer_id: Id of the customer.

        Raises:
            BadRequestError: 400.
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        self._nothing(_delete_request(customer_id))


class AsyncCustomers(_AsyncPagingResource):
    """People and companies for whom devices are repaired."""

    def list(
        self,
        *,
        expand: _Sequence[CustomerPageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _AsyncPager[Customer]:
        """List customers.

        Gives links only, unless `items` are expanded.

        `GET /customers`

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
        from ..models.customer_page import CustomerPage

        return self._pages(
            _list_request(expand=expand, q=q, limit=limit, offset=offset, page=page),
            CustomerPage,
            _OFFSET_PAGING,
        )

    async def create(
        self,
        *,
        first_name: str | _Unset = _UNSET,
        last_name: str | _Unset = _UNSET,
        company: str | _Unset = _UNSET,
        phone: str | _Unset = _UNSET,
        email: str | _Unset = _UNSET,
        business_id: str | _Unset = _UNSET,
        vat_number: str | _Unset = _UNSET,
        language: str | _Unset = _UNSET,
        provider: str | _Unset = _UNSET,
        identifier: str | _Unset = _UNSET,
        parent: IdReferenceInput | _Unset = _UNSET,
        priority: int | _Unset = _UNSET,
        notes: str | _Unset = _UNSET,
        tags: _Sequence[str] | _Unset = _UNSET,
        roles: _Sequence[int] | _Unset = _UNSET,
        shipping_address: ShippingAddressInput | _Unset = _UNSET,
        billing_address: BillingAddressInput | _Unset = _UNSET,
        allow_share_email: bool | _Unset = _UNSET,
        default_payment_term: IdReferenceInput | _Unset = _UNSET,
    ) -> Customer:
        """Create a customer, or update the one with the same provider and identifier.

        An `email` or a `phone` is required, and either a `company` or both names. Where a customer
        with the same `provider` and `identifier` exists already, that one is updated instead, and
        the status is 200 instead of 201.

        `POST /customers`

        Args:
            first_name: First name. Required together with `lastName` unless there is a
                `company`.
            last_name: Last name. Required together with `firstName` unless there is a
                `company`.
            company: Name of the company or organization. With it, first and last name may be
                left out.
            phone: Phone number. Required unless there is an `email`.
            email: E-mail address. Required unless there is a `phone`.
            business_id: Tax number or other business id.
            vat_number: VAT number; companies only.
            language: Language, as a code of two letters (ISO 639-1).
            provider: Name of the system that the customer comes from. With `identifier`, it
                finds a customer to update.
            identifier: Identifier of the customer in that system.
            parent: Company or organization that the customer belongs to.
            priority: How important the customer is, from 0 to 10; higher comes first. Server
                default: `0`.
            notes: Notes about the customer.
            tags: Tags of the customer.
            roles: Ids of the customer's roles.
            shipping_address: Address to ship to.
            billing_address: Address for invoices, if it is another one.
            allow_share_email: Whether Apple GSX gets the customer's e-mail address when a
                repair is created there. Server default: `true`.
            default_payment_term: Payment term that holds unless another one is chosen.

        Raises:
            UnauthorizedError: 401.
        """
        from ..models.customer import Customer

        return await self._json(
            _create_request(
                first_name=first_name,
                last_name=last_name,
                company=company,
                phone=phone,
                email=email,
                business_id=business_id,
                vat_number=vat_number,
                language=language,
                provider=provider,
                identifier=identifier,
                parent=parent,
                priority=priority,
                notes=notes,
                tags=tags,
                roles=roles,
                shipping_address=shipping_address,
                billing_address=billing_address,
                allow_share_email=allow_share_email,
                default_payment_term=default_payment_term,
            ),
            Customer,
        )

    async def get(
        self, customer_id: int, *, expand: _Sequence[CustomerRelationInput] | str | None = None
    ) -> Customer:
        """Get a customer.

        The parent, the children, the roles and the payment term come as links, unless they are
        expanded.

        `GET /customers/{customer_id}`

        Args:
            customer_id: Id of the customer.
            expand: Relations to have in full instead of as links. Takes a list of names, those
                of nested relations with dots between, or a text as the API has it.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.customer import Customer

        return await self._json(_get_request(customer_id, expand=expand), Customer)

    async def update(
        self,
        customer_id: int,
        *,
        first_name: str | _Unset = _UNSET,
        last_name: str | _Unset = _UNSET,
        company: str | _Unset = _UNSET,
        phone: str | _Unset = _UNSET,
        email: str | _Unset = _UNSET,
        business_id: str | _Unset = _UNSET,
        vat_number: str | _Unset = _UNSET,
        language: str | _Unset = _UNSET,
        provider: str | _Unset = _UNSET,
        identifier: str | _Unset = _UNSET,
        parent: RemovableIdReferenceInput | _Unset = _UNSET,
        priority: int | _Unset = _UNSET,
        notes: str | _Unset = _UNSET,
        shipping_address: ShippingAddressInput | _Unset = _UNSET,
        billing_address: BillingAddressInput | _Unset = _UNSET,
        ssn: str | _Unset = _UNSET,
        tags: _Sequence[str] | _Unset = _UNSET,
        roles: _Sequence[int] | _Unset = _UNSET,
        allow_share_email: bool | _Unset = _UNSET,
        default_payment_term: PaymentTermChangeInput | _Unset = _UNSET,
    ) -> Customer | None:
        """Update a customer.

        Send what changes. To take the customer out of a parent company, send `parent` with the id
        null.

        `PATCH /customers/{customer_id}`

        Args:
            customer_id: Id of the customer.
            first_name: First name.
            last_name: Last name.
            company: Name of the company or organization.
            phone: Phone number.
            email: E-mail address.
            business_id: Tax number or other business id.
            vat_number: VAT number; companies only.
            language: Language, as a code of two letters (ISO 639-1).
            provider: Name of the system that the customer comes from.
            identifier: Identifier of the customer in that system.
            parent: Company or organization that the customer belongs to; an id of null takes
                the customer out of it.
            priority: How important the customer is, from 0 to 10; higher comes first.
            notes: Notes about the customer.
            shipping_address: Address to ship to.
            billing_address: Address for invoices, if it is another one.
            ssn: Social security number; only if the tenant's system settings enable it.
            tags: Tags of the customer.
            roles: Ids of the customer's roles.
            allow_share_email: Whether Apple GSX gets the customer's e-mail address when a
                repair is created there.
            default_payment_term: Payment term that holds unless another one is chosen.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.customer import Customer

        return await self._json(
            _update_request(
                customer_id,
                first_name=first_name,
                last_name=last_name,
                company=company,
                phone=phone,
                email=email,
                business_id=business_id,
                vat_number=vat_number,
                language=language,
                provider=provider,
                identifier=identifier,
                parent=parent,
                priority=priority,
                notes=notes,
                shipping_address=shipping_address,
                billing_address=billing_address,
                ssn=ssn,
                tags=tags,
                roles=roles,
                allow_share_email=allow_share_email,
                default_payment_term=default_payment_term,
            ),
            Customer,
        )

    async def delete(self, customer_id: int) -> None:
        """Delete a customer.

        Employees cannot be deleted, nor customers that have been deleted before; both give status
        400.

        `DELETE /customers/{customer_id}`

        Args:
            customer_id: Id of the customer.

        Raises:
            BadRequestError: 400.
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        await self._nothing(_delete_request(customer_id))


_OFFSET_PAGING = _Offset("offset", items="items", total="total_items", page="page")


_QUERY_SEARCH = _SearchGrammar(",", ":", any_of="(,)", range="[,]", wildcard="*", not_allowed=":,")


def _list_request(
    *,
    expand: _Sequence[CustomerPageRelationInput] | str | None,
    q: _Search | str | None,
    limit: int | None,
    offset: int | None,
    page: int | None,
) -> _Request:
    from .._runtime.features.expand import in_parentheses as _in_parentheses
    from .._runtime.features.search import write_search as _write_search

    _request = _Request("GET", "/customers")
    _request.numbers(limit=limit, offset=offset, page=page)
    _request.query("expand", _in_parentheses(expand))
    _request.query("q", _write_search(q, _QUERY_SEARCH))
    _request.query("limit", limit)
    _request.query("offset", offset)
    _request.query("page", page)
    return _request


def _create_request(
    *,
    first_name: str | _Unset,
    last_name: str | _Unset,
    company: str | _Unset,
    phone: str | _Unset,
    email: str | _Unset,
    business_id: str | _Unset,
    vat_number: str | _Unset,
    language: str | _Unset,
    provider: str | _Unset,
    identifier: str | _Unset,
    parent: IdReferenceInput | _Unset,
    priority: int | _Unset,
    notes: str | _Unset,
    tags: _Sequence[str] | _Unset,
    roles: _Sequence[int] | _Unset,
    shipping_address: ShippingAddressInput | _Unset,
    billing_address: BillingAddressInput | _Unset,
    allow_share_email: bool | _Unset,
    default_payment_term: IdReferenceInput | _Unset,
) -> _Request:
    from .._runtime.features.shapes import Items as _Items
    from ..inputs.billing_address_input import BILLING_ADDRESS_INPUT
    from ..inputs.id_reference_input import ID_REFERENCE_INPUT
    from ..inputs.shipping_address_input import SHIPPING_ADDRESS_INPUT

    _request = _Request("POST", "/customers")
    _request.numbers(priority=priority, roles=roles)
    _request.field("firstName", first_name)
    _request.field("lastName", last_name)
    _request.field("company", company)
    _request.field("phone", phone)
    _request.field("email", email)
    _request.field("businessId", business_id)
    _request.field("vatNumber", vat_number)
    _request.field("language", language)
    _request.field("provider", provider)
    _request.field("identifier", identifier)
    _request.field("parent", parent, ID_REFERENCE_INPUT)
    _request.field("priority", priority)
    _request.field("notes", notes)
    _request.field("tags", tags, _Items())
    _request.field("roles", roles, _Items())
    _request.field("shippingAddress", shipping_address, SHIPPING_ADDRESS_INPUT)
    _request.field("billingAddress", billing_address, BILLING_ADDRESS_INPUT)
    _request.field("allowShareEmail", allow_share_email)
    _request.field("defaultPaymentTerm", default_payment_term, ID_REFERENCE_INPUT)
    return _request


def _get_request(
    customer_id: int, *, expand: _Sequence[CustomerRelationInput] | str | None
) -> _Request:
    from .._runtime.features.expand import in_parentheses as _in_parentheses

    _request = _Request("GET", "/customers/{customer_id}")
    _request.numbers(customer_id=customer_id)
    _request.path("customer_id", customer_id)
    _request.query("expand", _in_parentheses(expand))
    return _request


def _update_request(
    customer_id: int,
    *,
    first_name: str | _Unset,
    last_name: str | _Unset,
    company: str | _Unset,
    phone: str | _Unset,
    email: str | _Unset,
    business_id: str | _Unset,
    vat_number: str | _Unset,
    language: str | _Unset,
    provider: str | _Unset,
    identifier: str | _Unset,
    parent: RemovableIdReferenceInput | _Unset,
    priority: int | _Unset,
    notes: str | _Unset,
    shipping_address: ShippingAddressInput | _Unset,
    billing_address: BillingAddressInput | _Unset,
    ssn: str | _Unset,
    tags: _Sequence[str] | _Unset,
    roles: _Sequence[int] | _Unset,
    allow_share_email: bool | _Unset,
    default_payment_term: PaymentTermChangeInput | _Unset,
) -> _Request:
    from .._runtime.features.shapes import Items as _Items
    from ..inputs.billing_address_input import BILLING_ADDRESS_INPUT
    from ..inputs.payment_term_change_input import PAYMENT_TERM_CHANGE_INPUT
    from ..inputs.removable_id_reference_input import REMOVABLE_ID_REFERENCE_INPUT
    from ..inputs.shipping_address_input import SHIPPING_ADDRESS_INPUT

    _request = _Request("PATCH", "/customers/{customer_id}", may_be_empty=True)
    _request.numbers(customer_id=customer_id, priority=priority, roles=roles)
    _request.path("customer_id", customer_id)
    _request.field("firstName", first_name)
    _request.field("lastName", last_name)
    _request.field("company", company)
    _request.field("phone", phone)
    _request.field("email", email)
    _request.field("businessId", business_id)
    _request.field("vatNumber", vat_number)
    _request.field("language", language)
    _request.field("provider", provider)
    _request.field("identifier", identifier)
    _request.field("parent", parent, REMOVABLE_ID_REFERENCE_INPUT)
    _request.field("priority", priority)
    _request.field("notes", notes)
    _request.field("shippingAddress", shipping_address, SHIPPING_ADDRESS_INPUT)
    _request.field("billingAddress", billing_address, BILLING_ADDRESS_INPUT)
    _request.field("ssn", ssn)
    _request.field("tags", tags, _Items())
    _request.field("roles", roles, _Items())
    _request.field("allowShareEmail", allow_share_email)
    _request.field("defaultPaymentTerm", default_payment_term, PAYMENT_TERM_CHANGE_INPUT)
    return _request


def _delete_request(customer_id: int) -> _Request:
    _request = _Request("DELETE", "/customers/{customer_id}")
    _request.numbers(customer_id=customer_id)
    _request.path("customer_id", customer_id)
    return _request
