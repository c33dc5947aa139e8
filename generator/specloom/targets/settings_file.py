"""The file of the settings that apply in a folder: which it is, what it says of Specloom, and where that stands."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from specloom import __version__
from specloom.findings import Location, NamedSource, SpecloomError, unreadable
from specloom.installed import install_command
from specloom.messages import shown_path
from specloom.record import record
from specloom.regular_file import read_regular
from specloom.targets.table import Keys, Table, TableError
from specloom.targets.toml_places import TomlPlaces, parse_toml

OWN_FILE: Final = "specloom.toml"
SHARED_FILE: Final = "pyproject.toml"
"""Where settings stand: the first is Specloom's alone, the second has them below `tool.specloom`."""
REQUIRED: Final = "required-version"
_MOST: Final = 5_000
"""Folders that are looked at where something is not where it should be."""
FOREIGN: Final = frozenset({"node_modules", "site-packages", "__pycache__"})
"""Folders of what other tools install, or make."""


@record
class SettingsFile:
    """A file that has settings of Specloom."""

    path: Path
    text: str
    settings: object
    """What it says of Specloom, as parsed."""
    keys: Keys
    """The way to that; empty where the whole file is Specloom's."""

    def where(self, keys: Keys) -> str:
        """Return how messages name a place in it: by the file, and by line and column where that is known."""
        place = TomlPlaces(self.text).position(keys)
        return shown_path(self.path) + (f":{place.line}:{place.column}" if place else "")

    def error(self, keys: Keys, message: str, help: str) -> SpecloomError:
        """Return what to raise where a value is wrong: the message begins with file, line and column."""
        return SpecloomError(f"{self.where(keys)}: {message}", help)

    @contextmanager
    def faults(self) -> Iterator[None]:
        """Say of what is wrong in a table where in the file it stands.

        Raises:
            SpecloomError: For each `TableError`.
        """
        try:
            yield
        except TableError as error:
            raise self.error(error.keys, error.message, error.help) from None


@record
class SettingsTable:
    """The table of one client in a file of settings."""

    file: SettingsFile
    table: Table

    def places(self, key: str, value: str | None = None) -> tuple[Location, ...]:
        """Return where a key of it stands; nowhere if it has no such key, or its list does not have the value."""
        said = self.table.values.get(key)
        if said is None or (value is not None and value not in said):
            return ()
        place = TomlPlaces(self.file.text).position((*self.table.keys, key))
        return (Location(NamedSource(shown_path(self.file.path)), fixed=place),) if place else ()

    @property
    def holds_here(self) -> bool:
        """Whether it is in the settings that apply in the working directory."""
        with suppress(SpecloomError):  # which other commands tell
            here = find_settings(Path.cwd())
            return here is not None and here.path == self.file.path
        return False

    def where(self, *key: str) -> str:
        """Return how messages name the place of a key of it, or without one its own."""
        return self.file.where((*self.table.keys, *key))

    def error(self, key: str, message: str, help: str) -> SpecloomError:
        """Return what to raise where the value at a key is wrong, as `SettingsFile.error` has it."""
        return self.file.error((*self.table.keys, key), message, help)


def find_settings(start: Path, top: Path | None = None) -> SettingsFile | None:
    """Return the settings of the nearest folder that has some.

    It is the start, which is resolved, or one above it, up to `top`; by default that is the root of the file system.

    Raises:
        SpecloomError: A file cannot be read or is not TOML, or two in one folder have settings.
    """
    folders = (start, *start.parents)
    for folder in folders if top is None else folders[: folders.index(top) + 1]:
        own = _read(folder / OWN_FILE, ())
        shared = _read(folder / SHARED_FILE, ("tool", "specloom"))
        if own is not None and shared is not None:
            raise SpecloomError(
                f"{folder} has settings of Specloom in both {OWN_FILE} and {SHARED_FILE}", "keep one of them"
            )
        if own is not None or shared is not None:
            return own or shared
    return None


def walk_project(top: Path) -> Iterator[tuple[Path, list[str]]]:
    """Yield the folders of a project and the names of the files in each, the outermost first, of the first thousands.

    What begins with a dot, and what other tools install, is none of it.
    """
    for count, (place, folders, names) in enumerate(os.walk(top)):
        if count == _MOST:
            return
        folders[:] = sorted(each for each in folders if not (each.startswith(".") or each in {*FOREIGN, "venv"}))
        yield Path(place), names


def find_settings_below(top: Path) -> Iterator[tuple[Path, SettingsFile | None]]:
    """Yield each folder, from the top one on, that has settings, with these; None where they cannot be read."""
    for folder, names in walk_project(top):
        files = [folder / name for name in (OWN_FILE, SHARED_FILE) if name in names]
        try:
            found = find_settings(folder, folder) if files else None
        except SpecloomError:
            if any(map(_may_be_ours, files)):
                yield folder, None
            continue
        if found is not None:
            yield folder, found


def _may_be_ours(file: Path) -> bool:
    """Tell whether settings of Specloom may be meant by a file that cannot be read; tools have broken ones to try."""
    with suppress(OSError):
        return file.name == OWN_FILE or b"specloom" in read_regular(file)
    return False


def refuse_other_version(start: Path) -> None:
    """Refuse to go on where the settings that apply in a folder want another version of Specloom.

    Settings that cannot be read want none: whoever needs them says what is wrong with them.

    Raises:
        SpecloomError: They do, or what they want is no set of versions.
    """
    try:
        file = find_settings(start.resolve())
    except SpecloomError:
        return
    wanted = file.settings.get(REQUIRED) if file and isinstance(file.settings, dict) else None
    if file is None or wanted is None:
        return
    from packaging.specifiers import InvalidSpecifier, SpecifierSet  # noqa: PLC0415 - few settings want a version

    try:
        versions = SpecifierSet(wanted if isinstance(wanted, str) else "of no kind")
    except InvalidSpecifier:
        with file.faults():
            problem = f"is {wanted!r}, which is no set of versions"
            raise Table({}, file.keys).error(REQUIRED, problem, f'write: {REQUIRED} = ">=0.1,<1"') from None
    if not versions.contains(__version__, prereleases=True):
        raise SpecloomError(
            f"{shown_path(file.path)} requires Specloom {versions}, and this is {__version__}",
            f"run: {install_command(str(versions))}",
        )


def _read(path: Path, keys: tuple[str, ...]) -> SettingsFile | None:
    try:
        text, value = parse_toml(read_regular(path), shown_path(path))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise unreadable(path, error) from error
    found: Any = value
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    if found is None and keys[-1:] and keys[-1] in value:
        short, whole = keys[-1], ".".join(keys)
        advice = f"write [{whole}.clients.NAME] where [{short}.clients.NAME] stands, and so with the others"
        raise SettingsFile(path, text, value, ()).error(
            (short,), f"tables of {short} begin with '{whole}' here", advice
        )
    return None if found is None else SettingsFile(path, text, found, keys)
