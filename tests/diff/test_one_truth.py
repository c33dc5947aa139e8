"""Small pairs of descriptions of which a person has said what is true: each report says that, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from reviewed import review

SHOP = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers:
  - url: https://shop.example
security:
  - key: []
paths:
  /orders:
    get:
      operationId: listOrders
      parameters:
        - name: state
          in: query
          schema: {type: string}
      responses:
        "200":
          description: All.
          headers:
            X-Rate: {$ref: '#/components/headers/X-Rate'}
          content:
            application/json:
              schema: {type: array, items: {$ref: '#/components/schemas/Order'}}
    post:
      operationId: createOrder
      requestBody:
        content:
          application/json:
            schema: {$ref: '#/components/schemas/Order'}
      responses:
        "201": {description: It.}
        default:
          description: No.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Error'}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    other: {type: http, scheme: bearer}
  headers:
    X-Rate: {schema: {type: integer}}
  schemas:
    Order:
      type: object
      properties:
        note:
          type: string
        lines:
          type: array
          items: {$ref: '#/components/schemas/Line'}
    Line:
      type: object
      properties:
        sku:
          type: string
    Error: {type: object, properties: {message: {type: string}}}
"""
POST = SHOP[SHOP.index("    post:") : SHOP.index("components:")]
GET = SHOP[SHOP.index("    get:") : SHOP.index("    post:")].replace("listOrders", "listDrafts")
DRAFTS = f"  /drafts:\n{GET}{GET.replace('get:', 'patch:').replace('list', 'edit')}"
DEFAULT = SHOP[SHOP.index("        default:") : SHOP.index("components:")]

SKU = """\
        sku:
          type: string
"""
ERROR = "    Error: {type: object, properties: {message: {type: string}}}"
UNFIT = """\
    Unfit:
      type: object
      required: [a, b]"""
SAME = "'Sku', which was added, is the same under the same Python name"
CAT = """\
    Cat:
      allOf:
        - $ref: '#/components/schemas/Pet'
        - {type: object, properties: {lives: {type: integer}}}"""
PET = f"""\
    Pet:
      type: object
      discriminator: {{propertyName: kind}}
      required: [kind]
      properties: {{kind: {{type: string}}}}
{CAT}"""
MAP = """\
        sku:
          type: object
          additionalProperties: false
          patternProperties: {^x-: {type: integer}}
"""
STATE = """\
        - name: state
          in: query
"""
RATE = """\
          headers:
            X-Rate: {$ref: '#/components/headers/X-Rate'}
"""
KEYS = "  securitySchemes:\n"
SHARED = "  parameters:\n    Page: {name: page, in: query, schema: {type: integer}}\n  securitySchemes:\n"
LINE = "{$ref: '#/components/schemas/Line'}"
CHOICE = """
            oneOf: [{$ref: '#/components/schemas/Line'}, {$ref: '#/components/schemas/Error'}]
            discriminator: {propertyName: a, mapping: {line: '#/components/schemas/Line', e: Error}}"""
TAGGED = [
    ("3.1.0", "3.2.0"),
    ("      operationId: listOrders\n", "      operationId: listOrders\n      tags: [Old]\n"),
    ("security:\n", "tags:\n  - {name: Old}\n  - {name: New}\nsecurity:\n"),
]
TOKENS = """\
    tokens:
      type: oauth2
      flows: {clientCredentials: {tokenUrl: https://shop.example/token, scopes: {}}}
"""
POSTED = """\
          application/json:
            schema: {$ref: '#/components/schemas/Order'}
      responses:
"""
NUMBERS = "        sku: {type: array, items: {type: number}}\n"
PAIR = "        sku: {type: array, prefixItems: [{type: number}, {type: number}], minItems: 2, maxItems: 2}\n"
FORM = """\
          multipart/form-data:
            schema: {$ref: '#/components/schemas/Order'}
            encoding:
              lines:
                contentType: a/b
      responses:
"""

Edit = tuple[str, str]


def edited(*edits: Edit) -> str:
    text = SHOP
    for before, after in edits:
        assert before in text
        text = text.replace(before, after)
    return text


