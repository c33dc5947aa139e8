# Generated from the description of Depot by specloom; edits will be lost.

"""`Order`."""

from __future__ import annotations

from typing import Annotated as _Annotated, Literal as _Literal

from pydantic import Field as _Field

from .._runtime.model import Model as _Model

__all__ = ["Order"]


class Order(_Model):
    """An order of the depot."""

    id: _Annotated[int | None, _Field(ge=0)] = None

    state: _Literal["new", "sent", "lost"] | str | None = None

    total: _Annotated[int | None, _Field(ge=0)] = None
