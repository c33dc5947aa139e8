"""HTTP Digest authentication: a user name and a password that are proved without being sent (RFC 7616)."""

from __future__ import annotations

from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING, Protocol

import httpx

from ..credentials import Credential, check_text
from ..errors import ConfigurationError, TransportError
from ..exchange import attempts

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable

    from ..configuration import Configuration
    from ..request import Request
    from ..steps import Send, Steps

_UNAUTHORIZED = 401


class _SendOn(Protocol):
    def __call__(self, send: Send, request: Request, configuration: Configuration) -> Steps: ...


class Digest(Credential):
    """A user name and a password. The server says first what is to be proved; then each request proves it."""

    def __init__(self, username: str, password: str) -> None:
        check_text("user name of HTTP Digest authentication", username)
        if not {'"', "\\"}.isdisjoint(username):  # the HTTP library writes it between quotes as it is
            raise ConfigurationError("the user name of HTTP Digest authentication may have no quotes or backslashes")
        self._username, self._password = username, password
        self._auth = httpx.DigestAuth(username, password)
        self._lock = Lock()

    def pair(self) -> tuple[str, str]:
        """Return the name of the header field; its value is another for each request: see `with_digest`."""
        return "Authorization", "Digest"

    @property
    def secrets(self) -> tuple[str, ...]:
        """What nobody may see."""
        return (self._password,)

    @property
    def owner(self) -> tuple[str, ...]:
        """What tells whose credential it is."""
        return self._username, self._password

    def prove(self, method: str, url: str, others: Iterable[Credential | None]) -> _Proof:
        """Begin to prove a request, as far as the server has said before how to.

        API keys in its address (`others`) are proved as well.
        """
        request = httpx.Request(method, url)
        for key in others:
            if key is not None and key.parameter is not None:
                key.sign(request)
        return _Proof(self._auth.auth_flow(request), self._lock)


class _Proof:
    """What proves one request."""

    def __init__(self, flow: Generator[httpx.Request, httpx.Response], lock: Lock) -> None:
        self._flow, self._lock = flow, lock
        with lock:
            self._signed = next(flow)

    @property
    def fields(self) -> dict[str, tuple[str, str]]:
        """The header field to send, where it is known what to prove."""
        value = self._signed.headers.get("Authorization")
        return {"authorization": ("Authorization", value)} if value else {}

    def answers(self, response: httpx.Response) -> bool:
        """Tell whether a refusal says what to prove, and prove it."""
        try:
            with self._lock:
                self._signed = self._flow.send(response)
        except (StopIteration, KeyError, ValueError, NotImplementedError, httpx.ProtocolError):
            return False  # it says nothing of the kind, or wants what no one can give
        return True


def with_digest(send: Send, request: Request, configuration: Configuration, *, send_on: _SendOn = attempts) -> Steps:
    """Send, and once more with the proof that the server asks for."""
    keys = {name: configuration.credentials[name] for name in send.credentials}
    digest = next((key for key in keys.values() if isinstance(key, Digest)), None)
    others = {name: key for name, key in keys.items() if not isinstance(key, Digest)}
    send = replace(send, credentials=tuple(others))
    if digest is None or not configuration.owns(send.url):
        return (yield from send_on(send, request, configuration))
    proof = digest.prove(send.method, send.url, others.values())
    outcome: httpx.Response | TransportError
    for is_last in (False, True):
        signed = replace(send, headers={**send.headers, **proof.fields})
        outcome = yield from send_on(signed, request, configuration)
        if isinstance(outcome, TransportError):
            break
        outcome.request.headers.pop("Authorization", None)  # lest errors and callers have it
        if is_last or outcome.status_code != _UNAUTHORIZED or not request.repeatable or not proof.answers(outcome):
            break
    return outcome
