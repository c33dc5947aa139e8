# Generated from the description of Fixably API by specloom; edits will be lost.

"""`CustomFieldDomain`."""

from __future__ import annotations

from .._runtime.model import Model as _Model
from .configured_custom_field import ConfiguredCustomField
from .custom_field_abilities import CustomFieldAbilities

__all__ = ["CustomFieldDomain"]


class CustomFieldDomain(_Model):
    """The custom fields of one kind of resource, and what they can be used for."""

    domain: CustomFieldAbilities | None = None
    """What custom fields of this kind of resource can do."""

    fields: list[ConfiguredCustomField] | None = None
    """The fields."""
