"""`specloom diff` of two clients: no description is there, and what callers notice is said all the same."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from repository import Repository

from specloom.cli.main import main
from specloom.cli.report.diff_json import SCHEMA
from specloom.cli.report.findings import FINDING_FORMATS
from specloom.output.surface_file import SURFACE
from specloom.vendor.base import BASE

SHOP = """\
openapi: 3.1.0
info: {title: Shop, version: "1.2.0"}
servers: [{url: https://shop.example}]
paths:
  /orders/{id}:
    get:
      operationId: getOrder
      tags: [Orders]
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses:
        "200": {description: It., content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
components:
  schemas:
    Order: {type: object, properties: {id: {type: integer}, note: {type: string}}}
"""
CHANGED = SHOP.replace("note: {type: string}", "note: {type: integer}, tag: {type: string}")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Repository:
    """`old` and `new` are generated clients; the descriptions that they were made from are gone."""
    made = Repository(tmp_path / "repository")
    monkeypatch.chdir(made.folder)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    for name, text in {"old": SHOP, "new": CHANGED}.items():
        made.write({"shop.yaml": text})
        assert main(["generate", "--spec", "shop.yaml", "--package", "shop", "--out", name]) == 0
    Path("shop.yaml").unlink()
    capfd.readouterr()
    return made


@pytest.fixture
def run(repository: Repository, run_here: Run) -> Run:  # noqa: ARG001 - runs in it
    return run_here


def changes(output: str) -> list[tuple[str, str, str]]:
    (report,) = json.loads(output)["descriptions"]
    return [
        (entry["severity"], symbol["symbol"], symbol["verdict"])
        for entry in report["changes"]
        for symbol in entry["symbols"]
    ]


EXPECTED = [("breaking", "models.Order.note", "types break"), ("safe", "models.Order.tag", "safe")]


@pytest.mark.parametrize(
    ("old", "new"), [("old", "new"), (f"old/{SURFACE}", f"new/{SURFACE}"), ("old", f"./new/{SURFACE}")]
)
def test_folders_and_their_files_are_compared(run: Run, old: str, new: str):
    code, output, errors = run("diff", old, new, "--format", "json")
    assert (code, errors) == (1, "")
    jsonschema.validate(json.loads(output), json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert changes(output) == EXPECTED
    (report,) = json.loads(output)["descriptions"]
    assert (report["package"], report["old"]["version"], report["suggested_version"]) == ("shop", "1.2.0", "2.0.0")
    assert report["new"] == {"file": new, "version": "1.2.0"}


def test_a_person_reads_what_happens_to_callers(run: Run):
    code, output, _ = run("diff", "old", "new")
    assert code == 1
    assert output.startswith(
        "new: 1 breaking, 1 safe\n    from old to new\n    note: these are clients, not descriptions"
    )
    assert "types break: models.Order.note: callers get another type than they count on\n" in output
    assert "      - note: str | None = None\n      + note: int | None = None\n" in output


def test_nothing_is_found_between_equal_clients(run: Run):
    code, output, _ = run("diff", "old", "old")
    assert code == 0
    assert output.startswith("old: no changes\n")
    assert run("diff", "old", "old", "--format", "markdown") == (0, "", "")


def test_markdown_is_a_comment(run: Run):
    code, output, _ = run("diff", "old", "new", "--format", "markdown")
    assert code == 1
    assert "**<code>models.Order.note</code>**" in output
    assert "**types break**" in output


@pytest.mark.parametrize("format_", FINDING_FORMATS)
def test_every_format_prints_it(run: Run, format_: str):
    code, output, errors = run("diff", "old", "new", "--format", format_)
    assert (code, errors) == (1, "")
    assert "models.Order.note" in output.replace("\\", "")


def test_a_file_may_be_called_otherwise(run: Run):
    Path("old", SURFACE).rename("before.json")
    assert changes(run("diff", "before.json", "new", "--format", "json")[1]) == EXPECTED


def test_a_revision_has_clients_too(run: Run, repository: Repository):
    repository.commit()
    Path("old", SURFACE).write_bytes(Path("new", SURFACE).read_bytes())
    assert run("diff", "old", "new")[0] == 0
    for name in ("HEAD:old", "HEAD:./old", f"HEAD:old/{SURFACE}"):
        assert changes(run("diff", name, "new", "--format", "json")[1]) == EXPECTED
    code, _, errors = run("diff", "HEAD:nowhere", "new")
    assert (code, "new is a client, and HEAD:nowhere is none" in errors) == (2, True)
    code, _, errors = run("diff", "nowhere", "new")
    assert (code, errors.splitlines()[0]) == (2, "error: there is no file 'nowhere'")
    assert "new is a client: name another, by its folder or REV:PATH" in errors


@pytest.fixture
def vendored(run: Run, repository: Repository) -> Repository:
    """A vendored client in a commit, which is updated and edited since."""
    repository.write({"shop.yaml": SHOP})
    assert run("vendor", "add", "shop", "--spec", "shop.yaml", "--into", "src/shop")[0] == 0
    repository.commit()
    repository.write({"shop.yaml": CHANGED})
    assert run("vendor", "update", "--no-import")[0] == 0
    models = Path("src", "shop", "models", "order.py")
    models.write_text(models.read_text().replace("tag", "label"))
    Path("shop.yaml").unlink()
    return repository


@pytest.mark.usefixtures("vendored")
def test_a_vendored_client_has_its_surface_in_the_base_only(run: Run):
    assert not Path("src", "shop", SURFACE).exists()
    assert changes(run("diff", "HEAD:src/shop", "src/shop", "--format", "json")[1]) == EXPECTED
    assert changes(run("diff", "old", "src/shop", "--format", "json")[1]) == EXPECTED


@pytest.mark.usefixtures("vendored")
def test_a_damaged_base_is_told(run: Run):
    Path("src", "shop", BASE).write_bytes(b"PK")
    code, _, errors = run("diff", "old", "src/shop")
    assert code == 2
    assert errors.startswith(f"error: src/shop/{BASE} is damaged: ")


def test_what_is_accepted_does_not_fail(run: Run):
    (entry, _) = json.loads(run("diff", "old", "new", "--format", "json")[1])["descriptions"][0]["changes"]
    accept = Path("accept.toml")
    accept.write_text(f'[[accept]]\nid = "{entry["id"]}"\nreason = "we know"\n')
    assert run("diff", "old", "new", "--accept", "accept.toml")[0] == 0
    code, output, _ = run("diff", "old", "old", "--accept", "accept.toml")
    assert (code, "unused-acceptance" in output) == (1, True)


def test_an_older_client_has_no_surface(run: Run):
    Path("old", SURFACE).unlink()
    code, output, errors = run("diff", "old", "new")
    assert (code, output) == (2, "")
    assert errors.startswith(
        "error: old has no surface: an older Specloom generated this client, or its base is lost\nhelp: generate"
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'{"surface": 9}', "old/surface.json is a surface of version 9, and this Specloom reads version 1"),
        (b'{"surface": 1', "old/surface.json is not the surface of a client"),
        (b"\xff", "old/surface.json is not the surface of a client: it is not UTF-8"),
        (b"[" * 100_000, "old/surface.json is not the surface of a client: more than 500 levels of nesting"),
    ],
)
@pytest.mark.parametrize("name", ["old", f"old/{SURFACE}"])
def test_a_broken_surface_is_told(run: Run, name: str, content: bytes, message: str):
    Path("old", SURFACE).write_bytes(content)
    code, output, errors = run("diff", name, "new")
    assert (code, output) == (2, "")
    assert errors.startswith(f"error: {message}")


def test_a_surface_without_end_is_not_read(run: Run):
    with Path("old", SURFACE).open("r+b") as file:
        file.truncate(65 * 1024**2)
    code, _, errors = run("diff", "old", "new")
    assert code == 2
    assert errors.startswith("error: cannot read old/surface.json: it is larger than 64 MiB\n")


def test_a_pipe_is_no_client(run: Run):
    os.mkfifo("pipe.json")
    code, _, errors = run("diff", "pipe.json", "new")
    assert code == 2
    assert errors.startswith("error: new is a client, and pipe.json is none\n")


def test_a_client_and_a_description_are_not_compared(run: Run, repository: Repository):
    repository.write({"shop.yaml": SHOP})
    for pair in (("old", "shop.yaml"), ("shop.yaml", "old")):
        code, _, errors = run("diff", *pair)
        assert code == 2
        assert errors.startswith("error: old is a client, and shop.yaml is none\n")


def test_what_is_about_descriptions_is_refused(run: Run):
    for option in (["--types"], ["--root", "."]):
        code, _, errors = run("diff", "old", "new", *option)
        assert code == 2
        assert errors.startswith(f"error: {option[0]} is about descriptions, not about clients\n")
