"""What the resolved document says."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
import yaml

from specloom.spec.document import ABSENT, Discriminator, Document
from specloom.spec.load import Description, load_description
from specloom.targets.target import Target

Load: TypeAlias = Callable[..., Description]
Write: TypeAlias = Callable[..., Path]

EVERYTHING = """\
openapi: 3.1.0
info: {title: Shop, version: "2", summary: s, description: d}
servers:
  - url: https://{shop}.example
    description: live
    variables: {shop: {default: demo, enum: [demo, test], description: v}}
security: [{key: []}, {}]
tags: [{name: Orders, description: t}]
paths:
  /orders/{id}:
    summary: of the path
    servers: [{url: https://other.example}]
    parameters:
      - {name: id, in: path, required: true, schema: {type: integer}}
    post:
      operationId: change
      tags: [Orders]
      description: of the operation
      deprecated: true
      security: []
      parameters:
        - {name: q, in: query, schema: {type: array}, example: [1]}
        - {name: X-A, in: header, schema: {type: string}, examples: {one: {value: a}, two: {externalValue: b}}}
        - {name: c, in: cookie, content: {application/json: {schema: {type: object}}}}
        - {name: d, in: query, style: deepObject, explode: true, allowReserved: true, schema: {type: object}}
      requestBody: {$ref: '#/components/requestBodies/Body', description: other}
      responses:
        '200':
          description: fine
          headers:
            X-Left: {$ref: '#/components/headers/Left'}
            Content-Type: {schema: {type: string}}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Order'}, example: {id: 1}}
        4XX: {description: wrong}
webhooks:
  changed: {post: {responses: {'200': {description: d}}}}
components:
  headers: {Left: {required: true, description: h, schema: {type: integer}}}
  requestBodies:
    Body:
      required: true
      content:
        multipart/form-data:
          schema: {type: object, properties: {f: {type: string}}}
          encoding: {f: {contentType: text/csv, headers: {X-P: {schema: {type: string}}}}}
  schemas:
    Order:
      type: [object, "null"]
      required: [id]
      properties:
        id: {type: integer, minimum: 1, readOnly: true}
        state: {type: string, enum: [a, b], default: a}
        parent: {$ref: '#/components/schemas/Order', description: its parent}
      additionalProperties: false
      patternProperties: {^x-: true}
      not: {required: [b]}
      examples: [1]
      example: 2
    Pet:
      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
      discriminator: {propertyName: kind, mapping: {c: Cat, cc: '#/components/schemas/Cat'}}
    Cat: {const: null}
    Dog: {minLength: 2.0, prefixItems: [{}], items: false}
  securitySchemes:
    key: {type: apiKey, in: header, name: K}
    bearer: {type: http, scheme: Bearer}
    oauth:
      type: oauth2
      flows: {clientCredentials: {tokenUrl: https://t, scopes: {s: d}}}
"""


@pytest.fixture
def document(load: Load):
    return load(EVERYTHING).document


def test_document(document: Document):
    assert (document.title, document.version, document.summary, document.description) == ("Shop", "2", "s", "d")
    assert document.servers[0].variables["shop"].enum == ("demo", "test")
    assert document.security == ({"key": ()}, {})
    assert [(tag.name, tag.description) for tag in document.tags] == [("Orders", "t")]
    assert list(document.schemas) == [f"#/components/schemas/{name}" for name in ("Order", "Pet", "Cat", "Dog")]
    assert [operation.path for operation in document.webhooks["changed"]] == ["changed"]


def test_security_schemes(document: Document):
    schemes = document.security_schemes
    assert (schemes["key"].place, schemes["key"].parameter, schemes["key"].scheme) == ("header", "K", None)
    assert (schemes["bearer"].place, schemes["bearer"].scheme) == (None, "bearer")
    (flow,) = schemes["oauth"].flows
    assert (flow.kind, flow.scopes, flow.token_url) == ("clientCredentials", {"s": "d"}, "https://t")


def test_operation(document: Document):
    (operation,) = document.operations
    assert operation.route == "POST /orders/{id}"
    assert (operation.operation_id, operation.tags, operation.deprecated) == ("change", ("Orders",), True)
    assert (operation.summary, operation.description) == ("of the path", "of the operation")
    assert operation.security == ()
    assert [server.url for server in operation.servers] == ["https://other.example"]
    assert [response.status for response in operation.responses] == ["200", "4XX"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("id", ("path", True, "simple", False, None)),
        ("q", ("query", False, "form", True, None)),
        ("X-A", ("header", False, "simple", False, None)),
        ("c", ("cookie", False, "form", True, "application/json")),
        ("d", ("query", False, "deepObject", True, None)),
    ],
)
def test_defaults_of_parameters(name: str, expected: tuple[object, ...], document: Document):
    (found,) = [parameter for parameter in document.operations[0].parameters if parameter.name == name]
    assert (found.place, found.required, found.style, found.explode, found.content_type) == expected


def test_examples(document: Document):
    operation = document.operations[0]
    assert operation.parameters[1].examples == {"example": [1]}
    assert operation.parameters[2].examples == {"one": "a"}
    assert operation.responses[0].content["application/json"].examples == {"example": {"id": 1}}


def test_bodies_and_headers(document: Document):
    operation = document.operations[0]
    body = operation.request_body
    assert (body.required, body.description) == (True, "other")
    encoding = body.content["multipart/form-data"].encoding["f"]
    assert encoding.content_type == "text/csv"
    assert encoding.headers["X-P"].schema.types == ("string",)
    headers = operation.responses[0].headers
    assert list(headers) == ["X-Left"]
    assert (headers["X-Left"].required, headers["X-Left"].description) == (True, "h")


def test_schema(document: Document):
    named = document.schemas["#/components/schemas/Order"]
    schema = named.schema
    assert named.name == "Order"
    assert schema.types == ("object", "null")
    assert schema.required == ("id",)
    assert schema.properties["id"].minimum == 1
    assert schema.properties["id"].read_only
    assert schema.properties["state"].enum == ("a", "b")
    assert schema.properties["state"].default == "a"
    assert schema.properties["parent"].ref == "#/components/schemas/Order"
    assert schema.properties["parent"].description == "its parent"
    assert schema.additional_properties.never
    assert not schema.pattern_properties["^x-"].never
    assert schema.restrictions == {"not": {"required": ["b"]}}
    assert schema.examples == (1, 2)
    assert schema.const is ABSENT
    assert schema.default is ABSENT


def test_null_is_a_value(document: Document):
    assert document.schemas["#/components/schemas/Cat"].schema.const is None


def test_numbers_and_lists(document: Document):
    schema = document.schemas["#/components/schemas/Dog"].schema
    assert repr(schema.min_length) == "2"
    assert len(schema.prefix_items) == 1
    assert schema.items.never


def test_discriminator_by_name_by_reference_and_unsaid(document: Document):
    schema = document.schemas["#/components/schemas/Pet"].schema
    cat, dog = "#/components/schemas/Cat", "#/components/schemas/Dog"
    assert schema.discriminator == Discriminator("kind", {"c": cat, "cc": cat, "Dog": dog})


def test_a_discriminator_may_name_a_file(load: Load):
    document = load(
        {
            "a.yaml": "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents: {schemas: {A: {oneOf: [{}],"
            " discriminator: {propertyName: k, mapping: {b: ./b.yaml}}}}}\n",
            "b.yaml": "type: object\n",
        }
    ).document
    assert document.schemas["#/components/schemas/A"].schema.discriminator.mapping == {"b": "b.yaml#"}
    assert document.schemas["b.yaml#"].schema.types == ("object",)


def test_what_is_shared_is_parsed_once(load: Load):
    document = load(
        """\
        paths:
          /a: {get: {parameters: [{$ref: '#/components/parameters/P'}]}}
          /b: {get: {parameters: [{$ref: '#/components/parameters/P'}]}}
        components: {parameters: {P: {name: p, in: query, schema: {type: string}}}}
        """
    ).document
    first, second = document.operations
    assert first.parameters[0] is second.parameters[0]


def test_path_items_with_a_reference_and_more(load: Load):
    (get, put) = load(
        """\
        paths:
          /a:
            $ref: '#/components/pathItems/A'
            parameters: [{name: q, in: query, schema: {type: integer}}]
            get: {summary: own}
        components:
          pathItems:
            A:
              parameters: [{name: q, in: query, schema: {type: string}}, {name: r, in: query, schema: {}}]
              get: {summary: other}
              put: {}
        """
    ).document.operations
    assert (get.summary, get.method, put.method) == ("own", "get", "put")
    assert [(each.name, each.schema.types) for each in get.parameters] == [("q", ("integer",)), ("r", ())]


def test_locations(document: Document):
    schema = document.schemas["#/components/schemas/Order"].schema.properties["id"]
    assert schema.location.pointer == ("components", "schemas", "Order", "properties", "id")


@pytest.mark.parametrize("version", ["3.1.0", "3.2.0"])
def test_yaml_and_json_say_the_same(version: str, write: Write):
    text = EVERYTHING.replace("3.1.0", version)
    entry = write({"openapi.yaml": text, "openapi.json": json.dumps(yaml.safe_load(text))})
    assert load_description(Target(entry)).document == load_description(Target(entry.with_suffix(".json"))).document


SHIPPED = sorted((Path(__file__).parents[2] / "specs").glob("*/openapi.yaml"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.parent.name)
def test_shipped_descriptions_twin(path: Path, tmp_path: Path):
    if len(list(path.parent.rglob("*.yaml"))) == 1:
        twin = tmp_path / "openapi.json"
        twin.write_text(json.dumps(yaml.safe_load(path.read_text(encoding="utf-8"))))
        assert load_description(Target(twin)).document == load_description(Target(path)).document
    assert load_description(Target(path)).warnings == ()
