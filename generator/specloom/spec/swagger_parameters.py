"""Parameters and headers of OpenAPI 2.0, and the request bodies that hide among them, in the terms of OpenAPI 3.0."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias
from urllib.parse import unquote

from specloom.findings import Pointer
from specloom.record import record
from specloom.source import Json, parse_pointer
from specloom.spec.keywords import KEYWORDS
from specloom.spec.media_types import FORM, MULTIPART, is_form
from specloom.spec.node import Moved
from specloom.spec.swagger_objects import SEPARATORS

_SCHEMA_MEMBERS: Final = {name for name, keyword in KEYWORDS.items() if keyword.in_parameters} | {"x-nullable"}
SERIALISATION: Final = frozenset({"style", "explode"})
"""What replaces `collectionFormat` in OpenAPI 3.0, and says nothing in 2.0."""
_STYLES: Final = {"ssv": "spaceDelimited", "pipes": "pipeDelimited"}
DELIMITED: Final = "x-collection-formats"
"""The member of a parameter or an encoding that says what OpenAPI 3 cannot: how a list is written, then lists in it."""


@record
class BodyPart:
    """A parameter of OpenAPI 2.0 that is sent in the body."""

    value: dict[str, Json]
    written: Pointer
    """Where it is described; where it is described in another file, where it is referred to."""
    reference: str | None
    """The reference by which another file's parameter was reached."""


Body: TypeAlias = tuple[BodyPart, ...]
"""One `body` parameter, or the `formData` parameters of a form."""


def split_parameters(
    parameters: Json, written: Pointer, moved: Moved, lookup: Callable[[str], Json]
) -> tuple[Json, Body]:
    """Part the parameters of OpenAPI 2.0 into those that stay parameters, upgraded, and those that make up the body."""
    if not isinstance(parameters, list):
        return parameters, ()
    staying: list[Json] = []
    body: list[BodyPart] = []
    for index, entry in enumerate(parameters):
        place = (*written, str(index))
        said = entry.get("$ref") if isinstance(entry, dict) else None
        reference = said if isinstance(said, str) else None
        target = entry if reference is None else lookup(reference)
        if isinstance(target, dict) and target.get("in") in ("body", "formData"):
            fragment = reference[1:] if reference and reference.startswith("#") else None
            home = place if fragment is None else parse_pointer(unquote(fragment))
            body.append(BodyPart(target, home, reference if fragment is None else None))
        elif said is None and isinstance(entry, dict):
            staying.append(upgrade_parameter(entry, place, moved))
        else:
            staying.append(entry)
            moved.put(entry, place)
    return staying, tuple(body)


def upgrade_parameter(parameter: dict[str, Json], written: Pointer, moved: Moved) -> Json:
    """Return a Parameter Object of OpenAPI 2.0 whose value is not sent in the body as one of OpenAPI 3.0."""
    result, schema = _part(parameter)
    moved.put(schema, written)
    moved.put(result, written)
    result["schema"] = schema
    if schema.get("type") == "array":
        result |= _serialisation(parameter, str(parameter.get("in")))
    return result


def upgrade_header(header: Json, written: Pointer, moved: Moved) -> Json:
    """Return a Header Object of OpenAPI 2.0 as one of OpenAPI 3.0."""
    if not isinstance(header, dict):
        return header
    result, schema = _part(header)
    moved.put(schema, written)
    formats = [*_formats(header)]
    return result | {"schema": schema} | ({DELIMITED: [*formats]} if {*formats} - {"csv"} else {})


def upgrade_body(body: Body, consumes: tuple[str, ...], moved: Moved) -> Json:
    """Return the Request Body Object that says what `body`, which is not empty, says."""
    first = body[0]
    if first.value.get("in") == "body":
        media = _body_media(first, moved)
        content: dict[str, Json] = dict.fromkeys(consumes or ("application/json",), media)
        kept = {key: value for key, value in first.value.items() if key not in {"name", "in", "schema"}}
        result: dict[str, Json] = kept | {"content": content}
    else:
        media = _form_media(body, moved)
        content = dict.fromkeys(_form_types(body, consumes), media)
        result = {"content": content}
        if any(part.value.get("required") is True for part in body):
            result["required"] = True
    for value in (media, content, result):
        moved.put(value, first.written)
    return result


def _body_media(part: BodyPart, moved: Moved) -> dict[str, Json]:
    if "schema" not in part.value:
        return {}
    if part.reference:
        return {"schema": {"$ref": f"{part.reference}{'' if '#' in part.reference else '#'}/schema"}}
    schema = part.value["schema"]
    moved.put(schema, (*part.written, "schema"))
    return {"schema": schema}


def _form_types(body: Body, consumes: tuple[str, ...]) -> tuple[str, ...]:
    if any(part.value.get("type") == "file" for part in body):
        return (MULTIPART,)
    return tuple(filter(is_form, consumes)) or (FORM,)


def _form_media(body: Body, moved: Moved) -> dict[str, Json]:
    properties: dict[str, Json] = {}
    encoding: dict[str, Json] = {}
    for part in body:
        rest, schema = _part(part.value)
        schema |= {key: rest[key] for key in ("description", "x-specloom") if key in rest}
        moved.put(schema, part.written)
        name = str(part.value.get("name"))
        properties[name] = schema
        if schema.get("type") == "array":
            encoding[name] = _serialisation(part.value, "query")
    required: list[Json] = [str(part.value.get("name")) for part in body if part.value.get("required") is True]
    form: dict[str, Json] = {"type": "object", "properties": properties}
    if required:
        form["required"] = required
    moved.put(form, body[0].written)
    moved.put(properties, body[0].written)
    media: dict[str, Json] = {"schema": form}
    if encoding:
        media["encoding"] = encoding
    return media


def _part(parameter: dict[str, Json]) -> tuple[dict[str, Json], dict[str, Json]]:
    """Return what stays in a parameter, and what OpenAPI 3 says in its schema."""
    other = {*_SCHEMA_MEMBERS, *SERIALISATION, "collectionFormat"}
    rest = {key: value for key, value in parameter.items() if key not in other}
    schema = {key: value for key, value in parameter.items() if key in _SCHEMA_MEMBERS}
    return rest, schema | {"type": _type_of(parameter)}


def _type_of(parameter: dict[str, Json]) -> Json:
    """Return the type of a value, which has to be said: what has items is a list all the same, and else a text."""
    return parameter.get("type", "array" if "items" in parameter else "string")


def _serialisation(parameter: dict[str, Json], place: str) -> dict[str, Json]:
    """Return how a list is written: by `style` and `explode`, or where OpenAPI 3 has none such, by its formats."""
    formats = list(_formats(parameter))
    first = formats[0]
    if place == "query" and len(formats) == 1 and first in {"csv", "multi", *_STYLES}:
        return {"style": _STYLES.get(first, "form"), "explode": first == "multi"}
    if formats == ["csv"]:
        return {}
    if first not in {*SEPARATORS, *(["multi"] if place == "query" else [])}:
        return {"style": first}
    return {DELIMITED: [*formats]}


def _formats(value: Json) -> Iterator[str]:
    """Yield how a list is written, then the lists in it."""
    while isinstance(value, dict) and _type_of(value) == "array":
        yield str(value.get("collectionFormat", "csv"))
        value = value.get("items")
