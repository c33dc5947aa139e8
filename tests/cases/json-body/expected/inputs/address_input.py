# Generated from the description of Customers by specloom; edits will be lost.

"""`AddressInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.shapes import Shape as _Shape

if TYPE_CHECKING:
    from typing import NotRequired as _NotRequired

__all__ = ["AddressInput"]


class AddressInput(_TypedDict):
    """Where somebody lives."""

    street_name: str

    house_no: _NotRequired[int]


ADDRESS_INPUT: _Shape = _Shape(
    {"street_name": "streetName", "house_no": "houseNo"},
    given=["street_name", "house_no"],
    numbers=["house_no"],
)
