"""Failures inside of envelopes, and the rate limit: 50 requests a minute, kept without being told."""

import asyncio
import pickle
import time
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest
import repairdesk
from repairdesk._runtime.features.rate_limit import RateLimiter
from repairdesk_server import API_KEY


def fail(mode, call):
    with pytest.raises(repairdesk.ApiError) as caught:
        mode.run(call())
    return caught.value


@pytest.fixture
def clock(monkeypatch):
    """The time as the client sees it: nobody really waits, `waits` says how long one would have."""
    clock = SimpleNamespace(now=1000.0, waits=[])

    def sleep(seconds: float) -> None:
        clock.waits.append(round(seconds, 3))
        clock.now += seconds

    async def sleep_async(seconds: float) -> None:
        sleep(seconds)

    monkeypatch.setattr("repairdesk._runtime.features.rate_limit.time", SimpleNamespace(monotonic=lambda: clock.now))
    monkeypatch.setattr("repairdesk._runtime.steps.sleep", sleep)
    monkeypatch.setattr("anyio.sleep", sleep_async)
    return clock


def test_a_failure_with_a_good_status(mode, server):
    error = fail(mode, lambda: mode.client().tickets.get(7))
    assert (error.status, error.code, error.message) == (200, 404, "Not found")
    assert error.body == {"success": False, "statusCode": 404, "message": "Not found", "data": None}
    assert error.route == "GET /tickets/{ticket_id}"
    assert "Not found (GET /tickets/{ticket_id})" in str(error)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301 - just made
    assert len(server.requests) == 1


def test_a_failure_on_a_later_page(mode, server):
    server.counted = False
    for _ in range(3):
        server.add_ticket()
    server.fail_next()
    server.fail_next(status=200, body=b'{"success": false, "statusCode": "500", "message": "Down"}')
    error = fail(mode, mode.client().tickets.list)
    assert (error.code, error.message, len(server.requests)) == ("500", "Down", 2)


def test_a_wrong_key(mode):
    error = fail(mode, mode.client(api_key="0ther").tickets.list)
    assert (error.code, error.message) == (401, "Unknown API key")


def test_a_body_that_is_refused(mode, server):
    error = fail(mode, lambda: mode.client().customers.create(first_name=7))
    assert (error.code, error.message, error.route) == (422, "7 is not of type 'string'", "POST /customers")
    assert server.customers == {}


@pytest.mark.parametrize(
    ("status", "body", "code", "message"),
    [
        (
            401,
            b'{"success": false, "statusCode": 401, "message": "Unknown API key", "data": null}',
            401,
            "Unknown API key",
        ),
        (
            404,
            b'{"success": false, "statusCode": 100, "message": "No Result Found", "data": []}',
            100,
            "No Result Found",
        ),
        (500, b"<h1>Oops</h1>", None, ""),
        (200, b'{"success": false}', None, ""),
        (200, b'{"success": 0}', None, ""),
        (200, b'{"success": "0"}', None, ""),
        (200, b'{"success": "False"}', None, ""),
        (200, b'{"success": false, "statusCode": null, "message": null}', None, ""),
    ],
    ids=["envelope", "empty list", "html", "nothing else", "a number", "a number as text", "text", "nulls"],
)
def test_failures_of_all_kinds(mode, server, status, body, code, message):
    server.fail_next(
        status=status, body=body, headers={"Content-Type": "text/html" if b"<" in body else "application/json"}
    )
    error = fail(mode, mode.client(max_retries=0).tickets.list)
    assert (type(error), error.status, error.code, error.message) == (repairdesk.ApiError, status, code, message)


EMPTY = [
    b'{"success": false, "statusCode": 100, "message": "Amount is more than what is due", "data": []}',
    b'{"success": false, "statusCode": "100", "message": "Nothing", "data": null}',
    b'{"success": false, "message": "No Result Found", "data": []}',
]


@pytest.mark.parametrize("body", EMPTY)
@pytest.mark.parametrize(
    "call",
    [
        lambda client: client.invoices.payments.create(61, amount="999"),
        lambda client: client.customers.create(first_name="Ada"),
        lambda client: client.customers.update(7, first_name="Ada"),
        lambda client: client.tickets.get(7),
        lambda client: client.tickets.convert_to_invoice(7),
        lambda client: client.invoices.due_amount.get(7),
    ],
)
def test_what_means_an_empty_list_is_a_failure_of_all_other_calls(mode, server, body, call):
    server.fail_next(status=200, body=body)
    assert fail(mode, lambda: call(mode.client())).status == 200


