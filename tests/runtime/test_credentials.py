"""Where credentials go, and where they must never show."""

# ruff: noqa: S301 - what is unpickled was pickled here

from __future__ import annotations

import copy
import dataclasses
import logging
import pickle
import threading
import traceback
from base64 import b64encode
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import httpx
import pytest
from runtime.configuration import Configuration
from runtime.errors import ApiError, CallError, ConfigurationError
from runtime.features.basic import Basic
from runtime.features.bearer import Bearer
from runtime.features.cookies import add_cookie
from runtime.features.keys import CookieKey, HeaderKey, QueryKey
from runtime.request import Request

if TYPE_CHECKING:
    from collections.abc import Callable

    from runtime.credentials import Credential

    from .conftest import Mode

SECRET = "pk_5ecret"  # noqa: S105 - made up
ALL = {
    "basic": Basic("user", SECRET),
    "bearer": Bearer(SECRET),
    "header": HeaderKey("X-Key", SECRET),
    "query": QueryKey("key", SECRET),
    "cookie": CookieKey("sid", SECRET),
}


@pytest.mark.parametrize(
    ("credential", "part"),
    [
        (Basic("user", "pass"), ("authorization", "Basic dXNlcjpwYXNz")),
        (Bearer("t"), ("authorization", "Bearer t")),
        (Bearer(lambda: "fresh"), ("authorization", "Bearer fresh")),
        (HeaderKey("X-Key", "k"), ("x-key", "k")),
        (CookieKey("sid", "k"), ("cookie", "a=b; sid=k")),
        (QueryKey("api key", "k&"), ("url", "https://api.example.com/v2/x?q=1&api%20key=k%26")),
    ],
)
def test_where_they_go(mode: Mode, credential: Credential, part: tuple[str, str]):
    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={**request.headers, "url": str(request.url)})

    request = Request("GET", "/x")
    request.query("q", 1)
    add_cookie(request, "a", "b")
    resource = mode.resource(handler, credentials={"auth": credential}, security=[["auth"]])
    assert part in mode.run(resource._json(request, dict)).items()


@pytest.mark.parametrize("name", ["header", "query", "cookie"])
def test_what_the_caller_gives_goes_in_the_place_of_a_key(mode: Mode, name: str):
    sent: list[httpx.Request] = []
    request = Request("GET", "/x")
    request.query("key", "mine")
    request.header("x-key", "mine")
    add_cookie(request, "sid", "mine")
    resource = mode.resource(
        lambda got: sent.append(got) or httpx.Response(204), credentials={name: ALL[name]}, security=[[name]]
    )
    mode.run(resource._nothing(request))
    assert (sent[0].url.query, sent[0].headers.get_list("x-key"), sent[0].headers["cookie"]) == (
        b"key=mine",
        ["mine"],
        "sid=mine",
    )


@pytest.mark.parametrize(
    ("query", "sent"),
    [
        ({"key": "", "a": " "}, f"a=%20&key={SECRET}"),
        ({"a": "1", "key": ["", ""]}, f"a=1&key={SECRET}"),
        ({"key": ["", "mine"]}, "key=&key=mine"),
    ],
)
def test_a_parameter_without_a_value_gives_way_to_a_key(mode: Mode, query: dict[str, Any], sent: str):
    """It is what is left of a key in an address that the server answers with."""
    client = mode.client(
        lambda got: httpx.Response(200, content=got.url.query), credentials={"q": ALL["query"]}, security=[["q"]]
    )
    assert mode.run(client.request("GET", "/x", query=query)).text == sent


@pytest.mark.parametrize("credential", ALL.values(), ids=ALL)
def test_they_are_neither_printed_nor_pickled(credential: Credential):
    assert SECRET not in repr(credential)
    assert SECRET not in repr(Configuration("https://x", credentials={"a": credential}))
    for action in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="holds a secret"):
            action(credential)


