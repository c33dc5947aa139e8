# Generated from the description of Orders by specloom; edits will be lost.

"""`LinkHeaders`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.features.header_fields import HeaderFields as _HeaderFields

__all__ = ["LinkHeaders"]


class LinkHeaders(_HeaderFields):
    """Header fields of answers."""

    link: _Annotated[str | None, _Field(alias="Link")] = None
    """Where to go on."""
