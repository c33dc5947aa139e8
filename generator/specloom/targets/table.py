"""Tables that were read from TOML or JSON, with values of the kind that is asked for: settings, and manifests.

Reading them is part of every command, also of those that find nothing to do. So this is written by hand: importing
pydantic takes longer than all else that `check` does for a client that has not changed.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from specloom.findings import SpecloomError
from specloom.messages import did_you_mean
from specloom.record import record
from specloom.regular_file import read_regular

Keys = tuple[str | int, ...]
"""The way to a value from the top of its file: keys of tables, and places in lists."""
_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_SHA256: Final = re.compile(r"[0-9a-f]{64}")


class TableError(SpecloomError):
    """A value in a table is wrong, or there is none.

    The message begins with the dotted path of the value, or of the table that should have it.
    """

    def __init__(self, keys: Keys, message: str, help: str = "") -> None:
        super().__init__(message, help)
        self.keys = keys


@record
class Table:
    """One table. What is read from it and wrong is a `TableError`."""

    values: Mapping[str, Any]
    keys: Keys = ()
    """The way to it; empty for the whole file."""

    @classmethod
    def of(cls, values: object, keys: Keys = (), known: Collection[str] | None = None) -> Table:
        """Return a parsed value as a table.

        It may have no other keys than those that are known; None: any.

        Raises:
            TableError: It is no table, or has another key.
        """
        if not isinstance(values, dict):
            where = dotted(keys)
            raise TableError(keys, f"{where or 'the document'} is not a table", f"write it as one: [{where}]")
        table = cls(values, keys)
        if known and (unknown := next((key for key in values if key not in known), None)) is not None:
            advice = did_you_mean(unknown, known, f"known: {', '.join(known)}")
            raise TableError((*keys, unknown), f"unknown setting {table.path(unknown)}", advice)
        return table

    @property
    def where(self) -> str:
        """The dotted path of the table in its file."""
        return dotted(self.keys)

    def path(self, key: str) -> str:
        """Return the dotted path of a key in the file."""
        return dotted((*self.keys, key))

    def error(self, key: str, problem: str, help: str) -> TableError:
        """Return what to raise where the value at a key is wrong.

        The problem is the rest of a sentence about it.
        """
        return TableError((*self.keys, key), f"{self.path(key)} {problem}", help)

    def table(self, key: str, known: Collection[str] | None = None, *, optional: bool = False) -> Table:
        """Return the table at a key; an empty one where it is `optional` and missing."""
        value = self.values.get(key, {}) if optional else self._required(key)
        return Table.of(value, (*self.keys, key), known)

    def tables(self, known: Collection[str] | None = None) -> Iterator[tuple[str, Table]]:
        """Yield all that is in this table, which are tables, by their keys."""
        for key in self.values:
            yield key, self.table(key, known)

    def items(self, key: str) -> Iterator[Table]:
        """Yield the tables in the list at a key; none where the key is missing."""
        value = self.values.get(key, [])
        if not isinstance(value, list):
            raise self.error(key, "is not a list", f"write each item under [[{self.path(key)}]]")
        for index, item in enumerate(value):
            yield Table.of(item, (*self.keys, key, index))

    def text(self, key: str) -> str:
        """Return the text at a key."""
        value = self._required(key)
        if not isinstance(value, str):
            raise self.error(key, _no_text(value), f'write: {key} = "…"')
        return value

    def name(self, key: str) -> str | None:
        """Return the text at a key that names something, so that it is not empty; None where there is none."""
        value = self.values.get(key)
        if value is not None and (not isinstance(value, str) or not value or "\0" in value):
            raise self.error(key, _no_text(value), f'write: {key} = "…"')
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the list of texts at a key; none where the key is missing."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            meant = as_toml([value]) if isinstance(value, str) else '["…"]'
            raise self.error(key, "is not a list of strings", f"write: {key} = {meant}")
        return tuple(value)

    def digest(self, key: str) -> str:
        """Return the SHA-256 at a key, in hexadecimal."""
        value = self.text(key)
        if not _SHA256.fullmatch(value):
            raise self.error(key, "is not 64 hexadecimal digits", "restore it from version control")
        return value

    def size(self, key: str) -> int:
        """Return the number of bytes at a key."""
        value = self._required(key)
        if type(value) is not int or value < 0:
            raise self.error(key, "is not a number of bytes", f"write: {key} = 1024")
        return value

    def _required(self, key: str) -> Any:  # noqa: ANN401 - parsed TOML or JSON is anything
        if key not in self.values:
            raise TableError(self.keys, f"{self.path(key)} is missing", f"write it into [{self.where}]")
        return self.values[key]


def dotted(keys: Keys) -> str:
    """Return the way to a value as TOML writes it, and places in lists in brackets."""
    shown = (
        f"[{key}]" if isinstance(key, int) else f".{key if _BARE.fullmatch(key) else as_toml(key)}" for key in keys
    )
    return "".join(shown).removeprefix(".")


def as_toml(value: object) -> str:
    """Return a text, a number, a boolean or a list of these as TOML spells it: nearly as JSON does."""
    # Only characters that must not stand in a text are escaped: the escapes of JSON for what lies beyond the Basic
    # Multilingual Plane are pairs of surrogates, which TOML does not have.
    return json.dumps(value, ensure_ascii=False, default=str).replace("\x7f", "\\u007f")


def _no_text(value: object) -> str:
    return (
        "has a NUL, which no name has"
        if value and isinstance(value, str)
        else "is empty"
        if value == ""
        else "is not a text"
    )


def read_toml(file: Path) -> Mapping[str, Any]:
    """Return the content of a file; nothing where there is none that can be read."""
    try:
        return tomllib.loads(read_regular(file).decode())
    except (OSError, ValueError, RecursionError):
        return {}


def table_at(content: Mapping[str, Any], *keys: str) -> Mapping[str, Any]:
    """Return the table at a path of keys; an empty one where there is none."""
    for key in keys:
        inner = content.get(key)
        content = inner if isinstance(inner, dict) else {}
    return content
