"""Random merges of files, of trees and of whole vendored clients: nothing of anybody's gets lost in silence.

`make fuzz` tries many. The laws of merging one text are in `tests/vendor/test_merge.py`.
"""

from __future__ import annotations

import shutil
from collections import Counter
from typing import TYPE_CHECKING

from fuzzing import fuzz, no_hang
from hypothesis import strategies as st

from specloom.cli.main import main
from specloom.targets.settings import load_configuration
from specloom.vendor.folder import Content
from specloom.vendor.merge import merge_texts
from specloom.vendor.plan import FileAction, FileStep, plan_update
from specloom.vendor.pristine import build_pristine
from specloom.vendor.status import read_status

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pytest

_LINES = [*"abcdef", "", "  g", "\x0c", "\u2028", "a\r", "=======", "x = 1"]
_TEXTS = st.builds(
    lambda lines, end: "\n".join(lines) + end,
    st.lists(st.sampled_from(_LINES), max_size=14),
    st.sampled_from(["\n", ""]),
)
_TREES = st.dictionaries(st.sampled_from(["a.py", "b.py", "m/c.py", "m/d.py", "README.md"]), _TEXTS, max_size=5)


@fuzz(st.tuples(_TEXTS, _TEXTS, _TEXTS), smoke=50)
def test_a_merge_keeps_every_line_that_a_side_added_as_often_as_it_did(texts: tuple[str, str, str]):
    base, yours, update = texts
    merged = Counter(merge_texts(base, yours, update).text.split("\n"))
    for side in (yours, update):
        added = Counter(side.split("\n")) - Counter(base.split("\n"))
        assert all(merged[line] >= number for line, number in added.items())


@fuzz(st.tuples(_TEXTS, _TEXTS), smoke=50)
def test_merging_again_what_was_merged_changes_nothing(texts: tuple[str, str]):
    base, update = texts
    merge = merge_texts("", base, update)
    if not merge.conflicts:
        assert merge_texts(update, merge.text, update).text == merge.text


def _plan(base: Mapping[str, str], yours: Mapping[str, str], update: Mapping[str, str]) -> tuple[FileStep, ...]:
    return plan_update(base, {path: Content(text.encode()) for path, text in yours.items()}, update)


def _after(yours: Mapping[str, str], steps: tuple[FileStep, ...]) -> dict[str, str]:
    changed = {step.path: step.after for step in steps if step.writes}
    kept = {path: text for path, text in yours.items() if path not in changed}
    return {**kept, **{path: data.decode() for path, data in changed.items() if data is not None}}


