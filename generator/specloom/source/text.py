"""From a path to text, and from an offset in text to a line and a column. What the text means is for others."""

from __future__ import annotations

import os
import re
import stat
from bisect import bisect_right
from pathlib import Path

from specloom.findings import Position
from specloom.source.limits import MAX_BYTES
from specloom.source.problem import Problem, ReadError

__all__ = ["find_line_starts", "normalise_text", "position_at", "read_text"]


def read_text(path: Path) -> str:
    """Return the whole file, decoded as UTF-8 and normalised.

    Raises:
        ReadError: `unreadable-file`, `document-too-large` or `invalid-encoding`.
    """
    try:
        with open(path, "rb", opener=_open_without_waiting) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise ReadError([_unreadable("this is a pipe or a device, not a file")])
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise ReadError([_unreadable(_explain(error))]) from None
    if len(content) > MAX_BYTES:
        raise ReadError([_too_large()])
    return _decode(content)


def normalise_text(text: str) -> str:
    r"""Return `text` without a byte order mark and with `\n` as its only line end."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def find_line_starts(text: str) -> list[int]:
    """Return the offset at which each line of `text` starts."""
    return [0, *(match.end() for match in re.finditer("\n", text))]


def position_at(offset: int, line_starts: list[int]) -> Position:
    """Return the line and column of the character at `offset`."""
    line = bisect_right(line_starts, offset)
    return Position(line, offset - line_starts[line - 1] + 1)


def _open_without_waiting(name: str, flags: int) -> int:
    """Open a file as `open` does, but do not wait for a writer if it turns out to be a named pipe."""
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))


def _decode(content: bytes) -> str:
    try:
        return normalise_text(content.decode())
    except UnicodeDecodeError as error:
        before = normalise_text(content[: error.start].decode())
        problem = Problem(
            "invalid-encoding",
            f"byte 0x{content[error.start]:02x} is not UTF-8",
            offset=len(before),
            help="save the file as UTF-8",
        )
        raise ReadError([problem], normalise_text(content.decode(errors="replace"))) from None


def _unreadable(message: str) -> Problem:
    return Problem("unreadable-file", message, help="check the path")


def _too_large() -> Problem:
    limit = MAX_BYTES // 1024**2
    return Problem("document-too-large", f"the file is larger than {limit} MiB", help="split the description")


def _explain(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return "there is no such file"
        case IsADirectoryError():
            return "this is a folder, not a file"
        case PermissionError():
            return "no permission to read this file"
        case OSError(strerror=str(reason)):
            return f"the file cannot be read: {reason.lower()}"
        case _:
            return "this cannot be the path of a file"
