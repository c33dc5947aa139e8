"""Merging, keyword by keyword: what is not said changes nothing, and saying a thing twice says it once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specloom.findings import Location
from specloom.ir.merge import _both
from specloom.spec.document import Schema

AT = Location(None, ())
EMPTY = Schema(AT)
NUMBERS = st.integers(0, 9)
CHILD = st.sampled_from([Schema(AT, types=("string",)), Schema(AT, ref="#/a"), Schema(AT, min_length=1)])
VALUES = {
    "types": st.lists(st.sampled_from(["string", "number", "integer", "null"]), min_size=1, unique=True).map(tuple),
    "format": st.sampled_from(["date", "uuid"]),
    "enum": st.lists(NUMBERS, min_size=1, unique=True).map(tuple),
    "const": NUMBERS,
    "minimum": NUMBERS,
    "exclusive_maximum": NUMBERS,
    "min_length": NUMBERS,
    "max_items": NUMBERS,
    "max_properties": NUMBERS,
    "unique_items": st.just(True),
    "required": st.lists(st.sampled_from("abc"), min_size=1, unique=True).map(tuple),
    "properties": st.dictionaries(st.sampled_from("abc"), CHILD, min_size=1),
    "items": CHILD,
    "one_of": st.lists(CHILD, min_size=1).map(tuple),
    "any_of": st.lists(CHILD, min_size=1).map(tuple),
    "deprecated": st.just(True),
    "default": NUMBERS,
}
SCHEMAS = st.fixed_dictionaries({}, optional=VALUES).map(lambda said: Schema(AT, **said))


@given(SCHEMAS)
def test_what_says_nothing_changes_nothing(schema):
    assert _both(schema, EMPTY) == schema
    assert _both(EMPTY, schema) == schema


@given(SCHEMAS)
def test_saying_it_twice_says_it_once(schema):
    assert _both(schema, schema) == schema


@given(SCHEMAS, SCHEMAS)
def test_the_stricter_bound_stands_whoever_says_it(first, second):
    for name in ("minimum", "exclusive_maximum", "min_length", "max_items", "max_properties"):
        assert getattr(_both(first, second), name) == getattr(_both(second, first), name)


@given(SCHEMAS, SCHEMAS)
def test_there_is_one_choice(first, second):
    both = _both(first, second)
    assert (both.any_of, both.one_of) in [(each.any_of, each.one_of) for each in (first, second)]


@pytest.mark.parametrize("order", [1, -1])
def test_every_integer_is_a_number(order):
    first, second = [Schema(AT, types=(name,)) for name in ("number", "integer")][::order]
    assert _both(first, second).types == ("integer",)
