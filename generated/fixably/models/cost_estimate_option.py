# Generated from the description of Fixably API by specloom; edits will be lost.

"""`CostEstimateOption`."""

from __future__ import annotations

from .._runtime.features.links import LinkedModel as _LinkedModel

__all__ = ["CostEstimateOption"]


class CostEstimateOption(_LinkedModel):
    """One of the options of a cost estimate. The vendor's page shows none, so only its id is known."""

    href: str | None = None
    """Address of this option."""

    id: int | None = None
    """Id of the option, with which it can be selected."""
