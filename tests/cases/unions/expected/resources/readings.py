# Generated from the description of Readings by specloom; edits will be lost.

"""Calls under `readings`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource
from .._runtime.unset import UNSET

if TYPE_CHECKING:
    import datetime

    from .._runtime.unset import Unset
    from ..inputs.add_body_origin_option2_input import AddBodyOriginOption2Input
    from ..inputs.add_body_origin_sensor_input import AddBodyOriginSensorInput
    from ..inputs.value_input import ValueInput
    from ..models.reading import Reading

__all__ = ["AsyncReadingsResource", "ReadingsResource"]


class ReadingsResource(Resource):
    """Calls under `readings`."""

    def add(
        self,
        *,
        id: str | int,
        at: datetime.datetime | float | None = None,
        value: ValueInput | None | Unset = UNSET,
        origin: AddBodyOriginSensorInput | AddBodyOriginOption2Input | None = None,
    ) -> Reading:
        """Call `POST /readings`.

        Args:
            id: `id` of the body.
            at: `at` of the body.
            value: `value` of the body.
            origin: `origin` of the body.
        """
        from ..models.reading import Reading

        return self._json(_add(id=id, at=at, value=value, origin=origin), Reading)


class AsyncReadingsResource(AsyncResource):
    """Calls under `readings`."""

    async def add(
        self,
        *,
        id: str | int,
        at: datetime.datetime | float | None = None,
        value: ValueInput | None | Unset = UNSET,
        origin: AddBodyOriginSensorInput | AddBodyOriginOption2Input | None = None,
    ) -> Reading:
        """Call `POST /readings`.

        Args:
            id: `id` of the body.
            at: `at` of the body.
            value: `value` of the body.
            origin: `origin` of the body.
        """
        from ..models.reading import Reading

        return await self._json(_add(id=id, at=at, value=value, origin=origin), Reading)


def _add(
    *,
    id: str | int,
    at: datetime.datetime | float | None,
    value: ValueInput | None | Unset,
    origin: AddBodyOriginSensorInput | AddBodyOriginOption2Input | None,
) -> Request:
    request = Request("POST", "/readings")
    request.require(id=id)
    request.field("id", id)
    request.field("at", at)
    request.field("value", value, nullable=True)
    request.field("origin", origin)
    return request
