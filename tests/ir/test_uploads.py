"""Uploads and webhooks as facts, and what is told where a declaration does not fit."""

from pathlib import Path

import pytest
import yaml

from specloom.findings import DescriptionError
from specloom.ir.api import Api, Upload
from specloom.ir.build import build_api
from specloom.spec.load import load_description
from specloom.targets.target import Target

ADDRESS = {"type": "object", "properties": {"url": {"type": "string"}, "key": {"type": "string"}}}
NUMBER = {"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}}


def answering(schema: object) -> dict[str, object]:
    return {"200": {"description": "It.", "content": {"application/json": {"schema": schema}}}}


def describe(**changes: dict[str, object]) -> dict[str, object]:
    """Return a description of two operations; `ask` and `attach` replace members of theirs."""
    ask = {
        "operationId": "ask",
        "x-specloom": {"resource": "files", "upload": {"method": "upload", "url": "/url"}},
        "parameters": [NUMBER],
        "responses": answering(ADDRESS),
    }
    attach = {
        "operationId": "tell",
        "x-specloom": {
            "resource": "orders",
            "attach": {"method": "upload", "upload": "ask", "from": "/key", "to": "key"},
        },
        "parameters": [NUMBER, {"name": "key", "in": "query", "required": True, "schema": {"type": "string"}}],
        "responses": {"204": {"description": "Told."}},
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Files", "version": "1"},
        "paths": {
            "/files/{id}": {"post": {**ask, **changes.get("ask", {})}},
            "/orders/{id}": {"post": {**attach, **changes.get("attach", {})}},
        },
    }


def build(folder: Path, description: dict[str, object], skip: tuple[str, ...] = ()) -> Api:
    path = folder / "openapi.yaml"
    path.write_text(yaml.safe_dump(description, sort_keys=False), encoding="utf-8")
    return build_api(load_description(Target(path, skip=skip)).document)


def uploads(api: Api) -> dict[str, Upload]:
    return {".".join(resource.path): upload for resource in api.resources for upload in resource.uploads}


def test_arguments_of_one_name_and_type_are_one_argument(tmp_path: Path):
    found = uploads(build(tmp_path, describe()))
    assert {name: [each.name for each in upload.arguments] for name, upload in found.items()} == {
        "files": ["id"],
        "orders": ["id"],
    }
    assert (found["orders"].resource, found["orders"].uploader, found["orders"].key) == (("files",), "upload", ("key",))


def test_without_the_operation_that_gives_the_address_there_is_no_upload(tmp_path: Path):
    api = build(tmp_path, describe(), skip=("ask",))
    assert uploads(api) == {}
    assert [method.name for resource in api.resources for method in resource.methods] == ["tell"]


OTHER = {**NUMBER, "schema": {"type": "string"}}
KEY = {"name": "key", "in": "query", "schema": {"type": "string"}}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"attach": {"parameters": [OTHER, KEY]}}, "both operations have an argument 'id', of different types"),
        ({"attach": {"parameters": [NUMBER]}}, "POST /orders/{id} has no parameter or body field 'key'"),
        ({"ask": {"responses": {"204": {"description": "None."}}}}, "an operation with 'upload' needs one JSON answer"),
        ({"ask": {"responses": answering({})}}, "pointer '/url' leads nowhere: the answer has no 'url' there"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told(tmp_path: Path, changes: dict[str, dict[str, object]], message: str):
    with pytest.raises(DescriptionError) as caught:
        build(tmp_path, describe(**changes))
    assert (caught.value.findings[0].rule, caught.value.findings[0].message) == ("wrong-upload", message)


def test_an_event_without_a_declaration_is_told(tmp_path: Path):
    description = describe()
    description["webhooks"] = {"order": {"post": {"x-specloom": {"event": "order"}}}}
    with pytest.raises(DescriptionError) as caught:
        build(tmp_path, description)
    (finding,) = caught.value.findings
    assert (finding.rule, finding.message) == ("wrong-webhook", "nothing says where requests name their event")


def test_classes_of_events_are_told_apart_from_models(tmp_path: Path):
    description = describe()
    description["x-specloom"] = {"webhooks": {"event": "/type", "token_header": "T"}}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/OrderEvent"}}}
    description["webhooks"] = {
        name: {"post": {"requestBody": {"content": content}}} for name in ("order", "order_line", "Ping-Event", "event")
    }
    description["components"] = {"schemas": {"OrderEvent": ADDRESS}}
    events = build(tmp_path, description).events
    assert events is not None
    assert [event.class_name for event in events.all] == [
        "OrderWebhookEvent",
        "OrderLineEvent",
        "PingEvent",
        "EventEvent",
    ]
    assert (events.event, events.event_header) == (("type",), "")


def test_webhooks_that_nothing_tells_apart_are_named_as_lost(tmp_path: Path):
    api = build(tmp_path, {**describe(), "webhooks": {"order": {"post": {}}}})
    assert api.events is None
    assert "webhook order" in {loss.what for loss in api.losses}
