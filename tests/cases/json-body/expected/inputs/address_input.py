# Generated from the description of Customers by specloom; edits will be lost.

"""`AddressInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from .._runtime.encoding import Shape

if TYPE_CHECKING:
    from typing import NotRequired

__all__ = ["AddressInput"]


class AddressInput(TypedDict):
    """Where somebody lives."""

    street_name: str

    house_no: NotRequired[int]


ADDRESS_INPUT: Shape = Shape({"street_name": "streetName", "house_no": "houseNo"})
