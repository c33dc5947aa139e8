# Generated from the description of Desk by specloom; edits will be lost.

"""Answer types of Desk. Each module is imported when one of its names is used."""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .kind import Kind as Kind, KindValues as KindValues
    from .part import Part as Part

else:
    _MODULES = {
        "Kind": ".kind",
        "KindValues": ".kind",
        "Part": ".part",
    }

    def __getattr__(name: str) -> object:
        if name in _MODULES:
            return getattr(_import_module(_MODULES[name], __name__), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted(_MODULES)
