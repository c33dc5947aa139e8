"""The command as a process: what it imports, how it dies, what it does with its streams."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from specloom import __version__

HEAVY = "{'datamodel_code_generator', 'jinja2', 'yaml', 'pydantic', 'importlib.metadata', 'tomllib'}"


def specloom(*arguments: str, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "specloom", *arguments],
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def test_version():
    result = specloom("--version")
    assert (result.returncode, result.stdout) == (0, f"specloom {__version__}\n")


@pytest.mark.parametrize("arguments", [["--help"], ["generate", "--help"], ["check", "--help"], ["bundle", "--help"]])
def test_help(arguments: list[str]):
    result = specloom(*arguments)
    assert result.returncode == 0
    assert result.stdout.startswith("usage: specloom")


@pytest.mark.parametrize("arguments", [[], ["vendor"]])
def test_usage(arguments: list[str]):
    result = specloom(*arguments)
    assert result.returncode == 2
    assert result.stderr.startswith("usage: specloom")


def test_help_imports_nothing_heavy():
    code = f"""
import sys
from specloom.cli.main import main
try:
    main(["--help"])
except SystemExit:
    print({HEAVY} & sys.modules.keys())
"""
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.endswith("\nset()\n")


def test_a_second_run_imports_none_of_the_tools(tmp_path: Path):
    out = str(tmp_path / "client")
    assert specloom("generate", "sitoo", "--out", out).returncode == 0
    code = f"""
import sys
from specloom.cli.main import main
print(main(["generate", "sitoo", "--out", {out!r}]), main(["check", "sitoo", "--out", {out!r}]))
print({HEAVY} - {{'tomllib'}} & sys.modules.keys())
"""
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.splitlines() == [f"{out}: up to date", f"{out}: up to date", "0 0", "set()"]


def test_a_reader_that_stops_is_no_error():
    with subprocess.Popen(
        [sys.executable, "-m", "specloom", "bundle", "sitoo"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


def test_any_text_can_be_printed_anywhere(tmp_path: Path):
    spec = tmp_path / "openapi.yaml"
    spec.write_text('openapi: 3.1.0\ninfo: {title: "Sh\u00f6p 🔧", version: "1"}\npaths: {}\n')
    result = specloom("bundle", str(spec), environment={"PYTHONIOENCODING": "ascii:strict"})
    assert (result.returncode, result.stderr) == (0, "")
    assert "Sh\\xf6p" in result.stdout


def test_a_killed_worker_is_explained(tmp_path: Path):
    code = """
import os, signal, sys
from specloom.cli import generate, main
def die(client, **_):
    os.kill(os.getpid(), signal.SIGKILL)
generate.write_client = die
sys.exit(main.main(["generate", "fixje", "sitoo", "--jobs", "2"]))
"""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "generator")}
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("error: a process that worked on a client was killed")
    assert "--jobs 1" in result.stderr


def test_no_room_for_temporary_files_is_explained(tmp_path: Path):
    """Formatting fails, not generating: nothing is written, and nobody is asked to report a bug."""
    code = """
import sys, tempfile
from specloom.cli import main
def full(*_, **__):
    raise OSError(28, "No space left on device")
tempfile.TemporaryDirectory = full
sys.exit(main.main(["generate", "fixje"]))
"""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "generator")}
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stdout) == (2, "")
    assert "No space left on device" in result.stderr
    assert "TMPDIR" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_no_verdict():
    """A report that went nowhere must not end like one that found something."""
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(
            [sys.executable, "-m", "specloom", "rules"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert result.returncode == 2
    assert result.stderr == "error: cannot write the output: No space left on device\nhelp: make space there\n"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
def test_streams_that_are_closed_and_a_folder_that_is_gone(tmp_path: Path):
    here = tmp_path / "gone"
    here.mkdir()
    command = f"{sys.executable} -m specloom"
    lines = f"{command} list - <&- >&-; echo $?; {command} list >&- 2>&-; echo $?; rmdir {here}; {command} list"
    result = subprocess.run(["sh", "-c", lines], cwd=here, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (2, "2\n0\n")
    assert result.stderr.startswith("-:1:1: error: the file is empty\n")
    assert result.stderr.endswith(
        "error: the working directory is not there any more\nhelp: go to one that is, by cd\n"
    )
