"""Findings as Markdown: a table for each file, in which a description can neither mark up, link, mention nor embed."""

from __future__ import annotations

import html
import re

import pytest

from specloom.cli.report.escape import escape_markdown, escape_text
from specloom.cli.report.markdown import render_findings
from specloom.findings import Finding, Location, Severity
from specloom.source import parse_text

HOSTILE = [
    "a | b || c",
    "\\\\| \\\\\\\\| \\\\",
    "`x` ``y``",
    "<script>alert(1)</script> <img src=x onerror=y> <!-- a -->",
    "@everyone and @org/team",
    "#1 fixes GH-12 org/repo#3",
    "https://evil.example www.evil.example mailto:a@b.example",
    "[text](https://evil.example) ![image](https://evil.example/x.png)",
    "*bold* _it_ ~~no~~ $x$",
    "line\nbreak\r\n\n# heading",
    "&amp; &#64;all",
    ":rocket: \\| \\",
    "\u202etxet\x1b[31m",
]


def finding(message: str, help: str = "", name: str = "api.yaml", line: str = "b") -> Finding:
    source = parse_text("a: 1\nb: 2\n", name=name, format="yaml")
    return Finding("some-rule", Severity.WARNING, message, Location(source, (line,)), help=help)


def read(markdown: str) -> str:
    """Return what a reader sees: escapes and entities resolved, spaces of no width as they are."""
    return html.unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown))


def cells(row: str) -> list[str]:
    """Return the cells of a row, cut as GFM cuts: a backslash keeps what is behind it, whatever that is."""
    return re.findall(r"(?:\\.|[^|\\])+", row.strip("|"))


def test_findings_stand_in_tables_by_file_and_line():
    text = render_findings([finding("second"), finding("first", "do this", line="a"), finding("other", name="b.yaml")])
    assert text == (
        "**3 warnings**\n"
        "\n<code>api.yaml</code>\n\n"
        "| line | | finding | rule |\n|---:|---|---|---|\n"
        "| 1 | warning | first<br>*do this* | <code>some-rule</code> |\n"
        "| 2 | warning | second | <code>some-rule</code> |\n"
        "\n<code>b.yaml</code>\n\n"
        "| line | | finding | rule |\n|---:|---|---|---|\n"
        "| 2 | warning | other | <code>some-rule</code> |\n"
    )


def test_nothing_found_is_said():
    assert render_findings([]) == "**no findings**\n"


def test_a_table_does_not_outgrow_a_comment():
    text = render_findings([finding(f"number {number} {'x' * 500}") for number in range(1000)])
    assert text.endswith("\n… and 800 more.\n")
    assert len(text) < 65_536 * 2
    assert text.count("\n| 2 |") == 200


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_stays_in_its_cell(text):
    rendered = render_findings([finding(text, text, name=text.replace("/", "_"))])
    rows = [line for line in rendered.splitlines() if line.startswith("| 2 |")]
    assert len(rows) == 1
    assert len(cells(rows[0])) == 4
    assert "<" not in re.sub("<br>|</?code>", "", rows[0])


@pytest.mark.parametrize("text", HOSTILE)
def test_prose_means_its_characters_and_nothing_else(text):
    escaped = escape_markdown(text)
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_\[\]|~$]", escaped)
    assert not re.search(r"[<>]|&(?!amp;|lt;|gt;|#8203;)", escaped)
    assert not re.search(r"(?i)@\w|#\w|GH-\d|://|www\.|mailto:\w|:\w+:", read(escaped))
    assert escaped.isprintable()
    assert read(escaped).replace("\u200b", "") == escape_text(text)


def test_a_list_or_heading_cannot_begin():
    assert escape_markdown("1. a") == r"1\. a"
    assert escape_markdown("# a") == r"\# a"
    assert escape_markdown("- a") == r"\- a"
    assert escape_markdown("+ a") == r"\+ a"
    assert escape_markdown("> a") == "&gt; a"
