"""Whether the libraries that this client needs are there, and new enough."""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec

HTTP_LIBRARY = "httpx>=0.26"
PYDANTIC = "pydantic>=2.11"
_NUMBERS = re.compile(r"\d+")


def require(requirement: str) -> None:
    """Refuse to go on without a library, or with one that is too old.

    The requirement is a name and the oldest version that does, as pip takes them: `name>=1.2`.

    Raises:
        ImportError: It is missing or too old. The message says what is needed, what is there, and how to get it.
    """
    name, _, oldest = requirement.partition(">=")
    version = _noted_version(name) or _loaded_version(name)
    if _release(version) < _release(oldest):
        found = f"{version} is installed" if version else "none is installed"
        to_do = f'run python -m pip install "{requirement}"'
        raise ImportError(f"this client needs {name} {oldest} or newer, and {found}: {to_do}", name=name)


def _noted_version(name: str) -> str:
    """Return the version that pip wrote beside a library, which is not loaded: that takes longer than all else."""
    spec = None if name in sys.modules else find_spec(name)
    if spec is None or spec.origin is None:  # of some folder of that name
        return ""
    package = os.path.split(spec.origin)[0] if spec.submodule_search_locations else spec.origin
    with suppress(OSError), os.scandir(os.path.split(package)[0]) as entries:  # it may lie in an archive
        named = (re.fullmatch(rf"{name}-(\d[^-]*)\.dist-info", each.name) for each in entries)
        return max((each[1] for each in named if each), key=_release, default="")
    return ""


def _loaded_version(name: str) -> str:
    try:
        return str(getattr(import_module(name), "__version__", ""))
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        return ""


def _release(version: str) -> list[int]:
    """Return the first two numbers of a version: no requirement has more."""
    return [int(number) for number in _NUMBERS.findall(version)[:2]]
