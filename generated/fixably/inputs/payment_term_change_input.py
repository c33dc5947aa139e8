# Generated from the description of Fixably API by specloom; edits will be lost.

"""`PaymentTermChangeInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired

__all__ = ["PaymentTermChangeInput"]


class PaymentTermChangeInput(TypedDict):
    """A payment term, or none."""

    id: NotRequired[int | None]
    """Id of the payment term. Null is allowed; what it does is not said."""
