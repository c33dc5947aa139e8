"""A process that imports generated clients, one after the other."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from specloom.render.runtime import all_runtime_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

__all__ = ["Importer", "importer"]

_LOOP = """
import builtins, importlib, json, sys, traceback
from pydantic import TypeAdapter
sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
for line in sys.stdin:
    package, modules = json.loads(line)
    problem = ""
    try:
        for name in modules:
            module = importlib.import_module(f"clients.{package}.{name}".removesuffix("."))
            for symbol in module.__all__ if name.startswith("models.") else ():
                TypeAdapter(getattr(module, symbol)).rebuild()
        assert not hasattr(builtins, "EVIL")
    except BaseException:
        problem = traceback.format_exc()
    for name in [name for name in sys.modules if name.startswith(f"clients.{package}")]:
        del sys.modules[name]
    importlib.invalidate_caches()
    print(json.dumps(problem), flush=True)
"""


class Importer:
    """Imports clients in another process, which outlives them. They share one runtime."""

    def __init__(self, folder: Path, process: subprocess.Popen[str]) -> None:
        self._folder = folder
        self._process = process
        self._number = 0

    def problem_of(self, client: Mapping[str, str]) -> str:
        """Import every module of a client; return the traceback of the first that cannot be, or an empty text."""
        self._number += 1
        package = f"client{self._number}"
        modules = []
        for path, text in client.items():
            if path.startswith("_runtime/") or not path.endswith(".py"):
                continue
            file = self._folder / "clients" / package / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(re.sub(r"\bfrom (\.+)_runtime\b", r"from .\1_runtime", text), encoding="utf-8")
            modules.append(path.removesuffix(".py").replace("/", ".").removesuffix("__init__").removesuffix("."))
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([package, modules]) + "\n")
        self._process.stdin.flush()
        problem: str = json.loads(self._process.stdout.readline())
        shutil.rmtree(self._folder / "clients" / package)
        return problem


@contextmanager
def importer(folder: Path) -> Iterator[Importer]:
    """Start the process; `folder` is empty, and its own."""
    for path, text in all_runtime_files().items():
        file = folder / "clients" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (folder / "clients" / "__init__.py").touch()
    command = [sys.executable, "-W", "error", "-c", _LOOP, str(folder)]
    with subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Importer(folder, process)
        assert process.stdin is not None
        process.stdin.close()
