"""`x-specloom`: what may stand where, and what it has to agree with."""

from collections.abc import Callable
from typing import TypeAlias

import pytest
from jsonschema import Draft202012Validator

from specloom.spec.extension import extension_schema
from specloom.spec.load import Description

Find: TypeAlias = Callable[..., list[str]]
Load: TypeAlias = Callable[..., Description]

ROOT = "paths: {}\nx-specloom:\n  "
OPERATION = "paths:\n  /a:\n    get:\n      x-specloom:\n        "

CASES = {
    "unknown member": (
        OPERATION + "methd: list\n",
        (
            "7:9: error: x-specloom has no member 'methd' here [unknown-extension-member]"
            " at /paths/~1a/get/x-specloom/methd (did you mean 'method'?)"
        ),
    ),
    "no object": (
        "paths: {}\nx-specloom: 1\n",
        "4:13: error: x-specloom must be an object, not a number [wrong-extension-value] at /x-specloom",
    ),
    "no Python name": (
        OPERATION + "method: list all\n",
        (
            "7:17: error: x-specloom.method must be a Python name such as list_open,"
            " not 'list all' [wrong-extension-value]"
            " at /paths/~1a/get/x-specloom/method (write list_all)"
        ),
    ),
    "no name of a class, and none like it": (
        ROOT + "client: 'my shop'\n",
        (
            "5:11: error: x-specloom.client must be a Python class name such as Fixably, not 'my shop'"
            " [wrong-extension-value] at /x-specloom/client"
        ),
    ),
    "a line end behind a name": (
        ROOT + 'env_prefix: "SHOP\\n"\n',
        (
            "5:15: error: x-specloom.env_prefix must be an upper-case name such as FIXABLY, not 'SHOP\\n'"
            " [wrong-extension-value] at /x-specloom/env_prefix"
        ),
    ),
    "a keyword": (
        OPERATION + "method: import\n",
        (
            "7:17: error: x-specloom.method must be a Python name such as list_open,"
            " not 'import' [wrong-extension-value]"
            " at /paths/~1a/get/x-specloom/method (write import_)"
        ),
    ),
    "a keyword in a resource": (
        OPERATION + "resource: a.class\n",
        (
            "7:19: error: x-specloom.resource must be a dotted name such as orders.lines, of at most 16 parts, "
            "not 'a.class'"
            " [wrong-extension-value] at /paths/~1a/get/x-specloom/resource (write a.class_)"
        ),
    ),
    "kind of evidence": (
        ROOT + "evidence: {kind: exmaple, source: A}\n",
        (
            "5:20: error: x-specloom.evidence.kind cannot be 'exmaple'"
            " [wrong-extension-value] at /x-specloom/evidence/kind"
            " (did you mean 'example'?)"
        ),
    ),
    "missing member": (
        ROOT + "rate_limit: {requests: 1}\n",
        (
            "5:15: error: x-specloom.rate_limit needs 'seconds' [missing-extension-member] at /x-specloom/rate_limit"
            " (add: seconds: …)"
        ),
    ),
    "bound": (
        ROOT + "rate_limit: {requests: 0, seconds: 1}\n",
        (
            "5:26: error: x-specloom.rate_limit.requests must be at least 1, not 0 [wrong-extension-value]"
            " at /x-specloom/rate_limit/requests"
        ),
    ),
    "pagination without style": (
        ROOT + "pagination: {p: {items: ''}}\n",
        (
            "5:19: error: x-specloom.pagination.p needs 'style' [missing-extension-member] at /x-specloom/pagination/p"
            " (add: style: …)"
        ),
    ),
    "member of another style": (
        ROOT + "pagination: {p: {style: offset, offset: o, limit: l, items: '', next: /n}}\n",
        (
            "5:67: error: x-specloom.pagination.p has no member 'next' here [unknown-extension-member]"
            " at /x-specloom/pagination/p/next (it takes: style, offset, limit, page, items, total)"
        ),
    ),
    "both ways to the cursor": (
        ROOT + "pagination: {p: {style: cursor, cursor: c, items: '', next: /n, last_item: /i}}\n",
        (
            "5:19: error: x-specloom.pagination.p needs exactly one of 'next' and 'last_item' [wrong-extension-value]"
            " at /x-specloom/pagination/p (keep one of them)"
        ),
    ),
    "a listed number in quotes": (
        ROOT + "pagination: {p: {style: page, page: p, items: '', first: '0'}}\n",
        (
            "5:60: error: x-specloom.pagination.p.first cannot be '0' [wrong-extension-value]"
            " at /x-specloom/pagination/p/first (use one of: 0, 1)"
        ),
    ),
    "neither a number nor a text": (
        "components: {schemas: {A: {enum: [1], x-specloom: {names: {ONE: [1]}}}}}\n",
        (
            "3:65: error: x-specloom.names.ONE must be a string or an integer, not a list [wrong-extension-value]"
            " at /components/schemas/A/x-specloom/names/ONE"
        ),
    ),
    "no list": (
        ROOT + "ignore: {}\n",
        "5:11: error: x-specloom.ignore must be a list, not an object [wrong-extension-value] at /x-specloom/ignore",
    ),
    "no pointer": (
        ROOT + "error: {message: message}\n",
        (
            "5:20: error: x-specloom.error.message must be a JSON Pointer such as /items, not 'message'"
            " [wrong-extension-value] at /x-specloom/error/message"
        ),
    ),
    "in an object where it has no meaning": (
        "paths: {}\nservers: [{url: /, x-specloom: {}}]\n",
        (
            "4:20: error: 'x-specloom' has no meaning in a Server Object [misplaced-extension] at /servers/0/x-specloom"
            " (take it out)"
        ),
    ),
    "argument of another scheme": (
        "components: {securitySchemes: {k: {type: http, scheme: bearer, x-specloom: {arguments: {key: a}}}}}\n",
        (
            "3:89: error: the security scheme 'k' has no credential 'key' [unknown-extension-member]"
            " at /components/securitySchemes/k/x-specloom/arguments/key (it takes: token)"
        ),
    ),
    "undeclared pagination": (
        OPERATION + "pagination: ofset\nx-specloom:\n"
        "  pagination: {offset: {style: offset, offset: o, limit: l, items: ''}}\n",
        (
            "7:21: error: there is no pagination scheme 'ofset' [wrong-pagination] at"
            " /paths/~1a/get/x-specloom/pagination (did you mean 'offset'?)"
        ),
    ),
    "pagination by a missing parameter": (
        OPERATION + "pagination: p\n      parameters:\n        - {name: ofset, in: query, schema: {}}\n"
        "x-specloom:\n  pagination: {p: {style: page, page: offset, items: ''}}\n",
        (
            "7:21: error: GET /a has no query parameter 'offset', which its pagination needs [wrong-pagination]"
            " at /paths/~1a/get/x-specloom/pagination (did you mean 'ofset'?)"
        ),
    ),
}


