import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from repository import Repository

from specloom.output import current
from specloom.output.current import is_current, remember_current
from specloom.output.disk import write_tree
from specloom.output.tools import current_tools
from specloom.output.tree import FileTree
from specloom.targets.target import Target

MakeTree = Callable[..., FileTree]


@pytest.fixture
def client(make_tree: MakeTree, spec: Path, out: Path) -> Path:
    """Return a client that was just generated and remembered."""
    write_tree(make_tree(), out)
    remember_current(out)
    assert is_current(Target(spec, out))
    return out


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda out: (out / "__init__.py").write_text("mine"), id="edited"),
        pytest.param(lambda out: (out / "py.typed").unlink(), id="deleted"),
        pytest.param(lambda out: (out / "old.py").write_text(""), id="left over"),
        pytest.param(lambda out: (out / "manifest.json").write_text("{}"), id="manifest broken"),
        pytest.param(lambda out: (out / "manifest.json").unlink(), id="manifest deleted"),
        pytest.param(lambda out: (out / "__pycache__" / "specloom.current").unlink(), id="stamp deleted"),
        pytest.param(lambda out: (out / "__pycache__" / "specloom.current").write_bytes(b"\xff"), id="stamp broken"),
    ],
)
def test_a_change_on_disk_is_seen(change: Callable[[Path], object], client: Path, spec: Path):
    change(client)
    assert not is_current(Target(spec, client))


def test_a_changed_description_is_seen(client: Path, spec: Path):
    spec.write_text("openapi: 3.1.1\n")
    assert not is_current(Target(spec, client))


def test_a_missing_description_is_seen(client: Path, spec: Path):
    spec.unlink()
    assert not is_current(Target(spec, client))


def test_another_entry_document_is_seen(client: Path, spec: Path):
    other = spec.with_name("other.yaml")
    other.write_text(spec.read_text())
    assert not is_current(Target(other, client))


def test_options_are_seen(client: Path, spec: Path):
    assert not is_current(Target(spec, client, package="shop"))
    assert not is_current(Target(spec, client, skip=("listOrders",)))
    assert not is_current(Target(spec, client, only=("orders",)))


def test_the_order_of_options_does_not_count(make_tree: MakeTree, spec: Path, out: Path):
    write_tree(make_tree(skip=("a", "b"), only=("c", "d")), out)
    remember_current(out)
    assert is_current(Target(spec, out, skip=("b", "a"), only=("d", "c")))
    assert not is_current(Target(spec, out, skip=("b", "a")))


def test_line_ends_of_git_are_no_change(client: Path, spec: Path):
    for path in (spec, client / "__init__.py", client / "models" / "order.py"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert is_current(Target(spec, client))
    (client / "__init__.py").write_bytes(b"X = 2\r\n")
    assert not is_current(Target(spec, client))


def test_other_tools_are_seen(client: Path, spec: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(current, "current_tools", lambda: replace(current_tools(), formatter="ruff 99"))
    assert not is_current(Target(spec, client))


def test_a_changed_generator_is_seen(client: Path, spec: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(current, "_generator_digest", lambda: "changed")
    assert not is_current(Target(spec, client))


def test_a_forged_manifest_is_seen(client: Path, spec: Path, make_tree: MakeTree):
    for path, text in make_tree({"__init__.py": "import evil\n"}).items():
        (client / path).write_text(text)
    assert not is_current(Target(spec, client))


def test_a_client_from_version_control_is_not_believed(make_tree: MakeTree, spec: Path, out: Path):
    write_tree(make_tree(), out)
    assert not is_current(Target(spec, out))


def test_a_copy_of_the_folder_with_its_stamp_is_not_believed(client: Path, spec: Path, tmp_path: Path):
    copy = tmp_path / "copy"
    shutil.copytree(client, copy)
    assert (copy / "__pycache__" / "specloom.current").exists()
    assert not is_current(Target(spec, copy))


def test_what_a_dead_run_left_beside_is_a_reason_to_run(client: Path, spec: Path):
    left = client.with_name(".shop.specloom-1")
    left.mkdir()
    assert not is_current(Target(spec, client))
    left.rmdir()
    assert is_current(Target(spec, client))


def test_nothing_generated(spec: Path, out: Path):
    assert not is_current(Target(spec, out))


def test_a_folder_that_takes_no_stamp_only_costs_time(tmp_path: Path):
    remember_current(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_git_does_not_see_the_stamp_in_a_project_that_ignores_nothing(client: Path, tmp_path: Path):
    git = Repository(tmp_path)
    git.git("add", "--all")
    assert "specloom.current" not in git.git("ls-files")
    assert f"{client.name}/__init__.py" in git.git("ls-files")


@pytest.mark.parametrize("link", ["__pycache__", "__pycache__/specloom.current"])
def test_no_stamp_goes_where_a_link_leads(client: Path, tmp_path: Path, link: str):
    shutil.rmtree(client / "__pycache__")
    (tmp_path / "outside").mkdir()
    victim = tmp_path / "outside" / "specloom.current"
    victim.write_text("precious")
    place = client / link
    place.parent.mkdir(exist_ok=True)
    place.symlink_to(victim.parent if link == "__pycache__" else victim)
    remember_current(client)
    assert victim.read_text() == "precious"
