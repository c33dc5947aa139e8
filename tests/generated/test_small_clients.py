"""What single rules of the renderer come to in a client that runs."""

import asyncio
import inspect
import json
import os
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from small_client import small_client, write_client

from specloom.findings import DescriptionError

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
        with pytest.raises(small.ConfigurationError, match=r"may not be|has to be one of"):
            small.Small(region="us/../east")


@pytest.mark.parametrize(
    ("url", "variables", "expected"),
    [
        ("https://api.example{base}", {"base": {"default": "/v1"}}, "https://api.example/v1/x"),
        ("https://api.example/{base}", {"base": {"default": "v1/"}}, "https://api.example/v1/x"),
        ("https://api{zone}.example", {"zone": {"default": ""}}, "https://api.example/x"),
        ("{base}", {"base": {"default": "https://api.example/v1"}}, "https://api.example/v1/x"),
        (
            "{base}/v{version}",
            {"base": {"default": "https://api.example"}, "version": {"default": "2"}},
            "https://api.example/v2/x",
        ),
    ],
)
def test_what_is_described_as_the_default_can_be_called(tmp_path: Path, url: str, variables: Described, expected: str):
    description = described(
        servers=[{"url": url, "variables": variables}], paths={"/x": get("read", {"type": "string"})}
    )
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=str(request.url)))
    with small_client(tmp_path, description) as small, small.Small(transport=transport) as client:
        assert client.things.read() == expected


def test_a_server_variable_without_a_default_is_given_by_callers(tmp_path: Path):
    servers = [{"url": "https://{tenant}.example", "variables": {"tenant": {"enum": ["one", "two"]}, "unused": {}}}]
    description = described(servers=servers, paths={"/x": get("read", {"type": "string"})})
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=str(request.url)))
    with small_client(tmp_path, description) as small:
        with small.Small(tenant="two", transport=transport) as client:
            assert client.things.read() == "https://two.example/x"
        with pytest.raises(small.ConfigurationError, match=r"Pass tenant \(SMALL_TENANT\), or base_url"):
            small.Small()


@pytest.mark.parametrize("link", ["/next/href", "/next"])
def test_pages_go_on_where_the_answer_links_to(tmp_path: Path, link: str):
    text = {"type": ["string", "null"]}
    following = {"type": "object", "properties": {"href": text}} if link == "/next/href" else text
    things = {"type": "array", "items": {"type": "string"}}
    schema = {"type": "object", "properties": {"things": things, "next": following}}
    scheme = {"style": "link", "items": "/things", "next": link}
    description = described(
        servers=[{"url": "https://a.example"}],
        paths={"/x": get("list", schema, **{"x-specloom": {"pagination": "by_link"}})},
        **{"x-specloom": {"pagination": {"by_link": scheme}}},
    )

    def answer(request: httpx.Request) -> httpx.Response:
        address = None if request.url.query else "/x?from=2"
        following = {"href": address} if link == "/next/href" else address
        return httpx.Response(200, json={"things": [str(request.url.query)], "next": following})

    with small_client(tmp_path, description) as small, small.Small(transport=httpx.MockTransport(answer)) as client:
        assert [*client.things.list()] == ["b''", "b'from=2'"]


def test_a_number_is_no_address_of_the_next_page(tmp_path: Path):
    schema = {"type": "object", "properties": {"things": {"type": "array", "items": {}}, "next": {"type": "integer"}}}
    scheme = {"style": "link", "items": "/things", "next": "/next"}
    listing = get("list", schema, **{"x-specloom": {"pagination": "by_link"}})
    description = described(paths={"/x": listing}, **{"x-specloom": {"pagination": {"by_link": scheme}}})
    with pytest.raises(DescriptionError) as caught:
        write_client(tmp_path, description)
    (finding,) = caught.value.findings
    assert finding.message == "pagination 'by_link' says the address of the next page is at '/next', which is no text"


@pytest.mark.parametrize("name", ["order", "Order", "order-"])
def test_a_path_parameter_that_nothing_declares_is_text(tmp_path: Path, name: str):
    declared = {"name": name, "in": "path", "required": True, "schema": {"type": "integer"}}
    paths = {"/{tenant-id}/orders/{order}/{line}": get("read", {"type": "string"}, declared)}
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=str(request.url)))
    with small_client(tmp_path, described(servers=[{"url": "https://a.example"}], paths=paths)) as small:
        client = small.Small(transport=transport)
        assert client.things.read("a/b", 7, "c d") == "https://a.example/a%2Fb/orders/7/c%20d"


