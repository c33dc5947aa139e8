"""Calls with unusual values that are good all the same, and calls that are refused before anything is sent."""

import asyncio
import io
import sys
from collections import namedtuple
from collections.abc import Callable, Iterator
from email.parser import BytesParser
from email.policy import HTTP
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import parse_qsl, unquote

import httpx
import pytest

from specloom.pipeline import generate
from specloom.targets.target import Target

SPEC = Path(__file__).with_name("ferry.yaml")
HARD = [
    "a/b",
    "x#y",
    "50%",
    "a b",
    "[1]",
    "p&q=r",
    "a+b",
    "ü\n",
    "a,b;c",
    "?",
    "a|b",
    "{id}",
    "/",
    "a:@!$'()*",
    "\\",
    '"',
]


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    folder = tmp_path_factory.mktemp("ferry")
    for path, text in generate(Target(SPEC)).tree.items():
        (folder / "ferry" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "ferry" / path).write_text(text, encoding="utf-8")
    sys.path.insert(0, str(folder))
    yield import_module("ferry")
    sys.path.remove(str(folder))


class Caller:
    """Makes calls with one of the two clients; `sent` has the requests."""

    def __init__(self, package: ModuleType, *, asynchronous: bool) -> None:
        self.sent: list[httpx.Request] = []
        self._package, self._asynchronous = package, asynchronous

    def __call__(self, call: Callable[[Any], Any], status: int = 204, **settings: object) -> Any:
        def answer(request: httpx.Request) -> httpx.Response:
            request.read()
            self.sent.append(request)
            return httpx.Response(status)

        async def answer_later(request: httpx.Request) -> httpx.Response:
            await request.aread()
            return answer(request)

        async def run() -> Any:
            client = self._package.AsyncFerry(api_key="k", transport=httpx.MockTransport(answer_later), **settings)
            async with client:
                return await call(client)

        if self._asynchronous:
            return asyncio.run(run())
        with self._package.Ferry(api_key="k", transport=httpx.MockTransport(answer), **settings) as client:
            return call(client)


@pytest.fixture(params=["sync", "async"])
def caller(ferry: ModuleType, request: pytest.FixtureRequest) -> Caller:
    return Caller(ferry, asynchronous=request.param == "async")


def query(request: httpx.Request) -> list[tuple[str, str]]:
    return parse_qsl(request.url.query.decode(), keep_blank_values=True, strict_parsing=True)


@pytest.mark.parametrize("value", HARD)
def test_reserved_characters_stay_in_their_path_segment(caller: Caller, value: str):
    caller(lambda client: client.files.read(value))
    caller(lambda client: client.files.parts([value, "z"]))
    first, second = (request.url.raw_path.decode() for request in caller.sent)
    assert (first.count("/"), first.count("?"), unquote(first)) == (3, 0, f"/v1/files/{value}")
    assert [unquote(part) for part in second.removeprefix("/v1/parts/").split(",")] == [value, "z"]


@pytest.mark.parametrize("value", HARD)
def test_reserved_characters_stay_in_their_query_parameter(caller: Caller, value: str):
    caller(
        lambda client: client.trips.find(
            one=value, each=[value, "z"], many=[value, "z"], pipe=["y", "z"], deep={"a": value}, json={"k": value}
        )
    )
    request = caller.sent[0]
    assert request.url.path == "/v1/trips"
    assert not request.url.fragment
    one, many, first, second, pipe, deep, json = query(request)
    assert (one, first, second, pipe, deep) == (
        ("one", value),
        ("each", value),
        ("each", "z"),
        ("pipe", "y|z"),
        ("deep[a]", value),
    )
    assert httpx.Response(200, text=json[1]).json() == {"k": value}
    raw = next(pair for pair in request.url.query.decode().split("&") if pair.startswith("many="))
    assert [unquote(part) for part in raw.removeprefix("many=").split(",")] == [value, "z"]
    assert many[0] == "many"


@pytest.mark.parametrize("value", HARD)
def test_reserved_characters_stay_in_their_form_field(caller: Caller, value: str):
    caller(lambda client: client.trips.note(one=value, each=[value, "z"], many=["y", "z"]))
    pairs = parse_qsl(caller.sent[0].content.decode(), strict_parsing=True)
    assert pairs == [("one", value), ("many", "y,z"), ("each", value), ("each", "z")]


