"""An old version is history: what is wrong with it and decides no type is a note, and no reason not to compare it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from specloom.cli.main import main
from specloom.diff.loaded import Loaded, load_version
from specloom.diff.report import build_report
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
        ('version: "1"', "description: Ours."),
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
    report = build_report("shop", old, load(NEW, is_past=False), {})
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
    ],
)
def test_what_decides_a_type_has_to_be_right(load: Load, right: str, wrong: str):
    assert load(SPEC.replace(right, wrong), is_past=True).document is None


def test_of_many_errors_the_first_are_told_and_the_others_counted(load: Load):
    answers = ", ".join(f'"4{number}": {{description: Wrong.}}' for number in range(6))
    old = load(SPEC.replace('"204": {description: Sent.}', f'"204": {{description: Sent.}}, {answers}'), is_past=True)
    report = build_report("shop", old, load(NEW, is_past=False), {})
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
