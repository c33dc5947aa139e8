"""Which document of a folder is the entry document of a description."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Final

from specloom.findings import SpecloomError
from specloom.messages import and_more
from specloom.regular_file import read_regular
from specloom.source.file import is_document
from specloom.source.text import SUFFIXES

ENTRIES: Final = tuple(f"{stem}{suffix}" for stem in ("openapi", "swagger") for suffix in SUFFIXES)
"""What the entry document of a folder is called."""
_HEAD: Final = 64 * 1024
_MOST_FILES: Final = 1000
_MOST_NAMED: Final = 5
"""How many documents a message names."""


def choose_entry(folder: str, names: Collection[str]) -> str | None:
    """Return which file of a folder is the entry document, by what it is called; None where none is called so.

    Raises:
        SpecloomError: Several are.
    """
    found = [name for name in ENTRIES if name in names]
    if len(found) > 1:
        raise _ambiguous(folder, found)
    return found[0] if found else None


def find_entry(folder: Path) -> Path:
    """Return the entry document of a folder: the one that is called so, else the only document that lies in it.

    Raises:
        SpecloomError: There is none, or there are several.
    """
    files = [path for path in sorted(folder.iterdir())[:_MOST_FILES] if path.is_file()]
    if entry := choose_entry(str(folder), [path.name for path in files]):
        return folder / entry
    documents = [path for path in files if path.suffix.lower() in SUFFIXES and _begins_as_document(path)]
    if len(documents) > 1:
        raise _ambiguous(str(folder), [path.name for path in documents])
    if not documents:
        raise SpecloomError(
            f"the folder {str(folder)!r} has no OpenAPI document", f"name the document, or call it {ENTRIES[0]}"
        )
    return documents[0]


def _begins_as_document(path: Path) -> bool:
    try:
        return is_document(read_regular(path)[:_HEAD].decode(errors="replace"))
    except OSError:
        return False


def _ambiguous(folder: str, names: Sequence[str]) -> SpecloomError:
    shown = ", ".join((*names[:_MOST_NAMED], *and_more(names, _MOST_NAMED, "and {} more")))
    return SpecloomError(f"the folder {folder!r} has several OpenAPI documents: {shown}", "name one of them")
