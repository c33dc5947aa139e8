import os
import subprocess
import sys
from pathlib import Path

import pytest

from specloom.findings import SpecloomError
from specloom.output.format import format_as, format_files

UGLY = "import sys\nimport os\nfrom .b import z,a\nx = {  'a':1 }\n" + "y = " + " + ".join(["1234567890"] * 8) + "\n"


def test_sorts_imports_and_formats_python_only():
    files = {"README.md": "x  =  1\n\n\n", "a.py": UGLY, "py.typed": ""}
    formatted = format_files(files)
    assert list(formatted) == ["README.md", "a.py", "py.typed"]
    assert formatted["a.py"].startswith('import os\nimport sys\n\nfrom .b import a, z\n\nx = {"a": 1}\n')
    assert formatted["README.md"] == files["README.md"]


def test_is_stable():
    once = format_files({"a.py": UGLY})
    assert format_files(once) == once


def test_lines_have_100_characters():
    lines = format_files({"a.py": f"x = [{', '.join(['1234567890'] * 40)}]\n"})["a.py"].splitlines()
    short = f"x = [{', '.join(['1234567'] * 10)}]"
    assert max(map(len, lines)) <= 100
    assert len(short) > 88
    assert format_files({"a.py": short})["a.py"] == f"{short}\n"


@pytest.mark.parametrize("path", ["build/a.py", "dist/a.py", "venv/a.py", ".venv/a.py", "site-packages/a.py"])
def test_no_folder_name_is_passed_over(path: str):
    assert format_files({path: "x = ( 1 )\n"}) == {path: "x = 1\n"}


def test_keeps_imports_that_are_unused():
    assert format_files({"__init__.py": "from .a import B\n"}) == {"__init__.py": "from .a import B\n"}


def test_without_python_nothing_happens():
    assert format_files({"py.typed": ""}) == {"py.typed": ""}


@pytest.mark.parametrize("path", ["../evil.py", "/etc/evil.py"])
def test_writes_nowhere_else(path: str):
    with pytest.raises(SpecloomError, match="the path"):
        format_files({path: "x = 1\n"})


@pytest.mark.parametrize(
    ("text", "line"), [("def f(:\n", 1), ("x = 1\n\ndef f():\nreturn 1\n", 4), ("x = '''\n", 1), ("x = 1 1\n", 1)]
)
def test_invalid_python_is_named(text: str, line: int):
    message = rf"^ruff could not format the generated code: models/order\.py:{line}:\d+: "
    with pytest.raises(SpecloomError, match=message):
        format_files({"good.py": "x = 1\n", "models/order.py": text})


HOSTILE_SETTINGS = "line-length = 20\nindent-width = 2\nexclude = ['*.py']\n[format]\nquote-style = 'single'\n"


def test_surroundings_have_no_influence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    expected = format_files({"a.py": UGLY})
    home = tmp_path / "home"
    for folder in (tmp_path, home / ".config" / "ruff"):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "ruff.toml").write_text(HOSTILE_SETTINGS)
    (tmp_path / "pyproject.toml").write_text("[tool.ruff]\nline-length = 20\n[tool.isort]\nforce_single_line = true\n")
    (tmp_path / ".gitignore").write_text("*\n")
    (tmp_path / "setup.cfg").write_text("[isort]\nforce_single_line = true\n")
    surroundings = {
        "TMPDIR": str(tmp_path),
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "RUFF_CONFIG": str(tmp_path / "ruff.toml"),
        "RUFF_LINE_LENGTH": "20",
        "RUFF_OUTPUT_FORMAT": "full",
        "LC_ALL": "tr_TR.UTF-8",
    }
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert format_files({"a.py": UGLY}) == expected


@pytest.mark.parametrize(("memory", "room"), [("none", 0), (".", 2**60)], ids=["no such folder", "no room in it"])
def test_systems_that_keep_no_files_in_memory(memory: str, room: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.setattr("specloom.output.format._MEMORY", str(tmp_path / memory))
    monkeypatch.setattr("specloom.output.format._ROOM", room)
    text = f"memory  = {memory!r}\n"  # that no other test formats: what is known is not formatted again
    before = tmp_path.stat().st_mtime_ns
    assert format_files({"a.py": text}) == {"a.py": text.replace("  ", " ").replace("'", '"')}
    assert tmp_path.stat().st_mtime_ns == before


def test_hash_seeds_have_no_influence():
    code = f"from specloom.output.format import format_files; print(format_files({{'a.py': {UGLY!r}, 'b.py': 'x=1'}}))"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_texts_of_a_ruff_that_was_killed_are_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    ruff = tmp_path / "ruff"
    ruff.write_text("#!/bin/sh\nkill -9 $$\n")
    ruff.chmod(0o755)
    monkeypatch.setattr("specloom.output.format.find_ruff_bin", lambda: str(ruff))
    for work in (lambda: format_files({"killed.py": UGLY}), lambda: format_as({"killed.py": UGLY}, {}, sorts=False)):
        with pytest.raises(SpecloomError, match="was ended by signal 9"):
            work()


def test_a_setting_that_no_command_takes_changes_nothing():
    files = {"a.py": "x  = 'a'\n"}
    names = [f"package{number}" for number in range(60_000)]
    assert format_as(files, {"lint.isort.known-first-party": names}, sorts=True) == {"a.py": 'x = "a"\n'}


@pytest.mark.parametrize("name", ["é", "\U0001f600", "\x7f", 'a"\\b', "\u2028"])
def test_a_setting_may_have_any_character(name: str):
    settings = {"lint.isort.known-first-party": [name], "line-length": 20}
    assert format_as({"a.py": "x = call(aaaaaaaaaaaa)\n"}, settings, sorts=False) == {
        "a.py": "x = call(\n    aaaaaaaaaaaa\n)\n"
    }
