"""Answers that keep to the description, and answers that do not."""

import warnings
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated, Any, Literal

import httpx
import pytest
from pydantic import Field
from runtime.errors import Mismatch, MismatchError, MismatchWarning
from runtime.features.by_media_type import by_media_type
from runtime.features.by_name import by_name
from runtime.features.by_status import by_status
from runtime.features.decimal_numbers import DecimalNumber
from runtime.features.tuples import Tuple
from runtime.lenient import construct
from runtime.model import Model
from runtime.request import Request
from typing_extensions import TypeAliasType

if TYPE_CHECKING:
    from .conftest import Mode


class Line(Model):
    sku: str
    quantity: int = Field(alias="qty")


class Order(Model):
    id: int
    created: datetime | None = None
    lines: list[Line] = Field(default_factory=list)
    by_name: dict[str, Line] = Field(default_factory=dict)
    code: Annotated[str, Field(max_length=3)] | None = None


class Cat(Model):
    kind: Literal["cat"]
    lives: int


class Dog(Model):
    kind: Literal["dog"]
    tricks: list[str]


Pet = TypeAliasType("Pet", Cat | Dog)


def ask(
    mode: "Mode",
    content: bytes,
    kind: object,
    method: str = "_json",
    status: int = 200,
    content_type: str = "application/json",
    **settings: object,
):
    response = httpx.Response(status, content=content, headers={"content-type": content_type})
    resource = mode.resource(lambda _: response, **settings)
    request = Request("GET", "/orders/{id}")
    request.path("id", 1)
    return mode.run(getattr(resource, method)(request, *([] if kind is ... else [kind])))


def test_models_come_back_typed_and_keep_what_is_unknown(mode: "Mode"):
    order = ask(mode, b'{"id": 1, "created": "2026-01-02T03:04:05Z", "colour": "red"}', Order)
    assert order.created == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert order.model_extra == {"colour": "red"}


@pytest.mark.parametrize(
    ("kind", "content", "expected"),
    [
        (list[Line], b'[{"sku": "a", "qty": 1}]', [Line(sku="a", qty=1)]),
        (Line | None, b"null", None),
        (dict[str, int], b'{"a": 1}', {"a": 1}),
        (Pet, b'{"kind": "dog", "tricks": []}', Dog(kind="dog", tricks=[])),
        (int, b"3", 3),
    ],
)
def test_other_types_than_models(mode: "Mode", kind: object, content: bytes, expected: object):
    assert ask(mode, content, kind) == expected


@pytest.mark.parametrize(
    ("content", "content_type"),
    [(b'\xef\xbb\xbf{"sku": "\xc3\xbc", "qty": 1}', "application/json"),
     (b'{"sku": "\xfc", "qty": 1}', "application/json; charset=iso-8859-1")],
)  # fmt: skip
def test_byte_order_marks_and_character_sets_are_borne(mode: "Mode", content: bytes, content_type: str):
    assert ask(mode, content, Line, content_type=content_type, on_mismatch="raise") == Line(sku="ü", qty=1)


@pytest.mark.parametrize(
    ("method", "kind", "content", "expected"),
    [
        ("_json", Line, b'{"sku": "\xfc", "qty": 1}', Line(sku="\ufffd", qty=1)),
        ("_text", ..., b"\xfc", "\ufffd"),
        ("_read", by_status({200: str}), b"\xfc", "\ufffd"),
        ("_read", by_media_type({"text/plain": str}), b"\xfc", "\ufffd"),
    ],
)
@pytest.mark.parametrize("charset", ["utf-8", "ascii"])
def test_bytes_that_are_no_text_are_told(
    mode: "Mode", method: str, kind: object, content: bytes, expected: object, charset: str
):
    told: list[Mismatch] = []
    content_type = f"{'application/json' if method == '_json' else 'text/plain'}; charset={charset}"
    assert ask(mode, content, kind, method, content_type=content_type, on_mismatch=told.append) == expected
    assert [each.problems for each in told] == [
        (("", f"some of its bytes are no text in {charset}, and are read as \ufffd"),)
    ]


