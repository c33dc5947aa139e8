"""Tables of a settings file: values of the right kind, and folders that settings may name."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from specloom.config.names import suggestion
from specloom.errors import SpecloomError

__all__ = ["Table", "leads_into", "open_table"]


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
        is_below = leads_into(target, folder) and not leads_into(folder, target)
        if not is_below or ".." in target.parts:
            raise SpecloomError(
                f"{self.file}: {self.path(key)} is {path!r}, which is not below {folder}",
                "settings may only name folders below their own"
                + ("; --out on the command line may name any" if key == "out" else ""),
            )
        return target

    def source(self, key: str, remedy: str) -> Path | None:
        """Return the path that a key names to read from: in the folder of the settings; None where the key is missing.

        Where links lead counts, for the last part of the path as well: settings and links come with a pull request, and
        what lies elsewhere on the machine is none of its business.

        Args:
            key: `spec` or `root`.
            remedy: What the error says to do where the path leads elsewhere.
        """
        text = self.text(key)
        path = None if text is None else self.file.parent / text
        if path is not None and not leads_into(path, self.file.parent):
            raise SpecloomError(
                f"{self.file}: {self.path(key)} is {text!r}, which is not in {self.file.parent}",
                f"settings may only let descriptions be read from their own folder, also through links; {remedy}",
            )
        return path


def leads_into(path: Path, folder: Path) -> bool:
    """Return whether what `path` leads to, after all links, lies in `folder` or is it."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # links in a circle
        return False


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
