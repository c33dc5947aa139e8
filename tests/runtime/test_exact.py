"""What is read exactly as it is described, and what is said of everything else."""

import copy
import json
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar
from uuid import UUID

import httpx
import pytest
from pydantic import Field
from runtime.encoding import TimeAsItCame, encode, json_bytes
from runtime.errors import MismatchError, MismatchWarning
from runtime.features.decimal_numbers import DecimalNumber
from runtime.features.either import DecimalOrText
from runtime.features.encoded_bytes import BASE64, Base64, Base64Url
from runtime.features.times import UnixTime
from runtime.features.times_as_text import UnixTimeText
from runtime.model import Model
from runtime.request import Request
from typing_extensions import TypeAliasType

if TYPE_CHECKING:
    from .conftest import Mode

M = TypeVar("M", bound=Model)

Circle = TypeAliasType("Circle", "list[Circle] | int")


class Inner(Model):
    count: int | None = None


class Thing(Model):
    value: Any = None
    integer: int | None = None
    limited: Annotated[int | None, Field(ge=3)] = None
    number: float | None = None
    positive: Annotated[float | None, Field(ge=0)] = None
    flag: bool | None = None
    text: str | None = None
    at: datetime | None = None
    day: date | None = None
    hour: time | None = None
    key: UUID | None = None
    code: Base64 | None = None
    url_code: Base64Url | None = None
    decimal: Decimal | None = None
    limited_decimal: Annotated[Decimal | None, Field(ge=0)] = None
    decimal_number: DecimalNumber | None = None
    positive_decimal: Annotated[DecimalNumber | None, Field(ge=0)] = None
    unix: UnixTime | None = None
    unix_text: UnixTimeText | None = None
    kind: Literal["a", "b"] | str | None = None  # noqa: PYI051 - as open enumerations are
    level: Literal[1, 2] | int | None = None  # noqa: PYI051 - as above
    closed_level: Literal[1, 2] | None = None
    yes: Literal[True] | None = None
    mixed: Literal["a", 1, False] | None = None
    at_or_text: datetime | str | None = None
    number_or_text: int | str | None = None
    either_number: int | float | bool | None = None
    many: list[int] | None = None
    by_name: dict[str, datetime] | None = None
    pair: tuple[int, datetime] | None = None
    inner: Inner | None = None
    circle: Circle | None = None


def ask(mode: "Mode", members: str, on_mismatch: object = "raise") -> Thing:
    return ask_for(Thing, mode, members, on_mismatch)


def ask_for(kind: type[M], mode: "Mode", members: str, on_mismatch: object) -> M:
    response = httpx.Response(200, content=members.encode(), headers={"content-type": "application/json"})
    resource = mode.resource(lambda _: response, on_mismatch=on_mismatch)
    return mode.run(resource._json(Request("GET", "/things"), kind))


def test_members_without_a_type_are_kept_whatever_python_would_call_them(mode: "Mode"):
    class Named(Model):
        created_at: str | None = Field(None, alias="createdAt")

    for content in ('{"created_at": 1}', '{"created_at": 1, "createdAt": "a"}', '{"createdAt": null}'):
        response = httpx.Response(200, content=content.encode(), headers={"content-type": "application/json"})
        resource = mode.resource(lambda _, response=response: response, on_mismatch="raise")
        found = mode.run(resource._json(Request("GET", "/things"), Named))
        assert encode(found) == json.loads(content)


NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "sent", "value"),
    [
        ("integer", "1.0", 1),
        ("integer", "1e2", 100),
        ("integer", "123456789012345678901234567890", 123456789012345678901234567890),
        ("limited", "3.0", 3),
        ("number", "1", 1.0),
        ("number", "12345678901234567", 12345678901234567),
        ("number", "-12345678901234567", -12345678901234567),
        ("number", "0.30000000000000004", 0.30000000000000004),
        ("positive", "12345678901234567", 12345678901234567),
        ("at", '"2026-01-01T00:00:00Z"', NEW_YEAR),
        ("at", '"2026-01-01t00:00:00.000z"', NEW_YEAR),
        ("at", '"2026-01-01 01:00:00.000000000+0100"', NEW_YEAR),
        ("day", '"2026-01-01"', date(2026, 1, 1)),
        ("hour", '"08:30:00"', time(8, 30)),
        ("hour", '"08:30:00.5Z"', time(8, 30, 0, 500_000, UTC)),
        ("key", '"12345678-1234-5678-1234-567812345678"', UUID("12345678-1234-5678-1234-567812345678")),
        ("code", '"+/8="', b"\xfb\xff"),
        ("code", '""', b""),
        ("url_code", '"-_8="', b"\xfb\xff"),
        ("decimal", '"1.50"', Decimal("1.50")),
        ("limited_decimal", '"0.1000000000000000000001"', Decimal("0.1000000000000000000001")),
        ("decimal_number", "1.5", Decimal("1.5")),
        ("decimal_number", "7", Decimal(7)),
        ("decimal_number", "0.1000000000000000000001", Decimal("0.1000000000000000000001")),
        ("positive_decimal", "0.10000000000000000001", Decimal("0.10000000000000000001")),
        ("unix", "1767225600", NEW_YEAR),
        ("unix", "1767225600.0", NEW_YEAR),
        ("unix_text", '"1767225600"', NEW_YEAR),
        ("kind", '"c"', "c"),
        ("level", "3", 3),
        ("level", "1.0", 1),
        ("closed_level", "2.0", 2),
        ("yes", "true", True),
        ("mixed", "false", False),
        ("mixed", "1", 1),
        ("value", '["NaN", "1e400", "0e000", 1e200]', ["NaN", "1e400", "0e000", 1e200]),
        ("at_or_text", '"12345"', "12345"),
        ("at_or_text", '"2026-01-01T00:00:00Z"', NEW_YEAR),
        ("number_or_text", '"5"', "5"),
        ("number_or_text", "5.0", 5),
        ("either_number", "2.0", 2.0),
        ("either_number", "true", True),
        ("many", "[1, 2.0]", [1, 2]),
        ("by_name", '{"a": "2026-01-01T00:00:00Z"}', {"a": NEW_YEAR}),
        ("pair", '[1, "2026-01-01T00:00:00Z"]', (1, NEW_YEAR)),
        ("inner", '{"count": 2.0}', Inner(count=2)),
        ("circle", "[[1.0], 2]", [[1], 2]),
    ],
)
def test_what_is_described_is_no_contradiction(mode: "Mode", name: str, sent: str, value: object):
    found = getattr(ask(mode, f'{{"{name}": {sent}}}'), name)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("name", "sent", "value", "told"),
    [
        ("integer", "true", 1, "sent as a boolean, described as an integer"),
        ("integer", '"5"', 5, "sent as a string, described as an integer"),
        ("integer", "1.5", 1.5, "sent as a number, described as an integer"),
        ("integer", "[1]", [1], "sent as an array, described as an integer"),
        ("limited", "2", 2, "Input should be greater than or equal to 3"),
        ("number", '"1.5"', 1.5, "sent as a string, described as a number"),
        ("number", "0.12345678901234567890", 0.12345678901234567890, "it has more digits than a float holds"),
        ("number", "1e400", float("inf"), "it is larger than a float holds"),
        ("number", "1e-400", 0.0, "it has more digits than a float holds"),
        ("value", "[-1E-400]", [-0.0], "it has more digits than a float holds"),
        ("number", "Infinity", float("inf"), "JSON has no such number"),
        ("value", "[1e+400]", [float("inf")], "it is larger than a float holds"),
        ("surplus", "-1.5E400", float("-inf"), "it is larger than a float holds"),
        ("surplus", "-Infinity", float("-inf"), "JSON has no such number"),
        ("level", "true", True, "sent as a boolean, described as an integer"),
        ("closed_level", "true", 1, "Input should be 1 or 2"),
        ("closed_level", "3", 3, "Input should be 1 or 2"),
        ("yes", "1", True, "Input should be True"),
        ("mixed", "0", False, "Input should be 'a', 1 or False"),
        ("mixed", "true", 1, "Input should be 'a', 1 or False"),
        ("value", "0.12345678901234567890", 0.12345678901234567890, "it has more digits than a float holds"),
        ("positive", "-1", -1, "Input should be greater than or equal to 0"),
        ("flag", '"off"', False, "sent as a string, described as a boolean"),
        ("flag", "1", True, "sent as an integer, described as a boolean"),
        ("text", "5", 5, "sent as an integer, described as a string"),
        ("at", "1767225600", NEW_YEAR, "sent as an integer, described as a date-time"),
        ("at", '"1767225600"', NEW_YEAR, "Input should be a date-time of RFC 3339"),
        ("at", '"2016-12-31T23:59:60Z"', "2016-12-31T23:59:60Z", "and no leap second"),
        ("at", '"2026-01-01T00:00:00"', TimeAsItCame.of("2026-01-01"), "Input should be a date-time of RFC 3339"),
        ("at", '"2026-01-01T00:00:00.000000001Z"', NEW_YEAR, "Input should be a date-time of RFC 3339"),
        ("day", '"86400"', date(1970, 1, 2), "Input should be a date of RFC 3339"),
        ("day", "86400", date(1970, 1, 2), "sent as an integer, described as a date"),
        ("hour", '"12:00"', time(12), "Input should be a time of RFC 3339"),
        ("key", "5", 5, "sent as an integer, described as a UUID"),
        ("key", f'"{"0" * 32}"', UUID(int=0), "Input should be a UUID of RFC 9562, with its hyphens"),
        ("code", "5", 5, "sent as an integer, described as base64"),
        ("code", '"-_8="', "-_8=", "Input should be base64"),
        ("code", '"+/8 ="', "+/8 =", "Input should be base64"),
        ("url_code", '"+/8="', "+/8=", "Input should be base64 in the letters of URLs"),
        ("decimal", "1.5", Decimal("1.5"), "sent as a number, described as a decimal number as text"),
        ("decimal_number", '"1.5"', Decimal("1.5"), "sent as a string, described as a number"),
        ("decimal_number", "true", True, "sent as a boolean, described as a number"),
        ("unix", '"1767225600"', NEW_YEAR, "sent as a string, described as an integer"),
        ("unix", "17672256000000", 17672256000000, "Input should be a time that a calendar has"),
        ("unix_text", '"17672256000000"', "17672256000000", "Input should be a time that a calendar has"),
        ("unix_text", "1767225600", NEW_YEAR, "sent as an integer, described as seconds as text"),
        ("many", '[1, "2"]', [1, 2], "sent as a string, described as an integer"),
        ("pair", "[1]", (1,), "Field required"),
        ("surplus", "0.12345678901234567890", 0.12345678901234567890, "it has more digits than a float holds"),
    ],
)  # fmt: skip
def test_nothing_is_converted_in_silence(mode: "Mode", name: str, sent: str, value: object, told: str):
    members = f'{{"{name}": {sent}}}'
    with pytest.warns(MismatchWarning, match=f": {name}.*{told}"):
        found = getattr(ask(mode, members, "warn"), name)
    assert (found, type(found)) == (value, type(value))
    with pytest.raises(MismatchError):
        ask(mode, members)


