"""Knowing without generating that a client is current, because nothing changed since it was last found so here.

The manifest alone proves little: it can be edited, and the generator can change under one version while it is being
developed. So the run that generated a client leaves a stamp among its compiled files: a digest of the manifest, of
which file on this disk that is and since when, and of everything of the generator that decides what is generated. No
version control and no archive can bring a stamp that fits. Where it is missing or another, the client is generated in
full and compared.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from specloom.findings import SpecloomError
from specloom.output.folder import left_beside, make_hidden, scan_texts
from specloom.output.manifest import MANIFEST, digest_document, read_manifest
from specloom.output.tools import current_tools, digest_folder
from specloom.regular_file import read_regular
from specloom.targets.target import Target

_STAMP: Final = "__pycache__/specloom.current"


def is_current(target: Target, *, rename: bool = False) -> bool:
    """Return whether generating would change nothing. Imports none of the generator's tools; False is always safe.

    `rename`: names would go that the description has no more.
    """
    folder, documents = target.folder, target.documents
    try:
        manifest = read_manifest(folder)
        if manifest is None or read_regular(folder / _STAMP) != _stamp(folder).encode():
            return False
        found = scan_texts(folder)
        recorded = target.recorded()
        died = left_beside(folder)
    except (OSError, ValueError, SpecloomError):
        return False
    return (
        manifest.tools == current_tools()
        and not died
        and not (rename and manifest.moved)
        and (manifest.target, manifest.import_path) == (recorded, target.import_path)
        and all(_digest(documents / path) == digest for path, digest in manifest.description.files.items())
        and manifest.description.overlays == tuple(map(_digest, target.overlay))
        and {path for path in found if path.endswith((".py", ".pyi"))} <= manifest.files.keys()
        and all(found.get(path) == entry.sha256 for path, entry in manifest.files.items())
    )


def remember_current(folder: Path) -> None:
    """Leave the stamp in a folder that was just generated. Where that is not possible, the next run takes longer.

    Git is told to see none of it, also where nobody told it to ignore compiled files. It is written through no link: a
    commit can have one to any file, which would then be the stamp.
    """
    stamp = folder / _STAMP
    if stamp.parent.is_symlink() or stamp.is_symlink():
        return
    with suppress(OSError):
        make_hidden(stamp.parent, exist_ok=True)
        stamp.write_text(_stamp(folder))


def _stamp(folder: Path) -> str:
    manifest = folder / MANIFEST
    digest, status = sha256(read_regular(manifest)), manifest.stat()
    digest.update(f"{status.st_dev} {status.st_ino} {status.st_mtime_ns} {status.st_ctime_ns} ".encode())
    digest.update(_generator_digest().encode())
    return digest.hexdigest()


@cache
def _generator_digest() -> str:
    package = digest_folder(Path(__file__).parents[1])
    return f"{package} {sys.version}"


def _digest(path: Path) -> str | None:
    try:
        return digest_document(path)
    except OSError:
        return None
