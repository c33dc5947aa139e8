# Generated from the description of Fixably API by specloom; edits will be lost.

"""`CustomFieldFeature`."""

from __future__ import annotations

from typing import Literal as _Literal, TypeAlias as _TypeAlias

__all__ = ["CustomFieldFeature"]


CustomFieldFeature: _TypeAlias = _Literal["search", "orderEvents", "orderIcon"] | str
"""Feature of a custom field: `search`, it can be searched; `orderEvents`, its changes are among an
order's events; `orderIcon`, it is shown as an icon of an order.
"""
