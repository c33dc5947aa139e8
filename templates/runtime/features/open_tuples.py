"""Arrays with a type for each of their first places, and one for whatever follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, TypeVarTuple, get_args

from ..pydantic_library import PYDANTIC as PYDANTIC  # isort: skip - before what an old one lacks
from pydantic_core import core_schema

from ..kinds import following

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

Ts = TypeVarTuple("Ts")


class _Open:
    """Has pydantic read `tuple[A, B, *tuple[C, ...]]`, which it takes for a tuple with a tuple in it."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401 - as pydantic has it
        *places, rest = get_args(source)
        kinds = [*places, following(rest)]
        return core_schema.tuple_schema([*map(handler.generate_schema, kinds)], variadic_item_index=len(places))


OpenTuple: TypeAlias = Annotated[tuple[*Ts], _Open()]
"""A tuple that goes on: `OpenTuple[A, B, *tuple[C, ...]]`."""
