import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from specloom.output.current import Drift, Verdict, compare
from specloom.output.disk import write_tree
from specloom.output.manifest import build_manifest, render_manifest
from specloom.output.tools import Tools, current_tools
from specloom.output.tree import FileTree
from specloom.targets.target import Target

MakeTree = Callable[..., FileTree]
FILES = {"__init__.py": "X = 1\n", "models/order.py": "class Order: ...\n", "py.typed": ""}


def verdicts(comparison: tuple[Verdict, ...]) -> list[tuple[int, tuple[str, ...], str]]:
    return [(verdict.drift.value, verdict.files, verdict.command) for verdict in comparison]


@pytest.fixture
def tree(make_tree: MakeTree, out: Path) -> FileTree:
    """Return a tree that was written to `out`."""
    tree = make_tree(FILES)
    write_tree(tree, out)
    return tree


@pytest.fixture
def other_tools(tree: FileTree, monkeypatch: pytest.MonkeyPatch) -> Tools:
    """Return tools that are installed once `tree` is written."""
    assert "manifest.json" in tree
    tools = replace(current_tools(), specloom="9.9.9", formatter="ruff 99.0.0")
    monkeypatch.setattr("specloom.output.manifest.current_tools", lambda: tools)
    return tools


def test_current(tree: FileTree, out: Path):
    assert compare(tree, out) == ()


def test_compiled_files_and_notes_do_not_count(tree: FileTree, out: Path):
    (out / "__pycache__").mkdir()
    (out / "__pycache__" / "a.py").write_text("")
    (out / "BUILD").write_text("")
    assert compare(tree, out) == ()


@pytest.mark.usefixtures("tree")
def test_description_changed(make_tree: MakeTree, spec: Path, out: Path):
    spec.write_text("openapi: 3.1.1\n")
    comparison = compare(make_tree({**FILES, "__init__.py": "X = 2\n"}), out, command="specloom generate shop")
    assert verdicts(comparison) == [(10, ("openapi.yaml",), "specloom generate shop")]


@pytest.mark.usefixtures("tree")
def test_a_comment_in_the_description_counts(make_tree: MakeTree, spec: Path, out: Path):
    spec.write_text("openapi: 3.1.0 # same\n")
    assert verdicts(compare(make_tree(FILES), out)) == [(10, ("openapi.yaml",), "specloom generate")]


@pytest.mark.usefixtures("tree")
def test_options_changed(make_tree: MakeTree, out: Path):
    comparison = compare(make_tree(FILES, package="shop", skip=("listOrders",), only=("orders",)), out)
    assert verdicts(comparison) == [(10, ("manifest.json",), "specloom generate")]
    assert "package by default → shop, skip [] → [listOrders], only [] → [orders]" in comparison[0].message


def test_edited_by_hand(tree: FileTree, out: Path):
    (out / "models" / "order.py").write_text("mine\n")
    (out / "__init__.py").unlink()
    (out / "__init__.py").symlink_to("models/order.py")
    comparison = compare(tree, out, command="specloom generate shop")
    assert verdicts(comparison) == [(11, ("__init__.py", "models/order.py"), "specloom generate shop --force")]


def test_the_manifest_edited_by_hand(tree: FileTree, out: Path):
    manifest = out / "manifest.json"
    manifest.write_text(json.dumps(json.loads(manifest.read_text())))
    assert verdicts(compare(tree, out)) == [(11, ("manifest.json",), "specloom generate")]


def test_an_edit_that_the_manifest_hides(tree: FileTree, make_tree: MakeTree, out: Path):
    forged = make_tree({**FILES, "__init__.py": "import evil\n"})
    for path, text in forged.items():
        (out / path).write_text(text)
    assert verdicts(compare(tree, out)) == [(12, ("__init__.py", "manifest.json"), "specloom generate")]


def test_line_ends_of_git_are_no_edit(tree: FileTree, out: Path):
    for path, text in tree.items():
        (out / path).write_bytes(text.replace("\n", "\r\n").encode())
    assert compare(tree, out) == ()
    (out / "__init__.py").write_bytes(b"X = 2\r\n")
    assert verdicts(compare(tree, out)) == [(11, ("__init__.py",), "specloom generate --force")]


def test_line_ends_of_some_lines_are_no_edit(make_tree: MakeTree, out: Path):
    tree = make_tree({"__init__.py": "X = 1\nY = 2\n"})
    write_tree(tree, out)
    (out / "__init__.py").write_bytes(b"X = 1\r\nY = 2\n")
    assert compare(tree, out) == ()


@pytest.mark.parametrize("content", [b"X = 1\r", b"X = 1\r\r\n", b"X = 1\n\r\n"])
def test_other_line_ends_are_edits(content: bytes, tree: FileTree, out: Path):
    (out / "__init__.py").write_bytes(content)
    assert [verdict.drift for verdict in compare(tree, out)] == [Drift.EDITED_BY_HAND]


