"""The Python names of a client as callers write them, each with its type, its text and its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from specloom.findings import Location
from specloom.ir.api import BodyField, list_arguments
from specloom.ir.types import AliasType, Direction, ObjectType, Type
from specloom.lint.material import Material

__all__ = ["Symbol", "named_types", "typed_symbols"]


@dataclass(frozen=True, slots=True)
class Symbol:
    """Something with a type that callers read or write."""

    text: str
    """As callers write it: `models.Order.status`, `fixably.orders.list(limit)`."""
    type: Type
    location: Location
    direction: Direction


def named_types(material: Material) -> Iterator[tuple[Direction, str, ObjectType | AliasType]]:
    """Yield every class and alias: its direction, how callers write it, and what it is."""
    if material.api:
        for type_ in material.api.answers.values():
            yield "answer", f"models.{type_.name}", type_
        for type_ in material.api.inputs.values():
            yield "input", f"inputs.{type_.name}", type_


def typed_symbols(material: Material) -> Iterator[Symbol]:
    """Yield fields, keys, aliases, arguments and answers, in this order."""
    for direction, text, type_ in named_types(material):
        if isinstance(type_, AliasType):
            yield Symbol(text, type_.type, type_.location, direction)
            continue
        for field in type_.fields:
            symbol = f"{text}.{field.name}" if direction == "answer" else f"{text}[{field.name!r}]"
            yield Symbol(symbol, field.type, field.location, direction)
    for resource, method in material.methods:
        symbol = material.symbol(resource, method)
        for argument in list_arguments(method):
            # Fields of a body have no place of their own: that of the body is near enough.
            location = method.location.at("requestBody") if isinstance(argument, BodyField) else argument.location
            yield Symbol(f"{symbol}({argument.name})", argument.type, location, "input")
        if method.answer.type is not None:
            yield Symbol(f"{symbol}()", method.answer.type, method.location.at("responses"), "answer")
