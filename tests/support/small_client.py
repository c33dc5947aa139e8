"""Clients of small descriptions, generated for one test, and a loopback server that answers their calls."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING

import yaml
from loopback import LoopbackServer, serving
from starlette.responses import Response

from specloom.pipeline import generate
from specloom.targets.libraries import HTTPX
from specloom.targets.target import Target

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["answering", "complaints", "small_client", "write_client"]

_PACKAGE = "small"
_HTTP = os.environ.get("SMALL_CLIENT_HTTP", HTTPX)
"""The library that the clients use; tests that are run a second time name another."""
_MOST = 32
_KEPT: dict[str, tuple[Mapping[str, str], Mapping[str, ModuleType]]] = {}
"""The files and modules of the last clients: a test that both kinds of client pass has each description twice."""


def write_client(folder: Path, description: Mapping[str, object] | str) -> Path:
    """Generate the client of a description, given as YAML or as its value, into a package `small` of a folder."""
    _write(folder, _text_of(description))
    return folder / _PACKAGE


def complaints(folder: Path, usage: str) -> str:
    """Return what mypy says of code that uses the package in a folder; nothing where it is well typed."""
    (folder / "usage.py").write_text(usage, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--config-file=", "--no-incremental", "--strict", "usage.py"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode else ""


def _text_of(description: Mapping[str, object] | str) -> str:
    return description if isinstance(description, str) else yaml.safe_dump(description, sort_keys=False)


def _write(folder: Path, text: str) -> Mapping[str, str]:
    spec = folder / "openapi.yaml"
    spec.write_text(text, encoding="utf-8")
    tree = _KEPT[text][0] if text in _KEPT else generate(Target(spec, http=_HTTP)).tree
    for path, content in tree.items():
        file = folder / _PACKAGE / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    return tree


@contextmanager
def small_client(folder: Path, description: Mapping[str, object] | str) -> Iterator[ModuleType]:
    """Give the package of a description, whose title is Small, with all its modules imported."""
    text = _text_of(description)
    tree = _write(folder, text)
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    sys.modules.update(_KEPT[text][1] if text in _KEPT else {})
    try:
        for path in sorted(tree):
            if path.endswith(".py"):
                name = f"{_PACKAGE}.{path.removesuffix('.py').replace('/', '.')}"
                importlib.import_module(name.removesuffix(".__init__"))
        yield sys.modules[_PACKAGE]
    finally:
        sys.path.remove(str(folder))
        names = [name for name in sys.modules if name.partition(".")[0] == _PACKAGE]
        modules = {name: sys.modules.pop(name) for name in names}
        for module in modules.values():  # what clients of one process share is not for the next test
            getattr(module, "forget", lambda: None)()
        _KEPT[text] = tree, modules
        if len(_KEPT) > _MOST:
            del _KEPT[next(iter(_KEPT))]


@contextmanager
def answering(value: object = None) -> Iterator[LoopbackServer]:
    """Give a server that answers every request with a JSON value, unless it is told to fail."""
    state = LoopbackServer()
    body = json.dumps(value).encode()
    with serving(state, Response(body, media_type="application/json")):
        yield state
