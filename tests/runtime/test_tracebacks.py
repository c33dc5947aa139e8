"""Tracebacks with variables, as error trackers and test runners print them, have no credential in any frame."""

# ruff: noqa: ANN401, S105, S106 - variables of any kind; what looks like secrets are the test's own

from __future__ import annotations

import asyncio
import signal
import socket
import threading
import time
import traceback
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import anyio
import httpx
import pytest
from runtime.client import AsyncClient, Client
from runtime.configuration import Configuration
from runtime.errors import CallError
from runtime.features.basic import Basic
from runtime.features.bearer import Bearer
from runtime.features.forms import write_form
from runtime.features.keys import CookieKey, HeaderKey, QueryKey
from runtime.features.tokens import ClientCredentials
from runtime.features.upload import OutgoingFile, Target, put, put_async
from runtime.features.upload_error import UploadError
from runtime.request import Request

from .conftest import BASE, Mode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from runtime.credentials import Credential

# Cancelled while it connects, the HTTP library's backend leaves its socket to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")

SECRET = "s3cr3tk3y"
BASIC = "dXNlcjpzM2NyM3RrM3k="
CREDENTIALS: dict[str, Callable[[], Credential]] = {
    "query": lambda: QueryKey("api_key", SECRET),
    "header": lambda: HeaderKey("X-Key", SECRET),
    "cookie": lambda: CookieKey("sid", SECRET),
    "bearer": lambda: Bearer(SECRET),
    "function": lambda: Bearer(lambda: SECRET),
    "basic": lambda: Basic("user", SECRET),
    "token in the body": lambda: ClientCredentials("id", SECRET, token_url="/token", write=write_form, sent_in="body"),
    "token in the header": lambda: ClientCredentials("id", SECRET, token_url="/token", write=write_form),
    "token as JSON": lambda: ClientCredentials("id", SECRET, token_url="/token", write=Request.json, sent_in="body"),
}


def chain(error: BaseException) -> Iterator[BaseException]:
    """Yield the exception and all that it came from."""
    waiting, seen = [error], set[int]()
    while waiting:
        each = waiting.pop()
        if id(each) not in seen:
            seen.add(id(each))
            yield each
            waiting += filter(None, [each.__cause__, each.__context__])


def shown(error: BaseException) -> str:
    """Return all that printers show: each frame's variables, what containers and objects among them hold, and so on."""
    found: list[str] = []
    for each in chain(error):
        found += [str(each), repr(each), repr(each.args), repr(vars(each))]
        for frame, _ in traceback.walk_tb(each.__traceback__):
            if frame.f_code.co_filename == __file__:
                continue
            for value in frame.f_locals.values():
                found.append(repr(value))
                if isinstance(value, dict):
                    found += map(repr, value.items())
                elif isinstance(value, list | tuple | set):
                    found += map(repr, value)
    return "\n".join(found)


def check(error: BaseException) -> None:
    for text in (SECRET, BASIC):
        places = [line[:300] for line in shown(error).splitlines() if text in line]
        assert places == []
    # What the standard library prints has the frames of this file too, which have no secret in a variable.
    lines = traceback.TracebackException.from_exception(error, capture_locals=True).format()
    assert SECRET not in "".join(lines)


def settings(name: str, **more: Any) -> dict[str, Any]:
    return {"credentials": {"key": CREDENTIALS[name]()}, "security": [["key"]], **more}


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener


@pytest.fixture
def silent(listener: socket.socket) -> str:
    """A server that takes a request and says nothing."""
    return f"http://127.0.0.1:{listener.getsockname()[1]}"


