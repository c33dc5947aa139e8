# Generated from the description of Fixably API by specloom; edits will be lost.

"""`ConfiguredCustomField`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.model import Model as _Model
from .custom_field_option import CustomFieldOption
from .custom_field_type import CustomFieldType

__all__ = ["ConfiguredCustomField"]


class ConfiguredCustomField(_Model):
    """A custom field, with everything that is set for it."""

    id: int | None = None
    """Id of the field."""

    name: str | None = None
    """Name that people see."""

    canonical_name: _Annotated[str | None, _Field(alias="canonicalName")] = None
    """Name of the field in the API."""

    description: str | None = None
    """What the field is for."""

    visibility: dict[str, bool | None] | None = None
    """Where the field is shown, by the ids of `visibilityFields`."""

    type: CustomFieldType | None = None
    """What the field holds."""

    enabled: bool | None = None
    """Whether the field is in use."""

    options: list[CustomFieldOption] | None = None
    """Settings that are switched on for the field, such as that it has to be filled in."""

    multi_values: _Annotated[list[str] | None, _Field(alias="multiValues")] = None
    """Values to choose from."""

    features: dict[str, bool | None] | None = None
    """Features that the field may have, and whether it has them."""
