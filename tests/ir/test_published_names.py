"""A name once published stays, whatever becomes of a description, until somebody asks for the names that it has now."""

from __future__ import annotations

import copy
import json
import random
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from specloom.ir.published import Client, build_published
from specloom.output.surface_file import SurfaceFile, parse_surface, render_surface
from specloom.spec.load import load_description
from specloom.targets.target import Target

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from specloom.ir.surface import Surface, Symbol

Described = dict[str, Any]
Build = "Callable[..., Client]"


def json_of(schema: object) -> Described:
    return {"content": {"application/json": {"schema": schema}}}


def answering(schema: object, **members: object) -> Described:
    return {"responses": {"200": {"description": "Fine."} | json_of(schema)}} | members


def document(paths: Described, /, **schemas: object) -> Described:
    info = {"title": "Shop", "version": "1"}
    return {"openapi": "3.1.0", "info": info, "paths": paths, "components": {"schemas": schemas}}


def object_of(*names: str, **members: object) -> Described:
    return {"type": "object", "properties": {name: {"type": "string"} for name in names}} | members


def ref(name: str) -> Described:
    return {"$ref": f"#/components/schemas/{name}"}


@pytest.fixture
def build(tmp_path: Path) -> Build:
    def built(described: Described, before: Client | None = None, **left_out: tuple[str, ...]) -> Client:
        file = tmp_path / "openapi.json"
        file.write_text(json.dumps(described), encoding="utf-8")
        description = load_description(Target(file, package="shop", **left_out))
        files = {"": "openapi.json", **{each.name: "openapi.json" for each in description.files}}
        published = before and SurfaceFile(render_surface(before.surface, files), "surface.json")
        return build_published(description, Target(file, package="shop"), published)

    return built


def paths_of(surface: Surface) -> set[str]:
    return {symbol.path for symbol in surface.walk()}


def test_an_operation_keeps_name_and_resource_whatever_its_id_and_tag(build: Build):
    def shop(tag: str, name: str) -> Described:
        return document({"/orders": {"get": answering({"type": "string"}, tags=[tag], operationId=name)}})

    before = build(shop("orders", "list"))
    after = build(shop("purchases", "list_all"), before)
    assert [symbol.path for symbol in after.surface.methods()] == ["shop.orders.list"]
    assert after.moved == {"orders.list": "purchases.list_all"}


def test_who_comes_later_takes_another_name(build: Build):
    old = {"get": answering({"type": "string"}, tags=["orders"], operationId="list-orders")}
    before = build(document({"/orders": old}))
    new = {"get": answering({"type": "string"}, tags=["orders"], operationId="list_orders")}
    after = build(document({"/orders": old, "/all-orders": new}), before)
    called = {symbol.routes[0]: symbol.name for symbol in after.surface.methods()}
    assert called == {"GET /orders": "list_orders", "GET /all-orders": "list_orders_all_orders"}


