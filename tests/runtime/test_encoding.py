import copy
import json
import math
import pickle
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Annotated
from uuid import UUID

import httpx
import pytest
from pydantic import Field, ValidationError
from runtime.encoding import encode, json_bytes
from runtime.errors import MismatchError
from runtime.features.by_name import by_name
from runtime.features.cookies import add_cookie
from runtime.features.decimal_numbers import DecimalNumber
from runtime.features.decimals import DECIMAL_NUMBER, DECIMAL_TEXT, decimal_text
from runtime.features.forms import add_form_field
from runtime.features.multipart import add_part
from runtime.features.seconds import UNIX_TIME, UNIX_TIME_TEXT
from runtime.features.shape_choices import Either, Option
from runtime.features.shapes import Items, Shape
from runtime.features.times import UnixTime
from runtime.features.times_as_text import UnixTimeText
from runtime.model import Model
from runtime.request import Request
from runtime.response import Source, decode
from runtime.unset import UNSET

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)


class Color(Enum):
    RED = "red"


class Size(IntEnum):
    BIG = 3


class Part(Model):
    part_number: str | None = Field(default=None, alias="partNumber")
    stock: int | None = None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("text", "text"),
        (1, 1),
        (1.5, 1.5),
        (True, True),
        (None, None),
        (Decimal("12.50"), Decimal("12.50")),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (date(2026, 1, 2), "2026-01-02"),
        (datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), "2026-01-02T03:04:05Z"),
        (timedelta(hours=1), "PT1H"),
        (Color.RED, "red"),
        (Size.BIG, 3),
        (b"\xff\xfe", "//4="),
        ((1, Color.RED), [1, "red"]),
        ({"a": UNSET, "b": None}, {"b": None}),
        ({Color.RED: 1}, {"red": 1}),
        (Part(partNumber="p", other=1), {"partNumber": "p", "other": 1}),
        (Part(stock=None), {"stock": None}),
    ],
)
def test_encode(value: object, expected: object):
    encoded = encode(value)
    assert encoded == expected
    assert type(encoded) is type(expected)


def test_shapes_give_wire_names_at_every_depth():
    address = Shape(names={"zip_code": "zipCode"})
    person = Shape(
        names={"first_name": "firstName", "home": "home_address"},
        nested=lambda: {"home": address, "others": address, "by_name": Shape(each=address)},
    )
    value = {
        "first_name": "A",
        "unknown_key": 1,
        "home": {"zip_code": "1"},
        "others": [{"zip_code": "2"}],
        "by_name": {"zip_code": {"zip_code": "3"}},
    }
    assert encode(value, person) == {
        "firstName": "A",
        "unknown_key": 1,
        "home_address": {"zipCode": "1"},
        "others": [{"zipCode": "2"}],
        "by_name": {"zip_code": {"zipCode": "3"}},
    }


def test_a_shape_may_contain_itself():
    tree = Shape(names={"is_leaf": "isLeaf"}, nested=lambda: {"children": tree})
    assert encode({"children": [{"is_leaf": True}]}, tree) == {"children": [{"isLeaf": True}]}


def test_an_object_of_one_of_several_shapes_may_use_the_keys_of_each():
    inner = Shape({"zip_code": "zipCode"})
    shape = Either(
        Option(Shape({"a_b": "aB"}), keys=["a_b"]), Option(Shape({"c_d": "cD"}, lambda: {"c_d": inner}), keys=["c_d"])
    )
    assert encode({"a_b": 1, "c_d": {"zip_code": 2}}, shape) == {"aB": 1, "cD": {"zipCode": 2}}


@pytest.mark.parametrize(("value", "written"), [({"a_b": 1}, {"aB": 1}), ({"a_b": 1, "c": 2}, {"a_b": 1, "c": 2})])
def test_an_object_is_rather_a_described_one_than_any(value: dict[str, int], written: dict[str, int]):
    shape = Either(Option(Shape()), Option(Shape({"a_b": "aB"}), keys=["a_b"]))
    assert encode([value], shape) == [written]


@pytest.mark.parametrize("value", [math.nan, math.inf, Decimal("NaN"), [-math.inf]])
def test_numbers_that_json_lacks_are_refused(value: object):
    with pytest.raises(ValueError, match="no JSON number"):
        encode(value)


def test_nan_inside_a_model_is_refused_too():
    with pytest.raises(ValueError, match="JSON"):
        json_bytes(encode(Part(weight=math.nan)))


def test_json_is_compact_utf8():
    assert json_bytes({"ä": [1, 2]}) == '{"ä":[1,2]}'.encode()