def test_what_is_reserved_or_escaped_already_passes_unchanged(caller: Caller):
    caller(lambda client: client.files.read("a:b@c;d=e%2Ff"))
    caller(lambda client: client.trips.find(one="/a?b:c@d%2F"))
    caller(lambda client: client.trips.note(one="/a?b:c@d%2F e"))
    first, second, third = caller.sent
    assert first.url.raw_path == b"/v1/files/a:b@c;d=e%2Ff"
    assert second.url.query == b"one=/a?b:c@d%2F"
    assert third.content == b"one=/a?b:c@d%2F+e"


@pytest.mark.parametrize("value", ["a/b", "a;b"])
def test_headers_and_cookies_have_no_reserved_characters(caller: Caller, value: str):
    caller(lambda client: client.trips.find(x_note=value, note=value))
    assert caller.sent[0].headers["x-note"] == value
    assert unquote(caller.sent[0].headers["cookie"]) == f"note={value}"


def parts(request: httpx.Request) -> list[tuple[str, str | None, str]]:
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    message = BytesParser(policy=HTTP).parsebytes(head + request.content)
    return [
        (str(part.get_param("name", header="content-disposition")), part.get_filename(), part.get_payload())
        for part in message.iter_parts()
    ]


Pair = namedtuple("Pair", "left right")  # noqa: PYI024 - without types, as callers have them
RED, BLUE = ("tags", None, "red"), ("tags", None, "blue")


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        (("red", "blue"), [RED, BLUE]),
        (("red",), [RED]),
        (["red", "blue"], [RED, BLUE]),
        (("red", "blue", "red"), [RED, BLUE, RED]),
        (Pair("red", "blue"), [RED, BLUE]),
        (dict.fromkeys(["red", "blue"]).keys(), [RED, BLUE]),
        (("red", "blue", "red", "blue"), [RED, BLUE, RED, BLUE]),
        ([("red", "blue")], [("tags", None, '["red","blue"]')]),
        ([["red"], ["blue", None], "red"], [("tags", None, '["red"]'), ("tags", None, '["blue",null]'), RED]),
    ],
    ids=str,
)
def test_texts_are_no_file(caller: Caller, tags: object, expected: list[object]):
    caller(lambda client: client.parcels.send(tags=tags))
    assert parts(caller.sent[0]) == expected


def test_texts_from_a_generator(caller: Caller):
    caller(lambda client: client.parcels.send(tags=(tag for tag in ("red", "blue"))))
    assert parts(caller.sent[0]) == [RED, BLUE]


@pytest.mark.parametrize("tags", [(), []])
def test_no_texts_are_no_parts(caller: Caller, tags: object):
    caller(lambda client: client.parcels.send(tags=tags, file=b"x"))
    assert parts(caller.sent[0]) == [("file", "file", "x")]


A, B = ("files", "a.txt", "a"), ("files", "b.txt", "b")


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ([("a.txt", b"a"), ("b.txt", "b", "text/plain")], [A, B]),
        ((("a.txt", b"a"), ("b.txt", b"b")), [A, B]),
        (("a.txt", b"a"), [A]),
        ((b"a", b"b"), [("files", "files", "a"), ("files", "files", "b")]),
        ([b"a"], [("files", "files", "a")]),
        ([("a.txt", "a")], [A]),
    ],
    ids=str,
)
def test_several_files(caller: Caller, files: object, expected: list[object]):
    caller(lambda client: client.parcels.send(files=files))
    assert parts(caller.sent[0]) == expected


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        (("a.txt", "a"), ("file", "a.txt", "a")),
        (("a.txt", b"a", "text/plain"), ("file", "a.txt", "a")),
        (("a.txt", io.BytesIO(b"a")), ("file", "a.txt", "a")),
        (io.BytesIO(b"a"), ("file", "file", "a")),
        (b"a", ("file", "file", "a")),
    ],
    ids=["name-and-text", "name-bytes-and-type", "name-and-open-file", "open-file", "bytes"],
)
def test_one_file(caller: Caller, file: object, expected: object):
    if isinstance(file, io.BytesIO):
        file.seek(0)
    caller(lambda client: client.parcels.send(file=file))
    assert parts(caller.sent[0])[0][:2] == expected[:2]


