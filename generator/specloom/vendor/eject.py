"""The last day of a vendored client: its code stays, and what made updates possible or promised them goes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from specloom.findings import SpecloomError
from specloom.messages import shown_path
from specloom.output.disk import write_changes
from specloom.output.manifest import MANIFEST, is_client
from specloom.record import record
from specloom.render.keeping import as_ejected
from specloom.targets.settings import Configuration, load_configuration
from specloom.targets.target import Target
from specloom.vendor.absent import find_sparse, no_client
from specloom.vendor.base import is_state
from specloom.vendor.folder import Content, is_moved_aside, read_folder
from specloom.vendor.pristine import ATTRIBUTES
from specloom.vendor.settings import changed_settings, remove_table
from specloom.vendor.status import read_status
from specloom.vendor.undo import refuse_to_forget


@record
class Ejection:
    """What ending the management of a client will do. Nothing has been touched."""

    vendored: Target
    removed: tuple[str, ...]
    """The files of the folder that go: state, no code. Sorted."""
    reworded: Mapping[str, bytes]
    """The files of the folder that promised updates, sorted: path → what it says instead."""
    digests: Mapping[str, str | None]
    """The folder as it was read."""
    file: Path
    """Where the settings stand."""


def prepare_ejection(configuration: Configuration, vendored: Target) -> Ejection:
    """Return what makes a vendored client plain code of its project.

    Raises:
        SpecloomError: Files cannot be read or are not checked out, the settings cannot be cut out of theirs, or edits
            would be lost that `--undo` put aside.
    """
    if configuration.file is None:
        raise SpecloomError(f"there are no settings of {vendored.name}")
    if is_moved_aside(vendored.folder):
        raise no_client(vendored)
    if sparse := find_sparse(vendored):
        raise sparse
    yours = read_folder(vendored.folder)
    refuse_to_forget(vendored, yours)
    remove_table(configuration.file, vendored.name)  # if it cannot be written, that is said first
    ours = {*filter(is_state, yours), *({ATTRIBUTES} & {*read_status(vendored).untouched})}
    if not is_client(vendored.folder):
        ours.discard(MANIFEST)
    return Ejection(
        vendored,
        removed=tuple(sorted(ours & yours.keys())),
        reworded=_reworded({path: content for path, content in yours.items() if path not in ours}),
        digests={path: content.digest for path, content in yours.items()},
        file=configuration.file,
    )


def apply_ejection(ejection: Ejection) -> None:
    """Change the folder, all at once, then remove the settings, which nobody else can change meanwhile.

    Raises:
        SpecloomError: The operating system refuses, or the folder changed meanwhile. If it is the settings that cannot
            be written, the folder is ejected already, and ejecting it again removes them.
    """
    changes = {**dict.fromkeys(ejection.removed), **ejection.reworded}
    with changed_settings(ejection.file, lambda: _settings_without(ejection)):
        if changes:
            write_changes(changes, ejection.vendored.folder, ejection.digests)


def _settings_without(ejection: Ejection) -> str:
    """Return the new text of the settings, made from what they say at this moment."""
    folder, name = ejection.file.parent.resolve(), ejection.vendored.name
    if name not in load_configuration(folder, folder).vendored:
        raise SpecloomError(
            f"{shown_path(ejection.file)} has no vendored client {name!r} any more",
            "somebody else changed it: run it again",
        )
    return remove_table(ejection.file, name)


def _reworded(files: Mapping[str, Content]) -> dict[str, bytes]:
    texts = {path: (content.text or "", content) for path, content in files.items()}
    return {
        path: content.rewritten(new) for path, (text, content) in texts.items() if (new := as_ejected(text)) != text
    }
