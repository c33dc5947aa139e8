"""Calls through both clients: what is sent, what comes back, what is raised."""

from __future__ import annotations

import copy
import gzip
import pickle
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from runtime.configuration import Configuration, setting
from runtime.errors import (
    ApiError,
    CallError,
    ConfigurationError,
    ConnectError,
    MismatchError,
    TimedOutError,
    TransportError,
)
from runtime.features.cookies import add_cookie
from runtime.features.elsewhere import follow_elsewhere
from runtime.features.keys import HeaderKey, QueryKey
from runtime.features.multipart import add_part
from runtime.request import Request

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from .conftest import Mode


class NotFoundError(ApiError):
    """404."""


class ClientSideError(ApiError):
    """4XX."""


ERRORS = {404: NotFoundError, "4XX": ClientSideError}


def echo(request: httpx.Request):
    body = request.content.decode("latin-1")
    return httpx.Response(200, json={"url": str(request.url), "headers": dict(request.headers), "body": body})


def order_request():
    request = Request("GET", "/orders/{id}")
    request.path("id", "secret-customer")
    return request


def fail(mode: Mode, response: httpx.Response, **settings: object):
    with pytest.raises(ApiError) as caught:
        mode.run(mode.resource(lambda _: response, errors=ERRORS, **settings)._nothing(order_request()))
    return caught.value


def test_url_headers_and_body_reach_the_server(mode: Mode):
    request = Request("PUT", "/orders/{id}.json")
    request.path("id", "a/b")
    request.query("q", "é +")
    request.header("X-Note", "Grüße")
    add_cookie(request, "session", "a b")
    request.field("note", "ü")
    resource = mode.resource(echo, headers={"User-Agent": "demo/1", "X-App": "1"})
    seen = mode.run(resource._json(request, dict))
    assert seen["url"] == "https://api.example.com/v2/orders/a%2Fb.json?q=%C3%A9%20%2B"
    assert seen["body"].encode("latin-1").decode() == '{"note":"ü"}'
    assert seen["headers"].items() >= {
        ("accept", "application/json"),
        ("content-type", "application/json"),
        ("cookie", "session=a%20b"),
        ("user-agent", "demo/1"),
        ("x-app", "1"),
        ("x-note", "Grüße"),
        ("host", "api.example.com"),
    }


@pytest.mark.parametrize(
    ("configured", "sent"),
    [
        ("lang=de", "lang=de; session=1; session=2"),
        ("lang=de; session=0", "lang=de; session=1; session=2"),
        (" session = 0;lang=de ;", "lang=de; session=1; session=2"),
        ("session=0", "session=1; session=2"),
    ],
)
def test_a_cookie_of_a_call_takes_the_place_of_one_of_all_calls(mode: Mode, configured: str, sent: str):
    request = Request("GET", "/orders")
    add_cookie(request, "session", [1, 2])
    seen = mode.run(mode.resource(echo, headers={"Cookie": configured})._json(request, dict))
    assert seen["headers"]["cookie"] == sent


def test_multipart_bodies(mode: Mode):
    request = Request("POST", "/files")
    add_part(request, "note", "hi")
    add_part(request, "file", ("a.txt", b"content", "text/plain"))
    seen = mode.run(mode.resource(echo)._json(request, dict))
    assert seen["headers"]["content-type"].startswith("multipart/form-data; boundary=")
    assert 'name="note"\r\n\r\nhi\r\n' in seen["body"]
    assert 'name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\ncontent\r\n' in seen["body"]


def test_the_class_of_an_error_is_the_documented_one(mode: Mode):
    assert type(fail(mode, httpx.Response(404))) is NotFoundError
    assert type(fail(mode, httpx.Response(422))) is ClientSideError
    assert type(fail(mode, httpx.Response(500))) is ApiError


