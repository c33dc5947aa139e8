# Generated from the description of Fixably API by specloom; edits will be lost.

"""`CustomFieldOption`."""

from __future__ import annotations

from .._runtime.model import Model as _Model

__all__ = ["CustomFieldOption"]


class CustomFieldOption(_Model):
    """An id and what it stands for."""

    id: int | None = None
    """Id, which is a power of two in every example."""

    name: str | None = None
    """Name that people see."""
