"""How a union of models is told apart by one member."""

from collections.abc import Mapping
from typing import cast

from ..pydantic_library import PYDANTIC as PYDANTIC  # isort: skip - before what an old one lacks
import pydantic

__all__ = ["tagged"]


def tagged(
    name: str, models: Mapping[str, str], other: str | None = None, *, untagged: str | None = None
) -> pydantic.Discriminator:
    """Return what picks the model of a union by the value of one member (OpenAPI 3.1, 4.8.25).

    Args:
        name: The member's name on the wire.
        models: Its value → the tag of a model.
        other: The tag of the model for other values; without it they fit none, which counts as a mismatch.
        untagged: The tag of what reads an object without the member, and what is no object; None: as other values.
    """

    def model_of(value: object) -> str | None:
        if isinstance(value, pydantic.BaseModel):
            fields = type(value).model_fields.items()
            found = getattr(value, next((own for own, field in fields if field.alias == name), name), None)
        else:
            found = cast("Mapping[str, object]", value).get(name) if isinstance(value, Mapping) else None
        return untagged if found is None and untagged is not None else models.get(str(found), other)

    message = f"what {name!r} says is none of the choices"
    return pydantic.Discriminator(model_of, custom_error_type="choice", custom_error_message=message)
