from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from specloom.cli.report.escape import unpainted
from specloom.cli.report.text import render_findings
from specloom.findings import DescriptionError
from specloom.source import parse_text, problem, yaml_syntax


def read(text: str) -> object:
    return parse_text(text, name="api.yaml", format="yaml").data


def report(text: str) -> str:
    with pytest.raises(DescriptionError) as caught:
        read(text)
    return unpainted(render_findings(caught.value.findings))


def rules(text: str) -> list[str]:
    with pytest.raises(DescriptionError) as caught:
        read(text)
    return [finding.rule for finding in caught.value.findings]


@pytest.fixture(params=["C parser", "Python parser"])
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(yaml_syntax, "_LOADER", yaml.CBaseLoader if request.param == "C parser" else yaml.BaseLoader)
    return str(request.param)


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("False", False),
        ("NULL", None),
        ("~", None),
        ("", None),
        ("on", "on"),
        ("off", "off"),
        ("yes", "yes"),
        ("No", "No"),
        ("y", "y"),
        ("tRue", "tRue"),
        ("0", 0),
        ("-12", -12),
        ("+12", 12),
        ("010", 10),
        ("0o17", 15),
        ("0x1F", 31),
        ("0b11", "0b11"),
        ("1_000", "1_000"),
        ("12:30:45", "12:30:45"),
        ("1.5", 1.5),
        (".5", 0.5),
        ("1.", 1.0),
        ("-1e3", -1000.0),
        ("1.2.3", "1.2.3"),
        ("600e27371700", "600e27371700"),
        (".", "."),
        ("-", [None]),
        ("2020-01-01", "2020-01-01"),
        ("2020-01-01T10:00:00Z", "2020-01-01T10:00:00Z"),
        ("'1'", "1"),
        ('"true"', "true"),
        ("=", "="),
        ("!!str 1", "1"),
        ("! 1", "1"),
        ("!!int 0x10", 16),
        ("!!float 1", 1.0),
        ("!!bool true", True),
        ("!!null ''", None),
        ("!!map {a: 1}", {"a": 1}),
        ("!!seq [1]", [1]),
        ('"\\U0001F600 \\u00e9"', "\U0001f600 é"),
        ('"\\ud83d\\ude00 \\uD83D\\uDE00"', "\U0001f600 \U0001f600"),
        ("'\\ud83d\\ude00'", "\\ud83d\\ude00"),
        ("|\n  a\n  b", "a\nb"),
        (">-\n  a\n  b", "a b"),
    ],
)
def test_scalars_follow_the_core_schema_of_yaml_1_2(written: str, value: object):
    data = read(f"value: {written}" if written != "-" else "value:\n-")
    assert data == {"value": value}
    assert isinstance(data, dict)
    assert type(data["value"]) is type(value)


