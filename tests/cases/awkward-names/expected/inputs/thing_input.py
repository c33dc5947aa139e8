# Generated from the description of Names by specloom; edits will be lost.

"""`ThingInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from .._runtime.encoding import Shape

if TYPE_CHECKING:
    import datetime
    from typing import NotRequired

__all__ = ["ThingInput"]


class ThingInput(TypedDict):
    """ThingInput."""

    class_: NotRequired[str]

    model_config_: NotRequired[str]

    json_: NotRequired[str]

    date: NotRequired[datetime.date]

    datetime_: NotRequired[datetime.datetime]

    str_: NotRequired[str]

    field: NotRequired[str | None]

    type: NotRequired[str]

    n2fast: NotRequired[str]

    größe: NotRequired[str]

    id: NotRequired[str]


THING_INPUT: Shape = Shape(
    {
        "class_": "class",
        "model_config_": "model_config",
        "json_": "json",
        "datetime_": "datetime",
        "str_": "str",
        "field": "Field",
        "type": "@type",
        "n2fast": "2fast",
        "id": "_id",
    }
)
