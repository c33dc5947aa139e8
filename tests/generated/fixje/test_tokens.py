"""OAuth 2.0 client credentials: when a token is fetched, how, how often, and what happens when there is none."""

import asyncio
import pickle
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from time import time as wall_clock

import fixje
import pytest
from fixje_server import CLIENT_ID, CLIENT_SECRET

LOGIN = "POST /api/v1/login"
LIST = "GET /api/v1/orders"


def read(mode, client) -> list[object]:
    return mode.run(client.orders.list())


def fail(mode, kind, call):
    with pytest.raises(kind) as caught:
        mode.run(call())
    assert type(caught.value) is kind
    return caught.value


def test_a_token_is_fetched_by_a_multipart_form(mode, server):
    assert read(mode, mode.client()) == []
    assert server.targets == [LOGIN, LIST]
    login, listing = server.requests
    assert login.headers["content-type"].startswith("multipart/form-data; boundary=")
    assert login.parts == {
        "grant_type": "client_credentials",
        "client_id": CLIENT_ID,
        "client_secret": CLIENT_SECRET,
    }
    assert "authorization" not in login.headers
    assert listing.headers["authorization"] == "Bearer t0ken-0-ey"


def test_making_a_client_sends_nothing(mode, server):
    mode.client()
    assert server.requests == []


@pytest.mark.parametrize(
    ("term", "kept_for", "gone_after"),
    [(3600, 3569, 3571), ("3600", 3569, 3571), (100, 89, 91), (10, 8.9, 9.1)],
)
def test_it_is_kept_until_shortly_before_it_expires(mode, server, clock, term, kept_for, gone_after):
    server.answer["expires_in"] = term
    client, start = mode.client(), clock.now
    read(mode, client)
    clock.now = start + kept_for
    read(mode, client)
    assert len(server.logins) == 1
    clock.now = start + gone_after
    read(mode, client)
    assert server.targets == [LOGIN, LIST, LIST, LOGIN, LIST]
    assert server.requests[-1].headers["authorization"] == "Bearer t0ken-1-ey"


@pytest.mark.parametrize("term", [None, "soon", {}])
def test_without_a_term_it_is_kept_until_it_is_refused(mode, server, clock, term):
    server.answer["expires_in"] = term
    client = mode.client()
    read(mode, client)
    clock.now += 10_000_000
    read(mode, client)
    server.revoke()
    read(mode, client)
    assert server.targets == [LOGIN, LIST, LIST, LIST, LOGIN, LIST]


@pytest.mark.parametrize("term", [0, -5])
def test_a_token_that_is_too_old_at_once_is_good_for_one_call(mode, server, term):
    server.answer["expires_in"] = term
    client = mode.client()
    read(mode, client)
    read(mode, client)
    assert server.targets == [LOGIN, LIST, LOGIN, LIST]


def test_copies_and_clients_share_it(mode, server):
    client = mode.client()
    for one in (client, client.with_options(timeout=3), mode.client()):
        read(mode, one)
    assert server.targets == [LOGIN, LIST, LIST, LIST]


def test_who_has_another_secret_has_another_token(mode, server):
    read(mode, mode.client())
    with pytest.raises(fixje.ApiError):
        read(mode, mode.client(client_secret="a-guess"))  # noqa: S106 - made up
    assert server.targets == [LOGIN, LIST, LOGIN]


def test_a_refused_token_is_renewed_once_for_all_clients(mode, server):
    first, second = mode.client(), mode.client()
    read(mode, first)
    read(mode, second)
    server.revoke()
    read(mode, first)
    read(mode, second)
    assert len(server.logins) == 2


class Tokens:
    def __init__(self) -> None:
        self.kept, self.loads = {}, 0

    def load(self, owner):
        self.loads += 1
        return self.kept.get(owner)

    def save(self, owner, token):
        self.kept[owner] = token


def test_a_store_of_ones_own_keeps_the_token(mode, server):
    store, before = Tokens(), wall_clock()
    read(mode, mode.client(token_store=store))
    ((owner, token),) = store.kept.items()
    assert (token.text, store.loads) == ("t0ken-0-ey", 1)
    assert before + 3590 < token.expires_at < before + 3610
    assert not [text for text in (CLIENT_ID, CLIENT_SECRET) if text in owner]
    assert token.text not in repr(token)
    read(mode, mode.client(token_store=store))
    assert server.targets == [LOGIN, LIST, LIST]
    read(mode, mode.client())
    assert len(server.logins) == 2


@pytest.mark.parametrize("seconds", [-5, 1])
def test_a_stored_token_that_is_over_is_not_used(mode, server, seconds):
    store = Tokens()
    read(mode, mode.client(token_store=store))
    ((owner, token),) = store.kept.items()
    store.kept[owner] = type(token)("old", wall_clock() + seconds)
    read(mode, mode.client(token_store=store))
    assert len(server.logins) == 2
    assert store.kept[owner].text == "t0ken-1-ey"


