"""Every folder of `cases/` shows one feature: a small description, and the files in which the feature shows.

`case.toml` says which files (`files`), and may give the options `skip`, `package` and `overlay`. Everything that is
generated from the folders is imported and type-checked as well, whether it is among the expected files or not.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from shared_runtime import write_client, write_runtime

from specloom.pipeline import generate
from specloom.targets.target import Target

if TYPE_CHECKING:
    from collections.abc import Mapping

    from specloom.output.tree import FileTree

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "tests" / "cases"
GROUPS = {"errors", "lint", "diff"}
CASES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir() and path.name not in GROUPS)
LINES = 60

GENERATE = """
import json, sys
from pathlib import Path
from specloom.pipeline import generate
from specloom.targets.target import Target
for spec, case, out in json.load(sys.stdin):
    overlay = tuple(Path(spec).with_name(name) for name in case.get("overlay", ()))
    asked = Target(Path(spec), package=case.get("package"), skip=tuple(case.get("skip", ())), overlay=overlay)
    for path, text in generate(asked).tree.items():
        target = Path(out) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="")
"""

IMPORT = """
import importlib, sys
from pathlib import Path
from pydantic import TypeAdapter
sys.path.insert(0, sys.argv[1])
for file in sorted(Path(sys.argv[1]).rglob("*.py")):
    place = file.relative_to(sys.argv[1]).with_suffix("")
    module = importlib.import_module(".".join(place.parts).removesuffix(".__init__"))
    for name in module.__all__ if place.parts[-2] == "models" and place.name != "__init__" else ():
        kind = getattr(module, name)
        if getattr(kind, "__bases__", ()) != (object,):  # those have constants
            TypeAdapter(kind).rebuild()
"""


@dataclass(frozen=True, slots=True)
class Case:
    folder: Path
    spec: Path
    settings: dict[str, list[str]]

    @property
    def target(self) -> Target:
        package, skip = self.settings.get("package"), tuple(self.settings.get("skip", ()))
        return Target(self.spec, package=str(package) if package else None, skip=skip, overlay=self.overlay)

    @property
    def overlay(self) -> tuple[Path, ...]:
        return tuple(self.folder / name for name in self.settings.get("overlay", ()))


def read_case(name: str) -> Case:
    folder = FOLDER / name
    settings = tomllib.loads((folder / "case.toml").read_text(encoding="utf-8"))
    return Case(folder, folder / "openapi.yaml", settings)


@pytest.fixture(scope="session")
def trees() -> Mapping[str, FileTree]:
    cases = {name: read_case(name) for name in CASES}
    return {name: generate(case.target).tree for name, case in cases.items()}


@pytest.fixture(scope="session")
def checked(trees: Mapping[str, FileTree], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every client in one package with a single runtime above them, which spares the type checkers the copies of it."""
    folder = tmp_path_factory.mktemp("checked")
    package = folder / "clients"
    for name, tree in trees.items():
        write_client(package / module(name), tree)
    write_runtime(package)
    (package / "py.typed").touch()
    return folder


def module(name: str) -> str:
    return re.sub(r"\W", "_", name)


def run(*command: str, cwd: Path, stdin: str = "", **environment: str) -> str:
    done = subprocess.run(
        command,
        cwd=cwd,
        input=stdin,
        env={**os.environ, "PYTHONPATH": str(ROOT / "generator"), **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


def files_below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", CASES)
def test_the_generated_files_are_the_expected_ones(name: str, trees: Mapping[str, FileTree], update: bool):
    case = read_case(name)
    expected = {path: trees[name][path] for path in case.settings["files"]}
    folder = case.folder / "expected"
    if update:
        for path in files_below(folder) - expected.keys():
            (folder / path).unlink()
        for path, text in expected.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8", newline="")
    assert {path: (folder / path).read_bytes().decode() for path in sorted(files_below(folder))} == dict(
        sorted(expected.items())
    )


@pytest.mark.parametrize("name", CASES)
def test_a_case_is_small_and_holds_nothing_else(name: str):
    case = read_case(name)
    sources = {case.spec, *case.overlay}
    known = {"case.toml", "expected", *(path.name for path in sources)}
    assert {path.partition("/")[0] for path in files_below(case.folder)} == known
    assert case.settings.keys() <= {"files", "skip", "package", "overlay"}
    assert max(len(path.read_text(encoding="utf-8").splitlines()) for path in sources) <= LINES


@pytest.mark.slow
def test_another_process_generates_the_same_bytes(trees: Mapping[str, FileTree], tmp_path: Path):
    cases = [read_case(name) for name in CASES]
    work = [(str(case.spec), case.settings, str(tmp_path / module(case.folder.name))) for case in cases]
    run(sys.executable, "-c", GENERATE, cwd=tmp_path, stdin=json.dumps(work), PYTHONHASHSEED="77")
    for name, tree in trees.items():
        folder = tmp_path / module(name)
        assert {path: (folder / path).read_bytes().decode() for path in sorted(files_below(folder))} == dict(tree)
    # Each with the part of the runtime that it carries.
    run(sys.executable, "-W", "error", "-c", IMPORT, str(tmp_path), cwd=tmp_path)


def test_every_module_can_be_imported_and_every_model_built(checked: Path):
    run(sys.executable, "-W", "error", "-c", IMPORT, str(checked), cwd=checked)


@pytest.mark.slow
def test_mypy_finds_nothing(checked: Path):
    options = ["--strict", "--enable-error-code=redundant-expr", "--enable-error-code=truthy-bool"]
    run(sys.executable, "-m", "mypy", "--config-file=", "--no-incremental", *options, "-p", "clients", cwd=checked)


@pytest.mark.slow
def test_pyright_finds_nothing(checked: Path):
    (checked / "pyrightconfig.json").write_text('{"include": ["clients"], "typeCheckingMode": "strict"}')
    run(sys.executable, "-m", "pyright", "--pythonpath", sys.executable, cwd=checked)


def test_ruff_finds_no_unused_import_or_undefined_name(checked: Path):
    run(sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "--select=F,E9,PLE", ".", cwd=checked)
