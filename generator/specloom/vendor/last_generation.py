"""The last generation of a client, which tells edits from what was generated, and where its files lie now.

Where two branches meet that both updated the client, Git keeps the base of one in the work tree, and merges the code of
both. What the other branch's update brought would look like edits then, so the bases are merged as well, file by file,
as Git merged the code.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from specloom.findings import SpecloomError
from specloom.output.manifest import MANIFEST, parse_manifest
from specloom.output.tools import is_newer
from specloom.output.tree import FileTree
from specloom.record import record
from specloom.vendor.base import BASE, ONLY_IN_BASE, parse_base, without_state
from specloom.vendor.folder import Content, texts_of
from specloom.vendor.git_index import unmerged_versions
from specloom.vendor.merge import distance, merge_texts
from specloom.vendor.moves import find_moves, follow_moves
from specloom.vendor.pristine import with_files


@record
class LastGeneration:
    """The last generation of a client, and where its files lie now."""

    base: FileTree | None
    """As it was generated: path → text, of both branches of a merge under way; None where it is lost."""
    texts: Mapping[str, str]
    """What lies in the folder, by path."""
    moves: Mapping[str, str]
    """As of `find_moves`."""
    files: Mapping[str, str]
    """The base as of `follow_moves`, without what is Specloom's own."""


def find_last(folder: Path, stored: FileTree | None, yours: Mapping[str, Content]) -> LastGeneration:
    """Return the last generation with its files where they lie now.

    `stored` is the base that lies there, if one does.
    """
    texts = texts_of(yours)
    base = stored and _join_bases(folder, stored, texts)
    files = without_state(base or {})
    moves = find_moves(files, texts, yours)
    return LastGeneration(base, texts, moves, follow_moves(files, moves, texts))


def _join_bases(folder: Path, ours: FileTree, yours: Mapping[str, str]) -> FileTree:
    """Return what both branches of a merge under way have as the base; without one, the base that lies in the folder.

    Where both changed the same lines, and of what no merge is made, it is that of the folder. Where somebody took the
    file of one branch as a whole, it is that branch's. The manifest is that of the folder, too, unless a newer Specloom
    wrote the other: no older one may update what is merged from it.
    """
    versions = unmerged_versions(folder, BASE)
    if versions is None:
        return ours
    try:
        first, *sides = (parse_base(content, BASE) for content in versions)
    except SpecloomError:  # one is of another time: that of the folder will do
        return ours
    if dict(ours) not in map(dict, sides):  # an update has been there since
        return ours
    theirs = next((side for side in sides if dict(side) != dict(ours)), ours)
    files = {
        path: text
        for path in sorted((ours.keys() | theirs.keys()) - {MANIFEST, *ONLY_IN_BASE})
        if (text := _joined(first.get(path), ours.get(path), theirs.get(path), yours.get(path))) is not None
    }
    manifests = [parse_manifest(side[MANIFEST]) for side in (ours, theirs)]
    newest = next((each for each in manifests if is_newer(each.tools.specloom)), manifests[0])
    return with_files(newest, files | {path: ours[path] for path in ONLY_IN_BASE & ours.keys()})


def _joined(first: str | None, ours: str | None, theirs: str | None, yours: str | None) -> str | None:
    """Return the text of the base which a file has come from: the merged one, or that of one branch."""
    if first == ours:
        merged = theirs
    elif first == theirs or ours is None or theirs is None:
        merged = ours
    else:
        merge = merge_texts(first or "", ours, theirs)
        merged = ours if merge.conflicts else merge.text
    if yours is None or ours == theirs:
        return merged
    return min((merged, ours, theirs), key=lambda text: distance(text or "", yours))