BOOKING = {"day": "2026-05-01", "x_desk": "3", "sid": "s", "passenger_name": "Ada", "cabin": "A1"}


@pytest.mark.parametrize("name", ["day", "x_desk", "sid", "passenger_name"])
@pytest.mark.parametrize("raw", [False, True])
def test_none_for_what_is_required_raises_before_anything_is_sent(caller: Caller, name: str, raw: bool):
    def call(client: Any) -> Any:
        arguments = {**BOOKING, name: None}
        return client.raw(client.bookings.book, **arguments) if raw else client.bookings.book(**arguments)

    with pytest.raises(ValueError, match=f"the argument '{name}' is required: it may not be None"):
        caller(call)
    assert caller.sent == []


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda client: client.bookings.form(a=None), "a"),
        (lambda client: client.bookings.several(body=None), "body"),
    ],
)
def test_none_for_a_required_body_raises(caller: Caller, call: Callable[[Any], Any], name: str):
    with pytest.raises(ValueError, match=f"the argument '{name}' is required"):
        caller(call)
    assert caller.sent == []


CRATES = {
    "each": ["a"], "joined": ["a"], "pipe": ["a"], "deep": {"a": "b"}, "free": "a", "x_list": ["a"], "jar": {"a": "b"}
}  # fmt: skip


@pytest.mark.parametrize("value", [[], [None], (), {}, {"a": None}, None], ids=str)
@pytest.mark.parametrize("name", CRATES)
def test_a_required_parameter_does_not_vanish(caller: Caller, name: str, value: object):
    with pytest.raises(ValueError, match=f"the argument '{name}' is required"):
        caller(lambda client: client.crates.seek(**{**CRATES, name: value}))
    assert caller.sent == []


def test_objects_that_hold_nothing_in_their_depth_vanish_as_well(caller: Caller):
    for value in ({"b": {}}, {"b": {"c": [None]}}):
        with pytest.raises(ValueError, match="the argument 'deep' is required"):
            caller(lambda client, value=value: client.crates.seek(**{**CRATES, "deep": value}))
        with pytest.raises(ValueError, match="the argument 'deep_one' is required"):
            caller(lambda client, value=value: client.crates.mark(many=["a"], deep_one=value))
    assert caller.sent == []


def test_what_writes_something_is_sent(caller: Caller):
    caller(lambda client: client.crates.seek(**{**CRATES, "each": [None, ""], "x_list": [""], "free": ""}, spare=[]))
    assert query(caller.sent[0])[0] == ("each", "")
    assert ("free", "") in query(caller.sent[0])
    assert (caller.sent[0].headers["x-list"], caller.sent[0].headers["cookie"]) == ("", "a=b")


@pytest.mark.parametrize(
    ("name", "value"), [("many", []), ("many", [None]), ("deep_one", {}), ("deep_one", {"a": None}), ("deep_one", [])]
)
def test_a_required_field_of_a_form_does_not_vanish(caller: Caller, name: str, value: object):
    with pytest.raises(ValueError, match=f"the argument '{name}' is required"):
        caller(lambda client: client.crates.mark(**{"many": ["a"], "deep_one": {"a": "b"}, name: value}))
    assert caller.sent == []


