# Generated from the description of Fixably API by specloom; edits will be lost.

"""Contracts about the service of a customer's devices. Orders that one applies to show it."""

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
    import datetime as _datetime
    from collections.abc import Sequence as _Sequence

    from .._runtime.features.paging import AsyncPager as _AsyncPager, Pager as _Pager
    from .._runtime.features.search import Search as _Search
    from .._runtime.unset import Unset as _Unset
    from ..inputs.contract_priority_input import ContractPriorityInput
    from ..inputs.custom_fields_input import CustomFieldsInput
    from ..inputs.id_reference_input import IdReferenceInput
    from ..inputs.legacy_service_contract_page_relation_input import (
        LegacyServiceContractPageRelationInput,
    )
    from ..inputs.legacy_service_contract_relation_input import LegacyServiceContractRelationInput
    from ..models.legacy_service_contract import LegacyServiceContract

__all__ = ["AsyncLegacyServiceContracts", "LegacyServiceContracts"]


class LegacyServiceContracts(_PagingResource):
    """Contracts about the service of a customer's devices. Orders that one applies to show it."""

    def list(
        self,
        *,
        expand: _Sequence[LegacyServiceContractPageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _Pager[LegacyServiceContract]:
        """List legacy service contracts.

        Gives links only, unless `items` are expanded.

        `GET /legacy-service-contracts`

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
        from ..models.legacy_service_contract_page import LegacyServiceContractPage

        return self._pages(
            _list_request(expand=expand, q=q, limit=limit, offset=offset, page=page),
            LegacyServiceContractPage,
            _OFFSET_PAGING,
        )

    def create(
        self,
        *,
        name: str,
        description: str | _Unset = _UNSET,
        billing_reference: str | _Unset = _UNSET,
        start_date: _datetime.date | _datetime.datetime | _Unset = _UNSET,
        end_date: _datetime.date | _datetime.datetime | _Unset = _UNSET,
        serial: str | _Unset = _UNSET,
        imei: str | _Unset = _UNSET,
        customer: IdReferenceInput | _Unset = _UNSET,
        priority: ContractPriorityInput | _Unset = _UNSET,
        tags: _Sequence[str] | _Unset = _UNSET,
        contact_name: str | _Unset = _UNSET,
        notification_email: str | _Unset = _UNSET,
        custom_fields: CustomFieldsInput | _Unset = _UNSET,
    ) -> LegacyServiceContract:
        """Create a legacy service contract.

        Adds a contract for a device, named by its `serial` or `imei`, or for a `customer`; one of
        the three is required. Orders that it applies to show it from then on.

        `POST /legacy-service-contracts`

        Args:
            name: Name of the contract.
            description: What the contract is about.
            billing_reference: Reference to bill with.
            start_date: First day of the contract.
            end_date: Last day of the contract.
            serial: Serial number of the device. Required unless there is an `imei` or a
                `customer`.
            imei: IMEI number of the device. Required unless there is a `serial` or a
                `customer`.
            customer: User whom the contract belongs to. Required unless there is a `serial` or
                an `imei`.
            priority: How urgent orders under the contract are.
            tags: Tags of the contract, of letters and digits only.
            contact_name: Name of whom to contact at the end customer.
            notification_email: E-mail address that gets notifications about the contract.
            custom_fields: Custom fields of the contract; those that the tenant requires have to
                be there.

        Raises:
            UnauthorizedError: 401.
        """
        from ..models.legacy_service_contract import LegacyServiceContract

        return self._json(
            _create_request(
                name=name,
                description=description,
                billing_reference=billing_reference,
                start_date=start_date,
                end_date=end_date,
                serial=serial,
                imei=imei,
                customer=customer,
                priority=priority,
                tags=tags,
                contact_name=contact_name,
                notification_email=notification_email,
                custom_fields=custom_fields,
            ),
            LegacyServiceContract,
        )

    def get(
        self,
        contract_id: int,
        *,
        expand: _Sequence[LegacyServiceContractRelationInput] | str | None = None,
    ) -> LegacyServiceContract:
        """Get a legacy service contract.

        `GET /legacy-service-contracts/{contract_id}`

        Args:
            contract_id: Id of the contract.
            expand: Relations to have in full instead of as links. Takes a list of names, those
                of nested relations with dots between, or a text as the API has it.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.legacy_service_contract import LegacyServiceContract

        return self._json(_get_request(contract_id, expand=expand), LegacyServiceContract)

    def update(
        self,
        contract_id: int,
        *,
        tags: _Sequence[str] | _Unset = _UNSET,
        notification_email: str | _Unset = _UNSET,
        custom_fields: CustomFieldsInput | _Unset = _UNSET,
        priority: ContractPriorityInput | _Unset = _UNSET,
    ) -> LegacyServiceContract | None:
        """Update a legacy service contract.

        Send what changes. Only the tags, the address for notifications, the custom fields and the
        priority can be changed; a new end is set with the operation to extend.

        `PATCH /legacy-service-contracts/{contract_id}`

        Args:
            contract_id: Id of the contract.
            tags: Tags of the contract, of letters and digits only.
            notification_email: E-mail address that gets notifications about the contract.
            custom_fields: Custom fields of the contract.
            priority: How urgent orders under the contract are.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.legacy_service_contract import LegacyServiceContract

        return self._json(
            _update_request(
                contract_id,
                tags=tags,
                notification_email=notification_email,
                custom_fields=custom_fields,
                priority=priority,
            ),
            LegacyServiceContract,
        )

    def extend(self, contract_id: int, *, extend_to: _datetime.date) -> LegacyServiceContract:
        """Extend a legacy service contract.

        Prolongs the contract up to and including a new last day. The contract in the answer may be
        a new one: go on with its `id`.

        `POST /legacy-service-contracts/{contract_id}/extend`

        Args:
            contract_id: Id of the contract.
            extend_to: New last day of the contract.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.legacy_service_contract import LegacyServiceContract

        return self._json(_extend_request(contract_id, extend_to=extend_to), LegacyServiceContract)

    def terminate(self, contract_id: int, *, reason: str) -> None:
        """Terminate a legacy service contract.

        Ends the contract now, with a reason that is kept in `terminatedReason`.

        `POST /legacy-service-contracts/{contract_id}/terminate`

        Args:
            contract_id: Id of the contract.
            reason: The reason, in your own words.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        self._nothing(_terminate_request(contract_id, reason=reason))


class AsyncLegacyServiceContracts(_AsyncPagingResource):
    """Contracts about the service of a customer's devices. Orders that one applies to show it."""

    def list(
        self,
        *,
        expand: _Sequence[LegacyServiceContractPageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _AsyncPager[LegacyServiceContract]:
        """List legacy service contracts.

        Gives links only, unless `items` are expanded.

        `GET /legacy-service-contracts`

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
        from ..models.legacy_service_contract_page import LegacyServiceContractPage

        return self._pages(
            _list_request(expand=expand, q=q, limit=limit, offset=offset, page=page),
            LegacyServiceContractPage,
            _OFFSET_PAGING,
        )

    async def create(
        self,
        *,
        name: str,
        description: str | _Unset = _UNSET,
        billing_reference: str | _Unset = _UNSET,
        start_date: _datetime.date | _datetime.datetime | _Unset = _UNSET,
        end_date: _datetime.date | _datetime.datetime | _Unset = _UNSET,
        serial: str | _Unset = _UNSET,
        imei: str | _Unset = _UNSET,
        customer: IdReferenceInput | _Unset = _UNSET,
        priority: ContractPriorityInput | _Unset = _UNSET,
        tags: _Sequence[str] | _Unset = _UNSET,
        contact_name: str | _Unset = _UNSET,
        notification_email: str | _Unset = _UNSET,
        custom_fields: CustomFieldsInput | _Unset = _UNSET,
    ) -> LegacyServiceContract:
        """Create a legacy service contract.

        Adds a contract for a device, named by its `serial` or `imei`, or for a `customer`; one of
        the three is required. Orders that it applies to show it from then on.

        `POST /legacy-service-contracts`

        Args:
            name: Name of the contract.
            description: What the contract is about.
            billing_reference: Reference to bill with.
            start_date: First day of the contract.
            end_date: Last day of the contract.
            serial: Serial number of the device. Required unless there is an `imei` or a
                `customer`.
            imei: IMEI number of the device. Required unless there is a `serial` or a
                `customer`.
            customer: User whom the contract belongs to. Required unless there is a `serial` or
                an `imei`.
            priority: How urgent orders under the contract are.
            tags: Tags of the contract, of letters and digits only.
            contact_name: Name of whom to contact at the end customer.
            notification_email: E-mail address that gets notifications about the contract.
            custom_fields: Custom fields of the contract; those that the tenant requires have to
                be there.

        Raises:
            UnauthorizedError: 401.
        """
        from ..models.legacy_service_contract import LegacyServiceContract

        return await self._json(
            _create_request(
                name=name,
                description=description,
                billing_reference=billing_reference,
                start_date=start_date,
                end_date=end_date,
                serial=serial,
                imei=imei,
                customer=customer,
                priority=priority,
                tags=tags,
                contact_name=contact_name,
                notification_email=notification_email,
                custom_fields=custom_fields,
            ),
            LegacyServiceContract,
        )

    async def get(
        self,
        contract_id: int,
        *,
        expand: _Sequence[LegacyServiceContractRelationInput] | str | None = None,
    ) -> LegacyServiceContract:
        """Get a legacy service contract.

        `GET /legacy-service-contracts/{contract_id}`

        Args:
            contract_id: Id of the contract.
            expand: Relations to have in full instead of as links. Takes a list of names, those
                of nested relations with dots between, or a text as the API has it.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.legacy_service_contract import LegacyServiceContract

        return await self._json(_get_request(contract_id, expand=expand), LegacyServiceContract)

    async def update(
        self,
        contract_id: int,
        *,
        tags: _Sequence[str] | _Unset = _UNSET,
        notification_email: str | _Unset = _UNSET,
        custom_fields: CustomFieldsInput | _Unset = _UNSET,
        priority: ContractPriorityInput | _Unset = _UNSET,
    ) -> LegacyServiceContract | None:
        """Update a legacy service contract.

        Send what changes. Only the tags, the address for notifications, the custom fields and the
        priority can be changed; a new end is set with the operation to extend.

        `PATCH /legacy-service-contracts/{contract_id}`

        Args:
            contract_id: Id of the contract.
            tags: Tags of the contract, of letters and digits only.
            notification_email: E-mail address that gets notifications about the contract.
            custom_fields: Custom fields of the contract.
            priority: How urgent orders under the contract are.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.legacy_service_contract import LegacyServiceContract

        return await self._json(
            _update_request(
                contract_id,
                tags=tags,
                notification_email=notification_email,
                custom_fields=custom_fields,
                priority=priority,
            ),
            LegacyServiceContract,
        )

    async def extend(self, contract_id: int, *, extend_to: _datetime.date) -> LegacyServiceContract:
        """Extend a legacy service contract.

        Prolongs the contract up to and including a new last day. The contract in the answer may be
        a new one: go on with its `id`.

        `POST /legacy-service-contracts/{contract_id}/extend`

        Args:
            contract_id: Id of the contract.
            extend_to: New last day of the contract.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.legacy_service_contract import LegacyServiceContract

        return await self._json(
            _extend_request(contract_id, extend_to=extend_to), LegacyServiceContract
        )

    async def terminate(self, contract_id: int, *, reason: str) -> None:
        """Terminate a legacy service contract.

        Ends the contract now, with a reason that is kept in `terminatedReason`.

        `POST /legacy-service-contracts/{contract_id}/terminate`

        Args:
            contract_id: Id of the contract.
            reason: The reason, in your own words.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        await self._nothing(_terminate_request(contract_id, reason=reason))


_OFFSET_PAGING = _Offset("offset", items="items", total="total_items", page="page")


_QUERY_SEARCH = _SearchGrammar(",", ":", any_of="(,)", range="[,]", wildcard="*", not_allowed=":,")


def _list_request(
    *,
    expand: _Sequence[LegacyServiceContractPageRelationInput] | str | None,
    q: _Search | str | None,
    limit: int | None,
    offset: int | None,
    page: int | None,
) -> _Request:
    from .._runtime.features.expand import in_parentheses as _in_parentheses
    from .._runtime.features.search import write_search as _write_search

    _request = _Request("GET", "/legacy-service-contracts")
    _request.numbers(limit=limit, offset=offset, page=page)
    _request.query("expand", _in_parentheses(expand))
    _request.query("q", _write_search(q, _QUERY_SEARCH))
    _request.query("limit", limit)
    _request.query("offset", offset)
    _request.query("page", page)
    return _request


def _create_request(
    *,
    name: str,
    description: str | _Unset,
    billing_reference: str | _Unset,
    start_date: _datetime.date | _datetime.datetime | _Unset,
    end_date: _datetime.date | _datetime.datetime | _Unset,
    serial: str | _Unset,
    imei: str | _Unset,
    customer: IdReferenceInput | _Unset,
    priority: ContractPriorityInput | _Unset,
    tags: _Sequence[str] | _Unset,
    contact_name: str | _Unset,
    notification_email: str | _Unset,
    custom_fields: CustomFieldsInput | _Unset,
) -> _Request:
    from .._runtime.features.shapes import Items as _Items, Shape as _Shape
    from ..inputs.id_reference_input import ID_REFERENCE_INPUT

    _request = _Request("POST", "/legacy-service-contracts")
    _request.require(name=name)
    _request.field("name", name)
    _request.field("description", description)
    _request.field("billingReference", billing_reference)
    _request.field("startDate", start_date)
    _request.field("endDate", end_date)
    _request.field("serial", serial)
    _request.field("imei", imei)
    _request.field("customer", customer, ID_REFERENCE_INPUT)
    _request.field("priority", priority)
    _request.field("tags", tags, _Items())
    _request.field("contactName", contact_name)
    _request.field("notificationEmail", notification_email)
    _request.field("customFields", custom_fields, _Shape(each=_Items(texts=True)))
    return _request


def _get_request(
    contract_id: int, *, expand: _Sequence[LegacyServiceContractRelationInput] | str | None
) -> _Request:
    from .._runtime.features.expand import in_parentheses as _in_parentheses

    _request = _Request("GET", "/legacy-service-contracts/{contract_id}")
    _request.numbers(contract_id=contract_id)
    _request.path("contract_id", contract_id)
    _request.query("expand", _in_parentheses(expand))
    return _request


def _update_request(
    contract_id: int,
    *,
    tags: _Sequence[str] | _Unset,
    notification_email: str | _Unset,
    custom_fields: CustomFieldsInput | _Unset,
    priority: ContractPriorityInput | _Unset,
) -> _Request:
    from .._runtime.features.shapes import Items as _Items, Shape as _Shape

    _request = _Request("PATCH", "/legacy-service-contracts/{contract_id}", may_be_empty=True)
    _request.numbers(contract_id=contract_id)
    _request.path("contract_id", contract_id)
    _request.field("tags", tags, _Items())
    _request.field("notificationEmail", notification_email)
    _request.field("customFields", custom_fields, _Shape(each=_Items(texts=True)))
    _request.field("priority", priority)
    return _request


def _extend_request(contract_id: int, *, extend_to: _datetime.date) -> _Request:
    _request = _Request("POST", "/legacy-service-contracts/{contract_id}/extend")
    _request.require(extend_to=extend_to)
    _request.numbers(contract_id=contract_id)
    _request.dates(extend_to=extend_to)
    _request.path("contract_id", contract_id)
    _request.field("extendTo", extend_to)
    return _request


def _terminate_request(contract_id: int, *, reason: str) -> _Request:
    _request = _Request("POST", "/legacy-service-contracts/{contract_id}/terminate")
    _request.require(reason=reason)
    _request.numbers(contract_id=contract_id)
    _request.path("contract_id", contract_id)
    _request.field("reason", reason)
    return _request
