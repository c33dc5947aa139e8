"""The same description gives the same bytes: wherever, whenever and by whomever it is generated."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from specloom.installed import shipped_descriptions
from specloom.output.manifest import MANIFEST
from specloom.pipeline import generate
from specloom.targets.target import Target

if TYPE_CHECKING:
    from collections.abc import Mapping

    from specloom.output.tree import FileTree

ROOT = Path(__file__).parents[1]
SHIPPED = shipped_descriptions()

HERE = {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"}
ELSEWHERE = {"PYTHONHASHSEED": "2", "LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Auckland", "COLUMNS": "20", "NO_COLOR": "1"}
HOSTILE_FILES = {
    "pyproject.toml": '[tool.ruff]\nline-length = 20\n[tool.ruff.format]\nquote-style = "single"\n',
    "ruff.toml": 'line-length = 30\n[format]\nindent-style = "tab"\n',
    ".ruff.toml": "line-length = 40\n",
    ".env": "PYTHONHASHSEED=3\nRUFF_LINE_LENGTH=10\n",
    ".editorconfig": "root = true\n[*]\nmax_line_length = 20\nend_of_line = crlf\n",
    ".gitattributes": "* text eol=crlf\n",
}


def write_client(spec: Path, folder: Path, environment: Mapping[str, str]) -> dict[str, bytes]:
    """Generate by the command line, as a user does, and return what is on disk afterwards."""
    home = folder / "home"
    home.mkdir(parents=True)
    out = folder / "project" / "client"
    out.parent.mkdir()
    for name, text in HOSTILE_FILES.items() if environment is ELSEWHERE else ():
        for place in (folder, home, out.parent):
            (place / name).write_text(text, encoding="utf-8")
    inherited = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-P", "-m", "specloom", "generate", "--spec", str(spec), "--out", str(out)],
        cwd=out.parent,
        env={**inherited, "HOME": str(home), "PYTHONPATH": str(ROOT / "generator"), **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    files = (path for path in out.rglob("*") if path.is_file() and path.parent.name != "__pycache__")
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def read_tree(description: Mapping[str, Any], folder: Path, name: str = "openapi.json") -> FileTree:
    folder.mkdir()
    path = folder / name
    as_yaml = name.endswith("yaml")
    text = yaml.dump(description, Dumper=yaml.CSafeDumper, sort_keys=False) if as_yaml else json.dumps(description)
    path.write_text(text, encoding="utf-8")
    return generate(Target(path)).tree


def without_manifest(tree: Mapping[str, str]) -> dict[str, str]:
    """Return the files but the one that holds the digest of the description's bytes."""
    return {path: text for path, text in tree.items() if path != MANIFEST}


def bundled(spec: Path) -> dict[str, Any]:
    """Return a shipped description as one document."""
    command = [sys.executable, "-P", "-m", "specloom", "bundle", "--format=json", str(spec)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    document: dict[str, Any] = json.loads(done.stdout)
    return document


def reversed_components(description: dict[str, Any]) -> dict[str, Any]:
    """Return the description with the members of every section of its components in another order."""
    sections = description["components"]
    components = {name: dict(reversed(section.items())) for name, section in reversed(sections.items())}
    return {**dict(reversed(description.items())), "components": components}


@pytest.mark.slow
@pytest.mark.parametrize("name", SHIPPED)
def test_neither_place_nor_surroundings_change_a_byte(name: str, tmp_path: Path):
    copy = shutil.copytree(SHIPPED[name].parent, tmp_path / "a copy")
    first = write_client(SHIPPED[name], tmp_path / "first", HERE)
    second = write_client(copy / SHIPPED[name].name, tmp_path / "second", ELSEWHERE)
    assert first == second
    for path, content in first.items():
        assert str(ROOT).encode() not in content, path
        assert b"\r" not in content, path


@pytest.mark.slow
@pytest.mark.parametrize("name", SHIPPED)
def test_neither_syntax_nor_the_order_of_components_makes_a_difference(name: str, tmp_path: Path):
    description = bundled(SHIPPED[name])
    as_json = read_tree(description, tmp_path / "json")
    as_yaml = read_tree(description, tmp_path / "yaml", "openapi.yaml")
    reordered = read_tree(reversed_components(description), tmp_path / "reordered")
    assert list(as_json) == list(as_yaml) == list(reordered)
    assert without_manifest(as_json) == without_manifest(as_yaml) == without_manifest(reordered)
