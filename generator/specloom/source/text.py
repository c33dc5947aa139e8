"""From a path to text, and from an offset in text to a line and a column. What the text means is for others."""

from __future__ import annotations

import codecs
import errno
import re
from bisect import bisect_right
from pathlib import Path
from typing import Final

from specloom.findings import Position
from specloom.messages import did_you_mean
from specloom.regular_file import MAX_BYTES, read_regular
from specloom.source.foreign import recognise_bytes
from specloom.source.problem import SPLIT, Problem, ReadError

SUFFIXES: Final = (".yaml", ".yml", ".json")
"""What files of a description end in: references lead to no others, and of a revision no others are read."""
_STRETCH: Final = 16 * 1024
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
        raise ReadError([_explain(path, error)]) from None
    if found := recognise_bytes(content):
        raise ReadError([Problem("not-openapi", found[0], help=found[1])])
    return _decode(content)


def normalise_text(text: str) -> str:
    r"""Return `text` without a byte order mark and with `\n` as its only line end."""
    text = text.removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


class Lines:
    """The lines of a text, which are found by where the nearest of many stretches begins.

    To remember where each of hundreds of thousands of lines starts takes as long as to parse the text, and more room.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._begins: list[tuple[int, int]] = []
        """The line in which each stretch begins, and where that starts."""
        line, start = 1, 0
        for here in range(0, len(text) + 1, _STRETCH):
            self._begins.append((line, start))
            line += text.count("\n", here, here + _STRETCH)
            start = text.rfind("\n", here, here + _STRETCH) + 1 or start

    def position(self, offset: int) -> Position:
        """Return the line and column of the character at `offset`."""
        line, start = self._begins[offset // _STRETCH]
        here = offset - offset % _STRETCH
        start = self._text.rfind("\n", here, offset) + 1 or start
        return Position(line + self._text.count("\n", here, offset), offset - start + 1)

    def line(self, number: int) -> str:
        """Return a line; behind the last there are empty ones."""
        line, start = self._begins[bisect_right(self._begins, (number, len(self._text))) - 1]
        for _ in range(line, number):
            start = self._text.find("\n", start) + 1 or len(self._text)
        end = self._text.find("\n", start) + 1
        return self._text[start : end or len(self._text)]


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


def _explain(path: Path, error: OSError | ValueError) -> Problem:
    match error:
        case OSError(errno=errno.EFBIG):
            limit = MAX_BYTES // 1024**2
            return Problem("document-too-large", f"the file is larger than {limit} MiB", help=SPLIT)
        case FileNotFoundError() | NotADirectoryError():
            return _unreadable(
                "there is no such file", did_you_mean(path.name, documents_in(path.parent), "check the path")
            )
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


def documents_in(folder: Path) -> list[str]:
    """Return the names of the files in a folder that may be meant where another one is missing."""
    try:
        return [each.name for each in folder.iterdir() if each.suffix.lower() in SUFFIXES and each.is_file()]
    except OSError:
        return []


def _unreadable(message: str, help: str = "check the path") -> Problem:
    return Problem("unreadable-file", message, help=help)
