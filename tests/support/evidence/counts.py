"""How much each description describes, as a table for people."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from specloom.spec.bundle import bundle_description
from specloom.spec.load import load_description
from specloom.targets.target import Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from specloom.findings import Location
    from specloom.source import Json
    from specloom.spec.document import Document, MediaType, Operation, Schema

__all__ = ["Counts", "count", "render_table"]

_Place = tuple[str, tuple[str, ...]]
"""A file's name and a pointer: shared things count once."""


@dataclass(frozen=True, slots=True)
class Counts:
    """A row of the table, column after column."""

    operations: int
    webhooks: int
    parameters: int
    request_fields: int
    response_fields: int
    enumerations: int
    examples: int
    documented: int
    example: int
    inferred: int


def count(entry: Path) -> Counts:
    """Return the counts of the description whose entry document is `entry`."""
    document = load_description(Target(entry)).document
    webhooks = [operation for operations in document.webhooks.values() for operation in operations]
    sent = _sent(document.operations)
    received = [*_received(document.operations), *_sent(webhooks), *_received(webhooks)]
    everything = [*document.operations, *webhooks]
    parameters = [parameter for operation in everything for parameter in operation.parameters]
    schemas = {
        _place(schema.location): schema
        for schema in _reachable(
            document, [*_schemas([*sent, *received]), *(parameter.schema for parameter in parameters)]
        )
    }
    examples = {_place(media_type.location): len(media_type.examples) for media_type in (*sent, *received)}
    examples |= {_place(parameter.location): len(parameter.examples) for parameter in parameters}
    examples |= {place: len(schema.examples) for place, schema in schemas.items()}
    kinds = Counter(_evidence_kinds(bundle_description(Target(entry))))
    return Counts(
        operations=len(document.operations),
        webhooks=len(document.webhooks),
        parameters=sum(len(operation.parameters) for operation in document.operations),
        request_fields=_count_fields(document, sent),
        response_fields=_count_fields(document, received),
        enumerations=sum(schema.enum is not None for schema in schemas.values()),
        examples=sum(examples.values()),
        documented=kinds["documented"],
        example=kinds["example"],
        inferred=kinds["inferred"],
    )


def render_table(rows: Iterable[tuple[str, Counts]]) -> str:
    """Return a Markdown table with one row for each description."""
    names = [field.name for field in fields(Counts)]
    lines = ["| description | " + " | ".join(name.replace("_", " ") for name in names) + " |"]
    lines.append("|---|" + "--:|" * len(names))
    for title, counts in rows:
        lines.append(f"| {title} | " + " | ".join(str(getattr(counts, name)) for name in names) + " |")
    return "\n".join(lines) + "\n"


def _sent(operations: Iterable[Operation]) -> list[MediaType]:
    bodies = [operation.request_body for operation in operations]
    return [media_type for body in bodies if body for media_type in body.content.values()]


def _received(operations: Iterable[Operation]) -> list[MediaType]:
    responses = [response for operation in operations for response in operation.responses]
    return [media_type for response in responses for media_type in response.content.values()]


def _schemas(media_types: Iterable[MediaType]) -> list[Schema]:
    return [media_type.schema for media_type in media_types if media_type.schema]


def _count_fields(document: Document, media_types: Iterable[MediaType]) -> int:
    return len(
        {
            (_place(schema.location), name)
            for schema in _reachable(document, _schemas(media_types))
            for name in schema.properties
        }
    )


def _reachable(document: Document, schemas: Iterable[Schema]) -> Iterator[Schema]:
    """Yield the schemas and everything below them, through references, each once."""
    todo, seen = list(schemas), set[int]()
    while todo:
        schema = todo.pop()
        if id(schema) in seen:
            continue
        seen.add(id(schema))
        yield schema
        todo += [*schema.properties.values(), *schema.pattern_properties.values(), *schema.prefix_items]
        todo += [*schema.all_of, *schema.any_of, *schema.one_of]
        todo += [inner for inner in (schema.items, schema.additional_properties) if inner]
        todo += [document.schemas[schema.ref].schema] if schema.ref else []


def _evidence_kinds(value: Json) -> Iterator[str]:
    """Yield the kind of each piece of evidence in a bundled description."""
    if isinstance(value, list):
        for item in value:
            yield from _evidence_kinds(item)
    elif isinstance(value, dict):
        extension = value.get("x-specloom")
        evidence = extension.get("evidence") if isinstance(extension, dict) else None
        if isinstance(evidence, dict):
            yield str(evidence["kind"])
        for item in value.values():
            yield from _evidence_kinds(item)


def _place(location: Location) -> _Place:
    return location.source.name, location.pointer
