# Generated from the description of Bookshop by specloom; edits will be lost.

"""Answer types of Bookshop. Each module is imported when one of its names is used."""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .author import Author as Author, Book as Book, Publisher as Publisher
    from .city import City as City
    from .shop import Shop as Shop

else:
    _MODULES = {
        "Author": ".author",
        "Book": ".author",
        "City": ".city",
        "Publisher": ".author",
        "Shop": ".shop",
    }

    def __getattr__(name: str) -> object:
        if name in _MODULES:
            return getattr(_import_module(_MODULES[name], __name__), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted(_MODULES)