@pytest.mark.parametrize("value", [UNSET, ["a", UNSET], {"a": [UNSET]}])
def test_unset_is_no_value_by_itself(value: object):
    with pytest.raises(ValueError, match="UNSET leaves out a member"):
        encode(value)


def test_unset_takes_a_member_out_of_a_model_at_every_depth():
    part = Part.model_validate({"stock": 1, "inner": {"a": 1, "b": 2}, "more": 3})
    part.inner["a"] = UNSET
    other = Part(stock=2)
    other.stock = UNSET
    assert other.stock is None
    changed = part.model_copy(update={"stock": UNSET, "more": UNSET, "part_number": "x", "other": other})
    assert encode([changed]) == [{"partNumber": "x", "inner": {"b": 2}, "other": {}}]
    del part.stock
    assert encode(part) == {"inner": {"b": 2}, "more": 3}
    part.inner["b"] = [UNSET]
    with pytest.raises(ValueError, match="UNSET leaves out a member"):
        encode(part)


@pytest.mark.parametrize("value", [UNSET, [UNSET]])
def test_unset_is_no_value_of_a_model(value: object):
    for wrong in ({"stock": value}, {"partNumber": value}):
        with pytest.raises(ValidationError):
            Part(**wrong)


def test_unset_is_one_however_it_is_copied():
    assert copy.deepcopy(UNSET) is copy.copy(UNSET) is pickle.loads(pickle.dumps(UNSET)) is UNSET  # noqa: S301 - as below


def test_a_model_is_shown_however_deep_it_is():
    part = Part()
    for _ in range(1000):
        part = Part(inner=part)
    assert repr(part).startswith("Part(part_number=None, stock=None, inner=Part(")
    assert "Part(…)" in repr(part)


class Stay(Model):
    guest: str
    nights: int
    day: date = Field(alias="from")
    part: Part | None = None
    price: float | None = None
    nightly: list[float] | None = None
    __pydantic_extra__: dict[str, Annotated[int, by_name({"^x-": int})]] = Field(init=False)


@pytest.mark.parametrize(
    ("name", "value"),
    [("guest", None), ("guest", UNSET), ("nights", None), ("nights", "many"), ("day", NOON), ("part", "x")],
)
def test_an_attribute_of_a_model_takes_what_its_type_has(name: str, value: object):
    stay = Stay.model_validate({"guest": "A", "nights": 1, "from": "2026-01-02"})
    with pytest.raises(ValidationError) as caught:
        setattr(stay, name, value)
    assert caught.value.__notes__ == [f"in {name!r}"]
    with pytest.raises(ValidationError):
        stay.model_copy(update={name: value})
    assert json_bytes(encode(stay)) == b'{"guest":"A","nights":1,"from":"2026-01-02"}'


def test_what_is_set_in_a_model_is_sent_as_its_type_has_it():
    stay = Stay.model_validate({"guest": "A", "nights": 1, "from": "2026-01-02", "more": 1})
    stay.day, stay.part = datetime(2026, 1, 3, tzinfo=UTC), {"part_number": "x"}  # type: ignore[assignment]
    stay.nights, stay.price, stay.nightly, stay.guest = True, 2**53 + 1, [2**53 + 1], "B"
    stay.more = [UNSET]  # type: ignore[attr-defined]
    stay.more = UNSET  # type: ignore[attr-defined]
    assert stay.model_extra == {}
    assert json_bytes(encode(stay)) == (
        b'{"guest":"B","nights":1,"from":"2026-01-03","part":{"partNumber":"x"},"price":9007199254740993,'
        b'"nightly":[9007199254740993]}'
    )


class Kept(Part, frozen=True):
    """A model of the caller's own, which says more of its fields."""

    notes: list[str] = Field(default_factory=lambda: ["new"])


class Open(Part):
    notes: list[str] = Field(default_factory=lambda: ["new"])


def test_unset_makes_a_default_anew_and_nothing_of_what_cannot_be_set():
    given = {"partNumber": "x", "notes": ["a"]}
    part, kept = Open.model_validate(given), Kept.model_validate(given)
    part.notes = UNSET  # type: ignore[assignment]
    assert part.notes == ["new"]
    assert encode(part) == {"partNumber": "x"}
    with pytest.raises(ValidationError, match="Instance is frozen"):
        kept.notes = UNSET  # type: ignore[assignment,misc]
    assert encode(kept) == given


class Meeting(Model):
    at: datetime | None = None
    others: list[datetime] | None = None
    began: UnixTime | None = None


