"""Arrays with a type for each of their first places, and perhaps one for whatever follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from pydantic_core import core_schema

from ..kinds import following

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


class Tuple:
    """What tuples that go on, and those of one place, are annotated with.

    Pydantic takes the first for a tuple in a tuple, and mypy takes `tuple[A]` for one that goes on where it is passed.
    """

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        *places, last = get_args(source)
        rest = following(last)
        index = len(places) if rest is not last else None
        return core_schema.tuple_schema([*map(handler.generate_schema, (*places, rest))], variadic_item_index=index)
