"""What is fetched from where: real servers on loopback, and addresses that must not be asked."""

from __future__ import annotations

import gzip
import http.server
import socket
import ssl
import threading
import time

import pytest
from document_server import Answer, give, redirect, serving

from specloom.fetch import fetch
from specloom.findings import SpecloomError

DOCUMENT = b"openapi: 3.1.0\n"


def refusal(url: str, **options: float) -> str:
    with pytest.raises(SpecloomError) as caught:
        fetch(url, **options)
    assert caught.value.help
    return caught.value.message


def test_a_document_is_what_the_server_gives():
    with serving(give(DOCUMENT)) as (server, asked):
        assert fetch(f"{server}/api/openapi.yaml?v=1#/info").content == DOCUMENT
        assert fetch(f"{server.replace('127.0.0.1', 'localhost')}/ü%20x").content == DOCUMENT
    assert asked == ["/api/openapi.yaml?v=1", "/%C3%BC%20x"]


def test_what_is_packed_all_the_same_is_unpacked_within_the_limit():
    with serving(give(gzip.compress(DOCUMENT), Content_Encoding="gzip")) as (server, _):
        assert fetch(server).content == DOCUMENT
    bomb = gzip.compress(b"0" * 5_000_000)
    with serving(give(bomb, Content_Encoding="gzip")) as (server, _):
        assert refusal(server, limit=1024**2) == f"cannot fetch {server}: it is larger than 1 MiB"


def test_a_redirect_is_followed_on_the_same_network():
    def answer(handler: http.server.BaseHTTPRequestHandler) -> None:
        (give(DOCUMENT) if handler.path == "/v2/openapi.yaml" else redirect("../v2/openapi.yaml", 308))(handler)

    with serving(answer) as (server, asked):
        fetched = fetch(f"{server}/v1/openapi.yaml")
        assert (fetched.url, fetched.content) == (f"{server}/v1/openapi.yaml", DOCUMENT)
    assert asked == ["/v1/openapi.yaml", "/v2/openapi.yaml"]


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("http://169.254.169.254/latest/meta-data/", "is not https"),
        ("https://169.254.169.254/", "is another network"),
        ("https://10.0.0.1/", "is another network"),
        ("https://api.example.com/", "is another network"),
        ("file:///etc/passwd", "is no address of a document"),
        ("ftp://127.0.0.1/x", "is not https"),
        ("http://user:pass@127.0.0.1/", "has credentials"),
        ("http://[::1", "is no address"),
    ],
)
def test_a_redirect_leads_nowhere_else(location: str, reason: str):
    with serving(redirect(location)) as (server, asked):
        assert reason in refusal(server)
    assert len(asked) == 1


def test_redirects_have_an_end():
    with serving(redirect("/next")) as (server, asked):
        assert refusal(server) == f"{server} leads from one address to the next without an end"
    assert len(asked) == 6


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://api.example.com/openapi.json", "'http://api.example.com/openapi.json' is not https"),
        ("http://127.0.0.2/", " is not https"),
        ("http://2130706433/", " is not https"),
        ("https://10.1.2.3/", ": 10.1.2.3 is no public address"),
        ("https://192.168.0.1/", ": 192.168.0.1 is no public address"),
        ("https://169.254.169.254/", ": 169.254.169.254 is no public address"),
        ("https://100.64.0.1/", ": 100.64.0.1 is no public address"),
        ("https://0.0.0.0/", ": 0.0.0.0 is no public address"),
        ("https://224.0.0.1/", ": 224.0.0.1 is no public address"),
        ("https://127.1/", "which is no public address"),
        ("https://2130706433/", "127.0.0.1, which is no public address"),
        ("https://[::ffff:10.0.0.1]/", ": ::ffff:10.0.0.1 is no public address"),
        ("https://[64:ff9b::a00:1]/", ": 64:ff9b::a00:1 is no public address"),
        ("https://[2002:a00:1::]/", ": 2002:a00:1:: is no public address"),
        ("https://[fd00::1]/", ": fd00::1 is no public address"),
        ("https://[fe80::1%25lo]/", ""),
        ("https://user:hunter2@api.example.com/", "the address https://…@api.example.com has credentials"),
        ("https:///openapi.json", "is no address of a document"),
        ("https://api.example.com/a b", "is no address of a document"),
        ("https://api.example.com/\n", "is no address of a document"),
        ("https://api.example.com:port/", "is no address"),
        ("https://nowhere.invalid/", "there is no such host"),
    ],
)
def test_what_is_not_public_or_not_safe_is_not_asked(url: str, reason: str):
    message = refusal(url, seconds=20)
    assert reason in message
    assert "hunter2" not in message


