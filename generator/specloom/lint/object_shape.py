"""What an object schema says with its parts."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from specloom.graph import reach
from specloom.lint.matching import matches
from specloom.spec.keywords import KEYWORDS
from specloom.spec.parts import parts_as_written

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from specloom.findings import Location
    from specloom.lint.context import LintContext
    from specloom.spec.node import Node

_PARTIAL: Final = {name: keyword.holds for name, keyword in KEYWORDS.items() if keyword.in_place or keyword.tests}


@dataclass(slots=True, eq=False, repr=False)
class Shape:
    """The properties of an object, and which it must have."""

    properties: dict[str, Node] = field(default_factory=dict)
    patterns: list[str] = field(default_factory=list)
    required: dict[str, Location] = field(default_factory=dict)
    """Where each required name is written."""
    closed: Location | None = None
    """Where it says that no other members are allowed."""

    def describes(self, name: str) -> bool:
        """Tell whether there is a property of that name."""
        return name in self.properties or any(matches(pattern, name) for pattern in self.patterns)

    def with_choices(self, others: Collection[Shape]) -> Shape:
        """Return this shape with the properties and patterns of others; what it requires and closes stays."""
        properties = {name: node for other in others for name, node in other.properties.items()}
        patterns = [pattern for other in others for pattern in other.patterns]
        return Shape({**properties, **self.properties}, [*self.patterns, *patterns], self.required, self.closed)


def parts_of(schema: Node, context: LintContext) -> Iterator[Node]:
    """Yield a schema and everything that applies with it."""
    step = partial(parts_as_written, resolver=context.index.resolver)
    return reach([schema], step, lambda node: node.key)


def all_parts_of(schema: Node, context: LintContext) -> Iterator[Node]:
    """Yield a schema and everything that applies with it or may: its choices, and what they are put together from."""
    resolver = context.index.resolver
    return reach([schema], lambda node: (*parts_as_written(node, resolver), *node.choices), lambda node: node.key)


def branches_of(schema: Node, context: LintContext) -> Iterator[Node]:
    """Yield the choices of a schema and of everything that applies with it."""
    return (choice for part in parts_of(schema, context) for choice in part.choices)


def shape_of(schema: Node, context: LintContext) -> Shape:
    """Return what a schema says about objects, without its choices."""
    shape = Shape()
    for part in parts_of(schema, context):
        shape.properties |= dict(part.items("properties"))
        shape.patterns += [pattern for pattern, _ in part.items("patternProperties")]
        for name in part.list("required"):
            shape.required.setdefault(str(name.value), name.location)
        if part.members.get("additionalProperties") is False or part.members.get("unevaluatedProperties") is False:
            keyword = "additionalProperties" if "additionalProperties" in part.members else "unevaluatedProperties"
            shape.closed = part.location.at(keyword).key()
    return shape


def is_part(schema: Node) -> bool:
    """Tell whether a schema is written as a part of another one, or as a condition, and says nothing on its own."""
    *_, outer, inner = ("", "", *schema.pointer)
    return _PARTIAL.get(inner) == "one" or _PARTIAL.get(outer) in {"list", "map"}
