"""What no value fits is read as something, and said."""

from pathlib import Path

import pytest

from specloom.ir.api import Api
from specloom.ir.build import build_api
from specloom.ir.types import ObjectType, Scalar
from specloom.spec.load import load_description
from specloom.targets.target import Target


def build(tmp_path: Path, schemas: str) -> Api:
    """Return a client with one operation, which answers with the schema A."""
    spec = tmp_path / "openapi.yaml"
    content = "{application/json: {schema: {$ref: '#/components/schemas/A'}}}"
    spec.write_text(
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"
        f"paths: {{/a: {{get: {{responses: {{'200': {{description: d, content: {content}}}}}}}}}}}\n"
        f"components: {{schemas: {{{schemas}}}}}\n"
    )
    return build_api(load_description(Target(spec)).document)


@pytest.mark.parametrize(
    ("schemas", "message", "loss"),
    [
        (
            (
                "A: {allOf: [{$ref: '#/components/schemas/B'}, {properties: {x: {type: integer}}}]}, "
                "B: {type: object, properties: {x: {type: string}}}"
            ),
            "no value is a string and an integer at once; it is read as an integer",
            ("/components/schemas/B/properties/x/type", "type", "no value fits what applies at once"),
        ),
        (
            "A: {$ref: '#/components/schemas/B', type: string}, B: {type: object, properties: {x: {type: string}}}",
            "no value is an object and a string at once; it is read as a string",
            ("/components/schemas/B/type", "type", "no value fits what applies at once"),
        ),
        (
            "A: {type: object, properties: {x: {type: string}}, patternProperties: {x: {type: integer}}}",
            "no value is an integer and a string at once; it is read as a string",
            ("/components/schemas/A/patternProperties/x/type", "type", "no value fits what applies at once"),
        ),
        (
            "A: {type: object, properties: {x: {type: string, anyOf: [{type: integer}, {type: string, enum: [a]}]}}}",
            "no value is an integer and a string at once; the type beside the choice is not looked at",
            ("/components/schemas/A/properties/x/type", "type", "the choice beside it gives the type"),
        ),
        (
            (
                "A: {type: object, properties: {x: {type: string, oneOf: [{$ref: '#/components/schemas/B'}]}}}, "
                "B: {type: object, properties: {y: {}}}, C: {type: integer}"
            ),
            "no value is an object and a string at once; the type beside the choice is not looked at",
            ("/components/schemas/A/properties/x/type", "type", "the choice beside it gives the type"),
        ),
        (
            (
                "A: {type: object, properties: {x: {type: string, "
                "oneOf: [{$ref: '#/components/schemas/B'}, {type: string}]}}}, "
                "B: {$ref: '#/components/schemas/C'}, C: {type: integer}"
            ),
            "no value is an integer and a string at once; the type beside the choice is not looked at",
            ("/components/schemas/A/properties/x/type", "type", "the choice beside it gives the type"),
        ),
        (
            (
                "A: {type: object, properties: {x: {type: string, "
                "oneOf: [{allOf: [{$ref: '#/components/schemas/B'}, {title: T}]}, {type: string}]}}}, "
                "B: {type: integer}, C: {type: integer}"
            ),
            "no value is an integer and a string at once; the type beside the choice is not looked at",
            ("/components/schemas/A/properties/x/type", "type", "the choice beside it gives the type"),
        ),
        (
            "A: {type: array, prefixItems: [{type: string}, {$ref: '#/components/schemas/B'}]}, B: false",
            "no value fits this schema; any value is taken",
            ("/components/schemas/B", "schema false", "no value fits it: any value is taken"),
        ),
        (
            "A: {type: object, properties: {x: {type: string, readOnly: true, writeOnly: true}}}",
            "the property 'x' is readOnly and writeOnly at once",
            ("/components/schemas/A/properties/x", "property x", "nobody sends what is readOnly and writeOnly"),
        ),
        (
            (
                "A: {type: object, properties: {x: {allOf: [{$ref: '#/components/schemas/B'}, {writeOnly: true}]}}}, "
                "B: {type: string, readOnly: true}"
            ),
            "the property 'x' is readOnly and writeOnly at once",
            ("/components/schemas/A/properties/x", "property x", "nobody sends what is readOnly and writeOnly"),
        ),
    ],
)
def test_it_is_told_once_and_lost(tmp_path: Path, schemas: str, message: str, loss: tuple[str, str, str]):
    api = build(tmp_path, schemas)
    assert [each.message for each in api.warnings if each.rule == "contradictory-schema"] == [message]
    assert loss in [("/" + "/".join(each.location.pointer), each.what, each.why) for each in api.losses]


