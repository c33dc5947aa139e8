"""The description of a vendored client, as its base keeps it: what the next one is compared with.

It is every document and overlay as they were written, so that places in them are those that their author knows. A
description that Git ignores, or an overlay of which it does, is not kept: the base goes into commits.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Final

from specloom.findings import SpecloomError
from specloom.installed import shipped_descriptions
from specloom.output.manifest import MANIFEST, document_path, parse_manifest
from specloom.output.surface_file import SURFACE, SurfaceFile
from specloom.record import replace
from specloom.vendor.base import DESCRIPTION
from specloom.vendor.folder import list_ignored

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from specloom.diff.revision import Version
    from specloom.spec.load import Description
    from specloom.targets.target import Target

_MOST_FILES: Final = 10_000
"""How many files are written to be read: a small archive can name millions."""


def render_description(description: Description, target: Target) -> str:
    """Return what the base of a client has of its description."""
    documents = {
        document_path(target.documents, file.path): file.text for file in description.files if file.path is not None
    }
    if _is_ignored(target, documents):
        return "{}\n"
    overlays = [overlay.text for overlay in description.overlays]
    return json.dumps({"documents": documents, "overlays": overlays}, sort_keys=True) + "\n"


def _is_ignored(target: Target, documents: Collection[str]) -> bool:
    """Return whether Git would leave a part of a description, or an overlay, out of a commit; what ships is public."""
    if any(list_ignored(overlay.parent, [overlay.name]) for overlay in target.overlay):
        return True
    return target.spec not in shipped_descriptions().values() and bool(list_ignored(target.documents, documents))


def open_description(base: Mapping[str, str], name: str, scratch: Path) -> Version:
    """Return the description that a base has, as a version of the past. It is written into a folder, to be read.

    Messages call the base by its name. The folder is empty or not there.

    Raises:
        SpecloomError: It has none, or none that can be written.
    """
    from specloom.diff.revision import Version  # noqa: PLC0415 - most updates have nothing to compare

    if DESCRIPTION not in base:
        raise SpecloomError(f"an older Specloom wrote {name}, which has no description")
    documents, texts = _read_kept(base[DESCRIPTION], name)
    last = parse_manifest(base[MANIFEST]).target
    if len(texts) != len(last.overlay):
        raise SpecloomError(f"{name} has other overlays than its manifest names")
    folder = scratch.resolve()
    files = {folder / path: text for path, text in documents.items()}
    overlays: list[Path] = []
    for number, (path, text) in enumerate(zip(last.overlay, texts, strict=True)):
        # One that lies elsewhere is called by its last name alone, which a document may have as well.
        overlays.append(folder / path if folder / path not in files else folder / f"overlay-{number}" / path.name)
        files[overlays[-1]] = text
    try:
        for file, text in files.items():
            if os.pardir in file.parts or not file.is_relative_to(folder):
                raise SpecloomError(f"{name} has a description that leads out of its folder")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
    except (OSError, ValueError) as error:  # which have the names and texts in them, of any length
        reason = error.strerror if isinstance(error, OSError) else "it has names or texts that no file has"
        raise SpecloomError(f"the description in {name} cannot be written to be read: {reason}") from error
    return Version(
        f"{name}:{last.spec.as_posix()}",
        replace(last, can_skip=False).applied_to(folder / last.spec, folder, tuple(overlays)),
        f"{name}:",
        is_past=True,
        published=SurfaceFile(base[SURFACE], f"{SURFACE} in {name}"),
        is_generated=True,
        top=folder,
    )


def _read_kept(text: str, name: str) -> tuple[dict[str, str], list[str]]:
    """Return the documents, by path, and the overlays that a base has.

    Raises:
        SpecloomError: It has none, or, as anybody may have written it, something else.
    """
    try:
        kept = json.loads(text)
    except (ValueError, RecursionError):
        kept = None
    match kept:
        case {"documents": dict(documents), "overlays": list(overlays)} if all(
            isinstance(each, str) for each in (*documents.values(), *overlays)
        ):
            if len(documents) > _MOST_FILES:
                raise SpecloomError(f"{name} has a description of more than {_MOST_FILES:,} files")
            return documents, overlays
        case dict() if not kept:
            raise SpecloomError(f"Git ignores the description, so {name} has none")
        case _:
            raise SpecloomError(f"what {name} has as a description is none")
