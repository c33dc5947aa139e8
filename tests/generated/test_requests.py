"""What small descriptions put on the wire: a call, and the bytes that a server gets."""

from __future__ import annotations

import asyncio
import datetime as dt
import tracemalloc
from contextlib import contextmanager
from decimal import Decimal
from email.parser import BytesParser
from email.policy import HTTP
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import parse_qsl

import httpx
import pytest
from modes import Mode
from small_client import answering, small_client

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from loopback import LoopbackServer, Received

    Calls = Callable[..., AbstractContextManager["Caller"]]

NOTHING = "responses: {'204': {description: d}}"


class Caller:
    """Calls the client of one description and returns what the server got."""

    def __init__(self, package: Any, server: LoopbackServer, mode: Mode) -> None:
        self.package, self.server, self._mode = package, server, mode
        self.client = mode.client(on_mismatch="ignore")
        self.asynchronous = mode.asynchronous

    def __call__(self, call: Callable[[Any], Any], **options: object) -> Any:
        """Return the request that a call of the client sends."""
        self.server.requests.clear()
        self._mode.run(call(self.client.with_options(**options)))
        (request,) = self.server.requests
        return request

    def make(self, **settings: object) -> None:
        """Make another client."""
        self.client = self._mode.client(**settings)

    def result(self, call: Callable[[Any], Any]) -> Any:
        """Return what a call gives back."""
        return self._mode.run(call(self.client))

    def refuses(self, call: Callable[[Any], Any], match: str) -> None:
        """See to it that a call raises, and that nothing is sent."""
        self.server.requests.clear()
        with pytest.raises(ValueError, match=match):
            self.result(call)
        assert self.server.requests == []


@pytest.fixture(params=["sync", "async"])
def calls(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Calls]:
    monkeypatch.setenv("NO_PROXY", "*")

    @contextmanager
    def start(
        paths: str, *, version: str = "3.1.0", more: str = "", whole: str = "", answer: object = None
    ) -> Iterator[Caller]:
        text = f"openapi: {version}\ninfo: {{title: Small, version: '1'}}\nservers: [{{url: 'https://s.example/v1'}}]\n"
        with small_client(tmp_path, whole or f"{text}{more}\npaths:\n{paths}") as package, answering(answer) as server:
            settings = {"base_url": server.base_url}
            with Mode(package, "Small", settings, asynchronous=request.param == "async") as mode:
                yield Caller(package, server, mode)

    return start


def post(body: str, *, required: bool = True, media_type: str = "application/json", encoding: str = "") -> str:
    """Return the path with one operation, `client.t.op(…)`, that takes a body."""
    media = f"{{schema: {body}{f', encoding: {encoding}' if encoding else ''}}}"
    taken = f"{{required: {str(required).lower()}, content: {{'{media_type}': {media}}}}}"
    return f"  /x: {{post: {{operationId: op, tags: [t], requestBody: {taken}, {NOTHING}}}}}\n"


def get(*parameters: str, path: str = "/x") -> str:
    """Return the path with one operation, `client.t.op(…)`, that takes parameters."""
    return f"  '{path}': {{get: {{operationId: op, tags: [t], parameters: [{', '.join(parameters)}], {NOTHING}}}}}\n"


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_what_http_says_itself_is_no_argument(calls: Calls, version: str):
    names = ("Content-Length", "Host", "Connection", "Transfer-Encoding")
    headers = [f"{{name: {name}, in: header, required: true, schema: {{type: string}}}}" for name in names]
    with calls(
        post("{type: string}", media_type="text/plain").replace("tags:", f"parameters: [{', '.join(headers)}], tags:"),
        version=version,
    ) as call:
        request = call(lambda client: client.t.op(body="abc"))
        assert (request.headers["content-length"], request.body) == ("3", b"abc")
        assert "transfer-encoding" not in request.headers


OPTIONAL = {
    "application/json": "{type: object, properties: {n: {type: integer}}}",
    "application/merge-patch+json": "{type: object, properties: {n: {type: integer}}}",
    "application/x-www-form-urlencoded": "{type: object, properties: {n: {type: integer}}}",
    "multipart/form-data": "{type: object, properties: {n: {type: integer}}}",
    "text/plain": "{type: string}",
}


@pytest.mark.parametrize("media_type", OPTIONAL)
def test_an_optional_body_is_absent_when_nothing_of_it_is_given(calls: Calls, media_type: str):
    with calls(post(OPTIONAL[media_type], required=False, media_type=media_type)) as call:
        request = call(lambda client: client.t.op())
        assert request.body == b""
        assert "content-type" not in request.headers
        given = {"body": "1"} if media_type == "text/plain" else {"n": 1}
        request = call(lambda client: client.t.op(**given))
        assert request.body
        assert request.headers["content-type"].startswith(media_type)


def test_a_required_body_without_members_is_an_empty_object(calls: Calls):
    with calls(post(OPTIONAL["application/json"])) as call:
        assert call(lambda client: client.t.op()).body == b"{}"


@pytest.mark.parametrize(
    ("path", "target"),
    [("/x?beta=true", "/x?beta=true&a=1"), ("/x#one", "/x?a=1"), ("/x?beta=true#one", "/x?beta=true&a=1")],
)
def test_a_query_in_the_key_of_a_path_is_joined_with_parameters(calls: Calls, path: str, target: str):
    with calls(get("{name: a, in: query, schema: {type: string}}", path=path)) as call:
        assert call(lambda client: client.t.op(a="1")).target == target
        assert call(lambda client: client.t.op()).target == target.removesuffix("a=1").rstrip("?&")


@pytest.mark.parametrize("given", [{"n": 1}, {"body": {"n": 1}}])
def test_what_else_a_form_of_several_parts_is_called_is_sent(calls: Calls, given: dict[str, Any]):
    schema = "{type: object, properties: {n: {type: integer}}}"
    schema = schema if "n" in given else f"{{anyOf: [{schema}]}}"
    with calls(post(schema, media_type="Multipart/form-data; boundary=x; charset=utf-8")) as call:
        request = call(lambda client: client.t.op(**given))
        said, _, boundary = request.headers["content-type"].rpartition("=")
        assert said == "Multipart/form-data; charset=utf-8; boundary"
        assert boundary != "x"
        assert request.body.startswith(f"--{boundary}\r\n".encode())


