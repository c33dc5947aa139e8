"""What the settings of a project say of other tools, in TOML: what cannot be read, or is no table, says nothing."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from specloom.regular_file import read_regular

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def read_toml(file: Path) -> Mapping[str, Any]:
    """Return the content of a file; nothing where there is none that can be read."""
    try:
        return tomllib.loads(read_regular(file).decode())
    except (OSError, ValueError, RecursionError):
        return {}


def table_at(content: Mapping[str, Any], *keys: str) -> Mapping[str, Any]:
    """Return the table at a path of keys; an empty one where there is none."""
    for key in keys:
        inner = content.get(key)
        content = inner if isinstance(inner, dict) else {}
    return content
