"""The folder of a vendored client: what lies in it, which of it Git ignores, and what a killed run left beside it.

Files are compared by their text: line ends are the consumer's own affair. What Git ignores nobody gets who clones the
repository. A killed run has at the worst left the client itself, moved aside for the new one.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from hashlib import sha256
from pathlib import Path

from specloom.findings import SpecloomError, unreadable
from specloom.git import find_repository, run_git
from specloom.output.disk import refuse_place, write_changes
from specloom.output.folder import MAX_FILE, left_beside, scan_folder
from specloom.output.tree import with_line_feeds
from specloom.record import record
from specloom.regular_file import read_regular
from specloom.vendor.base import is_state


def is_moved_aside(folder: Path) -> bool:
    """Return whether the client is not in its folder, but in what a run left there that was killed as it swapped."""
    return not os.path.lexists(folder) and any((work / "old").is_dir() for work in left_beside(folder))


def tidy_up(folder: Path) -> None:
    """Put the client back if it was moved aside, and remove what killed runs left.

    Raises:
        SpecloomError: It may not be written to, somebody else is writing it, or the operating system refuses.
    """
    refuse_place(folder)
    if left_beside(folder):
        write_changes({}, folder, {})  # whoever holds a folder to write to it mends it first


def list_ignored(folder: Path, paths: Collection[str]) -> tuple[str, ...]:
    """Return those files that Git would leave out of a commit, sorted; none where there is no repository or no Git.

    All rules count: `.gitignore` of any folder, `.git/info/exclude`, and those of the user. A file that is tracked is
    not ignored, whatever they say. Paths are relative to the folder, one at least; what is not there is not ignored.
    """
    top = find_repository(folder)
    if top is None:
        return ()
    place = folder.resolve().relative_to(top)
    around = Path(os.path.commonpath([place / path for path in paths])).as_posix()
    try:
        listed = run_git(top, "ls-files", "--others", "--ignored", "--exclude-standard", "-z", "--", around)
    except SpecloomError:  # Git is not installed, or does not take this for a repository: it commits nothing here
        return ()
    names = (Path(os.fsdecode(name)) for name in listed.split(b"\0")[:-1])
    return tuple(sorted({name.relative_to(place).as_posix() for name in names} & {*paths}))


@record
class Content:
    """One file. Git may have given it other line ends (`core.autocrlf`), which is no edit."""

    data: bytes | None
    """Its bytes; None for what is no regular file, such as a symbolic link."""

    @property
    def text(self) -> str | None:
        """The text with the line ends that generated files have; None where it is no UTF-8."""
        try:
            return None if self.data is None else with_line_feeds(self.data).decode()
        except UnicodeDecodeError:
            return None

    @property
    def digest(self) -> str | None:
        """The SHA-256 of the bytes, as `scan_folder` has it."""
        return None if self.data is None else sha256(self.data).hexdigest()

    def rewritten(self, text: str) -> bytes:
        """Return `text` with the line ends that most lines of this file have."""
        data = self.data or b""
        is_windows = 2 * data.count(b"\r\n") > data.count(b"\n")
        return (text.replace("\n", "\r\n") if is_windows else text).encode()


def texts_of(yours: Mapping[str, Content]) -> dict[str, str]:
    """Return the texts of a folder that are people's own or generated for them, by their paths."""
    found = ((path, content.text) for path, content in yours.items() if not is_state(path))
    return {path: text for path, text in found if text is not None}


def read_folder(folder: Path) -> dict[str, Content]:
    """Return every file below `folder` by its relative path, sorted; none where the folder is missing.

    Raises:
        SpecloomError: Something cannot be read.
    """
    try:
        return {
            path: Content(None if digest is None else read_regular(folder / path, MAX_FILE))
            for path, digest in scan_folder(folder).items()
        }
    except OSError as error:
        raise unreadable(Path(error.filename), error) from error
