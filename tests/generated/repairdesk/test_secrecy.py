"""The API key stands in the query of each request, and nowhere that anybody could read it afterwards."""

import logging

import pytest
import repairdesk
from exposure import everything, forms, logged
from repairdesk_server import API_KEY

SECRETS = forms(API_KEY) | {"k3y"}
ON_THE_WIRE = "api_key=k3y%2F%2B%26%3D%3F%23%2541%20end"


def shown(*texts: object) -> list[str]:
    text = "\n".join(map(str, texts))
    return [secret for secret in SECRETS if secret in text]


def responses_left_out(records: list[logging.LogRecord]) -> list[logging.LogRecord]:
    """Leave out what httpcore logs of header fields as they came: nobody but the server is to blame for them."""
    return [one for one in records if not one.getMessage().startswith("receive_response_headers.complete")]


@pytest.fixture(autouse=True)
def debugging(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)


CALLS = {
    "list": lambda client: client.tickets.list(),
    "get": lambda client: client.tickets.get(70400),
    "create": lambda client: client.customers.create(first_name="Amara"),
    "update": lambda client: client.tickets.update(70400, devices=[]),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_calls_that_succeed(mode, server, caplog, call):
    server.add_ticket()
    client = mode.client()
    mode.run(call(client))
    assert all(request.target.partition("?")[2] == ON_THE_WIRE for request in server.requests)
    assert {record.name.partition(".")[0] for record in caplog.records} >= {"httpcore", "repairdesk"}
    assert shown(logged(caplog.records), repr(client), repr(vars(client)), repr(client._session.configuration)) == []


def test_any_route(mode, server, caplog):
    response = mode.run(mode.client().request("GET", "/statuses"))
    assert server.targets == [f"GET /statuses?{ON_THE_WIRE}"]
    assert shown(logged(caplog.records), vars(response), vars(response.request)) == []


@pytest.mark.parametrize(
    "fault",
    [
        {"status": 500},
        {"status": 429, "headers": {"Retry-After": "99"}},
        {"status": 200, "body": b'{"success": false, "message": "No"}'},
        {"status": 200, "body": b"<html>"},
        {"drop": True},
        {"cut": True},
        {"delay": 0.3},
        {"status": 302, "headers": {"Location": "http://["}},
    ],
    ids=str,
)
@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_calls_that_fail(mode, server, caplog, fault, call):
    server.fail_next(**fault)
    client = mode.client(max_retries=0, timeout=0.15 if "delay" in fault else 5, on_mismatch="raise")
    with pytest.raises(repairdesk.CallError) as caught:
        mode.run(call(client))
    assert ON_THE_WIRE in server.requests[0].target
    assert shown(everything(caught.value), logged(caplog.records)) == []


def test_the_answers_request_has_no_key(mode, server):
    server.add_ticket()
    client = mode.client()
    response = mode.run(client.raw(client.tickets.get, 70400)).response
    assert str(response.request.url) == str(response.url) == f"{server.base_url}/tickets/70400"
    assert shown(vars(response), vars(response.request)) == []


@pytest.mark.parametrize("repeated", ["api_key=k3y%2F&filter=0", "filter=0&api_key=k3y+end", "api%5Fkey=k3y", ""])
def test_a_redirect_that_repeats_the_key_is_followed_with_one(mode, server, caplog, repeated):
    server.add_ticket()
    server.fail_next(status=302, headers={"Location": f"/api/web/v1/tickets/70400?{repeated}"})
    assert mode.run(mode.client().tickets.get(7)).data.summary.id == "70400"
    kept = "filter=0&" if "filter" in repeated else ""
    assert server.targets[1] == f"GET /tickets/70400?{kept}{ON_THE_WIRE}"
    assert shown(logged(responses_left_out(caplog.records))) == []


def repeating_the_key(url: str) -> dict[str, str]:
    return {"Location": f"{url}?a=1&{ON_THE_WIRE}&b=2#top", "Link": f'<{url}?a=1&{ON_THE_WIRE}>; rel="next"'}


@pytest.mark.parametrize("place", ["http://localhost:{port}", "//localhost:{port}", "https://127.0.0.1:{port}"])
def test_a_redirect_to_another_host_is_an_error_without_it(mode, server, caplog, place):
    server.fail_next(status=302, headers=repeating_the_key(f"{place.format(port=server.port)}/x"))
    with pytest.raises(repairdesk.ApiError) as caught:
        mode.run(mode.client().tickets.get(7))
    error = caught.value
    assert (error.status, len(server.requests)) == (302, 1)
    assert error.response.headers["location"].endswith("/x?a=1&api_key=&b=2#top")
    assert error.response.headers["link"].endswith('/x?a=1&api_key=>; rel="next"')
    assert shown(everything(error), logged(responses_left_out(caplog.records))) == []


def test_no_connection(mode, caplog):
    with pytest.raises(repairdesk.ConnectError) as caught:
        mode.run(mode.client(base_url="http://127.0.0.1:9", max_retries=0).tickets.get(7))
    assert shown(everything(caught.value), logged(caplog.records)) == []


def test_a_mismatch(mode, server):
    server.add_ticket(notes="none")
    with pytest.raises(repairdesk.MismatchError) as caught:
        mode.run(mode.client(on_mismatch="raise").tickets.get(70400))
    assert shown(everything(caught.value)) == []
