"""An empty ledger is a claim: whatever is taken out of a description, the client is another or the ledger names it."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, given, settings
from random_descriptions import Described, descriptions
from removals import make_client, removals, without

from specloom.installed import shipped_descriptions
from specloom.ir.build import build_api
from specloom.ir.formats import FORMATS
from specloom.source import parse_pointer, render_pointer
from specloom.spec.bundle import bundle_description
from specloom.spec.check_objects import STYLES
from specloom.spec.load import load_description
from specloom.targets.target import Target

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Json = Any
Pointer = tuple[str, ...]
FOLDERS = (Path(__file__).parents[1] / "cases").iterdir()
CASES = sorted(folder / "openapi.yaml" for folder in FOLDERS if folder.name not in {"diff", "errors", "lint", "skip"})
"""All but that of operations which no client can have, and which are skipped."""
SHIPPED = shipped_descriptions()
SAMPLE = 2
"""Members of each description that the default run takes out."""

_STRUCTURED = {"oneOf", "anyOf", "allOf", "enum", "const"}
EVERY = {"fixably": 20}
"""Of its 5,772 members, each of which takes half a second, the slow run takes out every twentieth."""
IMPLIED_BY = {
    **dict.fromkeys(("string", "integer", "number", "boolean"), _STRUCTURED),
    "object": {"properties", "patternProperties", *_STRUCTURED},
    "array": {"items", "prefixItems", *_STRUCTURED},
}
"""What says as much as a type beside it. What may be missing may be null as well."""
REPEATED = {
    ("all-of", "components/schemas/Animal/properties/age/type"): "another part of the schema narrows it to integer",
    **dict.fromkeys(
        (
            ("arrays-and-maps", "components/schemas/Warehouse/properties/pair/minItems"),
            ("arrays-and-maps", "paths//pair/get/responses/200/content/application/json/schema/minItems"),
        ),
        "a tuple has all its places",
    ),
    **dict.fromkeys(
        (
            ("repairdesk", f"components/schemas/{name}/properties/line_discount/anyOf/1/type")
            for name in ("InvoiceItemCreate", "TicketDeviceCreate")
        ),
        "a decimal may be passed as text anyway",
    ),
    **dict.fromkeys(
        (
            ("operation-servers", f"paths//photos/servers/0/variables{inside}")
            for inside in ("", "/line", "/line/default")
        ),
        "the description's server has the same variable",
    ),
    ("only-null", ""): "says in many ways that a value is null, each of them beside another",
}


def _is_of_an_event(place: Pointer, value: Json, holder: Json) -> bool:
    """Tell whether something only says that a field of an event is text, or JSON where a schema is there for it."""
    is_text = value in ("string", {"type": "string"}) or (place[-1] == "contentMediaType" and "contentSchema" in holder)
    return "itemSchema" in place and is_text


def says_nothing_more(document: Json, place: Pointer, value: Json) -> bool:
    """Tell whether a member only says what holds anyway, so that nothing is lost without it."""
    holder = at(document, place[:-1])
    if isinstance(holder, list) and not isinstance(value, dict | list):
        return _is_usual_word(document, place, value)
    return _is_of_an_event(place, value, holder) or _is_text_in_path(value) or _is_usual(document, holder, place, value)


def _is_text_in_path(value: Json) -> bool:
    """Tell whether something only says that parameters in a path are text, as they are without a word of them."""
    if isinstance(value, list):
        return bool(value) and all(map(_is_text_in_path, value))
    said = {"name", "in", "required", "schema", "description"}
    return (
        isinstance(value, dict)
        and (value.get("in"), value.get("schema")) == ("path", {"type": "string"})
        and (value.keys() <= said)
    )


def _is_usual(document: Json, holder: Json, place: Pointer, value: Json) -> bool:
    match place[-1]:
        case "tags" | "operationId":
            return True  # they name things, and here the same name would be chosen without
        case "format" if isinstance(value, str):
            is_annotation = value in {"int32", "int64", "binary"}  # of JSON
            return is_annotation or all(name != value for _, name in FORMATS)
        case "type" if isinstance(value, str | list):
            kinds = [kind for kind in ([value] if isinstance(value, str) else value) if kind != "null"]
            is_file = kinds == ["string"] and holder.get("format") == "binary"
            return is_file or all(holder.keys() & IMPLIED_BY.get(kind, set()) for kind in kinds)
        case "required" if value is True:
            return holder.get("in") == "path" or "content" in holder  # a body is always sent, if only an empty object
        case "style":
            return value == STYLES[holder.get("in", "query")][0]
        case "explode" if "expand" not in holder.get("x-specloom", {}):
            style = holder.get("style") or STYLES[holder.get("in", "query")][0]
            return value is (style == "form") or holder.get("schema", {}).get("type") not in {"array", "object", None}
        case "schema" if {"headers", "parameters"} & {*place[-3:-1]}:
            return value == {"type": "string"}  # which each of these is that is not said to be anything else
        case "responses":
            return all(says_nothing_more(document, (*place, status), each) for status, each in value.items())
        case status if place[-2:-1] == ("responses",) and (status.startswith("2") or status == "default"):
            return not value.get("content")  # whatever is no failure is a success, and every call can fail
        case _:
            has_words_only = isinstance(value, dict) and not value.keys() - {"title", "description"}
            return has_words_only or value in (True, False, [], {"type": "null"})


def _is_usual_word(document: Json, place: Pointer, word: Json) -> bool:
    """Tell whether a word of a list is for readers, or says what a keyword beside the list says as well.

    What an answer may leave out may be null as well: a property, and what is referred to.
    """
    schema, whole = at(document, place[:-2]), place[:-2]
    while whole[-2:-1] in {("allOf",), ("anyOf",), ("oneOf",)}:
        whole = whole[:-2]
    if word in ("null", None) and "requestBody" not in place and whole[-2:-1] in {("properties",), ("schemas",)}:
        return whole[-1] not in at(document, whole[:-2]).get("required", ())
    if schema.get("x-specloom", {}).get("as_text"):
        return True
    return place[-2] == "tags" or (place[-2] == "type" and bool(schema.keys() & IMPLIED_BY.get(word, set())))


def adds_nothing(document: Json, place: Pointer) -> bool:
    """Tell whether a place is, or leads to, a part of `allOf` that has no properties: any object at all."""
    part = place[:-1] if place[-1] == "$ref" else place
    reference = at(document, part).get("$ref", "") if part[-2:-1] == ("allOf",) else ""
    return reference.startswith("#/") and not at(document, parse_pointer(unquote(reference[1:]))).get("properties")


def is_read_otherwise(document: Json, place: Pointer) -> bool:
    """Tell whether a part says what an extension or another answer says, or that text is text and content is bytes."""
    if "responses" in place[:-1]:
        at_responses = place.index("responses") + 1
        statuses = at(document, place[:at_responses])
        contents = [each.get("content") for status, each in statuses.items() if status[0] == place[at_responses][0]]
        if contents.count(statuses[place[at_responses]].get("content")) > 1:
            return True
    if "content" in place[:-1]:
        media_type, *inside = place[place.index("content") + 1 :]
        if _is_one_of_several_jsons(at(document, place[: place.index("content") + 1]), media_type):
            return True
        if not re.search("json|form", media_type):
            return inside in (["schema"], ["schema", "type"], ["schema", "format"])
    if "parameters" in place and "schema" in place:
        parameter = at(document, place[: place.index("schema", place.index("parameters"))])
        return bool(parameter.get("x-specloom", {}).keys() & {"expand", "search"})
    links = document.get("x-specloom", {}).get("links", {}).get("schema")
    return place[:3] == ("components", "schemas", links)


def _is_one_of_several_jsons(content: Json, media_type: str) -> bool:
    """Tell whether another media type of JSON has the same schema: what comes as either is read alike."""
    if "json" not in media_type:  # which may be a property, in a schema that calls one `content`
        return False
    others = [each.get("schema") for name, each in content.items() if name != media_type and "json" in name]
    return content[media_type].get("schema") in others


def referred_to(value: Json) -> Pointer | None:
    """Return where a reference leads in the document; None for any other value."""
    reference = value.get("$ref") if isinstance(value, dict) else None
    return parse_pointer(unquote(reference[1:])) if isinstance(reference, str) and reference[:2] == "#/" else None


def at(document: Json, place: Pointer) -> Json:
    for segment in place:
        document = document[int(segment)] if isinstance(document, list) else document[segment]
    return document


def unnamed(document: Json, folder: Path, choose: Callable[[Sequence[Pointer]], Sequence[Pointer]]) -> list[str]:
    """Return the members whose absence changes nothing and that the ledger does not name."""
    whole = make_client(document, folder)
    assert whole is not None
    values = dict(removals(document, whole.lost))
    found = []
    for place in choose([*values]):
        if (
            whole.names(place)
            or referred_to(values[place]) in whole.lost
            or says_nothing_more(document, place, values[place])
            or is_read_otherwise(document, place)
        ):
            continue
        changed = make_client(without(document, place), folder)
        if changed is not None and changed.files == whole.files:
            found.append(f"{'/'.join(place)}: {json.dumps(values[place])[:80]}")
    return found


def bundled(path: Path) -> Json:
    return json.loads(json.dumps(bundle_description(Target(path)), default=str))


def a_few(places: Sequence[Pointer]) -> Sequence[Pointer]:
    return random.Random(len(places)).sample(places, min(SAMPLE, len(places)))  # noqa: S311 - no secret


def check_case(path: Path, folder: Path, choose: Callable[[Sequence[Pointer]], Sequence[Pointer]]) -> None:
    case = path.parent.name
    left = unnamed(bundled(path), folder, choose)
    assert [each for each in left if not REPEATED.keys() & {(case, each.partition(":")[0]), (case, "")}] == []


@pytest.mark.parametrize("path", [*CASES, SHIPPED["sitoo"]], ids=lambda path: path.parent.name)
def test_what_a_case_says_changes_its_client_or_is_named(path: Path, tmp_path: Path):
    check_case(path, tmp_path, a_few)


def test_whatever_has_no_effect_is_named(tmp_path: Path):
    everything = Path(__file__).parent / "little_of_everything.yaml"
    assert unnamed(bundled(everything), tmp_path, lambda places: places) == []


@pytest.mark.slow
@pytest.mark.parametrize("path", [*CASES, *SHIPPED.values()], ids=lambda path: path.parent.name)
def test_all_that_a_case_says_changes_its_client_or_is_named(path: Path, tmp_path: Path):
    step = EVERY.get(path.parent.name, 1)
    check_case(path, tmp_path, lambda places: places[::step])


@pytest.mark.parametrize("style", ["form", "deepObject"])
def test_null_inside_of_an_object_is_named_where_it_cannot_be_sent(style: str, tmp_path: Path):
    of_null = {"type": "object", "properties": {"a": {"type": ["string", "null"]}}}
    map_of_null = {"type": "object", "additionalProperties": {"type": ["integer", "null"]}}
    schemas = {"q": of_null, "m": map_of_null}.items()
    query = [{"name": name, "in": "query", "style": style, "schema": schema} for name, schema in schemas]
    form = {"application/x-www-form-urlencoded": {"schema": {"type": "object", "properties": {"o": of_null}}}}
    operation = {"parameters": query, "requestBody": {"content": form}, "responses": {"204": {"description": "d"}}}
    found = named(tmp_path, {"openapi": "3.1.0", "paths": {"/a": {"post": operation}}})
    assert found == ["null", "null"], "an object in a form is JSON, which has null"


def test_what_types_items_that_nothing_else_describes_is_not_lost(tmp_path: Path):
    said = {"type": "array", "prefixItems": [{"type": "string"}], "unevaluatedItems": {"type": "integer"}}
    answers = {"200": {"description": "It.", "content": {"application/json": {"schema": said}}}}
    document = {"openapi": "3.1.0", "paths": {"/x": {"get": {"responses": answers}}}}
    assert named(tmp_path, document) == []


def test_a_style_for_objects_is_named_at_a_list(tmp_path: Path):
    schemas = {"a": {"type": "array", "items": {"type": "string"}}, "o": {"type": "object", "properties": {"a": {}}}}
    query = [{"name": name, "in": "query", "style": "deepObject", "schema": each} for name, each in schemas.items()]
    operation = {"parameters": query, "responses": {"204": {"description": "d"}}}
    found = named(tmp_path, {"openapi": "3.1.0", "paths": {"/a": {"get": operation}}})
    assert found == ["deepObject of lists in query parameter a"]


def test_a_member_that_is_written_as_a_parameter_beside_it_is_named(tmp_path: Path):
    paged = {"type": "object", "properties": {"limit": {"type": "integer"}, "page": {"type": "integer"}}}
    ways: list[dict[str, Any]] = [{"name": "a"}, {"name": "b", "explode": False}, {"name": "c", "style": "deepObject"}]
    query = [{"in": "query", "schema": paged, **way} for way in ways]
    alone = [{"in": place, "name": name, "schema": {}} for place, name in (("query", "limit"), ("header", "page"))]
    operation = {"parameters": [*query, *alone], "responses": {"204": {"description": "d"}}}
    found = named(tmp_path, {"openapi": "3.1.0", "paths": {"/a": {"get": operation}}})
    assert found == ["limit of query parameter a"]


@pytest.mark.parametrize("version", ["2.0", "3.0", "3.1"])
def test_what_a_random_description_says_changes_its_client_or_is_named(version: str, tmp_path: Path):
    @settings(
        max_examples=5,
        derandomize=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )
    @given(descriptions(version))
    def check(described: Described) -> None:
        path = tmp_path / described.name
        path.write_text(described.text, encoding="utf-8")
        assert unnamed(bundled(path), tmp_path, a_few) == []

    check()


def named(folder: Path, document: Json) -> list[str]:
    """Return what is named as lost of a document."""
    return [what for what, _ in losses(folder, document)]


def losses(folder: Path, document: Json) -> list[tuple[str, str]]:
    """Return what is lost of a document, and why."""
    path = folder / "openapi.json"
    path.write_text(json.dumps({"info": {"title": "Small", "version": "1"}, **document}), encoding="utf-8")
    return [(loss.what, loss.why) for loss in build_api(load_description(Target(path)).document).losses]


@pytest.mark.parametrize("inner", [{}, {"collectionFormat": "csv"}, {"collectionFormat": "ssv"}])
def test_lists_in_lists_that_are_written_are_not_lost(inner: Json, tmp_path: Path):
    items = {"type": "array", "items": {"type": "integer"}, **inner}
    query = {"name": "q", "in": "query", "type": "array", "collectionFormat": "pipes", "items": items}
    operation = {"parameters": [query], "responses": {"204": {"description": "d"}}}
    assert named(tmp_path, {"swagger": "2.0", "host": "a.test", "paths": {"/a": {"get": operation}}}) == []


@pytest.mark.parametrize("required", [True, False])
def test_that_a_header_field_of_an_answer_has_to_come_is_lost(required: bool, tmp_path: Path):
    headers = {"X-L": {"required": required, "schema": {"type": "string"}}}
    operation = {"responses": {"204": {"description": "d", "headers": headers}}}
    assert named(tmp_path, {"openapi": "3.1.0", "paths": {"/a": {"get": operation}}}) == ["required"] * required


@pytest.mark.parametrize("separator", ["csv", "ssv", "tsv", "pipes"])
def test_how_a_list_in_a_header_field_of_an_answer_is_written_is_lost(separator: str, tmp_path: Path):
    header = {"type": "array", "items": {"type": "integer"}, "collectionFormat": separator}
    operation = {"responses": {"204": {"description": "d", "headers": {"X-L": header}}}}
    found = named(tmp_path, {"swagger": "2.0", "host": "a.test", "paths": {"/a": {"get": operation}}})
    assert found == ([] if separator == "csv" else ["collectionFormat of X-L"])


@pytest.mark.parametrize(
    ("media_type", "said", "lost"),
    [
        ("image/png", "image/png", []),
        ("image/*", "image/png", []),
        ("Image/PNG; a=b", "image/png", []),
        ("image/png", "text/html", ["contentMediaType"]),
    ],
)
def test_a_media_type_that_is_said_twice_is_not_lost(media_type: str, said: str, lost: list[str], tmp_path: Path):
    content = {media_type: {"schema": {"type": "string", "contentMediaType": said}}}
    operation = {"requestBody": {"content": content}, "responses": {"200": {"description": "d", "content": content}}}
    found = named(tmp_path, {"openapi": "3.1.0", "paths": {"/a": {"post": operation}}})
    assert sorted({*found}) == lost


@pytest.mark.parametrize(("format_", "lost"), [("date", 2), ("binary", 0), ("byte", 2), ("email", 0)])
def test_a_format_of_what_passes_as_text_is_named(format_: str, lost: int, tmp_path: Path):
    content = {"text/plain": {"schema": {"type": "string", "format": format_}}}
    operation = {"requestBody": {"content": content}, "responses": {"200": {"description": "d", "content": content}}}
    found = named(tmp_path, {"openapi": "3.1.0", "paths": {"/a": {"post": operation}}})
    assert found == ["schema of text/plain"] * lost


def test_what_encoded_bytes_hold_is_lost_and_not_that_they_are_bytes(tmp_path: Path):
    schema = {"type": "string", "contentEncoding": "base64", "contentMediaType": "image/png"}
    answer = {"200": {"description": "d", "content": {"application/json": {"schema": schema}}}}
    found = losses(tmp_path, {"openapi": "3.1.0", "paths": {"/a": {"get": {"responses": answer}}}})
    assert found == [("contentMediaType", "nothing looks into the text, or into the bytes that it encodes")]


@pytest.mark.parametrize(
    ("version", "said", "lost"),
    [
        ("3.0.3", {"format": "byte"}, ["format"]),
        ("3.0.3", {"type": "string", "format": "byte"}, []),
        ("3.1.0", {"type": "string", "contentEncoding": "base32"}, ["contentEncoding"]),
        ("3.1.0", {"type": "string", "contentEncoding": "base64url"}, []),
        ("3.1.0", {"type": "string", "contentEncoding": "base64", "contentMediaType": "a/b"}, ["contentMediaType"]),
    ],
)
def test_an_encoding_of_text_is_called_as_it_is_written(version: str, said: Json, lost: list[str], tmp_path: Path):
    object_ = {"type": "object", "properties": {"a": said}}
    part = {"multipart/form-data": {"schema": object_}}  # which heeds it
    answer = {"200": {"description": "d", "content": {"application/json": {"schema": object_}}}}
    operation = {"requestBody": {"content": part}, "responses": answer}
    assert named(tmp_path, {"openapi": version, "paths": {"/a": {"post": operation}}}) == lost


@pytest.mark.parametrize(
    ("schema", "place"),
    [
        ({"type": ["string", "null"]}, "/type"),
        ({"anyOf": [{"type": "string"}, {"type": "null"}]}, "/anyOf/1"),
        ({"$ref": "#/components/schemas/Maybe"}, "/$ref"),
        ({"enum": ["a", None]}, "/enum/1"),
        ({"type": "string", "enum": ["a", None]}, None),
        ({"anyOf": [{"type": "string"}, {"const": None}]}, "/anyOf/1/const"),
        ({"$ref": "#/components/schemas/Some"}, "/$ref"),
        ({"type": "string"}, None),
        ({"type": "array", "items": {"type": ["string", "null"]}}, "/items/type"),
        ({"type": "array", "items": {"$ref": "#/components/schemas/Maybe"}}, "/items/$ref"),
        ({"type": "array", "items": {"type": "string"}}, None),
    ],
)
@pytest.mark.parametrize("media_type", ["application/x-www-form-urlencoded", "multipart/form-data", "application/json"])
def test_null_is_named_where_it_cannot_be_sent(schema: Json, place: str | None, media_type: str, tmp_path: Path):
    body = {"content": {media_type: {"schema": {"type": "object", "properties": {"a": schema}}}}}
    operation = {
        "parameters": [
            {"name": "q", "in": "query", "schema": schema},
            {"name": "j", "in": "query", "content": {"application/json": {"schema": schema}}},
        ],
        "requestBody": body,
        "responses": {"204": {"description": "d"}},
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Small", "version": "1"},
        "servers": [{"url": "https://small.example"}],
        "paths": {"/a": {"post": operation}},
        "components": {"schemas": {"Maybe": {"type": ["integer", "null"]}, "Some": {"enum": [1, None]}}},
    }
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    losses = build_api(load_description(Target(path)).document).losses
    found = {render_pointer(loss.location.pointer): loss.why for loss in losses if loss.what == "null"}
    property_ = f"/paths/~1a/post/requestBody/content/{media_type.replace('/', '~1')}/schema/properties/a"
    expected = {f"/paths/~1a/post/parameters/0/schema{place}": "parameters have no null"}
    if place and not place.startswith("/items"):  # inside of JSON, null is written
        written = f"/paths/~1a/post/parameters/1/content/application~1json/schema{place}"
        expected[written] = "parameters have no null"
    if media_type != "application/json":
        expected[f"{property_}{place}"] = "forms have no null"
    assert found == ({} if place is None else expected)


@pytest.mark.parametrize("name", ["readOnly", "writeOnly"])
def test_who_sets_a_value_is_named_where_the_value_is_no_property(name: str, tmp_path: Path):
    said = {"type": "string", name: True}
    content = {"application/json": {"schema": {"type": "object", "properties": {"a": said, "b": {"items": said}}}}}
    operation = {
        "parameters": [{"name": "q", "in": "query", "schema": said}],
        "responses": {"200": {"description": "d", "content": content}},
    }
    found = losses(tmp_path, {"openapi": "3.1.0", "paths": {"/a": {"get": operation}}})
    assert found == [(name, "it is about properties")] * 2


def test_that_headers_say_a_media_type_is_named(tmp_path: Path):
    headers = {"headers": {"content-Type": {"schema": {"type": "string"}}}}
    schema = {"type": "object", "properties": {"a": {"type": "string"}}}
    operation = {
        "requestBody": {"content": {"multipart/form-data": {"schema": schema, "encoding": {"a": headers}}}},
        "responses": {"204": {"description": "d", **headers}},
    }
    found = losses(tmp_path, {"openapi": "3.1.0", "paths": {"/a": {"post": operation}}})
    assert found == [("header content-Type", "media types say it")] * 2


def test_encodings_of_a_parameter_are_named_where_it_is_no_form(tmp_path: Path):
    content = {"application/json": {"schema": {"type": "object"}, "encoding": {"a": {"contentType": "text/csv"}}}}
    operation = {
        "parameters": [{"name": "q", "in": "query", "content": content}],
        "responses": {"204": {"description": "d"}},
    }
    assert named(tmp_path, {"openapi": "3.1.0", "paths": {"/a": {"get": operation}}}) == ["contentType of a"]


@pytest.mark.parametrize(
    ("end", "lost"),
    [
        ({"items": False}, ["lists shorter than prefixItems"]),
        ({"maxItems": 2}, ["lists shorter than prefixItems"]),
        ({"items": False, "minItems": 0}, []),
        ({"items": {"type": "string"}}, []),
    ],
)
def test_that_a_tuple_has_all_its_places_is_named_where_fewer_are_described(end: Json, lost: list[str], tmp_path: Path):
    schema = {"type": "array", "prefixItems": [{"type": "integer"}, {"type": "string"}], **end}
    content = {"application/json": {"schema": schema}}
    operation = {"responses": {"200": {"description": "d", "content": content}}}
    assert named(tmp_path, {"openapi": "3.1.0", "paths": {"/a": {"get": operation}}}) == lost


def test_variables_of_the_server_of_an_operation_are_named_where_they_are_no_settings(tmp_path: Path):
    variables = {
        "zone": {"default": "e u"},
        "area": {"default": "eu"},
        "line": {"default": "a", "enum": ["a"]},
        "size": {"default": "s"},
    }
    root = {name: {"default": "x"} for name in ("line", "size")}
    own = [{"url": "https://{zone}.{area}.{line}.{size}.test", "variables": variables}]
    operation = {"servers": own, "responses": {"204": {"description": "d"}}}
    document = {"servers": [{"url": "https://{line}.{size}.api.test", "variables": root}], "openapi": "3.1.0"}
    lost = named(tmp_path, {**document, "paths": {"/a": {"get": operation}, "/b": {"get": {"responses": {}}}}})
    assert lost == ["enum of server variable line", "server variable zone"]


@pytest.mark.parametrize(("first", "lost"), [("https://a.test", []), ("/relative", ["server /relative"])])
def test_servers_are_named_where_each_operation_has_its_own(first: str, lost: list[str], tmp_path: Path):
    own = {"servers": [{"url": "https://own.test"}], "get": {"responses": {"204": {"description": "d"}}}}
    servers = [{"url": first}, {"url": "https://b.test"}]
    document = {"openapi": "3.1.0", "servers": servers, "paths": {"/a": own}}
    assert named(tmp_path, document) == [*lost, "server https://b.test"]


@pytest.mark.parametrize(("other", "lost"), [("integer", []), ("boolean", ["event of an event"] * 2)])
def test_types_of_events_are_named_where_all_events_have_the_same_data(other: str, lost: list[str], tmp_path: Path):
    def event(name: str, type_: str) -> Json:
        return {"properties": {"event": {"const": name}, "data": {"type": type_}}}

    schema = {"oneOf": [event("a", "boolean"), event("b", other)]}
    operation = {"responses": {"200": {"description": "d", "content": {"text/event-stream": {"itemSchema": schema}}}}}
    assert named(tmp_path, {"openapi": "3.2.0", "paths": {"/a": {"get": operation}}}) == lost


@pytest.mark.parametrize(("other", "lost"), [("integer", []), ("string", ["choice"])])
def test_a_choice_is_named_whose_values_another_one_takes(other: str, lost: list[str], tmp_path: Path):
    schema = {"type": "object", "properties": {"a": {"oneOf": [{"type": "string"}, {"type": other}]}}}
    answer = {"200": {"description": "d", "content": {"application/json": {"schema": schema}}}}
    assert named(tmp_path, {"openapi": "3.1.0", "paths": {"/a": {"get": {"responses": answer}}}}) == lost


@pytest.mark.parametrize(
    ("others", "lost"), [({"type": "string"}, ["additionalProperties"]), ({}, []), (True, [])], ids=repr
)
def test_the_type_of_further_members_is_named_that_callers_cannot_pass(others: Json, lost: list[str], tmp_path: Path):
    schema = {"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": others}
    content = {"application/json": {"schema": schema}}
    sent = {"requestBody": {"content": content}, "responses": {"204": {"description": "d"}}}
    assert named(tmp_path, {"openapi": "3.1.0", "paths": {"/a": {"post": sent}}}) == lost
    read = {"responses": {"200": {"description": "d", "content": content}}}
    assert named(tmp_path, {"openapi": "3.1.0", "paths": {"/a": {"get": read}}}) == []