def test_the_character_that_stands_for_what_is_no_text_is_one(mode: "Mode"):
    assert ask(mode, '"\ufffd"'.encode("utf-16"), str, on_mismatch="raise") == "\ufffd"
    assert ask(mode, "\ufffd".encode(), ..., "_text", content_type="text/plain", on_mismatch="raise") == "\ufffd"


NO_JSON = [b"<html></html>", b'{"id": 1', b"", b" \r\n\t", b"a,b", b"\x89PNG\xff"]


@pytest.mark.parametrize("content", NO_JSON)
@pytest.mark.parametrize("kind", [Order, list[Line], dict[str, int], Pet, Line | None, int])
def test_what_is_no_json_is_told_and_returned_as_it_is(mode: "Mode", content: bytes, kind: object):
    told: list[Mismatch] = []
    returned = content if b"\xff" in content else content.decode().strip() or None
    assert ask(mode, content, kind, on_mismatch=told.append) == returned
    (mismatch,) = told
    assert mismatch.route == "GET /orders/{id}"
    assert mismatch.problems[0][1].startswith("the body is no JSON" if content.strip() else "there is no body")
    assert ask(mode, content, kind, on_mismatch="ignore") == returned
    with pytest.warns(MismatchWarning):
        ask(mode, content, kind, on_mismatch="warn")


@pytest.mark.parametrize("content", NO_JSON)
def test_what_is_no_json_raises_if_the_client_was_told_to(mode: "Mode", content: bytes):
    with pytest.raises(MismatchError, match=r"GET /orders/\{id\}") as caught:
        ask(mode, content, Order, on_mismatch="raise")
    assert caught.value.response.status_code == 200


@pytest.mark.parametrize("content", [b"", b"\n"])
@pytest.mark.parametrize("on_mismatch", ["warn", "ignore"])
def test_what_was_made_is_a_model_without_members(mode: "Mode", content: bytes, on_mismatch: str):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MismatchWarning)
        order = ask(mode, content, Order, status=201, on_mismatch=on_mismatch)
        line = ask(mode, content, Line | None, status=201, on_mismatch=on_mismatch)
        assert ask(mode, content, list[Order], status=201, on_mismatch=on_mismatch) is None
    assert (type(order), order.id, order.lines, order.model_fields_set) == (Order, None, [], set())
    assert (type(line), line.quantity) == (Line, None)


@pytest.mark.parametrize("status", [204, 205])
@pytest.mark.parametrize(("method", "kind"), [("_json", Order), ("_read", by_status({"2XX": Order}))])
def test_a_status_that_never_has_a_body_gives_none(mode: "Mode", status: int, method: str, kind: object):
    assert ask(mode, b"", kind, method, status, on_mismatch=[].append) is None


def test_an_answer_to_head_has_no_body(mode: "Mode"):
    resource = mode.resource(lambda _: httpx.Response(200), on_mismatch="raise")
    assert mode.run(resource._json(Request("HEAD", "/orders"), Order)) is None


WRONG = b'{"id": "private", "lines": [{"sku": "a", "qty": "private"}, {"sku": 7, "qty": "2"}, {"qty": null}]}'
PROBLEMS = {"id", "lines[].qty", "lines[].sku"}


def check(order: Order):
    assert order.id == "private"
    assert [(type(line), line.sku, line.quantity) for line in order.lines] == [
        (Line, "a", "private"),
        (Line, 7, 2),
        (Line, None, None),
    ]


def test_by_default_a_mismatch_warns_and_returns_the_data(mode: "Mode"):
    with pytest.warns(MismatchWarning, match=r"GET /orders/\{id\} contradicts the description: id: ") as caught:
        check(ask(mode, WRONG, Order))
    assert "private" not in str(caught[0].message)


def test_a_mismatch_can_raise(mode: "Mode"):
    with pytest.raises(MismatchError, match=r"lines\[\]\.qty") as caught:
        ask(mode, WRONG, Order, on_mismatch="raise")
    assert "private" not in str(caught.value)
    assert caught.value.__context__ is None