NAIVE = datetime(2026, 1, 2, 3, 4)  # noqa: DTZ001 - that is the matter


@pytest.mark.parametrize("member", [{"at": NAIVE}, {"others": [NAIVE]}, {"began": NAIVE}])
def test_a_time_of_which_nobody_knows_when_it_is_leaves_no_model(member: dict[str, object]):
    for meeting in (Meeting(**member), Meeting().model_copy(update=member), Meeting(at=None, more=Meeting(**member))):
        with pytest.raises(ValueError, match="a time without a time zone cannot be sent"):
            encode(meeting)


def test_a_time_without_an_offset_goes_back_as_it_came():
    told = []
    content = b'{"at":"2026-01-02T03:04:00","others":["2026-01-02T03:04:05.500000","2026-01-02T03:04:00Z"]}'
    meeting = decode(
        Source(httpx.Response(200, content=content, request=httpx.Request("GET", "/")), "GET /", told.append), Meeting
    )
    assert meeting.at == NAIVE
    assert [path for path, _ in told[0].problems] == ["at", "others[]"]
    for each in (meeting, copy.deepcopy(meeting), pickle.loads(pickle.dumps(meeting))):  # noqa: S301 - pickled here
        assert json_bytes(encode(each)) == json_bytes(encode({"at": each.at, "others": each.others})) == content
    computed = [meeting.at + timedelta(1), meeting.at - timedelta(1), meeting.at.replace(hour=1)]
    for at in (*computed, *map(copy.deepcopy, computed)):
        for value in (at, Meeting(at=at), Meeting(others=[at]), Meeting(began=meeting.at)):
            with pytest.raises(ValueError, match="a time without a time zone cannot be sent"):
                encode(value)


def test_what_cannot_be_sent_has_a_note_of_where_it_stands():
    with pytest.raises(ValueError, match="no JSON number") as caught:
        encode({"lines": [{"price": math.nan}]})
    assert caught.value.__notes__ == ["in 'price'", "in 'lines'"]


@pytest.mark.parametrize(
    "write", [Request.path, Request.query, Request.header, Request.field, add_cookie, add_form_field, add_part]
)
def test_what_an_argument_cannot_be_is_told_with_its_name(write):
    with pytest.raises(ValueError, match="a time without a time zone") as caught:
        write(Request("GET", "/{at}"), "at", [datetime(2026, 1, 2)])  # noqa: DTZ001 - that is the matter
    assert caught.value.__notes__ == ["in 'at'"]


def test_unset_is_false_and_says_its_name():
    assert not UNSET
    assert repr(UNSET) == "UNSET"


@pytest.mark.parametrize(
    ("shape", "value", "written"),
    [
        (UNIX_TIME, datetime(2016, 8, 25, 11, 0, tzinfo=UTC), 1472122800),
        (UNIX_TIME, 1472122800, 1472122800),
        (UNIX_TIME_TEXT, datetime(2016, 8, 25, 11, 0, tzinfo=UTC), "1472122800"),
        (UNIX_TIME_TEXT, 1472122800, "1472122800"),
        (UNIX_TIME_TEXT, "", ""),
        (UNIX_TIME, None, None),
    ],
)
def test_times_that_travel_as_seconds(shape: Shape, value: object, written: object):
    assert encode(value, shape) == written
    assert encode({"at": [value]}, Shape({"at": "At"}, lambda: {"at": shape})) == {"At": [written]}


def test_a_model_reads_seconds_and_writes_them_back_as_they_came():
    class Ticket(Model):
        made: UnixTime
        due: UnixTimeText | None = None

    ticket = Ticket.model_validate_json('{"made": 1472122800, "due": "1472122800"}')
    assert ticket.made == ticket.due == datetime(2016, 8, 25, 11, 0, tzinfo=UTC)
    assert ticket.model_dump_json(by_alias=True) == '{"made":1472122800,"due":"1472122800"}'
    for wrong in ('"soon"', "true", "{}", "NaN", "Infinity", "1e300", "9" * 30, f'"{"9" * 30}"', f'"{"9" * 5000}"'):
        with pytest.raises(ValidationError):
            Ticket.model_validate_json(f'{{"made": {wrong}}}')


