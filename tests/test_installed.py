"""What a message says to install comes from where this Specloom came from."""

import importlib.util
import sys
from importlib.machinery import ModuleSpec

import pytest

from specloom.installed import add_command, install_command, source_of


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
