"""One writer at a time for each generated client and each file of settings, also among processes."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from specloom.output.folder import make_hidden, work_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


_FLAGS: Final = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


_FILE: Final = "lock"


@contextmanager
def locked(target: Path) -> Iterator[None]:
    """Hold the lock of `target`, waiting for it as long as another process writes there.

    The operating system releases the lock of a process that dies, so it is never stale. The lock is a file in a folder
    beside the target. Git does not see that folder, and it is gone when nobody writes (on Windows it stays).

    Raises:
        OSError: The folder beside the target cannot be made, or the file in it cannot be locked.
    """
    place = target.with_name(f".{target.name}.specloom-lock")
    descriptor = _acquire(place)
    try:
        yield
    finally:
        try:
            _remove(place, work_folder(target))
        finally:
            os.close(descriptor)


def _acquire(place: Path) -> int:
    file = place / _FILE
    while True:
        descriptor = _open(file)
        try:
            _lock(descriptor)
            if file.exists() and os.path.samestat(os.fstat(descriptor), file.stat()):
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)


def _open(file: Path) -> int:
    while True:
        if file.parent.is_symlink():
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(file.parent))
        try:
            make_hidden(file.parent, exist_ok=True)
            return os.open(file, _FLAGS, 0o666)
        except FileNotFoundError:  # whoever held the lock removed the folder at this moment, or there is none around it
            if not file.parent.parent.is_dir():
                raise


def _remove(place: Path, aside: Path) -> None:
    """Remove the folder of a lock that is held: whoever waits for its file then sees that it is gone.

    It is renamed first to what the next run would remove, so that nobody meets a half of it.
    """
    if sys.platform != "win32":  # a folder with an open file cannot be renamed there: it stays, and is used again
        with suppress(OSError):
            place.replace(aside)
            shutil.rmtree(aside)


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