def test_an_error_tells_what_the_server_said(mode: Mode):
    body = {"fault": {"id": 17, "text": "No such\norder\x1b[31m"}}
    pointers = {"code": ("fault", "id"), "message": ("fault", "text")}
    headers = {"x-request-id": "r1", "retry-after": "9"}
    error = fail(mode, httpx.Response(404, json=body, headers=headers), error_pointers=pointers)
    assert str(error) == "404 Not Found: No such order [31m (GET /orders/{id})"
    assert (error.status, error.code, error.body, error.request_id, error.retry_after) == (404, 17, body, "r1", 9)


@pytest.mark.parametrize(
    ("content", "media_type", "message", "code"),
    [
        (b'{"message": "m", "code": "c"}', "application/json", "m", "c"),
        (b'{"error": {"message": "m", "code": 5}}', "application/json", "m", 5),
        (b'{"errors": [{"detail": "m"}]}', "application/json", "m", None),
        (b'{"error": "m"}', "application/json", "m", None),
        (b'{"title": "m"}', "application/problem+json", "m", None),
        (b'{"errortext": "m"}', "application/json", "m", None),
        (b'["m"]', "application/json", "", None),
        (b"plain words", "text/plain", "plain words", None),
        (b"<html>oops</html>", "text/html", "", None),
        (b"[" * 100_000, "application/json", "[" * 100_000, None),
        (b"", "application/json", "", None),
    ],
)
def test_messages_are_found_in_the_usual_places(
    mode: Mode, content: bytes, media_type: str, message: str, code: str | int | None
):
    error = fail(mode, httpx.Response(400, content=content, headers={"content-type": media_type}))
    assert (error.message, error.code) == (message, code)
    assert len(str(error)) < 400


def test_errors_can_be_pickled_and_copied(mode: Mode):
    error = fail(mode, httpx.Response(404, json={"message": "m"}))
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):  # noqa: S301 - our own bytes
        assert type(twin) is NotFoundError
        assert str(twin) == str(error)
        assert twin.response.json() == {"message": "m"}
    lost = pickle.loads(pickle.dumps(ConnectError("no connection", route="GET /", sent=False)))  # noqa: S301 - same
    assert (str(lost), lost.sent) == ("no connection (GET /)", False)


@pytest.mark.parametrize(
    ("raised", "expected"),
    [
        (httpx.ConnectError("refused"), ConnectError),
        (httpx.ConnectTimeout("late"), TimedOutError),
        (httpx.ReadTimeout("late"), TimedOutError),
        (httpx.ReadError("lost"), TransportError),
        (httpx.RemoteProtocolError("lost"), TransportError),
        (httpx.LocalProtocolError("Illegal header value b'pk_secret'"), TransportError),
    ],
)
def test_the_http_librarys_exceptions_do_not_escape(mode: Mode, raised: Exception, expected: type[CallError]):
    def handler(_: httpx.Request) -> httpx.Response:
        raise raised

    with pytest.raises(CallError) as caught:
        mode.run(mode.resource(handler)._nothing(order_request()))
    assert type(caught.value) is expected
    assert str(caught.value).endswith("(GET /orders/{id})")
    assert "secret" not in str(caught.value)
    assert caught.value.__context__ is None


@pytest.mark.parametrize("coding", ["gzip", "br", "gzip, gzip, gzip, gzip, gzip, gzip"])
def test_a_failure_is_told_by_its_status_though_nobody_can_read_its_body(mode: Mode, coding: str):
    note = "ü".encode()
    answer = streamed(b"no gzip", {"content-encoding": coding, b"x-note": note}, 409)
    with pytest.raises(ApiError) as caught:
        mode.run(mode.resource(lambda _: answer)._nothing(order_request()))
    assert dict(caught.value.response.headers.raw) == {b"x-note": note}
    assert (caught.value.status, caught.value.body, caught.value.message) == (409, "", "")
    assert caught.value.__notes__ == ["its body cannot be decompressed, so that nothing of it is known"]


