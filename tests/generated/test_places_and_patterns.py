"""Arrays with types for their places, and members whose types follow from their names: read exactly, and sent as read."""

import datetime as dt
import json
from decimal import Decimal
from types import ModuleType

import httpx
import pytest
from small_client import small_client

DATE, INTEGER, STRING = {"type": "string", "format": "date"}, {"type": "integer"}, {"type": "string"}
DAY, TEXT = dt.date(2020, 1, 1), "2020-01-01"
SCHEMAS = {
    "row": {"type": "array", "prefixItems": [DATE, INTEGER], "items": STRING},
    "long": {"type": "array", "prefixItems": [DATE], "unevaluatedItems": STRING, "minItems": 1},
    "stops": {
        "type": "array",
        "minItems": 1,
        "prefixItems": [{"type": "object", "properties": {"on": DATE}}],
        "items": {"type": "object", "properties": {"on": STRING}},
    },
    "pair": {"type": "array", "prefixItems": [DATE, INTEGER], "items": False, "minItems": 1},
    "pairs": {
        "type": "object",
        "additionalProperties": {
            "type": "array",
            "items": {"oneOf": [{"$ref": "#/components/schemas/pair"}, {"type": "null"}]},
        },
    },
    "many": {
        "oneOf": [
            {"type": "array", "prefixItems": [STRING, INTEGER], "items": False},
            {"type": "array", "items": INTEGER},
        ]
    },
    "maps": {"anyOf": [{"type": "object", "additionalProperties": kind} for kind in (INTEGER, DATE)]},
    "nestedmaps": {
        "anyOf": [
            {"type": "object", "additionalProperties": {"type": "array", "items": kind}} for kind in (INTEGER, DATE)
        ]
    },
    "found": {"type": "array", "contains": STRING, "unevaluatedItems": INTEGER},
    "days": {"type": "object", "patternProperties": {"^d-": DATE}},
    "both": {
        "type": "object",
        "patternProperties": {"^d-": DATE, "^n-": {"type": "number", "format": "decimal"}, "-t$": STRING},
        "additionalProperties": False,
    },
    "dated": {"type": "object", "patternProperties": {"^d-": DATE}, "additionalProperties": False},
    "nested": {
        "type": "object",
        "properties": {"name": STRING},
        "patternProperties": {"^n-": {"$ref": "#/components/schemas/nested"}},
        "unevaluatedProperties": False,
    },
    "trip": {
        "type": "object",
        "required": ["name"],
        "properties": {"name": STRING, "d-end": {}},
        "patternProperties": {"^d-": DATE, "^stop": {"type": "object", "properties": {"on": DATE}}},
        "additionalProperties": INTEGER,
    },
}


def description() -> dict[str, object]:
    def content(schema: object) -> dict[str, object]:
        return {"content": {"application/json": {"schema": schema}}}

    paths = {
        f"/{name}": {
            "get": {"operationId": f"get_{name}", "tags": ["t"], "responses": {"200": content({"$ref": reference})}},
            "post": {
                "operationId": f"send_{name}",
                "tags": ["t"],
                "requestBody": {"required": True, **content({"type": "array", "items": {"$ref": reference}})},
                "responses": {"204": {"description": "Fine"}},
            },
        }
        for name, reference in ((name, f"#/components/schemas/{name}") for name in SCHEMAS)
    }
    info = {"openapi": "3.1.0", "info": {"title": "Small", "version": "1"}, "servers": [{"url": "https://api.test"}]}
    return {**info, "paths": paths, "components": {"schemas": SCHEMAS}}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory):
    with small_client(tmp_path_factory.mktemp("places"), description()) as package:
        yield package


class Calls:
    """Reads an answer, and sends back what was read of a right one."""

    def __init__(self, small: ModuleType) -> None:
        self._small = small
        self.problems: list[str] = []

    def __call__(self, name: str, value: object) -> object:
        sent: list[object] = []

        def answer(request: httpx.Request) -> httpx.Response:
            if request.method == "GET":
                return httpx.Response(200, json=value)
            sent.append(json.loads(request.content))
            return httpx.Response(204)

        client = self._small.Small(
            transport=httpx.MockTransport(answer),
            on_mismatch=lambda mismatch: self.problems.extend(f"{path}: {what}" for path, what in mismatch.problems),
        )
        found = getattr(client.t, f"get_{name}")()
        if not self.problems:
            getattr(client.t, f"send_{name}")(body=[found])
            assert sent == [[value]]
        return found


@pytest.fixture
def call(small: ModuleType) -> Calls:
    return Calls(small)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("row", [TEXT, 5, TEXT, "x"], (DAY, 5, TEXT, "x")),
        ("row", [TEXT, 5], (DAY, 5)),
        ("row", [TEXT], (DAY,)),
        ("row", [], ()),
        ("long", [TEXT, TEXT], (DAY, TEXT)),
        ("found", ["a", 1, TEXT], ["a", 1, TEXT]),
        ("days", {"d-a": TEXT, "e": TEXT, "f": [1]}, {"d-a": DAY, "e": TEXT, "f": [1]}),
        ("both", {"d-a": TEXT, "a-t": TEXT}, {"d-a": DAY, "a-t": TEXT}),
    ],
)
def test_each_place_and_name_has_its_own_type(call, name, value, expected):
    assert call(name, value) == expected
    assert call.problems == []


