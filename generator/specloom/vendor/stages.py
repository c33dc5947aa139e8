"""Conflicts in Git's index: with all three versions of a file there, `git status` and `git mergetool` know of them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from specloom.errors import SpecloomError
from specloom.git import find_top, run_git
from specloom.vendor.plan import Action, Step

__all__ = ["record_conflicts"]


def record_conflicts(folder: Path, steps: Iterable[Step]) -> tuple[str, ...]:
    """Mark the conflicts among `steps` as unmerged in the index; return the paths that were marked.

    Only files that Git tracks are, and of those not the ones whose index has something that is neither in a commit nor
    in the work tree: nothing is lost that somebody staged. Outside a repository there is nothing to mark.

    Args:
        folder: The vendored client.
        steps: What the update did.

    Raises:
        SpecloomError: Git fails.
    """
    conflicts = [step for step in steps if step.action is Action.CONFLICT and step.base is not None]
    top = _top(folder) if conflicts else None
    if top is None:
        return ()
    inside = folder.resolve().relative_to(top)
    by_path = {(inside / step.path).as_posix(): step for step in conflicts}
    entries = _entries(top, by_path)
    staged = _names(top, "diff", "--cached", "--name-only", "-z", "--", *by_path)
    lines = [
        line
        for path, (mode, blob) in entries.items()
        if path not in staged or blob == _hash(top, path, by_path[path].before or b"")
        for line in _stages(top, path, mode, by_path[path])
    ]
    if lines:
        run_git(top, "update-index", "-z", "--index-info", stdin=os.fsencode("".join(f"{line}\0" for line in lines)))
    return tuple(sorted({by_path[line.partition("\t")[2]].path for line in lines}))


def _top(folder: Path) -> Path | None:
    try:
        return find_top(folder)
    except SpecloomError:  # no repository, or no git
        return None


def _entries(top: Path, paths: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Return what the index has of each tracked file that is merged there: path → (mode, blob)."""
    listed = os.fsdecode(run_git(top, "ls-files", "--stage", "-z", "--", *paths))
    entries = {}
    for line in filter(None, listed.split("\0")):
        about, _, path = line.partition("\t")
        mode, blob, stage = about.split()
        if stage == "0":
            entries[path] = (mode, blob)
    return entries


def _names(top: Path, *arguments: str) -> set[str]:
    try:
        return set(os.fsdecode(run_git(top, *arguments)).split("\0"))
    except SpecloomError:  # a repository without a commit has nothing to compare with: all is staged
        return set(arguments)


def _stages(top: Path, path: str, mode: str, step: Step) -> list[str]:
    versions = ((step.base or "").encode(), step.before or b"", (step.update or "").encode())
    blobs = [_hash(top, path, content) for content in versions]
    removal = f"0 {'0' * len(blobs[0])}\t{path}"
    return [removal, *(f"{mode} {blob} {stage}\t{path}" for stage, blob in enumerate(blobs, start=1))]


def _hash(top: Path, path: str, content: bytes) -> str:
    """Store a version of the file at `path`, with the line ends that Git keeps it with; return its name."""
    stored = run_git(top, "hash-object", "-w", "--stdin", "--path", path, stdin=content, filters=False)
    return stored.decode().strip()
