"""One writer at a time for each generated client, also among processes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

__all__ = ["locked"]

_FLAGS: Final = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


@contextmanager
def locked(target: Path) -> Iterator[None]:
    """Hold the lock of `target`, waiting for it as long as another process writes there.

    The operating system releases the lock of a process that dies, so it is never stale. The lock is a file beside the
    target which is gone when nobody writes (on Windows it stays).

    Raises:
        OSError: The file beside the target cannot be made or locked.
    """
    file = target.with_name(f".{target.name}.specloom-lock")
    descriptor = _acquire(file)
    try:
        yield
    finally:
        try:
            if sys.platform != "win32":  # an open file cannot be removed there: it stays, and is used again
                file.unlink(missing_ok=True)  # still locked: whoever waits for this file then sees that it is gone
        finally:
            os.close(descriptor)


def _acquire(file: Path) -> int:
    while True:
        descriptor = os.open(file, _FLAGS, 0o666)
        try:
            _lock(descriptor)
            if file.exists() and os.path.samestat(os.fstat(descriptor), file.stat()):
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
