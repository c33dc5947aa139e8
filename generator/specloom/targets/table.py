"""Tables that were read from TOML or JSON, with values of the kind that is asked for: settings, and manifests.

Reading them is part of every command, also of those that find nothing to do. So this is written by hand: importing
pydantic takes longer than all else that `check` does for a client that has not changed.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from specloom.findings import SpecloomError
from specloom.messages import did_you_mean
from specloom.record import record

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping


@record
class Table:
    """One table. What is read from it and wrong is a `SpecloomError` that says where in the file it stands."""

    values: Mapping[str, Any]
    where: str = ""
    """The dotted path of the table in its file; empty for the whole file."""

    @classmethod
    def of(cls, values: object, where: str = "", known: Collection[str] | None = None) -> Table:
        """Return a parsed value as a table.

        Args:
            values: What the parser made of it.
            where: Its dotted path.
            known: The keys that it may have; None for any.

        Raises:
            SpecloomError: It is no table, or has another key.
        """
        if not isinstance(values, dict):
            raise SpecloomError(f"{where or 'the document'} is not a table")
        table = cls(values, where)
        if known and (unknown := next((key for key in values if key not in known), None)) is not None:
            listed = f"known: {', '.join(known)}"
            raise SpecloomError(f"unknown setting {table.path(unknown)}", did_you_mean(unknown, known, listed))
        return table

    def path(self, key: str) -> str:
        """Return the dotted path of a key in the file."""
        return f"{self.where}.{key}" if self.where else key

    def table(self, key: str, known: Collection[str] | None = None, *, optional: bool = False) -> Table:
        """Return the table at a key; an empty one where it is `optional` and missing."""
        value = self.values.get(key, {}) if optional else self._required(key)
        return Table.of(value, self.path(key), known)

    def tables(self, known: Collection[str] | None = None) -> Iterator[tuple[str, Table]]:
        """Yield all that is in this table, which are tables, by their keys."""
        for key in self.values:
            yield key, self.table(key, known)

    def items(self, key: str) -> Iterator[Table]:
        """Yield the tables in the list at a key; none where the key is missing."""
        value = self.values.get(key, [])
        if not isinstance(value, list):
            raise SpecloomError(f"{self.path(key)} is not a list")
        for index, item in enumerate(value):
            yield Table.of(item, f"{self.path(key)}[{index}]")

    def text(self, key: str) -> str:
        """Return the text at a key."""
        value = self._required(key)
        if not isinstance(value, str):
            raise SpecloomError(f"{self.path(key)} is not a text")
        return value

    def name(self, key: str) -> str | None:
        """Return the text at a key that names something, so that it is not empty; None where there is none."""
        value = self.values.get(key)
        if value is not None and (not isinstance(value, str) or not value or "\0" in value):
            raise SpecloomError(f"{self.path(key)} is not a text")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the list of texts at a key; none where the key is missing."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise SpecloomError(f"{self.path(key)} is not a list of strings", f'write: {key} = ["…"]')
        return tuple(value)

    def size(self, key: str) -> int:
        """Return the number of bytes at a key."""
        value = self._required(key)
        if type(value) is not int or value < 0:
            raise SpecloomError(f"{self.path(key)} is not a number of bytes")
        return value

    def _required(self, key: str) -> Any:  # noqa: ANN401 - parsed TOML or JSON is anything
        if key not in self.values:
            raise SpecloomError(f"{self.path(key)} is missing")
        return self.values[key]


def as_toml(value: object) -> str:
    """Return a text, a number, a boolean or a list of these as TOML spells it: nearly as JSON does."""
    # Only characters that must not stand in a text are escaped: the escapes of JSON for what lies beyond the Basic
    # Multilingual Plane are pairs of surrogates, which TOML does not have.
    return json.dumps(value, ensure_ascii=False, default=str).replace("\x7f", "\\u007f")
