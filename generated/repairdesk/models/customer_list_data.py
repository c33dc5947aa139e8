# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`CustomerListData`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model
from .customer import Customer
from .pagination import Pagination

__all__ = ["CustomerListData"]


class CustomerListData(Model):
    """Customers and how many there are."""

    customer_data: Annotated[list[Customer] | None, Field(alias="customerData")] = None
    """The customers."""

    pagination: Pagination | None = None
    """Where this page stands."""
