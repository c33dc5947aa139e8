# Generated from the description of Sitoo Service Orders by specloom; edits will be lost.

"""Answer types of Sitoo Service Orders. Each module is imported when one of its names is used."""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .error_body import ErrorBody as ErrorBody
    from .service_customer import ServiceCustomer as ServiceCustomer
    from .service_item import ServiceItem as ServiceItem
    from .service_order import ServiceOrder as ServiceOrder
    from .service_order_state import ServiceOrderState as ServiceOrderState
    from .service_product import ServiceProduct as ServiceProduct
    from .service_store import ServiceStore as ServiceStore
    from .service_user import ServiceUser as ServiceUser

else:
    _MODULES = {
        "ErrorBody": ".error_body",
        "ServiceCustomer": ".service_customer",
        "ServiceItem": ".service_item",
        "ServiceOrder": ".service_order",
        "ServiceOrderState": ".service_order_state",
        "ServiceProduct": ".service_product",
        "ServiceStore": ".service_store",
        "ServiceUser": ".service_user",
    }

    def __getattr__(name: str) -> object:
        if name in _MODULES:
            return getattr(_import_module(_MODULES[name], __name__), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted(_MODULES)
