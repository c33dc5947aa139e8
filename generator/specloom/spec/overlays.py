"""Which overlay is for which file of a description."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from specloom.findings import DescriptionError, Finding, Location, Severity
from specloom.messages import quoted
from specloom.source import SUFFIXES, SourceFile

if TYPE_CHECKING:
    from specloom.source.overlay import Overlay
    from specloom.spec.files import Retrieval
    from specloom.targets.target import Target


class Overlays:
    """The overlays of a description, by the file that each is for.

    What is for the document that the entry document is another version of is for this one.

    Raises:
        DescriptionError: One cannot be read, is none, or is for another document.
    """

    def __init__(self, target: Target, retrieval: Retrieval, entry: Path, root: Path) -> None:
        paths = target.overlay
        self.sources: tuple[SourceFile, ...] = ()
        """The overlays, in their order."""
        self._may_miss = retrieval.is_past
        self._stands_for = None if target.stands_for is None else Path(os.path.realpath(target.stands_for))
        self._by_file: dict[Path, list[Overlay]] = {}
        self._applied: set[Path] = set()
        self._all: list[Overlay] = []
        if not paths:
            return
        from specloom.source.overlay import load_overlay  # noqa: PLC0415 - few descriptions have overlays

        self._all = [load_overlay(path, name=retrieval.name(Path(os.path.realpath(path)))) for path in paths]
        self.sources = tuple(each.source for each in self._all)
        for path, overlay in zip(paths, self._all, strict=True):
            self._by_file.setdefault(self._extended(overlay, path, entry, root), []).append(overlay)

    def apply_to(self, path: Path, document: SourceFile) -> SourceFile:
        """Return a document, which lies at `path`, with its overlays.

        Raises:
            DescriptionError: An overlay does not fit.
        """
        overlays = self._by_file.get(path)
        if not overlays:
            return document
        from specloom.source.overlay import apply_overlays  # noqa: PLC0415 - as above

        self._applied.add(path)
        if not document.quotable or not isinstance(document.data, (dict, list)):
            message = f"the file that this is for has no part of a description: {document.name}"
            raise DescriptionError([_about_extends(overlays[0], message)])
        return apply_overlays(document, overlays, may_miss=self._may_miss)

    def check(self) -> Iterator[Finding]:
        """Yield what is odd about overlays, and which are for files to which no reference has led."""
        for overlay in self._all:
            yield from overlay.warnings
        for path, overlays in self._by_file.items():
            if path not in self._applied and not self._may_miss:
                message = "no reference leads to the file that this is for"
                yield from (_about_extends(each, message) for each in overlays)

    def _extended(self, overlay: Overlay, path: Path, entry: Path, root: Path) -> Path:
        """Return the file that an overlay is for, which is one of the description."""
        extended = extended_by(overlay, path, entry)
        if extended == self._stands_for:
            return entry
        if extended == entry or (extended.is_relative_to(root) and extended.is_file()):
            return extended
        if self._may_miss:
            return entry
        named = (overlay.extends or "").partition("#")[0]
        message = f"this overlay is for another document than {quoted(entry.name)}: {quoted(named)}"
        raise DescriptionError([_about_extends(overlay, message, "correct 'extends', or leave it out")])


def extended_by(overlay: Overlay, path: Path, entry: Path) -> Path:
    """Return the file that an overlay at `path` is for, whether or not there is one.

    Another address than a relative path is taken for that of the entry document, `entry`.
    """
    named, _, _ = (overlay.extends or "").partition("#")
    if not named or urlsplit(named).scheme:
        return entry
    return Path(os.path.realpath(path.parent / unquote(named)))


def find_overlays(entry: Path) -> list[Path]:
    """Return the overlays that lie beside a description, have "overlay" in their name, and say that they extend it."""
    from specloom.source.overlay import load_overlay  # noqa: PLC0415 - as above

    found, entry = [], entry.resolve()
    for path in sorted(entry.parent.glob("*overlay*")):
        if path.suffix in SUFFIXES and path.is_file():
            with suppress(DescriptionError):
                overlay = load_overlay(path)
                if overlay.extends and extended_by(overlay, path, entry) == entry:
                    found.append(path)
    return found


def _about_extends(overlay: Overlay, message: str, advice: str = "") -> Finding:
    return Finding("overlay-mismatch", Severity.ERROR, message, Location(overlay.source).at("extends"), help=advice)
