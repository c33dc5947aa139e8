"""Blocks against the schemas of the bundled description, by the jsonschema library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, unquote

from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from evidence.matching import Match, NotDescribedError
from specloom.source import parse_pointer, render_pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from specloom.source import Json

__all__ = ["schema_problems", "success_status"]

_URI: Final = "urn:description"


def schema_problems(bundle: dict[str, Json], match: Match, value: Json) -> Iterator[str]:
    """Yield a line for each rule of the schema that a value breaks.

    Args:
        bundle: The description in one document.
        match: What the value is an example of.
        value: The value.

    Raises:
        NotDescribedError: There is no schema for it.
    """
    registry = Registry[Any]().with_resource(_URI, DRAFT202012.create_resource(bundle))
    schema = {"$ref": f"{_URI}#{quote(render_pointer(_schema_pointer(bundle, match)))}"}
    for error in Draft202012Validator(schema, registry=registry).iter_errors(value):
        yield f"{error.json_path}: {error.message}"


def success_status(match: Match) -> int:
    """Return the first status of success whose answer has a JSON body; 200 for a range."""
    for response in match.operation.responses:
        if response.status[0] == "2" and any(_is_json(media_type) for media_type in response.content):
            return int(response.status) if response.status.isdecimal() else 200
    raise NotDescribedError(f"{match.operation.route} has no answer with a JSON body")


def _schema_pointer(bundle: dict[str, Json], match: Match) -> tuple[str, ...]:
    operation = match.operation
    pointer = ("webhooks" if match.role == "webhook" else "paths", operation.path, operation.method)
    if match.role != "response":
        return _of_body(bundle, (*pointer, "requestBody"), match)
    responses = _at(bundle, (*pointer, "responses"))
    status = str(success_status(match))
    return _of_body(bundle, (*pointer, "responses", status if status in responses else "2XX"), match)


def _of_body(bundle: dict[str, Json], pointer: tuple[str, ...], match: Match) -> tuple[str, ...]:
    """Return where the schema of a body stands, following references of the body itself."""
    body = _at(bundle, pointer)
    while isinstance(reference := body.get("$ref"), str):
        pointer = parse_pointer(unquote(reference.removeprefix("#")))
        body = _at(bundle, pointer)
    content = body.get("content")
    for media_type in content if isinstance(content, dict) else ():
        if _is_json(media_type):
            return (*pointer, "content", media_type, "schema")
    raise NotDescribedError(f"{match} has no JSON body")


def _at(bundle: dict[str, Json], pointer: tuple[str, ...]) -> dict[str, Json]:
    node: Json = bundle
    for segment in pointer:
        node = node.get(segment) if isinstance(node, dict) else None
    return node if isinstance(node, dict) else {}


def _is_json(media_type: str) -> bool:
    return media_type.partition(";")[0].strip().endswith(("/json", "+json"))