def _same(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Tell whether two trees are equal but for line ends, which are the consumer's own affair."""
    return {path: text.replace("\r\n", "\n") for path, text in one.items()} == {
        path: text.replace("\r\n", "\n") for path, text in other.items()
    }


@fuzz(st.tuples(_TREES, _TREES), smoke=50)
def test_trees_that_one_side_changed_become_those_of_that_side(trees: tuple[dict[str, str], dict[str, str]]):
    base, other = ({path: text.replace("\r\n", "\n") for path, text in tree.items()} for tree in trees)
    assert _same(_after(base, _plan(base, base, other)), other)
    assert _same(_after(other, _plan(base, other, base)), other)
    assert _same(_after(other, _plan(base, other, other)), other)


@fuzz(st.tuples(_TREES, _TREES, _TREES), smoke=50)
def test_no_tree_loses_a_line_of_its_own(trees: tuple[dict[str, str], dict[str, str], dict[str, str]]):
    base, yours, update = ({path: text.replace("\r\n", "\n") for path, text in tree.items()} for tree in trees)
    steps = _plan(base, yours, update)
    after = _after(yours, steps)
    for path, text in yours.items():
        _assert_kept(text, base.get(path, ""), after.get(path, ""))
    for path, text in update.items():
        if text != base.get(path) and not any(
            step.path == path and step.action is FileAction.KEEP_DELETED for step in steps
        ):
            _assert_kept(text, base.get(path, ""), after.get(path, ""))


def _assert_kept(side: str, base: str, after: str) -> None:
    """See that what a side has beyond the base is there, as often as that."""
    added = Counter(side.split("\n")) - Counter(base.split("\n"))
    found = Counter(after.split("\n"))
    assert all(found[line] >= number for line, number in added.items() if line)


_OPERATIONS = {
    "orders": "getOrder, tags: [Orders], summary: Read an order.",
    "parcels": "listParcels, tags: [Parcels], summary: List parcels.",
    "stores": "getStore, tags: [Stores], summary: Read a store.",
}
_FIELDS = ("id: {type: integer}", "note: {type: string, description: What was said.}", "note: {type: string}", "on: {}")


@st.composite
def _shops(draw: st.DrawFn) -> str:
    """Return descriptions of a shop: some of its operations and fields."""
    operations = draw(st.sets(st.sampled_from([*_OPERATIONS]), min_size=1))
    lines = ["openapi: 3.1.0", 'info: {title: Shop, version: "1"}', "servers: [{url: https://shop.example}]", "paths:"]
    for name in sorted(operations):
        answer = "{application/json: {schema: {$ref: '#/components/schemas/" + name.title() + "'}}}"
        responses = f'responses: {{"200": {{description: It., content: {answer}}}}}'
        lines.append(f"  /{name}: {{get: {{operationId: {_OPERATIONS[name]}, {responses}}}}}")
    lines += ["components:", "  schemas:"]
    for name in sorted(operations):
        fields = draw(st.lists(st.sampled_from(_FIELDS), unique_by=lambda field: field.partition(":")[0], max_size=3))
        lines.append(f"    {name.title()}: {{type: object, properties: {{{', '.join(fields)}}}}}")
    return "\n".join(lines) + "\n"


_DEEDS = st.lists(
    st.tuples(st.sampled_from(["edit", "cut", "delete", "rename", "add"]), st.integers(0, 99), st.integers(0, 99)),
    max_size=4,
)


def _do(deeds: list[tuple[str, int, int]], folder: Path) -> None:
    """Edit the files of a vendored client as people may: every new line says `mine`."""
    for number, (deed, file, line) in enumerate(deeds):
        files = sorted(
            path
            for path in folder.rglob("*")
            if path.is_file() and path.suffix in {".py", ".md"} and "_runtime" not in path.parts
        )
        path = files[file % len(files)]
        lines = path.read_text().splitlines(keepends=True)
        at = line % (len(lines) + 1)
        match deed:
            case "edit":
                path.write_text("".join([*lines[:at], f"# mine {number}\n", *lines[at + 1 :]]))
            case "cut":
                path.write_text("".join([*lines[:at], f"# mine {number}\n", *lines[at + 4 :]]))
            case "delete":
                path.unlink()
            case "rename":
                path.write_text("".join([f"# mine {number}\n", *lines]))
                path.rename(path.with_name(f"renamed{number}.py"))
            case _:
                path.with_name(f"added{number}.py").write_text(f"# mine {number}\n")


def _read(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix in {".py", ".md"}
    }


def test_an_update_loses_nothing_and_says_what_is_left(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    project = tmp_path_factory.mktemp("project")
    into = project / "acme" / "shop"
    monkeypatch.chdir(project)

    def vendored(shop: str) -> dict[str, str]:
        shutil.rmtree(project / "acme", ignore_errors=True)
        (project / "pyproject.toml").write_text('[project]\nname = "acme"\n')
        (project / "shop.yaml").write_text(shop)
        assert main(["vendor", "add", "shop", "--spec", "shop.yaml", "--into", "acme/shop"]) == 0
        return _read(into)

    @fuzz(st.tuples(_shops(), _shops(), _DEEDS), smoke=4, cost=10)
    def check(example: tuple[str, str, list[tuple[str, int, int]]]) -> None:
        old, new, deeds = example
        with no_hang():
            base = vendored(old)
            _do(deeds, into)
            yours = _read(into)
            (project / "shop.yaml").write_text(new)
            client = load_configuration(project).vendored["shop"]
            moves = {new: old for old, new in read_status(client).moved}
            update = build_pristine(client).tree
            code = main(["vendor", "update", "--no-import"])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        after = _read(into)
        for path, text in yours.items():
            _assert_kept(text, base.get(moves.get(path, path), ""), after.get(path, ""))
        changed = {path for path, text in update.items() if text != base.get(path)}
        for path in changed & after.keys():
            if path in yours or path not in base:
                _assert_kept(update[path], base.get(path, ""), after[path])
        conflicts = {path for path, text in after.items() if "<<<<<<< yours" in text}
        left_out = {path for path in changed if path in base and path not in {*yours, *moves.values()}}
        stale = {path for path in base.keys() - update.keys() if path in yours and yours[path] != base[path]}
        stale |= {path for path, old in moves.items() if old not in update}
        assert code == (1 if conflicts or left_out or stale else 0), (
            sorted(conflicts),
            sorted(left_out),
            sorted(stale),
        )
        if not conflicts and not code:
            assert main(["vendor", "update", "--no-import"]) == 0
            assert _read(into) == after

    check()
