from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias

import httpx
import pytest
from runtime.errors import MismatchError, PagingError
from runtime.features.keys import QueryKey
from runtime.features.paging import Paging
from runtime.features.paging_after_last import AfterLast
from runtime.features.paging_cursor import Cursor
from runtime.features.paging_links import NextLink
from runtime.features.paging_number import PageNumber
from runtime.features.paging_offset import Offset
from runtime.model import Model
from runtime.request import Request

if TYPE_CHECKING:
    from runtime.features.paging import Paging

    from .conftest import Mode

Server: TypeAlias = Callable[[httpx.Request], tuple[list[dict[str, int]], dict[str, Any]]]

ITEMS = [{"id": number} for number in range(1, 6)]


class Item(Model):
    id: int


class Listing(Model):
    data: list[Item]
    total: int | str | None = None


def number(request: httpx.Request, name: str, default: int = 0):
    return int(request.url.params.get(name, default))


def after(request: httpx.Request):
    return [item for item in ITEMS if item["id"] > number(request, "after")][:2], {}


def offset(request: httpx.Request):
    start = number(request, "offset")
    return ITEMS[start : start + 2], {"total": 5}


def paged(request: httpx.Request):
    start = (number(request, "page", 1) - 1) * 2
    page = ITEMS[start : start + 2]
    return page, {"total": "5", "pages": 3, "more": start + 2 < 5}


def cursor(request: httpx.Request):
    start = number(request, "cursor")
    return ITEMS[start : start + 2], {"meta": {"next": str(start + 2) if start + 2 < 5 else None}}


def linked(request: httpx.Request):
    items, _ = offset(request)
    following = f"/v2/items?offset={number(request, 'offset') + 2}" if len(items) == 2 else None
    return items, {"next": following}


STYLES = {
    "after last": (after, AfterLast("after", "id", items="data"), 4),
    "offset": (offset, Offset("offset", total="total", items="data"), 3),
    "offset without total": (offset, Offset("offset", items="data"), 4),
    "page total": (paged, PageNumber("page", total="total", items="data"), 3),
    "page pages": (paged, PageNumber("page", pages="pages", items="data"), 3),
    "page more": (paged, PageNumber("page", more="more", items="data"), 3),
    "page alone": (paged, PageNumber("page", items="data"), 4),
    "cursor": (cursor, Cursor("cursor", "meta.next", items="data"), 3),
    "link header": (linked, NextLink(items="data"), 3),
    "link in the body": (linked, NextLink(items="data", attribute="next"), 3),
}


def alternating(request: httpx.Request):
    start = number(request, "cursor")
    return ITEMS[start : start + 1], {"next": str(1 - start)}


def pager(
    mode: Mode,
    server: Server,
    paging: Paging,
    kind: object = Listing,
    calls: list[str] | None = None,
    **settings: object,
):
    def handler(request: httpx.Request) -> httpx.Response:
        if calls is not None:
            calls.append(str(request.url))
        items, more = server(request)
        headers = {"link": f'<{more["next"]}>; rel="next"'} if more.get("next") else {}
        return httpx.Response(200, json={"data": items, **more} if kind is Listing else items, headers=headers)

    return mode.resource(handler, **settings)._pages(Request("GET", "/items"), kind, paging)


@pytest.mark.parametrize(("server", "paging", "pages"), STYLES.values(), ids=STYLES)
def test_all_items_of_all_pages(mode: Mode, server: Server, paging: Paging, pages: int):
    calls = []
    listing = pager(mode, server, paging, calls=calls)
    assert calls == []
    assert [item.id for item in mode.items(listing)] == [1, 2, 3, 4, 5]
    assert len(calls) == pages
    assert [item.id for item in mode.items(listing)] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(("server", "paging", "pages"), STYLES.values(), ids=STYLES)
def test_pages_tell_what_they_hold(mode: Mode, server: Server, paging: Paging, pages: int):
    listing = pager(mode, server, paging)
    found = mode.run(listing.pages())
    assert [len(page) for page in found] == [2, 2, 1, 0][:pages]
    assert [page.has_next for page in found] == [True] * (pages - 1) + [False]
    assert found[0].total == (5 if paging.total else None)
    assert found[0].answer.data == list(found[0]) == found[0].items
    first = mode.run(listing.first_page())
    assert [item.id for item in first] == [1, 2]
    assert repr(first) == "<Page of 2 items>"


