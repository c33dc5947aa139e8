"""The files of a client as a whole."""

from pathlib import Path

import specloom.ir.api
from specloom.pipeline import generate
from specloom.render.imports import Scope, add_imports
from specloom.targets.target import Target

SPEC = Path(__file__).parents[2] / "specs" / "fixje" / "openapi.yaml"


def test_a_client_that_several_processes_print_is_the_same(monkeypatch):
    alone = generate(Target(SPEC)).tree
    monkeypatch.setattr(specloom.ir.api, "_LARGE", 1)
    assert dict(generate(Target(SPEC)).tree) == dict(alone)


CALLS = '''"""A module."""

from __future__ import annotations


def several(flag: bool) -> object:
    """Return what one of two branches gives."""
    if flag:
        return _write_search(1)
    if not flag:
        return _write_search(2)
    return None


def one(flag: bool) -> object:
    """Return what a branch gives."""
    if flag:
        return _write_search(1)
    return None
'''


def test_what_several_branches_read_late_is_imported_where_their_function_begins():
    statement = "from .._runtime.features.search import write_search as _write_search"
    lines = add_imports("resources/a.py", CALLS, Scope({})).text.split("\n")
    places = [(number, line) for number, line in enumerate(lines) if statement in line]
    assert [line for _, line in places] == [f"    {statement}", f"        {statement}"]
    assert [lines[number - 1].strip() for number, _ in places] == [
        '"""Return what one of two branches gives."""',
        "if flag:",
    ]