ECHOES = {**ALL, "function": Bearer(lambda: SECRET)}


@pytest.mark.parametrize("kind", ECHOES)
@pytest.mark.parametrize("as_json", [True, False])
def test_what_a_server_repeats_is_in_no_message(mode: Mode, kind: str, as_json: bool):
    def answer(request: httpx.Request) -> httpx.Response:
        said = f"no access for '{SECRET}', key={quote(SECRET)} {request.headers.get('authorization')} {SECRET}x"
        return httpx.Response(403, **({"json": {"error": {"message": said}}} if as_json else {"text": said}))

    settings = {"credentials": {"k": ECHOES[kind], "none": None}, "security": [["k"]]}
    with pytest.raises(ApiError, match=r"no access for '\*\*\*', key=\*\*\*") as caught:
        mode.run(mode.resource(answer, **settings)._nothing(Request("GET", "/x")))
    error = caught.value
    encoded = b64encode(f"user:{SECRET}".encode()).decode()
    for text in (str(error), repr(error), repr(error.args), error.message, repr(pickle.loads(pickle.dumps(error)))):
        assert SECRET not in text
        assert encoded not in text
    assert SECRET in str(error.body)


def test_short_keys_leave_other_words_alone(mode: Mode):
    def handler(_: httpx.Request) -> httpx.Response:
        return httpx.Response(403, json={"message": "key k of key-1 is bad: 'k'"})

    settings = {"credentials": {"k": HeaderKey("X", "k")}, "security": [["k"]]}
    with pytest.raises(ApiError, match=r"key \*\*\* of key-1 is bad: '\*\*\*'"):
        mode.run(mode.resource(handler, **settings)._nothing(Request("GET", "/x")))


@pytest.mark.parametrize("kind", ALL)
@pytest.mark.parametrize("show", [dataclasses.asdict, dataclasses.astuple])
def test_dataclasses_do_not_show_them(kind: str, show: Callable[[Any], object]):
    configuration = Configuration("https://api.example", credentials={"k": ALL[kind]})
    with pytest.raises(TypeError, match="holds a secret"):
        show(configuration)
    assert SECRET not in repr(configuration) + repr(ALL[kind])
    assert dataclasses.replace(configuration, timeout=1).credentials["k"] is ALL[kind]


def test_no_key_is_two_cookies():
    with pytest.raises(ConfigurationError, match="'sid' has a semicolon") as caught:
        CookieKey("sid", f"{SECRET};admin=1")
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize(
    ("given", "sent"),
    [("a=b; sid=own", "a=b; sid=own"), ("a=b;sid = own", "a=b;sid = own"), ("a=sid", "a=sid; sid=k"), ("", "sid=k")],
)
def test_a_cookie_of_the_caller_takes_the_place_of_one_that_is_a_key(mode: Mode, given: str, sent: str):
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=request.headers["cookie"])

    client = mode.client(answer, credentials={"c": CookieKey("sid", "k")}, security=[["c"]], headers={"Cookie": given})
    assert mode.run(client.request("GET", "/")).json() == sent


@pytest.mark.parametrize("value", ["", "a\r\nX-Evil: 1", "a\nb", " a", "a ", "a\0", "ü", "a\x7f"])
@pytest.mark.parametrize("make", [Bearer, lambda value: HeaderKey("X", value), lambda value: QueryKey("q", value)])
def test_broken_secrets_are_refused_without_showing_them(make: Callable[[str], object], value: str):
    with pytest.raises(ConfigurationError) as caught:
        make(value)
    half_made = {repr(each.locals["self"]) for each in caught.traceback if "self" in each.locals}
    assert half_made <= {"Bearer()", "HeaderKey(name='X')", "QueryKey(name='q')"}
    assert half_made
    assert "Evil" not in str(caught.value)


