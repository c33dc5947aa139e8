# Generated from the description of Vaults by specloom; edits will be lost.

"""`Vault`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model
from .perhaps import Perhaps

__all__ = ["Vault"]


class Vault(Model):
    """Vault."""

    typed: None

    constant: None

    enumerated: None = None

    chosen: None = None

    wrapped: None = None

    list_: Annotated[list[None] | None, Field(alias="list")] = None

    map: dict[str, None] | None = None

    text: str | None = None

    content: Perhaps | None = None

    inline: None = None
