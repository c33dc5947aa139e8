# Generated from the description of Sitoo Service Orders by specloom; edits will be lost.

"""`ServiceCustomerInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.shapes import Shape as _Shape

if TYPE_CHECKING:
    from typing import NotRequired as _NotRequired

__all__ = ["ServiceCustomerInput"]


class ServiceCustomerInput(_TypedDict):
    """The person whose product is serviced."""

    first_name: str
    """First name."""

    last_name: _NotRequired[str | None]
    """Last name."""

    email: _NotRequired[str | None]
    """E-mail address."""

    mobile: _NotRequired[str | None]
    """Mobile phone number."""


SERVICE_CUSTOMER_INPUT: _Shape = _Shape(given=["first_name"])
