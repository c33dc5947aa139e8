"""What counts as a block of a page, and how broken ones are repaired."""

import pytest
from evidence.blocks import Block, find_blocks
from evidence.repairs import REPAIRS, NotJsonError, Repair, read_block

PAGE = """\
Widgets
GET /widgets HTTP/1.1

{
  "items": [
    {"name": "curly } and \\" quoted"}
  ]
}
| a table {with braces} |
[1, 2]
  {"indented": true}Glued text
{"first": 1}{"second":
2} [3]
{"never": "closed"
"""


def test_blocks_have_their_lines():
    found = [(block.line, block.text.replace("\n", "")) for block in find_blocks("page", PAGE)]
    assert found == [
        (4, '{  "items": [    {"name": "curly } and \\" quoted"}  ]}'),
        (10, "[1, 2]"),
        (11, '{"indented": true}'),
        (12, '{"first": 1}'),
        (12, '{"second":2}'),
        (13, "[3]"),
    ]


def test_a_block_knows_the_lines_above_it():
    (first, *_) = find_blocks("page", PAGE)
    assert first.above == ("Widgets", "GET /widgets HTTP/1.1", "")
    assert first.place == "page:4"


MARKS = REPAIRS["fixje", 9]
COMMAS = REPAIRS["fixably", 1896]


@pytest.mark.parametrize(
    ("text", "repair", "value"),
    [
        ('{"a": [1, 2,],}', COMMAS, {"a": [1, 2]}),
        ('{"a": ",]",\n}', COMMAS, {"a": ",]"}),
        ('{- "a": "- b",\n- "c": [\n- {- "d": -1}\n], - "e": 0}', MARKS, {"a": "- b", "c": [{"d": -1}], "e": 0}),
    ],
)
def test_repairs(text: str, repair: Repair, value: object):
    block = Block("page", 1, text, ())
    assert read_block(block, {("page", 1): repair}) == (value, repair)


@pytest.mark.parametrize(
    ("text", "repairs", "message"),
    [
        ("{a}", {}, "no JSON: .* mend it in repairs.py"),
        ("{a,}", {("page", 1): COMMAS}, "no JSON even when repaired"),
        ("{}", {("page", 1): COMMAS}, "take its repair .* off the list"),
    ],
)
def test_what_cannot_be_read_says_why(text: str, repairs, message: str):
    with pytest.raises(NotJsonError, match=message):
        read_block(Block("page", 1, text, ()), repairs)


def test_a_block_that_needs_no_repair_is_as_it_stands():
    assert read_block(Block("page", 1, '{"a": 1}', ())) == ({"a": 1}, None)
