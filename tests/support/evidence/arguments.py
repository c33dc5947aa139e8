"""Bodies as they stand on the wire → the arguments with which a generated client sends them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from specloom.ir.types import AliasType, ListOf, MapOf, Named, NamedType, ObjectType, Tagged, Type, Union

if TYPE_CHECKING:
    from collections.abc import Mapping

    from specloom.ir.api import Method
    from specloom.source import Json

__all__ = ["body_arguments"]


def body_arguments(
    method: Method, inputs: Mapping[str, NamedType], value: Json, problems: list[str]
) -> dict[str, Json]:
    """Return a method's arguments for a body, with Python names at every depth.

    Args:
        method: The method.
        inputs: The named types of what is passed in.
        value: The body.
        problems: Gets a line for each member that has no argument, or no place in its type.
    """
    body = method.body
    if body is None:
        problems.append("the method takes no body")
        return {}
    if body.whole is not None:
        return {body.whole.name: _renamed(value, body.whole.type, inputs, problems, "")}
    if not isinstance(value, dict):
        problems.append("the method sends objects only")
        return {}
    fields = {field.wire_name: field for field in body.fields}
    problems += [f"/{key} is not described" for key in value if key not in fields]
    return {
        fields[key].name: _renamed(item, fields[key].type, inputs, problems, f"/{key}")
        for key, item in value.items()
        if key in fields
    }


def _renamed(value: Json, type_: Type, inputs: Mapping[str, NamedType], problems: list[str], at: str) -> Json:
    found = _choose(value, type_, inputs)
    if isinstance(value, list) and isinstance(found, ListOf):
        return [_renamed(item, found.item, inputs, problems, f"{at}/{place}") for place, item in enumerate(value)]
    if not isinstance(value, dict):
        return value
    if isinstance(found, MapOf):
        return {key: _renamed(item, found.value, inputs, problems, f"{at}/{key}") for key, item in value.items()}
    if not isinstance(found, ObjectType):
        return value
    fields = {field.wire_name: field for field in found.fields}
    renamed: dict[str, Json] = {}
    for key, item in value.items():
        if key in fields:
            renamed[fields[key].name] = _renamed(item, fields[key].type, inputs, problems, f"{at}/{key}")
        else:
            renamed[key] = item if found.extra is None else _renamed(item, found.extra, inputs, problems, f"{at}/{key}")
            problems += [f"{at}/{key} is not described"] if found.extra is None else []
    return renamed


def _choose(value: Json, type_: Type, inputs: Mapping[str, NamedType]) -> Type | ObjectType:
    """Return the type that a value has: of a union the member that fits it best, and what a name stands for."""
    match type_:
        case Named(name):
            named = inputs[name]
            return _choose(value, named.type, inputs) if isinstance(named, AliasType) else named
        case Union(members) | Tagged(members=members):
            return max((_choose(value, member, inputs) for member in members), key=lambda option: _fit(value, option))
        case _:
            return type_


def _fit(value: Json, type_: Type | ObjectType) -> int:
    if isinstance(value, dict) and isinstance(type_, ObjectType):
        return 1 + sum(field.wire_name in value for field in type_.fields)
    return int(isinstance(type_, MapOf if isinstance(value, dict) else ListOf) and isinstance(value, dict | list))
