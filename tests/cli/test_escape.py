from __future__ import annotations

import json

import pytest

from specloom.cli.report.escape import BOLD, cut_text, escape_text, paint, render_json


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain é 😀 日本", "plain é 😀 日本"),
        ("a\tb\nc", r"a\tb\nc"),
        ("\x1b[31m\x7f\x9b", r"\x1b[31m\x7f\x9b"),
        ("a ##[error]b ##vso[task.x] # ## #[", r"a #\x23[error]b #\x23vso[task.x] # ## #["),
        ("\u202e\u200b\u2028\ufeff\ud800", r"\u202e\u200b\u2028\ufeff\ud800"),
    ],
)
def test_what_is_not_printed_as_itself_is_escaped(text: str, shown: str):
    assert escape_text(text) == shown


@pytest.mark.parametrize(
    ("column", "shown"), [(1, "01234…"), (4, "01234…"), (5, "…2345…"), (6, "…3456…"), (8, "…56789"), (99, "…56789")]
)
def test_cutting_keeps_the_column(column: int, shown: str):
    assert cut_text("0123456789", 6, column) == shown
    assert cut_text("012345", 6, column) == "012345"


def test_no_text_in_json_is_a_command_in_a_log():
    said = ["##[error]a", "###vso[task.x]", "#"]
    text = render_json(said)
    assert "##" not in text
    assert json.loads(text) == said


def test_nothing_is_painted_where_there_is_no_text_or_no_style():
    assert (paint("", BOLD), paint("text", ""), paint("text", BOLD)) == ("", "text", "\x1b[1mtext\x1b[0m")
