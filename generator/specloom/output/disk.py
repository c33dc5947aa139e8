"""The only module that writes generated files.

The new tree is completed in a folder beside the target and swapped in by renaming, so whatever interrupts a run, the
old or the new tree is whole: a run that died between its two renames left the old one beside the target, and the next
run puts it back.
"""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from specloom.errors import SpecloomError
from specloom.output.lock import locked
from specloom.output.plan import Plan, plan_write
from specloom.output.tree import FileTree

__all__ = ["WriteReport", "write_tree"]


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What a run did to the files that are ours: their paths, the manifest's included, each sorted."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]


def write_tree(tree: FileTree, out: Path, *, force: bool = False) -> WriteReport:
    """Make the generated files in the folder `out` those of `tree`.

    Files that are not ours (the manifest in the folder does not list them) are carried over and never overwritten.
    Files of ours that `tree` no longer has are removed. When nothing differs, nothing is written.

    Args:
        tree: The generated client, its manifest included.
        out: The folder; made where it is missing.
        force: Overwrite files of ours that were edited by hand, and accept a folder that has other files but no
            manifest.

    Raises:
        SpecloomError: `out` is no place to write to, writing would lose somebody's work, or the operating system
            refuses (no permission, no space). The folder is then as it was.
    """
    out = Path(os.path.abspath(out))  # noqa: PTH100 - `resolve` would follow the link that must be refused
    _refuse_place(out)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with locked(out):
            _recover(out)
            plan = plan_write(tree, out, force=force)
            if plan.added or plan.changed or plan.removed:
                _write(tree, out, plan)
    except OSError as error:
        raise SpecloomError(
            f"cannot write {out}: {error.strerror or error}",
            f"nothing was changed; check that {out.parent} is writable and that there is space left",
        ) from error
    return WriteReport(plan.added, plan.changed, plan.removed, plan.unchanged)


def _refuse_place(out: Path) -> None:
    if out.is_symlink():
        raise SpecloomError(f"{out} is a symbolic link", "name the folder it points to")
    if out.exists() and not out.is_dir():
        raise SpecloomError(f"{out} is a file, but a client is a folder", "choose another folder")
    real = out.resolve()
    for place, what in ((Path.cwd(), "the current directory"), (Path.home(), "the home directory")):
        if real == place.resolve() or real in place.resolve().parents:
            raise SpecloomError(
                f"{out} is or contains {what}; a generated client has a folder of its own", "choose a folder below it"
            )


def _recover(out: Path) -> None:
    """Remove what dead runs left beside the target, and put back the tree that one of them had moved aside.

    The lock is held, so whatever is there belongs to nobody.
    """
    name = re.compile(re.escape(f".{out.name}.specloom-") + "[0-9]+")
    for work in sorted(out.parent.iterdir()):
        if name.fullmatch(work.name) and work.is_dir() and not work.is_symlink():
            old = work / "old"
            if not os.path.lexists(out) and old.is_dir():
                old.rename(out)
            shutil.rmtree(work, ignore_errors=True)


def _write(tree: FileTree, out: Path, plan: Plan) -> None:
    work = out.with_name(f".{out.name}.specloom-{os.getpid()}")
    work.mkdir()
    try:
        _complete(work / "new", tree, out, plan)
        _swap(work, out)
    finally:
        if os.path.lexists(out) or not (work / "old").exists():
            shutil.rmtree(work, ignore_errors=True)


def _complete(new: Path, tree: FileTree, out: Path, plan: Plan) -> None:
    new.mkdir()
    for path, text in tree.items():
        target = new / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())
        if path in plan.unchanged:  # keeps its time, so that nothing is built anew because of it
            shutil.copystat(out / path, target)
    for path in plan.kept:
        target = new / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if os.path.lexists(target):
            raise SpecloomError(f"{out / path} differs from a generated file only in case", "rename it")
        if not (out / path).is_symlink() and not (out / path).is_file():
            raise SpecloomError(f"{out / path} is neither a file nor a link", "remove it from the generated client")
        shutil.copy2(out / path, target, follow_symlinks=False)
    if out.exists():
        shutil.copystat(out, new)


def _swap(work: Path, out: Path) -> None:
    old = work / "old"
    if out.exists():
        out.rename(old)
    try:
        (work / "new").rename(out)
    except BaseException:
        if old.exists():
            old.rename(out)
        raise
