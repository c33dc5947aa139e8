"""A shop's description whose next version breaks much, and the edits that make it so."""

from __future__ import annotations

__all__ = ["CHANGES", "SHOP", "changed"]

SHOP = """\
openapi: 3.1.0
info: {title: Shop, version: "1.0.0"}
servers: [{url: https://shop.example}]
paths:
  /orders:
    get:
      operationId: listOrders
      tags: [Orders]
      parameters:
        - {name: size, in: query, schema: {type: integer, default: 10}}
        - {name: sort, in: query, schema: {type: string}}
      responses:
        "200":
          description: Them.
          content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Order'}}}}
    post:
      operationId: addOrder
      tags: [Orders]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/NewOrder'}}}}
      responses:
        "201": {description: It., content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
  /orders/{id}:
    delete:
      operationId: cancelOrder
      tags: [Orders]
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses: {"204": {description: Gone.}}
components:
  schemas:
    Line: {type: object, required: [sku], properties: {sku: {type: string}}}
    NewOrder:
      type: object
      required: [lines]
      properties:
        lines: {type: array, items: {$ref: '#/components/schemas/Line'}}
        note: {type: string, maxLength: 500}
        state: {type: string, enum: [new, paid]}
    Order:
      type: object
      properties:
        note: {type: string}
        total: {type: number}
        paid: {type: boolean}
"""

CHANGES = {
    "argument gone": ("        - {name: sort, in: query, schema: {type: string}}\n", ""),
    "default": ("default: 10", "default: 50"),
    "field gone": ("        paid: {type: boolean}\n", ""),
    "key required": ("required: [sku], properties: {", "required: [sku, price], properties: {price: {type: number}, "),
    "limit": ("maxLength: 500", "maxLength: 20"),
    "renamed": ("operationId: cancelOrder", "operationId: voidOrder"),
    "type": ("total: {type: number}", "total: {type: string}"),
    "value gone": ("enum: [new, paid]", "enum: [new]"),
}
"""What happens → what is replaced by what."""


def changed(*names: str) -> str:
    """Return the next version, in which these things happen; without names, all of them."""
    text = SHOP
    for name in names or CHANGES:
        assert CHANGES[name][0] in text
        text = text.replace(*CHANGES[name])
    return text
