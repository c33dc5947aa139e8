"""Why a generated client on disk is not what would be generated now.

The manifest on disk tells the reasons apart: a file that differs from it was edited by hand, other digests of the
description mean that the description changed, other versions mean that the tool did. A new version of the tool is
never reported as a change of the description.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from enum import IntEnum
from pathlib import Path

from specloom.output.folder import scan_texts
from specloom.output.manifest import MANIFEST, Manifest, parse_manifest, read_manifest
from specloom.output.tree import FileTree

__all__ = ["Comparison", "Drift", "Verdict", "compare"]


class Drift(IntEnum):
    """The kinds of difference; the values are the exit codes of `specloom check`."""

    DESCRIPTION_CHANGED = 10
    EDITED_BY_HAND = 11
    TOOL_DIFFERS = 12
    FILES_DIFFER = 13


@dataclass(frozen=True, slots=True)
class Verdict:
    """One reason why a client is not current."""

    drift: Drift
    message: str
    """One sentence without a full stop, that adds to the name of the drift."""
    files: tuple[str, ...]
    """The files it is about, sorted: paths in the client, for a changed description those of its documents."""
    command: str
    """The command that mends it. It does so also while the other verdicts hold."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The verdicts on one client, by exit code; none when it is current."""

    folder: Path
    verdicts: tuple[Verdict, ...]

    @property
    def exit_code(self) -> int:
        """0 when the client is current, else the lowest code of its verdicts."""
        return min((verdict.drift.value for verdict in self.verdicts), default=0)


def compare(
    tree: FileTree, folder: Path, *, command: str = "specloom generate", documents: Path | None = None
) -> Comparison:
    """Return how `folder` differs from `tree`, what would be generated now.

    Args:
        tree: The generated client, its manifest included.
        folder: Where the client lies.
        command: What generates this client.
        documents: The folder of the description, as verdicts should name it.

    Raises:
        SpecloomError: The folder or its manifest cannot be read.
    """
    found = scan_texts(folder)
    old = read_manifest(folder)
    if old is None:
        return Comparison(folder, (_nothing_verdict(found, command),))
    new = parse_manifest(tree[MANIFEST])
    edited = _edited(tree, old, found)
    mend = f"{command} --force" if edited else command
    verdicts = (
        *_description_verdicts(old, new, documents or Path(), mend),
        *_edit_verdicts(edited, mend),
        *_tool_verdicts(old, new, mend),
        *_missing_verdicts(old, found, mend),
        *_left_over_verdicts(tree, old, found, folder),
    )
    return Comparison(folder, verdicts or tuple(_rest_verdicts(tree, found, command)))


def _nothing_verdict(found: dict[str, str | None], command: str) -> Verdict:
    if not found:
        return Verdict(Drift.FILES_DIFFER, "there is no client yet", (MANIFEST,), command)
    message = f"{MANIFEST} is missing; restore it, or generate between the files that are there"
    return Verdict(Drift.FILES_DIFFER, message, (MANIFEST,), f"{command} --force")


def _description_verdicts(old: Manifest, new: Manifest, documents: Path, command: str) -> Iterator[Verdict]:
    if changed := _changed_documents(old, new):
        message = f"{_count(changed, 'document')} differing from what the client was generated from"
        files = tuple((documents / path).as_posix() for path in changed)
        yield Verdict(Drift.DESCRIPTION_CHANGED, message, files, command)
    if options := ", ".join(_option_changes(old, new)):
        yield Verdict(Drift.DESCRIPTION_CHANGED, f"by its settings: {options}", (MANIFEST,), command)


def _changed_documents(old: Manifest, new: Manifest) -> tuple[str, ...]:
    """Return the documents that changed, with those that came and went.

    Where the entry document and every document that both list are the same, another list of documents is the doing of
    the tool or of an option, which have verdicts of their own.
    """
    before, after = old.description.files, new.description.files
    differing = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    if old.description.entry != new.description.entry or not differing.isdisjoint(before.keys() & after.keys()):
        return _sorted(differing or {new.description.entry})
    return ()


