"""Generated clients made by hand: enough of one to write, compare and recognise."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from specloom.output.manifest import MANIFEST, build_manifest, render_manifest
from specloom.output.tree import FileTree
from specloom.targets.target import Target

FILES = {"__init__.py": "X = 1\n", "models/order.py": "class Order: ...\n", "py.typed": ""}

MakeTree = Callable[..., FileTree]


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "specs" / "openapi.yaml"
    path.parent.mkdir()
    path.write_text("openapi: 3.1.0\n")
    return path


@pytest.fixture
def make_tree(spec: Path) -> MakeTree:
    """Return a function that makes a tree, its manifest included, from files and what the manifest should say."""

    def make(files: Mapping[str, str] = FILES, *, version: str = "1", **options: Any) -> FileTree:  # noqa: ANN401
        manifest = build_manifest(files, Target(spec, **options), sources=[spec], title="Shop", version=version)
        return FileTree({**files, MANIFEST: render_manifest(manifest)})

    return make


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "generated" / "shop"
