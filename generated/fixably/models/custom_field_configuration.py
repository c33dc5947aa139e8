# Generated from the description of Fixably API by specloom; edits will be lost.

"""`CustomFieldConfiguration`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model
from .custom_field_domain import CustomFieldDomain

__all__ = ["CustomFieldConfiguration"]


class CustomFieldConfiguration(Model):
    """The tenant's custom fields, grouped by the kind of resource that has them."""

    devices: CustomFieldDomain | None = None
    """Custom fields of devices."""

    orders: CustomFieldDomain | None = None
    """Custom fields of orders."""

    order_lines: Annotated[CustomFieldDomain | None, Field(alias="orderLines")] = None
    """Custom fields of order lines."""

    products: CustomFieldDomain | None = None
    """Custom fields of products."""

    service_contracts: Annotated[CustomFieldDomain | None, Field(alias="serviceContracts")] = None
    """Custom fields of service contracts."""

    users: CustomFieldDomain | None = None
    """Custom fields of users."""
