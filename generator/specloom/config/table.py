"""Tables of a settings file: values of the right kind, and folders that settings may name."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from specloom.config.names import suggestion
from specloom.errors import SpecloomError

__all__ = ["Table", "open_table"]


@dataclass(frozen=True, slots=True)
class Table:
    """One table. Whatever is read from it and wrong is a `SpecloomError` that says where it stands."""

    values: Mapping[str, Any]
    file: Path
    """Where it is written. It may not exist yet: its folder is what paths are relative to."""
    where: str
    """The dotted path of the table in the file; empty for the whole file."""

    def path(self, key: str) -> str:
        """Return the dotted path of a key in the file."""
        return f"{self.where}.{key}" if self.where else key

    def inner(self, key: str) -> Mapping[str, Any]:
        """Return the table at a key; an empty one where the key is missing."""
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            raise SpecloomError(f"{self.file}: {self.path(key)} is not a table")
        return value

    def text(self, key: str) -> str | None:
        """Return the text at a key, which is not empty; None where the key is missing."""
        value = self.values.get(key)
        if key in self.values and (not isinstance(value, str) or not value or "\0" in value):
            raise SpecloomError(f"{self.file}: {self.path(key)} is not a text")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the list of texts at a key; none where the key is missing."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise SpecloomError(
                f"{self.file}: {self.path(key)} is not a list of strings", f'write: {key} = ["operationId"]'
            )
        return tuple(value)

    def target(self, key: str, path: str) -> Path:
        """Return the folder `path`, which the key names: one to write into, below the folder of the settings."""
        folder = self.file.parent
        target = folder / path
        if folder not in target.resolve().parents or ".." in target.parts:
            raise SpecloomError(
                f"{self.file}: {self.path(key)} is {path!r}, which is not below {folder}",
                "settings may only name folders below their own"
                + ("; --out on the command line may name any" if key == "out" else ""),
            )
        return target

    def root(self, remedy: str) -> Path | None:
        """Return what `root` names: a folder to read from, that of the settings or below; None where it is missing.

        Args:
            remedy: What the error says to do where the folder lies elsewhere.
        """
        root, folder = self.text("root"), self.file.parent
        path = None if root is None else (folder / root).resolve()
        if path is not None and not path.is_relative_to(folder):
            raise SpecloomError(
                f"{self.file}: {self.path('root')} is {root!r}, which is not in {folder}",
                f"settings may only let descriptions read from their own folder; {remedy}",
            )
        return path


def open_table(values: object, known: Collection[str], file: Path, where: str) -> Table:
    """Return what TOML says of a table as one that has no other than the known keys.

    Raises:
        SpecloomError: It is no table, or has another key.
    """
    if not isinstance(values, dict):
        raise SpecloomError(f"{file}: {where} is not a table")
    table = Table(values, file, where)
    for key in values:
        if key not in known:
            raise SpecloomError(
                f"{file}: unknown setting {table.path(key)}", f"{suggestion(key, known)}known: {', '.join(known)}"
            )
    return table
