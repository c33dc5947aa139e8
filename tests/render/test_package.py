"""The files of a client as a whole."""

from pathlib import Path

import pytest

import specloom.ir.api
from specloom.pipeline import generate
from specloom.render.imports import Scope, add_imports
from specloom.targets.target import Target

SPEC = Path(__file__).parents[2] / "specs" / "fixje" / "openapi.yaml"


def test_a_client_that_several_processes_print_is_the_same(monkeypatch):
    alone = generate(Target(SPEC)).tree
    monkeypatch.setattr(specloom.ir.api, "_LARGE", 1)
    assert dict(generate(Target(SPEC)).tree) == dict(alone)


CALLS = '''"""A module."""

from __future__ import annotations


def several(flag: bool) -> object:
    """Return what one of two branches gives."""
    if flag:
        return _write_search(1)
    if not flag:
        return _write_search(2)
    return None


def one(flag: bool) -> object:
    """Return what a branch gives."""
    if flag:
        return _write_search(1)
    return None
'''


def test_what_several_branches_read_late_is_imported_where_their_function_begins():
    statement = "from .._runtime.features.search import write_search as _write_search"
    lines = add_imports("resources/a.py", CALLS, Scope({})).text.split("\n")
    places = [(number, line) for number, line in enumerate(lines) if statement in line]
    assert [line for _, line in places] == [f"    {statement}", f"        {statement}"]
    assert [lines[number - 1].strip() for number, _ in places] == [
        '"""Return what one of two branches gives."""',
        "if flag:",
    ]


CHOICE = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: https://shop.example}]
paths:
  /pets:
    get:
      operationId: getPet
      responses: {"200": {description: It., content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}}
components:
  schemas:
    Pet:
      oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]
      discriminator: {propertyName: kind}
    Cat: {type: object, required: [CAT], properties: {kind: {type: string}, name: {type: string}}}
    Dog: {type: object, required: [kind], properties: {kind: {type: string}, name: {type: string}}}
"""


@pytest.mark.parametrize(("required", "may_be_untagged"), [("kind", False), ("name", True)])
def test_a_choice_is_read_without_its_tag_where_that_may_be_missing(
    required: str, may_be_untagged: bool, tmp_path: Path
):
    spec = tmp_path / "shop.yaml"
    spec.write_text(CHOICE.replace("CAT", required))
    text = generate(Target(spec)).tree["models/pet.py"]
    assert ('untagged=""' in text, '_Annotated[Cat | Dog, _Tag("")]' in text) == (may_be_untagged, may_be_untagged)


def test_a_failure_that_may_be_anything_needs_no_model(tmp_path: Path):
    spec = tmp_path / "shop.yaml"
    spec.write_text(
        f"{CHOICE}  responses: {{E: {{description: Any., content: {{application/json: {{schema: {{}}}}}}}}}}\n"
    )
    spec.write_text(
        spec.read_text().replace("responses: {", 'responses: {"404": {$ref: "#/components/responses/E"}, ', 1)
    )
    assert "models" not in generate(Target(spec)).tree["errors.py"]
