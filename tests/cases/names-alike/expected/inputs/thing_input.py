# Generated from the description of Things by specloom; edits will be lost.

"""`ThingInput`, `ThingNestedInput`, `ThingNestedccb1b6Input`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.shapes import Shape as _Shape

if TYPE_CHECKING:
    from typing import NotRequired as _NotRequired

__all__ = ["ThingInput", "ThingNestedInput", "ThingNestedccb1b6Input"]


class ThingInput(_TypedDict):
    """ThingInput."""

    t: str

    T: _NotRequired[int]

    empty: _NotRequired[str]

    commercial_at: _NotRequired[str]

    serialNo: _NotRequired[str]

    serial_no: _NotRequired[str]

    serial_no_: _NotRequired[str]

    serial_no_a07e42: _NotRequired[str]

    class__: _NotRequired[str]

    class_: _NotRequired[str]

    nested: _NotRequired[ThingNestedInput]

    Nested: _NotRequired[ThingNestedccb1b6Input]


class ThingNestedInput(_TypedDict):
    """ThingNestedInput."""

    b: _NotRequired[str]


class ThingNestedccb1b6Input(_TypedDict):
    """ThingNestedccb1b6Input."""

    c: _NotRequired[str]


THING_INPUT: _Shape = _Shape(
    {
        "empty": "",
        "commercial_at": "@",
        "serial_no_": "serial-no",
        "serial_no_a07e42": "serial.no",
        "class__": "_class",
        "class_": "class",
    },
    lambda: {"nested": THING_NESTED_INPUT, "Nested": THING_NESTEDCCB1B6_INPUT},
    given=[
        "t",
        "T",
        "empty",
        "commercial_at",
        "serialNo",
        "serial_no",
        "serial_no_",
        "serial_no_a07e42",
        "class__",
        "class_",
        "nested",
        "Nested",
    ],
    numbers=["T"],
)


THING_NESTED_INPUT: _Shape = _Shape(given=["b"])


THING_NESTEDCCB1B6_INPUT: _Shape = _Shape(given=["c"])
