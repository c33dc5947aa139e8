"""Which files of a vendored client Git ignores: nobody who clones the repository would get them."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

from specloom.errors import SpecloomError
from specloom.git import run_git
from specloom.vendor.settings import find_repository

__all__ = ["list_ignored"]


def list_ignored(folder: Path, paths: Collection[str]) -> tuple[str, ...]:
    """Return those files that Git would leave out of a commit, sorted; none where there is no repository or no Git.

    All rules count: `.gitignore` of any folder, `.git/info/exclude`, and those of the user. A file that is tracked is
    not ignored, whatever they say.

    Args:
        folder: The vendored client.
        paths: The files to look at, relative to it. What is not there is not ignored.
    """
    top = find_repository(folder)
    if top is None:
        return ()
    place = folder.resolve().relative_to(top)
    try:
        listed = run_git(top, "ls-files", "--others", "--ignored", "--exclude-standard", "-z", "--", place.as_posix())
    except SpecloomError:  # Git is not installed, or does not take this for a repository: it commits nothing here
        return ()
    names = (Path(os.fsdecode(name)) for name in listed.split(b"\0")[:-1])
    return tuple(sorted({name.relative_to(place).as_posix() for name in names} & {*paths}))
