# Generated from the description of Fixably API by specloom; edits will be lost.

"""`BareLink`."""

from __future__ import annotations

from .._runtime.model import Model as _Model

__all__ = ["BareLink"]


class BareLink(_Model):
    """A related resource or collection: bare, it has only its address; named in `expand`, it has
    the resource's own fields beside it.
    """

    href: str
    """Address of the related resource or collection."""
