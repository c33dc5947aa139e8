"""How a union of models is told apart by one member."""

from collections.abc import Mapping
from typing import cast

import pydantic


def tagged(
    name: str, models: Mapping[str, str], other: str | None = None, *, untagged: str | None = None
) -> pydantic.Discriminator:
    """Return what picks the model of a union by the value of one member (OpenAPI 3.1, 4.8.25).

    Args:
        name: The member's name on the wire.
        models: Its value → the tag of a model.
        other: The tag of the model for other values; without it they fit none, which counts as a mismatch, and an
            answer that has one is a plain `Model`.
        untagged: The tag of what reads an object without the member, and what is no object; None: as other values.
    """
    message = f"what {name!r} says is none of the choices"
    model_of = _ModelOf(name, models, other, untagged)
    return pydantic.Discriminator(model_of, custom_error_type="choice", custom_error_message=message)


class _ModelOf:
    """Gives the tag of the model that a value is."""

    def __init__(self, name: str, models: Mapping[str, str], other: str | None, untagged: str | None) -> None:
        self.__name__ = "model_of"  # which pydantic asks every function for
        self._name = name
        self._models = models
        self._other = other
        self._untagged = untagged

    def __call__(self, value: object) -> str | None:
        found = self._said_by(value)
        if found is None and self._untagged is not None:
            return self._untagged
        if isinstance(found, float) and found.is_integer():
            found = int(found)  # to JSON Schema, 2.0 is the integer 2
        return self._models.get(str(found), self._other)

    def names_none(self, value: object) -> bool:
        """Tell whether a value says what it is, and that is none of the models."""
        return self._said_by(value) is not None and self(value) is None

    def _said_by(self, value: object) -> object:
        if isinstance(value, pydantic.BaseModel):
            fields = type(value).model_fields.items()
            return getattr(value, next((own for own, field in fields if field.alias == self._name), self._name), None)
        return cast("Mapping[str, object]", value).get(self._name) if isinstance(value, Mapping) else None
