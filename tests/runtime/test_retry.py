"""The schedule of one exchange, played without network and without waiting."""

import time
from email.utils import formatdate
from typing import TypeAlias

import httpx
import pytest
from runtime.configuration import Configuration
from runtime.errors import ApiError, ConnectError, TimedOutError, TransportError
from runtime.exchange import exchange
from runtime.request import Content, Request
from runtime.retry import retry_after, retry_delay
from runtime.steps import Send, Wait

Outcome: TypeAlias = httpx.Response | TransportError
LOST = TransportError("lost")
REFUSED = ConnectError("refused", sent=False)
LATE = TimedOutError("late")
NO_CONNECTION = TimedOutError("late", sent=False)


def play(outcomes: list[Outcome], *, method: str = "GET", body: Content | None = None, max_retries: int = 2):
    """Return the waits, and the status or the exception that the exchange ends with."""
    request = Request(method, "/orders")
    if body is not None:
        request.content(body, "text/plain")
    flow = exchange(request, Configuration("https://api.example.com", max_retries=max_retries))
    waits, queue = [], list(outcomes)
    step = next(flow)
    try:
        while True:
            if isinstance(step, Wait):
                waits.append(step.seconds)
                step = flow.send(None)
            else:
                assert isinstance(step, Send)
                step = flow.send(queue.pop(0))
    except StopIteration as done:
        return waits, done.value.status_code
    except (ApiError, TransportError) as error:
        return waits, error


def answer(status: int, **headers: str):
    return httpx.Response(status, headers={name.replace("_", "-"): value for name, value in headers.items()})


@pytest.mark.parametrize("outcome", [LOST, REFUSED, LATE, *map(answer, (408, 429, 500, 502, 503, 504))])
def test_idempotent_requests_are_repeated(outcome: Outcome):
    waits, end = play([outcome, outcome, answer(200)])
    assert end == 200
    assert 0.375 <= waits[0] <= 0.5
    assert 0.75 <= waits[1] <= 1.0


@pytest.mark.parametrize(
    ("outcome", "repeated"),
    [(REFUSED, True), (NO_CONNECTION, True), (answer(429), True), (LOST, False), (LATE, False), (answer(500), False),
     (answer(503), False), (answer(408), False)],
)  # fmt: skip
def test_others_only_where_the_server_cannot_have_acted(outcome: Outcome, repeated: bool):
    waits, end = play([outcome, answer(201)], method="POST")
    assert len(waits) == repeated
    assert (end == 201) is repeated


@pytest.mark.parametrize("status", [400, 401, 404, 409, 422, 501])
def test_other_failures_are_final(status: int):
    waits, end = play([answer(status)])
    assert waits == []
    assert end.status == status


def test_one_shot_bodies_are_never_repeated():
    waits, end = play([REFUSED], method="PUT", body=iter([b"x"]))
    assert waits == []
    assert end is REFUSED


def test_retries_end():
    waits, end = play([answer(503), answer(500), answer(502)])
    assert len(waits) == 2
    assert end.status == 502
    assert play([LOST], max_retries=0) == ([], LOST)


def test_backoff_is_capped():
    delays = [retry_delay(LOST, attempt, idempotent=True) for attempt in range(10)]
    assert max(delays) <= 8
    assert min(delays[5:]) >= 6


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"retry-after": "3"}, 3),
        ({"retry-after": "0"}, 0),
        ({"retry-after": " 2.5 "}, 2.5),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        ({"retry-after": "1000000000"}, 1e9),
        ({"retry-after": "-1"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "1e9"}, None),
        ({"retry-after": "9" * 400}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "\u0663"}, None),
        ({"retry-after": ""}, None),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}, None),
        ({"retry-after": "Wed, 99 Oct 99999 07:28:00 GMT"}, None),
        ({"retry-after-ms": "junk", "retry-after": "4"}, 4),
        ({}, None),
    ],
)
def test_retry_after(headers: dict[str, str], expected: float | None):
    assert retry_after(headers) == expected


def test_retry_after_as_a_date():
    assert 18 <= retry_after({"retry-after": formatdate(time.time() + 20, usegmt=True)}) <= 20


def test_the_server_may_say_how_long():
    assert play([answer(429, retry_after="7"), answer(200)]) == ([7.0], 200)


@pytest.mark.parametrize("value", ["61", "1000000000", "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_who_is_asked_to_wait_too_long_gets_the_error(value: str):
    waits, end = play([answer(503, retry_after=value)])
    assert waits == []
    assert end.retry_after > 60
