"""One call, free of I/O: a generator that says what to send and how long to wait, and is told what came of it."""

from __future__ import annotations

import logging
from collections.abc import Generator
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TYPE_CHECKING, TypeAlias

from .errors import TransportError
from .failure import failure, hidden_failure
from .retry import retry_delay
from .tokens import ClientCredentials

if TYPE_CHECKING:
    import httpx

    from .configuration import Configuration
    from .request import Content, Part, Request

__all__ = ["Exchange", "Renew", "Send", "Wait", "exchange"]

_log = logging.getLogger(__name__)

_MAX_REDIRECTS = 5
_TOO_MANY = 429
_UNAUTHORIZED = 401
_REDIRECTS = {301, 302, 303, 307, 308}
_LONGEST_CONNECT = 5.0


@dataclass(frozen=True, slots=True)
class Send:
    """Send this request, and come back with the response or a TransportError. Tracebacks show it without secrets."""

    method: str
    url: str = field(repr=False)
    headers: dict[str, tuple[str, str]] = field(repr=False)
    content: Content | None = field(repr=False)
    parts: list[Part] = field(repr=False)
    credentials: tuple[str, ...]
    """Names of what the transport adds."""
    timeout: dict[str, float | None]
    """By phase, in seconds: connect, read, write, pool."""
    stream: bool
    """Leave the body of a success unread."""
    secret: bool = False
    """Keep the URL out of logs and exceptions."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Wait so many seconds, and come back with None."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Renew:
    """Fetch a token by another exchange, one at a time, unless it has been done already; come back with None."""

    credential: ClientCredentials
    configuration: Configuration

    @property
    def is_needed(self) -> bool:
        """Whether nobody else has renewed it while this one waited."""
        return not self.credential.is_fresh

    def exchange(self) -> Exchange:
        """Return the exchange that fetches a token."""
        return exchange(self.credential.request(self.configuration.base_url), self.configuration)


Exchange: TypeAlias = "Generator[Send | Wait | Renew, httpx.Response | TransportError | None, httpx.Response]"
Steps: TypeAlias = (
    "Generator[Send | Wait | Renew, httpx.Response | TransportError | None, httpx.Response | TransportError]"
)
"""A part of an exchange, which returns what came of it."""


def exchange(request: Request, configuration: Configuration, *, stream: bool = False) -> Exchange:
    """Send `request` until it succeeds or fails for good; return the successful response.

    Redirects of GET and HEAD within the origin are followed, five at most; no other is.

    Raises:
        ApiError: The status is no success.
        TransportError: There was no answer.
        ConfigurationError: A credential is missing.
        ValueError: A parameter's value would lead to another route.
    """
    send = _prepare(request, configuration, stream=stream)
    for hops_left in range(_MAX_REDIRECTS, -1, -1):
        outcome = yield from _authorized(send, request, configuration)
        if isinstance(outcome, TransportError):
            raise outcome
        if outcome.is_success:
            if not stream and (error := hidden_failure(outcome, request.route, configuration)) is not None:
                raise error
            return outcome
        url = _redirect(send, outcome, configuration) if hops_left else None
        if url is None:
            raise failure(outcome, request.route, configuration)
        send = replace(send, url=url)
    raise AssertionError  # the last round returns or raises


def _authorized(send: Send, request: Request, configuration: Configuration) -> Steps:
    """Send with tokens that are good; renew them once if the server thinks otherwise."""
    keys = [configuration.credentials[name] for name in send.credentials]
    tokens = [key for key in keys if isinstance(key, ClientCredentials)]
    for is_last in (False, True):
        for token in tokens:
            if not token.is_fresh:
                yield Renew(token, configuration)
        used = [token.renewals for token in tokens]
        outcome = yield from _attempts(send, request, configuration)
        if is_last or isinstance(outcome, TransportError) or outcome.status_code != _UNAUTHORIZED:
            break
        for token, renewals in zip(tokens, used, strict=True):
            token.reject(renewals)
        if not tokens or not request.repeatable:
            break
    return outcome


def _attempts(send: Send, request: Request, configuration: Configuration) -> Steps:
    """Send until there is an outcome that sending again would not better."""
    for retries in count():
        if configuration.pace is not None and (turn := configuration.pace.reserve()) > 0:
            yield Wait(turn)
        outcome = yield send
        assert outcome is not None  # noqa: S101 - the answer to `Send` is never None
        if isinstance(outcome, TransportError):
            outcome.route = request.route
        _log.debug("%s: %s", request.route, getattr(outcome, "status_code", type(outcome).__name__))
        delay = _delay(outcome, request, retries, configuration)
        if delay is None:
            return outcome
        yield Wait(delay)
    raise AssertionError  # counting does not end


def _delay(
    outcome: httpx.Response | TransportError, request: Request, retries: int, configuration: Configuration
) -> float | None:
    """Return how long to wait before sending again; None: not again. Who is told to slow down slows the others too."""
    if not request.repeatable or retries >= configuration.max_retries:
        return None
    delay = retry_delay(outcome, retries, idempotent=request.idempotent)
    too_many = not isinstance(outcome, TransportError) and outcome.status_code == _TOO_MANY
    if delay is not None and too_many and configuration.pace is not None:
        configuration.pace.hold(delay)
    return delay


def _prepare(request: Request, configuration: Configuration, *, stream: bool) -> Send:
    request.seal()
    return Send(
        request.method,
        request.location or configuration.base_url + request.target(),
        {**configuration.fields, **request.headers},
        request.body,
        request.parts,
        configuration.select(request.security),
        _timeouts(configuration.timeout),
        stream,
        request.secret,
    )


def _timeouts(timeout: float | httpx.Timeout | None) -> dict[str, float | None]:
    if timeout is None or isinstance(timeout, int | float):
        connect = None if timeout is None else min(timeout, _LONGEST_CONNECT)
        return {"connect": connect, "read": timeout, "write": timeout, "pool": timeout}
    return timeout.as_dict()


def _redirect(send: Send, response: httpx.Response, configuration: Configuration) -> str | None:
    if response.status_code not in _REDIRECTS or send.method not in {"GET", "HEAD"}:
        return None
    location = response.headers.get("location")
    return configuration.follow(send.url, location) if location else None
