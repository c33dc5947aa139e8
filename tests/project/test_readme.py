"""What the README shows is run as it stands: commands in an empty folder, Python against a server on loopback."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from sitoo_server import ACCOUNT, API_ID, API_PASSWORD, running

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def section(title):
    return README.split(f"\n## {title}\n")[1].split("\n## ")[0]


def blocks(text, language):
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


@pytest.fixture(scope="module")
def integrator(tmp_path_factory):
    """A folder in which the README's commands for Sitoo were run, in the order in which they stand."""
    folder = tmp_path_factory.mktemp("integrator")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    for line in "".join(blocks(section("Call Sitoo in ten minutes"), "console")).splitlines():
        prompt, name, *arguments = shlex.split(line, comments=True)
        assert (prompt, name) == ("$", "specloom")
        command = [sys.executable, "-m", "specloom", *arguments]
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    (folder / "src/acme/__init__.py").touch()
    return folder


def run(folder, server, code, **more: str):
    code = code.replace('"20417"', repr(ACCOUNT)).replace('"20417-23"', repr(API_ID)).replace('"…"', repr(API_PASSWORD))
    environment = {**os.environ, "PYTHONPATH": str(folder / "src"), "SITOO_BASE_URL": server.base_url, **more}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_ten_minutes(integrator):
    (code,) = blocks(section("Call Sitoo in ten minutes"), "python")
    with running() as server:
        server.add(id="102DC4AA3", revision=3, state="new")
        assert "102DC4AA3 new" in run(integrator, server, code)
        assert server.orders["102DC4AA3"]["state"] == "service_done"
        stale = code.replace("revision=order.revision or 1", "revision=1")
        assert "somebody changed the order" in run(integrator, server, stale)


ROWS = re.findall(r"^\| ([^|]+) \| (`.+) \|$", section("Call Sitoo in ten minutes"), re.MULTILINE)


@pytest.mark.parametrize(("wish", "row"), ROWS, ids=[wish.strip() for wish, _ in ROWS])
def test_every_row_of_you_want_you_write(integrator, wish, row):
    lines = ["import httpx", "from acme.sitoo import Sitoo", "id = '102DC4AA3'", "sitoo = Sitoo()"]
    lines.append("handler = lambda request: httpx.Response(200, json=[])")
    codes = re.findall("`([^`]+)`", row)
    lines += [f"{code} print(page)" if code.startswith("for ") else code.replace("(…, ", "(") for code in codes]
    settings = {"SITOO_ACCOUNT": ACCOUNT, "SITOO_API_ID": API_ID, "SITOO_API_PASSWORD": API_PASSWORD}
    with running() as server:
        server.add(id="102DC4AA3")
        if "not described" in wish:
            server.fail_next(status=200, body=b"[]", headers={})
        run(integrator, server, "\n".join(lines), **settings)
    assert len(ROWS) >= 7


def test_the_finding_is_what_the_command_says(tmp_path):
    """The README's example: one letter taken out of a reference of the shipped description."""
    text = (ROOT / "specs/sitoo/openapi.yaml").read_text(encoding="utf-8")
    wrong = text.replace('schemas/ServiceOrder"', 'schemas/SeviceOrder"', 1)
    (tmp_path / "specs/sitoo").mkdir(parents=True)
    (tmp_path / "specs/sitoo/openapi.yaml").write_text(wrong, encoding="utf-8")
    command = [sys.executable, "-m", "specloom", "generate", "--spec", "specs/sitoo/openapi.yaml", "--out", "out"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    (shown,) = blocks(section("A finding"), "")
    assert done.returncode == 2
    assert done.stderr.startswith(shown)
    assert not (tmp_path / "out").exists()


def test_the_commands_it_lists_are_those_that_there_are():
    from specloom.cli.main import COMMANDS  # noqa: PLC0415 - only here

    listed = re.findall(r"^\| `specloom (\w+)", section("Commands"), re.MULTILINE)
    assert listed == list(COMMANDS)
