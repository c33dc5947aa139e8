"""Fetching documents, because a person has asked for them: nothing else reads descriptions from the network.

Whoever names the address, or answers there, may want us to ask machines that only we can reach. So every address that
is asked, that of each redirect too, is resolved first, all that the name stands for has to be public, and the
connection goes to what was looked at: no proxy is asked. Only a loopback address that is named as such is asked, too,
and then nothing else.
"""

from __future__ import annotations

import http.client
import ipaddress
import os
import socket
import ssl
import time
import zlib
from contextlib import closing, suppress
from threading import Timer
from typing import Final
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from specloom import __version__
from specloom.findings import SpecloomError
from specloom.messages import quoted
from specloom.progress import tell_progress
from specloom.record import record
from specloom.regular_file import MAX_BYTES

_SECONDS: Final = 60.0
"""For everything: looking up names, all redirects, the whole answer."""
_MOST_REDIRECTS: Final = 5
_PORTS: Final = {"https": 443, "http": 80}
_NOTHING: Final = {404, 410}
_REDIRECTS: Final = {301, 302, 303, 307, 308}
_BY_HAND: Final = "download it in another way, and name the file instead"
_CHECK: Final = "check the address"
_IN_TARGETS: Final = "%/?:@!$&'()*+,;=~-._"
"""What stands unescaped in a path and query (RFC 3986, 3.3 and 3.4), beside what `quote` never escapes."""
_LOOPBACK: Final = ("localhost", "127.0.0.1", "::1")


@record
class Fetched:
    """A document as a server gave it."""

    url: str
    """The address that was asked for; empty where it came in another way."""
    content: bytes
    base: str = ""
    """The address at which it was in the end, from which its relative references lead on (RFC 3986, 5.1.3)."""


class FetchError(SpecloomError):
    """An address was asked, and no document came."""


class NotThereError(FetchError):
    """A server says that it has nothing at an address."""


def fetch(url: str, *, seconds: float = _SECONDS, limit: int = MAX_BYTES, origin: str = "", doing: str = "") -> Fetched:
    """Return what is at an address.

    It is an address of https, or of http on loopback. `seconds` and the limit of bytes, after unpacking, hold for all
    of it. With an origin, only the server of that may be asked, however often it redirects. People that wait are told
    what is being done; if nothing is given, which server is asked.

    Raises:
        FetchError: It is not answered with a document in time, leads into a private network, or the answer is too
            large; `NotThereError` where there is nothing.
        SpecloomError: The address is of another kind.
    """
    deadline = time.monotonic() + seconds
    start, at = check_address(url), url
    tell_progress(doing or f"fetching from {start.hostname}")
    for _ in range(_MOST_REDIRECTS + 1):
        if origin and _origin(at) != _origin(origin):
            raise FetchError(f"{url} leads to {quoted(at)}, which is not where the description is", _BY_HAND)
        try:
            answer = _ask(at, is_loopback=_is_loopback(start), deadline=deadline, limit=limit)
        except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
            if isinstance(error, TimeoutError) or time.monotonic() >= deadline:
                raise FetchError(f"{url} is not answered in {seconds:g} seconds", "try again later") from None
            reason, advice = _explain(error)
            raise FetchError(f"cannot fetch {at}: {reason}", f"{advice}, or {_BY_HAND}") from None
        if isinstance(answer, bytes):
            return Fetched(url, answer, at)
        with suppress(ValueError):
            answer = urljoin(at, answer)
        at = check_address(answer, redirected_from=start).geturl()
    raise FetchError(f"{url} leads from one address to the next without an end", _BY_HAND)


def check_address(url: str, *, redirected_from: SplitResult | None = None) -> SplitResult:
    """Return an address in its parts.

    Raises:
        SpecloomError: Nothing is fetched from such an address.
    """
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        raise SpecloomError(
            f"{quoted(url)} is no address", "write it as in https://api.example.com/openapi.json"
        ) from None
    what = f"{redirected_from.geturl()} leads to {quoted(url)}, which is" if redirected_from else f"{quoted(url)} is"
    if not parts.hostname or not url.isprintable() or " " in url:
        raise SpecloomError(f"{what} no address of a document", _BY_HAND)
    if parts.username is not None or parts.password is not None:
        raise SpecloomError(
            f"the address {parts.scheme}://…@{parts.hostname} has credentials, and settings are no place for them",
            _BY_HAND,
        )
    is_allowed = parts.scheme == "https" or (parts.scheme == "http" and _is_loopback(parts))
    if not is_allowed:
        raise SpecloomError(f"{what} not https", _BY_HAND)
    if redirected_from and _is_loopback(parts) != _is_loopback(redirected_from):
        raise SpecloomError(f"{what} another network", _BY_HAND)
    return parts


def _origin(url: str) -> tuple[str, str | None, int]:
    """Return scheme, host and port of an address that has been checked (RFC 6454, 4)."""
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port or _PORTS[parts.scheme]


def _is_loopback(parts: SplitResult) -> bool:
    return parts.hostname in _LOOPBACK


