"""What a call can raise.

    CallError                    everything below: catch this one to catch them all
    ├── ApiError                 the server answered with a failure status; one subclass per documented status
    ├── TransportError           no usable answer came back
    │   ├── ConnectError         no connection: the request was not sent
    │   └── TimedOutError        it took longer than the timeout
    ├── MismatchError            the answer contradicts the API's description
    └── PagingError              the server's pages never end, or lead to another host
    ConfigurationError           (a ValueError) a setting or a credential is missing or wrong

All of them can be pickled and copied, and none carries a credential.
"""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

__all__ = [
    "ApiError",
    "CallError",
    "ConfigurationError",
    "ConnectError",
    "Mismatch",
    "MismatchError",
    "MismatchWarning",
    "PagingError",
    "TimedOutError",
    "TransportError",
]

_LONGEST_MESSAGE = 300


class ConfigurationError(ValueError):
    """A setting or a credential is missing or unusable; the message says which and how to give it."""


class CallError(Exception):
    """A call failed. `route` is the method and path as the API's documentation writes them, without values."""

    def __init__(self, message: str, *, route: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.route = route

    def __str__(self) -> str:
        return f"{self.message} ({self.route})" if self.route else self.message

    def __reduce__(self) -> tuple[Callable[..., CallError], tuple[object, ...]]:
        return _restore, (type(self), self.args, self.__dict__)


def _restore(kind: type[CallError], arguments: tuple[object, ...], state: dict[str, object]) -> CallError:
    error = kind.__new__(kind, *arguments)
    error.__dict__.update(state)
    return error


class ApiError(CallError):
    """The server answered with a status that is no success.

    Attributes:
        response: The whole answer, already read.
        body: Its JSON value; the text where it is no JSON.
        code: The API's own error code, if the body has one.
        meaning: What the API's documentation says about this code; empty where it says nothing.
        message: The API's own words; empty if it gave none.
        retry_after: Seconds the server asked to wait (RFC 9110, 10.2.3), if it did.
    """

    def __init__(
        self,
        response: httpx.Response,
        *,
        route: str = "",
        body: object = None,
        code: str | int | None = None,
        meaning: str = "",
        message: str = "",
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message, route=route)
        self.response = response
        self.body = body
        self.code = code
        self.meaning = meaning
        self.retry_after = retry_after

    @property
    def status(self) -> int:
        """The status code, such as 404."""
        return self.response.status_code

    @property
    def request_id(self) -> str | None:
        """The server's identifier of this call, to quote when asking for support."""
        names = ("x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid", "x-trace-id", "cf-ray")
        return next((self.response.headers[name] for name in names if name in self.response.headers), None)

    def __str__(self) -> str:
        phrase = HTTPStatus(self.status).phrase if self.status in set(HTTPStatus) else ""
        text = " ".join("".join(letter if letter.isprintable() else " " for letter in self.message).split())
        if len(text) > _LONGEST_MESSAGE:
            text = text[: _LONGEST_MESSAGE - 1] + "…"
        return f"{self.status} {phrase}".strip() + (f": {text}" if text else "") + f" ({self.route})" * bool(self.route)


class TransportError(CallError):
    """No usable answer came back. `sent`: the server may have received the request and acted on it."""

    def __init__(self, message: str, *, route: str = "", sent: bool = True) -> None:
        super().__init__(message, route=route)
        self.sent = sent


class ConnectError(TransportError):
    """No connection could be made, so the request was not sent."""


class TimedOutError(TransportError):
    """The server or the network took longer than the timeout."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """How an answer contradicts the description: pairs of field path and problem, without any value of the answer."""

    route: str
    problems: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        shown = "; ".join(f"{path}: {problem}" if path else problem for path, problem in self.problems[:5])
        more = f"; and {len(self.problems) - 5} more" if len(self.problems) > 5 else ""  # noqa: PLR2004 - as above
        return f"the answer to {self.route} contradicts the description: {shown}{more}"


class MismatchError(CallError):
    """The answer contradicts the description; see `mismatch` for where, and `response` for the answer."""

    def __init__(self, mismatch: Mismatch, response: httpx.Response) -> None:
        super().__init__(str(mismatch))
        self.route = mismatch.route
        self.mismatch = mismatch
        self.response = response

    def __str__(self) -> str:
        return self.message


class MismatchWarning(UserWarning):
    """An answer contradicts the description; the call still returns its data."""


class PagingError(CallError):
    """Reading page after page cannot go on: a page repeats, or the next one is on another host."""
