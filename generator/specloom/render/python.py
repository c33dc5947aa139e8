"""How code is spelt: calls, conditions, and the docstrings and comments that texts of a description become.

Such texts enter code in no other way, literals aside (`ir.annotations.literal`).
"""

from __future__ import annotations

import re
from collections.abc import Collection

from specloom.ir.annotations import literal

WIDTH = 100
"""The line length of generated code, in characters; the formatter is told the same."""

_INVISIBLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
"""Control characters, and those that hide or reorder what a reviewer sees (Unicode TR36)."""


_QUOTES = re.compile(r'\A"|"(?="|\Z)|(?<=")"')
"""Quotes that stand together, begin a text or end it: with three around the text they could end the literal."""

_ENCODING = re.compile("coding(?=[:=])")
"""What tells Python, in a comment of the first two lines, in which encoding to read a file (PEP 263)."""

_LIST_ITEM = re.compile(r"(?P<indent>\s*)(?P<marker>[-*+]|\d+[.)])\s+")
_HEADING = re.compile(r"#{1,4} ")
"""What begins a heading of Markdown that can stand two levels deeper."""
_KEPT_AS_IS = re.compile(r"\s*(\||#|>|```|~~~)|\s{4}")


def call_text(name: str, /, *arguments: str, **options: str | bool) -> str:
    """Return a call, of which all arguments are expressions; what is empty or false is not passed."""
    given = [*filter(None, arguments), *(f"{key}={value}" for key, value in options.items() if value)]
    return f"{name}({', '.join(given)})"


def is_one_of(value: str, choices: Collection[str], *, negated: bool = False) -> str:
    """Return the condition that the value of an expression is one of some texts, or none of them."""
    texts = [literal(each) for each in choices]
    if len(texts) == 1:
        return f"{value} {'!=' if negated else '=='} {texts[0]}"
    return f"{value} {'not in' if negated else 'in'} ({', '.join(texts)})"


def one_line(text: str) -> str:
    """Return the text with every run of white space as one space."""
    return " ".join(_visible(text).split())


def comment(text: str) -> str:
    """Return the text as a comment of one line.

    In the first two lines of a file, Python takes `coding:` or `coding=` in a comment for a declaration of the file's
    encoding (PEP 263), in which what stands in docstrings could be code. A space in between keeps the words only.
    """
    return f"# {_ENCODING.sub('coding ', one_line(text))}"


def wrap(text: str, *, indent: int = 0, hanging: int = 0, in_section: bool = False) -> list[str]:
    """Wrap Markdown to the line length, without indentation of its own.

    Paragraphs and list items are filled; tables, headings, quotations and code stay as they are. Every kind of line
    separator counts as a line end. The caller will put `indent` columns before each line; those after the first get
    `hanging` more. In a section of a page, headings are below that of the section.
    """
    lines: list[str] = []
    fenced = False
    paragraph: list[str] = []

    def flush() -> None:
        if paragraph:
            lines.extend(_filled(" ".join(paragraph), indent + hanging))
            paragraph.clear()

    for line in _visible("\n".join(text.strip().splitlines())).split("\n"):
        fence = line.lstrip().startswith(("```", "~~~"))
        if fenced or fence or _KEPT_AS_IS.match(line):
            flush()
            deeper = "##" if in_section and not fenced and _HEADING.match(line) else ""
            lines.append(deeper + line.rstrip())
            fenced = fenced != fence
        elif not line.strip():
            flush()
            if lines and lines[-1]:
                lines.append("")
        else:
            if _LIST_ITEM.match(line):
                flush()
            paragraph.append(line.strip() if paragraph else line.rstrip())
    flush()
    return [f"{' ' * hanging}{line}" if number and line else line for number, line in enumerate(lines)]


def docstring(lines: list[str], *, indent: int) -> str:
    """Return a docstring, its first line not indented and the others by `indent` columns.

    Whatever the lines hold, the result is one string literal that says exactly that.
    """
    body = "\n".join(f"{' ' * indent}{line}" if line and number else line for number, line in enumerate(lines))
    body = body.replace("\\", "\\\\")
    if '"' in body:
        body = _QUOTES.sub(r"\\\g<0>", body)
    return f'"""{body}"""' if len(lines) == 1 else f'"""{body}\n{" " * indent}"""'


def _visible(text: str) -> str:
    """Return the text with invisible characters spelled out, line ends and tabs aside."""
    text = "\n".join(text.expandtabs(4).splitlines())
    return _INVISIBLE.sub(_spelled_out, text)


def _spelled_out(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004 - what \\u can say


def _filled(paragraph: str, used: int) -> list[str]:
    width = max(WIDTH - used, 40)
    item = _LIST_ITEM.match(paragraph)
    lines: list[str] = []
    lead, hanging = "", " " * len(item.group()) if item else ""
    while len(lead) + len(paragraph) > width:
        end = paragraph.rfind(" ", 0, width - len(lead) + 1)
        end = end if end >= 0 else paragraph.find(" ")
        if end < 0:
            break  # a word that is longer than a line
        if line := paragraph[:end].rstrip(" "):
            lines.append(lead + line)
            lead = hanging
        paragraph = paragraph[end:].lstrip(" ")
    return [*lines, lead + paragraph]
