"""Commands as people run them: in a folder of their own, without colours and outside of a CI job."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from specloom.cli.main import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run_here(capfd: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a command where the test is by then: exit code, stdout, stderr of that alone."""

    def run(*arguments: str) -> tuple[int, str, str]:
        capfd.readouterr()
        code = main(arguments)
        return (code, *capfd.readouterr())

    return run


@pytest.fixture
def run_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run_here: Run) -> Run:
    """Return a function that runs a command in an empty folder, the current one: exit code, stdout, stderr."""
    monkeypatch.chdir(tmp_path)
    for name in ("FORCE_COLOR", "GITHUB_ACTIONS", "GITLAB_CI"):
        monkeypatch.delenv(name, raising=False)
    return run_here
