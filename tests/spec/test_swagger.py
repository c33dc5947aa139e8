"""OpenAPI 2.0 in the terms of 3.1."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from specloom.source import render_pointer
from specloom.spec.bundle import bundle_description
from specloom.spec.load import Description, load_description
from specloom.targets.target import Target

Find: TypeAlias = Callable[..., list[str]]
Load: TypeAlias = Callable[..., Description]
Write: TypeAlias = Callable[..., Path]

HEAD = {"swagger": "2.0", "info": {"title": "T", "version": "1"}}


@pytest.fixture
def upgrade(write: Write):
    def run(**members: object) -> dict[str, Any]:
        return bundle_description(Target(write({"openapi.json": json.dumps(HEAD | {"paths": {}} | members)})))

    return run


@pytest.fixture
def upgrade_operation(upgrade: Callable[..., dict[str, Any]]):
    def run(operation: dict[str, Any], **members: object) -> dict[str, Any]:
        return upgrade(paths={"/a": {"post": {"responses": {}} | operation}}, **members)["paths"]["/a"]["post"]

    return run


PARAMETERS = {
    "plain": (
        {"name": "a", "in": "query", "type": "integer", "format": "int32", "description": "d", "required": True},
        {
            "name": "a",
            "in": "query",
            "description": "d",
            "required": True,
            "schema": {"type": "integer", "format": "int32"},
        },
    ),
    "commas": (
        {"name": "a", "in": "query", "type": "array", "items": {"type": "string"}},
        {
            "name": "a",
            "in": "query",
            "schema": {"type": "array", "items": {"type": "string"}},
            "style": "form",
            "explode": False,
        },
    ),
    "repeated": (
        {"name": "a", "in": "query", "type": "array", "collectionFormat": "multi"},
        {"name": "a", "in": "query", "schema": {"type": "array"}, "style": "form", "explode": True},
    ),
    "pipes": (
        {"name": "a", "in": "query", "type": "array", "collectionFormat": "pipes"},
        {"name": "a", "in": "query", "schema": {"type": "array"}, "style": "pipeDelimited", "explode": False},
    ),
    "of which only the name is said": (
        {"name": "a", "in": "query"},
        {"name": "a", "in": "query", "schema": {"type": "string"}},
    ),
    "items without a type": (
        {"name": "a", "in": "query", "items": {"type": "string"}},
        {
            "name": "a",
            "in": "query",
            "schema": {"type": "array", "items": {"type": "string"}},
            "style": "form",
            "explode": False,
        },
    ),
    "header": (
        {"name": "a", "in": "header", "type": "array", "x-nullable": True},
        {"name": "a", "in": "header", "schema": {"type": ["array", "null"]}},
    ),
}


@pytest.mark.parametrize("name", PARAMETERS)
def test_parameters(name: str, upgrade_operation: Callable[..., dict[str, Any]]):
    old, new = PARAMETERS[name]
    assert upgrade_operation({"parameters": [old]})["parameters"] == [new]


BODIES = {
    "body": (
        {
            "consumes": ["application/xml"],
            "parameters": [{"name": "b", "in": "body", "required": True, "schema": {"type": "string"}}],
        },
        {"required": True, "content": {"application/xml": {"schema": {"type": "string"}}}},
    ),
    "body without media types": (
        {"parameters": [{"name": "b", "in": "body", "description": "d", "schema": {"type": "string"}}]},
        {"description": "d", "content": {"application/json": {"schema": {"type": "string"}}}},
    ),
    "form": (
        {
            "parameters": [
                {"name": "a", "in": "formData", "type": "string", "description": "d", "required": True},
                {"name": "b", "in": "formData", "type": "array", "collectionFormat": "multi"},
            ]
        },
        {
            "required": True,
            "content": {
                "application/x-www-form-urlencoded": {
                    "schema": {
                        "type": "object",
                        "properties": {"a": {"type": "string", "description": "d"}, "b": {"type": "array"}},
                        "required": ["a"],
                    },
                    "encoding": {"b": {"style": "form", "explode": True}},
                }
            },
        },
    ),
    "file": (
        {"parameters": [{"name": "f", "in": "formData", "type": "file"}]},
        {
            "content": {
                "multipart/form-data": {
                    "schema": {"type": "object", "properties": {"f": {"type": "string", "format": "binary"}}}
                }
            }
        },
    ),
}


@pytest.mark.parametrize("name", BODIES)
def test_bodies(name: str, upgrade_operation: Callable[..., dict[str, Any]]):
    old, new = BODIES[name]
    assert upgrade_operation(old)["requestBody"] == new


def test_a_body_may_be_a_component_or_belong_to_the_path(upgrade: Callable[..., dict[str, Any]]):
    body = {"name": "b", "in": "body", "schema": {"$ref": "#/definitions/B"}}
    result = upgrade(
        consumes=["text/plain"],
        paths={
            "/a": {"parameters": [{"$ref": "#/parameters/Body"}, {"$ref": "#/parameters/Q"}], "put": {"responses": {}}}
        },
        parameters={"Body": body, "Q": {"name": "q", "in": "query", "type": "string"}},
        definitions={"B": {"type": "object"}},
    )
    item = result["paths"]["/a"]
    assert item["parameters"] == [{"$ref": "#/components/parameters/Q"}]
    assert item["put"]["requestBody"] == {"content": {"text/plain": {"schema": {"$ref": "#/components/schemas/B"}}}}
    assert list(result["components"]) == ["schemas", "parameters"]


def test_responses(upgrade_operation: Callable[..., dict[str, Any]]):
    operation = upgrade_operation(
        {
            "produces": ["application/json", "text/csv"],
            "responses": {
                "200": {
                    "description": "d",
                    "schema": {"type": "string"},
                    "headers": {"X-A": {"type": "integer", "description": "h"}},
                    "examples": {"application/json": "e"},
                },
                "404": {"description": "none"},
            },
        }
    )
    assert operation["responses"] == {
        "200": {
            "description": "d",
            "headers": {"X-A": {"description": "h", "schema": {"type": "integer"}}},
            "content": {
                "application/json": {"schema": {"type": "string"}, "example": "e"},
                "text/csv": {"schema": {"type": "string"}},
            },
        },
        "404": {"description": "none"},
    }


def test_an_example_of_a_response_stays_where_it_is_written(load: Load):
    answer = {"description": "d", "schema": {"type": "object"}, "examples": {"application/json": {"n": 1}}}
    paths = {"/a": {"get": {"responses": {"200": answer}}}}
    (media,) = load({"openapi.json": json.dumps(HEAD | {"paths": paths})}).index.objects("Media Type")
    (example,) = filter(None, [media.get("example")])
    assert render_pointer(example.written) == "/paths/~1a/get/responses/200/examples/application~1json"


@pytest.mark.parametrize(
    ("pointer", "types"),
    [
        ("#/paths/~1a/post/responses/200/schema", ("object",)),
        ("#/paths/~1a/post/responses/200/schema/properties/n", ("number",)),
        ("#/paths/~1a/post/parameters/0/schema", ("array",)),
        ("#/paths/~1a/post/parameters/0/schema/items", ("boolean",)),
        ("#/parameters/B/schema", ("string",)),
        ("#/responses/R/schema", ("integer",)),
    ],
)
def test_references_lead_where_later_versions_have_it_elsewhere(pointer: str, types: tuple[str, ...], write: Write):
    """As bundlers write them, which put a reference at every place but the first that has something."""
    answer = {"type": "object", "properties": {"n": {"type": "number"}, "again": {"$ref": pointer}}}
    body = {"name": "b", "in": "body", "schema": {"type": "array", "items": {"type": "boolean"}}}
    flag = {"name": "q", "in": "query", "type": "boolean"}
    operation = {"parameters": [body, flag], "responses": {"200": {"description": "d", "schema": answer}}}
    described = HEAD | {
        "paths": {"/a": {"post": operation}},
        "parameters": {"B": {"name": "b", "in": "body", "schema": {"type": "string"}}},
        "responses": {"R": {"description": "d", "schema": {"type": "integer"}}},
    }
    entry = write({"openapi.json": json.dumps(described)})
    bundled = entry.with_name("bundled.json")
    bundled.write_text(json.dumps(bundle_description(Target(entry))))
    for file in (entry, bundled):
        document = load_description(Target(file)).document
        (media,) = document.operations[0].responses[0].content.values()
        assert document.schemas[media.schema.properties["again"].ref].schema.types == types


@pytest.mark.parametrize(
    ("members", "names"),
    [
        ("", ["Authorization"]),
        ("security: []\n", ["Authorization"]),
        ("security: [{}]\n", ["Authorization"]),
        ("security: [{k: []}]\n", []),
    ],
)
def test_authorization_is_a_parameter_where_no_scheme_is_asked_for(members: str, names: list[str], load: Load):
    """Only OpenAPI 3 says that a header parameter of that name has no effect."""
    found = load(
        "swagger: '2.0'\ninfo: {title: T, version: '1'}\n"
        "securityDefinitions: {k: {type: apiKey, in: header, name: Authorization}}\n"
        "paths: {/a: {get: {responses: {204: {description: d}}, parameters: [\n"
        "  {name: Accept, in: header, type: string}, {name: Authorization, in: header, type: string}]}}}\n" + members
    )
    (operation,) = found.document.operations
    assert [each.name for each in operation.parameters] == names
    assert len(found.warnings) == 2 - len(names)


def test_a_file_as_answer(upgrade_operation: Callable[..., dict[str, Any]]):
    response = {"description": "d", "schema": {"type": "file"}}
    assert upgrade_operation({"responses": {"200": response}})["responses"]["200"]["content"] == {
        "application/octet-stream": {"schema": {"type": "string", "format": "binary"}}
    }


@pytest.mark.parametrize(
    ("members", "urls"),
    [
        (
            {"host": "a.example", "basePath": "/v1/", "schemes": ["http", "https"]},
            ["https://a.example/v1", "http://a.example/v1"],
        ),
        ({"host": "a.example"}, ["https://a.example"]),
        ({"host": "a.example", "schemes": ["wss", "http"]}, ["http://a.example"]),
        ({"host": "a.example", "schemes": ["ws"]}, ["ws://a.example"]),
        ({"basePath": "/v1"}, ["/v1"]),
        ({"host": "a.example", "basePath": "v1"}, ["https://a.example/v1"]),
        ({"host": "a.example", "basePath": ""}, ["https://a.example"]),
        ({"basePath": "/"}, ["/"]),
    ],
)
def test_servers(members: dict[str, Any], urls: list[str], upgrade: Callable[..., dict[str, Any]]):
    assert upgrade(**members)["servers"] == [{"url": url} for url in urls]


@pytest.mark.parametrize(
    ("all_calls", "own", "urls"),
    [
        ({}, ["http"], ["http://a.example/v1"]),
        ({"schemes": ["https"]}, ["http"], ["http://a.example/v1"]),
        ({"schemes": ["http"]}, ["https", "http"], ["https://a.example/v1", "http://a.example/v1"]),
        ({"schemes": ["https", "http"]}, ["https"], None),
        ({}, ["https"], None),
        ({}, [], None),
        ({"host": None}, ["http"], None),
    ],
)
def test_an_operation_has_a_server_where_its_protocol_is_another(
    all_calls: dict[str, Any], own: list[str], urls: list[str] | None, upgrade: Callable[..., dict[str, Any]]
):
    members = {"host": "a.example", "basePath": "/v1", **all_calls}
    operation = upgrade(**members, paths={"/p": {"get": {"schemes": own, "responses": {}}}})["paths"]["/p"]["get"]
    assert operation.get("servers") == (urls and [{"url": url} for url in urls])


def test_security_schemes(upgrade: Callable[..., dict[str, Any]]):
    flow = {"authorizationUrl": "https://a", "tokenUrl": "https://b", "scopes": {"s": "d"}}
    definitions = {
        "basic": {"type": "basic"},
        "key": {"type": "apiKey", "in": "header", "name": "K"},
        "code": {"type": "oauth2", "flow": "accessCode", **flow},
        "app": {"type": "oauth2", "flow": "application", "tokenUrl": "https://b", "scopes": {}},
    }
    assert upgrade(securityDefinitions=definitions)["components"]["securitySchemes"] == {
        "basic": {"type": "http", "scheme": "basic"},
        "key": {"type": "apiKey", "in": "header", "name": "K"},
        "code": {"type": "oauth2", "flows": {"authorizationCode": flow}},
        "app": {"type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": "https://b", "scopes": {}}}},
    }


def test_schemas(upgrade: Callable[..., dict[str, Any]]):
    old = {"type": "object", "discriminator": "kind", "properties": {"kind": {"type": "string"}}}
    schema = upgrade(definitions={"Page«A»": old})["components"]["schemas"]["Page«A»"]
    assert schema["discriminator"] == {"propertyName": "kind"}


def test_parameters_in_other_files(load: Load):
    document = load(
        {
            "openapi.yaml": """\
                swagger: '2.0'
                info: {title: T, version: '1'}
                produces: [text/plain]
                paths:
                  /a:
                    post:
                      parameters: [{$ref: 'p.yaml#/Q'}, {$ref: 'p.yaml#/B'}]
                      responses: {'200': {$ref: 'p.yaml#/R'}}
                """,
            "p.yaml": """\
                Q: {name: q, in: query, type: array, collectionFormat: multi, items: {type: string}}
                B: {name: b, in: body, schema: {type: object, x-nullable: true}}
                R: {description: d, schema: {type: string}}
                """,
        }
    ).document
    (operation,) = document.operations
    assert [(each.name, each.style, each.explode) for each in operation.parameters] == [("q", "form", True)]
    body = operation.request_body.content["application/json"].schema
    assert document.schemas[body.ref].schema.types == ("object", "null")
    assert operation.responses[0].content["text/plain"].schema.types == ("string",)


def test_findings_point_at_what_was_written(findings: Find):
    text = """\
        swagger: '2.0'
        info: {title: T, version: '1'}
        paths:
          /a:
            post:
              parameters:
                - name: b
                  in: body
                  schema: {type: strng}
                - {name: q, in: query, type: intger}
              responses:
                '200': {schema: {$ref: '#/definitions/Ordr'}, description: d}
        definitions:
          Order: {properties: {a: {minimum: x}}}
        """
    assert findings({"a.yaml": text}) == [
        (
            "a.yaml:9:26: error: 'type' of a Schema Object cannot be 'strng' [wrong-value]"
            " at /paths/~1a/post/parameters/0/schema/type (did you mean 'string'?)"
        ),
        (
            "a.yaml:10:38: error: 'type' of a Parameter Object cannot be 'intger' [wrong-value]"
            " at /paths/~1a/post/parameters/1/type (did you mean 'integer'?)"
        ),
        (
            "a.yaml:12:32: error: reference points at nothing: '#/definitions/Ordr' [unresolved-reference]"
            " at /paths/~1a/post/responses/200/schema/$ref (did you mean 'Order'?)"
        ),
        (
            "a.yaml:14:37: error: 'minimum' of a Schema Object must be a number, not a string [wrong-type]"
            " at /definitions/Order/properties/a/minimum (write a number, or leave it out)"
        ),
    ]


@pytest.mark.parametrize(
    ("host", "lost"),
    [("", [("OpenAPI", "/schemes"), ("Operation", "/paths/~1a/get/schemes")]), ("host: a.example\n", [])],
)
def test_protocols_without_a_host_are_lost(tmp_path: Path, host: str, lost: list[tuple[str, str]]):
    spec = tmp_path / "openapi.yaml"
    spec.write_text(
        f"swagger: '2.0'\ninfo: {{title: T, version: '1'}}\nbasePath: /v1\nschemes: [https]\n{host}"
        "paths: {/a: {get: {schemes: [http], responses: {'204': {description: d}}}}}\n"
    )
    losses = load_description(Target(spec)).document.losses
    found = [(kind, render_pointer(each.location.pointer)) for kind, several in losses.items() for each in several]
    assert found == lost


def test_null_beside_a_choice_is_no_place_that_is_written(load: Load):
    text = 'swagger: "2.0"\ninfo: {title: T, version: "1"}\npaths: {}\n'
    schemas = (
        "definitions: {A: {anyOf: [{type: string}], nullable: true}, B: {oneOf: [{type: string}], x-nullable: true}}\n"
    )
    assert {*load({"openapi.yaml": text + schemas}).document.schemas} >= {"#/components/schemas/A"}


def test_what_swagger_lacks_is_told_in_its_words(findings: Find):
    head = "swagger: '2.0'\ninfo: {title: T, version: '1'}\n"
    flow = "paths: {}\nsecurityDefinitions: {k: {type: oauth2, flow: implicit, scopes: {}}}\n"
    (line,) = findings(head + flow)
    assert line.endswith(
        "error: a Security Scheme Object needs 'authorizationUrl' [missing-member] at /securityDefinitions/k"
        " (add: authorizationUrl: …)"
    )
    (line,) = findings(f"{head}paths: {{'/a/{{b}}': {{get: {{responses: {{'200': {{description: d}}}}}}}}}}\n")
    parameter = "{name: b, in: path, required: true, type: string}"
    assert f"(add to its parameters: {parameter}" in line
    (line,) = findings(
        f"{head}paths: {{'/a/{{b}}': {{get: {{parameters: [{parameter}], responses: {{'200': {{}}}}}}}}}}\n"
    )
    assert "needs 'description'; it is read as empty" in line


@pytest.mark.parametrize(
    ("root", "own", "place"),
    [
        ("", "", "/paths/~1a/post/parameters/0"),
        ("", "consumes: [text/csv], ", "/paths/~1a/post/consumes"),
        ("consumes: [multipart/form-data]\n", "consumes: [text/csv], ", "/paths/~1a/post/consumes"),
        ("consumes: [text/csv]\n", "", "/consumes"),
        ("consumes: [text/csv]\n", "consumes: [text/csv, multipart/form-data], ", ""),
        ("consumes: [application/x-www-form-urlencoded]\n", "", "/consumes"),
        ("consumes: [Multipart/Form-Data; boundary=x]\n", "", ""),
    ],
)
def test_a_file_goes_in_a_form(root: str, own: str, place: str, findings: Find):
    file = "parameters: [{$ref: '#/parameters/f'}], "
    text = (
        f"swagger: '2.0'\ninfo: {{title: T, version: '1'}}\n{root}"
        "parameters: {f: {name: f, in: formData, type: file}}\n"
        f"paths: {{/a: {{post: {{{own}{file}responses: {{'200': {{description: d, schema: {{type: file}}}}}}}}}}}}\n"
    )
    message = (
        "warning: POST /a sends a file and does not say that it sends multipart/form-data; it is sent as that "
        f"[wrong-value] at {place} (write consumes: [multipart/form-data])"
    )
    assert [line.partition(": ")[2] for line in findings(text)] == ([message] if place else [])


@pytest.mark.parametrize("where", ["definitions: {A: ", "definitions: {B: {properties: {schema: "])
def test_only_a_response_is_a_file(where: str, findings: Find):
    end = "}" * where.count("{")
    text = f"swagger: '2.0'\ninfo: {{title: T, version: '1'}}\npaths: {{}}\n{where}{{type: file}}{end}\n"
    (line,) = findings(text)
    assert "only a response, and a parameter with in: formData, can be a file; it is read as one [wrong-value]" in line


def test_two_schemas_that_are_null_are_told_where_each_stands(findings: Find):
    operation = "responses: {'200': {description: d, schema: null}}"
    text = (
        "swagger: '2.0'\ninfo: {title: T, version: '1'}\npaths:\n"
        f"  /a:\n    get: {{{operation}}}\n    put: {{{operation}}}\n"
    )
    assert [line.partition(" [")[0] for line in findings(text)] == [
        f"openapi.yaml:{line}:55: error: 'schema' of a Response Object must be an object, not null" for line in (5, 6)
    ]
