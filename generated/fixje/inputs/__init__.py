# Generated from the description of Fixje Partner by specloom; edits will be lost.

"""What calls take besides plain values, as typed dictionaries, of Fixje Partner. Each module is
imported when one of its names is used.
"""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .billing_address_create_input import BillingAddressCreateInput as BillingAddressCreateInput
    from .order_item_create_input import OrderItemCreateInput as OrderItemCreateInput
    from .shipping_address_create_input import (
        ShippingAddressCreateInput as ShippingAddressCreateInput,
    )

else:
    _MODULES = {
        "BillingAddressCreateInput": ".billing_address_create_input",
        "OrderItemCreateInput": ".order_item_create_input",
        "ShippingAddressCreateInput": ".shipping_address_create_input",
    }

    def __getattr__(name: str) -> object:
        if name in _MODULES:
            return getattr(_import_module(_MODULES[name], __name__), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted(_MODULES)
