"""Paths that share a Path Item: each is a call of its own, on the wire and in every command."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from small_client import answering, small_client

from specloom.diff.client.compare import compare_surfaces
from specloom.ir.api import Api, Method
from specloom.ir.build import build_api
from specloom.ir.build_surface import build_surface
from specloom.spec.load import load_description
from specloom.targets.target import Target

Described = dict[str, Any]
DONE = {"204": {"description": "Done."}}
SHARED = {"$ref": "#/components/pathItems/Shared"}


def described(paths: Described, **operation: object) -> Described:
    """Return a description with a path item to share, which has one operation."""
    item = {"get": {"operationId": "getIt", "tags": ["x"], "responses": DONE} | operation}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Small", "version": "1"},
        "paths": paths,
        "components": {"pathItems": {"Shared": item}},
    }


def built(folder: Path, description: Described, **options: tuple[str, ...]) -> Api:
    folder.mkdir(exist_ok=True)
    file = folder / "openapi.yaml"
    file.write_text(yaml.safe_dump(description, sort_keys=False), encoding="utf-8")
    return build_api(load_description(Target(file, **options)).document)


def methods(api: Api) -> dict[str, str]:
    """Return how each route is called."""
    found: list[tuple[str, Method]] = [(each.name, method) for each in api.resources for method in each.methods]
    return {method.route: f"{resource}.{method.name}" for resource, method in found}


def with_parameter(name: str) -> Described:
    return SHARED | {"parameters": [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}}]}


@pytest.mark.parametrize(
    ("paths", "operation", "names"),
    [
        ({"/v1/a": SHARED, "/v2/a": SHARED}, {}, {"GET /v1/a": "x.get_it", "GET /v2/a": "x.get_it_v2_a"}),
        (
            {"/v3/a": SHARED, "/v1/a": SHARED, "/v2/a": SHARED},
            {},
            {"GET /v3/a": "x.get_it", "GET /v1/a": "x.get_it_v1_a", "GET /v2/a": "x.get_it_v2_a"},
        ),
        ({"/a": SHARED, "/b": SHARED}, {"x-specloom": {"method": "fetch"}}, {"GET /a": "x.fetch", "GET /b": "x.fetch_b"}),
        (
            {"/a/{one}": with_parameter("one"), "/b/{two}": with_parameter("two")},
            {},
            {"GET /a/{one}": "x.get_it", "GET /b/{two}": "x.get_it_b_by_two"},
        ),
        ({"/a": SHARED, "/b": SHARED}, {"tags": []}, {"GET /a": "a.get_it", "GET /b": "b.get_it"}),
        ({"/a": SHARED, "/b": SHARED}, {"operationId": ""}, {"GET /a": "x.get_a", "GET /b": "x.get_b"}),
        ({"/a-b": SHARED, "/a_b": SHARED}, {}, {"GET /a-b": "x.get_it", "GET /a_b": "x.get_it_a_b"}),
    ],
)  # fmt: skip
def test_each_path_has_a_method(tmp_path: Path, paths: Described, operation: Described, names: dict[str, str]) -> None:
    assert methods(built(tmp_path, described(paths, **operation))) == names
    for number in range(1, len(paths)):  # a path that comes behind moves no name, nor does what is left out
        fewer = methods(built(tmp_path, described(dict([*paths.items()][:number]), **operation)))
        assert fewer.items() <= names.items()
    for route, name in names.items():
        assert methods(built(tmp_path, described(paths, **operation), only=(route,))) == {route: name}


def test_each_method_calls_its_path(tmp_path: Path) -> None:
    (tmp_path / "item.yaml").write_text(
        "{get: {operationId: filed, tags: [x], responses: {'200': {description: Done., content: {application/json: {}}}}}}",
        encoding="utf-8",
    )
    filed = {"$ref": "item.yaml"}
    inner = {"type": "object", "properties": {"deep": {"type": "object", "properties": {"a": {"type": "string"}}}}}
    paths = {"/v1/a": SHARED, "/v2/a": SHARED, "/v1/{n}": with_parameter("n"), "/f1": filed, "/f2": filed}
    content = {"content": {"application/json": {"schema": inner}}}
    description = described(paths, responses={"200": {"description": "One.", **content}})
    with (
        small_client(tmp_path, description) as package,
        answering({"deep": {"a": "b"}}) as server,
        package.Small(base_url=server.base_url, on_mismatch="ignore") as client,
    ):
        assert client.x.get_it().deep.a == "b"
        assert type(client.x.get_it_v2_a()) is type(client.x.get_it_v1_by_n("7"))
        client.x.filed()
        client.x.filed_f2()
    assert server.targets == ["GET /v1/a", "GET /v2/a", "GET /v1/7", "GET /f1", "GET /f2"]


def test_inline_objects_of_path_items_that_share_an_operation_are_two_types(tmp_path: Path) -> None:
    def with_filter(member: str) -> Described:
        schema = {"type": "object", "properties": {member: {"type": "string"}}}
        return SHARED | {"parameters": [{"name": "f", "in": "query", "schema": schema, "style": "deepObject"}]}

    api = built(tmp_path, described({"/a": with_filter("one"), "/b": with_filter("two")}))
    assert sorted(api.inputs) == ["GetItFBInput", "GetItFInput"]


def test_an_operation_is_left_out_by_its_id_everywhere_and_by_its_route_there(tmp_path: Path) -> None:
    description = described({"/v1/a": SHARED, "/v2/a": SHARED, "/b": {"get": {"tags": ["x"], "responses": DONE}}})
    assert methods(built(tmp_path, description, skip=("getIt",))) == {"GET /b": "x.get_b"}
    kept = built(tmp_path, description, skip=("GET /v1/a",))
    assert methods(kept) == {"GET /v2/a": "x.get_it_v2_a", "GET /b": "x.get_b"}
    assert len(methods(built(tmp_path, description, only=("getIt",)))) == 2
    assert methods(built(tmp_path, description, only=("GET /v2/a",))) == {"GET /v2/a": "x.get_it_v2_a"}


def test_a_path_that_comes_to_share_breaks_no_call(tmp_path: Path) -> None:
    old = built(tmp_path / "old", described({"/v1/a": SHARED}))
    new = built(tmp_path / "new", described({"/v1/a": SHARED, "/v2/a": SHARED}))
    assert [(each.symbol, str(each.verdict)) for each in compare_surfaces(build_surface(old), build_surface(new))] == [
        ("small.x.get_it_v2_a", "safe")
    ]


def test_webhooks_may_share_a_path_item_too(tmp_path: Path) -> None:
    told = {"post": {"operationId": "told", "responses": DONE}}
    description = described({}) | {
        "webhooks": {"order.paid": SHARED, "order-paid": SHARED, "lost": SHARED},
        "x-specloom": {"webhooks": {"token_header": "X-Token", "event_header": "X-Event"}},
    }
    description["components"]["pathItems"]["Shared"] = told
    events = built(tmp_path, description).events
    assert events is not None
    names = {event.value: event.class_name for event in events.all}
    assert (names["lost"], names["order-paid"]) == ("LostEvent", "OrderPaidEvent")
    assert len(set(names.values())) == 3