@pytest.mark.filterwarnings("error")
def test_what_contradicts_its_type_goes_back_without_a_word(mode: "Mode"):
    sent: dict[str, Any] = {
        "integer": "x",
        "day": "?",
        "at": "2016-12-31T23:59:60Z",
        "flag": {"a": [1]},
        "inner": {"count": "y"},
    }
    found = ask(mode, json.dumps(sent), on_mismatch="ignore")
    assert encode(found) == sent


def test_what_was_read_goes_back_as_it_came(mode: "Mode"):
    members = {"integer": 1, "number": 12345678901234567, "at_or_text": "12345", "unix_text": "1767225600", "more": [1]}
    found = ask(mode, json.dumps(members))
    assert found.model_dump(mode="json", by_alias=True, exclude_unset=True) == members


@pytest.mark.parametrize("text", ["+/8", "+/\n8=\n", "+/9=", "no base64"])
def test_bytes_go_back_as_the_text_that_they_came_as(mode: "Mode", text: str):
    found = ask(mode, json.dumps({"code": text}), on_mismatch="ignore")
    assert encode(found) == encode(copy.deepcopy(found)) == {"code": text}
    assert encode(found.code, BASE64) == text


@pytest.mark.parametrize("copied", [lambda found: found, copy.deepcopy, copy.copy])
def test_a_uuid_goes_back_with_its_capitals(mode: "Mode", copied: Callable[[Any], Any]):
    text = "ABCDEF12-0000-4000-8000-00000000000a"
    key = copied(ask(mode, json.dumps({"key": text}))).key
    assert (key, str(key), repr(key), isinstance(key, UUID)) == (UUID(text), text, f"UUID('{text}')", True)
    assert encode(Thing(key=key)) == {"key": text}
    assert encode(key) == text


