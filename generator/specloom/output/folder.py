"""A generated client's folder: reading it, and the folders beside it in which runs work, also those that died.

Symbolic links are seen, never followed; compiled files do not count as content.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from specloom.findings import SpecloomError, unreadable
from specloom.messages import shown_path
from specloom.output.tree import case_folded, with_line_feeds
from specloom.regular_file import read_regular

if TYPE_CHECKING:
    from subprocess import CompletedProcess

COMPILED: Final = "__pycache__"
"""What Python calls the folders of compiled files."""
_HIDES: Final = ".gitignore"
MAX_FILE: Final = 256 * 1024 * 1024
"""How large a file in a client's folder may be: somebody's own one, or the base of a vendored client."""


def write_files(folder: Path, files: Iterable[tuple[PurePath | str, bytes | str]]) -> None:
    """Write files into a folder of our own, and make the folders that they are in; text is UTF-8, its line ends stay.

    Raises:
        OSError: One cannot be written.
    """
    for path, content in files:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)


def run_beside(
    files: Mapping[str, bytes | str], package: str, command: Sequence[str], *, stdin: str, seconds: float
) -> CompletedProcess[str]:
    """Run a program in a temporary folder that has files of a client as a package of that name.

    Raises:
        OSError: The files cannot be written, or the program cannot be run.
        TimeoutExpired: It does not end in time.
    """
    import subprocess  # noqa: PLC0415 - most commands run nothing
    import tempfile  # noqa: PLC0415 - as above

    with tempfile.TemporaryDirectory(prefix="specloom-") as place:
        write_files(Path(place, package), files.items())
        return subprocess.run(  # noqa: S603 - a Python of the user's, with files that were just written
            command,
            cwd=place,
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            timeout=seconds,
        )


def last_words(done: CompletedProcess[str]) -> str:
    """Return the last line of what a program says that failed."""
    return (done.stderr.strip() or "it ended the process").splitlines()[-1]


def scan_folder(folder: Path, *, as_texts: bool = False) -> dict[str, str | None]:
    """Return what lies below `folder`, sorted: relative POSIX path → SHA-256 of its bytes in hexadecimal.

    What is no regular file (a link, also one to a folder, a pipe) has None for a digest. A folder that is not there is
    empty, and folders themselves are not listed. As texts, files have the same digests with CRLF and with LF.

    Raises:
        SpecloomError: Something cannot be read.
    """

    def digest(entry: os.DirEntry[str]) -> str | None:
        if not entry.is_file(follow_symlinks=False):
            return None
        content = read_regular(Path(entry.path), MAX_FILE)
        return sha256(with_line_feeds(content) if as_texts else content).hexdigest()

    try:
        return {
            Path(entry.path).relative_to(folder).as_posix(): digest(entry)
            for entry in walk_folder(folder, _is_compiled)
            if not entry.is_dir(follow_symlinks=False)
        }
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise unreadable(Path(error.filename), error) from error


def stat_folder(folder: Path) -> dict[str, tuple[int, ...]]:
    """Return what lies below `folder`: relative POSIX path → which file it is, its size and times; nothing for folders.

    Whatever is done to the files shows in it, without reading them. A folder that is not there is empty.

    Raises:
        OSError: A folder cannot be read.
    """
    if not folder.is_dir():
        return {}
    found: dict[str, tuple[int, ...]] = {}
    for entry in walk_folder(folder, _is_compiled):
        status = entry.stat(follow_symlinks=False)
        about = (status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
        found[Path(entry.path).relative_to(folder).as_posix()] = () if entry.is_dir(follow_symlinks=False) else about
    return found


def _is_compiled(entry: os.DirEntry[str]) -> bool:
    return entry.name == COMPILED


def walk_folder(folder: Path, passes_by: Callable[[os.DirEntry[str]], bool]) -> Iterator[os.DirEntry[str]]:
    """Yield everything below `folder`, sorted, each folder before what is in it.

    `passes_by` tells which folders are left out, with all that is in them.

    Raises:
        OSError: A folder cannot be read.
    """
    pending = _entries(folder)
    while pending:
        entry = pending.pop()
        if not entry.is_dir(follow_symlinks=False):
            yield entry
        elif not passes_by(entry):
            yield entry
            pending += _entries(entry.path)


def _entries(folder: str | Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as scanned:
        return sorted(scanned, key=lambda entry: entry.name, reverse=True)


def work_folder(target: Path) -> Path:
    """Return where this process completes what is to become `target`."""
    return target.with_name(f"{_work_prefix(target)}{os.getpid()}")


def make_hidden(folder: Path, *, exist_ok: bool = False) -> None:
    """Make a folder that Git does not see: what a killed process leaves in it gets into nobody's commit.

    Raises:
        OSError: It cannot be made, or is there already and `exist_ok` is not set.
    """
    folder.mkdir(exist_ok=exist_ok)
    ignored = folder / _HIDES
    try:
        with suppress(FileExistsError), ignored.open("x") as file:
            file.write("*\n")
    except OSError:  # no space
        ignored.unlink(missing_ok=True)
        with suppress(OSError):
            folder.rmdir()
        raise


def remove_hidden(folder: Path) -> None:
    """Remove such a folder, what hides it last. What cannot be removed stays, hidden."""
    with suppress(OSError):
        for entry in (each for each in folder.iterdir() if each.name != _HIDES):
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry, ignore_errors=True)
            else:
                with suppress(OSError):
                    entry.unlink()
        if all(each.name == _HIDES for each in folder.iterdir()):
            shutil.rmtree(folder)


def refuse_twin(folder: Path) -> None:
    """Refuse to make a folder that is another one where letter case does not count, or hides a module from imports.

    Raises:
        OSError: A folder above cannot be read.
        SpecloomError: It is such a folder, or would be made in one.
    """
    for new in (folder, *folder.parents):
        if os.path.lexists(new):
            return
        beside = sorted(each.name for each in new.parent.iterdir()) if new.parent.is_dir() else ()
        if new.name in beside:  # somebody has made it since
            return
        if twin := next((each for each in beside if case_folded(each) == case_folded(new.name)), None):
            raise SpecloomError(
                f"where case does not count, {shown_path(new)} is {shown_path(new.with_name(twin))}, which is there",
                "name it as that one, or otherwise",
            )
        if (module := f"{new.name}.py") in beside:
            raise SpecloomError(
                f"{shown_path(new)} would be imported in the place of {shown_path(new.with_name(module))}",
                "choose another folder",
            )


def take_after(source: Path, target: Path) -> None:
    """Give a file or folder the owner, mode, time and extended attributes of another, as far as the system allows.

    Only root may give a file to another user. The group is kept where this user is in it.

    Raises:
        OSError: `source` is gone.
    """
    if sys.platform != "win32":
        status = source.lstat()
        for owner in (status.st_uid, -1):
            with suppress(OSError):  # not permitted, or an owner that is unknown in this container
                os.chown(target, owner, status.st_gid, follow_symlinks=False)
                break
    shutil.copystat(source, target, follow_symlinks=False)


def left_beside(target: Path) -> list[Path]:
    """Return the work folders beside `target`, sorted. While its lock is held, they are those of runs that died.

    Raises:
        OSError: The folder around `target` is there and cannot be read.
    """
    name = re.compile(re.escape(_work_prefix(target)) + "[0-9]+")
    return sorted(
        entry
        for entry in (target.parent.iterdir() if target.parent.is_dir() else ())
        if name.fullmatch(entry.name) and entry.is_dir() and not entry.is_symlink()
    )


def _work_prefix(target: Path) -> str:
    return f".{target.name}.specloom-"