@pytest.mark.parametrize(
    ("media_type", "body"),
    [
        ("text/plain; charset=iso-8859-1", b"\xfc"),
        ("text/csv;charset=UTF-16LE", b"\xfc\x00"),
        ("text/plain", b"\xc3\xbc"),
        ("application/xml; charset=windows-1252", b"\xfc"),
    ],
)
def test_text_is_written_in_its_character_set(calls: Calls, media_type: str, body: bytes):
    with calls(post("{type: string}", media_type=media_type)) as call:
        request = call(lambda client: client.t.op(body="ü"))
        assert (request.headers["content-type"], request.body) == (media_type, body)
        if b"\xfc" in body and len(body) == 1:
            call.refuses(lambda client: client.t.op(body="ж"), "the body has a character that the character set")


@pytest.mark.parametrize("described", ["text/plain", "text/plain; charset=iso-8859-1"])
@pytest.mark.parametrize(("charset", "body"), [("UTF-16LE", b"6\x04"), ("utf-8", b"\xd0\xb6")])
def test_text_is_written_in_the_character_set_that_a_caller_names(
    calls: Calls, described: str, charset: str, body: bytes
):
    said = {"Content-Type": f"text/plain; charset={charset}"}
    with calls(post("{type: string}", media_type=described)) as call:
        request = call(lambda client: client.with_options(headers=said).t.op(body="ж"))
        assert (request.headers["content-type"], request.body) == (said["Content-Type"], body)
        none = {"Content-Type": "text/plain; charset=zip"}
        call.refuses(lambda client: client.with_options(extra_headers=none).t.op(body="ж"), "no character set zip")


FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("media_type", "body"),
    [
        (FORM, b"a=%C3%BC+%26"),
        (f"{FORM}; charset=UTF-8", b"a=%C3%BC+%26"),
        (f"{FORM};charset=iso-8859-1", b"a=%FC+%26"),
        ("application/json; charset=utf-8", '{"a":"ü &"}'.encode()),
        ("application/json; charset=windows-1252", b'{"a":"\\u00fc &"}'),
    ],
)
def test_forms_and_json_keep_the_character_set_of_their_media_type(calls: Calls, media_type: str, body: bytes):
    with calls(post("{type: object, properties: {a: {type: string}}}", media_type=media_type)) as call:
        request = call(lambda client: client.t.op(a="ü &"))
        assert (request.headers["content-type"], request.body) == (media_type, body)
        if b"%FC" in body:
            call.refuses(lambda client: client.t.op(a="ж"), "the form has a character that the character set")
            wide = {"Content-Type": f"{FORM}; charset=utf-16"}
            call.refuses(
                lambda client: client.with_options(headers=wide).t.op(a="ж"),
                "the form cannot be written: the character set utf-16 has other bytes for ASCII",
            )


@pytest.mark.parametrize(
    "schema", ["{type: string, format: binary}", "{type: array, items: {type: string, format: binary}}"]
)
def test_a_form_that_is_described_as_no_object_takes_its_fields_by_name(calls: Calls, schema: str):
    with calls(post(schema, media_type="multipart/form-data")) as call:
        ((fields, content),) = parts(call(lambda client: client.t.op(body={"file": ("a.png", b"1")})))
        assert (fields["name"], fields["file"], content) == ("file", "a.png", b"1")


def test_a_form_keeps_its_media_type_beside_others(calls: Calls):
    schema = "{schema: {type: object, properties: {a: {type: string}}}}"
    offered = f"{{text/csv: {{}}, '{FORM}; charset=utf-8': {schema}, multipart/form-data: {schema}}}"
    body = f"requestBody: {{required: true, content: {offered}}}"
    with calls(f"  /x: {{post: {{operationId: op, tags: [t], {body}, {NOTHING}}}}}\n") as call:
        assert call(lambda client: client.t.op(a="ü")).headers["content-type"] == f"{FORM}; charset=utf-8"
        other = call(lambda client: client.t.op(a="ü", content_type="multipart/form-data"))
        assert other.headers["content-type"].startswith("multipart/form-data; boundary=")


def test_json_in_a_header_field_is_plain_ascii(calls: Calls):
    """A field has no bytes of UTF-8, and JSON no other ones: escapes say all (RFC 8259, section 7)."""
    content = "content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}"
    with calls(get(f"{{name: X-A, in: header, {content}}}")) as call:
        request = call(lambda client: client.t.op(x_a={"a": 'é漢\U0001f600"'}))
        assert request.headers["x-a"] == '{"a":"\\u00e9\\u6f22\\ud83d\\ude00\\""}'
        call.refuses(lambda client: client.t.op(x_a={"a": "\ud83d"}), "the header field 'X-A'")


def test_what_only_the_server_sets_is_not_sent_back(calls: Calls):
    kept = "{$ref: '#/components/schemas/P'}"
    paths = f"""\
  /p: {{get: {{operationId: read, tags: [t], responses: {{'200': {{description: d, content: {{application/json: {{schema: {kept}}}}}}}}}}}}}
  /x: {{put: {{operationId: op, tags: [t], requestBody: {{required: true, content: {{application/json: {{schema: {{type: object, properties: {{p: {kept}, all: {{type: array, items: {kept}}}}}}}}}}}}}, {NOTHING}}}}}
"""
    schema = "{type: object, properties: {theId: {type: integer, readOnly: true}, name: {type: string}, in: KEPT, by: {type: object, additionalProperties: KEPT}}}"
    more = f"components: {{schemas: {{P: {schema.replace('KEPT', kept)}}}}}"
    inner = {"theId": 2, "name": "i", "other": 1}
    with calls(paths, more=more, answer={"theId": 1, "name": "n", "in": inner, "by": {"k": inner}}) as call:
        read = call.result(lambda client: client.t.read())
        assert read.the_id == 1
        bare = {"name": "i", "other": 1}
        sent = {"name": "n", "in": bare, "by": {"k": bare}}
        assert call(lambda client: client.t.op(p=read, all=[read])).json == {"p": sent, "all": [sent]}


