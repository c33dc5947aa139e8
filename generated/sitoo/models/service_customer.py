# Generated from the description of Sitoo Service Orders by specloom; edits will be lost.

"""`ServiceCustomer`."""

from __future__ import annotations

from .._runtime.model import Model as _Model

__all__ = ["ServiceCustomer"]


class ServiceCustomer(_Model):
    """The person whose product is serviced."""

    first_name: str
    """First name."""

    last_name: str | None = None
    """Last name."""

    email: str | None = None
    """E-mail address."""

    mobile: str | None = None
    """Mobile phone number."""