def test_threads_with_clients_of_their_own_fetch_one_token(server):
    settings = {"base_url": server.base_url, "client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}

    def call(_: int) -> None:
        with fixje.Fixje(**settings) as client:
            list(client.orders.list())

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(call, range(8)))
    assert len(server.logins) == 1


def test_tasks_with_clients_of_their_own_fetch_one_token_in_any_event_loop(server):
    settings = {"base_url": server.base_url, "client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}

    async def call() -> None:
        async with fixje.AsyncFixje(**settings) as client:
            _ = [order async for order in client.orders.list()]

    async def calls() -> None:
        await asyncio.gather(*(call() for _ in range(5)))

    asyncio.run(calls())
    asyncio.run(calls())
    assert len(server.logins) == 1


def test_threads_fetch_one_token(server):
    settings = {"base_url": server.base_url, "client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}
    with fixje.Fixje(**settings) as client, ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: list(client.orders.list()), range(8)))
        server.revoke()
        list(threads.map(lambda _: list(client.orders.list()), range(8)))
    assert (len(server.logins), len(server.tokens)) == (2, 2)


def test_tasks_fetch_one_token(server):
    settings = {"base_url": server.base_url, "client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}

    async def calls() -> None:
        async with fixje.AsyncFixje(**settings) as client:
            for _ in range(2):
                await asyncio.gather(*(client.orders.list().first_page() for _ in range(20)))
                server.revoke()

    asyncio.run(calls())
    assert (len(server.logins), len(server.tokens)) == (2, 2)


def test_a_task_that_gives_up_at_the_login_leaves_it_to_the_next(server):
    settings = {"base_url": server.base_url, "client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}
    server.fail_next(delay=0.2)

    async def calls() -> None:
        async with fixje.AsyncFixje(**settings) as client:
            impatient = asyncio.create_task(client.orders.list().first_page())
            while not server.logins:  # noqa: ASYNC110 - the server is another thread
                await asyncio.sleep(0.005)
            patient = [asyncio.create_task(client.orders.list().first_page()) for _ in range(3)]
            await asyncio.sleep(0.01)
            impatient.cancel()
            await asyncio.gather(*patient)
            assert impatient.cancelled()

    asyncio.run(calls())
    assert len(server.logins) == 2


def test_it_is_renewed_once_when_it_is_refused(mode, server):
    server.add()
    client = mode.client()
    read(mode, client)
    server.revoke()
    created = mode.run(
        client.orders.create(
            shipping_method_id="4d2f9c1e-2f7b-4a38-8c0a-5be0c3f0a921",
            store_front_id="9c7d1f64-3b1a-4a0c-b7c5-6e2d8f4b1a33",
            shipping_address={"city": "Groningen"},
            order_items=[{"sku": "BAT-A52", "quantity": 4}],
        )
    )
    assert server.targets[2:] == ["POST /api/v1/orders", LOGIN, "POST /api/v1/orders"]
    assert str(created.order_id) == server.orders[1]["orderId"]


def test_a_second_refusal_is_an_error(mode, server):
    client = mode.client()
    read(mode, client)
    refused = {"status": 401, "body": b'{"title": "Unauthorized", "status": 401}'}
    server.fail_next(**refused)
    server.fail_next()
    server.fail_next(**refused)
    error = fail(mode, fixje.UnauthorizedError, lambda: client.orders.get("1"))
    assert (error.route, error.message) == ("GET /api/v1/orders/{orderId}", "Unauthorized")
    assert server.targets[2:] == ["GET /api/v1/orders/1", LOGIN, "GET /api/v1/orders/1"]


def test_an_upload_that_cannot_be_sent_twice_leaves_the_next_call_a_new_token(mode, server):
    client = mode.client()
    read(mode, client)
    server.revoke()

    def rows() -> Iterator[bytes]:
        yield b"label"

    async def async_rows() -> AsyncIterator[bytes]:
        yield b"label"

    def upload() -> object:
        return client.request("POST", "/api/v1/labels", content=async_rows() if mode.asynchronous else rows())

    fail(mode, fixje.UnauthorizedError, upload)
    assert mode.run(upload()).json() == 5
    assert server.targets[2:] == ["POST /api/v1/labels", LOGIN, "POST /api/v1/labels"]


@pytest.mark.parametrize("wrong", [{"client_secret": "wr0ng"}, {"client_id": "nobody"}])
def test_a_wrong_secret_is_an_error_of_the_login(mode, server, wrong):
    client = mode.client(**wrong)
    error = fail(mode, fixje.UnauthorizedError, lambda: client.orders.get("1"))
    assert (error.route, error.message, error.code) == (LOGIN, "Unknown client", "https://problems.fixje.example/401")
    assert str(error) == f"401 Unauthorized: Unknown client ({LOGIN})"
    assert server.targets == [LOGIN]


@pytest.mark.usefixtures("short_backoff")
def test_a_login_that_fails_in_passing_is_repeated(mode, server):
    server.fail_next(status=500)
    server.fail_next(drop=True)
    read(mode, mode.client())
    assert server.targets == [LOGIN, LOGIN, LOGIN, LIST]
    assert server.logins[2].parts["client_secret"] == CLIENT_SECRET


@pytest.mark.usefixtures("short_backoff")
def test_a_login_that_keeps_failing_is_an_error_and_the_next_call_tries_again(mode, server):
    client = mode.client()
    server.fail_next(times=3, status=500)
    assert fail(mode, fixje.InternalServerError, lambda: client.orders.get("1")).route == LOGIN
    assert len(server.requests) == 3
    read(mode, client)


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (b"<html>Log in</html>", "text/html"),
        (b"", "application/json"),
        (b'{"token_type": "Bearer"}', "application/json"),
        (b'{"access_token": null}', "application/json"),
        (b'{"access_token": 7}', "application/json"),
        (b'{"access_token": ""}', "application/json"),
        (b'{"access_token": "a\\r\\nX-Evil: 1"}', "application/json"),
        (b'{"access_token": "a "}', "application/json"),
        (b'["t"]', "application/json"),
        (b"[" * 100_000, "application/json"),
    ],
    ids=["html", "nothing", "no token", "null", "number", "empty", "line break", "space", "array", "deep"],
)
def test_an_answer_without_a_token_is_an_error_of_the_login(mode, server, body, media_type):
    server.fail_next(status=200, body=body, headers={"Content-Type": media_type})
    client = mode.client()
    error = fail(mode, fixje.CallError, lambda: client.orders.get("1"))
    assert str(error) == f"the answer to the request for a token has no usable access_token ({LOGIN})"
    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301 - just made
    assert server.targets == [LOGIN]
    read(mode, client)