@pytest.mark.parametrize("value", [[], [None], ()], ids=str)
@pytest.mark.parametrize("name", ["labels", "photos"])
def test_a_required_part_does_not_vanish(caller: Caller, name: str, value: object):
    with pytest.raises(ValueError, match=f"the argument '{name}' is required"):
        caller(lambda client: client.crates.pack(**{"labels": ["a"], "photos": [b"p"], name: value}))
    assert caller.sent == []


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_whatever_holds_bytes_is_bytes(caller: Caller, kind: Callable[[bytes], Any]):
    caller(lambda client: client.crates.pack(labels=[kind(b"l")], photos=[kind(b"a"), ("b.png", kind(b"b"))]))
    caller(lambda client: client.crates.pack(labels=kind(b"l"), photos=kind(b"a"), cover=kind(b"c")))
    caller(
        lambda client: client.crates.pack(labels=("l.txt", kind(b"l")), photos=[b"a"], cover=("c", kind(b"c"), "a/b"))
    )
    caller(lambda client: client.crates.fill(body=kind(b"mno")))
    label, photo, cover = ("labels", "labels", "l"), ("photos", "photos", "a"), ("cover", "cover", "c")
    assert parts(caller.sent[0]) == [label, photo, ("photos", "b.png", "b")]
    assert parts(caller.sent[1]) == [label, photo, cover]
    assert parts(caller.sent[2]) == [("labels", "l.txt", "l"), photo, ("cover", "c", "c")]
    assert caller.sent[3].content == b"mno"


def test_a_path_is_what_it_holds(caller: Caller, tmp_path: Path):
    (path := tmp_path / "p.png").write_bytes(b"mno")
    caller(lambda client: client.crates.fill(body=path))
    caller(lambda client: client.crates.pack(labels=path, photos=[path, ("q", path)], cover=("c", path)))
    assert caller.sent[0].content == b"mno"
    assert [part[1:] for part in parts(caller.sent[1])] == [(name, "mno") for name in ("p.png", "p.png", "q", "c")]


@pytest.mark.parametrize(
    "cover", [[b"a"], [b"a", b"b"], (b"a", b"b"), [("a", b"a")], (), {"a": b"b"}.values()], ids=str
)
def test_several_files_for_one_are_refused(caller: Caller, cover: object):
    with pytest.raises(ValueError, match="'cover' takes one file"):
        caller(lambda client: client.crates.pack(labels=["a"], photos=[b"a"], cover=cover))
    with pytest.raises(ValueError, match="'photos' takes one file"):
        caller(lambda client: client.crates.pack(labels=["a"], photos=[cover]))
    assert caller.sent == []


def test_a_server_whose_variable_has_no_value(caller: Caller, ferry: ModuleType):
    with pytest.raises(ferry.ConfigurationError, match=r"the server 'https://\{tenant\}\.t\.test' is not known"):
        caller(lambda client: client.docks.dock())
    assert caller.sent == []
    caller(lambda client: client.files.read("a"))
    caller(lambda client: client.docks.dock(), servers={"https://{tenant}.t.test": "https://a.t.test"})
    assert caller.sent[1].url == "https://a.t.test/docks"


def test_half_of_a_character_is_refused_by_name(caller: Caller):
    with pytest.raises(ValueError, match="'/passengerName' has half of a surrogate pair"):
        caller(lambda client: client.bookings.book(**{**BOOKING, "passenger_name": "x\udfff"}))
    assert caller.sent == []


def test_null_is_sent_where_it_is_a_value(caller: Caller):
    caller(lambda client: client.bookings.book(**{**BOOKING, "cabin": None}), on_mismatch="ignore")
    caller(lambda client: client.bookings.clear(body=None))
    first, second = caller.sent
    assert first.content == b'{"passengerName":"Ada","cabin":null}'
    assert (second.content, second.headers["content-type"]) == (b"null", "application/json")


@pytest.mark.parametrize("on_mismatch", ["ignore", "raise"])
def test_an_answer_to_head_has_no_body(caller: Caller, on_mismatch: str):
    assert caller(lambda client: client.bookings.probe(), status=200, on_mismatch=on_mismatch) is None


def test_a_booking_that_is_made_without_an_answer(caller: Caller, ferry: ModuleType):
    told: list[Any] = []
    made = caller(lambda client: client.bookings.book(**BOOKING), status=201, on_mismatch=told.append)
    assert (type(made).__name__, made.id) == ("Booking", None)
    assert caller(lambda client: client.bookings.book(**BOOKING), status=200, on_mismatch=told.append) is None
    assert [mismatch.problems for mismatch in told] == [(("", "there is no body"),)] * 2
    with pytest.raises(ferry.MismatchError):
        caller(lambda client: client.bookings.book(**BOOKING), status=200, on_mismatch="raise")
