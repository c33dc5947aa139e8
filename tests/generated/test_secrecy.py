"""The password shows up nowhere: not in logs, representations, exceptions, tracebacks or pickles."""

import base64
import copy
import logging
import pickle
import traceback

import pytest
import sitoo
from sitoo_server import API_ID, API_PASSWORD

ORDER_ID = "7KQ2M9X00"
SECRETS = [
    API_PASSWORD,
    API_PASSWORD.partition(":")[0],
    base64.b64encode(f"{API_ID}:{API_PASSWORD}".encode()).decode(),
    base64.b64encode(f"{API_ID}:{API_PASSWORD}".encode()).decode()[8:24],
]


def shown(*texts: object) -> list[str]:
    text = "\n".join(map(str, texts))
    return [secret for secret in SECRETS if secret in text]


def everything(error: BaseException) -> str:
    """Return all that a report of an error could show."""
    trace = traceback.TracebackException.from_exception(error, capture_locals=True)
    return "".join(trace.format()) + repr(error) + repr(vars(error)) + repr(pickle.dumps(error))


def test_a_call_that_succeeds(mode, server, caplog):
    caplog.set_level(logging.DEBUG)
    server.add()
    mode.run(mode.client().service_orders.get(ORDER_ID))
    assert {record.name.partition(".")[0] for record in caplog.records} >= {"httpcore", "sitoo"}
    assert shown(caplog.text, *(record.args for record in caplog.records)) == []


@pytest.mark.parametrize(
    "fault",
    [
        {"status": 500},
        {"drop": True},
        {"delay": 0.3},
        {"status": 200, "body": b"<html>"},
        {"status": 302, "headers": {"Location": "//elsewhere.example/"}},
    ],
)
def test_a_call_that_fails(mode, server, caplog, fault):
    caplog.set_level(logging.DEBUG)
    server.fail_next(**fault)
    client = mode.client(max_retries=0, timeout=0.15 if "delay" in fault else 5, on_mismatch="raise")
    with pytest.raises(sitoo.CallError) as caught:
        mode.run(client.service_orders.get(ORDER_ID))
    assert "authorization" in server.requests[0].headers
    assert shown(everything(caught.value), everything(copy.deepcopy(caught.value)), caplog.text) == []
    assert shown(*(record.args for record in caplog.records)) == []


def test_the_answers_request_has_no_credential(mode, server):
    server.add()
    client = mode.client()
    answer = mode.run(client.raw(client.service_orders.get, ORDER_ID))
    assert "authorization" in server.requests[0].headers
    assert "authorization" not in answer.response.request.headers


def test_representations(mode, server):
    client = mode.client()
    copy_ = client.with_options(timeout=1)
    kinds = (client, copy_, client.service_orders, client._session, client._session.configuration, vars(client))
    assert shown(*map(repr, kinds)) == []
    assert server.base_url in repr(client)


@pytest.mark.parametrize("how", [pickle.dumps, copy.deepcopy])
def test_clients_are_not_pickled(mode, how):
    with pytest.raises(TypeError) as caught:
        how(mode.client())
    assert shown(caught.value, repr(caught.value)) == []
