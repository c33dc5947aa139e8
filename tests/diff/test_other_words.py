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


LIST: Json = {"type": "array", "items": TEXT}
SAME: dict[str, tuple[Json, Json]] = {
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
    "the style of a text": (sent(FORM, TEXT), sent(FORM, TEXT, {"style": "form"})),
    "the style of a list": (sent(FORM, LIST), sent(FORM, LIST, {"style": "form", "explode": True})),
    "explode alone": (sent(FORM, LIST, {"explode": False}), sent(FORM, LIST, {"style": "form", "explode": False})),
    "credentials in another order": (secured({"key": [], "token": []}), secured({"token": [], "key": []})),
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
