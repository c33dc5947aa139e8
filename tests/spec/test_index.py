"""What the table of objects reports: words, place, and advice. Texts begin on line 3."""

import json
from collections.abc import Callable
from typing import TypeAlias

import pytest

from specloom.spec.load import Description

Find: TypeAlias = Callable[..., list[str]]
Load: TypeAlias = Callable[..., Description]

GET = """\
paths:
  /a:
    get:
"""
SCHEMAS = """\
components:
  schemas:
"""

CASES = {
    "missing member": (
        GET + "      parameters:\n        - {name: q, schema: {}}\n",
        (
            "openapi.yaml:7:11: error: a Parameter Object needs 'in' [missing-member] at /paths/~1a/get/parameters/0"
            " (add: in: query, header, path or cookie)"
        ),
    ),
    "missing entry points": (
        "tags: []\n",
        (
            "openapi.yaml:1:1: error: an OpenAPI Object needs 'paths', 'components' or 'webhooks' [missing-member] at "
            " (add: paths: {})"
        ),
    ),
    "type name": (
        SCHEMAS + "    A: {type: strng}\n",
        (
            "openapi.yaml:5:15: error: 'type' of a Schema Object cannot be 'strng' [wrong-value]"
            " at /components/schemas/A/type (did you mean 'string'?)"
        ),
    ),
    "type in a list": (
        SCHEMAS + "    A: {type: [string, nul]}\n",
        (
            "openapi.yaml:5:24: error: '1' in 'type' cannot be 'nul' [wrong-value]"
            " at /components/schemas/A/type/1 (did you mean 'null'?)"
        ),
    ),
    "type of another type": (
        SCHEMAS + "    A: {type: {}}\n",
        (
            "openapi.yaml:5:15: error: 'type' of a Schema Object must be a string or a list of strings, not an object"
            " [wrong-type] at /components/schemas/A/type (write a string or a list of strings, or leave it out)"
        ),
    ),
    "unquoted number": (
        "openapi: 3.1\ninfo: {title: T, version: 1.0}\npaths: {}\n",
        (
            "openapi.yaml:1:10: warning: 'openapi' of an OpenAPI Object must be a string, not a number;"
            " it is read as '3.1' [wrong-type] at /openapi (put it in quotes: '3.1')"
        ),
    ),
    "object expected": (
        "components: []\n",
        (
            "openapi.yaml:3:13: error: 'components' of an OpenAPI Object must be a Components Object, not a list"
            " [wrong-type] at /components (write a Components Object, or leave it out)"
        ),
    ),
    "list expected": (
        "paths: {}\ntags: {}\n",
        (
            "openapi.yaml:4:7: error: 'tags' of an OpenAPI Object must be a list, not an object [wrong-type] at /tags"
            " (write a list, or leave it out)"
        ),
    ),
    "negative length": (
        SCHEMAS + "    A: {minLength: -1}\n",
        (
            "openapi.yaml:5:20: error: 'minLength' of a Schema Object must be an integer of at least 0, not -1"
            " [wrong-type] at /components/schemas/A/minLength (write an integer of at least 0, or leave it out)"
        ),
    ),
    "empty allOf": (
        SCHEMAS + "    A: {allOf: []}\n",
        (
            "openapi.yaml:5:16: error: 'allOf' in 'A' must not be empty [wrong-value] at /components/schemas/A/allOf"
            " (leave it out, or put something in)"
        ),
    ),
    "unknown member": (
        GET + "      operationID: a\n",
        (
            "openapi.yaml:6:7: warning: an Operation Object has no member 'operationID' [unknown-member]"
            " at /paths/~1a/get/operationID (did you mean 'operationId'?)"
        ),
    ),
    "misspelled keyword": (
        SCHEMAS + "    A: {requird: [b]}\n",
        (
            "openapi.yaml:5:9: warning: a Schema Object has no member 'requird' [unknown-member]"
            " at /components/schemas/A/requird (did you mean 'required'?)"
        ),
    ),
    "member of OpenAPI 3.2": (
        "paths:\n  /a:\n    query: {}\n",
        (
            "openapi.yaml:5:5: error: a Path Item Object has no member 'query' before OpenAPI 3.2 [unknown-member]"
            " at /paths/~1a/query (say 'openapi: 3.2.0' to use it)"
        ),
    ),
    "dynamic reference": (
        SCHEMAS + "    A: {$dynamicRef: '#a'}\n",
        (
            "openapi.yaml:5:22: error: reference points at nothing: '#a' [unresolved-reference]"
            " at /components/schemas/A/$dynamicRef (add it, or refer to something that is there)"
        ),
    ),
    "dialect": (
        "jsonSchemaDialect: http://json-schema.org/draft-03/schema\npaths: {}\n",
        (
            "openapi.yaml:3:20: unsupported: schemas in the dialect 'http://json-schema.org/draft-03/schema'"
            " [unsupported-dialect] at /jsonSchemaDialect (Specloom reads the dialects of OpenAPI, and JSON Schema"
            " from draft-04 on)"
        ),
    ),
    "path without slash": (
        "paths:\n  a: {}\n",
        (
            "openapi.yaml:4:3: error: 'a' must begin with '/' to be a path [wrong-path] at /paths/a"
            " (put '/' in front of it)"
        ),
    ),
    "status code": (
        GET + "      responses:\n        '2Xx': {description: d}\n",
        (
            "openapi.yaml:7:9: error: '2Xx' is no status code [wrong-status-code] at /paths/~1a/get/responses/2Xx"
            " (write a code such as 200, a range such as 4XX, or default)"
        ),
    ),
    "component name": (
        SCHEMAS + "    'A b': {}\n",
        (
            "openapi.yaml:5:5: warning: 'A b' must consist of letters, digits, '.', '_'"
            " and '-' to be a component's name"
            " [wrong-component-name] at /components/schemas/A b"
        ),
    ),
    "both schema and content": (
        GET + "      parameters:\n        - {name: q, in: query, schema: {}, content: {text/plain: {}}}\n",
        (
            "openapi.yaml:7:44: error: a Parameter Object cannot have both 'schema' and 'content' [exclusive-members]"
            " at /paths/~1a/get/parameters/0/content (keep one of them)"
        ),
    ),
    "neither schema nor content": (
        GET + "      parameters:\n        - {name: q, in: query}\n",
        (
            "openapi.yaml:7:11: warning: a Parameter Object needs 'schema' or 'content'; it is read as text"
            " [missing-member] at /paths/~1a/get/parameters/0 (add: schema: {type: string})"
        ),
    ),
    "two media types of a parameter": (
        GET + "      parameters:\n        - {name: q, in: query, content: {text/plain: {}, text/html: {}}}\n",
        (
            "openapi.yaml:7:41: error: 'content' must have exactly one entry here [wrong-value]"
            " at /paths/~1a/get/parameters/0/content"
            " (keep one media type: {application/json: {schema: {…}}})"
        ),
    ),
    "style in another place": (
        GET + "      parameters:\n        - {name: q, in: query, schema: {}, style: matrix}\n",
        (
            "openapi.yaml:7:51: error: 'style' of a query parameter cannot be 'matrix' [wrong-value] at"
            " /paths/~1a/get/parameters/0/style (use one of: form, spaceDelimited, pipeDelimited, deepObject)"
        ),
    ),
    "what a security scheme needs": (
        "components:\n  securitySchemes:\n    key: {type: http}\n",
        (
            "openapi.yaml:5:10: error: a Security Scheme Object needs 'scheme' [missing-member]"
            " at /components/securitySchemes/key (add: scheme: …)"
        ),
    ),
    "what a flow needs": (
        "components:\n  securitySchemes:\n    o: {type: oauth2, flows: {implicit: {scopes: {}}}}\n",
        (
            "openapi.yaml:5:41: error: an Implicit OAuth Flow Object needs 'authorizationUrl' [missing-member]"
            " at /components/securitySchemes/o/flows/implicit (add: authorizationUrl: …)"
        ),
    ),
    "two kinds of examples": (
        GET + "      responses:\n        '200':\n          description: d\n          content:\n"
        "            text/plain: {example: a, examples: {}}\n",
        (
            "openapi.yaml:10:38: warning: a Media Type Object cannot have both"
            " 'example' and 'examples' [exclusive-members]"
            " at /paths/~1a/get/responses/200/content/text~1plain/examples (keep one of them)"
        ),
    ),
    "what has no effect beside a reference": (
        GET + "      parameters:\n        - {$ref: '#/components/parameters/P', required: true}\n"
        "components:\n  parameters:\n    P: {name: p, in: query, schema: {}}\n",
        (
            "openapi.yaml:7:47: warning: 'required' beside '$ref' has no effect [unknown-member]"
            " at /paths/~1a/get/parameters/0/required"
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_one_finding(name: str, findings: Find):
    text, expected = CASES[name]
    assert expected in findings(text)


def test_all_findings_come_at_once_sorted_by_place(findings: Find):
    schemas = "components: {schemas: {A: {type: int, $ref: '#/b'}}}\n"
    shown = findings(f"paths:\n  a: {{get: {{parameters: [{{type: a}}]}}}}\n{schemas}")
    assert [line.partition("] at ")[0] for line in shown] == [
        "openapi.yaml:4:3: error: 'a' must begin with '/' to be a path [wrong-path",
        "openapi.yaml:4:26: error: a Parameter Object needs 'in' [missing-member",
        "openapi.yaml:4:26: error: a Parameter Object needs 'name' [missing-member",
        "openapi.yaml:4:26: error: a Parameter Object needs 'schema' or 'content' [missing-member",
        "openapi.yaml:4:27: warning: a Parameter Object has no member 'type' [unknown-member",
        "openapi.yaml:5:34: error: 'type' of a Schema Object cannot be 'int' [wrong-value",
        "openapi.yaml:5:45: error: reference points at nothing: '#/b' [unresolved-reference",
    ]


def test_unused_components_are_checked(findings: Find):
    shown = findings("components: {responses: {R: {content: {text/plain: {schema: {type: 1}}}}}}\n")
    assert [line.partition(": ")[2].split(" at ")[0] for line in shown] == [
        "warning: a Response Object needs 'description'; it is read as empty [missing-member]",
        "error: 'type' of a Schema Object must be a string or a list of strings, not a number [wrong-type]",
    ]


def test_values_that_only_illustrate_are_not_checked(findings: Find):
    assert findings("components: {schemas: {A: {default: {$ref: 1}, enum: [{type: 1}], x-a: {type: 1}}}}\n") == []


def test_unknown_keywords_of_schemas_are_allowed_unless_misspelled(findings: Find):
    assert findings("components: {schemas: {A: {faker: name, widget: text}}}\n") == []
    old = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\n"
    (found,) = findings(f"{old}components: {{schemas: {{A: {{type: string, nullabel: true}}}}}}\n")
    assert found.endswith("/nullabel (did you mean 'nullable'?)")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ([], "this is no OpenAPI document but a list"),
        ("openapi", "this is no OpenAPI document but a string"),
        ({"asyncapi": "3.0.0"}, "this is no OpenAPI document but an AsyncAPI document"),
        ({"$schema": "x"}, "this is no OpenAPI document but a JSON Schema"),
        ({"type": "object", "properties": {}}, "this is no OpenAPI document but a JSON Schema"),
        ({"paths": {}}, "this is no OpenAPI document: it has no member 'openapi'"),
        ({"opnapi": "3.1.0"}, "this is no OpenAPI document: it has no member 'openapi'"),
    ],
)
def test_other_documents_are_recognised(data: object, message: str, findings: Find):
    (shown,) = findings({"openapi.json": json.dumps(data)})
    assert f"1:1: error: {message} [not-openapi] at " in shown
    assert ("(write 'openapi' in place of 'opnapi')" in shown) == (isinstance(data, dict) and "opnapi" in data)


@pytest.mark.parametrize(("member", "version"), [("openapi", "4.0.0"), ("swagger", "1.2"), ("openapi", "2.0")])
def test_other_versions_are_refused(member: str, version: str, findings: Find):
    assert findings({"a.yaml": f"{member}: '{version}'\n"}) == [
        (
            f"a.yaml:1:{len(member) + 3}: unsupported: '{member}' cannot be '{version}' [unsupported-version]"
            f" at /{member} (use OpenAPI 3.1, 3.0 or 3.2, or Swagger 2.0)"
        )
    ]


def test_deep_nesting_is_no_matter(load: Load):
    depth = 240
    text = '{"items":' * depth + "{}" + "}" * depth
    head = '{"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "components": {"schemas": {"A": '
    schema = load({"a.json": head + text + "}}}"}).document.schemas["#/components/schemas/A"].schema
    for _ in range(depth):
        schema = schema.items
    assert schema.items is None
