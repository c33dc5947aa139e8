# Generated from the description of Things by specloom; edits will be lost.

"""`ThingInput`, `ThingNestedInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from .._runtime.encoding import Shape

if TYPE_CHECKING:
    from typing import NotRequired

    from .thing_nested0356b2_input import ThingNested0356b2Input

__all__ = ["ThingInput", "ThingNestedInput"]


class ThingInput(TypedDict):
    """ThingInput."""

    t: str

    T: NotRequired[int]

    empty: NotRequired[str]

    commercial_at: NotRequired[str]

    serialNo: NotRequired[str]

    serial_no: NotRequired[str]

    serial_no_: NotRequired[str]

    serial_no_a07e42: NotRequired[str]

    class__: NotRequired[str]

    class_: NotRequired[str]

    nested: NotRequired[ThingNested0356b2Input]

    Nested: NotRequired[ThingNestedInput]


class ThingNestedInput(TypedDict):
    """ThingNestedInput."""

    c: NotRequired[str]


THING_INPUT: Shape = Shape(
    {
        "empty": "",
        "commercial_at": "@",
        "serial_no_": "serial-no",
        "serial_no_a07e42": "serial.no",
        "class__": "_class",
        "class_": "class",
    }
)
