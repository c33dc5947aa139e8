from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specloom.source import find_member, parse_pointer, render_pointer

if TYPE_CHECKING:
    from specloom.findings import Pointer


@pytest.mark.parametrize(
    ("text", "pointer"),
    [
        ("", ()),
        ("/", ("",)),
        ("/foo/0", ("foo", "0")),
        ("/a~1b", ("a/b",)),
        ("/m~0n", ("m~n",)),
        ("/~01", ("~1",)),
        ("/ //é", (" ", "", "é")),
        ("/c%d", ("c%d",)),
    ],
)
def test_text_and_segments(text: str, pointer: Pointer):
    assert parse_pointer(text) == pointer
    assert render_pointer(pointer) == text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("foo", "a JSON Pointer starts with '/': 'foo'"),
        ("#/foo", "a JSON Pointer starts with '/': '#/foo'"),
        ("/a~2", "'~' in a JSON Pointer is written '~0': '/a~2'"),
        ("/~", "'~' in a JSON Pointer is written '~0': '/~'"),
    ],
)
def test_what_is_no_pointer_is_refused(text: str, message: str):
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the message is asserted below
        parse_pointer(text)
    assert str(caught.value) == message


@given(st.lists(st.text()))
def test_every_pointer_survives(segments: list[str]):
    assert parse_pointer(render_pointer(tuple(segments))) == tuple(segments)


@pytest.mark.parametrize(
    ("segment", "found"),
    [("0", ("a",)), ("2", ("c",)), ("3", ()), ("02", ()), ("-1", ()), ("-", ()), ("", ()), ("²", ()), ("9" * 5000, ())],
)
def test_items_are_counted_from_0_without_leading_zeros(segment: str, found: tuple[str, ...]):
    assert find_member(["a", "b", "c"], segment) == found
