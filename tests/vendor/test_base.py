import io
import zipfile
from pathlib import Path

import pytest

from specloom.findings import SpecloomError
from specloom.output.manifest import MANIFEST, build_manifest, render_manifest
from specloom.output.tree import FileTree
from specloom.targets.target import Target
from specloom.vendor.base import BASE, pack_base, read_base

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
    packed = pack_base(tree)
    assert packed == pack_base(FileTree(dict(reversed(list(tree.items())))))
    entries = zipfile.ZipFile(io.BytesIO(packed)).infolist()
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_git_takes_it_for_binary(tree: FileTree):
    assert b"\0" in pack_base(tree)[:8000]


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data[:-30],
        lambda data: data.replace(b"class Order", b"class Other"),
        lambda data: b"<<<<<<< yours\n" + data.replace(b"PK", b"KP"),
        lambda _: b"",
    ],
    ids=["cut", "edited", "merged", "empty"],
)
def test_damage_is_seen(tree: FileTree, tmp_path: Path, change):
    (tmp_path / BASE).write_bytes(change(pack_base(tree)))
    with pytest.raises(SpecloomError, match=r"\.specloom-base is damaged: ") as caught:
        read_base(tmp_path)
    assert "version control" in caught.value.help


def packed(entries, compression=zipfile.ZIP_STORED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, text in entries:
            archive.writestr(name, text)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        packed([("../out.py", "x")]),
        packed([("/out.py", "x")]),
        packed([("a.py", "x" * 10_000_000)], zipfile.ZIP_DEFLATED),
        packed([("a.py", "x")]),
        packed([(MANIFEST, "{}")]),
        packed([("a.py", b"\xff")]),
    ],
    ids=["parent", "absolute", "compressed", "no manifest", "no real manifest", "no text"],
)
def test_a_base_that_specloom_did_not_write_is_refused(tmp_path: Path, data: bytes):
    (tmp_path / BASE).write_bytes(data)
    with pytest.raises(SpecloomError, match="is damaged"):
        read_base(tmp_path)
