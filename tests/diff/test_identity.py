from __future__ import annotations

from dataclasses import replace

import pytest

from specloom.diff.identity import identify_changes
from specloom.diff.vocabulary import Change, Use
from specloom.findings import Location
from specloom.source import parse_text

CHANGE = Change("type-changed", ("schema", "Order", "properties", "total"), "it was a and is b", "integer", "string")


def identify(*changes: Change) -> tuple[str, ...]:
    return identify_changes(changes)


def test_an_id_never_changes_from_one_release_to_the_next():
    assert identify(CHANGE) == ("a63941d74d31",)


def test_words_places_and_reach_have_no_part_in_it():
    source = parse_text("a: 1\n", name="moved.yaml", format="yaml")
    other = replace(
        CHANGE,
        message="said in another way",
        uses=(Use("GET /orders", "response"),),
        old_location=Location(source),
        location=Location(source, ("a",)),
    )
    assert identify(other) == identify(CHANGE)


@pytest.mark.parametrize(
    "other",
    [
        replace(CHANGE, fact="type-widened"),
        replace(CHANGE, subject=("schema", "Order", "properties", "sum")),
        replace(CHANGE, subject=("schema", "Order.properties", "total")),
        replace(CHANGE, before="number"),
        replace(CHANGE, after=None),
        replace(CHANGE, after=["string"]),
    ],
)
def test_what_happened_does(other: Change):
    assert identify(other) != identify(CHANGE)


def test_null_is_a_value_and_nothing_is_none():
    gone = Change("default-changed", ("schema", "Order"), "", before=1)
    assert identify(gone) != identify(replace(gone, after=None))


def test_the_order_of_members_is_none_of_the_value():
    one = replace(CHANGE, before={"a": 1, "b": 2}, after=None)
    assert identify(one) == identify(replace(one, before={"b": 2, "a": 1}))


def test_equal_changes_are_told_apart_by_their_order():
    first, second, third = identify(CHANGE, CHANGE, CHANGE)
    assert len({first, second, third}) == 3
    assert (first,) == identify(CHANGE)
    assert (first, second) == identify(CHANGE, CHANGE)