@pytest.mark.parametrize("staying", [[], ["/health"]])
@pytest.mark.parametrize("turned", [False, True])
def test_names_stay_where_the_base_path_moves(build: Build, turned: bool, staying: list[str]):
    """Operations without operationIds are called after their paths."""

    def shop(base: str) -> Described:
        paths = {f"{base}/orders": ("get", "post"), f"{base}/orders/{{id}}": ("get",), f"{base}/buyers": ("get",)}
        paths |= dict.fromkeys(staying, ("get",))
        where = {"parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}]}
        return document(
            {
                path: {method: answering({"type": "string"}) for method in methods} | (where if "{" in path else {})
                for path, methods in paths.items()
            }
        )

    bases = ["", "/v1/shop"][:: -1 if turned else 1]
    before = build(shop(bases[0]))
    after = build(shop(bases[1]), before)
    assert {each.path for each in after.surface.methods()} == {each.path for each in before.surface.methods()}
    assert len(after.moved) == 4


def ids(**routes: str) -> Described:
    return document(
        {
            f"/{path}": {"get": answering({"type": "string"}, tags=["x"], operationId=name)}
            for path, name in routes.items()
        }
    )


def messages(client: Client) -> list[str]:
    return [finding.message for finding in client.api.warnings]


def test_ids_that_are_exchanged_exchange_no_names(build: Build):
    after = build(ids(a="get_b", b="get_a"), build(ids(a="get_a", b="get_b")))
    assert after.moved == {"x.get_a": "x.get_b", "x.get_b": "x.get_a"}
    assert messages(after) == []


def test_what_gave_way_to_a_name_that_stays_was_not_published(build: Build):
    """It is told so each time, also when it has been generated since."""
    after = build(ids(a="get_c", b="get_a"), build(ids(a="get_a")))
    for client in (after, build(ids(a="get_c", b="get_a"), after)):
        assert {symbol.routes[0]: symbol.name for symbol in client.surface.methods()} == {
            "GET /a": "get_a",
            "GET /b": "get_a_b",
        }
        assert client.moved == {"x.get_a": "x.get_c"}
        assert messages(client) == ["GET /b is called get_a_b(), for GET /a is called get_a()"]


def test_what_was_published_itself_stays_beside_who_has_its_new_name(build: Build):
    after = build(ids(a="get_c", b="get_a"), build(ids(a="get_a", b="get_b")))
    assert after.moved == {"x.get_a": "x.get_c", "x.get_b": "x.get_a"}
    assert messages(after) == []


@pytest.mark.parametrize(
    ("member", "added", "other"),
    [
        ({"a": ref("TxInput")}, {"TxInput": object_of("b")}, "TxInputModel"),
        ({"input": object_of("b")}, {}, "TxInputModel"),
    ],
)
def test_an_answer_gives_way_to_an_input_that_was_published(
    build: Build, member: Described, added: Described, other: str
):
    whole = answering(ref("Tx"), requestBody=json_of({"type": "array", "items": ref("Tx")}), operationId="put")
    before = build(document({"/tx": {"put": whole}}, Tx=object_of("b")))
    after = build(document({"/tx": {"put": whole}}, Tx={"type": "object", "properties": member}, **added), before)
    assert "inputs.TxInput" in paths_of(before.surface) & paths_of(after.surface)
    assert other in after.api.answers
    assert not after.api.answers.keys() & after.api.inputs.keys()


def test_what_gave_way_is_kept_when_another_would_have_its_name_now(build: Build):
    before = build(ids(a="get_c", b="get_a"), build(ids(a="get_a")))
    after = build(ids(a="get_c", b="get_a", c="get_a_b"), before)
    assert {symbol.routes[0]: symbol.name for symbol in after.surface.methods()}["GET /b"] == "get_a_b"


def test_fields_arguments_and_classes_that_gave_way_were_not_published(build: Build):
    def shop(parameters: list[str], **schemas: Described) -> Described:
        named = [{"name": name, "in": "query", "schema": {"type": "string"}} for name in parameters]
        paths = {f"/{name}": {"get": answering(ref(name), operationId=f"get{name}")} for name in schemas}
        paths["/p"] = {"get": answering({"type": "string"}, operationId="p", parameters=named)}
        return document(paths, **schemas)

    before = build(shop(["sort-by"], order_item=object_of("first-name")))
    new = shop(["sort_by", "sort-by"], OrderItem=object_of("b"), order_item=object_of("first_name", "first-name"))
    after = build(new, before)
    stays = {
        "models.OrderItem": "models.OrderItemModel",
        "models.OrderItem.first_name": "models.OrderItemModel.first_name_",
        "p.p(sort_by)": "p.p(sort_by_)",
    }
    for client in (after, build(new, after)):
        assert {each.name for each in client.surface.models} == {"OrderItem", "OrderItemModel"}
        assert client.moved == stays


def served(*variables: str) -> list[Described]:
    """Return a server with variables."""
    address = "".join(f".{{{name}}}" for name in variables)
    return [{"url": f"https://a{address}", "variables": {name: {"default": "b"} for name in variables}}]


@pytest.mark.parametrize("by", ["only", "skip"])
def test_what_is_left_out_moves_no_name(build: Build, by: str):
    """So that nothing is called otherwise when more operations are wanted."""
    pair = object_of("pair", properties={"pair": object_of("left", "right")})
    operations = {
        "/a": answering(ref("Pet"), tags=["pets"], operationId="get-pet", security=[{"main": []}]),
        "/b": answering(ref("pet"), tags=["pets"], operationId="getPet", security=[{"other": []}]),
        "/c": answering({"type": "string"}, tags=["pets"], operationId="getPet", security=[]),
        "/e": answering(pair, operationId="show-pet", security=[{"key-1": []}], servers=served("token-1", "user")),
        "/f": answering(pair, operationId="showPet", security=[{"key_1": []}], servers=served("token_1")),
        "/g": answering(pair, operationId="Show_Pet", security=[{"login": []}]),
        "/d": answering(
            {"type": "string"}, tags=["pets"], security=[{"main": []}], **{"x-specloom": {"method": "got"}}
        ),
    }
    described = document(
        {path: {"get": each} for path, each in operations.items()}, Pet=object_of("a"), pet=object_of("b")
    )
    bearer = {"type": "http", "scheme": "bearer"}
    key = {"type": "apiKey", "in": "header", "name": "X-Key"}
    described["components"]["securitySchemes"] = {
        "main": bearer, "other": bearer, "key-1": key, "key_1": key, "login": {"type": "http", "scheme": "basic"}
    }  # fmt: skip
    whole = build(described).surface
    assert {"shop.pets.get_pet_b", "shop.Shop(main_token)", "models.PetModel"} <= paths_of(whole)
    assert {"shop.Shop(key_1_x_key)", "models.FShowPetResponse.pair"} <= paths_of(whole)
    routes = [f"GET {path}" for path in operations]
    for route in routes:
        others = tuple(each for each in routes if each != route)
        part = build(described, **({"only": (route,)} if by == "only" else {"skip": others}))
        assert paths_of(part.surface) < paths_of(whole)
        assert [symbol.routes for symbol in part.surface.methods()] == [(route,)]
        told = [each.message for each in part.api.warnings if "arguments of the client" in each.message]
        assert len(told) == (2 if route == "GET /f" else 0)


def test_it_is_said_that_a_name_belongs_to_what_is_left_out(build: Build):
    operations = {path: {"get": answering({"type": "string"}, operationId="run", tags=["a"])} for path in ("/a", "/b")}
    client = build(document(operations), skip=("GET /a",))
    assert [each.message for each in client.api.warnings] == [
        "GET /b is called run_b(), for GET /a, which is left out, is called run()"
    ]


def test_a_schema_keeps_its_name_when_one_of_its_spelling_comes(build: Build):
    paths = {"/a": {"get": answering(ref("order_item"))}}
    before = build(document(paths, order_item=object_of("a")))
    paths["/b"] = {"get": answering(ref("OrderItem"))}
    after = build(document(paths, OrderItem=object_of("b"), order_item=object_of("a")), before)
    assert {each.name: [field.name for field in each.members] for each in after.surface.models} == {
        "OrderItem": ["a"],
        "OrderItemModel": ["b"],
    }


def test_a_schema_under_another_key_is_found_by_where_it_is_used(build: Build):
    def shop(name: str) -> Described:
        body = {"requestBody": json_of({"type": "array", "items": ref(name)})}
        schemas = {name: object_of("id", "state"), "Line": object_of("id", "order", properties={"order": ref(name)})}
        return document({"/orders": {"post": answering(ref("Line"), **body)}}, **schemas)

    before = build(shop("Order"))
    after = build(shop("PurchaseOrder"), before)
    assert paths_of(after.surface) == paths_of(before.surface)
    assert after.moved == {"models.Order": "models.PurchaseOrder", "inputs.OrderInput": "inputs.PurchaseOrderInput"}


@pytest.mark.parametrize("names", [["X-Cost", "X-Rate"], ["X-Cost", "X-Rate", "X-Left", "X-Reset"]])
def test_header_fields_keep_their_name_beside_newcomers(build: Build, names: list[str]):
    def shop(*names: str) -> Described:
        described = document(
            {f"/{name}": {"get": {"responses": {"200": {"$ref": "#/components/responses/Page"}}}} for name in "ab"}
        )
        headers = {name: {"schema": {"type": "string"}} for name in names}
        described["components"]["responses"] = {"Page": {"description": "Fine.", "headers": headers}}
        return described

    before = build(shop("X-Rate", "X-Left"))
    assert "models.XRateXLeftHeaders.x_rate" in paths_of(before.surface)
    assert "models.XRateXLeftHeaders.x_cost" in paths_of(build(shop(*names), before).surface)


def test_of_several_heirs_of_a_schema_the_first_in_the_description_has_its_name(build: Build):
    owners = [f"Owner{number:02}" for number in range(24)]

    def shop(item_of: Callable[[str], str]) -> Described:
        items = {item_of(owner): object_of("id", "state") for owner in owners}
        holders = {owner: object_of("id", properties={"item": ref(item_of(owner))}) for owner in owners}
        paths = {f"/{owner}": {"get": answering(ref(owner), operationId=f"get {owner}")} for owner in owners}
        return document(paths, **holders, **items)

    before = build(shop(lambda _: "Item"))
    after = build(shop(lambda owner: f"{owner}Part"), before)
    assert after.moved == {"models.Item": "models.Owner00Part"}


def test_types_of_choices_that_change_places_keep_their_names(build: Build):
    branches = [object_of("a", "b"), object_of("c", "d")]
    before = build(document({"/x": {"get": answering({"oneOf": branches}, operationId="x")}}))
    after = build(document({"/x": {"get": answering({"oneOf": branches[::-1]}, operationId="x")}}), before)
    for client in (before, after):
        assert {each.name: [field.name for field in each.members] for each in client.surface.models} == {
            "XResponseOption1": ["a", "b"],
            "XResponseOption2": ["c", "d"],
        }


def test_choices_by_a_discriminator_that_change_places_keep_their_names(build: Build):
    names = ["Cat", "Dog", "Elm", "Oak"]
    schemas = {name: object_of("kind", required=["kind"]) for name in names}
    told = [
        {"oneOf": [*map(ref, names[:2])], "discriminator": {"propertyName": "kind"}},
        {"oneOf": [*map(ref, names[2:])], "discriminator": {"propertyName": "kind"}},
    ]
    before = build(document({"/x": {"get": answering({"anyOf": told}, operationId="x")}}, **schemas))
    after = build(document({"/x": {"get": answering({"anyOf": told[::-1]}, operationId="x")}}, **schemas), before)
    for client in (before, after):
        aliases = {each.name: each.annotation for each in client.surface.models if each.kind == "alias"}
        assert aliases == {"XResponseOption1": "Cat | Dog", "XResponseOption2": "Elm | Oak"}


def test_arguments_keep_their_names_beside_newcomers(build: Build):
    def shop(*parameters: str, properties: tuple[str, ...], route: str = "/x") -> Described:
        named = [
            {"name": name, "in": place, "required": place == "path", "schema": {"type": "string"}}
            for place, name in (each.split() for each in parameters)
        ]
        body = {"requestBody": json_of(object_of(*properties))}
        return document({route: {"post": answering({"type": "string"}, operationId="x", parameters=named, **body)}})

    before = build(shop("path id", "query sort-by", properties=("name",), route="/x/{id}"))
    new = shop("path key", "query sort_by", "query sort-by", "header name", properties=("name", "id"), route="/x/{key}")
    (method,) = build(new, before).surface.methods()
    assert {each.key: each.name for each in method.members} == {
        ("path", "key"): "id",
        ("query", "sort-by"): "sort_by",
        ("query", "sort_by"): "sort_by_",
        ("header", "name"): "name_header",
        ("body", "name"): "name",
        ("body", "id"): "id_",
    }


def secured(variables: tuple[str, ...] = (), **schemes: object) -> Described:
    """Return a description of servers with variables and of security schemes that each call can use."""
    described = document({"/a": {"get": answering({"type": "string"})}}) | {
        "security": [{name: []} for name in schemes]
    }
    return described | {"components": {"securitySchemes": schemes}, "servers": served(*variables)}


BEARER, BASIC, LOGIN = (
    {"type": "http", "scheme": "bearer"},
    {"type": "http", "scheme": "basic"},
    {"type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": "https://a/t", "scopes": {}}}},
)