@pytest.mark.parametrize(
    ("own", "have", "expected"),
    [
        (None, {"key": 1}, {"key"}),
        (None, {"user": 1, "token": 1}, {"user", "token"}),
        (None, {"key": 1, "user": 1, "token": 1}, {"key"}),
        ([["token"]], {"key": 1, "token": 1}, {"token"}),
        ([[], ["token"]], {"token": 1}, {"token"}),
        ([["token"], []], {}, set()),
        ([], {"key": 1}, set()),
    ],
)
def test_the_first_complete_alternative_is_sent(
    mode: Mode, own: list[list[str]] | None, have: dict[str, int], expected: object
):
    credentials = {name: HeaderKey(f"X-{name}", "v") if name in have else None for name in ("key", "user", "token")}
    resource = mode.resource(
        lambda request: httpx.Response(200, json=[name for name in credentials if f"x-{name}" in request.headers]),
        credentials=credentials,
        security=[["key"], ["user", "token"]],
    )
    assert set(mode.run(resource._json(Request("GET", "/", security=own), list))) == expected


CARRIERS = {"key": "x-key", "token": "authorization"}


@pytest.mark.parametrize("said_by", ["client", "call"])
@pytest.mark.parametrize(
    ("security", "have", "expected"),
    [
        ([["token"]], {}, {"authorization": "own"}),
        ([["token"]], {"token"}, {"authorization": "own"}),
        ([["key", "token"]], {"key"}, {"authorization": "own", "x-key": "v"}),
        ([["key"], ["token"]], {}, {"authorization": "own"}),
        ([["key"], ["token"]], {"key"}, {"authorization": "own"}),
    ],
)
def test_a_header_field_that_the_caller_gives_is_credential_enough(
    mode: Mode, security: list[list[str]], have: set[str], expected: dict[str, str], said_by: str
):
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={name: request.headers.get(name) for name in CARRIERS.values()})

    credentials = {name: HeaderKey(field, "v") if name in have else None for name, field in CARRIERS.items()}
    settings = {"credentials": credentials, "carriers": CARRIERS, "security": security}
    own = {"AUTHORIZATION": "own"}
    client = mode.client(answer, **settings, **({"headers": own} if said_by == "client" else {}))
    sent = mode.run(client.request("GET", "/", **({"headers": own} if said_by == "call" else {}))).json()
    assert {name: value for name, value in sent.items() if value} == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"headers": {"cookie": "a=1; sid=own"}}, [["cookie"]]),
        ({"query": {"key": "own"}}, [["query"]]),
        ({"query": {"key": "own"}, "headers": {"Cookie": "sid=own"}}, [["query"], ["cookie"], ["query", "cookie"]]),
        ({"query": {"key": ""}, "headers": {"Cookie": "other=own"}}, []),
    ],
)
def test_a_parameter_or_a_cookie_that_the_caller_gives_is_credential_enough(
    mode: Mode, given: dict[str, dict[str, str]], expected: list[list[str]]
):
    carriers = {"query": "?key", "cookie": "cookie sid"}
    enough = []
    for names in (["query"], ["cookie"], ["query", "cookie"]):
        client = mode.client(lambda _: httpx.Response(200), carriers=carriers, security=[names])
        with suppress(ConfigurationError):
            mode.run(client.request("GET", "/", **given))
            enough.append(names)
    assert enough == expected


def test_a_missing_credential_is_explained(mode: Mode):
    resource = mode.resource(None, security=[["key"]], missing_help={"key": "Pass api_key= or set DEMO_API_KEY."})
    with pytest.raises(ConfigurationError, match="Pass api_key= or set DEMO_API_KEY"):
        mode.run(resource._nothing(Request("GET", "/")))


