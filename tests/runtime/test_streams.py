"""Answers that come item by item, from servers that send as they like, to both clients."""

# ruff: noqa: ANN401 - one face for two clients of unlike types

from __future__ import annotations

import gzip
import json
import socket
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from runtime.errors import (
    ApiError,
    CallError,
    MismatchError,
    MismatchWarning,
    TimedOutError,
    TooLargeError,
    TransportError,
)
from runtime.features.content import write_content
from runtime.features.events import TEXT, Event, EventData, Events
from runtime.features.json_lines import JsonLines, JsonSequence
from runtime.features.streams import AsyncStream, Stream, stream, stream_async
from runtime.model import Model
from runtime.request import Request

from .test_hostile import serving

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Mode

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
EVENTS = b'id: 1\ndata: {"n": 1}\n\nid: 2\ndata: {"n": 2}\n\n'


class Item(Model):
    n: int


class Other(Model):
    word: str


def opened(mode: Mode, reader: Any, request: Request | None = None, **settings: Any) -> Any:
    """Return the stream that a call gives: of a `handler`, or of the server at `base_url`."""
    return stream_of(mode, mode.client(settings.pop("handler", None), **settings), reader, request)


def stream_of(mode: Mode, client: Any, reader: Any, request: Request | None = None) -> Any:
    request = request or Request("GET", "/x")
    if mode.asynchronous:
        return mode.run(stream_async(client._session, request, reader))
    return stream(client._session, request, reader)


def resumed(mode: Mode, given: Any) -> Any:
    return mode.run(given.resume()) if mode.asynchronous else given.resume()


def answer(body: bytes, content_type: str = "text/event-stream", status: int = 200):
    headers = {"content-type": content_type}
    return lambda _: httpx.Response(status, content=body, headers=headers)


def chunk(piece: bytes) -> bytes:
    return f"{len(piece):x}\r\n".encode() + piece + b"\r\n"


def step(mode: Mode, given: Any) -> Any:
    """Return the next item."""
    return mode.run(anext(given)) if mode.asynchronous else next(given)


def test_the_data_of_events_are_values_of_their_type(mode: Mode):
    given = opened(mode, EventData(Item), handler=answer(EVENTS))
    assert isinstance(given, AsyncStream if mode.asynchronous else Stream)
    assert given.response.status_code == 200
    assert mode.run(given) == [Item(n=1), Item(n=2)]
    assert (given.last_event_id, mode.run(given)) == ("2", [])


def test_done_ends_a_stream_of_json_and_is_data_of_one_of_text(mode: Mode):
    body = b'data: {"n": 1}\n\ndata: [DONE]\n\ndata: {"n": 2}\n\n'
    assert mode.run(opened(mode, EventData(Item), handler=answer(body))) == [Item(n=1)]
    assert [each.data for each in mode.run(opened(mode, Events(TEXT), handler=answer(body)))][1] == "[DONE]"
    assert mode.run(opened(mode, Events(Item), handler=answer(body))) == [Event(Item(n=1))]


def test_whole_events_have_data_by_their_type(mode: Mode):
    body = b'event: a\nid: 7\ndata: {"n": 1}\n\ndata: {"n": 1}\n\n'
    body += b'event: b\nretry: 5\ndata: {"word": "x"}\n\nevent: a\ndata\n\n'
    given = opened(mode, Events(TEXT, {"a": Item, "b": Other}), handler=answer(body))
    assert mode.run(given) == [
        Event(Item(n=1), "a", "7"),
        Event('{"n": 1}', "message", "7"),
        Event(Other(word="x"), "b", "7", 5),
        Event(None, "a", "7"),
    ]
    assert given.retry == 5


