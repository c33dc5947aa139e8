from __future__ import annotations

import pytest

from specloom.cli.report.escape import unpainted
from specloom.cli.report.text import render_findings
from specloom.findings import DescriptionError
from specloom.source import parse_text, problem


def read(text: str) -> object:
    return parse_text(text, name="api.json", format="json").data


def report(text: str) -> str:
    with pytest.raises(DescriptionError) as caught:
        read(text)
    return unpainted(render_findings(caught.value.findings))


def found(text: str) -> list[tuple[str, int]]:
    with pytest.raises(DescriptionError) as caught:
        read(text)
    return [(finding.rule, finding.location.position.column) for finding in caught.value.findings]


def test_values_are_plain():
    text = '\ufeff{"a": [1, -2.5, 1e3, true, null, "\\ud83d\\ude00\\\\ud800"], "200": {}}\r\n'
    assert read(text) == {"a": [1, -2.5, 1000.0, True, None, "😀\\ud800"], "200": {}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": 1, "b": {"a": 1, "\\u0061": 2}, "a": 3}', [("duplicate-key", 24), ("duplicate-key", 38)]),
        ('[{"a": {"a": "a"}}, {"a": ["a", "a"]}, NaN]', [("invalid-json", 40)]),
        ('{"a": [NaN, "NaN", -Infinity, 1e400]}', [("invalid-json", 8), ("invalid-json", 20), ("invalid-json", 31)]),
        (f'{{"a": -{"9" * 5000}}}', [("invalid-json", 7)]),
        (r'{"a": "\ud800 \ud83d\ude00 \udc00", "\uDBFF\u0041": 1}', [("invalid-json", n) for n in (8, 28, 38)]),
        ('{"a": 1,}', [("invalid-json", 8)]),
        ("[1, ]", [("invalid-json", 3)]),
        ("", [("invalid-json", 1)]),
        ("{", [("invalid-json", 2)]),
        ('{"a": "b', [("invalid-json", 7)]),
        ("[1] [2]", [("invalid-json", 5)]),
        ('{"a": "\ud800"}', [("invalid-encoding", 8)]),
        ("[" * 100_000, [("document-too-large", 501)]),
        ("[" * 100_000 + "]" * 100_000, [("document-too-large", 501)]),
        ('{"a":' * 100_000, [("document-too-large", 2501)]),
        ("[" * 501 + "]" * 501, [("document-too-large", 501)]),
        ("[" + "[]," * problem.MAX_NODES + "1]", [("document-too-large", 1)]),
        ('["' + '\\"' * 1_000_000 + "," * problem.MAX_NODES, [("invalid-json", 2)]),
    ],
    ids=range(18),
)
def test_what_is_not_strict_json_is_refused(text: str, expected: list[tuple[str, int]]):
    assert found(text) == expected


def test_brackets_and_commas_in_texts_are_no_values():
    assert read('{"a": "' + "[,{" * problem.MAX_NODES + '"}') == {"a": "[,{" * problem.MAX_NODES}


def test_the_depth_that_is_allowed_can_be_read():
    depth = problem.MAX_DEPTH
    source = parse_text("[" * depth + "]" * depth, name="api", format="json")
    assert source.locate(("0",) * (depth - 1)).column == depth


def test_there_is_an_end_to_what_is_told():
    assert len(found("[" + '{"a":1,"a":2},' * 10_000 + "1]")) == problem.MAX_PROBLEMS


GOLDEN = {
    "duplicate key": (
        '{\n  "paths": {},\n  "paths": {}\n}',
        (
            "api.json:3:3: error: 'paths' is written twice\n"
            '    2 |   "paths": {},\n'
            '  → 3 |   "paths": {}\n'
            "    at /paths\n"
            "    also: api.json:2:3\n"
            "    help: keep one of the two\n"
            "    see: YAML 1.2.2, 3.2.1.1; RFC 8259, 4                                            [duplicate-key]\n"
        ),
    ),
    "number": (
        '{"info": {"x": [0, NaN]}}',
        (
            "api.json:1:20: error: 'NaN' is no number that JSON can say\n"
            '  → 1 | {"info": {"x": [0, NaN]}}\n'
            "    at /info/x/1\n"
            "    help: write another number, or a text\n"
            "    see: RFC 8259, 2                                                                  [invalid-json]\n"
        ),
    ),
    "comma": (
        '{\n  "a": 1,\n}',
        (
            "api.json:2:9: error: a ',' stands before a closing bracket\n"
            "    1 | {\n"
            '  → 2 |   "a": 1,\n'
            "    help: remove the ','\n"
            "    see: RFC 8259, 2                                                                  [invalid-json]\n"
        ),
    ),
    "comment": (
        '{\n  // the title\n  "a": 1}',
        (
            "api.json:2:3: error: JSON has no comments\n"
            "    1 | {\n"
            "  → 2 |   // the title\n"
            "    help: remove it, or write the file as YAML\n"
            "    see: RFC 8259, 2                                                                  [invalid-json]\n"
        ),
    ),
    "YAML": (
        "a: 1\n",
        (
            "api.json:1:1: error: this is not JSON\n"
            "  → 1 | a: 1\n"
            "    help: begin the document with '{', or call a file that is YAML .yaml\n"
            "    see: RFC 8259, 2                                                                  [invalid-json]\n"
        ),
    ),
    "quotes": (
        "{'a': 1}",
        (
            "api.json:1:2: error: the name of a member is missing here\n"
            "  → 1 | {'a': 1}\n"
            '    help: write "name": value\n'
            "    see: RFC 8259, 2                                                                  [invalid-json]\n"
        ),
    ),
    "end": (
        '{"a": ',
        (
            "api.json:1:7: error: the file ends before the document does\n"
            '  → 1 | {"a":\n'
            "    help: save it again, with all of the document\n"
            "    see: RFC 8259, 2                                                                  [invalid-json]\n"
        ),
    ),
    "surrogate": (
        '["\\ud800"]',
        (
            "api.json:1:3: error: half of a surrogate pair is not a character\n"
            '  → 1 | ["\\ud800"]\n'
            "    help: escape both halves\n"
            "    see: RFC 8259, 2                                                                  [invalid-json]\n"
        ),
    ),
    "depth": (
        "[\n" * 600 + "]" * 600,
        (
            "api.json:501:1: error: more than 500 levels of nesting\n"
            "    500 | [\n"
            "  → 501 | [\n"
            "    help: split the description                                                 [document-too-large]\n"
        ),
    ),
}


@pytest.mark.parametrize(("text", "expected"), GOLDEN.values(), ids=GOLDEN.keys())
def test_problems_are_told_in_plain_words_at_their_place(text: str, expected: str):
    assert report(text) == f"{expected}\n1 error\n"
