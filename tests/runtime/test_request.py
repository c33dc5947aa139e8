from collections.abc import Callable
from functools import partial
from io import BytesIO
from itertools import repeat
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, cast
from unittest.mock import ANY

import pytest
from runtime.configuration import Configuration
from runtime.features.content import Content, Joined, write_content
from runtime.features.cookies import add_cookie
from runtime.features.forms import add_form_field, write_form
from runtime.features.multipart import add_file, add_part, write_parts
from runtime.features.reserved import RESERVED_IN_QUERY
from runtime.features.shapes import Shape
from runtime.features.styles import deep_object
from runtime.request import Request
from runtime.unset import UNSET


def get(value: object, route: str = "/orders/{id}.json"):
    request = Request("GET", route)
    request.path("id", value)
    return request.target()


@pytest.mark.parametrize("value", [None, UNSET])
def test_parameters_that_are_json_text_are_left_out_as_others_are(value: object):
    request = Request("GET", "/")
    request.header("X-Filter", value, json=True)
    request.query("filter", value, json=True)
    add_cookie(request, "filter", value, json=True)
    assert (request.headers, request.target()) == ({}, "/")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (7, "/orders/7.json"),
        ("a/b?c#d", "/orders/a%2Fb%3Fc%23d.json"),
        ("ü\n\\", "/orders/%C3%BC%0A%5C.json"),
        ("..", "/orders/...json"),
        ("{id}", "/orders/%7Bid%7D.json"),
        (True, "/orders/true.json"),
    ],
)
def test_path_values_stay_in_their_segment(value: object, expected: object):
    assert get(value) == expected


@pytest.mark.parametrize("route", ["/orders/{id}", "/orders/{id}/lines", "/x{id}/../y"])
@pytest.mark.parametrize(
    "value", ["..", ".", "%2e%2e", "%252E%2e", "a/../b", "a\\..\\b", "../../admin", "%2e%2e%2fadmin"]
)
def test_dot_segments_are_refused(value: object, route: str):
    with pytest.raises(ValueError, match=r"'\.' or '\.\.'"):
        get(value, route)


def test_dots_may_not_join_with_literal_text():
    request = Request("GET", "/{a}{b}")
    request.path("a", ".")
    request.path("b", ".")
    with pytest.raises(ValueError, match="may not be"):
        request.target()


@pytest.mark.parametrize("value", ["", None, UNSET, [], {}])
def test_empty_path_values_are_refused(value: object):
    with pytest.raises(ValueError, match="'id' may not be empty"):
        get(value)


def test_missing_path_values_are_refused():
    with pytest.raises(ValueError, match="without a value"):
        Request("GET", "/orders/{id}").target()


def test_query_parameters_keep_their_order_and_are_left_out_when_none():
    request = Request("GET", "/orders")
    request.query("b", [1, 2])
    request.query("a", None)
    request.query("c", ["x", "y"], explode=False)
    request.query("filter", {"a": 1}, json=True)
    assert request.target() == "/orders?b=1&b=2&c=x,y&filter=%7B%22a%22%3A1%7D"
    assert request.again("b", 3).target() == "/orders?b=3&c=x,y&filter=%7B%22a%22%3A1%7D"
    assert request.queried("b") == "1&b=2"


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\nb", "a\rb", "a\0b", "a\x7fb"])
def test_line_breaks_are_refused_in_headers_and_cookies(value: object):
    request = Request("GET", "/")
    with pytest.raises(ValueError, match="control character"):
        request.header("X-Note", value)
    with pytest.raises(ValueError, match="control character"):
        add_cookie(request, "note", value)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("X Note", "a", "a header field cannot be called 'X Note'"),
        ("", "a", "a header field cannot be called ''"),
        ("X-Note", None, "the value of the header field 'X-Note' has to be a text"),
        ("X-Note", 1, "the value of the header field 'X-Note' has to be a text"),
    ],
)
def test_what_is_no_header_field_is_refused_wherever_it_is_given(name: str, value: object, words: str):
    request = Request("GET", "/")
    with pytest.raises(ValueError, match=words):
        request.extend({}, cast("Any", {name: value}), {})
    with pytest.raises(ValueError, match=words):
        Configuration(base_url="https://api.example", headers=cast("Any", {name: value}))


def test_headers_outside_of_latin_1_are_refused_without_showing_the_value():
    with pytest.raises(ValueError, match="'X-Note' has characters outside of Latin-1") as caught:
        Request("GET", "/").header("X-Note", "€uro")
    assert "uro" not in str(caught.value)


