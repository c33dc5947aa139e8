"""Reading files that somebody else may have put there: regular ones only, whole, and never more than a limit.

A device has no end, a named pipe may never have a writer, and what a path means can change between a look at it and its
opening. So every file that is named by a person, by settings, by a description or by what lies in a client's folder is
read by the one function here.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from typing import TYPE_CHECKING, BinaryIO, Final

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES: Final = 64 * 1024 * 1024
"""The size of one file, unless the caller knows better. Real descriptions stay far below."""

_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
"""Not waiting for a pipe's writer, not becoming a terminal's process, no line ends changed on Windows."""


_DEVICE: Final = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)

_held: Final[dict[Path, bytes]] = {}


def names_device(name: str) -> bool:
    """Tell whether Windows takes the name of a file or folder for a device, whatever it ends in."""
    return _DEVICE.fullmatch(name) is not None


def hold_stream(path: Path, stream: BinaryIO) -> None:
    """Read all of a stream that a person has opened for us, and let `path` stand for it from now on.

    The path names no file: `-` for the standard input.

    Raises:
        OSError: The stream has more bytes than a file may have, or cannot be read.
    """
    content = stream.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise _too_large(path, MAX_BYTES)
    _held[path] = content


def is_held(path: Path) -> bool:
    """Return whether a path stands for a stream that has been read."""
    return path in _held


def read_regular(path: Path, limit: int = MAX_BYTES) -> bytes:
    """Return the whole content of the regular file at `path`, or of the stream that it stands for; links are followed.

    What the path leads to is looked at before it is opened, as opening a device can do something, and once more when
    it is open, as it may be another by then.

    Args:
        path: The file.
        limit: How many bytes it may have.

    Raises:
        OSError: It is no regular file, is larger than `limit`, or cannot be read; `strerror` says why in plain words.
        ValueError: This cannot be the path of a file.
    """
    if path in _held:
        return _held[path]
    _refuse_special(os.stat(path).st_mode, path)  # noqa: PTH116 - a path may be a text with a NUL, as `open` has it
    descriptor = os.open(path, _FLAGS)
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        _refuse_special(status.st_mode, path)
        # As much as the limit is set aside for what is asked for, so the size is asked for first. It proves nothing:
        # files of /proc have none but content, and others grow.
        content = b"" if status.st_size > limit else file.read(status.st_size + 1)
        if content and len(content) > status.st_size:
            content += file.read(limit) or b""
    if content is None:
        raise OSError(errno.EAGAIN, "it has nothing to read now", str(path))
    if max(status.st_size, len(content)) > limit:
        raise _too_large(path, limit)
    return content


def _too_large(path: Path, limit: int) -> OSError:
    return OSError(errno.EFBIG, f"it is larger than {limit // 1024**2} MiB", str(path))


def _refuse_special(mode: int, path: Path) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "it is a folder, not a file", str(path))
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "it is a pipe, a socket or a device, not a file", str(path))