@pytest.mark.parametrize("media_type", ["application/json", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_what_only_the_server_sets_is_left_out_of_dicts(calls: Calls, media_type: str):
    kept = "{type: object, properties: {theId: {type: integer, readOnly: true}, name: {type: string}}}"
    other = "{type: object, required: [size], properties: {the_id: {type: integer}, size: {type: integer}}}"
    fields = f"in: {kept}, all: {{type: array, items: {kept}}}, by: {{type: object, additionalProperties: {kept}}}"
    schema = f"{{type: object, properties: {{{fields}, one: {{oneOf: [{kept}, {other}]}}}}}}"
    given: Any = {"theId": 1, "the_id": 2, "name": "n"}
    with calls(post(schema, media_type=media_type)) as call:
        arguments = {"in_": given, "all": [given], "by": {"k": given}, "one": given}
        body = call(lambda client: client.t.op(**arguments)).body
        other = call(lambda client: client.t.op(one={"the_id": 1, "size": 1})).body
    assert body.count(b"name") - body.count(b"form-data; name") == 4
    assert b"id" not in body.lower()
    assert b"the_id" in other


@pytest.mark.parametrize(
    ("further", "given", "sent"),
    [
        ("{type: string, format: decimal}", Decimal("2.50"), b'"2.50"'),
        ("{$ref: '#/components/schemas/P'}", {"the_name": "n", "x": {"the_name": "m"}}, b'{"theName":"n","x":{"theName":"m"}}'),
        ("{type: array, items: {$ref: '#/components/schemas/P'}}", [{"the_name": "n"}], b'[{"theName":"n"}]'),
    ],
)  # fmt: skip
def test_further_members_are_written_by_their_type(calls: Calls, further: str, given: object, sent: bytes):
    kept = (
        "{type: object, properties: {theName: {type: string}}, additionalProperties: {$ref: '#/components/schemas/P'}}"
    )
    schema = f"{{type: object, properties: {{theId: {{}}, n: {{type: string}}}}, additionalProperties: {further}}}"
    with calls(post(schema), more=f"components: {{schemas: {{P: {kept}}}}}") as call:
        body = call(lambda client: client.t.op(body={"the_id": Decimal("1.0"), "n": "n", "x": given})).body
    assert body == b'{"theId":1.0,"n":"n","x":%s}' % sent


@pytest.mark.parametrize("rest", ["items: {type: integer}", "items: false, minItems: 3"])
def test_items_of_a_tuple_are_written_by_the_type_of_their_place(calls: Calls, rest: str):
    places = "{type: number}, {type: string, format: decimal}, {type: object, properties: {theName: {type: string}}}"
    given = [Decimal("1.50"), Decimal("2.50"), {"the_name": "n"}, *([3] if "integer" in rest else [])]
    with calls(post(f"{{type: array, prefixItems: [{places}], {rest}}}")) as call:
        body = call(lambda client: client.t.op(body=given)).body
    assert body == b'[1.50,"2.50",{"theName":"n"}%s]' % (b",3" if "integer" in rest else b"")


def test_dicts_with_the_names_on_the_wire_are_as_those_with_names_of_python(calls: Calls):
    part = "{type: object, properties: {theId: {type: integer, readOnly: true}, theName: {type: string}}}"
    other = "{type: object, properties: {theText: {type: string}}}"
    one, two = (
        f"{{type: object, required: [ofKind], properties: {{ofKind: {{const: {kind}}}, thePart: {held}}}}}"
        for kind, held in (("one", part), ("two", other))
    )
    schema = f"{{type: object, properties: {{in: {one}, all: {{type: array, items: {{oneOf: [{one}, {two}]}}}}}}}}"
    with calls(post(schema)) as call:
        given: Any = {"ofKind": "one", "thePart": {"theId": 1, "the_name": "n"}}
        text: Any = {"ofKind": "two", "thePart": {"the_text": "t"}}
        body = call(lambda client: client.t.op(in_=given, all=[given, text])).json
        call.refuses(lambda client: client.t.op(in_={"ofKind": "one", "thePart": None}), "'thePart' may not be None")
    sent = {"ofKind": "one", "thePart": {"theName": "n"}}
    assert body == {"in": sent, "all": [sent, {"ofKind": "two", "thePart": {"theText": "t"}}]}


def test_decimals_are_numbers_with_their_digits(calls: Calls):
    number = Decimal("12345678901234567890.10")
    places = "{type: object, properties: {n: {type: number}, all: {type: array, items: {type: number}}, any: {}}}"
    schema = f"{{type: object, properties: {{n: {{type: number}}, either: {{type: [number, string]}}, in: {places}}}}}"
    given: Any = {"n": number, "either": number, "in_": {"n": number, "all": [number], "any": number}}
    with calls(post(schema)) as call:
        body = call(lambda client: client.t.op(**given)).body
        assert (
            body == f'{{"n":{number},"either":{number},"in":{{"n":{number},"all":[{number}],"any":{number}}}}}'.encode()
        )
        call.refuses(lambda client: client.t.op(n=Decimal("NaN")), "no JSON number")
    with calls(get("{name: q, in: query, schema: {type: number}}", "{name: h, in: header, schema: {}}")) as call:
        request = call(lambda client: client.t.op(q=Decimal("1E+2"), h=[Decimal("0.00000001")]))
    assert (request.target, request.headers["h"]) == ("/x?q=100", "0.00000001")


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("format: byte", "+/8="),
        ("contentEncoding: base64", "+/8="),
        ("format: base64url", "-_8="),
        ("contentEncoding: base64url", "-_8="),
    ],
)
def test_bytes_travel_in_the_encoding_that_is_described(calls: Calls, said: str, text: str):
    code, content = f"{{type: string, {said}}}", b"\xfb\xff"
    schema = f"{{type: object, properties: {{c: {code}, all: {{type: array, items: {code}}}, by: {{type: object, additionalProperties: {code}}}}}}}"
    given: Any = {"c": content, "all": [content, text, bytearray(content)], "by": {"k": memoryview(content)}}
    with calls(post(schema)) as call:
        assert call(lambda client: client.t.op(**given)).json == {"c": text, "all": [text] * 3, "by": {"k": text}}
    del given["by"]
    with calls(post(schema, media_type="application/x-www-form-urlencoded")) as call:
        body = call(lambda client: client.t.op(**given)).body.decode()
        assert parse_qsl(body) == [("c", text), *[("all", text)] * 3]
    with calls(post(schema, media_type="multipart/form-data")) as call:
        body = call(lambda client: client.t.op(**given)).body
        assert body.count(f"\r\n\r\n{text}\r\n".encode()) == 4
    with calls(get(f"{{name: q, in: query, schema: {code}}}", f"{{name: h, in: header, schema: {code}}}")) as call:
        request = call(lambda client: client.t.op(q=content, h=content))
        assert (parse_qsl(request.target.partition("?")[2]), request.headers["h"]) == ([("q", text)], text)


