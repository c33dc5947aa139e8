"""Whether a library that this client needs is there, and new enough."""

from __future__ import annotations

import re
from importlib import import_module

_NUMBERS = re.compile(r"\d+")


def require(requirement: str) -> None:
    """Load a library, and refuse to go on with one that is missing or too old.

    The requirement is a name and the oldest version that does, as pip takes them: `name>=1.2`.

    Raises:
        ImportError: It is missing or too old. The message says what is needed, what is there, and how to get it.
    """
    name, _, oldest = requirement.partition(">=")
    try:
        version = str(import_module(name).__version__)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        version = ""
    if _release(version) < _release(oldest):
        found = f"{version} is installed" if version else "none is installed"
        raise ImportError(
            f'this client needs {name} {oldest} or newer, and {found}: run python -m pip install "{requirement}"',
            name=name,
        )


def _release(version: str) -> list[int]:
    """Return the first two numbers of a version: no requirement has more."""
    return [int(number) for number in _NUMBERS.findall(version)[:2]]
