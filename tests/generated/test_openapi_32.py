"""What OpenAPI 3.2 adds, from the description to the bytes on the wire."""

from __future__ import annotations

import asyncio
import json
import re
from contextlib import contextmanager
from email.parser import BytesParser
from email.policy import HTTP
from io import BytesIO
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from small_client import small_client

from specloom.findings import DescriptionError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HEAD = "openapi: 3.2.0\ninfo: {title: Small, version: '1'}\nservers: [{url: 'https://s.example/v1'}]\n"
DONE = "responses: {'204': {}}"


class Wire:
    """A client whose requests are kept instead of sent."""

    def __init__(self, package: Any, answer: Callable[[httpx.Request], httpx.Response]) -> None:
        self.package = package
        self.requests: list[httpx.Request] = []
        self._answer = answer
        self.client = package.Small(transport=httpx.MockTransport(self._take), on_mismatch="raise")

    def _take(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.requests.append(request)
        return self._answer(request)

    def __call__(self, call: Callable[[Any], Any]) -> httpx.Request:
        """Return the one request that a call sends."""
        self.requests.clear()
        call(self.client)
        (request,) = self.requests
        return request


@pytest.fixture
def wire(tmp_path: Path) -> Callable[..., Any]:
    @contextmanager
    def start(text: str, answer: Callable[[httpx.Request], httpx.Response] | None = None) -> Iterator[Wire]:
        with small_client(tmp_path, HEAD + dedent(text)) as package:
            yield Wire(package, answer or (lambda _: httpx.Response(204)))

    return start


def get(*parameters: str) -> str:
    return f"paths: {{/t: {{get: {{operationId: op, parameters: [{', '.join(parameters)}], {DONE}}}}}}}\n"


def test_queries_are_sent_with_a_body_and_may_be_sent_twice(wire: Callable[..., Any]):
    answers = iter([503, 204])
    body = "{application/json: {schema: {type: object, properties: {q: {type: string}}}}}"
    text = f"paths: {{/t: {{query: {{operationId: op, requestBody: {{content: {body}}}, {DONE}}}}}}}\n"
    with wire(text, lambda _: httpx.Response(next(answers), headers={"Retry-After": "0"})) as small:
        small.client.t.op(q="a")
        assert [(request.method, request.content) for request in small.requests] == [("QUERY", b'{"q":"a"}')] * 2


@pytest.mark.parametrize(("method", "sent"), [("COPY", 2), ("notify", 1), ("X-Odd_1", 1)])
def test_methods_without_members_of_their_own_are_sent_as_they_are_written(
    wire: Callable[..., Any], method: str, sent: int
):
    text = f"paths: {{/t: {{additionalOperations: {{{method}: {{operationId: op, {DONE}}}}}}}}}\n"
    with wire(text, lambda _: httpx.Response(503, headers={"Retry-After": "0"})) as small:
        client = small.client.with_options(max_retries=1)
        with pytest.raises(small.package.ApiError, match=f"{method} /t"):
            client.t.op()
        assert [request.method for request in small.requests] == [method] * sent


def test_methods_without_an_operation_id_are_called_by_method_and_path(wire: Callable[..., Any]):
    text = "paths: {'/t/{id}': {parameters: [{name: id, in: path, required: true, schema: {}}],"
    text += f" query: {{{DONE}}}, additionalOperations: {{COPY: {{{DONE}}}}}}}}}\n"
    with wire(text) as small:
        assert small(lambda client: client.t.query_t_by_id("1")).method == "QUERY"
        assert small(lambda client: client.t.copy_t_by_id("1")).method == "COPY"


@pytest.mark.parametrize(
    ("media_type", "schema", "value", "query"),
    [
        (
            "application/json",
            "{type: object, properties: {numbers: {type: array, items: {type: integer}}, flag: {type: [boolean, 'null']}}}",
            {"numbers": [1, 2], "flag": None},
            "%7B%22numbers%22%3A%5B1%2C2%5D%2C%22flag%22%3Anull%7D",
        ),
        ("application/jsonpath", "{type: string}", "$.a.b[1:1]", "%24.a.b%5B1%3A1%5D"),
        ("text/plain", "{type: integer}", 5, "5"),
        (
            "application/x-www-form-urlencoded",
            "{type: object, properties: {foo: {type: string}, bar: {type: boolean}}}",
            {"foo": "a + b", "bar": True},
            "foo=a+%2B+b&bar=true",
        ),
        (
            "application/x-www-form-urlencoded",
            "{type: object, properties: {tags: {type: array, items: {type: string}}}}",
            {"tags": ["a", "b"]},
            "tags=a&tags=b",
        ),
    ],
)
def test_a_parameter_can_be_the_whole_query(
    wire: Callable[..., Any], media_type: str, schema: str, value: object, query: str
):
    with wire(get(f"{{name: q, in: querystring, content: {{{media_type}: {{schema: {schema}}}}}}}")) as small:
        assert str(small(lambda client: client.t.op(q=value)).url) == f"https://s.example/v1/t?{query}"
        assert str(small(lambda client: client.t.op()).url) == "https://s.example/v1/t"
        more = small(lambda client: client.with_options(extra_query={"z": 1}).t.op(q=value))
        assert str(more.url) == f"https://s.example/v1/t?{query}&z=1"


def test_fields_of_a_whole_query_are_written_as_they_are_described(wire: Callable[..., Any]):
    schema = "{type: object, properties: {myTags: {type: array, items: {type: string}}, at: {type: object}}}"
    encoding = "{myTags: {style: form, explode: false}, at: {style: deepObject}}"
    media = f"{{application/x-www-form-urlencoded: {{schema: {schema}, encoding: {encoding}}}}}"
    with wire(get(f"{{name: q, in: querystring, required: true, content: {media}}}")) as small:
        url = small(lambda client: client.t.op(q={"my_tags": ["a", "b"], "at": {"x": 1}})).url
        assert url.query == b"myTags=a,b&at%5Bx%5D=1"
        with pytest.raises(ValueError, match="required"):
            small.client.t.op(q={})


@pytest.mark.parametrize(
    ("parameter", "value", "cookie"),
    [
        ("schema: {type: string}", "a%20b=c", "c=a%20b=c"),
        ("schema: {type: array, items: {type: integer}}", [1, 2], "c=1; c=2"),
        ("explode: false, schema: {type: array, items: {type: integer}}", [1, 2], "c=1,2"),
        ("schema: {type: object}", {"R": 100, "G": 200}, "R=100; G=200"),
        ("explode: false, schema: {type: object}", {"R": 100, "G": 200}, "c=R,100,G,200"),
        ("schema: {type: boolean}", True, "c=true"),
    ],
)
def test_cookies_of_style_cookie_are_written_as_they_are(
    wire: Callable[..., Any], parameter: str, value: object, cookie: str
):
    with wire(get(f"{{name: c, in: cookie, style: cookie, {parameter}}}")) as small:
        assert small(lambda client: client.t.op(c=value)).headers["cookie"] == cookie
        assert "cookie" not in small(lambda client: client.t.op()).headers


@pytest.mark.parametrize("value", ["a b", "a;b", "a,b", "é", "a\n", "\\"])
def test_what_no_cookie_can_carry_is_refused(wire: Callable[..., Any], value: str):
    with (
        wire(get("{name: c, in: cookie, style: cookie, schema: {type: string}}")) as small,
        pytest.raises(ValueError, match="escaped"),
    ):
        small.client.t.op(c=value)


def test_media_types_can_be_components(wire: Callable[..., Any]):
    text = """
    paths:
      /t:
        post:
          operationId: op
          requestBody: {required: true, content: {application/json: {$ref: '#/components/mediaTypes/Thing'}}}
          responses: {'200': {content: {application/json: {$ref: '#/components/mediaTypes/Other'}}}}
    components:
      mediaTypes:
        Other: {$ref: '#/components/mediaTypes/Thing'}
        Thing: {schema: {type: object, required: [thingId], properties: {thingId: {type: integer}}}}
    """
    with wire(text, lambda request: httpx.Response(200, content=request.content)) as small:
        assert small.client.t.op(thing_id=3).thing_id == 3
        assert small.requests[0].content == b'{"thingId":3}'


def test_tags_hang_under_tags(wire: Callable[..., Any]):
    text = f"""
    paths:
      /a: {{get: {{operationId: readA, tags: [new, partner], {DONE}}}}}
      /b: {{get: {{operationId: readB, tags: [external], {DONE}}}}}
      /c: {{get: {{operationId: readC, tags: [new], {DONE}}}}}
    tags:
      - {{name: partner, parent: external, kind: nav, summary: Partners}}
      - {{name: external}}
      - {{name: new, kind: badge}}
    """
    with wire(text) as small:
        assert small(lambda client: client.external.partner.read_a()).url.path == "/v1/a"
        assert small(lambda client: client.external.read_b()).url.path == "/v1/b"
        assert small(lambda client: client.c.read_c()).url.path == "/v1/c"
        assert type(small.client).external.func.__annotations__["return"] == "External"
        assert type(small.client.external).partner.func.__doc__ == "Partners"


def test_device_flows_take_a_token(wire: Callable[..., Any], monkeypatch: pytest.MonkeyPatch):
    text = f"""
    paths: {{/t: {{get: {{operationId: op, security: [{{o: [read]}}], {DONE}}}}}}}
    components:
      securitySchemes:
        o:
          type: oauth2
          deprecated: true
          oauth2MetadataUrl: https://s.example/.well-known/oauth-authorization-server
          flows:
            deviceAuthorization:
              deviceAuthorizationUrl: https://s.example/device
              tokenUrl: https://s.example/token
              scopes: {{read: Reads.}}
    """
    monkeypatch.setenv("SMALL_TOKEN", "abc")
    with wire(text) as small:
        assert small(lambda client: client.t.op()).headers["authorization"] == "Bearer abc"


UNION = """
paths:
  /t: {get: {operationId: op, responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}}}
components:
  schemas:
    Pet:
      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}, {$ref: '#/components/schemas/Any'}]
      discriminator: {propertyName: kind, defaultMapping: WHICH}
    Cat: {type: object, properties: {kind: {type: string}, purrs: {type: boolean}}}
    Dog: {type: object, properties: {kind: {type: string}, barks: {type: boolean}}}
    Any: {type: object, properties: {kind: {type: string}, legs: {type: integer}}}
"""


@pytest.mark.parametrize("which", ["Any", "'#/components/schemas/Any'"])
@pytest.mark.parametrize("lists", [False, True])
@pytest.mark.parametrize(
    ("answer", "kind"),
    [({"kind": "Cat", "purrs": True}, "Cat"), ({"kind": "Fox", "legs": 4}, "Any"), ({"legs": 4}, "Any")],
)
def test_values_that_mean_no_choice_mean_the_default(
    wire: Callable[..., Any], which: str, lists: bool, answer: dict[str, object], kind: str
):
    text = UNION.replace("WHICH", which)
    for name in ("Cat", "Any") if lists else ():
        text = re.sub(rf"({name}: {{.*?)type: string", rf"\1enum: [{name}]", text)
    with wire(text, lambda _: httpx.Response(200, json=answer)) as small:
        assert type(small.client.t.op()).__name__ == kind


def mixed(media: str, *, media_type: str = "multipart/mixed") -> str:
    body = f"{{required: true, content: {{{media_type}: {media}}}}}"
    return f"paths: {{/t: {{post: {{operationId: op, requestBody: {body}, {DONE}}}}}}}\n"


def parts(request: httpx.Request) -> list[tuple[dict[str, str], bytes]]:
    """Return the header fields and the content of each part of a body."""
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    message = BytesParser(policy=HTTP).parsebytes(head + request.content)
    found = []
    for part in message.iter_parts():
        fields = {name.lower(): str(value).replace('"utf-8"', "utf-8") for name, value in part.items()}
        found.append((fields, part.get_payload(decode=True)))
    return found


def test_parts_without_names_are_written_in_their_order(wire: Callable[..., Any], tmp_path: Path):
    first = "{type: object, properties: {fileName: {type: string}}}"
    schema = f"{{type: array, prefixItems: [{first}, {{type: string}}]}}"
    encoding = "[{contentType: application/json}, {contentType: image/png}]"
    (tmp_path / "a.png").write_bytes(b"\x89PNG")
    with wire(mixed(f"{{schema: {schema}, prefixEncoding: {encoding}}}")) as small:
        for image in (b"\x89PNG", tmp_path / "a.png", BytesIO(b"\x89PNG")):
            request = small(lambda client, image=image: client.t.op(body=({"file_name": "ä"}, image)))
            assert request.headers["content-type"].startswith("multipart/mixed; boundary=")
            (about, image_part) = parts(request)
            assert about == ({"content-type": "application/json"}, '{"fileName":"ä"}'.encode())
            assert (image_part[0]["content-type"], image_part[1]) == ("image/png", b"\x89PNG")
            assert ("content-disposition" in image_part[0]) == isinstance(image, Path)
        with pytest.raises(ValueError, match="no more"):
            small.client.t.op(body=({}, b"", b""))


def test_asynchronous_clients_write_parts_too(tmp_path: Path):
    schema = "{type: array, prefixItems: [{type: string}, {type: string, format: binary}]}"
    requests: list[bytes] = []

    async def answer(request: httpx.Request) -> httpx.Response:
        requests.append(await request.aread())
        return httpx.Response(204)

    async def run(package: Any) -> None:
        async with package.AsyncSmall(transport=httpx.MockTransport(answer)) as client:
            await client.t.op(body=("é", tmp_path / "openapi.yaml"))

    with small_client(tmp_path, HEAD + mixed(f"{{schema: {schema}}}")) as package:
        asyncio.run(run(package))
    assert (tmp_path / "openapi.yaml").read_bytes() in requests[0]
    assert "Content-Type: text/plain; charset=utf-8\r\n\r\né\r\n".encode() in requests[0]


TEXT, JSON = "text/plain; charset=utf-8", "application/json"
IN_JSON = "itemEncoding: {contentType: application/json}"
PICTURES = "{type: string, contentEncoding: base64, contentMediaType: image/png}"


@pytest.mark.parametrize(
    ("media", "value", "expected"),
    [
        ("{schema: {type: array, items: {type: integer}}}", [1, 2], [(TEXT, b"1"), (TEXT, b"2")]),
        (f"{{itemSchema: {{type: object}}, {IN_JSON}}}", [{}, {"a": 1}], [(JSON, b"{}"), (JSON, b'{"a":1}')]),
        (f"{{itemSchema: {{}}, {IN_JSON}}}", ("a",), [(JSON, b'"a"')]),
        ("{schema: {type: array, items: {type: array, items: {}}}}", [[1, 2]], [(JSON, b"[1,2]")]),
        ("{schema: {type: array, items: {format: binary}}}", [b"a"], [("application/octet-stream", b"a")]),
        ("{schema: {$ref: '#/components/schemas/P'}}", [{}, "x", "y"], [(JSON, b"{}"), (TEXT, b"x"), (TEXT, b"y")]),
        ("{schema: {type: array, minItems: 1, prefixItems: [{type: string}, {}]}}", ("a",), [(TEXT, b"a")]),
        (f"{{schema: {{type: array, items: {PICTURES}}}}}", ["aGk="], [("image/png", b"hi")]),
    ],
)
@pytest.mark.parametrize(
    "media_type", ["multipart/mixed", "multipart/related; type=a", "multipart/related; boundary=b; type=a"]
)
def test_sequences_of_parts(
    wire: Callable[..., Any], media_type: str, media: str, value: Any, expected: list[tuple[str, bytes]]
):
    schemas = "components: {schemas: {P: {type: array, prefixItems: [{type: object}], items: {type: string}}}}\n"
    with wire(mixed(media, media_type=f"'{media_type}'") + schemas) as small:
        request = small(lambda client: client.t.op(body=value))
        described = media_type.replace(" boundary=b;", "")
        assert re.fullmatch(f"{described}; boundary=[0-9a-f]{{32}}", request.headers["content-type"])
        assert [(fields["content-type"], content) for fields, content in parts(request)] == expected


def test_what_has_no_effect_on_parts_is_named(tmp_path: Path):
    schema = "{type: array, prefixItems: [{type: string}]}"
    encoding = "[{style: form, headers: {X: {schema: {}}}, encoding: {a: {contentType: a/b}}}, {contentType: a/b}]"
    text = mixed(f"{{schema: {schema}, prefixEncoding: {encoding}, itemEncoding: {{contentType: a/b}}}}")
    with small_client(tmp_path, HEAD + text):
        losses = json.loads((tmp_path / "small" / "manifest.json").read_text())["losses"]
    front = "#/paths/~1t/post/requestBody/content/multipart~1mixed/"
    named = {place.removeprefix(front) for places in losses.values() for place in places}
    assert named >= {
        "prefixEncoding/0/style", "prefixEncoding/0/headers", "prefixEncoding/0/encoding/a", "prefixEncoding/1", "itemEncoding",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["key", "./key.yaml", "#/components/securitySchemes/key", "other.yaml#/key"])
def test_security_schemes_may_be_named_by_uris(wire: Callable[..., Any], name: str, tmp_path: Path):
    scheme = "{type: apiKey, in: header, name: X-Key}"
    (tmp_path / "key.yaml").write_text(scheme)
    (tmp_path / "other.yaml").write_text(f"key: {scheme}")
    schemes = f"components: {{securitySchemes: {{key: {scheme}}}}}\n" if name.endswith("key") else ""
    text = f"paths: {{/t: {{get: {{operationId: op, security: [{{'{name}': []}}], {DONE}}}}}}}\n{schemes}"
    seen: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers["x-key"])
        return httpx.Response(204)

    with wire(text) as small, small.package.Small(api_key="k", transport=httpx.MockTransport(answer)) as client:
        client.t.op()
    assert seen == ["k"]


def test_a_uri_that_means_no_security_scheme_is_an_error(wire: Callable[..., Any]):
    text = f"paths: {{/t: {{get: {{operationId: op, security: [{{'#/nowhere': []}}], {DONE}}}}}}}\n"
    with pytest.raises(DescriptionError) as caught, wire(text):
        pass
    assert [finding.rule for finding in caught.value.findings] == ["unknown-security-scheme"]


def test_a_default_that_is_no_choice_has_no_effect(tmp_path: Path):
    with small_client(
        tmp_path, HEAD + UNION.replace("WHICH", "Other").replace("schemas:\n", "schemas:\n    Other: {}\n")
    ):
        losses = json.loads((tmp_path / "small" / "manifest.json").read_text())["losses"]
    assert losses["it is none of the choices"] == {
        "#/components/schemas/Pet/discriminator/defaultMapping": "defaultMapping"
    }
