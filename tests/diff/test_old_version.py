"""An old version is history: what is wrong with it is a note, and no reason not to compare the rest."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from reviewed import report_on

from specloom.cli.main import main
from specloom.diff.loaded import Loaded, load_version
from specloom.diff.revision import Version
from specloom.targets.target import Target

SPEC = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: "https://{region}.shop.example", variables: {region: {default: eu, enum: [eu, us]}}}]
paths:
  /orders/{id}:
    get:
      operationId: getOrder
      security: [{key: []}]
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses:
        "200":
          description: The order.
          content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}
  /orders:
    post:
      operationId: sendOrder
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
      responses: {"204": {description: Sent.}}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
  schemas:
    Order: {type: object, properties: {note: {type: string, maxLength: 3}, size: {type: number, minimum: 1}}}
"""
NEW = SPEC.replace("note: {type: string", "note: {type: integer")

Load = Callable[..., Loaded]


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Load:
    monkeypatch.chdir(tmp_path)

    def load(text: str, *, is_past: bool) -> Loaded:
        path = Path(f"{len(list(Path().iterdir()))}.yaml")
        path.write_text(text, encoding="utf-8")
        return load_version(Version(path.name, Target(path), is_past=is_past))

    return load


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("title: Shop, ", ""),
        ('"204": {', '"20": {'),
        ("maxLength: 3", "maxLength: three"),
        ("minimum: 1", "minimum: one"),
        ("default: eu, enum", "default: mars, enum"),
        ("security: [{key: []}]", "security: [{token: []}]"),
        ("/orders/{id}:", "/orders/{number}:"),
        ("maxLength: 3}, size: {", "$anchor: t}, size: {$anchor: t, "),
        ("components:\n", "externalDocs: {description: 5}\ncomponents:\n"),
    ],
)
def test_what_decides_no_type_is_a_note_and_the_rest_is_compared(load: Load, right: str, wrong: str):
    assert SPEC.count(right) == 1
    old = load(SPEC.replace(right, wrong), is_past=True)
    report = report_on(old, load(NEW, is_past=False))
    facts = [each.change.fact for entry in report.entries for each in (entry, *entry.folded)]
    assert "type-changed" in facts
    assert "which decides no type" in report.notes[0]
    assert load(SPEC.replace(right, wrong), is_past=False).document is None


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("type: integer", "type: strange"),
        ("#/components/schemas/Order", "#/components/schemas/Odd"),
        ("name: id, ", ""),
        ("note: {type: string", "unit: {$ref: parts.yaml}, note: {type: string"),
        ("components:\n", "components:\n  callbacks: {Sent: {$ref: secrets.yaml}}\n"),
    ],
)
def test_what_decides_a_type_has_to_be_right_if_no_other_version_says_what_is_meant(load: Load, right: str, wrong: str):
    assert right in SPEC
    Path("secrets.yaml").write_text("one: {word: x}\ntwo: [x]\n")
    assert load(SPEC.replace(right, wrong), is_past=True).document is None


RICH = """\
openapi: 3.0.3
info: {title: Shop, version: "1"}
servers: [{url: https://shop.example}]
paths:
  /orders/{id}:
    get:
      operationId: getOrder
      parameters:
        - {name: id, in: path, required: true, schema: {type: integer}}
        - {$ref: "#/components/parameters/Page"}
      responses:
        "200":
          description: The order.
          headers: {X-Left: {$ref: "#/components/headers/Left"}}
          content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}
        "404": {$ref: "#/components/responses/Gone"}
  /orders:
    post:
      operationId: sendOrder
      requestBody: {$ref: "#/components/requestBodies/Order"}
      responses: {"204": {description: Sent.}}
components:
  headers: {Left: {schema: {type: integer}}}
  parameters: {Page: {name: page, in: query, schema: {$ref: "#/components/schemas/Count"}}}
  requestBodies: {Order: {content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}}
  responses: {Gone: {description: Gone., content: {application/json: {schema: {type: object}}}}}
  schemas:
    Base: {type: object, properties: {uid: {type: string}}}
    Count: {type: integer, minimum: 1}
    Order:
      allOf:
        - {$ref: "#/components/schemas/Base"}
        - type: object
          properties: {note: {type: string}, lines: {type: array, items: {$ref: "#/components/schemas/Line"}}}
    Line: {type: object, properties: {number: {type: integer}}}
"""


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("parameters/Page", "parameters/Pgae"),
        ("headers/Left", "headers/Lfet"),
        ("responses/Gone", "responses/Gnoe"),
        ("requestBodies/Order", "requestBodies/Odd"),
        ("schemas/Base", "schemas/Bass"),
        ("schemas/Line", "schemas/Lien"),
        ("schemas/Count", "schemas/Cuont"),
        ("schemas/Order", "schemas/Odd"),
        ("#/components/schemas/Base", "base.yaml"),
        ("Line: {type: object, properties: {number: {type: integer}}}", ""),
        ("Line: {type: object", "Line: {type: strange"),
        ("name: id, ", ""),
        ("Count: {type: integer, minimum: 1}", "Count: 5"),
    ],
)
def test_what_is_unknown_counts_as_the_next_version_has_it(
    right: str, wrong: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
):
    """One thing changes: nothing else is told, whatever is wrong beside it."""
    assert right in RICH
    monkeypatch.chdir(tmp_path)
    Path("old.yaml").write_text(RICH.replace(right, wrong))
    Path("new.yaml").write_text(RICH.replace("note: {type: string", "note: {type: integer"))
    assert main(["diff", "old.yaml", "new.yaml"]) == 1
    out = capfd.readouterr().out
    assert re.findall(r"^new.yaml(?::\d+:\d+)?(.*?)(?= \[|$)", out, re.MULTILINE) == [
        ": 1 breaking",
        ": breaking: type of 'Order.note' changed from string to integer",
        ": the version is still '1'; by what changes, it should be 2",
    ]
    assert "is wrong, so what it means is unknown; it counts as what new.yaml has" in out


