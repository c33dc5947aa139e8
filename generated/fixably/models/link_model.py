# Generated from the description of Fixably API by specloom; edits will be lost.

"""`LinkModel`."""

from __future__ import annotations

from .._runtime.model import Model

__all__ = ["LinkModel"]


class LinkModel(Model):
    """A related resource or collection: bare, it has only its address; named in `expand`, it has
    the resource's own fields beside it.
    """

    href: str
    """Address of the related resource or collection."""
