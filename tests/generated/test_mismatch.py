"""Answers that contradict the description: reported as the client was told, and returned all the same."""

import warnings
from datetime import UTC, datetime

import pytest
import sitoo

ORDER_ID = "7KQ2M9X00"
ROUTE = "GET /serviceorders/{service_order_id}.json"


def get(mode, **settings: object):
    return mode.run(mode.client(**settings).service_orders.get(ORDER_ID))


@pytest.fixture
def wrong(server):
    """An order with a number that is none, and without its currency."""
    order = server.add(revision="three")
    del order["currency"]
    return order


PROBLEMS = [
    ("revision", "sent as a string, described as an integer"),
    ("currency", "Field required"),
]


def check(order):
    assert (order.revision, order.currency, order.note) == ("three", None, "Needs it back before the weekend.")
    assert order.product.services[0].sku == "SRV-ZIP"
    assert type(order) is sitoo.models.ServiceOrder


@pytest.mark.usefixtures("wrong")
def test_it_warns_and_returns_the_data(mode):
    with pytest.warns(sitoo.MismatchWarning, match="revision: .*integer.*; currency: Field required") as caught:
        order = get(mode)
    check(order)
    assert len(caught) == 1
    assert "three" not in str(caught[0].message)


@pytest.mark.usefixtures("wrong")
def test_it_points_at_the_line_of_the_caller(mode):
    orders = mode.client().service_orders

    def read() -> None:
        orders.get(ORDER_ID)
        [*orders.list()]
        next(orders.list().pages())

    async def read_async() -> None:
        await orders.get(ORDER_ID)
        [_ async for _ in orders.list()]
        await anext(orders.list().pages())

    with pytest.warns(sitoo.MismatchWarning) as caught:
        mode.run(read_async() if mode.asynchronous else read())
    start = (read_async if mode.asynchronous else read).__code__.co_firstlineno
    assert [(each.filename, each.lineno - start) for each in caught] == [(__file__, 1), (__file__, 2), (__file__, 3)]


@pytest.mark.usefixtures("wrong")
def test_it_raises(mode):
    with pytest.raises(sitoo.MismatchError) as caught:
        get(mode, on_mismatch="raise")
    assert (caught.value.route, list(caught.value.mismatch.problems)) == (ROUTE, PROBLEMS)
    assert caught.value.response.json()["revision"] == "three"


@pytest.mark.usefixtures("wrong")
def test_it_ignores(mode):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        check(get(mode, on_mismatch="ignore"))


@pytest.mark.usefixtures("wrong")
def test_it_tells_a_function(mode):
    told = []
    check(get(mode, on_mismatch=told.append))
    assert [(mismatch.route, list(mismatch.problems)) for mismatch in told] == [(ROUTE, PROBLEMS)]


@pytest.mark.usefixtures("wrong")
def test_one_call_may_react_otherwise(mode):
    client = mode.client(on_mismatch="raise")
    order = mode.run(client.with_options(on_mismatch="ignore").service_orders.get(ORDER_ID))
    check(order)


def test_a_list_with_one_wrong_item(mode, server):
    server.add()
    server.add(modified="yesterday", product={"sku": "BAG", "name": "Bag", "services": "none"})
    told = []
    found = mode.run(mode.client(on_mismatch=told.append).service_orders.list())
    assert [(order.id, order.modified) for order in found] == [("7KQ2M9X01", "yesterday"), (ORDER_ID, None)]
    assert found[0].product.services == "none"
    assert [[path for path, _ in mismatch.problems] for mismatch in told] == [["[].modified", "[].product.services"]]


@pytest.mark.parametrize(
    ("members", "attribute", "value"),
    [
        ({"state": "waiting_for_parts"}, "state", "waiting_for_parts"),
        ({"priority": {"level": 2}}, "priority", {"level": 2}),
        ({"revision": 3.0}, "revision", 3),
        ({"version": None}, "version", None),
    ],
    ids=["unknown enum value", "unknown member", "integer with a point", "null for optional"],
)
def test_what_is_no_contradiction(mode, server, members, attribute, value):
    server.add(**members)
    assert getattr(get(mode, on_mismatch="raise"), attribute) == value


@pytest.mark.parametrize(
    ("members", "attribute", "value"),
    [
        ({"revision": "3"}, "revision", 3),
        ({"created": "1767774600"}, "created", datetime(2026, 1, 7, 8, 30, tzinfo=UTC)),
    ],
    ids=["number as text", "time as text"],
)
def test_what_is_sent_as_text_is_read_and_told(mode, server, members, attribute, value):
    server.add(**members)
    told = []
    assert getattr(get(mode, on_mismatch=told.append), attribute) == value
    assert [mismatch.problems for mismatch in told] == [((attribute, "sent as a string, described as an integer"),)]


@pytest.mark.parametrize(
    ("body", "media_type", "shown"),
    [
        (b'{"id": "A"', "application/json", "the body is no JSON (application/json, 10 bytes)"),
        (b"<html>Log in</html>", "text/html; charset=utf-8", "the body is no JSON (text/html, 19 bytes)"),
        (b"", "application/json", "there is no body"),
        (b" \r\n", "application/json", "there is no body"),
    ],
    ids=["broken", "html", "empty", "blank"],
)
def test_what_is_no_json_is_told_and_returned_as_text(mode, server, body, media_type, shown):
    answer = {"status": 200, "body": body, "headers": {"Content-Type": media_type}}
    server.fail_next(**answer)
    with pytest.raises(sitoo.MismatchError) as caught:
        get(mode, on_mismatch="raise")
    assert str(caught.value) == f"the answer to {ROUTE} contradicts the description: {shown}"
    told = []
    server.fail_next(**answer)
    assert get(mode, on_mismatch=told.append) == (body.decode().strip() or None)
    assert [mismatch.problems for mismatch in told] == [(("", shown),)]


@pytest.mark.parametrize("body", [b"", b"\n", b"<html>items</html>", b"[1"])
def test_a_list_without_json_is_told_and_empty(mode, server, body):
    told = []
    server.fail_next(status=200, body=body, headers={"Content-Type": "application/json"})
    assert mode.run(mode.client(on_mismatch=told.append).service_orders.list()) == []
    assert (len(told), len(server.requests)) == (1, 1)


@pytest.mark.parametrize("status", [204, 205])
def test_a_status_without_a_body_that_nobody_described_is_told_and_gives_none(mode, server, status):
    server.fail_next(status=status, body=b"")
    told = []
    raw = mode.run((client := mode.client(on_mismatch=told.append)).raw(client.service_orders.get, ORDER_ID))
    assert (raw.value, raw.status) == (None, status)
    assert [mismatch.problems for mismatch in told] == [(("", f"there is no body, as the status is {status}"),)]


@pytest.mark.parametrize("body", [b"[]", b'"text"', b"null", b"7"])
def test_json_of_another_kind_is_returned_as_it_is(mode, server, body):
    server.fail_next(status=200, body=body, headers={"Content-Type": "application/json"})
    told = []
    value = get(mode, on_mismatch=told.append)
    assert value in ([], "text", None, 7)
    assert len(told) == 1
