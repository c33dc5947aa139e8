# Generated from the description of Fixably API by specloom; edits will be lost.

"""Devices that are repaired."""

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
    from ..inputs.custom_fields_input import CustomFieldsInput
    from ..inputs.device_page_relation_input import DevicePageRelationInput
    from ..models.device import Device

__all__ = ["AsyncDevices", "Devices"]


class Devices(_PagingResource):
    """Devices that are repaired."""

    def list(
        self,
        *,
        expand: _Sequence[DevicePageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _Pager[Device]:
        """List devices.

        Gives links only, unless `items` are expanded.

        `GET /devices`

        Args:
            expand: What to have in full instead of as links. Takes a list of names, those of
                nested relations with dots between, or a text as the API has it.
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
        from ..models.device_page import DevicePage

        return self._pages(
            _list_request(expand=expand, q=q, limit=limit, offset=offset, page=page),
            DevicePage,
            _OFFSET_PAGING,
        )

    def create(
        self,
        *,
        serial_number: str,
        name: str,
        imei_number1: str | _Unset = _UNSET,
        imei_number2: str | _Unset = _UNSET,
        configuration: str | _Unset = _UNSET,
        brand: str | _Unset = _UNSET,
        model: str | _Unset = _UNSET,
        code: str | _Unset = _UNSET,
        purchase_country: str | _Unset = _UNSET,
        purchase_date: _datetime.date | _Unset = _UNSET,
        custom_fields: CustomFieldsInput | _Unset = _UNSET,
    ) -> Device:
        """Create a device.

        Adds a device, which needs at least a serial number and a name.

        `POST /devices`

        Args:
            serial_number: Serial number, which no other device has.
            name: What the device is.
            imei_number1: IMEI number.
            imei_number2: Second IMEI number.
            configuration: How the device is equipped, such as its colour, memory and size.
            brand: Identifier of the brand, in capitals.
            model: Name of the model.
            code: Code of the model.
            purchase_country: Country of the purchase, as a code of three letters (ISO 3166-1).
            purchase_date: Day on which the device was bought, as far as known.
            custom_fields: Custom fields of the device. Required if the tenant has made one of
                them required.

        Raises:
            UnauthorizedError: 401.
        """
        from ..models.device import Device

        return self._json(
            _create_request(
                serial_number=serial_number,
                name=name,
                imei_number1=imei_number1,
                imei_number2=imei_number2,
                configuration=configuration,
                brand=brand,
                model=model,
                code=code,
                purchase_country=purchase_country,
                purchase_date=purchase_date,
                custom_fields=custom_fields,
            ),
            Device,
        )

    def get(self, device_id: int) -> Device:
        """Get a device.

        `GET /devices/{device_id}`

        Args:
            device_id: Id of the device.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.device import Device

        return self._json(_get_request(device_id), Device)

    def update(
        self,
        device_id: int,
        *,
        serial_number: str | _Unset = _UNSET,
        imei_number1: str | _Unset = _UNSET,
        imei_number2: str | _Unset = _UNSET,
        name: str | _Unset = _UNSET,
        configuration: str | _Unset = _UNSET,
        brand: str | _Unset = _UNSET,
        model: str | _Unset = _UNSET,
        code: str | _Unset = _UNSET,
        source: str | _Unset = _UNSET,
        identifier: str | _Unset = _UNSET,
        purchase_country: str | _Unset = _UNSET,
        purchase_date: _datetime.date | _Unset = _UNSET,
        tags: _Sequence[str] | _Unset = _UNSET,
        custom_fields: CustomFieldsInput | _Unset = _UNSET,
    ) -> Device | None:
        """Update a device.

        Send what changes.

        `PATCH /devices/{device_id}`

        Args:
            device_id: Id of the device.
            serial_number: Serial number, which no other device has.
            imei_number1: IMEI number.
            imei_number2: Second IMEI number.
            name: What the device is.
            configuration: How the device is equipped, such as its colour, memory and size.
            brand: Identifier of the brand, in capitals.
            model: Name of the model.
            code: Code of the model.
            source: Where the data about the device comes from.
            identifier: Identifier of your own for the device.
            purchase_country: Country of the purchase, as a code of three letters (ISO 3166-1).
            purchase_date: Day on which the device was bought, as far as known.
            tags: Tags of the device.
            custom_fields: Custom fields of the device.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.device import Device

        return self._json(
            _update_request(
                device_id,
                serial_number=serial_number,
                imei_number1=imei_number1,
                imei_number2=imei_number2,
                name=name,
                configuration=configuration,
                brand=brand,
                model=model,
                code=code,
                source=source,
                identifier=identifier,
                purchase_country=purchase_country,
                purchase_date=purchase_date,
                tags=tags,
                custom_fields=custom_fields,
            ),
            Device,
        )


class AsyncDevices(_AsyncPagingResource):
    """Devices that are repaired."""

    def list(
        self,
        *,
        expand: _Sequence[DevicePageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _AsyncPager[Device]:
        """List devices.

        Gives links only, unless `items` are expanded.

        `GET /devices`

        Args:
            expand: What to have in full instead of as links. Takes a list of names, those of
                nested relations with dots between, or a text as the API has it.
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
        from ..models.device_page import DevicePage

        return self._pages(
            _list_request(expand=expand, q=q, limit=limit, offset=offset, page=page),
            DevicePage,
            _OFFSET_PAGING,
        )

    async def create(
        self,
        *,
        serial_number: str,
        name: str,
        imei_number1: str | _Unset = _UNSET,
        imei_number2: str | _Unset = _UNSET,
        configuration: str | _Unset = _UNSET,
        brand: str | _Unset = _UNSET,
        model: str | _Unset = _UNSET,
        code: str | _Unset = _UNSET,
        purchase_country: str | _Unset = _UNSET,
        purchase_date: _datetime.date | _Unset = _UNSET,
        custom_fields: CustomFieldsInput | _Unset = _UNSET,
    ) -> Device:
        """Create a device.

        Adds a device, which needs at least a serial number and a name.

        `POST /devices`

        Args:
            serial_number: Serial number, which no other device has.
            name: What the device is.
            imei_number1: IMEI number.
            imei_number2: Second IMEI number.
            configuration: How the device is equipped, such as its colour, memory and size.
            brand: Identifier of the brand, in capitals.
            model: Name of the model.
            code: Code of the model.
            purchase_country: Country of the purchase, as a code of three letters (ISO 3166-1).
            purchase_date: Day on which the device was bought, as far as known.
            custom_fields: Custom fields of the device. Required if the tenant has made one of
                them required.

        Raises:
            UnauthorizedError: 401.
        """
        from ..models.device import Device

        return await self._json(
            _create_request(
                serial_number=serial_number,
                name=name,
                imei_number1=imei_number1,
                imei_number2=imei_number2,
                configuration=configuration,
                brand=brand,
                model=model,
                code=code,
                purchase_country=purchase_country,
                purchase_date=purchase_date,
                custom_fields=custom_fields,
            ),
            Device,
        )

    async def get(self, device_id: int) -> Device:
        """Get a device.

        `GET /devices/{device_id}`

        Args:
            device_id: Id of the device.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.device import Device

        return await self._json(_get_request(device_id), Device)

    async def update(
        self,
        device_id: int,
        *,
        serial_number: str | _Unset = _UNSET,
        imei_number1: str | _Unset = _UNSET,
        imei_number2: str | _Unset = _UNSET,
        name: str | _Unset = _UNSET,
        configuration: str | _Unset = _UNSET,
        brand: str | _Unset = _UNSET,
        model: str | _Unset = _UNSET,
        code: str | _Unset = _UNSET,
        source: str | _Unset = _UNSET,
        identifier: str | _Unset = _UNSET,
        purchase_country: str | _Unset = _UNSET,
        purchase_date: _datetime.date | _Unset = _UNSET,
        tags: _Sequence[str] | _Unset = _UNSET,
        custom_fields: CustomFieldsInput | _Unset = _UNSET,
    ) -> Device | None:
        """Update a device.

        Send what changes.

        `PATCH /devices/{device_id}`

        Args:
            device_id: Id of the device.
            serial_number: Serial number, which no other device has.
            imei_number1: IMEI number.
            imei_number2: Second IMEI number.
            name: What the device is.
            configuration: How the device is equipped, such as its colour, memory and size.
            brand: Identifier of the brand, in capitals.
            model: Name of the model.
            code: Code of the model.
            source: Where the data about the device comes from.
            identifier: Identifier of your own for the device.
            purchase_country: Country of the purchase, as a code of three letters (ISO 3166-1).
            purchase_date: Day on which the device was bought, as far as known.
            tags: Tags of the device.
            custom_fields: Custom fields of the device.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.device import Device

        return await self._json(
            _update_request(
                device_id,
                serial_number=serial_number,
                imei_number1=imei_number1,
                imei_number2=imei_number2,
                name=name,
                configuration=configuration,
                brand=brand,
                model=model,
                code=code,
                source=source,
                identifier=identifier,
                purchase_country=purchase_country,
                purchase_date=purchase_date,
                tags=tags,
                custom_fields=custom_fields,
            ),
            Device,
        )


_OFFSET_PAGING = _Offset("offset", items="items", total="total_items", page="page")


_QUERY_SEARCH = _SearchGrammar(",", ":", any_of="(,)", range="[,]", wildcard="*", not_allowed=":,")


def _list_request(
    *,
    expand: _Sequence[DevicePageRelationInput] | str | None,
    q: _Search | str | None,
    limit: int | None,
    offset: int | None,
    page: int | None,
) -> _Request:
    from .._runtime.features.expand import in_parentheses as _in_parentheses
    from .._runtime.features.search import write_search as _write_search

    _request = _Request("GET", "/devices")
    _request.numbers(limit=limit, offset=offset, page=page)
    _request.query("expand", _in_parentheses(expand))
    _request.query("q", _write_search(q, _QUERY_SEARCH))
    _request.query("limit", limit)
    _request.query("offset", offset)
    _request.query("page", page)
    return _request


def _create_request(
    *,
    serial_number: str,
    name: str,
    imei_number1: str | _Unset,
    imei_number2: str | _Unset,
    configuration: str | _Unset,
    brand: str | _Unset,
    model: str | _Unset,
    code: str | _Unset,
    purchase_country: str | _Unset,
    purchase_date: _datetime.date | _Unset,
    custom_fields: CustomFieldsInput | _Unset,
) -> _Request:
    from .._runtime.features.shapes import Items as _Items, Shape as _Shape

    _request = _Request("POST", "/devices")
    _request.require(serial_number=serial_number, name=name)
    _request.dates(purchase_date=purchase_date)
    _request.field("serialNumber", serial_number)
    _request.field("imeiNumber1", imei_number1)
    _request.field("imeiNumber2", imei_number2)
    _request.field("name", name)
    _request.field("configuration", configuration)
    _request.field("brand", brand)
    _request.field("model", model)
    _request.field("code", code)
    _request.field("purchaseCountry", purchase_country)
    _request.field("purchaseDate", purchase_date)
    _request.field("customFields", custom_fields, _Shape(each=_Items(texts=True)))
    return _request


def _get_request(device_id: int) -> _Request:
    _request = _Request("GET", "/devices/{device_id}")
    _request.numbers(device_id=device_id)
    _request.path("device_id", device_id)
    return _request


def _update_request(
    device_id: int,
    *,
    serial_number: str | _Unset,
    imei_number1: str | _Unset,
    imei_number2: str | _Unset,
    name: str | _Unset,
    configuration: str | _Unset,
    brand: str | _Unset,
    model: str | _Unset,
    code: str | _Unset,
    source: str | _Unset,
    identifier: str | _Unset,
    purchase_country: str | _Unset,
    purchase_date: _datetime.date | _Unset,
    tags: _Sequence[str] | _Unset,
    custom_fields: CustomFieldsInput | _Unset,
) -> _Request:
    from .._runtime.features.shapes import Items as _Items, Shape as _Shape

    _request = _Request("PATCH", "/devices/{device_id}", may_be_empty=True)
    _request.numbers(device_id=device_id)
    _request.dates(purchase_date=purchase_date)
    _request.path("device_id", device_id)
    _request.field("serialNumber", serial_number)
    _request.field("imeiNumber1", imei_number1)
    _request.field("imeiNumber2", imei_number2)
    _request.field("name", name)
    _request.field("configuration", configuration)
    _request.field("brand", brand)
    _request.field("model", model)
    _request.field("code", code)
    _request.field("source", source)
    _request.field("identifier", identifier)
    _request.field("purchaseCountry", purchase_country)
    _request.field("purchaseDate", purchase_date)
    _request.field("tags", tags, _Items())
    _request.field("customFields", custom_fields, _Shape(each=_Items(texts=True)))
    return _request
