import sys
import tempfile
import venv
from pathlib import Path

import pytest

from specloom.findings import SpecloomError
from specloom.vendor.trial import Trial, syntax_problem, try_import

PACKAGE = {"__init__.py": b"from . import a\n", "a.py": b"X = 1\n", "deep/b.py": b"from ..a import X\n"}


def test_imports_every_module_that_is_asked_for():
    assert try_import(PACKAGE, "shop", PACKAGE) == (Trial.IMPORTED, "")


def test_says_which_module_fails_and_why():
    files = {**PACKAGE, "deep/b.py": b"from ..a import Y\n"}
    outcome, detail = try_import(files, "shop", files)
    assert outcome is Trial.FAILED
    assert detail.startswith("shop.deep.b: ImportError: cannot import name 'Y' from 'shop.a'")


def test_does_not_import_what_it_is_not_asked_for():
    files = {**PACKAGE, "script.py": b"raise SystemExit('imported')\n", "notes.txt": b""}
    assert try_import(files, "shop", {*PACKAGE, "notes.txt", "gone.py"}) == (Trial.IMPORTED, "")


@pytest.mark.parametrize("code", [b"import os; os._exit(0)\n", b"raise SystemExit(0)\n"])
def test_a_module_that_ends_the_process_was_not_imported(code: bytes):
    outcome, _ = try_import({**PACKAGE, "a.py": code}, "shop", PACKAGE)
    assert outcome is Trial.FAILED


def test_nothing_is_tried_where_clients_cannot_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    venv.create(tmp_path, with_pip=False, symlinks=True)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "bin" / "python"))
    assert try_import(PACKAGE, "shop", PACKAGE) == (Trial.MISSING, "httpx")


def test_without_a_temporary_place_it_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(SpecloomError, match="cannot be imported in a temporary place") as error:
        try_import(PACKAGE, "shop", PACKAGE)
    assert "--no-import" in error.value.help


def test_finds_what_is_no_python_but_overlooks_open_conflicts():
    assert syntax_problem({"a.py": b"x = (\n"}, ["a.py"]) == "a.py: '(' was never closed (<unknown>, line 1)"
    assert syntax_problem({"a.py": b"<<<<<<< yours\n=======\n>>>>>>> update\n", "b.md": b"("}, ["a.py", "b.md"]) == ""
