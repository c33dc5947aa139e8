"""What schemas that changed come to: one change for one cause, where it was made, with all that it reaches."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from comparing import compare_meanings

from specloom.diff.alike import site_of
from specloom.diff.rules.table import SCHEMA_RULES
from specloom.diff.schemas import unions
from specloom.diff.schemas.api_path import ApiPath, path_of_place, path_of_schema, path_of_subject
from specloom.diff.schemas.equality import MeansSame, same_values
from specloom.diff.schemas.unchanged import Sameness
from specloom.diff.vocabulary import Change, Rule, Use
from specloom.source import Json, render_pointer
from specloom.spec.bundle import bundle_description
from specloom.spec.document import ABSENT, Document, Schema
from specloom.spec.load import load_description
from specloom.targets.target import Target

ROOT = Path(__file__).parents[2]
SHIPPED = sorted(path.parent.name for path in ROOT.glob("specs/*/openapi.yaml"))

PATHS = """
paths:
  /orders:
    get:
      responses:
        "200": {description: Orders., content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
    post:
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
      responses: {"204": {description: Made.}}
  /customers:
    get:
      responses:
        "200": {description: Customers., content: {application/json: {schema: {$ref: "#/components/schemas/Customer"}}}}
components:
  schemas:
"""
REFERENCE = re.compile(r"<(\w+)>")
HEAD = "openapi: {}\ninfo: {{title: Shop, version: '1'}}"

READ = Use("GET /orders", "response")
WRITE = Use("POST /orders", "request")
READ_CUSTOMER = Use("GET /customers", "response")

Compare = Callable[..., tuple[Change, ...]]


@pytest.fixture
def document(tmp_path: Path) -> Callable[[str, str], Document]:
    """Load a description, in which `<Order>` is a reference.

    Without `paths` it has those above, its schemas are what is given, and a `Customer` if it lacks one.
    """

    def load(text: str, version: str) -> Document:
        text = REFERENCE.sub(r'{$ref: "#/components/schemas/\1"}', dedent(text))
        if "paths:" not in text:
            customer = "" if "Customer:" in text else "Customer: {type: object}\n"
            text = PATHS + "".join(f"    {line}\n" for line in (text.strip() + "\n" + customer).splitlines())
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.yaml"
        path.write_text(HEAD.format(version) + text, encoding="utf-8")
        return load_description(Target(path)).document

    return load


@pytest.fixture
def compare(document: Callable[[str, str], Document]) -> Compare:
    """Compare two descriptions."""

    def run(old: str, new: str, *, old_version: str = "3.1.0", version: str = "3.1.0") -> tuple[Change, ...]:
        return compare_meanings(document(old, old_version), document(new, version))

    return run


def facts(changes: tuple[Change, ...]) -> list[tuple[str, str]]:
    return [(change.fact, "/".join(change.subject)) for change in changes]


def places(change: Change) -> tuple[str | None, str | None]:
    """Return where it was and is, from the folder of schemas."""
    first, second = (
        None if at is None else render_pointer(at.pointer).removeprefix("/components/schemas")
        for at in (change.old_location, change.location)
    )
    return first, second


ORDER = "Order: {type: object, required: [id], properties: {id: {type: integer}, note: {type: string}}}"


# One cause, one change.


def test_a_change_of_a_shared_schema_is_one_that_lists_all_it_reaches(compare: Compare):
    old = """
        Order: {type: object, properties: {address: <Address>}}
        Customer: {type: object, properties: {homes: {type: array, items: <Address>}}}
        Address: {type: object, properties: {street: {type: string}}}
        """
    (change,) = compare(old, old.replace("string", "integer"))
    assert change.subject == ("schema", "Address", "properties", "street")
    assert change.uses == (READ_CUSTOMER, READ, WRITE)
    assert change.message == "type of 'Address.street' changed from string to integer"


def test_an_inline_schema_is_called_after_the_place_it_stands_in(compare: Compare):
    old = """
        paths:
          /orders:
            get:
              responses:
                "200":
                  description: Orders.
                  content:
                    application/json: {schema: {type: array, items: {type: object, properties: {id: {type: integer}}}}}
        """
    (change,) = compare(old, old.replace("integer", "string"))
    assert change.subject[0] == "GET /orders"
    assert change.subject[-3:] == ("items", "properties", "id")
    assert change.message.startswith("type of '[].id' in ")
    assert change.message.endswith(" of GET /orders changed from integer to string")
    assert change.uses == (READ,)


def test_recursive_schemas_end(compare: Compare):
    old = """
        Order: {type: object, properties: {parent: <Order>, id: {type: integer}}}
        Customer: {anyOf: [{type: string}, {type: array, items: <Customer>}]}
        """
    new = old.replace("integer", "string").replace("anyOf: [{type: string}", "anyOf: [{type: boolean}")
    assert facts(compare(old, new)) == [
        ("type-changed", "schema/Order/properties/id"),
        ("type-changed", "schema/Customer/anyOf/boolean"),
    ]


def test_recursive_schemas_that_refer_to_each_other_instead_end(compare: Compare):
    old = """
        Order: {type: object, properties: {next: <Customer>, id: {type: integer}}}
        Customer: {type: object, properties: {next: <Order>, id: {type: integer}}}
        """
    new = """
        Order: {type: object, properties: {next: <Order>, id: {type: integer}}}
        Customer: {type: object, properties: {next: <Customer>, id: {type: integer}}}
        """
    assert facts(compare(old, new)) == [
        ("reference-changed", "schema/Order/properties/next"),
        ("reference-changed", "schema/Customer/properties/next"),
    ]


def test_schemas_that_nobody_uses_are_compared_by_name(compare: Compare):
    (change,) = compare(f"{ORDER}\nSpare: {{type: string}}", f"{ORDER}\nSpare: {{type: integer}}")
    assert (change.fact, change.subject, change.uses) == ("type-changed", ("schema", "Spare"), ())


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (path_of_schema("Order"), "'Order'"),
        (path_of_schema("items").property("items").items(), "'items.items[]'"),
        (path_of_schema("Order").pattern("^x-").additional(), "'Order.(^x-).*'"),
        (path_of_place(("GET /orders", "body")).item(2).content(), "'[2].<content>' in body of GET /orders"),
        (path_of_place(("GET /items", "query", "items")).items(), "'[]' in query items of GET /items"),
        (
            path_of_place(("GET /orders", "response", "200")).member("oneOf", "Cat").property("anyOf"),
            "'(Cat).anyOf' in response 200 of GET /orders",
        ),
    ],
)
def test_a_place_is_found_again_from_the_subject_of_a_change(path: ApiPath, name: str):
    assert path.name == name
    assert path_of_subject(path.subject) == path


# References and names.


def test_a_renamed_schema_does_not_flood(compare: Compare):
    old = """
        Order: {type: object, properties: {to: <Address>}}
        Customer: {type: object, properties: {at: <Address>}}
        Address: {type: object, properties: {street: {type: string}, in: <Address>}}
        """
    (change,) = compare(old, old.replace("Address", "Place"))
    assert (change.fact, change.before, change.after) == ("schema-renamed", "Address", "Place")
    assert change.uses == (READ_CUSTOMER, READ, WRITE)


def test_a_schema_that_is_renamed_and_changed_is_compared_under_its_new_name(compare: Compare):
    old = """
        Order: {type: object, properties: {to: <Address>}}
        Customer: {allOf: [<Address>, {type: object, properties: {name: {type: string}}}]}
        Address: {type: object, properties: {street: {type: string}}}
        """
    new = old.replace("Address", "Place").replace("street: {type: string}", "street: {type: integer}")
    changes = compare(old, new)
    assert facts(changes) == [
        ("schema-renamed", "schema/Place"),
        ("type-changed", "schema/Place/properties/street"),
    ]
    assert {change.uses for change in changes} == {(READ_CUSTOMER, READ, WRITE)}


def test_a_base_that_is_renamed_is_the_same(compare: Compare):
    old = """
        Order: {allOf: [<Base>, {type: object, properties: {note: {type: string}}}]}
        Base: {type: object, properties: {id: {type: string}}}
        """
    new = old.replace("Base", "Thing").replace("id: {type: string}", "id: {type: integer}")
    assert facts(compare(old, new)) == [
        ("schema-renamed", "schema/Thing"),
        ("type-changed", "schema/Thing/properties/id"),
    ]


def test_another_reference_is_compared_at_its_place(compare: Compare):
    old = """
        Order: {type: object, properties: {to: <Address>}}
        Customer: {type: object, properties: {a: <Address>, b: <Place>}}
        Address: {type: object, properties: {street: {type: string}}}
        Place: {type: object, properties: {street: {type: integer}}}
        """
    new = old.replace("to: <Address>", "to: <Place>")
    changes = compare(old, new)
    assert facts(changes) == [
        ("reference-changed", "schema/Order/properties/to"),
        ("type-changed", "schema/Order/properties/to/properties/street"),
    ]
    assert {change.uses for change in changes} == {(READ, WRITE)}


def test_another_reference_in_many_places_is_compared_in_each_and_told_once(compare: Compare):
    old = """
        Order: {type: object, properties: {to: <Address>}}
        Customer: {type: object, properties: {at: <Address>}}
        Address: {type: object, properties: {in: <Address>, street: {type: string}}}
        Place: {type: object, properties: {in: <Place>, street: {type: integer}}}
        """
    new = old.replace("to: <Address>", "to: <Place>")
    new = new.replace("at: <Address>", "at: <Place>")
    changes = [change for change in compare(old, new) if change.fact == "type-changed"]
    assert [(change.subject[-1], change.uses) for change in changes] == [("street", (READ_CUSTOMER, READ, WRITE))]


def test_what_is_inline_in_a_response_that_operations_share_is_one_change(compare: Compare):
    old = """
        paths:
          /orders:
            get: {responses: {"404": {$ref: "#/components/responses/Lost"}}}
          /customers:
            get: {responses: {"404": {$ref: "#/components/responses/Lost"}}}
        components:
          responses:
            Lost:
              description: It is not there.
              content:
                application/json:
                  schema: {type: object, properties: {why: {type: object, properties: {code: {type: integer}}}}}
        """
    (change,) = compare(old, old.replace("integer", "string"))
    assert change.subject[0] == "shared"
    assert change.subject[-4:] == ("properties", "why", "properties", "code")
    assert change.uses == (READ_CUSTOMER, READ)


@pytest.mark.parametrize(
    "whole",
    [
        "<Address>",
        "{allOf: [<Address>]}",
        "{allOf: [<Address>], description: Where it goes., title: Goal}",
        "{anyOf: [<Address>]}",
    ],
)
def test_the_ways_to_refer_to_a_schema_are_the_same(compare: Compare, whole: str):
    old = """
        Order: {type: object, properties: {to: <Address>}}
        Address: {type: object, properties: {street: {type: string}}}
        """
    new = old.replace("to: <Address>", f"to: {whole}")
    assert compare(old, new) == ()


def test_a_schema_that_was_given_a_name_changes_names_only(compare: Compare):
    old = "Order: {type: object, properties: {to: {type: object, properties: {street: {type: string}}}}}"
    new = """
        Order: {type: object, properties: {to: <Address>}}
        Address: {type: object, properties: {street: {type: string}}}
        """
    assert facts(compare(old, new)) == [
        ("schema-became-named", "schema/Order/properties/to"),
        ("schema-added", "schema/Address"),
    ]
    assert facts(compare(new, old)) == [
        ("schema-became-inline", "schema/Order/properties/to"),
        ("schema-removed", "schema/Address"),
    ]


def test_a_schema_that_moved_to_another_file_is_the_same(tmp_path: Path):
    order = "type: object\nproperties: {id: {type: integer}}\n"
    (tmp_path / "one.yaml").write_text(
        HEAD.format("3.1.0")
        + PATHS
        + "    Order: {type: object, properties: {id: {type: integer}}}\n    Customer: {}\n"
    )
    (tmp_path / "two.yaml").write_text(
        HEAD.format("3.1.0") + PATHS.replace("#/components/schemas/Order", "Order.yaml") + "    Customer: {}\n"
    )
    (tmp_path / "Order.yaml").write_text(order)
    old, new = (load_description(Target(tmp_path / name)).document for name in ("one.yaml", "two.yaml"))
    assert compare_meanings(old, new) == ()
    (tmp_path / "Order.yaml").write_text(order.replace("integer", "string"))
    new = load_description(Target(tmp_path / "two.yaml")).document
    assert facts(compare_meanings(old, new)) == [("type-changed", "schema/Order/properties/id")]


# Objects put together.


BASE = """
    Order: {allOf: [<Base>, {type: object, properties: {note: {type: string}}}]}
    Customer: {allOf: [<Base>, {type: object, properties: {name: {type: string}}}]}
    Base: {type: object, required: [id], properties: {id: {type: integer}}}
    """


def test_moving_properties_into_a_base_changes_nothing_on_the_wire(compare: Compare):
    old = """
        Order: {type: object, required: [id], properties: {note: {type: string}, id: {type: integer}}}
        Customer: {type: object, required: [id], properties: {id: {type: integer}, name: {type: string}}}
        """
    assert facts(compare(old, BASE)) == [("schema-added", "schema/Base")]
    assert facts(compare(BASE, old)) == [("schema-removed", "schema/Base")]


def test_a_change_of_a_base_is_one_change_of_the_base(compare: Compare):
    (change,) = compare(BASE, BASE.replace("id: {type: integer}", "id: {type: string}"))
    assert change.subject == ("schema", "Base", "properties", "id")
    assert change.uses == (READ_CUSTOMER, READ, WRITE)


def test_a_property_that_moves_from_a_base_is_gone_where_it_does_not_arrive(compare: Compare):
    new = """
        Order:
          allOf:
            - <Base>
            - {type: object, required: [id], properties: {note: {type: string}, id: {type: integer}}}
        Customer: {allOf: [<Base>, {type: object, properties: {name: {type: string}}}]}
        Base: {type: object, properties: {}}
        """
    (change,) = compare(BASE, new)
    assert (change.fact, change.subject) == ("required-property-removed", ("schema", "Base", "properties", "id"))
    assert change.uses == (READ_CUSTOMER,)


def test_what_only_one_schema_requires_of_its_base_is_a_change_of_that_one(compare: Compare):
    old = BASE.replace("required: [id], ", "")
    new = old.replace("{type: object, properties: {note", "{type: object, required: [id], properties: {note")
    (change,) = compare(old, new)
    assert (change.fact, change.subject) == ("property-became-required", ("schema", "Order", "properties", "id"))
    assert change.uses == (READ, WRITE)


def test_keywords_beside_a_reference_apply_too(compare: Compare):
    old = """
        Order: {type: object, properties: {size: <Size>}}
        Customer: {type: object, properties: {size: <Size>}}
        Size: {type: integer, maximum: 9}
        """
    new = old.replace("{size: <Size>}", '{size: {$ref: "#/components/schemas/Size", maximum: 5}}', 1)
    (change,) = compare(old, new)
    assert (change.fact, change.before, change.after) == ("bound-tightened", 9, 5)
    assert change.subject == ("schema", "Order", "properties", "size", "maximum")
    assert change.uses == (READ, WRITE)


def test_a_property_that_two_parts_describe_is_both(compare: Compare):
    old = """
        Order:
          allOf:
            - {type: object, properties: {size: {type: integer, minimum: 1}}}
            - {type: object, properties: {size: {type: integer, maximum: 9}}}
        """
    assert compare(old, "Order: {type: object, properties: {size: {type: integer, minimum: 1, maximum: 9}}}") == ()


def test_a_base_that_can_be_reached_in_countless_ways_is_looked_at_once(compare: Compare):
    doubling = [f"S{n}: {{allOf: [<S{n + 1}>, {{allOf: [<S{n + 1}>]}}]}}" for n in range(60)]
    old = "\n".join([*doubling, "Order: <S0>", "S60: {type: object, properties: {id: {type: integer}}}"])
    assert facts(compare(old, old.replace("integer", "string"))) == [("type-changed", "schema/S60/properties/id")]


def test_moving_a_type_out_of_a_choice_changes_nothing(compare: Compare):
    old = 'Order: {type: object, properties: {size: {type: [integer, "null"], maximum: 9}}}'
    new = 'Order: {type: object, properties: {size: {anyOf: [{type: integer, maximum: 9}, {type: "null"}]}}}'
    assert compare(old, new) == ()
    assert compare(new, old) == ()


# Null.


NULLS = [
    '{type: [string, "null"]}',
    '{anyOf: [{type: string}, {type: "null"}]}',
    '{oneOf: [{type: "null"}, {type: string}]}',
    "{anyOf: [{type: string}, {const: null}]}",
]


@pytest.mark.parametrize("how", NULLS)
def test_null_is_one_change_however_it_is_said(compare: Compare, how: str):
    old = "Order: {type: object, properties: {note: {type: string}}}"
    new = old.replace("{type: string}", how)
    assert facts(compare(old, new)) == [("null-allowed", "schema/Order/properties/note")]
    assert facts(compare(new, old)) == [("null-disallowed", "schema/Order/properties/note")]
    assert compare(new, old.replace("{type: string}", NULLS[0])) == ()


def test_null_beside_values_is_no_value_that_was_added(compare: Compare):
    old = "Order: {type: object, properties: {size: {type: string, enum: [s, m]}}}"
    new = 'Order: {type: object, properties: {size: {type: [string, "null"], enum: [s, m, null]}}}'
    assert facts(compare(old, new)) == [("null-allowed", "schema/Order/properties/size")]


def test_null_in_a_choice_of_several_is_no_member(compare: Compare):
    old = "Order: {type: object, properties: {size: {oneOf: [{type: string}, {type: integer}]}}}"
    new = old.replace("{type: integer}]", '{type: integer}, {type: "null"}]')
    assert facts(compare(old, new)) == [("null-allowed", "schema/Order/properties/size")]


def test_a_reference_that_is_not_null_any_more_does_not_blame_what_it_refers_to(compare: Compare):
    old = """
        Order: {type: object, properties: {to: {anyOf: [<Address>, {type: "null"}]}}}
        Customer: {type: object, properties: {to: <Address>}}
        Address: {type: object, properties: {street: {type: string}}}
        """
    (change,) = compare(old, old.replace('{anyOf: [<Address>, {type: "null"}]}', "<Address>"))
    assert (change.fact, change.subject) == ("null-disallowed", ("schema", "Order", "properties", "to"))
    assert change.uses == (READ, WRITE)


def test_nullable_of_openapi_3_0_is_null_of_3_1(compare: Compare):
    old = """
        Order: {type: object, properties: {a: {type: string, nullable: true}, b: {allOf: [<Address>], nullable: true}}}
        Address: {type: object, properties: {street: {type: string}}}
        """
    new = """
        Order: {type: object, properties: {a: {type: [string, "null"]}, b: {oneOf: [<Address>, {type: "null"}]}}}
        Address: {type: object, properties: {street: {type: string}}}
        """
    assert compare(old, new, old_version="3.0.3") == ()


# Directions.


def test_read_only_properties_do_not_exist_in_requests(compare: Compare):
    old = "Order: {type: object, properties: {id: {type: integer, readOnly: true}}}"
    (change,) = compare(old, old.replace("integer", "string"))
    assert change.uses == (READ,)
    (change,) = compare(old, "Order: {type: object, properties: {}}")
    assert (change.fact, change.uses) == ("optional-property-removed", (READ,))


def test_write_only_properties_do_not_exist_in_responses(compare: Compare):
    old = """
        Order: {type: object, properties: {pin: <Pin>}}
        Pin: {type: object, writeOnly: true, properties: {code: {type: string}}}
        """
    (change,) = compare(old, old.replace("string", "integer"))
    assert (change.subject[1], change.uses) == ("Pin", (WRITE,))


def test_a_property_that_becomes_required_and_read_only_is_required_in_answers_only(compare: Compare):
    old = "Order: {type: object, properties: {id: {type: integer}}}"
    new = "Order: {type: object, required: [id], properties: {id: {type: integer, readOnly: true}}}"
    assert [(change.fact, change.uses) for change in compare(old, new)] == [
        ("property-became-required", (READ,)),
        ("property-became-read-only", (READ, WRITE)),
    ]


def test_open_enums_differ_by_direction_only_where_nothing_is_said(compare: Compare):
    old = "Order: {type: object, properties: {size: {type: string, enum: [s, m]}}}"
    closed, opened = (old.replace("]}", f"], x-specloom: {{open_enum: {value}}}}}") for value in ("false", "true"))
    assert [(change.fact, change.uses) for change in compare(old, closed)] == [("enum-closed", (READ,))]
    assert [(change.fact, change.uses) for change in compare(old, opened)] == [("enum-opened", (WRITE,))]
    assert [(change.fact, change.uses) for change in compare(closed, opened)] == [("enum-opened", (READ, WRITE))]


# Properties.


def test_a_property_that_was_renamed_says_that_the_new_one_is_like_it(compare: Compare):
    old = "Order: {type: object, properties: {customerName: {type: string, maxLength: 9}}}"
    new = "Order: {type: object, properties: {client: {type: string, maxLength: 9, x-specloom: {name: customer_name}}}}"
    removed, added = compare(old, new)
    assert (removed.fact, added.fact) == ("optional-property-removed", "optional-property-added")
    assert "'client'" in removed.message
    assert "same" not in compare(old, new.replace("9", "8"))[0].message
    assert "same" not in compare(old, new.replace("customer_name", "other"))[0].message


def test_a_property_that_is_only_required_is_a_property(compare: Compare):
    old = "Order: {type: object, required: [id], properties: {note: {type: string}}}"
    new = "Order: {type: object, required: [id], properties: {note: {type: string}, id: {type: string}}}"
    assert facts(compare(old, new)) == [("type-narrowed", "schema/Order/properties/id")]


def test_what_is_gone_is_reported_at_the_nearest_thing_that_is_left(compare: Compare):
    old = """
        Order:
          type: object
          properties:
            id: {type: integer}
            size: {type: string, enum: [s, m], maxLength: 3}
        Note: {type: string}
        """
    new = """
        Order:
          type: object
          properties:
            size: {type: string, enum: [s]}
        """
    assert [(change.fact, *places(change)) for change in compare(old, new)] == [
        ("optional-property-removed", "/Order/properties/id", "/Order/properties"),
        ("enum-value-removed", "/Order/properties/size/enum/1", "/Order/properties/size/enum"),
        ("unreached-change", "/Order/properties/size/maxLength", "/Order/properties/size"),
        ("schema-removed", "/Note", ""),
    ]


def test_what_is_new_has_no_old_place_unless_it_is_a_keyword(compare: Compare):
    old = """
        Order: {type: object, properties: {size: {type: string}}}
        """
    new = """
        Order: {type: object, properties: {id: {type: integer}, size: {type: string, maxLength: 3}}}
        Note: {type: string}
        """
    assert [(change.fact, *places(change)) for change in compare(old, new)] == [
        ("optional-property-added", None, "/Order/properties/id"),
        ("bound-added", "/Order/properties/size", "/Order/properties/size/maxLength"),
        ("schema-added", None, "/Note"),
    ]


def test_a_reference_that_leads_to_something_else_renames_nothing(compare: Callable[..., tuple[Change, ...]]):
    old = """
        Order: {properties: {lines: {type: array, items: {$ref: '#/components/schemas/Lines'}}}}
        Lines: {type: object, properties: {data: {}, page: {type: integer}}}
        """
    line = "Line: {type: object, properties: {sku: {type: string}, price: {type: number}}}"
    new = old.replace("schemas/Lines", "schemas/Line").replace(old.splitlines()[2].strip(), line)
    found = {change.fact for change in compare(old, new)}
    assert {"reference-changed", "schema-removed", "schema-added"} <= found
    assert "schema-renamed" not in found


# Types, values, limits.


def test_another_type_is_the_only_change(compare: Compare):
    old = "Order: {type: object, properties: {size: {type: string, enum: [s], maxLength: 3, format: date}}}"
    new = "Order: {type: object, properties: {size: {type: array, items: {type: string}}}}"
    assert facts(compare(old, new)) == [("type-changed", "schema/Order/properties/size")]


@pytest.mark.parametrize("old", ["{}", "{type: string}", "{type: [string, boolean], maxLength: 3}"])
@pytest.mark.parametrize(
    ("new", "told", "others"),
    [
        ("{type: integer, minimum: 5}", "integer", {"now has the minimum 5"}),
        ("{type: integer, enum: [3, 4], format: int32}", "integer",
         {"is now limited to 3, 4", "now has the format 'int32'"}),
        ("{type: array, items: {type: [integer, boolean]}, maxItems: 3}", "array of integer or boolean",
         {"now has the maxItems 3"}),
        ("{type: array, items: {$ref: '#/components/schemas/Size'}}", "array of 'Size'", set()),
        ("{type: object, additionalProperties: {type: integer}}", "object of integer", set()),
        ("{type: object, properties: {a: {}, b: {}, c: {}, d: {}, e: {}}, required: [f, a]}",
         "object with 'a' and 'b' and 'c' and 'd' and 'e' and 1 more", set()),
        ("{$ref: '#/components/schemas/Size'}", "integer", {"now has the maximum 9"}),
    ],
)  # fmt: skip
def test_what_is_said_of_a_new_type_is_told_with_it(old: str, new: str, told: str, others: set[str], compare: Compare):
    size = "Size: {type: integer, maximum: 9}"
    changes = compare(*(f"Order: {{properties: {{size: {each}}}}}\n{size}" for each in (old, new)))
    (first,) = (change for change in changes if change.fact.startswith("type-"))
    assert first.message.partition(" to ")[2] == told
    rest = {change.message for change in changes if change is not first and change.subject[-1] != "$ref"}
    assert rest == {f"'Order.size' {other}" for other in others}


def test_what_is_said_of_a_type_beside_another_that_stays_is_told_with_it(compare: Compare):
    old = "Order: {properties: {size: {type: string, maxLength: 3}}}"
    new = "Order: {properties: {size: {type: [string, array], maxLength: 3, items: {type: integer}, maxItems: 2}}}"
    assert [change.message for change in compare(old, new)] == [
        "type of 'Order.size' widened from string to string or array of integer",
        "'Order.size' now has the maxItems 2",
    ]
    assert [change.message for change in compare(new, old)] == [
        "type of 'Order.size' narrowed from string or array to string"
    ]


def test_a_type_instead_of_any_is_the_only_change(compare: Compare):
    old, new = "Order: {}", ORDER
    assert facts(compare(old, new)) == [("type-narrowed", "schema/Order")]
    assert facts(compare(new, old)) == [("type-widened", "schema/Order")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{enum: [a, b]}", "{type: string, enum: [b, a]}"),
        ("{type: integer, exclusiveMinimum: 0}", "{type: integer, minimum: 1}"),
        ("{type: array, minItems: 0, items: {}}", "{type: array}"),
        ("{type: object, additionalProperties: true}", "{type: object}"),
        ("{enum: [1]}", "{enum: [1.0]}"),
        ("{type: string, description: A., title: B, examples: [c]}", "{type: string, description: D., example: e}"),
        ("{type: string, x-specloom: {evidence: {kind: inferred, source: A}}}", "{type: string}"),
        ("{type: [string, integer]}", "{type: [integer, string]}"),
    ],
)
def test_other_words_for_the_same_are_no_change(compare: Compare, old: str, new: str):
    assert compare(f"Order: {old}", f"Order: {new}") == ()
    assert compare(f"Order: {new}", f"Order: {old}") == ()


@pytest.mark.parametrize(
    ("old", "new", "fact"),
    [
        ("{default: 1}", "{default: true}", "default-changed"),
        ("{default: 0}", "{default: false}", "default-changed"),
        ("{default: null}", "{}", "default-changed"),
        ("{enum: [1, 2]}", "{enum: [true, 2]}", "enum-value-removed"),
        ("{enum: [a]}", "{}", "const-removed"),
        ("{enum: [a, b]}", "{}", "enum-removed"),
        ("{type: object}", "{type: object, properties: {a: false}}", "condition-added"),
        ("{properties: {a: {}}}", "{properties: {a: false}}", "optional-property-removed"),
        ("{type: string, format: date}", "{type: [string, integer]}", "format-removed"),
        ("{enum: [a]}", "{type: integer}", "type-changed"),
        ("{type: array, items: {type: string}}", "{type: array}", "type-widened"),
        ("{type: array}", "{type: array, items: false}", "type-narrowed"),
        ("{additionalProperties: {type: string}}", "{additionalProperties: {type: integer}}", "type-changed"),
        ("{type: object, additionalProperties: {type: string}}", "{type: object}", "type-widened"),
        ("{type: integer, minimum: 1}", "{type: integer, exclusiveMinimum: 1}", "bound-tightened"),
        ("{type: number, maximum: 1}", "{type: number, exclusiveMaximum: 1}", "bound-tightened"),
        ("{type: number, multipleOf: 0.5}", "{type: number, multipleOf: 0.1}", "bound-loosened"),
        ("{type: number, multipleOf: 0.1}", "{type: number, multipleOf: 0.2}", "bound-tightened"),
        ("{type: integer, multipleOf: 4}", "{type: integer, multipleOf: 2}", "bound-loosened"),
        ("{type: number, multipleOf: 3.0e+200}", "{type: number, multipleOf: 0.1}", "bound-loosened"),
        ("{type: string}", "{type: string, contentEncoding: base64}", "content-encoding-changed"),
        ("{type: integer}", "{type: integer, format: unix-time}", "format-added"),
        ("{type: [string, integer]}", "{type: integer, format: unix-time}", "format-added"),
        ("{type: integer, format: unix-time}", "{type: [integer, boolean]}", "format-removed"),
        ("{type: number, format: float}", "{type: number, format: double}", "format-hint-widened"),
        ("{type: number, format: double}", "{type: number, format: float}", "format-hint-narrowed"),
        ("{type: number, format: int32}", "{type: number, format: double}", "format-hint-widened"),
        ("{type: number, format: int64}", "{type: number, format: double}", "format-hint-changed"),
        ("{type: number, format: float}", "{type: number, format: int64}", "format-hint-changed"),
        ("{type: integer, format: int64}", "{type: integer, format: uint64}", "format-hint-changed"),
        ("{type: integer, format: uint32}", "{type: integer, format: int64}", "format-hint-widened"),
        ("{type: object, not: {required: [a]}}", "{type: object, not: {required: [b]}}", "condition-changed"),
        ("{type: array, contains: {}, maxContains: 3}", "{type: array, contains: {}, maxContains: 2}",
         "condition-tightened"),
        ("{type: object, dependentRequired: {a: [b]}}", "{type: object, dependentRequired: {a: [b, c]}}",
         "condition-tightened"),
        ("{type: object, dependentRequired: {a: [b], d: [e]}}", "{type: object, dependentRequired: {a: [b]}}",
         "condition-loosened"),
        ("{type: object, dependentRequired: {a: [b]}}", "{type: object, dependentRequired: {a: [c]}}",
         "condition-changed"),
        ("{type: object, unevaluatedProperties: {type: string}}", "{type: object, unevaluatedProperties: false}",
         "additional-properties-forbidden"),
        ("{type: object, not: {required: [a]}}", "{type: object, not: true}", "condition-tightened"),
        ("{type: array, contains: {type: integer}}", "{type: array, contains: {type: integer}, minContains: 0}",
         "condition-loosened"),
        ("{type: array, contains: {minimum: 3}}", "{type: array, contains: {minimum: 4}}", "condition-tightened"),
        ("{type: array, contains: {minimum: 3}, maxContains: 2}",
         "{type: array, contains: {minimum: 4}, maxContains: 2}",
         "condition-changed"),
        ("{type: object, if: {required: [a, b]}, then: {required: [c]}}",
         "{type: object, if: {required: [a]}, then: {required: [c]}}", "condition-tightened"),
        ("{type: object, if: {required: [a, b]}, else: {required: [c]}}",
         "{type: object, if: {required: [a]}, else: {required: [c]}}", "condition-loosened"),
        ("{type: object, if: {required: [a]}, then: {required: [c]}}",
         "{type: object, if: {required: [a]}, then: {required: [c, d]}}", "condition-tightened"),
        ("{type: object, dependentSchemas: {a: {required: [b]}}}",
         "{type: object, dependentSchemas: {a: {required: [b]}, c: {required: [d]}}}", "condition-tightened"),
        ("{type: object}", "{type: object, propertyNames: {}}", "unreached-change"),
        ("{type: object, then: {required: [c]}}", "{type: object, then: {required: [d]}}", "unreached-change"),
        ("{type: array, unevaluatedItems: false}", "{type: array, unevaluatedItems: {type: string}}",
         "type-widened"),
        ("{type: object, propertyNames: {maxLength: 5}}", "{type: object, propertyNames: {maxLength: 3}}",
         "condition-tightened"),
        ("{type: object, propertyNames: {maxLength: 5}}", "{type: object, propertyNames: {pattern: ^a, maxLength: 5}}",
         "condition-tightened"),
        ("{type: object, propertyNames: {enum: [a, b]}}", "{type: object, propertyNames: {enum: [a, b, c]}}",
         "condition-loosened"),
        ("{type: object, propertyNames: {maxLength: 5}}", "{type: object, propertyNames: {maxLength: 3, minLength: 1}}",
         "condition-tightened"),
        ("{type: object, propertyNames: {maxLength: 5}}", "{type: object, propertyNames: {maxLength: 6, minLength: 1}}",
         "condition-changed"),
        ("{type: object, propertyNames: {pattern: ^a}}", "{type: object, propertyNames: {pattern: ^b}}",
         "condition-changed"),
        ("{type: object, propertyNames: {const: null}}", "{type: object, propertyNames: {maxLength: 6}}",
         "condition-loosened"),
        ("{type: string, not: {enum: [a]}}", "{type: string, not: {enum: [a, b]}}", "condition-tightened"),
        ("{type: object, not: {required: [a]}}", "{type: object, not: {required: [a, b]}}", "condition-loosened"),
    ],
)  # fmt: skip
def test_each_keyword_gives_its_fact(compare: Compare, old: str, new: str, fact: str):
    assert fact in {change.fact for change in compare(f"Order: {old}", f"Order: {new}")}


def test_of_long_values_the_beginning_and_a_digest_are_kept(compare: Compare):
    default = "x" * 1000
    (change,) = compare("Order: {type: string}", f"Order: {{type: string, default: {default}}}")
    assert isinstance(change.after, str)
    assert change.after.startswith(f"{default[:40]}… sha256:")
    assert len(change.message) < 200


def test_the_last_schema_of_a_file_is_gone_from_where_it_was(compare: Compare):
    paths = '\npaths: {/orders: {get: {responses: {"204": {description: None.}}}}}\n'
    (change,) = compare(f"{paths}components: {{schemas: {{Order: {{type: object}}}}}}\n", paths)
    assert (change.fact, *places(change)) == ("schema-removed", "/Order", None)


# Choices.


KINDS = """
    Order: {{oneOf: [{}]}}
    Box: {{type: object, properties: {{width: {{type: integer}}}}}}
    Tube: {{type: object, properties: {{length: {{type: integer}}}}}}
    Bag: {{type: object, properties: {{weight: {{type: integer}}}}}}
    """


def kinds(*names: str) -> str:
    return KINDS.format(", ".join(f"<{name}>" for name in names))


def test_members_are_matched_by_what_they_refer_to(compare: Compare):
    assert compare(kinds("Box", "Tube"), kinds("Tube", "Box")) == ()
    assert facts(compare(kinds("Box", "Tube"), kinds("Tube", "Bag"))) == [
        ("union-member-removed", "schema/Order/oneOf/Box"),
        ("union-member-added", "schema/Order/oneOf/Bag"),
    ]


def test_a_member_with_nothing_of_the_one_that_is_gone_has_come(compare: Compare):
    old = "Order: {oneOf: [<Box>, {type: string}]}\nBox: {type: object, properties: {width: {type: integer}}}"
    new = "Order: {oneOf: [<Tube>, {type: string}]}\nTube: {type: object, properties: {length: {type: integer}}}"
    assert [fact for fact, _ in facts(compare(old, new))] == [
        "union-member-removed", "union-member-added", "schema-removed", "schema-added",
    ]  # fmt: skip
    assert [fact for fact, _ in facts(compare(old, new.replace("length", "width")))] == ["schema-renamed"]


def test_a_member_that_changed_is_compared(compare: Compare):
    old = "Order: {oneOf: [{type: string}, {type: object, properties: {id: {type: integer}}}]}"
    new = "Order: {oneOf: [{type: object, properties: {id: {type: string}}}, {type: string}]}"
    assert facts(compare(old, new)) == [("type-changed", "schema/Order/oneOf/object/properties/id")]


@pytest.mark.parametrize(
    "said", ["minimum: 0", 'pattern: ""', "enum: []", "maxProperties: 0", "const: 0", "const: null"]
)
def test_a_member_that_says_zero_or_nothing_says_something(said: str, compare: Compare):
    old, new = (
        f"Order: {{oneOf: [{{{said}}}, {{const: false}}, {{}}]}}",
        f"Order: {{oneOf: [{{}}, {{const: false}}, {{{said}}}]}}",
    )
    assert facts(compare(old, new)) == []


def test_members_are_matched_by_their_titles(compare: Compare):
    old = """
        Order:
          oneOf:
            - {title: Small, type: object, properties: {a: {type: integer}}}
            - {title: Large, type: object, properties: {b: {type: integer}}}
        """
    new = """
        Order:
          oneOf:
            - {title: Large, type: object, properties: {b: {type: string}}}
            - {title: Small, type: object, properties: {a: {type: integer}}}
        """
    assert facts(compare(old, new)) == [("type-changed", "schema/Order/oneOf/Large/properties/b")]


def shapes(*names: str, size: str = "integer") -> str:
    said = (
        f"{{type: object, required: [shape], properties: {{shape: {{const: {name}}}, size: {{type: {size}}}}}}}"
        for name in names
    )
    return f"Order: {{oneOf: [{', '.join(said)}]}}"


def test_members_are_matched_by_the_value_that_tells_them_apart(compare: Compare):
    assert facts(compare(shapes("box", "tube"), shapes("bag", "tube", "box", size="string"))) == [
        ("union-member-added", 'schema/Order/oneOf/object with shape "bag"'),
        ("type-changed", 'schema/Order/oneOf/object with shape "box"/properties/size'),
        ("type-changed", 'schema/Order/oneOf/object with shape "tube"/properties/size'),
    ]


def test_many_members_that_all_changed_are_not_all_held_against_each_other(
    compare: Compare, monkeypatch: pytest.MonkeyPatch
):
    asked: list[tuple[Schema, Schema]] = []

    def count(old: Schema, new: Schema, means_same: MeansSame) -> bool:
        asked.append((old, new))
        return same_values(old, new, means_same)

    monkeypatch.setattr(unions, "same_values", count)
    names = [f"s{number}" for number in range(50)]
    assert len(compare(shapes(*names), shapes(*names, size="string"))) == 50
    assert len(asked) <= 200


def test_a_value_that_becomes_a_choice_has_more_members(compare: Compare):
    old = """
        Order: {type: object, properties: {kind: <Box>, size: {type: string, default: s}}}
        Box: {type: object, properties: {width: {type: integer}}}
        """
    new = old.replace("{type: string, default: s}", "{oneOf: [{type: integer}, {type: string}], default: s}").replace(
        "<Box>", "{anyOf: [<Box>, {type: string}]}"
    )
    assert facts(compare(old, new)) == [
        ("union-member-added", "schema/Order/properties/kind/anyOf/string"),
        ("union-member-added", "schema/Order/properties/size/oneOf/integer"),
    ]
    assert facts(compare(new, old)) == [
        ("union-member-removed", "schema/Order/properties/kind/anyOf/string"),
        ("union-member-removed", "schema/Order/properties/size/oneOf/integer"),
    ]


def test_a_choice_instead_of_any_value_is_one_change(compare: Compare):
    old = kinds("Box", "Tube")
    new = old.replace("oneOf", "x-oneOf")
    assert [change.fact for change in compare(old, new)] == ["union-removed"]
    assert [change.fact for change in compare(new, old)] == ["union-added"]


@pytest.mark.parametrize("discriminator", ["", ", discriminator: {propertyName: kind, mapping: {box: Box, bag: Bag}}"])
def test_what_named_members_say_no_longer_may_stand_beside_the_choice(discriminator: str, compare: Compare):
    choice = f"oneOf: [<Box>, <Bag>]{discriminator}"
    ids, own = "required: [id, kind], properties: {id: {type: integer}, kind", "required: [kind], properties: {kind"
    kinds = (
        "Box: {type: object, <own>: {type: string}, a: {type: string}}}\nBag: {type: object, <own>: {type: string}}}"
    )
    old = f"Order: {{{choice}}}\n{kinds}".replace("<own>", ids)
    beside = f"required: [id], properties: {{id: {{type: integer}}}}, {choice}"
    new = f"Order: {{{beside}}}\n{kinds}".replace("<own>", own)
    assert [facts(compare(*pair)) for pair in ((old, new), (new, old))] == [[], []]
    longer = new.replace("a: {type: string}", "a: {type: string, maxLength: 3}")
    assert facts(compare(old, longer)) == [("bound-added", "schema/Box/properties/a/maxLength")]


def test_a_choice_that_moves_into_a_named_schema_is_the_same(compare: Compare):
    old = "Order: {type: object, properties: {kind: {oneOf: [{type: string}, {type: integer}]}}}"
    new = "Order: {type: object, properties: {kind: <Kind>}}\nKind: {oneOf: [{type: string}, {type: integer}]}"
    assert {change.fact for change in compare(old, new)} <= {"schema-became-named", "schema-added"}


def tagged(*names: str, mapping: str = "") -> str:
    more = f", mapping: {{{mapping}}}" if mapping else ""
    return kinds(*names).replace("oneOf: ", f"discriminator: {{propertyName: kind{more}}}, oneOf: ")


def test_a_member_that_is_new_needs_no_word_about_the_value_that_means_it(compare: Compare):
    assert facts(compare(tagged("Box"), tagged("Box", "Tube"))) == [
        ("union-member-added", "schema/Order/oneOf/Tube"),
        ("choices-overlap", "schema/Order/oneOf"),
    ]
    old, new = tagged("Box", "Tube", mapping="b: Box, t: Tube"), tagged("Box", "Bag", mapping="b: Box, t: Bag")
    assert [(change.fact, change.before, change.after) for change in compare(old, new)] == [
        ("union-member-removed", "Tube", ABSENT),
        ("union-member-added", ABSENT, "Bag"),
        ("discriminator-value-moved", "Tube", "Bag"),
    ]


def test_a_renamed_member_changes_the_value_that_means_it_unless_that_is_said(compare: Compare):
    old = tagged("Box", "Tube")
    assert [(change.fact, change.before) for change in compare(old, old.replace("Tube", "Pipe"))] == [
        ("discriminator-value-renamed", "Tube"),
        ("schema-renamed", "Tube"),
    ]
    old = tagged("Box", "Tube", mapping="b: Box, t: Tube")
    assert [change.fact for change in compare(old, old.replace("Tube", "Pipe"))] == ["schema-renamed"]


def test_what_a_discriminator_leads_to_is_reached_by_those_who_use_its_base(compare: Compare):
    old = """
        Order:
          type: object
          properties: {kind: {type: string}}
          discriminator: {propertyName: kind, mapping: {b: Big}}
        Big: {allOf: [<Order>, {type: object, properties: {size: {type: integer}}}]}
        """
    (change,) = compare(old, old.replace("integer", "string"))
    assert (change.subject, change.uses) == (("schema", "Big", "properties", "size"), (READ, WRITE))


# All of it at once.


@pytest.mark.slow
@pytest.mark.parametrize("name", SHIPPED)
def test_a_description_is_like_itself(name: str):
    document, again = (load_description(Target(ROOT / "specs" / name / "openapi.yaml")).document for _ in range(2))
    assert compare_meanings(document, again) == ()


@pytest.mark.slow
@pytest.mark.parametrize("name", SHIPPED)
def test_comparing_in_full_finds_as_little_as_comparing_to_the_letter(name: str, monkeypatch: pytest.MonkeyPatch):
    document, again = (load_description(Target(ROOT / "specs" / name / "openapi.yaml")).document for _ in range(2))
    monkeypatch.setattr(Sameness, "are_same", lambda *_: False)
    assert compare_meanings(document, again) == ()


MIRRORED = (
    ("required-property-added", "required-property-removed"),
    ("optional-property-added", "optional-property-removed"),
    ("optional-property-added", "property-removed-before-sunset"),
    ("property-became-required", "property-became-optional"),
    ("property-became-read-only", "optional-property-no-longer-read-only"),
    ("property-became-read-only", "required-property-no-longer-read-only"),
    ("optional-property-became-write-only", "property-no-longer-write-only"),
    ("required-property-became-write-only", "property-no-longer-write-only"),
    ("null-allowed", "null-disallowed"),
    ("type-widened", "type-narrowed"),
    ("format-added", "format-removed"),
    ("format-hint-added", "format-hint-removed"),
    ("format-hint-widened", "format-hint-narrowed"),
    ("enum-added", "enum-removed"),
    ("enum-added", "closed-enum-removed"),
    ("enum-value-added", "enum-value-removed"),
    ("closed-enum-value-added", "enum-value-removed"),
    ("enum-opened", "enum-closed"),
    ("const-added", "const-removed"),
    ("bound-added", "bound-removed"),
    ("bound-tightened", "bound-loosened"),
    ("pattern-added", "pattern-removed"),
    ("condition-added", "condition-removed"),
    ("condition-tightened", "condition-loosened"),
    ("union-member-added", "union-member-removed"),
    ("union-added", "union-removed"),
    ("any-of-became-one-of", "one-of-became-any-of"),
    ("choices-overlap", "choices-told-apart"),
    ("discriminator-added", "discriminator-removed"),
    ("discriminator-value-added", "discriminator-value-removed"),
    ("additional-properties-allowed", "additional-properties-forbidden"),
    ("pattern-properties-allowed", "pattern-properties-forbidden"),
    ("pattern-properties-added", "pattern-properties-removed"),
    ("prefix-item-added", "prefix-item-removed"),
    ("further-items-allowed", "further-items-forbidden"),
    ("schema-added", "schema-removed"),
    ("schema-became-named", "schema-became-inline"),
    ("schema-deprecated", "schema-undeprecated"),
)
"""Facts of which each is what the other is the other way round; all others are the same both ways."""


@pytest.mark.parametrize("rule", SCHEMA_RULES, ids=lambda rule: rule.id)
def test_the_other_way_round_the_opposite_has_happened(rule: Rule):
    folder = ROOT / "tests" / "cases" / "diff" / rule.id
    old, new = (load_description(Target(folder / name)).document for name in ("old.yaml", "new.yaml"))
    there = {change.fact for change in compare_meanings(old, new)}
    back = {change.fact for change in compare_meanings(new, old)}
    opposites = {other for pair in MIRRORED for one, other in (pair, pair[::-1]) if one == rule.fact} or {rule.fact}
    assert rule.fact in there
    assert back & opposites
    assert len(back) == len(there)


Edit = Callable[[dict[str, Any]], object]


def edits_of(schema: dict[str, Any], chance: random.Random) -> Iterator[tuple[str, Edit]]:
    """Yield small edits that fit a schema, by the fact that each is."""
    if properties := schema.get("properties"):
        name, required = chance.choice(list(properties)), schema.get("required", [])
        yield "optional-property-added", lambda it: it["properties"].update(zzz={"type": "string"})
        if name not in required:
            yield "optional-property-removed", lambda it: it["properties"].pop(name)
            yield "property-became-required", lambda it: it.setdefault("required", []).append(name)
        else:
            yield "property-became-optional", lambda it: it["required"].remove(name)
    if schema.get("type") in ("string", "integer") and not {"enum", "const"} & schema.keys():
        yield "type-changed", lambda it: it.update(type="boolean")
        yield "null-allowed", lambda it: it.update(type=[it["type"], "null"])
        yield "enum-added", lambda it: it.update(enum=[1, 2, "a", "b"])
    if {"type": "null"} in schema.get("anyOf", []) and len(schema["anyOf"]) > 1:
        yield "null-disallowed", lambda it: it["anyOf"].remove({"type": "null"})
    if "enum" in schema:
        yield "enum-value-added", lambda it: it["enum"].append("zzz")
    yield "schema-deprecated", lambda it: it.update(deprecated=True)


def schemas_in(value: Json, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the paths of all schemas in a document."""
    if isinstance(value, dict):
        inside = path[-2:-1] in {("properties",), ("schemas",), ("allOf",)} or path[-1:] in {("schema",), ("items",)}
        if inside and "type" in value and not {"deprecated", "x-specloom"} & value.keys():
            yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in items:
        if key not in {"examples", "example", "x-specloom"}:
            yield from schemas_in(child, (*path, key))


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in SHIPPED if name != "fixably"])
def test_a_small_edit_of_a_description_is_exactly_one_change(name: str, tmp_path: Path):
    chance = random.Random(name)  # noqa: S311 - the same edits every time
    whole = bundle_description(Target(ROOT / "specs" / name / "openapi.yaml"))
    (tmp_path / "old.json").write_text(json.dumps(whole), encoding="utf-8")
    old = load_description(Target(tmp_path / "old.json")).document
    for path in chance.sample(sorted(schemas_in(whole), key=str), 12):
        edited = deepcopy(whole)
        schema: Any = edited
        for step in path:
            schema = schema[step]
        fact, edit = chance.choice(list(edits_of(schema, chance)))
        edit(schema)
        (tmp_path / "new.json").write_text(json.dumps(edited), encoding="utf-8")
        new = load_description(Target(tmp_path / "new.json")).document
        assert [change.fact for change in compare_meanings(old, new)] == [fact], path
        assert len({site_of(change) for change in compare_meanings(new, old)}) == 1, path
