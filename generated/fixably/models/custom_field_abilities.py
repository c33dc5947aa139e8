# Generated from the description of Fixably API by specloom; edits will be lost.

"""`CustomFieldAbilities`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.model import Model as _Model
from .custom_field_feature import CustomFieldFeature
from .custom_field_option import CustomFieldOption

__all__ = ["CustomFieldAbilities"]


class CustomFieldAbilities(_Model):
    """What custom fields of one kind of resource can do."""

    features: list[CustomFieldFeature] | None = None
    """Features that a field may have."""

    visibility_fields: _Annotated[
        list[CustomFieldOption] | None, _Field(alias="visibilityFields")
    ] = None
    """Places where a field can be shown. The ids are the keys of a field's `visibility`."""
