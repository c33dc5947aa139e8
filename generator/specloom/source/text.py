"""From a path to text, and from an offset in text to a line and a column. What the text means is for others.

What a file is that is no YAML or JSON is told by its first bytes or words, and nothing of it is repeated.
"""

from __future__ import annotations

import codecs
import errno
import re
from bisect import bisect_right
from pathlib import Path
from typing import Final, NamedTuple

from specloom.findings import Position
from specloom.messages import did_you_mean
from specloom.regular_file import MAX_BYTES, read_regular
from specloom.source.problem import SPLIT, Problem, ReadError

SUFFIXES: Final = (".yaml", ".yml", ".json")
"""What files of a description end in: references lead to no others, and of a revision no others are read."""
_STRETCH: Final = 16 * 1024
_END: Final = 1000
_ENCODINGS: Final = (
    (re.compile(re.escape(codecs.BOM_UTF32_LE) + rb"|[^\0]\0\0\0", re.DOTALL), "UTF-32-LE"),
    (re.compile(re.escape(codecs.BOM_UTF32_BE) + rb"|\0\0\0[^\0]", re.DOTALL), "UTF-32-BE"),
    (re.compile(re.escape(codecs.BOM_UTF16_LE) + rb"|[^\0]\0", re.DOTALL), "UTF-16-LE"),
    (re.compile(re.escape(codecs.BOM_UTF16_BE) + rb"|\0[^\0]", re.DOTALL), "UTF-16-BE"),
)
"""What files begin with that are not UTF-8, by a mark or their first character (YAML 1.2.2, 5.2)."""
_BYTES: Final = (
    (b"\x1f\x8b", "a gzip archive", "unpack it first: gunzip"),
    (b"PK\x03\x04", "a ZIP archive", "unpack it first"),
    (b"BZh", "a bzip2 archive", "unpack it first: bunzip2"),
    (b"\xfd7zXZ\x00", "an xz archive", "unpack it first: unxz"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", "unpack it first: unzstd"),
    (b"%PDF-", "a PDF", ""),
    (b"version https://git-lfs.github.com/spec/", "a pointer of Git LFS", "fetch what it stands for: git lfs pull"),
)
_HTML: Final = "save the document that the page or its login leads to, not the page; it is often called openapi.json"
_COMMENTS: Final = r"(?:\s*(?:#[^\n]*\n|\"\"\"(?:[^\"]|\"(?!\"\"))*\"\"\"|\"[^\"\n]*\"))*"
_GRAPHQL: Final = "a GraphQL schema"
_ITS_OWN: Final = "GraphQL has clients of its own"
_WORDS: Final = (
    (r"\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", "a web page (HTML)", _HTML),
    *(
        (rf"\s*<.*?\b{re.escape(namespace)}", kind, "convert it to OpenAPI")
        for namespace, kind in (
            ("schemas.xmlsoap.org/wsdl/", "a WSDL description"),
            ("www.w3.org/ns/wsdl", "a WSDL description"),
            ("wadl.dev.java.net/", "a WADL description"),
            ("docs.oasis-open.org/odata/ns/edmx", "the metadata of an OData service"),
        )
    ),
    (r"\s*<(?:\?xml|[a-z][\w:.-]*[\s>/])", "XML", ""),
    (r"#%RAML\b", "a RAML description", "convert it to OpenAPI"),
    (r"\s*FORMAT:\s*1A\b", "an API Blueprint", "convert it to OpenAPI"),
    (r"(?:\s*//[^\n]*\n)*\s*import\s+\"@typespec/", "a TypeSpec file", "have its compiler write OpenAPI"),
    (r"(?:\s*//[^\n]*\n)*\s*\$version\s*:\s*\"", "a Smithy model", "convert it to OpenAPI"),
    (r"(?:\s*//[^\n]*\n)*\s*syntax\s*=\s*[\"']proto[23]", "a Protocol Buffers file", ""),
    (
        rf"{_COMMENTS}\s*(?:extend\s+)?(?:schema|(?:type|input|interface|enum)\s+\w(?:\([^)]*\)|[^{{:#(])*)\{{",
        _GRAPHQL,
        _ITS_OWN,
    ),
    (rf"{_COMMENTS}\s*(?:scalar|union|directive)\s+@?\w", _GRAPHQL, _ITS_OWN),
)
"""Patterns that are compiled where they are needed: hardly any file has to be told what it is."""
_LONGEST: Final = 4096


def read_text(path: Path) -> str:
    """Return the whole file, decoded and normalised: it is UTF-8, or what YAML allows besides.

    Raises:
        ReadError: `unreadable-file`, `document-too-large`, `not-openapi` or `invalid-encoding`.
    """
    try:
        content = read_regular(path, MAX_BYTES)
    except (OSError, ValueError) as error:
        raise ReadError([_explain(path, error)]) from None
    for magic, kind, advice in _BYTES:
        if content.startswith(magic):
            raise ReadError([Problem("not-openapi", _sentence(kind), help=advice)])
    return _decode(content)


def normalise_text(text: str) -> str:
    r"""Return `text` without a byte order mark and with `\n` as its only line end."""
    text = text.removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


class Whole(NamedTuple):
    """A text as a key, told from others by its ends first: to hash a large one takes half as long as to parse it."""

    text: str

    def __hash__(self) -> int:
        return hash((len(self.text), self.text[:_END], self.text[-_END:]))


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
        self.count: Final = line

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
            return _unreadable("no permission to read this file", "make it a file that may be read")
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


def recognise_text(text: str) -> tuple[str, str] | None:
    """Return what to say of a text by its first words, and what to do about it; None of one that may be a document."""
    head = text[:_LONGEST]
    if not head.strip():
        return "the file is empty", "name a file that begins with openapi: 3.1.1, or with another version of it"
    for pattern, kind, advice in _WORDS:
        if re.match(pattern, head, re.IGNORECASE | re.DOTALL):
            return _sentence(kind), advice
    return None


def _sentence(kind: str) -> str:
    return f"this is {kind}, not a document in YAML or JSON"
