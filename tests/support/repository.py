"""Real git repositories for tests, whatever the settings of whoever runs them."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["Repository"]

_IDENTITY = {
    "GIT_AUTHOR_NAME": "Ada",
    "GIT_AUTHOR_EMAIL": "ada@example.com",
    "GIT_COMMITTER_NAME": "Ada",
    "GIT_COMMITTER_EMAIL": "ada@example.com",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


class Repository:
    """A repository of one branch, `main`, in a folder that it makes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str, stdin: bytes = b"") -> str:
        """Run git in the folder; return what it prints, without the last line end."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | _IDENTITY
        command = ["git", *arguments]
        done = subprocess.run(command, cwd=self.folder, input=stdin, capture_output=True, env=environment, check=True)
        return done.stdout.decode().removesuffix("\n")

    def write(self, files: Mapping[str, str]) -> None:
        """Write files, by their paths in the folder."""
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")

    def commit(self, files: Mapping[str, str] | None = None) -> str:
        """Write files and commit everything; return the commit's id."""
        self.write(files or {})
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "x")
        return self.git("rev-parse", "HEAD")

    def commit_tree(self, entries: Mapping[str, tuple[str, str]]) -> str:
        """Commit a tree that no work tree can have, beside the branch.

        Args:
            entries: Name → mode and content, one level deep; a name may have any character but NUL.
        """
        tree = b""
        for name, (mode, content) in sorted(entries.items()):
            blob = self.git("hash-object", "-w", "--stdin", stdin=content.encode())
            tree += f"{mode} {name}".encode() + b"\0" + bytes.fromhex(blob)
        written = self.git("hash-object", "-w", "--literally", "-t", "tree", "--stdin", stdin=tree)
        return self.git("commit-tree", written, "-m", "x")