@pytest.mark.parametrize(
    ("old", "new", "arguments"),
    [
        (secured(a=BEARER), secured(a=BEARER, b=BEARER), ["token", "b_token"]),
        (secured(a=BEARER), secured(b=BEARER, a=BEARER), ["b_token", "token"]),
        (secured(a=BEARER, b=BEARER), secured(b=BEARER), ["b_token"]),
        (secured(a=BASIC), secured(a=BASIC, b=BASIC), ["username", "password", "b_username", "b_password"]),
        (secured(a=BEARER), secured(("token",), a=BEARER), ["token_3c469e", "token"]),
        (
            secured(a=BEARER),
            secured(a=LOGIN, b=LOGIN),
            ["a_client_id", "a_client_secret", "b_client_id", "b_client_secret"],
        ),
        (
            secured(a=BEARER),
            secured(a=BEARER, b=BEARER | {"x-specloom": {"arguments": {"token": "token"}}}),
            ["a_token", "token"],
        ),
        (
            secured(a=BEARER),
            secured(a=BEARER | {"x-specloom": {"arguments": {"token": "secret"}}}),
            ["secret"],
        ),
    ],
)
def test_arguments_of_the_client_keep_their_names_beside_newcomers(
    build: Build, old: Described, new: Described, arguments: list[str]
):
    surface = build(new, build(old)).surface
    assert [each.name for each in surface.client.members if each.key[0] in {"variable", "credential"}] == arguments
    assert build(new, build(old)).surface == build(new, build(new, build(old))).surface


