"""TOML with places: where a text is no TOML, and where a key of it stands.

The parser of the standard library keeps no places. So the text is gone through a second time where one is asked for,
which costs nothing as long as nothing is wrong. That the text is TOML is known by then.
"""

from __future__ import annotations

import re
import tomllib
from codecs import BOM_UTF8
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from specloom.findings import Position, SpecloomError
from specloom.messages import DECIDE, MERGE_MARKS, UNDECIDED
from specloom.record import record

if TYPE_CHECKING:
    from specloom.targets.table import Keys


_PLACE: Final = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_MEND: Final = 'TOML has `key = "text"`, `key = ["text"]` and `[table]`, each on a line of its own'
_SAVE: Final = "save it as UTF-8"

_SPACE: Final = re.compile(r"[ \t]*")
_BETWEEN: Final = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_WITHIN: Final = re.compile(r"(?:[ \t\r\n,]|#[^\n]*)*")
_KEY: Final = re.compile(r"""[\w-]+|"(?:[^"\\]|\\.)*"|'[^']*'""")
_SCALAR: Final = re.compile(
    r'''"""(?:[^\\]|\\.)*?"{3,5}|"(?:[^"\\]|\\.)*"'''
    r"""|'{3}.*?'{3,5}|'[^']*'"""
    r"|\d{4}-\d\d-\d\d \d\d:[^\s,#\]}]+|[^\s,#\]}]+",
    re.DOTALL,
)


def parse_toml(content: bytes, name: str) -> tuple[str, dict[str, Any]]:
    """Return a file as text, and what it says.

    Raises:
        SpecloomError: It is not UTF-8, or no TOML.
    """
    if content.startswith(BOM_UTF8):
        raise SpecloomError(f"{name}:1:1: not TOML: it begins with a byte order mark", f"{_SAVE}, without that mark")
    try:
        text = content.decode()
        return text, tomllib.loads(text)
    except UnicodeDecodeError as error:
        before = content[: error.start].decode()
        place = _position(before, len(before))
        raise SpecloomError(f"{name}:{place.line}:{place.column}: not UTF-8", _SAVE) from None
    except tomllib.TOMLDecodeError as error:
        if marks := MERGE_MARKS.search(text):
            raise SpecloomError(f"{name}:{_position(text, marks.start()).line}:1: {UNDECIDED}", DECIDE) from None
        message = str(error)  # before Python 3.14, the place is said in the message only
        found = _PLACE.search(message)
        end = _position(text, len(text))
        line, column = found.groups() if found and found[1] else (end.line, end.column)
        problem = _PLACE.sub("", message)
        raise SpecloomError(f"{name}:{line}:{column}: not TOML: {problem[:1].lower()}{problem[1:]}", _MEND) from None
    except RecursionError:
        raise SpecloomError(f"{name} is not TOML: its values are nested too deeply", _MEND) from None


@record
class KeyPlace:
    """Where something of a TOML text stands, in characters from its beginning."""

    start: int
    """Where the last of its keys is written first, or the item of a list."""
    value: tuple[int, int] | None = None
    """Where its value begins and ends; None for a table that is written by headers or by keys with dots."""


class TomlPlaces:
    """Where everything stands that a TOML text says. Of values too deep for Python's stack, only where they begin."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._tables: dict[Keys, int] = {}
        """The number of the last table of each list that is written as `[[…]]`."""
        self.of: dict[Keys, KeyPlace] = {}
        """The place of each key and item, by the keys that lead there, in the order of the text."""
        self.headers: list[tuple[Keys, int]] = []
        """The tables that have a header, and where that begins."""
        with suppress(RecursionError):
            self._read()

    def position(self, keys: Keys) -> Position | None:
        """Return where a key stands: where its name is first written.

        Where the keys lead nowhere, the last of them that leads somewhere is meant.

        Returns:
            The place; None where none of the keys is there.
        """
        ways = (keys[:length] for length in range(len(keys), 0, -1))
        found = next((self.of[way] for way in ways if way in self.of), None)
        return _position(self._text, found.start) if found else None

    def _read(self) -> None:
        table: Keys = ()
        while self._skip(_BETWEEN) < len(self._text):
            if self._text[self._at] == "[":
                table = self._header()
            else:
                self._pair(table)

    def _header(self) -> Keys:
        begin = self._at
        brackets = 2 if self._text.startswith("[[", begin) else 1
        self._at += brackets
        keys: Keys = ()
        written = self._keys()
        for number, (key, start) in enumerate(written, 1):
            keys = (*keys, key)
            self.of.setdefault(keys, KeyPlace(start))
            if brackets > 1 and number == len(written):
                self._tables[keys] = self._tables.get(keys, -1) + 1
            if keys in self._tables:
                keys = (*keys, self._tables[keys])
                self.of.setdefault(keys, KeyPlace(start))
        self._at += brackets
        self.headers.append((keys, begin))
        return keys

    def _pair(self, table: Keys) -> None:
        """Read `key = value`, and note each of the keys."""
        *outer, (last, start) = self._keys()
        for key, place in outer:
            table = (*table, key)
            self.of.setdefault(table, KeyPlace(place))
        self._at += 1
        self._skip(_SPACE)
        self._value((*table, last), start)

    def _keys(self) -> list[tuple[str, int]]:
        """Read keys with dots between them; return each as it is meant, and where it is written."""
        found: list[tuple[str, int]] = []
        while True:
            start = self._skip(_SPACE)
            written = self._take(_KEY)
            found.append((written if written[0] not in "\"'" else tomllib.loads(f"x = {written}")["x"], start))
            self._skip(_SPACE)
            if self._text[self._at] != ".":
                return found
            self._at += 1

    def _value(self, keys: Keys, start: int) -> None:
        """Read a value, and note where it stands with what is in it."""
        begin = self._at
        self.of[keys] = KeyPlace(start)  # before what is in it
        match self._text[begin]:
            case "[":
                self._items(keys)
            case "{":
                self._at += 1
                while self._text[self._skip(_WITHIN)] != "}":
                    self._pair(keys)
                self._at += 1
            case _:
                self._take(_SCALAR)
        self.of[keys] = KeyPlace(start, (begin, self._at))

    def _items(self, keys: Keys) -> None:
        self._at += 1
        number = 0
        while self._text[self._skip(_WITHIN)] != "]":
            self._value((*keys, number), self._at)
            number += 1
        self._at += 1

    def _skip(self, pattern: re.Pattern[str]) -> int:
        self._take(pattern)
        return self._at

    def _take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self._text, self._at)
        if found is None:
            raise ValueError(f"no TOML at {self._at}")
        self._at = found.end()
        return found.group()


def _position(text: str, at: int) -> Position:
    return Position(text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1)