@pytest.mark.parametrize(
    "schema",
    [
        "{type: object, oneOf: [{required: [x]}, {required: [y]}]}",
        "{type: [string, 'null'], anyOf: [{type: string}, {type: 'null'}]}",
        "{type: object, anyOf: [{type: object, properties: {x: {type: string}}}, {type: 'null'}]}",
        "{type: number, oneOf: [{type: integer}, {type: number}]}",
        "{type: object, properties: {x: false}, additionalProperties: false, patternProperties: {y: false}}",
        "{type: array, items: false}",
        "{type: string, if: {maxLength: 3}, then: false}",
        "{if: {type: string}, then: {type: string}, else: false}",
        "{oneOf: [false, {type: string}]}",
        "{type: [string, 'null'], oneOf: [{$ref: '#/components/schemas/S'}, {$ref: '#/components/schemas/N'}]}",
        "{type: string, oneOf: [{$ref: '#/components/schemas/S'}, {$ref: '#/components/schemas/N'}]}",
        "{type: object, oneOf: [{$ref: '#/components/schemas/O'}, {allOf: [{$ref: '#/components/schemas/O'}]}]}",
        "{allOf: [{type: number}, {type: integer}]}",
        "{allOf: [{type: [string, 'null']}, {type: string}]}",
        "{allOf: [{type: string, enum: [a, b]}, {enum: [b, c]}]}",
        "{type: object, properties: {x: {type: string, readOnly: true}, y: {type: string, writeOnly: true}}}",
    ],
)
def test_what_some_value_fits_is_none(tmp_path: Path, schema: str):
    others = "S: {type: string}, N: {type: 'null'}, O: {type: object, properties: {x: {type: string}}}"
    assert not [
        each for each in build(tmp_path, f"A: {schema}, {others}").warnings if each.rule == "contradictory-schema"
    ]


@pytest.mark.parametrize("schema", ["false", "{allOf: [{type: string}, false]}", "{$ref: '#/components/schemas/F'}"])
@pytest.mark.parametrize("place", ["query", "header", "cookie"])
def test_a_parameter_that_no_value_fits_is_told(tmp_path: Path, place: str, schema: str):
    spec = tmp_path / "openapi.yaml"
    parameters = f"parameters: [{{name: p, in: {place}, schema: {schema}}}]"
    spec.write_text(
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"
        f"paths: {{/a: {{get: {{{parameters}, responses: {{'204': {{description: d}}}}}}}}}}\n"
        "components: {schemas: {F: false}}\n"
    )
    api = build_api(load_description(Target(spec)).document)
    assert [each.message for each in api.warnings] == ["no value fits this schema; any value is taken"]
    assert [each.what for each in api.losses] == ["schema false"]


@pytest.mark.parametrize(
    "schema", ["{oneOf: [false, {type: string}]}", "{if: {type: string}, then: {type: string}, else: false}"]
)
def test_a_choice_that_no_value_fits_leaves_the_others(tmp_path: Path, schema: str):
    api = build(tmp_path, f"A: {{type: object, properties: {{x: {schema}}}}}")
    (named,) = api.answers.values()
    assert isinstance(named, ObjectType)
    assert [field.type for field in named.fields] == [Scalar("str")]