def test_times_without_a_zone_are_refused_wherever_they_stand(calls: Calls):
    time, naive = "{type: string, format: date-time}", dt.datetime(2020, 1, 1)  # noqa: DTZ001 - the point
    seconds = "{type: integer, format: unix-time}"
    body = f"{{type: object, properties: {{at: {time}, all: {{type: array, items: {time}}}, when: {seconds}}}}}"
    parameters = [f"{{name: {place}, in: {place}, schema: {time}}}" for place in ("query", "header", "cookie")]
    with calls(
        get(*parameters).replace("/x", "/q").replace("op,", "find,").replace("tags: [t]", "tags: [u]") + post(body)
    ) as call:
        for name in ("at", "when"):
            call.refuses(lambda client, name=name: client.t.op(**{name: naive}), "without a time zone")
        call.refuses(lambda client: client.t.op(all=[naive]), "without a time zone")
        for place in ("query", "header", "cookie"):
            call.refuses(lambda client, name=place: client.u.find(**{name: naive}), "without a time zone")
        aware = naive.replace(tzinfo=dt.UTC)
        assert call(lambda client: client.t.op(at=aware, when=aware)).body == (
            b'{"at":"2020-01-01T00:00:00Z","when":1577836800}'
        )


@pytest.mark.parametrize(
    ("style", "value", "segment"),
    [("label", "", "."), ("label", ["", ""], ".,"), ("matrix", "", ";id"), ("matrix", ["a", ""], ";id=a,")],
)
def test_empty_values_of_labels_and_matrices_are_written(calls: Calls, style: str, value: object, segment: str):
    parameter = f"{{name: id, in: path, required: true, style: {style}, schema: {{}}}}"
    with calls(get(parameter, path="/x{id}/y")) as call:
        assert call(lambda client: client.t.op(value)).target == f"/x{segment}/y"
        call.refuses(lambda client: client.t.op([]), "may not be empty")


def test_reserved_characters_are_escaped_where_nothing_else_is_described(calls: Calls):
    places = [f"{{name: {place}, in: {place}, allowReserved: true, schema: {{}}}}" for place in ("header", "cookie")]
    path = "{name: path, in: path, required: true, allowReserved: true, schema: {}}"
    with calls(get(path, *places, path="/x/{path}")) as call:
        request = call(lambda client: client.t.op("a/b:c", header="d/e", cookie="f/g"))
        assert request.target == "/x/a%2Fb%3Ac"
        assert (request.headers["header"], request.headers["cookie"]) == ("d/e", "cookie=f/g")


def test_keys_that_are_needed_together_are_asked_for_together(calls: Calls):
    schemes = {"key": "{type: apiKey, in: query, name: key}", "tok": "{type: apiKey, in: query, name: token}"}
    schemes["basic"] = "{type: http, scheme: basic}"
    kinds = ", ".join(f"{name}: {scheme}" for name, scheme in schemes.items())
    more = f"security: [{{key: [], tok: []}}, {{basic: []}}]\ncomponents: {{securitySchemes: {{{kinds}}}}}"
    with calls(get(), more=more) as call, pytest.raises(call.package.ConfigurationError) as caught:
        call.result(lambda client: client.t.op())
    assert str(caught.value) == (
        "this call needs a credential. Pass key, or set SMALL_KEY. And: Pass tok, or set SMALL_TOK."
        " Or: Pass username and password, or set SMALL_USERNAME and SMALL_PASSWORD."
    )


def in_both_ways(schema: str, *, media_type: str, encoding: str) -> str:
    """Return two paths whose body has a property `f`: `op` takes it as an argument, `whole` in a body as a whole."""
    body = f"{{type: object, properties: {{f: {schema}}}"
    whole = post(f"{body}, additionalProperties: {{type: integer}}}}", media_type=media_type, encoding=encoding)
    return post(f"{body}}}", media_type=media_type, encoding=encoding) + whole.replace("/x:", "/y:").replace(
        "op,", "whole,"
    )


FORM = "application/x-www-form-urlencoded"
ADDRESS = "{type: object, properties: {zipCode: {type: string}, all: {type: array, items: {type: integer}}}}"


@pytest.mark.parametrize(
    ("schema", "encoding", "value", "pairs"),
    [
        (ADDRESS, "", {"zip_code": "1 2"}, [("f", '{"zipCode":"1 2"}')]),
        (ADDRESS, "{f: {contentType: application/json}}", {"zip_code": "1"}, [("f", '{"zipCode":"1"}')]),
        (ADDRESS, "{f: {style: form, explode: true}}", {"zip_code": "2"}, [("zipCode", "2")]),
        (ADDRESS, "{f: {style: form}}", {"zip_code": "2"}, [("zipCode", "2")]),
        (ADDRESS, "{f: {explode: false}}", {"zip_code": "2"}, [("f", "zipCode,2")]),
        (
            ADDRESS,
            "{f: {style: deepObject, explode: true}}",
            {"zip_code": "2", "all": [1, 2]},
            [("f[zipCode]", "2"), ("f[all]", "1"), ("f[all]", "2")],
        ),
        ("{type: array, items: {type: string}}", "", ["x", "y"], [("f", "x"), ("f", "y")]),
        ("{type: array, items: {type: string}}", "{f: {contentType: application/json}}", ["x"], [("f", '["x"]')]),
        ("{type: array, items: {type: string}}", "{f: {explode: false}}", ["x", "y"], [("f", "x,y")]),
        (
            "{type: array, items: {type: string}}",
            "{f: {style: pipeDelimited, explode: false}}",
            ["x", "y"],
            [("f", "x|y")],
        ),
        (f"{{type: array, items: {ADDRESS}}}", "", [{"zip_code": "1"}] * 2, [("f", '{"zipCode":"1"}')] * 2),
        (
            "{type: array, items: {type: array, items: {type: integer}}}",
            "",
            [[1, 2], [3]],
            [("f", "[1,2]"), ("f", "[3]")],
        ),
        ("{type: string}", "{f: {contentType: application/json}}", "x", [("f", '"x"')]),
        ("{type: string}", "{f: {contentType: text/plain}}", "x&y", [("f", "x&y")]),
    ],
)
def test_fields_of_forms_are_written_as_their_encoding_says(
    calls: Calls, schema: str, encoding: str, value: object, pairs: list[tuple[str, str]]
):
    """OpenAPI 3.1.1, 4.8.15.1: objects are JSON text, unless they have a style."""
    with calls(in_both_ways(schema, media_type=FORM, encoding=encoding)) as call:
        for send in (lambda client: client.t.op(f=value), lambda client: client.t.whole(body={"f": value})):
            request = call(send)
            assert parse_qsl(request.body.decode(), strict_parsing=True) == pairs
            assert request.headers["content-type"] == FORM


