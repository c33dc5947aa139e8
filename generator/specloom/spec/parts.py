"""The effective parts of a schema: what applies to each of its values as well, by `$ref` and by `allOf`.

A schema is read in two ways, resolved and as it is written, and put together in one: from what it refers to, and from
the branches of its `allOf`. Each part refines those before it, and the schema's own keywords refine all of them. Parts
have parts themselves, and there may be more ways to one than can be counted: `graph.reach` walks over each once.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from specloom.record import record
from specloom.spec.document import Document, Schema
from specloom.spec.keywords import DESCRIBING
from specloom.spec.node import Node

if TYPE_CHECKING:
    from specloom.spec.resolve import Resolver


@record
class Part:
    """A schema that applies with another one, and where it came from."""

    schema: Schema
    key: str | None = None
    """Of the named schema that the other one refers to; None for one that stands in the other."""
    beside_null: bool = False
    """It is the only choice but null."""


def parts_of(schema: Schema, document: Document, *, lone_choices: bool = False) -> Iterator[Part]:
    """Yield the schemas that a schema is put together from, each before those that refine it.

    `lone_choices`: a choice counts that is none, or none but null, as any other value has to fit it.
    """
    if schema.ref is not None:
        yield Part(document.schemas[schema.ref].schema, schema.ref)
    if lone_choices:
        for choices in (schema.one_of, schema.any_of):
            others = other_than_null(choices)
            if len(others) == 1:
                yield Part(others[0], beside_null=len(choices) > 1)
    yield from map(Part, schema.all_of)


def stands_alone(schema: Schema) -> bool:
    """Tell whether a schema is put together from no others, lone choices included: most are."""
    return not (schema.ref or schema.all_of or schema.one_of or schema.any_of)


def other_than_null(choices: tuple[Schema, ...]) -> tuple[Schema, ...]:
    """Return the choices that are not null."""
    return tuple(choice for choice in choices if not choice.is_null)


def only_refers(schema: Schema) -> bool:
    """Tell whether the schema says nothing about types besides its `$ref` or a lone `allOf` reference."""
    while schema.ref is None:
        if len(schema.all_of) != 1 or says_types(schema):
            return False
        schema = schema.all_of[0]
    return not schema.all_of and not says_types(schema)


def referred_key(schema: Schema) -> str:
    """Return the key of what a schema refers to that only refers."""
    while schema.ref is None:
        schema = schema.all_of[0]
    return schema.ref


def says_types(schema: Schema) -> bool:
    """Tell whether a schema says something on its own that the type of a value follows from."""
    return schema.says(_TYPING) or _besides_of(schema) != _NOTHING_BESIDES


def parts_as_written(node: Node, resolver: Resolver) -> Iterator[Node]:
    """Yield the Schema Objects that a Schema Object is put together from, each before those that refine it."""
    if node.reference is not None:
        yield resolver.target(node, "Schema")
    yield from node.list("allOf")


_besides_of: Final = attrgetter("conditional", "unevaluated_properties", "unevaluated_items")
"""Return the attributes of a schema that describe more of a value."""
_NOTHING_BESIDES: Final = ((), None, None)
_TYPING: Final = (*DESCRIBING, "required", "format")
"""The attributes that the type of a value follows from."""
