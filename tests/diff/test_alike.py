"""What happened many times alike is one entry, and what only names say belongs to what is called otherwise."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from reviewed import review

from specloom.diff.report import Report

Json = dict[str, Any]
TEXT: Json = {"type": "string"}
NAMES = ("Order", "Buyer", "Place")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def refer(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def answer(schema: Json, **more: Any) -> Json:  # noqa: ANN401 - members of a response
    return {"description": "It.", "content": {"application/json": {"schema": schema}}, **more}


def lookup(name: str, **members: Any) -> Json:  # noqa: ANN401 - members of an operation
    """Return an operation that answers a value, and fails in a way of its own."""
    failure = {"type": "object", "properties": {"of": TEXT, name: TEXT}}
    responses = {"200": answer({"type": "object", "properties": {name: TEXT}}), "404": answer(failure)}
    return {"get": {"responses": responses, **members}}


def shop(paths: Json, schemas: Json | None = None) -> Json:
    return {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": "1"},
        "servers": [{"url": "https://shop.example"}],
        "paths": paths,
        "components": {"schemas": schemas or {}},
    }


def compare(old: Json, new: Json) -> Report:
    return review(*(json.dumps(each, indent=1) for each in (old, new)), Path(), "json")


def of_schemas(beginning: str = "", end: str = "") -> Json:
    """Return a description of an answer with three schemas, whose titles are their names."""
    schemas = {
        f"{beginning}{name}{end}": {"title": f"{beginning}{name}{end}", "type": "object", "properties": {name: TEXT}}
        for name in NAMES
    }
    inside = {name: refer(f"{beginning}{name}{end}") for name in NAMES}
    paths = {"/all": {"get": {"responses": {"200": answer({"type": "object", "properties": inside})}}}}
    return shop(paths, schemas)


@pytest.mark.parametrize("names", [("legacy", ""), ("", "V2")])
def test_schemas_that_are_called_otherwise_alike_are_one_entry(names: tuple[str, str]):
    new = f"{names[0]}Order{names[1]}"
    (entry,) = compare(of_schemas(), of_schemas(*names)).entries
    assert entry.change.message == f"schema 'Order' is now called '{new}', and so 2 more schemas"
    assert {each.change.fact for each in entry.folded} == {"schema-renamed"}


def test_a_schema_is_called_otherwise_where_what_it_is_now_is_referred_to():
    """What refers to a third one now, has another reference."""

    def described(first: str, second: str, third: str, extra: Json) -> Json:
        bodies = {
            path: {"put": {"requestBody": answer(refer(name)), "responses": {"204": {"description": "It."}}}}
            for path, name in (("/a", first), ("/b", second), ("/c", third))
        }
        shared = {"type": "object", "properties": {"x": TEXT, "y": TEXT}}
        return shop(bodies, {first: shared, **extra})

    update = {"Update": {"type": "object", "properties": {"x": TEXT}}}
    old, new = described("Value", "Value", "Value", {}), described("Create", "Create", "Update", update)
    entries = compare(old, new).entries
    (renamed,) = (each for each in entries if each.change.fact == "schema-renamed")
    assert {use.route for use in renamed.change.uses} == {"PUT /a", "PUT /b"}
    (other,) = (each for each in entries if each.change.fact == "reference-changed")
    assert {use.route for use in other.change.uses} == {"PUT /c"}


def test_operation_ids_that_changed_alike_are_one_entry():
    old, new = (
        shop({f"/{name}": lookup(name, operationId=f"get{version}{name}") for name in NAMES}) for version in ("", "V3")
    )
    (entry,) = compare(old, new).entries
    assert entry.change.message == (
        "the operationId of 'GET /Order' was 'getOrder' and is 'getV3Order', and so 2 more operationIds"
    )
    models = {symbol.symbol: symbol.reason for symbol in entry.impact if symbol.symbol.startswith("models.")}
    assert models["models.GetBuyerResponse404"] == "it is called models.GetV3BuyerResponse404 now"


def test_failures_are_those_of_the_same_operations_wherever_these_stand():
    old = shop({f"/{name}": lookup(name, operationId=f"find{name}") for name in NAMES})
    new = shop({f"/{name}": lookup(name, operationId=f"seek{name}") for name in reversed(NAMES)})
    for entry in compare(old, new).entries:
        for symbol in entry.impact:
            if symbol.before and symbol.after and symbol.symbol.startswith("models."):
                assert symbol.reason == f"it is called {symbol.symbol.replace('Find', 'Seek')} now"
    assert not [entry for entry in compare(old, new).entries if entry.change.fact.startswith("client-")]


def test_tags_that_operations_had_none_of_are_one_entry():
    plain = shop({f"/{name}": lookup(name) for name in NAMES})
    tagged = shop({f"/{name}": lookup(name, tags=[f"The {name}"]) for name in NAMES})
    (come,), (gone,) = compare(plain, tagged).entries, compare(tagged, plain).entries
    assert come.change.message == "3 operations have tags now, and had none"
    assert gone.change.message == "3 operations have no tags any more"


def test_header_fields_are_called_after_their_resource():
    headers = {"headers": {"X-Left": {"schema": TEXT}}}
    of = {"responses": {"200": answer(TEXT, **headers)}}
    old, new = (shop({"/order": {"get": {**of, "tags": [tag]}}}) for tag in ("Orders", "Purchases"))
    (entry,) = compare(old, new).entries
    assert entry.change.fact == "tags-changed"
    assert "models.OrdersGetOrderHeaders" in {symbol.symbol for symbol in entry.impact}


def test_the_order_of_operations_says_nothing_of_failures():
    paths = {f"/{name}": lookup(name, operationId=f"get{name}") for name in NAMES}
    assert compare(shop(paths), shop(dict(reversed(paths.items())))).entries == ()


@pytest.mark.parametrize("required", [0, 2])
def test_parameters_of_an_operation_that_come_or_go_are_one_entry(required: int):
    parameters = [
        {"in": "query", "name": name, "required": at < required, "schema": TEXT} for at, name in enumerate(NAMES)
    ]
    old, new = shop({"/order": lookup("x")}), shop({"/order": lookup("x", parameters=parameters)})
    (come,), (gone,) = compare(old, new).entries, compare(new, old).entries
    more = ", 2 of them required" if required else ""
    assert come.change.message == f"3 parameters of 'GET /order' are new{more}"
    assert gone.change.message == "3 parameters of 'GET /order' are gone"


def test_header_fields_go_with_the_operation_that_has_moved():
    headers = {"headers": {"X-Left": {"schema": TEXT}}}
    paths = {"/order": {"get": {"responses": {"200": answer(TEXT, **headers)}}}}
    old, new = shop(paths), shop({"/v1/order": paths["/order"]})
    old["servers"] = [{"url": "https://shop.example/v1"}]
    (entry,) = compare(old, new).entries
    assert entry.change.fact == "base-path-moved"


def test_the_order_of_the_values_of_a_server_variable_says_nothing():
    old, new = (
        shop({"/order": lookup("x")})
        | {"servers": [{"url": "https://{at}.example", "variables": {"at": {"default": "a", "enum": [*values]}}}]}
        for values in ("ab", "ba")
    )
    assert compare(old, new).entries == ()
