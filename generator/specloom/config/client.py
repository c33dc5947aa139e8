"""One client that a project generates: `[tool.specloom.clients.NAME]`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from specloom.config.names import check_name, check_package
from specloom.config.table import open_table
from specloom.errors import SpecloomError
from specloom.shipped import shipped_descriptions

__all__ = ["Client", "build_client"]

_KEYS: Final = ("spec", "out", "package", "only", "skip", "root")
_ANY_ROOT: Final = "--root on the command line may name any"


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
    only: tuple[str, ...] = ()
    """The operationIds, routes or resources to keep; all when empty."""


def build_client(name: str, settings: object, file: Path, where: str) -> Client:
    """Return the client that the table `settings` of the file `file` describes.

    Args:
        name: The client's name.
        settings: What TOML says of it.
        file: The file of the settings: its folder is what paths are relative to.
        where: How messages call the table.

    Raises:
        SpecloomError: A setting is unknown, missing or wrong.
    """
    check_name(name, file)
    table = open_table(settings, _KEYS, file, where)
    package, shipped = table.text("package"), shipped_descriptions()
    spec, root = table.source("spec", "--spec on the command line may name any"), table.source("root", _ANY_ROOT)
    if spec is None and name not in shipped:
        raise SpecloomError(f"{file}: {where} does not name its description", 'add: spec = "path/to/openapi.yaml"')
    return Client(
        name=name,
        spec=shipped[name] if spec is None else spec,
        out=table.target("out", table.text("out") or f"generated/{name}"),
        package=None if package is None else check_package(package, f"{file}: {table.path('package')}"),
        skip=table.texts("skip"),
        root=None if root is None else root.resolve(),
        only=table.texts("only"),
    )
