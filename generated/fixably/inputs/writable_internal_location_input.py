# Generated from the description of Fixably API by specloom; edits will be lost.

"""`WritableInternalLocationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["WritableInternalLocationInput"]


WritableInternalLocationInput: _TypeAlias = (
    "_Literal['CUSTOMER', 'SERVICE', 'STORE', 'IN_TRANSIT', 'DEALER_SHOP']"
)
"""Where a device is; `UNKNOWN` can be read but not written."""
