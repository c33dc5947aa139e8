"""Values that certainly fit: whatever is said of one, the library of JSON Schema says as well."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from specloom.lint.json_keywords import make_validator
from specloom.lint.patience import Patience
from specloom.lint.plain_fit import _CHECKS, _SAYS_MORE, PlainFit

NAMES = st.sampled_from(["a", "b", "kind"])
VALUES = st.recursive(
    st.sampled_from([None, True, False, 0, 1, -3, 1.0, 2.5, 2**31, "", "a", "abc", "2024-02-30", "2024-02-29"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=6,
)
TYPES = st.sampled_from("string integer number boolean null array object".split())
COUNTS = st.integers(0, 3)


def fields(inner: st.SearchStrategy[Any]) -> dict[str, st.SearchStrategy[Any]]:
    parts = st.lists(inner, min_size=1, max_size=3)
    return {
        "type": TYPES | st.lists(TYPES, min_size=1, max_size=3, unique=True),
        "enum": st.lists(VALUES, min_size=1, max_size=3),
        "const": VALUES,
        "format": st.sampled_from(["date", "int32", "uuid", "unheard-of"]),
        "pattern": st.sampled_from(["^a", "b$", "^[0-9-]+$"]),
        **dict.fromkeys(["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"], st.integers(-3, 3)),
        **dict.fromkeys(["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"], COUNTS),
        "multipleOf": st.integers(1, 3),
        "uniqueItems": st.booleans(),
        "required": st.lists(NAMES, max_size=2, unique=True),
        "dependentRequired": st.dictionaries(NAMES, st.lists(NAMES, max_size=2, unique=True), max_size=2),
        "properties": st.dictionaries(NAMES, inner | st.just({"readOnly": True}), max_size=3),
        "patternProperties": st.dictionaries(st.just("^a"), inner, max_size=1),
        **dict.fromkeys(["additionalProperties", "propertyNames", "unevaluatedProperties", "items"], inner),
        **dict.fromkeys(["not", "if", "then", "else", "contains"], inner),
        **dict.fromkeys(["allOf", "anyOf", "oneOf", "prefixItems"], parts),
        "$ref": st.sampled_from(["#/$defs/0", "#/$defs/1"]),
        "x-of-a-vendor": st.just("anything"),
    }


def some(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    every = fields(inner)
    few = st.lists(st.sampled_from(sorted(every)), max_size=3, unique=True)
    return few.flatmap(lambda names: st.fixed_dictionaries({name: every[name] for name in names}))


SCHEMAS = st.recursive(st.booleans() | TYPES.map(lambda kind: {"type": kind}), some, max_leaves=5)
DEFINITIONS = {"0": {"type": "object", "properties": {"a": {"$ref": "#/$defs/1"}}}, "1": {"type": ["string", "null"]}}


@settings(max_examples=300, deadline=None, derandomize=True)
@given(VALUES, SCHEMAS)
def test_who_is_sure_is_right(value, schema):
    if PlainFit(DEFINITIONS).is_sure(value, schema):
        assert make_validator(DEFINITIONS, Patience()).evolve(schema=schema).is_valid(value)


@pytest.mark.parametrize(
    ("value", "schema"),
    [
        ("new", {"type": "string", "enum": ["new", "old"], "x-note": "kept"}),
        ({"a": None, "b": [1]}, {"allOf": [{"$ref": "#/$defs/0"}], "properties": {"b": {"items": {"minimum": 1}}}}),
        ("a", {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/1"}]}),
        (["a"], {"oneOf": [{"$ref": "#/$defs/0"}, {"type": "array"}]}),
        ({"kind": "b"}, {"if": {"properties": {"kind": {"const": "a"}}}, "then": {"required": ["kind"]}}),
        ({}, {"required": ["a"], "properties": {"a": {"readOnly": True}}}),
    ],
)
def test_what_descriptions_are_full_of_needs_no_library(value, schema):
    assert PlainFit(DEFINITIONS).is_sure(value, schema)


def test_no_keyword_of_the_library_is_taken_for_one_that_says_nothing():
    here = "$ref allOf anyOf oneOf if items required properties additionalProperties dependentRequired".split()
    assert set(Draft202012Validator.VALIDATORS) - {*_CHECKS, *here} == _SAYS_MORE


def test_choices_that_double_at_each_level_end_soon():
    choices = {str(n): {"anyOf": [{"$ref": f"#/$defs/{n + 1}"}, {"$ref": f"#/$defs/{n + 1}"}]} for n in range(60)}
    assert not PlainFit({**choices, "60": {"type": "string"}}).is_sure(1, {"$ref": "#/$defs/0"})
