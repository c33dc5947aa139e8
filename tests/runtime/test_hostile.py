"""Servers that mean harm: whatever they answer, a call ends in time, within bounds, and in an exception of its own."""

# ruff: noqa: ANN401, S301 - one face for two clients of unlike types; what is unpickled was pickled here

from __future__ import annotations

import copy
import gzip
import json
import pickle
import socket
import sys
import threading
import time
import zlib
from contextlib import contextmanager, suppress
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, Literal

import httpx
import pytest
from pydantic import Discriminator, Field, Tag
from runtime.client import AsyncClient, Client
from runtime.encoding import encode
from runtime.errors import (
    ApiError,
    CallError,
    MismatchError,
    MismatchWarning,
    TimedOutError,
    TooLargeError,
    TransportError,
)
from runtime.features.decimal_numbers import DecimalNumber
from runtime.features.either import DecimalOrText
from runtime.features.links import Link
from runtime.features.multipart import add_part, write_parts
from runtime.kinds import is_costly
from runtime.lenient import _build, construct
from runtime.model import Model
from runtime.problems import Problems
from runtime.request import Request

from .conftest import Mode

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

MEGABYTE = 1_000_000


class Node(Model):
    """Contains itself, in one way and in two."""

    n: int | None = None
    child: Node | None = None
    children: list[Node] | None = None
    alt: Node | Other | None = None


class Other(Model):
    """What else a node may contain."""

    n: str | None = None
    child: Node | None = None
    alt: Node | Other | None = None


Node.model_rebuild()
Other.model_rebuild()


