# Generated from the description of Fixably API by specloom; edits will be lost.

"""`LegacyServiceContract`."""

from __future__ import annotations

import datetime as _datetime
from typing import TYPE_CHECKING, Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.features.links import Link as _Link, LinkedModel as _LinkedModel, lazy as _lazy
from .contract_priority import ContractPriority
from .contract_type import ContractType
from .custom_fields import CustomFields

if TYPE_CHECKING:
    from .user import User

if not TYPE_CHECKING:
    User = _lazy(__name__, "user", "User")

__all__ = ["LegacyServiceContract"]


class LegacyServiceContract(_LinkedModel):
    """A contract about the service of one device or of one customer's devices."""

    href: str | None = None
    """Address of this contract."""

    id: int | None = None
    """Id of the contract."""

    name: str | None = None
    """Name of the contract."""

    description: str | None = None
    """What the contract is about."""

    billing_reference: _Annotated[str | None, _Field(alias="billingReference")] = None
    """Reference to bill with."""

    start_date: _Annotated[
        _datetime.date | _datetime.datetime | None, _Field(alias="startDate")
    ] = None
    """First day of the contract."""

    end_date: _Annotated[_datetime.date | _datetime.datetime | None, _Field(alias="endDate")] = None
    """Last day of the contract."""

    serial: str | None = None
    """Serial number of the device; may be empty."""

    imei: str | None = None
    """IMEI number of the device; may be empty."""

    customer: _Link[User] | None = None
    """User whom the contract belongs to."""

    priority: ContractPriority | None = None
    """How urgent orders under the contract are."""

    tags: list[str] | None = None
    """Tags of the contract."""

    type: ContractType | None = None
    """What the contract covers."""

    contact_name: _Annotated[str | None, _Field(alias="contactName")] = None
    """Name of whom to contact at the end customer."""

    notification_email: _Annotated[str | None, _Field(alias="notificationEmail")] = None
    """E-mail address that gets notifications about the contract."""

    custom_fields: _Annotated[CustomFields | None, _Field(alias="customFields")] = None
    """Custom fields of the contract."""

    terminated_at: _Annotated[_datetime.datetime | None, _Field(alias="terminatedAt")] = None
    """When the contract was terminated; null if it was not."""

    terminated_reason: _Annotated[str | None, _Field(alias="terminatedReason")] = None
    """Why the contract was terminated."""
