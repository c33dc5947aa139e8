"""What Fixably's client sends to a real server in bodies, and what it makes of values and failures."""

import datetime as dt
import json
from decimal import Decimal

import fixably
import pytest
from fixably.errors import ErrorCode
from fixably.models import Order, Payment
from fixably_server import ORDER, TOKEN

FIELDS = {"watched": True, "rinsed": False, "accessories": ["case", "charger"], "rounds": 3, "hours": 1.5, "whole": 2.0}
FIELDS |= {"passcode": "0042", "date": "2026-03-05", "yes": "true", "left": None, "none": []}


def fail(mode, kind, call):
    with pytest.raises(kind) as caught:
        mode.run(call())
    assert type(caught.value) is kind
    return caught.value


def test_the_key_is_sent_as_it_is(mode, shop):
    mode.run(mode.client().orders.get(ORDER))
    assert shop.requests[0].headers["authorization"] == TOKEN


def test_the_key_and_the_tenant_of_the_environment(mode, shop, monkeypatch):
    monkeypatch.setenv("FIXABLY_API_KEY", TOKEN)
    mode.run(mode.client(api_key=None).orders.get(ORDER))
    assert shop.requests[0].headers["authorization"] == TOKEN
    monkeypatch.setenv("FIXABLY_DOMAIN", "demo")
    client = mode.client(base_url=None)
    assert client._session.configuration.base_url == "https://demo.fixably.com/api/v3"


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({}, {}),
        ({"parent": {"id": None}}, {"parent": {"id": None}}),
        ({"parent": {"id": 12}, "first_name": "Inês"}, {"parent": {"id": 12}, "firstName": "Inês"}),
        ({"notes": "", "tags": [], "priority": 0}, {"notes": "", "tags": [], "priority": 0}),
    ],
    ids=["absent", "null in an object", "values", "empty"],
)
def test_a_change_sends_what_is_given(mode, shop, given, sent):
    mode.run(mode.client().customers.update(817, **given))
    assert [(request.method, request.json) for request in shop.requests] == [("PATCH", sent)]


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({}, {}),
        ({"description": None}, {"description": None}),
        ({"description": ""}, {"description": ""}),
        ({"ean": fixably.UNSET}, {}),
    ],
)
def test_null_is_sent_where_the_description_has_it(mode, server, given, sent):
    server.add("/products/5", name="Screen")
    assert mode.run(mode.client().products.update(5, **given)).name == "Screen"
    assert server.requests[0].json == sent


def test_none_is_refused_where_null_is_no_value(mode, shop):
    for given in ({"parent": None}, {"parent": {"id": 1}, "notes": None}, {"phone": None}):
        with pytest.raises(ValueError, match="may not be None"):
            mode.run(mode.client().customers.update(817, **given))
    assert shop.requests == []


def test_an_order_leaves_its_store(mode, shop):
    changed = mode.run(mode.client().orders.update(ORDER, store={"id": None}, status={"id": 12}, priority=5))
    assert shop.requests[0].json == {"status": {"id": 12}, "store": {"id": None}, "priority": 5}
    assert (type(changed), changed.id) == (Order, ORDER)


@pytest.mark.parametrize(("given", "sent"), [(25, "25"), (10.5, "10.5"), (Decimal("0.10"), "0.10"), ("25.00", "25.00")])
def test_amounts_are_text_whatever_they_are_given_as(mode, shop, given, sent):
    lines = mode.client().orders.lines
    mode.run(lines.create(ORDER, product={"id": 5}, quantity=1, price_range="CUSTOM", price=given, vat=given))
    assert [shop.requests[0].json[name] for name in ("quantity", "price", "vat")] == ["1", sent, sent]


def test_a_change_that_is_answered_by_nothing(mode, shop):
    shop.fail_next(status=204)
    assert mode.run(mode.client().orders.update(ORDER, tags=["express"])) is None


def test_amounts_and_custom_fields_go_out_and_come_back_as_they_are(mode, shop):
    create = mode.client().orders.lines.create
    line = mode.run(
        create(
            ORDER,
            product={"id": 5},
            quantity=Decimal("1.00"),
            price_range="CUSTOM",
            price=Decimal("1E+2"),
            vat="23.00",
            custom_fields=FIELDS,
        )
    )
    sent = shop.requests[0].json
    assert (sent["quantity"], sent["price"], sent["vat"]) == ("1.00", "100", "23.00")
    assert (line.quantity, line.price, line.vat) == (Decimal("1.00"), Decimal(100), Decimal(23))
    assert all(type(amount) is Decimal for amount in (line.quantity, line.price, line.vat))
    for fields in (sent["customFields"], line.custom_fields):
        assert fields == FIELDS
        assert {name: type(value) for name, value in fields.items()} == {
            name: type(value) for name, value in FIELDS.items()
        }


