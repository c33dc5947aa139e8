# Generated from the description of Fixje Partner by specloom; edits will be lost.

"""Answer types of Fixje Partner. Each module is imported when one of its names is used."""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .address import Address as Address
    from .order import Order as Order
    from .order_created import OrderCreated as OrderCreated
    from .order_item import OrderItem as OrderItem
    from .order_list import OrderList as OrderList
    from .problem_details import ProblemDetails as ProblemDetails
    from .product import Product as Product
    from .product_list import ProductList as ProductList
    from .product_price import ProductPrice as ProductPrice
    from .shipment import Shipment as Shipment
    from .stock import Stock as Stock
    from .token import Token as Token

else:
    _MODULES = {
        "Address": ".address",
        "Order": ".order",
        "OrderCreated": ".order_created",
        "OrderItem": ".order_item",
        "OrderList": ".order_list",
        "ProblemDetails": ".problem_details",
        "Product": ".product",
        "ProductList": ".product_list",
        "ProductPrice": ".product_price",
        "Shipment": ".shipment",
        "Stock": ".stock",
        "Token": ".token",
    }

    def __getattr__(name: str) -> object:
        if name in _MODULES:
            return getattr(_import_module(_MODULES[name], __name__), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted(_MODULES)
