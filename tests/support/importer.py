"""A process that imports generated clients, one after the other."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from shared_runtime import write_client, write_runtime

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
        code = {
            path: text for path, text in client.items() if path.endswith(".py") and not path.startswith("_runtime/")
        }
        write_client(self._folder / "clients" / package, code)
        modules = [
            path.removesuffix(".py").replace("/", ".").removesuffix("__init__").removesuffix(".") for path in code
        ]
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
    write_runtime(folder / "clients")
    command = [sys.executable, "-W", "error", "-c", _LOOP, str(folder)]
    with subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Importer(folder, process)
        assert process.stdin is not None
        process.stdin.close()
