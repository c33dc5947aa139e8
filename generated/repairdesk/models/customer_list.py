# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`CustomerList`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.model import Model as _Model
from .customer import Customer
from .customer_list_data import CustomerListData

__all__ = ["CustomerList"]


class CustomerList(_Model):
    """Customers."""

    success: bool | None = None
    """Whether the call worked; a good HTTP status does not tell."""

    status_code: _Annotated[int | str | None, _Field(alias="statusCode")] = None
    """RepairDesk's own code of how it went."""

    message: str | None = None
    """How it went, for people."""

    data: CustomerListData | list[Customer] | None = None
    """The customers, in an object or as an array."""