def test_a_mismatch_can_be_ignored(mode: "Mode"):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        check(ask(mode, WRONG, Order, on_mismatch="ignore"))


def test_a_mismatch_can_be_told_to_a_function(mode: "Mode"):
    told: list[Mismatch] = []
    check(ask(mode, WRONG, Order, on_mismatch=told.append))
    assert told[0].route == "GET /orders/{id}"
    assert {path for path, _ in told[0].problems} == PROBLEMS


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (Line, {"sku": "a", "qty": "x", "z": 1}, {"sku": "a", "quantity": "x", "z": 1}),
        (Order, {"id": 1, "by_name": {"a": {"qty": 1}}}, {"id": 1, "by_name": {"a": {"sku": None, "quantity": 1}}}),
        (Order, {"id": 1, "lines": {"0": 1}}, {"id": 1, "lines": {"0": 1}}),
        (Order, {"id": "x", "code": "too long"}, {"id": "x", "code": "too long"}),
        (Line, {"cls": 1, "_fields_set": 2}, {"sku": None, "quantity": None, "cls": 1, "_fields_set": 2}),
    ],
)  # fmt: skip
def test_lenient_models(kind: object, value: object, expected: object):
    built = construct(kind, value)
    assert type(built) is kind
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        members = built.model_dump()
    assert {name: members[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (Cat | Dog, {"kind": "dog", "tricks": "none"}, Dog),
        (Cat | Dog, {"kind": "dog", "tricks": "none", "lives": 9}, Dog),
        (Pet, {"kind": "cat", "lives": "nine"}, Cat),
        (Annotated[Cat | Dog, "note"], {"kind": "mouse"}, Cat),
        (Order | None, {"id": []}, Order),
        (list[Order] | Cat, [{"id": []}], list),
        (list[Order], [{"id": []}], list),
        (Order, [1], list),
        (Order | None, "text", str),
        (tuple[int, Order], ["x", {"id": []}], tuple),
        (tuple[int, ...], [1, "x"], tuple),
        (list[Order] | None, {"no": "list"}, dict),
        (datetime, "yesterday", str),
    ],
)
def test_lenient_types(kind: object, value: object, expected: object):
    assert type(construct(kind, value)) is expected


class Stock(Model):
    count: int | None = None
    __pydantic_extra__: "dict[str, Line]" = Field(init=False)  # pyright: ignore[reportIncompatibleVariableOverride]


class Prices(Model):
    count: int | None = None
    __pydantic_extra__: "dict[str, Price]" = Field(init=False)  # pyright: ignore[reportIncompatibleVariableOverride]


Price = Annotated[DecimalNumber | date | str, by_name({"^p": DecimalNumber, "^d": date}, str)]


def test_further_members_have_their_type_beside_what_does_not_fit():
    stock = construct(Stock, {"count": "many", "a": {"sku": "s", "qty": 1}, "b": {"sku": "s", "qty": "few"}})
    assert stock.model_extra["a"] == Line(sku="s", qty=1)
    assert type(stock.model_extra["b"]) is Line
    prices = construct(Prices, {"count": "many", "d": "2020-01-02", "x": "2020-01-02", "pence": "?"})
    assert prices.model_extra == {"d": date(2020, 1, 2), "x": "2020-01-02", "pence": "?"}


@pytest.mark.parametrize("text", ["0.10", "0.12345678901234567890123"])
def test_decimal_numbers_among_further_members_keep_their_digits(mode: "Mode", text: str):
    prices = ask(mode, f'{{"p": {text}}}'.encode(), Prices, on_mismatch="raise")
    assert str(prices.model_extra["p"]) == text


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (tuple[str, bool], ["a", "yes", "no"], ("a", True, "no")),
        (tuple[bool], ["no", "no"], (False, "no")),
        (tuple[str, date], ["a"], ("a",)),
        (Annotated[tuple[str, *tuple[date, ...]], Tuple], ["a", "2020-01-02", "?"], ("a", date(2020, 1, 2), "?")),
        (tuple[bool, ...], ["yes", "?"], (True, "?")),
    ],
)
def test_what_stands_behind_the_places_of_a_tuple_stays(kind: object, value: object, expected: object):
    assert construct(kind, value) == expected