def parts(request: Received) -> list[tuple[dict[str, str], bytes]]:
    """Return the header fields, and the name by itself, and the content of each part."""
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    found = []
    for part in BytesParser(policy=HTTP).parsebytes(head + request.body).iter_parts():
        fields = {name.lower(): value for name, value in part.items() if name.lower() != "content-disposition"}
        content = part.get_payload(decode="content-transfer-encoding" not in fields)
        content = content if isinstance(content, bytes) else str(content).encode()
        name, filename = part.get_param("name", header="content-disposition"), part.get_filename()
        found.append(({"name": name, **({"file": filename} if filename else {}), **fields}, content))
    return found


BINARY, IMAGE = "{type: string, format: binary}", "{type: string, contentMediaType: image/png}"


@pytest.mark.parametrize(
    ("schema", "encoding", "value", "expected"),
    [
        (
            BINARY,
            "contentType: 'image/png, image/jpeg'",
            ("a.jpg", b"J"),
            {"file": "a.jpg", "content-type": "image/jpeg"},
        ),
        (BINARY, "contentType: 'image/png, image/jpeg'", b"J", {"file": "f", "content-type": "image/png"}),
        (
            BINARY,
            "contentType: 'image/png, image/jpeg'",
            ("a.gif", b"J"),
            {"file": "a.gif", "content-type": "image/png"},
        ),
        (BINARY, "contentType: image/*", ("b.png", b"J"), {"file": "b.png", "content-type": "image/png"}),
        (BINARY, "contentType: application/*", b"J", {"file": "f", "content-type": "application/octet-stream"}),
        ("{type: string}", "contentType: text/*", "Sg==", {"content-type": "text/plain"}),
        (BINARY, "contentType: 'image/*, text/csv'", b"J", {"file": "f", "content-type": "text/csv"}),
        (
            BINARY,
            "contentType: image/*",
            ("b.png", b"J", "image/x-own"),
            {"file": "b.png", "content-type": "image/x-own"},
        ),
        (BINARY, "style: form", b"J", {"file": "f", "content-type": "application/octet-stream"}),
        (IMAGE, "", b"J", {"file": "f", "content-type": "image/png"}),
        (IMAGE, "contentType: image/jpeg", b"J", {"file": "f", "content-type": "image/jpeg"}),
        ("{contentMediaType: image/png}", "", b"J", {"file": "f", "content-type": "image/png"}),
        (f"{{anyOf: [{IMAGE}, {{type: 'null'}}]}}", "", b"J", {"file": "f", "content-type": "image/png"}),
        (f"{{type: array, items: {IMAGE}}}", "", [b"J"], {"file": "f", "content-type": "image/png"}),
        (
            "{type: string, contentEncoding: base64, contentMediaType: image/png}",
            "",
            "Sg==",
            {"content-type": "image/png", "content-transfer-encoding": "base64"},
        ),
    ],
)
def test_files_have_one_media_type(calls: Calls, schema: str, encoding: str, value: object, expected: dict[str, str]):
    body = f"{{type: object, properties: {{f: {schema}}}}}"
    with calls(post(body, media_type="multipart/form-data", encoding=f"{{f: {{{encoding}}}}}")) as call:
        ((fields, content),) = parts(call(lambda client: client.t.op(f=value)))
        assert fields == {"name": "f", **expected}
        assert content in {b"J", b"Sg=="}


@pytest.mark.parametrize(
    ("schema", "encoding", "value", "expected"),
    [
        ("{type: array, items: {type: string}}", "", ["x", "y"], [("f", "x"), ("f", "y")]),
        ("{type: array, items: {type: string}}", "explode: false", ["x", "y"], [("f", "x,y")]),
        ("{type: array, items: {type: string}}", "style: spaceDelimited", ["x&", "y=,"], [("f", "x& y=,")]),
        ("{type: array, items: {type: string}}", "style: pipeDelimited", ["x", "ü"], [("f", "x|ü")]),
        ("{type: array, items: {type: string}}", "contentType: application/json", ["x", "y"], [("f", '["x","y"]')]),
        (
            "{type: array, items: {type: array, items: {type: integer}}}",
            "",
            [[1, 2], [3]],
            [("f", "[1,2]"), ("f", "[3]")],
        ),
        (ADDRESS, "", {"zip_code": "1"}, [("f", '{"zipCode":"1"}')]),
        (ADDRESS, "style: form", {"zip_code": "1"}, [("zipCode", "1")]),
        (ADDRESS, "style: deepObject", {"zip_code": "1", "all": [2]}, [("f[zipCode]", "1"), ("f[all]", "2")]),
        ("{type: string}", "contentType: text/plain; charset=iso-8859-1", "ü", [("f", "ü")]),
        ("{}", "contentType: application/json; charset=iso-8859-1", {"a": "ü"}, [("f", '{"a":"\\u00fc"}')]),
    ],
)
def test_parts_are_written_as_their_encoding_says(
    calls: Calls, schema: str, encoding: str, value: object, expected: list[tuple[str, str]]
):
    charset = "latin-1" if "charset" in encoding else "utf-8"
    with calls(in_both_ways(schema, media_type="multipart/form-data", encoding=f"{{f: {{{encoding}}}}}")) as call:
        for send in (lambda client: client.t.op(f=value), lambda client: client.t.whole(body={"f": value})):
            found = parts(call(send))
            assert [(fields["name"], content.decode(charset)) for fields, content in found] == expected


def test_the_name_of_a_part_that_cannot_be_sent_is_refused(calls: Calls):
    with calls(post("{type: object, properties: {a: {type: string}}}", media_type="multipart/form-data")) as call:
        call.refuses(
            lambda client: client.with_options(extra_body={"\ud800": "1"}).t.op(a="1"), "half of a surrogate pair"
        )


