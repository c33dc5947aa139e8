"""What goes wrong between the generated client and a real server: errors, retries, redirects, broken connections."""

import pickle
import socket
import time
from email.utils import formatdate

import httpx
import pytest
import sitoo
from sitoo_server import ACCOUNT

BY = {"email": "rui@oficina.example"}
ORDER_ID = "7KQ2M9X00"
GET = "GET /serviceorders/7KQ2M9X00.json"


@pytest.fixture
def short_backoff(monkeypatch):
    monkeypatch.setattr("sitoo._runtime.retry._FIRST", 0.01)


def fail(mode, kind, method, *args: object, **kwargs: object):
    with pytest.raises(kind) as caught:
        mode.run(method(*args, **kwargs))
    assert type(caught.value) is kind
    return caught.value


def test_a_stale_revision(mode, server):
    server.add(revision=3)
    orders = mode.client().service_orders
    error = fail(mode, sitoo.PreconditionFailedError, orders.update, ORDER_ID, revision=2, author=BY, note="Late")
    assert (error.status, error.code, error.message) == (412, 412, "Revision 2 is not the latest")
    assert error.body == {"statuscode": 412, "errortext": "Revision 2 is not the latest"}
    assert error.route == "PUT /serviceorders/{service_order_id}.json"
    assert "412 Precondition Failed: Revision 2 is not the latest" in str(error)
    assert (server.orders[ORDER_ID]["note"], len(server.requests)) == ("Needs it back before the weekend.", 1)


def test_a_status_that_is_not_documented(mode, server):
    error = fail(mode, sitoo.ApiError, mode.client().service_orders.get, "NONE")
    assert (error.status, error.code, error.message) == (404, 404, "There is no such order")
    assert len(server.requests) == 1


def test_a_body_that_the_server_refuses(mode, server):
    server.add()
    orders = mode.client().service_orders
    error = fail(mode, sitoo.BadRequestError, orders.update, ORDER_ID, revision=1, author=BY, state="lost")
    assert error.message.startswith("'lost' is not one of")


@pytest.mark.parametrize("wrong", [{"api_id": "20417-1"}, {"api_password": "other"}])
def test_wrong_credentials(mode, server, wrong):
    error = fail(mode, sitoo.UnauthorizedError, mode.client(**wrong).service_orders.get, ORDER_ID)
    assert (error.status, error.message, len(server.requests)) == (401, "Unknown API ID", 1)


@pytest.mark.parametrize(
    ("body", "media_type", "message"),
    [
        (b"<h1>Bad gateway</h1>", "text/html", ""),
        (b"Try later", "text/plain", "Try later"),
        (b"", "application/json", ""),
        (b'["x"]', "application/json", ""),
        (b'{"errortext": null}', "application/json", ""),
    ],
)
def test_error_bodies_of_any_kind(mode, server, body, media_type, message):
    server.fail_next(status=502, body=body, headers={"Content-Type": media_type, "X-Request-Id": "r-7"})
    error = fail(mode, sitoo.BadGatewayError, mode.client(max_retries=0).service_orders.get, ORDER_ID)
    assert (error.message, error.request_id) == (message, "r-7")


def test_errors_are_pickled_whole(mode):
    error = fail(mode, sitoo.ApiError, mode.client().service_orders.get, "NONE")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - just made
    assert (type(again), str(again), again.status, again.body) == (type(error), str(error), 404, error.body)


@pytest.mark.usefixtures("short_backoff")
def test_a_get_is_repeated(mode, server):
    server.add()
    server.fail_next(times=2, status=500)
    assert mode.run(mode.client().service_orders.get(ORDER_ID)).id == ORDER_ID
    assert server.targets == [GET] * 3


@pytest.mark.usefixtures("short_backoff")
def test_repeating_ends(mode, server):
    server.fail_next(times=3, status=500)
    fail(mode, sitoo.InternalServerError, mode.client().service_orders.get, ORDER_ID)
    assert len(server.requests) == 3


def test_no_repeats_when_not_wanted(mode, server):
    server.fail_next(status=500)
    fail(mode, sitoo.InternalServerError, mode.client().with_options(max_retries=0).service_orders.get, ORDER_ID)
    assert len(server.requests) == 1


NEW = {
    "store": {"id": "LIS-02", "name": "Baixa"},
    "owner": BY,
    "customer": {"first_name": "Inês"},
    "currency": "EUR",
    "product": {"sku": "BAG", "name": "Bag", "services": []},
    "author": BY,
}


@pytest.mark.parametrize("fault", [{"status": 500}, {"status": 502}, {"status": 503}, {"drop": True}])
@pytest.mark.parametrize(
    ("method", "arguments"), [("create", NEW), ("update", {"service_order_id": ORDER_ID, "revision": 1, "author": BY})]
)
def test_what_may_have_happened_is_not_repeated(mode, server, fault, method, arguments):
    server.add()
    server.fail_next(**fault)
    with pytest.raises(sitoo.CallError):
        mode.run(getattr(mode.client().service_orders, method)(**arguments))
    assert len(server.requests) == 1


def test_429_is_repeated_when_the_server_says(mode, server):
    server.add()
    server.fail_next(status=429, headers={"Retry-After": "0.1"})
    order = mode.run(mode.client().service_orders.update(ORDER_ID, revision=1, author=BY, note="Now"))
    assert (order.revision, order.note) == (2, "Now")
    first, second = server.requests
    assert first.body == second.body
    assert second.time - first.time >= 0.1


