"""Bodies of items: what is written of each, and when."""

import asyncio
import datetime as dt
import io
from collections.abc import Iterator
from types import ModuleType

import httpx
import pytest
from small_client import small_client

ITEM = {"$ref": "#/components/schemas/Item"}
EVENT = {
    "type": "object",
    "required": ["data"],
    "properties": {"event": {"enum": ["a", "b"]}, "id": {"type": "string"}, "data": {"type": "string"}},
}
BODIES = {
    "lines": ("application/x-ndjson", {"itemSchema": ITEM}),
    "array": ("application/jsonl", {"schema": {"type": "array", "items": ITEM}}),
    "json": ("application/stream+json", {"schema": ITEM}),
    "sequence": ("application/geo+json-seq", {"itemSchema": ITEM}),
    "events": ("text/event-stream", {"itemSchema": EVENT}),
    "data": ("text/event-stream", {"itemSchema": ITEM}),
    "texts": ("text/event-stream", {"schema": {"type": "array", "items": {"type": "string"}}}),
    "file": ("application/x-ndjson", {"schema": {"type": "string", "format": "binary"}}),
}
FIRST, SECOND = b'{"on":"2020-01-01","userName":"\\"\\n"}', b'{"on":"2020-01-02"}'
LINES = FIRST + b"\n" + SECOND + b"\n"


def description() -> dict[str, object]:
    def post(name: str, content: dict[str, object]) -> dict[str, object]:
        responses = {"204": {"description": "Fine"}}
        body = {"required": True, "content": content}
        return {"post": {"operationId": f"send_{name}", "tags": ["t"], "requestBody": body, "responses": responses}}

    item = {
        "type": "object",
        "required": ["on"],
        "properties": {"on": {"type": "string", "format": "date"}, "userName": {"type": "string"}},
    }
    paths = {f"/{name}": post(name, {media_type: media}) for name, (media_type, media) in BODIES.items()}
    either = {
        "application/json": {"schema": {"type": "array", "items": ITEM}},
        "application/jsonl": {"itemSchema": ITEM},
    }
    paths["/either"] = post("either", either)
    info = {"openapi": "3.2.0", "info": {"title": "Small", "version": "1"}, "servers": [{"url": "https://api.test"}]}
    return {**info, "paths": paths, "components": {"schemas": {"Item": item}}}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory):
    with small_client(tmp_path_factory.mktemp("items"), description()) as package:
        yield package


def items() -> list[dict[str, object]]:
    return [{"on": dt.date(2020, 1, 1), "user_name": '"\n'}, {"on": dt.date(2020, 1, 2)}]


async def later(given):
    for each in given:
        yield each


class Sender:
    """Sends a body by both clients; each has to send the same."""

    def __init__(self, small: ModuleType) -> None:
        self._small = small

    def __call__(self, name: str, body, **others: object) -> tuple[str, bytes, bool]:
        """Send what `body()` gives; return the media type, the bytes, and whether their number was known before."""
        sent: list[tuple[str, bytes, bool]] = []

        def note(request: httpx.Request) -> httpx.Response:
            sent.append((request.headers["content-type"], request.content, "content-length" in request.headers))
            return httpx.Response(204)

        async def note_later(request: httpx.Request) -> httpx.Response:
            await request.aread()
            return note(request)

        async def send() -> None:
            async with self._small.AsyncSmall(transport=httpx.MockTransport(note_later)) as client:
                await getattr(client.t, f"send_{name}")(body=body(), **others)

        def answer(request: httpx.Request) -> httpx.Response:
            request.read()
            return note(request)

        with self._small.Small(transport=httpx.MockTransport(answer)) as client:
            getattr(client.t, f"send_{name}")(body=body(), **others)
        asyncio.run(send())
        assert sent[0] == sent[1]
        return sent[0]


@pytest.fixture
def send(small: ModuleType) -> Sender:
    return Sender(small)


@pytest.mark.parametrize("name", ["lines", "array", "json"])
def test_each_item_is_a_line_of_json(send, name):
    assert send(name, items) == (BODIES[name][0], LINES, True)


@pytest.mark.parametrize("body", [lambda: iter(items()), lambda: later(items())])
def test_items_of_iterators_of_either_kind_are_sent_as_they_come(send, body):
    assert send("lines", body) == ("application/x-ndjson", LINES, False)


def test_sequences_and_events_frame_each_item(send):
    assert send("sequence", items)[1] == b"\x1e" + FIRST + b"\n\x1e" + SECOND + b"\n"
    assert send("data", items)[1] == b"data: " + FIRST + b"\n\ndata: " + SECOND + b"\n\n"
    assert send("texts", lambda: ("a\r\nb", "c"))[1] == b"data: a\ndata: b\n\ndata: c\n\n"
    assert send("events", lambda: [{"event": "a", "id": "1", "data": "x"}])[1] == b"event: a\nid: 1\ndata: x\n\n"


def test_items_are_one_of_several_media_types(send):
    assert send("either", lambda: iter(items()), content_type="application/jsonl")[1] == LINES


def test_files_and_bytes_are_sent_as_they_are(send, tmp_path):
    (tmp_path / "items.jsonl").write_bytes(b"anything\n")
    for body in (lambda: tmp_path / "items.jsonl", lambda: io.BytesIO(b"anything\n"), lambda: b"anything\n"):
        assert send("lines", body) == ("application/x-ndjson", b"anything\n", True)
    assert send("file", lambda: b"anything\n")[1] == b"anything\n"


@pytest.mark.parametrize(
    ("name", "body", "error"),
    [
        ("lines", "text", "has to be a list, an iterator, bytes or a file, and is of the type str"),
        (
            "lines",
            {"on": dt.date(2020, 1, 1)},
            "has to be a list, an iterator, bytes or a file, and is of the type dict",
        ),
        ("lines", None, "may not be None"),
        ("lines", [{"on": dt.datetime(2020, 1, 1, tzinfo=dt.UTC)}], "'on' is a date, and may not be a datetime"),
        ("events", [{"event": "a\nb", "data": ""}], "the event of an event stands in one line"),
    ],
)
def test_what_cannot_be_sent_is_told_before_anything_is(small, name, body, error):
    def refuse(request: httpx.Request) -> httpx.Response:
        raise AssertionError(request)

    with (
        small.Small(transport=httpx.MockTransport(refuse)) as client,
        pytest.raises((TypeError, ValueError), match=error),
    ):
        getattr(client.t, f"send_{name}")(body=body)


def test_items_are_asked_for_while_they_are_sent(small):
    asked: list[int] = []

    def source() -> Iterator[dict[str, dt.date]]:
        for number in range(3):
            asked.append(number)
            yield {"on": dt.date(2020, 1, 1)}

    class Server(httpx.BaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            pieces = iter(request.stream)
            next(pieces)
            assert asked == [0]
            assert len([*pieces]) == 2
            return httpx.Response(204)

    with small.Small(transport=Server()) as client:
        client.t.send_lines(body=source())