def test_the_header_fields_of_parts_can_be_given(calls: Calls):
    body = "{type: object, required: [a], properties: {a: {type: string}, b: {type: array, items: {type: string, format: binary}}}}"
    headers = "{X-Id: {required: true, schema: {type: integer}}, X-Of: {schema: {type: array, items: {type: string}}}}"
    encoding = f"{{a: {{headers: {headers}}}, b: {{headers: {headers}}}}}"
    with calls(post(body, media_type="multipart/form-data", encoding=encoding)) as call:
        found = parts(call(lambda client: client.t.op(a="A", a_x_id=1, b=[b"1", b"2"], b_x_id=2, b_x_of=["p", "q"])))
        assert [{name: text for name, text in fields.items() if name[0] == "x"} for fields, _ in found] == [
            {"x-id": "1"},
            *[{"x-id": "2", "x-of": "p,q"}] * 2,
        ]
        assert (
            len(parts(call(lambda client: client.t.op(a="A", a_x_id=1, b=[b"1"])))) == 2
        )  # their signature lets it be
        call.refuses(lambda client: client.t.op(a="A", a_x_id="1\r\nX: 2"), "control character")
        with pytest.raises(TypeError, match="a_x_id"):
            call.result(lambda client: client.t.op(a="A"))


@pytest.mark.parametrize("value", [b"x", ("a.txt", b"x"), ("a", b"x")])
def test_a_file_of_a_range_is_refused_where_nothing_tells_its_media_type(calls: Calls, value: object):
    body = f"{{type: object, properties: {{f: {BINARY}}}}}"
    with calls(post(body, media_type="multipart/form-data", encoding="{f: {contentType: image/*}}")) as call:
        call.refuses(lambda client: client.t.op(f=value), r"nothing tells which media type of image/\* is sent")


@pytest.mark.parametrize("media_type", ['te"xt', "text", "", "image/png\r\nX: y", "image/pñg"])
def test_what_is_no_media_type_is_refused(calls: Calls, media_type: str):
    body = f"{{type: object, properties: {{f: {BINARY}}}}}"
    with calls(post(body, media_type="multipart/form-data")) as call:
        call.refuses(lambda client: client.t.op(f=("a", b"x", media_type)), "media type|control character")


def test_a_body_whose_media_type_is_a_range_has_one(calls: Calls, tmp_path: Path):
    picture = tmp_path / "a.png"
    picture.write_bytes(b"P")
    with calls(post(IMAGE, media_type="image/*")) as call:
        for given, expected in (
            (picture, "image/png"),
            ((b"J", "image/jpeg"), "image/jpeg"),
        ):
            request = call(lambda client, given=given: client.t.op(body=given))
            assert request.headers["content-type"] == expected
        call.refuses(lambda client: client.t.op(body=b"?"), r"nothing tells which media type of image/\* is sent")
        call.refuses(lambda client: client.t.op(body=(b"x", "text/plain")), r"has to be one of image/\*")
        call.refuses(lambda client: client.t.op(body=(b"x", "image/png\r\nX: y")), "a line break")
        call.refuses(lambda client: client.t.op(body=(b"x", "image/png x")), "has to be as in image/png")


def test_lists_in_the_forms_of_swagger_are_joined(calls: Calls):
    lists = "{in: formData, type: array, items: {type: string}"
    text = f"""\
swagger: '2.0'
info: {{title: Small, version: '1'}}
host: s.example
schemes: [https]
paths:
  /x: {{post: {{operationId: op, tags: [t], consumes: [multipart/form-data], parameters: [{lists}, name: a}}, {lists}, name: b, collectionFormat: multi}}, {lists}, name: c, collectionFormat: pipes}}], {NOTHING}}}}}
"""
    with calls("", whole=text) as call:
        found = parts(call(lambda client: client.t.op(a=["x", "y"], b=["x", "y"], c=["x", "y"])))
        assert [(fields["name"], content) for fields, content in found] == [
            ("a", b"x,y"),
            ("b", b"x"),
            ("b", b"y"),
            ("c", b"x|y"),
        ]


MEMBERS = """\
{type: object, required: [r, rn], properties: {r: {type: string}, rn: {type: [string, 'null']}, o: {type: string},
  on: {type: [string, 'null']}, in: {type: object, required: [b], properties: {a: {type: [string, 'null']}, b: {type: string}}}}}
"""


def test_none_and_absent_are_two_things_in_a_body(calls: Calls):
    with calls(post(MEMBERS.replace("\n", ""))) as call:
        unset = call.package.UNSET
        assert call(lambda client: client.t.op(r="r", rn=None)).json == {"r": "r", "rn": None}
        sent = call(lambda client: client.t.op(r="r", rn="n", o=unset, on=None, in_={"a": None, "b": "b"})).json
        assert sent == {"r": "r", "rn": "n", "on": None, "in": {"a": None, "b": "b"}}
        sent = call(lambda client: client.t.op(r="r", rn="n", on=unset, in_={"a": unset, "b": "b"})).json
        assert sent == {"r": "r", "rn": "n", "in": {"b": "b"}}
        call.refuses(lambda client: client.t.op(r=None, rn=None), "'r' is required")
        call.refuses(lambda client: client.t.op(r="r", rn=None, o=None), "'o' may not be None")
        call.refuses(lambda client: client.t.op(r="r", rn=unset), "'rn' is required")
        call.refuses(lambda client: client.t.op(r="r", rn=None, in_={"b": None}), "'b' may not be None")


@pytest.mark.parametrize("media_type", [FORM, "multipart/form-data"])
def test_forms_have_no_null(calls: Calls, media_type: str):
    body = "{type: object, properties: {a: {type: [string, 'null']}, f: {type: string, format: binary}}}"
    with calls(post(body, media_type=media_type)) as call:
        assert call(lambda client: client.t.op(a="x")).body
        call.refuses(lambda client: client.t.op(a=None), "'a' may not be None")
        call.refuses(lambda client: client.t.op(f=None), "'f' may not be None")


def test_parameters_have_no_null(calls: Calls):
    with calls(get("{name: a, in: query, schema: {type: [string, 'null']}}")) as call:
        assert call(lambda client: client.t.op(a=None)).target == "/x"


def test_a_call_of_any_route_sends_null(calls: Calls):
    with calls(get()) as call:
        assert call(lambda client: client.request("POST", "/x", json=None)).body == b"null"
        assert call(lambda client: client.request("POST", "/x")).body == b""


