"""One text file replaced at once: whatever interrupts it, the old or the new text is there whole."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["replace_text"]


def replace_text(file: Path, text: str) -> None:
    """Make `text` what the file says; it is made where it is missing, and keeps its mode where it is not.

    Args:
        file: A link is followed: what it leads to is replaced.
        text: Written as UTF-8, its line ends as they are.

    Raises:
        OSError: It cannot be written. It is then as it was.
    """
    target = file.resolve()
    work = target.with_name(f".{target.name}.specloom-{os.getpid()}")
    try:
        work.write_bytes(text.encode())
        if target.exists():
            work.chmod(target.stat().st_mode)
        work.replace(target)
    finally:
        work.unlink(missing_ok=True)
