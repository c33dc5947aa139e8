"""The runtime that a client carries: real Python below `templates/runtime/`, copied byte for byte.

A client that uses another HTTP library than httpx has its name in the place of that; nothing else differs.

What lies at its top is the core, and `features/` is what not every API has. No list says which client gets which file:
it follows from the imports of its generated code and of the runtime's own modules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final

from specloom.installed import data_folder
from specloom.targets.libraries import HTTP_LIBRARIES, HTTPX

_HTTP_NAME: Final = re.compile(rf"\b{HTTPX}\b")
_FOLDER: Final = "_runtime/"
_FEATURES: Final = f"{_FOLDER}features/"
_DEFINED: Final = re.compile(r"^(?:(?:class|def|async def) ([A-Za-z]\w*)|([A-Za-z]\w*)(?:: [^\n]*)? = )", re.MULTILINE)
_IMPORT: Final = re.compile(r"^ *from (\.+)([\w.]*) import ", re.MULTILINE)


def runtime_files(modules: Iterable[str], http: str) -> dict[str, str]:
    """Return the runtime's files that a client needs: those that it imports, directly or through others.

    Modules are named from the top of the client, `._runtime.client`; others than those of the runtime do not count.
    """
    everything, needed = all_runtime_files(), set[str]()
    waiting = [path for module in modules for path in _files(module[1:].split("."))]
    while waiting:
        path = waiting.pop()
        if path in everything and path not in needed:
            needed.add(path)
            waiting += imported_modules(path, everything[path])
    return {path: _with_library(everything[path], http) for path in sorted(needed)}


def _with_library(text: str, http: str) -> str:
    """Return a module of the runtime that uses another HTTP library, in comments too: it calls it only by its name."""
    if http == HTTPX:
        return text
    return _HTTP_NAME.sub(http, text.replace(HTTP_LIBRARIES[HTTPX], HTTP_LIBRARIES[http]))


@cache
def all_runtime_files() -> Mapping[str, str]:
    """Return all files of the runtime: their path in a client → text."""
    folder = data_folder("templates") / "runtime"
    return {
        _FOLDER + path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.py"))
    }


@cache
def defined_names() -> Mapping[str, str]:
    """Return the public names at the top of the runtime's modules → the module, `._runtime.features.paging`.

    What a feature has goes before what the core calls the same. A name of several features is nobody's.
    """
    core: dict[str, str] = {}
    features: dict[str, str] = {}
    repeated: set[str] = set()
    for path, text in all_runtime_files().items():
        module = f".{path.removesuffix('.py').replace('/', '.')}"
        found = {one or other for one, other in _DEFINED.findall(text)}
        if path.startswith(_FEATURES):
            repeated |= found & features.keys()
            features |= dict.fromkeys(found, module)
        else:
            core |= dict.fromkeys(found, module)
    return {name: module for name, module in (core | features).items() if name not in repeated}


def imported_modules(path: str, text: str) -> Iterator[str]:
    """Yield the files that a module imports from its own package, wherever in it, each after the packages it is in.

    A line that reads like an import counts as one: this is for texts of ours.
    """
    for dots, module in _IMPORT.findall(text):
        yield from _files(path.split("/")[: -len(dots)] + module.split("."))


def _files(module: list[str]) -> Iterator[str]:
    yield from ("/".join([*module[:depth], "__init__.py"]) for depth in range(1, len(module)))
    yield "/".join(module) + ".py"
