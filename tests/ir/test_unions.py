"""What tells the members of a union apart, and how types are walked over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specloom.findings import Location
from specloom.ir.build_scalars import join_scalars
from specloom.ir.formats import SCALARS
from specloom.ir.types import (
    AliasType,
    Field,
    LinkTo,
    ListOf,
    Literals,
    MapOf,
    Named,
    ObjectType,
    Scalar,
    Type,
    Union,
    map_type,
    names_in,
    walk,
)
from specloom.ir.unions import distinction_of, union_of

AT = Location(None, ())


def an_object(title, *, required=(), **types: Type):
    fields = tuple(
        Field(key, key, type_, key in required, "", deprecated=False, constraints={}, default="", location=AT)
        for key, type_ in types.items()
    )
    return ObjectType(title, title, "", fields, None, None, AT)


TYPES = {
    each.name: each
    for each in (
        an_object("Person", required=("name",), name=Scalar("str"), born=Scalar("date")),
        an_object("Company", required=("name",), name=Scalar("str"), vat=Scalar("str")),
        an_object("Ship", required=("name", "tons"), name=Scalar("str"), tons=Scalar("float")),
        an_object("Card", required=("kind",), kind=Literals(("card",))),
        an_object("Cash", required=("kind",), kind=Literals(("cash",))),
        an_object("Numbered", required=("kind",), kind=Scalar("int")),
        an_object("Maybe", kind=Literals(("maybe",))),
        AliasType("Colour", "Colour", "", Literals(("red", "blue")), AT),
        AliasType("Tree", "Tree", "", Union((Scalar("str"), ListOf(Named("Tree")))), AT),
    )
}
LEAVES = st.sampled_from(
    [*map(Scalar, SCALARS), *map(Named, TYPES), Literals(("a", 1)), Literals((True,)), LinkTo("Person")]
)
ANY_TYPE = st.recursive(
    LEAVES,
    lambda inner: inner.map(ListOf) | inner.map(MapOf) | st.lists(inner, min_size=2, max_size=3).map(tuple).map(Union),
    max_leaves=6,
)


@pytest.mark.parametrize(
    ("first", "second", "by"),
    [
        (Named("Person"), Named("Company"), None),
        (Named("Person"), Named("Ship"), "required"),
        (Named("Card"), Named("Cash"), "value"),
        (Named("Card"), Named("Numbered"), "value"),
        (Named("Card"), Named("Maybe"), None),
        (Named("Person"), Scalar("str"), "type"),
        (Named("Person"), LinkTo("Person"), None),
        (Named("Person"), MapOf(Scalar("int")), None),
        (Named("Colour"), Literals(("green",)), "type"),
        (Named("Colour"), Literals(("red",)), None),
        (Named("Colour"), Scalar("str"), None),
        (Named("Tree"), Scalar("int"), "type"),
        (Named("Tree"), ListOf(Scalar("int")), None),
        (Scalar("int"), Scalar("float"), None),
        (Literals((1,)), Literals((True,)), "type"),
        (Scalar("decimal"), Scalar("int"), None),
        (Scalar("any"), Named("Card"), None),
    ],
)
def test_members_of_a_union_are_told_apart(first, second, by):
    assert distinction_of(first, second, TYPES) == by


@given(ANY_TYPE, ANY_TYPE)
def test_what_tells_types_apart_knows_no_order(first, second):
    assert distinction_of(first, second, TYPES) == distinction_of(second, first, TYPES)


@given(ANY_TYPE)
def test_nothing_tells_a_type_from_itself(type_):
    assert distinction_of(type_, type_, TYPES) is None


@given(ANY_TYPE)
def test_what_changes_nothing_gives_the_same_type(type_):
    assert map_type(type_, lambda each: each) == type_


@given(ANY_TYPE)
def test_what_is_changed_is_what_is_walked_over(type_):
    changed = []
    map_type(type_, lambda each: changed.append(each) or each)
    assert sorted(map(repr, changed)) == sorted(map(repr, walk(type_)))


@given(ANY_TYPE)
def test_renaming_renames_all_that_is_mentioned(type_):
    renamed = map_type(type_, lambda each: Named(f"{each.name}2") if isinstance(each, Named) else each)
    assert list(names_in(renamed)) == [f"{name}2" for name in names_in(type_)]


def test_listed_values_are_one_member():
    a, b, open_ = Literals(("a",)), Literals(("b", "a")), Literals(("c",), open=True)
    assert union_of((a, Scalar("integer"), b)) == Union((Literals(("a", "b")), Scalar("integer")))
    assert union_of((a, b)) == Literals(("a", "b"))
    assert union_of((a, open_)) == Union((a, open_))
    assert union_of(tuple(Literals((f"v{n}",)) for n in range(5000))) == Literals(tuple(f"v{n}" for n in range(5000)))


def test_true_is_another_value_than_one():
    both = union_of((Literals((True,)), Literals((1,))))
    assert both == Union((Literals((True,)), Literals((1,))))
    assert Literals((1, "a")) == Literals((1, "a"))


@pytest.mark.parametrize(
    ("kinds", "joined"),
    [
        (("base64", "str"), ("str", "str")),
        (("base64", "base64url"), ("str", "str")),
        (("base64", "int"), ("base64", "int")),
        (("decimal", "decimal-number", "none"), ("decimal-or-text", "none")),
        (("decimal", "int"), ("decimal", "int")),
    ],
)
def test_scalars_of_answers_that_are_written_alike_are_one(kinds, joined):
    assert join_scalars(map(Scalar, kinds)) == tuple(map(Scalar, joined))
