"""The first and the last day of a vendored client: what is written when it comes, what goes when management ends."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from specloom.config import Configuration, Vendored, build_vendored
from specloom.errors import SpecloomError
from specloom.output.disk import write_changes
from specloom.output.manifest import MANIFEST, read_manifest
from specloom.vendor.base import BASE, pack_base
from specloom.vendor.content import read_folder
from specloom.vendor.pristine import ATTRIBUTES, Pristine, build_pristine
from specloom.vendor.settings import Setting, add_table, remove_table, settings_file, write_settings
from specloom.vendor.status import read_status

__all__ = ["Addition", "Ejection", "apply_addition", "apply_ejection", "prepare_addition", "prepare_ejection"]


@dataclass(frozen=True, slots=True)
class Addition:
    """What adding a client will do. Nothing has been touched."""

    vendored: Vendored
    pristine: Pristine
    file: Path
    """Where the settings go."""
    text: str
    """The whole new text of that file."""

    @property
    def files(self) -> dict[str, bytes]:
        """Everything that the folder will hold."""
        files = {path: text.encode() for path, text in self.pristine.tree.items()}
        return {**files, BASE: pack_base(self.pristine.tree)}


@dataclass(frozen=True, slots=True)
class Ejection:
    """What ending the management of a client will do. Nothing has been touched."""

    vendored: Vendored
    removed: tuple[str, ...]
    """The files of the folder that go: state, no code."""
    digests: dict[str, str | None]
    file: Path
    text: str


def prepare_addition(
    configuration: Configuration,
    here: Path,
    name: str,
    into: Path,
    *,
    api: str | None = None,
    spec: Path | None = None,
    package: str | None = None,
    only: tuple[str, ...] = (),
    skip: tuple[str, ...] = (),
    root: Path | None = None,
) -> Addition:
    """Return what vendors a client into a project.

    Args:
        configuration: The settings that apply in `here`.
        here: The working directory.
        name: What the settings call the client.
        into: The folder that the client becomes.
        api: The description that ships, where that is not called `name`.
        spec: The entry document of any other description.
        package: What the client's class is called after; the folder by default.
        only: Operations or resources to keep; all when empty.
        skip: Operations to leave out.
        root: The folder that references may not leave.

    Raises:
        DescriptionError: The description cannot be used.
        SpecloomError: The name or the folder is taken, or the settings cannot be added to.
    """
    if name in configuration.vendored:
        raise SpecloomError(
            f"{configuration.file} has a vendored client {name!r} already",
            f"bring it up to date with: specloom vendor update {name}, or call another version of it by another --name",
        )
    file = settings_file(here, configuration.file)
    given = {"api": api, "spec": _relative(spec, file), "package": package, "root": _relative(root, file)}
    settings: dict[str, Setting] = {"into": _relative(into, file) or "", **{k: v for k, v in given.items() if v}}
    settings |= {key: list(value) for key, value in (("only", only), ("skip", skip)) if value}
    vendored = build_vendored(name, settings, file, f"vendor.{name}")
    _refuse_overlap(vendored, configuration)
    if read_folder(vendored.into):
        raise SpecloomError(
            f"{into} is not empty, and nothing in it is known to be pristine",
            "choose a folder that does not exist yet, or move that one away and merge your edits back in",
        )
    text = add_table(file, name, settings)
    return Addition(vendored, build_pristine(vendored), file, text)


def apply_addition(addition: Addition) -> None:
    """Write the client, then the settings.

    Raises:
        SpecloomError: The operating system refuses, or the folder is no longer empty.
    """
    write_changes(dict(addition.files), addition.vendored.into, {})
    write_settings(addition.file, addition.text)


def prepare_ejection(configuration: Configuration, vendored: Vendored) -> Ejection:
    """Return what makes a vendored client plain code of its project: settings and state go, the code stays.

    Raises:
        SpecloomError: The settings cannot be cut out of their file.
    """
    if configuration.file is None:
        raise SpecloomError(f"there are no settings of {vendored.name}")
    yours = read_folder(vendored.into)
    ours = {BASE, *({ATTRIBUTES} & {*read_status(vendored).untouched})}
    if _has_manifest(vendored.into):
        ours.add(MANIFEST)
    digests = {path: content.digest for path, content in yours.items()}
    text = remove_table(configuration.file, vendored.name)
    return Ejection(vendored, tuple(sorted(ours & yours.keys())), digests, configuration.file, text)


def apply_ejection(ejection: Ejection) -> None:
    """Remove the settings, then the state.

    Raises:
        SpecloomError: The operating system refuses, or the folder changed meanwhile.
    """
    if ejection.removed:
        write_changes(dict.fromkeys(ejection.removed), ejection.vendored.into, ejection.digests)
    write_settings(ejection.file, ejection.text)


def _has_manifest(folder: Path) -> bool:
    try:
        return read_manifest(folder) is not None
    except SpecloomError:  # a file of that name which is no manifest of ours
        return False


def _relative(path: Path | None, file: Path) -> str | None:
    """Return a path of the command line as settings have it: relative to their folder."""
    return None if path is None else Path(os.path.relpath(path, file.parent)).as_posix()


def _refuse_overlap(vendored: Vendored, configuration: Configuration) -> None:
    others = [(client.name, client.out) for client in configuration.clients.values()]
    others += [(other.name, other.into) for other in configuration.vendored.values()]
    for name, place in others:
        if place == vendored.into or place in vendored.into.parents or vendored.into in place.parents:
            raise SpecloomError(
                f"{vendored.into} and the client {name} would be written into each other", "choose another folder"
            )
