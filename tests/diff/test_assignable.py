"""The relation between types, held against mypy: every pair out of a list of types, in one run."""

import re
import subprocess
import sys
from itertools import product

import pytest

from specloom.diff.client.assignable import Assignability
from specloom.findings import Location
from specloom.ir.annotations import Annotator
from specloom.ir.types import AliasType, Field, LinkTo, ListOf, Literals, MapOf, Named, ObjectType, Scalar, Union

HERE = Location(document=None)
NULL = Scalar("none")
PREAMBLE = """
from __future__ import annotations
import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Generic, Literal, NotRequired, TypeAlias, TypedDict, TypeVar
from uuid import UUID

UnixTime: TypeAlias = datetime.datetime
UnixTimeText: TypeAlias = datetime.datetime
T_co = TypeVar("T_co", covariant=True)
class Link(Generic[T_co]): ...
class Order: ...
class Invoice: ...
State: TypeAlias = Literal["new", "done"]
"""
ANSWERS = PREAMBLE + 'Tree: TypeAlias = "list[Tree] | str"\n'
INPUTS = PREAMBLE + (
    'Tree: TypeAlias = "Sequence[Tree] | str"\n'
    "class PlaceInput(TypedDict):\n    id: int\n    note: NotRequired[str]\n"
    "class ShopInput(TypedDict):\n    id: int\n    note: NotRequired[str]\n"
    "class StrictInput(TypedDict):\n    id: int\n    note: str\n"
    "class WideInput(TypedDict):\n    id: int | str\n    note: NotRequired[str]\n"
    "class OrderInput(TypedDict):\n    id: int\n"
)
LITERALS = {
    "PlaceInput": ['{"id": 1, "note": ""}', '{"id": 1}'],
    "ShopInput": ['{"id": 1, "note": ""}', '{"id": 1}'],
    "StrictInput": ['{"id": 1, "note": ""}'],
    "WideInput": ['{"id": 1, "note": ""}', '{"id": ""}'],
    "OrderInput": ['{"id": 1}'],
}
TEXT, WHOLE, NUMBER = Scalar("str"), Scalar("int"), Scalar("float")
SHARED = [
    TEXT,
    WHOLE,
    NUMBER,
    Scalar("bool"),
    Scalar("any"),
    NULL,
    Scalar("bytes"),
    Scalar("datetime"),
    Scalar("date"),
    Scalar("uuid"),
    Scalar("decimal"),
    Scalar("unix-time"),
    Scalar("unix-time-text"),
    Union((TEXT, NULL)),
    Union((WHOLE, TEXT)),
    Literals(("new",)),
    Literals(("new", "done")),
    Literals(("new", "done"), open=True),
    Literals((1, 2)),
    Literals((True, False)),
    Literals((1, "new"), open=True),
    Named("State"),
    Union((Named("State"), NULL)),
    Named("Tree"),
    ListOf(TEXT),
    ListOf(WHOLE),
    ListOf(NUMBER),
    ListOf(Scalar("any")),
    ListOf(Literals(("new",), open=True)),
    ListOf(Named("State")),
    ListOf(Named("Tree")),
    ListOf(ListOf(TEXT)),
    MapOf(Scalar("any")),
    MapOf(TEXT),
    MapOf(Union((TEXT, NULL))),
]
ONLY_ANSWERS = [
    Named("Order"),
    Named("Invoice"),
    Union((Named("Order"), Named("Invoice"))),
    LinkTo("Order"),
    LinkTo("State"),
]
ONLY_INPUTS = [Named(name) for name in LITERALS] + [ListOf(Named("PlaceInput")), Union((Named("ShopInput"), NULL))]


def field(name, type_, *, required=True):
    return Field(name, name, type_, required, "", False, {}, "", HERE)


