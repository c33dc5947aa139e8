"""The settings of a project: which clients it generates or vendors, from what, into which folder.

They stand in `specloom.toml`, or under `[tool.specloom]` in `pyproject.toml`, in the working directory or the nearest
folder above it:

    [tool.specloom.clients.sitoo]
    spec = "specs/sitoo/openapi.yaml"
    out = "generated/sitoo"

    [tool.specloom.vendor.fixably]
    into = "src/acme/fixably"

Settings are data: they name descriptions and folders. Nothing in them can select code, templates or commands to run,
so that a change of them in somebody's pull request is safe to check.
"""

from __future__ import annotations

import difflib
import keyword
import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any, Final

from specloom.errors import SpecloomError
from specloom.shipped import shipped_descriptions

__all__ = [
    "Client",
    "Configuration",
    "Vendored",
    "build_vendored",
    "check_package",
    "load_configuration",
    "suggestion",
]

_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_CLIENT_KEYS: Final = ("spec", "out", "package", "skip", "root")
_VENDOR_KEYS: Final = ("into", "api", "spec", "package", "only", "skip", "root")


@dataclass(frozen=True, slots=True)
class Client:
    """One client to generate. `spec` is the entry document, `out` the folder that the client becomes."""

    name: str
    spec: Path
    out: Path
    package: str | None = None
    """None: the description decides."""
    skip: tuple[str, ...] = ()
    """The operationIds or routes to leave out."""
    root: Path | None = None
    """The folder that references of the description may not leave; None: the folder of `spec`."""


@dataclass(frozen=True, slots=True)
class Vendored:
    """One client that the project keeps as its own code. `into` is the folder that it is, and with it the package."""

    name: str
    spec: Path
    into: Path
    package: str
    """What the package, its client class and its environment variables are called after."""
    only: tuple[str, ...] = ()
    """The operationIds, routes or resources to keep; all when empty."""
    skip: tuple[str, ...] = ()
    """The operationIds or routes to leave out."""
    root: Path | None = None
    """The folder that references of the description may not leave; None: the folder of `spec`."""


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


