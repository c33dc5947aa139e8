# Generated from the description of Fixably API by specloom; edits will be lost.

"""`CustomFieldConfiguration`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.model import Model as _Model
from .custom_field_domain import CustomFieldDomain

__all__ = ["CustomFieldConfiguration"]


class CustomFieldConfiguration(_Model):
    """The tenant's custom fields, grouped by the kind of resource that has them."""

    devices: CustomFieldDomain | None = None
    """Custom fields of devices."""

    orders: CustomFieldDomain | None = None
    """Custom fields of orders."""

    order_lines: _Annotated[CustomFieldDomain | None, _Field(alias="orderLines")] = None
    """Custom fields of order lines."""

    products: CustomFieldDomain | None = None
    """Custom fields of products."""

    service_contracts: _Annotated[CustomFieldDomain | None, _Field(alias="serviceContracts")] = None
    """Custom fields of service contracts."""

    users: CustomFieldDomain | None = None
    """Custom fields of users."""
