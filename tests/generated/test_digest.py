"""HTTP Digest authentication, from the description to the header fields on the wire."""

from __future__ import annotations

import asyncio
import hashlib
import re
from pathlib import Path
from typing import Any

import httpx
import pytest
from small_client import small_client

HEAD = "openapi: 3.1.0\ninfo: {title: Small, version: '1'}\nservers: [{url: 'https://s.example/v1'}]\n"
SCHEMES = """
components:
  securitySchemes:
    dg: {type: http, scheme: Digest}
    key: {type: apiKey, in: header, name: X-Key}
    sign: {type: apiKey, in: query, name: sign}
    odd: {type: http, scheme: hoba}
    unsendable: {type: apiKey, in: header, name: X Key}
"""
HASHES = {"MD5": hashlib.md5, "SHA-256": hashlib.sha256}


def described(security: str) -> str:
    body = "requestBody: {required: true, content: {application/octet-stream: {}}}"
    done = f"security: {security}, responses: {{'204': {{description: d}}}}"
    return f"{HEAD}paths: {{/t: {{get: {{operationId: op, {done}}}, post: {{operationId: send, {body}, {done}}}}}}}\n{SCHEMES}"


class Guard:
    """A server that lets in who proves a password."""

    def __init__(self, algorithm: str = "MD5", password: str = "s3cret") -> None:  # noqa: S107 - made up
        self.requests: list[httpx.Request] = []
        self._algorithm, self._password = algorithm, password

    def __call__(self, request: httpx.Request) -> httpx.Response:
        request.read()
        return self._answer(request)

    async def asynchronous(self, request: httpx.Request) -> httpx.Response:
        await request.aread()
        return self._answer(request)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        if self._is_proved(request):
            return httpx.Response(204)
        challenge = f'Digest realm="r", nonce="n{len(self.requests)}", qop="auth", algorithm={self._algorithm}'
        return httpx.Response(401, headers={"WWW-Authenticate": challenge})

    def _is_proved(self, request: httpx.Request) -> bool:
        sent = request.headers.get("authorization", "")
        said = dict(re.findall(r'(\w+)="?([^",]*)"?', sent))
        if not sent.startswith("Digest ") or said["uri"] != request.url.raw_path.decode():
            return False

        def digest(text: str) -> str:
            return HASHES[self._algorithm](text.encode()).hexdigest()

        secret = digest(f"ann:r:{self._password}")
        call = digest(f"{request.method}:{said['uri']}")
        proof = ":".join([secret, said["nonce"], said["nc"], said["cnonce"], said["qop"], call])
        return said["response"] == digest(proof)


def client(package: Any, guard: Guard, **settings: object) -> Any:
    return package.Small(username="ann", password="s3cret", transport=httpx.MockTransport(guard), **settings)  # noqa: S106 - made up


@pytest.mark.parametrize("algorithm", ["MD5", "SHA-256"])
def test_requests_are_proved_when_the_server_asks_for_it(tmp_path: Path, algorithm: str):
    guard = Guard(algorithm)
    with small_client(tmp_path, described("[{dg: []}]")) as small:
        with client(small, guard) as api:
            api.t.op()
            api.t.send(body=b"abc")
        assert ["authorization" in request.headers for request in guard.requests] == [False, True, True]
        assert "nc=00000002" in guard.requests[-1].headers["authorization"]
        assert guard.requests[-1].content == b"abc"


def test_asynchronous_clients_prove_as_well(tmp_path: Path):
    guard = Guard()

    async def run(package: Any) -> None:
        transport = httpx.MockTransport(guard.asynchronous)
        async with package.AsyncSmall(username="ann", password="s3cret", transport=transport) as api:  # noqa: S106 - made up
            await api.t.send(body=b"abc")
            await api.t.op()

    with small_client(tmp_path, described("[{dg: []}]")) as small:
        asyncio.run(run(small))
    assert [request.method for request in guard.requests] == ["POST", "POST", "GET"]


