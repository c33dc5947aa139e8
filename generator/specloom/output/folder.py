"""Reading a generated client's folder, and knowing what runs that died left beside it.

Symbolic links are seen, never followed; compiled files are not seen at all.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final

from specloom.errors import SpecloomError
from specloom.output.line_ends import with_line_feeds
from specloom.regular_file import read_regular

__all__ = ["MAX_FILE", "left_beside", "scan_folder", "scan_texts", "work_folder"]

MAX_FILE: Final = 256 * 1024 * 1024
"""How large a file in a client's folder may be: somebody's own one, or the base of a vendored client."""


def scan_folder(folder: Path) -> dict[str, str | None]:
    """Return what lies below `folder`, sorted: relative POSIX path → SHA-256 of its bytes in hexadecimal.

    What is no regular file (a link, also one to a folder, a pipe) has None for a digest. A folder that is not there is
    empty, and folders themselves are not listed.

    Raises:
        SpecloomError: Something cannot be read.
    """
    return _scan(folder, lambda data: data)


def scan_texts(folder: Path) -> dict[str, str | None]:
    """Return the same, except that a file with CRLF for line ends counts as if it had LF: see `with_line_feeds`.

    Raises:
        SpecloomError: Something cannot be read.
    """
    return _scan(folder, with_line_feeds)


def _scan(folder: Path, read_as: Callable[[bytes], bytes]) -> dict[str, str | None]:
    try:
        return {Path(entry.path).relative_to(folder).as_posix(): _digest(entry, read_as) for entry in _walk(folder)}
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise SpecloomError(f"cannot read {error.filename}: {error.strerror}", "make it readable") from error


def _walk(folder: str | Path) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as scanned:
        entries = sorted(scanned, key=lambda entry: entry.name)
    for entry in entries:
        if not entry.is_dir(follow_symlinks=False):
            yield entry
        elif entry.name != "__pycache__":
            yield from _walk(entry.path)


def _digest(entry: os.DirEntry[str], read_as: Callable[[bytes], bytes]) -> str | None:
    if not entry.is_file(follow_symlinks=False):
        return None
    return sha256(read_as(read_regular(Path(entry.path), MAX_FILE))).hexdigest()


def work_folder(target: Path) -> Path:
    """Return where this process completes what is to become `target`."""
    return target.with_name(f"{_work_prefix(target)}{os.getpid()}")


def left_beside(target: Path) -> list[Path]:
    """Return the work folders beside `target`, sorted. While its lock is held, they are those of runs that died.

    Raises:
        OSError: The folder around `target` cannot be read.
    """
    name = re.compile(re.escape(_work_prefix(target)) + "[0-9]+")
    return sorted(
        entry
        for entry in target.parent.iterdir()
        if name.fullmatch(entry.name) and entry.is_dir() and not entry.is_symlink()
    )


def _work_prefix(target: Path) -> str:
    return f".{target.name}.specloom-"
