"""Bodies of several media types: what each takes, and what goes on the wire."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest
from modes import Mode
from small_client import complaints, write_client

if TYPE_CHECKING:
    from collections.abc import Callable

DESCRIPTION = """\
openapi: 3.1.0
info: {title: Small, version: "1"}
servers: [{url: "https://api.test"}]
paths:
  /note:
    post:
      operationId: note
      tags: [t]
      requestBody:
        required: true
        content:
          application/json:
            schema: {type: object, required: [file], properties: {file: {type: string}, text: {type: [string, "null"]}}}
          multipart/form-data:
            schema: {type: object, required: [file], properties: {file: {type: string, format: binary}}}
          image/*: {}
          text/csv: {}
          application/xml: {schema: {type: string}}
      responses: {"200": {description: Fine, content: {application/json: {schema: {type: integer}}, text/csv: {}}}}
  /either: {post: {operationId: either, tags: [t], requestBody: {required: true, content: {
    application/json: {schema: {$ref: "#/components/schemas/A"}},
    application/x-www-form-urlencoded: {schema: {$ref: "#/components/schemas/A"}},
    multipart/form-data: {schema: {$ref: "#/components/schemas/A"}}}}, responses: {"204": {description: Done}}}}
  /patch:
    patch:
      operationId: patch
      tags: [t]
      parameters: [{name: content_type, in: query, schema: {type: string}}]
      requestBody:
        content:
          application/merge-patch+json: {schema: {$ref: "#/components/schemas/A"}}
          application/json: {schema: {$ref: "#/components/schemas/A"}}
          application/json-patch+json: {schema: {type: array, items: {type: object}}}
      responses: {"204": {description: Done}}
  /same: {post: {operationId: same, tags: [t], requestBody: {required: true, content: {
    application/json: {schema: {$ref: "#/components/schemas/A"}}, text/json: {schema: {$ref: "#/components/schemas/A"}},
    application/*+json: {schema: {$ref: "#/components/schemas/A"}}}}, responses: {"204": {description: Done}}}}
  /count: {post: {operationId: count, tags: [t], requestBody: {required: true, content: {
    application/json: {schema: {type: integer}},
    application/x-ndjson: {schema: {type: array, items: {type: string}}}}}, responses: {"204": {description: Done}}}}
  /coded: {post: {operationId: coded, tags: [t], requestBody: {content: {
    application/json: {schema: {const: fix}}, text/plain: {schema: {type: string}},
    application/vnd.small+json: {schema: {type: string, contentEncoding: base64}}}}, responses: {"204": {description: Done}}}}
  /raw: {put: {operationId: raw, tags: [t], requestBody: {required: true, content: {"*/*": {}}},
    responses: {"204": {description: Done}}}}
components:
  schemas:
    A: {type: object, properties: {a: {type: integer}}}
