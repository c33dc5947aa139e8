"""Processes that work on a client each, with every way to start them, in a folder that wants to be imported."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from canaries import MODULES, plant_modules

MAIN = """\
import gc, multiprocessing, os, sys

def work(number):
    import json.tool, random, string, tempfile
    return number, os.getpid(), "" in sys.path or os.getcwd() in sys.path or gc.isenabled()

if __name__ == "__main__":
    from specloom.cli.parallel import run_parallel
    multiprocessing.set_start_method(sys.argv[1])
    gc.disable()
    results = list(run_parallel(work, range(4), 2))
    assert [number for number, _, _ in results] == [0, 1, 2, 3]
    assert not any(unlike_us for _, _, unlike_us in results)
    print(os.getpid() in {pid for _, pid, _ in results}, os.environ.get("PYTHONSAFEPATH"))
"""
COMMAND = """\
import multiprocessing, sys
if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv.pop(1))
    from specloom.__main__ import main
    sys.exit(main())
"""
METHODS = ["fork", "spawn", "forkserver"]


@pytest.fixture
def mark(tmp_path: Path) -> Path:
    return tmp_path / "mark"


@pytest.fixture
def hostile(tmp_path: Path, mark: Path) -> Path:
    """A folder with two clients, and with modules that leave a mark."""
    folder = tmp_path / "clone"
    folder.mkdir()
    plant_modules(folder, mark)
    (folder / "openapi.yaml").write_text('openapi: 3.1.0\ninfo: {title: T, version: "1"}\npaths: {}\n')
    clients = "".join(f'[clients.{name}]\nspec = "openapi.yaml"\nout = "{name}"\n' for name in ("pets", "toys"))
    (folder / "specloom.toml").write_text(clients)
    return folder


def run(folder: Path, *arguments: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONSAFEPATH"} | variables
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    ("flags", "variables", "said"),
    [
        ((), {}, "False None"),
        (("-E",), {}, "True None"),  # a child would not read the variable: this process does the work
        (("-P",), {}, "False None"),
        ((), {"PYTHONSAFEPATH": "yes"}, "False yes"),
    ],
)
def test_no_process_imports_from_the_working_directory(tmp_path, hostile, mark, method, flags, variables, said):
    program = tmp_path / "program" / "main.py"
    program.parent.mkdir()
    program.write_text(MAIN)
    done = run(hostile, *flags, program, method, **variables)
    assert done.stdout.strip() == said, done.stderr
    assert not mark.exists(), mark.read_text()


@pytest.mark.parametrize("method", METHODS)
def test_a_command_with_two_clients(tmp_path, hostile, mark, method):
    program = tmp_path / "program" / "run.py"
    program.parent.mkdir()
    program.write_text(COMMAND)
    done = run(hostile, program, method, "generate", "--jobs=2")
    assert done.returncode == 0, done.stderr
    assert not mark.exists(), mark.read_text()


def test_a_module_that_is_run_drops_the_working_directory(hostile, mark):
    """What Python itself imports before Specloom's first line is out of its hands; the rest is not."""
    for name in MODULES:
        if name.startswith(("specloom", "runpy", "site", "types", "weakref")):
            (hostile / f"{name}.py").unlink()
    (hostile / "specloom" / "cli").rmdir()
    (hostile / "specloom").rmdir()
    done = run(hostile, "-m", "specloom", "generate", "--jobs=2")
    assert done.returncode == 0, done.stderr
    assert not mark.exists(), mark.read_text()
