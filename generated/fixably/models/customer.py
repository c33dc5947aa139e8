# Generated from the description of Fixably API by specloom; edits will be lost.

"""`Customer`."""

from __future__ import annotations

import datetime as _datetime
from typing import TYPE_CHECKING, Annotated as _Annotated, Any as _Any

from pydantic import Field as _Field

from .._runtime.features.links import Link as _Link, LinkedModel as _LinkedModel, lazy as _lazy
from ..links import Collection as _Collection
from .address import Address
from .custom_fields import CustomFields

if TYPE_CHECKING:
    from .customer_page import CustomerPage
    from .payment_term import PaymentTerm
    from .role import Role
    from .role_page import RolePage

if not TYPE_CHECKING:
    CustomerPage = _lazy(__name__, "customer_page", "CustomerPage")
    PaymentTerm = _lazy(__name__, "payment_term", "PaymentTerm")
    Role = _lazy(__name__, "role", "Role")
    RolePage = _lazy(__name__, "role_page", "RolePage")

__all__ = ["Customer"]


class Customer(_LinkedModel):
    """A person or a company for whom devices are repaired."""

    href: str | None = None
    """Address of this customer."""

    id: int | None = None
    """Id of the customer."""

    first_name: _Annotated[str | None, _Field(alias="firstName")] = None
    """First name."""

    last_name: _Annotated[str | None, _Field(alias="lastName")] = None
    """Last name."""

    company: str | None = None
    """Name of the company or organization."""

    phone: str | None = None
    """Phone number."""

    email: str | None = None
    """E-mail address."""

    shipping_address: _Annotated[Address | None, _Field(alias="shippingAddress")] = None
    """Primary address to ship to."""

    all_shipping_addresses: _Annotated[
        list[Address] | None, _Field(alias="allShippingAddresses")
    ] = None
    """All other addresses to ship to; the primary one is not among them."""

    billing_address: _Annotated[Address | None, _Field(alias="billingAddress")] = None
    """Address for invoices."""

    business_id: _Annotated[str | None, _Field(alias="businessId")] = None
    """Company's tax number or other business id."""

    vat_number: _Annotated[str | None, _Field(alias="vatNumber")] = None
    """VAT number; companies only."""

    group: _Any = None
    """The customer's group."""

    language: str | None = None
    """Language, as a code of two letters (ISO 639-1)."""

    provider: str | None = None
    """System that the customer comes from."""

    identifier: str | None = None
    """Identifier of the customer in that system."""

    parent: _Link[Customer] | None = None
    """Company or organization that the customer belongs to."""

    children: _Collection[CustomerPage, Customer] | None = None
    """Subsidiaries or departments of the customer."""

    priority: int | None = None
    """How important the customer is, 0 unless set; higher comes first."""

    notes: str | None = None
    """Notes about the customer."""

    tags: list[str] | None = None
    """Tags of the customer."""

    roles: _Collection[RolePage, Role] | None = None
    """Roles of the customer as a user."""

    allow_share_email: _Annotated[bool | None, _Field(alias="allowShareEmail")] = None
    """Whether Apple GSX gets the customer's e-mail address when a repair is created there."""

    ssn: str | None = None
    """Social security number; only there if the tenant's system settings enable it."""

    created_at: _Annotated[_datetime.datetime | None, _Field(alias="createdAt")] = None
    """When the customer was created."""

    updated_at: _Annotated[_datetime.datetime | None, _Field(alias="updatedAt")] = None
    """When the customer was last changed."""

    custom_fields: _Annotated[CustomFields | list[_Any] | None, _Field(alias="customFields")] = None
    """Custom fields of the customer; an array where there are none."""

    default_payment_term: _Annotated[
        _Link[PaymentTerm] | None, _Field(alias="defaultPaymentTerm")
    ] = None
    """Payment term that holds unless another one is chosen."""
