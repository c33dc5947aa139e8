"""The only module that writes generated files and settings.

The new tree is completed in a folder beside the target and swapped in by renaming, so whatever interrupts a run, the
old or the new tree is whole: a run that died between its two renames left the old one beside the target, and the next
run puts it back. What somebody else changes in the target meanwhile stops the swap. One text file is replaced at once
in the same way.

Whatever does not change is in both trees as the very same file, by a hard link, so that owner, mode, times and all else
that the system knows of it stay. Folders are made anew with what the old ones had, empty ones as well.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import Final

from specloom.findings import FULL, MOUNTED, SpecloomError, unwritable
from specloom.messages import as_argument, shown_path
from specloom.output.folder import (
    COMPILED,
    left_beside,
    make_hidden,
    refuse_twin,
    remove_hidden,
    scan_folder,
    stat_folder,
    take_after,
    walk_folder,
    work_folder,
)
from specloom.output.lock import locked
from specloom.output.manifest import MANIFEST
from specloom.output.plan import Plan, plan_write
from specloom.output.tree import FileTree
from specloom.regular_file import read_regular


def replace_text(file: Path, text: str, *, expected: str | None = None) -> bool:
    """Make `text` what the file says; it is made where it is missing, and keeps owner and mode where it is not.

    It is written as UTF-8, its line ends as they are. What a link leads to is replaced. Where the file says something
    else at the last moment than is expected, it stays as it is; one that is missing says nothing.

    Returns:
        Whether the file was replaced.

    Raises:
        SpecloomError: It cannot be written. It is then as it was.
    """
    try:
        target = file.resolve()
        work = work_folder(target)
        _remove_dead(target)
        make_hidden(work)
        try:
            new = work / "new"
            new.write_bytes(text.encode())
            there = target.exists()
            if there:
                take_after(target, new)
                os.utime(new)
            if expected is not None and (read_regular(target) if there else b"") != expected.encode():
                return False
            new.replace(target)
        finally:
            remove_hidden(work)
    except OSError as error:
        raise unwritable(file, error) from error
    return True


def _remove_dead(target: Path) -> None:
    """Remove what runs left that were killed while they replaced a file.

    Nobody holds a lock on it: what has the number of this process is none of another one, and nothing takes as long as
    an hour.
    """
    with suppress(OSError):  # the folder may not be read, or what lies in it is gone by now
        for left in left_beside(target):
            if left == work_folder(target) or time.time() - left.stat().st_mtime > _HOUR:
                remove_hidden(left)


_HOUR: Final = 3600


def write_tree(tree: FileTree, out: Path, *, force: bool = False) -> Plan:
    """Make the generated files in the folder `out` those of `tree`; return what that did.

    Files that are not ours (the manifest in the folder does not list them) are carried over and never overwritten.
    Files of ours that `tree` no longer has are removed. When nothing differs, nothing is written. `force` overwrites
    files of ours that were edited by hand, and accepts a folder that has other files but no manifest.

    Raises:
        SpecloomError: `out` is no place to write to, writing would lose somebody's work, or the operating system
            refuses (no permission, no space). The folder is then as it was.
    """
    with _held(out) as folder:
        before = scan_folder(folder)
        plan = plan_write(tree, out, force=force)
        written = {path: tree[path].encode() for path in (*plan.added, *plan.changed)}
        _write({**written, **dict.fromkeys(plan.removed)}, folder, before)
    return plan


def write_changes(changes: Mapping[str, bytes | None], out: Path, before: Mapping[str, str | None]) -> None:
    """Write and remove files of the folder `out`, all at once; every other file is carried over as it is.

    Whether the files may be touched is the caller's to know: nothing is asked of a manifest here. `changes` has the new
    bytes of each file by its relative path, None to remove it; `before` is what `scan_folder` said when they were
    decided.

    Raises:
        SpecloomError: As `write_tree`; also when the folder is not as in `before` any more.
    """
    with _held(out) as folder:
        _write(changes, folder, before)


@contextmanager
def _held(folder: Path) -> Iterator[Path]:
    """Hold the lock of a folder that may be written to; give its absolute path, and say in words what goes wrong."""
    out = Path(os.path.abspath(folder))  # noqa: PTH100 - `resolve` would follow the link that must be refused
    shown = Path(shown_path(out))
    refuse_place(out)
    try:
        refuse_twin(out.parent)
        out.parent.mkdir(parents=True, exist_ok=True)
        with locked(out):
            _recover(out)
            refuse_twin(out)
            yield out
    except OSError as error:
        raise SpecloomError(
            f"cannot write {shown}: {error.strerror or error}", f"nothing was changed; {_advice(error, shown)}"
        ) from error


def _advice(error: OSError, out: Path) -> str:
    if error.errno in FULL:
        return f"make space where {out.parent} lies, for two copies of the client: the new one is completed first"
    if error.errno in MOUNTED:
        return f"{out} is a place where a file system is mounted: choose a folder below it"
    found = [folder for folder in (out, *out.parents) if folder.exists()]
    refused = next((folder for folder in found if not os.access(folder, os.W_OK)), out.parent)
    return f"make {refused} a folder in which you may write: a client is completed beside the old one, and swapped in"


def refuse_place(out: Path) -> None:
    """Refuse what can be no client's folder.

    Raises:
        SpecloomError: It is a link, a file, or a folder that has more than a client.
    """
    shown = shown_path(out)
    if out.is_symlink():
        raise SpecloomError(
            f"{shown} is a symbolic link to {out.readlink()}", "name the folder it points to, or remove the link"
        )
    if out.exists() and not out.is_dir():
        raise SpecloomError(f"{shown} is a file, but a client is a folder", "choose another folder")
    real = out.resolve()
    for place, what in ((Path.cwd(), "the current directory"), (Path.home(), "the home directory")):
        if real == place.resolve() or real in place.resolve().parents:
            leave = f"it is replaced as a whole: leave it first, with: cd {as_argument(os.path.relpath(out.parent))}"
            is_client = (out / MANIFEST).exists()
            raise SpecloomError(
                f"{shown} is or contains {what}",
                leave if is_client else "a client has a folder of its own: choose one below it",
            )


def _recover(out: Path) -> None:
    """Remove what dead runs left beside the target, and put back the tree that one of them had moved aside.

    The lock is held, so whatever is there belongs to nobody.
    """
    for work in left_beside(out):
        old = work / "old"
        if not os.path.lexists(out) and old.is_dir():
            old.rename(out)
        _remove(work)


def _write(changes: Mapping[str, bytes | None], out: Path, before: Mapping[str, str | None]) -> None:
    if not changes:
        return
    work = work_folder(out)
    make_hidden(work)
    try:
        _complete(work / "new", changes, out)
        _swap(work, out, before)
    finally:
        if os.path.lexists(out) or not (work / "old").exists():
            _remove(work)


def _complete(new: Path, changes: Mapping[str, bytes | None], out: Path) -> None:
    new.mkdir()
    for path, content in changes.items():
        if content is not None:
            _write_file(new / path, content, out / path)
    if out.exists():
        _carry_over(new, changes.keys(), out)


def _write_file(target: Path, content: bytes, old: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    if old.is_file() and not old.is_symlink():
        take_after(old, target)
        os.utime(target)


def _carry_over(new: Path, changed: Collection[str], out: Path) -> None:
    """Complete the new tree with all of the old one that does not change.

    A folder in which something changes stays only as long as something is in it, and the compiled files in it go.
    """
    touched = {parent for path in changed for parent in PurePosixPath(path).parents}
    folders = [PurePosixPath()]

    def is_stale(entry: os.DirEntry[str]) -> bool:
        return entry.name == COMPILED and PurePosixPath(Path(entry.path).relative_to(out).parent.as_posix()) in touched

    for entry in walk_folder(out, is_stale):
        path = PurePosixPath(Path(entry.path).relative_to(out).as_posix())
        try:
            if entry.is_dir(follow_symlinks=False):
                folders.append(path)
                if path not in touched:
                    (new / path).mkdir(parents=True, exist_ok=True)
            elif str(path) not in changed:
                (new / path).parent.mkdir(parents=True, exist_ok=True)
                _take_over(Path(entry.path), new / path)
        except FileExistsError:
            raise SpecloomError(
                f"{shown_path(Path(entry.path))} is in the way of a generated file, or differs from it only in case",
                "move or rename it",
            ) from None
    for path in reversed(folders):
        if (new / path).is_dir():
            take_after(out / path, new / path)
            if path in touched:
                os.utime(new / path)


def _take_over(source: Path, target: Path) -> None:
    """Make `target` the same file as `source`, or else its copy, with its time: nothing is built anew because of it."""
    try:
        os.link(source, target, follow_symlinks=False)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # not every file system can, and not from one to another
        if not source.is_symlink() and not source.is_file():
            raise SpecloomError(
                f"{source} is neither a file nor a link, and cannot be linked to", "remove it from the generated client"
            ) from None
        shutil.copy2(source, target, follow_symlinks=False)
        take_after(source, target)


def _swap(work: Path, out: Path, before: Mapping[str, str | None]) -> None:
    """Put the new tree in the place of the old one, if that is still as in `before`.

    All is read before the old tree moves. In between the two renames, when no tree is in its place, nothing but a look
    at times and sizes is left to be done.
    """
    old = work / "old"
    seen = stat_folder(out)
    _refuse_change(scan_folder(out) == before, out)
    if out.exists():
        out.rename(old)
    try:
        _refuse_change(stat_folder(old) == seen, out)
        (work / "new").rename(out)
    except BaseException:
        if old.exists():
            old.rename(out)
        raise


def _remove(work: Path) -> None:
    """Remove a work folder. What cannot be removed now is left to the next run."""
    remove_hidden(work)
    if work.exists():  # folders that nobody may write to keep what is in them
        with suppress(OSError):
            for folder, _, _ in os.walk(work):
                Path(folder).chmod(0o700)
        remove_hidden(work)


def _refuse_change(is_the_same: bool, out: Path) -> None:
    if not is_the_same:
        raise SpecloomError(
            f"{shown_path(out)} was changed by somebody else while it was being written",
            "nothing was changed here; run it again",
        )
