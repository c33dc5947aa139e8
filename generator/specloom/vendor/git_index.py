"""Git's index and a vendored client: conflicts are recorded in it, so that `git status` and `git mergetool` see them.

What an update wrote there can be taken back, and what Git itself left there has a way back of its own.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path, PurePath
from typing import Final

from specloom.findings import SpecloomError
from specloom.git import find_top, resolve_revision, run_git
from specloom.output.manifest import MANIFEST
from specloom.record import record
from specloom.vendor.base import BASE
from specloom.vendor.plan import FileStep

_HARD: Final = "git rebase --abort"
"""It resets the whole work tree; the others keep what was not staged."""
_UNDER_WAY: Final = {
    "rebase-apply/applying": "git am --abort",
    "rebase-apply": _HARD,
    "rebase-merge": _HARD,
    "MERGE_HEAD": "git merge --abort",
    "CHERRY_PICK_HEAD": "git cherry-pick --abort",
    "REVERT_HEAD": "git revert --abort",
}
"""What Git keeps while something is under way, and the command that ends it as it began."""


def index_entries(folder: Path, paths: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return what the index has of files of a client, as `mode blob stage`, by their paths.

    That is one entry for a file that Git tracks, and one for each version of a file that is unmerged.
    """
    if not paths or (client := _place(folder)) is None:
        return {}
    top, inside = client
    entries = _entries(top, [(inside / path).as_posix() for path in paths])
    return {path: entries[place] for path in paths if (place := (inside / path).as_posix()) in entries}


def restore_entries(folder: Path, entries: Mapping[str, tuple[str, ...]], before: Mapping[str, bytes | None]) -> None:
    """Put back what the index had of files, where the index has nothing since that is nowhere else.

    Files that are unmerged in it become merged, and those that are merged and not staged become unmerged. `entries` are
    as of `index_entries`; `before` is what the files were when the index was as it is now.

    Raises:
        SpecloomError: Git fails.
    """
    if not entries or (client := _place(folder)) is None:
        return
    top, inside = client
    places = {(inside / path).as_posix(): path for path in entries}

    def is_elsewhere(place: str) -> bool:
        """Return whether all that the index has of a file is in a commit, or in the file."""
        if len(now[place]) > 1 or place not in staged:
            return True
        return now[place][0].split()[1] == _hash(top, place, before.get(places[place]) or b"")

    with _behind_files():
        now, staged = _entries(top, places), _staged(top, places)
        lines = [
            line
            for place, path in places.items()
            if place in now and (len(now[place]) > 1) != (len(entries[path]) > 1) and is_elsewhere(place)
            for line in _lines(place, entries[path])
        ]
        _write(top, lines)


@record
class Unmerged:
    """What Git has to say of files in conflict."""

    command: str
    """The command of Git that takes back what left them; empty where Git has none that keeps all that was there."""
    discarded: tuple[str, ...] = ()
    """Files whose changes are nowhere else and which that command would discard, from the top of the work tree."""


def find_unmerged(folder: Path) -> Unmerged | None:
    """Return what Git has to say of conflicts in a client; None where it has recorded none.

    A merge, a rebase and their like are ended as they began. A stash that could not be applied as a whole stays in the
    list of stashes, so that the work tree may become the last commit again.
    """
    if (client := _place(folder)) is None or not (unmerged := _unmerged(*client)):
        return None
    top, _ = client
    git = Path(os.fsdecode(run_git(top, "rev-parse", "--absolute-git-dir").removesuffix(b"\n")))
    if command := next((command for name, command in _UNDER_WAY.items() if (git / name).exists()), ""):
        changed = {*_differing(top, "AUTO_MERGE"), *(_differing(top) if command == _HARD else ())}
    elif stash := _stash_of(top, unmerged):
        command = "git reset --merge"
        changed = _differing(top, "HEAD") & _differing(top, stash)
    else:
        return Unmerged("")
    return Unmerged(command, tuple(sorted(changed - _unmerged(top, PurePath()))))


