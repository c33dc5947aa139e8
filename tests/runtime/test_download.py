"""Answers that go to a file: all of it or nothing, and never in memory."""

# ruff: noqa: ANN401 - one face for two clients of unlike types

from __future__ import annotations

import threading
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from runtime.configuration import Configuration
from runtime.errors import ApiError, TransportError
from runtime.features.download import AsyncDownloadClient, DownloadClient
from runtime.features.formats import AsyncFormatsResource, FormatsResource
from runtime.request import Request

from .test_hostile import serving

if TYPE_CHECKING:
    import socket

    from .conftest import Mode

BLOCK = bytes(range(256)) * 256


def downloading(mode: Mode, handler: Any = None, **settings: Any) -> Any:
    """Return a client, and a method of it that gives bytes."""
    client = mode.client(handler, (DownloadClient, AsyncDownloadClient), **settings)
    resource = (AsyncFormatsResource if mode.asynchronous else FormatsResource)(client._session)
    return client, lambda route: resource._bytes(Request("GET", route))


def pieces_of(mode: Mode, download: Any) -> list[bytes]:
    async def read() -> list[bytes]:
        async with download as pieces:
            return [piece async for piece in pieces]

    if mode.asynchronous:
        return mode.run(read())
    with download as pieces:
        return list(pieces)


def test_an_answer_is_saved_and_the_method_still_works(mode: Mode, tmp_path: Path):
    client, method = downloading(mode, lambda _: httpx.Response(200, content=BLOCK))
    path = mode.run(client.download(method, "/file").save(tmp_path / "a.bin"))
    assert path == tmp_path / "a.bin"
    assert [each.name for each in tmp_path.iterdir()] == ["a.bin"]
    assert path.read_bytes() == BLOCK == mode.run(method("/file"))


def test_an_answer_is_read_in_pieces(mode: Mode):
    client, method = downloading(mode, lambda _: httpx.Response(200, content=BLOCK, headers={"x-name": "a"}))
    download = client.download(method, "/file")
    with pytest.raises(RuntimeError, match="nothing was sent yet"):
        _ = download.response
    assert b"".join(pieces_of(mode, download)) == BLOCK
    assert download.response.headers["x-name"] == "a"
    assert download.response.is_closed


def test_a_file_that_is_there_is_an_error_before_anything_is_sent(mode: Mode, tmp_path: Path):
    sent: list[httpx.Request] = []
    client, method = downloading(mode, lambda request: sent.append(request) or httpx.Response(200, content=b"new"))
    path = tmp_path / "a.bin"
    path.write_bytes(b"old")
    with pytest.raises(FileExistsError, match="overwrite=True"):
        mode.run(client.download(method, "/file").save(path))
    assert (path.read_bytes(), sent) == (b"old", [])
    mode.run(client.download(method, "/file").save(path, overwrite=True))
    assert (path.read_bytes(), len(list(tmp_path.iterdir()))) == (b"new", 1)


def test_a_file_that_appears_meanwhile_is_not_replaced(mode: Mode, tmp_path: Path):
    path = tmp_path / "a.bin"

    def handler(_: httpx.Request) -> httpx.Response:
        path.write_bytes(b"other")
        return httpx.Response(200, content=b"new")

    client, method = downloading(mode, handler)
    with pytest.raises(FileExistsError):
        mode.run(client.download(method, "/file").save(path))
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a.bin", b"other")]


def test_a_folder_that_is_not_there_is_an_error_before_anything_is_sent(mode: Mode, tmp_path: Path):
    client, method = downloading(mode, lambda _: pytest.fail("sent"))
    with pytest.raises(FileNotFoundError):
        mode.run(client.download(method, "/file").save(tmp_path / "no" / "a.bin"))


@pytest.mark.parametrize("status", [204, 205, 304])
def test_no_file_comes_of_an_answer_that_has_no_body(mode: Mode, tmp_path: Path, status: int):
    client, _ = downloading(mode, lambda _: httpx.Response(status))
    resource = (AsyncFormatsResource if mode.asynchronous else FormatsResource)(client._session)
    (tmp_path / "kept.bin").write_bytes(b"old")

    def method() -> Any:
        return resource._bytes(Request("GET", "/file", described=[304]))

    assert mode.run(client.download(method).save(tmp_path / "a.bin")) is None
    assert mode.run(client.download(method).save(tmp_path / "kept.bin", overwrite=True)) is None
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("kept.bin", b"old")]


def test_nothing_is_left_of_a_body_that_breaks_off(mode: Mode, tmp_path: Path):
    def breaking(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n" + BLOCK)

    (tmp_path / "kept.bin").write_bytes(b"old")
    with serving(breaking) as address:
        client, method = downloading(mode, base_url=address)
        for name, overwrite in (("a.bin", False), ("kept.bin", True)):
            with pytest.raises(TransportError, match=r"\(GET /file\)"):
                mode.run(client.download(method, "/file").save(tmp_path / name, overwrite=overwrite))
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("kept.bin", b"old")]


def test_a_failure_raises_as_the_call_does_and_leaves_nothing(mode: Mode, tmp_path: Path):
    client, method = downloading(mode, lambda _: httpx.Response(404, json={"message": "no such file"}))
    with pytest.raises(ApiError, match="no such file"):
        mode.run(client.download(method, "/file").save(tmp_path / "a.bin"))
    assert list(tmp_path.iterdir()) == []


def test_what_sends_nothing_cannot_be_downloaded(mode: Mode, tmp_path: Path):
    client, _ = downloading(mode)

    async def nothing() -> bytes:
        return b""

    with pytest.raises(TypeError, match="made no call"):
        mode.run(client.download(nothing if mode.asynchronous else bytes).save(tmp_path / "a.bin"))
    assert list(tmp_path.iterdir()) == []


def test_a_name_as_long_as_a_file_may_have_is_saved(mode: Mode, tmp_path: Path):
    client, method = downloading(mode, lambda _: httpx.Response(200, content=BLOCK))
    path = tmp_path / ("a" * 255)
    mode.run(client.download(method, "/file").save(path))
    assert path.read_bytes() == BLOCK


def test_a_large_answer_is_not_held(mode: Mode, tmp_path: Path):
    blocks = 320

    def large(connection: socket.socket) -> None:
        connection.sendall(f"HTTP/1.1 200 OK\r\nContent-Length: {blocks * len(BLOCK)}\r\n\r\n".encode())
        for _ in range(blocks):
            connection.sendall(BLOCK)

    with serving(large) as address:
        client, method = downloading(mode, base_url=address, max_response_bytes=1000)
        tracemalloc.start()
        path = mode.run(client.download(method, "/file").save(tmp_path / "a.bin"))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert path.stat().st_size == blocks * len(BLOCK)
    assert most < 4_000_000


def test_downloads_side_by_side_get_their_own_answers(tmp_path: Path):
    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=request.url.path.encode())

    configuration = Configuration("https://api.example.com")
    client = DownloadClient(configuration, transport=httpx.MockTransport(handler))
    resource = FormatsResource(client._session)

    def save(number: int) -> None:
        client.download(lambda: resource._bytes(Request("GET", f"/{number}"))).save(tmp_path / str(number))

    threads = [threading.Thread(target=save, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {each.name: each.read_text() for each in tmp_path.iterdir()} == {str(n): f"/{n}" for n in range(20)}
    client.close()
