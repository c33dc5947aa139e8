"""Which names settings may give to clients and packages, and which one somebody may have meant."""

from __future__ import annotations

import difflib
import keyword
import re
from collections.abc import Collection
from pathlib import Path
from typing import Final

from specloom.errors import SpecloomError

__all__ = ["check_name", "check_package", "is_importable", "suggestion"]

_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def check_name(name: str, file: Path) -> str:
    """Return `name` when a client may be called so in the settings file `file`.

    Raises:
        SpecloomError: It has other signs than those, or none.
    """
    if not _NAME.fullmatch(name):
        raise SpecloomError(f"{file}: {name!r} is no name for a client", "use letters, digits, _ and -")
    return name


def check_package(package: str, where: str) -> str:
    """Return `package` when Python can import it.

    Raises:
        SpecloomError: It is not an identifier, or a keyword of Python. `where` says who named it.
    """
    if not is_importable(package) or package != package.strip("_"):
        raise SpecloomError(
            f"{where}: {package!r} is no name for a Python package", "use lower-case letters, digits, _"
        )
    return package


def is_importable(name: str) -> bool:
    """Return whether a package of this name can be imported by an `import` statement."""
    return name.isidentifier() and not keyword.iskeyword(name)


def suggestion(word: str, known: Collection[str]) -> str:
    """Return `did you mean 'X'? ` with the known word closest to `word`, or nothing when none is close."""
    close = difflib.get_close_matches(word, known, n=1)
    return f"did you mean {close[0]!r}? " if close else ""
