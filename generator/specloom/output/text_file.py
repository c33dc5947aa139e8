"""One text file replaced at once: whatever interrupts it, the old or the new text is there whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from specloom.output.folder import make_hidden, take_after, work_folder

__all__ = ["replace_text"]


def replace_text(file: Path, text: str, *, unless: Callable[[], bool] = lambda: False) -> bool:
    """Make `text` what the file says; it is made where it is missing, and keeps owner and mode where it is not.

    Args:
        file: A link is followed: what it leads to is replaced.
        text: Written as UTF-8, its line ends as they are.
        unless: Asked at the last moment whether the file shall stay as it is after all.

    Returns:
        Whether the file was replaced.

    Raises:
        OSError: It cannot be written. It is then as it was.
    """
    target = file.resolve()
    work = work_folder(target)
    make_hidden(work)
    try:
        new = work / "new"
        new.write_bytes(text.encode())
        if target.exists():
            take_after(target, new)
            os.utime(new)
        if unless():
            return False
        new.replace(target)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return True