class _Server(BaseHTTPRequestHandler):
    """Answers by path: success, failure, redirects that repeat the query, a broken body."""

    def do_GET(self) -> None:
        self.server.seen.append((self.path, dict(self.headers)))
        status = {"/fail": 500, "/away": 302, "/moved": 302}.get(self.path.partition("?")[0], 200)
        body = b"{}"
        self.send_response(status)
        if "/away" in self.path:
            self.send_header("Location", "http://other.invalid/")
        elif "/moved" in self.path:
            self.send_header("Location", "/ok")
        self.send_header("Content-Length", "99" if "/broken" in self.path else str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def server():
    with ThreadingHTTPServer(("127.0.0.1", 0), _Server) as server:
        server.seen = []
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("path", ["/ok", "/fail", "/away", "/moved", "/broken"])
def test_no_log_or_exception_shows_them(
    mode: Mode, server: ThreadingHTTPServer, caplog: pytest.LogCaptureFixture, path: str
):
    caplog.set_level(logging.DEBUG)
    url = f"http://127.0.0.1:{server.server_port}"
    security = [["bearer", "header", "query", "cookie"]]
    client = mode.client(None, base_url=url, credentials=ALL, security=security)
    shown = repr(client)
    try:
        shown += repr(mode.run(client.request("GET", path)).request.__dict__)
    except CallError as error:
        lines = traceback.TracebackException.from_exception(error, capture_locals=True).format()
        shown += "".join(lines)
        shown += repr(error.__dict__) + repr(pickle.dumps(error)) + repr(error.__context__) + repr(error.__cause__)
        if isinstance(error, ApiError):
            shown += repr(error.response.request.__dict__)
    assert len(server.seen) == (2 if path == "/moved" else 1)
    for target, headers in server.seen:
        assert target.endswith(f"?key={SECRET}")
        assert (headers["X-Key"], headers["Cookie"], headers["Authorization"]) == (
            SECRET,
            f"sid={SECRET}",
            f"Bearer {SECRET}",
        )
    assert any(record.name.startswith("httpcore") for record in caplog.records)
    assert any(record.getMessage().startswith(f"GET {path}: ") for record in caplog.records)
    assert SECRET not in shown
    assert SECRET not in caplog.text


def test_the_environments_proxy_is_used(mode: Mode, server: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{server.server_port}")
    monkeypatch.setenv("no_proxy", "direct.invalid")
    mode.run(mode.client(None, base_url="http://api.invalid").request("GET", "/ok"))
    assert [target for target, _ in server.seen] == ["http://api.invalid/ok"]
    with pytest.raises(CallError, match="no connection"):
        mode.run(mode.client(None, base_url="http://direct.invalid").request("GET", "/ok"))


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("/x?key=pk_5ecret", "/x?key="),
        ("/x?key=pk_5ecret&a=1#top", "/x?key=&a=1#top"),
        ("/x?a=1&key=pk_5ecret&key=2", "/x?a=1&key=&key="),
        ("/x?a%20key=pk_5ecret&monkey=1", "/x?a%20key=&monkey=1"),
        (
            '<https://api.example.com/x?key=pk_5ecret>; rel="next", </y?a=1>',
            '<https://api.example.com/x?key=>; rel="next", </y?a=1>',
        ),
        ("/key=1/x", "/key=1/x"),
    ],
)
@pytest.mark.parametrize("field", ["location", "link"])
def test_header_fields_of_answers_do_not_repeat_query_keys(mode: Mode, field: str, sent: str, kept: str):
    credentials = {
        "query": QueryKey("key", SECRET),
        "other": QueryKey("a key", SECRET),
        "header": HeaderKey("X", SECRET),
    }
    client = mode.client(lambda _: httpx.Response(200, headers={field: sent}), credentials=credentials)
    assert mode.run(client.request("GET", "/x")).headers[field] == kept


def test_without_query_keys_header_fields_stay_as_they_are(mode: Mode):
    client = mode.client(lambda _: httpx.Response(200, headers={"location": "/x?=1&a=2"}))
    assert mode.run(client.request("GET", "/x")).headers["location"] == "/x?=1&a=2"
