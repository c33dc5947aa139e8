# Generated from the description of Names by specloom; edits will be lost.

"""`ThingInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.shapes import Shape as _Shape

if TYPE_CHECKING:
    import datetime as _datetime
    from typing import NotRequired as _NotRequired

__all__ = ["ThingInput"]


class ThingInput(_TypedDict):
    """ThingInput."""

    class_: _NotRequired[str]

    model_config_: _NotRequired[str]

    json_: _NotRequired[str]

    date: _NotRequired[_datetime.date]

    datetime: _NotRequired[_datetime.datetime]

    str_: _NotRequired[str]

    field: _NotRequired[str | None]

    type: _NotRequired[str]

    n2fast: _NotRequired[str]

    größe: _NotRequired[str]

    id: _NotRequired[str]


THING_INPUT: _Shape = _Shape(
    {
        "class_": "class",
        "model_config_": "model_config",
        "json_": "json",
        "str_": "str",
        "field": "Field",
        "type": "@type",
        "n2fast": "2fast",
        "id": "_id",
    },
    given=[
        "class_",
        "model_config_",
        "json_",
        "date",
        "datetime",
        "str_",
        "type",
        "n2fast",
        "gr\xf6\xdfe",
        "id",
    ],
    dates=["date"],
)
