"""What keywords beside `properties` and `items` describe: places, patterns, what is left over, and conditions."""

import json

import pytest

from specloom.findings import DescriptionError
from specloom.ir.api import Api
from specloom.ir.build import build_api
from specloom.ir.types import ByName, ListOf, MapOf, Named, ObjectType, Scalar, TupleOf, Type, Union, without_null
from specloom.spec.load import load_description
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
        ({}, Union((TupleOf(PLACES.items, Scalar("any")), TupleOf((Scalar("date"),)), TupleOf(())))),
        ({"minItems": 2}, TupleOf(PLACES.items, Scalar("any"))),
        ({"minItems": 3, "items": STRING}, TupleOf(PLACES.items, Scalar("str"))),
        ({"minItems": 2, "unevaluatedItems": STRING}, TupleOf(PLACES.items, Scalar("str"))),
        ({"minItems": 1, "items": STRING}, Union((TupleOf(PLACES.items, Scalar("str")), TupleOf((Scalar("date"),))))),
        ({"minItems": 2, "contains": STRING, "unevaluatedItems": False}, TupleOf(PLACES.items, Scalar("str"))),
    ],
)
def test_places_are_a_tuple_that_ends_where_no_more_items_may_come(api, bounds, type_):
    assert answer(api({"type": "array", "prefixItems": [DATE, INTEGER], **bounds})) == type_


@pytest.mark.parametrize(
    ("schema", "type_"),
    [
        ({"type": "object", "unevaluatedProperties": INTEGER}, MapOf(Scalar("int"))),
        ({"type": "array", "unevaluatedItems": INTEGER}, ListOf(Scalar("int"))),
        ({"type": "array", "contains": STRING, "unevaluatedItems": INTEGER},
         ListOf(Union((Scalar("str"), Scalar("int"))))),
        ({"type": "array", "contains": STRING, "unevaluatedItems": False}, ListOf(Scalar("str"))),
        ({"patternProperties": {"^x-": STRING}, "additionalProperties": STRING}, MapOf(Scalar("str"))),
        ({"patternProperties": {"^x-": STRING, "y$": STRING}, "additionalProperties": STRING}, MapOf(Scalar("str"))),
        ({"type": "string", "enum": []}, Scalar("str")),
    ],
)  # fmt: skip
def test_members_and_items_that_are_not_named_have_their_type(api, schema, type_):
    assert answer(api(schema)) == type_


@pytest.mark.parametrize("keyword", ["unevaluatedProperties", "additionalProperties"])
def test_further_members_of_an_object_have_their_type(api, keyword):
    built = api({"type": "object", "properties": {"a": INTEGER}, keyword: STRING})
    assert built.answers[answer(built).name].extra == Scalar("str")


PATTERNS = {"^x-": STRING, "-n$": INTEGER}
X, N, ANY = ("^x-", Scalar("str")), ("-n$", Scalar("int")), Scalar("any")


@pytest.mark.parametrize("properties", [{}, {"properties": {"a": INTEGER}}])
@pytest.mark.parametrize(
    ("keywords", "members", "by_name"),
    [
        ({}, (Scalar("str"), Scalar("int"), ANY), ByName((X, N), ANY)),
        ({"additionalProperties": False}, (Scalar("str"), Scalar("int")), ByName((X, N))),
        ({"unevaluatedProperties": DATE}, (Scalar("str"), Scalar("int"), Scalar("date")),
         ByName((X, N), Scalar("date"))),
    ],
)  # fmt: skip
def test_names_decide_on_the_types_of_members_with_patterns(api, properties, keywords, members, by_name):
    built = api({"type": "object", **properties, "patternProperties": PATTERNS, **keywords})
    type_ = built.answers[answer(built).name].extra if properties else answer(built).value
    assert built.answers[type_.name].type == Union(members, by_name)


@pytest.mark.parametrize("patterns", [("^x-",), ("^x-", "^y-")])
def test_what_no_pattern_finds_is_of_no_type_where_nothing_else_is_allowed(api, patterns):
    built = api({"patternProperties": dict.fromkeys(patterns, STRING), "additionalProperties": False})
    type_ = built.answers[answer(built).value.name].type
    assert type_ == Union((Scalar("str"),), ByName(tuple((each, Scalar("str")) for each in patterns)))


P, Q = ({"type": "object", "properties": {name: STRING}, "required": [name]} for name in "pq")
FLAG = {"type": "boolean"}