def test_a_server_variable_has_one_of_its_values(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    variables = {"region": {"default": "eu", "enum": ["eu", "us"]}, "tenant": {"default": "demo"}}
    servers = [{"url": "https://{tenant}.{region}.example", "variables": variables}]
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=str(request.url)))
    with small_client(tmp_path, described(servers=servers, paths={"/x": get("read", {"type": "string"})})) as small:
        for region in (None, "eu", "us"):
            with small.Small(region=region, tenant="other", transport=transport) as client:
                assert client.things.read() == f"https://other.{region or 'eu'}.example/x"
        expected = r"region \(SMALL_REGION\) has to be one of 'eu', 'us', not 'asia'"
        with pytest.raises(small.ConfigurationError, match=expected):
            small.AsyncSmall(region="asia")
        monkeypatch.setenv("SMALL_REGION", "asia")
        with pytest.raises(small.ConfigurationError, match=expected):
            small.Small()
        readme = (tmp_path / "small" / "README.md").read_text(encoding="utf-8")
    assert "One of `eu`, `us`." in readme
    assert "other values are not refused" not in readme


def test_variables_of_the_servers_of_operations_are_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    variables = {"region": {"default": "eu", "enum": ["eu", "us"]}, "base": {"default": "a/b"}}
    upload = {"url": "https://{region}.up.example/{base}", "variables": variables}
    other = {"url": "https://{region}.other.example", "variables": {"region": {"default": "us"}}}
    paths = {
        "/x": get("read", {"type": "string"}),
        "/up": get("up", {"type": "string"}, servers=[upload]),
        "/other": get("other", {"type": "string"}, servers=[other]),
    }
    description = described(servers=[{"url": "https://api.example"}], paths=paths)
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=str(request.url)))

    def called(client: Any) -> list[str]:
        return [call() for call in (client.things.read, client.things.up, client.things.other)]

    with small_client(tmp_path, description) as small:
        usual = ["https://api.example/x", "https://eu.up.example/a/b/up", "https://us.other.example/other"]
        assert called(small.Small(transport=transport)) == usual
        monkeypatch.setenv("SMALL_REGION", "us")
        changed = ["https://api.example/x", "https://us.up.example/c/d/up", "https://us.other.example/other"]
        assert called(small.Small(base="c/d", transport=transport)) == changed
        with pytest.raises(small.ConfigurationError, match="has to be one of 'eu', 'us', not 'asia'"):
            small.AsyncSmall(region="asia")


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
        ("{$ref: '#/components/schemas/%s_kind'}", "Literal['%s']"),
        ("{type: string, enum: [%s], x-specloom: {open_enum: true}}", "Union[Literal['%s'], str]"),
    ],
)
@pytest.mark.parametrize("by", ["", ", discriminator: {propertyName: kind}"])
def test_members_of_a_union_are_told_apart_by_the_one_value_of_a_property(tmp_path, tag, annotation, by):
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
      {{$ref: "#/components/schemas/Card"}}, {{$ref: "#/components/schemas/Cash"}}]{by}}}}}}}
    Card: {member.replace("TAG", tag % "card")}
    Cash: {member.replace("TAG", tag % "cash")}
    card_kind: {{type: string, enum: [card]}}
    cash_kind: {{type: string, enum: [cash]}}
"""
    with small_client(tmp_path, text) as package:
        models = package.models
        payment = models.Payment.model_validate({"by": {"kind": "cash", "sum": 1}})
        assert repr(models.Cash.model_fields["kind"].annotation).replace("typing.", "") == annotation % "cash"
        assert type(payment.by) is (models.Card if "open" in tag and not by else models.Cash)


def test_what_types_require_besides_does_not_hide_which_one_is_sent(tmp_path: Path):
    """An answer that lacks a field is still what it says it is."""
    member = "{type: object, required: [kind, FIELD], properties: {kind: {type: string, enum: [NAME]}, FIELD: {}}}"
    members = {"Cat": ("mood", "cat"), "Dog": ("age", "dog")}.items()
    own = "".join(f"    {name}: {member.replace('FIELD', f).replace('NAME', kind)}\n" for name, (f, kind) in members)
    with small_client(tmp_path, LISTED[: LISTED.index("    Cat:")] + own) as small:
        answered = httpx.MockTransport(lambda _: httpx.Response(200, json={"kind": "cat", "age": 3}))
        client = small.Small(base_url="https://a.example", transport=answered)
        with pytest.warns(small.MismatchWarning, match="Cat.mood: Field required"):
            assert type(client.pets.put(body={"kind": "dog", "age": 3})) is small.models.Cat


def test_what_several_choices_list_stays_open_with_a_discriminator(tmp_path: Path):
    kind = "{type: string, enum: [cat, dog]}"
    choice = '{$ref: "#/components/schemas/Dog"}]'
    text = LISTED.replace(choice, f"{choice}, discriminator: {{propertyName: kind, mapping: {{cat: Cat, dog: Dog}}}}")
    with small_client(tmp_path, text.replace("CAT", kind).replace("DOG", kind)) as small:
        assert small.models.Cat.model_validate({"kind": "fox", "mood": "calm"}).kind == "fox"


LISTED = """\
openapi: 3.1.0
info: {title: Small, version: "1"}
paths:
  /pets:
    put:
      operationId: put
      tags: [pets]
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
      responses:
        "200": {description: Fine, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
components:
  schemas:
    Pet: {oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]}
    Cat:
      type: object
      required: [kind, mood]
      properties: {kind: {$ref: "#/components/schemas/CatKind"}, mood: {enum: [calm, wild]}, aSize: {type: integer}}
    Dog:
      type: object
      required: [kind, mood]
      properties: {kind: {$ref: "#/components/schemas/DogKind"}, mood: {enum: [good, bad]}, a_size: {type: integer}}
    CatKind: CAT
    DogKind: DOG
