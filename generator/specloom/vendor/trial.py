"""Importing a client in a temporary place before it becomes the consumer's: a merge can be clean and still be wrong.

Every module that was generated is imported, by another process, in which the client is a package of its own, and so is
what its functions import when they are called. What was added by hand is there to be imported but is not imported for
its own sake: it may be a script.
"""

from __future__ import annotations

import ast
import errno
import os
import subprocess
import sys
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from enum import Enum
from pathlib import Path
from typing import Final

from specloom.findings import SpecloomError
from specloom.git import find_repository, folders_up, is_of_commits
from specloom.output.folder import last_words, run_beside
from specloom.output.tree import with_line_feeds
from specloom.targets.libraries import HTTPX
from specloom.targets.target import is_project
from specloom.vendor.merge import count_markers

_PROGRAM: Final = Path(__file__).with_name("import_modules.py")
_PLACES: Final = ("bin/python", "Scripts/python.exe", "python.exe")
"""Where environments have their interpreter; the last is conda's on Windows."""
_PATIENCE: Final = 60
"""Seconds after which an interpreter, or an import, is not waited for any longer."""


class Trial(Enum):
    """How an import ended; a failure comes with what Python said."""

    IMPORTED = "imported"
    MISSING = "missing"
    """The environment lacks what clients need or cannot be run, so nothing was tried."""
    FAILED = "failed"


def list_interpreters(folder: Path) -> tuple[Path, ...]:
    """Return the interpreters that a client may be meant for, the most likely one first.

    These are that of the virtual environment that is activated, that of the nearest `.venv` above the client, up to its
    repository or, outside of any, its project, that of the environment of conda, whose base may be active everywhere,
    and the one that runs this. An environment that a commit brought is none: whoever wrote it would run what he likes.
    """
    top = find_repository(folder)
    environments = [*_activated("VIRTUAL_ENV")]
    for parent in folders_up(folder)[1:]:
        environments.append(parent / ".venv")
        if top is None and is_project(parent):
            break
    environments += _activated("CONDA_PREFIX")
    found = ((each, each / place) for each in environments for place in _PLACES)
    # In folders of another user, `is_file` would raise.
    there = ((each, python) for each, python in found if os.access(python, os.F_OK) and python.is_file())
    return (*(python for each, python in there if not _is_of_commits(each, top)), Path(sys.executable))


def _activated(variable: str) -> Iterator[Path]:
    """Yield the environment that a shell has activated, if it has: the variable names it."""
    if activated := os.environ.get(variable):
        yield Path(activated).absolute()


def _is_of_commits(environment: Path, top: Path | None) -> bool:
    place = environment.parent.resolve() / environment.name
    return top is not None and place.is_relative_to(top) and is_of_commits(top, place)


def choose_interpreter(folder: Path, http: Collection[str]) -> Path:
    """Return the first of the interpreters for some code that has what clients need.

    Raises:
        SpecloomError: None has.
    """
    interpreters = list_interpreters(folder)
    for each in interpreters:
        with suppress(OSError):  # it cannot be run, or does not end
            if _run({}, "", (), each, http).returncode == 0:
                return each
    listed, needed = ", ".join(map(str, interpreters)), ", ".join(sorted(http))
    raise SpecloomError(
        f"no Python has what the client needs, {needed} and pydantic: {listed}",
        "activate the environment that the code runs in, or install them there",
    )


def try_import(
    files: Mapping[str, bytes],
    package: str,
    modules: Collection[str],
    interpreters: Collection[Path],
    http: str = HTTPX,
) -> tuple[Trial, str]:
    """Import a client; return how it ended, and the module and error, or what of an environment is missing.

    All `files` are there, and those of `modules` are imported that are Python, with the first of the interpreters that
    has what clients need.

    Raises:
        SpecloomError: There is no temporary place, or no process.
    """
    for interpreter in interpreters:
        outcome, detail = _try_import(files, package, modules, interpreter, http)
        if outcome is not Trial.MISSING:
            break
    return outcome, detail


def _try_import(
    files: Mapping[str, bytes], package: str, modules: Collection[str], interpreter: Path, http: str
) -> tuple[Trial, str]:
    paths = sorted(path for path in modules if path.endswith(".py") and path in files)
    names = [".".join([package, *path.removesuffix(".py").split("/")]).removesuffix(".__init__") for path in paths]
    try:
        done = _run(files, package, names, interpreter, (http,))
    except OSError as error:
        if error.filename == str(interpreter.absolute()):
            return Trial.MISSING, f"{interpreter} cannot be run: {error.strerror}"
        raise SpecloomError(
            f"the client cannot be imported in a temporary place: {error}",
            "nothing was changed; let TMPDIR name a folder that has space and may be written to, or add --no-import",
        ) from error
    if done.returncode == 0 and done.stdout.rstrip().endswith("imported"):
        return Trial.IMPORTED, ""
    last = last_words(done)
    kind, _, detail = last.partition(" ")
    if kind == "missing":
        return Trial.MISSING, f"{interpreter} has no {detail}"
    if not done.stdout:  # it did not get as far as the first module: what it was built on is gone, or it is too old
        return Trial.MISSING, f"{interpreter} cannot be run: {last}"
    return Trial.FAILED, detail if kind == "failed" else last


def _run(
    files: Mapping[str, bytes], package: str, modules: Collection[str], interpreter: Path, http: Collection[str]
) -> subprocess.CompletedProcess[str]:
    program = str(interpreter.absolute())
    code = _PROGRAM.read_text(encoding="utf-8")  # not run as a file, whose folder would be looked for modules first
    command = [program, "-B", "-W", "ignore", "-c", code, ",".join(sorted(http)), *modules]
    try:
        return run_beside(files, package, command, stdin="", seconds=_PATIENCE)
    except subprocess.TimeoutExpired as error:
        problem = f"it does not end within {_PATIENCE} seconds"
        printed = error.stdout or ""
        begun = printed if isinstance(printed, str) else printed.decode(errors="replace")  # a text on Windows alone
        if not begun:
            raise TimeoutError(errno.ETIMEDOUT, problem, program) from error
        return subprocess.CompletedProcess(command, 1, begun, f"failed {begun.split()[-1]}: {problem}")


def syntax_problem(before: Mapping[str, bytes], after: Mapping[str, bytes], modules: Collection[str]) -> str:
    """Return the first file that an update makes unreadable for Python, and why; empty when there is none.

    Files with conflict markers do not count, nor do those that this Python could not read before: they may be written
    for a later one.
    """
    for path in sorted(modules):
        content = after.get(path, b"")
        if path.endswith(".py") and not count_markers(with_line_feeds(content).decode(errors="replace")):
            problem = _problem(content)
            if problem and not _problem(before.get(path, b"")):
                return f"{path}: {problem}"
    return ""


def _problem(content: bytes) -> str:
    try:
        ast.parse(content)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return str(error) or "it is nested too deeply"
    return ""
