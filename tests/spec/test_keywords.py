"""The table of keywords: what is derived from it is complete."""

from dataclasses import fields

import pytest

from specloom.spec.document import Schema
from specloom.spec.keywords import KEYWORDS, RESTRICTIONS, attributes

OF_NO_KEYWORD = {"location", "never", "restrictions", "extension", "sunset", "conditional", "either"}
UNEVALUATED = {"unevaluated_properties", "unevaluated_items", "contains", "conditions"}
"""What of `restrictions` describes values, parsed as well."""


def test_every_attribute_of_a_schema_is_that_of_a_keyword():
    assert set(attributes(lambda _: True)) == {field.name for field in fields(Schema)} - OF_NO_KEYWORD - UNEVALUATED


def test_the_children_of_a_schema_are_those_of_its_keywords():
    holding = {keyword.attribute for keyword in KEYWORDS.values() if keyword.holds}
    assert holding - {"", RESTRICTIONS} == set(attributes(lambda keyword: keyword.holds))


@pytest.mark.parametrize("keyword", KEYWORDS.values(), ids=lambda keyword: keyword.name)
def test_a_keyword_is_used_as_its_kind_allows(keyword):
    assert not keyword.holds or keyword.kind in {"applicator", "identifier", "assertion"}
    assert not keyword.in_place or keyword.holds or keyword.name == "$ref"
    assert not keyword.describes or keyword.attribute
    assert not keyword.pydantic or (keyword.types and keyword.attribute)
    assert keyword.bound is None or keyword.merge == ("highest" if keyword.bound.lower else "lowest")


def test_bounds_come_in_pairs():
    sides = {(keyword.bound.of, keyword.bound.lower) for keyword in KEYWORDS.values() if keyword.bound}
    assert {of for of, lower in sides if lower} == {of for of, lower in sides if not lower}
