# Generated from the description of Fixably API by specloom; edits will be lost.

"""`InvoiceLineRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from typing import Literal

__all__ = ["InvoiceLineRelationInput"]


InvoiceLineRelationInput: TypeAlias = "Literal['product', 'orderLine', 'orderLine.product'] | str"
"""What can be expanded in `InvoiceLine`; relations further down can be named as well."""
