"""Whatever names a valid description has, each thing gets one of its own, and what is told apart is said."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from specloom.ir.build import build_api
from specloom.spec.load import load_description
from specloom.targets.target import Target

if TYPE_CHECKING:
    from pathlib import Path

    from specloom.ir.api import Api

Build = "Callable[..., Api]"
NOTHING = {"200": {"description": "Nothing."}}


@pytest.fixture
def api(tmp_path: Path):
    def build(paths: dict[str, Any], **members: object) -> Api:
        document = {"openapi": "3.1.0", "info": {"title": "Shop", "version": "1"}, "paths": paths, **members}
        path = tmp_path / "openapi.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        return build_api(load_description(Target(path)).document)

    return build


def answering(schema: object, **members: object) -> dict[str, Any]:
    return {
        "responses": {"200": {"description": "Fine.", "content": {"application/json": {"schema": schema}}}}
    } | members


def methods(api: Api) -> dict[str, str]:
    return {f"{each.http_method} {each.path}": each.name for resource in api.resources for each in resource.methods}


def test_of_one_operation_id_the_first_operation_keeps_the_name(api: Build):
    operation = {"operationId": "run", "tags": ["jobs"], "responses": NOTHING}
    client = api({"/b": {"get": operation}, "/a": {"get": operation, "delete": operation}})
    assert methods(client) == {"GET /b": "run", "GET /a": "run_a", "DELETE /a": "run_delete_a"}
    assert [(finding.rule, finding.severity) for finding in client.warnings] == [("shared-name", "warning")] * 2
    assert client.warnings[0].message == "GET /a is called run_a(), for GET /b is called run()"


def test_it_is_said_of_each_schema_that_is_called_otherwise_also_where_letter_case_alone_tells_names_apart(api: Build):
    thing = {"type": "object", "properties": {"id": {"type": "string"}}}
    schemas = {"p-et": thing, "Pet": thing, "PET": thing, "p_et": thing, "pet": thing}
    choice = {"anyOf": [{"$ref": f"#/components/schemas/{name}"} for name in schemas]}
    client = api({"/a": {"get": answering(choice)}}, components={"schemas": schemas})
    assert [finding.message for finding in client.warnings] == [
        "the schema 'Pet' is called PetModel, for 'p-et' is called PEt",
        "the schema 'PET' is called PETSchema, for 'p-et' is called PEt",
        "the schema 'p_et' is called PEtType, for 'p-et' is called PEt",
        "the schema 'pet' is called Pet9caf0b, for 'p-et' is called PEt",
    ]


def test_it_is_said_of_each_credential_and_setting_that_is_called_otherwise(api: Build):
    sent_as = {"api-key": "api_key", "api_key": "api_key", "apiKey": "sign", "ApiKey": "sign"}
    schemes = {name: {"type": "apiKey", "in": "query", "name": sent} for name, sent in sent_as.items()}
    client = api(
        {"/a": {"get": {"responses": NOTHING}}},
        servers=[
            {"url": "https://{zone}.{ZONE}.example", "variables": {"zone": {"default": "a"}, "ZONE": {"default": "b"}}}
        ],
        components={"securitySchemes": schemes},
        security=[{name: [] for name in schemes}],
    )
    names = [each.name for credential in client.credentials for each in credential.arguments]
    assert names == ["api_key", "api_key_query", "api_key_sign", "api_key_35751e"]
    assert [finding.message.partition(" (")[0] for finding in client.warnings] == [
        "'ZONE' is called zone_24deeb, for 'zone' is called zone",
        "'api_key' is called api_key_query, for 'api-key' is called api_key",
        "'apiKey' is called api_key_sign, for 'api-key' is called api_key",
        "'ApiKey' is called api_key_35751e, for 'api-key' is called api_key",
    ]
    assert client.warnings[-1].help == "give it another name with x-specloom: {arguments: {key: …}}"


def test_types_of_operations_with_one_operation_id_are_their_own(api: Build):
    one, other = ({"type": "object", "properties": {name: {"type": "string"}}} for name in ("a", "b"))
    client = api({path: {"get": answering(each, operationId="run")} for path, each in (("/b", one), ("/a", other))})
    assert sorted(client.answers) == ["ARunResponse", "RunResponse"]
    assert [field.name for field in client.answers["RunResponse"].fields] == ["a"]


def test_what_has_no_words_is_called_by_its_signs(api: Build):
    names = ["-", "_", ".", "__"]
    schemas = {name: {"type": "object", "properties": {"a": {"type": "string"}}} for name in names}
    whole = {"type": "object", "properties": {name: {"$ref": f"#/components/schemas/{name}"} for name in names}}
    client = api(
        {"/a": {"get": answering(whole, tags=["\U0001f680"])}, "/b": {"get": {"tags": ["!"], "responses": NOTHING}}},
        components={"schemas": schemas},
    )
    assert [resource.name for resource in client.resources] == ["rocket", "exclamation_mark"]
    assert {"Minus", "LowLine", "FullStop", "LowLineLowLine"} <= client.answers.keys()


def test_a_schema_in_an_extension_has_its_own_name(api: Build):
    pet = {"type": "object", "properties": {"id": {"type": "string"}}}
    paths = {"/a": {"get": answering({"$ref": "#/x-shared/Pet"})}, "/b": {"get": answering({"$ref": "#/x-cat"})}}
    assert sorted(api(paths, **{"x-shared": {"Pet": pet}, "x-cat": pet}).answers) == ["Pet", "XCat"]


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (["common", "billing", "shipping-old"], ["Address", "BillingAddress", "ShippingOldAddress"]),
        (["models/address", "old/models/address", "old/addresses"], ["Address", "OldAddress", "OldAddressesAddress"]),
        (["models/a", "models/address"], ["Address", "AddressModel"]),
    ],
)
def test_one_name_in_several_files_is_told_apart_by_the_files(
    api: Build, tmp_path: Path, files: list[str], names: list[str]
):
    for name in files:
        path = tmp_path / f"{name}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"Address": {"type": "object", "properties": {name[-1]: {"type": "string"}}}}))
    parts = {f"p{number}": {"$ref": f"{name}.json#/Address"} for number, name in enumerate(files)}
    whole = {"type": "object", "required": [*parts], "properties": parts}
    client = api({"/a": {"get": answering(whole, operationId="run")}})
    assert [field.type.name for field in client.answers["RunResponse"].fields] == names


def test_a_field_is_not_called_like_a_class(api: Build):
    schema = {"type": "object", "properties": {"ab": {"type": "string"}, "AB": {"$ref": "#/components/schemas/AB"}}}
    part = {"type": "object", "properties": {"a": {"type": "string"}}}
    client = api({"/a": {"get": answering(schema, operationId="run")}}, components={"schemas": {"AB": part}})
    one, other = client.answers["RunResponse"].fields
    assert one.name == "ab"
    assert other.name not in client.answers


def test_a_body_makes_room_for_parameters(api: Build):
    body = {"content": {"application/json": {"schema": {"type": "array", "items": {"type": "string"}}}}}
    parameters = [{"name": "body", "in": "query", "schema": {"type": "string"}}]
    client = api({"/a": {"post": {"parameters": parameters, "requestBody": body, "responses": NOTHING}}})
    (method,) = client.resources[0].methods
    assert [argument.name for argument in method.arguments] == ["body"]
    assert method.body.whole.name == "request_body"


def test_settings_and_credentials_make_room_for_each_other(api: Build):
    variables = {name: {"default": "a"} for name in ("token", "TOKEN", "-")}
    client = api(
        {"/a": {"get": {"responses": NOTHING}}},
        servers=[{"url": "https://{token}.{TOKEN}.example/{-}", "variables": variables}],
        security=[{"token": []}, {"-": []}, {"key": []}, {"Key": []}],
        components={
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer"},
                **{name: {"type": "apiKey", "in": "header", "name": name} for name in ("-", "key", "Key")},
            }
        },
    )
    names = [each.name for each in client.settings]
    names += [argument.name for credential in client.credentials for argument in credential.arguments]
    assert names[:3:2] == ["token", "minus"]
    assert len({name.casefold() for name in names}) == len(names)


@pytest.mark.parametrize(
    ("schemas", "other"),
    [
        ({"Tx": {"properties": {"a": {"$ref": "#/components/schemas/TxInput"}}}, "TxInput": {}}, "TxModelInput"),
        ({"Tx": {"properties": {"input": {"properties": {"a": {}}}}}}, "TxModelInput"),
        ({"Tx": {"properties": {"a": {"properties": {"input": {"properties": {"b": {}}}}}}}}, "TxAModelInput"),
    ],
)
def test_no_input_is_called_as_an_answer(api: Build, schemas: dict[str, Any], other: str):
    whole = {"$ref": "#/components/schemas/Tx"}
    body = {"content": {"application/json": {"schema": {"type": "array", "items": whole}}}}
    shapes = {name: {"type": "object", **schema} for name, schema in schemas.items()}
    client = api({"/tx": {"put": answering(whole, requestBody=body)}}, components={"schemas": shapes})
    assert "Tx" in client.answers
    assert other in client.inputs
    assert not client.answers.keys() & client.inputs.keys()
