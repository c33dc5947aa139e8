"""What the methods of Fixje's client send to a real server, what they return, and what they make of its problems."""

import datetime as dt
import uuid
from decimal import Decimal

import fixje
import pytest
from fixje.models import Order, Product

METHOD_ID = uuid.UUID("4d2f9c1e-2f7b-4a38-8c0a-5be0c3f0a921")
NEW = {
    "shipping_method_id": METHOD_ID,
    "store_front_id": "9c7d1f64-3b1a-4a0c-b7c5-6e2d8f4b1a33",
    "shipping_address": {"company_name": "Northside Repairs", "house_number": "18", "zip_code": "9711 AB"},
    "order_items": [{"sku": "BAT-A52", "quantity": 4, "price": 12.5, "partner_reference": "job 5512"}],
}
SENT = {
    "shippingMethodId": str(METHOD_ID),
    "storeFrontId": "9c7d1f64-3b1a-4a0c-b7c5-6e2d8f4b1a33",
    "shippingAddress": {"companyName": "Northside Repairs", "houseNumber": "18", "zipCode": "9711 AB"},
    "orderItems": [{"sku": "BAT-A52", "quantity": 4, "price": 12.5, "partnerReference": "job 5512"}],
}


def product(number: int) -> dict[str, object]:
    return {"sku": f"P-{number}", "productPrice": {"price": 12.5}, "stocks": [{"quantity": number}]}


def calls(server) -> list[str]:
    return [target for target in server.targets if "login" not in target]


def test_orders_of_all_pages(mode, server):
    stored = [server.add() for _ in range(7)]
    listing = mode.client(on_mismatch="raise").orders.list(page_size=3)
    found = mode.run(listing)
    assert [str(order.order_id) for order in found] == [order["orderId"] for order in stored]
    assert all(type(order) is Order for order in found)
    assert calls(server) == [
        "GET /api/v1/orders?pagesize=3",
        "GET /api/v1/orders?pagesize=3&page=2",
        "GET /api/v1/orders?pagesize=3&page=3",
    ]
    assert mode.run(listing.first_page()).total == 7


def test_orders_from_a_page_on(mode, server):
    stored = [server.add() for _ in range(5)]
    found = mode.run(mode.client().orders.list(page=2))
    assert [str(order.order_id) for order in found] == [order["orderId"] for order in stored[3:]]
    assert calls(server) == ["GET /api/v1/orders?page=2", "GET /api/v1/orders?page=3"]


def test_where_orders_are_not_counted_an_empty_page_is_the_end(mode, server):
    server.counted = False
    for _ in range(3):
        server.add()
    assert len(mode.run(mode.client().orders.list())) == 3
    assert calls(server) == ["GET /api/v1/orders", "GET /api/v1/orders?page=2"]


@pytest.mark.parametrize("counted", [True, False])
def test_a_lone_order_is_a_page(mode, server, counted):
    server.lone, server.counted = True, counted
    stored = [server.add() for _ in range(4)]
    found = mode.run(mode.client(on_mismatch="raise").orders.list())
    assert [str(order.order_id) for order in found] == [order["orderId"] for order in stored]
    assert all(type(order) is Order for order in found)


@pytest.mark.parametrize("lone", [True, False])
def test_products_of_all_pages(mode, server, lone):
    server.lone = lone
    server.products += [product(number) for number in range(4)]
    found = mode.run(mode.client(on_mismatch="raise").products.list(page_size=3))
    assert [(one.sku, one.product_price.price, one.stocks[0].quantity) for one in found] == [
        (f"P-{number}", 12.5, number) for number in range(4)
    ]
    assert all(type(one) is Product for one in found)
    assert calls(server) == [
        "GET /api/v1/products?pageSize=3",
        "GET /api/v1/products?pageSize=3&page=2",
        "GET /api/v1/products?pageSize=3&page=3",
    ]


def test_no_products(mode, server):
    assert mode.run(mode.client(on_mismatch="raise").products.list()) == []
    assert calls(server) == ["GET /api/v1/products"]


def test_a_lone_order_that_contradicts_the_description_is_still_an_item(mode, server):
    server.lone = True
    server.add(orderItems="none", createdAt="yesterday")
    told = []
    (order,) = mode.run(mode.client(on_mismatch=told.append).orders.list())
    assert (type(order), order.order_items, order.created_at) == (Order, "none", "yesterday")
    assert [mismatch.route for mismatch in told] == ["GET /api/v1/orders"]


def test_the_same_lone_product_on_every_page_is_an_error(mode, server):
    mode.run((client := mode.client()).orders.list())
    server.fail_next(times=9, status=200, body=b'{"sku": "P-1"}')
    with pytest.raises(fixje.PagingError, match="the same page again"):
        mode.run(client.products.list())
    assert len(calls(server)) == 3


def test_get(mode, server):
    stored = server.add(
        requestedDeliveryDate="2026-03-06",
        shipments=[{"shipmentDate": "2026-03-05T14:20:00Z", "orderItems": {"e2a1": 3}}],
        carrier={"name": "PostNL"},
    )
    order = mode.run(mode.client(on_mismatch="raise").orders.get(uuid.UUID(stored["orderId"])))
    assert calls(server) == [f"GET /api/v1/orders/{stored['orderId']}"]
    assert order.order_id == uuid.UUID(stored["orderId"])
    assert order.requested_delivery_date == dt.date(2026, 3, 6)
    assert order.shipments[0].shipment_date == dt.datetime(2026, 3, 5, 14, 20, tzinfo=dt.UTC)
    assert order.shipments[0].order_items == {"e2a1": 3}
    assert (order.order_items[0].unit_price, order.order_items[0].tax) == (Decimal("12.5"), Decimal("2.63"))
    assert order.carrier == {"name": "PostNL"}


