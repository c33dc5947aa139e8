# Generated from the description of Fixably API by specloom; edits will be lost.

"""`PaymentTermChangeInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.shapes import Shape as _Shape

if TYPE_CHECKING:
    from typing import NotRequired as _NotRequired

__all__ = ["PaymentTermChangeInput"]


class PaymentTermChangeInput(_TypedDict):
    """A payment term, or none."""

    id: _NotRequired[int | None]
    """Id of the payment term. Null is allowed; what it does is not said."""


PAYMENT_TERM_CHANGE_INPUT: _Shape = _Shape(numbers=["id"])
