"""Importing a client in a temporary place before it becomes the consumer's: a merge can be clean and still be wrong.

Every module that was generated is imported, by another process, in which the client is a package of its own. What was
added by hand is there to be imported but is not imported for its own sake: it may be a script.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from specloom.findings import SpecloomError
from specloom.output.tree import with_line_feeds
from specloom.vendor.merge import count_markers

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


_CODE: Final = """\
import importlib, importlib.util, sys
sys.path.insert(0, ".")  # also where PYTHONSAFEPATH is set
for name in ("httpx", "pydantic"):
    if importlib.util.find_spec(name) is None:
        sys.exit(f"missing {name}")
for module in sys.argv[1:]:
    try:
        importlib.import_module(module)
    except Exception as error:
        sys.exit(f"failed {module}: {type(error).__name__}: {error}")
print("imported")
"""


class Trial(Enum):
    """How an import ended; a failure comes with what Python said."""

    IMPORTED = "imported"
    MISSING = "missing"
    """The environment lacks what clients need, so nothing was tried."""
    FAILED = "failed"


def try_import(files: Mapping[str, bytes], package: str, modules: Collection[str]) -> tuple[Trial, str]:
    """Import a client; return how it ended, and the module and error, or the distribution that is missing.

    Args:
        files: The whole client: relative path → bytes.
        package: What its folder is called.
        modules: The paths of the files to import; what is no Python or is not there is left out.

    Raises:
        SpecloomError: There is no temporary place, or no process.
    """
    paths = sorted(path for path in modules if path.endswith(".py") and path in files)
    names = [".".join([package, *path.removesuffix(".py").split("/")]).removesuffix(".__init__") for path in paths]
    try:
        done = _run(files, package, names)
    except OSError as error:
        raise SpecloomError(
            f"the client cannot be imported in a temporary place: {error}",
            "nothing was changed; let TMPDIR name a folder that has space and may be written to, or add --no-import",
        ) from error
    if done.returncode == 0 and done.stdout.rstrip().endswith("imported"):
        return Trial.IMPORTED, ""
    last = (done.stderr.strip() or "it ended the process").splitlines()[-1]
    kind, _, detail = last.partition(" ")
    return (Trial.MISSING, detail) if kind == "missing" else (Trial.FAILED, detail if kind == "failed" else last)


def _run(files: Mapping[str, bytes], package: str, modules: Collection[str]) -> subprocess.CompletedProcess[str]:
    with tempfile.TemporaryDirectory(prefix="specloom-") as place:
        for path, content in files.items():
            file = Path(place, package, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        command = [sys.executable, "-B", "-W", "ignore", "-c", _CODE, *modules]
        return subprocess.run(  # noqa: S603 - the interpreter that runs this, and names of modules
            command, cwd=place, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", check=False
        )


def syntax_problem(files: Mapping[str, bytes], modules: Collection[str]) -> str:
    """Return the first file that is no Python, and why; empty when all are. Files with conflict markers do not count.

    Args:
        files: The whole client: relative path → bytes.
        modules: The paths of the files to read.
    """
    for path in sorted(modules):
        content = files.get(path, b"")
        if path.endswith(".py") and not count_markers(with_line_feeds(content).decode(errors="replace")):
            try:
                ast.parse(content)
            except (SyntaxError, ValueError) as error:
                return f"{path}: {error}"
    return ""
