# Generated from the description of Fixably API by specloom; edits will be lost.

"""`EmailDocumentTypeList`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model
from .email_document_type import EmailDocumentType

__all__ = ["EmailDocumentTypeList"]


class EmailDocumentTypeList(Model):
    """All documents that can be attached to e-mails."""

    total_items: Annotated[int | None, Field(alias="totalItems")] = None
    """How many there are."""

    items: list[EmailDocumentType]
    """The documents."""
