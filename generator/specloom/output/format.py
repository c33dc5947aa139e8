"""Formatting of generated Python by ruff: once over all files, the same on every machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from ruff import find_ruff_bin

from specloom.findings import SpecloomError
from specloom.installed import add_command
from specloom.output.folder import write_files
from specloom.output.tree import FileTree
from specloom.targets.table import as_toml

_ALONE: Final = (
    "--isolated",  # no settings file of the surrounding folders or the user
    "--no-cache",
    "--quiet",
    *("--config", "exclude=[]\nextend-exclude=[]\nrespect-gitignore=false"),
)
_SETTINGS: Final = (
    *_ALONE,
    *("--config", 'line-length=100\ntarget-version="py311"'),
    *("--config", "lint.isort.combine-as-imports=true"),
)
_LONGEST: Final = 10_000
"""Characters of somebody's setting: what is longer fits into no command."""
_MANY: Final = 4096
_MEMORY: Final = "/dev/shm"  # noqa: S108 - only the folder in which `tempfile` makes a private one
_ROOM: Final = 8
"""How many times the size of the texts has to be free: others write there as well."""
_FORMATTED: Final[dict[tuple[str, str], str]] = {}
"""Path and text → what became of it: a process that generates again and again has few files to format anew. No file's
format depends on the others, since generated code imports its own modules relatively."""
_INHERITED: Final = ("SYSTEMROOT", "TMPDIR", "TEMP", "TMP")  # what a process needs to start; nothing that ruff reads


def format_files(files: Mapping[str, str]) -> dict[str, str]:
    """Return `files` with the imports of every `.py` file sorted and its code formatted; other files as they are.

    Raises:
        SpecloomError: A file is not valid Python, or ruff cannot be run, or a path is not safe (see `FileTree`).
    """
    sources = {path: text for path, text in files.items() if path.endswith(".py")}
    if not sources:
        return dict(files)
    sources = dict(FileTree(sources))  # proves that no path leaves the folder
    if len(_FORMATTED) > _MANY:
        _FORMATTED.clear()
    if fresh := {path: text for path, text in sources.items() if (path, text) not in _FORMATTED}:
        sorting = ("check", *_SETTINGS, "--select=I", "--fix", "--output-format=concise")
        formatted = _worked_on(fresh, [sorting, ("format", *_SETTINGS)], must=True)
        _FORMATTED.update({(path, fresh[path]): text for path, text in formatted.items()})
    return {path: _FORMATTED[path, sources[path]] if path in sources else text for path, text in files.items()}


def format_as(files: Mapping[str, str], settings: Mapping[str, object], *, sorts: bool) -> dict[str, str]:
    """Return Python files as somebody else's settings want them; what ruff cannot read, or do by these, stays as it is.

    Settings of ruff go by their dotted names. They only say how code is written: nothing in them is run. `sorts`:
    imports are sorted as well.

    Raises:
        SpecloomError: As `format_files`, invalid Python apart.
    """
    said = (f"{key}={as_toml(value)}" for key, value in settings.items())
    options = (*_ALONE, *(word for each in said if len(each) < _LONGEST for word in ("--config", each)))
    sorting = [("check", *options, "--select=I", "--fix-only", "--exit-zero")] if sorts else []
    return _worked_on(FileTree(files), [*sorting, ("format", *options)], must=False) if files else {}


def _worked_on(sources: Mapping[str, str], commands: Iterable[Sequence[str]], *, must: bool) -> dict[str, str]:
    """Return what becomes of texts in a temporary folder by commands of ruff, which `must` succeed."""
    try:
        with tempfile.TemporaryDirectory(prefix="specloom-", dir=_memory(sum(map(len, sources.values())))) as name:
            folder = Path(name)
            write_files(folder, sources.items())
            for command in commands:
                result = _run(*command, ".", folder=folder)
                if must and result.returncode:
                    told = filter(None, map(str.strip, (result.stderr + result.stdout).splitlines()))
                    reason = next(told, f"exit code {result.returncode}")
                    message = f"ruff could not format the generated code: {reason}"
                    raise SpecloomError(message, "please report this as a bug in Specloom")
            return {path: (folder / path).read_bytes().decode() for path in sources}
    except OSError as error:
        raise SpecloomError(
            f"cannot keep the files that are to be formatted: {error.strerror or error}",
            "make space where temporary files go, or name another folder in the environment variable TMPDIR",
        ) from error


def _memory(size: int) -> str | None:
    """Return the folder of files that the system keeps in memory, if it has one with room for texts of some size.

    ruff overwrites all files, twice. Disks get what is overwritten at once (ext4 does so), and nothing can be removed
    before: on a busy one that takes longer than all the rest. A folder that somebody has named for temporary files goes
    first.
    """
    named = any(name in os.environ for name in ("TMPDIR", "TEMP", "TMP"))
    if named or not os.access(_MEMORY, os.R_OK | os.W_OK | os.X_OK):
        return None
    return _MEMORY if shutil.disk_usage(_MEMORY).free > size * _ROOM else None


def _run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: os.environ[name] for name in _INHERITED if name in os.environ}
    try:
        done = subprocess.run(  # noqa: S603 - our own binary and our own arguments, no shell
            [find_ruff_bin(), *arguments],
            cwd=folder,
            env={**environment, "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise SpecloomError(
            f"cannot run ruff, which formats generated code: {error}", f"run: {add_command('ruff')}"
        ) from error
    if done.returncode < 0:  # whatever it has written by then, some files are formatted and others are not
        raise SpecloomError(
            f"ruff, which formats generated code, was ended by signal {-done.returncode}", "run the command again"
        )
    return done