@pytest.mark.parametrize("name", ["x-specloum", "x-Specloom", "x-spec-loom", "x_specloom", "xspecloom"])
def test_another_name_of_it_is_told(name: str, findings: Find):
    (found,) = findings(f"paths: {{}}\n{name}: {{package: acme}}\n")
    assert found.startswith("openapi.yaml:4:1: warning: ")
    assert found.endswith(f"at /{name} (did you mean 'x-specloom'?)")


@pytest.mark.parametrize("name", ["x-spec", "x-special", "x-speakeasy-name", "x-loom"])
def test_what_is_said_for_other_tools_is_left_alone(name: str, findings: Find):
    assert findings(f"paths: {{}}\n{name}: 1\n") == []


@pytest.mark.parametrize("name", CASES)
def test_one_finding(name: str, findings: Find):
    text, expected = CASES[name]
    assert findings(text) == ["openapi.yaml:" + expected]


def test_everything_at_once(load: Load):
    document = load(
        """\
        x-specloom:
          package: shop
          client: Shop
          env_prefix: SHOP
          rate_limit: {requests: 5, seconds: 0.5}
          error: {code: /code, message: /message}
          pagination:
            offset: {style: offset, offset: o, limit: l, items: /items, total: /total}
            page: {style: page, page: o, size: l, first: 0, items: '', pages: /pages, more: /more}
            cursor: {style: cursor, cursor: o, limit: l, items: /items, last_item: /id}
            link: {style: link-header, items: '', limit: l}
        servers:
          - url: https://{shop}.example
            variables:
              shop: {default: demo, x-specloom: {name: tenant, required: true}}
        tags: [{name: Orders, x-specloom: {name: orders}}]
        paths:
          /a:
            get:
              x-specloom:
                resource: orders.lines
                method: list
                pagination: offset
                idempotent: true
                evidence: {kind: documented, source: Orders, note: n}
              parameters:
                - {name: o, in: query, schema: {}, x-specloom: {name: start}}
                - {name: l, in: query, schema: {}}
              responses:
                '200':
                  description: d
                  x-specloom: {evidence: {kind: example, source: a}}
                  headers: {X: {schema: {}, x-specloom: {evidence: {kind: example, source: a}}}}
                  content: {text/plain: {x-specloom: {evidence: {kind: inferred, source: a}}}}
        components:
          schemas: {A: {x-specloom: {name: Alpha, open_enum: false}, x-other: 1}}
          securitySchemes:
            key: {type: apiKey, in: header, name: K, x-specloom: {arguments: {key: api_key}}}
            basic: {type: http, scheme: Basic, x-specloom: {arguments: {username: user, password: secret}}}
        """
    ).document
    (operation,) = document.operations
    assert document.extension["package"] == "shop"
    assert operation.extension["resource"] == "orders.lines"
    assert operation.parameters[0].extension == {"name": "start"}
    assert document.servers[0].variables["shop"].extension == {"name": "tenant", "required": True}
    assert document.tags[0].extension == {"name": "orders"}
    assert document.schemas["#/components/schemas/A"].schema.extension == {"name": "Alpha", "open_enum": False}
    assert document.security_schemes["basic"].extension["arguments"] == {"username": "user", "password": "secret"}


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(extension_schema())