def test_the_answer_itself_may_be_the_list(mode: Mode):
    listing = pager(mode, after, AfterLast("after", "id"), list[Item])
    assert [item.id for item in mode.items(listing)] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("caps", "ids", "requests"),
    [
        ({"max_items": 3}, [1, 2, 3], 2),
        ({"max_items": 2}, [1, 2], 1),
        ({"max_items": 0}, [], 0),
        ({"max_pages": 1}, [1, 2], 1),
        ({"max_pages": 0}, [], 0),
        ({"max_items": 9, "max_pages": 2}, [1, 2, 3, 4], 2),
    ],
)
def test_caps(mode: Mode, caps: dict[str, int], ids: list[int], requests: int):
    calls = []
    listing = pager(mode, after, AfterLast("after", "id", items="data"), calls=calls)
    assert [item.id for item in mode.items(listing.limit(**caps))] == ids
    assert len(calls) == requests


@pytest.mark.parametrize(
    ("server", "paging"),
    [
        (lambda _: (ITEMS, {}), AfterLast("after", "id", items="data")),
        (lambda _: (ITEMS, {"total": 99}), Offset("offset", total="total", items="data")),
        (lambda _: (ITEMS, {"next": "same"}), Cursor("cursor", "next", items="data")),
        (alternating, Cursor("cursor", "next", items="data")),
        (lambda _: (ITEMS, {"next": "/v2/items"}), NextLink(items="data")),
    ],
)
def test_loops_end(mode: Mode, server: Server, paging: Paging):
    with pytest.raises(PagingError, match=r"(again|already).* \(GET /items\)"):
        mode.items(pager(mode, server, paging))


@pytest.mark.parametrize("end", [None, "", 0, False])
def test_a_cursor_that_says_nothing_is_the_end(mode: Mode, end: object):
    assert len(mode.items(pager(mode, lambda _: (ITEMS, {"next": end}), Cursor("cursor", "next", items="data")))) == 5


@pytest.mark.parametrize("style", [Cursor("cursor", "next", items="data"), NextLink(items="data", attribute="next")])
def test_what_names_no_page_is_not_asked_for(mode: Mode, style: Paging):
    calls = []
    listing = pager(mode, lambda _: (ITEMS, {"next": {"admin": "1"}}), style, calls=calls)
    with pytest.raises(PagingError, match=r"name that can be sent|nowhere"):
        mode.items(listing)
    assert len(calls) == 1


@pytest.mark.parametrize(
    "link",
    [
        "https://evil.example/items?page=2",
        "http://api.example.com/",
        "//evil.example",
        "http://[::1",
        "//h:x/",
        "/v2/\x7f",
        "/" + "x" * 70_000,
    ],
)
def test_links_to_other_hosts_are_not_followed(mode: Mode, link: str):
    calls = []
    listing = pager(mode, lambda _: (ITEMS, {"next": link}), NextLink(items="data"), calls=calls)
    assert len(mode.run(listing.first_page())) == 5
    with pytest.raises(PagingError, match="another scheme, host or port, or nowhere"):
        mode.items(listing)
    assert len(calls) == 2


MISTAKEN = [
    "1",
    "false",
    '"x"',
    "null",
    '{"a":"1"}',
    '{"data":{"a":"1"}}',
    '{"data":"x"}',
    '{"data":7}',
    "<b>",
    "",
    None,
]
TYPES = {
    "bare": (list[Item], NextLink()),
    "inside": (Listing, NextLink(items="data")),
    "numbered": (Listing, PageNumber("page", total="total", items="data")),
    "offset": (Listing, Offset("offset", total="total", items="data")),
}


def mistaken(mode: Mode, kind: object, paging: Paging, body: str | None, read: int, on_mismatch: object):
    def answer(request: httpx.Request) -> httpx.Response:
        if bool(request.url.query) == bool(read):
            return httpx.Response(204) if body is None else httpx.Response(200, text=body)
        value = ITEMS[:1] if kind is not Listing else {"data": ITEMS[:1], "total": 5}
        return httpx.Response(200, json=value, headers={"link": "</v2/items?page=2>; rel=next"})

    return mode.resource(answer, on_mismatch=on_mismatch)._pages(Request("GET", "/items"), kind, paging)


