"""What `x-specloom.edit` needs, and what is said where it does not have it."""

from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from small_client import small_client

from specloom.findings import DescriptionError
from specloom.ir.build import build_api
from specloom.spec.load import load_description
from specloom.targets.target import Target

CASE = Path(__file__).parents[1] / "cases" / "edit" / "openapi.yaml"


def description() -> dict[str, Any]:
    value: dict[str, Any] = yaml.safe_load(CASE.read_text(encoding="utf-8"))
    return value


def build(folder: Path, value: dict[str, Any], skip: tuple[str, ...] = ()):
    spec = folder / "openapi.yaml"
    spec.write_text(yaml.safe_dump(value), encoding="utf-8")
    return build_api(load_description(Target(spec, skip=skip)).document)


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"read": "getNotes"}, "notes has no operation 'getNotes'"),
        ({"from": "/version"}, "pointer '/version' leads nowhere: the answer has no 'version' there"),
        ({"to": "If-Mach"}, "PUT /notes/{id} has no parameter or body field 'If-Mach'"),
        ({"method": "put_note"}, "notes has another 'put_note'"),
    ],
)
def test_a_declaration_that_does_not_fit(tmp_path: Path, said: dict[str, str], message: str):
    value = description()
    value["paths"]["/notes/{id}"]["put"]["x-specloom"]["edit"] |= said
    with pytest.raises(DescriptionError) as caught:
        build(tmp_path, value)
    assert (caught.value.findings[0].rule, caught.value.findings[0].message) == ("wrong-edit", message)


def test_operations_that_do_not_fit(tmp_path: Path):
    value = description()
    path = value["paths"]["/notes/{id}"]
    path["get"]["parameters"] = [{"name": "change", "in": "query", "schema": {"type": "string"}}]
    path["get"]["responses"] = {"200": {"description": "A note.", "content": {"text/plain": {}}}}
    content = path["put"]["requestBody"]["content"]
    content["multipart/form-data"] = content.pop("application/json")
    with pytest.raises(DescriptionError) as caught:
        build(tmp_path, value)
    assert {each.message for each in caught.value.findings} >= {
        "the operation that an 'edit' reads needs one JSON answer",
        "the method has its own argument 'change'",
        "an operation with 'edit' needs a JSON body",
    }


def test_an_argument_that_means_two_things(tmp_path: Path):
    value = description()
    number = {"name": "text", "in": "query", "schema": {"type": "integer"}}
    value["paths"]["/notes/{id}"]["get"]["parameters"] = [number]
    with pytest.raises(DescriptionError) as caught:
        build(tmp_path, value)
    assert caught.value.findings[0].message == "both operations have an argument 'text', of different types"


def test_a_change_is_not_sent_twice_unless_it_is_said(tmp_path: Path):
    value = description()
    (resource,) = build(tmp_path, value).resources
    assert [method.options for method in resource.methods] == [{}, {"idempotent": False}]
    value["paths"]["/notes/{id}"]["put"]["x-specloom"]["idempotent"] = True
    (resource,) = build(tmp_path, value).resources
    assert resource.methods[1].options == {"idempotent": True}


def test_without_its_reading_operation_there_is_no_edit(tmp_path: Path):
    (resource,) = build(tmp_path, description(), skip=("GET /notes/{id}",)).resources
    assert ([method.name for method in resource.methods], resource.edits) == (["put_note"], ())


def test_the_dictionary_has_a_name_of_its_own(tmp_path: Path):
    value = description()
    note = {"type": "object", "properties": {"n": {"type": "integer"}}}
    value["components"]["schemas"] |= {"NotesEdit": note}
    schema = value["paths"]["/notes/{id}"]["put"]["requestBody"]["content"]["application/json"]["schema"]
    schema["properties"]["extra"] = {"$ref": "#/components/schemas/NotesEdit"}
    api = build(tmp_path, value)
    (edit,) = api.resources[0].edits
    assert edit.change in api.inputs
    assert "NotesEditInput" in api.inputs
    assert edit.change != "NotesEditInput"


def test_of_several_media_types_the_usual_ones_are_used(tmp_path: Path):
    value = description()
    path = value["paths"]["/notes/{id}"]
    for operation in (path["get"], path["put"]):
        content = {**operation["responses"]["200"]["content"], "text/csv": {"schema": {"type": "string"}}}
        operation["responses"] = {"200": {"description": "It.", "content": content}}
    form = {"schema": {"type": "object", "properties": {"text": {"type": "string"}}}}
    path["put"]["requestBody"]["content"]["application/x-www-form-urlencoded"] = form
    with small_client(tmp_path, value | {"info": {"title": "Small", "version": "1"}}) as small:
        note = {"text": "a", "etag": "7"}
        sent: list[httpx.Request] = []
        transport = httpx.MockTransport(lambda request: sent.append(request) or httpx.Response(200, json=note))
        with small.Small(base_url="http://x", transport=transport) as client:
            assert client.notes.edit("1", lambda found: {"text": found.text * 2}).etag == "7"
        with pytest.raises(TypeError):
            client.notes.edit("1", lambda _: None, accept="text/csv")
    assert [each.headers["accept"] for each in sent] == ["application/json"] * 2
    assert (sent[1].headers["if-match"], sent[1].content) == ("7", b'{"text":"aa"}')
