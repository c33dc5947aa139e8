"""What objects say about each other."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from specloom.spec.load import Description

Find: TypeAlias = Callable[..., list[str]]
Load: TypeAlias = Callable[..., Description]

CASES = {
    "undeclared path parameter": (
        "paths:\n  /a/{id}:\n    get:\n      tags: []\n",
        (
            "openapi.yaml:5:5: warning: path parameter 'id' of GET /a/{id} is not declared; it is read as text"
            " [undeclared-path-parameter] at /paths/~1a~1{id}/get"
            " (add to its parameters: {name: id, in: path, required: true, schema: {type: string}})"
        ),
    ),
    "undeclared path parameter that is declared elsewhere": (
        "paths:\n  /a/{id}:\n    get:\n      parameters: [{name: id, in: query, schema: {}}]\n",
        (
            "openapi.yaml:5:5: error: path parameter 'id' of GET /a/{id} is not declared [undeclared-path-parameter]"
            " at /paths/~1a~1{id}/get"
            " (write 'in: path' where it is declared as 'in: query', or call one of them otherwise)"
        ),
    ),
    "more than a name in braces": (
        "paths:\n  '/a{?id}':\n    get:\n      tags: []\n",
        (
            "openapi.yaml:5:5: error: path parameter '?id' of GET /a{?id} is not declared [undeclared-path-parameter]"
            " at /paths/~1a{?id}/get"
            " (write nothing but a name in braces, and declare it)"
        ),
    ),
    "path parameter in other letters": (
        (
            "paths:\n  /a/{orgId}/{b}:\n    parameters: [{name: b, in: path, required: true, schema: {}}]\n"
            "    get: {parameters: [{name: org_id, in: path, required: true, schema: {}}]}\n"
        ),
        (
            "openapi.yaml:6:31: warning: path parameter 'org_id' is spelt 'orgId' in the path '/a/{orgId}/{b}';"
            " both are read as one"
            " [unused-path-parameter] at /paths/~1a~1{orgId}~1{b}/get/parameters/0/name"
            " (write name: orgId, or {org_id} in the path)"
        ),
    ),
    "unused path parameter": (
        (
            "paths:\n  /a/{id}:\n    parameters:\n      - {name: id, in: path, required: true, schema: {}}\n"
            "      - {name: idd, in: path, required: true, schema: {}}\n    get: {}\n    put: {}\n"
        ),
        (
            "openapi.yaml:7:16: error: path parameter 'idd' is not in the path '/a/{id}' [unused-path-parameter]"
            " at /paths/~1a~1{id}/parameters/1/name (take it out, or write {idd} in the path)"
        ),
    ),
    "unused path parameter that is described elsewhere": (
        (
            "paths:\n  /a:\n    get:\n      parameters: [{$ref: '#/components/parameters/Id'}]\n"
            "components: {parameters: {Id: {name: id, in: path, required: true, schema: {}}}}\n"
        ),
        (
            "openapi.yaml:6:27: error: path parameter 'id' is not in the path '/a' [unused-path-parameter]"
            " at /paths/~1a/get/parameters/0/$ref (take it out, or write {id} in the path)"
        ),
    ),
    "braces": (
        "paths:\n  /a/{id: {}\n",
        (
            "openapi.yaml:4:3: error: braces in the path '/a/{id' do not match [wrong-path] at /paths/~1a~1{id"
            " (write parameters as in /orders/{id})"
        ),
    ),
    "duplicate parameter": (
        (
            "paths:\n  /a:\n    get:\n      parameters:\n        - {name: X-A, in: header, schema: {}}\n"
            "        - {$ref: '#/components/parameters/A'}\n"
            "components: {parameters: {A: {name: x-a, in: header, schema: {}}}}\n"
        ),
        (
            "openapi.yaml:8:11: error: header parameter 'x-a' is declared twice [duplicate-parameter]"
            " at /paths/~1a/get/parameters/1 (take one of them out)"
        ),
    ),
    "duplicate parameter in the same words": (
        (
            "paths:\n  /a:\n    get:\n      parameters:\n        - {name: X-A, in: header, schema: {}}\n"
            "        - {$ref: '#/components/parameters/A'}\n"
            "components: {parameters: {A: {name: X-A, in: header, schema: {}}}}\n"
        ),
        (
            "openapi.yaml:8:11: warning: header parameter 'x-a' is declared twice, in the same words"
            " [duplicate-parameter] at /paths/~1a/get/parameters/1 (take one of them out)"
        ),
    ),
    "duplicate operationId": (
        "paths:\n  /a: {get: {operationId: a}}\n  /b: {get: {operationId: a}}\n",
        (
            "openapi.yaml:5:27: warning: operationId 'a' is used twice"
            " [duplicate-operation-id] at /paths/~1b/get/operationId (give it one of its own)"
        ),
    ),
    "security scheme": (
        "security: [{kye: []}]\npaths: {}\ncomponents: {securitySchemes: {key: {type: http, scheme: basic}}}\n",
        (
            "openapi.yaml:3:13: error: there is no security scheme 'kye' [unknown-security-scheme] at /security/0/kye"
            " (did you mean 'key'?)"
        ),
    ),
    "server variable": (
        "servers: [{url: 'https://{a}.example'}]\npaths: {}\n",
        (
            "openapi.yaml:3:17: warning: server variable 'a' is not declared; callers have to give it"
            " [undeclared-server-variable] at /servers/0/url"
            " (add under 'variables': a: {default: …})"
        ),
    ),
    "server variable of the description": (
        (
            "servers: [{url: 'https://{a}.example', variables: {a: {default: x}}}]\n"
            "paths: {/x: {servers: [{url: 'https://up.{a}.example'}]}}\n"
        ),
        (
            "openapi.yaml:4:30: warning: server variable 'a' is not declared; that of another server is meant"
            " [undeclared-server-variable] at /paths/~1x/servers/0/url"
            " (add under 'variables': a: {default: …})"
        ),
    ),
    "server variable of another operation": (
        (
            "paths:\n"
            "  /x: {servers: [{url: 'https://{a}.example/x'}]}\n"
            "  /y: {servers: [{url: 'https://{a}.example', variables: {a: {default: y}}}]}\n"
        ),
        (
            "openapi.yaml:4:24: warning: server variable 'a' is not declared; that of another server is meant"
            " [undeclared-server-variable] at /paths/~1x/servers/0/url"
            " (add under 'variables': a: {default: …})"
        ),
    ),
    "server variable without a default": (
        "servers: [{url: 'https://{a}.example', variables: {a: {enum: [y, z]}}}]\npaths: {}\n",
        (
            "openapi.yaml:3:55: warning: a Server Variable Object needs 'default'; callers have to give a value"
            " [missing-member] at /servers/0/variables/a (add: default: …)"
        ),
    ),
    "unused server variable": (
        "servers: [{url: 'https://a.example', variables: {b: {default: x}}}]\npaths: {}\n",
        (
            "openapi.yaml:3:50: warning: server variable 'b' is not in the server's url [unused-server-variable]"
            " at /servers/0/variables/b"
        ),
    ),
    "server variable's default": (
        "servers: [{url: '{b}', variables: {b: {default: x, enum: [y, z]}}}]\npaths: {}\n",
        (
            "openapi.yaml:3:49: error: 'default' of a Server Variable Object cannot be 'x' [wrong-value]"
            " at /servers/0/variables/b/default (use one of: y, z)"
        ),
    ),
    "reserved characters of a header": (
        "paths: {/a: {get: {parameters: [{name: X-A, in: header, allowReserved: true, schema: {}}]}}}\n",
        (
            "openapi.yaml:3:72: warning: 'allowReserved' has no effect on a header parameter [ignored-allow-reserved]"
            " at /paths/~1a/get/parameters/0/allowReserved"
            " (leave it out: it is about what is escaped in query parameters)"
        ),
    ),
    "reserved characters of a cookie": (
        "paths: {/a: {get: {parameters: [{name: a, in: cookie, allowReserved: true, schema: {}}]}}}\n",
        (
            "openapi.yaml:3:70: warning: 'allowReserved' has no effect on a cookie parameter [ignored-allow-reserved]"
            " at /paths/~1a/get/parameters/0/allowReserved"
            " (leave it out: it is about what is escaped in query parameters)"
        ),
    ),
    "reserved characters of a path": (
        (
            "paths: {'/{b}': {get: {parameters: [{name: b, in: path, required: true,\n"
            "  allowReserved: true, schema: {}}]}}}\n"
        ),
        (
            "openapi.yaml:4:18: warning: 'allowReserved' has no effect on a path parameter [ignored-allow-reserved]"
            " at /paths/~1{b}/get/parameters/0/allowReserved"
            " (leave it out: it is about what is escaped in query parameters)"
        ),
    ),
    "header of HTTP itself": (
        "paths: {/a: {get: {parameters: [{name: Content-length, in: header, required: true, schema: {}}]}}}\n",
        (
            "openapi.yaml:3:40: warning: a header parameter called 'Content-length' has no effect [ignored-parameter]"
            " at /paths/~1a/get/parameters/0/name (whoever sends the request says it)"
        ),
    ),
    "ignored header": (
        "paths: {/a: {get: {parameters: [{name: authorization, in: header, schema: {}}]}}}\n",
        (
            "openapi.yaml:3:40: warning: a header parameter called 'authorization' has no effect [ignored-parameter]"
            " at /paths/~1a/get/parameters/0/name"
            " (the media types of bodies and responses say it, or a security scheme does)"
        ),
    ),
}


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
def test_what_a_path_item_and_the_one_it_refers_to_both_say(version: str, findings: Find):
    text = (
        f"openapi: {version}\ninfo: {{title: T, version: '1'}}\npaths:\n"
        "  /a:\n    $ref: '#/paths/~1b'\n    summary: A\n    get: {responses: {default: {description: d}}}\n"
        "    servers: []\n    parameters: []\n"
        "  /b:\n    summary: B\n    get: {responses: {default: {description: d}}}\n"
        "    post: {responses: {default: {description: d}}}\n    servers: []\n    parameters: []\n"
    )
    lines = [
        f"openapi.yaml:{line}:5: warning: '{name}' stands beside '$ref' and in what that refers to; what stands beside "
        f"it counts [exclusive-members] at /paths/~1a/{name} (keep one of the two)"
        for line, name in ((7, "get"), (8, "servers"))
    ]
    assert findings(text) == lines


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("order_id", "write name: id, or {order_id} in the path"),
        ("idd", "did you mean 'id'?"),
    ],
)
def test_a_path_parameter_of_another_name_than_the_one_that_is_not_declared(name: str, advice: str, findings: Find):
    parameters = f"[{{name: {name}, in: path, required: true, schema: {{}}}}]"
    _, unused = findings(f"paths:\n  /a/{{id}}:\n    get: {{parameters: {parameters}}}\n")
    assert unused.endswith(f"({advice})")


@pytest.mark.parametrize("name", CASES)
def test_one_finding(name: str, findings: Find):
    text, expected = CASES[name]
    assert findings(text) == [expected]


def test_a_duplicate_shows_both_places(load: Load):
    (finding,) = load("paths:\n  /a: {get: {operationId: a}}\n  /b: {get: {operationId: a}}\n").warnings
    assert [location.position.line for location in finding.related] == [4]


def test_an_operation_may_override_a_parameter_of_its_path_item(load: Load):
    (operation,) = load(
        """\
        paths:
          /a:
            parameters:
              - {name: q, in: query, schema: {type: string}}
              - {name: q, in: header, schema: {type: string}}
            get:
              parameters: [{name: q, in: query, required: true, schema: {type: integer}}]
        """
    ).document.operations
    assert [(each.name, each.place, each.schema.types, each.required) for each in operation.parameters] == [
        ("q", "query", ("integer",), True),
        ("q", "header", ("string",), False),
    ]
