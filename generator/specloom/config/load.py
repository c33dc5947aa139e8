"""The settings that apply in a folder: found, read and checked as a whole."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from specloom.config.client import Client, build_client
from specloom.config.names import suggestion
from specloom.config.table import open_table
from specloom.config.vendored import Vendored, build_vendored
from specloom.errors import SpecloomError
from specloom.regular_file import read_regular
from specloom.shipped import shipped_descriptions

__all__ = ["Configuration", "load_configuration"]


@dataclass(frozen=True, slots=True)
class Configuration:
    """The clients of a project by name, in the order in which they are written."""

    folder: Path
    """Where the settings lie; without settings, the working directory."""
    clients: Mapping[str, Client]
    vendored: Mapping[str, Vendored] = field(default_factory=dict)
    file: Path | None = None
    """`specloom.toml` or `pyproject.toml`; None without settings."""

    def client(self, name: str) -> Client:
        """Return the client of that name: one of the project, else one whose description ships with Specloom.

        Raises:
            SpecloomError: There is no such client.
        """
        if name in self.clients:
            return self.clients[name]
        shipped = shipped_descriptions()
        if name in shipped:
            return Client(name, shipped[name], self.folder / "generated" / name)
        known = [*self.clients, *(other for other in shipped if other not in self.clients)]
        raise SpecloomError(
            f"there is no client {name!r}",
            f"{suggestion(name, known)}known clients: {', '.join(known)}; any other document: --spec FILE --out DIR",
        )


def load_configuration(start: Path, top: Path | None = None) -> Configuration:
    """Return the settings that apply in the folder `start`; without any, a configuration that names no clients.

    Args:
        start: Where to begin; the nearest folder above it that has settings decides.
        top: The last folder to look in, resolved: `start` or one above it. By default the root of the file system.

    Raises:
        SpecloomError: A file cannot be read or is not TOML, or a setting is unknown or wrong.
    """
    start = start.resolve()
    folders = (start, *start.parents)
    for folder in folders if top is None else folders[: folders.index(top) + 1]:
        own = _read_toml(folder / "specloom.toml")
        shared = _shared_settings(folder / "pyproject.toml")
        if own is not None and shared is not None:
            raise SpecloomError(
                f"{folder} has settings of Specloom in both specloom.toml and pyproject.toml", "keep one of them"
            )
        if own is not None:
            return _configuration(own, folder / "specloom.toml", "")
        if shared is not None:
            return _configuration(shared, folder / "pyproject.toml", "tool.specloom")
    return Configuration(start, {})


def _read_toml(path: Path) -> dict[str, Any] | None:
    try:
        return tomllib.loads(read_regular(path).decode())
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise SpecloomError(f"cannot read {path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SpecloomError(f"{path} is not TOML: {error}") from None


def _shared_settings(file: Path) -> object:
    tools = (_read_toml(file) or {}).get("tool")
    return tools.get("specloom") if isinstance(tools, dict) else None


def _configuration(settings: object, file: Path, where: str) -> Configuration:
    table = open_table(settings, ("clients", "vendor"), file, where)
    clients, vendor = table.path("clients"), table.path("vendor")
    generated = {
        name: build_client(name, value, file, f"{clients}.{name}") for name, value in table.inner("clients").items()
    }
    vendored = {
        name: build_vendored(name, value, file, f"{vendor}.{name}") for name, value in table.inner("vendor").items()
    }
    places = [(client.name, client.out) for client in generated.values()]
    _refuse_overlap([*places, *((each.name, each.into) for each in vendored.values())], file)
    return Configuration(file.parent, generated, vendored, file)


def _refuse_overlap(places: Collection[tuple[str, Path]], file: Path) -> None:
    for (first, one), (second, other) in combinations(places, 2):
        if one == other or one in other.parents or other in one.parents:
            raise SpecloomError(
                f"{file}: the clients {first} and {second} would be written into each other",
                "give each client a folder of its own",
            )
