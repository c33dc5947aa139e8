"""The part of Go that oasdiff's tests write values and places in documents with."""

from __future__ import annotations

import copy
import datetime as dt
import json
import re
from collections.abc import Mapping
from typing import Any, Final

Place = tuple["str | int | tuple[str, str]", ...]
"""The way to a value: names, indices, and for a parameter its `in` and name."""


class NotReadError(Exception):
    """Something of a test that is not read, so that the test is left out."""


_STEP: Final = re.compile(
    r"""
    \.(?:Value|Find)\("(?P<key>(?:[^"\\]|\\.)*)"\) | \.(?:Value|Find)\((?P<constant>\w+)\)
    | \.GetByInAndName\((?P<place>[\w.]+|"[^"]*"),\s"(?P<parameter>[^"]*)"\)
    | \.GetOperation\("(?P<method>\w+)"\)
    | \["(?P<member>(?:[^"\\]|\\.)*)"\] | \[(?P<index>\d+)\] | \[(?P<extension>[\w.]+)\]
    | \.(?:Value\b|Map\(\)) | \.(?P<field>\w+)
    """,
    re.VERBOSE,
)
_PLACES: Final = {f"openapi3.ParameterIn{name.capitalize()}": name for name in ("header", "path", "query", "cookie")}
_EXTENSIONS: Final = {
    "diff.SunsetExtension": "x-sunset",
    "diff.XStabilityLevelExtension": "x-stability-level",
    "diff.XExtensibleEnumExtension": "x-extensible-enum",
}
_FIELDS: Final = {
    "OperationID": "operationId",
    "Max": "maximum",
    "Min": "minimum",
    "MinProps": "minProperties",
    "MaxProps": "maxProperties",
    "TokenURL": "tokenUrl",
    "AuthorizationURL": "authorizationUrl",
}
"""Fields whose name is not that of the member with a capital letter."""
_TRANSPARENT: Final = {"Spec", "Extensions"}
"""Fields that are no members: what they hold stands in the object itself."""


def read_place(text: str, constants: Mapping[str, str]) -> Place:
    """Return the way that an expression takes behind a document: `.Paths.Value("/a").Get`.

    Args:
        text: The expression, without the document.
        constants: Names of Go's constants, and the texts that they stand for.

    Raises:
        NotReadError: It takes a step that is not known.
    """
    steps: list[str | int | tuple[str, str]] = []
    position = 0
    while position < len(text):
        found = _STEP.match(text, position)
        if found is None:
            raise NotReadError(f"step {text[position : position + 40]!r}")
        position = found.end()
        steps += _read_step(found, constants)
    return tuple(steps)


def _read_step(found: re.Match[str], constants: Mapping[str, str]) -> list[str | int | tuple[str, str]]:
    match found.lastgroup, found:
        case "key" | "member" as group, _:
            return [json.loads(f'"{found[group]}"')]
        case "constant", _:
            return [_named(constants, found["constant"])]
        case "parameter", _:
            return [(_PLACES.get(found["place"], found["place"].strip('"')), found["parameter"])]
        case "method", _:
            return [found["method"].lower()]
        case "index", _:
            return [int(found["index"])]
        case "extension", _:
            return [_named(_EXTENSIONS, found["extension"])]
        case "field", _ if found["field"] not in _TRANSPARENT:
            field = found["field"]
            return [_FIELDS.get(field, field[0].lower() + field[1:])]
        case _:
            return []


def _named(names: Mapping[str, str], name: str) -> str:
    if name not in names:
        raise NotReadError(f"name {name}")
    return names[name]


def find(document: Any, place: Place, *, make: bool = False) -> Any:  # noqa: ANN401 - JSON
    """Return what stands at a place, references followed.

    Args:
        document: The document.
        place: The way to it.
        make: Whether members that are missing are made, as objects.

    Raises:
        NotReadError: There is no such place.
    """
    value = document
    for step in place:
        value = _follow(document, value)
        if isinstance(step, tuple):
            parameters = (_follow(document, each) for each in value)
            value = next((each for each in parameters if (each.get("in"), each.get("name")) == step), None)
        elif isinstance(step, str) and make and isinstance(value, dict):
            value = value.setdefault(step, {})
        else:
            value = _member(value, step)
        if value is None:
            raise NotReadError(f"nothing at {step}")
    return value


def _member(value: Any, step: str | int) -> Any:  # noqa: ANN401 - JSON
    try:
        return value[step]
    except (KeyError, IndexError, TypeError):
        return None


def _follow(document: Any, value: Any) -> Any:  # noqa: ANN401 - JSON
    for _ in range(20):
        if not (isinstance(value, dict) and isinstance(value.get("$ref"), str)):
            return value
        steps = value["$ref"].removeprefix("#/").split("/")
        value = find(document, tuple(step.replace("~1", "/").replace("~0", "~") for step in steps))
    raise NotReadError("references in a circle")


def read_value(
    text: str, variables: Mapping[str, str], documents: Mapping[str, Any], constants: Mapping[str, str]
) -> Any:  # noqa: ANN401 - JSON
    """Return the value of an expression.

    Args:
        text: The expression.
        variables: The test's variables, and the expressions that they were set to.
        documents: The documents, by the names of their variables.
        constants: As `read_place` takes them.

    Raises:
        NotReadError: It is of a form that is not known.
    """
    text = text.strip().removesuffix(";").removeprefix("&")
    if text in variables:
        return read_value(variables[text], variables, documents, constants)
    if wrapped := re.fullmatch(r"(?:uint64|float64|openapi3\.\w*Ptr|ptr|toJson)\((?:t, )?(.*)\)", text):
        return read_value(wrapped[1], variables, documents, constants)
    if items := re.fullmatch(r"(openapi3\.Types|\[\](?:string|any|interface\{\}))\{(.*)\}", text, re.DOTALL):
        values = [
            read_value(each, variables, documents, constants)
            for each in re.findall(r'"(?:[^"\\]|\\.)*"|[^,\s]+', items[2])
        ]
        return values[0] if items[1].endswith("Types") and len(values) == 1 else values
    if days := re.search(r"civil\.DateOf.*AddDays\((-?\d+)\)", text):
        return (dt.datetime.now(dt.UTC).date() + dt.timedelta(days=int(days[1]))).isoformat()
    if other := re.fullmatch(r"(s[12])\.Spec(.*)", text):
        return copy.deepcopy(find(documents[other[1]], read_place(other[2], constants)))
    try:
        return json.loads({"nil": "null"}.get(text, text))
    except ValueError:
        raise NotReadError(f"value {text[:60]!r}") from None


def assign(document: Any, place: Place, value: Any) -> None:  # noqa: ANN401 - JSON
    """Set what stands at a place; Go's zero values of optional members take them away."""
    owner = _follow(document, find(document, place[:-1], make=True))
    name = place[-1]
    if isinstance(name, tuple):
        raise NotReadError("a parameter is replaced")
    if isinstance(owner, dict) and (value in (None, "", False) or value == []):
        owner.pop(name, None)
    else:
        owner[name] = value
