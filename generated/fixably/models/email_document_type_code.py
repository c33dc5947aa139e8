# Generated from the description of Fixably API by specloom; edits will be lost.

"""`EmailDocumentTypeCode`."""

from __future__ import annotations

from typing import Literal as _Literal, TypeAlias as _TypeAlias

__all__ = ["EmailDocumentTypeCode"]


EmailDocumentTypeCode: _TypeAlias = (
    _Literal[
        "confirmation",
        "confirmation-with-terms",
        "confirmation-all-prices",
        "confirmation-no-prices",
        "specs",
    ]
    | str
)
"""Document that can be attached to an e-mail: the order's confirmation, plain, with terms, with all
prices or without prices; or the specification.
"""
