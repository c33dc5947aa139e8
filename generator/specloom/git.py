"""Git, asked through its command line. Nothing here checks anything out or changes a work tree."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from specloom.errors import SpecloomError

__all__ = ["run_git"]

_INHERITED = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX")
"""Set inside hooks, where they would redirect a command that is about another folder."""


def run_git(folder: Path, *arguments: str, stdin: bytes | None = None) -> bytes:
    """Return what `git` prints when it runs in `folder`.

    Args:
        folder: The working directory of the command.
        arguments: Without the program's name.
        stdin: What it reads; nothing by default.

    Raises:
        SpecloomError: Git is not installed, or the command fails; the message is Git's own.
    """
    environment = {name: value for name, value in os.environ.items() if name not in _INHERITED}
    environment |= {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(  # noqa: S603 - arguments are passed as a list, to a program that is named here
            ["git", *arguments],  # noqa: S607 - git is found on the PATH, as users have it
            cwd=folder,
            input=stdin or b"",
            capture_output=True,
            env=environment,
            check=False,
        )
    except FileNotFoundError:
        raise SpecloomError("git is not installed", "install it, or name files instead of revisions") from None
    if done.returncode:
        message = done.stderr.decode(errors="replace").strip().removeprefix("fatal: ").removeprefix("error: ")
        raise SpecloomError(f"git {arguments[0]} failed: {message}")
    return done.stdout
