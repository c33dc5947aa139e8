"""Second thoughts about an update: what it changed is kept, in a folder of the client that Git does not see.

It goes into the same swap as the update, is replaced by the next one, and says which files were how. Taking an update
back keeps what was there instead, so that this can be taken back, too: nothing is lost that somebody wrote in between.
"""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Final

from specloom.findings import SpecloomError
from specloom.messages import as_argument, lines_of, shown_path
from specloom.output.disk import write_changes
from specloom.output.folder import MAX_FILE
from specloom.output.tree import FileTree
from specloom.record import record, replace
from specloom.targets.target import Target
from specloom.vendor.absent import read_client
from specloom.vendor.base import BASE, UNDO
from specloom.vendor.folder import Content
from specloom.vendor.git_index import find_unmerged, index_entries, is_stored, last_commit, restore_entries

_STATE: Final = f"{UNDO}/state"
_IGNORED: Final = f"{UNDO}/.gitignore"
_ENTRY: Final = re.compile(r"100(?:644|755) (?:[0-9a-f]{40}|[0-9a-f]{64}) [0-3]")
"""A file in Git's index, as it is handed to Git: mode, blob and stage."""
_HEAD: Final = b"specloom undo\0"


@record
class Undo:
    """What the files that an update changed were, and what it made of them."""

    before: Mapping[str, bytes | None]
    """Their bytes by their paths; None for nothing."""
    after: Mapping[str, str | None]
    """The SHA-256 of what was written instead; None for nothing, empty for what has edits that were brought back."""
    index: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What Git's index had of those in conflict, as of `index_entries`."""
    commit: str = ""
    """The last commit when the update was done; empty where there was none."""
    brings_back: bool = False
    """An update was taken back: this is the way to it."""
    edits: tuple[str, ...] = ()
    """The files of these that somebody had edited: what he wrote went out of the folder, and is kept here."""

    @classmethod
    def of(
        cls,
        changes: Mapping[str, bytes | None],
        yours: Mapping[str, Content],
        index: Mapping[str, tuple[str, ...]],
        commit: str,
    ) -> Undo:
        """Return what takes changes back.

        `changes` has the new bytes of each file, None for one that goes; `yours` is the folder as it is before.
        """
        before = {path: yours[path].data if path in yours else None for path in changes}
        return cls(before, {path: Content(data).digest for path, data in changes.items()}, index, commit)

    def is_of(self, yours: Mapping[str, Content]) -> bool:
        """Return whether a folder has the base that the update left: Git may have brought the one of another branch."""
        return BASE not in self.after or _base_of(yours) == self.after[BASE]

    def is_gone(self, yours: Mapping[str, Content]) -> bool:
        """Return whether a folder has the base from before the update."""
        return BASE in self.before and _base_of(yours) == Content(self.before[BASE]).digest

    def files(self) -> dict[str, bytes]:
        """Return the files that keep it."""
        before = {path: None if data is None else base64.b64encode(data).decode() for path, data in self.before.items()}
        state = {"before": before, "after": dict(self.after), "index": {path: [*e] for path, e in self.index.items()}}
        state |= {"commit": self.commit, "brings_back": self.brings_back, "edits": list(self.edits)}
        return {_IGNORED: b"*\n", _STATE: _HEAD + zlib.compress(json.dumps(state).encode(), level=6)}


def _base_of(yours: Mapping[str, Content]) -> str | None:
    """Return the SHA-256 of the base in a folder; None where it has none."""
    return yours[BASE].digest if BASE in yours else None


def read_undo(yours: Mapping[str, Content]) -> Undo | None:
    """Return what the last update left in a client's folder to be taken back; None where there is nothing of that kind.

    Who writes such a file by hand decides about this client's files and no others.
    """
    data = yours[_STATE].data if _STATE in yours else None
    try:
        state = json.loads(zlib.decompressobj().decompress((data or b"").removeprefix(_HEAD), MAX_FILE))
        before = {path: None if text is None else base64.b64decode(text) for path, text in state["before"].items()}
        after = {path: None if digest is None else str(digest) for path, digest in state["after"].items()}
        index = {path: tuple(map(str, entries)) for path, entries in state["index"].items() if path in before}
        if not all(entries and all(map(_ENTRY.fullmatch, entries)) for entries in index.values()):
            return None
        FileTree(dict.fromkeys(before, ""))  # proves that no path leaves the folder
        if any(part.lower() == ".git" for path in before for part in path.split("/")):
            return None
        edits = tuple(path for path in map(str, state.get("edits", [])) if path in before)
        return Undo(before, after, index, str(state.get("commit", "")), state.get("brings_back") is True, edits)
    except (zlib.error, ValueError, TypeError, KeyError, AttributeError, RecursionError, SpecloomError):
        return None


@record
class Restoration:
    """What taking an update back will do. Nothing has been touched."""

    vendored: Target
    undo: Undo
    yours: Mapping[str, Content]
    """The folder as it was read."""
    changes: Mapping[str, bytes | None]
    """The new bytes of each file that changes, None for one that goes."""

    @property
    def is_whole(self) -> bool:
        """Whether the update itself goes or comes. Where Git took it back, only edits do."""
        return BASE in self.changes

    @property
    def edited(self) -> tuple[str, ...]:
        """The files that somebody changed since the update, or before one that Git took back, sorted."""
        if not self.is_whole:
            return tuple(sorted(self.changes))
        now = {path: self.yours[path].digest if path in self.yours else None for path in self.changes}
        return tuple(sorted(path for path, digest in now.items() if digest != self.undo.after.get(path)))


