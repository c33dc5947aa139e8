import sys
import tempfile
import venv
from pathlib import Path

import pytest
from repository import Repository

from specloom.findings import SpecloomError
from specloom.vendor.trial import Trial, choose_interpreter, list_interpreters, syntax_problem, try_import

HERE = [Path(sys.executable)]
PACKAGE = {"__init__.py": b"from . import a\n", "a.py": b"X = 1\n", "deep/b.py": b"from ..a import X\n"}


def test_imports_every_module_that_is_asked_for():
    assert try_import(PACKAGE, "shop", PACKAGE, HERE) == (Trial.IMPORTED, "")


def test_says_which_module_fails_and_why():
    files = {**PACKAGE, "deep/b.py": b"from ..a import Y\n"}
    outcome, detail = try_import(files, "shop", files, HERE)
    assert outcome is Trial.FAILED
    assert detail.startswith("shop.deep.b: ImportError: cannot import name 'Y' from 'shop.a'")


TABLE = b"""
from importlib import import_module
NAMES = {"X": ".a", "Y": ".b"}
def __getattr__(name):
    if name in NAMES:
        return getattr(import_module(NAMES[name], __name__), name)
    raise AttributeError(name)
def __dir__():
    return sorted(NAMES)
"""


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (b"def call():\n    from .a import X, Y\n", "cannot import name 'Y' from 'shop.a'"),
        (
            b"def call():\n    from .a import (\n        X,\n        Y as Z,  # theirs\n    )\n",
            "cannot import name 'Y'",
        ),
        (
            b"from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from .gone import X\n",
            "No module named 'shop.gone'",
        ),
        (b"def call():\n    from . import a\n    from .a import X as Z\n    return a, Z\n", ""),
        (b"try:\n    from .fast import X\nexcept ImportError:\n    from .a import X\n", ""),
        (b"def call():\n    try:\n        from .a import Y\n    finally:\n        pass\n", "cannot import name 'Y'"),
        (b'def call():\n    """Said:\n\n    from .gone import X\n    """\n', ""),
        (b'class Call:\n    """Said:\n\n    from .a import X; raise KeyError\n    """\n    from .a import X\n', ""),
    ],
)
def test_what_is_imported_later_is_looked_up(code: bytes, why: str):
    files = {**PACKAGE, "c.py": code}
    outcome, detail = try_import(files, "shop", files, HERE)
    assert outcome is (Trial.FAILED if why else Trial.IMPORTED)
    assert why in detail
    assert tempfile.gettempdir() not in detail


@pytest.mark.parametrize(("file", "outcome"), [("b.py", Trial.IMPORTED), ("c.py", Trial.FAILED)])
def test_names_of_a_table_are_looked_up(file: str, outcome: Trial):
    files = {"__init__.py": TABLE, "a.py": b"X = 1\n", file: b"Y = 1\n"}
    assert try_import(files, "shop", files, HERE)[0] is outcome


def test_does_not_import_what_it_is_not_asked_for():
    files = {**PACKAGE, "script.py": b"raise SystemExit('imported')\n", "notes.txt": b""}
    assert try_import(files, "shop", {*PACKAGE, "notes.txt", "gone.py"}, HERE) == (Trial.IMPORTED, "")


@pytest.mark.parametrize("code", [b"import os; os._exit(0)\n", b"raise SystemExit(0)\n"])
def test_a_module_that_ends_the_process_was_not_imported(code: bytes):
    outcome, _ = try_import({**PACKAGE, "a.py": code}, "shop", PACKAGE, HERE)
    assert outcome is Trial.FAILED


def test_the_first_interpreter_that_has_what_clients_need_is_taken(tmp_path: Path):
    venv.create(tmp_path, with_pip=False, symlinks=True)
    empty = tmp_path / "bin" / "python"
    assert try_import(PACKAGE, "shop", PACKAGE, [empty]) == (Trial.MISSING, f"{empty} has no httpx")
    assert try_import(PACKAGE, "shop", PACKAGE, [empty, *HERE]) == (Trial.IMPORTED, "")


def test_what_cannot_be_run_imports_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    text = Path("python")
    text.write_text("of another machine")
    for mode, why in ((0o644, "Permission denied"), (0o755, "Exec format error")):
        text.chmod(mode)
        assert try_import(PACKAGE, "shop", PACKAGE, [text]) == (Trial.MISSING, f"python cannot be run: {why}")
        assert try_import(PACKAGE, "shop", PACKAGE, [text, *HERE]) == (Trial.IMPORTED, "")
    for script, why in (
        ("echo libpython is gone >&2; exit 127", "libpython is gone"),
        ("exit 3", "it ended the process"),
    ):
        text.write_text(f"#!/bin/sh\n{script}\n")
        assert try_import(PACKAGE, "shop", PACKAGE, [text]) == (Trial.MISSING, f"python cannot be run: {why}")
        assert try_import(PACKAGE, "shop", PACKAGE, [text, *HERE]) == (Trial.IMPORTED, "")
    text.write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    assert try_import(PACKAGE, "shop", PACKAGE, [text]) == (Trial.IMPORTED, "")


