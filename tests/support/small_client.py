"""Clients of small descriptions, generated for one test, and a loopback server that answers their calls."""

from __future__ import annotations

import importlib
import json
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import yaml
from loopback import LoopbackServer, serving
from starlette.responses import Response

from specloom.pipeline import generate
from specloom.targets.libraries import HTTPX
from specloom.targets.target import Target

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from types import ModuleType

__all__ = ["answering", "small_client", "write_client"]

_PACKAGE = "small"
_HTTP = os.environ.get("SMALL_CLIENT_HTTP", HTTPX)
"""The library that the clients use; tests that are run a second time name another."""


def write_client(folder: Path, description: Mapping[str, object] | str) -> Path:
    """Generate the client of a description, given as YAML or as its value, into a package `small` of a folder."""
    spec = folder / "openapi.yaml"
    text = description if isinstance(description, str) else yaml.safe_dump(description, sort_keys=False)
    spec.write_text(text, encoding="utf-8")
    for path, content in generate(Target(spec, http=_HTTP)).tree.items():
        file = folder / _PACKAGE / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    return folder / _PACKAGE


@contextmanager
def small_client(folder: Path, description: Mapping[str, object] | str) -> Iterator[ModuleType]:
    """Give the package of a description, whose title is Small, with all its modules imported."""
    package = write_client(folder, description)
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    try:
        for file in sorted(package.rglob("*.py")):
            parts = file.relative_to(folder).with_suffix("").parts
            importlib.import_module(".".join(parts).removesuffix(".__init__"))
        yield sys.modules[_PACKAGE]
    finally:
        sys.path.remove(str(folder))
        for name in [name for name in sys.modules if name.partition(".")[0] == _PACKAGE]:
            del sys.modules[name]


@contextmanager
def answering(value: object = None) -> Iterator[LoopbackServer]:
    """Give a server that answers every request with a JSON value, unless it is told to fail."""
    state = LoopbackServer()
    body = json.dumps(value).encode()
    with serving(state, Response(body, media_type="application/json")):
        yield state
