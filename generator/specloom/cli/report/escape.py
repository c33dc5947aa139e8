"""Text of a description made safe to show, in a terminal and in Markdown, and the colours that are put around it.

For a terminal it can neither steer it nor flood it. In Markdown it means nothing but its characters: no markup, HTML,
link, mention or reference. As prose it is escaped. As code it stands in an element instead of backticks, for it must
fit into a table: a row is cut into cells before anything else in it is read, and a backslash before a pipe then counts
twice (https://github.github.com/gfm/#tables-extension-), so that no backticks hold a text that has both. Each character
that could start something is written there as a character reference, which is text everywhere (CommonMark 0.31, 2.5).

Written for GitHub's dialect (https://github.github.com/gfm/) and what its pages make of rendered text: addresses become
links, `@name` and `#1` notify people and link issues.
"""

from __future__ import annotations

import json
import re
from typing import Final

_STYLE: Final = re.compile(r"\x1b\[[0-9;]*m")
_CONTROL: Final = re.compile(r"(?!\x1b\[[0-9;]*m)[\x00-\x08\x0b-\x1f\x7f-\x9f]")
BOLD: Final = "1"
DIM: Final = "2"
_MARKUP: Final = re.compile(r"([\\`*_\[\]|~$])")
_BLOCK_START: Final = re.compile(r"^(\d*)([-+=#.)])")
_LIVING: Final = re.compile(r"(?i)(@|#(?=\w)|GH-(?=\d)|:(?=//)|:(?=\w+:)|www(?=\.)|(?<=mailto):|(?<=xmpp):)")
"""What code hosts turn into links, mentions or pictures, some of it after Markdown is done."""
_APART: Final = "\u200b"
"""A space of no width: keeps both sides from being read as one. No text has it once it is escaped."""
_ENTITIES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", _APART: "&#8203;"})
_COMMAND: Final = re.compile(r"##(?=\w*\[)")
_SPECIAL: Final = re.compile(
    r"[\\`*\[<&|~$]"
    r"|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])"  # between letters it is one of them
    r"|:(?=\S)|@|(?<=[wW])\."  # what makes `https://`, `www.` and addresses links
)
"""What could start something in code."""


def escape_markdown(text: str) -> str:
    """Return `text` as one line of prose, also inside a table's cell."""
    text = _LIVING.sub(rf"\1{_APART}", escape_text(text))
    text = _BLOCK_START.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", text))
    return text.translate(_ENTITIES)


def render_code(text: str, width: int) -> str:
    """Return at most `width` characters of `text` as code. Mentions of people and issues are none there."""
    shown = _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", escape_text(cut_text(text, width)))
    return f"<code>{shown}</code>"


CUT: Final = "…"
"""Stands where something was left out."""


def escape_text(text: str) -> str:
    """Return `text` with everything that is not printed as itself written as a Python escape.

    Those are line ends, tabs, control characters such as ANSI escapes, and invisible or direction-changing Unicode. So
    is what starts a command to a CI wherever it stands in a line of a log: `##[`, `##vso[`.
    """
    if not text.isprintable():
        text = "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
    return _COMMAND.sub(r"#\\x23", text) if "##" in text else text


def paint(text: str, style: str) -> str:
    """Return a text in a style of ANSI terminals. Whoever prints it leaves that out again where nobody wants it."""
    return f"\x1b[{style}m{text}\x1b[0m" if text and style else text


def unpainted(text: str) -> str:
    """Return a text without what only changes colours."""
    return _STYLE.sub("", text)


def escape_controls(text: str) -> str:
    """Return a text with all that steers a terminal written as a Python escape, but for line ends, tabs and styles."""
    return _CONTROL.sub(lambda found: escape_text(found[0]), text)


def render_json(value: object) -> str:
    """Return a value as JSON to be printed, with a line end. Whoever keeps it in a log reads no command in it."""
    return json.dumps(value, indent=2).replace("##", r"#\u0023") + "\n"


def escape_prose(text: str, width: int) -> str:
    """Return at most `width` characters of `text`, escaped."""
    return escape_text(cut_text(text, width))


def cut_text(text: str, width: int, column: int = 1) -> str:
    """Return at most `width` characters of `text`, those around `column` (which counts from 1)."""
    if len(text) <= width:
        return text
    start = min(max(column - 1 - width // 2, 0), len(text) - width)
    end = start + width
    before, after = start > 0, end < len(text)
    return CUT * before + text[start + before : end - after] + CUT * after
