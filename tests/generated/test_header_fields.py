"""Header fields of raw answers: typed attributes, read as they are described."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import httpx
import pytest
from small_client import complaints, write_client

if TYPE_CHECKING:
    from pathlib import Path

DESCRIPTION = """\
openapi: 3.1.0
info: {title: Small, version: "1"}
servers: [{url: "https://api.test"}]
paths:
  /items/{id}:
    get:
      operationId: listItems
      tags: [t]
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses:
        "200":
          description: Fine
          headers:
            X-Total: {description: How many there are., schema: {type: integer}}
            X-Price: {schema: {type: number, format: decimal}}
            X-Day: {schema: {type: string, format: date}}
            X-Time: {schema: {type: string, format: date-time}}
            X-Ids: {schema: {type: array, items: {type: integer}}}
            X-Names: {schema: {type: array, items: {type: string}}}
            X-Sizes: {schema: {type: object, properties: {w: {type: integer}, h: {type: integer}, unit: {type: string}}}}
            X-Info: {content: {application/json: {schema: {type: object, additionalProperties: {type: integer}}}}}
            X-Pair: {schema: {type: array, prefixItems: [{type: string}, {type: integer}]}}
            X-Mixed: {schema: {type: array, items: {oneOf: [{type: integer}, {type: string, format: date}]}}}
            X-Last: {schema: {type: boolean}}
            X-State: {schema: {$ref: "#/components/schemas/State"}}
            X-Any: {schema: {}}
            ETag: {schema: {type: string}}
            Of: {schema: {type: integer}}
            Content-Type: {schema: {type: string}}
          content: {application/json: {schema: {type: array, items: {type: integer}}}}
        "429": {description: Slow, headers: {Retry-After: {schema: {type: integer}}}}
  /head: {head: {operationId: check, tags: [t], responses: {"200": {description: Fine, headers:
    {Link: {$ref: "#/components/headers/Link"}}}}}}
  /moved: {get: {operationId: moved, tags: [t], responses: {"302": {description: There, headers:
    {Link: {$ref: "#/components/headers/Link"}}}}}}
  /login: {get: {operationId: logIn, tags: [t], responses: {"204": {description: In, headers: {
    Set-Cookie: {schema: {type: string}}}}}}}
  /logins: {get: {operationId: logInTwice, tags: [t], responses: {"204": {description: In, headers: {
    Set-Cookie: {schema: {type: array, items: {type: string}}}}}}}}
components:
  headers: {Link: {schema: {type: string}}}
  schemas: {State: {type: string, enum: [open, closed]}}
