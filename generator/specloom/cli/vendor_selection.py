"""Which vendored clients a command is about, and going through them although one may fail."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from specloom.cli.selection import find_elsewhere
from specloom.cli.terminal import print_error
from specloom.findings import SpecloomError
from specloom.git import find_repository
from specloom.messages import did_you_mean
from specloom.targets.settings import Configuration, load_configuration
from specloom.targets.target import Target
from specloom.vendor.absent import unlisted_clients
from specloom.vendor.base import BASE


def add_names(parser: argparse.ArgumentParser) -> None:
    """Add the argument that `select_vendored` reads."""
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help="a vendored client of the settings, or its folder (default: all)"
    )


def load_settings(folder: Path | None = None) -> Configuration:
    """Return the settings that apply in a folder; those of a folder around its repository do not.

    Without a folder it is the working directory.

    Raises:
        SpecloomError: They are wrong.
    """
    here = folder or Path.cwd()
    return load_configuration(here, find_repository(here))


def load_settings_of(names: Iterable[str]) -> Configuration:
    """Return the settings that name vendored clients: those of a client's folder, if one is named, wherever it lies.

    Raises:
        SpecloomError: They are wrong.
    """
    folders = map(Path, names)
    return load_settings(next((folder for folder in folders if (folder / BASE).exists()), None))


def select_vendored(names: Sequence[str], configuration: Configuration) -> list[Target]:
    """Return the vendored clients of those names, each once; all of the settings when there are no names.

    Names are those of the settings, or folders of clients.

    Raises:
        SpecloomError: A name is unknown, or the settings have no vendored client.
    """
    if not configuration.vendored:
        raise SpecloomError(
            "no client is vendored in this project",
            find_elsewhere("vendor")
            or "; ".join(unlisted_clients(configuration))
            or "run: specloom vendor add API --into PATH",
        )
    found = [find_vendored(configuration, name) for name in names or configuration.vendored]
    return [*{each.folder: each for each in found}.values()]


def find_vendored(configuration: Configuration, name: str) -> Target:
    """Return the vendored client of that name, or in that folder.

    Raises:
        SpecloomError: There is none.
    """
    by_folder = {os.path.realpath(each.folder): each for each in configuration.vendored.values()}
    found = configuration.vendored.get(name) or by_folder.get(os.path.realpath(name))
    if found is None:
        known = ", ".join(configuration.vendored) or "none"
        raise SpecloomError(
            f"there is no vendored client {name!r}",
            find_elsewhere("vendor", name=name) or did_you_mean(name, configuration.vendored, f"vendored: {known}"),
        )
    return found


def for_each(clients: Iterable[Target], work: Callable[[Target], int]) -> int:
    """Do something with each client, printing what goes wrong with one; return the highest exit code."""
    code = 0
    for client in clients:
        try:
            code = max(code, work(client))
        except SpecloomError as error:
            print_error(error)
            code = 2
    return code
