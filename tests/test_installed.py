"""What lies where this Specloom was installed, and what a message says to install beside it."""

import importlib.util
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from specloom import installed
from specloom.installed import add_command, install_command, load_templates, source_of


@pytest.mark.parametrize(
    ("written", "source"),
    [
        ('{"url": "file:///home/anna/my%20loom", "dir_info": {"editable": true}}', "/home/anna/my loom"),
        (
            '{"url": "https://git.example.com/a/specloom", "vcs_info": {"vcs": "git", "commit_id": "1f"}}',
            "git+https://git.example.com/a/specloom",
        ),
        ('{"url": "file:///tmp/specloom-0.1.0-py3-none-any.whl", "archive_info": {}}', "SOURCE"),
    ],
)
def test_the_source_is_that_of_what_is_installed(written: str, source: str):
    assert source_of(written) == source


@pytest.mark.parametrize(
    ("pip", "command"),
    [
        (ModuleSpec("pip", None), "'/home/anna/my tools/python' -m pip install 'mypy>=1' httpx"),
        (None, "uv pip install --python '/home/anna/my tools/python' 'mypy>=1' httpx"),
    ],
)
def test_packages_are_installed_beside_specloom_with_what_there_is(
    monkeypatch: pytest.MonkeyPatch, pip: ModuleSpec | None, command: str
):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: pip if name == "pip" else None)
    monkeypatch.setattr(sys, "executable", "/home/anna/my tools/python")
    assert add_command("mypy>=1", "httpx") == command


def test_a_checkout_names_no_index():
    assert install_command(">=99").startswith(add_command())
    assert ">=99" not in install_command(">=99")


@pytest.mark.parametrize(("is_wanted", "is_allowed"), [(True, True), (True, False), (False, True)])
def test_compiled_templates_are_kept_where_compiled_modules_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_wanted: bool, is_allowed: bool
):
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(sys, "dont_write_bytecode", not is_wanted)
    monkeypatch.setattr(installed, "data_folder", lambda _: tmp_path)
    if not is_allowed:
        monkeypatch.setattr(Path, "mkdir", refuse)
    tmp_path.chmod(0o755)
    for word in ("one", "other", "other"):
        (tmp_path / "page.j2").write_text(word)
        assert load_templates.__wrapped__(escapes=False).get_template("page.j2").render() == word
    kept = [*tmp_path.glob("__pycache__/*")]
    assert [path.stat().st_mode & 0o777 for path in kept] == [0o644] * (is_wanted and is_allowed)


def test_a_compiled_template_that_is_cut_is_compiled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))
    monkeypatch.setattr(installed, "data_folder", lambda _: tmp_path / "templates")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.j2").write_text("one")
    for _ in range(2):
        assert load_templates.__wrapped__(escapes=False).get_template("page.j2").render() == "one"
        (compiled,) = (path for path in (tmp_path / "kept").rglob("*") if path.is_file())
        whole = compiled.read_bytes()
        compiled.write_bytes(whole[:24])
    assert [path.name for path in (tmp_path / "templates").iterdir()] == ["page.j2"]
    assert len(whole) > 24