def load_configuration(start: Path) -> Configuration:
    """Return the settings that apply in the folder `start`; without any, a configuration that names no clients.

    Raises:
        SpecloomError: A file cannot be read or is not TOML, or a setting is unknown or wrong.
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        own = _read_toml(folder / "specloom.toml")
        shared = _shared_settings(folder / "pyproject.toml")
        if own is not None and shared is not None:
            raise SpecloomError(
                f"{folder} has settings of Specloom in both specloom.toml and pyproject.toml", "keep one of them"
            )
        if own is not None:
            return _configuration(own, folder, folder / "specloom.toml", "")
        if shared is not None:
            return _configuration(shared, folder, folder / "pyproject.toml", "tool.specloom.")
    return Configuration(start, {})


def build_vendored(name: str, settings: object, file: Path, where: str) -> Vendored:
    """Return the vendored client that the table `settings` of the file `file` describes.

    Args:
        name: The client's name.
        settings: What TOML says of it.
        file: The file of the settings. It may not exist yet: its folder is what paths are relative to.
        where: How messages call the table.

    Raises:
        SpecloomError: A setting is unknown, missing or wrong.
    """
    _check_name(name, file)
    table = _table(settings, file, where)
    _refuse_unknown(table, _VENDOR_KEYS, file, f"{where}.")
    into = _string(table, "into", file, where)
    if into is None:
        raise SpecloomError(f"{file}: {where} does not say where the client lies", 'add: into = "src/acme/client"')
    package = _string(table, "package", file, where)
    root = _string(table, "root", file, where)
    folder = _inside(into, file.parent, file, where, "into")
    if not folder.name.isidentifier() or keyword.iskeyword(folder.name):
        raise SpecloomError(
            f"{file}: {where}.into is {into!r}, whose last part is no name for a Python package",
            "the folder is the package: use letters, digits and _",
        )
    return Vendored(
        name=name,
        spec=_vendored_spec(name, table, file, where),
        into=folder,
        package=check_package(package or folder.name.strip("_"), f"{file}: {where}.package"),
        only=_strings(table, "only", file, where),
        skip=_strings(table, "skip", file, where),
        root=None if root is None else _within(root, file.parent, file, where),
    )


def _vendored_spec(name: str, table: Mapping[str, Any], file: Path, where: str) -> Path:
    spec, api = _string(table, "spec", file, where), _string(table, "api", file, where)
    if spec is not None and api is not None:
        raise SpecloomError(f"{file}: {where} has both spec and api", "keep one of them: api names what ships")
    if spec is not None:
        return file.parent / spec
    shipped = shipped_descriptions()
    if (api or name) not in shipped:
        raise SpecloomError(
            f"{file}: {where}: no description {api or name!r} ships with Specloom",
            f'{suggestion(api or name, shipped)}{", ".join(shipped)} do; for any other: spec = "path/to/openapi.yaml"',
        )
    return shipped[api or name]


def check_package(package: str, where: str) -> str:
    """Return `package` when Python can import it.

    Raises:
        SpecloomError: It is not an identifier, or a keyword of Python. `where` says who named it.
    """
    if not package.isidentifier() or keyword.iskeyword(package) or package != package.strip("_"):
        raise SpecloomError(
            f"{where}: {package!r} is no name for a Python package", "use lower-case letters, digits, _"
        )
    return package


def suggestion(word: str, known: Collection[str]) -> str:
    """Return `did you mean 'X'? ` with the known word closest to `word`, or nothing when none is close."""
    close = difflib.get_close_matches(word, known, n=1)
    return f"did you mean {close[0]!r}? " if close else ""


def _read_toml(path: Path) -> dict[str, Any] | None:
    try:
        if not path.is_file():
            return None
        return tomllib.loads(path.read_bytes().decode())
    except OSError as error:
        raise SpecloomError(f"cannot read {path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SpecloomError(f"{path} is not TOML: {error}") from None


def _shared_settings(file: Path) -> object:
    tools = (_read_toml(file) or {}).get("tool")
    return tools.get("specloom") if isinstance(tools, dict) else None


def _configuration(settings: object, folder: Path, file: Path, prefix: str) -> Configuration:
    table = _table(settings, file, prefix.rstrip(".") or "the file")
    _refuse_unknown(table, ("clients", "vendor"), file, prefix)
    written = _table(table.get("clients", {}), file, f"{prefix}clients")
    clients = {name: _client(name, value, folder, file, f"{prefix}clients.{name}") for name, value in written.items()}
    written = _table(table.get("vendor", {}), file, f"{prefix}vendor")
    vendored = {name: build_vendored(name, value, file, f"{prefix}vendor.{name}") for name, value in written.items()}
    places = [(client.name, client.out) for client in clients.values()]
    _refuse_overlap([*places, *((each.name, each.into) for each in vendored.values())], file)
    return Configuration(folder, clients, vendored, file)


def _client(name: str, settings: object, folder: Path, file: Path, where: str) -> Client:
    _check_name(name, file)
    table = _table(settings, file, where)
    _refuse_unknown(table, _CLIENT_KEYS, file, f"{where}.")
    package = _string(table, "package", file, where)
    spec = _string(table, "spec", file, where)
    shipped = shipped_descriptions()
    if spec is None and name not in shipped:
        raise SpecloomError(f"{file}: {where} does not name its description", 'add: spec = "path/to/openapi.yaml"')
    root = _string(table, "root", file, where)
    return Client(
        name=name,
        spec=shipped[name] if spec is None else folder / spec,
        out=_inside(_string(table, "out", file, where) or f"generated/{name}", folder, file, where, "out"),
        package=None if package is None else check_package(package, f"{file}: {where}.package"),
        skip=_strings(table, "skip", file, where),
        root=None if root is None else _within(root, folder, file, where),
    )


def _check_name(name: str, file: Path) -> None:
    if not _NAME.fullmatch(name):
        raise SpecloomError(f"{file}: {name!r} is no name for a client", "use letters, digits, _ and -")


def _table(value: object, file: Path, where: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise SpecloomError(f"{file}: {where} is not a table")
    return value


def _string(table: Mapping[str, Any], key: str, file: Path, where: str) -> str | None:
    value = table.get(key)
    if key in table and (not isinstance(value, str) or not value or "\0" in value):
        raise SpecloomError(f"{file}: {where}.{key} is not a text")
    return value


def _strings(table: Mapping[str, Any], key: str, file: Path, where: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise SpecloomError(f"{file}: {where}.{key} is not a list of strings", f'write: {key} = ["operationId"]')
    return tuple(value)


def _refuse_unknown(table: Mapping[str, Any], known: Collection[str], file: Path, prefix: str) -> None:
    for key in table:
        if key not in known:
            raise SpecloomError(
                f"{file}: unknown setting {prefix}{key}", f"{suggestion(key, known)}known: {', '.join(known)}"
            )


def _inside(path: str, folder: Path, file: Path, where: str, key: str) -> Path:
    inner = folder / path
    if folder not in inner.resolve().parents or ".." in inner.parts:
        raise SpecloomError(
            f"{file}: {where}.{key} is {path!r}, which is not below {folder}",
            "settings may only name folders below their own"
            + ("; --out on the command line may name any" if key == "out" else ""),
        )
    return inner


def _within(root: str, folder: Path, file: Path, where: str) -> Path:
    path = (folder / root).resolve()
    if not path.is_relative_to(folder):
        raise SpecloomError(
            f"{file}: {where}.root is {root!r}, which is not in {folder}",
            "settings may only let descriptions read from their own folder; --root on the command line may name any",
        )
    return path


def _refuse_overlap(places: Collection[tuple[str, Path]], file: Path) -> None:
    for (first, one), (second, other) in combinations(places, 2):
        if one == other or one in other.parents or other in one.parents:
            raise SpecloomError(
                f"{file}: the clients {first} and {second} would be written into each other",
                "give each client a folder of its own",
            )
