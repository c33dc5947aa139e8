# Generated from the description of Customers by specloom; edits will be lost.

"""`Customer`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.model import Model as _Model
from .address import Address

__all__ = ["Customer"]


class Customer(_Model):
    """Customer."""

    first_name: _Annotated[str, _Field(alias="firstName")]
    """As on the passport."""

    newsletter: bool | None = None
    """Server default: `false`."""

    address: Address | None = None

    phones: list[str] | None = None