@pytest.mark.parametrize("location", ["http://localhost:{port}/x", "/api/v1/orders"])
@pytest.mark.parametrize("status", [302, 307, 308])
def test_the_secret_follows_no_redirect(mode, server, location, status):
    server.fail_next(status=status, headers={"Location": location.format(port=server.port)})
    client = mode.client()
    error = fail(mode, fixje.ApiError, lambda: client.orders.get("1"))
    assert (error.route, error.status, len(server.requests)) == (LOGIN, status, 1)


@pytest.mark.parametrize("location", ["http://localhost:{port}/x", "//localhost:{port}/x", "https://127.0.0.1:{port}/"])
def test_the_token_follows_no_redirect_to_another_host(mode, server, location):
    client = mode.client()
    read(mode, client)
    server.fail_next(status=302, headers={"Location": location.format(port=server.port)})
    assert fail(mode, fixje.ApiError, lambda: client.orders.get("1")).status == 302
    assert len(server.requests) == 3


def test_the_token_follows_a_redirect_within_the_host(mode, server):
    client = mode.client()
    read(mode, client)
    server.add()
    server.fail_next(status=302, headers={"Location": f"/api/v1/orders/{server.orders[0]['orderId']}"})
    assert mode.run(client.orders.get("old")).order_status == "New"
    assert server.requests[-1].headers["authorization"] == "Bearer t0ken-0-ey"


def test_login_by_hand_needs_no_credentials(mode, server):
    client = mode.client(client_id=None, client_secret=None)
    login = client.authentication.login
    token = mode.run(login(grant_type="client_credentials", client_id=CLIENT_ID, client_secret=CLIENT_SECRET))
    assert (token.access_token, token.token_type, token.expires_in) == ("t0ken-0-ey", "Bearer", 3600)
    with pytest.raises(fixje.ConfigurationError, match="Pass client_id and client_secret, or set FIXJE_CLIENT_ID and"):
        mode.run(client.orders.get("1"))
    assert server.targets == [LOGIN]


def test_the_environment_has_the_credentials(mode, server, monkeypatch):
    monkeypatch.setenv("FIXJE_CLIENT_ID", CLIENT_ID)
    monkeypatch.setenv("FIXJE_CLIENT_SECRET", CLIENT_SECRET)
    monkeypatch.setenv("FIXJE_BASE_URL", server.base_url)
    read(mode, mode.client(client_id=None, client_secret=None, base_url=None))
    assert server.targets == [LOGIN, LIST]


def test_a_missing_host(mode):
    with pytest.raises(fixje.ConfigurationError, match=r"host \(FIXJE_HOST\)"):
        mode.client(base_url=None)
