"""Vendored clients whose descriptions come with Specloom: what changes for these are the bases of two revisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from specloom.findings import SpecloomError
from specloom.messages import shown_path
from specloom.record import record

if TYPE_CHECKING:
    from specloom.diff.review import Failure
    from specloom.targets.settings import Configuration
    from specloom.vendor.review import Generation


@record
class Bases:
    """A vendored client whose description comes with Specloom, as its bases of two revisions have it.

    Such a description changes when an update brings another version of it.
    """

    name: str
    old: Generation
    new: Generation


def find_bases(
    revision: str, names: Sequence[str], configuration: Configuration, scratch: Path
) -> Iterator[Bases | Failure]:
    """Yield the vendored clients whose descriptions come with Specloom, where both revisions have a base."""
    from specloom.diff.review import Failure
    from specloom.diff.version_pairs import place_in_base
    from specloom.vendor.review import Generation
    from specloom.vendor.surfaces import find_client

    shipped = {name: each for name, each in configuration.vendored.items() if name not in configuration.described}
    for name in names or shipped:
        if name not in shipped:
            continue
        try:
            place = place_in_base(configuration, name, revision, scratch)
            places = f"{revision}:{place}", shown_path(shipped[name].folder)
            clients = find_client(places[0]) if place else None, find_client(places[1])
        except SpecloomError as error:
            yield Failure.of(name, error)
            continue
        old, new = (each and each.base for each in clients)
        if old and new:
            yield Bases(name, Generation(places[0], old), Generation(places[1], new))
