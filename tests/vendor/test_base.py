import json
import os
import subprocess
import sys
import tomllib
import zipfile
import zlib
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from specloom.findings import SpecloomError
from specloom.output.folder import MAX_FILE
from specloom.output.manifest import MANIFEST, build_manifest, render_manifest
from specloom.output.tree import FileTree
from specloom.targets.target import Target
from specloom.vendor.base import BASE, UNDO, pack_base, read_base

HEAD = b"specloom base\0"
FILES = {"__init__.py": "X = 'é'\n", "models/order.py": "class Order: ...\n", "py.typed": ""}


@pytest.fixture
def tree(tmp_path: Path) -> FileTree:
    source = tmp_path / "openapi.yaml"
    source.touch()
    manifest = build_manifest(FILES, Target(source), sources=[source], title="Shop", version="1")
    return FileTree({**FILES, MANIFEST: render_manifest(manifest)})


def test_what_is_packed_is_read_again(tree: FileTree, tmp_path: Path):
    (tmp_path / BASE).write_bytes(pack_base(tree))
    read = read_base(tmp_path)
    assert read is not None
    assert dict(read) == dict(tree)


def test_no_base_is_none(tmp_path: Path):
    assert read_base(tmp_path) is None


def test_the_bytes_depend_on_the_files_alone(tree: FileTree):
    assert pack_base(tree) == pack_base(FileTree(dict(reversed(list(tree.items())))))


def test_the_base_of_the_largest_client_passes_checks_for_large_files():
    """`check-added-large-files` of pre-commit refuses what is larger than 500 kB."""
    folder = Path(__file__).parents[2] / "generated" / "fixably"
    files = {each.relative_to(folder).as_posix(): each for each in folder.rglob("*") if "__pycache__" not in each.parts}
    tree = FileTree({path: file.read_text("utf-8") for path, file in files.items() if file.is_file()})
    assert len(pack_base(tree)) < 350_000


def test_the_line_of_the_documentation_keeps_it_out_of_a_wheel(tree: FileTree, tmp_path: Path):
    page = (Path(__file__).parents[2] / "docs" / "merging.md").read_text(encoding="utf-8")
    line = tomllib.loads(page.partition("```toml\n")[2].partition("```")[0])["tool"]["hatch"]["build"]["exclude"]
    client = tmp_path / "src" / "acme" / "shop"
    (client / UNDO).mkdir(parents=True)
    (client / UNDO / "state").touch()
    (client / "__init__.py").touch()
    (client / BASE).write_bytes(pack_base(tree))
    (tmp_path / "pyproject.toml").write_text(
        '[project]\nname = "acme"\nversion = "1"\n[tool.hatch.build.targets.wheel]\npackages = ["src/acme"]\n'
        f"[tool.hatch.build]\nexclude = {json.dumps(line)}\n"
    )
    files = [file.distribution_path for file in WheelBuilder(str(tmp_path)).recurse_included_files()]
    assert files == ["acme/shop/__init__.py"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("backend", "carries"),
    [
        ("hatchling.build", (True, False)),
        ("poetry.core.masonry.api", (True, False)),
        ("uv_build", (True, False)),
        ("pdm.backend", (True, False)),
        ("setuptools.build_meta", (False, False)),
        ("flit_core.buildapi", (True, True)),
    ],
)
def test_what_the_documentation_says_of_wheels_holds(
    backend: str, carries: tuple[bool, bool], tree: FileTree, tmp_path: Path
):
    """Each builds a wheel without the lines of the documentation, then with them, as far as it is installed."""
    if find_spec(backend.partition(".")[0]) is None:  # importing setuptools would change this process
        pytest.skip(f"{backend} is not installed")
    client = tmp_path / "src" / "acme" / "shop"
    (client / UNDO).mkdir(parents=True)
    (client / UNDO / "state").touch()
    (client / BASE).write_bytes(pack_base(tree))
    for module in (client.parent, client):
        (module / "__init__.py").write_text("")
    page = (Path(__file__).parents[2] / "docs" / "merging.md").read_text(encoding="utf-8")
    for number, lines in enumerate(("", page.partition("```toml\n")[2].partition("```")[0])):
        (tmp_path / "pyproject.toml").write_text(
            f'[build-system]\nrequires = []\nbuild-backend = "{backend}"\n'
            '[project]\nname = "acme"\nversion = "1"\ndescription = "Acme."\nrequires-python = ">=3.11"\n' + lines
        )
        (tmp_path / f"wheel{number}").mkdir()
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"  # uv_build looks for its program there
        code = f"from {backend} import build_wheel; build_wheel('wheel{number}')"
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=tmp_path,
            env={**os.environ, "PATH": path},
            capture_output=True,
            check=False,
        )
        if b"invalid command 'bdist_wheel'" in done.stderr:
            pytest.skip("this setuptools needs the package wheel")
        assert done.returncode == 0, done.stderr.decode()
        (wheel,) = (tmp_path / f"wheel{number}").glob("*.whl")
        names = zipfile.ZipFile(wheel).namelist()
        assert "acme/shop/__init__.py" in names
        assert any(".specloom-" in name for name in names) is carries[number]


