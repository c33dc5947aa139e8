# Generated from the description of Sitoo Service Orders by specloom; edits will be lost.

"""`ServiceCustomerInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired

__all__ = ["ServiceCustomerInput"]


class ServiceCustomerInput(TypedDict):
    """The person whose product is serviced."""

    first_name: str
    """First name."""

    last_name: NotRequired[str | None]
    """Last name."""

    email: NotRequired[str | None]
    """E-mail address."""

    mobile: NotRequired[str | None]
    """Mobile phone number."""
