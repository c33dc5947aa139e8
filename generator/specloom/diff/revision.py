"""Versions of a description: files and folders as they lie on disk, and what a git revision has of them.

What a revision has is written into a folder that the caller owns; nothing is checked out. From there a description is
read as any other, and shown under its name in the revision: `HEAD:specs/sitoo/openapi.yaml`.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from specloom.findings import SpecloomError
from specloom.git import Blob, find_top, follow_links, list_files, list_links, read_blobs, resolve_revision
from specloom.messages import closest, shown_path
from specloom.record import record, replace
from specloom.regular_file import is_held
from specloom.source import SUFFIXES
from specloom.source.file import choose_entry, find_entry
from specloom.targets.target import Target

if TYPE_CHECKING:
    from specloom.ir.published import Published


@record
class Version:
    """One version of a description, and how a client is made from it."""

    name: str
    """How people call its entry document: a path, or a revision and a path."""
    target: Target
    """What is read, and how a client is made from it."""
    label: str = ""
    """What stands before the names of its files: the revision and a colon, or nothing."""
    is_past: bool = False
    """It is what another version is compared with: nobody can mend it, and overlays were written for the other one."""
    successor: tuple[Path, str] | None = None
    """The entry document of the version that came after it, and how people call that: what is wrong here may be right
    there. None: nothing is known of one."""
    published: Published | None = None
    """The client of it that is there, whose names stay; None: all is named by the description."""
    is_generated: bool = False
    """That client is of just this version: callers have what it has, whatever would be made of the version now."""
    top: Path | None = None
    """Where the files of a revision were written, resolved; None: they lie where their author has them."""

    def before(self, successor: Version) -> Version:
        """Return this version as one of the past, which another came after."""
        return replace(self, is_past=True, successor=(successor.target.spec, successor.name))

    def show(self, path: Path) -> str:
        """Return how people call a file of this version, which is given by its absolute path."""
        if self.top is None or not path.is_relative_to(self.top):  # overlays may be those of now
            return shown_path(path)
        return f"{self.label}{path.relative_to(self.top).as_posix()}"


def open_version(text: str, scratch: Path, *, root: Path | None = None) -> Version:
    """Return the version that somebody names.

    Args:
        text: A file, a folder that has an entry document, or such a path behind a revision and a colon. The path then
            starts at the top of the repository; behind `./` or `../`, in the working directory.
        scratch: A folder to write the files of a revision into.
        root: The folder that references may not leave; by default that of the entry document.

    Raises:
        SpecloomError: There is no such file or revision.
    """
    if not names_revision(text):
        entry = _find_entry(Path(text))
        return Version(shown_path(entry), Target(entry, root=root, can_skip=False))
    revision, _, place = text.partition(":")
    top, commit, wanted = find_in_revision(revision, place)
    folder = None if root is None else inside(top, root)
    entry_there = None if wanted is None else _find_entry_in(list_files(top, commit, wanted), wanted)
    if entry_there is None:
        advice = _advise(top, commit, revision, place)
        raise SpecloomError(f"revision {revision} has no description at {place!r}", advice)
    return export_description(top, commit, entry_there, scratch, label=f"{revision}:", root=folder)


def _advise(top: Path, commit: str, revision: str, place: str) -> str:
    """Return what to write in place of a path that a revision does not have."""
    here = _normal(Path(os.path.relpath(Path.cwd().resolve(), top.resolve())).as_posix())
    from_here = None if here is None else _normal((here / place).as_posix())
    files = [path for path in list_files(top, commit, PurePosixPath()) if path.suffix.lower() in SUFFIXES]
    if from_here in files:
        return f"paths behind a revision start at the top of the repository; from here: {revision}:./{place}"
    meant = closest(place, [path.as_posix() for path in files])
    return (
        f"did you mean {revision}:{meant}?"
        if meant
        else "paths behind a revision start at the top of the repository, and with ./ in the working directory"
    )


def names_revision(text: str) -> bool:
    """Tell whether a text is a revision, a colon and a path, and no path that has a colon in it."""
    return ":" in text and not _exists(Path(text))


def find_in_revision(revision: str, place: str) -> tuple[Path, str, PurePosixPath | None]:
    """Return the top of the repository, the commit and the path there that `REVISION:PLACE` means.

    The path is None where it leads out of the repository.

    Raises:
        SpecloomError: There is no repository or no such revision.
    """
    if not revision:
        raise SpecloomError(
            f"{f':{place}'!r} names no revision before the colon", "write HEAD:PATH, or the path of a file"
        )
    top = find_top(Path.cwd())
    commit = resolve_revision(top, revision)
    wanted = inside(top, Path(place)) if place.startswith(("./", "../")) else _normal(place)
    return top, commit, wanted and follow_links(top, commit, [wanted])[wanted]


def export_description(
    top: Path,
    commit: str,
    entry: PurePosixPath,
    scratch: Path,
    *,
    label: str,
    root: PurePosixPath | None = None,
    overlay: Sequence[PurePosixPath] = (),
) -> Version:
    """Write the description that a commit has at `entry` below a new folder in `scratch`.

    Links between its files are made anew; no other link is.

    Args:
        top: The top folder of the work tree.
        commit: A commit's id.
        entry: The entry document, from the top of the repository. It exists in the commit.
        scratch: A folder that exists.
        label: What to put before the names of files when they are shown.
        root: The folder that references may not leave, from the top of the repository; by default that of `entry`.
        overlay: The overlays, likewise. One that the commit does not have is left out.

    Raises:
        SpecloomError: The files cannot be written.
    """
    places = (entry.parent if root is None else root, entry, *overlay)
    listed = list_files(top, commit, *places)
    named = {entry, *overlay}
    wanted = {path: blob for path, blob in listed.items() if path.suffix.lower() in SUFFIXES or path in named}
    import tempfile  # noqa: PLC0415 - most versions lie on disk

    folder = Path(tempfile.mkdtemp(dir=scratch)).resolve()
    try:
        for path, content in zip(wanted, read_blobs(top, list(wanted.values())), strict=True):
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        for path, lead in list_links(top, commit, *places).items():
            if (folder / lead).exists() and not (folder / path).exists():
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).symlink_to(os.path.relpath(folder / lead, (folder / path).parent))
    except OSError as error:
        raise SpecloomError(f"cannot write {label}{path} into {folder}: {error.strerror}") from error
    overlays = tuple(folder / path for path in overlay if path in listed)
    target = Target(folder / entry, root=None if root is None else folder / root, overlay=overlays, can_skip=False)
    return Version(f"{label}{entry}", target, label, top=folder)


def inside(top: Path, path: Path) -> PurePosixPath | None:
    """Return where `path` is in the repository whose top folder is `top`; None where it is outside."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - the last part may be a link that git knows as such
    resolved = whole.parent.resolve() / whole.name if whole.name else whole
    return PurePosixPath(resolved.relative_to(top).as_posix()) if resolved.is_relative_to(top) else None


def _normal(place: str) -> PurePosixPath | None:
    normal = PurePosixPath(os.path.normpath(place or ".").replace(os.sep, "/"))
    return None if normal.is_absolute() or ".." in normal.parts else normal


def _find_entry(path: Path) -> Path:
    if is_held(path):
        return path
    if not _exists(path):
        raise SpecloomError(f"there is no file {str(path)!r}", _meant_by(str(path)))
    return find_entry(path) if path.is_dir() else path


def _meant_by(text: str) -> str:
    """Return what to write in place of a text that is no file: a revision does not say what of it is meant."""
    try:
        resolve_revision(find_top(Path.cwd()), text)
    except SpecloomError:
        return "name an OpenAPI document, its folder, or REV:PATH"
    return (
        f"{text} is a revision: write {text}:PATH for a file of it; to compare all descriptions of the settings with"
        f" it: specloom diff --base {shlex.quote(text)}"
    )


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name longer than the system allows, a folder that may not be searched
        return False


def _find_entry_in(files: dict[PurePosixPath, Blob], path: PurePosixPath) -> PurePosixPath | None:
    if path in files:
        return path
    entry = choose_entry(str(path), [file.name for file in files if file.parent == path])
    return None if entry is None else path / entry
