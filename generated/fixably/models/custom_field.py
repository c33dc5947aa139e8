# Generated from the description of Fixably API by specloom; edits will be lost.

"""`CustomField`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.model import Model as _Model
from .custom_field_type import CustomFieldType

__all__ = ["CustomField"]


class CustomField(_Model):
    """A custom field."""

    id: int | None = None
    """Id of the field."""

    name: str | None = None
    """Name that people see."""

    canonical_name: _Annotated[str | None, _Field(alias="canonicalName")] = None
    """Name of the field in the API."""

    description: str | None = None
    """What the field is for."""

    type: CustomFieldType | None = None
    """What the field holds."""

    options: list[str] | None = None
    """Values to choose from, if the type is `options`."""

    model: str | None = None
    """Kind of resource that has the field."""

    enabled: bool | None = None
    """Whether the field is in use."""
