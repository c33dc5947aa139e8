"""From a path to text, and from an offset in text to a line and a column. What the text means is for others."""

from __future__ import annotations

import codecs
import errno
import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from specloom.findings import Position
from specloom.regular_file import MAX_BYTES, read_regular
from specloom.source.foreign import recognise_bytes
from specloom.source.problem import SPLIT, Problem, ReadError

if TYPE_CHECKING:
    from pathlib import Path


_ENCODINGS: Final = (
    (re.compile(re.escape(codecs.BOM_UTF32_LE) + rb"|[^\0]\0\0\0", re.DOTALL), "UTF-32-LE"),
    (re.compile(re.escape(codecs.BOM_UTF32_BE) + rb"|\0\0\0[^\0]", re.DOTALL), "UTF-32-BE"),
    (re.compile(re.escape(codecs.BOM_UTF16_LE) + rb"|[^\0]\0", re.DOTALL), "UTF-16-LE"),
    (re.compile(re.escape(codecs.BOM_UTF16_BE) + rb"|\0[^\0]", re.DOTALL), "UTF-16-BE"),
)
"""What files begin with that are not UTF-8, by a mark or their first character (YAML 1.2.2, 5.2)."""


def read_text(path: Path) -> str:
    """Return the whole file, decoded and normalised: it is UTF-8, or what YAML allows besides.

    Raises:
        ReadError: `unreadable-file`, `document-too-large`, `not-openapi` or `invalid-encoding`.
    """
    try:
        content = read_regular(path, MAX_BYTES)
    except (OSError, ValueError) as error:
        raise ReadError([_explain(error)]) from None
    if found := recognise_bytes(content):
        raise ReadError([Problem("not-openapi", found[0], help=found[1])])
    return _decode(content)


def normalise_text(text: str) -> str:
    r"""Return `text` without a byte order mark and with `\n` as its only line end."""
    text = text.removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def find_line_starts(text: str) -> list[int]:
    """Return the offset at which each line of `text` starts."""
    return [0, *(match.end() for match in re.finditer("\n", text))]


def position_at(offset: int, line_starts: list[int]) -> Position:
    """Return the line and column of the character at `offset`."""
    line = bisect_right(line_starts, offset)
    return Position(line, offset - line_starts[line - 1] + 1)


def _decode(content: bytes) -> str:
    encoding = next((name for pattern, name in _ENCODINGS if pattern.match(content)), "UTF-8")
    try:
        return normalise_text(content.decode(encoding))
    except UnicodeDecodeError as error:
        before = normalise_text(content[: error.start].decode(encoding))
        problem = Problem(
            "invalid-encoding",
            f"byte 0x{content[error.start]:02x} is not {encoding}",
            offset=len(before),
            help="save the file as UTF-8",
        )
        raise ReadError([problem], normalise_text(content.decode(encoding, errors="replace"))) from None


def _explain(error: OSError | ValueError) -> Problem:
    match error:
        case OSError(errno=errno.EFBIG):
            limit = MAX_BYTES // 1024**2
            return Problem("document-too-large", f"the file is larger than {limit} MiB", help=SPLIT)
        case FileNotFoundError() | NotADirectoryError():
            return _unreadable("there is no such file")
        case IsADirectoryError():
            return _unreadable("this is a folder, not a file")
        case OSError(errno=errno.EINVAL):
            return _unreadable(
                "this is a pipe, a socket or a device, not a file",
                "name a regular file: what a program prints has to be saved in one first",
            )
        case PermissionError():
            return _unreadable("no permission to read this file")
        case OSError(strerror=str(reason)):
            return _unreadable(f"the file cannot be read: {reason.lower()}")
        case _:
            return _unreadable("this cannot be the path of a file")


def _unreadable(message: str, help: str = "check the path") -> Problem:
    return Problem("unreadable-file", message, help=help)
