"""What `allOf` comes to: the laws of merging, for schemas that a value can satisfy at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from specloom.findings import Finding, Location, NamedSource
from specloom.ir.budget import Budget
from specloom.ir.merge import Merger
from specloom.spec.document import ABSENT, Document, Schema

if TYPE_CHECKING:
    from specloom.spec.keywords import SchemaType

AT = Location(NamedSource("openapi.yaml"), ())
DOCUMENT = Document(AT, "T", "1", "", "", (), (), {}, {}, {}, {}, (), ())
Maker = Callable[..., Schema]


def schema(**keywords: Any) -> Schema:  # noqa: ANN401 - any keyword of a schema
    return Schema(AT, **keywords)


def both(*parts: Schema, **own: Any) -> Schema:  # noqa: ANN401 - the same
    """Return what `allOf` of the parts comes to, all through."""
    return settled(schema(all_of=parts, **own))


def settled(whole: Schema) -> Schema:
    """Return the schema with each `allOf` in it merged, so that two which say the same are equal."""
    report: list[Finding] = []
    flat = Merger(DOCUMENT, Budget(), report).merged(whole)
    assert not report
    return replace(
        flat,
        properties={name: settled(member) for name, member in sorted(flat.properties.items())},
        required=tuple(sorted(flat.required)),
        items=flat.items and settled(flat.items),
    )


def narrowings(kind: SchemaType) -> st.SearchStrategy[Schema]:
    """Return schemas that say something of values of one type; any two of them leave some value valid."""
    numbers = st.none() | st.integers(0, 9)
    sizes: dict[SchemaType, tuple[str, ...]] = {
        "string": ("min_length", "max_length"),
        "integer": ("minimum", "maximum", "exclusive_minimum", "exclusive_maximum"),
        "array": ("min_items", "max_items"),
    }
    return st.builds(
        schema,
        types=st.sampled_from([(), (kind,), (kind, "null")]),
        description=st.sampled_from(["", "One.", "Another."]),
        title=st.sampled_from(["", "one", "another"]),
        read_only=st.booleans(),
        deprecated=st.booleans(),
        default=st.sampled_from([ABSENT, 1, 2]),
        extension=st.dictionaries(st.sampled_from(["name", "open_enum"]), st.booleans()),
        **dict.fromkeys(sizes.get(kind, ()), numbers),
        **({"pattern": st.none() | st.sampled_from(["a", "b"])} if kind == "string" else {}),
        **({"multiple_of": st.none() | st.sampled_from([2, 3])} if kind == "integer" else {}),
    )


def objects(depth: int = 2) -> st.SearchStrategy[Schema]:
    names = {"a": narrowings("string"), "b": narrowings("integer"), "c": objects(depth - 1) if depth else st.nothing()}
    members = st.fixed_dictionaries({}, optional={name: each for name, each in names.items() if depth or name != "c"})
    return st.builds(
        schema,
        types=st.sampled_from([(), ("object",)]),
        properties=members,
        required=st.lists(st.sampled_from("abc"), unique=True).map(tuple),
        description=st.sampled_from(["", "One.", "Another."]),
    )


LISTS = st.builds(lambda outer, inner: replace(outer, items=inner), narrowings("array"), narrowings("integer"))
KINDS = [narrowings("string"), narrowings("integer"), narrowings("array"), LISTS, objects()]
TRIPLES = st.one_of(st.tuples(kind, kind, kind) for kind in KINDS)


@settings(max_examples=60)
@given(TRIPLES)
def test_merging_is_associative_idempotent_and_has_an_identity(parts: tuple[Schema, Schema, Schema]):
    first, second, third = parts
    whole = both(first, second, third)
    assert both(schema(all_of=(first, second)), third) == whole == both(first, schema(all_of=(second, third)))
    assert both(first, first) == settled(first)
    assert both(first, schema()) == both(schema(), first) == settled(first)


TASTE = ("description", "title", "default", "pattern", "multiple_of", "extension", "types")
"""What only one of several parts can give, and the order of types that are listed."""


@settings(max_examples=60)
@given(TRIPLES)
def test_bounds_members_and_types_do_not_depend_on_the_order_of_parts(parts: tuple[Schema, Schema, Schema]):
    whole, turned = both(*parts), both(*reversed(parts))
    assert whole.properties.keys() == turned.properties.keys()
    assert set(whole.types) == set(turned.types)
    left_out: dict[str, Any] = {name: getattr(schema(), name) for name in (*TASTE, "properties", "items")}
    assert replace(whole, **left_out) == replace(turned, **left_out)


@settings(max_examples=60)
@given(TRIPLES)
def test_of_two_bounds_the_narrower_holds(parts: tuple[Schema, Schema, Schema]):
    whole = both(*parts)
    for names, narrower in (
        (("minimum", "exclusive_minimum", "min_length", "min_items"), max),
        (("maximum", "exclusive_maximum", "max_length", "max_items"), min),
    ):
        for name in names:
            found = [bound for part in parts if (bound := getattr(part, name)) is not None]
            assert getattr(whole, name) == (narrower(found) if found else None)
    assert set(whole.required) == {name for part in parts for name in part.required}


@pytest.mark.parametrize(
    ("keyword", "first", "second"),
    [
        ("pattern", "^a", "^b"),
        ("multiple_of", 2, 3),
        ("format", "date", "date-time"),
        ("default", 1, 2),
        ("title", "one", "other"),
        ("description", "One.", "Other."),
        ("examples", (1,), (2,)),
        ("extension", {"name": "one"}, {"name": "other"}),
    ],
)
def test_a_later_part_refines_an_earlier_one_and_the_schema_itself_all_of_them(
    keyword: str, first: object, second: object
):
    earlier, later = schema(**{keyword: first}), schema(**{keyword: second})
    assert getattr(both(earlier, later), keyword) == second
    assert getattr(both(later, earlier), keyword) == first
    assert getattr(both(later, later, **{keyword: first}), keyword) == first
    of_members = both(schema(properties={"a": earlier}), schema(properties={"a": later}))
    assert getattr(of_members.properties["a"], keyword) == second


def test_a_choice_that_two_parts_offer_alike_stays_as_it_is():
    options = (schema(types=("string",)), schema(types=("integer",)))
    flat = both(schema(any_of=options), schema(any_of=options))
    assert (flat.any_of, flat.one_of) == (options, ())


def test_what_is_put_together_with_something_else_is_not_null():
    pet, tail = schema(properties={"name": schema(types=("string",))}), schema(required=("name",))
    no_pet = schema(any_of=(pet, schema(types=("null",))))
    assert both(no_pet, tail) == both(schema(all_of=(no_pet,)), tail) == both(pet, tail)
    assert both(no_pet, required=("name",)) == both(no_pet, tail)
    assert both(no_pet).any_of == no_pet.any_of


def test_types_and_lists_of_values_leave_what_all_parts_allow():
    assert both(schema(types=("string", "null")), schema(types=("null", "string", "integer"))).types == (
        "null",
        "string",
    )
    assert both(schema(types=("number",)), schema(types=("integer",))).types == ("integer",)
    assert both(schema(enum=("a", "b", "c")), schema(enum=("c", "b", "x"))).enum == ("c", "b")


@pytest.mark.parametrize(
    ("keyword", "first", "second", "message"),
    [
        ("types", ("string",), ("integer",), "no value is a string and an integer at once; it is read as an integer"),
        (
            "types",
            ("array", "null"),
            ("object", "boolean"),
            "no value is an array or a null and an object or a boolean at once; it is read as an object or a boolean",
        ),
        ("const", "a", "b", "no value is in both of the lists that apply at once; it is read as one of 'b'"),
        ("enum", ("a", "c"), ("b",), "no value is in both of the lists that apply at once; it is read as one of 'b'"),
        ("types", ("number",), ("integer",), ""),
        ("types", ("string", "null"), ("integer", "null"), ""),
        ("types", (), ("integer",), ""),
        ("enum", ("a", "b"), ("b", "c"), ""),
    ],
)
def test_what_no_value_fits_is_told_and_lost(keyword: str, first: object, second: object, message: str):
    report: list[Finding] = []
    merger = Merger(DOCUMENT, Budget(), report)
    flat = merger.merged(schema(all_of=(schema(**{keyword: first}), schema(**{keyword: second}))))
    assert [(each.rule, each.message) for each in report] == [("contradictory-schema", message)] * bool(message)
    assert [loss.why for loss in merger.ledger.close()] == ["no value fits what applies at once"] * bool(message)
    if message:
        assert getattr(flat, keyword) == second
