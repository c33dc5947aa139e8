"""The pristine base: every file of the last generation as it was generated, in one file inside the client's folder.

Beside these it has what an update is judged by: the surface of the client, and the description that it is made from.

It is what an update compares the folder with, so it lies where the folder goes: into commits, clones and branches, and
into the same swap as the files it describes. The archive holds its own manifest and is proven by it, whatever became of
`manifest.json` beside it. It is compressed, since hooks and hosts refuse large files, and has a null byte in front, by
which Git and searches see that it is no text.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final, TypeVar

from specloom.findings import SpecloomError, unreadable
from specloom.messages import shown_path
from specloom.output.folder import MAX_FILE
from specloom.output.manifest import MANIFEST, parse_manifest
from specloom.output.surface_file import SURFACE
from specloom.output.tree import FileTree
from specloom.regular_file import read_regular

BASE: Final = ".specloom-base"
"""The path of the base inside a vendored client."""
DESCRIPTION: Final = "description.json"
"""The path, in the base, of the description that the client was generated from."""
ONLY_IN_BASE: Final = frozenset({SURFACE, DESCRIPTION})
"""What of a generation lies in its base and nowhere else: nobody reads it beside the code that it is about, and every
search would find it."""
UNDO: Final = ".specloom-undo"
"""The folder inside a vendored client that has what the last update changed."""

_HEAD: Final = b"specloom base\0"
_POINTER: Final = b"version https://git-lfs."
_Value = TypeVar("_Value")


def pack_base(tree: FileTree) -> bytes:
    """Return the base of a generated client: one JSON object of all paths and texts, compressed by zlib.

    Equal trees may differ by some bytes where different versions of zlib wrote them: compare what is read.
    """
    return _HEAD + zlib.compress(json.dumps(dict(tree)).encode(), level=9)


def is_state(path: str) -> bool:
    """Return whether a file of a vendored client's folder is Specloom's own: no code, and nothing that people edit."""
    return path in {MANIFEST, BASE} or path.startswith(f"{UNDO}/")


def refuse_vendored(folder: Path) -> None:
    """Refuse to generate over a client that a project has vendored: edits and deletions would go, and what tells them.

    Raises:
        SpecloomError: There is one.
    """
    if (folder / BASE).exists():
        raise SpecloomError(
            f"{shown_path(folder)} is a vendored client, and nothing is generated over it",
            "choose another folder; where settings list it, `specloom vendor update` brings it up to date",
        )


def without_state(files: Mapping[str, _Value]) -> dict[str, _Value]:
    """Return what of a generation is the consumer's to edit: all but the manifest, and what lies in the base only."""
    return {path: value for path, value in files.items() if path not in {MANIFEST, *ONLY_IN_BASE}}


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
        raise unreadable(file, error) from error
    return parse_base(content, shown_path(file))


def parse_base(content: bytes, name: str) -> FileTree:
    """Return the files that a base holds, its manifest included; messages call it by its name.

    Raises:
        SpecloomError: It is not what a run of Specloom wrote.
    """
    try:
        tree = FileTree(_unpack(content))
        _prove(tree)
    except (zlib.error, ValueError, RecursionError, SpecloomError) as error:
        is_taken_for_text = 0 < content.count(b"\n") == content.count(b"\r\n")
        why = f"Git changed its line ends; let .gitattributes say `{BASE} -text`" if is_taken_for_text else str(error)
        raise SpecloomError(
            f"{name} is damaged: {why}",
            "restore it from version control; if it is lost, remove it: `specloom vendor update` says what is left",
        ) from None
    return tree


def _unpack(content: bytes) -> dict[str, str]:
    if content.startswith(_POINTER):
        raise ValueError("it is only a pointer of Git LFS, which `git lfs pull` replaces by the file")
    if not content.startswith(_HEAD):
        raise ValueError("it does not begin as one")
    stream = zlib.decompressobj()
    text = stream.decompress(content.removeprefix(_HEAD), MAX_FILE)
    if not stream.eof or stream.unused_data:
        raise ValueError("it is cut off, too large, or goes on behind its end")
    files = json.loads(text)
    if not isinstance(files, dict) or not all(isinstance(each, str) for each in files.values()):
        raise ValueError("it is no object of texts")
    return files


def _prove(tree: FileTree) -> None:
    if MANIFEST not in tree:
        raise ValueError(f"{MANIFEST} is missing in it")
    expected = {path: entry.sha256 for path, entry in parse_manifest(tree[MANIFEST]).files.items()}
    if expected != {path: digest for path, digest in tree.digests().items() if path != MANIFEST}:
        raise ValueError("its files are not those of its manifest")