@pytest.mark.parametrize("referred", [True, False])
@pytest.mark.parametrize(
    ("choice", "beside", "extras"),
    [
        ({"oneOf": (P, Q)}, {"unevaluatedProperties": FLAG}, [Scalar("bool")] * 2),
        ({"oneOf": (P, Q)}, {"unevaluatedProperties": FLAG, "properties": {"a": INTEGER}}, [Scalar("bool")] * 2),
        ({"anyOf": (P, Q)}, {"unevaluatedProperties": FLAG}, [Union((Scalar("str"), Scalar("bool")))] * 2),
        (
            {"anyOf": (P, Q, {"type": "null"})},
            {"unevaluatedProperties": FLAG},
            [Union((Scalar("str"), Scalar("bool")))] * 2,
        ),
        (
            {"oneOf": (P, {**Q, "additionalProperties": INTEGER})},
            {"unevaluatedProperties": FLAG},
            [Scalar("bool"), Scalar("int")],
        ),
        (
            {"oneOf": ({"allOf": [P, {"properties": {"a": INTEGER}}]}, Q)},
            {"unevaluatedProperties": FLAG},
            [Scalar("bool")] * 2,
        ),
        ({"oneOf": (P, Q)}, {"unevaluatedProperties": True}, [None, None]),
        ({"oneOf": (P, Q)}, {"unevaluatedProperties": False}, [None, None]),
    ],
)
def test_members_that_a_choice_leaves_unevaluated_have_their_type(api, choice, beside, extras, referred):
    ((keyword, branches),) = choice.items()
    others = {f"S{index}": branch for index, branch in enumerate(branches)} if referred else {}
    branches = [{"$ref": f"#/components/schemas/{name}"} for name in others] or branches
    built = api({keyword: branches, **beside}, **others)
    members = [each for each in answer(built).members if each != Scalar("none")]
    assert [built.answers[each.name].extra for each in members] == extras


def test_a_map_among_choices_has_the_members_that_are_described_beside_it(api):
    built = api({"oneOf": [{"type": "object", "minProperties": 1}, STRING], "additionalProperties": FLAG})
    assert answer(built) == Union((MapOf(Scalar("bool")), Scalar("str")))


def test_further_members_beside_a_choice_of_objects_are_named_as_lost(api):
    built = api({"oneOf": [P, Q], "additionalProperties": FLAG})
    assert [loss.location.pointer[-1] for loss in built.losses] == ["additionalProperties"]


def test_properties_are_what_patterns_say_of_their_names(api):
    own = {"properties": {"x-when": {}, "y": {}}, "patternProperties": {"^x-": DATE}}
    assert {name: type_ for name, (type_, _) in fields(api(own)).items()} == {"x-when": Scalar("date"), "y": ANY}


@pytest.mark.parametrize(
    ("schema", "place", "type_"),
    [
        ({"type": "object", "patternProperties": {"^(?!x)": DATE}}, ("patternProperties", "^(?!x)"), MapOf(ANY)),
        ({"type": "string", "enum": []}, ("enum",), Scalar("str")),
        ({"enum": []}, ("enum",), ANY),
    ],
)
def test_what_decides_on_no_type_is_named(api, schema, place, type_):
    built = api(schema)
    assert answer(built) == type_
    assert [loss.location.pointer[-len(place) :] for loss in built.losses if not loss.minor] == [place]


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
        {"if": A, "then": {"oneOf": [B, C]}},
        {"if": A, "then": {"anyOf": [{"$ref": "#/components/schemas/B"}, {"oneOf": [C, {"type": "null"}]}]}},
        {"dependentSchemas": {"a": {"oneOf": [B, {"if": A, "else": {"anyOf": [C]}}]}}},
    ],
)
def test_what_some_values_have_is_optional(api, conditions):
    own = {"type": "object", "required": ["a"], "properties": {"a": STRING}}
    found = fields(api(own | conditions, B=B, Conditions={"if": A, "then": B, "else": C}))
    assert found == BOTH


def test_what_is_described_twice_is_either(api):
    found = fields(api({"properties": {"a": STRING}, "if": A, "then": B, "else": {"properties": {"b": STRING}}}))
    assert found["b"] == (Union((Scalar("int"), Scalar("str"))), False)


def test_conditions_on_several_types_are_a_choice(api):
    found = answer(api({"if": {"type": "object"}, "then": {"type": "object", **B}, "else": STRING}))
    assert found == Union((Named("SResponseOption1"), Scalar("str")))


def test_items_beside_a_choice_hold_in_each_of_its_branches(api):
    schema = {"type": "array", "prefixItems": [DATE], "minItems": 1, "oneOf": [{"items": STRING}, {"items": INTEGER}]}
    first = (Scalar("date"),)
    assert answer(api(schema)) == Union((TupleOf(first, Scalar("str")), TupleOf(first, Scalar("int"))))


def test_a_condition_that_leads_back_is_refused(api):
    node = {"type": "object", "properties": {"a": STRING}, "if": A, "then": {"$ref": "#/components/schemas/Node"}}
    with pytest.raises(DescriptionError) as caught:
        api({"$ref": "#/components/schemas/Node"}, Node=node)
    assert [finding.rule for finding in caught.value.findings] == ["endless-schema"]
