"""Two versions of the files of a vendored client, side by side: what you changed, and what an update would change."""

from __future__ import annotations

from specloom.findings import SpecloomError
from specloom.messages import shown_path
from specloom.record import record
from specloom.targets.target import Target
from specloom.vendor.absent import read_client
from specloom.vendor.base import BASE, is_state, read_base
from specloom.vendor.folder import Content
from specloom.vendor.formatting import as_project
from specloom.vendor.last_generation import find_last
from specloom.vendor.update import Update


@record
class Difference:
    """A file before and after, with the line ends of generated files. None where it is not there, or is no text.

    Where an update is left out, before and after are those of the generated file, which is not there.
    """

    path: str
    before: str | None
    after: str | None
    is_left_out: bool = False
    old_path: str = ""
    """Where the file was before, if it was moved."""


def list_edits(vendored: Target) -> tuple[Difference, ...]:
    """Return what was done by hand since the last generation, sorted by path.

    Raises:
        SpecloomError: The base is lost or damaged, or files cannot be read.
    """
    stored, lying = read_base(vendored.folder), read_client(vendored)
    if stored is None:
        raise SpecloomError(
            f"{shown_path(vendored.folder / BASE)} is missing, so nothing tells edits from what was generated",
            "restore it from version control",
        )
    yours = {path: content.text for path, content in lying.items() if not is_state(path)}
    last = find_last(vendored.folder, stored, lying)
    generated = as_project(vendored.folder, last.files, last.texts, {}).base
    places = {new: old for old, new in last.moves.items()}
    paths = sorted(generated.keys() | yours.keys())
    return tuple(
        Difference(path, generated.get(path), yours.get(path), old_path=places.get(path, ""))
        for path in paths
        if path not in yours or path not in generated or path in places or generated[path] != yours[path]
    )


def list_update(update: Update) -> tuple[Difference, ...]:
    """Return what an update would do to the files that lie there, and what of it is left out, sorted by path."""
    return tuple(
        Difference(step.path, step.base, step.update, is_left_out=True)
        if step.leaves_out
        else Difference(step.path, Content(step.before).text, Content(step.after).text)
        for step in update.steps
        if step.writes or step.leaves_out
    )
