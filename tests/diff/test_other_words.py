"""What a description says in other words is no change, and what it says otherwise is one, where it is written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from reviewed import review

Json = dict[str, Any]
TEXT: Json = {"type": "string"}
FORM, PARTS = "application/x-www-form-urlencoded", "multipart/form-data"
FILE: Json = {"type": "string", "format": "binary"}
KEY: Json = {"type": "apiKey", "in": "header", "name": "X-Key"}
BEARER: Json = {"type": "http", "scheme": "bearer"}


def whole(*, version: str = "3.1.0", operation: Json | None = None, **members: Any) -> Json:  # noqa: ANN401 - any JSON
    called = {"operationId": "call", "responses": {"204": {"description": "Done."}}, **(operation or {})}
    return {
        "openapi": version,
        "info": {"title": "Shop", "version": "1"},
        "servers": [{"url": "https://shop.example"}],
        "paths": {"/orders": {"post": called}},
        **members,
    }


def sent(media_type: str, part: Json, encoding: Json | None = None, version: str = "3.1.0") -> Json:
    """Return a description of a form with one part."""
    schema = {"type": "object", "properties": {"part": part}}
    media = {"schema": schema, **({"encoding": {"part": encoding}} if encoding else {})}
    return whole(version=version, operation={"requestBody": {"content": {media_type: media}}})


def secured(*alternatives: Json, scopes: tuple[str, ...] = ("read", "write"), **others: Json) -> Json:
    flow = {"tokenUrl": "https://shop.example/token", "scopes": dict.fromkeys(scopes, "")}
    oauth = {"type": "oauth2", "flows": {"clientCredentials": flow}}
    schemes = {"key": KEY, "token": BEARER, "oauth": oauth, **others}
    return whole(security=list(alternatives), components={"securitySchemes": schemes})


def served(*urls: str, operation: str = "") -> Json:
    own = {"servers": [{"url": operation}]} if operation else {}
    return whole(operation=own) | {"servers": [{"url": url} for url in urls]}


def held(schema: Json, **schemas: Json) -> Json:
    """Return a description of an operation that sends a value."""
    content = {"application/json": {"schema": schema}}
    return whole(operation={"requestBody": {"content": content}}, components={"schemas": schemas})


def named(name: str) -> Json:
    """Return a description of a call with a parameter that is described in words."""
    return whole(operation={"parameters": [{"in": "query", "name": name, "description": "What.", "schema": TEXT}]})


def asked(schema: Json, **more: Any) -> Json:  # noqa: ANN401 - members of a parameter
    return whole(operation={"parameters": [{"in": "query", "name": "q", "schema": schema, **more}]})


def told_of(name: str, address: str = "{$request.body#/url}") -> Json:
    """Return a description of an operation with a callback."""
    heard = {"post": {"responses": {"204": {"description": "Heard."}}}}
    return whole(operation={"callbacks": {name: {address: heard}}})


def told_as(name: str) -> Json:
    """Return a description with a webhook."""
    body = {"content": {"application/json": {"schema": thing("id")}}}
    return whole(webhooks={name: {"post": {"requestBody": body, "responses": {"204": {"description": "Heard."}}}}})


def thing(*names: str, **keywords: Any) -> Json:  # noqa: ANN401 - keywords
    return {"type": "object", "properties": dict.fromkeys(names, TEXT), **keywords}


def values(schema: Json) -> Json:
    return {"type": "object", "properties": dict.fromkeys(("a", "b", "c"), schema)}


def chosen(*names: str) -> Json:
    """Return a description of a body that is one of two named objects, and says itself that it is one."""
    choices = [{"$ref": f"#/components/schemas/{name}"} for name in names]
    return held({"type": "object", "oneOf": choices}, **{each: thing(each, required=[each]) for each in ("A", "B")})


def described(name: str) -> Json:
    """Return a description of a body with two properties, of which one has a description."""
    properties = {name: TEXT | {"description": "What it is."}, "last": TEXT}
    return held({"$ref": "#/components/schemas/N"}, N={"type": "object", "properties": properties})


def referring(version: str, **beside: Any) -> Json:  # noqa: ANN401 - keywords
    """Return a description of a body with a property that refers to a schema, and what is said beside the reference."""
    order = {"type": "object", "properties": {"a": {"$ref": "#/components/schemas/Name", **beside}}}
    return held({"$ref": "#/components/schemas/Order"}, Order=order, Name=TEXT) | {"openapi": version}


LIST: Json = {"type": "array", "items": TEXT}
SAME: dict[str, tuple[Json, Json]] = {
    "null for no default, where no value is null": (
        held(values(TEXT | {"default": None})), held(values(TEXT)),
    ),
    "a file by a media type, without a type": (
        sent(PARTS, FILE, version="3.0.3"), sent(PARTS, {"contentMediaType": "application/octet-stream"}),
    ),
    "a file by a media type": (
        sent(PARTS, FILE, version="3.0.3"),
        sent(PARTS, {"type": "string", "contentMediaType": "application/octet-stream"}),
    ),
    "files by a media type": (
        sent(PARTS, {"type": "array", "items": FILE}, version="3.0.3"),
        sent(PARTS, {"type": "array", "items": {"contentMediaType": "application/octet-stream"}}),
    ),
    "the media type of a file": (sent(PARTS, FILE), sent(PARTS, FILE, {"contentType": "application/octet-stream"})),
    "the media type of a text": (sent(PARTS, TEXT), sent(PARTS, TEXT, {"contentType": "text/plain"})),
    "the media type of an object": (
        sent(PARTS, {"type": "object"}), sent(PARTS, {"type": "object"}, {"contentType": "application/json"}),
    ),
    "the media type of an object that is put together": (
        sent(PARTS, {"allOf": [{"type": "object"}]}),
        sent(PARTS, {"allOf": [{"type": "object"}]}, {"contentType": "application/json"}),
    ),
    "the style of a text": (sent(FORM, TEXT), sent(FORM, TEXT, {"style": "form"})),
    "the style of a text that is put together": (
        sent(FORM, {"allOf": [TEXT]}, {"style": "form"}), sent(FORM, {"allOf": [TEXT]}, {"explode": False}),
    ),
    "the style of a list": (sent(FORM, LIST), sent(FORM, LIST, {"style": "form", "explode": True})),
    "explode alone": (sent(FORM, LIST, {"explode": False}), sent(FORM, LIST, {"style": "form", "explode": False})),
    "credentials in another order": (secured({"key": [], "token": []}), secured({"token": [], "key": []})),
    "no credentials": (secured(), secured({})),
    "what may be without credentials": (secured({}, {"key": []}), secured({"key": []}, {})),
    "scopes in another order": (
        secured({"oauth": ["read", "write"]}), secured({"oauth": ["write", "read"]}, scopes=("write", "read")),
    ),
    "closed as a whole": (
        held(thing("a", additionalProperties=False)), held(thing("a", unevaluatedProperties=False)),
    ),
    "closed behind all its parts": (
        held(thing("a", "b", additionalProperties=False)),
        held({"allOf": [thing("a"), thing("b")], "unevaluatedProperties": False}),
    ),
    "further members": (
        held(thing("a", additionalProperties=TEXT)), held(thing("a", unevaluatedProperties=TEXT)),
    ),
    "items behind the first": (
        held({"type": "array", "prefixItems": [TEXT], "items": False}),
        held({"type": "array", "prefixItems": [TEXT], "unevaluatedItems": False}),
    ),
    "the case of a media type": (
        sent(FORM, TEXT), sent("Application/X-WWW-Form-Urlencoded", TEXT),
    ),
    "the server that goes without saying": (served("/"), served()),
}  # fmt: skip


@pytest.mark.parametrize("name", SAME)
def test_other_words_are_no_change(name: str, tmp_path: Path):
    for old, new in (SAME[name], SAME[name][::-1]):
        assert told(old, new, tmp_path) == []


FIRST = "safe: 'a[]' in body application/json of POST /orders"


def beside(description: Json, server: str) -> Json:
    """Return a description with one more operation, which has another server."""
    operation = {"operationId": "bill", "servers": [{"url": server}], "responses": {"204": {"description": "Done."}}}
    return description | {"paths": description["paths"] | {"/bills": {"post": operation}}}


def told_apart(property_: str, **more: Any) -> Json:  # noqa: ANN401 - members of a discriminator
    """Return a description of a body that is one of two objects, which a property tells apart."""
    discriminator = {"propertyName": property_, **more}
    choice = {
        "oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in ("A", "B")],
        "discriminator": discriminator,
    }
    schemas = {name: thing(property_, name, required=[property_]) for name in ("A", "B")}
    return held(choice, **schemas) | {"openapi": "3.2.0"}


def self_told(value: str) -> Json:
    """Return such a description, where the first object says what it is and the mapping lists it."""
    described = told_apart("kind", mapping={value: "#/components/schemas/A", "b": "#/components/schemas/B"})
    described["components"]["schemas"]["A"]["properties"]["kind"] = {"const": value}
    return described


COLOUR: Json = {"$ref": "#/components/schemas/Colour"}
COLOURS: Json = {"components": {"schemas": {"Colour": {"type": "string", "enum": ["red", "blue"]}}}}
NAMED: Json = {"Colour": thing("a", required=["a"]), "B": thing("b", required=["b"])}
PART = "'part' in body multipart/form-data of POST /orders"
OTHER: dict[str, tuple[Json, Json, str, str]] = {
    "a picture instead of a file": (
        sent(PARTS, FILE, version="3.0.3"), sent(PARTS, {"contentMediaType": "image/png"}),
        f"warning: contentMediaType of {PART} changed from 'application/octet-stream' to 'image/png'",
        "contentMediaType: image/png",
    ),
    "a list in one value": (
        sent(FORM, LIST), sent(FORM, LIST, {"style": "form", "explode": False}),
        "breaking: the part 'part' was written in the style form, exploded and is written in the style form",
        "style: form",
    ),
    "a text as JSON": (
        sent(PARTS, TEXT), sent(PARTS, TEXT, {"contentType": "application/json"}),
        "breaking: the part 'part' was written as 'text/plain' and is written as 'application/json'",
        "contentType: application/json",
    ),
    "a file of one more media type": (
        sent(PARTS, FILE, {"contentType": "image/png"}), sent(PARTS, FILE, {"contentType": "image/png, image/jpeg"}),
        "warning: the part 'part' was written as 'image/png' and is written as 'image/png, image/jpeg'",
        "contentType: image/png, image/jpeg",
    ),
    "the server of an operation": (
        served("https://shop.example", operation="https://orders.example"),
        served("https://shop.example", operation="https://Orders.example/"),
        "warning: the server 'https://orders.example' is spelt 'https://Orders.example/'",
        "- url: https://Orders.example/",
    ),
    "the server of all as that of an operation": (
        served("https://shop.example"), served("https://shop.example", operation="https://shop.example"),
        "safe: 'https://shop.example' is the server of the operation now, and was that of the description",
        "- url: https://shop.example",
    ),
    "another status": (
        whole(), whole(operation={"responses": {"202": {"description": "Done."}}}),
        "breaking: the status '204' is gone", "'202':",
    ),
    "null in three places": (
        held(values({"type": "array", "items": TEXT})),
        held(values({"type": "array", "items": {"type": ["string", "null"]}})),
        f"{FIRST} may now be null, and so in 2 more places", "- 'null'",
    ),
    "one more constant": (
        held({"type": "string", "oneOf": [{"const": "a"}, {"const": "b"}]}),
        held({"type": "string", "oneOf": [{"const": "a"}, {"const": "x"}, {"const": "b"}]}),
        "safe: value 'x' of body application/json of POST /orders was added", "- const: x",
    ),
    "a choice without a type has one": (
        held({"anyOf": [{"minLength": 1}, {"type": "integer"}]}),
        held({"anyOf": [{"type": "string", "minLength": 1}, {"type": "integer"}]}),
        "breaking: type of body application/json of POST /orders narrowed from any type to string or integer",
        "- type: string",
    ),
    "a webhook is called otherwise": (
        told_as("paid"), told_as("settled"), "breaking: the webhook 'paid' is gone", "settled:",
    ),
    "a callback is called otherwise": (
        told_of("done"), told_of("finished"),
        "safe: the callback done of POST /orders is called 'finished'", "finished:",
    ),
    "a further tag": (
        whole(operation={"tags": ["orders"]}), whole(operation={"tags": ["orders", "shop"]}),
        "safe: the tags of 'POST /orders' were 'orders' and are 'orders', 'shop'", "- shop",
    ),
    "a header that OpenAPI ignores": (
        whole(), whole(operation={"parameters": [{"in": "header", "name": "Accept", "schema": TEXT}]}),
        "safe: the header parameter 'accept' is new, and has no effect", "name: Accept",
    ),
    "reserved characters of a number": (
        asked({"type": "integer"}), asked({"type": "integer"}, allowReserved=True),
        "safe: reserved characters in the query parameter 'q' are sent as they are now", "allowReserved: true",
    ),
    "names by a pattern": (
        held({"type": "object", "patternProperties": {"^a": TEXT}}),
        held({"type": "object", "patternProperties": {"^a": {"type": "integer"}}}),
        "breaking: type of '(^a)' in body application/json of POST /orders changed from string to integer",
        "type: integer",
    ),
    "one more operation with a server": (
        served("https://shop.example", operation="https://orders.example"),
        beside(served("https://shop.example", operation="https://orders.example"), "https://bills.example"),
        "safe: the operation 'POST /bills' is new", "/bills:",
    ),
    "one of two choices beside a type": (
        chosen("A", "B"), chosen("A"),
        "breaking: body application/json of POST /orders can no longer be 'B'", "type: object",
    ),
    "one more choice beside a type": (
        chosen("A"), chosen("A", "B"),
        "safe: body application/json of POST /orders can now also be 'B'", "- $ref: '#/components/schemas/B'",
    ),
    "a keyword beside a reference in 3.0": (
        referring("3.0.3"), referring("3.0.3", maxLength=3),
        "safe: 'maxLength' of the schema at /components/schemas/Order/properties/a, which has no effect, is new",
        "maxLength: 3",
    ),
    "an exclusive bound without a bound": (
        whole(version="3.0.3", components={"schemas": {"N": {"type": "integer"}}}),
        whole(version="3.0.3", components={"schemas": {"N": {"type": "integer", "exclusiveMaximum": True}}}),
        "safe: 'exclusiveMaximum' of the schema 'N', which has no effect, is new",
        "exclusiveMaximum: true",
    ),
    "another credential that there is not": (
        secured({"key": []}), secured({"key": []}, {"lost": []}),
        "safe: 'security' of the description, which has no effect, is new", "- lost: []",
    ),
    "a property under another name": (
        described("one"), described("other"),
        "breaking: optional property 'N.one' was removed; 'other', which was added, says the same in the same words",
        "other:",
    ),
    "a parameter under another name": (
        named("q"), named("query"),
        "breaking: the query parameter 'q' is gone; 'query', which is new, says the same in the same words", "post:",
    ),
    "how a text explodes that is put together": (
        asked({"allOf": [TEXT]}, explode=True), asked({"allOf": [TEXT]}, explode=False),
        "safe: 'explode' of the query parameter 'q' changed, which has no effect on its values", "explode: false",
    ),
    "how a text explodes that has a name": (
        asked(COLOUR, explode=True) | COLOURS, asked(COLOUR, explode=False) | COLOURS,
        "safe: 'explode' of the query parameter 'q' changed, which has no effect on its values", "explode: false",
    ),
    "a text in the place of a list, which would explode": (
        asked(LIST, explode=False), asked(TEXT, explode=True),
        "breaking: type of query q of POST /orders changed from array to string", "type: string",
    ),
    "objects told apart by another property": (
        told_apart("kind"), told_apart("sort"),
        "breaking: discriminator of body application/json of POST /orders changed from 'kind' to 'sort'",
        "propertyName: sort",
    ),
    "what other values mean that meant nothing": (
        told_apart("kind"), told_apart("kind", defaultMapping="#/components/schemas/A"),
        ("safe: discriminator of body application/json of POST /orders took other values for none of the choices and"
         " takes them for 'A'"),
        "defaultMapping: '#/components/schemas/A'",
    ),
    "one of several named objects": (
        held(thing("a", required=["a"]), **NAMED),
        held({"oneOf": [COLOUR, {"$ref": "#/components/schemas/B"}]}, **NAMED),
        "breaking: body application/json of POST /orders can now also be 'B'", "- $ref: '#/components/schemas/B'",
    ),
    "another value that tells an object": (
        self_told("a"), self_told("first"), "breaking: 'A.kind' was always 'a' and is always 'first'", "const: first",
    ),
    "basic instead of bearer": (
        secured({"token": []}), secured({"token": []}, token=BEARER | {"scheme": "basic"}),
        "breaking: the security scheme 'token' was http bearer and is http basic",
        "scheme: basic",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", OTHER)
def test_one_cause_is_one_entry_where_it_is_written(name: str, tmp_path: Path):
    old, new, message, line = OTHER[name]
    assert told(old, new, tmp_path) == [(message, line)]


def test_what_another_media_type_brings_belongs_to_it(tmp_path: Path):
    def body(name: str, op: Json) -> str:
        schema = {"type": "array", "items": {"type": "object", "required": ["op"], "properties": {"op": op}}}
        return yaml.safe_dump(whole(operation={"requestBody": {"content": {name: {"schema": schema}}}}))

    old, new = body("application/json-patch+json", TEXT), body("application/json", {"type": "string", "enum": ["add"]})
    (entry,) = review(old, new, tmp_path).entries
    assert 'inputs.CallBodyInput["op"]' in [symbol.symbol for symbol in entry.impact]


def test_a_part_brings_its_own_argument(tmp_path: Path):
    schema = {"type": "object", "properties": {"a": TEXT, "b": TEXT}}

    def form(media_type: str) -> str:
        encoding = {name: {"contentType": f"{media_type}/{name}"} for name in ("a", "b")}
        media = {PARTS: {"schema": schema, "encoding": encoding}}
        return yaml.safe_dump(whole(operation={"requestBody": {"content": media}}))

    entries = review(form("text"), form("image"), tmp_path).entries
    assert [[symbol.symbol for symbol in entry.impact] for entry in entries] == [
        ["shop.orders.call(a)"],
        ["shop.orders.call(b)"],
    ]


def sending(*, query: str = "", media_types: tuple[str, ...] = ("application/json",), **properties: Json) -> Json:
    """Return a description of an operation that sends an object, perhaps with a parameter."""
    body = {"type": "object", "required": ["name"], "properties": {"name": TEXT, "tags": TEXT, **properties}}
    content = {name: {"schema": body} for name in media_types}
    parameters = [{"in": "query", "name": query, "required": True, "schema": TEXT}] if query else []
    return whole(operation={"parameters": parameters, "requestBody": {"required": True, "content": content}})


def required(schema: Json) -> Json:
    """Return a description of an operation that needs a body."""
    body = {"required": True, "content": {"application/json": {"schema": schema}}}
    return whole(operation={"requestBody": body}, components={"schemas": {"A": thing("a", required=["a"])}})


def of_path(name: str, schema: Json) -> Json:
    """Return a description of an operation without a name of its own."""
    parameter = {"in": "path", "name": name, "required": True, "schema": schema}
    called = {"parameters": [parameter], "responses": {"204": {"description": "Done."}}}
    return whole() | {"paths": {f"/orders/{{{name}}}": {"get": called}}}


def failing(status: str) -> Json:
    return whole(operation={"responses": {"204": {"description": "Done."}, status: {"description": "It failed."}}})


def answered(schema: Json, **schemas: Json) -> Json:
    content = {"application/json": {"schema": schema}}
    responses = {"200": {"description": "It.", "content": content}}
    return whole(operation={"responses": responses}, components={"schemas": schemas})


def of_both(*methods: str) -> Json:
    done = {"responses": {"204": {"description": "Done."}}}
    return whole() | {"paths": {"/orders": dict.fromkeys(methods, done), "/shops": {"get": done}}}


def shared(schema: Json, **operation: Json) -> Json:
    """Return a description of an operation whose answer is described apart from it."""
    answer = {"description": "It.", "content": {"application/json": {"schema": schema}}}
    called = {"responses": {"200": {"$ref": "#/components/responses/It"}}, **operation}
    return whole(operation=called, components={"responses": {"It": answer}, "securitySchemes": {"key": KEY}})


def named(schema: Json) -> Json:
    """Return a description of an operation that takes a named value, and answers a list of them."""
    day = {"$ref": "#/components/schemas/Day"}
    answer = {"description": "It.", "content": {"application/json": {"schema": {"type": "array", "items": day}}}}
    called = {"parameters": [{"in": "query", "name": "on", "schema": day}], "responses": {"200": answer}}
    return whole(operation=called, components={"schemas": {"Day": schema}})


def calling_back(schema: Json) -> Json:
    body = {"content": {"application/json": {"schema": schema}}}
    request = {"requestBody": body, "responses": {"204": {"description": "Read."}}}
    return {"done": {"{$request.query.to}": {"post": request}}}


def streaming(method: str, media_type: str, media: Json) -> Json:
    """Return a description of an operation with another method."""
    answer = {"200": {"description": "They.", "content": {media_type: media}}}
    called = {"operationId": "call", "responses": answer}
    return whole(version="3.2.0") | {"paths": {"/orders": {method: called}}}


DAY: Json = {"type": "string", "format": "date"}
BYTES: Json = {"type": "string", "contentEncoding": "base64"}
CALLED_BACK, CALLED_OTHERWISE = calling_back(TEXT), calling_back({"type": "integer"})
KIND = thing("kind", required=["kind"])
CHOICE = {"oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]}
PET = {"$ref": "#/components/schemas/Pet"}
MEMBERS = {each: {"allOf": [PET, thing(each.lower())]} for each in ("Cat", "Dog")}
BASE = {"$ref": "#/components/schemas/Base"}
OTHERS = {each: thing(each.lower(), required=[each.lower()]) for each in ("Cat", "Dog")}
JSON_BODY: Json = {"content": {"application/json": {"schema": thing("a", required=["a"])}}}
JSON_AND_XML = ("application/json", "application/xml")
CAUSED: dict[str, tuple[Json, Json, dict[str, str]]] = {
    "a parameter of the name of a property": (
        sending(extra=TEXT), sending(query="tags"),
        {"shop.orders.call": "the query parameter 'tags' is new and required"},
    ),
    "a media type less, and another property": (
        sending(media_types=JSON_AND_XML, extra=TEXT), sending(more=TEXT),
        {"shop.orders.call(content_type)": "the body no longer comes as 'application/xml'"},
    ),
    "one credential more, of the same sort": (
        secured({"login": []}, {"more": []}, login=BEARER | {}, more=KEY | {}),
        secured({"login": []}, {"more": []}, login=BEARER | {}, more=BEARER | {}),
        {"shop.Shop(token)": "the security scheme 'more' was apiKey and is http bearer"},
    ),
    "a parameter in a path under another name and of another type": (
        of_path("id", TEXT), of_path("number", {"type": "integer"}),
        {
            "shop.orders.get_orders_by_id(id)": "the path parameter 'id' is called 'number'",
            "shop.orders.get_orders_by_id": "the path parameter 'id' is called 'number'",
        },
    ),
    "a range of statuses": (
        failing("405"), failing("4XX"), {"errors.MethodNotAllowedError": "the status '4XX' has taken the place of 405"},
    ),
    "a class that becomes a choice": (
        answered(PET, Pet=KIND, **MEMBERS), answered(PET, Pet=KIND | CHOICE, **MEMBERS),
        {"models.Pet.kind": "'Pet' now has to be one of 'Cat', 'Dog'"},
    ),
    "a choice of one, which is passed as a whole": (
        required({"$ref": "#/components/schemas/A"}), required({"oneOf": [{"$ref": "#/components/schemas/A"}]}),
        {"inputs.AInput": "which values body application/json of POST /orders may have was said by '$ref' and is said "
         "by 'oneOf'"},
    ),
    "a callback that is gone, and another answer": (
        shared(TEXT, callbacks=CALLED_BACK), shared(DAY),
        {"shop.orders.call": "response 200 application/json of POST /orders now has the format 'date'"},
    ),
    "a callback with another body, and another answer": (
        shared(TEXT, callbacks=CALLED_BACK), shared(DAY, callbacks=CALLED_OTHERWISE),
        {"shop.orders.call": "response 200 application/json of POST /orders now has the format 'date'"},
    ),
    "a text that has a name, in a list and by itself": (
        named(TEXT), named(DAY),
        dict.fromkeys(("shop.orders.call", "shop.orders.call(on)"), "'Day' now has the format 'date'"),
    ),
    "bytes that become a text, beside a property that is gone": (
        sending(extra=TEXT, label=BYTES), sending(label=TEXT),
        {"shop.orders.call(label)": "contentEncoding of 'label' in body application/json of POST /orders "
         "changed from 'base64' to none"},
    ),
    "a body that is needed, and a property that is not": (
        whole(operation={"requestBody": JSON_BODY | {"required": False}}),
        whole(operation={"requestBody": {"required": True, "content": {"application/json": {"schema": thing("a")}}}}),
        {"shop.orders.call": "the body is required now"},
    ),
    "another media type of a body that is needed no more": (
        whole(operation={"requestBody": {"required": True, "content": {"application/json": {"schema": TEXT}}}}),
        whole(operation={"requestBody": {"content": {"text/plain": {"schema": TEXT}}}}),
        {"shop.orders.call": "the body no longer comes as 'application/json'"},
    ),
    "a class that becomes a choice, and had more from elsewhere": (
        answered(PET, Pet={"allOf": [BASE, KIND]}, Base=thing("age"), **OTHERS),
        answered(PET, Pet={"allOf": [BASE, KIND, CHOICE]}, Base=thing("age"), **OTHERS),
        dict.fromkeys(("models.Pet.age", "models.Pet.kind"), "'Pet' now has to be one of 'Cat', 'Dog'"),
    ),
    "all operations of a path": (
        of_both("get", "delete"), of_both(),
        {
            "shop.orders.get_orders": "the operation 'GET /orders' is gone",
            "shop.orders.delete_orders": "the operation 'DELETE /orders' is gone",
        },
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CAUSED)
def test_what_changes_in_the_client_hangs_on_its_cause(name: str, tmp_path: Path):
    old, new, causes = CAUSED[name]
    texts = [yaml.safe_dump(each, sort_keys=False) for each in (old, new)]
    entries = review(*texts, tmp_path).entries
    found = [(symbol.symbol, entry.change.message) for entry in entries for symbol in entry.impact]
    assert sorted(each for each in found if each[0] in causes) == sorted(causes.items())


def test_what_a_call_gives_and_how_it_is_sent_have_causes_of_their_own(tmp_path: Path):
    old = shared(TEXT, servers=[{"url": "https://a.example"}], security=[{"key": []}])
    new = shared(DAY, servers=[{"url": "https://b.example"}], security=[])
    entries = review(*(yaml.safe_dump(each, sort_keys=False) for each in (old, new)), tmp_path).entries
    found = {
        (entry.change.fact, symbol.reason)
        for entry in entries
        for symbol in entry.impact
        if symbol.symbol == "shop.orders.call"
    }
    assert found == {
        ("format-added", "callers get another type than they count on"),
        ("server-url-changed", "a call goes to https://b.example, not to https://a.example"),
        ("credentials-became-optional", "a call sends no credentials, not key"),
    }


def test_a_stream_that_is_one_answer_is_no_matter_of_the_method(tmp_path: Path):
    old = streaming("post", "application/jsonl", {"itemSchema": thing("a")})
    new = streaming("put", "application/json", {"schema": thing("a")})
    entries = review(*(yaml.safe_dump(each, sort_keys=False) for each in (old, new)), tmp_path).entries
    found = [(entry.change.fact, symbol.reason) for entry in entries for symbol in entry.impact]
    assert [fact for fact, reason in found if "stream" in reason] == ["media-type-removed"]


def test_a_server_of_another_path_is_the_same_server(tmp_path: Path):
    old, new = served("https://shop.example/v1"), served("https://shop.example/v2", "http://shop.example/v1")
    assert told(old, new, tmp_path) == [
        (
            "breaking: the server was 'https://shop.example/v1' and is 'https://shop.example/v2'",
            "- url: https://shop.example/v2",
        ),
        ("safe: the server 'http://shop.example/v1' is new", "- url: http://shop.example/v1"),
    ]


def test_what_a_failure_no_longer_has_of_its_own_it_has_of_all(tmp_path: Path):
    body = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
    wrong, lost = {"description": "Wrong.", **body}, {"description": "Not known.", **body}

    def failing_with(unknown: Json) -> str:
        responses = {"204": {"description": "Done."}, "400": wrong, "401": unknown}
        description = whole(operation={"responses": responses}, components={"schemas": {"Problem": thing("reason")}})
        return yaml.dump(description, Dumper=Unshared, sort_keys=False)

    entries = review(failing_with(lost), failing_with({"description": "Not known."}), tmp_path).entries
    assert [symbol.symbol for entry in entries for symbol in entry.impact if "error" in symbol.symbol] == []


class Unshared(yaml.SafeDumper):
    """Writes what stands in several places in each of them."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - as it is asked
        return True


def told(old: Json, new: Json, folder: Path) -> list[tuple[str, str]]:
    """Return what each entry says, and the line of the new description at which it stands."""
    texts = [yaml.safe_dump(each, sort_keys=False) for each in (old, new)]
    lines = ["", *texts[1].splitlines()]
    changes = [(entry.severity, entry.change) for entry in review(*texts, folder).entries]
    places = [change.location.position.line if change.location else 0 for _, change in changes]
    return [(f"{how}: {change.message}", lines[at].strip()) for (how, change), at in zip(changes, places, strict=True)]


@pytest.mark.parametrize("name", ["order", "Order"])
def test_the_name_of_a_file_is_nobodys(name: str, tmp_path: Path):
    """Where a schema got a file of its own, its class is called as before."""
    reference = {"$ref": f"schemas/{name}.yaml"}
    (tmp_path / "schemas").mkdir()
    (tmp_path / reference["$ref"]).write_text(yaml.safe_dump(thing("a")))
    one, several = held({"$ref": "#/components/schemas/Order"}, Order=thing("a")), held(reference)
    assert told(one, several, tmp_path) == told(several, one, tmp_path) == []