@pytest.mark.usefixtures("either_parser")
def test_names_of_members_are_what_was_written():
    text = "200: a\n0x10: b\ntrue: c\nnull: d\n~: e\n1.10: f\n2020-01-01: g\n'201': h\n? on\n: i\n"
    assert read(text) == dict(
        zip(("200", "0x10", "true", "null", "~", "1.10", "2020-01-01", "201", "on"), "abcdefghi", strict=True)
    )


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: &x {b: 1, c: 2}\nd: {<<: *x, c: 3}", {"b": 1, "c": 3}),
        ("a: &x {b: 1}\nd:\n  c: 3\n  <<: *x\n  b: 2", {"b": 2, "c": 3}),
        ("a: [&x {b: 1}, &y {b: 2, c: 2}]\nd: {<<: [*x, *y]}", {"b": 1, "c": 2}),
        ("a: &x {b: 1}\nm: &y {<<: *x, c: 2}\nd: {<<: *y}", {"b": 1, "c": 2}),
        ("d: {<<: {b: 1}}", {"b": 1}),
        ("a: &x {b: 1}\nd: {!!merge <<: *x, c: 3}", {"b": 1, "c": 3}),
        ("d: {!!str <<: 1}", {"<<": 1}),
        ("d: {'<<': 1}", {"<<": 1}),
        ("a: &x 1\nd: *x", 1),
        ("a: &x name\nd: {*x : 1}", {"name": 1}),
        ("a: &x 1\nb: &x 2\nd: *x", 2),
    ],
)
def test_aliases_and_merge_keys(text: str, value: object):
    data = read(text)
    assert isinstance(data, dict)
    assert data["d"] == value


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n...\n", "---\n"])
def test_no_document_is_null(text: str):
    assert read(text) is None


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("a: !!python/object/apply:os.system [id]", "unsupported-yaml"),
        ("a: !!python/name:os.system ''", "unsupported-yaml"),
        ("a: !!python/object/new:os.system {}", "unsupported-yaml"),
        ("a: !!set {b, c}", "unsupported-yaml"),
        ("a: !!binary aGk=", "unsupported-yaml"),
        ("a: !!timestamp 2020-01-01", "unsupported-yaml"),
        ("a: !custom 1", "unsupported-yaml"),
        ("a: !!int x", "unsupported-yaml"),
        ("a: !!int true", "unsupported-yaml"),
        ("!!omap a: 1", "unsupported-yaml"),
        ("a: 1\n---\nb: 1", "unsupported-yaml"),
        ("? [a, b]\n: 1", "unsupported-yaml"),
        ("a: -.INF", "unsupported-yaml"),
        ("a: .NaN", "unsupported-yaml"),
        (f"a: {'9' * 5000}", "unsupported-yaml"),
        (f"a: 0x{'f' * 5000}", "unsupported-yaml"),
        ("a: &a {b: *a}", "unsupported-yaml"),
        ("a: &a 1\nb: &a [*a]", "unsupported-yaml"),
        ("a: *missing", "invalid-yaml"),
        ("a: {<<: 1}", "invalid-yaml"),
        ("a: {!!merge b: {}}", "unsupported-yaml"),
        ("a: {<<: [{b: 1}, 2]}", "invalid-yaml"),
        ('a: "\\ud800"', "invalid-yaml"),
        ("a: \x07", "invalid-yaml"),
        ("a: \0", "invalid-yaml"),
        ("a:\n\tb: 1", "invalid-yaml"),
        ("a: [1", "invalid-yaml"),
        ("a: 'b", "invalid-yaml"),
        ("a: 1\na: 2", "duplicate-key"),
        ("{a: 1, 'a': 2}", "duplicate-key"),
        ("a: &x {b: 1}\nd: {<<: *x, <<: *x}", "duplicate-key"),
        ("a: \ud800", "invalid-encoding"),
    ],
)
def test_what_is_not_plain_data_is_refused(text: str, rule: str):
    assert rules(text) == [rule]


def test_all_that_can_be_found_is_told_at_once():
    assert rules("a: 1\na: 2\nb: {c: 1, c: !x 2, c: .inf}\nd: [") == [
        "duplicate-key",
        "duplicate-key",
        "unsupported-yaml",
        "duplicate-key",
        "unsupported-yaml",
        "invalid-yaml",
    ]


def test_there_is_an_end_to_what_is_told():
    assert rules("a: 1\n" * 10_000) == ["duplicate-key"] * problem.MAX_PROBLEMS