"""


@pytest.mark.parametrize(
    ("cat", "dog"),
    [
        ("{type: string, enum: [lion, tabby]}", "{type: string, enum: [poodle, boxer]}"),
        ("{type: string, enum: [lion]}", "{type: string, enum: [poodle, boxer]}"),
        (
            "{type: [string, 'null'], enum: [lion, tabby, null]}",
            "{type: [string, 'null'], enum: [poodle, boxer, null]}",
        ),
        ("{type: [string, 'null'], enum: [lion, null]}", "{type: [string, 'null'], enum: [poodle, boxer, null]}"),
    ],
)
def test_members_of_a_union_are_told_apart_by_all_values_of_a_property(tmp_path: Path, cat: str, dog: str):
    answers = [{"kind": "lion", "mood": "calm"}, {"kind": "boxer", "mood": "good"}]
    sent: list[object] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(json.loads(request.content))
        return httpx.Response(200, json=answers.pop(0))

    with small_client(tmp_path, LISTED.replace("CAT", cat).replace("DOG", dog)) as small:
        put = small.Small(base_url="https://api.example", transport=httpx.MockTransport(answer)).pets.put
        assert type(put(body={"kind": "lion", "mood": "calm", "a_size": 1})) is small.models.Cat
        assert type(put(body={"kind": "boxer", "mood": "good", "a_size": 1})) is small.models.Dog
        answers.append({"kind": "puma", "mood": "calm"})
        with pytest.warns(small.MismatchWarning, match="kind"):
            assert put(body={"kind": "lion", "mood": "calm"}).kind == "puma"
    assert [[*each] for each in sent] == [["kind", "mood", "aSize"], ["kind", "mood", "a_size"], ["kind", "mood"]]


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({"login": {"scheme": "key", "client_id": "x"}}, {"login": {"scheme": "key", "clientId": "x"}}),
        ({"login": {"client_id": "x"}}, {"login": {"clientId": "x"}}),
        ({"login": {"scheme": "token", "the_token": "x"}}, {"login": {"scheme": "token", "theToken": "x"}}),
        ({"base_url": "x", "login": {"scheme": "token"}}, {"baseUrl": "x", "login": {"scheme": "token"}}),
        ({"all_of": [{"the_token": "x"}, {}]}, {"allOf": [{"theToken": "x"}, {}]}),
        ({"all_of": [{}, {"client_id": "x"}]}, {"allOf": [{}, {"clientId": "x"}]}),
    ],
)
def test_choices_of_what_is_sent_are_told_apart_by_what_stands_inside(
    tmp_path: Path, given: Described, sent: Described
):
    text = {"type": "string"}
    token, key = ({"$ref": f"#/components/schemas/{name}Login"} for name in ("Token", "Key"))
    schemas = {
        "Token": {"properties": {"baseUrl": text, "login": token, "allOf": {"type": "array", "items": token}}},
        "Key": {"properties": {"login": {"oneOf": [key, {"type": "null"}]}, "allOf": {"type": "array", "items": key}}},
        "TokenLogin": {"required": ["scheme"], "properties": {"scheme": {"const": "token"}, "theToken": text}},
        "KeyLogin": {"required": ["scheme"], "properties": {"scheme": {"enum": ["key", "pair"]}, "clientId": text}},
    }
    either = {"oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in ("Token", "Key")]}
    paths = {"/x": get("read", {}, requestBody={"required": True, "content": {"application/json": {"schema": either}}})}
    transport = httpx.MockTransport(lambda request: httpx.Response(200, content=request.content))
    with small_client(tmp_path, described(paths=paths, components={"schemas": schemas})) as small:
        client = small.Small(base_url="https://api.example", transport=transport)
        assert client.things.read(body=given) == sent


def choosing(**choices: list[str]) -> Described:
    """Return schemas that are choices of others, by their names."""
    return {name: {"oneOf": [{"$ref": f"#/components/schemas/{each}"} for each in of]} for name, of in choices.items()}


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({"filters": {"all_of": [{"is_new": "x"}]}}, {"filters": {"allOf": [{"isNew": "x"}]}}),
        ({"filters": {"any_of": [{"star_count": "x"}]}}, {"filters": {"anyOf": [{"starCount": "x"}]}}),
        (
            {"filters": {"all_of": [{"is_new": "x"}, {"star_count": "x"}]}},
            {"filters": {"allOf": [{"isNew": "x"}, {"starCount": "x"}]}},
        ),
        ({"more": {"a": {"is_new": "x"}}, "filters": {}}, {"more": {"a": {"is_new": "x"}}, "filters": {}}),
    ],
)
def test_choices_that_hold_choices_are_told_apart_by_what_stands_in_these(
    tmp_path: Path, given: Described, sent: Described
):
    schemas = choosing(
        ShopFilter=["isNew", "isOld"], HotelFilter=["isOld", "starCount"],
        ShopFilters=["ShopAll", "ShopAny"], HotelFilters=["HotelAll", "HotelAny"], Group=["Shop", "Hotel"],
    )  # fmt: skip
    for name in ("isNew", "isOld", "starCount"):
        schemas[name] = {"required": [name], "additionalProperties": False, "properties": {name: {"type": "string"}}}
    for kind in ("Shop", "Hotel"):
        items = {"type": "array", "items": {"$ref": f"#/components/schemas/{kind}Filter"}}
        schemas |= {f"{kind}{name}": {"properties": {f"{name.lower()}Of": items}} for name in ("All", "Any")}
        schemas[kind] = {"properties": {"filters": {"$ref": f"#/components/schemas/{kind}Filters"}}}
    body = {"required": True, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Group"}}}}
    transport = httpx.MockTransport(lambda request: httpx.Response(200, content=request.content))
    paths = {"/x": get("read", {}, requestBody=body)}
    with small_client(tmp_path, described(paths=paths, components={"schemas": schemas})) as small:
        client = small.Small(base_url="https://api.example", transport=transport)
        assert client.things.read(body=given) == sent


def test_where_lone_values_tell_members_of_a_union_apart_other_enumerations_stay_open(tmp_path: Path):
    text = LISTED.replace("CAT", "{type: string, enum: [cat]}").replace("DOG", "{type: string, enum: [dog]}")
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json={"kind": "cat", "mood": "new"}))
    with small_client(tmp_path, text) as small:
        client = small.Small(base_url="https://api.example", transport=transport, on_mismatch="raise")
        assert client.pets.put(body={"kind": "cat", "mood": "calm"}).mood == "new"


def test_an_object_takes_the_id_that_it_lacks_from_its_address_wherever_that_stands(tmp_path: Path):
    text = {"type": "string"}
    meta = {"type": "object", "properties": {"url": text, "size": {"type": "integer"}}}
    schemas = {
        "Reference": {"type": "object", "required": ["meta"], "properties": {"meta": meta}},
        "Order": {"type": "object", "properties": {"key": text, "meta": meta}},
        "Line": {"type": "object", "properties": {"key": {"type": ["integer", "null"]}, "meta": meta}},
    }
    both = {name.lower(): {"$ref": f"#/components/schemas/{name}"} for name in ("Order", "Line")}
    description = described(
        servers=[{"url": "https://api.example"}],
        paths={"/x": get("read", {"type": "object", "properties": both})},
        components={"schemas": schemas},
        **{"x-specloom": {"links": {"schema": "Reference", "href": "/meta/url", "id": "/key"}}},
    )
    address = {"order": "https://api.example/orders/a%20b?full=1", "line": "https://api.example/lines/0012"}
    answers = {name: {"meta": {"url": url, "size": "wrong"}} for name, url in address.items()}
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json=answers))
    with small_client(tmp_path, description) as small:
        client = small.Small(transport=transport, on_mismatch="ignore")
        found = client.things.read()
        assert (found.order.key, found.line.key, found.order.meta.size) == ("a b", None, "wrong")
        answers["line"]["meta"]["url"] = "https://api.example/lines/12"
        assert client.things.read().line.key == 12
        answers["order"]["key"] = "own"
        assert client.things.read().order.key == "own"


ID = "6c1d8e2f-0a4b-4c7d-8e9f-3b5a7c9d1e2f"


@pytest.mark.parametrize(
    ("schema", "last", "found"),
    [
        ({"type": "string"}, "12", "12"),
        ({"type": ["integer", "string"], "x-specloom": {"as_text": True}}, "12", "12"),
        ({"type": "string", "format": "uuid"}, ID, UUID(ID)),
        ({"type": "string", "format": "uuid"}, "12", None),
        ({"type": "integer"}, "0012", None),
    ],
)
def test_an_object_with_nothing_but_its_address_has_an_id_of_its_type_and_is_followed(tmp_path, schema, last, found):
    properties = {"href": {"type": "string"}, "id": schema}
    bare = {"type": "object", "required": ["href"], "properties": {"href": {"type": "string"}}}
    description = described(
        servers=[{"url": "https://api.example"}],
        paths={"/x": get("read", {"$ref": "#/components/schemas/Order"})},
        components={"schemas": {"Reference": bare, "Order": {"type": "object", "properties": properties}}},
        **{"x-specloom": {"links": {"schema": "Reference", "href": "/href"}}},
    )
    asked = []
    answer = httpx.Response(200, json={"href": f"https://api.example/orders/{last}"})
    transport = httpx.MockTransport(lambda request: asked.append(request.url.path) or answer)
    with small_client(tmp_path, description) as small:
        client = small.Small(transport=transport, on_mismatch="raise")
        order = client.things.read()
        assert (order.id, client.follow(order).id) == (found, found)
    assert asked == ["/x", f"/orders/{last}"]


PRICED = {
    "type": "object",
    "properties": {
        "net": {"type": "string", "format": "decimal", "x-specloom": {"digits": 3}},
        "gross": {"type": "string", "format": "decimal", "pattern": r"^-?\d+\.\d{2}$"},
        "any": {"anyOf": [{"type": "string", "format": "decimal"}, {"type": "number"}]},
        "each": {"type": "array", "items": {"type": "string", "format": "decimal"}},
    },
}


def test_decimal_texts_are_written_as_the_description_demands(tmp_path: Path):
    body = {"required": True, "content": {"application/json": {"schema": PRICED}}}
    parameter = {"name": "least", "in": "query", "schema": PRICED["properties"]["gross"]}  # type: ignore[index]
    operation = {"operationId": "set", "tags": ["things"], "requestBody": body, "responses": {}}
    operation |= {"responses": {"204": {"description": "Done."}}, "parameters": [parameter]}
    description = described(servers=[{"url": "https://api.example"}], paths={"/x": {"post": operation}})
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(204)

    with small_client(tmp_path, description) as small:
        set_ = small.Small(transport=httpx.MockTransport(answer)).things.set
        set_(net=1, gross=Decimal("0.1"), any=2.5, each=[1, Decimal("1.50"), "x"], least=7)
        assert (seen[0].content, str(seen[0].url)) == (
            b'{"net":"1.000","gross":"0.10","any":2.5,"each":["1","1.50","x"]}',
            "https://api.example/x?least=7.00",
        )
        with pytest.raises(ValueError, match="more than 2 digits"):
            set_(gross=Decimal("0.125"))
    assert len(seen) == 1


def test_decimal_numbers_keep_their_digits_in_what_a_link_holds(tmp_path: Path):
    number = {"type": "number", "format": "decimal"}
    link = {"$ref": "#/components/schemas/Link", "x-specloom": {"link": "Price"}}
    schemas = {
        "Link": {"type": "object", "required": ["href"], "properties": {"href": {"type": "string"}}},
        "Price": {"type": "object", "properties": {"amount": number}},
        "Order": {"type": "object", "properties": {"price": link}},
    }
    description = described(
        servers=[{"url": "https://api.example"}],
        paths={"/x": get("read", {"$ref": "#/components/schemas/Order"})},
        components={"schemas": schemas},
        **{"x-specloom": {"links": {"schema": "Link", "href": "/href"}}},
    )
    text = b'{"price":{"href":"https://api.example/p","amount":0.10}}'
    transport = httpx.MockTransport(lambda _: httpx.Response(200, content=text))
    with small_client(tmp_path, description) as small:
        order = small.Small(transport=transport).things.read()
        assert str(order.price.expanded.amount) == "0.10"


@pytest.mark.parametrize(("step", "sent"), [(0.01, "19.99"), (0.01, "7"), (5, "1e40"), (5, "1" + "0" * 50)])
def test_steps_of_decimal_numbers_are_named_as_not_checked(tmp_path: Path, step: float, sent: str):
    number = {"type": "number", "format": "decimal", "multipleOf": step, "minimum": 0.5}
    price = {"type": "object", "properties": {"amount": number}}
    description = described(servers=[{"url": "https://api.example"}], paths={"/x": get("read", price)})
    transport = httpx.MockTransport(lambda _: httpx.Response(200, content=f'{{"amount": {sent}}}'.encode()))
    with small_client(tmp_path, description) as small:
        assert small.Small(transport=transport, on_mismatch="raise").things.read().amount == Decimal(sent)
        assert "/amount/multipleOf" in (tmp_path / "small" / "manifest.json").read_text()


BEARER = {"type": "http", "scheme": "bearer"}
KEY = {"type": "apiKey", "in": "header", "name": "X-Key"}


@pytest.mark.parametrize(
    ("schemes", "variables", "arguments"),
    [
        ({"PersonalAccess": BEARER}, {}, ["token"]),
        ({"vendorAuth": KEY, "PersonalAccess": BEARER}, {}, ["api_key", "token"]),
        ({"login": {"type": "http", "scheme": "basic"}, "sso": BEARER}, {}, ["username", "password", "token"]),
        ({"first": BEARER, "second": BEARER}, {}, ["first_token", "second_token"]),
        ({"access": BEARER}, {"token": {"default": "t"}}, ["access_token"]),
        (
            {"access": BEARER, "own": {**KEY, "x-specloom": {"arguments": {"key": "token"}}}},
            {},
            ["access_token", "token"],
        ),
    ],
)
def test_arguments_of_credentials_are_called_as_people_guess(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, schemes: Described, variables: Described, arguments: list[str]
):
    server = {"url": f"https://api.example/{''.join(f'{{{name}}}' for name in variables)}", "variables": variables}
    description = described(
        servers=[server],
        paths={"/x": get("read", {"type": "string"})},
        components={"securitySchemes": schemes},
        security=[{name: [] for name in schemes}],
    )
    with small_client(tmp_path, description) as small:
        seen: list[httpx.Request] = []

        def answer(request: httpx.Request) -> httpx.Response:
            seen.append(request)
            return httpx.Response(200, json="")

        small.Small(**dict.fromkeys(arguments, "secret"), transport=httpx.MockTransport(answer)).things.read()
        for name in arguments:
            monkeypatch.setenv(f"SMALL_{name.upper()}", "secret")
        small.Small(transport=httpx.MockTransport(answer)).things.read()
    assert [request.headers["user-agent"] for request in seen] == ["small-python/1"] * 2


@pytest.mark.parametrize(
    ("version", "agent"),
    [("2024-10 (beta)", "small-python/2024-10-beta"), ("v1/é\n", "small-python/v1"), ("", "small-python")],
)
def test_a_version_in_the_user_agent_is_one_that_a_header_can_have(tmp_path: Path, version: str, agent: str):
    description = described(servers=[{"url": "https://api.example"}], paths={"/x": get("read", {"type": "string"})})
    description["info"] = {"title": "Small", "version": version}
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=request.headers["user-agent"]))
    with small_client(tmp_path, description) as small:
        assert small.Small(transport=transport).things.read() == agent


def test_a_datetime_is_no_date(tmp_path: Path):
    day = {"type": "string", "format": "date"}
    properties = {
        "due": day,
        "days": {"type": "array", "items": day},
        "maybe": {"anyOf": [day, {"type": "null"}, {"enum": ["never"]}]},
        "either": {"anyOf": [day, {"type": "string", "format": "date-time"}]},
    }
    line = {"type": "object", "properties": properties}
    lines = {"type": "array", "items": {"$ref": "#/components/schemas/Line"}}
    body = {"content": {"application/json": {"schema": {**line, "properties": {**properties, "lines": lines}}}}}
    parameters = [{"name": "since", "in": "query", "schema": day}]
    operation = {**get("send", {"type": "string"}, *parameters)["get"], "requestBody": body}
    description = described(paths={"/x": {"post": operation}}, components={"schemas": {"Line": line}})
    sent: list[httpx.Request] = []
    transport = httpx.MockTransport(lambda request: sent.append(request) or httpx.Response(200, json="x"))
    with small_client(tmp_path, description) as small, small.Small(base_url="http://x", transport=transport) as client:
        now, today = datetime(2026, 1, 31, 12, tzinfo=UTC), date(2026, 1, 31)
        for given in ({"due": now}, {"days": [today, now]}, {"maybe": now}):
            for arguments in (given, {"lines": [given]}):
                with pytest.raises(ValueError, match="is a date, and may not be a datetime"):
                    client.things.send(**arguments)
        with pytest.raises(ValueError, match="'since' is a date"):
            client.things.send(since=now)
        assert not sent
        client.things.send(since=today, due=today, days=[today], maybe="never", either=now)
        assert json.loads(sent[0].content) == {
            "due": "2026-01-31",
            "days": ["2026-01-31"],
            "maybe": "never",
            "either": "2026-01-31T12:00:00Z",
        }


def test_true_is_no_number(tmp_path: Path):
    number, text = {"type": "number"}, {"type": "string"}
    line = {
        "type": "object",
        "properties": {
            "price": {"type": "string", "format": "decimal"},
            "exact": {"type": "number", "format": "decimal"},
            "pieces": {"type": ["integer", "null"]},
            "sizes": {"type": "array", "items": number},
            "stock": {"type": "object", "additionalProperties": {"type": "integer"}},
            "kind": {"enum": [0, 1]},
            "at": {"type": "integer", "format": "unix-time"},
            "flag": {"type": ["boolean", "integer"]},
            "any": {},
        },
    }
    properties = {
        **line["properties"],
        "lines": {"type": "array", "items": {"$ref": "#/components/schemas/Line"}},
    }
    body = {"content": {"application/json": {"schema": {"type": "object", "properties": properties}}}}
    parameters = [
        {"name": "limit", "in": "query", "schema": {"type": "integer"}},
        {"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}},
        {"name": "X-Page", "in": "header", "schema": {"$ref": "#/components/schemas/Page"}},
    ]
    operation = {**get("send", text, *parameters)["get"], "requestBody": body}
    schemas = {"Line": line, "Page": {"anyOf": [{"type": "integer"}, text]}}
    description = described(paths={"/x/{id}": {"post": operation}}, components={"schemas": schemas})
    sent: list[httpx.Request] = []
    transport = httpx.MockTransport(lambda request: sent.append(request) or httpx.Response(200, json="x"))
    with small_client(tmp_path, description) as small, small.Small(base_url="http://x", transport=transport) as client:
        refused = {
            "price": True, "exact": False, "pieces": True, "sizes": [1, True], "kind": True, "at": False,
            "stock": {"stock": True},
        }  # fmt: skip
        for name, value in refused.items():
            for given in ({name: value}, {"lines": [{name: value}]}):
                with pytest.raises(ValueError, match=f"'{name}' may not be .*: it is a number, and would be sent as"):
                    client.things.send(1, **given)
        for given in ({"limit": True}, {"x_page": False}):
            with pytest.raises(ValueError, match="may not be"):
                client.things.send(1, **given)
        with pytest.raises(ValueError, match="'id' may not be True"):
            client.things.send(True)
        assert not sent
        rest = {"flag": True, "any": True}
        client.things.send(0, limit=1, pieces=None, sizes=[1.5], kind=1, price=Decimal("1.5"), lines=[rest], **rest)
        content = json.loads(sent[0].content)
        assert content == {"pieces": None, "sizes": [1.5], "kind": 1, "price": "1.5", "lines": [rest], **rest}


def test_a_text_is_no_list(tmp_path: Path):
    text = {"type": "string"}
    texts = {"type": "array", "items": text}
    properties = {
        "tags": texts,
        "sizes": {"type": "array", "items": {"type": "integer"}},
        "empty": {"type": ["array", "null"], "items": text},
        "gaps": {"type": "array", "items": {"type": ["string", "null"]}},
        "inner": {"type": "object", "properties": {"theTags": texts}},
        "each": {"type": "object", "additionalProperties": texts},
        "either": {"anyOf": [text, texts]},
        "any": {},
    }
    body = {"content": {"application/json": {"schema": {"type": "object", "properties": properties}}}}
    transport = httpx.MockTransport(lambda request: httpx.Response(200, content=request.content))
    description = described(paths={"/x": get("send", {}, requestBody=body)})
    with small_client(tmp_path, description) as small, small.Small(base_url="http://x", transport=transport) as client:
        refused = {
            "tags": "ab", "sizes": b"ab", "empty": "ab", "gaps": "ab", "inner": {"the_tags": "ab"}, "each": {"k": "ab"},
        }  # fmt: skip
        for name, value in refused.items():
            with pytest.raises(ValueError, match="a text, or bytes, was passed where a list is described") as caught:
                client.things.send(**{name: value})
            assert caught.value.__notes__[-1] == f"in {name!r}"
        taken = {"tags": ["ab"], "empty": None, "gaps": ["a", None], "either": "ab", "any": "ab"}
        assert client.things.send(**taken) == taken


def test_parts_are_sent_as_they_are_passed(tmp_path: Path):
    form = """