HALF = "x\ud800"


@pytest.mark.parametrize(
    ("write", "what"),
    [
        (lambda request: request.path("id", HALF), "the path parameter 'id'"),
        (lambda request: request.path("id", {"a": HALF}, json=True), "the path parameter 'id'"),
        (lambda request: request.query("q", HALF), "the query parameter 'q'"),
        (lambda request: request.query("q", [HALF]), "the query parameter 'q'"),
        (lambda request: request.query("q", {HALF: 1}, style=deep_object), "the query parameter 'q'"),
        (lambda request: request.query("q", HALF, escape=RESERVED_IN_QUERY), "the query parameter 'q'"),
        (lambda request: request.query("q", {"a": HALF}, json=True), "the query parameter 'q'"),
        (lambda request: request.header("X-A", HALF), "the header field 'X-A'"),
        (lambda request: add_cookie(request, "c", HALF), "the cookie 'c'"),
        (lambda request: add_cookie(request, "c", [HALF], json=True), "the cookie 'c'"),
        (lambda request: add_form_field(request, "f", {"a": [HALF]}), "the form field 'f'"),
        (lambda request: add_part(request, "p", HALF), "the part 'p'"),
        (lambda request: add_part(request, "p", {"a": [1, HALF]}), "the JSON value at '/a/1'"),
        (lambda request: add_file(request, "p", (HALF, b"a")), "the part 'p'"),
        (lambda request: add_file(request, "p", ("a", HALF)), "the part 'p'"),
        (lambda request: write_content(request, HALF, "text/plain"), "the body"),
        (lambda request: request.json({"a": [{"b": HALF}]}), "the JSON value at '/a/0/b'"),
        (lambda request: request.json({"a": {HALF: 1}}), r"the JSON value at '/a/x\\ud800'"),
        (lambda request: request.json(HALF), "the JSON value at ''"),
    ],
)
def test_half_of_a_character_is_refused_by_name(write: Callable[[Request], object], what: str):
    request = Request("POST", "/x/{id}")

    def send() -> None:
        write(request)
        request.seal()
        if request.write is not None:
            request.write("text/plain")

    with pytest.raises(ValueError, match=what) as caught:
        send()
    assert type(caught.value) is ValueError
    assert HALF not in str(caught.value)


def test_half_of_a_character_in_a_part_that_is_json_is_told_with_the_part():
    with pytest.raises(ValueError, match="the JSON value at '/a'") as caught:
        add_part(Request("POST", "/"), "p", {"a": HALF})
    assert caught.value.__notes__ == ["in the part 'p'"]


def test_half_of_a_character_in_a_member_is_refused_by_name():
    request = Request("POST", "/x")
    request.field("name", "Ada")
    request.field("note", {"text": HALF})
    with pytest.raises(ValueError, match="the JSON value at '/note/text'"):
        request.seal()


def test_json_members():
    request = Request("PUT", "/orders/1")
    request.field("revision", 3)
    request.field("left_out", UNSET)
    request.field("note", None, nullable=True)
    request.field("unset", UNSET, nullable=True)
    request.field("store", {"shop_id": 1}, Shape(names={"shop_id": "shopId"}))
    request.seal()
    assert request.body == b'{"revision":3,"note":null,"store":{"shopId":1}}'
    assert request.defaults["content-type"] == ("Content-Type", "application/json")


def test_a_body_without_members_is_an_empty_object():
    request = Request("PUT", "/orders/1")
    request.field("note", UNSET)
    request.seal()
    assert request.body == b"{}"


def test_form_fields():
    request = Request("POST", "/orders")
    add_form_field(request, "name", "A & B")
    add_form_field(request, "address", {"city": "London"})
    add_form_field(request, "left_out", UNSET)
    request.seal()
    assert request.body == "name=A+%26+B&address=%7B%22city%22%3A%22London%22%7D"