class Money(Model):
    text: Decimal | None = None
    number: DecimalNumber | None = None
    either: DecimalOrText | None = None
    unix: UnixTime | None = None
    unix_text: UnixTimeText | None = None
    decimal_or_text: Decimal | str | None = None
    number_or_text: DecimalNumber | str | None = None
    time_or_text: UnixTime | str | None = None
    many: list[DecimalNumber] | None = None


@pytest.mark.parametrize(
    "members",
    [
        {"text": "0.00000001", "either": "0.00000001"},
        {"text": "12345678901234567890.10", "number_or_text": "1e3"},
        {"decimal_or_text": "007", "number_or_text": "1.50", "time_or_text": "12"},
        {"decimal_or_text": "1e3", "time_or_text": "x"},
        {"decimal_or_text": "+5"},
        {"decimal_or_text": "-0.50"},
    ],
)
def test_texts_go_back_letter_by_letter(mode: "Mode", members: dict[str, str]):
    found = ask_for(Money, mode, json.dumps(members), "raise")
    assert encode(found) == members


@pytest.mark.parametrize("name", ["text", "number", "either", "unix", "unix_text", "time_or_text", "many"])
@pytest.mark.parametrize("value", [True, {"a": "later"}, [1, "later"]])
def test_what_contradicts_its_type_goes_back_as_it_came(mode: "Mode", name: str, value: object):
    with pytest.warns(MismatchWarning):
        found = ask_for(Money, mode, json.dumps({name: value}), "warn")
    assert json.loads(json_bytes(encode(found))) == {name: value}


def test_python_callers_make_models_as_before():
    made = Thing.model_validate({"integer": "5", "at": "2026-01-01T00:00:00Z", "unix": "1767225600", "decimal": 1.5})
    assert (made.integer, made.at, made.unix, made.decimal) == (5, NEW_YEAR, NEW_YEAR, Decimal("1.5"))
    assert Thing.model_json_schema()["properties"]["integer"]["anyOf"] == [{"type": "integer"}, {"type": "null"}]


class Item(Model):
    price: DecimalNumber | None = None
    weight: float | None = None
    note: str | None = None
    parts: "list[Item] | None" = None


@pytest.mark.parametrize(
    "text",
    [
        '{"price": 12.50, "note": "12.50"}',
        '{"price":1.0, "parts" : [ {"price" : -0.10 },{"price":100.00}]}',
        '{"price": 1.50, "weight": 2.50}',
        '{"price": 1.50, "other": {"deep": [3.50, 4.10]}}',
        '{"price": 1.50, "note": ": 12.50, [1.50]"}',
        '{"price": 1.50, "note": "\\": 12.50,"}',
        '{"price": 1E+2, "parts": [{"price": 1.5e-3}]}',
        '{"price": 12345678901234567890.1234567890, "note": "long"}',
    ],
)
def test_decimal_numbers_come_with_all_their_digits(mode: "Mode", text: str):
    response = httpx.Response(200, content=text.encode(), headers={"content-type": "application/json"})
    resource = mode.resource(lambda _: response, on_mismatch="raise")
    found = mode.run(resource._json(Request("GET", "/items"), Item))
    expected = json.loads(text, parse_float=Decimal)

    def same(item: Item, members: dict[str, object]) -> bool:
        assert str(item.price) == str(members["price"])
        assert (item.weight, item.note) == (members.get("weight"), members.get("note"))
        assert item.model_extra == ({"other": {"deep": [3.5, 4.1]}} if "other" in members else {})
        return all(map(same, item.parts or [], members.get("parts", [])))

    assert same(found, expected)
