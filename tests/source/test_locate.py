from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Literal

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from specloom.findings import Pointer, Position
from specloom.source import SourceFile, parse_text, yaml_syntax

if TYPE_CHECKING:
    from collections.abc import Iterator

YAML = """\
# a comment
openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      tags: [Orders, "Line items"]
      responses:
        200: {description: "OK"}
        '404':
          description: |
            Not
            found
servers:
  - url: &url https://example.com
  - url: *url
    empty:
base: &base
  timeout: {seconds: 5}
  retries: 2
derived:
  <<: *base
  retries: 3
both: {<<: [{x: 1}, *base]}
again: *base
"""

JSON = """\
{
  "paths" : {
    "/orders": {"get": {"tags": ["a", "b" , {"x": "}, ]"}]}},
    "\\u00e9/~": [ [], {}, [ 1 ] ]
  },
  "z": -1.5e3
}
"""


@pytest.fixture(params=[yaml.CBaseLoader, yaml.BaseLoader], ids=["C parser", "Python parser"])
def source(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> SourceFile:
    monkeypatch.setattr(yaml_syntax, "_LOADER", request.param)
    return parse_text(YAML, name="api.yaml", format="yaml")


@pytest.mark.parametrize(
    ("pointer", "value", "name"),
    [
        ((), (2, 1), (2, 1)),
        (("openapi",), (2, 10), (2, 1)),
        (("paths", "/orders/{id}"), (5, 5), (4, 3)),
        (("paths", "/orders/{id}", "get", "tags"), (6, 13), (6, 7)),
        (("paths", "/orders/{id}", "get", "tags", "1"), (6, 22), (6, 22)),
        (("paths", "/orders/{id}", "get", "responses", "200", "description"), (8, 28), (8, 15)),
        (("paths", "/orders/{id}", "get", "responses", "404"), (10, 11), (9, 9)),
        (("paths", "/orders/{id}", "get", "responses", "404", "description"), (10, 24), (10, 11)),
        (("servers", "1", "url"), (15, 10), (15, 5)),
        (("servers", "1", "empty"), (16, 11), (16, 5)),
        (("derived", "timeout", "seconds"), (18, 22), (18, 13)),
        (("derived", "retries"), (22, 12), (22, 3)),
        (("both", "x"), (23, 17), (23, 14)),
        (("both", "retries"), (19, 12), (19, 3)),
        (("again",), (24, 8), (24, 1)),
        (("again", "retries"), (19, 12), (19, 3)),
        (("paths", "/none", "get"), (4, 3), (4, 3)),
        (("servers", "2"), (14, 3), (14, 3)),
        (("servers", "01"), (14, 3), (14, 3)),
        (("servers", "-"), (14, 3), (14, 3)),
        (("openapi", "x"), (2, 10), (2, 10)),
        (("derived", "<<"), (21, 3), (21, 3)),
    ],
)
def test_places_in_yaml(source: SourceFile, pointer: Pointer, value: tuple[int, int], name: tuple[int, int]):
    assert source.locate(pointer) == Position(*value)
    assert source.locate(pointer, key=True) == Position(*name)


@pytest.mark.parametrize(
    ("pointer", "value", "name"),
    [
        ((), (1, 1), (1, 1)),
        (("paths",), (2, 13), (2, 3)),
        (("paths", "/orders", "get", "tags", "2", "x"), (3, 51), (3, 46)),
        (("paths", "é/~"), (4, 17), (4, 5)),
        (("paths", "é/~", "2", "0"), (4, 29), (4, 29)),
        (("paths", "é/~", "3"), (4, 17), (4, 17)),
        (("paths", "é/~", "0", "0"), (4, 19), (4, 19)),
        (("z",), (6, 8), (6, 3)),
        (("z", "y"), (6, 8), (6, 8)),
        (("none",), (1, 1), (1, 1)),
    ],
)
def test_places_in_json(pointer: Pointer, value: tuple[int, int], name: tuple[int, int]):
    source = parse_text(JSON, name="api.json", format="json")
    assert source.locate(pointer) == Position(*value)
    assert source.locate(pointer, key=True) == Position(*name)


def test_order_of_questions_does_not_matter():
    pointers = [("paths", "é/~", "2"), ("z",), ("paths", "/orders", "get"), ("paths",), ("none",), ("paths", "é/~")]
    asked_once = [parse_text(JSON, name="x", format="json").locate(pointer) for pointer in pointers]
    source = parse_text(JSON, name="x", format="json")
    assert [source.locate(pointer) for pointer in pointers] == asked_once
    assert [source.locate(pointer) for pointer in reversed(pointers)] == asked_once[::-1]


TEXT = st.text(st.characters(exclude_categories=["Cc", "Cn", "Cs", "Zl", "Zp"]))


@pytest.mark.parametrize("format_", ["yaml", "json"])
@settings(max_examples=50, deadline=None)
@given(
    value=st.recursive(
        st.none() | st.booleans() | st.integers() | TEXT,
        lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner),
        max_leaves=12,
    ),
    indent=st.sampled_from([None, 0, 2]),
)
def test_the_value_stands_where_it_is_said_to_stand(
    format_: Literal["yaml", "json"], value: object, indent: int | None
):
    text = json.dumps(value, indent=indent, ensure_ascii=False)
    source = parse_text(text, name="x", format=format_)
    lines = text.split("\n")
    for pointer, expected in walk(value):
        position = source.locate(pointer)
        rest = "\n".join([lines[position.line - 1][position.column - 1 :], *lines[position.line :]])
        assert json.JSONDecoder().raw_decode(rest)[0] == expected


def test_locating_in_a_large_file_is_quick():
    schema = {"type": "object", "properties": {f"p{i}": {"type": "string"} for i in range(12)}}
    text = json.dumps({"components": {"schemas": {f"S{i}": schema for i in range(8000)}}, "end": 1}, indent=2)
    source = parse_text(text, name="x", format="json")
    assert isinstance(source.data, dict)
    start = time.process_time()
    assert source.locate(("end",)).line == text.count("\n")
    assert source.locate(("components", "schemas", "S7999", "properties", "p11", "type")).column == 21
    assert time.process_time() - start < 2


def walk(value: object, pointer: Pointer = ()) -> Iterator[tuple[Pointer, object]]:
    yield pointer, value
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, child in members:
        yield from walk(child, (*pointer, str(name)))