@pytest.mark.parametrize(
    ("reader", "body"),
    [
        (JsonLines(Item), b'{"n": 1}\r\n\n{"n": 2}'),
        (JsonSequence(Item), b'\x1e{"n": 1}\n\x1e{"n": 2}\n'),
        (EventData(Item), EVENTS),
    ],
)
def test_items_come_when_they_are_sent_and_not_at_the_end(mode: Mode, reader: Any, body: bytes):
    """The server sends the second half when it has been told that the first has been read."""
    told = threading.Event()
    half = body.index(b"\n", body.index(b"}")) + 1 + (isinstance(reader, EventData))

    def half_by_half(connection: socket.socket) -> None:
        connection.sendall(HEAD + chunk(body[:half]))
        assert told.wait(10)
        connection.sendall(chunk(body[half:]) + chunk(b""))

    with serving(half_by_half) as address:
        given = opened(mode, reader, base_url=address)
        assert step(mode, given) == Item(n=1)
        told.set()
        assert mode.run(given) == [Item(n=2)]


def test_leaving_the_with_statement_ends_the_connection(mode: Mode):
    ended = threading.Event()

    def endless(connection: socket.socket) -> None:
        connection.sendall(HEAD)
        with suppress(OSError):
            while True:
                connection.sendall(chunk(EVENTS))
                time.sleep(0.002)
        ended.set()

    async def read_one(given: Any) -> Any:
        async with given:
            return await anext(given)

    with serving(endless) as address:
        given = opened(mode, EventData(Item), base_url=address)
        if mode.asynchronous:
            assert mode.run(read_one(given)) == Item(n=1)
        else:
            with given:
                assert next(given) == Item(n=1)
        assert ended.wait(5), "the server still sends"
        assert mode.run(given) == []
        assert "over" in repr(given)


def test_the_end_and_any_error_close_the_stream(mode: Mode):
    over = opened(mode, EventData(Item), handler=answer(EVENTS))
    mode.run(over)
    assert over.response.is_closed
    broken = opened(mode, EventData(Item), handler=answer(b"data: {}\n\n" + EVENTS), on_mismatch="raise")
    with pytest.raises(MismatchError):
        step(mode, broken)
    assert broken.response.is_closed
    assert mode.run(broken) == []


def test_a_connection_that_breaks_is_told_after_what_came(mode: Mode):
    def breaking(connection: socket.socket) -> None:
        connection.sendall(HEAD + chunk(EVENTS) + b"ff\r\ndata: ")

    with serving(breaking) as address:
        given = opened(mode, EventData(Item), base_url=address, max_retries=3)
        assert [step(mode, given), step(mode, given)] == [Item(n=1), Item(n=2)]
        with pytest.raises(TransportError, match=r"broke before .* \(GET /x\)"):
            step(mode, given)
        assert given.last_event_id == "2"


def test_only_the_head_is_waited_for_again(mode: Mode):
    statuses = [503, 200]

    def handler(_: httpx.Request) -> httpx.Response:
        return httpx.Response(statuses.pop(0), content=EVENTS, headers={"retry-after-ms": "1"})

    assert len(mode.run(opened(mode, EventData(Item), handler=handler, max_retries=1))) == 2


def test_a_failure_raises_before_there_is_a_stream(mode: Mode):
    with pytest.raises(ApiError, match="no such") as caught:
        opened(mode, EventData(Item), handler=answer(b'{"message": "no such station"}', "application/json", 404))
    assert caught.value.body == {"message": "no such station"}


def test_a_whole_json_text_in_the_place_of_events_is_one_item_and_told(mode: Mode):
    handler = answer(b'{\n"n": 1\n}', "application/json; charset=utf-8")
    with pytest.warns(MismatchWarning, match="the answer is application/json, not an event stream"):
        assert mode.run(opened(mode, EventData(Item), handler=handler)) == [Item(n=1)]