def test_the_headers_of_the_caller_win(calls: Calls):
    more = "security: [{k: []}]\ncomponents: {securitySchemes: {k: {type: http, scheme: bearer}}}"
    cookie = (
        "parameters: [{name: c, in: cookie, schema: {type: string}}, {name: X-A, in: header, schema: {type: string}}], "
    )
    paths = post(MEMBERS.replace("\n", "")).replace("operationId", cookie + "operationId")
    with calls(paths, more=more) as call:
        given = {
            "Content-Type": "application/x-own+json",
            "accept": "text/csv",
            "AUTHORIZATION": "Own x",
            "Cookie": "o=1",
        }
        call.make(token="t", headers={"X-A": "client", "User-Agent": "me"})  # noqa: S106 - made up
        headers = call(lambda client: client.t.op(r="r", rn=None, c="2"), headers=given).headers
        assert (headers["content-type"], headers["accept"]) == ("application/x-own+json", "text/csv")
        assert (headers["authorization"], headers["cookie"]) == ("Own x", "o=1; c=2")
        assert (headers["x-a"], headers["user-agent"]) == ("client", "me")
        headers = call(lambda client: client.t.op(r="r", rn=None, x_a="call")).headers
        assert (headers["x-a"], headers["authorization"]) == ("call", "Bearer t")
        assert (
            call(lambda client: client.t.op(r="r", rn=None, x_a="call"), extra_headers={"X-A": "x"}).headers["x-a"]
            == "x"
        )


@pytest.mark.parametrize(
    ("scheme", "header"),
    [
        ("{type: http, scheme: bearer}", "Authorization"),
        ("{type: http, scheme: basic}", "authorization"),
        ("{type: http, scheme: digest}", "Authorization"),
        ("{type: apiKey, in: header, name: X-Key}", "x-key"),
        ("{type: oauth2, flows: {clientCredentials: {tokenUrl: /token, scopes: {}}}}", "Authorization"),
    ],
)
def test_a_header_field_of_the_caller_is_credential_enough(calls: Calls, scheme: str, header: str):
    with calls(get(), more=f"security: [{{k: []}}]\ncomponents: {{securitySchemes: {{k: {scheme}}}}}") as call:
        with pytest.raises(call.package.ConfigurationError, match="Pass "):
            call.result(lambda client: client.t.op())
        request = call(lambda client: client.t.op(), headers={header: "own"})
        assert (request.target, request.headers[header.lower()]) == ("/x", "own")
        assert len(call.server.requests) == 1


def test_a_body_of_several_parts_says_its_media_type_itself(calls: Calls):
    with calls(post("{type: object, properties: {a: {type: string}}}", media_type="multipart/form-data")) as call:
        with pytest.raises(ValueError, match="leave out the header field Content-Type"):
            call(lambda client: client.t.op(a="1"), headers={"Content-Type": "multipart/form-data"})
        given = {"Content-Type": "multipart/form-data; boundary=own"}
        assert call(lambda client: client.t.op(a="1"), headers=given).body.startswith(b"--own\r\n")


@pytest.mark.parametrize(
    ("media_type", "body"),
    [
        ("application/json", b'{"a":1,"b":[{"c":null}]}'),
        (FORM, b"a=1&b=%7B%22c%22%3Anull%7D"),
    ],
)
def test_there_is_a_way_past_the_description(calls: Calls, media_type: str, body: bytes):
    schema = "{type: object, properties: {a: {type: integer}, b: {type: string}}, additionalProperties: true}"
    query = "parameters: [{name: q, in: query, schema: {type: string}}], "
    paths = post(schema, media_type=media_type).replace("operationId", query + "operationId")
    with calls(paths) as call:
        past = {"extra_query": {"q": ["x", "y"], "z": 1}, "extra_body": {"b": [{"c": None}]}}
        request = call(lambda client: client.t.op(a=1, b="described", q="w"), **past)
        assert (request.target, request.body) == ("/x?q=x&q=y&z=1", body)
        assert request.headers["content-type"] == media_type


def test_parts_can_be_added_past_the_description(calls: Calls):
    with calls(post("{type: object, properties: {a: {type: string}}}", media_type="multipart/form-data")) as call:
        found = parts(call(lambda client: client.t.op(a="1"), extra_body={"a": "2", "b": ("f.txt", b"3")}))
        assert [(fields["name"], content) for fields, content in found] == [("a", b"2"), ("b", b"3")]
        unset = {"a": call.package.UNSET, "b": "3"}
        found = parts(call(lambda client: client.t.op(a="1"), extra_body=unset))
        assert [(fields["name"], content) for fields, content in found] == [("b", b"3")]


def test_members_cannot_be_added_to_what_has_none(calls: Calls):
    with calls(post("{type: array, items: {type: integer}}")) as call:
        client = call.client.with_options(extra_body={"a": 1})
        call.refuses(lambda _: client.t.op(body=[1]), "has to be a JSON object or a form")


def test_pages_move_on_past_the_description(calls: Calls):
    page = "{name: page, in: query, schema: {type: integer}}"
    answer = "responses: {'200': {description: d, content: {application/json: {schema: {type: object, properties: {items: {type: array, items: {type: integer}}, more: {type: boolean}}}}}}}"
    paths = f"  /x: {{get: {{operationId: op, tags: [t], x-specloom: {{pagination: p}}, parameters: [{page}], {answer}}}}}\n"
    more = "x-specloom: {pagination: {p: {style: page, page: page, items: /items, more: /more}}}"
    with calls(paths, more=more, answer={"items": [1], "more": True}) as call:
        client = call.client.with_options(extra_query={"page": 3, "own": "x"})
        with pytest.raises(call.package.PagingError, match="the same page again"):  # as this server does
            call.result(lambda _: client.t.op())
        assert call.server.targets == ["GET /x?page=3&own=x", "GET /x?page=4&own=x"]


def test_a_preview_is_what_would_be_sent(calls: Calls):
    more = "security: [{k: []}]\ncomponents: {securitySchemes: {k: {type: http, scheme: bearer}}}"
    with calls(post(MEMBERS.replace("\n", "")), more=more) as call:
        client = call.client.with_options(extra_query={"q": 1}, headers={"X-A": "b"})
        request = call.result(lambda _: client.preview(client.t.op, r="r", rn=None))
        assert (request.method, request.url.raw_path, request.content) == ("POST", b"/x?q=1", b'{"r":"r","rn":null}')
        assert (request.headers["x-a"], request.headers["content-type"]) == ("b", "application/json")
        assert "authorization" not in request.headers
        call.refuses(lambda _: client.preview(client.t.op, r=None, rn=None), "'r' is required")
        assert call.server.requests == []


async def later(pieces: list[bytes]) -> AsyncIterator[bytes]:
    for piece in pieces:
        await asyncio.sleep(0)
        yield piece