@contextmanager
def serving(answer: Callable[[socket.socket], None]) -> Iterator[str]:
    """Answer each connection, once the head of its request is read, by what `answer` does with it."""
    done = threading.Event()

    def handle(connection: socket.socket) -> None:
        with connection, suppress(OSError):
            while (seen := connection.recv(65_536, socket.MSG_PEEK)) and b"\r\n\r\n" not in seen:
                time.sleep(0.001)
            if seen:
                connection.recv(seen.find(b"\r\n\r\n") + 4)  # the head alone
                answer(connection)

    def accept() -> None:
        while not done.is_set():
            with suppress(OSError):
                threading.Thread(target=handle, args=(listener.accept()[0],), daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        host, port = listener.getsockname()
        thread = threading.Thread(target=accept)
        thread.start()
        try:
            yield f"http://{host}:{port}"
        finally:
            done.set()
            socket.create_connection((host, port)).close()  # nobody else may come any more
            thread.join()


def respond(body: bytes, *fields: str, status: int = 200) -> Callable[[socket.socket], None]:
    fields = fields or ("Connection: close",)
    head = "\r\n".join([f"HTTP/1.1 {status} Status", *fields, f"Content-Length: {len(body)}", "", ""])
    return lambda connection: connection.sendall(head.encode("latin-1") + body)


def answered(content: bytes, content_type: str = "application/json", status: int = 200):
    fields = [(b"content-type", content_type.encode("latin-1"))]
    return lambda _: httpx.Response(status, headers=fields, content=content)


def get(mode: Mode, handler: Any, kind: object = Any, **settings: object) -> Any:
    return mode.run(mode.resource(handler, **settings)._json(Request("GET", "/node"), kind))


def nested(depth: int, innermost: str = "{}", key: str = "child") -> bytes:
    return (f'{{"{key}":' * depth + innermost + "}" * depth).encode()


# Character sets

NO_CHARSETS = (
    "zlib", "bz2", "hex", "base64", "uu", "rot13", "quopri", "undefined", "idna", "punycode", "unicode_escape",
    "raw_unicode_escape", "utf-16", "utf-32", "no-such", "x" * 5000, '"zlib', "'bz2'", "a b", "..", "", "uti-\x008",
    "é", "mbcs", "zlib; charset=hex", "utf-8\x0c", "../../os", "%00", "=", "utf-8; q",
)  # fmt: skip


@pytest.mark.parametrize("charset", NO_CHARSETS)
@pytest.mark.parametrize("parameter", ["charset=", "CHARSET*=zlib''"])
def test_what_is_no_character_set_counts_as_utf_8(mode: Mode, parameter: str, charset: str):
    content_type = f"text/plain; {parameter}{charset}"
    resource = mode.resource(answered("é\ufffd!".encode() + b"\xff", content_type))
    with pytest.warns(MismatchWarning, match="some of its bytes are no text in utf-8, and are read as \ufffd"):
        assert mode.run(resource._text(Request("GET", "/text"))) == "é\ufffd!\ufffd"
    assert mode.run(resource._bytes(Request("GET", "/text"))) == "é\ufffd!".encode() + b"\xff"
    value = get(mode, answered(b'{"n": 1}', content_type.replace("text/plain", "application/json")), Node)
    assert value.n == 1


@pytest.mark.parametrize("charset", NO_CHARSETS)
@pytest.mark.parametrize("content", [b'{"message": "no"}', b"\xff\xfe\x00"])
def test_failures_in_no_character_set_are_api_errors(mode: Mode, charset: str, content: bytes):
    resource = mode.resource(answered(content, f"application/json; charset={charset}", 400))
    with pytest.raises(ApiError) as caught:
        mode.run(resource._nothing(Request("GET", "/text")))
    assert caught.value.status == 400
    assert caught.value.message in {"no", "\ufffd\ufffd\x00", "\ufffd", ""} or charset.startswith("utf")
    assert pickle.loads(pickle.dumps(caught.value)).response.text == caught.value.response.text


@pytest.mark.parametrize(
    ("charset", "codec"),
    [("latin-1", "latin-1"), ('"ISO-8859-15"', "iso-8859-15"), ("shift_jis", "shift_jis"), ("utf-16", "utf-16"),
     ("utf-16le", "utf-16le"), ("'koi8-r'", "koi8-r"), ("UTF-32", "utf-32"), ("cp437", "cp437")],
)  # fmt: skip
def test_character_sets_are_read(mode: Mode, charset: str, codec: str):
    text = "Я" if codec == "koi8-r" else "あ" if codec == "shift_jis" else "é"
    content_type = f"text/plain;charset={charset}"
    handler = answered(text.encode(codec), content_type)
    assert mode.run(mode.resource(handler)._text(Request("GET", "/text"))) == text
    handler = answered(json.dumps({"message": text}, ensure_ascii=False).encode(codec), content_type)
    assert get(mode, handler)["message"] == text


@pytest.mark.parametrize("charset", ["zlib", "undefined", "utf-8", "latin-1", "utf-16", "idna"])
def test_streams_of_text_end_in_text_or_our_errors(mode: Mode, charset: str):
    client = mode.client(answered(b"abc\xff" * 3, f"text/plain; charset={charset}"))

    def read() -> str:
        with client.stream("GET", "/text") as response:
            return "".join(response.iter_text())

    async def read_async() -> str:
        async with client.stream("GET", "/text") as response:
            return "".join([text async for text in response.aiter_text()])

    if charset == "utf-16":
        with pytest.raises(TransportError, match="character set"):
            mode.run(read_async()) if mode.asynchronous else read()
        return
    text = mode.run(read_async()) if mode.asynchronous else read()
    assert text == ("abcÿ" if charset == "latin-1" else "abc\ufffd") * 3


# Numbers that would take all memory, if they were written out


class Prices(Model):
    """Numbers of each kind."""

    i: int | None = None
    f: float | None = None
    d: DecimalNumber | None = None
    t: Decimal | None = None
    e: DecimalOrText | None = None
    u: int | str | None = None
    many: list[int] | None = None


@pytest.mark.parametrize("number", ["1e999999999", "-1e999999999999999999", "1e99999999999999999999"])
@pytest.mark.parametrize(
    ("name", "form"),
    [
        *((name, form) for name in ("i", "f", "d", "t", "e") for form in ("{}", '"{}"')),
        ("u", "{}"),
        ("many", "[{}]"),
        ("many", '[1, "{}"]'),
    ],
)
def test_exponents_beyond_all_use_are_told(mode: Mode, name: str, form: str, number: str):
    content = f'{{"{name}": {form.format(number)}}}'.encode()
    assert isinstance(get(mode, answered(content), Prices, on_mismatch="ignore"), Prices)
    with pytest.raises(MismatchError, match=name):
        get(mode, answered(content), Prices, on_mismatch="raise")


@pytest.mark.parametrize("number", ["1e-999999999", "1e-99999999999999999999", "1E-20000"])
def test_exponents_below_all_use_are_nothing_or_told(mode: Mode, number: str):
    prices = get(
        mode, answered(f'{{"f": {number}, "d": {number}, "i": {number}}}'.encode()), Prices, on_mismatch="ignore"
    )
    assert (prices.f, prices.d, prices.i) == (0, 0, 0)
    for text in (f'{{"t": "{number}"}}', f'{{"e": "{number}"}}'):
        with pytest.raises(MismatchError):
            get(mode, answered(text.encode()), Prices, on_mismatch="raise")


@pytest.mark.parametrize("number", [Decimal("1e-999999999"), Decimal("1e999999999"), Decimal("-1e20000")])
def test_they_are_not_sent_either(number: Decimal):
    with pytest.raises(ValueError, match="is no JSON number"):
        encode(number)


# Depth

DEPTHS = [203, 210, 700, 900, 3000, 100_000]


@pytest.mark.parametrize("depth", DEPTHS)
@pytest.mark.parametrize(("key", "innermost"), [("child", "{}"), ("alt", '{"n": "x"}'), ("surplus", '"\\ud800"')])
@pytest.mark.parametrize("kind", [Node, Any, Node | Other, dict[str, Any]])
def test_what_nests_too_deep_is_a_mismatch(mode: Mode, depth: int, key: str, innermost: str, kind: object):
    content = nested(depth, innermost, key)
    with pytest.raises(MismatchError, match="nests deeper than 200 levels") as caught:
        get(mode, answered(content), kind, on_mismatch="ignore")
    assert caught.value.response.content == content
    for error in (caught.value, pickle.loads(pickle.dumps(caught.value)), copy.deepcopy(caught.value)):
        assert len(f"{error}{error!r}") < 1000
    with pytest.raises(ValueError, match="nests deeper"):
        caught.value.response.json()


@pytest.mark.parametrize("depth", DEPTHS)
@pytest.mark.parametrize("key", ["error", "x"])
def test_failures_that_nest_too_deep_have_text_for_a_body(mode: Mode, depth: int, key: str):
    content = nested(depth, key=key)
    with pytest.raises(ApiError) as caught:
        get(mode, answered(content, status=400))
    assert caught.value.body == content.decode()
    for error in (caught.value, pickle.loads(pickle.dumps(caught.value)), copy.deepcopy(caught.value)):
        assert len(f"{error}{error!r}") < 1000


@pytest.mark.parametrize("depth", [50, 190, 198])
def test_what_nests_less_is_read(mode: Mode, depth: int):
    value = get(mode, answered(nested(depth, '{"n": 7}')), Node, on_mismatch="raise")
    for _ in range(depth):
        value = value.child
    assert value == Node(n=7)
    with pytest.raises(ApiError) as caught:
        get(mode, answered(nested(depth, '{"message": "deep"}', "error"), status=400))
    assert caught.value.message == "deep"


@pytest.mark.parametrize("depth", [30, 100, 190])
@pytest.mark.parametrize("pattern", [["alt"], ["alt", "child"], ["child", "alt", "children"]])
@pytest.mark.parametrize("innermost", [{"n": 1}, {"n": [1] * 1000}])
def test_unions_that_contain_themselves_take_no_time(mode: Mode, depth: int, pattern: list[str], innermost: Any):
    value: Any = innermost
    for place in range(depth // 2 if "children" in pattern else depth):
        key = pattern[place % len(pattern)]
        value = {key: [value] if key == "children" else value}
    problems: list[Any] = []
    start = time.thread_time()
    found = get(mode, answered(json.dumps(value).encode()), Node, on_mismatch=problems.append)
    assert time.thread_time() - start < 2
    assert isinstance(found, Node)
    assert bool(problems) == isinstance(innermost["n"], list)
    for problem in problems:
        assert 1 <= len(problem.problems) <= 100
        assert problem.problems[0][0].endswith(".n")


def test_what_a_costly_type_holds_is_what_pydantic_makes_of_it():
    class Leaf(Model):
        kind: str
        size: int

    class Branch(Model):
        kind: str
        parts: list[
            Annotated[
                Annotated[Leaf, Tag("leaf")] | Annotated[Branch, Tag("branch")],
                Discriminator(lambda value: value["kind"]),
            ]
        ]
        more: Leaf | Branch | None = None
        by_name: dict[str, Branch | Leaf] | None = None

    Branch.model_rebuild(
        _types_namespace={
            "Leaf": Leaf,
            "Branch": Branch,
            "Annotated": Annotated,
            "Tag": Tag,
            "Discriminator": Discriminator,
        }
    )
    leaf = {"kind": "leaf", "size": 3}
    value: Any = {"kind": "branch", "parts": [leaf], "more": leaf, "by_name": {"a": leaf}}
    for _ in range(4):
        value = {"kind": "branch", "parts": [value, leaf], "more": value, "by_name": {"b": value}}
    expected = Branch.model_validate(value)
    assert construct(Branch, value) == expected
    problems = Problems()
    assert _build(Branch, value, "", problems, 0) == expected
    assert problems.told() == ()
    assert is_costly(Branch, value) is False


class Named(Model):
    name: str


class Keyed(Model):
    key: str


class ByName(Model):
    of: Named


class ByKey(Model):
    of: Keyed


class Small(Model):
    size: Literal["s"]


class Large(Model):
    size: Literal["l"]


class BySize(Model):
    of: Large


class Fork(Model):
    next: ByName | Small | BySize | ByKey | list[str] | list[Fork]


Fork.model_rebuild()


@pytest.mark.parametrize(("of", "kind"), [({"key": "k"}, ByKey), ({"size": "l"}, BySize), ({"name": "n"}, ByName)])
def test_what_only_an_object_inside_tells_apart_is_read_also_where_pydantic_would_take_long(
    mode: Mode, of: dict[str, str], kind: type[Model]
):
    value: Any = {"next": {"of": of}}
    for _ in range(6):
        value = {"next": [value]}
    assert is_costly(Fork, value)
    found = get(mode, answered(json.dumps(value).encode()), Fork, on_mismatch="raise")
    assert encode(found) == value
    while isinstance(found.next, list):
        found = found.next[0]
    assert type(found.next) is kind


WRONG = {
    "integers": (list[int], [1], ["x"]),
    "models": (list[Node], [{"n": 1}], [{"n": "x"}]),
    "maps": (list[dict[str, int]], [{"a": 1}], [{"a": "x"}]),
    "unions": (list[int | bool | None], [1], ["x"]),
    "lists": (list[list[int]], [[1] * 10], [["x"] * 10]),
}


@pytest.mark.parametrize("name", WRONG)
def test_many_wrong_items_are_told_in_few_words_and_little_work(mode: Mode, name: str):
    kind, right, wrong = WRONG[name]
    told: list[Any] = []
    calls = []
    for items in (right, wrong * 200, wrong * 2_000):
        handler = answered(json.dumps(items).encode())
        told.clear()
        value, count = counting_calls(partial(get, mode, handler, kind, on_mismatch=told.append))
        calls.append(count)
    assert len(value) == 2_000
    assert len(told) == 1
    assert len(told[0].problems) == (2 if name == "unions" else 1)
    assert len(str(told[0])) < 1000
    assert calls[2] < 11 * calls[1], "ten times as many items are ten times as much work, not a hundred times"


def counting_calls(run: Callable[[], Any]) -> tuple[Any, int]:
    """Return what `run` returns, and how many functions were called meanwhile: work, however busy the machine is."""
    count = 0

    def called(_: object, event: str, __: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        value = run()
    finally:
        sys.setprofile(before)
    return value, count


def test_a_thousand_different_problems_are_told_in_few_words(mode: Mode):
    many = {f"key{number}": "x" for number in range(20_000)}
    with pytest.raises(MismatchError) as caught:
        get(mode, answered(json.dumps(many).encode()), dict[str, int], on_mismatch="raise")
    assert len(caught.value.mismatch.problems) == 100
    assert len(str(caught.value)) < 1000
    long = {"k" * 100_000: "x"}
    with pytest.raises(MismatchError) as caught:
        get(mode, answered(json.dumps(long).encode()), dict[str, int], on_mismatch="raise")
    assert len(str(caught.value)) < 1000


def test_a_list_that_is_long_enough_is_not_called_short(mode: Mode):
    told: list[Any] = []
    kind = Annotated[list[int], Field(min_length=1500)]
    get(mode, answered(json.dumps([1] * 2999 + ["x"]).encode()), dict[str, kind] | kind, on_mismatch=told.append)
    assert told[0].problems
    problems = Problems()
    construct(kind, [1] * 2999 + ["x"], problems)
    assert "at least" not in str(problems.told())


def test_the_only_wrong_item_of_very_many_is_told(mode: Mode):
    told: list[Any] = []
    value = get(mode, answered(json.dumps([1] * 50_000 + ["x"]).encode()), list[int], on_mismatch=told.append)
    assert value[-2:] == [1, "x"]
    assert [path for path, _ in told[0].problems] == ["[]"]


@pytest.mark.parametrize("room", [700, 850, 900, 930])
def test_who_is_deep_in_calls_already_gets_our_errors(room: int):
    answers = [nested(190, '{"n": "x"}'), nested(190, '{"n": "x"}', "alt"), nested(150, '{"message": 1}', "error")]

    def dive(levels: int, content: bytes, status: int) -> object:
        if levels:
            return dive(levels - 1, content, status)
        return resource._json(Request("GET", "/"), Node)

    for content in answers:
        for status in (200, 400):
            resource = Mode(asynchronous=False).resource(answered(content, status=status), on_mismatch="ignore")
            with suppress(CallError):
                dive(room - 200, content, status)


def test_links_that_hold_too_much_do_not_raise_either(mode: Mode):
    value = get(mode, answered(nested(195, '{"n": "x"}')[:-1] + b', "href": "/a"}'), Link[Node], on_mismatch="ignore")
    with suppress(CallError):
        assert isinstance(value.expanded, Node)


# Size


def bomb(size: int, layers: int = 1) -> bytes:
    packed = b"\0" * size
    for _ in range(layers):
        packed = gzip.compress(packed, 1)
    return packed


CODINGS = {
    "gzip": bomb(50 * MEGABYTE),
    "gzip, gzip": bomb(50 * MEGABYTE, 2),
    "x-gzip,GZIP , gzip": bomb(50 * MEGABYTE, 3),
    "deflate": zlib.compress(b"\0" * 50 * MEGABYTE),
    "deflate, identity": zlib.compress(b"\0" * 50 * MEGABYTE, wbits=-15),
    "identity": b"\0" * 2 * MEGABYTE,
}


@pytest.mark.parametrize("coding", CODINGS)
@pytest.mark.parametrize("status", [200, 400, 503])
def test_a_body_has_a_bound_after_decompression(mode: Mode, coding: str, status: int):
    with serving(respond(CODINGS[coding], f"Content-Encoding: {coding}", status=status)) as url:
        resource = mode.resource(None, base_url=url, max_response_bytes=MEGABYTE)
        for call in (resource._bytes, resource._text, resource._nothing, lambda asked: resource._json(asked, Any)):
            with pytest.raises(TooLargeError, match="more than 1000000 bytes; raise max_response_bytes"):
                mode.run(call(Request("GET", "/bomb")))


def test_bounds_are_there_by_default(mode: Mode):
    configuration = mode.client(None)._session.configuration
    assert (configuration.timeout, configuration.max_response_bytes) == (60.0, 100_000_000)
    with serving(respond(bomb(101_000_000, 2), "Content-Encoding: gzip, gzip")) as url:
        with pytest.raises(TooLargeError) as caught:
            mode.run(mode.client(None, base_url=url, max_retries=2).request("GET", "/"))
        assert isinstance(pickle.loads(pickle.dumps(caught.value)), TooLargeError)


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, br", ", ".join(["gzip"] * 6)])
def test_codings_that_nobody_asked_for_are_our_error(mode: Mode, coding: str):
    with serving(respond(b"x", f"Content-Encoding: {coding}")) as url, pytest.raises(TransportError, match="decompr"):
        mode.run(mode.client(None, base_url=url).request("GET", "/"))


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress, lambda data: zlib.compress(data, wbits=-15), None])
def test_what_is_large_but_wanted_is_read(mode: Mode, pack: Any):
    data = bytes(range(256)) * 4000
    fields = [] if pack is None else [f"Content-Encoding: {'gzip' if pack is gzip.compress else 'deflate'}"]
    with serving(respond(pack(data) if pack else data, "Connection: close", *fields)) as url:
        client = mode.client(None, base_url=url, max_response_bytes=len(data))
        assert mode.run(client.request("GET", "/")).content == data
        smaller = client.with_options(max_response_bytes=1000)
        assert mode.read_stream(smaller, "GET", "/") == data
        with pytest.raises(TooLargeError):
            mode.run(smaller.request("GET", "/"))
        assert mode.run(smaller.with_options(max_response_bytes=None).request("GET", "/")).content == data


RAW = zlib.compressobj(wbits=-15)
WHOLE = bytes(range(256)) * 40
PACKED = {
    "gzip": gzip.compress(WHOLE),
    "gzip, gzip": gzip.compress(gzip.compress(WHOLE)),
    "x-gzip": gzip.compress(WHOLE[:500]) + gzip.compress(WHOLE[500:]),
    "deflate": zlib.compress(WHOLE),
    "deflate, identity": RAW.compress(WHOLE) + RAW.flush(),
}


def pieces(data: bytes, size: int, coding: str = "gzip") -> Callable[[httpx.Request], httpx.Response]:
    class Stream(httpx.SyncByteStream, httpx.AsyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            return (data[start : start + size] for start in range(0, len(data), size))

        async def __aiter__(self) -> AsyncIterator[bytes]:
            for piece in self:
                yield piece

    return lambda _: httpx.Response(200, headers={"content-encoding": coding}, stream=Stream())


@pytest.mark.parametrize("cut", [1, 4, 8, 9, 60])
@pytest.mark.parametrize("coding", PACKED)
def test_a_compressed_body_that_is_cut_is_not_whole(mode: Mode, coding: str, cut: int):
    client = mode.client(pieces(PACKED[coding][:-cut], 7000, coding))
    with pytest.raises(TransportError, match="cannot be decompressed"):
        mode.run(client.request("GET", "/"))
    with pytest.raises(TransportError, match="cannot be decompressed"):
        mode.read_stream(client, "GET", "/")


@pytest.mark.parametrize("at", [-8, -1])
def test_checksum_and_length_are_checked(mode: Mode, at: int):
    data = bytearray(PACKED["gzip"])
    data[at] ^= 1
    with pytest.raises(TransportError, match="cannot be decompressed"):
        mode.run(mode.client(pieces(bytes(data), 7000)).request("GET", "/"))


@pytest.mark.parametrize("size", [1, 2, 3, 19, 70_000])
@pytest.mark.parametrize("after", [b"", b"\0" * 40, b"x", b"\x1f", b"\x1f\x8b", b"\x1f\x8bxx", b"<html>"])
def test_all_members_are_read_and_what_follows_them_is_not(mode: Mode, size: int, after: bytes):
    data = gzip.compress(b"") + gzip.compress(WHOLE) + gzip.compress(b"") + gzip.compress(b"more") + after
    client = mode.client(pieces(data, size))
    assert mode.run(client.request("GET", "/")).content == WHOLE + b"more"
    assert mode.read_stream(client, "GET", "/") == WHOLE + b"more"


def test_no_body_is_no_cut_body(mode: Mode):
    assert mode.run(mode.client(pieces(b"", 1)).request("GET", "/")).content == b""


def test_members_share_their_bound(mode: Mode):
    data = b"".join(bomb(MEGABYTE // 10) for _ in range(30))
    with pytest.raises(TooLargeError):
        mode.run(mode.client(pieces(data, 70_000), max_response_bytes=MEGABYTE).request("GET", "/"))
    many = gzip.compress(b"") * 20_000
    assert mode.run(mode.client(pieces(many, 65_536), timeout=10).request("GET", "/")).content == b""


# Time


def drip(*pieces: bytes, every: float = 0.02, first: bytes = b"") -> Callable[[socket.socket], None]:
    def answer(connection: socket.socket) -> None:
        connection.sendall(first)
        end = time.monotonic() + 20
        while time.monotonic() < end:
            for piece in pieces:
                time.sleep(every)
                connection.sendall(piece)

    return answer


OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
ENDLESS = {
    "a byte of the body": drip(b"x", first=OK + b"Content-Length: 1000000\r\n\r\n"),
    "chunks": drip(b"1\r\nx\r\n", first=CHUNKED),
    "the head of a chunk": drip(b"0", first=CHUNKED),
    "an extension of a chunk": drip(b"x", first=CHUNKED + b"1;"),
    "a trailer": drip(b"x", first=CHUNKED + b"0\r\nX-A: "),
    "until it closes": drip(b"x", first=OK + b"\r\n"),
    "103": drip(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"),
    "100": drip(b"HTTP/1.1 100 Continue\r\n\r\n"),
    "a byte of the status": drip(b"2", first=b"HTTP/1.1 "),
    "a byte of a field": drip(b"x", first=OK + b"X-A: "),
    "a failure": drip(b"x", first=b"HTTP/1.1 500 No\r\nContent-Length: 1000000\r\n\r\n"),
    "nothing": drip(b""),
    "empty compressed blocks": drip(b"\0\0\0\xff\xff", first=OK + b"Content-Encoding: deflate\r\n\r\n\x78\x9c"),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_an_answer_without_an_end_ends(mode: Mode, name: str):
    with serving(ENDLESS[name]) as url:
        client = mode.client(None, base_url=url, timeout=0.15)
        start = time.monotonic()
        with pytest.raises(TimedOutError, match="within the timeout") as caught:
            mode.run(client.request("GET", "/"))
        assert 0.1 < time.monotonic() - start < 5
        assert caught.value.__context__ is None


@pytest.mark.slow
@pytest.mark.parametrize("name", ["a byte of the body", "chunks", "103"])
def test_a_call_in_all_has_an_end(mode: Mode, name: str):
    with serving(ENDLESS[name]) as url:
        client = mode.client(None, base_url=url, timeout=0.1, max_retries=1)
        start = time.monotonic()
        with pytest.raises(TimedOutError):
            mode.run(client.request("GET", "/"))
        assert time.monotonic() - start < 8


@pytest.mark.parametrize("name", ["103", "a byte of the status", "a byte of a field", "a failure"])
def test_a_stream_begins_in_time(mode: Mode, name: str):
    with serving(ENDLESS[name]) as url, pytest.raises(TimedOutError):
        mode.read_stream(mode.client(None, base_url=url, timeout=0.15), "GET", "/")


@pytest.mark.slow
def test_a_stream_may_take_longer_than_the_timeout(mode: Mode):
    def answer(connection: socket.socket) -> None:
        connection.sendall(OK + b"Content-Length: 10\r\n\r\n")
        for _ in range(10):
            time.sleep(0.05)
            connection.sendall(b"x")

    with serving(answer) as url:
        assert mode.read_stream(mode.client(None, base_url=url, timeout=0.3), "GET", "/") == b"x" * 10
        with pytest.raises(TimedOutError):
            mode.run(mode.client(None, base_url=url, timeout=0.3).request("GET", "/"))


@pytest.mark.slow
def test_a_large_upload_may_take_longer_than_the_timeout(mode: Mode):
    def answer(connection: socket.socket) -> None:
        left = size
        while left > 0:
            time.sleep(0.05)
            left -= len(connection.recv(min(left, 4 * MEGABYTE), socket.MSG_WAITALL))
        respond(b"{}")(connection)

    size = 60 * MEGABYTE

    def pieces() -> Iterator[bytes]:
        for _ in range(600):
            yield b"x" * (MEGABYTE // 10)

    async def pieces_async() -> AsyncIterator[bytes]:
        for piece in pieces():
            yield piece

    with serving(answer) as url:
        client = mode.client(None, base_url=url, timeout=0.6)
        body = pieces_async() if mode.asynchronous else pieces()
        headers = {"Content-Length": str(size)}
        assert mode.run(client.request("PUT", "/", content=body, headers=headers)).content == b"{}"


@pytest.mark.slow
def test_no_timeout_is_no_timeout(mode: Mode):
    with serving(lambda connection: (time.sleep(0.2), respond(b"{}")(connection))) as url:
        for timeout in (None, httpx.Timeout(5), 5):
            assert mode.run(mode.client(None, base_url=url, timeout=timeout).request("GET", "/")).content == b"{}"


def test_connections_are_used_again(mode: Mode):
    def answer(connection: socket.socket) -> None:
        accepted.append(connection)
        respond(gzip.compress(b"{}"), "Content-Encoding: gzip")(connection)
        while connection.recv(65_536):
            respond(b"{}")(connection)

    accepted: list[socket.socket] = []
    with serving(answer) as url:
        client = mode.client(None, base_url=url)
        if mode.asynchronous:

            async def twice() -> None:
                for _ in range(2):
                    await client.request("GET", "/")
                await client.close()

            mode.run(twice())
        else:
            for _ in range(2):
                client.request("GET", "/")
        assert len(accepted) == 1


# Parts

BAD_TYPES = (
    "text/plain\r\nX-Evil: 1", "text/plain\nX: 1", "text/plain\r\n\r\nbody", "text/\0plain", "", " ", "\r", "text/é",
    "text/日本", "a\x7f",
)  # fmt: skip


@pytest.mark.parametrize("media_type", BAD_TYPES)
def test_the_media_type_of_a_part_is_checked(media_type: str):
    def refuse(**parts: Any) -> None:
        with pytest.raises(ValueError, match=r"media type|Content-Type"):
            write_parts(Request("POST", "/up"), parts)

    refuse(f=("ok.txt", b"d", media_type))
    refuse(f=[("ok.txt", b"d", "text/plain"), ("ok.txt", b"d", media_type)])
    with pytest.raises(ValueError, match=r"media type|Content-Type"):
        add_part(Request("POST", "/up"), "f", b"d", content_type=media_type)


@pytest.mark.parametrize("name", ['a"b', "a\r\nX-Evil: 1", "a\nb", "日本.txt", "a;b", "a\\b", "\0"])
def test_names_of_files_and_parts_stay_names(mode: Mode, name: str):
    def handle(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=request.read())

    for request in (Request("POST", "/up"), Request("POST", "/up")):
        add_part(request, "f", (name, b"content", "text/plain"))
        body = mode.run(mode.resource(handle)._bytes(request))
        head, _, rest = body.partition(b"\r\n\r\n")
        assert len(head.split(b"\r\n")) == 3
        assert b"\n" not in head.replace(b"\r\n", b"")
        assert rest.startswith(b"content\r\n--")
    request = Request("POST", "/up")
    write_parts(request, {name: b"content"})
    head = mode.run(mode.resource(handle)._bytes(request)).partition(b"\r\n\r\n")[0]
    assert b"\n" not in head.replace(b"\r\n", b"")


# Clients whose settings were refused


@pytest.mark.parametrize("kind", [Client, AsyncClient])
def test_a_half_made_client_can_be_looked_at(mode: Mode, kind: Any):
    half = kind.__new__(kind)
    assert repr(half) == str(half) == f"<{kind.__name__} (without settings)>"
    assert half == half  # noqa: PLR0124 - that is what is tested
    assert half != kind.__new__(kind)
    assert repr(copy.copy(half)) == repr(copy.deepcopy(half)) == repr(pickle.loads(pickle.dumps(half))) == repr(half)

    async def use() -> None:
        async with half:
            pass
        await half.close()

    if kind is AsyncClient:
        mode.asynchronous and mode.run(use())
    else:
        with half:
            pass
        half.close()
