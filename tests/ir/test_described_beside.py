"""What keywords beside `properties` and `items` describe: places, patterns, what is left over, and conditions."""

import json

import pytest

from specloom.findings import DescriptionError
from specloom.ir.api import Api
from specloom.ir.build import build_api
from specloom.ir.types import ListOf, MapOf, ObjectType, Scalar, TupleOf, Type, Union, without_null
from specloom.spec import load_description
from specloom.targets.target import Target

DATE, INTEGER, STRING = {"type": "string", "format": "date"}, {"type": "integer"}, {"type": "string"}
PLACES = TupleOf((Scalar("date"), Scalar("int")))


@pytest.fixture
def api(tmp_path):
    def build(schema: object, **others: object) -> Api:
        response = {"description": "Fine", "content": {"application/json": {"schema": schema}}}
        document = {
            "openapi": "3.1.0",
            "info": {"title": "Shop", "version": "1"},
            "paths": {"/s": {"get": {"operationId": "s", "responses": {"200": response}}}},
            "components": {"schemas": others},
        }
        (tmp_path / "openapi.json").write_text(json.dumps(document))
        return build_api(load_description(Target(tmp_path / "openapi.json")).document)

    return build


def answer(api) -> Type:
    (method,) = api.resources[0].methods
    return method.answer.type


def fields(api) -> dict[str, tuple[Type, bool]]:
    found = api.answers[without_null(answer(api)).name]
    assert isinstance(found, ObjectType)
    return {field.wire_name: (field.type, field.required) for field in found.fields}


@pytest.mark.parametrize(
    ("bounds", "type_"),
    [
        ({"items": False}, PLACES),
        ({"maxItems": 2}, PLACES),
        ({"unevaluatedItems": False}, PLACES),
        ({"items": False, "minItems": 2}, PLACES),
        ({"items": False, "minItems": 1}, Union((PLACES, TupleOf((Scalar("date"),))))),
        ({"maxItems": 1}, TupleOf((Scalar("date"),))),
        ({}, ListOf(Union((Scalar("date"), Scalar("int"))))),
        ({"items": STRING}, ListOf(Union((Scalar("date"), Scalar("int"), Scalar("str"))))),
    ],
)
def test_places_are_a_tuple_where_no_more_items_may_come(api, bounds, type_):
    assert answer(api({"type": "array", "prefixItems": [DATE, INTEGER], **bounds})) == type_


@pytest.mark.parametrize(
    ("schema", "type_"),
    [
        ({"type": "object", "unevaluatedProperties": INTEGER}, MapOf(Scalar("int"))),
        ({"type": "array", "unevaluatedItems": INTEGER}, ListOf(Scalar("int"))),
        ({"patternProperties": {"^x-": STRING}}, MapOf(Scalar("str"))),
        ({"type": "object", "patternProperties": {"^x-": STRING}, "additionalProperties": INTEGER},
         MapOf(Union((Scalar("str"), Scalar("int"))))),
    ],
)  # fmt: skip
def test_members_and_items_that_are_not_named_have_their_type(api, schema, type_):
    assert answer(api(schema)) == type_


@pytest.mark.parametrize("keyword", ["patternProperties", "unevaluatedProperties", "additionalProperties"])
def test_further_members_of_an_object_have_their_type(api, keyword):
    value = {"^x-": STRING} if keyword == "patternProperties" else STRING
    built = api({"type": "object", "properties": {"a": INTEGER}, keyword: value})
    assert built.answers[answer(built).name].extra == Scalar("str")


A = {"properties": {"a": {"const": "x"}}}
B, C = {"properties": {"b": INTEGER}, "required": ["b"]}, {"properties": {"c": {"type": "boolean"}}}
BOTH = {"a": (Scalar("str"), True), "b": (Scalar("int"), False), "c": (Scalar("bool"), False)}


@pytest.mark.parametrize(
    "conditions",
    [
        {"if": A, "then": B, "else": C},
        {"dependentSchemas": {"a": {"allOf": [B, C]}}},
        {"allOf": [{"if": A, "then": B}, {"if": A, "then": C}]},
        {"if": A, "then": {"$ref": "#/components/schemas/B"}, "else": {"if": A, "then": C}},
        {"allOf": [{"$ref": "#/components/schemas/Conditions"}]},
    ],
)
def test_what_some_values_have_is_optional(api, conditions):
    own = {"type": "object", "required": ["a"], "properties": {"a": STRING}}
    found = fields(api(own | conditions, B=B, Conditions={"if": A, "then": B, "else": C}))
    assert found == BOTH


def test_what_is_described_twice_is_either(api):
    found = fields(api({"properties": {"a": STRING}, "if": A, "then": B, "else": {"properties": {"b": STRING}}}))
    assert found["b"] == (Union((Scalar("int"), Scalar("str"))), False)


def test_a_condition_that_leads_back_is_refused(api):
    node = {"type": "object", "properties": {"a": STRING}, "if": A, "then": {"$ref": "#/components/schemas/Node"}}
    with pytest.raises(DescriptionError) as caught:
        api({"$ref": "#/components/schemas/Node"}, Node=node)
    assert [finding.rule for finding in caught.value.findings] == ["endless-schema"]
