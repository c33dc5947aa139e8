# Generated from the description of Fixably API by specloom; edits will be lost.

"""`EmailDocumentType`."""

from __future__ import annotations

from .._runtime.model import Model as _Model
from .email_document_type_code import EmailDocumentTypeCode

__all__ = ["EmailDocumentType"]


class EmailDocumentType(_Model):
    """A document that Fixably can make and attach to an e-mail."""

    name: str | None = None
    """Name that people see."""

    code: EmailDocumentTypeCode | None = None
    """Code by which an e-mail asks for the document."""
