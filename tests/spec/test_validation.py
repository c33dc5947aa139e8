"""The validator of JSON Schema: what it says of random schemas and values is what the jsonschema library says."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from specloom.spec.validation import SchemaSet, first_error

NAMES = st.sampled_from(["a", "b", "kind", "$ref", "007", "properties", "additionalProperties"])
VALUES = st.recursive(
    st.sampled_from([None, True, False, 0, 1, -3, 1.0, 2.5, 2**31, 10**400, "", "a", "abc", "ünï", "b7"]),
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
        "pattern": st.sampled_from(["^a", "b$", "^[0-9-]+$"]),
        **dict.fromkeys(["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"], st.integers(-3, 3)),
        **dict.fromkeys(["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"], COUNTS),
        **dict.fromkeys(["minContains", "maxContains"], COUNTS),
        "multipleOf": st.integers(1, 3),
        "uniqueItems": st.booleans(),
        "required": st.lists(NAMES, max_size=2, unique=True),
        "dependentRequired": st.dictionaries(NAMES, st.lists(NAMES, max_size=2, unique=True), max_size=2),
        "properties": st.dictionaries(NAMES, inner, max_size=3),
        "patternProperties": st.dictionaries(st.just("^a"), inner, max_size=1),
        "dependentSchemas": st.dictionaries(NAMES, inner, max_size=2),
        **dict.fromkeys(["additionalProperties", "propertyNames", "unevaluatedProperties", "items"], inner),
        **dict.fromkeys(["not", "if", "then", "else", "contains", "unevaluatedItems"], inner),
        **dict.fromkeys(["allOf", "anyOf", "oneOf", "prefixItems"], parts),
        "$ref": st.sampled_from(["#/$defs/0", "#/$defs/one"]),
        "x-of-a-vendor": st.just("anything"),
    }


def some(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    every = fields(inner)
    few = st.lists(st.sampled_from(sorted(every)), max_size=3, unique=True)
    return few.flatmap(lambda names: st.fixed_dictionaries({name: every[name] for name in names}))


SCHEMAS = st.recursive(st.booleans() | TYPES.map(lambda kind: {"type": kind}), some, max_leaves=5)
DEFINITIONS = {
    "0": {
        "type": "object",
        "properties": {"007": {"$ref": "#/$defs/one"}, "a": {"anyOf": [{"minLength": 2}, {"type": "null"}]}},
    },
    "one": {"type": ["string", "null"]},
}
REFERENCES = {"#/$defs/0": SchemaSet.reference("0"), "#/$defs/one": SchemaSet.reference("one")}


def check(schema, value, checks=None):
    return SchemaSet(DEFINITIONS, checks or {}).compile(schema)(value)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(VALUES, SCHEMAS)
def test_it_says_what_the_jsonschema_library_says(value, schema):
    found = check(referring(schema), value)
    other = Draft202012Validator({"allOf": [schema], "$defs": DEFINITIONS})
    assert bool(found) is not other.is_valid(value)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(VALUES, SCHEMAS)
def test_every_error_is_at_a_value_and_a_keyword_that_exist(value, schema):
    for mismatch in check(referring(schema), value):
        here = value
        for segment in mismatch.path:
            here = here[segment]
        assert here == mismatch.value or mismatch.value in here
        assert mismatch.keyword == "" or mismatch.schema[mismatch.keyword] == mismatch.limit


@settings(max_examples=150, deadline=None, derandomize=True)
@given(VALUES, SCHEMAS)
def test_what_explains_best_is_what_the_jsonschema_library_takes_for_it(value, schema):
    found = check(referring(schema), value)
    other = list(Draft202012Validator({"allOf": [schema], "$defs": DEFINITIONS}).iter_errors(value))
    relevance = [each.relevance for each in found]
    if not found or len(set(relevance)) < len(relevance) or "False" in str(schema):
        return  # of equally good ones either may take another; of members that may not be theirs loses the name
    best, theirs = first_error(found), best_match(other)
    if {"items", "unevaluatedItems", "propertyNames"} & {each.validator for each in other}:
        return  # theirs speaks about the whole array, or about the name as if it were the object
    assert (best.path, best.keyword) == (tuple(theirs.absolute_path), theirs.validator or "")


def referring(schema):
    """Return a schema with references as the set has them."""
    if isinstance(schema, list):
        return [referring(each) for each in schema]
    if isinstance(schema, dict):
        return {
            key: REFERENCES[each] if key == "$ref" and isinstance(each, str) and each in REFERENCES else referring(each)
            for key, each in schema.items()
        }
    return schema


def test_keywords_mean_what_they_are_told_to():
    checks = {"format": lambda name, value: name != "even" or value % 2 == 0}
    (found,) = check({"items": {"format": "even"}}, [2, 3], checks)
    assert (found.keyword, found.limit, found.value, found.path) == ("format", "even", 3, (1,))


def test_names_that_look_like_numbers_keep_their_zeros():
    found = check({"properties": {"007": {"type": "null"}, "7": {}}, "additionalProperties": False}, {"007": 1})
    assert [(each.path, each.keyword) for each in found] == [(("007",), "type")]


def test_names_that_are_one_number_are_told_apart_where_what_is_inside_tells():
    schema = {"properties": {"7": {}, "007": {"properties": {"a": {"type": "null"}}}}}
    assert [each.path for each in check(schema, {"7": {}, "007": {"a": 1}})] == [("007", "a")]


def test_schemas_that_break_the_meta_schema_are_read_as_far_as_they_go():
    assert [each.missing for each in check({"required": ["a", "a"], "type": ["object", "object"]}, {})] == ["a", "a"]


@pytest.mark.parametrize("levels", [300, 100_000])
def test_what_is_too_deep_raises_and_kills_nothing(levels):
    code = (
        "from specloom.spec.validation import SchemaSet\n"
        "deep = 1\n"
        f"for _ in range({levels}):\n    deep = {{'a': deep}}\n"
        "for schema, value in (({'enum': [1]}, deep), ({'const': deep}, 1)):\n"
        "    try: SchemaSet({}, {}).compile(schema)(value)\n"
        "    except RecursionError: print('too deep')\n"
        "import os; os._exit(0)\n"  # what is this deep takes a while to go
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["too deep"] * 2
