"""Values made up for example calls: whatever schemas lead back to themselves, an example has an end."""

from __future__ import annotations

import ast
import json
from typing import TYPE_CHECKING

import pytest

from specloom.ir.build import build_api
from specloom.ir.samples import UNKNOWN, sample
from specloom.ir.types import Named
from specloom.spec.load import load_description
from specloom.targets.target import Target

if TYPE_CHECKING:
    from pathlib import Path

NODE = {"$ref": "#/components/schemas/Node"}
OTHER = {"$ref": "#/components/schemas/Other"}


def made_up(folder: Path, **schemas: object) -> str:
    """Return the example of what is sent by the schema `Node`."""
    body = {"required": True, "content": {"application/json": {"schema": having(node=NODE)}}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": "1"},
        "paths": {"/nodes": {"post": {"requestBody": body, "responses": {"204": {"description": "Done."}}}}},
        "components": {"schemas": schemas},
    }
    (folder / "openapi.json").write_text(json.dumps(document), encoding="utf-8")
    api = build_api(load_description(Target(folder / "openapi.json")).document)
    return sample(Named("NodeInput"), api.inputs)


def having(**members: object) -> dict[str, object]:
    return {"type": "object", "required": [*members], "properties": members}


@pytest.mark.parametrize(
    ("schemas", "expected"),
    [
        ({"Node": having(next={"anyOf": [NODE, {"type": "null"}]})}, {"next": None}),
        ({"Node": having(next={"type": "array", "items": NODE})}, {"next": []}),
        ({"Node": having(next={"type": "object", "additionalProperties": NODE})}, {"next": {}}),
        ({"Node": {"type": "object", "properties": {"next": NODE}}}, {}),
        ({"Node": having(next={"anyOf": [OTHER, {"type": "integer"}]}), "Other": having(node=NODE)}, {"next": 1}),
        (
            {"Node": having(a=OTHER, b=OTHER), "Other": having(c={"type": "boolean"})},
            {"a": {"c": True}, "b": {"c": True}},
        ),
        (
            {
                "Node": having(pair={"type": "array", "prefixItems": [{"type": "integer"}, OTHER]}),
                "Other": having(n={"type": "integer"}),
            },
            {"pair": (1, {"n": 1})},
        ),
        ({"Node": having(one={"type": "array", "prefixItems": [{"type": "integer"}], "items": False})}, {"one": (1,)}),
    ],
)
def test_what_leads_back_to_itself_ends_where_it_can(tmp_path: Path, schemas: dict[str, object], expected: object):
    assert ast.literal_eval(made_up(tmp_path, **schemas)) == expected


def test_members_of_a_family_that_lead_back_are_passed_over(tmp_path: Path):
    leaf = having(kind={"const": "leaf"})
    family = {"oneOf": [OTHER, {"$ref": "#/components/schemas/Leaf"}], "discriminator": {"propertyName": "kind"}}
    other = having(kind={"const": "other"}, inner=NODE)
    expression = made_up(tmp_path, Node=having(next=family), Other=other, Leaf=leaf)
    assert list(ast.literal_eval(expression)["next"]) == ["kind"]


@pytest.mark.parametrize("references", [1, 2])
def test_what_has_no_end_or_is_too_large_is_not_made_up(tmp_path: Path, references: int):
    members = [f"m{number}" for number in range(references)]
    chain = {
        f"N{level}": having(**{name: {"$ref": f"#/components/schemas/N{level + 1}"} for name in members})
        for level in range(60)
    }
    first = {"$ref": "#/components/schemas/N0"}
    assert made_up(tmp_path, Node=having(n=first), **chain, N60=having(a={"type": "string"})) == UNKNOWN
    assert made_up(tmp_path, Node=having(node=NODE)) == UNKNOWN