def test_what_an_author_chose_goes_before_what_was_published(build: Build):
    def shop(**chosen: object) -> Described:
        operation = answering(ref("Order"), tags=["orders"], operationId="list", **chosen)
        return document({"/orders": {"get": operation}}, Order=object_of("id"))

    before = build(shop())
    after = build(shop(**{"x-specloom": {"method": "find"}}), before)
    assert [symbol.path for symbol in after.surface.methods()] == ["shop.orders.find"]
    assert not after.moved


@pytest.mark.parametrize("name", ["import os", "class", "_hidden", "self", "\ufb01le", "x" * 200, "list\n"])
def test_a_name_that_is_none_does_not_stay(build: Build, name: str):
    described = document({"/orders": {"get": answering({"type": "string"}, tags=["orders"], operationId="list")}})
    before = build(described)
    (orders,) = before.surface.resources
    method = replace(orders.members[0], name=name, path=f"shop.orders.{name}")
    edited = replace(before.surface, resources=(replace(orders, members=(method,)),))
    after = build(described, before._replace(surface=edited))
    assert [symbol.path for symbol in after.surface.methods()] == ["shop.orders.list"]


@pytest.mark.parametrize("name", ["str", "copy", "model_config", "self", "_hidden"])
def test_a_name_that_no_field_has_does_not_stay(build: Build, name: str):
    described = document({"/orders": {"get": answering(ref("Order"))}}, Order=object_of("total"))
    before = build(described)
    (order,) = before.surface.models
    field = replace(order.members[0], name=name, path=f"models.Order.{name}")
    after = build(
        described, before._replace(surface=replace(before.surface, models=(replace(order, members=(field,)),)))
    )
    assert [each.path for each in after.surface.models[0].members] == ["models.Order.total"]