openapi: 3.1.0
info: {title: Small, version: "1"}
paths:
  /parts:
    post:
      operationId: send
      tags: [things]
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              properties:
                file: {type: string, format: binary}
                files: {type: array, items: {type: string, contentMediaType: image/png}}
                order: {type: object, properties: {n: {type: integer}}}
                either: {type: object, properties: {n: {type: integer}}}
                coded: {type: string, contentEncoding: base64}
              additionalProperties: {type: string}
            encoding:
              order: {contentType: application/xml}
              either: {contentType: "application/xml, application/json"}
              file: {headers: {X-Id: {schema: {type: integer}}}}
      responses: {"204": {description: Done}}
  /any:
    post:
      operationId: sendAny
      tags: [things]
      requestBody:
        required: true
        content:
          multipart/form-data: {schema: {type: object, additionalProperties: {type: string, format: binary}}}
      responses: {"204": {description: Done}}
"""
    sent: list[httpx.Request] = []
    transport = httpx.MockTransport(lambda request: sent.append(request) or httpx.Response(204))

    def parts(**given: object) -> list[tuple[bytes, bytes]]:
        sent.clear()
        client.things.send(**given)
        boundary = sent[0].headers["content-type"].partition("boundary=")[2].encode()
        return [
            tuple(part.removesuffix(b"\r\n").split(b"\r\n\r\n", 1))
            for part in sent[0].read().split(b"--" + boundary)[1:-1]
        ]

    with small_client(tmp_path, form) as small, small.Small(base_url="http://x", transport=transport) as client:
        for given, name in ((iter([b"a", b"", b"b"]), b"file"), (("n.bin", iter([b"ab"]), "image/png"), b"n.bin")):
            ((head, content),) = parts(file=given, file_x_id=3)
            assert content == b"ab"
            assert b'name="file"; filename="%s"' % name in head
            assert b"X-Id: 3" in head
        read, write = os.pipe()
        os.write(write, b"piped")
        os.close(write)
        with os.fdopen(read, "rb") as pipe:
            assert parts(file=pipe)[0][1] == b"piped"
        assert [content for _, content in parts(files=[b"a", ("b.png", iter([b"b"]))])] == [b"a", b"b"]
        ((head, content),) = parts(order="<n>1</n>")
        assert (content, b"Content-Type: application/xml" in head) == (b"<n>1</n>", True)
        ((head, content),) = parts(either={"n": 1})
        assert (content, b"Content-Type: application/json" in head) == (b'{"n":1}', True)
        ((head, content),) = parts(coded=b"\xff")
        assert (content, b"Content-Transfer-Encoding: base64" in head) == (b"/w==", True)
        with pytest.raises(ValueError, match="'order' takes one file here"):
            client.things.send(order={"n": 1})
        with pytest.raises(TypeError, match="the pieces of a file have to be bytes, and one is of the type int"):
            client.things.send(file=iter(b"abc"))
        client.things.send_any(body={"a": ("n.png", iter([b"x"]))})
        assert b'name="a"; filename="n.png"' in sent[-1].read()
        assert inspect.signature(client.things.send_any).parameters["body"].annotation == "_Mapping[str, _Upload]"
        extended = client.with_options(extra_body={"more": "1"})
        extended.things.send(file=b"x")
        assert b'name="more"' in sent[-1].read()
    manifest = json.loads((tmp_path / "small" / "manifest.json").read_text(encoding="utf-8"))
    assert any("/properties/order" in place for places in manifest["losses"].values() for place in places)


def test_what_comes_in_the_place_of_a_stream_is_its_one_item_with_its_own_type(tmp_path: Path):
    description = """
