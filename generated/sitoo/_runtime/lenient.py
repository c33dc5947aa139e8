"""Builds a value from JSON that contradicts its type: what fits is converted, what does not is kept as it came."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeGuard, Union, get_args, get_origin

from pydantic import BaseModel, RootModel, TypeAdapter, ValidationError

__all__ = ["construct", "is_model"]


def construct(kind: Any, value: Any) -> Any:  # noqa: ANN401 - any type, and any JSON
    """Return `value` as `kind`, as far as it goes. Missing required fields become None; surplus members are kept."""
    try:
        return _adapter(kind).validate_python(value)
    except ValidationError:
        pass
    kind = _bare(kind)
    origin, arguments = get_origin(kind) or kind, [one for one in get_args(kind) if one is not ...]
    if origin in (Union, UnionType):
        best = max(arguments, key=lambda option: _fit(option, value))
        return construct(best, value) if _fit(best, value) >= 0 else value
    if _is_root(origin):
        return origin.model_construct(construct(origin.model_fields["root"].annotation, value))
    if is_model(origin) and _is_object(value):
        return _construct_model(origin, value)
    if not isinstance(origin, type) or not arguments:
        return value
    if issubclass(origin, Mapping) and _is_object(value):
        return {key: construct(arguments[1], item) for key, item in value.items()}
    if issubclass(origin, Collection) and _is_array(value):
        return [construct(arguments[min(place, len(arguments) - 1)], item) for place, item in enumerate(value)]
    return value


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:  # noqa: ANN401 - any type
    return TypeAdapter(kind)


def _bare(kind: Any) -> Any:  # noqa: ANN401 - any type
    """Take off what only names or narrows a type: `Annotated`, and aliases made by a type statement."""
    while get_origin(kind) is Annotated or hasattr(kind, "__value__"):
        kind = get_args(kind)[0] if get_origin(kind) is Annotated else kind.__value__
    return kind


def is_model(kind: object) -> TypeGuard[type[BaseModel]]:
    """Return whether a type is a pydantic model."""
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _is_root(kind: object) -> TypeGuard[type[RootModel[Any]]]:
    return isinstance(kind, type) and issubclass(kind, RootModel)


def _is_object(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def _is_array(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def _construct_model(kind: type[BaseModel], members: Mapping[str, Any]) -> BaseModel:
    # Not `model_construct(**members)`: a member could be called like one of its own parameters.
    model, surplus = kind.model_construct(), dict(members)
    for name, field in kind.model_fields.items():
        key = _key(name, field.validation_alias, surplus)
        if key is not None:
            vars(model)[name] = construct(field.annotation, surplus.pop(key))
            model.model_fields_set.add(name)
        elif field.is_required():
            vars(model)[name] = None
    if model.model_extra is not None:
        model.model_extra.update(surplus)
    return model


def _key(name: str, alias: object, members: Mapping[str, Any]) -> str | None:
    return next((key for key in (alias, name) if isinstance(key, str) and key in members), None)


def _fit(kind: Any, value: Any) -> int:  # noqa: ANN401 - any type, and any JSON
    """Return how well a member of a union fits: the number of right fields; negative where the type is another."""
    kind = _bare(kind)
    origin = get_origin(kind) or kind
    if origin in (Union, UnionType):
        return max(_fit(option, value) for option in get_args(kind))
    if _is_root(origin):
        return _fit(origin.model_fields["root"].annotation, value)
    if is_model(origin) and _is_object(value):
        keyed = ((_key(name, field.validation_alias, value), field) for name, field in origin.model_fields.items())
        return sum(_fits(field.annotation, value[key]) for key, field in keyed if key is not None)
    if not isinstance(origin, type) or not isinstance(value, dict | list):
        return -1
    return 0 if issubclass(origin, Mapping if isinstance(value, dict) else Collection) and origin is not str else -1


def _fits(kind: Any, value: Any) -> bool:  # noqa: ANN401 - any type, and any JSON
    try:
        _adapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True