def test_models_stand_in_places_and_under_patterns(call):
    first, second = call("stops", [{"on": TEXT}, {"on": TEXT}])
    assert (first.on, second.on) == (DAY, TEXT)
    trip = call("trip", {"name": "n", "d-end": TEXT, "d-2": TEXT, "stop 1": {"on": TEXT}, "seats": 5})
    assert (trip.d_end, trip.model_extra["d-2"], trip.model_extra["stop 1"].on, trip.model_extra["seats"]) == (
        DAY,
        DAY,
        DAY,
        5,
    )
    assert call.problems == []


@pytest.mark.parametrize(
    ("name", "value", "problems"),
    [
        ("row", [TEXT, "5"], ["[]: sent as a string, described as an integer"]),
        ("row", [TEXT, 5, 5], ["[]: sent as an integer, described as a string"]),
        ("row", [5], ["[]: sent as an integer, described as a date"]),
        ("pair", [5], ["[]: sent as an integer, described as a date"]),
        ("pair", [TEXT, "5"], ["[]: sent as a string, described as an integer"]),
        ("pair", [TEXT, 5, 5], [": Tuple should have at most 2 items after validation, not 3"]),
        ("pair", [], ["[]: Field required"]),
        ("pairs", {"a": [[TEXT], None, [TEXT, TEXT]]}, ["a[][]: sent as a string, described as an integer"]),
        ("many", [5, 5, "x"], ["[]: sent as a string, described as an integer"]),
        (
            "many",
            ["x", 5.5],
            [
                "tuple[2][]: sent as a number, described as an integer",
                "list[int][]: sent as a string, described as an integer",
                "list[int][]: sent as a number, described as an integer",
            ],
        ),
    ],
)
def test_an_array_is_held_to_the_tuple_of_its_length(call, name, value, problems):
    call(name, value)
    assert call.problems == problems


@pytest.mark.parametrize(
    ("name", "value", "problems"),
    [
        (
            "maps",
            {"a": "x"},
            [
                "dict[str, int].a: sent as a string, described as an integer",
                "dict[str, date].a: Input should be a date of RFC 3339",
            ],
        ),
        (
            "nestedmaps",
            {"a": [None]},
            [
                f"dict[str, list[{kind}]].a[]: sent as null, described as {article}"
                for kind, article in (("int", "an integer"), ("date", "a date"))
            ],
        ),
    ],
)
def test_choices_are_called_as_they_are_in_python(call, name, value, problems):
    call(name, value)
    assert call.problems == problems


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("long", [TEXT, 5], "[]: sent as an integer, described as a string"),
        ("days", {"d-a": 5, "e": 5}, "d-a: sent as an integer, described as a date"),
        ("both", {"d-a": TEXT, "n-t": TEXT}, "n-t: sent as a string, described as a number"),
        ("trip", {"name": "n", "seats": TEXT}, "seats: sent as a string, described as an integer"),
        ("trip", {"name": "n", "stop": {"on": 5}}, "stop.on: sent as an integer, described as a date"),
    ],
)
def test_what_is_not_as_its_place_or_name_says_is_told(call, name, value, problem):
    call(name, value)
    assert problem in call.problems


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(
    ("name", "value", "read", "undescribed"),
    [
        ("dated", {"d-a": TEXT, "x": TEXT}, {"d-a": DAY, "x": TEXT}, ["x"]),
        ("dated", {"x": {"y": [1.5]}}, {"x": {"y": [1.5]}}, ["x"]),
        ("both", {"d-a": TEXT, "x": TEXT, "n-a": 1.50}, {"d-a": DAY, "x": TEXT, "n-a": Decimal("1.5")}, ["x"]),
        (
            "nested",
            {"name": "a", "n-1": {"x": 7}, "y": 8},
            {"name": "a", "n-1": {"name": None, "x": 7}, "y": 8},
            ["n-1.x", "y"],
        ),
    ],
)
def test_what_no_pattern_finds_is_told_and_kept(call, small, name, value, read, undescribed):
    found = call(name, value)
    assert call.problems == [f"{path}: no member with such a name is described" for path in undescribed]
    assert (found.model_dump() if hasattr(found, "model_dump") else found) == read
    client = small.Small(transport=httpx.MockTransport(lambda _: httpx.Response(204)))
    sent = client.preview(getattr(client.t, f"send_{name}"), body=[found]).content
    assert json.loads(sent) == [value]


def test_all_members_are_told_that_are_not_as_their_names_say(call):
    call("both", {"d-a": 5, "n-a": "1.5"})
    assert call.problems == [
        "d-a: sent as an integer, described as a date",
        "n-a: sent as a string, described as a number",
    ]


def test_digits_of_numbers_are_kept_under_their_names(call):
    assert str(call("both", {"n-a": 1.5, "d-a": TEXT})["n-a"]) == "1.5"