openapi: 3.1.0
info: {title: Small, version: "1"}
components:
  schemas:
    Event: {type: object, required: [id], properties: {id: {type: integer}}}
    Job: {type: object, required: [job], properties: {job: {type: string}}}
  responses:
    Events: {description: E, content: {text/event-stream: {schema: {$ref: "#/components/schemas/Event"}}}}
    Job: {description: J, content: {application/json: {schema: {$ref: "#/components/schemas/Job"}}, text/csv: {}}}
paths:
  /watch: {get: {operationId: watch, tags: [things], responses: {
    "200": {$ref: "#/components/responses/Events"}, "202": {$ref: "#/components/responses/Job"}}}}
  /range: {get: {operationId: range, tags: [things], responses: {
    "200": {$ref: "#/components/responses/Events"}, 2XX: {description: T, content: {text/plain: {}}}}}}
  /chosen: {get: {operationId: chosen, tags: [things], responses: {
    "200": {description: B, content: {
      text/event-stream: {schema: {$ref: "#/components/schemas/Event"}},
      application/x-ndjson: {schema: {$ref: "#/components/schemas/Event"}},
      application/json: {schema: {$ref: "#/components/schemas/Event"}}}},
    "202": {description: J, content: {application/json: {schema: {$ref: "#/components/schemas/Job"}}}}}}}
