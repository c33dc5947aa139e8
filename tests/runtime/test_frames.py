"""Streams in pieces: whatever the borders, the items are those of the whole."""

from __future__ import annotations

import json
import re
import time
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from runtime.errors import TooLargeError
from runtime.features.events import EventFrames
from runtime.features.frames import Frame, Frames, LineFrames, SequenceFrames, WholeFrame

if TYPE_CHECKING:
    from collections.abc import Callable

FIELDS = ("data: a", "data:b", "data", "data:  ", "data: \ufeff☃", "event: e", "event", "id: 7", "id", "id: a\0b")
ODD = (": comment", ":", "", "", "retry: 5", "retry: x5", "retry", "datax: 1", " data: 1", "Data: 1", "other: 1")


def frames_of(finder: Frames, pieces: list[bytes]) -> list[Frame]:
    last_id = ""
    found: list[Frame] = []
    for item in [*(item for piece in pieces for item in finder.feed(piece)), *finder.finish()]:
        frame = item if isinstance(item, Frame) else Frame(item, id=last_id)
        last_id = last_id if frame.id is None else frame.id
        found.append(frame)
    return [frame for frame in found if frame.content is not None]


def cut(body: bytes, borders: list[int]) -> list[bytes]:
    places = sorted({0, len(body), *(border % (len(body) + 1) for border in borders)})
    return [body[start:end] for start, end in pairwise(places)] or [b""]


def reference(body: bytes) -> list[tuple[str, str, str, int | None]]:
    """Do what the HTML standard says, 9.2.6, word for word: data, event, id and retry of what is dispatched."""
    text = body.decode("utf-8", "replace").removeprefix("\ufeff")
    *lines, _ = re.split("\r\n|\r|\n", text)
    data, event, last_id = "", "", ""
    retry: int | None = None
    events: list[tuple[str, str, str, int | None]] = []
    for line in lines:
        if line == "":
            if data:
                events.append((data.removesuffix("\n"), event or "message", last_id, retry))
            data, event, retry = "", "", None
            continue
        if line.startswith(":"):
            continue
        field, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if field == "event":
            event = value
        elif field == "data":
            data += value + "\n"
        elif field == "id" and "\0" not in value:
            last_id = value
        elif field == "retry" and re.fullmatch("[0-9]+", value):
            retry = int(value)
    return events


texts = st.lists(st.sampled_from([*FIELDS, *ODD]), max_size=30)
ends = st.lists(st.sampled_from(["\n", "\r", "\r\n"]), min_size=31, max_size=31)
borders = st.lists(st.integers(0, 2000), max_size=40)


@given(texts, ends, borders, st.booleans(), st.binary(max_size=4))
def test_events_are_those_of_the_html_standard(
    lines: list[str], ends: list[str], borders: list[int], marked: bool, odd: bytes
):
    text = "".join(line + end for line, end in zip(lines, ends, strict=False))
    body = b"\xef\xbb\xbf" * marked + text.encode() + b"data: " + odd + b"\n\n"
    found = frames_of(EventFrames(None), cut(body, borders))
    shown = [(each.content.decode("utf-8", "replace"), *each[1:4]) for each in found if each.content is not None]
    assert shown == reference(body)


@given(st.binary(max_size=60), borders)
def test_any_bytes_are_read_as_the_html_standard_says(body: bytes, borders: list[int]):
    found = frames_of(EventFrames(None), cut(body, borders))
    shown = [(each.content.decode("utf-8", "replace"), *each[1:4]) for each in found if each.content is not None]
    assert shown == reference(body)


def test_an_id_without_data_is_told_though_there_is_no_event():
    (frame,) = EventFrames(None).feed(b"id: 9\nretry: 100\n\n")
    assert frame == Frame(None, "message", "9", 100)


def test_the_id_of_before_holds_until_there_is_another():
    assert EventFrames(None, "3").feed(b"data: a\n\nid\ndata: b\n\n") == [b"a", Frame(b"b", id="")]
    assert EventFrames(None, "3").feed(b"event: e\ndata: b\n\n") == [Frame(b"b", "e", "3")]