def named(direction):
    aliases = [AliasType("State", "State", "", Literals(("new", "done")), HERE)]
    aliases.append(AliasType("Tree", "Tree", "", Union((ListOf(Named("Tree")), TEXT)), HERE))
    objects = [ObjectType(name, name, "", (), None, None, HERE) for name in ("Order", "Invoice")]
    if direction == "input":
        note = field("note", TEXT, required=False)
        members = {
            "PlaceInput": ((field("id", WHOLE), note), None),
            "ShopInput": ((field("id", WHOLE), note), None),
            "StrictInput": ((field("id", WHOLE), field("note", TEXT)), None),
            "WideInput": ((field("id", Union((WHOLE, TEXT))), note), None),
            "OrderInput": ((field("id", WHOLE),), "Order"),
        }
        objects = [ObjectType(name, name, "", fields, None, model, HERE) for name, (fields, model) in members.items()]
    return {type_.name: type_ for type_ in (*objects, *aliases)}


def annotator(direction):
    return Annotator(named(direction), direction, models={"Order"}, for_people=True)


@pytest.fixture(scope="module")
def complaints(tmp_path_factory):
    """Pairs that mypy refuses, by direction."""
    folder = tmp_path_factory.mktemp("pairs")
    pairs = {}
    for direction, preamble, types in (
        ("answer", ANSWERS, SHARED + ONLY_ANSWERS),
        ("input", INPUTS, SHARED + ONLY_INPUTS),
    ):
        spelt = annotator(direction)
        lines = preamble.splitlines()
        for number, (source, to) in enumerate(product(types, types)):
            own, wanted = spelt.annotate(source).text, spelt.annotate(to).text
            values = ["value", *(LITERALS.get(source.name, []) if isinstance(source, Named) else [])]
            pair = (direction, source, to)
            for value in values:
                lines.append(f"def f{number}_{len(lines)}(value: {own}) -> None: x: {wanted} = {value}")
                pairs[f"{direction}.py", len(lines)] = pair
        (folder / f"{direction}.py").write_text("\n".join(lines) + "\n", encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--no-incremental",
        "--no-error-summary",
        "--cache-dir=/dev/null",
    ]
    found = subprocess.run([*command, "answer.py", "input.py"], cwd=folder, capture_output=True, text=True, check=False)
    errors = re.findall(r"^(\w+\.py):(\d+): error: (.*)", found.stdout, re.MULTILINE)
    assert errors, found.stderr
    unexpected = [error for error in errors if (error[0], int(error[1])) not in pairs]
    assert not unexpected
    refused = {id(pairs[file, int(line)]) for file, line, _ in errors}
    return [(pair, id(pair) in refused) for pair in {id(pair): pair for pair in pairs.values()}.values()]


@pytest.mark.slow
def test_the_relation_says_of_every_pair_what_mypy_says(complaints):
    wrong = []
    for (direction, source, to), refused in complaints:
        types = named(direction)
        if Assignability(direction, types, types).holds(source, to) == refused:
            spelt = annotator(direction)
            wrong.append(f"{direction}: {spelt.annotate(source).text} → {spelt.annotate(to).text} refused: {refused}")
    assert not wrong, "\n".join(wrong)
    assert len(complaints) > 2000


def chain(prefix, length, leaf):
    """Return objects that hold the next one twice, so that there are more ways to the last than can be counted."""
    types = {}
    for number in range(length):
        name = f"{prefix}{number}"
        inner = Named(f"{prefix}{number + 1}") if number < length - 1 else leaf
        fields = tuple(Field(key, key, inner, False, "", False, {}, "", HERE) for key in "ab")
        types[name] = ObjectType(name, name, "", fields, None, None, HERE)
    return types


@pytest.mark.parametrize(("leaf", "holds"), [(Scalar("str"), True), (Scalar("int"), False)])
def test_each_pair_of_long_chains_is_asked_about_once(leaf, holds):
    relation = Assignability("input", chain("A", 1000, Scalar("str")), chain("B", 1000, leaf))
    assert relation.holds(Named("A0"), Named("B0")) is holds


@pytest.mark.parametrize(("model", "holds"), [("Order", True), ("Invoice", False), (None, False)])
def test_what_takes_the_place_of_a_dictionary_has_to_be_taken_by_the_other(model, holds):
    old, new = ObjectType("A", "A", "", (), None, "Order", HERE), ObjectType("B", "B", "", (), None, model, HERE)
    assert Assignability("input", {"A": old}, {"B": new}).holds(Named("A"), Named("B")) is holds
