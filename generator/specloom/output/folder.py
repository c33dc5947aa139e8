"""Reading a generated client's folder. Symbolic links are seen, never followed; compiled files are not seen at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from specloom.errors import SpecloomError

__all__ = ["scan_folder"]


def scan_folder(folder: Path) -> dict[str, str | None]:
    """Return what lies below `folder`, sorted: relative POSIX path → SHA-256 of its bytes in hexadecimal.

    What is no regular file (a link, also one to a folder, a pipe) has None for a digest. A folder that is not there is
    empty, and folders themselves are not listed.

    Raises:
        SpecloomError: Something cannot be read.
    """
    try:
        return {Path(entry.path).relative_to(folder).as_posix(): _digest(entry) for entry in _walk(folder)}
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


def _digest(entry: os.DirEntry[str]) -> str | None:
    if not entry.is_file(follow_symlinks=False):
        return None
    return sha256(Path(entry.path).read_bytes()).hexdigest()
