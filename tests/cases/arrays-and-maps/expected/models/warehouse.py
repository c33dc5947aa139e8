# Generated from the description of Warehouse by specloom; edits will be lost.

"""`Warehouse`."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from .._runtime.model import Model
from .shelf import Shelf

__all__ = ["Warehouse"]


class Warehouse(Model):
    """Warehouse."""

    names: Annotated[list[str] | None, Field(min_length=1)] = None

    grid: list[list[float]] | None = None

    anything: list[Any] | None = None

    stock: dict[str, int] | None = None

    shelves: dict[str, Shelf] | None = None

    notes: dict[str, Any] | None = None

    pair: list[str | int] | None = None

    by_code: Annotated[dict[str, str] | None, Field(alias="byCode")] = None

    free: Any | None = None
    """Anything at all."""
