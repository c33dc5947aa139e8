"""What the consumer did to a vendored client, and whether there is something to update. Generates nothing."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from specloom.findings import SpecloomError
from specloom.output.manifest import MANIFEST, Manifest, digest_document, parse_manifest, read_manifest
from specloom.output.tools import current_tools, is_newer
from specloom.output.tree import digest_of
from specloom.record import record
from specloom.targets.target import Target, list_changes
from specloom.vendor.base import BASE, read_base, without_state
from specloom.vendor.folder import Content, is_moved_aside, list_ignored, read_folder
from specloom.vendor.update import newest_version, unresolved_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


@record
class Status:
    """One vendored client. All paths are sorted; `manifest.json` and the base are in none of the lists."""

    vendored: Target
    untouched: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    """Files that the last generation did not have, a repository's own as one; none while nothing says which it had."""
    unresolved: tuple[str, ...] = ()
    """Files with conflict markers, which are edited or added as well."""
    damage: tuple[str, ...] = ()
    """Why the state beside the client is not what Specloom wrote, in sentences without full stops."""
    updates: tuple[str, ...] = ()
    """Why there is something to update, likewise."""
    left_out: tuple[str, ...] = ()
    """Files that you deleted, or of which you made something that is no text, and of which an update was left out."""
    ignored: tuple[str, ...] = ()
    """Files of the client that Git would leave out of a commit."""
    needs_specloom: str = ""
    """The newer version that generated the client, if one did: no older one may update it."""

    @property
    def is_well(self) -> bool:
        """Whether an update could run, and the last one left nothing for a person to decide."""
        return not (self.unresolved or self.damage or self.left_out or self.needs_specloom)


def read_status(vendored: Target) -> Status:
    """Compare a vendored client with its base, and its manifest with the description and the tools of today.

    Raises:
        SpecloomError: Files cannot be read.
    """
    yours = read_folder(vendored.folder)
    if not yours:
        aside = "; a run that was killed moved it aside, and an update puts it back"
        why = f"there is no client in the folder{aside if is_moved_aside(vendored.folder) else ''}"
        return Status(vendored, damage=(why,))
    base, manifest, damage = _read_state(vendored.folder, yours.get(MANIFEST))
    digests = without_state({path: entry.sha256 for path, entry in manifest.files.items()}) if manifest else {}
    files = {path: content.text for path, content in yours.items() if path not in {MANIFEST, BASE}}
    generated = newest_version(manifest, yours.get(MANIFEST)) if manifest else ""
    untouched = {path for path, text in files.items() if text is not None and digest_of(text) == digests.get(path)}
    return Status(
        vendored,
        untouched=tuple(sorted(untouched)),
        edited=tuple(sorted((digests.keys() & files.keys()) - untouched)),
        deleted=tuple(sorted(digests.keys() - files.keys())),
        added=tuple(sorted({_as_one(path) for path in files.keys() - digests.keys()})) if manifest else (),
        unresolved=unresolved_files(yours, base or dict.fromkeys(digests, "")),
        damage=damage,
        updates=tuple(_updates(vendored, manifest)) if manifest and not is_newer(generated) else (),
        left_out=manifest.left_out if manifest else (),
        ignored=list_ignored(vendored.folder, {*digests, MANIFEST, BASE}),
        needs_specloom=generated if is_newer(generated) else "",
    )


def _as_one(path: str) -> str:
    """Return the path, or for what a repository inside the client keeps for itself that of its `.git`."""
    front, is_inside, _ = f"/{path}".partition("/.git/")
    return f"{front}/.git"[1:] if is_inside else path


def _read_state(
    folder: Path, written: Content | None
) -> tuple[Mapping[str, str] | None, Manifest | None, tuple[str, ...]]:
    """Return the base, the manifest of the last generation (of the base if possible), and what is wrong with them."""
    try:
        base = read_base(folder)
        damage = f"{BASE} is missing"
    except SpecloomError as error:
        base, damage = None, error.message
    if base is None:
        return None, *_read_manifest(folder, damage)
    if written is None or written.text != base[MANIFEST]:
        damage = f"{MANIFEST} is {'missing' if written is None else 'not the one of ' + BASE}; an update restores it"
        return base, parse_manifest(base[MANIFEST]), (damage,)
    return base, parse_manifest(base[MANIFEST]), ()


def _read_manifest(folder: Path, damage: str) -> tuple[Manifest | None, tuple[str, ...]]:
    """Return the manifest beside a base that is lost, and what is wrong with the base and with it."""
    try:
        manifest = read_manifest(folder)
    except SpecloomError as error:
        return None, (damage, error.message)
    return manifest, (damage,) if manifest else (damage, f"{MANIFEST} is missing")


def _updates(vendored: Target, manifest: Manifest) -> Iterator[str]:
    if changed := ", ".join(_changed_documents(vendored, manifest)):
        yield f"the description changed: {changed}"
    if changed := ", ".join(list_changes(manifest.target, vendored.named_as(manifest.target.package))):
        yield f"the settings changed: {changed}"
    now = current_tools()
    tools = [field.name for field in fields(now) if getattr(now, field.name) != getattr(manifest.tools, field.name)]
    if tools:
        yield f"the client was generated by other versions of {', '.join(tools)}"


def _changed_documents(vendored: Target, manifest: Manifest) -> Iterator[str]:
    try:
        is_entry = vendored.recorded().spec == manifest.target.spec
    except ValueError:
        is_entry = False
    if not is_entry:
        yield vendored.spec.name
        return
    for path, digest in manifest.description.files.items():
        try:
            if digest_document(vendored.documents / path) != digest:
                yield path
        except FileNotFoundError:
            yield f"{path} is missing"
        except OSError as error:
            yield f"{path} cannot be read, {error.strerror}"
    for overlay, digest in zip(vendored.overlay, manifest.description.overlays, strict=False):
        try:
            if digest_document(overlay) != digest:
                yield overlay.name
        except OSError:
            yield f"{overlay.name} is missing"
