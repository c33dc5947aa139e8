"""The shape of the runtime that clients carry: which way its imports go, and that no client carries too much of it."""

import ast
import dataclasses
import inspect
import tomllib
from functools import cache
from pathlib import Path

import pytest
import sitoo
from sitoo._runtime.configuration import Configuration

from specloom.ir.build import build_api
from specloom.render.imports import all_runtime_files, imported_modules
from specloom.spec.load import load_description
from specloom.targets.target import Target
from specloom.typecheck.check import client_files

ROOT = Path(__file__).parents[2]
CASES = sorted(path.parent for part in ("tests/cases", "specs") for path in (ROOT / part).glob("*/openapi.yaml"))
MODULES = dict(all_runtime_files())


@cache
def imports(path: str) -> frozenset[str]:
    """Return what a module imports anywhere: for type checkers and in functions, too."""
    return frozenset(each for each in imported_modules(path, MODULES[path]) if not each.endswith("__init__.py"))


@pytest.mark.parametrize("path", MODULES)
def test_what_a_module_imports_exists(path):
    assert imports(path) <= MODULES.keys()


@pytest.mark.parametrize("path", [path for path in MODULES if "/features/" not in path])
def test_the_core_imports_no_feature(path):
    assert [each for each in imports(path) if "/features/" in each] == []


def test_no_module_imports_another_in_a_circle():
    left = {path: set(imports(path)) for path in MODULES}
    while free := {path for path, needs in left.items() if not needs & left.keys()}:
        left = {path: needs for path, needs in left.items() if path not in free}
    assert left == {}


@pytest.mark.parametrize("path", MODULES)
def test_imports_in_functions_say_that_they_are_for_speed(path):
    lines = MODULES[path].splitlines()
    functions = [
        node for node in ast.walk(ast.parse(MODULES[path])) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    inner = {
        node.lineno for each in functions for node in ast.walk(each) if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert [lines[number - 1].strip() for number in sorted(inner) if "# for speed" not in lines[number - 1]] == []


@pytest.mark.parametrize("path", MODULES)
def test_public_docstrings_stand_on_their_own(path):
    for node in ast.walk(ast.parse(MODULES[path])):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            text = ast.get_docstring(node) or ""
            assert not text.startswith(("Do the same", "Return the same", "The same", "Do it")), f"{path}: {node.name}"


@cache
def client(folder):
    file = folder / "case.toml"
    settings = tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    document = load_description(Target(folder / "openapi.yaml", skip=tuple(settings.get("skip", ())))).document
    return client_files(build_api(document, package=settings.get("package")))


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_a_client_carries_what_it_can_reach_and_no_more(folder):
    tree = client(folder)
    carried = {path for path in tree if path.startswith("_runtime/")}
    reached, waiting = set(), [path for path in tree if path.endswith(".py") and path not in carried]
    while waiting:
        path = waiting.pop()
        found = set(imported_modules(path, tree[path])) & carried - reached
        reached |= found
        waiting += found
    assert reached == carried
    assert all(imported <= carried for imported in map(imports, carried))


def test_each_module_is_carried_by_a_client():
    assert {path for folder in CASES for path in client(folder) if path.startswith("_runtime/")} == MODULES.keys()


def test_clients_are_made_with_the_defaults_of_the_runtime():
    settings = inspect.signature(sitoo.Sitoo).parameters
    fields = {field.name: field.default for field in dataclasses.fields(Configuration)}
    given = ("timeout", "max_response_bytes", "max_retries", "on_mismatch")
    assert {name: settings[name].default for name in given} == {name: fields[name] for name in given}
