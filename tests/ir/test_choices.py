"""Choices that apply at once, and branches that say nothing."""

import json

import pytest

from specloom.ir.build import build_api
from specloom.ir.types import Literals, ObjectType, Scalar, Type, Union, members_of, nullable
from specloom.ir.unions import union_of
from specloom.spec.load import load_description
from specloom.targets.target import Target

A, B = ({"type": "object", "required": [name], "properties": {name: {"type": "string"}}} for name in "ab")
C, D = ({"type": "object", "required": [name], "properties": {name: {"type": "integer"}}} for name in "cd")


@pytest.fixture
def built(tmp_path):
    def build(schema: object) -> tuple[Type, list[set[str]], tuple[str, ...]]:
        text = f"""\
openapi: 3.1.0
info: {{title: Shop, version: "1"}}
paths:
  /s:
    get:
      responses: {{"200": {{description: Fine, content: {{application/json: {{schema: {json.dumps(schema)}}}}}}}}}
"""
        (tmp_path / "openapi.yaml").write_text(text)
        api = build_api(load_description(Target(tmp_path / "openapi.yaml")).document)
        (method,) = api.resources[0].methods
        objects = [api.answers.get(getattr(each, "name", "")) for each in members_of(method.answer.type, api.answers)]
        found = [{field.wire_name for field in each.fields} for each in objects if isinstance(each, ObjectType)]
        return method.answer.type, found, tuple(loss.what for loss in api.losses)

    return build


PRODUCT = [{"a", "c"}, {"a", "d"}, {"b", "c"}, {"b", "d"}]


def test_two_choices_under_all_of_multiply(built):
    assert built({"allOf": [{"oneOf": [A, B]}, {"oneOf": [C, D]}]})[1] == PRODUCT


def test_a_choice_and_one_under_all_of_multiply(built):
    assert built({"oneOf": [C, D], "allOf": [{"oneOf": [A, B]}]})[1] == PRODUCT


def test_one_of_beside_any_of_multiplies(built):
    found = built({"anyOf": [A, B], "oneOf": [C, D], "properties": {"e": {"type": "string"}}})[1]
    assert found == [each | {"e"} for each in PRODUCT]


def test_the_same_choice_twice_is_one(built):
    assert built({"allOf": [{"oneOf": [A, B]}, {"oneOf": [A, B]}]})[1] == [{"a"}, {"b"}]


def test_a_choice_of_conditions_narrows_only(built):
    assert built({"allOf": [{"oneOf": [A, B]}, {"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}]})[1] == [
        {"a"},
        {"b"},
    ]


def test_choices_of_choices_of_conditions_narrow_only(built):
    """That is how 3GPP writes "if the event is A, a or b is required": none of it offers the schema itself."""
    conditions = [
        {"anyOf": [{"not": {"required": [name]}}, {"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}]}
        for name in ("c", "d")
    ]
    object_ = {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}}
    assert built({**object_, "allOf": conditions})[1] == [{"a", "b"}]
    assert built({"anyOf": [A, {"oneOf": [{}, {"required": ["b"]}]}]})[0] == Scalar("any")


def test_null_goes_with_null_only(built):
    null = {"type": "null"}
    type_, found, _ = built({"allOf": [{"anyOf": [A, B, null]}, {"anyOf": [C, D, null]}]})
    assert found == PRODUCT
    assert isinstance(type_, Union)
    assert type_.members[-1] == Scalar("none")


def test_a_branch_that_says_nothing_is_any_value(built):
    assert built({"anyOf": [A, {}]})[0] == Scalar("any")
    assert built({"anyOf": [A, {"description": "Whatever."}]})[0] == Scalar("any")


def test_beside_properties_a_branch_that_says_nothing_has_these(built):
    assert built({"type": "object", "properties": {"e": {}}, "anyOf": [A, {}]})[1] == [{"a", "e"}, {"e"}]


@pytest.mark.parametrize(
    ("schema", "type_"),
    [
        ({"oneOf": [{"const": "a", "title": "A"}, {"const": "b"}]}, Literals(("a", "b"), open=True)),
        ({"anyOf": [{"const": "a"}, {"const": "b"}, {"type": "null"}]}, nullable(Literals(("a", "b"), open=True))),
        ({"type": "string", "oneOf": [{"const": "a"}, {"const": "b"}]}, Literals(("a", "b"), open=True)),
        ({"oneOf": [{"const": "a"}], "type": "string"}, Literals(("a",))),
        ({"oneOf": [{"const": "a"}, {"const": "b"}], "x-specloom": {"open_enum": False}}, Literals(("a", "b"))),
        ({"type": "integer", "enum": [1.0, 2]}, Literals((1, 2), open=True)),
        ({"type": "number", "enum": [1.0, 2]}, union_of((Scalar("float"), Scalar("int")))),
        ({"enum": [None]}, Scalar("none")),
        ({"type": ["integer", "null"], "enum": [1.0, None]}, nullable(Literals((1,), open=True))),
    ],
)
def test_listed_values_are_an_enumeration_or_a_part_without_effect(built, schema: object, type_: Type):
    found, _, lost = built(schema)
    assert found == type_
    assert ("enum" in lost) == (Scalar("float") in members_of(type_, {}))
