"""What a killed run left beside a vendored client: at the worst the client itself, moved aside for the new one."""

from __future__ import annotations

import os
from pathlib import Path

from specloom.errors import SpecloomError
from specloom.output.disk import write_changes
from specloom.output.folder import left_beside
from specloom.targets.target import Target

__all__ = ["is_moved_aside", "refuse_moved_aside", "tidy_up"]


def is_moved_aside(folder: Path) -> bool:
    """Return whether the client is not in its folder, but in what a run left there that was killed as it swapped."""
    return not os.path.lexists(folder) and any((work / "old").is_dir() for work in _left_beside(folder))


def refuse_moved_aside(vendored: Target) -> None:
    """Refuse to take the folder of a client that was moved aside for an empty one.

    Raises:
        SpecloomError: It is such a folder.
    """
    if is_moved_aside(vendored.folder):
        raise SpecloomError(
            f"a run that was killed moved the client in {vendored.folder} aside",
            f"put it back with: specloom vendor update {vendored.name}",
        )


def tidy_up(folder: Path) -> None:
    """Put the client back if it was moved aside, and remove what killed runs left.

    Raises:
        SpecloomError: Somebody else is writing the client, or the operating system refuses.
    """
    if _left_beside(folder):
        write_changes({}, folder, {})  # whoever holds a folder to write to it mends it first


def _left_beside(folder: Path) -> list[Path]:
    try:
        return left_beside(folder)
    except OSError:  # there is no folder around it
        return []