def test_a_name_that_stands_for_this_machine_is_not_asked():
    host = socket.gethostname()
    assert "which is no public address" in refusal(f"https://{host}/")


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (lambda handler: handler.send_error(404), "the server answers 404 Not Found"),
        (lambda handler: handler.send_error(503), "the server answers 503 Service Unavailable"),
        (give(b"x" * 3_000_000), "it is larger than 1 MiB"),
        (give(b"x", Content_Length="9000"), "the answer is not HTTP, or is cut short"),
        (lambda handler: handler.wfile.write(b"nonsense\r\n\r\n"), "the answer is not HTTP, or is cut short"),
        (give(b"\x1f\x8bno", Content_Encoding="gzip"), "the answer is not packed by gzip, as its"),
        (give(gzip.compress(DOCUMENT)[:-9], Content_Encoding="gzip"), "the answer is not HTTP, or is cut short"),
    ],
)
def test_what_goes_wrong_is_said(answer: Answer, reason: str):
    with serving(answer) as (server, _):
        assert reason in refusal(server, limit=1024**2)


def test_a_server_that_speaks_no_https_is_said_to_speak_none():
    with serving(give(DOCUMENT)) as (server, asked):
        secure = server.replace("http:", "https:").replace("127.0.0.1", "localhost")
        assert refusal(secure).endswith(": no HTTPS comes about: the server speaks plain HTTP there, or an old TLS")
    assert asked == []


def test_who_has_a_proxy_is_told_that_it_is_not_asked(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    with pytest.raises(SpecloomError, match="there is no such host") as caught:
        fetch("https://nowhere.invalid/", seconds=20)
    assert (
        caught.value.help
        == "check the address (no proxy is asked), or download it in another way, and name the file instead"
    )


def test_who_meets_a_certificate_of_his_own_is_told_where_to_name_it(monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object, **__: object) -> None:
        error = ssl.SSLCertVerificationError()
        error.verify_message = "self-signed certificate"
        raise error

    monkeypatch.setattr(ssl.SSLContext, "wrap_socket", refuse)
    with (
        serving(give(DOCUMENT)) as (server, _),
        pytest.raises(SpecloomError, match="is not trusted, self-signed certificate") as caught,
    ):
        fetch(server.replace("http:", "https:").replace("127.0.0.1", "localhost"))
    assert "the environment variable SSL_CERT_FILE, or download it" in caught.value.help


def test_a_server_that_nobody_runs_is_said_to_be_none():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert refusal(f"http://127.0.0.1:{port}/").endswith("connection refused")


@pytest.mark.parametrize("slow", ["headers", "body", "silence"])
def test_there_is_an_end_to_waiting_however_the_server_delays(slow: str):
    stop = threading.Event()

    def answer(handler: http.server.BaseHTTPRequestHandler) -> None:
        if slow == "silence":
            stop.wait(20)
            return
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n" + (b"\r\n" if slow == "body" else b"X: "))
        while not stop.wait(0.05):
            try:
                handler.wfile.write(b"x")
            except OSError:
                return

    with serving(answer) as (server, _):
        began = time.monotonic()
        try:
            assert refusal(server, seconds=0.5) == f"{server} is not answered in 0.5 seconds"
        finally:
            stop.set()
        assert time.monotonic() - began < 5
