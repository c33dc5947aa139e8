"""A generated client in memory: relative paths and texts, proven safe to write on every operating system."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Final

from specloom.findings import SpecloomError
from specloom.regular_file import names_device

_MAX_SEGMENT_BYTES: Final = 255
_FORBIDDEN_CHARACTERS: Final = r'[\x00-\x1f\x7f-\x9f<>:"|?*\\\u2028\u2029\ud800-\udfff]'


class FileTree(Mapping[str, str]):
    """Relative POSIX paths → texts, in sorted order; never changes.

    Line ends are LF, and a text that is not empty ends in exactly one: what differs is made so.

    Raises:
        SpecloomError: There are no files, a path is absolute, leaves the tree or cannot be written everywhere, two
            paths differ only in case, one path is the folder of another, or a text cannot be written as UTF-8.
    """

    __slots__ = ("_files",)

    def __init__(self, files: Mapping[str, str]) -> None:
        _check_paths(files)
        self._files: Final = {path: _normalize(path, files[path]) for path in sorted(files)}

    def __getitem__(self, path: str) -> str:
        return self._files[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def __repr__(self) -> str:
        return f"FileTree({list(self._files)})"

    def digests(self) -> dict[str, str]:
        """Return the SHA-256 of each file's bytes, in hexadecimal."""
        return {path: digest_of(text) for path, text in self._files.items()}


def digest_of(text: str) -> str:
    """Return the SHA-256 of a text's UTF-8 bytes, in hexadecimal."""
    return sha256(text.encode()).hexdigest()


def with_line_feeds(data: bytes) -> bytes:
    r"""Return a text file's bytes with `\n` for each line end `\r\n`, which is another spelling of the same text.

    Git gives files such line ends on Windows (`core.autocrlf`), and editors some lines of a file.
    """
    return data.replace(b"\r\n", b"\n") if b"\r" in data else data  # which is told in a tenth of the time


def find_collisions(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each path that another one would need as a folder, with that other one; sorted by the latter."""
    files = {*paths}
    for path in sorted(files):
        segments = path.split("/")
        for depth in range(1, len(segments)):
            if (folder := "/".join(segments[:depth])) in files:
                yield folder, path


def path_problem(path: str) -> str:
    """Return why `path` must not be written inside a folder, as the end of a sentence; empty when it may be.

    The names that Windows reserves or cannot store are those of
    https://learn.microsoft.com/windows/win32/fileio/naming-a-file.
    """
    if path.startswith("/"):
        return "is absolute"
    if bad := re.search(_FORBIDDEN_CHARACTERS, path):
        return f"contains {bad.group()!a}, which file names must not contain"
    return next((problem for segment in path.split("/") if (problem := _segment_problem(segment))), "")


def _segment_problem(segment: str) -> str:
    if segment == "":
        return "has an empty segment"
    if segment in {".", ".."}:
        return f"contains the segment {segment!r}"
    if segment == "__pycache__":
        return "lies in a folder of compiled files"
    if segment.endswith((".", " ")):
        return "has a segment that ends in a dot or a space, which Windows drops"
    if names_device(segment):
        return f"contains {segment!r}, a device name on Windows"
    if len(segment.encode()) > _MAX_SEGMENT_BYTES:
        return f"has a segment longer than {_MAX_SEGMENT_BYTES} bytes"
    return ""


def _check_paths(files: Mapping[str, str]) -> None:
    if not files:
        raise SpecloomError("there is nothing to write: the file tree is empty")
    taken: dict[str, str] = {}
    for path in sorted(files):
        if problem := path_problem(path):
            raise SpecloomError(f"cannot generate a file at {path!r}: the path {problem}")
        twin = taken.setdefault(case_folded(path), path)
        if twin != path:
            raise SpecloomError(f"{twin!r} and {path!r} would be one file where case does not count")
    for file, inner in find_collisions(taken):
        raise SpecloomError(f"{taken[file]!r} would be a file and the folder of {taken[inner]!r} at once")


def case_folded(path: str) -> str:
    """Return what paths have in common that would be one file where letter case does not count."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _normalize(path: str, text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise SpecloomError(f"the text of {path!r} cannot be written as UTF-8: {error.reason}") from None
    text = (text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text).rstrip("\n")
    return f"{text}\n" if text else ""
