"""The files around the code agree with each other."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
GROUPS = PROJECT["dependency-groups"]


def name_of(requirement: str) -> str:
    name = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert name
    return re.sub(r"[-_.]+", "-", name.group()).lower()


def constraints() -> dict[str, str]:
    lines = [line for line in (ROOT / "constraints.txt").read_text().splitlines() if not line.startswith("#")]
    return {name_of(line): line.partition("==")[2] for line in lines}


@pytest.mark.parametrize("requirement", [*PROJECT["project"]["dependencies"], *GROUPS["dev"], *GROUPS["docs"]])
def test_every_dependency_is_constrained_to_one_version(requirement: str):
    assert constraints()[name_of(requirement)]


def test_constraints_are_versions_and_nothing_else():
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    assert [line for line in lines if not re.fullmatch(r"#.*|[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.]*", line)] == []


def test_every_client_of_the_settings_has_its_description():
    clients = PROJECT["tool"]["specloom"]["clients"]
    assert [name for name, client in clients.items() if not (ROOT / client["spec"]).is_file()] == []


def test_make_explains_its_targets():
    output = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    targets = {line.split()[0] for line in output.splitlines()}
    assert {"generate", "test", "check", "lint", "types", "bench", "docs", "clean", "help"} <= targets


def test_continuous_integration_runs_what_developers_run():
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert "make test" in script.read_text()


def test_the_architecture_page_names_modules_that_exist():
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:[\w*]+/)+[\w*]+(?:\.\w+)+)`", text))
    folders = (ROOT, ROOT / "generator" / "specloom")
    assert "spec/keywords.py" in named
    assert not [name for name in sorted(named) if not any([*folder.glob(name)] for folder in folders)]