@pytest.mark.parametrize("digits", ["1.10", "12345678901234567890.123456789", "-0.0000001", "0", "1E+2"])
def test_decimal_numbers_keep_their_digits(digits):
    shape = Shape({"net_price": "netPrice"}, lambda: {"net_price": DECIMAL_NUMBER})
    text = json_bytes(encode({"net_price": Decimal(digits), "note": digits}, shape))
    assert text == f'{{"netPrice":{Decimal(digits)},"note":"{digits}"}}'.encode()
    assert json.loads(text, parse_float=Decimal)["netPrice"] == Decimal(digits)


class Priced(Model):
    price: DecimalNumber | None = None
    weight: float | None = None
    inner: "list[Priced] | None" = None


DIGITS = ["0.10", "1.50", "-0.0", "12345678901234567890.123456789", "1E+2", "7", "0.30000000000000004"]


@pytest.mark.parametrize("digits", DIGITS)
def test_a_decimal_number_is_read_and_written_with_its_digits(digits):
    text = f'{{"price":{digits},"weight":1.5,"inner":[{{"price":{digits}}}],"new":2.5}}'.encode()
    response = httpx.Response(200, content=text, request=httpx.Request("GET", "http://x"))
    found = decode(Source(response, "GET /", "raise"), Priced)
    assert str(found.price) == str(found.inner[0].price) == digits
    assert (type(found.weight), found.weight) == (float, 1.5)
    assert json_bytes(encode(found)) == text
    assert json_bytes(encode({"order": [found]})) == b'{"order":[' + text + b"]}"


@pytest.mark.parametrize("value", ["NaN", '"much"', "true"])
def test_what_is_no_decimal_number_is_reported(value):
    response = httpx.Response(200, text=f'{{"price":{value},"weight":1.50}}', request=httpx.Request("GET", "http://x"))
    with pytest.raises(MismatchError, match="price"):
        decode(Source(response, "GET /", "raise"), Priced)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (25, "25"),
        (10.5, "10.5"),
        (Decimal("1E+2"), "100"),
        (Decimal("0.10"), "0.10"),
        ("7,5", "7,5"),
        (1e-7, "0.0000001"),
    ],
)
def test_decimal_texts_are_texts_whatever_is_given(value, text):
    shape = Shape(nested=lambda: {"price": DECIMAL_TEXT})
    assert encode({"price": value, "others": [1, 2.5]}, shape) == {"price": text, "others": [1, 2.5]}


@pytest.mark.parametrize(("value", "text"), [(25, "25.00"), (0.1, "0.10"), (Decimal("1.500"), "1.50"), (-3, "-3.00")])
def test_decimal_texts_have_the_digits_that_are_demanded(value, text):
    assert encode([value], decimal_text(2)) == [text]


@pytest.mark.parametrize("shape", [DECIMAL_TEXT, decimal_text(2), DECIMAL_NUMBER])
@pytest.mark.parametrize("value", [math.nan, math.inf, Decimal("NaN"), Decimal("-Infinity")])
def test_what_is_no_number_is_no_decimal(value, shape):
    with pytest.raises(ValueError, match="is no JSON number"):
        encode(value, shape)


def test_digits_that_would_be_lost_are_not_sent():
    with pytest.raises(ValueError, match=r"12\.345 has more than 2 digits"):
        encode(Decimal("12.345"), decimal_text(2))


@pytest.mark.parametrize(
    ("shape", "value"),
    [
        (Items(), ["a", None]),
        (Items(Items()), [["a"], [None]]),
        (Items(Items(), nulls=True), [None, [None]]),
        (Items(Shape({"zip_code": "zip"})), [{"zip_code": "3"}, None]),
        (Shape(nested=lambda: {"tags": Items()}), {"tags": (None,)}),
        (Shape(full=True), {"any": None}),
        (Shape(each=Items()), {"any": [None]}),
    ],
)
def test_null_is_no_item_where_the_description_has_none(shape: Shape, value: object):
    with pytest.raises(ValueError, match="may not be None"):
        encode(value, shape)


@pytest.mark.parametrize(
    ("shape", "value", "written"),
    [
        (Items(), ("a", "b"), ["a", "b"]),
        (Items(texts=True), "text", "text"),
        (Items(Items(), nulls=True), [None, ["a"]], [None, ["a"]]),
        (Items(Shape({"zip_code": "zip"})), [{"zip_code": "3"}], [{"zip": "3"}]),
        (Items(Shape({"zip_code": "zip"})), {"zip_code": "3"}, {"zip": "3"}),
        (Shape(each=Items()), {"any": iter("ab"), "other": None}, {"any": ["a", "b"], "other": None}),
    ],
)
def test_items_are_written_as_their_shape_has_it(shape: Shape, value: object, written: object):
    assert encode(value, shape) == written