@pytest.mark.parametrize("zone", ["Z", "+00:00", "+0000"])
def test_times_in_all_spellings(mode, server, zone):
    server.add("/orders/1", createdAt=f"2025-03-05T08:15:00{zone}", updatedAt=None)
    order = mode.run(mode.client().orders.get(1))
    assert (order.created_at, order.updated_at) == (dt.datetime(2025, 3, 5, 8, 15, tzinfo=dt.UTC), None)
    assert order.created_at.utcoffset() == dt.timedelta()


def test_what_the_description_does_not_know_is_kept(mode, server):
    shelf = {"row": [1, {"bin": None}]}
    server.add("/orders/1", shelf=shelf, priority="URGENT", customFields={})
    order = mode.run(mode.client().orders.get(1))
    assert (order.shelf, order.priority, order.custom_fields) == (shelf, "URGENT", {})
    assert order.model_dump(mode="json", by_alias=True, exclude_unset=True) == {
        "href": f"{server.base_url}/orders/1",
        "id": 1,
        "shelf": shelf,
        "priority": "URGENT",
        "customFields": {},
    }


@pytest.mark.parametrize(
    ("status", "body", "kind", "code", "message"),
    [
        (
            400,
            {"code": "E4095", "developerMessage": "Unclear q"},
            fixably.BadRequestError,
            ErrorCode.E4095,
            "Unclear q",
        ),
        (404, {"code": "E10002", "developerMessage": None}, fixably.NotFoundError, ErrorCode.E10002, ""),
        (409, {"status": 409, "code": "E40900"}, fixably.ClientError, ErrorCode.E40900, ""),
        (403, {"errors": [{"code": "E2005", "message": "No"}]}, fixably.ClientError, ErrorCode.E2005, "No"),
        (400, {"code": "E77", "developerMessage": "New"}, fixably.BadRequestError, "E77", "New"),
        (400, {"status": "400", "developerMessage": "Why"}, fixably.BadRequestError, None, "Why"),
        (400, [], fixably.BadRequestError, None, ""),
        (500, {"code": "E50010"}, fixably.ApiError, ErrorCode.E50010, ""),
    ],
)
def test_codes_say_what_they_mean(mode, server, status, body, kind, code, message):
    server.fail_next(status=status, body=json.dumps(body).encode(), headers={"Content-Type": "application/json"})
    error = fail(mode, kind, lambda: mode.client(max_retries=0).orders.close(1))
    assert (error.status, error.code, error.message) == (status, code, message)
    assert error.route == "POST /orders/{order_id}/close"
    assert error.meaning == fixably.errors.MEANINGS.get(str(code), "")
    assert bool(error.meaning) == (code in set(ErrorCode))


def test_a_wrong_key(mode):
    error = fail(mode, fixably.UnauthorizedError, lambda: mode.client(api_key="wrong").orders.get(1))
    assert (error.code, error.route) == (ErrorCode.E40100, "GET /orders/{order_id}")
    assert error.meaning == "The token is wrong, or user name and password are."
    assert "wrong" not in repr(vars(error.response.request))


def test_the_payment_that_a_charge_makes_is_followed(mode, server):
    server.add("/payments/390", amount="184.50")
    address = json.dumps({"href": f"{server.base_url}/payments/390"}).encode()
    server.fail_next(status=201, body=address, headers={"Content-Type": "application/json"})
    client = mode.client()
    link = mode.run(client.invoices.charge(61, amount=Decimal("184.50"), payment_type={"id": 7}))
    payment = mode.run(client.follow(link))
    assert (type(payment), link.id, payment.amount) == (Payment, 390, Decimal("184.50"))


def test_an_order_that_there_is_not(mode, shop):
    error = fail(mode, fixably.NotFoundError, lambda: mode.client().orders.get(7))
    assert (error.status, error.code, error.message) == (404, "E40401", "There is no /orders/7")
    assert shop.targets == ["GET /orders/7"]


@pytest.mark.usefixtures("shop")
def test_the_server_refuses_what_is_not_described(mode):
    error = fail(mode, fixably.BadRequestError, lambda: mode.client().orders.update(ORDER, tags=[7]))
    assert (error.code, error.message) == (ErrorCode.E40000, "7 is not of type 'string'")
