# Generated from the description of Fixably API by specloom; edits will be lost.

"""`CustomFieldFeature`."""

from __future__ import annotations

from typing import Literal, TypeAlias

__all__ = ["CustomFieldFeature"]


CustomFieldFeature: TypeAlias = Literal["search", "orderEvents", "orderIcon"] | str
"""Feature of a custom field: `search`, it can be searched; `orderEvents`, its changes are among an
order's events; `orderIcon`, it is shown as an icon of an order.
"""
