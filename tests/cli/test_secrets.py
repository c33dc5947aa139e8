"""Files that a pull request may point at: nothing of them is shown, and what never ends is not read.

Settings, descriptions and links come with a pull request; a CI job that checks it prints where everybody reads.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from specloom.cli.main import main

CANARY = "hunter2"
SPEC = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: https://shop.example}]
paths:
  /orders:
    get:
      operationId: listOrders
      responses: {"200": {description: All., content: {application/json: {schema: {$ref: 'parts.yaml#/Order'}}}}}
"""
PARTS = "Order: {type: object, properties: {id: {type: string}}}\n"
SETTINGS = '[clients.shop]\nspec = "{}"\n'
FORMATS = ("text", "json", "markdown", "github", "sarif", "html")
SECRETS = {
    "environment": f"PATH=/bin\nTOKEN={CANARY}\n",
    "processes": f"PATH=/bin\0TOKEN={CANARY}\0",
    "git": f'[http "https://x.example/"]\n\textraheader = AUTHORIZATION: basic {CANARY}\n',
    "yaml": f"password: {CANARY}\n",
    "nested": f"keys:\n  openapi: {CANARY}\n  more: [{CANARY}\n",
    "twice": f"a: 1\n{CANARY}: 1\n{CANARY}: 2\n",
    "documents": f"---\na: {CANARY}\n---\nb: {CANARY}\n",
    "alias": f"a: *{CANARY}\n",
    "tag": f"a: !{CANARY} x\n",
    "number": f"{{{CANARY}: 1, b: .nan, {CANARY}: 1e999}}\n",
    "json": json.dumps({"type": CANARY, "schema_type": CANARY, "private_key": CANARY, "headers": {"a": CANARY}}),
    "one line": json.dumps({"auths": {CANARY: {"auth": CANARY}}}),
    "broken json": f'{{"a": "{CANARY}", "{CANARY}" "b"}}',
    "json twice": f'{{"{CANARY}": 1, "{CANARY}": 2}}',
    "text": f"{CANARY}\n",
    "binary": f"\x7fELF\x00{CANARY}\x00\udcff",
    "list": f"[{CANARY}, {CANARY}]\n",
    "async": f"asyncapi: {CANARY}\n",
    "version": f"openapi: {CANARY}\n",
}

Run = Callable[..., tuple[int, str]]

