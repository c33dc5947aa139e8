# Generated from the description of Fixably API by specloom; edits will be lost.

"""Fields that the tenant adds to devices, orders, order lines, products, service contracts and
users.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from collections.abc import Sequence as _Sequence

    from .._runtime.unset import Unset as _Unset
    from ..inputs.custom_field_model_input import CustomFieldModelInput
    from ..inputs.custom_field_type_input import CustomFieldTypeInput
    from ..models.custom_field import CustomField
    from ..models.custom_field_configuration import CustomFieldConfiguration

__all__ = ["AsyncCustomFieldsResource", "CustomFieldsResource"]


class CustomFieldsResource(_Resource):
    """Fields that the tenant adds to devices, orders, order lines, products, service contracts and
    users.
    """

    def get(self) -> CustomFieldConfiguration:
        """Get all custom fields and their settings.

        Gives the tenant's custom fields by the kind of resource that has them, with everything
        needed to check values before they are sent: types, choices, what is required, where a field
        is visible. The answer is large.

        `GET /custom-fields`

        Raises:
            UnauthorizedError: 401.
        """
        from ..models.custom_field_configuration import CustomFieldConfiguration

        return self._json(_get_request(), CustomFieldConfiguration)

    def create(
        self,
        *,
        name: str,
        type: CustomFieldTypeInput,
        model: CustomFieldModelInput,
        description: str | _Unset = _UNSET,
        options: _Sequence[str] | _Unset = _UNSET,
    ) -> CustomField:
        """Create a custom field.

        Adds a field to one kind of resource. A field with the type `options` needs the `options` to
        choose from. To be seen and written through the API, the field must be made visible there,
        in Fixably.

        `POST /custom-fields`

        Args:
            name: Name that people see.
            type: What the field holds.
            model: Kind of resource that gets the field.
            description: What the field is for.
            options: Values to choose from. Required with the type `options` and meaningless
                with others.

        Raises:
            UnauthorizedError: 401.
        """
        from ..models.custom_field import CustomField

        return self._json(
            _create_request(
                name=name, type=type, model=model, description=description, options=options
            ),
            CustomField,
        )

    def update(
        self,
        custom_field_id: int,
        *,
        name: str | _Unset = _UNSET,
        description: str | _Unset = _UNSET,
        options: _Sequence[str] | _Unset = _UNSET,
        enabled: bool | _Unset = _UNSET,
    ) -> CustomField:
        """Update a custom field.

        Send what changes. `options` replaces the values to choose from.

        `PATCH /custom-fields/{custom_field_id}`

        Args:
            custom_field_id: Id of the custom field.
            name: Name that people see.
            description: What the field is for.
            options: Values to choose from; only for the type `options`.
            enabled: Whether the field is in use.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.custom_field import CustomField

        return self._json(
            _update_request(
                custom_field_id,
                name=name,
                description=description,
                options=options,
                enabled=enabled,
            ),
            CustomField,
        )


class AsyncCustomFieldsResource(_AsyncResource):
    """Fields that the tenant adds to devices, orders, order lines, products, service contracts and
    users.
    """

    async def get(self) -> CustomFieldConfiguration:
        """Get all custom fields and their settings.

        Gives the tenant's custom fields by the kind of resource that has them, with everything
        needed to check values before they are sent: types, choices, what is required, where a field
        is visible. The answer is large.

        `GET /custom-fields`

        Raises:
            UnauthorizedError: 401.
        """
        from ..models.custom_field_configuration import CustomFieldConfiguration

        return await self._json(_get_request(), CustomFieldConfiguration)

    async def create(
        self,
        *,
        name: str,
        type: CustomFieldTypeInput,
        model: CustomFieldModelInput,
        description: str | _Unset = _UNSET,
        options: _Sequence[str] | _Unset = _UNSET,
    ) -> CustomField:
        """Create a custom field.

        Adds a field to one kind of resource. A field with the type `options` needs the `options` to
        choose from. To be seen and written through the API, the field must be made visible there,
        in Fixably.

        `POST /custom-fields`

        Args:
            name: Name that people see.
            type: What the field holds.
            model: Kind of resource that gets the field.
            description: What the field is for.
            options: Values to choose from. Required with the type `options` and meaningless
                with others.

        Raises:
            UnauthorizedError: 401.
        """
        from ..models.custom_field import CustomField

        return await self._json(
            _create_request(
                name=name, type=type, model=model, description=description, options=options
            ),
            CustomField,
        )

    async def update(
        self,
        custom_field_id: int,
        *,
        name: str | _Unset = _UNSET,
        description: str | _Unset = _UNSET,
        options: _Sequence[str] | _Unset = _UNSET,
        enabled: bool | _Unset = _UNSET,
    ) -> CustomField:
        """Update a custom field.

        Send what changes. `options` replaces the values to choose from.

        `PATCH /custom-fields/{custom_field_id}`

        Args:
            custom_field_id: Id of the custom field.
            name: Name that people see.
            description: What the field is for.
            options: Values to choose from; only for the type `options`.
            enabled: Whether the field is in use.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.custom_field import CustomField

        return await self._json(
            _update_request(
                custom_field_id,
                name=name,
                description=description,
                options=options,
                enabled=enabled,
            ),
            CustomField,
        )


def _get_request() -> _Request:
    _request = _Request("GET", "/custom-fields")
    return _request


def _create_request(
    *,
    name: str,
    type: CustomFieldTypeInput,
    model: CustomFieldModelInput,
    description: str | _Unset,
    options: _Sequence[str] | _Unset,
) -> _Request:
    from .._runtime.features.shapes import Items as _Items

    _request = _Request("POST", "/custom-fields")
    _request.require(name=name, type=type, model=model)
    _request.field("name", name)
    _request.field("description", description)
    _request.field("type", type)
    _request.field("model", model)
    _request.field("options", options, _Items())
    return _request


def _update_request(
    custom_field_id: int,
    *,
    name: str | _Unset,
    description: str | _Unset,
    options: _Sequence[str] | _Unset,
    enabled: bool | _Unset,
) -> _Request:
    from .._runtime.features.shapes import Items as _Items

    _request = _Request("PATCH", "/custom-fields/{custom_field_id}")
    _request.numbers(custom_field_id=custom_field_id)
    _request.path("custom_field_id", custom_field_id)
    _request.field("name", name)
    _request.field("description", description)
    _request.field("options", options, _Items())
    _request.field("enabled", enabled)
    return _request
