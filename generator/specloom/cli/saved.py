"""Noticing that files were saved, by looking at them again and again.

A few dozen files cost less than a millisecond to look at, on every system and file system, also on those that report no
changes: shared folders, containers. What editors do is no matter: writing in place, or a new file under the old name.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Final, TypeAlias

__all__ = ["Seen", "look", "look_until_settled", "places_below"]

Seen: TypeAlias = Mapping[Path, tuple[int, ...] | None]
"""What each path was like: None where nothing was."""

_SETTLE_SECONDS: Final = 0.05
_MANY: Final = 5000
_DESCRIPTIONS: Final = (".yaml", ".yml", ".json")
_OTHERS: Final = {"__pycache__", "node_modules", "site-packages"}


def look(paths: Iterable[Path]) -> Seen:
    """Return what the paths are like now. Two looks are equal if nothing was written between them."""
    return {path: _status(path) for path in paths}


def look_until_settled(paths: Iterable[Path]) -> Seen:
    """Return what the paths are like as soon as nothing is being written: an editor, or git, may write for a while."""
    wanted = list(paths)
    before = look(wanted)
    while True:
        time.sleep(_SETTLE_SECONDS)
        if (now := look(wanted)) == before:
            return now
        before = now


def places_below(folder: Path, suffixes: tuple[str, ...] = _DESCRIPTIONS) -> list[Path]:
    """Return the files below `folder` whose names end so, and the folders, which tell when files come and go.

    Hidden folders and those of tools are left out, and whatever is beyond the first few thousand.
    """
    return list(islice(_walk(folder, suffixes), _MANY))


def _walk(folder: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    for name, folders, files in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith(".") and each not in _OTHERS)
        yield Path(name)
        yield from (Path(name, file) for file in sorted(files) if file.lower().endswith(suffixes))


def _status(path: Path) -> tuple[int, ...] | None:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)
