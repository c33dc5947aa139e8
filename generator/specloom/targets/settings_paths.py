"""Which paths settings may name: of files in their own folder, and of folders below it, wherever links lead.

What is wrong with one is a `TableError`.
"""

from __future__ import annotations

import shlex
from pathlib import Path

from specloom.targets.table import Table
from specloom.targets.target import leads_into


def destination(table: Table, key: str, path: str, folder: Path) -> Path:
    """Return the folder `path`, which the key names: one to write into, below that of the settings, and not Git's."""
    target = folder / path
    is_below = leads_into(target, folder) and not leads_into(folder, target)
    if not is_below or ".." in target.parts:
        raise table.error(
            key,
            f"is {path!r}, which is not below {folder}",
            "settings may only name folders below their own"
            + ("; --out on the command line may name any" if key == "out" else ""),
        )
    # Case does not matter, as it does not to file systems that make `.GIT` the same folder.
    real = target.resolve().relative_to(folder.resolve())
    if any(part.lower() == ".git" for part in real.parts):
        raise table.error(
            key,
            f"is {path!r}, which is in the folder where Git keeps a repository",
            "choose a folder beside it: nothing in there is ever committed",
        )
    return target


def source(table: Table, key: str, folder: Path) -> Path | None:
    """Return the path that a key names to read from: in the folder of the settings; None where the key is missing.

    Where links lead counts, for the last part of the path as well: settings and links come with a pull request, and
    what lies elsewhere on the machine is none of its business.
    """
    text = table.name(key)
    if text and "://" in text:
        raise table.error(key, f"is {text!r}, which is no file", f"run: specloom init {shlex.quote(text)}")
    return None if text is None else inside(text, table, key, folder)


def inside(text: str, table: Table, key: str, folder: Path) -> Path:
    """Return the path `text`, which the key names, of something in the folder of the settings."""
    path = folder / text
    if not leads_into(path, folder):
        is_vendored = "vendor" in table.keys[-2:-1]
        remedy = "copy what is there into that folder" if is_vendored else f"--{key} on the command line may name any"
        raise table.error(
            key,
            f"is {text!r}, which is not in {folder}",
            f"settings may only let descriptions be read from their own folder, also through links; {remedy}",
        )
    return path


def root_folder(table: Table, spec: Path, folder: Path) -> Path | None:
    """Return the folder that references of a description may not leave; None where the settings name none."""
    root = source(table, "root", folder)
    if root is not None and not leads_into(spec, root):
        advice = f"name a folder that has it, as {folder} does"
        raise table.error("root", f"is {table.name('root')!r}, and the description is not in there", advice)
    return None if root is None else root.resolve()


def overlays(table: Table, folder: Path) -> tuple[Path, ...]:
    """Return the overlays that the settings name."""
    names = table.texts("overlay")
    if not all(name and "\0" not in name for name in names):
        raise table.error("overlay", "has a text that is no path", 'write: overlay = ["ours.yaml"]')
    return tuple(inside(name, table, "overlay", folder) for name in names)
