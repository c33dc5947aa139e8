"""What is being done is said at a terminal to whoever waits, and nothing of it is left."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout, suppress
from io import TextIOWrapper
from pathlib import Path

import pytest

from specloom.cli.terminal import hidden_progress, print_message, print_result, shown_progress
from specloom.progress import tell_progress


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("specloom.cli.terminal._PATIENCE", 0.01)
    monkeypatch.setattr("specloom.cli.terminal._PAUSE", 0.01)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("CI", raising=False)


@contextmanager
def terminal() -> Iterator[Callable[..., str]]:
    """Let stdout and stderr be a terminal of twenty columns; give a function that waits for a text on it."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 20, 0, 0))
    stream = TextIOWrapper(os.fdopen(theirs, "wb", buffering=0), write_through=True)

    def read(until: str = "", seconds: float = 5) -> str:
        found = b""
        end = time.monotonic() + seconds
        while until not in found.decode() or not until:
            if not select.select([ours], [], [], max(0, end - time.monotonic()))[0]:
                break
            found += os.read(ours, 1000)
        return found.decode()

    with redirect_stdout(stream), redirect_stderr(stream):
        yield read
    stream.close()
    os.close(ours)


def screen(text: str) -> list[str]:
    """Return the lines that a terminal shows in the end."""
    lines = [""]
    column = 0
    for each in text:
        if each == "\n":
            lines.append("")
            column = 0
        elif each == "\r":
            column = 0
        else:
            lines[-1] = lines[-1][:column] + each + lines[-1][column + 1 :]
            column += 1
    return [line.rstrip() for line in lines]


def test_the_line_is_rewritten_and_nothing_is_left():
    with terminal() as written:
        with shown_progress():
            tell_progress("reading a.yaml")
            text = written("a.yaml")
            tell_progress("done")
            text += written("done")
            assert screen(text) == ["done"]
        assert screen(text + written(seconds=0)) == [""]


def test_what_is_printed_stands_on_lines_of_its_own():
    with terminal() as written:
        with shown_progress():
            tell_progress("reading a.yaml")
            text = written("a.yaml")
            print_result("result")
            print_message("message")
            text += written("a.yaml")
            assert screen(text) == ["result", "message", "reading a.yaml"]
        assert screen(text + written(seconds=0)) == ["result", "message", ""]


def test_a_question_is_left_alone():
    with terminal() as written, shown_progress():
        tell_progress("reading a.yaml")
        text = written("a.yaml")
        with hidden_progress():
            assert screen(text + written(seconds=0.1)) == [""]


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("x" * 19, "x" * 19),
        ("x" * 20, "x" * 18 + "…"),
        ("日" * 10, "日" * 8 + "…"),
        ("a\nb\x1b[31m\r", r"a\nb\x1b[31m\r"),
    ],
)
def test_it_takes_one_line_whatever_is_told(told: str, shown: str):
    with terminal() as written, shown_progress():
        tell_progress(told)
        assert shown in written(shown)


@pytest.mark.parametrize(("name", "value"), [("TERM", "dumb"), ("CI", "true")])
def test_nothing_is_shown_where_it_is_not_wanted(name: str, value: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(name, value)
    with terminal() as written, shown_progress():
        tell_progress("reading a.yaml")
        assert written(seconds=0.1) == ""


def test_nothing_is_shown_before_somebody_waits(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("specloom.cli.terminal._PATIENCE", 60)
    with terminal() as written:
        with shown_progress():
            tell_progress("reading a.yaml")
        assert written(seconds=0) == ""


AT_ONCE = """
import sys
from specloom.cli import terminal
from specloom.cli.main import main
terminal._PATIENCE = 0
sys.exit(main())
"""
"""The command, for people without any patience: some machines are done before others begin to wait."""


@pytest.mark.slow
@pytest.mark.parametrize("no_color", ["", "1"])
def test_a_large_client_is_generated(no_color: str, tmp_path: Path):
    command = [sys.executable, "-c", AT_ONCE, "generate", "fixably"]
    environment = {key: value for key, value in os.environ.items() if key != "CI"}
    environment |= {"TERM": "xterm", "NO_COLOR": no_color}
    ours, theirs = pty.openpty()
    process = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=theirs, stderr=theirs)
    os.close(theirs)
    text = ""
    with suppress(OSError):  # the end, as terminals say it
        while piece := os.read(ours, 1000):
            text += piece.decode()
    os.close(ours)
    assert process.wait() == 0
    assert "\rmaking a client of Fixably API" in text or "\rformatting the client of Fixably API" in text
    lines = screen(text.replace("\r\n", "\n"))
    assert [re.sub(r"\d{3}", "N", line) for line in lines] == ["generated/fixably: N files, N added", ""]
    assert "\x1b" not in text
    again = subprocess.run([*command, "--force"], cwd=tmp_path, env=environment, capture_output=True, check=True)
    assert again.stderr == b""
