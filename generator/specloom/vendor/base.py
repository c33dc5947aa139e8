"""The pristine base: every file of the last generation as it was generated, in one file inside the client's folder.

It is what an update compares the folder with, so it lies where the folder goes: into commits, clones and branches, and
into the same swap as the files it describes. The archive holds its own manifest and is proven by it, whatever became of
`manifest.json` beside it. It is a ZIP file without compression: the same bytes whichever zlib wrote it, one line where
the folder is searched, and small in Git, which compresses it together with the version before. It is not called `.zip`,
since many repositories ignore such files.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

from specloom.findings import SpecloomError
from specloom.output.folder import MAX_FILE
from specloom.output.manifest import MANIFEST, parse_manifest
from specloom.output.surface_file import SURFACE
from specloom.output.tree import FileTree
from specloom.regular_file import read_regular

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


BASE: Final = ".specloom-base"
"""The path of the base inside a vendored client."""

_TIME: Final = (1980, 1, 1, 0, 0, 0)  # the earliest that the format can say


def pack_base(tree: FileTree) -> bytes:
    """Return the base of a generated client: the same bytes for the same tree, everywhere."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for path, text in tree.items():
            entry = zipfile.ZipInfo(path, _TIME)
            entry.create_system = 3  # Unix, also where this runs on Windows
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, text.encode())
    return buffer.getvalue()


def without_state(files: Mapping[str, str]) -> dict[str, str]:
    """Return what of a generation is the consumer's to edit: all but the manifest, and the surface.

    The surface lies in the base only: nobody reads it beside the code that it is about, and every search would find it.
    """
    return {path: value for path, value in files.items() if path not in {MANIFEST, SURFACE}}


def read_base(folder: Path) -> FileTree | None:
    """Return the base that lies in a vendored client's folder, its manifest included; None where there is none.

    Raises:
        SpecloomError: It cannot be read, or is not what a run of Specloom wrote.
    """
    file = folder / BASE
    try:
        if file.is_symlink() or not file.exists():
            return None
        content = read_regular(file, MAX_FILE)
    except OSError as error:
        raise SpecloomError(f"cannot read {file}: {error.strerror}", "make the file readable") from error
    return parse_base(content, str(file))


def parse_base(content: bytes, name: str) -> FileTree:
    """Return the files that a base holds, its manifest included.

    Args:
        content: The bytes of the base.
        name: What messages call it.

    Raises:
        SpecloomError: It is not what a run of Specloom wrote.
    """
    try:
        tree = _unpack(content)
        _prove(tree)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, RuntimeError, SpecloomError) as error:
        raise _damaged(name, str(error)) from None
    return tree


def _unpack(content: bytes) -> FileTree:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()
        if any(entry.compress_type != zipfile.ZIP_STORED for entry in entries):
            raise ValueError("it is compressed")
        if len({entry.filename for entry in entries}) < len(entries):
            raise ValueError("it has a file twice")
        if sum(entry.file_size for entry in entries) > len(content):
            raise ValueError("its files overlap")
        return FileTree({entry.filename: archive.read(entry).decode() for entry in entries})


def _prove(tree: FileTree) -> None:
    if MANIFEST not in tree:
        raise ValueError(f"{MANIFEST} is missing in it")
    expected = {path: entry.sha256 for path, entry in parse_manifest(tree[MANIFEST]).files.items()}
    if expected != {path: digest for path, digest in tree.digests().items() if path != MANIFEST}:
        raise ValueError("its files are not those of its manifest")


def _damaged(name: str, reason: str) -> SpecloomError:
    return SpecloomError(
        f"{name} is damaged: {reason}",
        "restore it from version control; if it is lost, remove it: `specloom vendor update` says what is left to do",
    )
