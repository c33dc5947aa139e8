"""Schemas that are themselves by way of a choice or a condition: no validator ever comes to an end with them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specloom.spec.keywords import KEYWORDS
from specloom.spec.node import Node, NodeKey
from specloom.spec.validate import Survey

__all__ = ["find_endless"]

_IN_PLACE: Final = {name for name, keyword in KEYWORDS.items() if keyword.in_place}


def find_endless(survey: Survey) -> list[Node]:
    """Return, of each circle in which a value is checked against the same schema again, the schema that closes it.

    A schema may contain itself in a property or an item, whose values are smaller (JSON Schema 2020-12, core 9.4.1).
    """
    targets = {holder.key: target for holder, target in survey.references}
    finished: set[NodeKey] = set()
    found: list[Node] = []
    for start in survey.nodes["Schema"]:
        inside: set[NodeKey] = set()
        way = [] if start.key in finished else [(start, _applied(start, targets))]
        inside.update(node.key for node, _ in way)
        while way:
            here, following = way[-1]
            step = next(following, None)
            if step is None:
                way.pop()
                inside.discard(here.key)
                finished.add(here.key)
            elif step.key in inside:
                found.append(here)
            elif step.key not in finished:
                inside.add(step.key)
                way.append((step, _applied(step, targets)))
    return found


def _applied(schema: Node, targets: dict[NodeKey, Node]) -> Iterator[Node]:
    """Yield the schemas that the same value must or may fit."""
    if (target := targets.get(schema.key)) is not None:
        yield target
    yield from schema.schemas(_IN_PLACE)