def _ask(url: str, *, is_loopback: bool, deadline: float, limit: int) -> bytes | str:
    """Return the document at an address, or the address that the server names instead."""
    parts = urlsplit(url)
    host = str(parts.hostname)
    addresses = _resolve(host, parts.port or _PORTS[parts.scheme], is_loopback=is_loopback)
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    connection = _Connection(host, parts.port, addresses, secure=parts.scheme == "https", timeout=left)
    # The time limit of a socket is for each of its steps, and a server may take as many as it likes.
    watch = Timer(left, connection.interrupt)
    watch.start()
    try:
        target = quote(parts._replace(scheme="", netloc="", fragment="").geturl() or "/", safe=_IN_TARGETS)
        connection.request("GET", target, headers=_HEADERS)
        with closing(connection.getresponse()) as answer:
            if answer.status in _REDIRECTS and (location := answer.headers.get("Location")):
                return str(location)
            if answer.status != http.client.OK:
                reason = http.client.responses.get(answer.status, "")
                said = f"the server answers {answer.status} {reason}".strip()
                if answer.status in _NOTHING:
                    raise NotThereError(f"cannot fetch {url}: {said}", f"{_CHECK}, or {_BY_HAND}")
                raise ValueError(said)
            content = _read(answer, limit)
            if time.monotonic() >= deadline:  # what an interrupt cuts off looks like an end
                raise TimeoutError
            return content
    finally:
        watch.cancel()
        connection.close()


_HEADERS: Final = {
    "Accept": "application/yaml, application/json, */*;q=0.5",
    "Accept-Encoding": "identity",
    "User-Agent": f"specloom/{__version__}",
}


class _Connection(http.client.HTTPConnection):
    """A connection to addresses that have been looked at, whatever their name stands for by now."""

    def __init__(
        self, host: str, port: int | None, addresses: list[tuple[str, int]], *, secure: bool, timeout: float
    ) -> None:
        self.default_port = 443 if secure else 80
        super().__init__(host, port, timeout=timeout)
        self._addresses, self._secure = addresses, secure
        self._connected: socket.socket | None = None
        """Kept, since an answer that ends with the connection takes over `sock`."""

    def connect(self) -> None:
        """Connect to the first address that takes it, and prove whose host it is."""
        *others, last = self._addresses
        for address in others:
            with suppress(OSError):
                self.sock = socket.create_connection(address, self.timeout)
                break
        else:
            self.sock = socket.create_connection(last, self.timeout)
        if self._secure:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)
        self._connected = self.sock

    def interrupt(self) -> None:
        """End whatever is waited for."""
        if self._connected is not None:
            with suppress(OSError):  # it has ended by itself
                self._connected.shutdown(socket.SHUT_RDWR)


def _resolve(host: str, port: int, *, is_loopback: bool) -> list[tuple[str, int]]:
    """Return the addresses that may be connected to.

    Raises:
        ValueError: One of those that the host's name stands for is not public.
    """
    found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    for each in found:
        address = _embedded(ipaddress.ip_address(each.partition("%")[0]))
        if is_loopback != address.is_loopback or not (is_loopback or (address.is_global and not address.is_multicast)):
            raise ValueError(f"{host} {'is' if host == each else f'is {each}, which is'} no public address")
    return [(each, port) for each in dict.fromkeys(found)]


def _embedded(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """Return the IPv4 address that one of IPv6 stands for, where it stands for one."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour or address


_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")


def _read(answer: http.client.HTTPResponse, limit: int) -> bytes:
    content, is_whole = answer.read(limit + 1), not answer.length
    if is_whole and answer.headers.get("Content-Encoding", "") in {"gzip", "x-gzip"}:
        stream = zlib.decompressobj(wbits=31)
        content, is_whole = stream.decompress(content, limit + 1), stream.eof
    if len(content) > limit:
        raise ValueError(f"it is larger than {limit // 1024**2} MiB")
    if not is_whole:
        raise http.client.IncompleteRead(content)
    return content


def _explain(error: Exception) -> tuple[str, str]:
    """Return why nothing was fetched, and what to do about it."""
    match error:
        case ssl.SSLCertVerificationError():
            trust = "name a file with the certificate of its issuer in the environment variable SSL_CERT_FILE"
            return f"its certificate is not trusted, {error.verify_message}", trust
        case ssl.SSLError():
            return "no HTTPS comes about: the server speaks plain HTTP there, or an old TLS", _CHECK
        case socket.gaierror():
            reason = "there is no such host"
        case OSError(strerror=str(said)):
            reason = said.lower()
        case http.client.HTTPException():
            return "the answer is not HTTP, or is cut short", _CHECK
        case zlib.error():
            return "the answer is not packed by gzip, as its Content-Encoding says", _CHECK
        case _:
            return str(error) or type(error).__name__, _CHECK
    is_proxied = not {"https_proxy", "all_proxy"}.isdisjoint(name.lower() for name in os.environ)
    return reason, f"{_CHECK} (no proxy is asked)" if is_proxied else _CHECK
