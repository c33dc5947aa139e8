"""The class that all models are, and how a union of them is told apart."""

from collections.abc import Mapping

import pydantic

__all__ = ["Model", "tagged"]


class Model(pydantic.BaseModel):
    """An object of the API. Members that the description does not know are kept: see `model_extra`."""

    model_config = pydantic.ConfigDict(
        extra="allow",
        populate_by_name=True,
        protected_namespaces=(),
        ser_json_inf_nan="constants",  # so that sending them is refused; they would go out as null
        defer_build=True,  # a module may define many models; a call builds only those that its answer needs
    )


def tagged(name: str, models: Mapping[str, str]) -> pydantic.Discriminator:
    """Return what picks the model of a union by the value of one member (OpenAPI 3.1, 4.8.25).

    Args:
        name: The member's name on the wire.
        models: Its value → the tag of a model. Other values fit no model, which counts as a mismatch.
    """

    def model_of(value: object) -> str | None:
        if isinstance(value, Mapping):
            found = value.get(name)
        else:
            fields = type(value).model_fields if isinstance(value, pydantic.BaseModel) else {}
            own = next((own for own, field in fields.items() if name in (field.alias, own)), name)
            found = getattr(value, own, None)
        return models.get(str(found))

    return pydantic.Discriminator(model_of)
