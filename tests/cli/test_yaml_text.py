import pytest
import yaml

from specloom.cli.bundle import render_yaml


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


def test_shared_values_are_written_twice():
    shared = {"type": "string"}
    assert render_yaml({"b": shared, "a": shared}) == "b:\n  type: string\na:\n  type: string\n"
