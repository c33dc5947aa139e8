# Generated from the description of Catalogue by specloom; edits will be lost.

"""`Category`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.model import Model as _Model

__all__ = ["Category"]


class Category(_Model):
    """Category."""

    display_name: _Annotated[str, _Field(alias="displayName")]

    parent: Category | None = None

    children: list[Category] | None = None

    by_name: _Annotated[dict[str, Category] | None, _Field(alias="byName")] = None