@pytest.mark.parametrize("body", MISTAKEN)
@pytest.mark.parametrize("read", [0, 1])
@pytest.mark.parametrize(("kind", "paging"), TYPES.values(), ids=TYPES)
def test_an_answer_of_another_type_is_an_empty_page(
    mode: Mode, kind: object, paging: Paging, read: int, body: str | None
):
    told: list[Any] = []
    pages = mode.run(mistaken(mode, kind, paging, body, read, told.append).pages())
    assert [len(page) for page in pages] == [1] * read + [0]
    assert len(told) == (body is not None or read)  # a first answer of 204 says that there is nothing
    if body not in {None, "null", ""} and kind is not Listing:
        assert pages[-1].answer == (body if body == "<b>" else json.loads(body))
    mode.items(mistaken(mode, kind, paging, body, read, "ignore"))
    if told:
        with pytest.raises(MismatchError):
            mode.items(mistaken(mode, kind, paging, body, read, "raise"))


@pytest.mark.parametrize("paging", [AfterLast("after", "id", items="data"), PageNumber("page", items="data")])
def test_204_is_the_end_where_only_an_empty_page_tells(mode: Mode, paging: Paging):
    assert len(mode.items(mistaken(mode, Listing, paging, None, 1, "raise"))) == 1


NEXT = [
    '<{}>; rel="next"',
    "<{}>;rel=next",
    "<{}>; rel='next'",
    '<{}>; rel="next last"',
    '<{}>; rel="last\t next"',
    "<{}>; REL=NEXT",
    '<{}>; Rel = "Next"',
    '<{}>; title="a, b; rel=prev"; rel="next"',
    '<{}>; title="a \\" <b>, "; rel="next"; rel="last"',
    '</first?a=1,2;b>; rel="first", <{}>; rel="next"',
    '</a>; rel="prev", , <{}>;; rel="next" ;x, </b>; rel="last"',
    '< {} >; rel="ne\\xt"',
    "no link, <{}>; rel=next",
    '<{}>; rel=next; anchor=""',
    '<{}>; anchor="HTTPS:{at}"; rel="next"',
    '</a>; anchor="/v2/shelves"; rel="next", <{}>; rel="next"',
]
NO_NEXT = [
    "",
    "<",
    "<{}",
    "{}; rel=next",
    "<{}>",
    '<{}>; rel="last"; rel="next"',
    "<{}>; title=next",
    '<{}>; rel="nextx"',
    '<{}>; rel="next"; anchor="/v2/shelves"',
    '<{}>; rel="next"; anchor="#part"',
    '<{}>; rel="next"; anchor="//[::1"',
]
NO_NEXT += ['<{}>; title="; rel=next', '</a>; rel="a, <{}>; rel=next', "<>; rel=next", '"' * 99, "<" * 99, '\\"' * 99]


@pytest.mark.parametrize(("field", "pages"), [(each, 3) for each in NEXT] + [(each, 1) for each in NO_NEXT])
@pytest.mark.parametrize("several", [False, True])
def test_link_headers(mode: Mode, field: str, pages: int, several: bool):
    def answer(request: httpx.Request) -> httpx.Response:
        items, more = linked(request)
        field_here = field.replace("{}", more["next"] or "").replace("{at}", str(request.url).removeprefix("https:"))
        links = [("link", field_here)] if more["next"] else []
        return httpx.Response(200, json=items, headers=[("link", '<a>; title="cut')] * several + links)

    listing = mode.resource(answer)._pages(Request("GET", "/items"), list[Item], NextLink())
    assert len(mode.items(listing)) == min(5, 2 * pages)


def test_keys_that_the_server_put_into_links_are_sent_once(mode: Mode):
    calls = []

    def server(request: httpx.Request) -> tuple[list[dict[str, int]], dict[str, str]]:
        return ([], {}) if "page" in request.url.params else (ITEMS, {"next": "/v2/items?key=k&page=2"})

    settings = {"credentials": {"key": QueryKey("key", "k")}, "security": [["key"]]}
    mode.items(pager(mode, server, NextLink(items="data"), calls=calls, **settings))
    assert calls == ["https://api.example.com/v2/items?key=k", "https://api.example.com/v2/items?page=2&key=k"]


