import json

import pytest
import yaml

from specloom.cli.bundle import render_json, render_yaml


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("plain", "plain"),
        ("1", "'1'"),
        ("1e3", "'1e3'"),
        ("0o17", "'0o17'"),
        ("0x1F", "'0x1F'"),
        ("1.5", "'1.5'"),
        ("1_000", "'1_000'"),
        ("yes", "'yes'"),
        ("null", "'null'"),
        ("2020-01-01", "'2020-01-01'"),
        ("v1", "v1"),
        ("", "''"),
        (1000.0, "1000.0"),
        (True, "true"),
        ("two\nlines\n", "|\n  two\n  lines"),
        ("two\nlines", "|-\n  two\n  lines"),
    ],
)
def test_scalars(value: object, written: str):
    text = render_yaml({"a": value})
    assert text == f"a: {written}\n"
    assert yaml.safe_load(text) == {"a": value}


@pytest.mark.parametrize(
    "value",
    ["trailing \nspace", "\n", "a\r\nb", "tab\there\nand", "  indented\nless", "é\n🔧", "\x1b[31m\n", "\u2028\n"],
)
def test_every_text_survives(value: str):
    text = render_yaml({"a": value})
    assert yaml.safe_load(text) == {"a": value}
    assert "\x1b" not in text


@pytest.mark.parametrize(
    "value", ["\u202etxet", "a\u200bé", "two\n\u2066lines", "\U000e0041", "é\xa0ü\u3000", "\ufeff"]
)
def test_what_is_not_seen_is_escaped(value: str):
    document = {value: [value]}
    for render, read in ((render_yaml, yaml.safe_load), (render_json, json.loads)):
        assert all(each.isprintable() or each.isspace() for each in render(document))
        assert read(render(document)) == document
    assert "é ü" in render_yaml({"a": "é ü"})


def test_shared_values_are_written_twice():
    shared = {"type": "string"}
    assert render_yaml({"b": shared, "a": shared}) == "b:\n  type: string\na:\n  type: string\n"