def test_git_takes_it_for_binary(tree: FileTree):
    assert b"\0" in pack_base(tree)[:8000]


NO_BASE = "it does not begin as one"
ENDS_ELSEWHERE = "it is cut off, too large, or goes on behind its end"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda data: data[:-30], ENDS_ELSEWHERE),
        (
            lambda data: HEAD + zlib.compress(zlib.decompress(data[len(HEAD) :]).replace(b"Order", b"Other")),
            "its files are not those of its manifest",
        ),
        (lambda data: b"<<<<<<< yours\n" + data, NO_BASE),
        (lambda data: data + b"x", ENDS_ELSEWHERE),
        (lambda _: b"", NO_BASE),
        (
            lambda _: b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n",
            "it is only a pointer of Git LFS, which `git lfs pull` replaces by the file",
        ),
    ],
    ids=["cut", "edited", "merged", "longer", "empty", "pointer"],
)
def test_damage_is_seen(tree: FileTree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change, reason: str):
    monkeypatch.chdir(tmp_path)
    (tmp_path / BASE).write_bytes(change(pack_base(tree)))
    with pytest.raises(SpecloomError) as caught:
        read_base(tmp_path)
    assert caught.value.message == f".specloom-base is damaged: {reason}"
    assert "version control" in caught.value.help


def test_other_line_ends_are_seen(tree: FileTree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    long = "".join(sha256(str(number).encode()).hexdigest() for number in range(300))
    data = pack_base(FileTree({**tree, "long.py": long}))
    assert b"\n" in data
    (tmp_path / BASE).write_bytes(data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    with pytest.raises(SpecloomError) as caught:
        read_base(tmp_path)
    assert caught.value.message == (
        ".specloom-base is damaged: Git changed its line ends; let .gitattributes say `.specloom-base -text`"
    )


def packed(files: object) -> bytes:
    return HEAD + zlib.compress(json.dumps(files).encode())


@pytest.mark.parametrize(
    "data",
    [
        packed({"../out.py": "x"}),
        packed({"/out.py": "x"}),
        packed({"a.py": "x"}),
        packed({MANIFEST: "{}"}),
        packed({"a.py": 1}),
        packed(["a.py"]),
        HEAD + zlib.compress(b"\xff"),
        HEAD + zlib.compress(b"[" * 100_000),
        HEAD + zlib.compress(b" " * (MAX_FILE + 1)),
    ],
    ids=["parent", "absolute", "no manifest", "no real manifest", "number", "list", "no text", "deep", "bomb"],
)
def test_a_base_that_specloom_did_not_write_is_refused(tmp_path: Path, data: bytes):
    (tmp_path / BASE).write_bytes(data)
    with pytest.raises(SpecloomError, match="is damaged"):
        read_base(tmp_path)
