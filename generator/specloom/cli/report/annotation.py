"""Workflow commands, which GitHub shows as annotations of a pull request.

The syntax is GitHub's: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from specloom.cli.report.printable import escape_text

__all__ = ["render_annotation"]

_IN_DATA: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render_annotation(
    command: Literal["error", "warning", "notice"], properties: Mapping[str, str], message: str
) -> str:
    """Return one command and its line end. No text in it can start another command."""
    written = ",".join(f"{name}={escape_text(value.translate(_IN_PROPERTY))}" for name, value in properties.items())
    return f"::{command} {written}::{escape_text(message.translate(_IN_DATA))}\n"
