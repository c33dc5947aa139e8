# Generated from the description of Old things by specloom; edits will be lost.

"""`Thing`."""

from __future__ import annotations

from .._runtime.model import Model as _Model

__all__ = ["Thing"]


class Thing(_Model):
    """Thing."""

    sku: str | None = None
    """Use the id. Deprecated."""