def is_stored(folder: Path, path: str, content: bytes) -> bool:
    """Return whether Git has a content of a file of a client: it was committed, staged or stashed."""
    if (client := _place(folder)) is None:
        return False
    top, inside = client
    try:
        run_git(top, "cat-file", "-e", _hash(top, (inside / path).as_posix(), content, stores=False))
    except SpecloomError:
        return False
    return True


def last_commit(folder: Path) -> str:
    """Return the commit that is checked out around a client; empty where there is none."""
    try:
        return resolve_revision(find_top(folder), "HEAD")
    except SpecloomError:  # no repository, no git, or nothing committed
        return ""


def commit_that_removed(folder: Path, path: str) -> str:
    """Return the last commit that took a file of a client away; empty where none did."""
    if (client := _place(folder)) is None:
        return ""
    top, inside = client
    options = ("--max-count=1", "--diff-filter=D", "--format=%h")
    with suppress(SpecloomError):  # nothing is committed yet
        return run_git(top, "log", *options, "--", (inside / path).as_posix()).decode().strip()
    return ""


def not_checked_out(folder: Path) -> tuple[str, ...]:
    """Return the files of a client that Git tracks and leaves out of the work tree: a sparse checkout does."""
    if (client := _place(folder)) is None:
        return ()
    top, inside = client
    try:
        listed = os.fsdecode(run_git(top, "ls-files", "-t", "-z", "--", inside.as_posix()))
    except SpecloomError:  # a damaged index: it tells of nothing
        return ()
    marked = (line.partition(" ") for line in listed.split("\0"))
    return tuple(PurePath(path).relative_to(inside).as_posix() for mark, _, path in marked if mark == "S")


def unmerged_state(folder: Path) -> tuple[str, ...]:
    """Return which of the manifest and the base Git has as unmerged: both branches of a merge updated the client."""
    if (client := _place(folder)) is None:
        return ()
    top, inside = client
    unmerged = _unmerged(top, inside)
    return tuple(path for path in (BASE, MANIFEST) if (inside / path).as_posix() in unmerged)


def unmerged_versions(folder: Path, path: str) -> tuple[bytes, bytes, bytes] | None:
    """Return what Git has of a file of a client in conflict: as both branches began, and as each has it.

    None where it is not in conflict, or one of these does not have it.
    """
    (entries,) = (*index_entries(folder, [path]).values(),) or ((),)
    blobs = [blob for _, blob, stage in map(str.split, entries) if stage != "0"]
    if len(blobs) != 3:  # noqa: PLR2004 - what is returned
        return None
    top = find_top(folder)
    first, ours, theirs = (run_git(top, "cat-file", "blob", blob) for blob in blobs)
    return first, ours, theirs


def record_conflicts(folder: Path, conflicts: Iterable[FileStep]) -> tuple[str, ...]:
    """Mark files in conflict as unmerged in the index; return the paths that were marked.

    Only files that Git tracks are, and of those not the ones whose index has something that is neither in a commit nor
    in the work tree: nothing is lost that somebody staged. Outside a repository there is nothing to mark.

    Raises:
        SpecloomError: Git fails.
    """
    conflicts = [step for step in conflicts if step.base is not None]
    if not conflicts or (client := _place(folder)) is None:
        return ()
    top, inside = client
    by_path = {(inside / step.path).as_posix(): step for step in conflicts}
    marked = {}
    with _behind_files():
        entries = _entries(top, by_path)
        staged = _staged(top, by_path)
        for path, (entry, *others) in entries.items():
            mode, blob, _ = entry.split()
            if not others and (path not in staged or blob == _hash(top, path, by_path[path].before or b"")):
                marked[path] = _stages(top, path, mode, by_path[path])
        _write(top, [line for path, stages in marked.items() for line in _lines(path, stages)])
    return tuple(sorted(by_path[path].path for path in marked))


@contextmanager
def _behind_files() -> Iterator[None]:
    """Say that the files of the client are written where Git does not let its index follow them.

    Raises:
        SpecloomError: Git fails, as where another process has locked the index.
    """
    try:
        yield
    except SpecloomError as error:
        raise SpecloomError(
            f"the files are written, but Git's index does not know of it: {error.message}",
            "go on as `specloom vendor status` and `git status` say",
        ) from None


