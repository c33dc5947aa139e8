"""Lists and links of Fixably's client: expansion, searches and pages as they go out, and where links lead."""

import datetime as dt
from decimal import Decimal
from urllib.parse import parse_qs, urlsplit

import fixably
import pytest
from fixably.models import Customer, Order, OrderLine, OrderLinePage
from fixably_server import ORDER, TOKEN, To


def queries(server) -> list[dict[str, str]]:
    found = (parse_qs(urlsplit(request.target).query, keep_blank_values=True) for request in server.requests)
    return [{name: "; ".join(values) for name, values in query.items()} for query in found]


@pytest.mark.parametrize(
    ("expand", "sent"),
    [
        (None, {}),
        ([], {}),
        (["items"], {"expand": "items"}),
        (["items.customer"], {"expand": "items(customer)"}),
        (["items", "items.customer"], {"expand": "items(customer)"}),
        (
            ["items.customer.parent", "items.lines.items", "items.customer"],
            {"expand": "items(customer(parent),lines(items))"},
        ),
        ("items(lines(items),device)", {"expand": "items(lines(items),device)"}),
        ("items.customer", {"expand": "items.customer"}),
    ],
)
def test_expand_is_sent_in_the_grammar_and_a_text_untouched(mode, shop, expand, sent):
    mode.run(mode.client().orders.list(expand=expand).first_page())
    assert queries(shop) == [sent]


@pytest.mark.parametrize("relation", ["items(customer)", "items,lines", "items..lines", "", " items"])
def test_a_relation_that_is_no_name_is_not_sent(mode, shop, relation):
    with pytest.raises(ValueError, match="cannot expand"):
        mode.run(mode.client().orders.list(expand=[relation]))
    assert shop.requests == []


def test_lists_give_links_and_on_request_orders(mode, shop):
    client = mode.client()
    bare = mode.run(client.orders.list())
    assert [(order.href, order.id) for order in bare] == [
        (f"{shop.base_url}/orders/{ORDER + number}", ORDER + number) for number in range(3)
    ]
    assert mode.run(client.follow(bare[1])).customer.id == 817
    assert repr(bare[0]) == f"Order(href='{shop.base_url}/orders/{ORDER}', id={ORDER})"
    full = mode.run(client.orders.list(expand=["items.customer.parent", "items.lines.items"]))
    assert [(type(order), order.id) for order in full] == [(Order, ORDER + number) for number in range(3)]
    customer = full[0].customer.expanded
    assert (type(customer), customer.first_name, customer.parent.expanded.company) == (Customer, "Inês", "Oficina")
    (line,) = full[0].lines.expanded.items
    assert (type(line), line.quantity) == (OrderLine, Decimal("1.00"))
    assert (line.product.href, line.product.id, line.product.expanded) == (f"{shop.base_url}/products/5", 5, None)


def test_links_are_followed_to_what_they_lead_to(mode, shop):
    client = mode.client()
    order = mode.run(client.orders.get(ORDER))
    assert (order.customer.href, order.customer.id) == (f"{shop.base_url}/customers/817", 817)
    assert (order.customer.expanded, order.store, order.queue) == (None, None, None)
    customer = mode.run(client.follow(order.customer))
    assert (type(customer), customer.first_name) == (Customer, "Inês")
    page = mode.run(client.follow(order.lines))
    assert (type(page), page.total_items, len(page.items)) == (OrderLinePage, 1, 1)
    assert shop.targets == [f"GET /orders/{ORDER}", "GET /customers/817", f"GET /orders/{ORDER}/lines"]
    assert {request.headers["authorization"] for request in shop.requests} == {TOKEN}


def test_a_linked_collection_is_read_page_by_page(mode, shop):
    for number in (12, 13):
        shop.add(f"/orders/{ORDER}/lines/{number}", quantity=f"{number}.00", product=To("/products/5"))
    client = mode.client()
    order = mode.run(client.orders.get(ORDER, expand=["lines.items"]))
    with pytest.warns(fixably.MismatchWarning, match=r"the answer has 2 of 3 items of /api/v3/orders/\d+/lines"):
        assert len(order.lines.expanded.items) == 2
    shop.requests.clear()
    lines = mode.run(client.items(order.lines, expand=["items.product"]))
    assert [(type(line), line.quantity) for line in lines] == [
        (OrderLine, Decimal(text)) for text in ("1.00", "12.00", "13.00")
    ]
    assert lines[0].product.expanded.id == 5
    assert queries(shop) == [{"expand": "items(product)"}, {"expand": "items(product)", "offset": "2"}]


def test_no_link_leads_the_key_to_another_host(mode, shop):
    shop.fail_next(status=200, body=b'{"id": 1, "customer": {"href": "https://elsewhere.example/customers/1"}}')
    client = mode.client()
    order = mode.run(client.orders.get(1))
    with pytest.raises(fixably.ConfigurationError, match=r"elsewhere\.example"):
        mode.run(client.follow(order.customer))
    assert len(shop.requests) == 1


