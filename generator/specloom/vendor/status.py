"""What the consumer did to a vendored client, and whether there is something to update, and whether that can be done.

Writes nothing, and makes no code: a description that changed is read, to say what is wrong in it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from specloom.findings import DescriptionError, Finding, SpecloomError
from specloom.output.current import list_updates
from specloom.output.manifest import MANIFEST, Manifest, parse_manifest, read_manifest
from specloom.output.tools import is_newer
from specloom.output.tree import digest_of
from specloom.record import record
from specloom.targets.target import Target
from specloom.vendor.absent import find_sparse, missing_base, no_client
from specloom.vendor.base import BASE, is_state, read_base, without_state
from specloom.vendor.folder import Content, list_ignored, read_folder
from specloom.vendor.formatting import as_yours
from specloom.vendor.git_index import unmerged_state
from specloom.vendor.last_generation import LastGeneration, find_last
from specloom.vendor.surfaces import find_published
from specloom.vendor.undo import way_back
from specloom.vendor.update import newest_version, unresolved_files


@record
class Status:
    """One vendored client. All paths are sorted; `manifest.json` and the base are in none of the lists."""

    vendored: Target
    untouched: tuple[str, ...] = ()
    formatted: tuple[str, ...] = ()
    """Files that say the same and are written otherwise."""
    following: tuple[str, ...] = ()
    """Files that say the same but for where a file that moved is imported from."""
    edited: tuple[str, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    """Files that lie elsewhere: the path at which they are generated, and the one at which they are; these may be
    edited as well."""
    deleted: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    """Files that the last generation did not have, a repository's own as one; none while nothing says which it had."""
    unresolved: tuple[str, ...] = ()
    """Files with conflict markers, which are edited or added as well."""
    way_back: str = ""
    """How to get rid of these conflicts without deciding them."""
    unmerged: tuple[str, ...] = ()
    """Which of the manifest and the base Git has as unmerged: both branches of a merge updated the client."""
    damage: tuple[str, ...] = ()
    """Why the state beside the client is not what Specloom wrote, in sentences without full stops."""
    updates: tuple[str, ...] = ()
    """Why there is something to update, likewise; nothing while the description has problems."""
    problems: tuple[Finding, ...] = ()
    """What is wrong with a description that is another than that of the last generation, so that no client can be made
    of it."""
    left_out: tuple[str, ...] = ()
    """Files that you deleted, or of which you made something that is no text, and of which an update was left out."""
    ignored: tuple[str, ...] = ()
    """Files of the client that Git would leave out of a commit."""
    needs_specloom: str = ""
    """The newer version that generated the client, if one did: no older one may update it."""

    @property
    def is_well(self) -> bool:
        """Whether an update could run, and the last one left nothing for a person to decide."""
        return not (
            self.unresolved or self.unmerged or self.damage or self.left_out or self.needs_specloom or self.problems
        )

    def fails(self, *, check: bool) -> bool:
        """Return whether a person is needed, or, if `check`, there is something to update."""
        return not self.is_well or (check and bool(self.updates))


