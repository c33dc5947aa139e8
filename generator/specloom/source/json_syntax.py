"""What the standard library's JSON syntax errors mean, in plain words."""

from __future__ import annotations

import json
from typing import Final

from specloom.source.problem import Problem

__all__ = ["explain_syntax_error"]

_TABLE: Final = {
    "Expecting property name": ("the name of a member is missing here", 'write "name": value'),
    "Expecting ':'": ("a ':' is missing here", 'write "name": value'),
    "Expecting ','": ("a ',' or a closing bracket is missing here", ""),
    "Expecting value": ("a value is missing here", "texts need double quotes"),
    "Extra data": ("something follows after the end of the document", "remove it"),
    "Invalid control character": (
        "a line end or control character stands inside a text",
        r"write it as '\n' or '\u00XX'",
    ),
    "Unterminated string": ("this text is never closed", "add the closing quote"),
    "Invalid \\": ("this escape does not exist", r"write '\\' for a backslash"),
}


def explain_syntax_error(error: json.JSONDecodeError) -> Problem:
    """Return the problem that `error` stands for."""
    text, offset = error.doc, error.pos
    if text.startswith(("//", "/*"), offset) or text.startswith("#", offset):
        return Problem("invalid-json", "JSON has no comments", offset, help="remove it, or write the file as YAML")
    before = text[:offset].rstrip()
    if not text[offset:].strip() and not error.msg.startswith("Unterminated"):
        message = "the file ends before the document does" if before else "the file is empty"
        return Problem("invalid-json", message, offset)
    comma = offset if text.startswith(",", offset) else len(before) - 1
    if text.startswith(",", comma) and text[comma + 1 :].lstrip()[:1] in ("]", "}"):
        return Problem("invalid-json", "a ',' stands before a closing bracket", comma, help="remove the ','")
    default = (error.msg[:1].lower() + error.msg[1:], "")
    message, help_ = next((words for part, words in _TABLE.items() if error.msg.startswith(part)), default)
    return Problem("invalid-json", message, offset, help=help_)
