"""One call, free of I/O: a generator that says what to send and how long to wait, and is told what came of it."""

from __future__ import annotations

import logging
from collections.abc import Generator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from .errors import TransportError
from .failure import failure
from .retry import retry_delay

if TYPE_CHECKING:
    import httpx

    from .configuration import Configuration
    from .request import Content, Part, Request

__all__ = ["Exchange", "Send", "Wait", "exchange"]

_log = logging.getLogger(__name__)

_MAX_REDIRECTS = 5
_TOO_MANY = 429
_REDIRECTS = {301, 302, 303, 307, 308}
_LONGEST_CONNECT = 5.0


@dataclass(frozen=True, slots=True)
class Send:
    """Send this request, and come back with the response or a TransportError."""

    method: str
    url: str
    headers: dict[str, tuple[str, str]]
    content: Content | None
    parts: list[Part]
    credentials: tuple[str, ...]
    """Names of what the transport adds."""
    timeout: dict[str, float | None]
    """By phase, in seconds: connect, read, write, pool."""
    stream: bool
    """Leave the body of a success unread."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Wait so many seconds, and come back with None."""

    seconds: float


Exchange: TypeAlias = "Generator[Send | Wait, httpx.Response | TransportError | None, httpx.Response]"


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
    retries = redirects = 0
    pace = configuration.pace
    while True:
        if pace is not None and (turn := pace.reserve()) > 0:
            yield Wait(turn)
        outcome = yield send
        if isinstance(outcome, TransportError):
            _log.debug("%s: %s", request.route, type(outcome).__name__)
            outcome.route = request.route
        elif outcome is not None:
            _log.debug("%s: %d", request.route, outcome.status_code)
            if outcome.is_success:
                return outcome
        assert outcome is not None  # noqa: S101 - the answer to `Send` is never None
        delay = _delay(outcome, request, retries, configuration)
        if delay is not None:
            retries += 1
            yield Wait(delay)
            continue
        if isinstance(outcome, TransportError):
            raise outcome
        url = _redirect(send, outcome, configuration) if redirects < _MAX_REDIRECTS else None
        if url is None:
            raise failure(outcome, request.route, configuration)
        redirects += 1
        send = replace(send, url=url)


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
