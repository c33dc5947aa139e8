"""One writer at a time for each generated client and each file of settings, also among processes."""

from __future__ import annotations

import errno
import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path
from typing import Final, NoReturn

from specloom.findings import SpecloomError
from specloom.messages import shown_path
from specloom.output.folder import make_hidden, remove_hidden, work_folder

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


_FLAGS: Final = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


_FILE: Final = "lock"
_BUSY: Final = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
_LONGEST: Final = 10_000
_PAUSE: Final = 0.02
PATIENCE: Final = ContextVar("PATIENCE", default=30.0)
"""For how many seconds whoever runs this waits for another process."""


@contextmanager
def locked(target: Path) -> Iterator[None]:
    """Hold the lock of `target`, waiting for another process that writes there as long as `PATIENCE` says.

    The operating system releases the lock of a process that dies, so it is never stale. The lock is a file in a folder
    beside the target. Git does not see that folder, and it is gone when nobody writes (on Windows it stays).

    Raises:
        SpecloomError: Another process has held it all that time.
        OSError: The folder beside the target cannot be made, or the file in it cannot be locked.
    """
    place = target.with_name(f".{target.name}.specloom-lock")
    descriptor = _acquire(place, target)
    try:
        yield
    finally:
        try:
            _remove(place, work_folder(target))
        finally:
            os.close(descriptor)


def _acquire(place: Path, target: Path) -> int:
    file = place / _FILE
    end = time.monotonic() + PATIENCE.get()
    while True:
        descriptor = _open(file)
        try:
            if taken := _lock(descriptor):
                if _is_at(file, descriptor):
                    _sign(descriptor)
                    return descriptor
            elif time.monotonic() >= end:
                _refuse(target, descriptor)
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)
        time.sleep(0 if taken else _PAUSE)


def _is_at(file: Path, descriptor: int) -> bool:
    """Return whether an open file is the one at a path. That may go at any moment."""
    try:
        return os.path.samestat(os.fstat(descriptor), file.stat())
    except FileNotFoundError:
        return False


def _sign(descriptor: int) -> None:
    """Say in the file of a lock who holds it."""
    words = [os.path.basename(sys.argv[0]), *(word for word in sys.argv[1:3] if word.isalpha())]  # noqa: PTH119 - a name
    about = {"process": os.getpid(), "command": " ".join(words), "since": time.strftime("%H:%M:%S")}
    with suppress(OSError):  # no space: then nobody reads who it is
        os.ftruncate(descriptor, 0)
        os.write(descriptor, json.dumps(about).encode())


def _refuse(target: Path, descriptor: int) -> NoReturn:
    who, patience = "another process", PATIENCE.get()
    with suppress(OSError, ValueError, TypeError, KeyError):
        about = json.loads(os.read(descriptor, _LONGEST))
        who = f"process {int(about['process'])} ({ascii(about['command'])[1:-1]}) since {ascii(about['since'])[1:-1]}"
    waited = "1 second" if patience == 1 else f"{patience:g} seconds"
    raise SpecloomError(
        f"{shown_path(target)} is being written by {who}, which did not end in {waited}",
        "nothing was changed; wait for that process, or end it, and run it again; --wait SECONDS waits longer",
    )


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
        except FileExistsError:  # it was removed while `mkdir` looked at what is there, or that is no folder
            if file.parent.exists() and not file.parent.is_dir():
                raise


def _remove(place: Path, aside: Path) -> None:
    """Remove the folder of a lock that is held: whoever waits for its file then sees that it is gone.

    It is renamed first to what the next run would remove, so that nobody meets a half of it.
    """
    if sys.platform != "win32":  # a folder with an open file cannot be renamed there: it stays, and is used again
        with suppress(OSError):
            place.replace(aside)
            remove_hidden(aside)


def _lock(descriptor: int) -> bool:
    """Take the lock if nobody has it; return whether it is taken now."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _BUSY:
            return False
        raise
    return True
