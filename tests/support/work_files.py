"""Files of a folder in which a test works as people do, and the description of a shop for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["SPEC", "edit", "read_all"]

SPEC = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: https://shop.example}]
paths:
  /orders:
    get:
      operationId: listOrders
      tags: [Orders]
      responses: {"204": {description: Nothing.}}
"""


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