def test_parts(tmp_path: Path):
    path = tmp_path / "photo.jpg"
    path.write_bytes(b"jpg")
    request = Request("POST", "/files")
    add_part(request, "note", "hi")
    add_part(request, "count", 3)
    add_part(request, "meta", {"a": 1})
    add_part(request, "data", b"raw", content_type="image/png")
    add_part(request, "file", [path, ("b.txt", b"text", "text/plain")])
    add_part(request, "left_out", UNSET)
    assert request.parts == [
        ("note", (None, "hi", None, {})),
        ("count", (None, "3", None, {})),
        ("meta", (None, b'{"a":1}', "application/json", {})),
        ("data", ("data", b"raw", "image/png", {})),
        ("file", ("photo.jpg", ANY, None, {})),
        ("file", ("b.txt", b"text", "text/plain", {})),
    ]
    file: Any = request.parts[4][1][1]
    assert [file.read(), file.seek(0), file.read(2), file.read(), file.read()] == [b"jpg", 0, b"jp", b"g", b""]
    assert request.repeatable


NAMES = Shape({"file_data": "fileData", "meta_data": "metaData"}, lambda: {"meta_data": Shape({"shot_at": "shotAt"})})


def test_parts_of_a_renamed_object_keep_bytes_and_files():
    request = Request("POST", "/files")
    value = {"file_data": b"\x00\xff", "meta_data": {"shot_at": 1}, "unset": UNSET, "n": "x"}
    image = partial(add_part, content_type="image/png")
    write_parts(request, value, NAMES, fields={"fileData": image, "n": partial(add_part, content_type="text/csv")})
    assert request.parts == [
        ("fileData", ("fileData", b"\x00\xff", "image/png", {})),
        ("metaData", (None, b'{"shotAt":1}', "application/json", {})),
        ("n", (None, "x", "text/csv", {})),
    ]


def test_the_media_type_that_an_upload_brings_counts():
    request = Request("POST", "/files")
    add_part(request, "file", ("m.txt", b"text", "text/plain"), content_type="image/png")
    add_part(request, "file", ("m.png", b"png"), content_type="image/png")
    add_part(request, "meta", {"a": 1}, content_type="application/vnd.meta+json")
    assert [content_type for _, (_, _, content_type, _) in request.parts] == [
        "text/plain",
        "image/png",
        "application/vnd.meta+json",
    ]


def test_a_list_of_parts_is_renamed_inside():
    request = Request("POST", "/files")
    add_part(request, "meta", [{"shot_at": 1}, {"shot_at": 2}], Shape({"shot_at": "shotAt"}))
    assert [content for _, (_, content, _, _) in request.parts] == [b'{"shotAt":1}', b'{"shotAt":2}']


def test_forms_of_a_renamed_object():
    request = Request("POST", "/orders")
    write_form(request, {"meta_data": {"shot_at": 1}, "file_data": "x"}, NAMES)
    request.seal()
    assert request.body == "metaData=%7B%22shotAt%22%3A1%7D&fileData=x"


@pytest.mark.parametrize(
    ("data", "repeatable"),
    [
        (b"x", True),
        ("x", True),
        ([b"x"], True),
        (iter([b"x"]), False),
        (BytesIO(b"x"), False),
        (repeat(b"x", 2), False),
    ],
)
def test_one_shot_bodies_are_known(data: Content, repeatable: bool):
    request = Request("PUT", "/file")
    write_content(request, data, "text/plain")
    assert request.repeatable is repeatable


@pytest.mark.parametrize(
    ("method", "declared", "expected"),
    [("GET", None, True), ("PUT", None, True), ("DELETE", None, True), ("POST", None, False), ("PATCH", None, False),
     ("POST", True, True), ("PUT", False, False)],
)  # fmt: skip
def test_idempotency_is_the_methods_unless_declared(method: str, declared: bool | None, expected: object):
    assert Request(method, "/", idempotent=declared).idempotent is expected


@pytest.mark.parametrize(
    "write",
    [
        lambda request: request.field("x", None),
        lambda request: request.field(
            "x", {"x_y": {"z": None}}, Shape({}, lambda: {"x_y": Shape({"z": "x"}, given=("z",))})
        ),
        lambda request: request.json([{"x": None}], Shape(given=("x",))),
        lambda request: add_form_field(request, "x", None),
        lambda request: add_part(request, "x", None),
        lambda request: add_file(request, "x", None),
        lambda request: write_form(request, {"x": None}),
        lambda request: write_parts(request, {"y": {"x": None}}, Shape({}, lambda: {"y": Shape(given=("x",))})),
    ],
)
def test_none_is_refused_where_null_is_no_value(write: Callable[[Request], object]):
    with pytest.raises(ValueError, match="'x' may not be None"):
        write(Request("POST", "/"))


@pytest.mark.parametrize(
    "write", [Request.json, lambda request, body: write_content(request, body, "text/csv"), write_form, write_parts]
)
def test_none_is_no_body(write: Callable[[Request, None], object]):
    with pytest.raises(ValueError, match="'body' may not be None"):
        write(Request("POST", "/"), None)