class Raising(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Raises what it is told, from frames that hold the request."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url, headers = str(request.url), request.headers.raw
        try:
            raise OSError("inner")  # noqa: TRY301 - a frame of its own would not hold the request
        except OSError as inner:
            if url and headers:
                raise self.error from inner
            raise

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(0)
        return self.handle_request(request)


RAISED: list[Callable[[], BaseException]] = [
    KeyboardInterrupt, SystemExit, MemoryError, RuntimeError, ValueError, lambda: ExceptionGroup("g", [KeyError(1)]),
    lambda: httpx.ConnectError("refused"), lambda: httpx.ReadTimeout("late"), lambda: httpx.ReadError("broke"),
    lambda: httpx.LocalProtocolError("bad"), lambda: httpx.UnsupportedProtocol("what"), lambda: httpx.InvalidURL("no"),
]  # fmt: skip


def caught(call: Callable[[], object]) -> BaseException:
    """Return what a call raises. Also what ends the program."""
    try:
        call()
    except BaseException as error:  # noqa: BLE001 - any is wanted
        return error
    raise AssertionError


@pytest.mark.parametrize("name", CREDENTIALS)
@pytest.mark.parametrize("make", RAISED)
def test_what_a_transport_raises(name: str, make: Callable[[], BaseException]):
    raised = make()
    with Client(Configuration(BASE, max_retries=0, **settings(name)), transport=Raising(raised)) as client:
        error = caught(lambda: client.request("GET", "/a"))
    check(error)
    assert error is raised or isinstance(error, CallError)
    if isinstance(raised, RuntimeError):
        assert any("raised at " in note and "test_tracebacks.py" in note for note in error.__notes__)
    again = make()

    async def call() -> BaseException:
        async with AsyncClient(
            Configuration(BASE, max_retries=0, **settings(name)), transport=Raising(again)
        ) as client:
            try:
                await client.request("GET", "/a")
            except BaseException as error:  # noqa: BLE001 - any is wanted
                return error
        raise AssertionError

    check(asyncio.run(call()))


@pytest.mark.parametrize("name", CREDENTIALS)
def test_an_interrupt_during_a_call(name: str, listener: socket.socket, silent: str):
    def interrupt() -> None:
        with listener.accept()[0] as connection:
            connection.recv(65_536)
            time.sleep(0.02)
            signal.pthread_kill(main, signal.SIGINT)
            finished.wait(5)

    main, finished = threading.get_ident(), threading.Event()
    with Client(Configuration(silent, **settings(name))) as client:
        threading.Thread(target=interrupt).start()
        error = caught(lambda: client.request("GET", "/a"))
    finished.set()
    assert isinstance(error, KeyboardInterrupt)
    check(error)


@pytest.mark.parametrize("name", CREDENTIALS)
@pytest.mark.parametrize("how", ["timeout", "cancel", "trio-like scope"])
def test_a_cancelled_call(name: str, how: str, silent: str):
    async def call() -> BaseException:
        async with AsyncClient(Configuration(silent, **settings(name))) as client:
            try:
                if how == "timeout":
                    async with asyncio.timeout(0.05):
                        await client.request("GET", "/a")
                elif how == "cancel":
                    task = asyncio.create_task(client.request("GET", "/a"))
                    await asyncio.sleep(0.05)
                    task.cancel()
                    await task
                else:
                    with anyio.fail_after(0.05):
                        await client.request("GET", "/a")
            except BaseException as error:  # noqa: BLE001 - any is wanted
                return error
        raise AssertionError

    error = asyncio.run(call())
    assert isinstance(error, TimeoutError | asyncio.CancelledError)
    check(error)


@pytest.mark.parametrize("name", CREDENTIALS)
@pytest.mark.parametrize("base", ["http://127.0.0.1:1", "https://{silent}", "http://no-such-host.invalid", "{silent}"])
def test_connections_that_fail(mode: Mode, name: str, base: str, silent: str):
    host = silent.removeprefix("http://")
    url = base.format(silent=silent if base == "{silent}" else host)
    client = mode.client(None, base_url=url, timeout=0.1, **settings(name))
    with pytest.raises(CallError) as raised:
        mode.run(client.request("GET", "/a"))
    check(raised.value)


@pytest.mark.parametrize("name", CREDENTIALS)
def test_what_a_function_for_mismatches_raises(mode: Mode, name: str):
    def handle(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/token"):
            return httpx.Response(200, json={"access_token": SECRET})
        return httpx.Response(200, json="no number")

    def refuse(mismatch: object) -> None:
        raise RuntimeError(str(mismatch))

    resource = mode.resource(handle, on_mismatch=refuse, **settings(name))
    with pytest.raises(RuntimeError) as raised:
        mode.run(resource._json(Request("GET", "/a"), int))
    check(raised.value)


@pytest.mark.parametrize("name", CREDENTIALS)
@pytest.mark.parametrize(
    "answer",
    [httpx.Response(400, json={"error": "no"}), httpx.Response(302, headers={"Location": "/b"}), httpx.Response(200)],
)
def test_answers_that_are_of_no_use(mode: Mode, name: str, answer: httpx.Response):
    resource = mode.resource(lambda _: answer, on_mismatch="raise", **settings(name))
    with pytest.raises(CallError) as raised:
        mode.run(resource._json(Request("GET", "/a"), int))
    check(raised.value)


@pytest.mark.parametrize("name", ["query", "header", "cookie", "bearer", "basic"])
def test_a_body_that_breaks(mode: Mode, name: str):
    class Broken(httpx.SyncByteStream, httpx.AsyncByteStream):
        def __init__(self, request: httpx.Request) -> None:
            self.request = request

        def __iter__(self) -> Iterator[bytes]:
            url, headers = str(self.request.url), self.request.headers.raw
            yield b"x"
            raise RuntimeError("broken" if url and headers else "")

        async def __aiter__(self) -> Any:
            for piece in self:
                yield piece

    resource = mode.resource(lambda request: httpx.Response(200, stream=Broken(request)), **settings(name))
    with pytest.raises(RuntimeError, match="broken") as raised:
        mode.run(resource._bytes(Request("GET", "/a")))
    check(raised.value)


def test_a_function_that_fails_to_give_a_token(mode: Mode):
    def token() -> str:
        raise LookupError("no token")

    credentials = {"one": HeaderKey("X-Key", SECRET), "two": QueryKey("k", SECRET), "three": Bearer(token)}
    client = mode.client(lambda _: httpx.Response(200), credentials=credentials, security=[["one", "two", "three"]])
    with pytest.raises(LookupError, match="no token") as raised:
        mode.run(client.request("GET", "/a"))
    check(raised.value)
    assert "test_tracebacks.py" in raised.value.__notes__[0]


@pytest.mark.parametrize("url", ["ftp://x/{}", "https://user@x/{}", "x{}", "https://storage.example/{}"])
def test_presigned_addresses(mode: Mode, url: str):
    client = mode.client(lambda _: httpx.Response(403, text=SECRET))
    put_, file, target = put_async if mode.asynchronous else put, OutgoingFile(b"x", "a.txt"), Target("url", "", "sent")
    with pytest.raises(UploadError) as raised:
        mode.run(put_(client._session, file, SimpleNamespace(url=url.format(SECRET), sent={"X-Sig": SECRET}), target))
    check(raised.value)


@pytest.mark.parametrize("url", ["ftp://x/{}", "https://storage.example/{}"])
def test_answers_with_presigned_addresses(mode: Mode, url: str):
    client = mode.client(lambda _: httpx.Response(403))
    put_ = put_async if mode.asynchronous else put
    file = OutgoingFile(b"x", "a.txt")
    with pytest.raises(UploadError) as raised:
        mode.run(put_(client._session, file, SimpleNamespace(url=url.format(SECRET)), Target("url")))
    check(raised.value)


def test_the_exception_that_was_handled_before_keeps_its_frames():
    def handle() -> None:
        try:
            _ = dict[str, str]()["first"]
        except KeyError:
            client.request("GET", "/a")

    with Client(Configuration(BASE, **settings("query")), transport=Raising(KeyboardInterrupt())) as client:
        error = caught(handle)
    handled = [each for each in chain(error) if isinstance(each, KeyError)]
    assert [each.__traceback__ is not None for each in handled] == [True]


def test_settings_are_not_shown():
    assert SECRET not in repr(Configuration(BASE, headers={"Authorization": SECRET}, **settings("query")))
