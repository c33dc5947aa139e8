# Generated from the description of Readings by specloom; edits will be lost.

"""Calls under `readings`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.shape_choices import Either as _Either, Option as _Option
from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    import datetime as _datetime

    from .._runtime.unset import Unset as _Unset
    from ..inputs.add_body_origin_option2_input import AddBodyOriginOption2Input
    from ..inputs.add_body_origin_sensor_input import AddBodyOriginSensorInput
    from ..inputs.value_input import ValueInput
    from ..models.reading import Reading

__all__ = ["AsyncReadingsResource", "ReadingsResource"]


class ReadingsResource(_Resource):
    """Calls under `readings`."""

    def add(
        self,
        *,
        id: str | int,
        at: _datetime.datetime | float | _Unset = _UNSET,
        value: ValueInput | None | _Unset = _UNSET,
        origin: AddBodyOriginSensorInput | AddBodyOriginOption2Input | _Unset = _UNSET,
    ) -> Reading:
        """Call `POST /readings`.

        Args:
            id: `id` of the body.
            at: `at` of the body.
            value: `value` of the body.
            origin: `origin` of the body.
        """
        from ..models.reading import Reading

        return self._json(_add_request(id=id, at=at, value=value, origin=origin), Reading)


class AsyncReadingsResource(_AsyncResource):
    """Calls under `readings`."""

    async def add(
        self,
        *,
        id: str | int,
        at: _datetime.datetime | float | _Unset = _UNSET,
        value: ValueInput | None | _Unset = _UNSET,
        origin: AddBodyOriginSensorInput | AddBodyOriginOption2Input | _Unset = _UNSET,
    ) -> Reading:
        """Call `POST /readings`.

        Args:
            id: `id` of the body.
            at: `at` of the body.
            value: `value` of the body.
            origin: `origin` of the body.
        """
        from ..models.reading import Reading

        return await self._json(_add_request(id=id, at=at, value=value, origin=origin), Reading)


def _add_request(
    *,
    id: str | int,
    at: _datetime.datetime | float | _Unset,
    value: ValueInput | None | _Unset,
    origin: AddBodyOriginSensorInput | AddBodyOriginOption2Input | _Unset,
) -> _Request:
    from .._runtime.features.shapes import Items as _Items
    from ..inputs.add_body_origin_option2_input import ADD_BODY_ORIGIN_OPTION2_INPUT
    from ..inputs.add_body_origin_sensor_input import ADD_BODY_ORIGIN_SENSOR_INPUT

    _request = _Request("POST", "/readings")
    _request.require(id=id)
    _request.numbers(id=id, at=at, value=value)
    _request.field("id", id)
    _request.field("at", at)
    _request.field("value", value, _Items(texts=True), nullable=True)
    _request.field(
        "origin",
        origin,
        _Either(
            _Option(ADD_BODY_ORIGIN_SENSOR_INPUT, keys=["serial"], required=["serial"]),
            _Option(ADD_BODY_ORIGIN_OPTION2_INPUT, keys=["person"], required=["person"]),
        ),
    )
    return _request
