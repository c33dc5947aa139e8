"""Whether a value looks as the table of objects expects, and how to say that it does not."""

from __future__ import annotations

from specloom.messages import shown, type_name
from specloom.spec.document import Json
from specloom.spec.node import Node
from specloom.spec.objects import OBJECTS
from specloom.spec.shapes import ListOf, MapOf, Of, OneOrMany, Scalar, Shape, Unchecked

__all__ = ["accepts", "advise", "expected", "found", "place_of"]


def accepts(value: Json, shape: Scalar | OneOrMany) -> bool:
    """Return whether `value` is what `shape` allows."""
    if isinstance(shape, OneOrMany):
        return isinstance(value, str) and accepts(value, shape.item)
    match shape.type:
        case "string":
            return isinstance(value, str) and (not shape.values or value in shape.values)
        case "boolean":
            return isinstance(value, bool)
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case "count":
            return not isinstance(value, bool) and (
                (isinstance(value, int) and value >= 0)
                or (isinstance(value, float) and value.is_integer() and value >= 0)
            )


def place_of(node: Node) -> str:
    """Name a value by its segment and that of its parent."""
    if not node.pointer:
        return "the file"
    *_, parent, last = ("", *node.pointer)
    return f"{shown(last)} in {shown(parent)}" if parent else shown(last)


def expected(shape: Shape) -> str:
    """Return what `shape` asks for, with its article: `a list`."""
    match shape:
        case Of(name):
            return OBJECTS[name].title
        case MapOf():
            return "an object"
        case ListOf():
            return "a list"
        case Scalar("count"):
            return "an integer of at least 0"
        case Scalar(kind):
            return f"a {kind}"
        case OneOrMany():
            return "a string or a list of strings"
        case Unchecked():
            return "a value"


def found(value: Json, shape: Shape) -> str:
    """Return what `value` is, as an answer to `expected`."""
    return shown(value) if isinstance(shape, Scalar) and shape.type == "count" else type_name(value)


def advise(node: Node, shape: Shape) -> str:
    """Return what to do about a value of the wrong type, where there is a usual reason."""
    if isinstance(shape, Scalar) and shape.type == "string" and isinstance(node.value, int | float):
        return f"put it in quotes: '{shown(node.value)}'"
    if node.pointer and node.pointer[-1] == "items" and isinstance(node.value, list):
        return "use 'prefixItems' for the schemas of the first items"
    return ""