def prepare_undo(vendored: Target) -> Restoration:
    """Return what makes the files of a client those that they were before the last update.

    Raises:
        SpecloomError: Files cannot be read, nothing is known of an update, it was done to another state of the folder,
            or a file has become something else.
    """
    yours = read_client(vendored)
    undo = read_undo(yours)
    if undo is None:
        folder = as_argument(vendored.folder)
        raise SpecloomError(
            f"nothing is known of an update of {vendored.name} that could be taken back",
            f"only the last one is, where it was done, not in a clone: look at git log -- {folder}",
        )
    for path in undo.before:
        if path in yours and yours[path].data is None:
            place = shown_path(vendored.folder / path)
            raise SpecloomError(f"{place} is no file any more", "move it away, and run it again")
    changes = {
        path: data for path, data in undo.before.items() if data != (yours[path].data if path in yours else None)
    }
    if changes and not undo.is_of(yours):
        _refuse_unless_reset(vendored, undo, yours, changes)
    return Restoration(vendored, undo, yours, changes)


def _refuse_unless_reset(vendored: Target, undo: Undo, yours: Mapping[str, Content], changes: Iterable[str]) -> None:
    """Refuse to take an update back that is not here, unless Git did so, as by `git reset --hard`.

    What was not committed before it is gone then, too, and comes back in the commit in which the update was done.

    Raises:
        SpecloomError: The folder is in another state, or has something since that is nowhere else.
    """
    if not (undo.commit and undo.is_gone(yours) and last_commit(vendored.folder) == undo.commit):
        at = f" ({undo.commit[:12]})" if undo.commit else ""
        raise SpecloomError(
            f"{shown_path(vendored.folder)} is not as the last update here left it: Git may have brought another state",
            f"nothing was changed; go back to the branch or commit in which it was updated{at}, and run it there",
        )
    since = {path: yours[path].data for path in changes if path in yours}
    unsaved = [path for path, data in since.items() if data is None or not is_stored(vendored.folder, path, data)]
    if unsaved:
        since_then = f"but for what you changed since:{lines_of(sorted(unsaved))}"
        raise SpecloomError(
            f"{shown_path(vendored.folder)} is as before its last update, {since_then}",
            "nothing was changed; put that aside with `git stash`, and run it again",
        )


def apply_undo(restoration: Restoration) -> None:
    """Swap the old state of the folder in, keep the present one to be taken back to, and mend Git's index.

    Raises:
        SpecloomError: The folder changed meanwhile, or the operating system refuses; it is then as it was. Or Git
            refuses to change the index: the files are written then.
    """
    folder = restoration.vendored.folder
    found = {path: content.digest for path, content in restoration.yours.items()}
    index = index_entries(folder, [*restoration.undo.index])
    now = Undo.of(restoration.changes, restoration.yours, index, last_commit(folder))
    again = replace(
        now,
        after={**now.after, **dict.fromkeys(now.after.keys() & {*restoration.undo.edits}, "")},
        brings_back=restoration.is_whole and not restoration.undo.brings_back,
        edits=restoration.edited,
    )
    write_changes({**restoration.changes, **again.files()}, folder, found)
    restore_entries(folder, restoration.undo.index, {path: each.data for path, each in restoration.yours.items()})


def refuse_to_forget(vendored: Target, yours: Mapping[str, Content]) -> None:
    """Refuse to replace what is kept to be brought back, while it has edits that are nowhere else.

    Raises:
        SpecloomError: It has some.
    """
    undo = read_undo(yours)
    only_here = [
        path
        for path in (undo.edits if undo else ())
        if undo and (data := undo.before[path]) is not None and not is_stored(vendored.folder, path, data)
    ]
    if only_here:
        raise SpecloomError(
            f"--undo put edits of yours aside, which are nowhere else:{lines_of(only_here)}",
            f"nothing was changed; bring them back with: specloom vendor update {vendored.called} --undo",
        )


def way_back(vendored: Target, unresolved: Iterable[str], yours: Mapping[str, Content]) -> str:
    """Return how to get rid of conflicts in a client without deciding them, as an advice."""
    undo = read_undo(yours)
    undo = undo if undo and undo.is_of(yours) else None
    take_back = f"go back to before with: specloom vendor update {vendored.called} --undo"
    if undo and any(undo.after.get(path) == yours[path].digest for path in unresolved):
        return take_back
    unmerged = find_unmerged(vendored.folder)
    if unmerged and unmerged.command:
        stays = "; the stash stays in `git stash list`" if unmerged.command == "git reset --merge" else ""
        saved = ", ".join(map(as_argument, unmerged.discarded))
        first = f"copy what you changed in {saved}, which that would discard, and " if saved else ""
        return f"{first}go back to before with: {unmerged.command}{stays}"
    if undo and not undo.after.keys().isdisjoint(unresolved):
        return take_back
    return "see all of their versions with: git mergetool" if unmerged else "restore them from version control"