def test_what_does_not_end_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("specloom.vendor.trial._PATIENCE", 1)
    endless = tmp_path / "python"
    endless.write_text("#!/bin/sh\nexec sleep 30\n")
    endless.chmod(0o755)
    said = f"{endless} cannot be run: it does not end within 1 seconds"
    assert try_import(PACKAGE, "shop", PACKAGE, [endless]) == (Trial.MISSING, said)
    assert try_import(PACKAGE, "shop", PACKAGE, [endless, *HERE]) == (Trial.IMPORTED, "")
    files = {**PACKAGE, "a.py": b"while True: pass\n"}
    assert try_import(files, "shop", ["a.py"], HERE) == (Trial.FAILED, "shop.a: it does not end within 1 seconds")


@pytest.fixture(autouse=True)
def without_conda(monkeypatch: pytest.MonkeyPatch) -> None:
    """No environment of conda is active, whoever runs the tests."""
    monkeypatch.delenv("CONDA_PREFIX", raising=False)


def pythons(*environments: Path) -> list[Path]:
    """Make what looks like the interpreters of virtual environments."""
    found = [each / "bin" / "python" for each in environments]
    for python in found:
        python.parent.mkdir(parents=True)
        python.touch()
    return found


def test_the_projects_interpreter_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    repository = Repository(tmp_path / "repository")
    client = repository.folder / "app" / "shop"
    places = (tmp_path / ".venv", repository.folder / ".venv", tmp_path / "activated", tmp_path / "conda")
    _, nearest, activated, conda = pythons(*places)
    monkeypatch.delenv("VIRTUAL_ENV", raising=False)
    assert list_interpreters(client) == (nearest, *HERE)
    monkeypatch.setenv("VIRTUAL_ENV", str(tmp_path / "activated"))
    assert list_interpreters(client) == (activated, nearest, *HERE)
    monkeypatch.setenv("CONDA_PREFIX", str(tmp_path / "conda"))
    assert list_interpreters(client) == (activated, nearest, conda, *HERE)


@pytest.mark.parametrize("name", [".venv", ".VENV"])
def test_an_environment_that_a_commit_brought_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str):
    repository = Repository(tmp_path / "repository")
    repository.commit({f"app/{name}/bin/python": "#!/bin/sh\ntouch ran\n"})
    pythons(repository.folder / "app" / "shop" / ".venv")
    (repository.folder / "link").symlink_to("app")
    for place in ("app/client", "link/client"):
        for activated in ("", str(repository.folder / "app" / name), str(repository.folder / "link" / name)):
            monkeypatch.setenv("VIRTUAL_ENV", activated)
            assert list_interpreters(repository.folder / place) == (*HERE,)


def test_a_linked_environment_of_a_commit_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    repository = Repository(tmp_path / "repository")
    pythons(tmp_path / "elsewhere")
    (repository.folder / ".venv").symlink_to(tmp_path / "elsewhere")
    monkeypatch.delenv("VIRTUAL_ENV", raising=False)
    assert list_interpreters(repository.folder / "client")[1:] == (*HERE,)
    repository.commit({})
    assert list_interpreters(repository.folder / "client") == (*HERE,)


def test_outside_of_a_repository_no_environment_above_the_project_is_taken(tmp_path: Path):
    above, own = pythons(tmp_path / ".venv", tmp_path / "project" / ".venv")
    (tmp_path / "project" / "pyproject.toml").touch()
    found = list_interpreters(tmp_path / "project" / "client")
    assert (own in found, above in found) == (True, False)


def test_an_interpreter_that_cannot_be_run_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (broken,) = pythons(tmp_path / ".venv")
    monkeypatch.delenv("VIRTUAL_ENV", raising=False)
    assert list_interpreters(tmp_path / "client")[0] == broken
    assert choose_interpreter(tmp_path / "client", {"httpx"}) == Path(sys.executable)


def test_without_a_temporary_place_it_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(SpecloomError, match="cannot be imported in a temporary place") as error:
        try_import(PACKAGE, "shop", PACKAGE, HERE)
    assert "--no-import" in error.value.help


def test_finds_what_becomes_unreadable_but_overlooks_open_conflicts():
    assert syntax_problem({}, {"a.py": b"x = (\n"}, ["a.py"]) == "a.py: '(' was never closed (<unknown>, line 1)"
    assert syntax_problem({"a.py": b"x = 1\n"}, {"a.py": b"x = (\n"}, ["a.py"]).startswith("a.py: ")
    after = {"a.py": b"<<<<<<< yours\n=======\n>>>>>>> update\n", "b.md": b"("}
    assert syntax_problem({}, after, ["a.py", "b.md"]) == ""


def test_a_file_that_was_unreadable_before_is_no_reason_to_refuse():
    assert syntax_problem({"a.py": b"a later Python\n"}, {"a.py": b"a still later Python\n"}, ["a.py"]) == ""


@pytest.mark.parametrize("name", ["gone", "name of more than 255 bytes" * 10])
def test_an_environment_that_is_gone_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str):
    monkeypatch.setenv("VIRTUAL_ENV", str(tmp_path / name))
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / ".venv").mkdir()  # of another system: it has no interpreter
    folder = tmp_path / "acme" / "shop"
    folder.mkdir(parents=True)
    assert list_interpreters(folder) == (Path(sys.executable),)
    assert choose_interpreter(folder, {"httpx"}) == Path(sys.executable)