@pytest.mark.parametrize("own", [{}, {"key": "own"}])
def test_what_goes_past_the_description_goes_along_to_the_next_page(mode: Mode, own: dict[str, str]):
    """What the server wrote into the link holds. A key that the caller gives himself is one there, too."""
    calls: list[str] = []

    def server(request: httpx.Request) -> tuple[list[dict[str, int]], dict[str, str]]:
        page = int(request.url.params.get("page", 1))
        return ITEMS[page:], {"next": ("/v2/items?page=2", "/v2/items?page=3&k%5D=0")[page - 1]} if page < 3 else {}

    settings = {"security": [["key"]], "carriers": {"key": "?key"}}
    settings |= {} if own else {"credentials": {"key": QueryKey("key", "own")}}
    mode.items(
        pager(mode, server, NextLink(items="data"), calls=calls, extra_query={"k]": ["a", "ä"], **own}, **settings)
    )
    assert [call.partition("?")[2] for call in calls] == [
        "k%5D=a&k%5D=%C3%A4&key=own",
        "page=2&k%5D=a&k%5D=%C3%A4&key=own",
        "page=3&k%5D=0&key=own",
    ]


@pytest.mark.parametrize(
    "number", ["5" * 5000, "\u0665", "5²", True, -5, 5.0, [5], "", None], ids=lambda value: repr(value)[:9]
)
@pytest.mark.parametrize(
    "paging", [PageNumber("page", total="n", items="data"), PageNumber("page", pages="n"), Offset("offset", total="n")]
)
def test_what_is_no_number_of_items_or_pages_is_not_known(mode: Mode, paging: Paging, number: object):
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"data": [] if request.url.query else ITEMS, "n": number})

    listing = mode.resource(answer)._pages(Request("GET", "/items"), Any, replace(paging, items="data"))
    assert len(mode.items(listing)) == 5
    assert mode.run(listing.first_page()).total is None


@pytest.mark.parametrize("name", ["NaN", "1e999", '{"a": {"b": 1}}', "[[1]]", r'"\ud800"'])
@pytest.mark.parametrize("paging", [Cursor("after", "next", items="data"), AfterLast("after", "id", items="data")])
def test_a_next_page_that_cannot_be_asked_for(mode: Mode, paging: Paging, name: str):
    body = f'{{"data": [{{"id": {name}}}], "next": {name}}}'
    resource = mode.resource(lambda _: httpx.Response(200, text=body), on_mismatch="ignore")
    listing = resource._pages(Request("GET", "/items"), Any, paging)
    with pytest.raises(PagingError, match=r"no name that can be sent \(GET /items\)"):
        mode.items(listing)


def test_an_item_to_go_on_from_is_needed(mode: Mode):
    listing = pager(mode, lambda _: ([{"id": 1}], {}), AfterLast("after", "uuid", items="data"))
    with pytest.raises(PagingError, match="no 'uuid'"):
        mode.items(listing)


def test_raw_gives_the_first_page(mode: Mode):
    client = mode.client(lambda _: httpx.Response(200, content=json.dumps(ITEMS), headers={"x-total": "5"}))
    resource = mode.resource(None)
    resource._session = client._session
    raw = mode.run(client.raw(resource._pages, Request("GET", "/items"), list[Item], AfterLast("after", "id")))
    assert [item.id for item in raw.value] == [1, 2, 3, 4, 5]
    assert raw.headers["x-total"] == "5"


def test_pagers_show_no_values(mode: Mode):
    assert repr(pager(mode, after, AfterLast("after", "id"))).endswith("Pager GET /items>")


def test_a_list_of_offsets_that_starts_at_a_page_goes_on_by_pages(mode: Mode):
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.query.decode())
        items, _ = paged(request)
        return httpx.Response(200, json={"data": items, "total": 5})

    request = Request("GET", "/items")
    request.query("page", 2)
    scheme = Offset("offset", total="total", items="data", page="page")
    found = mode.run(mode.resource(answer)._pages(request, Listing, scheme))
    assert [item.id for item in found] == [item["id"] for item in ITEMS[2:]]
    assert asked == ["page=2", "page=3", "page=4"]
