# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`CustomerListData`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.model import Model as _Model
from .customer import Customer
from .pagination import Pagination

__all__ = ["CustomerListData"]


class CustomerListData(_Model):
    """Customers and how many there are."""

    customer_data: _Annotated[list[Customer] | None, _Field(alias="customerData")] = None
    """The customers."""

    pagination: Pagination | None = None
    """Where this page stands."""
