"""Neither the client's secret nor a token shows up in logs, representations, exceptions, tracebacks or pickles."""

import copy
import logging
import pickle

import fixje
import pytest
from exposure import everything, forms, logged
from fixje_server import CLIENT_SECRET

WRONG = "wr0ng+/=&ü"
SECRETS = forms(CLIENT_SECRET) | forms(WRONG) | {"t0ken-", "s3cret", "wr0ng"}


def shown(*texts: object) -> list[str]:
    text = "\n".join(map(str, texts))
    return [secret for secret in SECRETS if secret in text]


@pytest.fixture(autouse=True)
def debugging(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)


def test_calls_that_succeed(mode, server, caplog):
    client = mode.client()
    mode.run(client.orders.list())
    server.revoke()
    mode.run(client.orders.list())
    assert len(server.logins) == 2
    assert {record.name.partition(".")[0] for record in caplog.records} >= {"httpcore", "fixje"}
    assert shown(logged(caplog.records), repr(client), repr(vars(client)), repr(client._session.configuration)) == []


@pytest.mark.parametrize(
    "fault",
    [
        {"status": 401, "body": b"{}"},
        {"status": 500},
        {"drop": True},
        {"cut": True},
        {"delay": 0.3},
        {"status": 200, "body": b"<html>"},
        {"status": 200, "body": b'{"access_token": ""}'},
        {"status": 302, "headers": {"Location": "//elsewhere.example/"}},
        {"status": 302, "headers": {"Location": "http://["}},
    ],
    ids=str,
)
@pytest.mark.parametrize("when", ["at the login", "at the call", "at the second login"])
def test_calls_that_fail(mode, server, caplog, fault, when):
    client = mode.client(max_retries=0)
    if when != "at the login":
        mode.run(client.orders.list())
    if when == "at the second login":
        server.revoke()
        server.fail_next()
    if "body" not in fault or when != "at the call":
        server.fail_next(**fault)
    else:
        server.fail_next(times=3, **{**fault, "status": 403})
    if "delay" in fault:
        client = client.with_options(timeout=0.15)
    with pytest.raises(fixje.CallError) as caught:
        mode.run(client.orders.get("1"))
    assert shown(everything(caught.value), logged(caplog.records)) == []


def test_a_wrong_secret(mode, caplog):
    with pytest.raises(fixje.UnauthorizedError) as caught:
        mode.run(mode.client(client_secret=WRONG).orders.get("1"))
    assert shown(everything(caught.value), logged(caplog.records)) == []
    assert caught.value.route == "POST /api/v1/login"


def test_the_answers_request_has_no_token(mode, server):
    stored = server.add()
    client = mode.client()
    answer = mode.run(client.raw(client.orders.get, stored["orderId"]))
    assert server.requests[1].headers["authorization"] == "Bearer t0ken-0-ey"
    assert "authorization" not in answer.response.request.headers
    assert shown(vars(answer.response), vars(answer.response.request)) == []


@pytest.mark.parametrize("how", [pickle.dumps, copy.deepcopy])
def test_clients_are_not_pickled(mode, how):
    client = mode.client()
    mode.run(client.orders.list())
    with pytest.raises(TypeError) as caught:
        how(client)
    assert shown(caught.value, repr(caught.value)) == []


def test_no_connection(mode, caplog):
    with pytest.raises(fixje.ConnectError) as caught:
        mode.run(mode.client(base_url="http://127.0.0.1:9", max_retries=0).orders.get("1"))
    assert caught.value.route == "POST /api/v1/login"
    assert shown(everything(caught.value), logged(caplog.records)) == []
