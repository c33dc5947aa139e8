"""Who waits for a lock learns who holds it, and does not wait for ever."""

import json
import multiprocessing
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from specloom.cli.main import main
from specloom.findings import SpecloomError
from specloom.output.disk import write_changes
from specloom.output.lock import PATIENCE, locked

HOLD = "import sys, pathlib\nfrom specloom.output.lock import locked\nwith locked(pathlib.Path(sys.argv[2])):\n"
HOLD += "    print('held', flush=True)\n    sys.stdin.read()\n"


@contextmanager
def held(target: Path) -> Iterator[int]:
    """Let another process hold the lock of a folder or file; give its id."""
    target.parent.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-c", HOLD, "vendor", str(target)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "generator")}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process.pid
        process.communicate("")


@pytest.fixture
def impatient() -> Iterator[None]:
    token = PATIENCE.set(0.05)
    yield
    PATIENCE.reset(token)


@pytest.mark.usefixtures("impatient")
def test_a_lock_that_is_held_is_given_up_and_says_who_holds_it(tmp_path: Path):
    target = tmp_path / "acme" / "shop"
    with held(target) as process:
        with pytest.raises(SpecloomError) as caught:
            write_changes({"a.py": b""}, target, {})
        said = (
            rf"acme/shop is being written by process {process} \(-c vendor\) since [0-9:]+, which did not end in 0.05"
        )
        assert re.search(said, caught.value.message)
        assert "--wait SECONDS" in caught.value.help
    write_changes({"a.py": b""}, target, {})
    assert sorted(path.name for path in target.parent.iterdir()) == ["shop"]


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"process": "me"}', b"\xff" * 20000, b'{"process": 1}'])
def test_whatever_stands_in_the_lock_is_no_obstacle(content: bytes, tmp_path: Path):
    with locked(tmp_path / "shop"):
        file = tmp_path / ".shop.specloom-lock" / "lock"
        assert json.loads(file.read_bytes())["process"] == os.getpid()
        file.write_bytes(content)
        token = PATIENCE.set(0)
        with pytest.raises(SpecloomError, match="is being written by another process, which did not end in 0 seconds"):
            write_changes({"a.py": b""}, tmp_path / "shop", {})
        PATIENCE.reset(token)


def test_one_second_is_called_so(tmp_path: Path):
    with locked(tmp_path / "shop"):
        token = PATIENCE.set(1)
        with pytest.raises(SpecloomError, match=r"which did not end in 1 second$"):
            write_changes({"a.py": b""}, tmp_path / "shop", {})
        PATIENCE.reset(token)


def _lock_often(target: Path) -> None:
    for _ in range(1500):
        with locked(target):
            pass


@pytest.mark.slow
def test_a_lock_may_go_while_another_process_comes(tmp_path: Path):
    context = multiprocessing.get_context("fork")
    processes = [context.Process(target=_lock_often, args=(tmp_path / "shop",)) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(timeout=60)
    assert [process.exitcode for process in processes] == [0] * 4


def test_a_file_in_the_place_of_a_lock_is_told(tmp_path: Path):
    (tmp_path / ".shop.specloom-lock").touch()
    with pytest.raises(FileExistsError), locked(tmp_path / "shop"):
        pass


def test_no_sign_of_it_reaches_the_terminal(tmp_path: Path):
    with locked(tmp_path / "shop"):
        about = {"process": 7, "command": "\x1b[31m", "since": "\n"}
        (tmp_path / ".shop.specloom-lock" / "lock").write_text(json.dumps(about))
        token = PATIENCE.set(0)
        with pytest.raises(SpecloomError) as caught:
            write_changes({"a.py": b""}, tmp_path / "shop", {})
        PATIENCE.reset(token)
    assert "process 7 (\\x1b[31m) since \\n" in caught.value.message


def test_the_command_line_says_how_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "shop.yaml").write_text("openapi: 3.1.0\ninfo: {title: Shop, version: '1'}\npaths: {}\n")
    with held(tmp_path / "src" / "shop") as process:
        begun = time.monotonic()
        assert main(["generate", "--spec", "shop.yaml", "--out", "src/shop", "--wait", "0.1"]) == 2
        assert time.monotonic() - begun < PATIENCE.get() / 2
    assert f"src/shop is being written by process {process} (" in capsys.readouterr().err
    with held(tmp_path / "specloom.toml") as process:
        assert main(["vendor", "add", "shop", "--spec", "shop.yaml", "--into", "src/acme", "--wait", "0"]) == 2
    assert f"specloom.toml is being written by process {process} (" in capsys.readouterr().err
    assert main(["generate", "--wait", "nan"]) == 2
    assert "'nan' is no number of seconds" in capsys.readouterr().err