def _option_changes(old: Manifest, new: Manifest) -> Iterator[str]:
    if old.package != new.package:
        yield f"package {old.package or 'by default'} → {new.package or 'by default'}"
    for option, before, after in (("skip", old.skip, new.skip), ("only", old.only, new.only)):
        if before != after:
            yield f"{option} [{', '.join(before)}] → [{', '.join(after)}]"


def _edited(tree: FileTree, old: Manifest, found: dict[str, str | None]) -> tuple[str, ...]:
    """Return the files that are neither what was generated nor what would be: two merged branches may be the latter."""
    new = tree.digests()
    return _sorted(
        path
        for path, entry in old.files.items()
        if path in found and found[path] != entry.sha256 and found[path] != new.get(path, "")
    )


def _edit_verdicts(edited: tuple[str, ...], command: str) -> Iterator[Verdict]:
    if edited:
        message = f"{_count(edited)} no longer as generated; --force overwrites the edits"
        yield Verdict(Drift.EDITED_BY_HAND, message, edited, command)


def _tool_verdicts(old: Manifest, new: Manifest, command: str) -> Iterator[Verdict]:
    changes = [
        _version_change(field.name, before, after)
        for field in fields(old.tools)
        if (before := getattr(old.tools, field.name)) != (after := getattr(new.tools, field.name))
    ]
    if changes:
        yield Verdict(Drift.TOOL_DIFFERS, ", ".join(changes), _sorted({MANIFEST, *_differing(old, new)}), command)


def _version_change(tool: str, before: str, after: str) -> str:
    if tool == "templates":
        return f"{tool} {before[:12]} → {after[:12]}"
    (old_name, _, old_version), (name, _, version) = before.rpartition(" "), after.rpartition(" ")
    if old_name != name:
        return f"{before} → {after}"
    return f"{name or tool} {old_version} → {version}"


def _differing(old: Manifest, new: Manifest) -> Iterator[str]:
    """Yield what the tools generate differently: unknown where the description or an option changed as well."""
    if old.description == new.description and not any(_option_changes(old, new)):
        yield from (path for path in old.files.keys() | new.files.keys() if old.files.get(path) != new.files.get(path))


def _missing_verdicts(old: Manifest, found: dict[str, str | None], command: str) -> Iterator[Verdict]:
    if missing := _sorted(old.files.keys() - found.keys()):
        yield Verdict(Drift.FILES_DIFFER, f"{_count(missing)} missing", missing, command)


def _left_over_verdicts(tree: FileTree, old: Manifest, found: dict[str, str | None], folder: Path) -> Iterator[Verdict]:
    """Judge Python files that the manifest knows nothing of.

    Other files that are not ours (settings of tools, notes) are nobody's mistake: only Python becomes part of the
    client by lying there.
    """
    known = old.files.keys() | {path for path, digest in tree.digests().items() if found.get(path) == digest}
    if left_over := _sorted(path for path in found if path not in known and path.endswith((".py", ".pyi"))):
        message = f"{_count(left_over)} not generated by Specloom; move what you need elsewhere"
        remove = shlex.join(["rm", "--", *((folder / path).as_posix() for path in left_over)])
        yield Verdict(Drift.FILES_DIFFER, message, left_over, remove)


def _rest_verdicts(tree: FileTree, found: dict[str, str | None], command: str) -> Iterator[Verdict]:
    """Judge what the manifest does not explain: it was edited too, or the generator was, under the same version."""
    differing = _sorted(path for path, digest in tree.digests().items() if found.get(path) != digest)
    if differing == (MANIFEST,):
        yield Verdict(Drift.EDITED_BY_HAND, "the manifest is not as generated", differing, command)
    elif differing:
        message = "the same version of Specloom now generates something else"
        yield Verdict(Drift.TOOL_DIFFERS, message, differing, command)


def _count(paths: tuple[str, ...], what: str = "file") -> str:
    return f"1 {what}" if len(paths) == 1 else f"{len(paths)} {what}s"


def _sorted(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(paths))