def read_status(vendored: Target) -> Status:
    """Compare a vendored client with its base, and its manifest with the description and the tools of today.

    Raises:
        SpecloomError: Files cannot be read.
    """
    yours = read_folder(vendored.folder)
    if not yours:
        return Status(vendored, damage=(no_client(vendored).with_help,))
    last, manifest, damage = _read_state(vendored.folder, yours)
    digests = without_state({path: entry.sha256 for path, entry in manifest.files.items()}) if manifest else {}
    if not digests.keys() <= yours.keys() and (sparse := find_sparse(vendored)):
        return Status(vendored, damage=(*damage, sparse.with_help))
    files = {path: content.text for path, content in yours.items() if not is_state(path)}
    version = newest_version(manifest, yours.get(MANIFEST)) if manifest else ""
    untouched = {path for path, text in files.items() if text is not None and digest_of(text) == digests.get(path)}
    generated, places = last.files, {*last.moves.values()}
    changed = {*digests.keys() & files.keys(), *places} - untouched
    both = ((path, generated[path], last.texts.get(path)) for path in changed & generated.keys())
    formatted = {path for path, before, after in both if as_yours(path, before, after) == after}
    following = {path for path in formatted if last.base and generated[path] != last.base.get(path)} - places
    unresolved = unresolved_files(yours, generated or dict.fromkeys(digests, ""))
    updates = tuple(list_updates(vendored, manifest)) if manifest and not is_newer(version) else ()
    problems = _find_problems(vendored) if updates else ()
    unmerged = unmerged_state(vendored.folder) if last.base and damage else ()
    return Status(
        vendored,
        untouched=tuple(sorted(untouched)),
        formatted=tuple(sorted(formatted - places - following)),
        following=tuple(sorted(following)),
        moved=tuple(sorted(last.moves.items())),
        edited=tuple(sorted(changed - formatted)),
        deleted=tuple(sorted(digests.keys() - files.keys() - last.moves.keys())),
        added=tuple(sorted({_as_one(path) for path in files.keys() - digests.keys() - places})) if manifest else (),
        unresolved=unresolved,
        way_back=way_back(vendored, unresolved, yours) if unresolved else "",
        unmerged=unmerged,
        damage=() if unmerged else damage,
        updates=() if problems else updates,
        problems=problems,
        left_out=manifest.left_out if manifest else (),
        ignored=list_ignored(vendored.folder, {*digests, MANIFEST, BASE}),
        needs_specloom=version if is_newer(version) else "",
    )


def _find_problems(vendored: Target) -> tuple[Finding, ...]:
    """Return what is wrong with the description of a client, so that none can be made of it now."""
    from specloom.ir.published import build_published, load_published  # noqa: PLC0415 - most clients are up to date

    published = find_published(vendored)
    try:
        build_published(load_published(vendored, published), vendored, published)
    except DescriptionError as error:
        return tuple(finding for finding in error.findings if finding.severity.stops)
    return ()


def _as_one(path: str) -> str:
    """Return the path, or for what a repository inside the client keeps for itself that of its `.git`."""
    front, is_inside, _ = f"/{path}".partition("/.git/")
    return f"{front}/.git"[1:] if is_inside else path


def _read_state(folder: Path, yours: Mapping[str, Content]) -> tuple[LastGeneration, Manifest | None, tuple[str, ...]]:
    """Return the last generation, its manifest (of the base if possible), and what is wrong with them."""
    try:
        stored, damage = read_base(folder), ""
    except SpecloomError as error:
        stored, damage = None, error.message
    last = find_last(folder, stored, yours)
    if last.base is None:
        return last, *_read_manifest(folder, damage or missing_base(folder))
    written = yours.get(MANIFEST)
    if written is None or not _is_manifest_of(last.base, written):
        damage = f"{MANIFEST} is {'missing' if written is None else 'not the one of ' + BASE}; an update restores it"
        return last, parse_manifest(last.base[MANIFEST]), (damage,)
    return last, parse_manifest(last.base[MANIFEST]), ()


def _is_manifest_of(base: Mapping[str, str], written: Content) -> bool:
    """Return whether a manifest says what that of the base does, however a formatter wrote it."""
    if written.text == base[MANIFEST]:
        return True
    try:
        return bool(json.loads(written.text or "") == json.loads(base[MANIFEST]))
    except (ValueError, RecursionError):
        return False


def _read_manifest(folder: Path, damage: str) -> tuple[Manifest | None, tuple[str, ...]]:
    """Return the manifest beside a base that is lost, and what is wrong with the base and with it."""
    try:
        manifest = read_manifest(folder)
    except SpecloomError as error:
        return None, (damage, error.message)
    return manifest, (damage,) if manifest else (damage, f"{MANIFEST} is missing")