@pytest.mark.parametrize(
    "after",
    ["61", "999999999", formatdate(time.time() + 3600, usegmt=True)],
    ids=["a second more", "for ever", "a date"],
)
def test_nobody_waits_longer_than_a_minute(mode, server, after):
    server.fail_next(status=429, headers={"Retry-After": after})
    error = fail(mode, sitoo.ApiError, mode.client().service_orders.get, ORDER_ID)
    assert (error.status, len(server.requests)) == (429, 1)
    assert error.retry_after > 60


@pytest.mark.parametrize("after", ["inf", "-1", "soon", "NaN", ""])
@pytest.mark.usefixtures("short_backoff")
def test_nonsense_in_retry_after(mode, server, after):
    server.add()
    server.fail_next(status=429, headers={"Retry-After": after})
    assert mode.run(mode.client().service_orders.get(ORDER_ID)).id == ORDER_ID
    assert len(server.requests) == 2


@pytest.mark.parametrize("timeout", [0.15, httpx.Timeout(5, read=0.15)])
def test_a_slow_server(mode, server, timeout):
    server.add()
    server.fail_next(delay=0.3)
    client = mode.client(max_retries=0)
    error = fail(mode, sitoo.TimedOutError, client.with_options(timeout=timeout).service_orders.get, ORDER_ID)
    assert (error.sent, error.route) == (True, "GET /serviceorders/{service_order_id}.json")
    assert mode.run(client.service_orders.get(ORDER_ID)).id == ORDER_ID


@pytest.mark.usefixtures("short_backoff")
@pytest.mark.parametrize("fault", ["drop", "cut", "refuse"])
def test_broken_connections_of_a_get_are_borne(mode, server, fault):
    server.add()
    if fault == "refuse":
        server.refuse = 1
    else:
        server.fail_next(**{fault: True})
    assert mode.run(mode.client().service_orders.get(ORDER_ID)).id == ORDER_ID
    assert server.connections == 2


@pytest.mark.parametrize("fault", ["drop", "cut"])
def test_broken_connections(mode, server, fault):
    server.fail_next(**{fault: True})
    error = fail(mode, sitoo.TransportError, mode.client(max_retries=0).service_orders.get, ORDER_ID)
    assert (str(error), error.sent) == (
        "the connection broke before the answer was complete (GET /serviceorders/{service_order_id}.json)",
        True,
    )


def test_a_stream_that_breaks(mode, server):
    server.fail_next(cut=True)
    with pytest.raises(sitoo.TransportError, match="the connection broke before the answer was complete"):
        mode.read_stream(mode.client(), "GET", "/stock.csv")


def test_a_stream_of_a_failure(mode):
    with pytest.raises(sitoo.ApiError, match="404 Not Found: There is no such order"):
        mode.read_stream(mode.client(), "GET", "/serviceorders/NONE.json")


@pytest.mark.usefixtures("short_backoff")
def test_nobody_listens(mode, server):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        client = mode.client(base_url=f"http://127.0.0.1:{port}/v2")
        error = fail(mode, sitoo.ConnectError, client.service_orders.get, ORDER_ID)
    assert (error.sent, server.requests) == (False, [])
    assert str(error).startswith("no connection: ")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_within_the_origin_are_followed(mode, server, status):
    stored = server.add()
    location = f"/v2/accounts/{ACCOUNT}/serviceorders/{ORDER_ID}.json"
    server.fail_next(status=status, headers={"Location": location})
    assert mode.run(mode.client().service_orders.get("OLD")).id == stored["id"]
    assert server.targets == ["GET /serviceorders/OLD.json", GET]


@pytest.mark.parametrize(
    "location", ["http://localhost:{port}/x", "//localhost:{port}/x", "https://127.0.0.1:{port}/x", "http://["]
)
def test_redirects_to_other_origins_are_errors(mode, server, location):
    server.fail_next(status=302, headers={"Location": location.format(port=server.port)})
    error = fail(mode, sitoo.ApiError, mode.client().service_orders.get, ORDER_ID)
    assert (error.status, len(server.requests)) == (302, 1)
    assert "redirect was not followed" in error.message


def test_redirects_of_writes_are_errors(mode, server):
    server.add()
    server.fail_next(status=307, headers={"Location": f"/v2/accounts/{ACCOUNT}/serviceorders/{ORDER_ID}.json"})
    fail(mode, sitoo.ApiError, mode.client().service_orders.update, ORDER_ID, revision=1, author=BY)
    assert (len(server.requests), server.orders[ORDER_ID]["revision"]) == (1, 1)


def test_redirects_end(mode, server):
    location = f"/v2/accounts/{ACCOUNT}/serviceorders/{ORDER_ID}.json"
    server.fail_next(times=20, status=302, headers={"Location": location})
    assert fail(mode, sitoo.ApiError, mode.client().service_orders.get, ORDER_ID).status == 302
    assert len(server.requests) == 6


def test_pages_that_never_end(mode, server):
    page = b'[{"id": "A"}]'
    server.fail_next(times=9, status=200, body=page)
    client = mode.client(on_mismatch="ignore")
    fail(mode, sitoo.PagingError, client.service_orders.list)
    assert len(server.requests) == 2
