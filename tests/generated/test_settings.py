"""Where the generated client takes its settings and credentials from, and what it says when one is missing."""

import base64

import httpx
import pytest
import sitoo
from sitoo_server import API_ID, API_PASSWORD

EMPTY = {"base_url": None, "account": None, "api_id": None, "api_password": None}


@pytest.fixture
def environment(server, monkeypatch):
    monkeypatch.setenv("SITOO_BASE_URL", server.base_url)
    monkeypatch.setenv("SITOO_API_ID", API_ID)
    monkeypatch.setenv("SITOO_API_PASSWORD", API_PASSWORD)
    return monkeypatch


def test_credentials_as_arguments(mode, server):
    server.add()
    assert mode.run(mode.client().service_orders.get("7KQ2M9X00")).id == "7KQ2M9X00"
    scheme, _, sent = server.requests[0].headers["authorization"].partition(" ")
    assert (scheme, base64.b64decode(sent).decode()) == ("Basic", f"{API_ID}:{API_PASSWORD}")


@pytest.mark.usefixtures("environment")
def test_everything_from_the_environment(mode, server):
    server.add()
    assert mode.run(mode.client(**EMPTY).service_orders.get("7KQ2M9X00")).id == "7KQ2M9X00"


@pytest.mark.usefixtures("environment")
def test_arguments_win(mode):
    with pytest.raises(sitoo.UnauthorizedError):
        mode.run(mode.client(**{**EMPTY, "api_password": "other"}).service_orders.get("7KQ2M9X00"))


@pytest.mark.parametrize("name", ["SITOO_API_ID", "SITOO_API_PASSWORD"])
@pytest.mark.parametrize("value", [None, ""])
def test_a_missing_credential(mode, server, environment, name, value):
    if value is None:
        environment.delenv(name)
    else:
        environment.setenv(name, value)
    client = mode.client(**EMPTY)
    with pytest.raises(sitoo.ConfigurationError) as caught:
        mode.run(client.service_orders.get("7KQ2M9X00"))
    assert str(caught.value) == (
        "this call needs a credential. Pass api_id and api_password, or set SITOO_API_ID and SITOO_API_PASSWORD."
    )
    assert server.requests == []


@pytest.mark.parametrize(
    ("settings", "variables", "url"),
    [
        ({"account": "9"}, {}, "https://api.mysitoo.com/v2/accounts/9"),
        (
            {"account": "9", "host": "api-sandbox.mysitoo.com"},
            {"SITOO_HOST": "other.example"},
            "https://api-sandbox.mysitoo.com/v2/accounts/9",
        ),
        (
            {},
            {"SITOO_ACCOUNT": "9", "SITOO_HOST": "api-sandbox.mysitoo.com"},
            "https://api-sandbox.mysitoo.com/v2/accounts/9",
        ),
        ({"base_url": "http://proxy.example/sitoo/"}, {"SITOO_ACCOUNT": "9"}, "http://proxy.example/sitoo"),
        ({"account": "9"}, {"SITOO_BASE_URL": "http://proxy.example"}, "http://proxy.example"),
    ],
)
def test_the_address(mode, monkeypatch, settings, variables, url):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    asked = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return httpx.Response(200, json=[])

    settings = {"api_id": "i", "api_password": "p", "transport": httpx.MockTransport(answer), **settings}
    client = mode.client(**{**EMPTY, **settings})
    mode.run(client.service_orders.list())
    assert asked == [f"{url}/serviceorders.json"]
    assert url in repr(client)


def test_a_missing_account(mode):
    with pytest.raises(sitoo.ConfigurationError, match=r"account \(SITOO_ACCOUNT\)"):
        mode.client(base_url=None, account=None)