@pytest.mark.parametrize("body", EMPTY)
@pytest.mark.parametrize(
    "call",
    [
        lambda client: client.devices.list(),
        lambda client: client.problems.list_for_device(3),
        lambda client: client.statuses.list(),
        lambda client: client.customers.list(),
        lambda client: client.inventory.list(),
        lambda client: client.invoices.list().first_page(),
    ],
)
def test_it_means_an_empty_list_where_one_was_asked_for(mode, server, body, call):
    server.fail_next(status=200, body=body)
    answer = mode.run(call(mode.client(on_mismatch="raise")))
    assert not (answer.items if hasattr(answer, "items") else answer.data)


@pytest.mark.parametrize("body", [b'{"success": true, "statusCode": 500, "data": {}}', b'{"data": {}}'])
def test_what_is_no_failure(mode, server, body):
    server.fail_next(status=200, body=body)
    assert mode.run(mode.client(on_mismatch="raise").devices.list()).data == {}


def test_the_limit_is_kept(mode, server, clock):
    client = mode.client()
    for number in range(101):
        mode.run((client if number % 2 else client.with_options(timeout=3)).statuses.list())
    assert clock.waits == [60, 60]
    assert len(server.requests) == 101


def test_pages_count_too(mode, server, clock):
    for _ in range(4):
        server.add_ticket()
    client = mode.client()
    for _ in range(26):
        mode.run(client.tickets.list(page_size=3))
    assert (clock.waits, len(server.requests)) == ([60], 52)


def test_clients_of_one_key_share_the_limit(mode, server, clock):
    for _ in range(51):
        mode.run(mode.client().statuses.list())
    assert clock.waits == [60]
    assert fail(mode, mode.client(api_key="another").statuses.list)
    assert (clock.waits, len(server.requests)) == ([60], 52)


SMALL = (4, 0.1)
"""Requests, and seconds: ten requests take two windows more than none."""


def test_threads_share_the_limit(server, monkeypatch):
    monkeypatch.setattr("repairdesk.client._RateLimiter", lambda *_: RateLimiter(*SMALL))
    with repairdesk.RepairDesk(base_url=server.base_url, api_key=API_KEY) as client, ThreadPoolExecutor(8) as threads:
        start = time.monotonic()
        list(threads.map(lambda _: list(client.tickets.list()), range(10)))
    assert server.requests[-1].time - start >= 0.2
    assert len(server.requests) == 10


def test_tasks_share_the_limit(server, monkeypatch):
    monkeypatch.setattr("repairdesk.client._RateLimiter", lambda *_: RateLimiter(*SMALL))

    async def calls() -> float:
        async with repairdesk.AsyncRepairDesk(base_url=server.base_url, api_key=API_KEY) as client:
            start = time.monotonic()
            await asyncio.gather(*(client.tickets.list().first_page() for _ in range(10)))
            return start

    start = asyncio.run(calls())
    assert server.requests[-1].time - start >= 0.2
    assert len(server.requests) == 10


def test_429_is_repeated_when_the_server_says(mode, server, clock):
    server.add_ticket()
    server.fail_next(status=429, headers={"Retry-After": "45"})
    mode.run(mode.client().tickets.update(70400, devices=[{"id": "81207", "status": "Ready"}]))
    assert server.tickets["70400"]["sent"] == {"devices": [{"id": "81207", "status": "Ready"}]}
    assert (clock.waits[0], len(server.requests)) == (45, 2)


def test_429_without_an_end_is_an_error(mode, server, clock):
    server.fail_next(times=3, status=429, headers={"Retry-After": "2"})
    error = fail(mode, mode.client().tickets.list)
    assert (error.status, error.retry_after, clock.waits) == (429, 2, [2, 2])


def test_making_an_invoice_of_a_ticket_is_not_repeated(mode, server):
    server.fail_next(status=503)
    assert fail(mode, lambda: mode.client().tickets.convert_to_invoice(7)).status == 503
    assert server.targets[0].startswith("GET /tickets/7/converttoinvoice?")
    assert len(server.requests) == 1