@pytest.mark.parametrize("body", [b"data: a\n", b"data: a", b"data: a\n\ndata"])
def test_an_event_that_nothing_ends_is_none_and_is_told(body: bytes):
    finder = EventFrames(None)
    finder.feed(body)
    (frame,) = finder.finish()
    assert frame.content is None
    assert "within an event" in frame.problem


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


@given(st.lists(json_values, max_size=8), borders, st.sampled_from(["\n", "\r\n", "\n\n \n"]), st.booleans())
def test_lines_are_values_wherever_the_pieces_end(values: list[object], borders: list[int], end: str, ended: bool):
    body = end.join(json.dumps(value, ensure_ascii=False) for value in values).encode() + end.encode() * ended
    found = frames_of(LineFrames(None), cut(body, borders))
    assert [json.loads(frame.content or b"") for frame in found] == values


@given(st.lists(json_values, max_size=8), borders, st.sampled_from([None, 2]), st.integers(1, 3))
def test_records_are_values_wherever_the_pieces_end(
    values: list[object], borders: list[int], indent: int | None, separators: int
):
    body = "".join("\x1e" * separators + json.dumps(value, indent=indent) + "\n" for value in values).encode()
    found = frames_of(SequenceFrames(None), cut(body, borders))
    assert [json.loads(frame.content or b"") for frame in found] == values


def test_a_record_is_there_when_its_line_ends_without_waiting_for_the_next():
    finder = SequenceFrames(None)
    assert finder.feed(b'\x1e{"a":') == []
    assert finder.feed(b" 1}\n") == [b'{"a": 1}\n']
    assert finder.feed(b"\x1e") == []
    assert finder.finish() == []


def test_a_record_that_may_be_cut_is_left_out_and_told():
    """RFC 7464, 2.4: of a number, true, false or null only blanks tell the end."""
    finder = SequenceFrames(None)
    cut_off, whole = finder.feed(b"\x1e12\x1e34\n\x1e")
    assert cut_off.content is None
    assert "cut" in cut_off.problem
    assert whole == b"34\n"
    assert frames_of(SequenceFrames(None), [b"\x1etrue"]) == []


def test_what_stands_before_the_first_separator_is_told():
    (frame, _) = frames_of(SequenceFrames(None), [b'{"a": 1}\n\x1e{"a": 2}\n'])
    assert "record separator" in frame.problem


@pytest.mark.parametrize("size", [1, 7, 1000])
@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (EventFrames, b"data: " + b"a" * 200),
        (EventFrames, b": " + b"a" * 200),
        (EventFrames, b"data: a\n" * 200),
        (LineFrames, b"[" * 200),
        (LineFrames, b"[" * 200 + b"\n"),
        (SequenceFrames, b"\x1e" + b"[" * 200),
        (lambda limit: WholeFrame(limit, ""), b"[" * 200),
    ],
)
def test_no_more_of_an_item_is_held_than_the_limit(kind: Callable[[int], Frames], body: bytes, size: int):
    with pytest.raises(TooLargeError, match="more than 100 bytes"):
        frames_of(kind(100), [body[start : start + size] for start in range(0, len(body), size)])


@pytest.mark.parametrize(
    ("finder", "item"),
    [
        (EventFrames(100), b": ping\ndata: 1\n\n"),
        (EventFrames(100), b"data: 2\n\ndata: [\ndata: 1\ndata: ]\n\ndata: [\ndata: 3]\n"),
        (LineFrames(100), b"[1]\n"),
        (SequenceFrames(100), b"\x1e[1]\n"),
    ],
    ids=["events", "events of several lines", "lines", "sequence"],
)
def test_the_limit_is_for_each_item_not_for_all(finder: Frames, item: bytes):
    assert len([frame for _ in range(1000) for frame in finder.feed(item)]) >= 1000


def test_an_event_of_many_lines_in_many_pieces_takes_linear_time():
    start = time.process_time()
    frames = frames_of(EventFrames(None), [*[b"data:\n" * 300] * 3000, b"\n"])
    assert time.process_time() - start < 4
    assert [frame.content for frame in frames if isinstance(frame, Frame)] == [b"\n" * (300 * 3000 - 1)]