@pytest.mark.parametrize("name", ["str", "len", "super", "annotations", "model_config", "TYPE_CHECKING"])
def test_a_name_that_no_class_has_does_not_stay(build: Build, name: str):
    """Modules of types have some of these names themselves."""
    described = document({"/orders": {"get": answering(ref("Order"), operationId="list")}}, Order=object_of("id"))
    before = build(described)
    text = render_surface(before.surface, {before.surface.client.location.document.name: "openapi.json"})
    edited = parse_surface(re.sub("(?<!/)Order", name, text))
    assert [symbol.path for symbol in edited.models] == [f"models.{name}"]
    after = build(described, before._replace(surface=edited))
    assert [symbol.path for symbol in after.surface.models] == ["models.Order"]


PLACES = ("query", "header", "cookie")
WORDS = ("list_orders", "list-orders", "listOrders", "List orders", "orders", "OrderItem", "order_item", "order-item")


def start(draw: random.Random) -> Described:
    """Return a description with names that are alike; each schema has one property that nobody else has."""
    schemas = {
        name: object_of(f"mark{number}", *draw.sample(WORDS, 2))
        for number, name in enumerate(draw.sample(["A", *WORDS], 3))
    }
    described = document({}, **{name.replace(" ", ""): schema for name, schema in schemas.items()})
    for number in range(3):
        add_operation(described, draw, number)
    return described


def add_operation(described: Described, draw: random.Random, number: int | None = None) -> None:
    number = draw.randrange(100, 999) if number is None else number
    names = [*described["components"]["schemas"]]
    body = object_of(*draw.sample(WORDS, 2)) | {"properties": {"whole": ref(draw.choice(names))}}
    operation = answering(
        draw.choice([ref(draw.choice(names)), object_of(f"inline{number}", draw.choice(WORDS))]),
        operationId=f"{draw.choice(WORDS)}{draw.choice(['', number])}",
        tags=[draw.choice(["orders", "Orders", "order lines"])],
        parameters=[],
        requestBody=json_of(draw.choice([body, ref(draw.choice(names))])),
    )
    described["paths"][f"/p{number}"] = {"post": operation}
    add_parameter(described, draw)


def operations(described: Described) -> list[Described]:
    return [each["post"] for each in described["paths"].values()]