def test_bodies_that_cannot_be_decompressed_are_our_error(mode: Mode):
    broken = {"content-encoding": "gzip"}
    with pytest.raises(TransportError, match="decompressed"):
        mode.run(mode.resource(lambda _: streamed(b"no gzip", broken))._bytes(order_request()))
    with pytest.raises(TransportError, match="decompressed"):
        mode.read_stream(mode.client(lambda _: streamed(b"no gzip", broken)), "GET", "/x")
    good = gzip.compress(b"data")
    assert mode.run(mode.resource(lambda _: streamed(good, broken))._bytes(order_request())) == b"data"


class _Body(httpx.AsyncByteStream, httpx.SyncByteStream):
    def __init__(self, data: bytes) -> None:
        self.data = data

    def __iter__(self) -> Iterator[bytes]:
        yield self.data

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self.data


def streamed(data: bytes, headers: dict[Any, Any], status: int = 200):
    return httpx.Response(status, headers=headers, stream=_Body(data))


def test_retries_happen(mode: Mode):
    answers = [
        httpx.Response(503, headers={"retry-after-ms": "1"}),
        httpx.ReadError("x"),
        httpx.Response(200, text="ok"),
    ]

    def handler(_: httpx.Request) -> httpx.Response:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            answers.insert(0, httpx.Response(503, headers={"retry-after-ms": "1"}))
            return answers.pop(0)
        return answer

    assert mode.run(mode.resource(handler, max_retries=2)._text(order_request())) == "ok"


