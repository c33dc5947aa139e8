"""What the methods of the generated client send to a real server, and what they return."""

from decimal import Decimal

import pytest
import sitoo
from sitoo.models import ServiceItem, ServiceOrder, ServiceStore

ORDER = {
    "store": {"id": "LIS-02", "name": "Oficina da Baixa"},
    "owner": {"email": "rui@oficina.example"},
    "customer": {"first_name": "Inês", "mobile": None},
    "currency": "EUR",
    "product": {
        "sku": "BAG",
        "name": "Courier bag",
        "services": [{"sku": "SRV-ZIP", "name": "Zip", "quantity": 2, "unit_price": "50.00", "note": None}],
    },
    "author": {"email": "marta@oficina.example"},
}
BY = {"email": "rui@oficina.example"}


def ids(orders):
    return [order.id for order in orders]


def test_a_list_is_all_pages(mode, server):
    for _ in range(9):
        server.add()
    found = mode.run(mode.client().service_orders.list())
    assert ids(found) == sorted(server.orders, reverse=True)
    assert all(isinstance(order, ServiceOrder) for order in found)
    assert server.targets == [
        "GET /serviceorders.json",
        "GET /serviceorders.json?start_after_id=7KQ2M9X05",
        "GET /serviceorders.json?start_after_id=7KQ2M9X01",
        "GET /serviceorders.json?start_after_id=7KQ2M9X00",
    ]


def test_a_list_page_by_page(mode, server):
    for _ in range(6):
        server.add()
    listing = mode.client().service_orders.list(sort="created")
    assert server.requests == []
    assert [len(page) for page in mode.run(listing.pages())] == [4, 2, 0]
    first = mode.run(listing.first_page())
    assert ids(first) == ids(first.items) == ["7KQ2M9X00", "7KQ2M9X01", "7KQ2M9X02", "7KQ2M9X03"]
    assert first.has_next
    assert len(server.requests) == 4


@pytest.mark.parametrize(
    ("caps", "count", "requests"),
    [({"max_items": 5}, 5, 2), ({"max_items": 4}, 4, 1), ({"max_pages": 1}, 4, 1), ({"max_items": 0}, 0, 0)],
)
def test_a_list_can_be_cut_short(mode, server, caps, count, requests):
    for _ in range(6):
        server.add()
    assert len(mode.run(mode.client().service_orders.list().limit(**caps))) == count
    assert len(server.requests) == requests


def test_an_empty_list(mode, server):
    assert mode.run(mode.client().service_orders.list()) == []
    assert len(server.requests) == 1


def test_filters_stay_the_same_on_every_page(mode, server):
    for _ in range(3):
        server.add()
    server.add(state="closed")
    server.add(state="in_progress", store={"id": "LIS 03/å", "name": "Chiado"})
    orders = mode.client().service_orders
    assert ids(mode.run(orders.list(state=["new", "in_progress"], store="LIS-02", num=2, sort="created"))) == [
        "7KQ2M9X00",
        "7KQ2M9X01",
        "7KQ2M9X02",
    ]
    assert ids(mode.run(orders.list(store="LIS 03/å"))) == ["7KQ2M9X04"]
    assert server.targets == [
        "GET /serviceorders.json?store=LIS-02&state=new,in_progress&num=2&sort=created",
        "GET /serviceorders.json?store=LIS-02&state=new,in_progress&num=2&sort=created&start_after_id=7KQ2M9X01",
        "GET /serviceorders.json?store=LIS-02&state=new,in_progress&num=2&sort=created&start_after_id=7KQ2M9X02",
        "GET /serviceorders.json?store=LIS%2003%2F%C3%A5",
        "GET /serviceorders.json?store=LIS%2003%2F%C3%A5&start_after_id=7KQ2M9X04",
    ]


def test_get(mode, server):
    stored = server.add()
    order = mode.run(mode.client().service_orders.get(stored["id"]))
    assert type(order) is ServiceOrder
    assert (order.id, order.revision, order.state, order.product.services[0].quantity) == (stored["id"], 1, "new", 2)
    assert order.model_dump(mode="json") == stored
    assert server.targets == ["GET /serviceorders/7KQ2M9X00.json"]
    sent = server.requests[0].headers
    assert (sent["accept"], sent["user-agent"]) == ("application/json", "sitoo-python/2")


def test_create_from_dicts_sends_what_is_given_and_no_more(mode, server):
    order = mode.run(mode.client().service_orders.create(**ORDER))
    assert (order.id, order.revision, order.state, order.customer.first_name) == ("7KQ2M9X00", 1, "new", "Inês")
    request = server.requests[0]
    assert request.json == ORDER
    assert "Inês".encode() in request.body
    assert (request.method, request.headers["content-type"]) == ("POST", "application/json")


def test_create_from_models_sends_what_was_read(mode, server):
    stored = server.add(store={"id": "LIS-02", "name": "Baixa", "region": "south"})
    orders = mode.client().service_orders
    read = mode.run(orders.get(stored["id"]))
    copied = {name: getattr(read, name) for name in ORDER}
    made = mode.run(orders.create(**copied))
    assert server.requests[1].json == {name: stored[name] for name in ORDER}
    assert made.product == read.product


