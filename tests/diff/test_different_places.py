"""Places where both versions of a description say the same: leaving them out changes nothing that is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from reviewed import report_on

import specloom.spec.index
from specloom.diff.loaded import load_version, load_versions
from specloom.diff.report import Report, build_report
from specloom.diff.revision import Version
from specloom.targets.target import Target

SPEC = """
openapi: 3.1.0
info: {title: Shop, version: "1", description: A shop.}
servers: [{url: "https://api.example"}]
tags: [{name: orders, description: What is ordered.}]
paths:
  /orders:
    get:
      tags: [orders]
      operationId: listOrders
      summary: All orders.
      parameters:
      - {$ref: "#/components/parameters/Limit", description: How many.}
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
        "404": {$ref: "#/components/responses/Missing"}
  /orders/{number}:
    get:
      tags: [orders]
      operationId: getOrder
      parameters: [{name: number, in: path, required: true, schema: {type: integer, examples: [1]}}]
      responses: {"200": {description: found}}
components:
  parameters:
    Limit: {name: limit, in: query, schema: {type: integer}}
  responses:
    Missing: {description: There is none.}
  schemas:
    Order:
      type: object
      x-owner: us
      properties: {paid: {type: boolean, examples: [true]}, note: {type: string, description: Words.}}
      $defs: {Unused: {type: string}}
"""
EDITS = {
    "words": ("description: Words.", "description: Other words."),
    "a number for true": ("examples: [true]", "examples: [1]"),
    "true for a number": ("examples: [1]", "examples: [true]"),
    "what a shared parameter is called": ("name: limit", "name: most"),
    "a path's variable": ("number", "key"),
    "what is no longer used": ('        "404": {$ref: "#/components/responses/Missing"}\n', ""),
    "what stands beside a reference": ("description: How many.", "description: At most."),
    "an extension": ("x-owner: us", "x-owner: them"),
    "what nothing uses": ("Unused: {type: string}", "Other: {type: string}"),
    "a definition that is used": ("string, des", 'string, $ref: "#/components/schemas/Order/$defs/Unused", des'),
    "words of the document": ("A shop.", "Another shop."),
    "a tag's words": ("What is ordered.", "Orders."),
    "another version of OpenAPI": ("openapi: 3.1.0", "openapi: 3.1.1"),
}


@pytest.mark.parametrize("least", [1, 10_000], ids=["several processes", "one process"])
@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_versions_read_together_are_reported_as_those_read_apart(
    edit: tuple[str, str], least: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(specloom.spec.index, "_LARGE", least)
    assert edit[0] in SPEC
    versions = version(tmp_path, "old", SPEC), version(tmp_path, "new", SPEC.replace(*edit))
    old, new = load_version(versions[0]), load_version(versions[1])
    for both, before, after in (
        (load_versions(versions), old, new),
        (load_versions((versions[1], versions[0])), new, old),
    ):
        whole = entries_of(report_on(before, after))
        assert entries_of(build_report("shop", both, {})) == whole
        assert whole or "openapi" in edit[0]


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (("First.", "Other."), "/oneOf/0 was 'First.' and is 'Other.'"),
        (("Second.", "Other."), "/oneOf/1 was 'Second.' and is 'Other.'"),
        (("Paid, description: ", "Paid, description: The "), "'description' is different in 2 places"),
    ],
    ids=["first", "second", "both"],
)
def test_what_choices_of_one_title_say_otherwise_is_told_of_each(edit: tuple[str, str], told: str, tmp_path: Path):
    choices = "{title: Paid, description: First.}, {title: Paid, description: Second.}"
    spec = SPEC.replace("{type: boolean, examples: [true]}", f"{{oneOf: [{choices}]}}")
    both = load_versions((version(tmp_path, "old", spec), version(tmp_path, "new", spec.replace(*edit))))
    ((_, message, _),) = entries_of(build_report("shop", both, {}))
    assert message.endswith(told)


def version(folder: Path, name: str, text: str) -> Version:
    path = folder / name / "openapi.yaml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return Version(name, Target(path))


def entries_of(report: Report) -> list[tuple[str, str, object]]:
    places = ((entry, entry.change.location or entry.change.old_location) for entry in report.entries)
    return [(entry.id, entry.change.message, place and (place.source.name, place.position)) for entry, place in places]
