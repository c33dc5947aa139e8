# Generated from the description of Vaults by specloom; edits will be lost.

"""`Vault`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.model import Model as _Model
from .perhaps import Perhaps

__all__ = ["Vault"]


class Vault(_Model):
    """Vault."""

    typed: None

    constant: None

    enumerated: None = None

    chosen: None = None

    wrapped: None = None

    list_: _Annotated[list[None] | None, _Field(alias="list")] = None

    map: dict[str, None] | None = None

    text: str | None = None

    content: Perhaps | None = None

    inline: None = None
