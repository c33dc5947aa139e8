"""Schemas are compared as the sets of values that they allow, however these are spelt."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from comparing import compare_meanings
from reviewed import report_on

from specloom.diff.loaded import Loaded, load_version
from specloom.diff.revision import Version
from specloom.diff.rules.table import classify
from specloom.diff.schemas.equality import first_difference
from specloom.diff.schemas.inclusion import Values, are_disjoint
from specloom.diff.vocabulary import Change, Effect
from specloom.spec.document import Document
from specloom.spec.load import load_description
from specloom.targets.target import Target

VALUES = [
    None, True, False, 0, 1, 2, 5, 1.5, -1, "", "a", "b", "ab", "abcd", [], [1], ["a"], [1, 2, 3], {}, {"a": 1},
    {"a": "x"}, {"b": 1}, {"a": 1, "b": 2}, {"a": None}, {"a": "x", "b": "y"}, {"k": "p"}, {"k": "q"},
    {"k": "p", "a": 1},
]  # fmt: skip
TYPES = ["string", "integer", "number", "boolean", "null", "array", "object"]
Schema = dict[str, Any]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def load(schema: Schema, version: str = "3.1.0") -> Document:
    """Return a description with an operation that is sent, and answers, values of a schema."""
    content = {"application/json": {"schema": schema}}
    post = {"requestBody": {"content": content}, "responses": {"200": {"description": "Done.", "content": content}}}
    shared = {
        "Text": {"type": "string"},
        "Number": {"type": "integer"},
        "Box": {"type": "object", "properties": {"a": {"type": "string"}}},
    }
    whole = {
        "openapi": version,
        "info": {"title": "Depot", "version": "1"},
        "paths": {"/parcels": {"post": post}},
        "components": {"schemas": shared},
    }
    path = Path(f"{len(list(Path().iterdir()))}.json")
    path.write_text(json.dumps(whole))
    return load_description(Target(path)).document


def compare(old: Schema, new: Schema, version: str = "3.1.0") -> tuple[Change, ...]:
    return compare_meanings(load(old, version), load(new))


def sides_at_risk(changes: tuple[Change, ...]) -> set[str]:
    """Return the sides on which something may go wrong."""
    rules = [rule for change in changes for rule in classify(change)]
    return {str(rule.direction) for rule in rules if rule.effect is not Effect.SAFE}


def kinds(**beside: Any) -> Schema:  # noqa: ANN401 - members of a schema
    """Return a choice of two kinds of objects that `k` tells apart, with what is said beside it."""
    both = ({"type": "object", "properties": {"k": {"const": name}, name: TEXT}, "required": ["k"]} for name in "xy")
    return {"type": "object", "oneOf": [*both], **beside}


TEXT, WHOLE, NULL = {"type": "string"}, {"type": "integer"}, {"type": "null"}


def texts(*required: str) -> Schema:
    return {"type": "object", "required": [*required], "properties": {"x": TEXT, "y": TEXT}}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"oneOf": [TEXT, WHOLE]}, {"type": ["string", "integer"]}),
        ({"anyOf": [TEXT, WHOLE, NULL]}, {"type": ["integer", "string", "null"]}),
        ({"anyOf": [{"anyOf": [TEXT, NULL]}, WHOLE]}, {"type": ["string", "null", "integer"]}),
        ({"oneOf": [TEXT | {"minLength": 2}, WHOLE | {"minimum": 1}]},
         {"type": ["string", "integer"], "minLength": 2, "minimum": 1}),
        ({"oneOf": [TEXT, {"type": "object", "properties": {"a": WHOLE}}]},
         {"type": ["string", "object"], "properties": {"a": WHOLE}}),
        ({"oneOf": [{"$ref": "#/components/schemas/Text"}, {"$ref": "#/components/schemas/Number"}]},
         {"type": ["string", "integer"]}),
        ({"const": "a"}, {"enum": ["a"]}),
        ({"const": "a", "type": "string"}, {"enum": ["a"]}),
        ({"oneOf": [{"const": "a", "title": "A"}, {"const": "b"}]}, {"enum": ["b", "a"]}),
        ({"oneOf": [{"const": "a"}, {"enum": ["b", "c"]}, NULL]}, {"enum": ["a", "b", "c", None]}),
        ({"type": "integer", "enum": [1, 2, "a"]}, {"enum": [1, 2]}),
        ({"type": ["string", "integer"], "enum": ["a", "b"]}, {"type": "string", "enum": ["a", "b"]}),
        ({"type": "boolean", "enum": [True, False]}, {"type": "boolean"}),
        ({"type": "string", "enum": ["a", "b", None]}, {"type": "string", "enum": ["a", "b"]}),
        ({"type": ["string", "null"]}, {"anyOf": [TEXT, NULL]}),
        ({"type": ["string", "null"]}, {"oneOf": [{"const": None}, TEXT]}),
        ({"type": ["string", "null"]}, {"oneOf": [TEXT, {"enum": [None]}]}),
        ({"anyOf": [{"type": "number"}, WHOLE]}, {"type": "number"}),
        ({"anyOf": [TEXT, TEXT | {"enum": ["a", "b"]}]}, TEXT),
        ({"anyOf": [{"$ref": "#/components/schemas/Box"}, {"type": "object", "properties": {"a": {"const": "x"}}}]},
         {"anyOf": [{"$ref": "#/components/schemas/Box"}]}),
        ({"anyOf": [TEXT, WHOLE]}, {"oneOf": [TEXT, WHOLE]}),
        ({"type": "object", "oneOf": [{"$ref": "#/components/schemas/Box"}, {"type": "object", "required": ["z"]}]},
         {"oneOf": [{"$ref": "#/components/schemas/Box"}, {"type": "object", "required": ["z"]}]}),
        ({"type": ["string", "integer"], "anyOf": [{"anyOf": [TEXT | {"minLength": 2}, WHOLE]}, {"const": "a"}]},
         {"anyOf": [{"anyOf": [TEXT | {"minLength": 2}, WHOLE]}, {"const": "a"}]}),
        ({"oneOf": [{"type": ["string", "integer"]}, {"type": "boolean"}]},
         {"oneOf": [TEXT, {"type": ["boolean", "integer"]}]}),
        ({"oneOf": [{"const": True}, {"const": False}]}, {"type": "boolean"}),
        ({"type": "number", "multipleOf": 1}, WHOLE),
        ({"type": ["number", "string"], "multipleOf": 1.0}, {"type": ["string", "integer"]}),
        ({"type": "number", "multipleOf": 2}, WHOLE | {"multipleOf": 2}),
        ({"allOf": [{"type": "number"}, {"multipleOf": 1}], "exclusiveMinimum": 0}, WHOLE | {"minimum": 1}),
        ({"oneOf": [{"type": "number", "multipleOf": 1}, TEXT]}, {"type": ["integer", "string"]}),
        ({"type": "number", "multipleOf": 1, "minimum": 1, "maximum": 2}, {"enum": [1, 2]}),
        (WHOLE | {"multipleOf": 0.5}, WHOLE),
        (WHOLE | {"minimum": 1, "maximum": 1}, WHOLE | {"const": 1}),
        (WHOLE | {"exclusiveMinimum": 0, "maximum": 4, "multipleOf": 2}, {"enum": [2, 4]}),
        ({"type": ["integer", "null"], "minimum": 1, "maximum": 2}, {"enum": [2, 1, None]}),
        ({"type": "number", "minimum": 1, "maximum": 1}, {"const": 1}),
        ({"enum": [1, 2, 3], "maximum": 2}, {"enum": [1, 2]}),
        (TEXT | {"maxLength": 0}, {"const": ""}),
        ({"type": "array", "maxItems": 0}, {"type": "array", "items": False}),
        ({"type": "array", "maxItems": 0}, {"const": []}),
        ({"type": "object", "maxProperties": 0}, {"const": {}}),
        ({"type": ["string", "number", "boolean", "null", "array", "object"]}, {}),
        (kinds(properties={"n": TEXT}), {"oneOf": [each | {"properties": each["properties"] | {"n": TEXT}}
                                                   for each in kinds()["oneOf"]]}),
        (TEXT | {"anyOf": [{"minLength": 3}, {"maxLength": 1}]},
         {"anyOf": [TEXT | {"minLength": 3}, TEXT | {"maxLength": 1}]}),
        (texts() | {"oneOf": [{"required": ["x"]}, {"required": ["y"]}]}, {"oneOf": [texts("x"), texts("y")]}),
    ],
)  # fmt: skip
def test_two_spellings_of_one_set_are_no_change(one: Schema, other: Schema):
    named = {"schema-became-inline", "schema-became-named"}
    for old, new in ((one, other), (other, one)):
        assert {change.fact for change in compare(old, new)} <= named
        inside = [{"type": "object", "properties": {"a": {"type": "array", "items": each}}} for each in (old, new)]
        assert {change.fact for change in compare(*inside)} <= named


@pytest.mark.parametrize(
    "beside",
    [
        {"required": ["k"]},
        {"properties": {"k": TEXT}},
        {"properties": {"k": {"enum": ["x", "y"]}}, "required": ["k"]},
    ],
)
def test_what_all_members_of_a_choice_say_of_a_property_need_not_be_said_beside_it(beside: Schema):
    assert compare(kinds(**beside), kinds()) == compare(kinds(), kinds(**beside)) == ()
    described = {"properties": {"k": TEXT}}
    assert compare(kinds(**described), kinds(**described, required=["k"])) == ()
    narrower = compare(kinds(), kinds(properties={"k": {"const": "x"}}, required=["k"]))
    assert [change.fact for change in narrower] == ["required-property-added", "required-property-added"]


CONST, LIST = {"const": "a"}, {"enum": ["a"]}
CONSTS = {"oneOf": [CONST, {"const": "b"}]}


@pytest.mark.parametrize(
    ("old", "new", "verdicts"),
    [
        (CONST, LIST, {"models.Order.a": "types break", "models.Order.all": "types break"}),
        (LIST, CONST, {"models.Order.a": "safe", "models.Order.all": "types break"}),
        (CONSTS, {"enum": ["b", "a"]}, {}),
        ({"type": ["integer", "number"]}, {"type": "number"}, {"models.Order.a": "safe", "models.Order.all": "safe"}),
        ({"type": "number", "multipleOf": 1}, WHOLE, {"models.Order.a": "safe", "models.Order.all": "types break"}),
        (
            WHOLE,
            {"type": "number", "multipleOf": 1},
            {"models.Order.a": "types break", "models.Order.all": "types break"},
        ),
        ({"anyOf": [TEXT, WHOLE]}, {"type": ["integer", "string"]}, {}),
        ({"oneOf": [TEXT, {"type": "boolean"}]}, {"oneOf": [{"type": "boolean"}, TEXT]}, {}),
        (CONSTS, {"oneOf": [{"const": "b"}, CONST]}, {}),
        (
            {"type": "array", "items": {"type": ["string", "null"]}},
            {"type": "array", "items": {"anyOf": [NULL, TEXT]}},
            {},
        ),
    ],
)
def test_what_another_spelling_does_to_callers_is_told_of_the_spelling(
    old: Schema, new: Schema, verdicts: dict[str, str]
):
    """One constant is closed and a list of values open in an answer, so one is not the other to a type checker."""
    before, after = (answering(each) for each in (old, new))
    entries = report_on(before, after).entries
    found = [each for entry in entries for each in (entry, *entry.folded) if not each.sums_up]
    assert {each.change.fact for each in found} <= {"values-respelled"}
    assert all(each.rules[0].reason == "the set of values is the same" for each in found)
    symbols = {symbol.symbol: str(symbol.verdict) for each in found for symbol in each.impact}
    assert {name: verdict for name, verdict in symbols.items() if name.startswith("models.")} == verdicts


def numbers(*schemas: Schema) -> Schema:
    return {"oneOf": [WHOLE | each for each in schemas]}


@pytest.mark.parametrize(
    ("old", "new", "facts"),
    [
        (numbers({"maximum": 5}, {"minimum": 6}), numbers({"maximum": 7}, {"minimum": 6}),
         {"choices-overlap", "bound-loosened"}),
        (numbers({"maximum": 7}, {"minimum": 6}), numbers({"maximum": 5}, {"minimum": 6}),
         {"bound-tightened", "choices-told-apart"}),
        ({"oneOf": [TEXT | {"maxLength": 5}, TEXT | {"minLength": 5}]},
         {"oneOf": [TEXT | {"maxLength": 9}, TEXT | {"minLength": 5}]},
         {"choices-overlap", "bound-loosened"}),
        (texts("x", "y"), {"oneOf": [texts("x"), texts("y")]},
         {"choices-overlap", "union-member-added", "property-became-optional"}),
    ],
)  # fmt: skip
def test_what_makes_members_of_a_choice_overlap_is_one_entry_with_it(old: Schema, new: Schema, facts: set[str]):
    entries = report_on(*(answering({"type": "object", "properties": {"v": each}}) for each in (old, new))).entries
    for entry in entries:
        assert {each.change.fact for each in (entry, *entry.folded)} == facts


def test_members_that_a_value_falls_apart_into_do_not_overlap():
    parts = {"oneOf": kinds()["oneOf"]}
    whole = {"type": "object", "properties": {"k": TEXT}, "required": ["k"]}
    for old, new in ((whole, parts), (parts, whole)):
        assert not {"choices-overlap", "choices-told-apart"} & {change.fact for change in compare(old, new)}


def test_values_of_a_wrong_type_come_and_go():
    old, new = ({"type": ["string", "null"], "enum": [*numbers, None]} for numbers in ([4], [4, 4.1]))
    assert {change.fact for change in compare(old, new)} == {"enum-value-added"}
    assert {change.fact for change in compare(new, old)} == {"enum-value-removed"}


def test_a_name_that_a_pattern_takes_out_of_all_others_may_have_other_values():
    whole, patterned = (
        {"type": "object", "additionalProperties": WHOLE} | more for more in ({}, {"patternProperties": {"^x": TEXT}})
    )
    for old, new in ((whole, patterned), (patterned, whole)):
        assert sides_at_risk(compare(old, new)) == {"request", "response"}


@pytest.mark.parametrize(
    ("old", "new", "sides"),
    [
        ({"items": TEXT}, {"prefixItems": [TEXT], "items": TEXT}, set()),
        ({"items": TEXT}, {"prefixItems": [TEXT, WHOLE], "items": TEXT}, {"request", "response"}),
        ({"prefixItems": [TEXT], "items": False}, {"prefixItems": [TEXT, WHOLE], "items": False}, {"response"}),
        ({"prefixItems": [TEXT], "items": False}, {"prefixItems": [TEXT, {}], "items": False}, {"response"}),
        ({"prefixItems": [TEXT]}, {"items": TEXT}, {"request"}),
    ],
)  # fmt: skip
def test_an_item_at_the_front_is_compared_with_what_all_items_were(old: Schema, new: Schema, sides: set[str]):
    opposite = {"request": "response", "response": "request"}
    old, new = ({"type": "array", **each} for each in (old, new))
    assert sides_at_risk(compare(old, new)) == sides
    assert sides_at_risk(compare(new, old)) == {opposite[side] for side in sides}


def test_a_property_is_taken_out_of_a_map_with_values_of_another_type():
    values = {"type": "object", "additionalProperties": TEXT}
    old, new = values, values | {"properties": {"n": WHOLE}}
    for one, other in ((old, new), (new, old)):
        assert sides_at_risk(compare(one, other)) == {"request", "response"}
    assert sides_at_risk(compare(old, values | {"properties": {"n": TEXT | {"enum": ["a"]}}})) == {"request"}


def test_values_of_both_truths_are_a_list_beside_others():
    one, other = {"enum": [True, False]}, {"enum": [True, False, ""]}
    assert sides_at_risk(compare(one, other)) == {"response"}
    assert sides_at_risk(compare(other, one)) == {"request"}


def test_any_number_overlaps_with_any_value():
    old = {"oneOf": [{"type": "number", "minimum": 2}, {"type": "integer", "maximum": 1}]}
    new = {"oneOf": [{"type": "number", "minimum": 2}, {"type": [*TYPES]}]}
    assert sides_at_risk(compare(old, new)) == {"request", "response"}


def answering(schema: Schema) -> Loaded:
    """Return a version with an operation that answers a value of a schema, and several."""
    order = {"type": "object", "properties": {"a": schema, "all": {"type": "array", "items": schema}}}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}}
    whole = {
        "openapi": "3.1.0",
        "info": {"title": "Depot", "version": "1"},
        "servers": [{"url": "https://depot.example"}],
        "paths": {"/orders": {"get": {"responses": {"200": {"description": "Done.", "content": content}}}}},
        "components": {"schemas": {"Order": order}},
    }
    path = Path(f"{len(list(Path().iterdir()))}.json")
    path.write_text(json.dumps(whole))
    return load_version(Version(path.name, Target(path)))


def test_null_has_three_spellings():
    nullable = {"type": "string", "nullable": True}
    for other in ({"type": ["string", "null"]}, {"anyOf": [TEXT, NULL]}):
        assert compare(nullable, other, version="3.0.3") == ()


@pytest.mark.parametrize(
    ("narrow", "wide", "facts"),
    [
        ({"type": ["object", "null"], "properties": {"a": TEXT}}, {"properties": {"a": TEXT}}, {"type-widened"}),
        ({"type": ["string", "integer"]}, {"oneOf": [TEXT, WHOLE, {"type": "boolean"}]}, {"type-widened"}),
        ({"enum": ["a", "b"]}, {"oneOf": [{"const": "a"}, {"const": "b"}, {"const": "c"}]}, {"enum-value-added"}),
        ({"enum": ["a", "b"]}, {"anyOf": [{"enum": ["a", "b"]}, NULL]}, {"null-allowed"}),
        ({"const": None}, TEXT | {"type": ["string", "null"]}, {"type-widened"}),
        ({"anyOf": [TEXT, WHOLE]}, {"anyOf": [TEXT, {"type": "number"}]}, {"type-widened"}),
        ({"oneOf": [WHOLE, TEXT]}, {"oneOf": [{"oneOf": [WHOLE, {"type": "boolean"}]}, TEXT]}, {"type-widened"}),
        ({"oneOf": [{"type": "array"}, {"oneOf": [{"anyOf": [TEXT, WHOLE]}]}]},
         {"oneOf": [{"type": "array"}, {"oneOf": [{"anyOf": [TEXT, {"type": ["integer", "null"]}]}]}]},
         {"null-allowed"}),
        ({"type": "object", "unevaluatedProperties": False},
         {"type": "object", "unevaluatedProperties": False, "additionalProperties": True},
         {"additional-properties-allowed"}),
        ({"type": "object", "unevaluatedProperties": False, "additionalProperties": WHOLE},
         {"type": "object", "unevaluatedProperties": False, "additionalProperties": {"type": "number"}},
         {"type-widened"}),
    ],
)  # fmt: skip
def test_a_larger_set_is_safe_in_a_request_and_not_in_an_answer(narrow: Schema, wide: Schema, facts: set[str]):
    changes = compare(narrow, wide)
    assert {change.fact for change in changes} == facts
    assert sides_at_risk(changes) == {"response"}
    assert sides_at_risk(compare(wide, narrow)) == {"request"}


FOO, BAR = ({"type": "object", "properties": {"foo": TEXT, "bar": TEXT}, "required": [name]} for name in ("foo", "bar"))
LONE, MORE = ({"type": "object", "properties": {name: WHOLE}} for name in ("n", "m"))
MORE |= {"required": ["m"]}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (FOO | {"required": ["foo", "bar"]}, {"oneOf": [FOO, BAR]}),
        (TEXT, {"oneOf": [TEXT, {"type": "string", "minLength": 3}]}),
        ({"oneOf": [FOO, WHOLE]}, {"oneOf": [FOO, FOO | {"required": ["foo", "bar"]}, WHOLE]}),
        ({"oneOf": [{"type": "object", "required": ["k"], "properties": {"k": {"const": name}}} for name in "ab"]},
         {"oneOf": [{"type": "object", "properties": {"k": {"const": "a"}}},
                    {"type": "object", "properties": {"k": TEXT}}]}),
        ({"anyOf": [FOO, BAR]}, {"oneOf": [FOO, BAR]}),
        ({"oneOf": [FOO, WHOLE]}, {"oneOf": [FOO, WHOLE, {"type": "object", "properties": {"other": WHOLE}}]}),
        ({"oneOf": [FOO]}, {"oneOf": [FOO, {"type": "object", "properties": {"other": WHOLE}}]}),
        ({"oneOf": [LONE | {"required": ["n"]}, MORE]}, {"oneOf": [LONE, MORE]}),
        (TEXT, {"oneOf": [TEXT, {"enum": [1, "c"]}]}),
        ({"type": "boolean"}, {"oneOf": [{"type": "boolean"}, {"const": True}]}),
        ({"oneOf": [WHOLE | {"minimum": 0}, TEXT]}, {"oneOf": [WHOLE | {"minimum": 0}, TEXT, WHOLE | {"maximum": 9}]}),
        ({"oneOf": [WHOLE | {"minimum": 5}, WHOLE | {"maximum": 3}]},
         {"oneOf": [WHOLE | {"minimum": 2}, WHOLE | {"maximum": 3}]}),
        ({"oneOf": [TEXT | {"minLength": 3}, {"enum": ["a", 1]}]}, {"oneOf": [TEXT, {"enum": ["a", 1]}]}),
        *(({"oneOf": [TEXT, WHOLE | {"minimum": 5}]},
           {"oneOf": [{choice: [TEXT, WHOLE | {"maximum": 7}]}, WHOLE | {"minimum": 5}]})
          for choice in ("anyOf", "oneOf")),
    ],
)  # fmt: skip
def test_choices_of_which_several_fit_now_refuse_what_was_taken(old: Schema, new: Schema):
    assert "request" in sides_at_risk(compare(old, new))
    assert {change.fact for change in compare(old, new)} & {"choices-overlap", "any-of-became-one-of"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"enum": ["ab"]}, {"enum": ["ab"], "pattern": "^a"}),
        (TEXT | {"enum": ["ab", "c"], "maxLength": 20}, TEXT | {"enum": ["ab", "c"], "maxLength": 30}),
        (WHOLE | {"enum": [1, 2]}, WHOLE | {"enum": [1, 2], "minimum": 1, "multipleOf": 1}),
        (TEXT | {"type": ["string", "null"], "enum": ["a", "b"]},
         TEXT | {"type": ["string", "null"], "enum": ["a", "b", None]}),
        ({"type": "array", "items": TEXT}, {"type": "array", "items": TEXT, "unevaluatedItems": False}),
        ({"additionalProperties": TEXT}, {"additionalProperties": TEXT, "unevaluatedProperties": False}),
    ],
)  # fmt: skip
def test_what_has_no_effect_beside_what_is_listed_or_described_is_told_as_that(old: Schema, new: Schema):
    for changes in (compare(old, new), compare(new, old)):
        assert {change.fact for change in changes} == {"unreached-change"}


def test_a_limit_that_listed_values_break_is_one():
    listed = TEXT | {"enum": ["ab", "abc"]}
    assert {change.fact for change in compare(listed, listed | {"pattern": "^ab$"})} == {"pattern-added"}


@pytest.mark.parametrize(
    ("member", "name"),
    [
        ({"allOf": [{"$ref": "#/components/schemas/Box"}, {"properties": {"z": TEXT}}]}, "Box and more"),
        ({"anyOf": [WHOLE, {"type": "boolean"}]}, "integer or boolean"),
        ({"oneOf": [{"$ref": "#/components/schemas/Box"}, {"title": "Bag", "type": "array"}]}, "Box or Bag"),
    ],
)
def test_a_choice_is_called_after_what_it_is_put_together_from(member: Schema, name: str):
    boxes = {"type": "array", "items": {"$ref": "#/components/schemas/Box"}}
    changes = compare({"oneOf": [boxes, TEXT]}, {"oneOf": [boxes, TEXT, member]})
    assert f"can now also be {name!r}" in changes[0].message


def test_what_fitted_several_before_was_not_taken_before():
    one, other, third = ({"type": "object", "properties": {name: TEXT}} for name in "abc")
    assert [change.fact for change in compare({"oneOf": [one, other]}, {"oneOf": [one, other, third]})] == [
        "union-member-added", "union-member-added",
    ]  # fmt: skip


def test_a_choice_that_has_nothing_in_common_with_the_others_is_safe_to_send():
    def kind(name: str) -> Schema:
        return {"type": "object", "required": ["k"], "properties": {"k": {"const": name}}}

    changes = compare({"oneOf": [kind("a"), kind("b")]}, {"oneOf": [kind("a"), kind("b"), kind("c")]})
    assert [change.fact for change in changes] == ["union-member-added", "union-member-added"]
    assert sides_at_risk(changes) == {"response"}


def scalar(chance: random.Random) -> Schema:
    """Return a schema of few values, or one that says little."""
    few = chance.sample(["a", "b", 1, 2, None, True], chance.randrange(1, 4))
    return chance.choice(
        [
            {"type": chance.choice(TYPES)},
            {"type": sorted(chance.sample(TYPES, 2))},
            {"type": "string", "minLength": chance.randrange(4)},
            {"type": "integer", "minimum": chance.randrange(3)},
            {"type": "string", "enum": chance.sample(["a", "ab", "abcd"], 2), "maxLength": chance.randrange(5)},
            {"enum": few},
            {"const": few[0]},
            {},
            {"type": "object", "properties": {"k": {"const": chance.choice("pq")}}, "required": ["k"]},
        ]
    )


def schema(chance: random.Random, depth: int = 0) -> Schema:
    """Return a schema with schemas in it. Objects are closed: what is new in an open one counts as safe."""
    if depth > 2 or chance.random() < 0.35:
        return scalar(chance)
    first = schema(chance, depth + 1)
    return chance.choice(
        [
            {"anyOf": [first, *(schema(chance, depth + 1) for _ in range(chance.randrange(3)))]},
            {"anyOf": [first, {"type": "null"}]},
            {"oneOf": [{"type": "string", "maxLength": 3}, {"type": "array", "items": first}, {"type": "boolean"}]},
            {"type": "array", "items": first},
            {"oneOf": [{"type": "number", "minimum": chance.randrange(3)}, {"type": "integer", "maximum": 1}]},
            {"type": "object", "patternProperties": {"^[a-k]$": first}, "additionalProperties": False},
            {"type": "object", "additionalProperties": first, "unevaluatedProperties": scalar(chance)},
            {"type": ["object", "integer"], "anyOf": [{"type": "object", "required": ["a"]}, {"type": "integer"}]},
            {"allOf": [first, scalar(chance)]},
            {
                "type": "object",
                "properties": {"a": first, "b": scalar(chance)},
                "required": chance.sample(["a", "b"], chance.randrange(3)),
                "additionalProperties": False,
            },
            {"allOf": [first, condition(chance, depth + 1)]},
        ]
    )


def condition(chance: random.Random, depth: int) -> Schema:
    """Return a schema that says what values have to satisfy besides."""
    one, other = schema(chance, depth), scalar(chance)
    bounds = {name: chance.randrange(3) for name in ("minContains", "maxContains") if chance.random() < 0.3}
    branches = {name: schema(chance, depth) for name in ("then", "else") if chance.random() < 0.7}
    return chance.choice(
        [
            {"not": one},
            {"if": other, **branches},
            {"contains": one, **bounds},
            {"propertyNames": chance.choice([{"const": "a"}, {"minLength": 2}, {}, False])},
            {"dependentSchemas": {"a": one}},
            {"dependentRequired": {"a": chance.choice([["b"], ["a"], []])}},
        ]
    )


def schemas_in(outer: Schema) -> list[Schema]:
    found = [outer]
    for each in found:  # which grows
        found += [inner for name in ("anyOf", "oneOf", "allOf") for inner in each.get(name, [])]
        found += [each[name] for name in ("not", "if", "then", "else", "contains") if name in each]
        found += each.get("patternProperties", {}).values()
        found += each.get("dependentSchemas", {}).values()
        found += [*each.get("properties", {}).values(), *([each["items"]] if "items" in each else [])]
    return found


def accepted(schema: Schema) -> list[bool]:
    validator = jsonschema_rs.Draft202012Validator(schema)
    return [validator.is_valid(value) for value in VALUES]


@pytest.mark.parametrize("seed", range(100, 140))
def test_what_is_no_longer_valid_matters_in_requests_and_what_has_become_valid_in_answers(seed: int):
    chance = random.Random(seed)  # noqa: S311 - the same schemas every time
    for _ in range(15):
        old = schema(chance)
        new = json.loads(json.dumps(old))
        edited = chance.choice(schemas_in(new))
        edited.clear()
        edited.update(scalar(chance) if chance.random() < 0.5 else schema(chance, 2))
        before, after = accepted(old), accepted(new)
        lost = [value for value, was, now in zip(VALUES, before, after, strict=True) if was and not now]
        gained = [value for value, was, now in zip(VALUES, before, after, strict=True) if now and not was]
        at_risk = sides_at_risk(compare(old, new))
        assert not lost or "request" in at_risk, (old, new, lost)
        assert not gained or "response" in at_risk, (old, new, gained)


@pytest.mark.parametrize(
    ("old", "new", "way"),
    [
        (1, 2, ()),
        ({"a": 1}, {"a": 1, "b": 2}, ("b",)),
        ({"a": 1, "b": 2}, {"b": 2}, ("a",)),
        ({"a": {"b": [1, 2]}}, {"a": {"b": [1, 3]}}, ("a", "b", "1")),
        ({"a": [1]}, {"a": [1, {}]}, ("a", "1")),
        ({"a": 1}, {"a": True}, ("a",)),
        ({"a": 1}, {"a": 1}, ()),
        ([{"a": 1}], [{"a": 2}], ("0", "a")),
    ],
)
def test_values_differ_first_at(old: Any, new: Any, way: tuple[str, ...]):  # noqa: ANN401 - any JSON
    assert first_difference(old, new) == way


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ({"type": "object", "required": ["a"]}, {"type": "object", "properties": {"a": False}}, True),
        ({"type": "object", "properties": {"a": False}}, {"type": "object", "required": ["a"]}, True),
        (
            {"type": "object", "required": ["a"]},
            {"type": "object", "properties": {"b": {}}, "additionalProperties": False},
            True,
        ),
        ({"type": "object", "required": ["a"]}, {"type": "object", "properties": {"b": False}}, False),
        ({"type": "integer", "maximum": 5}, {"type": "integer", "minimum": 10}, True),
        ({"type": "integer", "maximum": 5}, {"type": "number", "exclusiveMinimum": 5}, True),
        ({"type": "integer", "maximum": 5}, {"type": "number", "minimum": 5}, False),
        ({"type": "integer", "maximum": 5}, {"minimum": 10}, True),
        ({"type": ["integer", "null"], "maximum": 5}, {"type": ["integer", "null"], "minimum": 10}, False),
        ({"enum": [1, 2]}, {"type": "integer", "minimum": 3}, True),
        ({"enum": [1, 2]}, {"minimum": 2}, False),
    ],
)
def test_schemas_are_disjoint_where_types_lists_bounds_or_required_properties_show_it(
    first: Schema, second: Schema, apart: bool
):
    document = load({"oneOf": [first, second]})
    (operation,) = document.operations
    (choice,) = [media.schema for response in operation.responses for media in response.content.values()]
    members = [Values(each, document) for each in choice.one_of]
    assert are_disjoint(*members) is apart