def _place(folder: Path) -> tuple[Path, Path] | None:
    """Return the work tree that a client lies in, and where in it; None where there is no repository, or no Git."""
    try:
        top = find_top(folder)
    except SpecloomError:
        return None
    return top, folder.resolve().relative_to(top)


def _entries(top: Path, paths: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return what the index has of each tracked file, as `mode blob stage`: one entry, or several if it is unmerged."""
    listed = os.fsdecode(run_git(top, "ls-files", "--stage", "-z", "--", *paths))
    entries: dict[str, tuple[str, ...]] = {}
    for line in filter(None, listed.split("\0")):
        entry, _, path = line.partition("\t")
        entries[path] = (*entries.get(path, ()), entry)
    return entries


def _unmerged(top: Path, inside: PurePath) -> set[str]:
    """Return the files in a folder that are unmerged in the index; a damaged one tells of no conflict."""
    return _changed(top, "--diff-filter=U", "--", inside.as_posix())


def _differing(top: Path, tree: str = "") -> set[str]:
    """Return the tracked files that the index has otherwise than a tree, or the work tree otherwise than the index.

    There may be no such tree: older versions of Git do not keep what they merged.
    """
    return _changed(top, *(("--cached", tree) if tree else ()), "--", filters=False)


def _stash_of(top: Path, paths: Iterable[str]) -> str:
    """Return the stash that a file in conflict has its other side from; empty where none has."""
    try:
        stashes = run_git(top, "rev-list", "--walk-reflogs", "refs/stash").decode().split()
        listed = os.fsdecode(run_git(top, "ls-files", "--unmerged", "-z", "--", *paths))
    except SpecloomError:  # nothing was ever stashed
        return ""
    theirs = {
        (about.split()[1], path)
        for about, _, path in (line.partition("\t") for line in listed.split("\0"))
        if about.endswith(" 3")
    }
    return next((stash for stash in stashes if theirs & _blobs(top, stash, [path for _, path in theirs])), "")


def _blobs(top: Path, tree: str, paths: Iterable[str]) -> set[tuple[str, str]]:
    """Return what a tree has of some files: blob and path."""
    lines = os.fsdecode(run_git(top, "ls-tree", "-z", tree, "--", *paths)).split("\0")
    return {(about.split()[2], path) for about, _, path in (line.partition("\t") for line in lines) if about}


def _staged(top: Path, paths: Collection[str]) -> set[str]:
    """Return those of some files whose index is not as the last commit has them; without a commit, all."""
    return _changed(top, "--cached", "--", *paths, otherwise=paths)


def _changed(top: Path, *arguments: str, filters: bool = True, otherwise: Iterable[str] = ()) -> set[str]:
    """Return the files that differ by `git diff`; `otherwise` where Git cannot compare."""
    try:
        listed = run_git(top, "diff", "--name-only", "-z", *arguments, filters=filters)
    except SpecloomError:
        return {*otherwise}
    return {*filter(None, os.fsdecode(listed).split("\0"))}


def _stages(top: Path, path: str, mode: str, step: FileStep) -> list[str]:
    versions = ((step.base or "").encode(), step.before or b"", (step.update or "").encode())
    return [f"{mode} {_hash(top, path, content)} {stage}" for stage, content in enumerate(versions, start=1)]


def _lines(path: str, entries: Sequence[str]) -> list[str]:
    """Return what Git reads to have these entries of a file, and no others."""
    return [f"0 {'0' * len(entries[0].split()[1])}\t{path}", *(f"{entry}\t{path}" for entry in entries)]


def _hash(top: Path, path: str, content: bytes, *, stores: bool = True) -> str:
    """Store a version of the file at `path`, with the line ends that Git keeps it with; return its name."""
    options = ("-w",) if stores else ()
    stored = run_git(top, "hash-object", *options, "--stdin", "--path", path, stdin=content, filters=False)
    return stored.decode().strip()


def _write(top: Path, lines: Iterable[str]) -> None:
    if entries := "".join(f"{line}\0" for line in lines):
        run_git(top, "update-index", "-z", "--index-info", stdin=os.fsencode(entries))
