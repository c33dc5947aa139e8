"""Many generated clients in one package, which share one copy of the runtime: far faster to import and to check."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from specloom.render.imports import all_runtime_files

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["write_client", "write_runtime"]

_OWN: Final = re.compile(r'(\bfrom |")(\.+)_runtime\b')
"""Where a client names its own runtime, in an import or in a text that is imported."""


def write_runtime(package: Path) -> None:
    """Make a folder the package of the clients, with all that a runtime can have."""
    for path, text in all_runtime_files().items():
        _write(package / path, text)
    (package / "__init__.py").touch()


def write_client(folder: Path, client: Mapping[str, str]) -> None:
    """Write a client that takes its runtime from the folder above its own.

    Args:
        folder: Where it goes, in the package.
        client: Path → text, as generated.
    """
    for path, text in client.items():
        if not path.startswith("_runtime/"):
            _write(folder / path, _OWN.sub(r"\1.\2_runtime", text))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
