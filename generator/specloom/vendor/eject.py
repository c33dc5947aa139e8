"""The last day of a vendored client: its code stays, and what made updates possible or promised them goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from specloom.config import Configuration, Vendored
from specloom.errors import SpecloomError
from specloom.output.disk import write_changes
from specloom.output.manifest import MANIFEST, read_manifest
from specloom.vendor.base import BASE
from specloom.vendor.content import Content, read_folder
from specloom.vendor.interrupted import refuse_moved_aside
from specloom.vendor.pristine import ATTRIBUTES
from specloom.vendor.settings import remove_table, write_settings
from specloom.vendor.status import read_status
from specloom.vendor.words import as_ejected

__all__ = ["Ejection", "apply_ejection", "prepare_ejection"]


@dataclass(frozen=True, slots=True)
class Ejection:
    """What ending the management of a client will do. Nothing has been touched."""

    vendored: Vendored
    removed: tuple[str, ...]
    """The files of the folder that go: state, no code. Sorted."""
    reworded: Mapping[str, bytes]
    """The files of the folder that promised updates, sorted: path → what it says instead."""
    digests: Mapping[str, str | None]
    """The folder as it was read."""
    file: Path
    """Where the settings stand."""
    text: str
    """The whole new text of that file."""


def prepare_ejection(configuration: Configuration, vendored: Vendored) -> Ejection:
    """Return what makes a vendored client plain code of its project.

    Raises:
        SpecloomError: Files cannot be read, or the settings cannot be cut out of theirs.
    """
    if configuration.file is None:
        raise SpecloomError(f"there are no settings of {vendored.name}")
    refuse_moved_aside(vendored)
    yours = read_folder(vendored.into)
    ours = {BASE, *({ATTRIBUTES} & {*read_status(vendored).untouched})}
    if _has_manifest(vendored.into):
        ours.add(MANIFEST)
    return Ejection(
        vendored,
        removed=tuple(sorted(ours & yours.keys())),
        reworded=_reworded({path: content for path, content in yours.items() if path not in ours}),
        digests={path: content.digest for path, content in yours.items()},
        file=configuration.file,
        text=remove_table(configuration.file, vendored.name),
    )


def apply_ejection(ejection: Ejection) -> None:
    """Change the folder, all at once, then remove the settings.

    Raises:
        SpecloomError: The operating system refuses, or the folder changed meanwhile. If it is the settings that cannot
            be written, the folder is ejected already, and ejecting it again removes them.
    """
    changes = {**dict.fromkeys(ejection.removed), **ejection.reworded}
    if changes:
        write_changes(changes, ejection.vendored.into, ejection.digests)
    write_settings(ejection.file, ejection.text)


def _reworded(files: Mapping[str, Content]) -> dict[str, bytes]:
    texts = {path: (content.text or "", content) for path, content in files.items()}
    return {
        path: content.rewritten(new) for path, (text, content) in texts.items() if (new := as_ejected(text)) != text
    }


def _has_manifest(folder: Path) -> bool:
    try:
        return read_manifest(folder) is not None
    except SpecloomError:  # a file of that name which is no manifest of ours
        return False