@pytest.mark.usefixtures("tree")
def test_line_ends_of_a_description_are_no_change(make_tree: MakeTree, spec: Path, out: Path):
    spec.write_bytes(spec.read_bytes().replace(b"\n", b"\r\n"))
    assert compare(make_tree(FILES), out) == ()


@pytest.mark.usefixtures("other_tools")
def test_tool_differs(make_tree: MakeTree, out: Path):
    comparison = compare(make_tree({**FILES, "__init__.py": "X=1\n"}), out)
    assert verdicts(comparison) == [(12, ("__init__.py", "manifest.json"), "specloom generate")]
    assert "specloom 0.1.0 → 9.9.9, ruff 0." in comparison[0].message
    assert "→ 99.0.0" in comparison[0].message


@pytest.mark.usefixtures("other_tools")
def test_a_new_tool_that_generates_other_files_is_no_drift_of_the_description(make_tree: MakeTree, out: Path):
    files = {"__init__.py": "X = 1\n", "models/orders.py": "class Order: ...\n", "py.typed": ""}
    comparison = compare(make_tree(files), out)
    assert {verdict.drift for verdict in comparison} == {Drift.TOOL_DIFFERS}
    assert comparison[0].files == ("manifest.json", "models/order.py", "models/orders.py")


def test_missing_and_left_over(tree: FileTree, out: Path):
    shutil.rmtree(out / "models")
    (out / "old resource.py").write_text("")
    assert verdicts(compare(tree, out)) == [
        (13, ("models/order.py",), "specloom generate"),
        (13, ("old resource.py",), f"mv -n -- '{out}/old resource.py' {out.parent}"),
    ]


def test_nothing_generated(tree: FileTree, tmp_path: Path):
    comparison = compare(tree, tmp_path / "nowhere", command="specloom generate shop")
    assert verdicts(comparison) == [(13, ("manifest.json",), "specloom generate shop")]


@pytest.mark.usefixtures("other_tools")
def test_a_new_tool_that_reads_the_description_otherwise_is_no_drift_of_it(spec: Path, out: Path):
    """It trims the title, and reads a document that the old one did not need: none that both read has changed."""
    more = spec.with_name("more.yaml")
    more.write_text("{}")
    manifest = build_manifest(FILES, Target(spec), sources=[spec, more], title="shop", version="1.0")
    comparison = compare(FileTree({**FILES, "manifest.json": render_manifest(manifest)}), out)
    assert [verdict.drift for verdict in comparison] == [Drift.TOOL_DIFFERS]


@pytest.mark.usefixtures("tree")
def test_documents_that_come_and_go_are_named_with_the_one_that_changed(spec: Path, out: Path):
    spec.write_text("openapi: 3.1.1\n")
    more = spec.with_name("more.yaml")
    more.write_text("{}")
    manifest = build_manifest(FILES, Target(spec), sources=[spec, more], title="Shop", version="1")
    tree = FileTree({**FILES, "manifest.json": render_manifest(manifest)})
    comparison = compare(tree, out, documents=Path("specs"))
    assert verdicts(comparison) == [(10, ("specs/more.yaml", "specs/openapi.yaml"), "specloom generate")]


def test_a_left_over_that_will_be_generated_is_none(tree: FileTree, make_tree: MakeTree, spec: Path, out: Path):
    assert "models/order.py" in tree
    spec.write_text("openapi: 3.1.1\n")
    files = {**FILES, "models/customer.py": "class Customer: ...\n"}
    (out / "models" / "customer.py").write_text(files["models/customer.py"])
    assert verdicts(compare(make_tree(files), out)) == [(10, ("openapi.yaml",), "specloom generate")]


@pytest.mark.usefixtures("other_tools")
def test_all_at_once(make_tree: MakeTree, spec: Path, out: Path):
    spec.write_text("openapi: 3.1.1\n")
    (out / "__init__.py").write_text("mine\n")
    (out / "py.typed").unlink()
    comparison = compare(make_tree(FILES, version="2"), out)
    assert [verdict.drift.value for verdict in comparison] == [10, 11, 12, 13]


@pytest.mark.usefixtures("tree")
@pytest.mark.parametrize("version", ["1", "2"])
def test_what_the_commands_say_helps(version: str, make_tree: MakeTree, out: Path):
    """Writing as the verdict says makes the client current."""
    (out / "__init__.py").write_text("mine\n")
    new = make_tree(FILES, version=version)
    force = any(verdict.command.endswith(" --force") for verdict in compare(new, out))
    write_tree(new, out, force=force)
    assert compare(new, out) == ()
