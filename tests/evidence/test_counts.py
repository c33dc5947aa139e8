"""What the columns of the table count."""

from pathlib import Path

from evidence.counts import Counts, count, render_table

DESCRIPTION = """\
openapi: 3.1.0
info: {title: Widgets, version: "1"}
x-specloom: {evidence: {kind: documented, source: Widgets}}
paths:
  /widgets:
    get:
      x-specloom: {evidence: {kind: example, source: Widgets}}
      parameters:
        - {name: size, in: query, schema: {enum: [s, l]}, example: s}
        - {$ref: "#/components/parameters/Page"}
      responses: {"200": {$ref: "#/components/responses/Widget"}}
    post:
      x-specloom: {evidence: {kind: inferred, source: Widgets}}
      parameters: [{$ref: "#/components/parameters/Page"}]
      requestBody:
        content: {application/json: {schema: {$ref: "#/components/schemas/WidgetCreate"}, example: {name: a}}}
      responses: {"200": {$ref: "#/components/responses/Widget"}}
webhooks:
  widget:
    post:
      requestBody: {content: {application/json: {schema: {properties: {event: {type: string}}}}}}
      responses: {"204": {description: Taken.}}
components:
  parameters: {Page: {name: page, in: query, schema: {type: integer}, example: 2}}
  responses:
    Widget:
      description: A widget.
      content: {application/json: {schema: {$ref: "#/components/schemas/Widget"}, example: {id: 1}}}
  schemas:
    WidgetCreate: {type: object, properties: {name: {type: string, examples: [a, b]}}}
    Widget:
      type: object
      x-specloom: {evidence: {kind: inferred, source: Widgets}}
      properties:
        id: {type: integer}
        state: {enum: [new, old]}
        parts: {type: array, items: {$ref: "#/components/schemas/Widget"}}
"""


def test_shared_things_count_once(tmp_path: Path):
    entry = tmp_path / "openapi.yaml"
    entry.write_text(DESCRIPTION)
    assert count(entry) == Counts(
        operations=2,
        webhooks=1,
        parameters=3,
        request_fields=1,
        response_fields=4,
        enumerations=2,
        examples=6,
        documented=1,
        example=1,
        inferred=2,
    )


def test_the_table():
    header, line, row = render_table([("widgets", Counts(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))]).splitlines()
    assert header.startswith("| description | operations | webhooks | parameters | request fields |")
    assert line == "|---|" + "--:|" * 10
    assert row == "| widgets | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 |"