@pytest.mark.parametrize(
    "location", ["/v2/new?page=2", "https://api.example.com:443/v2/new?page=2", "new?page=2&key=pk"]
)
def test_redirects_within_the_origin_are_followed(mode: Mode, location: str):
    def handler(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/v2/old":
            return httpx.Response(302, headers={"location": location})
        return httpx.Response(200, text=str(request.url))

    resource = mode.resource(handler, credentials={"k": QueryKey("key", "pk")}, security=[["k"]])
    url = mode.run(resource._text(Request("GET", "/old")))
    assert httpx.URL(url) == "https://api.example.com/v2/new?page=2&key=pk"


@pytest.mark.parametrize(
    ("method", "location"),
    [
        ("GET", "https://evil.example/v2"),
        ("GET", "http://api.example.com/v2"),
        ("GET", "//evil.example/"),
        ("GET", "https://api.example.com:8443/"),
        ("GET", "https://u:p@api.example.com/"),
        ("GET", "https://api.example.com\\@evil.example/"),
        ("GET", "https://[bad/"),
        ("POST", "/v2/new"),
    ],
)
def test_other_redirects_are_errors(mode: Mode, method: str, location: str):
    calls = []

    def handler(request: httpx.Request) -> httpx.Response:
        calls.append(str(request.url))
        return httpx.Response(307, headers={"location": location})

    keys = {"credentials": {"k": HeaderKey("X-Key", "not")}}  # a word of the message, which stays whole
    with pytest.raises(ApiError, match="the redirect was not followed"):
        mode.run(mode.resource(handler, **keys)._nothing(Request(method, "/old")))
    assert calls == ["https://api.example.com/v2/old"]


@pytest.mark.parametrize("secret", ["v", ""])
@pytest.mark.parametrize(
    ("location", "there"),
    [
        ("https://files.example/a?sig=1#top", "https://files.example/a?sig=1"),
        ("//files.example:8443/a", "https://files.example:8443/a"),
        ("https://api.example.com:8443/a", "https://api.example.com:8443/a"),
    ],
)
def test_where_a_file_is_to_come_it_may_lie_elsewhere(mode: Mode, location: str, there: str, secret: str):
    """Nothing that proves who calls, or that he says himself, goes there: not even where the file moves on, or back."""
    seen: list[tuple[str, dict[str, str]]] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append((str(request.url), dict(request.headers)))
        moves = {"/v2/old": location, "/a": "https://api.example.com/v2/end"}
        if request.url.path in moves:
            return httpx.Response(302, headers={"location": moves[request.url.path]})
        return httpx.Response(200, content=b"file")

    own = {"X-Own": "v", "Cookie": "own=v"} if secret else {}
    keys = {"credentials": {"k": HeaderKey("X-Key", "v")}, "security": [["k"]]} if secret else {}
    request = Request("GET", "/old", elsewhere=follow_elsewhere)
    request.header("Range", "bytes=0-3")
    request.header("X-Tenant", secret or None)
    response = mode.run(mode.resource(handler, headers={"User-Agent": "me/1", **own}, **keys)._session.send(request))
    assert response.content == b"file"
    assert str(response.request.url) == "https://api.example.com/"
    assert [url for url, _ in seen] == ["https://api.example.com/v2/old", there, "https://api.example.com/v2/end"]
    assert "v" not in " ".join(value for _, headers in seen[1:] for value in headers.values())
    assert [headers["range"] for _, headers in seen] == ["bytes=0-3"] * 3


@pytest.mark.parametrize(
    "location",
    [
        "http://files.example/a",
        "https://u:p@files.example/",
        "mailto:x@y",
        "https://",
        "https://a..b/",
        "https://a b/",
        "https://xn--/",
        "https://[v1.a]/",
        f"https://{'a' * 64}.example/",
    ],
)
def test_a_file_does_not_come_from_where_it_is_less_safe_or_nowhere(mode: Mode, location: str):
    resource = mode.resource(lambda _: httpx.Response(302, headers={"location": location}))
    with pytest.raises(ApiError, match="a file or a text may come from another one, but by https"):
        mode.run(resource._bytes(Request("GET", "/old", elsewhere=follow_elsewhere)))


LOCATIONS = [
    "http://[::1",
    "/v2/\x7fnew",
    "/v2/\x01",
    "//api.example.com:x/",
    "mailto:x@y",
    "http://",
    "/" + "x" * 70_000,
]


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("location", LOCATIONS, ids=lambda location: repr(location)[:20])
def test_a_redirect_to_no_address_is_the_servers_failure(mode: Mode, location: str, status: int, method: str):
    calls = []

    def handler(request: httpx.Request) -> httpx.Response:
        calls.append(request)
        return httpx.Response(status, headers={"location": location})

    with pytest.raises(ApiError, match=f"{status} .*: the redirect was not followed"):
        mode.run(mode.resource(handler, max_retries=2)._nothing(Request(method, "/old")))
    assert len(calls) == 1


def test_redirects_end(mode: Mode):
    calls = []

    def handler(request: httpx.Request) -> httpx.Response:
        calls.append(request)
        return httpx.Response(302, headers={"location": "/v2/old"})

    with pytest.raises(ApiError, match="302 Found: the redirect was not followed"):
        mode.run(mode.resource(handler)._nothing(Request("GET", "/old")))
    assert len(calls) == 6


def test_with_options_changes_a_copy_only(mode: Mode):
    seen = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append((request.extensions["timeout"], request.headers.get("x-a"), request.headers.get("x-b")))
        return httpx.Response(200)

    client = mode.client(handler, headers={"X-A": "1"})
    copied = client.with_options(timeout=2, headers={"X-B": "2"}, max_retries=7, on_mismatch="raise")
    endless = copied.with_options(timeout=None)
    for one in (client, copied, endless):
        mode.run(one.request("get", "/"))
    assert [timeouts["read"] for timeouts, *_ in seen] == [60, 2, None]
    assert [timeouts["connect"] for timeouts, *_ in seen] == [5, 2, None]
    assert [values for _, *values in seen] == [["1", None], ["1", "2"], ["1", "2"]]
    assert type(copied) is type(client)
    assert copied._session.configuration.max_retries == 7
    assert client._session.configuration.max_retries == 0


def test_any_route_can_be_called(mode: Mode):
    client = mode.client(echo)
    response = mode.run(
        client.request("POST", "/odd/route", query={"a": [1, 2]}, headers={"X-Y": "z"}, json={"b": None})
    )
    seen = response.json()
    assert seen["url"] == "https://api.example.com/v2/odd/route?a=1&a=2"
    assert seen["body"] == '{"b":null}'
    assert seen["headers"]["x-y"] == "z"
    assert mode.run(client.request("PUT", "/raw", content=b"bytes")).json()["body"] == "bytes"
    assert mode.run(client.request("PUT", "/raw", content=iter([b"by", b"tes"]))).json()["body"] == "bytes"


def test_a_call_of_any_route_has_one_body(mode: Mode):
    with pytest.raises(ValueError, match="one body"):
        mode.run(mode.client(echo).request("PUT", "/raw", json=None, content=b"bytes"))


@pytest.mark.parametrize("path", ["orders", "https://evil.example/", "//evil.example/x", "/a?b=c", "/a#b", "/../admin"])
def test_no_route_leads_elsewhere(mode: Mode, path: str):
    with pytest.raises(ValueError, match="path"):
        mode.run(mode.client(echo).request("GET", path))


def test_streams_raise_failures_and_give_bodies(mode: Mode):
    assert mode.read_stream(mode.client(lambda _: streamed(b"data", {})), "GET", "/file") == b"data"
    with pytest.raises(ApiError, match="404 Not Found: gone"):
        mode.read_stream(mode.client(lambda _: httpx.Response(404, json={"message": "gone"})), "GET", "/file")


def test_raw_gives_the_response_too(mode: Mode):
    client = mode.client(lambda _: httpx.Response(201, json={"a": 1}, headers={"x-total": "5"}))
    resource = mode.resource(None)
    resource._session = client._session
    raw = mode.run(client.raw(resource._json, order_request(), dict))
    assert (raw.status, raw.headers["x-total"], raw.value) == (201, "5", {"a": 1})
    assert raw.response.request.method == "GET"


def test_a_closed_client_says_so(mode: Mode):
    client = mode.client(echo)
    mode.run(client.request("GET", "/"))
    mode.run(client.close())
    mode.run(client.close())
    with pytest.raises(RuntimeError, match="closed"):
        mode.run(client.request("GET", "/"))


@pytest.mark.parametrize(
    "url",
    [
        *("", "api.example.com", "ftp://x/", "https://", "https://u:p@x/", "https://x/?k=v", "https://x/#f"),
        *("https://x:y/", "https://x/\n", "https://x\ty/"),
    ],
)
def test_base_urls_are_checked(url: str):
    with pytest.raises(ConfigurationError, match="the base URL"):
        Configuration(url)


@pytest.mark.parametrize(
    "host",
    [
        "a..b",
        ".a",
        ".",
        "a" * 64,
        "xn--a",
        "xn--zzz99999",
        "\N{SNOWMAN}.example",
        "a b",
        "a<b",
        "a\\b",
        "a%20b",
        "[v1.a]",
        "[::1]x",
    ],
)
def test_a_base_url_whose_host_cannot_be_is_refused(host: str):
    with pytest.raises(ConfigurationError, match=r"the base URL must start with .* and the name of a host"):
        Configuration(f"https://{host}/v2")


@pytest.mark.parametrize("host", ["münchen.example", "xn--mnchen-3ya.example", "a.example.", "a_b", "[::1]:80"])
def test_a_host_may_have_any_name_that_there_is(mode: Mode, host: str):
    client = mode.client(echo, base_url=f"https://{host}/v2")
    sent = mode.run(client.request("GET", "/")).request
    assert sent.url == f"https://{host}/v2/"


def test_headers_of_the_configuration_are_checked():
    with pytest.raises(ValueError, match="'X-A' has a control character"):
        Configuration("https://x", headers={"X-A": "1\r\nX-B: 2"})


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DEMO_KEY", "from environment")
    monkeypatch.setenv("DEMO_EMPTY", "")
    assert setting("given", "DEMO_KEY") == "given"
    assert setting(None, "DEMO_KEY") == "from environment"
    assert setting(None, "DEMO_EMPTY") is None
    assert setting(None, "DEMO_MISSING") is None


def test_bodies_that_are_no_json_are_mismatches(mode: Mode):
    html = httpx.Response(200, html="<b>secret</b>")
    with pytest.raises(MismatchError, match=r"the body is no JSON \(text/html, 13 bytes\)"):
        mode.run(mode.resource(lambda _: html, on_mismatch="raise")._json(order_request(), dict))
