"""How commands take a document: a file, a folder, the standard input, a pipe; and what they say of an address."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from specloom import regular_file
from specloom.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
SPEC = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
paths:
  /orders: {get: {operationId: listOrders, responses: {"200": {$ref: "parts.yaml#/Orders"}}}}
"""
PARTS = "Orders: {description: All of them.}\n"


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str]]:
    """Return a function that runs a command with an input in a folder that has the parts of a description."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(regular_file, "_held", {})
    Path("parts.yaml").write_text(PARTS)

    def run(*arguments: str, stdin: str = "") -> tuple[int, str]:
        regular_file._held.clear()
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(stdin.encode())))
        code = main(arguments)
        out, err = capfd.readouterr()
        return code, out + err

    return run


def test_the_standard_input_is_a_document_of_the_working_directory(run: Callable[..., tuple[int, str]]):
    assert run("generate", "--spec", "-", "--out", "shop", stdin=SPEC)[0] == 0
    assert run("check", "--spec", "-", "--out", "shop", stdin=SPEC) == (0, "shop: up to date\n")
    assert run("check", "--spec", "-", "--out", "shop", stdin=SPEC.replace('"1"', '"2"'))[0] == 10
    assert "GET /orders" in run("explain", "listOrders", "--spec", "-", stdin=SPEC)[1]
    assert run("bundle", "-", stdin=SPEC)[1].startswith("openapi: 3.1.0\n")
    assert "-:4:13: warning: GET /orders has neither summary nor description" in run("lint", "-", stdin=SPEC)[1]


def test_what_is_wrong_on_the_standard_input_is_quoted_from_it(run: Callable[..., tuple[int, str]]):
    code, told = run("lint", "-", stdin=SPEC.replace("#/Orders", "#/Order"))
    assert code == 1
    assert "-:4:70: error: reference points at nothing: 'parts.yaml#/Order'" in told


def test_the_standard_input_is_linted_beside_files_too(run: Callable[..., tuple[int, str]]):
    Path("other.yaml").write_text(SPEC)
    told = run("lint", "-", "other.yaml", stdin=SPEC)[1]
    assert "-:4:13: warning" in told
    assert "other.yaml:4:13: warning" in told


def test_versions_are_compared_with_what_comes_in(run: Callable[..., tuple[int, str]]):
    Path("openapi.yaml").write_text(SPEC)
    code, told = run("diff", "openapi.yaml", "-", stdin=SPEC.replace("listOrders", "findOrders"))
    assert code == 1
    assert "from openapi.yaml to -" in told


@pytest.mark.parametrize("name", ["openapi.yaml", "openapi.json", "swagger.yml", "our-api.yaml"])
def test_a_folder_stands_for_its_document(run: Callable[..., tuple[int, str]], name: str):
    Path("api").mkdir()
    Path("api/parts.yaml").write_text(PARTS)
    Path("api", name).write_text(
        SPEC if name.endswith("l") else '{"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}}'
    )
    for command in (
        ("generate", "--out", "x", "--spec", "api"),
        ("lint", "api"),
        ("bundle", "api/"),
        ("diff", "api", "api"),
    ):
        assert run(*command)[0] == 0


def test_a_folder_with_several_documents_says_which(run: Callable[..., tuple[int, str]]):
    Path("api").mkdir()
    for name in ("openapi.yaml", "openapi.json"):
        Path("api", name).write_text(SPEC)
    message = (
        "error: the folder 'api' has several OpenAPI documents: openapi.yaml, openapi.json\nhelp: name one of them\n"
    )
    for command in (("generate", "--out", "x", "--spec", "api"), ("lint", "api"), ("diff", "api", "api")):
        assert run(*command) == (2, message)
    for name in ("openapi.yaml", "openapi.json"):
        Path("api", name).rename(Path("api", name.replace("openapi", "one")))
    assert "has several OpenAPI documents: one.json, one.yaml" in run("lint", "api")[1]
    for number in range(7):
        Path("api", f"{number}.yaml").write_text(SPEC)
    assert (
        "has several OpenAPI documents: 0.yaml, 1.yaml, 2.yaml, 3.yaml, 4.yaml, and 4 more\n" in run("lint", "api")[1]
    )


def test_a_folder_without_a_document_says_so(run: Callable[..., tuple[int, str]]):
    Path("api").mkdir()
    Path("api/notes.yaml").write_text("a: 1\n")
    assert "the folder 'api' has no OpenAPI document" in run("generate", "--spec", "api", "--out", "x")[1]


def test_a_client_of_the_settings_is_meant_before_a_folder(run: Callable[..., tuple[int, str]]):
    Path("shop").mkdir()
    Path("shop.yaml").write_text(SPEC)
    Path("specloom.toml").write_text('[clients.shop]\nspec = "shop.yaml"\n')
    assert "shop.yaml:4:13: warning" in run("lint", "shop")[1]


@pytest.mark.parametrize(
    "command",
    [
        ("generate", "--out", "x", "--spec"),
        ("check", "--out", "x", "--spec"),
        ("explain", "listOrders", "--spec"),
        ("vendor", "add", "shop", "--into", "x", "--spec"),
        ("lint",),
        ("bundle",),
        ("diff", "old.yaml"),
    ],
)
def test_an_address_is_told_what_fetches(run: Callable[..., tuple[int, str]], command: tuple[str, ...]):
    code, told = run(*command, "https://shop.example/openapi.json")
    assert code == 2
    assert told == (
        "error: https://shop.example/openapi.json is an address, and only `specloom init` and `specloom update` fetch\n"
        "help: run: specloom init https://shop.example/openapi.json; or download it, and name the file\n"
    )


@pytest.mark.parametrize("command", [("diff", "old.yaml"), ("lint",), ("bundle",)])
def test_what_was_fetched_from_an_address_is_updated(run: Callable[..., tuple[int, str]], command: tuple[str, ...]):
    url = "https://shop.example/openapi.json"
    client = f'spec = "old.yaml"\nurl = "{url}"\nsha256 = "{"0" * 64}"\n'
    Path("specloom.toml").write_text(f"[clients.shop]\n{client}")
    Path("old.yaml").write_text(SPEC)
    assert "\nhelp: run: specloom update shop --check; or download it" in run(*command, url)[1]


def test_a_stream_is_nothing_that_settings_could_name(run: Callable[..., tuple[int, str]]):
    code, told = run("vendor", "add", "shop", "--into", "x", "--spec", "-", stdin=SPEC)
    assert (code, "a stream has no name" in told) == (2, True)
    code, told = run("generate", "--out", "x", "--spec", "-", "--watch", stdin=SPEC)
    assert (code, "--watch needs a file" in told) == (2, True)


def test_pipes_of_a_shell_are_read(tmp_path: Path):
    (tmp_path / "parts.yaml").write_text(PARTS)
    (tmp_path / "openapi.yaml").write_text(SPEC)
    script = f'"{sys.executable}" -m specloom diff <(cat openapi.yaml) <(sed s/listOrders/findOrders/ openapi.yaml)'
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    done = subprocess.run(
        ["bash", "-c", script], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert "1 breaking" in done.stdout


def test_pipes_that_lie_about_are_not_opened(run: Callable[..., tuple[int, str]], tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.yaml")
    assert "this is a pipe, a socket or a device, not a file" in run("lint", "pipe.yaml")[1]
