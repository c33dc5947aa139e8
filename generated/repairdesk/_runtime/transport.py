"""The HTTP library: the only module that imports it. Two drivers do what an exchange says, blocking and not.

Credentials are added to a copy of the request, after the HTTP library's client has logged and kept the original. Its
exceptions are replaced by those of `errors.py`, which hold no request.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, cast
from urllib.parse import quote
from urllib.request import getproxies, proxy_bypass

import httpx

from .errors import ApiError, ConnectError, TimedOutError, TransportError
from .exchange import Exchange, Renew, Send

if TYPE_CHECKING:
    import anyio

    from .credentials import Credential

__all__ = ["AsyncConnection", "Connection", "reading"]

_NAMES = "specloom.credentials"
"""Request extension: names of the credentials to add."""
_Keys = Mapping[str, "Credential | None"]


class Connection:
    """A pool of connections to one origin. `transport` is what really sends; by default one that honours proxies."""

    def __init__(self, base_url: str, keys: _Keys, transport: httpx.BaseTransport | None) -> None:
        inner = transport or httpx.HTTPTransport(proxy=_proxy(base_url))
        self._client = httpx.Client(transport=_Transport(inner, _Keyring(base_url, keys)))
        self._renewing = Lock()

    def run(self, exchange: Exchange) -> httpx.Response:
        """Do what `exchange` says until it returns."""
        step, outcome = next(exchange), None
        try:
            while True:
                if isinstance(step, Send):
                    outcome = self._send(step)
                else:
                    outcome = None
                    self._renew(step) if isinstance(step, Renew) else time.sleep(step.seconds)
                step = exchange.send(outcome)
        except StopIteration as done:
            return cast("httpx.Response", done.value)

    def _send(self, send: Send) -> httpx.Response | TransportError:
        try:
            response = self._client.send(_build(send, self._client), auth=None, stream=send.stream)
            if send.stream and not response.is_success:
                try:
                    response.read()
                finally:
                    response.close()
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            # Returned, not raised: the HTTP library's exception, which has seen the credentials, ends here.
            return _translate(error)
        return response

    def _renew(self, renew: Renew) -> None:
        with self._renewing:
            if renew.is_needed:
                with _secretive():
                    renew.credential.accept(self.run(renew.exchange()))

    def close(self) -> None:
        """Close all connections."""
        self._client.close()


class AsyncConnection:
    """The same for asyncio and trio."""

    def __init__(self, base_url: str, keys: _Keys, transport: httpx.AsyncBaseTransport | None) -> None:
        inner = transport or httpx.AsyncHTTPTransport(proxy=_proxy(base_url))
        self._client = httpx.AsyncClient(transport=_AsyncTransport(inner, _Keyring(base_url, keys)))
        self._renewing: anyio.Lock | None = None

    async def run(self, exchange: Exchange) -> httpx.Response:
        """Do what `exchange` says until it returns."""
        step, outcome = next(exchange), None
        try:
            while True:
                if isinstance(step, Send):
                    outcome = await self._send(step)
                else:
                    outcome = None
                    await (self._renew(step) if isinstance(step, Renew) else _sleep(step.seconds))
                step = exchange.send(outcome)
        except StopIteration as done:
            return cast("httpx.Response", done.value)

    async def _send(self, send: Send) -> httpx.Response | TransportError:
        try:
            response = await self._client.send(_build(send, self._client), auth=None, stream=send.stream)
            if send.stream and not response.is_success:
                try:
                    await response.aread()
                finally:
                    await response.aclose()
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return _translate(error)
        return response

    async def _renew(self, renew: Renew) -> None:
        import anyio

        self._renewing = self._renewing or anyio.Lock()
        async with self._renewing:
            if renew.is_needed:
                with _secretive():
                    renew.credential.accept(await self.run(renew.exchange()))

    async def aclose(self) -> None:
        """Close all connections."""
        await self._client.aclose()


async def _sleep(seconds: float) -> None:
    import anyio

    await anyio.sleep(seconds)


class _Keyring:
    """Adds credentials to requests that go to one origin, and to no others."""

    def __init__(self, base_url: str, keys: _Keys) -> None:
        self._origin = _origin(httpx.URL(base_url))
        self._keys = keys

    def add(self, request: httpx.Request) -> httpx.Request:
        keys = [key for name in request.extensions.get(_NAMES, ()) if (key := self._keys.get(name))]
        if not keys or _origin(request.url) != self._origin:
            return request
        url, headers = request.url, httpx.Headers(request.headers)
        for key in keys:
            name, value = key.pair()
            match key.place:
                case "header":
                    headers[name] = value
                case "query":
                    pair = f"{quote(name, safe='')}={quote(value, safe='')}".encode()
                    url = url.copy_with(query=b"&".join(filter(None, [url.query, pair])))
                case "cookie":
                    headers["Cookie"] = "; ".join(filter(None, [headers.get("Cookie"), f"{name}={value}"]))
        return httpx.Request(request.method, url, headers=headers, stream=request.stream, extensions=request.extensions)


class _Transport(httpx.BaseTransport):
    def __init__(self, inner: httpx.BaseTransport, keyring: _Keyring) -> None:
        self._inner, self._keyring = inner, keyring

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return self._inner.handle_request(self._keyring.add(request))

    def close(self) -> None:
        self._inner.close()


class _AsyncTransport(httpx.AsyncBaseTransport):
    def __init__(self, inner: httpx.AsyncBaseTransport, keyring: _Keyring) -> None:
        self._inner, self._keyring = inner, keyring

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return await self._inner.handle_async_request(self._keyring.add(request))

    async def aclose(self) -> None:
        await self._inner.aclose()


@contextmanager
def _secretive() -> Generator[None]:
    """Take the request, which holds a secret, out of what a refused request for a token raises."""
    try:
        yield
    except ApiError as error:
        request = error.response.request
        error.response.request = httpx.Request(request.method, request.url)
        raise


@contextmanager
def reading() -> Generator[None]:
    """Turn what the HTTP library raises while a body is read into our errors."""
    try:
        yield
    except httpx.HTTPError as error:
        raise _translate(error) from None


def _build(send: Send, client: httpx.Client | httpx.AsyncClient) -> httpx.Request:
    encodings = client.headers["accept-encoding"]
    fields: Iterable[tuple[str, str]] = {"accept-encoding": ("Accept-Encoding", encodings), **send.headers}.values()
    return httpx.Request(
        send.method,
        send.url,
        headers=[(name.encode("ascii"), value.encode("latin-1")) for name, value in fields],
        content=send.content,
        files=send.parts or None,
        extensions={"timeout": send.timeout, _NAMES: send.credentials},
    )


def _translate(error: Exception) -> TransportError:
    """Say in own words what failed: some of the HTTP library's messages quote header values."""
    match error:
        case httpx.ConnectTimeout() | httpx.PoolTimeout():
            return TimedOutError("no connection within the timeout", sent=False)
        case httpx.TimeoutException():
            return TimedOutError("no answer within the timeout")
        case httpx.ConnectError() | httpx.ProxyError():
            return ConnectError(f"no connection: {error}", sent=False)
        case httpx.DecodingError():
            return TransportError("the answer's body cannot be decompressed")
        case httpx.NetworkError() | httpx.RemoteProtocolError():
            return TransportError("the connection broke before the answer was complete")
        case _:
            return TransportError(f"the request cannot be sent ({type(error).__name__})", sent=False)


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port


def _proxy(base_url: str) -> str | None:
    """Return the proxy that the environment sets for this URL; the HTTP library ignores it when given a transport."""
    url, proxies = httpx.URL(base_url), getproxies()
    proxy = proxies.get(url.scheme) or proxies.get("all")
    if not proxy or proxy_bypass(url.netloc.decode("ascii")):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"
