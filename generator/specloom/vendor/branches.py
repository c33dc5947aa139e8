"""The base of a client where two branches meet that both updated it.

Git keeps the base of one branch in the work tree, and merges the code of both. What the other branch's update brought
would look like edits then, so the bases are merged as well, file by file, as Git merged the code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from specloom.findings import SpecloomError
from specloom.output.manifest import MANIFEST, parse_manifest
from specloom.output.surface_file import SURFACE
from specloom.output.tools import is_newer
from specloom.vendor.base import BASE, parse_base
from specloom.vendor.git_index import unmerged_versions
from specloom.vendor.merge import merge_texts
from specloom.vendor.pristine import with_files

if TYPE_CHECKING:
    from pathlib import Path

    from specloom.output.tree import FileTree


def join_bases(folder: Path, ours: FileTree) -> FileTree:
    """Return what both branches of a merge under way have as the base; without one, the base that lies in the folder.

    Where both changed the same lines, and of what no merge is made, it is that of the folder. The manifest is, too,
    unless a newer Specloom wrote the other: no older one may update what is merged from it.

    Args:
        folder: The vendored client.
        ours: The base that lies there.
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
        for path in sorted((ours.keys() | theirs.keys()) - {MANIFEST})
        if (text := _joined(path, first.get(path), ours.get(path), theirs.get(path))) is not None
    }
    manifests = [parse_manifest(side[MANIFEST]) for side in (ours, theirs)]
    newest = next((each for each in manifests if is_newer(each.tools.specloom)), manifests[0])
    return with_files(newest, files)


def _joined(path: str, first: str | None, ours: str | None, theirs: str | None) -> str | None:
    if first == ours and path != SURFACE:
        return theirs
    if first == theirs or ours is None or theirs is None or path == SURFACE:
        return ours
    merge = merge_texts(first or "", ours, theirs)
    return ours if merge.conflicts else merge.text
