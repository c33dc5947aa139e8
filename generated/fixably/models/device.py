# Generated from the description of Fixably API by specloom; edits will be lost.

"""`Device`."""

from __future__ import annotations

import datetime as _datetime
from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.features.links import LinkedModel as _LinkedModel
from .custom_fields import CustomFields

__all__ = ["Device"]


class Device(_LinkedModel):
    """A device that is or was repaired."""

    href: str | None = None
    """Address of this device."""

    id: int | None = None
    """Id of the device."""

    serial_number: _Annotated[str | None, _Field(alias="serialNumber")] = None
    """Serial number."""

    imei_number1: _Annotated[str | None, _Field(alias="imeiNumber1")] = None
    """IMEI number; may be empty."""

    imei_number2: _Annotated[str | None, _Field(alias="imeiNumber2")] = None
    """Second IMEI number; may be empty."""

    name: str | None = None
    """What the device is."""

    configuration: str | None = None
    """How the device is equipped, such as its colour, memory and size."""

    model: str | None = None
    """Identifier of the model."""

    family: str | None = None
    """Family of products that the device belongs to."""

    brand: str | None = None
    """Identifier of the brand, in capitals."""

    code: str | None = None
    """Code of the model; may be empty."""

    distributor: str | None = None
    """Who distributed the device."""

    purchase_country: _Annotated[str | None, _Field(alias="purchaseCountry")] = None
    """Country of the purchase, as a code of three letters (ISO 3166-1)."""

    purchase_date: _Annotated[_datetime.datetime | None, _Field(alias="purchaseDate")] = None
    """When the device was bought, as far as known. Written as a date, read as a time."""

    is_activation_locked: _Annotated[bool | None, _Field(alias="isActivationLocked")] = None
    """Whether the device is locked to its owner's account; null if unknown."""

    is_carrier_locked: _Annotated[bool | None, _Field(alias="isCarrierLocked")] = None
    """Whether the device is locked to a carrier; null if unknown."""

    is_vintage: _Annotated[bool | None, _Field(alias="isVintage")] = None
    """Whether the vendor counts the device as vintage; null if unknown."""

    is_obsolete: _Annotated[bool | None, _Field(alias="isObsolete")] = None
    """Whether the vendor counts the device as obsolete; null if unknown."""

    is_loaner: _Annotated[bool | None, _Field(alias="isLoaner")] = None
    """Whether the device is one that is lent to customers; null if unknown."""

    tags: list[str] | None = None
    """Tags of the device."""

    product_image_url: _Annotated[str | None, _Field(alias="productImageUrl")] = None
    """Address of a picture of the device; may be empty."""

    custom_fields: _Annotated[CustomFields | None, _Field(alias="customFields")] = None
    """Custom fields of the device."""
