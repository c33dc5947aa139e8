# Generated from the description of Fixably API by specloom; edits will be lost.

"""`FileUpload`."""

from __future__ import annotations

from .._runtime.model import Model as _Model

__all__ = ["FileUpload"]


class FileUpload(_Model):
    """Where to put a file's content, and its key for afterwards."""

    url: str
    """Presigned address to which the content is sent with PUT, until the address expires."""

    key: str
    """Key with which the uploaded file is attached to an order; at most 128 characters."""
