# Generated from the description of Catalogue by specloom; edits will be lost.

"""`Category`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model

__all__ = ["Category"]


class Category(Model):
    """Category."""

    display_name: Annotated[str, Field(alias="displayName")]

    parent: Category | None = None

    children: list[Category] | None = None

    by_name: Annotated[dict[str, Category] | None, Field(alias="byName")] = None
