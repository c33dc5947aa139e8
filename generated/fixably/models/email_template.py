# Generated from the description of Fixably API by specloom; edits will be lost.

"""`EmailTemplate`."""

from __future__ import annotations

from .._runtime.features.links import LinkedModel as _LinkedModel

__all__ = ["EmailTemplate"]


class EmailTemplate(_LinkedModel):
    """A text for e-mails, in one language. Templates are written in Fixably's user interface."""

    href: str | None = None
    """Address of this template."""

    id: int | None = None
    """Id of the template."""

    name: str | None = None
    """Name of the template, by which an e-mail asks for it."""

    language: str | None = None
    """Language of the text, as a code of two letters."""

    subject: str | None = None
    """Subject of the e-mail; names in braces are filled in."""

    body: str | None = None
    """Text of the e-mail."""
