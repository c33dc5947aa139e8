"""Schemas whose only value is null, however they say so: what is sent, and what is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any

import pytest
from small_client import answering, small_client

Described = dict[str, Any]

FORMS: Mapping[str, Described] = {
    "Typed": {"type": "null"},
    "Listed": {"type": ["null"]},
    "Constant": {"const": None},
    "Enumerated": {"enum": [None]},
    "Choice": {"oneOf": [{"type": "null"}]},
    "Alias": {"$ref": "#/components/schemas/Constant"},
    "Chosen": {"anyOf": [{"$ref": "#/components/schemas/Alias"}, {"$ref": "#/components/schemas/Enumerated"}]},
    "Wrapped": {"allOf": [{"$ref": "#/components/schemas/Choice"}]},
}
OLD_FORMS: Mapping[str, Described] = {
    "Enumerated": {"nullable": True, "enum": [None]},
    "Constant": {"type": "string", "nullable": True, "enum": [None]},
    "Wrapped": {"allOf": [{"$ref": "#/components/schemas/Enumerated"}]},
}


def content(schema: Described) -> Described:
    return {"content": {"application/json": {"schema": schema}}}


def described(openapi: str, forms: Mapping[str, Described]) -> Described:
    """Return a description that uses each form alone and inside a list, a map, a choice and an object."""
    members: Described = {}
    for name in forms:
        form = {"$ref": f"#/components/schemas/{name}"}
        members |= {
            f"plain{name}": form,
            f"list{name}": {"type": "array", "items": form},
            f"map{name}": {"type": "object", "additionalProperties": form},
            f"choice{name}": {"oneOf": [form, {"type": "string"}]},
        }
    whole = {"type": "object", "required": ["plainConstant"], "properties": members}
    paths = {
        f"/{name}": {
            "put": {
                "operationId": f"put{name}",
                "tags": ["x"],
                "requestBody": {"required": True, **content({"$ref": f"#/components/schemas/{name}"})},
                "responses": {"200": {"description": "", **content({"$ref": f"#/components/schemas/{name}"})}},
            }
        }
        for name in (*forms, "Whole")
    }
    schemas = {**forms, "Whole": whole}
    info = {"title": "Small", "version": "1"}
    return {"openapi": openapi, "info": info, "paths": paths, "components": {"schemas": schemas}}


@pytest.fixture(scope="module", params=[("3.1.0", FORMS), ("3.0.3", OLD_FORMS)], ids=["3.1", "3.0"])
def package(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    openapi, forms = request.param
    with small_client(tmp_path_factory.mktemp("null"), described(openapi, forms)) as package:
        package.forms = forms  # type: ignore[attr-defined]  # for the tests
        yield package


def test_null_is_sent_and_read(package: ModuleType) -> None:
    with answering(None) as server, package.Small(base_url=server.base_url) as client:
        for name in package.forms:
            assert getattr(client.x, f"put_{name.lower()}")(body=None) is None
    assert [request.body for request in server.requests] == [b"null"] * len(package.forms)


def test_null_is_a_member_of_objects_lists_maps_and_choices(package: ModuleType) -> None:
    full = {"plainConstant": None, "listConstant": [None], "mapConstant": {"a": None}, "choiceConstant": "a"}
    with answering(full) as server, package.Small(base_url=server.base_url) as client:
        whole = client.x.put_whole(
            plain_constant=None, list_constant=[None], map_constant={"a": None}, choice_enumerated=None
        )
    assert server.requests[0].json == {
        "plainConstant": None,
        "listConstant": [None],
        "mapConstant": {"a": None},
        "choiceEnumerated": None,
    }
    found = (whole.plain_constant, whole.list_constant, whole.map_constant, whole.choice_constant, whole.plain_wrapped)
    assert found == (None, [None], {"a": None}, "a", None)


def test_what_is_not_null_is_reported(package: ModuleType) -> None:
    with answering({"plainConstant": 1}) as server:
        client = package.Small(base_url=server.base_url, on_mismatch="raise")
        with pytest.raises(package.MismatchError, match="plainConstant"):
            client.x.put_whole(plain_constant=None)
        client.close()
