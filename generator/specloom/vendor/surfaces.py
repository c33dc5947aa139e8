"""The client that somebody names: its surface alone, or a generated or vendored folder, on disk or in a revision."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path, PurePath
from typing import Final

from specloom.diff.revision import find_in_revision, names_revision
from specloom.findings import SpecloomError, unreadable
from specloom.git import Blob, list_files, read_blobs
from specloom.ir.surface import Surface
from specloom.output.folder import MAX_FILE
from specloom.output.manifest import MANIFEST, Manifest, parse_manifest
from specloom.output.surface_file import SURFACE, SurfaceFile, is_surface
from specloom.record import record
from specloom.regular_file import MAX_BYTES, read_regular
from specloom.source.file import ENTRIES
from specloom.targets.target import Target
from specloom.vendor.base import BASE, parse_base

_OF_DESCRIPTIONS: Final = frozenset({".yaml", ".yml"})
"""What no client is called: the folder of one can be imported, and its surface is JSON. Git need not be asked."""
_WANTED: Final = (*ENTRIES, BASE, SURFACE, MANIFEST)


@record
class FoundClient:
    """A client that somebody names. Of a vendored one all is that of the last generation, whatever was edited since."""

    name: str
    """How somebody names it."""
    file: SurfaceFile
    base: Mapping[str, str] | None = None
    """All files of the last generation, where it is vendored."""

    @classmethod
    def of_base(cls, name: str, base: Mapping[str, str], *, forgiving: bool = False) -> FoundClient:
        """Return a generation of a vendored client by its base, which has its surface."""
        return cls(name, SurfaceFile(base[SURFACE], f"{SURFACE} in {name}/{BASE}", forgiving=forgiving), base)

    @property
    def surface(self) -> Surface:
        """What callers can write.

        Raises:
            SpecloomError: The file is broken, or of an unknown version.
        """
        return self.file.surface_in({})

    @property
    def manifest(self) -> Manifest | None:
        """What it was generated from; None where the surface alone is named.

        Raises:
            SpecloomError: It cannot be read, or is broken.
        """
        name = f"{self.name}/{MANIFEST}"
        if self.base is not None:
            return parse_manifest(self.base[MANIFEST], name=name)
        files = _find(self.name)
        return parse_manifest(_decode(files[MANIFEST](), name), name=name) if MANIFEST in files else None

    def code(self) -> Mapping[str, str]:
        """Return its files: relative path → text.

        Raises:
            SpecloomError: They cannot be read, or it is the surface alone that is named.
        """
        if self.base is not None:
            return self.base
        files = {name: read for name, read in _find(self.name, whole=True).items() if name.endswith(".py")}
        if not files:
            raise SpecloomError(f"{self.name} has no code of a client", "name the client's folder")
        return {name: _decode(read(), f"{self.name}/{name}") for name, read in files.items()}


def find_client(text: str, *, forgiving: bool = False) -> FoundClient | None:
    """Return the client that `text` names; None where that is no client.

    `text` is `surface.json` or another file that begins as it does, or a folder that has it or a base; or such a path
    behind a revision and a colon. `forgiving` is as `SurfaceFile` has it.

    Raises:
        SpecloomError: An older Specloom generated the client, so that it has no surface; or the file or the base cannot
            be read, or the base is broken.
    """
    if PurePath(text).suffix in _OF_DESCRIPTIONS:
        return None
    files = _find(text)
    if "" in files:
        content = _read_file(files[""], text)
        return None if content is None else FoundClient(text, SurfaceFile(content, text, forgiving=forgiving))
    if not files or not files.keys().isdisjoint(ENTRIES):
        return None
    if BASE in files:
        base = parse_base(files[BASE](), f"{text}/{BASE}")
        if SURFACE in base:
            return FoundClient.of_base(text, base, forgiving=forgiving)
    elif SURFACE in files:
        content = _decode(files[SURFACE](), f"{text}/{SURFACE}")
        return FoundClient(text, SurfaceFile(content, f"{text}/{SURFACE}", forgiving=forgiving))
    raise SpecloomError(
        f"{text} has no surface: an older Specloom generated this client, or its base is lost",
        "generate or update it again, or compare the descriptions that both were made from",
    )


def find_published(target: Target, label: str = "") -> SurfaceFile | None:
    """Return the surface of the client that is there, whose names are to stay; None where there is none.

    A broken one was edited, or two branches met in it: whoever overwrites it has been told so, or is. It counts as not
    there. A client that is written nowhere is not there. `label` is a revision and a colon, for the one that was there
    then.
    """
    if target.out is None:
        return None
    here = os.path.relpath(target.folder)
    if label and not here.startswith(os.pardir):
        here = f"./{here}"
    with suppress(SpecloomError):
        found = find_client(f"{label}{here}", forgiving=True)
        return found.file if found else None
    return None


def _read_file(read: Callable[[], bytes], text: str) -> str | None:
    is_called_so = PurePath(text.rpartition(":")[2]).name == SURFACE
    if not is_called_so and not text.endswith(".json"):
        return None
    content = read()
    if is_called_so or is_surface(content[:100].decode(errors="replace")):
        return _decode(content, text)
    return None


def _decode(content: bytes, name: str) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise SpecloomError(
            f"{name} is not the surface of a client: it is not UTF-8", "generate the client again"
        ) from None


def _find(text: str, *, whole: bool = False) -> Mapping[str, Callable[[], bytes]]:
    """Return what reads the file that `text` names, by an empty name, or those of the folder that tell what it is.

    Of a folder that has a client the code is among them if the `whole` is wanted.
    """
    return _find_in_revision(text, whole=whole) if names_revision(text) else _find_on_disk(Path(text), whole=whole)


def _find_on_disk(path: Path, *, whole: bool) -> Mapping[str, Callable[[], bytes]]:
    try:
        found = {name: path / name for name in ("", *_WANTED) if (path / name).is_file()}
        found |= {file.relative_to(path).as_posix(): file for file in path.rglob("*.py") if whole and file.is_file()}
    except (OSError, ValueError):  # a name that the system does not take
        return {}
    return {name: partial(_read, file, MAX_FILE if name == BASE else MAX_BYTES) for name, file in found.items()}


def _read(file: Path, limit: int) -> bytes:
    try:
        return read_regular(file, limit)
    except OSError as error:
        raise unreadable(file, error) from error


def _find_in_revision(text: str, *, whole: bool) -> Mapping[str, Callable[[], bytes]]:
    revision, _, place = text.partition(":")
    top, commit, path = find_in_revision(revision, place)
    if path is None:
        return {}
    listed = list_files(top, commit, path)
    found = {name: listed[path / name] for name in ("", *_WANTED) if path / name in listed}
    if whole:
        found |= {each.relative_to(path).as_posix(): blob for each, blob in listed.items() if each.suffix == ".py"}
    return {name: partial(_read_blob, top, blob) for name, blob in found.items()}


def _read_blob(top: Path, blob: Blob) -> bytes:
    (content,) = read_blobs(top, [blob])
    return content