GOLDEN = {
    "duplicate key": (
        "paths:\n  /orders: {}\n  /customers: {}\n  /orders: {}\n",
        (
            "api.yaml:4:3: error: '/orders' is written twice\n"
            "    3 |   /customers: {}\n"
            "  → 4 |   /orders: {}\n"
            "    at /paths/~1orders\n"
            "    also: api.yaml:2:3\n"
            "    help: keep one of the two\n"
            "    see: YAML 1.2.2, 3.2.1.1; RFC 8259, 4                                            [duplicate-key]\n"
        ),
    ),
    "merge key twice": (
        "a: &a {x: 1}\nb: &b {y: 1}\nc:\n  <<: *a\n  <<: *b\n",
        (
            "api.yaml:5:3: error: '<<' is written twice\n"
            "    4 |   <<: *a\n"
            "  → 5 |   <<: *b\n"
            "    at /c/<<\n"
            "    also: api.yaml:4:3\n"
            "    help: write both as one list: '<<: [*first, *second]'\n"
            "    see: YAML 1.2.2, 3.2.1.1; RFC 8259, 4                                            [duplicate-key]\n"
        ),
    ),
    "tag": (
        "a: !!python/object/apply:os.system [id]\n",
        (
            "api.yaml:1:4: error: the tag '!!python/object/apply:os.system' is not plain data\n"
            "  → 1 | a: !!python/object/apply:os.system [id]\n"
            "    at /a\n"
            "    help: write it without a tag\n"
            "    see: OpenAPI 3.1.1, 4.2                                                       [unsupported-yaml]\n"
        ),
    ),
    "second document": (
        "a: 1\n---\nb: 2\n",
        (
            "api.yaml:2:1: error: a second document starts here\n"
            "    1 | a: 1\n"
            "  → 2 | ---\n"
            "    help: keep one document in a file\n"
            "    see: OpenAPI 3.1.1, 4.2                                                       [unsupported-yaml]\n"
        ),
    ),
    "tab": (
        "a:\n\tb: 1\n",
        (
            "api.yaml:2:1: error: a tab cannot indent YAML\n"
            "    1 | a:\n"
            "  → 2 | \\tb: 1\n"
            "    help: use spaces\n"
            "    see: YAML 1.2.2, 5 to 9                                                           [invalid-yaml]\n"
        ),
    ),
    "two colons": (
        "info:\n  title: Orders: the API\n",
        (
            "api.yaml:2:16: error: a ':' cannot stand here\n"
            "    1 | info:\n"
            "  → 2 |   title: Orders: the API\n"
            "    help: check the indentation, or quote the text\n"
            "    see: YAML 1.2.2, 5 to 9                                                           [invalid-yaml]\n"
        ),
    ),
    "open list": (
        "tags: [a, b\ninfo: {}\n",
        (
            "api.yaml:2:5: error: this list is not continued with ',' or closed with ']'\n"
            "    1 | tags: [a, b\n"
            "  → 2 | info: {}\n"
            "    also: api.yaml:1:7\n"
            "    help: close the list\n"
            "    see: YAML 1.2.2, 5 to 9                                                           [invalid-yaml]\n"
        ),
    ),
    "open quote": (
        "a: '😀\nb: \"\nc: 1\n",
        (
            "api.yaml:1:4: error: this quoted text is never closed\n"
            "  → 1 | a: '😀\n"
            "    help: add the closing quote\n"
            "    see: YAML 1.2.2, 5 to 9                                                           [invalid-yaml]\n"
        ),
    ),
    "alias": (
        "a: *b\n",
        (
            "api.yaml:1:4: error: the alias '*b' has no anchor before it\n"
            "  → 1 | a: *b\n"
            "    at /a\n"
            "    help: write '&b' before the value it stands for, or quote a text with '*'\n"
            "    see: YAML 1.2.2, 5 to 9                                                           [invalid-yaml]\n"
        ),
    ),
    "control character": (
        "😀: \x1b[31m\n",
        (
            "api.yaml:1:4: error: the character U+001B is not allowed in YAML\n"
            "  → 1 | 😀: \\x1b[31m\n"
            "    help: remove it\n"
            "    see: YAML 1.2.2, 5 to 9                                                           [invalid-yaml]\n"
        ),
    ),
    "half a character": (
        "a: \ud800\n",
        (
            "api.yaml:1:4: error: half of a surrogate pair is not a character\n"
            "  → 1 | a: \\ud800\n"
            "    see: RFC 8259, 8.1; YAML 1.2.2, 5.2                                           [invalid-encoding]\n"
        ),
    ),
    "half a pair of escapes": (
        'a: "\\ud83d\\ude00"\nb: "\\ud83d"\n',
        (
            "api.yaml:2:4: error: half of a surrogate pair is not a character\n"
            '    1 | a: "\\ud83d\\ude00"\n'
            '  → 2 | b: "\\ud83d"\n'
            "    at /b\n"
            "    see: YAML 1.2.2, 5 to 9                                                           [invalid-yaml]\n"
        ),
    ),
    "number without end": (
        "a: .inf\n",
        (
            "api.yaml:1:4: error: '.inf' is no number that JSON can say\n"
            "  → 1 | a: .inf\n"
            "    at /a\n"
            "    help: write another number, or a text\n"
            "    see: OpenAPI 3.1.1, 4.2                                                       [unsupported-yaml]\n"
        ),
    ),
    "alias bomb": (
        "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
        + "".join(f"{y}: &{y} [{', '.join([f'*{x}'] * 10)}]\n" for x, y in zip("abcdefgh", "bcdefghi", strict=True)),
        (
            "api.yaml:5:20: error: with the alias '*d' these 197 characters make 56,788 values\n"
            "    4 | d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]\n"
            "  → 5 | e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]\n"
            "    at /e/3\n"
            "    help: aliases count in full: write '$ref' in their place                    [document-too-large]\n"
        ),
    ),
}