@pytest.mark.parametrize(
    "settings",
    [
        *(
            {"account": value}
            for value in ("", ".", "..", "../sites", "1/../2", "1/sites", "%2e%2e", "1?x=", "1#", "1\r\n")
        ),
        *({"account": "9", "host": value} for value in ("evil.example/x", "u:p@evil.example", "evil.example#", "a\\b")),
    ],
)
def test_a_setting_never_leads_elsewhere(mode, settings):
    with pytest.raises(sitoo.ConfigurationError, match="address of the server"):
        mode.client(**{**EMPTY, **settings})


@pytest.mark.parametrize(
    "url", ["api.mysitoo.com", "ftp://h/", "https://", "http://u:p@h", "http://h?q=1", "http://h#f"]
)
def test_an_unusable_address(mode, url):
    with pytest.raises(sitoo.ConfigurationError, match="base URL"):
        mode.client(base_url=url)


def test_a_user_name_with_a_colon(mode):
    with pytest.raises(sitoo.ConfigurationError, match="may not contain a colon"):
        mode.client(api_id="20417:1")


def test_a_header_with_a_line_break(mode):
    with pytest.raises(ValueError, match="control character"):
        mode.client(headers={"X-App": "till\r\nX-Evil: 1"})


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"base_url": 3}, "the argument that SITOO_BASE_URL stands for has to be a text, and is of the type int"),
        ({"api_password": b"p"}, "the argument that SITOO_API_PASSWORD stands for has to be a text, and is of the type bytes"),
        ({"timeout": "5"}, "timeout has to be a number of seconds, an httpx.Timeout or None, and is of the type str"),
        ({"timeout": True}, "timeout has to be a number of seconds, an httpx.Timeout or None, and is of the type bool"),
        ({"max_response_bytes": 1e8}, "max_response_bytes has to be a whole number of bytes or None, and is of the type float"),
        ({"max_retries": None}, "max_retries has to be a whole number, and is of the type NoneType"),
        ({"headers": ["X-App"]}, "headers has to be a mapping, such as a dict, and is of the type list"),
        ({"on_mismatch": []}, "on_mismatch has to be 'raise', 'warn', 'ignore' or a function, and is of the type list"),
        ({"on_mismatch": "log"}, "on_mismatch has to be 'raise', 'warn', 'ignore' or a function, and is of the type str"),
        ({"transport": "direct"}, r"transport has to be an httpx.(Async)?BaseTransport, and is of the type str"),
    ],
)  # fmt: skip
def test_a_setting_of_another_type(mode, settings, said):
    with pytest.raises(sitoo.ConfigurationError, match=f"^{said}$"):
        mode.client(**settings)


@pytest.mark.parametrize("name", ["headers", "extra_query", "extra_headers", "extra_body"])
def test_an_option_of_another_type(mode, name):
    with pytest.raises(sitoo.ConfigurationError, match=f"^{name} has to be a mapping, such as a dict, and is of the"):
        mode.client().with_options(**{name: [("a", "b")]})


def test_a_header_that_is_called_by_a_number(mode):
    with pytest.raises(ValueError, match="a header field cannot be called 1"):
        mode.client(headers={1: "x"})


@pytest.mark.parametrize(
    ("proxy", "said"),
    [
        ("socks5://user:s3cret@127.0.0.1:1", "of the kind socks5: install httpx[socks], or set NO_PROXY"),
        ("socks4://user:s3cret@127.0.0.1:1", "of the kind socks4 that cannot be used"),
        ("http://user:s3cret@127.0.0.1:99999", "of the kind http that cannot be used"),
        ("http://[s3cret", "of the kind http that cannot be used"),
    ],
)
def test_a_proxy_that_cannot_be_used(mode, monkeypatch, proxy, said):
    monkeypatch.setenv("ALL_PROXY", proxy)
    client = mode.client(base_url="http://api.example", transport=None, max_retries=0)
    with pytest.raises(sitoo.ConfigurationError) as caught:
        mode.run(client.service_orders.get("7KQ2M9X00"))
    assert said in str(caught.value)
    assert "s3cret" not in str(caught.value)
    assert caught.value.__cause__ is None
