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


def look_up(requirement: str) -> None:
    """Refuse to go on without a library, or with one that is too old by what pip wrote beside it.

    It is not loaded, which would take longer than all else. Where nothing tells its version, `require` asks it later.

    Raises:
        ImportError: As `require`.
    """
    name, _, oldest = requirement.partition(">=")
    if name in sys.modules:
        return
    spec = find_spec(name)
    if spec is None:
        raise _lacking(requirement, "")
    if spec.origin is None:  # some folder of that name
        return
    package = os.path.split(spec.origin)[0] if spec.submodule_search_locations else spec.origin
    with suppress(OSError), os.scandir(os.path.split(package)[0]) as entries:  # it may lie in an archive
        named = (re.fullmatch(rf"{name}-(\d[^-]*)\.dist-info", each.name) for each in entries)
        version = max((each[1] for each in named if each), key=_release, default=oldest)
        if _release(version) < _release(oldest):
            raise _lacking(requirement, version)


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
        raise _lacking(requirement, version)


def _lacking(requirement: str, version: str) -> ImportError:
    name, _, oldest = requirement.partition(">=")
    found = f"{version} is installed" if version else "none is installed"
    return ImportError(
        f'this client needs {name} {oldest} or newer, and {found}: run python -m pip install "{requirement}"', name=name
    )


def _release(version: str) -> list[int]:
    """Return the first two numbers of a version: no requirement has more."""
    return [int(number) for number in _NUMBERS.findall(version)[:2]]