@pytest.mark.parametrize(("text", "expected"), GOLDEN.values(), ids=GOLDEN.keys())
def test_problems_are_told_in_plain_words_at_their_place(text: str, expected: str):
    assert report(text) == f"{expected}\n1 error\n"


@pytest.mark.slow
@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    "text",
    [
        "a: &a [" + "x," * 3000 + "]\nb: [" + "*a," * 3000 + "]",
        "a: &a " + "x" * 1_000_000 + "\nb: [" + "*a," * 3000 + "]",
        "a: &a {" + "".join(f"k{i}: 1, " for i in range(3000)) + "}\nb: [" + "{<<: *a}," * 3000 + "]",
        "[" * 100_000,
        "[\n" * 100_000,
        "- " * 100_000,
        "{a: " * 100_000,
        "".join(" " * level + "a:\n" for level in range(600)),
        "a: &a " + "[" * 300 + "]" * 300 + "\nb: " + "[" * 300 + "*a" + "]" * 300,
    ],
    ids=["quadratic", "long text", "merges", "lists", "lines", "dashes", "mappings", "indented", "through an alias"],
)
def test_bombs_are_refused_before_they_go_off(text: str):
    assert rules(text) == ["document-too-large"]


def test_the_depth_that_is_allowed_can_be_read():
    depth = problem.MAX_DEPTH
    source = parse_text("[" * depth + "]" * depth, name="api", format="yaml")
    assert source.locate(("0",) * (depth - 1)).column == depth
    assert rules("[" * (depth + 1) + "]" * (depth + 1)) == ["document-too-large"]


@pytest.mark.parametrize("merged", ["*a{}", "[*a{}]", "{{<<: *a{}}}", "[{{<<: *a{}}}]"])
def test_what_is_merged_is_no_deeper_than_what_it_is_merged_into(merged: str):
    chain = "a0: &a0 {k: [0]}\n" + "".join(
        f"a{n}: &a{n} {{<<: {merged.format(n - 1)}, k: [{n}]}}\n" for n in range(1, 101)
    )
    around = problem.MAX_DEPTH - 3  # less the document, the mapping, and the list in it
    text = f"{chain}b: {'[' * around}*a100{']' * around}\n"
    assert parse_text(text, name="api", format="yaml").data["a100"] == {"k": [100]}
    assert rules(f"{chain}b: {'[' * (around + 1)}*a100{']' * (around + 1)}\n") == ["document-too-large"]


# YAML has no control characters and its parsers fold three more line ends; JSON's escapes for pairs it does not have.
TEXT = st.text(st.characters(exclude_categories=["Cc", "Cn", "Cs", "Zl", "Zp"]))


@settings(max_examples=50, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
        lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner),
        max_leaves=10,
    )
)
def test_json_is_read_as_well(value: object):
    assert read(json.dumps(value, ensure_ascii=False)) == value
