"""Facts of the vendor's page, written down by hand, against the description."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

DOCUMENT: Any = yaml.safe_load((Path(__file__).parents[2] / "specs/sitoo/openapi.yaml").read_text("utf-8"))
SCHEMAS: Any = DOCUMENT["components"]["schemas"]
LIST = DOCUMENT["paths"]["/serviceorders.json"]
ONE = DOCUMENT["paths"]["/serviceorders/{service_order_id}.json"]
OPERATIONS = {
    "listServiceOrders": LIST["get"],
    "createServiceOrder": LIST["post"],
    "getServiceOrder": ONE["get"],
    "updateServiceOrder": ONE["put"],
}

PAGE = {
    "ServiceCustomer": {
        "first_name": "string REQUIRED",
        "last_name": "string nullable",
        "email": "string nullable",
        "mobile": "string nullable",
    },
    "ServiceItem": {
        "sku": "string REQUIRED",
        "name": "string REQUIRED",
        "quantity": "integer REQUIRED",
        "unit_price": "string nullable",
        "cost_share": "number nullable",
        "note": "string REQUIRED",
    },
    "ServiceOrder": {
        "version": "string READONLY",
        "id": "string READONLY",
        "revision": "integer",
        "created": "integer READONLY",
        "modified": "integer nullable READONLY",
        "store": "ServiceStore REQUIRED",
        "owner": "ServiceUser REQUIRED",
        "customer": "ServiceCustomer REQUIRED",
        "currency": "string REQUIRED",
        "note": "string nullable",
        "product": "ServiceProduct REQUIRED",
        "author": "ServiceUser REQUIRED",
    },
    "ServiceProduct": {
        "sku": "string REQUIRED",
        "name": "string REQUIRED",
        "serial": "string nullable",
        "services": "array of ServiceItem REQUIRED",
    },
    "ServiceStore": {
        "id": "string REQUIRED",
        "name": "string REQUIRED",
    },
    "ServiceUser": {
        "email": "string REQUIRED",
        "name": "string nullable",
        "employee_id": "string nullable",
    },
}
"""The tables under Objects, row by row, as the page prints them."""

BESIDES = {
    ("ServiceItem", "note"): "string nullable REQUIRED",
    ("ServiceOrder", "state"): "ServiceOrderState",
}
"""Where the page's examples contradict its tables: what holds instead, to accept both."""

KNOWN = {(owner, name): words for owner, rows in PAGE.items() for name, words in rows.items()} | BESIDES


def described(owner: str, name: str) -> str:
    """Say what the description has for a property, in the words of the page's tables."""
    schema = SCHEMAS[owner]["properties"][name]
    kinds = schema["type"] if "type" in schema else reference(schema)
    kinds = [kinds] if isinstance(kinds, str) else kinds
    words = [kind if kind != "array" else f"array of {reference(schema['items'])}" for kind in kinds if kind != "null"]
    words += ["nullable"] * ("null" in kinds)
    words += ["REQUIRED"] * (name in SCHEMAS[owner]["required"])
    words += ["READONLY"] * schema.get("readOnly", False)
    return " ".join(words)


def reference(schema: dict[str, str]) -> str:
    return schema["$ref"].rsplit("/", 1)[1]


def valid(name: str, value: object) -> bool:
    schema = {"$ref": f"#/components/schemas/{name}", "components": DOCUMENT["components"]}
    return Draft202012Validator(schema).is_valid(value)


def examples(media_type: dict[str, Any]) -> list[Any]:
    named = media_type.get("examples", {"example": {"value": media_type.get("example")}})
    return [example["value"] for example in named.values()]


@pytest.mark.parametrize(("owner", "name"), KNOWN)
def test_property_is_as_documented(owner: str, name: str):
    assert described(owner, name) == KNOWN[owner, name]


@pytest.mark.parametrize("owner", PAGE)
def test_no_property_is_invented(owner: str):
    assert set(SCHEMAS[owner]["properties"]) == {name for known, name in KNOWN if known == owner}


@pytest.mark.parametrize(("owner", "name"), BESIDES)
def test_a_contradiction_is_explained(owner: str, name: str):
    evidence = SCHEMAS[owner]["properties"][name]["x-specloom"]["evidence"]
    assert evidence["kind"] == "example"
    assert evidence["note"]


def test_states():
    assert SCHEMAS["ServiceOrderState"]["enum"] == ["new", "in_progress", "service_done", "closed", "cancelled"]


@pytest.mark.parametrize(
    ("unit_price", "fits"),
    [
        *((text, True) for text in ("123.00", "-5.50", "+0.01", None)),
        *((text, False) for text in ("123", "1.5", "1,50", ".50", 12.5)),
    ],
)
def test_unit_price(unit_price: object, fits: bool):
    item = {"sku": "S", "name": "N", "quantity": 1, "note": "", "unit_price": unit_price}
    assert valid("ServiceItem", item) is fits


