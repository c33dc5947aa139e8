"""What messages about values of another kind say to do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ADVICE = {
    "info: null\npaths: {}": "write: info: {title: …, version: '1.0.0'}",
    "paths: {}": "add: info: {title: …, version: '1.0.0'}",
    "info: {title: T, version: '1'}\npaths: {/a: {get: {responses: null}}}": (
        "leave it out, or write: responses: {default: {description: …}}"
    ),
    "info: {title: T, version: '1'}\npaths: {/a: null}": "leave it out, or write a Path Item Object",
    **{
        f"info: {{title: T, version: '1'}}\ncomponents: {{schemas: {{A: {{{schema}}}}}}}": advice
        for schema, advice in {
            "enum: free text": "put it into a list: [free text]",
            "required: id": "put it into a list: [id]",
            "enum: 1": "put it into a list: [1]",
            "allOf: {type: string}": "put it into a list: [{…}]",
            "oneOf: {}": "write a list, or leave it out",
            "description: 1": "put it in quotes: '1'",
            "deprecated: 'yes'": "write a boolean, or leave it out",
            "maxLength: '-5'": "write an integer of at least 0, or leave it out",
            "properties: {a: '#/components/schemas/A'}": (
                "to refer to something, write: {$ref: '#/components/schemas/A'}"
            ),
            "type: object, items: [{type: string}]": "use 'prefixItems' for the schemas of the first items",
            "properties: []": "write an object, or leave it out",
        }.items()
    },
}
HEAD_20 = "swagger: '2.0'\ninfo: {title: T, version: '1'}\n"
HEAD_31 = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"
TARGETS = {
    HEAD_31 + "paths: {/a: {get: {parameters: [{$ref: '#/components/schemas/S'}]}}}\n"
    "components: {schemas: {S: {}}}\n": "put the schema inside: {name: …, in: query, schema: {$ref: …}}",
    HEAD_31 + "paths: {/a: {get: {responses: {'200': {$ref: '#/components/schemas/S'}}}}}\n"
    "components: {schemas: {S: {}}, responses: {S: {description: d}}}\n": "did you mean '#/components/responses/S'?",
    HEAD_31 + "paths: {/a: {post: {requestBody: {$ref: '#/components/parameters/P'}}}}\n"
    "components: {parameters: {P: {name: p, in: query, schema: {}}}}\n": (
        "refer to a Request Body Object, or write it here"
    ),
    HEAD_20 + "paths: {/a: {get: {responses: {'200': {$ref: '#/definitions/S'}}}}}\n"
    "definitions: {S: {}}\n": "put the schema inside: {description: …, schema: {$ref: …}}",
    HEAD_20 + "paths: {}\ndefinitions: {A: {properties: {s: {$ref: '#/parameters/S'}}}, S: {}}\n"
    "parameters: {S: {name: s, in: query, type: string}}\n": "did you mean '#/definitions/S'?",
}


@pytest.mark.parametrize("text", [f"openapi: 3.1.0\n{text}\n" for text in ADVICE] + [*TARGETS])
def test_what_is_wrong_says_what_to_do(text: str, findings: Callable[[str], list[str]]):
    advice = {f"openapi: 3.1.0\n{name}\n": each for name, each in ADVICE.items()} | TARGETS
    assert any(f"({advice[text]}" in shown for shown in findings(text)), findings(text)