"""


@pytest.fixture
def made_of(small):
    return small, "Small", {"transport": httpx.MockTransport(lambda request: httpx.Response(500, request=request))}


def sent(mode: Mode, call: Callable[..., object], *arguments: object, **named: object) -> tuple[str, bytes]:
    """Return the media type and the body of what a call would send."""
    request = mode.run(mode.client().preview(call, *arguments, **named))
    content = mode.run(request.aread()) if mode.asynchronous else request.read()
    return request.headers.get("content-type", ""), content


def test_fields_are_json_unless_something_else_is_chosen(mode):
    note = mode.client().t.note
    assert sent(mode, note, file="f", text=None) == ("application/json", b'{"file":"f","text":null}')
    assert sent(mode, note, content_type="application/json", file="f") == ("application/json", b'{"file":"f"}')


def test_files_go_as_a_form_and_as_they_are(mode, tmp_path):
    note = mode.client().t.note
    media_type, body = sent(mode, note, content_type="multipart/form-data", file=("a.png", b"\x89", "image/png"))
    assert media_type.startswith("multipart/form-data; boundary=")
    assert b'name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n\x89\r\n' in body
    (tmp_path / "b.png").write_bytes(b"\x89")
    for content_type, content, wanted in [
        ("image/png", b"\x89", ("image/png", b"\x89")),
        ("image/*", (b"GIF", "image/gif"), ("image/gif", b"GIF")),
        ("image/*", tmp_path / "b.png", ("image/png", b"\x89")),
        ("text/csv", "a,b", ("text/csv", b"a,b")),
        ("application/xml", b"<a/>", ("application/xml", b"<a/>")),
    ]:
        assert sent(mode, note, content_type=content_type, body=content) == wanted


def test_both_choices_are_made_in_one_call(mode):
    client = mode.client()
    request = mode.run(client.preview(client.t.note, content_type="text/csv", body="a", accept="text/csv"))
    assert (request.headers["content-type"], request.headers["accept"]) == ("text/csv", "text/csv")


@pytest.mark.parametrize(
    ("arguments", "kind", "message"),
    [
        ({"file": "f", "body": b""}, TypeError, "a body of application/json takes 'file' and 'text', not 'body'"),
        ({"content_type": "text/csv", "file": "f"}, TypeError, "a body of text/csv takes 'body', not 'file'"),
        (
            {"content_type": "multipart/form-data", "file": b"", "text": None, "body": b""},
            TypeError,
            "a body of multipart/form-data takes 'file', not 'text' or 'body'",
        ),
        ({"content_type": "multipart/form-data"}, ValueError, "the argument 'file' is required"),
        ({}, ValueError, "the argument 'file' is required"),
        (
            {"content_type": "text/html", "body": b""},
            ValueError,
            "'content_type' has to be 'application/json', 'multipart/form-data', in image/*, 'text/csv' or 'application/xml'",
        ),
        ({"content_type": "image/png\r\nX: y", "body": b""}, ValueError, "'content_type' has to be"),
        ({"content_type": "image/png", "body": {"a": 1}}, TypeError, "has to be bytes, a text, a path"),
        ({"content_type": "image/png", "body": (b"", "image/gif")}, TypeError, "pass the content alone"),
    ],
)
def test_a_wrong_mixture_is_refused_before_anything_is_sent(mode, arguments, kind, message):
    client = mode.client()
    with pytest.raises(kind) as caught:
        mode.run(client.preview(client.t.note, **arguments))
    assert message in str(caught.value)


def test_where_all_take_the_same_the_media_type_is_all_that_differs(mode):
    either = mode.client().t.either
    assert sent(mode, either, a=1) == ("application/json", b'{"a":1}')
    form = sent(mode, either, a=1, content_type="application/x-www-form-urlencoded")
    assert form == ("application/x-www-form-urlencoded", b"a=1")
    assert b'name="a"\r\n\r\n1\r\n' in sent(mode, either, a=1, content_type="multipart/form-data")[1]


def test_json_of_one_schema_is_sent_as_any_of_its_media_types(mode):
    same, patch = mode.client().t.same, mode.client().t.patch
    assert sent(mode, same, a=1) == ("application/json", b'{"a":1}')
    assert sent(mode, same, a=1, content_type="text/json") == ("text/json", b'{"a":1}')
    assert sent(mode, patch, a=1) == ("application/merge-patch+json", b'{"a":1}')
    assert sent(mode, patch, a=1, content_type_header="application/json") == ("application/json", b'{"a":1}')
    steps = [{"op": "remove"}]
    media_type, body = sent(mode, patch, content_type_header="application/json-patch+json", body=steps)
    assert (media_type, json.loads(body)) == ("application/json-patch+json", steps)
    with pytest.raises(ValueError, match="'content_type_header' has to be"):
        sent(mode, patch, content_type_header="text/json")


def test_one_value_or_several_on_lines(mode):
    count = mode.client().t.count
    assert sent(mode, count, body=1) == ("application/json", b"1")
    assert sent(mode, count, content_type="application/x-ndjson", body=["a", "b"]) == (
        "application/x-ndjson",
        b'"a"\n"b"\n',
    )


def test_an_optional_body_stays_away(mode):
    patch = mode.client().t.patch
    assert sent(mode, patch) == ("", b"")
    assert sent(mode, patch, content_type_header="application/json-patch+json") == ("", b"")


@pytest.mark.parametrize("wrong", [{"a": 1}, 1, {b"a"}, [b"a", "b"], (b"a", "image/png", "more"), object()])
def test_what_is_no_content_is_refused_in_words(mode, wrong):
    client = mode.client()
    with pytest.raises((TypeError, ValueError), match=r"has to be|pass the content alone"):
        mode.run(client.preview(client.t.raw, body=wrong))


USAGE = """\
from typing import assert_type
from small import AsyncSmall, Small


def sync(client: Small) -> None:
    assert_type(client.t.note(file="f"), int)
    assert_type(client.t.note(file="f", accept="text/csv"), str)
    assert_type(client.t.note(content_type="multipart/form-data", file=b"f"), int)
    assert_type(client.t.note(content_type="multipart/form-data", file=b"f", accept="text/csv"), str)
    assert_type(client.t.note(content_type="text/csv", body="a", accept="text/csv"), str)
    assert_type(client.t.note(content_type="image/png", body=b"a"), int)
    client.t.either(a=1, content_type="multipart/form-data")
    client.t.patch(content_type_header="application/json-patch+json", body=[])
    client.t.count(content_type="application/x-ndjson", body=["a"])
    client.t.note(file=b"f")  # type: ignore[call-overload]
    client.t.note(content_type="text/csv", file="f")  # type: ignore[call-overload]
    client.t.note(content_type="multipart/form-data")  # type: ignore[call-overload]


async def asynchronous(client: AsyncSmall) -> None:
    assert_type(await client.t.note(content_type="multipart/form-data", file=b"f", accept="text/csv"), str)
"""


@pytest.mark.slow
def test_editors_know_the_types(tmp_path: Path):
    write_client(tmp_path, DESCRIPTION)
    assert complaints(tmp_path, USAGE) == ""
