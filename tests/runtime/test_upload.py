"""Files that go to a presigned URL: where they may go, and that they are never held in memory as a whole."""

import asyncio
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from runtime.client import AsyncClient, Client
from runtime.configuration import Configuration
from runtime.features.keys import HeaderKey
from runtime.features.upload import OutgoingFile, Target, part_of, put, put_async
from runtime.features.upload_error import UploadError

BASE = "https://api.example.com/v2"
SIZE = 3_000_000
URL = "https://storage.example/a%2Fb/crack.jpg?sig=a%2Bb%3D&x=%C3%A4"


class Recorder(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Notes what is sent, and in which pieces."""

    def __init__(self) -> None:
        self.requests: list[httpx.Request] = []
        self.pieces: list[int] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        self.pieces += [len(piece) for piece in request.stream]  # type: ignore[union-attr]
        return httpx.Response(200)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        self.pieces += [len(piece) async for piece in request.stream]  # type: ignore[union-attr]
        return httpx.Response(200)


def send(
    recorder: Recorder, file: OutgoingFile, answer: object, target: Target, *, asynchronous: bool, base: str = BASE
) -> None:
    settings: dict[str, Any] = {"credentials": {"key": HeaderKey("X-Key", "topsecret")}, "security": [["key"]]}
    configuration = Configuration(base, headers={"X-Own": "private", "User-Agent": "us"}, **settings)
    if not asynchronous:
        with Client(configuration, transport=recorder) as client:
            put(client._session, file, answer, target)
        return

    async def send_later() -> None:
        async with AsyncClient(configuration, transport=recorder) as client:
            await put_async(client._session, file, answer, target)

    asyncio.run(send_later())


@pytest.mark.parametrize("asynchronous", [False, True])
def test_a_large_file_goes_in_small_pieces(tmp_path: Path, asynchronous: bool):
    path = tmp_path / "film.mp4"
    path.write_bytes(b"x" * SIZE)
    recorder = Recorder()
    send(recorder, OutgoingFile(path), SimpleNamespace(url=URL), Target("url"), asynchronous=asynchronous)
    assert sum(recorder.pieces) == SIZE
    assert max(recorder.pieces) <= 65_536
    (request,) = recorder.requests
    assert (request.method, str(request.url), request.headers["content-length"]) == ("PUT", URL, str(SIZE))
    assert request.headers["content-type"] == "video/mp4"
    assert "transfer-encoding" not in request.headers


@pytest.mark.parametrize("asynchronous", [False, True])
def test_credentials_stay_at_home_even_on_the_own_origin(asynchronous: bool):
    recorder = Recorder()
    answer = SimpleNamespace(put=SimpleNamespace(url=f"{BASE}/upload/1", method="post", headers={"X-Meta": "a"}))
    target = Target("put.url", "put.method", "put.headers")
    send(recorder, OutgoingFile(b"abc"), answer, target, asynchronous=asynchronous)
    (request,) = recorder.requests
    assert (request.method, str(request.url)) == ("POST", f"{BASE}/upload/1")
    assert {*request.headers} == {"host", "accept-encoding", "content-type", "content-length", "x-meta"}


@pytest.mark.parametrize(
    "url",
    [
        "http://storage.example/a",
        f"http{BASE.removeprefix('https')}/a",
        "/a",
        "//storage.example/a",
        "https://a..b/",
        "https://xn--/",
        None,
        1,
    ],
)
def test_only_encrypted_addresses_for_an_encrypted_api(url: object):
    recorder = Recorder()
    with pytest.raises(UploadError, match="an absolute https URL"):
        send(recorder, OutgoingFile(b"abc"), SimpleNamespace(url=url), Target("url"), asynchronous=False)
    assert recorder.requests == []


@pytest.mark.parametrize("host", ["münchen.example", "storage.example."])
def test_a_storage_may_have_any_name_that_there_is(host: str):
    recorder = Recorder()
    send(recorder, OutgoingFile(b""), SimpleNamespace(url=f"https://{host}/a"), Target("url"), asynchronous=False)
    assert [request.url for request in recorder.requests] == [f"https://{host}/a"]


def test_an_api_without_encryption_may_have_such_a_storage():
    recorder = Recorder()
    answer = SimpleNamespace(url="http://127.0.0.1:9/a")
    send(recorder, OutgoingFile(b""), answer, Target("url"), asynchronous=False, base="http://127.0.0.1:8")
    assert [str(request.url) for request in recorder.requests] == ["http://127.0.0.1:9/a"]


def test_the_answer_itself_can_be_the_address():
    recorder = Recorder()
    send(recorder, OutgoingFile(b"abc"), URL, Target(""), asynchronous=False)
    assert [str(request.url) for request in recorder.requests] == [URL]


@pytest.mark.parametrize("method", ["PUT /", "P\r\nT", "\u00fc"])
def test_a_method_that_is_none_is_refused(method: str):
    answer = SimpleNamespace(url=URL, method=method)
    with pytest.raises(UploadError):
        send(Recorder(), OutgoingFile(b"abc"), answer, Target("url", "method"), asynchronous=False)


@pytest.mark.parametrize(
    ("name", "given", "content_type"),
    [
        ("a.jpg", None, "image/jpeg"),
        ("a.pdf", None, "application/pdf"),
        ("a.unheard", None, "application/octet-stream"),
        ("a", None, "application/octet-stream"),
        ("a.jpg", "image/heic", "image/heic"),
    ],
)
def test_the_media_type_is_that_of_the_name(name: str, given: str | None, content_type: str):
    assert OutgoingFile(b"", name, given).content_type == content_type


def test_the_name_is_that_of_the_file_without_its_folder(tmp_path: Path):
    path = tmp_path / "crack.jpg"
    path.touch()
    assert OutgoingFile(path).filename == "crack.jpg"
    with path.open("rb") as file:
        assert OutgoingFile(file).filename == "crack.jpg"
        assert OutgoingFile(file, "other.jpg").filename == "other.jpg"


def test_a_missing_key_is_told():
    assert part_of(SimpleNamespace(a=SimpleNamespace(key="x")), "a.key") == "x"
    with pytest.raises(UploadError, match=r"the file was uploaded, but .* lacks 'a.key'"):
        part_of(SimpleNamespace(a=None), "a.key")
