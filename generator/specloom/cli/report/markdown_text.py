"""Text of a description as Markdown that means nothing but its characters: no markup, HTML, link, mention or reference.

Written for GitHub's dialect (https://github.github.com/gfm/) and what its pages make of rendered text: addresses become
links, `@name` and `#1` notify people and link issues.
"""

from __future__ import annotations

import re
from typing import Final

from specloom.cli.report.printable import escape_text

__all__ = ["escape_markdown"]

_MARKUP: Final = re.compile(r"([\\`*_\[\]|~$])")
_BLOCK_START: Final = re.compile(r"^(\d*)([-+=#.)])")
_LIVING: Final = re.compile(r"(?i)(@|#(?=\w)|GH-(?=\d)|:(?=//)|:(?=\w+:)|www(?=\.)|(?<=mailto):|(?<=xmpp):)")
"""What code hosts turn into links, mentions or pictures, some of it after Markdown is done."""
_APART: Final = "\u200b"
"""A space of no width: keeps both sides from being read as one. No text has it once it is escaped."""
_ENTITIES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", _APART: "&#8203;"})


def escape_markdown(text: str) -> str:
    """Return `text` as one line of prose, also inside a table's cell."""
    text = _LIVING.sub(rf"\1{_APART}", escape_text(text))
    text = _BLOCK_START.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", text))
    return text.translate(_ENTITIES)
