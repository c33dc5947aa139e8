"""Vendored clients whose descriptions come with Specloom: what changes for these are the bases of two revisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from specloom.findings import SpecloomError
from specloom.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from specloom.diff.review import Failure
    from specloom.ir.surface import Surface
    from specloom.targets.settings import Configuration


@record
class Bases:
    """A vendored client whose description comes with Specloom, as its bases of two revisions have it.

    Such a description changes when an update brings another version of it.
    """

    name: str
    old_name: str
    """Revision and folder, as Git has them: `main:src/acme/fixably`."""
    old: Surface
    new: Surface


def find_bases(
    revision: str, names: Sequence[str], configuration: Configuration, scratch: Path
) -> Iterator[Bases | Failure]:
    """Yield the vendored clients whose descriptions come with Specloom, where both revisions have a base."""
    from specloom.diff.review import Failure
    from specloom.diff.version_pairs import place_in_base
    from specloom.vendor.surfaces import find_base_surface

    shipped = {name: each for name, each in configuration.vendored.items() if name not in configuration.described}
    for name in names or shipped:
        if name not in shipped:
            continue
        try:
            place = place_in_base(configuration, name, revision, scratch)
            old_name = f"{revision}:{place}"
            old = None if place is None else find_base_surface(old_name)
            new = find_base_surface(str(shipped[name].folder))
        except SpecloomError as error:
            yield Failure.of(name, error)
            continue
        if old and new:
            yield Bases(name, old_name, old, new)