def test_a_file_that_is_not_there_is_read_from_the_next_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(tmp_path)
    for name, text in ("1", RICH), ("2", RICH.replace("in: query", "in: header")):
        Path(name).mkdir()
        (Path(name) / "openapi.yaml").write_text(text.replace("#/components/schemas/Line", "parts.yaml#/Line"))
    Path("2/parts.yaml").write_text("Line: {type: object, properties: {next: {$ref: '#/Line'}}}")
    assert main(["diff", "1", "2"]) == 0
    out = capfd.readouterr().out
    assert "it counts as what 2/openapi.yaml has in its place: a reference leads to it, but there is no file" in out
    assert "2/openapi.yaml: 1 warning\n" in out


@pytest.mark.parametrize("first", ["", "Line: {type: object, properties: 5}\n"], ids=["no file", "a wrong one"])
def test_no_link_of_the_next_version_leads_out_of_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], first: str
):
    monkeypatch.chdir(tmp_path)
    for name, reference in ("1", "parts.yaml#/Line"), ("2", "#/components/schemas/Line"):
        Path(name).mkdir()
        (Path(name) / "openapi.yaml").write_text(RICH.replace("#/components/schemas/Line", reference))
    if first:
        Path("1/parts.yaml").write_text(first)
    Path("outside.yaml").write_text("Line: {type: object, properties: {secret: {type: string}}}")
    Path("2/parts.yaml").symlink_to("../outside.yaml")
    main(["diff", "1", "2"])
    out, err = capfd.readouterr()
    assert "secret" not in out + err
    assert "outside" not in out + err


def test_what_neither_version_says_is_not_compared_with_what_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(tmp_path)
    Path("old.yaml").write_text(RICH.replace("note: {type", "gone: {$ref: '#/components/schemas/No'}, note: {type"))
    Path("new.yaml").write_text(RICH)
    assert main(["diff", "old.yaml", "new.yaml"]) == 1
    out = capfd.readouterr().out
    assert "it counts as saying nothing: reference points at nothing: '#/components/schemas/No'" in out
    assert "new.yaml: 1 breaking\n" in out
    assert "optional property 'Order.gone' was removed" in out


@pytest.mark.parametrize("suffix", ["yaml", "json"])
def test_of_a_member_that_was_written_twice_the_last_counts(
    suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(tmp_path)
    twice = '"get": {"summary": "Once.", "summary": "Twice.", "responses": {"204": {"description": "Done."}}}'
    text = f'{{"openapi": "3.1.0", "info": {{"title": "Shop", "version": "1"}}, "paths": {{"/a": {{{twice}}}}}}}'
    Path(f"old.{suffix}").write_text(text)
    Path(f"new.{suffix}").write_text(text.replace('"summary": "Once.", ', "").replace("Twice.", "Again."))
    assert main(["diff", f"old.{suffix}", f"new.{suffix}"]) == 0
    out = capfd.readouterr().out
    assert "it counts as what is written last: 'summary' is written twice" in out
    assert "'summary' of GET /a was 'Twice.' and is 'Again.'" in out


def test_of_many_errors_the_first_are_told_and_the_others_counted(load: Load):
    answers = ", ".join(f'"4{number}": {{description: Wrong.}}' for number in range(6))
    old = load(SPEC.replace('"204": {description: Sent.}', f'"204": {{description: Sent.}}, {answers}'), is_past=True)
    report = report_on(old, load(NEW, is_past=False))
    assert [note.partition(" ")[0] for note in report.notes] == ["0.yaml:18", "0.yaml:18", "0.yaml:18", "3", "no"]


def test_the_command_compares_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(tmp_path)
    Path("old.yaml").write_text(SPEC.replace("maxLength: 3", "maxLength: three"))
    Path("new.yaml").write_text(NEW)
    assert main(["diff", "old.yaml", "new.yaml"]) == 1
    assert "note: old.yaml:22 is wrong" in capfd.readouterr().out
    assert main(["diff", "new.yaml", "old.yaml"]) == 2