def test_what_fits_is_converted_beside_what_does_not():
    order = construct(Order, {"id": "x", "created": "2026-01-02T03:04:05Z", "lines": [{"sku": "a", "qty": 1}]})
    assert order.created.year == 2026
    assert order.lines == [Line(sku="a", qty=1)]


def test_unknown_discriminator_values_are_not_quoted(mode: "Mode"):
    class Owner(Model):
        pet: Annotated[Cat | Dog, Field(discriminator="kind")]

    with pytest.raises(MismatchError, match="pet: union_tag_invalid") as caught:
        ask(mode, b'{"pet": {"kind": "private"}}', Owner, on_mismatch="raise")
    assert "private" not in str(caught.value)


@pytest.mark.parametrize(
    ("status", "content", "expected"),
    [
        (200, b'{"sku": "a", "qty": 1}', Line(sku="a", qty=1)),
        (202, b'{"id": 1}', Order(id=1)),
        (204, b"", None),
        (299, b"5", 5),
    ],
)
def test_the_status_chooses_the_type(mode: "Mode", status: int, content: bytes, expected: object):
    kinds = {200: Line, 202: Order, 204: None, "2XX": int}
    assert ask(mode, content, by_status(kinds), "_read", status) == expected


@pytest.mark.parametrize(
    ("status", "content", "content_type", "expected"),
    [
        (200, b'{"sku": "a", "qty": 1}', "application/json", Line(sku="a", qty=1)),
        (206, b"\x00\xff", "application/pdf", b"\x00\xff"),
        (206, b'{"a": 1}', "application/json", b'{"a": 1}'),
        (203, b"5", "text/plain", "5"),
        (203, b'"5"', "application/problem+json", "5"),
    ],
)
def test_the_status_chooses_how_to_read(mode: "Mode", status: int, content: bytes, content_type: str, expected: object):
    kinds = {200: Line, 203: str, 206: bytes}
    assert ask(mode, content, by_status(kinds), "_read", status, content_type, on_mismatch="raise") == expected


def test_an_undescribed_status_is_a_mismatch(mode: "Mode"):
    with pytest.warns(MismatchWarning, match="the status 206 is not described"):
        assert ask(mode, b'{"a": 1}', by_status({200: Line}), "_read", 206) == {"a": 1}
    with pytest.raises(MismatchError, match="206"):
        ask(mode, b"", by_status({200: Line}), "_read", 206, on_mismatch="raise")


def test_a_body_is_missed_only_where_the_status_has_one(mode: "Mode"):
    kinds = by_status({200: Line, 202: None})
    assert ask(mode, b"", kinds, "_read", 202, on_mismatch="raise") is None
    with pytest.warns(MismatchWarning, match="there is no body"):
        assert ask(mode, b"", kinds, "_read", 200) is None


def test_text_bytes_and_nothing(mode: "Mode"):
    assert ask(mode, b"\xe4", ..., "_text", content_type="text/plain; charset=latin-1") == "ä"
    with pytest.warns(MismatchWarning, match="some of its bytes are no text in utf-8"):
        assert ask(mode, b"\xe4", ..., "_text", content_type="text/plain; charset=nonsense") == "\ufffd"
    assert ask(mode, b"\xe4", ..., "_bytes") == b"\xe4"
    assert ask(mode, b"whatever", ..., "_nothing", content_type="text/plain") is None


@pytest.mark.parametrize("ways", [("_nothing", ...), ("_read", by_status({200: None})), ("_read", by_media_type({}))])
def test_data_that_is_not_described_is_told(mode: "Mode", ways: tuple[str, Any]):
    way, kind = ways
    with pytest.warns(MismatchWarning, match="there is a body, and none is described"):
        assert ask(mode, b'{"id": 1}', kind, way) is None
    assert ask(mode, b" {}", kind, way) is None