def test_a_wrong_password_is_one_failure_that_shows_nothing(tmp_path: Path):
    guard = Guard(password="other")  # noqa: S106 - made up
    with small_client(tmp_path, described("[{dg: []}]")) as small, client(small, guard) as api:
        with pytest.raises(small.ApiError) as caught:
            api.t.op()
        assert caught.value.status == 401
        assert "authorization" not in caught.value.response.request.headers
        assert len(guard.requests) == 2


def test_what_cannot_be_sent_twice_is_not(tmp_path: Path):
    guard = Guard()
    with small_client(tmp_path, described("[{dg: []}]")) as small, client(small, guard) as api:
        with pytest.raises(small.ApiError):
            api.t.send(body=iter([b"a", b"b"]))
        assert len(guard.requests) == 1


def test_without_a_password_nothing_is_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SMALL_USERNAME", "ann")
    guard = Guard()
    with (
        small_client(tmp_path, described("[{dg: []}]")) as small,
        small.Small(transport=httpx.MockTransport(guard)) as api,
        pytest.raises(small.ConfigurationError, match="SMALL_PASSWORD"),
    ):
        api.t.op()
    assert guard.requests == []


def test_a_key_does_where_there_is_one(tmp_path: Path):
    guard = Guard()
    with small_client(tmp_path, described("[{dg: []}, {key: []}]")) as small:
        transport = httpx.MockTransport(lambda request: guard(request) and httpx.Response(204))
        with small.Small(api_key="k", transport=transport) as api:
            api.t.op()
    assert [request.headers.get("x-key") for request in guard.requests] == ["k"]


def test_keys_in_the_query_are_proved_with_it(tmp_path: Path):
    guard = Guard()
    with small_client(tmp_path, described("[{dg: [], sign: []}]")) as small, client(small, guard, api_key="a b") as api:
        api.t.op()
    assert [request.url.query for request in guard.requests] == [b"sign=a%20b"] * 2


def test_the_caller_may_authorize_calls_otherwise(tmp_path: Path):
    guard = Guard()
    with small_client(tmp_path, described("[{dg: []}]")) as small, client(small, guard) as api:
        with pytest.raises(small.ApiError):
            api.with_options(extra_headers={"Authorization": "Other"}).t.op()
        assert [request.headers["authorization"] for request in guard.requests] == ["Other"]


def test_schemes_that_no_client_knows_are_passed_over_where_there_is_another_way(tmp_path: Path):
    guard = Guard()
    with small_client(
        tmp_path, described("[{odd: []}, {odd: [], key: []}, {unsendable: [], key: []}, {dg: []}]")
    ) as small:
        with client(small, guard) as api:
            api.t.op()
        module, manifest = ((tmp_path / "small" / name).read_text() for name in ("client.py", "manifest.json"))
        assert "odd" not in module
        assert "unsendable" not in module
        assert "'hoba' is not supported; there is another way everywhere" in manifest
        assert "no header can be called 'X Key'; there is another way everywhere" in manifest


@pytest.mark.parametrize("challenge", ["Digest realm", 'Digest realm="é", nonce="n"', 'Digest realm="r"', "Digest"])
def test_a_challenge_that_no_one_can_answer_is_a_failure(tmp_path: Path, challenge: str):
    refusal = httpx.Response(401, headers=[(b"WWW-Authenticate", challenge.encode())])
    with small_client(tmp_path, described("[{dg: []}]")) as small, client(small, lambda _: refusal) as api:
        with pytest.raises(small.ApiError) as caught:
            api.t.op()
        assert caught.value.status == 401


@pytest.mark.parametrize("username", ["ü", 'a"b', "a\\b"])
def test_a_user_name_that_cannot_be_sent_is_refused(tmp_path: Path, username: str):
    with (
        small_client(tmp_path, described("[{dg: []}]")) as small,
        pytest.raises(small.ConfigurationError, match="user"),
    ):
        small.Small(username=username, password="s3cret")  # noqa: S106 - made up
