# Generated from the description of Fixably API by specloom; edits will be lost.

"""`EmailDocumentTypeCodeInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["EmailDocumentTypeCodeInput"]


EmailDocumentTypeCodeInput: _TypeAlias = "_Literal['confirmation', 'confirmation-with-terms', 'confirmation-all-prices', 'confirmation-no-prices', 'specs'] | str"
"""Document that can be attached to an e-mail: the order's confirmation, plain, with terms, with all
prices or without prices; or the specification.
"""
