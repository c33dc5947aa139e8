"""What single rules of the renderer come to in a client that runs."""

from pathlib import Path
from typing import Any

import httpx
import pytest
from small_client import small_client

Described = dict[str, Any]


def described(**members: object) -> Described:
    return {"openapi": "3.1.0", "info": {"title": "Small", "version": "1"}, "paths": {}, **members}


def get(name: str, schema: object, *parameters: Described, **members: object) -> Described:
    answer = {"description": "It.", "content": {"application/json": {"schema": schema}}}
    operation = {"operationId": name, "tags": ["things"], "parameters": [*parameters], "responses": {"200": answer}}
    return {"get": {**operation, **members}}


@pytest.mark.parametrize("variable", [{"default": "eu", "enum": ["eu", "us/east"]}, {"default": "us/east"}])
def test_a_server_variable_that_is_described_with_a_slash_may_have_one(tmp_path: Path, variable: Described):
    servers = [{"url": "https://api.example/{region}/v1", "variables": {"region": variable}}]
    description = described(servers=servers, paths={"/x": get("read", {"type": "string"})})
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=str(request.url)))
    with small_client(tmp_path, description) as small:
        with small.Small(region="us/east", transport=transport) as client:
            assert client.things.read() == "https://api.example/us/east/v1/x"
        with pytest.raises(small.ConfigurationError, match="may not be"):
            small.Small(region="us/../east")


def test_a_class_that_is_both_held_and_linked_is_the_class_itself(tmp_path: Path):
    reference = {"$ref": "#/components/schemas/Order"}
    link = {"$ref": "#/components/schemas/Link", "x-specloom": {"link": "Order"}}
    schemas = {
        "Link": {"type": "object", "required": ["href"], "properties": {"href": {"type": "string"}}},
        "Order": {"type": "object", "properties": {"id": {"type": "integer"}}},
        "Shelf": {"type": "object", "properties": {"first": reference, "next": link}},
    }
    paths = {
        "/shelf": get("shelf", {"$ref": "#/components/schemas/Shelf"}),
        "/orders/{id}": get("order", reference, {"name": "id", "in": "path", "required": True, "schema": {}}),
    }
    extension = {"links": {"schema": "Link", "href": "/href"}}
    description = described(paths=paths, components={"schemas": schemas}, **{"x-specloom": extension})
    with small_client(tmp_path, description) as small:
        shelf = small.models.Shelf.model_validate({"first": {"id": 1}, "next": {"href": "/orders/2"}})
        assert type(shelf.first) is small.models.Order
        assert small.models.shelf.Order is small.models.Order


def test_the_first_example_is_a_list_that_is_read_page_by_page(tmp_path: Path):
    page = {"type": "object", "properties": {"items": {"type": "array", "items": {"type": "string"}}}}
    number = {"name": "page", "in": "query", "schema": {"type": "integer"}}
    shop = {"name": "shop", "in": "query", "required": True, "schema": {"type": "string"}}
    paths = {
        "/first": get("first", {"type": "string"}),
        "/all": get("all", page, shop, number, **{"x-specloom": {"pagination": "pages"}}),
    }
    extension = {"pagination": {"pages": {"style": "page", "page": "page", "items": "/items"}}}
    with small_client(tmp_path, described(paths=paths, **{"x-specloom": extension})) as small:
        assert small.__doc__ is not None
        assert 'for item in client.things.all(shop="…"):' in small.__doc__


@pytest.mark.parametrize(
    ("tag", "annotation"),
    [
        ("{type: string, enum: [%s]}", "Literal['%s']"),
        ("{type: string, const: %s}", "Literal['%s']"),
        ("{type: string, enum: [%s], x-specloom: {open_enum: true}}", "Union[Literal['%s'], str]"),
    ],
)
def test_members_of_a_union_are_told_apart_by_the_one_value_of_a_property(tmp_path, tag, annotation):
    member = "{type: object, required: [kind], properties: {kind: TAG, sum: {type: integer}}}"
    text = f"""\
openapi: 3.1.0
info: {{title: Small, version: "1"}}
paths:
  /payments:
    get:
      operationId: payments
      responses:
        "200": {{description: Fine, content: {{application/json: {{schema: {{$ref: "#/components/schemas/Payment"}}}}}}}}
components:
  schemas:
    Payment: {{type: object, required: [by], properties: {{by: {{oneOf: [
      {{$ref: "#/components/schemas/Card"}}, {{$ref: "#/components/schemas/Cash"}}]}}}}}}
    Card: {member.replace("TAG", tag % "card")}
    Cash: {member.replace("TAG", tag % "cash")}
"""
    with small_client(tmp_path, text) as package:
        models = package.models
        payment = models.Payment.model_validate({"by": {"kind": "cash", "sum": 1}})
        assert repr(models.Cash.model_fields["kind"].annotation).replace("typing.", "") == annotation % "cash"
        assert type(payment.by) is (models.Cash if "open" not in tag else models.Card)
