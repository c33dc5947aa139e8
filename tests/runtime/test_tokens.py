"""Client credentials without a network: how the request for a token is written, and what an exchange does with one."""

from __future__ import annotations

from base64 import b64encode
from types import SimpleNamespace

import httpx
import pytest
from runtime.configuration import Configuration
from runtime.errors import CallError
from runtime.exchange import exchange
from runtime.features import tokens as tokens_module
from runtime.features.forms import write_form
from runtime.features.multipart import write_parts
from runtime.features.tokens import ClientCredentials, Renew, with_tokens
from runtime.request import Request
from runtime.steps import Send

BASE = "https://api.example/v2"


def credentials(**settings: object) -> ClientCredentials:
    return ClientCredentials("id:1", "s3cret&", token_url="/token", **{"write": write_form, **settings})  # noqa: S106 - made up


def issued(token: object, **members: object) -> httpx.Response:
    return httpx.Response(200, json={"access_token": token, **members})


def start(request: Request, credential: ClientCredentials):
    settings = {"credentials": {"oauth": credential}, "security": [["oauth"]]}
    return exchange(request, Configuration(BASE, **settings, authorize=with_tokens))


@pytest.fixture
def clock(monkeypatch):
    clock = SimpleNamespace(now=100.0)
    monkeypatch.setattr(tokens_module, "time", SimpleNamespace(monotonic=lambda: clock.now))
    return clock


BASIC = "Basic " + b64encode(b"id%3A1:s3cret%26").decode()


@pytest.mark.parametrize(
    ("settings", "content", "header"),
    [
        ({}, "grant_type=client_credentials", BASIC),
        (
            {"sent_in": "body", "scopes": ["a", "b"]},
            "grant_type=client_credentials&scope=a+b&client_id=id%3A1&client_secret=s3cret%26",
            None,
        ),
        (
            {"sent_in": "body", "write": Request.json},
            b'{"grant_type":"client_credentials","client_id":"id:1","client_secret":"s3cret&"}',
            None,
        ),
    ],
)
def test_how_a_token_is_asked_for(settings, content, header):
    request = credentials(**settings).request(BASE)
    request.seal()
    assert (request.body, request.headers.get("authorization")) == (content, header and ("Authorization", header))
    assert (request.location, request.route, request.security) == (f"{BASE}/token", "POST /token", ())


def test_a_token_from_another_host():
    request = ClientCredentials("i", "s", token_url="https://login.example/t", write=write_form).request(BASE)  # noqa: S106 - made up
    assert (request.location, request.route) == ("https://login.example/t", "POST https://login.example/t")


def test_steps_show_neither_secret_nor_token_when_a_traceback_prints_them():
    credential = credentials(sent_in="body", write=write_parts)
    calling = start(Request("GET", "/x"), credential)
    renew = next(calling)
    assert isinstance(renew, Renew)
    send = next(renew._exchange())
    credential.accept(issued("t0ken"))
    assert isinstance(send, Send)
    for shown in (repr(renew), repr(send), repr(next(calling))):
        assert [secret for secret in ("s3cret", "t0ken", "id:1") if secret in shown] == []


@pytest.mark.parametrize("repeatable", [True, False])
def test_a_refused_token_is_renewed_now_or_before_the_next_call(repeatable):
    credential = credentials()
    credential.accept(issued("old"))
    request = Request("POST", "/x")
    request.content(b"x" if repeatable else iter([b"x"]), "text/plain")
    calling = start(request, credential)
    assert isinstance(next(calling), Send)
    if repeatable:
        assert isinstance(calling.send(httpx.Response(401)), Renew)
    else:
        with pytest.raises(CallError):
            calling.send(httpx.Response(401, request=httpx.Request("POST", BASE)))
    assert not credential.is_fresh
    assert isinstance(next(start(Request("GET", "/x"), credential)), Renew)


def test_a_token_that_another_call_has_renewed_stays():
    credential = credentials()
    credential.accept(issued("old"))
    calling = start(Request("GET", "/x"), credential)
    next(calling)
    credential.accept(issued("new"))
    assert isinstance(calling.send(httpx.Response(401)), Send)
    assert (credential.is_fresh, credential.pair()) == (True, ("Authorization", "Bearer new"))


def test_a_new_token_that_is_refused_is_kept():
    credential = credentials()
    credential.accept(issued("old"))
    calling = start(Request("GET", "/x"), credential)
    next(calling)
    assert isinstance(calling.send(httpx.Response(401)), Renew)
    credential.accept(issued("new"))
    assert isinstance(next(calling), Send)
    with pytest.raises(CallError):
        calling.send(httpx.Response(401, request=httpx.Request("GET", BASE)))
    assert credential.is_fresh


@pytest.mark.parametrize(
    ("term", "seconds"),
    [(3600, 3570), ("3600", 3570), (10, 9), (0.5, 0.45)]
    + [(term, 1e12) for term in (None, "x", True, False, "NaN", "9" * 5000, "\u0661\u0662", [], 10**400)],
    ids=lambda value: repr(value)[:12],
)
def test_how_long_a_token_is_good(clock, term, seconds):
    credential = credentials()
    credential.accept(issued("t", expires_in=term))
    clock.now += seconds - 0.01
    assert credential.is_fresh
    clock.now += 0.02
    assert credential.is_fresh == (seconds == 1e12)


@pytest.mark.parametrize("term", ["NaN", "Infinity", "1e999", "9" * 4000])
def test_a_term_that_no_clock_can_hold(clock, term):
    credential = credentials()
    credential.accept(httpx.Response(200, content=f'{{"access_token": "t", "expires_in": {term}}}'))
    clock.now += 1e12
    assert credential.is_fresh


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize("term", [0, -1, "0", -0.5, -(10**400)], ids=lambda term: repr(term)[:6])
def test_a_term_that_is_over_at_once(term):
    credential = credentials()
    credential.accept(issued("t", expires_in=term))
    assert not credential.is_fresh


@pytest.mark.parametrize("token", [None, "", 7, True, ["t"], "a b", " a", "a ", "a\n", "ü", "a\x7f"])
def test_what_no_header_can_carry_is_no_token(token):
    with pytest.raises(CallError, match=r"no usable access_token \(POST /token\)"):
        credentials().accept(issued(token))


def test_json_that_is_too_deep():
    with pytest.raises(CallError, match="no usable access_token"):
        credentials().accept(httpx.Response(200, content=b"[" * 100_000))
