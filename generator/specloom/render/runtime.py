"""The runtime that a client carries: real Python below `templates/runtime/`, copied byte for byte.

What lies at its top is the core, and `features/` is what not every API has. No list says which client gets which file:
it follows from the imports of its generated code and of the runtime's own modules.
"""

from __future__ import annotations

import ast
from functools import cache
from typing import TYPE_CHECKING

from specloom.targets.shipped import data_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_FOLDER = "_runtime/"


def runtime_files(client: Mapping[str, str]) -> dict[str, str]:
    """Return the runtime's files that a client needs: those that it imports, directly or through others.

    Args:
        client: The generated files: relative path → text.
    """
    everything, needed = all_runtime_files(), set[str]()
    waiting = [name for path, text in client.items() if path.endswith(".py") for name in imported_modules(path, text)]
    while waiting:
        path = waiting.pop()
        if path in everything and path not in needed:
            needed.add(path)
            waiting += _imports()[path]
    return {path: everything[path] for path in sorted(needed)}


@cache
def all_runtime_files() -> Mapping[str, str]:
    """Return all files of the runtime: their path in a client → text."""
    folder = data_folder("templates") / "runtime"
    return {
        _FOLDER + path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.py"))
    }


def imported_modules(path: str, text: str) -> Iterator[str]:
    """Yield the files that a module of a client imports, wherever in it, each after the packages that it is in.

    Args:
        path: Where the module lies in the client: `models/order.py`.
        text: The module.
    """
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom) and node.level:
            folders = path.split("/")[: -node.level] + (node.module or "").split(".")
            yield from ("/".join([*folders[:depth], "__init__.py"]) for depth in range(1, len(folders)))
            yield "/".join(folders) + ".py"


@cache
def _imports() -> Mapping[str, list[str]]:
    return {path: list(imported_modules(path, text)) for path, text in all_runtime_files().items()}
