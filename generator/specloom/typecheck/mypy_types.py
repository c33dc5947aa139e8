"""What a type of mypy says of values: their classes, whether anything is known of them, how they are called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mypy import nodes, types


def classes_in(type_: types.Type | None) -> Iterator[nodes.TypeInfo]:
    """Yield the classes that a value may be of; of a class itself that class."""
    match types.get_proper_type(type_):
        case types.Instance() as instance:
            yield instance.type
        case types.TypedDictType() as dictionary:
            yield dictionary.fallback.type
        case types.UnionType() as union:
            for item in union.items:
                yield from classes_in(item)
        case types.TypeVarType() as variable:
            yield from classes_in(variable.upper_bound)
        case types.TypeType() as class_:
            yield from classes_in(class_.item)
        case types.CallableType() as function if function.is_type_obj():
            yield from classes_in(function.ret_type)
        case types.Overloaded() as function if function.is_type_obj():
            yield from classes_in(function.items[0].ret_type)
        case _:
            pass


def is_unknown(type_: types.Type | None) -> bool:
    """Tell whether nothing is known of a value, as of what comes from a module that is not found; errors are told."""
    here = types.get_proper_type(type_)
    while isinstance(here, types.AnyType) and here.source_any is not None:
        here = here.source_any
    return isinstance(here, types.AnyType) and here.type_of_any != types.TypeOfAny.from_error


def positional_names(function: types.Type | None) -> Sequence[str]:
    """Return the names of what is passed to a function by position."""
    match types.get_proper_type(function):
        case types.CallableType() as one:
            first = one
        case types.Overloaded() as several:
            first = several.items[0]
        case _:
            return ()
    return [name for name, kind in zip(first.arg_names, first.arg_kinds, strict=True) if name and kind.is_positional()]