@pytest.mark.parametrize(
    ("body", "items"), [(b"<html>\n</html>\n", []), (b"", []), (b'data: {"n": 1}\n\n', [Item(n=1)])]
)
def test_what_is_called_otherwise_is_told_and_read_as_events(mode: Mode, body: bytes, items: list[Item]):
    told: list[Any] = []
    handler = answer(body, "text/html; charset=utf-8")
    assert mode.run(opened(mode, EventData(Item), handler=handler, on_mismatch=told.append)) == items
    assert [each.problems for each in told] == [(("", "the answer is text/html, not an event stream"),)]
    given = opened(mode, EventData(Item), handler=handler, on_mismatch="raise")
    with pytest.raises(MismatchError):
        step(mode, given)
    assert given.response.is_closed


def test_an_answer_without_a_body_has_no_items(mode: Mode):
    assert mode.run(opened(mode, EventData(Item), handler=lambda _: httpx.Response(204))) == []


def test_items_that_differ_are_told_and_read_as_far_as_they_go(mode: Mode):
    told: list[Any] = []
    body = b'{"n": "1"}\n{"n": 2, "more": [1]}\nnonsense\n{"n": 3}\n'
    items = mode.run(opened(mode, JsonLines(Item), handler=answer(body), on_mismatch=told.append))
    assert [items[0].n, items[1].n, items[1].model_extra, items[2], items[3].n] == [1, 2, {"more": [1]}, "nonsense", 3]
    assert [each.problems for each in told] == [
        (("n", "sent as a string, described as an integer"),),
        (("", "an item of the stream is no JSON (8 bytes)"),),
    ]
    assert {each.route for each in told} == {"GET /x"}


def test_the_text_of_events_is_utf_8_whatever_the_server_calls_it(mode: Mode):
    body = "data: ☃\n\n".encode() + b"data: \xff\n\n"
    given = opened(mode, Events(TEXT), handler=answer(body, "text/event-stream; charset=iso-8859-1"))
    with pytest.warns(MismatchWarning, match="some of its bytes are no text in utf-8"):
        assert [each.data for each in mode.run(given)] == ["☃", "\ufffd"]


@pytest.mark.parametrize(
    ("reader", "body", "error"),
    [
        (EventData(Item), b"data: " + b"[" * 100_000 + b"\n\n", MismatchError),
        (JsonLines(Item), b"[" * 100_000 + b"\n", MismatchError),
        (JsonSequence(Item), b"\x1e" + b"[" * 100_000 + b"\n", MismatchError),
        (EventData(Item), b"data: " + b"1" * 300_000, TooLargeError),
        (JsonLines(Item), b"1" * 300_000, TooLargeError),
    ],
)
def test_hostile_items_end_in_own_errors(mode: Mode, reader: Any, body: bytes, error: type[CallError]):
    given = opened(mode, reader, handler=answer(body), max_response_bytes=200_000, on_mismatch="ignore")
    with pytest.raises(error, match=r"GET /"):
        mode.run(given)


def test_a_compressed_item_is_bounded_when_it_is_opened(mode: Mode):
    def handler(_: httpx.Request) -> httpx.Response:
        return httpx.Response(
            200, content=gzip.compress(b"data: " + b"1" * 5_000_000), headers={"content-encoding": "gzip"}
        )

    given = opened(mode, EventData(Item), handler=handler, max_response_bytes=200_000)
    with pytest.raises(TooLargeError):
        mode.run(given)


def every(seconds: float, piece: bytes) -> Callable[[socket.socket], None]:
    """Return a server that sends a piece again and again."""

    def send(connection: socket.socket) -> None:
        connection.sendall(HEAD)
        for _ in range(100):
            connection.sendall(chunk(piece))
            time.sleep(seconds)

    return send


@pytest.mark.slow
@pytest.mark.parametrize("piece", [b": still here\n", b'data: {"n": 1}\n\n'])
def test_a_stream_may_last_longer_than_the_timeout_as_long_as_lines_come(mode: Mode, piece: bytes):
    def send(connection: socket.socket) -> None:
        connection.sendall(HEAD)
        for _ in range(8):
            connection.sendall(chunk(piece))
            time.sleep(0.1)
        connection.sendall(chunk(b'data: {"n": 2}\n\n') + chunk(b""))

    with serving(send) as address:
        assert mode.run(opened(mode, EventData(Item), base_url=address, timeout=0.5))[-1] == Item(n=2)


