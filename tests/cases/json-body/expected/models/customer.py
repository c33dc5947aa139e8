# Generated from the description of Customers by specloom; edits will be lost.

"""`Customer`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model
from .address import Address

__all__ = ["Customer"]


class Customer(Model):
    """Customer."""

    first_name: Annotated[str, Field(alias="firstName")]
    """As on the passport."""

    newsletter: bool | None = None
    """Server default: `false`."""

    address: Address | None = None

    phones: list[str] | None = None
