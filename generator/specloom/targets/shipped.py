"""Where the files that come with Specloom lie: its templates, and the descriptions of four repair-shop platforms."""

from __future__ import annotations

from pathlib import Path
from typing import Literal


def data_folder(name: Literal["templates", "specs"]) -> Path:
    """Return the folder of that name: beside `generator/` in a checkout, inside the package once installed."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "_data" / name
    return installed if installed.is_dir() else package.parents[1] / name


def shipped_descriptions() -> dict[str, Path]:
    """Return the entry document of every description that ships, by name, sorted by name."""
    entries = sorted(data_folder("specs").glob("*/openapi.yaml"))
    return {entry.parent.name: entry for entry in entries}
