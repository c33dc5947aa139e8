"""One client that a project keeps as its own code: `[tool.specloom.vendor.NAME]`."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from specloom.config.names import check_name, check_package, is_importable, suggestion
from specloom.config.table import Table, open_table
from specloom.errors import SpecloomError
from specloom.shipped import shipped_descriptions

__all__ = ["Vendored", "build_vendored"]

_KEYS: Final = ("into", "api", "spec", "package", "only", "skip", "root")


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
    names_package: bool = field(default=True, compare=False)
    """Whether the settings name the package. Otherwise `package` is the folder's name, which holds only until a first
    generation has recorded it: a folder that is moved keeps its class."""


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
    check_name(name, file)
    table = open_table(settings, _KEYS, file, where)
    into = table.text("into")
    if into is None:
        raise SpecloomError(f"{file}: {where} does not say where the client lies", 'add: into = "src/acme/client"')
    folder = table.target("into", into)
    if not is_importable(folder.name):
        raise SpecloomError(
            f"{file}: {where}.into is {into!r}, whose last part is no name for a Python package",
            "the folder is the package: use letters, digits and _",
        )
    root = table.source("root", "copy what the description refers to into that folder")
    return Vendored(
        name=name,
        spec=_spec(name, table),
        into=folder,
        package=check_package(table.text("package") or folder.name.strip("_"), f"{file}: {where}.package"),
        only=table.texts("only"),
        skip=table.texts("skip"),
        root=None if root is None else root.resolve(),
        names_package=table.text("package") is not None,
    )


def _spec(name: str, table: Table) -> Path:
    spec, api = table.source("spec", "copy the description into that folder"), table.text("api")
    where = f"{table.file}: {table.where}"
    if spec is not None and api is not None:
        raise SpecloomError(f"{where} has both spec and api", "keep one of them: api names what ships")
    if spec is not None:
        return spec
    shipped = shipped_descriptions()
    if (api or name) not in shipped:
        raise SpecloomError(
            f"{where}: no description {api or name!r} ships with Specloom",
            f'{suggestion(api or name, shipped)}{", ".join(shipped)} do; for any other: spec = "path/to/openapi.yaml"',
        )
    return shipped[api or name]