def test_bytes_that_never_end_a_line_do_not_hold_a_stream_open(mode: Mode):
    with serving(every(0.05, b"a")) as address:
        given = opened(mode, EventData(Item), base_url=address, timeout=0.4)
        begun = time.monotonic()
        with pytest.raises(TimedOutError):
            mode.run(given)
        assert time.monotonic() - begun < 3


def test_the_caller_may_take_longer_than_the_timeout_for_an_item(mode: Mode):
    with serving(lambda connection: connection.sendall(HEAD + chunk(EVENTS) + chunk(b""))) as address:
        given = opened(mode, EventData(Item), base_url=address, timeout=0.3)
        step(mode, given)
        time.sleep(0.5)
        assert mode.run(given) == [Item(n=2)]


def test_a_silent_server_ends_in_the_timeout(mode: Mode):
    def silent(connection: socket.socket) -> None:
        connection.sendall(HEAD)
        time.sleep(2)

    with serving(silent) as address:
        given = opened(mode, EventData(Item), base_url=address, timeout=0.2)
        with pytest.raises(TimedOutError, match="GET /x"):
            mode.run(given)


def test_resuming_asks_for_what_follows_the_last_event(mode: Mode):
    seen: list[tuple[str, str | None, bytes]] = []

    def handler(request: httpx.Request) -> httpx.Response:
        last = request.headers.get("last-event-id")
        seen.append((request.method, last, request.content))
        number = int(last or 0) + 1
        return httpx.Response(200, content=f'retry: 1\nid: {number}\ndata: {{"n": {number}}}\n\n'.encode())

    request = Request("POST", "/x")
    request.json({"a": 1})
    first = opened(mode, EventData(Item), request, handler=handler)
    assert mode.run(first) == [Item(n=1)]
    second = resumed(mode, first)
    assert mode.run(second) == [Item(n=2)]
    assert mode.run(resumed(mode, second)) == [Item(n=3)]
    body = json.dumps({"a": 1}, separators=(",", ":")).encode()
    assert seen == [("POST", None, body), ("POST", "1", body), ("POST", "2", body)]


def test_an_id_that_no_header_field_can_carry_is_an_own_error(mode: Mode):
    given = opened(mode, EventData(Item), handler=answer(b'id: \x07\ndata: {"n": 1}\n\n'))
    mode.run(given)
    with pytest.raises(TransportError, match="header field"):
        resumed(mode, given)


def test_ids_are_sent_in_utf_8(mode: Mode):
    seen: list[bytes] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.extend(value for name, value in request.headers.raw if name.lower() == b"last-event-id")
        return httpx.Response(200, content='id: ☃\ndata: {"n": 1}\n\n'.encode())

    given = opened(mode, EventData(Item), handler=handler)
    mode.run(given)
    resumed(mode, given)
    assert seen == ["☃".encode()]


def test_what_was_read_while_it_was_sent_is_not_sent_again(mode: Mode):
    request = Request("POST", "/x")
    write_content(request, iter([b"a"]), "text/plain")
    given = opened(mode, EventData(Item), request, handler=answer(EVENTS))
    with pytest.raises(ValueError, match="cannot be sent again"):
        resumed(mode, given)


def test_a_client_that_is_closed_ends_its_streams_in_own_errors(mode: Mode):
    with serving(every(0.02, EVENTS)) as address:
        client = mode.client(None, base_url=address)
        given = stream_of(mode, client, EventData(Item))
        step(mode, given)
        mode.run(client.close())
        with pytest.raises(TransportError):
            mode.run(given)
