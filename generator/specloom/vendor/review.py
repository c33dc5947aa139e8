"""What one generation of a vendored client changes against another: on the wire, and for those who call it.

Both are known by their bases, which have the surfaces and the descriptions; so nothing else has to be there, no
revision and no version of Specloom.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from specloom.diff.loaded import Loaded, Made, load_versions
from specloom.diff.report import Report, build_report, report_clients
from specloom.diff.revision import Version
from specloom.findings import SpecloomError
from specloom.ir.surface import Surface
from specloom.messages import shown_path
from specloom.output.surface_file import SURFACE
from specloom.vendor.base import BASE
from specloom.vendor.description import open_description
from specloom.vendor.surfaces import FoundClient

if TYPE_CHECKING:
    from specloom.vendor.update import Update


class Reviewed(NamedTuple):
    """What changes between two generations of a client."""

    report: Report
    old: Surface
    new: Surface


def review_update(update: Update) -> Reviewed | None:
    """Return what an update changes; None where it changes neither the description nor what callers can write.

    Raises:
        SpecloomError: There is no place for temporary files.
    """
    vendored, generated = update.vendored, update.pristine.generated
    if generated is None or SURFACE not in update.base:
        return None
    old = FoundClient.of_base(shown_path(vendored.folder), update.base)
    new = FoundClient.of_base(vendored.name, update.pristine.tree)
    target = vendored.named_as(update.pristine.manifest.target.package)
    now = Version(shown_path(vendored.spec), target), Made(generated.description, generated.client)
    return review_generations(vendored.name, old, new, {}, now)


def review_generations(
    name: str, old: FoundClient, new: FoundClient, reasons: Mapping[str, str], now: tuple[Version, Made] | None = None
) -> Reviewed | None:
    """Return what is different between two generations of a client, which have their bases; None where that is nothing.

    `reasons` say why changes are accepted, by their ids; `now` is what the new one has been read and made into, if it
    has.

    Raises:
        SpecloomError: A surface is of another version, or there is no place for temporary files.
    """
    note = "both are made from the same description"
    one, other = (each.manifest and (each.manifest.description, each.manifest.target) for each in (old, new))
    if one != other:
        try:
            return _compare_descriptions(name, old, new, reasons, now)
        except SpecloomError as error:
            note = f"{error.message}: what changes on the wire alone was not looked at"
    elif old.file.text == new.file.text:
        return None
    before, after = old.surface, new.surface
    return Reviewed(report_clients((old.name, before), (name, after), reasons, (note,)), before, after)


def _compare_descriptions(
    name: str, old: FoundClient, new: FoundClient, reasons: Mapping[str, str], now: tuple[Version, Made] | None
) -> Reviewed:
    """Return what is different between two descriptions and the clients that were made from them.

    Raises:
        SpecloomError: A base has no description, or one that cannot be used any more.
    """
    with tempfile.TemporaryDirectory(prefix="specloom-") as scratch:
        before = open_description(old.base or {}, f"{old.name}/{BASE}", Path(scratch, "old"))
        after, made = now or (open_description(new.base or {}, f"{new.name}/{BASE}", Path(scratch, "new")), None)
        versions = load_versions((before.before(after), after), made)
    was, becomes = versions.old, versions.new
    if versions.differences is None or was is None or becomes is None or not (was.client and becomes.client):
        raise _unusable(was, becomes)
    report = build_report(name, versions, reasons)
    return Reviewed(report, was.client.surface, becomes.client.surface)


def _unusable(*sides: Loaded | None) -> SpecloomError:
    """Return why descriptions of the past are not compared: today's rules refuse one."""
    side = next(side for side in sides if side and side.client is None)
    first = side.findings[0]
    return SpecloomError(
        f"no client can be made of {side.version.name} any more ({first.location.line}: {first.message})"
    )
