"""Text of a description as code in Markdown, inside of tables too: an element instead of backticks.

A row is cut into cells before anything else in it is read, and a backslash before a pipe then counts twice
(https://github.github.com/gfm/#tables-extension-): no backticks hold a text that has both. So each character that could
start something is written as a character reference, which is text wherever it stands (CommonMark 0.31, 2.5).
"""

from __future__ import annotations

import re
from typing import Final

from specloom.cli.report.printable import cut_text, escape_text

__all__ = ["render_code"]

_SPECIAL: Final = re.compile(
    r"[\\`*\[<&|~$]"
    r"|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])"  # between letters it is one of them
    r"|:(?=\S)|@|(?<=[wW])\."  # what makes `https://`, `www.` and addresses links
)


def render_code(text: str, width: int) -> str:
    """Return at most `width` characters of `text` as code. Mentions of people and issues are none there."""
    shown = _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", escape_text(cut_text(text, width)))
    return f"<code>{shown}</code>"