@pytest.mark.parametrize(
    ("cost_share", "fits"),
    [(0, True), (100, True), (33.3, True), (None, True), (-1, False), (100.5, False), ("50", False)],
)
def test_cost_share(cost_share: object, fits: bool):
    item = {"sku": "S", "name": "N", "quantity": 1, "note": None, "cost_share": cost_share}
    assert valid("ServiceItem", item) is fits


def test_list_parameters():
    found = {parameter["name"]: (parameter["in"], parameter["schema"]) for parameter in LIST["get"]["parameters"]}
    assert found == {
        "store": ("query", {"type": "string"}),
        "state": ("query", {"type": "array", "items": {"$ref": "#/components/schemas/ServiceOrderState"}}),
        "start_after_id": ("query", {"type": "string"}),
        "num": ("query", {"type": "integer", "default": 10}),
        "sort": ("query", {"type": "string", "enum": ["created", "-created"], "default": "-created"}),
    }


def test_states_are_joined_by_commas():
    state = next(parameter for parameter in LIST["get"]["parameters"] if parameter["name"] == "state")
    assert (state["style"], state["explode"]) == ("form", False)


def test_the_order_is_named_in_the_path():
    [parameter] = ONE["parameters"]
    assert (parameter["name"], parameter["in"], parameter["required"]) == ("service_order_id", "path", True)
    assert parameter["schema"] == {"type": "string"}
    assert not any("parameters" in ONE[method] for method in ("get", "put"))


@pytest.mark.parametrize(
    ("operation", "statuses"),
    {
        "listServiceOrders": ["200", "400", "401", "500", "502"],
        "createServiceOrder": ["201", "400", "401", "500", "502"],
        "getServiceOrder": ["200", "400", "401", "500", "502"],
        "updateServiceOrder": ["200", "400", "401", "412", "500", "502"],
    }.items(),
)
def test_statuses(operation: str, statuses: list[str]):
    assert list(OPERATIONS[operation]["responses"]) == statuses


@pytest.mark.parametrize(
    ("operation", "method"),
    {
        "listServiceOrders": "list",
        "createServiceOrder": "create",
        "getServiceOrder": "get",
        "updateServiceOrder": "update",
    }.items(),
)
def test_operation_is_named_and_sourced(operation: str, method: str):
    assert OPERATIONS[operation]["operationId"] == operation
    extension = OPERATIONS[operation]["x-specloom"]
    assert (extension["resource"], extension["method"]) == ("service_orders", method)
    assert extension["evidence"]["kind"] == "documented"
    assert extension["evidence"]["source"].startswith("Service Orders \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} ")


def test_there_are_four_operations():
    methods = [(path, method) for path, item in DOCUMENT["paths"].items() for method in item if method != "parameters"]
    assert methods == [
        ("/serviceorders.json", "get"),
        ("/serviceorders.json", "post"),
        ("/serviceorders/{service_order_id}.json", "get"),
        ("/serviceorders/{service_order_id}.json", "put"),
    ]


def test_an_update_is_not_repeated_by_itself():
    assert ONE["put"]["x-specloom"]["idempotent"] is False


def test_success_answers():
    schemas = {
        name: operation["responses"][status]["content"]["application/json"]["schema"]
        for name, operation in OPERATIONS.items()
        for status in operation["responses"]
        if status.startswith("2")
    }
    order = {"$ref": "#/components/schemas/ServiceOrder"}
    assert schemas == {
        "listServiceOrders": {"type": "array", "items": order},
        "createServiceOrder": order,
        "getServiceOrder": order,
        "updateServiceOrder": order,
    }


def test_every_body_has_an_example():
    operations = OPERATIONS.values()
    bodies = [operation["requestBody"] for operation in operations if "requestBody" in operation]
    answers = [answer for operation in operations for answer in operation["responses"].values() if "content" in answer]
    errors = list(DOCUMENT["components"]["responses"].values())
    assert (len(bodies), len(answers), len(errors)) == (2, 4, 5)
    assert all(all(examples(body["content"]["application/json"])) for body in bodies + answers + errors)


CREATE = examples(LIST["post"]["requestBody"]["content"]["application/json"])[0]
SMALL_UPDATE = {"state": "in_progress", "revision": 1, "author": {"email": "a@b.example", "name": None}}


@pytest.mark.parametrize("name", ["ServiceOrderCreate", "ServiceOrderUpdate"])
def test_requests_have_nothing_read_only(name: str):
    read_only = {key for key, schema in SCHEMAS["ServiceOrder"]["properties"].items() if schema.get("readOnly")}
    assert read_only == {"version", "id", "created", "modified"}
    assert not read_only & set(SCHEMAS[name]["properties"])