"""


class Server:
    def __init__(self) -> None:
        self.headers: list[tuple[str, str]] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        status = 302 if request.url.path == "/moved" else 200
        return httpx.Response(status, headers=[("content-type", "application/json"), *self.headers], content=b"[]")


@pytest.fixture
def server():
    return Server()


@pytest.fixture
def made_of(small, server):
    return small, "Small", {"transport": httpx.MockTransport(server), "on_mismatch": "raise"}


def fields_of(mode, small, **settings: object):
    client = mode.client(**settings)
    return small.models.ListItemsHeaders.of(mode.run(client.raw(client.t.list_items, 7)))


@pytest.mark.parametrize(
    ("name", "text", "attribute", "value"),
    [
        ("x-total", "12", "x_total", 12),
        ("X-TOTAL", " 12 ", "x_total", 12),
        ("X-Price", "0.10", "x_price", Decimal("0.10")),
        ("X-Day", "2026-01-31", "x_day", dt.date(2026, 1, 31)),
        ("X-Time", "2026-01-31T10:00:00Z", "x_time", dt.datetime(2026, 1, 31, 10, tzinfo=dt.UTC)),
        ("X-Ids", "1, 2,3", "x_ids", [1, 2, 3]),
        ("X-Ids", "", "x_ids", []),
        ("X-Names", "a,1", "x_names", ["a", "1"]),
        ("X-Names", '"a,b", W/"c,d",e', "x_names", ['"a,b"', 'W/"c,d"', "e"]),
        ("X-Names", r'"a \"b\", c", d', "x_names", [r'"a \"b\", c"', "d"]),
        ("X-Names", '12" wide, 3" high', "x_names", ['12" wide', '3" high']),
        ("X-Names", '"a, b', "x_names", ['"a', "b"]),
        ("X-Pair", "007, 5", "x_pair", ("007", 5)),
        ("X-Mixed", "5,2026-01-31", "x_mixed", [5, dt.date(2026, 1, 31)]),
        ("X-Info", '{"a":1}', "x_info", {"a": 1}),
        ("X-Last", "true", "x_last", True),
        ("X-State", "closed", "x_state", "closed"),
        ("X-Any", "12", "x_any", "12"),
        ("ETag", '"a,b"', "e_tag", '"a,b"'),
        ("Of", "12", "of_", 12),
    ],
)
def test_each_is_read_as_it_is_described(mode, small, server, name, text, attribute, value):
    server.headers = [(name, text)]
    fields = fields_of(mode, small)
    assert getattr(fields, attribute) == value
    assert type(getattr(fields, attribute)) is type(value)
    others = {name for name in type(fields).model_fields if name != attribute}
    assert {getattr(fields, each) for each in others} == {None}


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("w,1,h,2", None),
        ("w=1,h=2", None),
        ("w,1,h,2,unit,cm", "cm"),
        ("w=1,h=2,unit=10", "10"),
        ('w,1,h,2,unit,"1,5"', "1,5"),
    ],
)
def test_objects_are_pairs(mode, small, server, text, unit):
    server.headers = [("X-Sizes", text)]
    sizes = fields_of(mode, small).x_sizes
    assert (sizes.w, sizes.h, sizes.unit) == (1, 2, unit)


def test_cookies_are_no_list_of_commas(small, server):
    first, second = "a=1; Expires=Wed, 21 Oct 2015 07:28:00 GMT", "b=2"
    with small.Small(transport=httpx.MockTransport(server)) as client:
        one, several = small.models.LogInHeaders, small.models.LogInTwiceHeaders
        for cookies in ([first], [first, second]):
            server.headers = [("set-cookie", each) for each in cookies]
            assert several.of(client.raw(client.t.log_in_twice)).set_cookie == cookies
        with pytest.warns(small.MismatchWarning, match=r"header Set-Cookie: it came 2 times: raw.headers.get_list"):
            assert one.of(client.raw(client.t.log_in)).set_cookie is None
        server.headers = [("set-cookie", first)]
        assert one.of(client.raw(client.t.log_in)).set_cookie == first


def test_several_of_one_name_are_a_list(mode, small, server):
    server.headers = [("X-Ids", "1"), ("X-Ids", "2")]
    assert fields_of(mode, small).x_ids == [1, 2]


@pytest.mark.parametrize(
    ("name", "text", "attribute"),
    [
        ("X-Total", "many", "x_total"),
        ("X-Total", "1.5", "x_total"),
        ("X-Total", "", "x_total"),
        ("X-Total", "null", "x_total"),
        ("X-Last", "yes", "x_last"),
        ("X-Last", "1", "x_last"),
        ("X-Day", "31 January", "x_day"),
        ("X-Ids", "1,x", "x_ids"),
    ],
)
def test_one_that_does_not_fit_is_a_mismatch_and_none(mode, small, server, name, text, attribute):
    server.headers = [(name, text), ("ETag", "e")]
    with pytest.raises(small.MismatchError, match=rf"GET /items/{{id}} .*header {name}"):
        fields_of(mode, small)
    told = []
    fields = fields_of(mode, small, on_mismatch=told.append)
    assert (getattr(fields, attribute), fields.e_tag) == (None, "e")
    assert len(told) == 1
    assert text == "" or text not in str(told[0])


def test_answers_without_a_body_have_theirs_and_share_what_is_shared(mode, small, server):
    server.headers = [("link", "<a>"), ("location", "/x")]
    client = mode.client()
    for method in (client.t.check, client.t.moved):
        assert small.models.LinkHeaders.of(mode.run(client.raw(method))).link == "<a>"


USAGE = """\
import datetime
from typing import assert_type
from small import AsyncSmall, Small
from small.models import ListItemsHeaders


def sync(client: Small) -> None:
    raw = client.raw(client.t.list_items, 7)
    assert_type(raw.value, list[int])
    fields = ListItemsHeaders.of(raw)
    assert_type(fields.x_total, int | None)
    assert_type(fields.x_day, datetime.date | None)
    assert_type(fields.x_ids, list[int] | None)


async def asynchronous(client: AsyncSmall) -> None:
    assert_type(ListItemsHeaders.of(await client.raw(client.t.list_items, 7)).x_last, bool | None)
"""


@pytest.mark.slow
def test_editors_know_the_types(tmp_path: Path):
    write_client(tmp_path, DESCRIPTION)
    assert complaints(tmp_path, USAGE) == ""
