# Generated from the description of Sitoo Service Orders by specloom; edits will be lost.

"""What calls take besides plain values, as typed dictionaries, of Sitoo Service Orders. Each module
is imported when one of its names is used.
"""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .service_customer_input import ServiceCustomerInput as ServiceCustomerInput
    from .service_item_input import ServiceItemInput as ServiceItemInput
    from .service_order_state_input import ServiceOrderStateInput as ServiceOrderStateInput
    from .service_orders_edit_input import ServiceOrdersEditInput as ServiceOrdersEditInput
    from .service_product_input import ServiceProductInput as ServiceProductInput
    from .service_store_input import ServiceStoreInput as ServiceStoreInput
    from .service_user_input import ServiceUserInput as ServiceUserInput

else:
    _MODULES = {
        "ServiceCustomerInput": ".service_customer_input",
        "ServiceItemInput": ".service_item_input",
        "ServiceOrderStateInput": ".service_order_state_input",
        "ServiceOrdersEditInput": ".service_orders_edit_input",
        "ServiceProductInput": ".service_product_input",
        "ServiceStoreInput": ".service_store_input",
        "ServiceUserInput": ".service_user_input",
    }

    def __getattr__(name: str) -> object:
        if name in _MODULES:
            return getattr(_import_module(_MODULES[name], __name__), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted(_MODULES)
