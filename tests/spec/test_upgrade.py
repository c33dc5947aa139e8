"""What OpenAPI 3.0 and 3.2 say, in the terms of 3.1."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from specloom.spec.bundle import bundle_description
from specloom.spec.load import Description
from specloom.targets.target import Target

Find: TypeAlias = Callable[..., list[str]]
Load: TypeAlias = Callable[..., Description]
Write: TypeAlias = Callable[..., Path]

HEAD = {"info": {"title": "T", "version": "1"}}

SCHEMAS = {
    "nullable type": ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
    "not nullable": ({"type": "string", "nullable": False}, {"type": "string"}),
    "nullable enum": (
        {"type": "string", "nullable": True, "enum": ["a"]},
        {"type": ["string", "null"], "enum": ["a", None]},
    ),
    "nullable oneOf": (
        {"nullable": True, "oneOf": [{"type": "string"}]},
        {"oneOf": [{"type": "string"}, {"type": "null"}]},
    ),
    "nullable allOf": (
        {"nullable": True, "description": "d", "allOf": [{"type": "string", "nullable": True}]},
        {"description": "d", "anyOf": [{"allOf": [{"type": ["string", "null"]}]}, {"type": "null"}]},
    ),
    "nullable without type": ({"nullable": True}, {}),
    "nullable properties": (
        {"nullable": True, "properties": {"a": {}}},
        {"type": ["object", "null"], "properties": {"a": {}}},
    ),
    "nullable items": ({"nullable": True, "items": {}}, {"type": ["array", "null"], "items": {}}),
    "exclusive bound": ({"minimum": 1, "exclusiveMinimum": True}, {"exclusiveMinimum": 1}),
    "inclusive bound": ({"maximum": 1, "exclusiveMaximum": False}, {"maximum": 1}),
    "example": ({"example": {"nullable": True}}, {"examples": [{"nullable": True}]}),
    "bytes": ({"type": "string", "format": "byte"}, {"type": "string", "contentEncoding": "base64"}),
    "binary": ({"type": "string", "format": "binary"}, {"type": "string", "format": "binary"}),
    "beside a reference": (
        {"$ref": "#/components/schemas/B", "description": "d", "nullable": True},
        {"$ref": "#/components/schemas/B", "description": "d"},
    ),
    "below": (
        {"properties": {"nullable": {"items": {"type": "string", "nullable": True}}}},
        {"properties": {"nullable": {"items": {"type": ["string", "null"]}}}},
    ),
    "in vain": ({"default": {"nullable": True}, "enum": [{"example": 1}]},) * 2,
}


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_of_3_0(name: str, write: Write):
    old, new = SCHEMAS[name]
    text = json.dumps({"openapi": "3.0.3", **HEAD, "paths": {}, "components": {"schemas": {"A": old, "B": {}}}})
    bundled = bundle_description(Target(write({"openapi.json": text})))
    assert bundled["openapi"] == "3.1.1"
    assert bundled["components"]["schemas"]["A"] == new


def test_the_file_itself_stays_as_written(load: Load):
    text = json.dumps(
        {
            "openapi": "3.0.3",
            **HEAD,
            "paths": {},
            "components": {"schemas": {"A": {"type": "string", "nullable": True}}},
        }
    )
    (source,) = load({"openapi.json": text}).files
    assert source.data == json.loads(text)


def test_objects_in_other_files_are_of_the_same_version(load: Load):
    document = load(
        {
            "openapi.yaml": "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {/a: {$ref: 'a.yaml#/a'}}\n",
            "a.yaml": """\
                a: {get: {responses: {default: {description: d, content: {text/plain: {schema: {$ref: '#/b'}}}}}}}
                b: {type: string, nullable: true}
                """,
        }
    ).document
    assert document.schemas["a.yaml#/b"].schema.types == ("string", "null")


@pytest.mark.parametrize(
    ("document", "parameter"),
    [
        ("openapi: 3.0.3", "{name: q, in: query, schema: {type: integer, nullable: true}}"),
        ("swagger: '2.0'", "{name: q, in: query, type: integer, x-nullable: true}"),
    ],
)
def test_what_references_lead_to_in_extensions_is_of_the_same_version(document: str, parameter: str, load: Load):
    text = f"""\
        {document}
        info: {{title: T, version: '1'}}
        paths: {{/a: {{get: {{parameters: [{{$ref: '#/x-shared/q'}}], responses: {{'204': {{description: d}}}}}}}}}}
        x-shared: {{q: {parameter}}}
        """
    description = load(text)
    (found,) = description.document.operations[0].parameters
    assert (found.schema and found.schema.types) == ("integer", "null")
    assert not description.warnings


def test_another_document_says_its_own_version(load: Load):
    document = load(
        {
            "openapi.yaml": "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"
            "components: {schemas: {A: {items: {$ref: 'old.yaml#/definitions/B'}}}}\n",
            "old.yaml": "swagger: '2.0'\ninfo: {title: T, version: '1'}\npaths: {}\n"
            "definitions: {B: {type: string, x-nullable: true}}\n",
        }
    ).document
    assert document.schemas["old.yaml#/components/schemas/B"].schema.types == ("string", "null")


def test_findings_point_at_what_was_written(findings: Find):
    text = """\
        openapi: 3.0.3
        info: {title: T, version: '1'}
        paths: {}
        components:
          schemas:
            A:
              nullable: true
              allOf:
                - type: strng
        """
    assert findings({"a.yaml": text}) == [
        (
            "a.yaml:9:17: error: 'type' of a Schema Object cannot be 'strng' [wrong-value]"
            " at /components/schemas/A/allOf/0/type (did you mean 'string'?)"
        )
    ]


def test_locations_point_at_what_was_written(load: Load):
    head = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\n"
    text = "paths: {}\ncomponents: {schemas: {A: {nullable: true, allOf: [{type: string}]}}}\n"
    schema = load({"a.yaml": head + text}).document.schemas["#/components/schemas/A"].schema
    inner = schema.any_of[0].all_of[0]
    assert inner.location.pointer == ("components", "schemas", "A", "allOf", "0")
    assert inner.location.position.column == 52


def test_3_2_is_read_as_3_1_where_it_says_nothing_new(load: Load):
    description = load(
        "openapi: 3.2.0\ninfo: {title: T, version: '1'}\npaths: {/a: {get: {responses: {'200': {summary: Fine}}}}}\n"
    )
    assert description.warnings == ()
    assert description.document.operations[0].responses[0].description == "Fine"
