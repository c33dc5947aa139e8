"""Types as JSON and back, for the file that a client's surface is kept in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never

from specloom.ir.types import LinkTo, ListOf, Literals, MapOf, Named, Scalar, Tagged, TupleOf, Type, Union

if TYPE_CHECKING:
    from specloom.source import Json


def type_as_json(type_: Type) -> Json:
    """Return a type as JSON: `"int"`, `{"list": "int"}`, `{"name": "Order"}`."""
    match type_:
        case Scalar(kind, digits):
            return kind if digits is None else {"scalar": kind, "digits": digits}
        case Named(name):
            return {"name": name}
        case ListOf(item):
            return {"list": type_as_json(item)}
        case TupleOf(items):
            return {"tuple": [type_as_json(item) for item in items]}
        case MapOf(value):
            return {"map": type_as_json(value)}
        case Union(members):
            return {"any of": [type_as_json(member) for member in members]}
        case Literals(values, open_):
            return {"values": list(values), **({"open": True} if open_ else {})}
        case LinkTo(target):
            return {"link": target}
        case Tagged(wire_name, members, mapping):
            return {"tag": wire_name, "members": [each.name for each in members], "mapping": dict(mapping)}
        case _:
            assert_never(type_)


def read_type(value: Any) -> Type:  # noqa: ANN401 - JSON of the right form
    """Return the type that `type_as_json` made a value of; the value has been checked."""
    match value:
        case {"scalar": kind, "digits": digits}:
            return Scalar(kind, digits)
        case {"name": name}:
            return Named(name)
        case {"list": item}:
            return ListOf(read_type(item))
        case {"tuple": items}:
            return TupleOf(tuple(map(read_type, items)))
        case {"map": inner}:
            return MapOf(read_type(inner))
        case {"any of": members}:
            return Union(tuple(map(read_type, members)))
        case {"values": values}:
            return Literals(tuple(values), value.get("open", False))
        case {"link": target}:
            return LinkTo(target)
        case {"tag": wire_name, "members": members, "mapping": mapping}:
            return Tagged(wire_name, tuple(map(Named, members)), mapping)
        case _:
            return Scalar(value)
