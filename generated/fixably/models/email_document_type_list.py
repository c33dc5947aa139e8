# Generated from the description of Fixably API by specloom; edits will be lost.

"""`EmailDocumentTypeList`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.model import Model as _Model
from .email_document_type import EmailDocumentType

__all__ = ["EmailDocumentTypeList"]


class EmailDocumentTypeList(_Model):
    """All documents that can be attached to e-mails."""

    total_items: _Annotated[int | None, _Field(alias="totalItems")] = None
    """How many there are."""

    items: list[EmailDocumentType]
    """The documents."""
