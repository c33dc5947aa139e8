"""A small description, edits of it, and what callers of its client notice of them."""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import yaml

from specloom.diff.client.compare import compare_surfaces
from specloom.ir.build import build_api
from specloom.ir.build_surface import build_surface
from specloom.spec.load import load_description
from specloom.targets.target import Target

if TYPE_CHECKING:
    from collections.abc import Iterable

    from specloom.diff.vocabulary import SymbolChange
    from specloom.ir.api import Api
    from specloom.ir.surface import Surface

__all__ = ["Edit", "changes", "edited", "impact"]

Edit = tuple[str, Any]
"""A place, as names with spaces between, and what is to stand there: YAML if it is text, None to remove what does. `+`
as the last name is a new item of an array."""

_DESCRIPTION = """
openapi: 3.1.0
info: {title: Laundry, version: 1.0.0}
servers: [{url: "https://{host}/v1", variables: {host: {default: wash.example}}}]
security: [{key: []}]
x-specloom:
  rate_limit: {requests: 5, seconds: 1}
  error: {code: /code, message: /message, codes: {torn: It is torn., lost: Nobody knows where it is.}}
  webhooks: {token_header: X-Token, event_header: X-Event}
  pagination:
    pages: {style: page, page: page, items: /items}
tags: [{name: loads}]
paths:
  /loads:
    get:
      operationId: loads.list
      tags: [loads]
      x-specloom: {pagination: pages}
      parameters:
        - {name: page, in: query, schema: {type: integer}}
        - {name: sort, in: query, schema: {type: string, enum: [age, weight], default: age}}
      responses:
        "200":
          description: Loads.
          content: {application/json: {schema: {$ref: "#/components/schemas/LoadPage"}}}
    post:
      operationId: loads.create
      tags: [loads]
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/NewLoad"}}}
      responses:
        "201":
          description: Made.
          content: {application/json: {schema: {$ref: "#/components/schemas/Load"}}}
  /shops/{shop}/loads/{number}:
    get:
      operationId: loads.get
      tags: [loads]
      parameters:
        - {name: shop, in: path, required: true, schema: {type: string}}
        - {name: number, in: path, required: true, schema: {type: string}}
      responses:
        "200": {description: One., content: {application/json: {schema: {$ref: "#/components/schemas/Load"}}}}
        "404": {description: None.}
    delete:
      operationId: loads.drop
      tags: [loads]
      parameters:
        - {name: shop, in: path, required: true, schema: {type: string}}
        - {name: number, in: path, required: true, schema: {type: string}}
      responses: {"204": {description: Gone.}}
webhooks:
  load:
    post:
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Load"}}}}
      responses: {"200": {description: Well.}}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
  schemas:
    LoadPage:
      type: object
      required: [items]
      properties: {items: {type: array, items: {$ref: "#/components/schemas/Load"}}}
    State: {type: string, enum: [wet, dry]}
    Place: {type: object, required: [room], properties: {room: {type: string}, shelf: {type: integer}}}
    Load:
      type: object
      required: [id, weight]
      properties:
        id: {type: string}
        weight: {type: [number, "null"]}
        state: {$ref: "#/components/schemas/State"}
        place: {$ref: "#/components/schemas/Place"}
        washed: {type: string, format: date}
    NewLoad:
      type: object
      required: [owner]
      properties:
        owner: {type: string}
        state: {$ref: "#/components/schemas/State"}
        place: {$ref: "#/components/schemas/Place"}
        tags: {type: array, items: {type: string}}
        note: {type: [string, "null"]}
"""


def changes(*edits: Edit, was: Iterable[Edit] = ()) -> tuple[SymbolChange, ...]:
    """Compare the client of the description with that of an edited one.

    Args:
        edits: What is different.
        was: Edits that both have.
    """
    return compare_surfaces(*surfaces(*edits, was=was))


def surfaces(*edits: Edit, was: Iterable[Edit] = ()) -> tuple[Surface, Surface]:
    """Return the surfaces of both clients that `changes` compares."""
    old, new = _unedited() if not was else _build(edited(*was)), _build(edited(*was, *edits))
    return build_surface(old), build_surface(new)


def impact(*edits: Edit, was: Iterable[Edit] = ()) -> list[str]:
    """Return the same as lines: `VERDICT: SYMBOL: BEFORE -> AFTER`."""
    found = changes(*edits, was=was)
    return [f"{each.verdict}: {each.symbol}: {each.before} -> {each.after}" for each in found]


def edited(*edits: Edit) -> Any:  # noqa: ANN401 - any JSON
    """Return the contents of the description, edited."""
    contents = deepcopy(_contents())
    for place, value in edits:
        *above, last = place.split(" ")
        around: Any = contents
        for key in above:
            around = around[int(key)] if isinstance(around, list) else around.setdefault(key, {})
        if value is None:
            around.remove(last) if isinstance(around, list) else around.pop(last)
        elif last == "+":
            around.append(value)
        else:
            around[last] = yaml.safe_load(value) if isinstance(value, str) else value
    return contents


@cache
def _contents() -> Any:  # noqa: ANN401 - any JSON
    return yaml.safe_load(_DESCRIPTION)


@cache
def _unedited() -> Api:
    return _build(_contents())


def _build(contents: Any) -> Api:  # noqa: ANN401 - any JSON
    with TemporaryDirectory() as folder:
        path = Path(folder) / "openapi.json"
        path.write_text(json.dumps(contents), encoding="utf-8")
        return build_api(load_description(Target(path)).document)
