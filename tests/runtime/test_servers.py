"""Servers that single operations have: where calls go, and what goes along."""

import httpx
import pytest
from runtime.configuration import Configuration
from runtime.errors import ApiError, ConfigurationError
from runtime.features.keys import CookieKey, HeaderKey, QueryKey
from runtime.features.paging_links import NextLink
from runtime.features.servers import operation_servers
from runtime.request import Request

from .conftest import Mode

UPLOAD = "https://upload.example/v2"
KEYS = {"h": HeaderKey("X-Key", "k3y"), "q": QueryKey("key", "k3y"), "c": CookieKey("sid", "k3y")}


def settings(**servers: str) -> dict[str, object]:
    return {
        "servers": {UPLOAD: UPLOAD, "/files": "/files", **servers},
        "credentials": KEYS,
        "security": [["h", "q", "c"]],
    }


def carried(request: httpx.Request) -> tuple[str | None, bool, str | None]:
    return request.headers.get("x-key"), "key=k3y" in str(request.url), request.headers.get("cookie")


@pytest.mark.parametrize(
    ("base_url", "server", "expected"),
    [
        ("https://api.example/v1", "", "https://api.example/v1/x"),
        ("https://api.example/v1/", UPLOAD, "https://upload.example/v2/x"),
        ("https://api.example/v1", "/files", "https://api.example/files/x"),
        ("http://localhost:8000", "/files", "http://localhost:8000/files/x"),
        ("http://localhost:8000", UPLOAD, "https://upload.example/v2/x"),
    ],
)
def test_a_call_goes_to_its_server_with_credentials(mode: Mode, base_url: str, server: str, expected: str):
    sent: list[httpx.Request] = []
    resource = mode.resource(lambda q: sent.append(q) or httpx.Response(204), base_url=base_url, **settings())
    mode.run(resource._nothing(Request("GET", "/x", server=server)))
    assert str(sent[0].url.copy_with(query=None)) == expected
    assert carried(sent[0]) == ("k3y", True, "sid=k3y")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("http://127.0.0.1:9", "http://127.0.0.1:9/x"),
        ("https://proxy.example/up/", "https://proxy.example/up/x"),
        ("/up", "https://api.example.com/up/x"),
        ("up", "https://api.example.com/v2/up/x"),
        ("//other.example", "https://other.example/x"),
    ],
)
def test_the_caller_may_say_where_a_server_is(mode: Mode, address: str, expected: str):
    sent: list[httpx.Request] = []
    resource = mode.resource(lambda q: sent.append(q) or httpx.Response(204), **settings(**{UPLOAD: address}))
    mode.run(resource._nothing(Request("GET", "/x", server=UPLOAD)))
    assert str(sent[0].url.copy_with(query=None)) == expected
    assert carried(sent[0])[0] == "k3y"


def test_redirects_stay_on_the_server_of_the_call(mode: Mode):
    sent: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return (
            httpx.Response(204) if request.url.path == "/there" else httpx.Response(302, headers={"Location": "/there"})
        )

    resource = mode.resource(answer, **settings())
    mode.run(resource._nothing(Request("GET", "/x", server=UPLOAD)))
    assert [(request.url.host, request.url.path) for request in sent] == [
        ("upload.example", "/v2/x"),
        ("upload.example", "/there"),
    ]
    assert all(carried(request)[0] == "k3y" for request in sent)


@pytest.mark.parametrize("server", ["", UPLOAD])
@pytest.mark.parametrize(
    "location", ["https://elsewhere.example/x", "//elsewhere.example/x", "http://upload.example/v2"]
)
def test_redirects_to_another_host_are_not_followed(mode: Mode, server: str, location: str):
    sent: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(302, headers={"Location": location})

    with pytest.raises(ApiError, match="not followed"):
        mode.run(mode.resource(answer, **settings())._nothing(Request("GET", "/x", server=server)))
    assert len(sent) == 1


def test_pages_go_on_where_the_first_one_was(mode: Mode):
    def answer(request: httpx.Request) -> httpx.Response:
        assert (request.url.host, request.headers["x-key"]) == ("upload.example", "k3y")
        last = "page" in request.url.params
        return httpx.Response(
            200, json=[2 if last else 1], headers={} if last else {"Link": '</v2/x?page=2>; rel="next"'}
        )

    resource = mode.resource(answer, **settings())
    assert mode.items(resource._pages(Request("GET", "/x", server=UPLOAD), list[int], NextLink())) == [1, 2]


@pytest.mark.parametrize(
    "address", ["ftp://x.example", "https://user:pw@x.example", "https://x.example/?a=1", "https://x.example:port"]
)
def test_addresses_are_checked(address: str):
    with pytest.raises(ConfigurationError, match=r"the address of the server 'https://upload\.example/v2'"):
        Configuration("https://api.example", servers={UPLOAD: address})


DESCRIBED = {UPLOAD: (UPLOAD, {}), "https://{t}.example": ("https://{t}.example", {"t": None})}


def test_a_server_without_a_value_is_an_error_of_the_call_only():
    configuration = Configuration("https://api.example", servers=operation_servers(DESCRIBED, {}))
    assert configuration.address(UPLOAD) == UPLOAD
    with pytest.raises(ConfigurationError, match=r"Pass servers=\{.*\}, or the arguments"):
        configuration.address("https://{t}.example")
    moved = operation_servers(DESCRIBED, {"https://{t}.example": "http://localhost:1"})
    assert Configuration("https://api.example", servers=moved).address("https://{t}.example") == "http://localhost:1"


def test_an_empty_value_is_none():
    described = {"https://{t}.example": ("https://{t}.example", {"t": ""})}
    with pytest.raises(ConfigurationError, match=r"'https://\{t\}\.example' is not known"):
        Configuration("https://api.example", servers=operation_servers(described, {})).address("https://{t}.example")


@pytest.mark.parametrize("address", ["https://", "https:///v1", "https:/v1"])
def test_an_address_without_a_host_is_not_that_of_the_client(address: str):
    described = {address: (address, {})}
    with pytest.raises(ConfigurationError, match=rf"'{address}' is not known"):
        Configuration("https://api.example", servers=operation_servers(described, {})).address(address)
    moved = operation_servers(described, {address: "http://localhost:1"})
    assert Configuration("https://api.example", servers=moved).address(address) == "http://localhost:1"


def test_what_no_call_uses_cannot_be_given():
    with pytest.raises(ConfigurationError, match=r"no call goes to the server 'https://uplaod'"):
        operation_servers(DESCRIBED, {"https://uplaod": "http://localhost"})


def test_values_cannot_lead_elsewhere():
    with pytest.raises(ConfigurationError, match="'t' in the address"):
        operation_servers({"https://{t}.example": ("https://{t}.example", {"t": "evil.test/"})}, {})
