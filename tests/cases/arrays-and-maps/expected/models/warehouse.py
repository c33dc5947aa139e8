# Generated from the description of Warehouse by specloom; edits will be lost.

"""`Warehouse`, `WarehouseByCodeValueByName`."""

from __future__ import annotations

from typing import Annotated as _Annotated, Any as _Any, Union as _Union

from pydantic import Field as _Field

from .._runtime.features.by_name import by_name as _by_name
from .._runtime.features.tuples import Tuple as _Tuple
from .._runtime.model import Model as _Model
from .shelf import Shelf

__all__ = ["Warehouse", "WarehouseByCodeValueByName"]


class Warehouse(_Model):
    """Warehouse."""

    names: _Annotated[list[str] | None, _Field(min_length=1)] = None

    grid: list[list[float]] | None = None

    anything: list[_Any] | None = None

    stock: dict[str, int] | None = None

    shelves: dict[str, Shelf] | None = None

    notes: dict[str, _Any] | None = None

    pair: tuple[str, int] | None = None

    row: _Union[_Annotated[tuple[str, int, *tuple[bool, ...]], _Tuple], None] = None

    by_code: _Annotated[dict[str, WarehouseByCodeValueByName] | None, _Field(alias="byCode")] = None

    free: _Any = None
    """Anything at all."""


WarehouseByCodeValueByName = _Annotated[str | _Any, _by_name({"^[A-Z]+$": str}, _Any)]
