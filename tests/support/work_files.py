"""Files of a folder in which a test works as people do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["edit", "read_all"]


def edit(file: Path, old: str, new: str) -> None:
    """Replace a part of a file, which has to be there."""
    text = file.read_text()
    assert old in text, f"{old!r} is not in {file}"
    file.write_text(text.replace(old, new))


def read_all(folder: Path, *left_out: str) -> dict[str, bytes]:
    """Return what is in all files below a folder, but for those that Python, or a folder of such a name, keeps."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not {"__pycache__", *left_out} & {*path.relative_to(folder).parts}
    }
