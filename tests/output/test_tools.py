import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from specloom import __version__
from specloom.findings import SpecloomError
from specloom.installed import data_folder
from specloom.output import tools
from specloom.output.tools import current_tools, digest_folder, is_newer


@pytest.mark.parametrize(
    ("specloom", "newer"),
    [
        ("99.0", True),
        (f"{__version__}.post1", True),
        (f"{__version__}rc1", False),
        (__version__, False),
        ("main", False),
    ],
)
def test_versions_are_in_the_order_of_packages(specloom: str, newer: bool):
    assert is_newer(specloom) is newer


def test_digests_tell_texts_and_paths_apart(tmp_path: Path):
    (tmp_path / "a").mkdir()
    page = tmp_path / "a" / "page.j2"
    page.write_bytes(b"one\ntwo\n")
    before = digest_folder(tmp_path)
    page.write_bytes(b"one\r\ntwo\r\n")
    assert digest_folder(tmp_path) == before
    page.write_bytes(b"one\nTwo\n")
    assert digest_folder(tmp_path) != before
    page.write_bytes(b"one\ntwo\n")
    page.rename(tmp_path / "a" / "other.j2")
    assert digest_folder(tmp_path) != before


def test_a_folder_can_be_left_out_where_it_lies_on_top(tmp_path: Path):
    for name in ("package", "report", "package/report"):
        (tmp_path / name).mkdir()
    (tmp_path / "package" / "client.j2").write_text("client")
    before = digest_folder(tmp_path, without=["report"])
    (tmp_path / "report" / "page.j2").write_text("page")
    assert digest_folder(tmp_path, without=["report"]) == before
    (tmp_path / "package" / "report" / "page.j2").write_text("page")
    assert digest_folder(tmp_path, without=["report"]) != before


@pytest.mark.parametrize(
    ("folder", "counts"), [("report", False), ("package", True), ("parts", True), ("runtime", True)]
)
def test_only_templates_of_clients_count(folder: str, counts: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    assert (data_folder("templates") / folder).is_dir()
    monkeypatch.setattr(tools, "data_folder", lambda name: tmp_path / name)
    place = tmp_path / "templates" / folder
    place.mkdir(parents=True)
    before = current_tools.__wrapped__()
    (place / "page.j2").write_text("page")
    assert (current_tools.__wrapped__() != before) is counts


def test_the_formatter_counts_with_its_version(monkeypatch: pytest.MonkeyPatch):
    assert current_tools.__wrapped__().formatter == f"ruff {version('ruff')}"
    monkeypatch.setattr(sys, "path", [str(Path(__file__).parent)])
    with pytest.raises(SpecloomError, match=r"^ruff is not installed, but Specloom needs it"):
        current_tools.__wrapped__()
