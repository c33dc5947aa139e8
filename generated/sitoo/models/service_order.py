# Generated from the description of Sitoo Service Orders by specloom; edits will be lost.

"""`ServiceOrder`."""

from __future__ import annotations

from .._runtime.features.times import UnixTime as _UnixTime
from .._runtime.model import Model as _Model, ReadOnly as _ReadOnly
from .service_customer import ServiceCustomer
from .service_order_state import ServiceOrderState
from .service_product import ServiceProduct
from .service_store import ServiceStore
from .service_user import ServiceUser

__all__ = ["ServiceOrder"]


class ServiceOrder(_Model):
    """A product in service, with everything known about the work on it."""

    version: _ReadOnly[str | None] = None
    """Version of this data structure, as `MAJOR.MINOR`."""

    id: _ReadOnly[str | None] = None
    """Id of the order; no other order anywhere has the same."""

    revision: int | None = None
    """Number of this revision, to be named by the next update."""

    created: _ReadOnly[_UnixTime | None] = None
    """When the order was created, in seconds since 1970-01-01 UTC."""

    modified: _ReadOnly[_UnixTime | None] = None
    """When the order was last changed, in seconds since 1970-01-01 UTC."""

    state: ServiceOrderState | None = None
    """How far the work is."""

    store: ServiceStore
    """Store that does the work."""

    owner: ServiceUser
    """Member of staff who is responsible for the order."""

    customer: ServiceCustomer
    """Customer for whom the work is done."""

    currency: str
    """Currency of all prices, as a three-letter code in capitals (ISO 4217)."""

    note: str | None = None
    """Note on the order as a whole."""

    product: ServiceProduct
    """Product that is serviced."""

    author: ServiceUser
    """Member of staff who made this revision."""
