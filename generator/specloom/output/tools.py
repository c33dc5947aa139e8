"""What renders a client: the tools with their versions, and the templates. Imports none of the tools."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from specloom import __version__
from specloom.findings import SpecloomError
from specloom.installed import add_command, data_folder, install_command
from specloom.output.folder import COMPILED, walk_folder
from specloom.output.tree import with_line_feeds
from specloom.record import record

_NOT_OF_CLIENTS: Final = ("report",)
"""Folders of templates that print pages for people: nothing of them is in a client."""


@record
class Tools:
    """What rendered a client: name and version of each tool, and one SHA-256 over the templates of clients."""

    specloom: str
    formatter: str
    templates: str


@cache
def current_tools() -> Tools:
    """Return what would render a client now. Imports none of the tools.

    Raises:
        SpecloomError: A tool that Specloom needs is not installed.
    """
    return Tools(
        specloom=__version__,
        formatter=_formatter(),
        templates=digest_folder(data_folder("templates"), without=_NOT_OF_CLIENTS),
    )


def is_newer(specloom: str) -> bool:
    """Return whether a version of Specloom is newer than this one, in the order of PEP 440.

    What is no version is not: it says nothing that could be waited for.
    """
    from packaging.version import InvalidVersion, Version  # noqa: PLC0415 - most runs meet their own version

    try:
        return specloom != __version__ and Version(specloom) > Version(__version__)
    except InvalidVersion:
        return False


def upgrade_command(specloom: str) -> str:
    """Return the command that installs a version of Specloom, or a newer one."""
    return install_command(f">={specloom}")


def digest_folder(folder: Path, *, without: Collection[str] = ()) -> str:
    """Return one SHA-256 over the paths and texts of all files below a folder, compiled ones aside.

    Folders directly in it do not count that are called as in `without`.
    """

    def passes_by(entry: os.DirEntry[str]) -> bool:
        return entry.name == COMPILED or (entry.name in without and Path(entry.path).parent == folder)

    files = (Path(entry.path) for entry in walk_folder(folder, passes_by) if entry.is_file())
    digest = sha256()
    for inner, path in sorted((path.relative_to(folder).as_posix(), path) for path in files):
        content = with_line_feeds(path.read_bytes())
        digest.update(f"{inner}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _formatter() -> str:
    # As `importlib.metadata` finds it, which takes longer to import than all else of `check` where nothing has changed.
    for folder in sys.path:
        for found in Path(folder).glob("ruff-*.dist-info"):
            return found.stem.replace("-", " ")
    raise SpecloomError("ruff is not installed, but Specloom needs it", f"run: {add_command('ruff')}")