def add_parameter(described: Described, draw: random.Random) -> None:
    operation = draw.choice(operations(described))
    parameter = {"name": draw.choice(WORDS).replace(" ", ""), "in": draw.choice(PLACES), "schema": {"type": "string"}}
    known = {(each["name"].lower(), each["in"]) for each in operation["parameters"]}
    if (parameter["name"].lower(), parameter["in"]) not in known:
        operation["parameters"].insert(0, parameter)


def add_schema(described: Described, draw: random.Random) -> None:
    name = draw.choice([f"{word.replace(' ', '')}{end}" for word in WORDS for end in ("", "Input", "Model", "Inline")])
    described["components"]["schemas"].setdefault(name, object_of(f"new{draw.randrange(10**6)}"))
    described["paths"][f"/n{draw.randrange(1000)}"] = {"post": answering(ref(name), parameters=[])}


def add_property(described: Described, draw: random.Random) -> None:
    schema = described["components"]["schemas"][draw.choice([*described["components"]["schemas"]])]
    schema["properties"] = {draw.choice(WORDS): {"type": "string"}} | schema["properties"]


def rename_operation(described: Described, draw: random.Random) -> None:
    operation = draw.choice(operations(described))
    operation["operationId"] = f"{draw.choice(WORDS)}{draw.randrange(3)}"
    operation["tags"] = [draw.choice(["orders", "new", "order-lines"])]


def drop_operation_id(described: Described, draw: random.Random) -> None:
    draw.choice(operations(described)).pop("operationId", None)


def rename_schema(described: Described, draw: random.Random) -> None:
    old = draw.choice([*described["components"]["schemas"]])
    new = f"Renamed{draw.randrange(1000)}"
    text = json.dumps(described).replace(f'schemas/{old}"', f'schemas/{new}"')
    described |= json.loads(text)
    schemas = described["components"]["schemas"]
    schemas[new] = schemas.pop(old)


def reorder(described: Described, draw: random.Random) -> None:
    def shuffled(value: Any) -> Any:  # noqa: ANN401 - as JSON has it
        match value:
            case dict():
                return {name: shuffled(each) for name, each in draw.sample([*value.items()], len(value))}
            case list() if value and isinstance(value[0], dict):
                return [shuffled(each) for each in draw.sample(value, len(value))]
            case _:
                return value

    described |= shuffled(described)


EDITS = (
    add_operation,
    add_parameter,
    add_schema,
    add_property,
    rename_operation,
    drop_operation_id,
    rename_schema,
    reorder,
)


def standing(surface: Surface) -> Iterator[tuple[object, str]]:
    """Yield what each name stands for on the wire, and the name; types by the property that only they have."""
    for method in surface.methods():
        yield method.key, method.path
        yield from (
            (method.key, each.key, each.name) and ((method.key, each.key), each.name) for each in method.members
        )
    for symbol in (*surface.models, *surface.inputs):
        yield from marked(symbol)


def marked(symbol: Symbol) -> Iterator[tuple[object, str]]:
    marks = [each.key for each in symbol.members if each.key and each.key[0].rstrip("0123456789") in {"mark", "inline"}]
    for mark in marks[:1]:
        yield (symbol.kind, mark), symbol.name
        yield from (((symbol.kind, mark, each.key), each.name) for each in symbol.members)


def test_a_schema_that_is_renamed_keeps_its_name_where_a_new_one_takes_its_place(build: Build):
    def both(name: str) -> Described:
        return {"post": answering(ref(name), requestBody=json_of(object_of() | {"properties": {"it": ref(name)}}))}

    before = build(document({"/a": both("Order")}, Order=object_of("mark", "id")))
    paths = {"/a": both("OldOrder"), "/b": {"get": answering(ref("Order"))}}
    found = build(document(paths, OldOrder=object_of("mark", "id"), Order=object_of("new")), before).surface
    named = {each.name: each.members[0].name for each in (*found.models, *found.inputs)}
    assert named == {"Order": "mark", "OrderInput": "mark", "OrderModel": "new"}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.randoms(use_true_random=False), st.lists(st.sampled_from(EDITS), min_size=1, max_size=4))
def test_no_edit_moves_a_name(build: Build, draw: random.Random, edits: list[Any]):
    described = start(draw)
    before = build(described)
    described = copy.deepcopy(described)
    for edit in edits:
        edit(described, draw)
    after = build(described, before)
    names = dict(standing(after.surface))
    for what, name in standing(before.surface):
        assert names.get(what, name) == name
    assert build(described, after).surface == after.surface
    assert build(described, after).moved == after.moved