@pytest.mark.parametrize(
    ("search", "sent"),
    [
        ({"lastName": "Sousa"}, "lastName:Sousa"),
        ({"lastName": "de Sousa & Filhos"}, "lastName:de Sousa & Filhos"),
        ({"isClosed": False}, "isClosed:false"),
        ({"priority": 3}, "priority:3"),
        ({"total": Decimal("61.50")}, "total:61.50"),
        ({"lastName": "Appl*"}, "lastName:Appl*"),
        ({"lastName": "*"}, "lastName:*"),
        ({"lastName": None}, "lastName:"),
        ({"status.id": [12, 1, 12]}, "status.id:(12,1)"),
        ({"status": {"id": {12, 1}}}, "status.id:(1,12)"),
        ({"customer": {"parent": {"id": 12}}}, "customer.parent.id:12"),
        ({"total": (0, 100)}, "total:[0,100]"),
        ({"total": (None, 99.5)}, "total:[,99.5]"),
        ({"createdAt": (dt.date(2025, 1, 1), None)}, "createdAt:[2025-01-01,]"),
        ({"createdAt": (None, dt.date(2025, 4, 22))}, "createdAt:[,2025-04-22]"),
        ({"createdAt": dt.date(2025, 4, 22)}, "createdAt:2025-04-22"),
        ({"isClosed": True, "total": (0, None), "reference": None}, "isClosed:true,total:[0,],reference:"),
        ("lastName:hancock!,isClosed:true", "lastName:hancock!,isClosed:true"),
    ],
    ids=str,
)
def test_searches_are_sent_in_the_grammar_and_texts_untouched(mode, shop, search, sent):
    mode.run(mode.client().orders.list(q=search).first_page())
    assert queries(shop) == [{"q": sent}]


@pytest.mark.parametrize(
    ("search", "reason"),
    [
        ({"company": "a,b"}, "'company'.*texts with ,"),
        ({"company": "10:30"}, "'company'.*texts with :"),
        ({"company": ""}, "an empty text; None finds"),
        ({"company": "(a"}, "begins with"),
        ({"company": " a"}, "begin or end with a space"),
        ({"company": ["a)", "b"]}, "a text in a list"),
        ({"status.id": []}, "any of none"),
        ({"a:b": 1}, "a name cannot have :"),
        ({"status": {}}, "'status'.*an empty mapping"),
        ({"total": (None, None)}, "a start, an end"),
        ({"total": (1, 2, 3)}, "a start, an end"),
        ({"total": (100, 0)}, "its start is behind its end"),
        ({"total": (0, dt.date(2025, 1, 1))}, "two numbers or two dates"),
        ({"total": float("nan")}, "no number"),
        ({"createdAt": dt.datetime(2025, 1, 1, 8, 15, tzinfo=dt.UTC)}, "only for dates"),
        ({"createdAt": dt.datetime(2025, 1, 1, 8, 15)}, "without a time zone"),  # noqa: DTZ001 - what is refused
        ({"company": b"a"}, "a bytes cannot be searched"),
    ],
    ids=str,
)
def test_what_the_grammar_cannot_say_is_not_sent(mode, shop, search, reason):
    with pytest.raises(ValueError, match=reason):
        mode.run(mode.client().orders.list(q=search))
    assert shop.requests == []


def test_orders_of_all_pages(mode, shop):
    listing = mode.client().orders.list(q={"isClosed": False}, expand=["items"], limit=2)
    assert [order.id for order in mode.run(listing)] == [ORDER, ORDER + 1, ORDER + 2]
    first = {"q": "isClosed:false", "expand": "items", "limit": "2"}
    assert queries(shop) == [first, {**first, "offset": "2"}]


def test_a_server_that_gives_shorter_pages_than_asked_for(mode, shop):
    found = mode.run(mode.client().orders.list(limit=100, offset=1))
    assert [order.href.rpartition("/")[2] for order in found] == [str(ORDER + 1), str(ORDER + 2)]
    shop.requests.clear()
    for number in range(3, 6):
        shop.add(f"/orders/{ORDER + number}")
    assert len(mode.run(mode.client().orders.list(limit=100))) == 6
    assert [query.get("offset") for query in queries(shop)] == [None, "2", "4"]


def test_a_list_that_starts_at_a_page_goes_on_by_pages(mode, shop):
    found = mode.run(mode.client().orders.list(page=2, limit=1))
    assert [order.href.rpartition("/")[2] for order in found] == [str(ORDER + 1), str(ORDER + 2)]
    assert queries(shop) == [{"limit": "1", "page": page} for page in ("2", "3", "4")]


def test_one_page_says_how_many_there_are(mode, shop):
    page = mode.run(mode.client().orders.list(limit=1).first_page())
    assert (len(page.items), page.total, len(shop.requests)) == (1, 3, 1)


def test_an_empty_list(mode, server):
    server.fail_next(status=200, body=b'{"limit": 25, "offset": 0, "totalItems": 0, "items": []}')
    assert mode.run(mode.client().orders.list()) == []
    assert len(server.requests) == 1


def test_a_product_in_a_stock_has_its_id_and_can_be_counted(mode, server):
    server.add("/stocks/19/products/1450")
    client = mode.client()
    (product,) = mode.run(client.stocks.products.list(19))
    assert product.id == 1450
    request = mode.run(client.preview(client.stocks.products.update, 19, product.id, quantity=2))
    assert request.url.path == "/api/v3/stocks/19/products/1450"
