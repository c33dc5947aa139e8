"""A declared rate limit: never more requests in a window than allowed, whoever sends them."""

import gc
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import httpx
import pytest
from runtime.configuration import Configuration
from runtime.credentials import Credential
from runtime.exchange import exchange
from runtime.features import rate_limit as rate_limit_module
from runtime.features.basic import Basic
from runtime.features.bearer import Bearer
from runtime.features.keys import HeaderKey
from runtime.features.rate_limit import RateLimiter
from runtime.request import Request
from runtime.steps import Send, Wait


@pytest.fixture
def clock(monkeypatch):
    clock = SimpleNamespace(now=100.0)
    monkeypatch.setattr(rate_limit_module, "time", SimpleNamespace(monotonic=lambda: clock.now))
    return clock


def test_the_first_requests_go_at_once_and_the_next_waits_for_the_window(clock):
    pace = RateLimiter(2, 10)
    assert [pace.reserve() for _ in range(5)] == [0, 0, 10, 10, 20]
    clock.now += 40
    assert pace.reserve() == 0


def test_no_window_ever_holds_more_than_the_limit(clock):
    pace, sent = RateLimiter(3, 1), []
    for step in (0.1, 0.5, 0, 0, 0.9, 0.05, 0, 2.0, 0, 0, 0, 0.3):
        clock.now += step
        sent.append(clock.now + pace.reserve())
    assert all(later - earlier >= 1 - 1e-9 for earlier, later in zip(sent, sent[3:], strict=False))


def test_threads_share_it():
    pace = RateLimiter(50, 60)
    with ThreadPoolExecutor(8) as pool:
        waits = list(pool.map(lambda _: pace.reserve(), range(60)))
    assert sum(wait == 0 for wait in waits) == 50


def test_an_exchange_waits_for_its_turn_and_a_429_holds_everybody_back(clock):
    configuration = Configuration("https://api.example", rate_limit=RateLimiter(1, 30))
    first = exchange(Request("GET", "/a"), configuration)
    assert isinstance(next(first), Send)
    second = exchange(Request("GET", "/a"), configuration)
    assert next(second) == Wait(30)
    wait = first.send(httpx.Response(429, headers={"retry-after": "45"}))
    assert wait == Wait(45)
    clock.now += 31
    assert exchange(Request("GET", "/b"), configuration).send(None) == Wait(pytest.approx(29))


def limit_of(requests=2, seconds=10, address="https://api.example", **credentials: Credential | None):
    limiter = RateLimiter(requests, seconds)
    return Configuration(address, rate_limit=limiter, credentials=credentials).rate_limit


@pytest.mark.usefixtures("clock")
def test_clients_with_one_key_and_address_share_it():
    assert [limit_of(key=HeaderKey("X-Key", "k1")).reserve() for _ in range(3)] == [0, 0, 10]
    assert limit_of(key=HeaderKey("X-Key", "k2")).reserve() == 0
    assert limit_of(address="https://other.example", key=HeaderKey("X-Key", "k1")).reserve() == 0
    assert limit_of(key=HeaderKey("X-Key", "k1"), other=None).reserve() == 10


def test_what_counts_no_more_is_forgotten(clock):
    limit_of(key=HeaderKey("X-Key", "k1")).reserve()
    clock.now += 11
    limit_of(key=HeaderKey("X-Key", "k2"))
    gc.collect()
    assert (len(rate_limit_module._known), len(rate_limit_module._busy)) == (0, 0)


@pytest.mark.usefixtures("clock")
def test_a_function_that_gives_tokens_is_one_owner():
    def token() -> str:
        return "t"

    assert [limit_of(1, bearer=Bearer(token)).reserve() for _ in range(2)] == [0, 10]
    assert limit_of(1, bearer=Bearer(lambda: "t")).reserve() == 0


def test_no_secret_is_kept():
    held = limit_of(key=HeaderKey("X-Key", "very-secret"), user=Basic("me", "pass-word"))
    assert held is not None
    assert not [text for text in ("very-secret", "pass-word") if text in repr([*rate_limit_module._known.keys()])]
