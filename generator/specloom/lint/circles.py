"""Schemas that are themselves by way of a choice or a condition: no validator ever comes to an end with them."""

from __future__ import annotations

from collections.abc import Iterator

from specloom.graph import closing_edges
from specloom.spec.node import Node, NodeKey
from specloom.spec.validate import Survey

__all__ = ["find_endless"]

_LISTS = ("allOf", "anyOf", "oneOf")
_ONES = ("not", "if", "then", "else")


def find_endless(survey: Survey) -> list[Node]:
    """Return, of each circle in which a value is checked against the same schema again, the schema that closes it.

    A schema may contain itself in a property or an item, whose values are smaller (JSON Schema 2020-12, core 9.4.1).
    """
    targets = {holder.key: target for holder, target in survey.references}
    schemas = {schema.key: schema for schema in survey.nodes["Schema"]}
    edges = {key: [each.key for each in _applied(schema, targets)] for key, schema in schemas.items()}
    return [schemas[key] for key, _ in closing_edges(edges)]


def _applied(schema: Node, targets: dict[NodeKey, Node]) -> Iterator[Node]:
    """Yield the schemas that the same value must or may fit."""
    if (target := targets.get(schema.key)) is not None:
        yield target
    for keyword in _LISTS:
        yield from schema.list(keyword)
    for keyword in _ONES:
        if (part := schema.get(keyword)) is not None:
            yield part