pytestmark = pytest.mark.usefixtures("limit_time")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a command in a project, and gives the exit code and all that was printed."""
    project = tmp_path / "project"
    project.mkdir()
    monkeypatch.chdir(project)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    Path("openapi.yaml").write_text(SPEC)
    Path("parts.yaml").write_text(PARTS)
    Path("specloom.toml").write_text(SETTINGS.format("openapi.yaml"))

    def run(*arguments: str) -> tuple[int, str]:
        code = main(arguments)
        return (code, "".join(capfd.readouterr()))

    return run


def write(path: str, text: str) -> None:
    Path(path).write_bytes(text.encode(errors="surrogateescape"))


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("name", [".env", "keys.yaml", "keys.json"])
def test_a_file_that_is_no_description_is_named_and_never_quoted(name: str, secret: str, run: Run):
    write(name, SECRETS[secret])
    Path("specloom.toml").write_text(SETTINGS.format(name))
    formats = FORMATS if secret in {"json twice", "version"} else ("text",)
    for command in (("check",), ("lint",), ("lint", f"./{name}")):
        for shape in formats:
            code, printed = run(*command, "--format", shape)
            assert (code != 0, CANARY in printed) == (True, False), printed
            assert name in printed


SECTIONS = ("schemas", "responses", "parameters", "examples", "headers", "callbacks", "links", "pathItems")
POINTERS = ("", "#/private_key", "#/keys", "#/hunter", "#/headers", "#/auths")


@pytest.mark.parametrize("secret", SECRETS)
def test_nothing_is_quoted_of_what_references_lead_to(secret: str, run: Run):
    for name in ("keys.yaml", "keys.json"):
        write(name, SECRETS[secret])
        uses = {f"X{at}": {"$ref": f"{name}{pointer}"} for at, pointer in enumerate(POINTERS)}
        document = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}}
        write("openapi.yaml", json.dumps({**document, "components": dict.fromkeys(SECTIONS, uses)}))
        for shape in ("text", "json"):
            code, printed = run("lint", "--strict", "--format", shape)
            assert (code, CANARY in printed) == (1, False), printed
        assert CANARY not in run("generate")[1]


@pytest.mark.parametrize(
    "path",
    [".env", ".git/config", "keys", "id_rsa.pem", "link.yaml", "sub/link.json", ".git%2Fconfig", "./.git/../.env"],
)
def test_references_lead_to_documents_only(path: str, run: Run):
    Path(".git").mkdir()
    Path("sub").mkdir()
    for name in (".env", ".git/config", "keys", "id_rsa.pem"):
        write(name, f"properties: {{{CANARY}: 1}}\n")
    Path("link.yaml").symlink_to(".env")
    Path("sub/link.json").symlink_to("../.git/config")
    write("openapi.yaml", SPEC.replace("parts.yaml#/Order", path))
    for shape in FORMATS:
        code, printed = run("lint", "--format", shape)
        assert (code, CANARY in printed) == (1, False)
    assert "no part of a description" in run("lint")[1]


@pytest.mark.parametrize("text", [SPEC + "  /b: [1\n", SPEC + "info: 2\n", '{"openapi": "3.1.0",\n  "info": {"a" 1}}'])
def test_a_description_is_quoted_also_where_it_is_broken(text: str, run: Run):
    write("openapi.yaml", text)
    code, printed = run("lint")
    assert (code, "  → " in printed) == (1, True)


def test_a_part_of_a_description_is_quoted(run: Run):
    write("parts.yaml", "Order: {type: object, properties: 7}\n")
    assert "  → 1 | Order: {type: object, properties: 7}" in run("lint")[1]
    write("parts.yaml", "Order:\n  properties: [1\n  b: 2\n")
    assert "  → 3 |   b: 2" in run("lint")[1]


PLACES = (
    "../outside.yaml",
    "/proc/self/environ",
    "link.yaml",
    "linked/outside.yaml",
    "a/../../outside.yaml",
    "twice.yaml",
)


@pytest.mark.parametrize("command", ["check", "generate", "lint", "diff --base HEAD", "vendor status", "bundle shop"])
@pytest.mark.parametrize("path", PLACES)
@pytest.mark.parametrize("table", ["clients", "vendor"])
def test_settings_name_no_description_elsewhere(table: str, path: str, command: str, tmp_path: Path, run: Run):
    """Not even one that is a description: what else lies on the machine is no business of a pull request."""
    write("../outside.yaml", SPEC.replace("Shop", CANARY))
    Path("link.yaml").symlink_to("../outside.yaml")
    Path("linked").symlink_to(tmp_path)
    Path("twice.yaml").symlink_to("link.yaml")
    into = 'into = "acme/shop"\n' if table == "vendor" else ""
    write("specloom.toml", f'[{table}.shop]\nspec = "{path}"\n{into}')
    code, printed = run(*command.split())
    assert (code, CANARY in printed) == (2, False)
    assert f"{table}.shop.spec is {path!r}, which is not in {Path.cwd()}" in printed


def test_links_inside_a_project_are_followed(run: Run):
    Path("real").mkdir()
    Path("openapi.yaml").rename("real/shop.yaml")
    Path("parts.yaml").rename("real/parts.yaml")
    Path("openapi.yaml").symlink_to("real/shop.yaml")
    assert run("generate")[0] == run("check")[0] == 0


@pytest.mark.parametrize("key", ["spec", "root", "out", "folder"])
def test_links_in_a_circle_are_no_bug(key: str, run: Run):
    Path("loop").symlink_to("loop")
    settings = {"spec": "openapi.yaml", **({"spec": "loop/openapi.yaml"} if key == "folder" else {key: "loop"})}
    write("specloom.toml", "[clients.shop]\n" + "".join(f'{name} = "{value}"\n' for name, value in settings.items()))
    for command in ("check", "lint", "generate", "vendor status"):
        code, printed = run(*command.split())
        assert (code, "loop" in printed or "vendor" in command, "bug in Specloom" in printed) == (2, True, False)


def test_links_in_a_circle_are_told(run: Run):
    Path("openapi.yaml").unlink()
    Path("openapi.yaml").symlink_to("openapi.yaml")
    for command in ("lint", "lint ./openapi.yaml", "check --spec openapi.yaml --out x", "diff openapi.yaml parts.yaml"):
        code, printed = run(*command.split())
        assert (bool(code), "openapi.yaml" in printed) == (True, True)
        assert "bug in Specloom" not in printed


def test_the_command_line_may_name_any_description(run: Run):
    for name in ("openapi.yaml", "parts.yaml"):
        shutil.move(name, f"../{name}")
    assert run("lint", "../openapi.yaml")[0] == 0
    assert run("generate", "--spec", "../openapi.yaml", "--out", "shop")[0] == 0


def git(*arguments: str) -> None:
    identity = ("-c", "user.name=Somebody", "-c", "user.email=somebody@shop.example")
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


def test_what_the_base_lists_is_not_followed_out_of_the_repository(run: Run):
    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "Base")
    write("../outside.yaml", SPEC.replace("listOrders", CANARY))
    write("specloom.toml", "")
    Path("openapi.yaml").unlink()
    Path("openapi.yaml").symlink_to("../outside.yaml")
    for shape in FORMATS:
        code, printed = run("diff", "--base", "HEAD", "--format", shape)
        assert (code, CANARY in printed) == (2, False)
    assert "leads out of the repository" in printed


def test_settings_of_the_base_that_lead_elsewhere_do_not_hold(run: Run):
    git("init", "--quiet")
    write("../outside.yaml", SPEC.replace("listOrders", CANARY))
    write("specloom.toml", SETTINGS.format("../outside.yaml"))
    git("add", "--all")
    git("commit", "--quiet", "--message", "Base")
    write("specloom.toml", SETTINGS.format("openapi.yaml"))
    assert run("diff", "--base", "HEAD") == (0, "nothing has changed against HEAD\n")


@pytest.mark.parametrize("secret", ["json", "json twice", "broken json", "text", "processes", "yaml"])
def test_a_baseline_that_is_none_is_not_quoted(secret: str, run: Run):
    write("../secret.json", SECRETS[secret])
    Path("specloom-baseline.json").symlink_to("../secret.json")
    for shape in FORMATS:
        code, printed = run("lint", "--format", shape)
        assert (code, CANARY in printed) == (2, False)


def pipe(path: Path) -> None:
    os.mkfifo(path)


def zero(path: Path) -> None:
    path.symlink_to("/dev/zero")


def bind(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the address of a socket has room for a hundred characters
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(path.name)
    os.chdir(here)


def folder(path: Path) -> None:
    path.mkdir()


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 40)


SPECIAL = (pipe, zero, bind, folder, sparse)
COMMANDS = (
    "check", "generate", "lint", "lint openapi.yaml", "bundle shop", "bundle openapi.yaml",
    "diff openapi.yaml other.yaml", "diff other.yaml openapi.yaml", "check --spec openapi.yaml --out generated/shop",
    "generate --spec openapi.yaml --out generated/shop", "vendor add new --spec openapi.yaml --into acme/new",
    "diff --base HEAD",
)  # fmt: skip


@pytest.mark.parametrize("make", SPECIAL)
def test_special_files_are_refused_unread_by_every_command(make: Callable[[Path], None], run: Run):
    shutil.copy("openapi.yaml", "other.yaml")
    assert run("generate")[0] == 0
    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "Base")
    Path("openapi.yaml").unlink()
    make(Path("openapi.yaml"))
    for command in COMMANDS:
        code, printed = run(*command.split())
        assert code, (command, printed)
        assert "openapi.yaml" in printed, (command, printed)


@pytest.mark.parametrize("make", SPECIAL)
@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("parts.yaml", "lint"),
        ("parts.yaml", "check"),
        ("specloom.toml", "check"),
        ("specloom.toml", "lint"),
        ("specloom.toml", "vendor status"),
        ("specloom.toml", "vendor add sitoo --into acme/sitoo"),
        ("specloom-baseline.json", "lint"),
        ("specloom-baseline.json", "lint --write-baseline"),
        ("known.json", "lint --baseline known.json"),
        ("specloom-accept.toml", "diff openapi.yaml openapi.yaml"),
        ("accept.toml", "diff openapi.yaml openapi.yaml --accept accept.toml"),
        ("report.md", "comment report.md"),
        ("generated/shop/manifest.json", "check"),
        ("generated/shop/manifest.json", "generate"),
    ],
)
def test_other_special_files_are_refused_unread(make: Callable[[Path], None], name: str, command: str, run: Run):
    assert not name.startswith("generated") or run("generate")[0] == 0
    Path(name).unlink(missing_ok=True)
    make(Path(name))
    code, printed = run(*command.split())
    assert code, printed
    assert Path(name).name in printed


@pytest.mark.parametrize("make", SPECIAL)
@pytest.mark.parametrize("name", ["openapi.yaml", "acme/shop/.specloom-base", "acme/shop/manifest.json"])
def test_special_files_of_vendored_clients_are_refused_unread(make: Callable[[Path], None], name: str, run: Run):
    Path("specloom.toml").unlink()
    assert run("vendor", "add", "shop", "--spec", "openapi.yaml", "--into", "acme/shop")[0] == 0
    Path(name).unlink()
    make(Path(name))
    code, printed = run("vendor", "status")
    assert Path(name).name in printed, printed
    assert code or name == "openapi.yaml"
    for command in ("diff", "update", "eject"):
        run("vendor", command, "shop")
