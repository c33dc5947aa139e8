# Generated from the description of Sitoo Service Orders by specloom; edits will be lost.

"""`ServiceOrdersEditInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence as _Sequence
    from typing import NotRequired as _NotRequired

    from ..models.service_customer import ServiceCustomer
    from ..models.service_product import ServiceProduct
    from ..models.service_store import ServiceStore
    from ..models.service_user import ServiceUser
    from .service_customer_input import ServiceCustomerInput
    from .service_order_state_input import ServiceOrderStateInput
    from .service_product_input import ServiceProductInput
    from .service_store_input import ServiceStoreInput
    from .service_user_input import ServiceUserInput

__all__ = ["ServiceOrdersEditInput"]


class ServiceOrdersEditInput(_TypedDict):
    """What `edit` changes: arguments of `update`."""

    state: _NotRequired[ServiceOrderStateInput]
    """State to move to."""

    store: _NotRequired[ServiceStoreInput | ServiceStore]
    """Store that does the work."""

    owner: _NotRequired[ServiceUserInput | ServiceUser]
    """Member of staff who is responsible for the order."""

    customer: _NotRequired[ServiceCustomerInput | ServiceCustomer]
    """Customer for whom the work is done."""

    currency: _NotRequired[str]
    """Currency of all prices, as a three-letter code in capitals (ISO 4217)."""

    note: _NotRequired[str | None]
    """Note on the order as a whole."""

    product: _NotRequired[
        ServiceProductInput | ServiceProduct | _Sequence[ServiceProductInput | ServiceProduct]
    ]
    """Product to be serviced. An array of products is accepted too; the answer always has one
    object.
    """

    author: ServiceUserInput | ServiceUser
    """Member of staff who makes the change."""