def written(request: Request) -> bytes:
    """Return the body of a request of several parts."""
    assert request.write is not None
    body = request.write(request.defaults["content-type"][1])
    assert isinstance(body, Joined)
    whole = b"".join(body)
    assert body.size in {None, len(whole)}
    return whole


@pytest.mark.parametrize("add", [partial(add_file, several=True), add_part])
def test_each_of_several_files_is_sent_with_a_media_type_of_its_own(add: Callable[[Request, str, object], None]):
    request = Request("POST", "/")
    add(request, "files", [("a.pdf", b"1", "application/pdf"), ("b.png", b"2", "image/png")])
    assert [line for line in written(request).decode().splitlines() if line.startswith("Content-Type")] == [
        "Content-Type: application/pdf",
        "Content-Type: image/png",
    ]


def test_a_text_is_the_content_of_a_file():
    request = Request("POST", "/")
    add_file(request, "file", "ü", content_type="text/csv")
    add_file(request, "several", ["a", b"b"], several=True)
    sent = written(request)
    for name, content in (("file", "ü".encode()), ("several", b"a"), ("several", b"b")):
        assert f'name="{name}"; filename="{name}"'.encode() in sent
        assert b"\r\n\r\n" + content + b"\r\n" in sent


async def pieces():
    yield b"a"
    yield b""
    yield bytearray(b"b")


@pytest.mark.parametrize("add", [add_file, partial(add_file, several=True), add_part])
@pytest.mark.parametrize("given", [lambda: ("f", pieces()), lambda: ("f", iter([b"a", b"", b"b"]))])
def test_a_part_comes_in_pieces_of_either_kind(
    add: Callable[[Request, str, object], None], given: Callable[[], object]
):
    request = Request("POST", "/")
    add(request, "f", given())
    assert b'name="f"; filename="f"\r\nContent-Type: application/octet-stream\r\n\r\nab\r\n--' in written(request)
    assert not request.repeatable


def test_a_part_that_comes_in_pieces_is_one_file():
    request = Request("POST", "/")
    add_file(request, "f", pieces())
    assert b"\r\n\r\nab\r\n--" in written(request)
    add_file(request, "g", ("n", iter(["x"])))
    with pytest.raises(TypeError, match="one is of the type str"):
        written(request)


@pytest.mark.parametrize("add", [partial(add_file, several=True), add_part])
def test_pieces_that_come_asynchronously_are_one_part_or_several(add: Callable[[Request, str, object], None]):
    request = Request("POST", "/")
    with pytest.raises(ValueError, match="'f' takes several parts here: put one"):
        add(request, "f", pieces())
    add(request, "f", [pieces(), b"c"])
    assert [part.partition(b"\r\n\r\n")[2] for part in written(request).split(b"\r\n--")[:-1]] == [b"ab", b"c"]


def test_a_part_in_whose_place_there_is_nothing_is_not_sent():
    request = Request("POST", "/")
    add_file(request, "f", b"1")
    add_part(request, "g", "2")
    request.extend({}, {}, {"g": []})
    assert b'name="g"' not in written(request)
    assert request.add_member is not None
    request.add_member(request, "f", [])
    assert (request.write, request.defaults) == (None, {})


@pytest.mark.parametrize("given", [lambda file: file, lambda file: ("a.txt", file)])
def test_a_file_in_text_mode_is_refused_behind_a_wrapper_too(given: Callable[[object], object]):
    with NamedTemporaryFile("w+") as file, pytest.raises(TypeError, match="open it in binary mode"):
        add_file(Request("POST", "/"), "f", given(file))
    with NamedTemporaryFile("w+") as file, pytest.raises(TypeError, match="open the file in binary mode"):
        write_content(Request("POST", "/"), cast("Content", file), "image/png")


def test_a_part_is_named_as_browsers_do():
    """RFC 7578, 5.1; WHATWG HTML: quotes and line breaks are percent-encoded."""
    request = Request("POST", "/")
    add_file(request, 'a"\r\n', ('ü"\\\n.txt', b"1"), headers={"X-A": "é"})
    head = 'form-data; name="a%22%0D%0A"; filename="ü%22\\\\%0A.txt"\r\nX-A: é\r\nContent-Type: text/plain\r\n\r\n1'
    assert f"Content-Disposition: {head}".encode() in written(request)