@pytest.mark.parametrize("kind", ["path", "open file", "file in memory", "list", "generator", "asynchronous", "bytes"])
def test_both_clients_send_what_holds_bytes(calls: Calls, tmp_path: Path, kind: str):
    pieces = [b"a" * 100_000, b"b" * 7]
    file = tmp_path / "a.bin"
    file.write_bytes(b"".join(pieces))
    given: dict[str, Callable[[], Any]] = {
        "path": lambda: file,
        "open file": lambda: file.open("rb"),
        "file in memory": lambda: BytesIO(file.read_bytes()),
        "list": lambda: pieces,
        "generator": lambda: (piece for piece in pieces),
        "asynchronous": lambda: later(pieces),
        "bytes": lambda: memoryview(b"".join(pieces)),
    }
    with calls(post("{}", media_type="application/octet-stream")) as call:
        body = given[kind]()
        request = call(lambda client: client.t.op(body=body))
        if kind == "open file":
            body.close()
        assert request.body == b"".join(pieces)
        known = kind not in {"list", "generator", "asynchronous"}
        assert ("content-length" in request.headers, "transfer-encoding" in request.headers) == (known, not known)


def test_an_open_file_is_sent_from_where_it_stands_and_a_path_again(calls: Calls, tmp_path: Path):
    file = tmp_path / "a.bin"
    file.write_bytes(b"0123456789")
    with calls(post("{}", media_type="application/octet-stream")) as call:
        with file.open("rb") as opened:
            opened.seek(4)
            assert call(lambda client: client.t.op(body=opened)).body == b"456789"
        call.server.requests.clear()
        call.server.fail_next(status=429, headers={"Retry-After": "0"})
        call.result(lambda client: client.t.op(body=file))
        assert [request.body for request in call.server.requests] == [b"0123456789"] * 2
        with file.open() as text, pytest.raises(TypeError, match="binary mode"):
            call.result(lambda client: client.t.op(body=text))
        with pytest.raises(FileNotFoundError):
            call.result(lambda client: client.t.op(body=tmp_path / "none"))


class Counting(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Counts the bytes of each body."""

    def __init__(self) -> None:
        self.received: list[int] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.received.append(sum(len(piece) for piece in cast("Iterator[bytes]", request.stream)))
        return httpx.Response(204)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        number = 0
        async for piece in cast("AsyncIterator[bytes]", request.stream):
            number += len(piece)
        self.received.append(number)
        return httpx.Response(204)


def test_a_file_is_not_held_while_it_is_sent(calls: Calls, tmp_path: Path):
    size = 40_000_000
    file = tmp_path / "large.bin"
    with file.open("wb") as opened:
        opened.truncate(size)
    body = "{type: object, properties: {f: {type: string, format: binary}}}"
    paths = post("{}", media_type="application/octet-stream") + post(body, media_type="multipart/form-data").replace(
        "/x", "/y"
    ).replace("op,", "parts,")
    with calls(paths) as call:
        counting = Counting()
        call.make(transport=counting)
        call.result(lambda client: client.t.op(body=b"warm"))
        tracemalloc.start()
        try:
            call.result(lambda client: client.t.op(body=file))
            call.result(lambda client: client.t.parts(f=file))
            held = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert counting.received[1] == size
        assert counting.received[2] > size
        assert held < 4_000_000


ONE = "{type: object, properties: {userName: {type: string}, x: {type: string}}}"
TWO = "{type: object, required: [kind], properties: {user_name: {type: string}, kind: {type: string}}}"


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        ({"user_name": "n", "kind": "k"}, {"user_name": "n", "kind": "k"}),
        ({"user_name": "n", "x": "x"}, {"userName": "n", "x": "x"}),
        ({"user_name": "n"}, {"userName": "n"}),
        ([{"user_name": "n", "kind": "k"}, {"user_name": "n"}], [{"user_name": "n", "kind": "k"}, {"userName": "n"}]),
        ({"any": {"user_name": "n"}}, {"any": {"user_name": "n"}}),
    ],
)
def test_objects_of_unions_have_the_names_of_what_they_are(calls: Calls, value: object, sent: object):
    anything = "{type: object, required: [any], properties: {any: {type: object}}}"
    with calls(
        post(f"{{oneOf: [{ONE}, {TWO}, {anything}, {{type: array, items: {{oneOf: [{ONE}, {TWO}]}}}}]}}")
    ) as call:
        assert call(lambda client: client.t.op(body=value)).json == sent


@pytest.mark.parametrize("discriminator", [", discriminator: {propertyName: theKind}", ""])
@pytest.mark.parametrize("tag", ["{type: string, enum: [%s]}", "{$ref: '#/components/schemas/%sKind'}"])
@pytest.mark.parametrize("kinds", ["AB", "ab"])
def test_a_tag_says_what_an_object_is(calls: Calls, discriminator: str, tag: str, kinds: str):
    members = [
        f"{name}: {{type: object, required: [theKind], properties: {{theKind: {tag % kind}, {key}: {{type: integer}}}}}}"
        for name, kind, key in zip("AB", kinds, ("theSum", "the_sum"), strict=True)
    ]
    members += [f"{kind}Kind: {{type: string, enum: [{kind}]}}" for kind in kinds]
    refs = "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]" + discriminator + "}"
    with calls(post(refs), more=f"components: {{schemas: {{{', '.join(members)}}}}}") as call:
        for kind, key in zip(kinds, ("theSum", "the_sum"), strict=True):
            sent = call(lambda client, kind=kind: client.t.op(body={"the_kind": kind, "the_sum": 1})).json
            assert sent == {"theKind": kind, key: 1}


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        (1, 1),
        (True, True),
        ("s", "s"),
        (dt.date(2026, 1, 2), "2026-01-02"),
        ([{"x_y": 1}], [{"x-y": 1}]),
        ({"x_y": True}, {"x_y": True}),
        (None, None),
    ],
)
@pytest.mark.parametrize("required", ["value", "other"])
def test_what_a_member_holds_says_which_object_it_is_in(calls: Calls, given: object, sent: object, required: str):
    rows = "{type: array, items: {type: object, properties: {x-y: {type: integer}}}}"
    rest = "{type: object, properties: {x_y: {type: boolean}}}"
    kinds = [
        "{type: integer}",
        "{type: boolean}",
        "{type: [string, 'null'], format: date}",
        "{type: string}",
        rows,
        rest,
    ]
    objects = [
        f"{{type: object, required: [{required}], properties: {{value: {kind}, other: {{type: integer}}}}}}"
        for kind in kinds
    ]
    with calls(post(f"{{oneOf: [{', '.join(objects)}]}}")) as call:
        body = {"value": given, "other": 1}
        assert call(lambda client: client.t.op(body=body)).json == {"value": sent, "other": 1}
