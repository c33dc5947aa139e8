"""Listings and reports fold to the width of a terminal, and stay as they are anywhere else."""

import fcntl
import os
import pty
import struct
import termios
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import StringIO, TextIOWrapper
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specloom.cli.main import main
from specloom.cli.terminal import cells, fold

SHOP = """\
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /orders/{order_id}/lines/{line_id}:
    get:
      operationId: getOneLineOfAnOrderByItsNumber
      parameters:
        - {name: order_id, in: path, required: true, schema: {type: string}}
        - {name: line_id, in: path, required: true, schema: {type: string}}
      responses: {'200': {description: D, content: {application/json: {schema: {type: string}}}}}
"""
COMMANDS = [
    ["rules"],
    ["list", "sitoo"],
    ["lint", "old.yaml"],
    ["diff", "old.yaml", "new.yaml"],
    ["explain", "getOneLineOfAnOrder", "--spec", "old.yaml"],
    ["check"],
    ["vendor", "status"],
]


@pytest.mark.parametrize(
    ("line", "folded"),
    [
        ("short", "short"),
        ("it says what is wrong", "it says what is\n  wrong"),
        ("    help: say what it does", "    help: say what\n      it does"),
        ("    help: ok       [rule-of-it]", "    help: ok\n        [rule-of-it]"),
        ("help: ok         [it]", "help: ok        [it]"),
        ("name  says what it is of a thing", "name  says what it is\n      of a thing"),
        ("a-long-name-of-it  says what it is", "a-long-name-of-it\n    says what it is"),
        ("help: so\nhelp: then run: specloom vendor update", "help: so\nhelp: then\n  run: specloom vendor update"),
        ("use `git mergetool --all` then", "use\n  `git mergetool --all`\n  then"),
        ("or back with: specloom vendor update shop --undo", "or back with:\n  specloom vendor update shop --undo"),
        ("(take it: git add a/b c/d) or not", "(take it:\n  git add a/b c/d)\n  or not"),
        ("by: git merge --abort; it stays", "by:\n  git merge --abort;\n  it stays"),
        ("in: cd a/b, or cd c/d, or more", "in: cd a/b, or\n  cd c/d, or more"),
        ("\x1b[1mbold\x1b[0m and not so bold here", "\x1b[1mbold\x1b[0m and not so bold\n  here"),
        ("日日日日 日日日日日日日", "日日日日\n  日日日日日日日"),
        ("a" * 30, "a" * 30),
    ],
)
def test_long_lines_are_broken_where_it_reads_best(line: str, folded: str):
    assert fold(line, 20 if "name " not in line else 22) == folded
    assert fold(line, None) == line


@given(st.text(alphabet="ab :[]\n", max_size=200), st.integers(1, 60))
def test_no_word_is_lost(text: str, columns: int):
    folded = fold(text, columns)
    assert folded.split() == text.split()
    assert all(cells(line) <= columns or len(line.split()) == 1 for line in folded.split("\n") if line.strip())


@contextmanager
def terminal(columns: int) -> Iterator[Callable[[], str]]:
    """Let stdout and stderr be a terminal; give a function that ends it and returns what was written."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    stream = TextIOWrapper(os.fdopen(theirs, "wb", buffering=0), write_through=True)
    found: list[bytes] = []

    def read() -> None:
        try:
            while piece := os.read(ours, 100_000):
                found.append(piece)
        except OSError:  # the end, as terminals say it
            return

    reader = Thread(target=read)
    reader.start()

    def finish() -> str:
        stream.close()
        reader.join()
        os.close(ours)
        return b"".join(found).decode().replace("\r\n", "\n")

    with redirect_stdout(stream), redirect_stderr(stream):
        yield finish


def test_the_cells_of_a_list_stand_below_each_other_where_one_row_has_no_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    short = "  /a:\n    get: {operationId: getA, responses: {'204': {description: D}}}\n"
    (tmp_path / "shop.yaml").write_text(SHOP + short)
    with terminal(60) as finish:
        main(["list", "shop.yaml"])
        assert "\na.get_a\n    GET /a\n    getA\n" in finish()


@pytest.mark.parametrize("columns", [60, 80, 200])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_nothing_is_wider_than_the_terminal(
    columns: int, command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CI", "true")
    monkeypatch.setenv("NO_COLOR", "1")
    (tmp_path / "old.yaml").write_text(SHOP)
    (tmp_path / "new.yaml").write_text(SHOP.replace("{type: string}}}}", "{type: integer}}}}"))
    with terminal(columns) as finish:
        main(command)
        shown = finish()
    with redirect_stdout(StringIO()) as out, redirect_stderr(out):
        main(command)
    plain = out.getvalue()
    assert shown.split() == plain.split()
    assert all(cells(line) <= columns for line in shown.split("\n") if len(line.split()) > 1 and "run: " not in line)
    assert plain.count("\n") <= shown.count("\n")


@pytest.mark.parametrize("colors", ["NO_COLOR", "FORCE_COLOR"])
def test_the_name_of_a_folder_steers_no_terminal(colors: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(colors, "1")
    (tmp_path / "shop.yaml").write_text(SHOP)
    with terminal(200) as finish:
        assert main(["generate", "--spec", "shop.yaml", "--out", "a\x1b]0;b\x07\x9bc"]) == 0
        shown = finish()
    assert r"a\x1b]0;b\x07\x9bc" in shown
    assert not {"\x1b]", "\x07", "\x9b"} & {shown[at : at + size] for at in range(len(shown)) for size in (1, 2)}
