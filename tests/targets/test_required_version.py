"""Settings that want another version of Specloom stop every command."""

from pathlib import Path

import pytest

from specloom import __version__
from specloom.cli.main import COMMANDS, main
from specloom.installed import install_command
from specloom.targets.settings import load_configuration

ARGUMENTS = {"comment": ["x.md"], "diff": ["a", "b"], "explain": ["GET /x"], "init": ["x.yaml"], "bundle": ["x"]}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "deep").mkdir()
    monkeypatch.chdir(tmp_path / "deep")
    return tmp_path


def require(project: Path, version: str, name: str = "pyproject.toml") -> None:
    table = "[tool.specloom]\n" if name == "pyproject.toml" else ""
    (project / name).write_text(f"{table}required-version = {version}\nof-the-future = 1\n")


@pytest.mark.parametrize("command", [*COMMANDS])
def test_every_command_stops_with_one_sentence(command: str, project: Path, capsys: pytest.CaptureFixture[str]):
    require(project, '">=99, <100"')
    arguments = {"vendor": ["status"], "completion": ["bash"], "list": []}.get(command, ARGUMENTS.get(command, []))
    assert main([command, *arguments]) == 2
    error = capsys.readouterr().err
    assert f"requires Specloom <100,>=99, and this is {__version__}\n" in error
    assert f"run: {install_command('<100,>=99')}\n" in error
    assert "future" not in error


@pytest.mark.parametrize(
    "version", [f'"=={__version__}"', '">=0.0.1"', '""', '"!=99"', '"~=0.1"', f'"==={__version__}"', '">=0.0.1.dev1"']
)
def test_any_of_the_versions_will_do(version: str, project: Path, capsys: pytest.CaptureFixture[str]):
    (project / "specloom.toml").write_text(f"required-version = {version}\n")
    assert main(["rules"]) == 0
    assert load_configuration(project).clients == {}
    capsys.readouterr()


@pytest.mark.parametrize("version", ['"1.0 or so"', '"=>1"', "1.0", '[">=1"]', "{a = 1}"])
def test_what_is_no_set_of_versions_is_said(version: str, project: Path, capsys: pytest.CaptureFixture[str]):
    require(project, version)
    assert main(["rules"]) == 2
    error = capsys.readouterr().err
    assert "pyproject.toml:2:1: tool.specloom.required-version is" in error
    assert 'help: write: required-version = ">=0.1,<1"' in error


def test_settings_that_nobody_can_read_want_nothing(project: Path, capsys: pytest.CaptureFixture[str]):
    (project / "pyproject.toml").write_text("[tool.specloom\n")
    assert main(["rules"]) == 0
    assert main(["check"]) == 2
    assert "not TOML" in capsys.readouterr().err