PAIRS: dict[str, tuple[list[Edit], list[Edit], list[str]]] = {
    "a parameter goes from the query to a header": (
        [], [("in: query", "in: header")],
        ["warning: the query parameter 'state' is the header parameter 'state' now"],
    ),
    "a parameter is written otherwise": (
        [], [("name: state", "name: State")],
        ["warning: the query parameter 'state' is the query parameter 'State' now"],
    ),
    "a header parameter is written otherwise": (
        [("in: query", "in: header")], [("in: query", "in: header"), ("name: state", "name: STATE")], [],
    ),
    "a shared header is written otherwise": ([], [("X-Rate", "x-rate")], []),
    "the header of a key is written otherwise": ([], [("X-Key", "x-key")], []),
    "a server is written otherwise": ([], [("https://shop.example", "HTTPS://Shop.example:443/")], []),
    "a server has another port": (
        [], [("https://shop.example", "https://shop.example:8443")],
        ["breaking: the server was 'https://shop.example' and is 'https://shop.example:8443'"],
    ),
    "the failures of all operations are described no more": (
        [], [(DEFAULT, "")], ["breaking: the response to all other statuses is gone"],
    ),
    "an operation goes and leaves its schemas": ([], [(POST, "")], ["breaking: the operation 'POST /orders' is gone"]),
    "calls need a second credential": (
        [], [("  - key: []\n", "  - key: []\n    other: []\n")],
        ["breaking: calls needed 'key' and need 'key' and 'other'"],
    ),
    "calls need a second credential no more": (
        [("  - key: []\n", "  - key: []\n    other: []\n")], [],
        ["breaking: calls needed 'key' and 'other' and need 'key'"],
    ),
    "what values may not be becomes more": (
        [(ERROR, f"{ERROR}\n{UNFIT}"), (SKU, f"{SKU}      not: {{$ref: '#/components/schemas/Unfit'}}\n")],
        [(ERROR, f"{ERROR}\n{UNFIT}"), (SKU, f"{SKU}      not: {{$ref: '#/components/schemas/Unfit'}}\n"),
         ("required: [a, b]", "required: [a]")],
        ["breaking: condition 'not' of 'Line' is stricter"],
    ),
    "a base has one more member": (
        [(ERROR, f"{ERROR}\n{PET}"), (LINE, LINE.replace("Line", "Pet"))],
        [(ERROR, f"{ERROR}\n{PET}\n{CAT.replace('Cat', 'Cow')}"), (LINE, LINE.replace("Line", "Pet"))],
        ["breaking: 'Pet' can now also be 'Cow'"],
    ),
    "a body comes in another media type": (
        [], [(POSTED, POSTED.replace("application/json", "application/xml"))],
        ["breaking: the body no longer comes as 'application/json'"],
    ),
    "the schema of failures has another name": (
        [], [("schemas/Error'", "schemas/Problem'"), ("    Error:", "    Problem:")],
        ["breaking: schema 'Error' is now called 'Problem'"],
    ),
    "a property is written otherwise": (
        [], [("        sku:", "        Sku:")],
        [f"warning: optional property 'Line.sku' was removed; {SAME}"],
    ),
    "what names of a pattern hold is of another type": (
        [(SKU, MAP)], [(SKU, MAP.replace("integer", "string"))],
        ["breaking: type of 'Line.sku.(^x-)' changed from integer to string"],
    ),
    "an operation no longer answers a shared header": (
        [], [(RATE, "")], ["breaking: the header 'X-Rate' is gone"],
    ),
    "an operation no longer takes a shared parameter": (
        [(KEYS, SHARED), (STATE, f"        - $ref: '#/components/parameters/Page'\n{STATE}")], [(KEYS, SHARED)],
        ["breaking: the query parameter 'page' is gone"],
    ),
    "items may be anything": (
        [], [(LINE, "{}")], ["breaking: type of 'Order.lines[]' widened from object to any type"],
    ),
    "items say in place what they are, and less": (
        [], [(LINE, "{type: object}")],
        ["breaking: 'Order.lines[]' no longer refers to 'Line' but says what it is itself"],
    ),
    "a reference may be null": (
        [(LINE, "\n            allOf:\n              - $ref: '#/components/schemas/Line'")],
        [(LINE, "\n            allOf:\n              - $ref: '#/components/schemas/Line'\n            nullable: true")],
        ["breaking: 'Order.lines[]' may now be null"],
    ),
    "a schema is put together with a new one": (
        [],
        [(ERROR, f"{ERROR}\n{UNFIT}"),
         ("    Line:\n", "    Line:\n      allOf: [{$ref: '#/components/schemas/Unfit'}]\n")],
        ["breaking: 'Line' is put together with 'Unfit' as well"],
    ),
    "what a schema was put together with is said in it, and less": (
        [("    Line:\n", "    Line:\n      allOf: [{$ref: '#/components/schemas/Unfit'}]\n"),
         (ERROR, f"{ERROR}\n{UNFIT}")],
        [],
        ["breaking: 'Line' is no longer put together with 'Unfit'"],
    ),
    "a choice that a property tells apart has one more": (
        [(LINE, CHOICE)], [(LINE, CHOICE.replace("'}]", "'}, {$ref: '#/components/schemas/Unfit'}]")
                           .replace("}}}", ", unfit: '#/components/schemas/Unfit'}}}")), (ERROR, f"{ERROR}\n{UNFIT}")],
        ["breaking: 'Order.lines[]' can now also be 'Unfit'"],
    ),
    "a list of what follows is a tuple": (
        [(LINE, "{type: number}")],
        [(f"          items: {LINE}", "          prefixItems: [{type: number}]\n          items: {type: boolean}")],
        ["breaking: type of 'Order.lines[1:]' changed from number to boolean"],
    ),
    "an operation moves between two paths that stay": (
        [("components:\n", f"{DRAFTS}components:\n")], [(POST, f"{DRAFTS}{POST}")],
        ["breaking: the operation 'createOrder' was 'POST /orders' and is 'POST /drafts'"],
    ),
    "a tag hangs under another": (
        [*TAGGED], [*TAGGED[:-1], (TAGGED[-1][0], TAGGED[-1][1].replace("{name: Old}", "{name: Old, parent: New}"))],
        ["breaking: 'parent' of the tag 'Old' is 'New' now"],
    ),
    "calls are made with a token instead of a key": (
        [(KEYS, f"{KEYS}{TOKENS}")], [(KEYS, f"{KEYS}{TOKENS}"), ("  - key: []\n", "  - tokens: []\n")],
        ["breaking: calls are no longer made with 'key'"],
    ),
    "base64 is said in the words of OpenAPI 3.1": (
        [(SKU, f"{SKU}          format: byte\n")], [(SKU, f"{SKU}          contentEncoding: base64\n")], [],
    ),
    "a part of a form is written otherwise": (
        [(POSTED, FORM)], [(POSTED, FORM.replace("contentType: a/b", "style: form\n                explode: false"))],
        ["breaking: the part 'lines' was written as 'a/b' and is written in the style form"],
    ),
    "a list becomes a tuple": (
        [(SKU, NUMBERS)],
        [(SKU, PAIR)],
        ["breaking: 'Line.sku' may no longer have items behind the first 2"],
    ),
    "a tuple becomes a list": (
        [(SKU, PAIR.replace("maxItems: 2", "items: false"))],
        [(SKU, NUMBERS)],
        ["breaking: 'Line.sku' may now have items behind the first 2"],
    ),
    "tokens are had in another way": (
        [(KEYS, f"{KEYS}{TOKENS}"), ("- key: []", "- tokens: []")],
        [(KEYS, f"{KEYS}{TOKENS.replace('clientCredentials', 'password')}"), ("- key: []", "- tokens: []")],
        ["breaking: tokens of 'tokens' are no longer had by the flow 'clientCredentials'"],
    ),
    "calls may do without credentials": (
        [], [("  - key: []\n", "  - key: []\n  - {}\n")],
        ["safe: calls need no credentials any more; it was 'key'"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PAIRS)
def test_a_report_says_what_is_true_where_it_changed(name: str, tmp_path: Path):
    old, new, expected = PAIRS[name]
    entries = review(edited(*old), edited(*new), tmp_path).entries
    assert [f"{entry.severity}: {entry.change.message}" for entry in entries] == expected