def test_create(mode, server):
    created = mode.run(mode.client(on_mismatch="raise").orders.create(**NEW))
    assert server.requests[-1].json == SENT
    assert (str(created.order_id), created.reference) == (server.orders[0]["orderId"], None)
    assert created.creation_warnings == []


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({}, {}),
        ({"reference": None, "requested_delivery_date": None}, {"reference": None, "requestedDeliveryDate": None}),
        ({"reference": ""}, {"reference": ""}),
        ({"requested_delivery_date": dt.date(2026, 3, 6)}, {"requestedDeliveryDate": "2026-03-06"}),
        (
            {"billing_address": {"camber_of_commerce": "01234567", "vat_number": "NL0"}},
            {"billingAddress": {"camberOfCommerce": "01234567", "vatNumber": "NL0"}},
        ),
    ],
    ids=["absent", "null", "empty", "date", "nested"],
)
def test_null_is_a_value_and_leaving_out_is_not(mode, server, given, sent):
    mode.run(mode.client().orders.create(**NEW, **given))
    assert server.requests[-1].json == {**SENT, **sent}


def test_none_is_refused_where_null_is_no_value(mode, server):
    with pytest.raises(ValueError, match="'billingAddress' may not be None"):
        mode.run(mode.client().orders.create(**NEW, billing_address=None))
    assert server.requests == []


@pytest.mark.parametrize(
    ("body", "message", "code"),
    [
        (
            b'{"type": "https://p.example/v", "title": "Not valid.", "detail": "Too few."}',
            "Too few.",
            "https://p.example/v",
        ),
        (b'{"type": null, "title": "Not valid.", "detail": null, "status": 400}', "Not valid.", None),
        (b'{"title": "Not valid.", "errors": {"orderItems[0].quantity": ["At least 1."]}}', "Not valid.", None),
        (b"{}", "", None),
        (b"[]", "", None),
        (b"Nope", "Nope", None),
    ],
)
@pytest.mark.parametrize("media_type", ["application/problem+json; charset=utf-8", "application/json"])
def test_problem_details(mode, server, body, message, code, media_type):
    mode.run((client := mode.client()).orders.list())
    server.fail_next(status=400, body=body, headers={"Content-Type": media_type})
    with pytest.raises(fixje.BadRequestError) as caught:
        mode.run(client.orders.create(**NEW))
    error = caught.value
    assert (error.status, error.message, error.code, error.route) == (400, message, code, "POST /api/v1/orders")


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, fixje.BadRequestError),
        (404, fixje.NotFoundError),
        (500, fixje.InternalServerError),
        (409, fixje.ApiError),
    ],
)
def test_the_class_is_the_status(mode, server, status, kind):
    mode.run((client := mode.client(max_retries=0)).orders.list())
    server.fail_next(status=status, body=b'{"detail": "No."}')
    with pytest.raises(fixje.ApiError) as caught:
        mode.run(client.orders.get("1"))
    assert (type(caught.value), caught.value.message) == (kind, "No.")


def test_the_server_refuses_what_is_not_described(mode, server):
    with pytest.raises(fixje.BadRequestError, match="'four' is not of type 'integer'"):
        mode.run(mode.client().orders.create(**{**NEW, "order_items": [{"quantity": "four"}]}))
    assert server.orders == []


def test_a_mismatch_warns_and_returns_the_data(mode, server):
    stored = server.add(orderStatus=7, reference=["PO"])
    with pytest.warns(fixje.MismatchWarning, match="reference: .*; orderStatus: "):
        order = mode.run(mode.client().orders.get(stored["orderId"]))
    assert (order.order_status, order.reference) == (7, ["PO"])


@pytest.mark.parametrize(
    ("price", "sent"),
    [(Decimal("0.10"), b"0.10"), (Decimal("1234567890123456.789"), b"1234567890123456.789"), (3, b"3")],
)
def test_prices_are_numbers_with_their_digits(mode, server, price, sent):
    item = {"sku": "A", "quantity": 1, "price": price}
    mode.run(mode.client().orders.create(**{**NEW, "order_items": [item]}))
    assert b'"orderItems":[{"sku":"A","quantity":1,"price":' + sent + b"}]" in server.requests[-1].body


def test_prices_are_read_with_their_digits(mode, server):
    body = b'{"orderItems":[{"unitPrice":0.10,"tax":1234567890123456.789,"total":3}],"weight":0.10}'
    mode.run((client := mode.client()).orders.list())  # which fetches the token
    server.fail_next(status=200, body=body)
    order = mode.run(client.orders.get("b3e1eced-f2bd-4d8c-9765-fbc9d1d222d5"))
    (item,) = order.order_items
    assert [str(amount) for amount in (item.unit_price, item.tax, item.total)] == ["0.10", "1234567890123456.789", "3"]
    assert item.unit_price * 3 == Decimal("0.30")
