"""Types as JSON and back, for the file that a client's surface is kept in."""

from __future__ import annotations

from typing import Any, assert_never

from specloom.ir.types import ByName, LinkTo, ListOf, Literals, MapOf, Named, Scalar, Tagged, TupleOf, Type, Union
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
        case TupleOf(items, rest):
            others: dict[str, Json] = {} if rest is None else {"rest": type_as_json(rest)}
            return {"tuple": [type_as_json(item) for item in items], **others}
        case MapOf(value):
            return {"map": type_as_json(value)}
        case Union(members, by_name):
            names = {} if by_name is None else _by_name_as_json(by_name)
            return {"any of": [type_as_json(member) for member in members], **names}
        case Literals(values, open_):
            return {"values": list(values), **({"open": True} if open_ else {})}
        case LinkTo(target):
            return {"link": target}
        case Tagged(wire_name, members, mapping):
            return {"tag": wire_name, "members": [each.name for each in members], "mapping": dict(mapping)}
        case _:
            assert_never(type_)


def _by_name_as_json(by_name: ByName) -> dict[str, Json]:
    patterns = [{"pattern": pattern, "type": type_as_json(type_)} for pattern, type_ in by_name.patterns]
    others: dict[str, Json] = {} if by_name.others is None else {"others": type_as_json(by_name.others)}
    return {"by name": [*patterns], **others}


def _read_by_name(value: Any) -> ByName:  # noqa: ANN401 - JSON of the right form
    patterns = tuple((each["pattern"], read_type(each["type"])) for each in value["by name"])
    return ByName(patterns, read_type(value["others"]) if "others" in value else None)


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
            return TupleOf(tuple(map(read_type, items)), read_type(value["rest"]) if "rest" in value else None)
        case {"map": inner}:
            return MapOf(read_type(inner))
        case {"any of": members}:
            return Union(tuple(map(read_type, members)), _read_by_name(value) if "by name" in value else None)
        case {"values": values}:
            return Literals(tuple(values), value.get("open", False))
        case {"link": target}:
            return LinkTo(target)
        case {"tag": wire_name, "members": members, "mapping": mapping}:
            return Tagged(wire_name, tuple(map(Named, members)), mapping)
        case _:
            return Scalar(value)
