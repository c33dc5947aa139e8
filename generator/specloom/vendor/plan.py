"""What an update does to each file, decided before anything is touched.

Three versions of a file decide: the base (as the last generation wrote it), yours (as it lies there) and the update (as
it would be generated now). What differs from the base was done by you and is never overwritten or removed.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum

from specloom.findings import SpecloomError
from specloom.output.tree import find_collisions
from specloom.record import record
from specloom.vendor.folder import Content
from specloom.vendor.merge import merge_texts


class FileAction(StrEnum):
    """What happens to a file that an update concerns. The value is the word for it."""

    ADD = "add"
    REPLACE = "replace"
    REMOVE = "remove"
    MERGE = "merge"
    CONFLICT = "conflict"
    """Both sides changed the same lines: both are written, between markers."""
    KEEP_EDITED = "keep-edited"
    """Edited by you, and no longer generated: it stays."""
    KEEP_OWN = "keep-own"
    """What lies there is no text, so that nothing can be merged: it stays."""
    KEEP_DELETED = "keep-deleted"
    """Deleted by you, and changed by the update: it stays deleted."""
    ACCEPT = "accept"
    """One of the last two, which you accept: it is not named again before an update changes it once more."""

    @property
    def needs_you(self) -> bool:
        """Whether a person has to decide something afterwards."""
        return self in {FileAction.CONFLICT, FileAction.KEEP_EDITED, FileAction.KEEP_OWN, FileAction.KEEP_DELETED}


@record
class FileStep:
    """What happens to one file."""

    path: str
    action: FileAction
    before: bytes | None
    """What lies there now; None for nothing, and for what is no regular file."""
    after: bytes | None
    """What will lie there; None for nothing. The same as `before` where it stays."""
    base: str | None
    update: str | None
    conflicts: int = 0
    """How many places of the file are between markers."""
    moved_from: str = ""
    """Where the file is generated that lies here: you moved it, or its folder, or edited what has another name now."""

    @property
    def writes(self) -> bool:
        """Whether the file changes."""
        return self.action in {
            FileAction.ADD,
            FileAction.REPLACE,
            FileAction.REMOVE,
            FileAction.MERGE,
            FileAction.CONFLICT,
        }

    @property
    def leaves_out(self) -> bool:
        """Whether the update's text is in no file: it has one, and nothing that it could be merged into lies there."""
        return self.action in {FileAction.KEEP_OWN, FileAction.KEEP_DELETED} and self.update is not None


def plan_update(
    base: Mapping[str, str], yours: Mapping[str, Content], update: Mapping[str, str]
) -> tuple[FileStep, ...]:
    """Return a step for each file that the update concerns, sorted by path. Files that it leaves alone have none.

    Raises:
        SpecloomError: A file of yours lies where the update needs a folder, or the other way round.
    """
    paths = sorted(base.keys() | update.keys())
    steps = tuple(
        step for path in paths if (step := _step(path, base.get(path), yours.get(path), update.get(path))) is not None
    )
    written = {step.path for step in steps if step.writes and step.after is not None}
    removed = {step.path for step in steps if step.writes and step.after is None}
    _refuse_collisions(written, (yours.keys() | written) - removed)
    return steps


def _step(path: str, base: str | None, yours: Content | None, update: str | None) -> FileStep | None:
    if base == update:
        return None
    if yours is None:
        if update is None:
            return None
        action = FileAction.ADD if base is None else FileAction.KEEP_DELETED
        return FileStep(path, action, None, update.encode() if base is None else None, base, update)
    text, before = yours.text, yours.data
    if text == update and text is not None:
        return None
    if text is None:
        return FileStep(path, FileAction.KEEP_OWN, before, before, base, update)
    if text == base:
        if update is None:
            return FileStep(path, FileAction.REMOVE, before, None, base, update)
        return FileStep(path, FileAction.REPLACE, before, yours.rewritten(update), base, update)
    if update is None:
        return FileStep(path, FileAction.KEEP_EDITED, before, before, base, update)
    merge = merge_texts(base or "", text, update)
    if merge.text == text:
        return None
    action = FileAction.CONFLICT if merge.conflicts else FileAction.MERGE
    return FileStep(path, action, before, yours.rewritten(merge.text), base, update, merge.conflicts)


def _refuse_collisions(written: Collection[str], all_: Collection[str]) -> None:
    for file, inner in find_collisions(all_):
        if file in written:
            raise SpecloomError(
                f"the update has a file {file!r}, but {inner!r} lies in a folder of that name", "move yours away"
            )
        raise SpecloomError(f"the update has a folder {file!r}, but a file of that name lies there", "move yours away")