"""

    def answer(request: httpx.Request) -> httpx.Response:
        if "later" not in request.url.params:
            return httpx.Response(200, content=b'data: {"id":1}\n\n', headers={"content-type": "text/event-stream"})
        return httpx.Response(202, json={"job": "j"})

    with small_client(tmp_path, description) as small:
        models, transport = small.models, httpx.MockTransport(answer)

        def items(name: str, **given: object) -> list[object]:
            with small.Small(base_url="http://x", transport=transport, on_mismatch="raise") as client:
                later = client.with_options(extra_query={"later": 1})
                return [item for each in (client, later) for item in getattr(each.things, name)(**given)]

        async def items_later() -> list[object]:
            async with small.AsyncSmall(base_url="http://x", transport=transport, on_mismatch="raise") as client:
                later = client.with_options(extra_query={"later": 1})
                return [item async for item in await later.things.watch()]

        both = [models.Event(id=1), models.Job(job="j")]
        assert items("watch") == both
        assert asyncio.run(items_later()) == both[1:]
        assert items("chosen", accept="text/event-stream") == both
        assert items("range") == [both[0], '{"job":"j"}']
        things = small.resources.things.Things
        assert inspect.signature(things.watch).return_annotation == "_Stream[Event | Job]"
        assert inspect.signature(things.chosen).return_annotation == "Event | Job | _Stream[Event | Job]"
    manifest = json.loads((tmp_path / "small" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["losses"]["calls give the stream of another status"] == {
        "#/components/responses/Job/content/text~1csv": "text/csv of 202"
    }


def test_the_file_that_the_readme_sends_can_be_sent_in_the_described_range(tmp_path: Path):
    body = {"required": True, "content": {"audio/*": {}}}
    done = {"204": {"description": "Done"}}
    operation = {"operationId": "record", "tags": ["things"], "requestBody": body, "responses": done}
    write_client(tmp_path, described(paths={"/x": {"put": operation}}))
    assert 'client.things.record(body=Path("voice.mp3"))' in (tmp_path / "small" / "README.md").read_text("utf-8")


def test_a_whole_number_with_a_fraction_of_zero_names_a_choice(tmp_path: Path):
    number: Described = {"type": "object", "required": ["v"], "properties": {"v": {"type": "integer"}}}
    schemas = {name: {**number, "properties": {"v": {"enum": [value]}}} for name, value in (("One", 1), ("Two", 2))}
    either = {
        "oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in schemas],
        "discriminator": {"propertyName": "v"},
    }
    description = described(paths={"/x": get("read", either)}, components={"schemas": schemas})
    transport = httpx.MockTransport(
        lambda _: httpx.Response(200, content=b'{"v": 2.0}', headers={"content-type": "application/json"})
    )
    with small_client(tmp_path, description) as small:
        client = small.Small(base_url="http://x", transport=transport, on_mismatch="raise")
        assert client.things.read() == small.models.Two(v=2)