def test_models_and_dicts_mix(mode, server):
    store = ServiceStore(id="LIS-02", name="Baixa")
    item = ServiceItem(sku="SRV", name="Wax", quantity=1, unit_price=Decimal("18.50"), note=None)
    services = [item, {"sku": "SRV-2", "name": "Dye", "quantity": 1, "unit_price": Decimal("9.90"), "note": ""}]
    product = {"sku": "BAG", "name": "Bag", "services": services}
    made = mode.run(mode.client().service_orders.create(**{**ORDER, "store": store, "product": [product]}))
    sent = server.requests[0].json
    assert sent["store"] == {"id": "LIS-02", "name": "Baixa"}
    assert sent["product"][0]["services"] == [
        {"sku": "SRV", "name": "Wax", "quantity": 1, "unit_price": "18.50", "note": None},
        {"sku": "SRV-2", "name": "Dye", "quantity": 1, "unit_price": "9.90", "note": ""},
    ]
    assert [service.unit_price for service in made.product.services] == [Decimal("18.50"), Decimal("9.90")]


def test_a_price_keeps_its_digits_both_ways(mode, server):
    stored = server.add()
    orders = mode.client().service_orders
    order = mode.run(orders.get(stored["id"]))
    assert str(order.product.services[0].unit_price) == "50.00"
    mode.run(orders.update(order.id, revision=1, author=BY, product=order.product))
    assert b'"unit_price":"50.00"' in server.requests[1].body
    assert stored["product"]["services"][0]["unit_price"] == "50.00"


@pytest.mark.parametrize(
    ("note", "sent", "kept"),
    [({}, {}, "Old"), ({"note": None}, {"note": None}, None), ({"note": ""}, {"note": ""}, "")],
    ids=["absent", "null", "empty"],
)
def test_null_is_a_value_and_leaving_out_is_not(mode, server, note, sent, kept):
    server.add(note="Old")
    order = mode.run(mode.client().service_orders.update("7KQ2M9X00", revision=1, author=BY, **note))
    assert server.requests[0].json == {"revision": 1, "author": BY, **sent}
    assert (order.note, order.revision) == (kept, 2)


def test_update(mode, server):
    server.add()
    orders = mode.client().service_orders
    first = mode.run(orders.update("7KQ2M9X00", revision=1, author=BY, state="in_progress"))
    second = mode.run(orders.update("7KQ2M9X00", revision=first.revision, author=BY, state="closed", store=sitoo.UNSET))
    assert (second.revision, second.state) == (3, "closed")
    assert server.targets == ["PUT /serviceorders/7KQ2M9X00.json"] * 2
    assert "store" not in server.requests[1].json


PREFIX = "/v2/accounts/20417/serviceorders/"


@pytest.mark.parametrize(
    ("order_id", "target"),
    [
        ("a/b", "a%2Fb"),
        ("a?b#c", "a%3Fb%23c"),
        ("%2e%2e", "%252e%252e"),
        ("å\n", "%C3%A5%0A"),
        ("a\\b\0", "a%5Cb%00"),
        ("a b;c=d", "a%20b%3Bc%3Dd"),
        ("..", ".."),
    ],
)
def test_an_id_stays_in_its_segment(mode, server, order_id, target):
    with pytest.raises(sitoo.ApiError, match="404 Not Found"):
        mode.run(mode.client().service_orders.get(order_id))
    sent = server.requests[0].target
    assert sent == f"{PREFIX}{target}.json"


@pytest.mark.parametrize("order_id", ["", "../x", "a/../../b/", "..\\x", "%2e%2e/x", "./x", "x/../../../sites", None])
def test_an_id_that_leads_elsewhere_is_refused(mode, server, order_id):
    with pytest.raises(ValueError, match="path parameter"):
        mode.run(mode.client().service_orders.get(order_id))
    assert server.requests == []


def test_any_route(mode, server):
    server.add()
    client = mode.client()
    response = mode.run(client.request("GET", "/stock.csv", query={"rows": 2}, headers={"X-Shop": "LIS"}))
    assert response.text == "BAG-0,0\nBAG-1,1\n"
    assert (server.targets, server.requests[0].headers["x-shop"]) == (["GET /stock.csv?rows=2"], "LIS")
    answer = mode.run(
        client.request("PUT", "/serviceorders/7KQ2M9X00.json", json={"revision": 1, "author": BY, "note": "Hi"})
    )
    assert answer.json()["note"] == "Hi"


def test_a_stream(mode, server):
    assert mode.read_stream(mode.client(), "GET", "/stock.csv", query={"rows": 500})[-1] == "BAG-499,499"
    assert "authorization" in server.requests[0].headers


def test_raw(mode, server):
    stored = server.add()
    client = mode.client()
    answer = mode.run(client.raw(client.service_orders.get, stored["id"]))
    assert (answer.status, answer.value.id, answer.response.json()) == (200, stored["id"], stored)
    assert answer.headers["content-type"] == "application/json"
    page = mode.run(client.raw(client.service_orders.list, num=1))
    assert (ids(page.value), page.status) == ([stored["id"]], 200)


def test_options_of_one_call(mode, server):
    server.add()
    client = mode.client(headers={"X-App": "till"})
    other = client.with_options(headers={"X-Trace": "7"}, timeout=5)
    mode.run(other.service_orders.get("7KQ2M9X00"))
    mode.run(client.service_orders.get("7KQ2M9X00"))
    assert [(request.headers.get("x-app"), request.headers.get("x-trace")) for request in server.requests] == [
        ("till", "7"),
        ("till", None),
    ]