def test_requests_have_everything_else():
    writable = {key for key, schema in SCHEMAS["ServiceOrder"]["properties"].items() if not schema.get("readOnly")}
    assert set(SCHEMAS["ServiceOrderUpdate"]["properties"]) == writable
    assert set(SCHEMAS["ServiceOrderCreate"]["properties"]) == writable - {"revision"}


@pytest.mark.parametrize("name", ["ServiceOrderCreate", "ServiceOrderUpdate"])
def test_requests_share_the_types_of_answers(name: str):
    def kind(owner: str, key: str) -> object:
        schema = SCHEMAS[owner]["properties"][key]
        return schema.get("type"), schema.get("$ref")

    keys = set(SCHEMAS[name]["properties"]) - {"product"}
    assert {key: kind(name, key) for key in keys} == {key: kind("ServiceOrder", key) for key in keys}


@pytest.mark.parametrize("missing", ["store", "owner", "customer", "currency", "product", "author"])
def test_create_requires(missing: str):
    assert valid("ServiceOrderCreate", CREATE)
    assert not valid("ServiceOrderCreate", {key: value for key, value in CREATE.items() if key != missing})


def test_create_needs_no_state():
    assert valid("ServiceOrderCreate", {key: value for key, value in CREATE.items() if key != "state"})


@pytest.mark.parametrize("body", [CREATE, SMALL_UPDATE], ids=["ServiceOrderCreate", "ServiceOrderUpdate"])
def test_a_request_takes_one_product_or_an_array(body: dict[str, Any]):
    name = "ServiceOrderUpdate" if "revision" in body else "ServiceOrderCreate"
    product = CREATE["product"]
    assert valid(name, body | {"product": product})
    assert valid(name, body | {"product": [product]})
    assert not valid(name, body | {"product": "BAG"})


def test_an_answer_has_one_product():
    assert valid("ServiceOrder", CREATE)
    assert not valid("ServiceOrder", CREATE | {"product": [CREATE["product"]]})


@pytest.mark.parametrize("missing", ["revision", "author"])
def test_update_requires(missing: str):
    assert valid("ServiceOrderUpdate", SMALL_UPDATE)
    assert not valid("ServiceOrderUpdate", {key: value for key, value in SMALL_UPDATE.items() if key != missing})


def test_the_note_of_a_service_must_be_there_but_may_be_null():
    order = copy.deepcopy(CREATE)
    [service] = order["product"]["services"]
    service["note"] = None
    assert valid("ServiceOrderCreate", order)
    del service["note"]
    assert not valid("ServiceOrderCreate", order)


@pytest.mark.parametrize("body", [{}, {"statuscode": 400, "errortext": "bad", "more": [1]}])
def test_an_error_body_is_open(body: dict[str, object]):
    assert valid("ErrorBody", body)


def test_every_error_has_the_same_body():
    schemas = [
        answer["content"]["application/json"]["schema"] for answer in DOCUMENT["components"]["responses"].values()
    ]
    assert schemas == [{"$ref": "#/components/schemas/ErrorBody"}] * 5


def test_server():
    [server] = DOCUMENT["servers"]
    assert server["url"] == "https://{host}/v2/accounts/{account}"
    assert server["variables"]["host"]["default"] == "api.mysitoo.com"
    assert "api-sandbox.mysitoo.com" in server["variables"]["host"]["description"]
    assert server["variables"]["account"]["x-specloom"]["required"] is True


def test_every_operation_uses_basic_authentication():
    scheme = DOCUMENT["components"]["securitySchemes"]["basic"]
    assert (scheme["type"], scheme["scheme"]) == ("http", "basic")
    assert scheme["x-specloom"]["arguments"] == {"username": "api_id", "password": "api_password"}
    assert DOCUMENT["security"] == [{"basic": []}]
    assert not any("security" in operation for operation in OPERATIONS.values())


def test_pagination_points_at_what_is_there():
    scheme = DOCUMENT["x-specloom"]["pagination"][LIST["get"]["x-specloom"]["pagination"]]
    assert scheme == {
        "style": "cursor",
        "cursor": "start_after_id",
        "items": "",
        "last_item": "/id",
        "limit": "num",
    }
    names = {parameter["name"] for parameter in LIST["get"]["parameters"]}
    assert {scheme["cursor"], scheme["limit"]} <= names
    assert "id" in SCHEMAS["ServiceOrder"]["properties"]


def test_error_pointers_point_at_what_is_there():
    assert DOCUMENT["x-specloom"]["error"] == {"code": "/statuscode", "message": "/errortext"}
    assert set(SCHEMAS["ErrorBody"]["properties"]) == {"statuscode", "errortext"}
