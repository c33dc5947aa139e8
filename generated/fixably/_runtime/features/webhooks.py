"""Requests that the server sends on its own: who sent them, which event they are, and what they tell.

WebhookError             anything below
├── MissingTokenError    there is no token, login or signature, so nobody knows who sent it
├── WrongTokenError      it is not that of the secret
├── StaleRequestError    it was signed too long ago; only where requests are signed
├── UnknownEventError    the description has no such event
└── BrokenBodyError      the body is no JSON; with `on_mismatch="raise"` also: it contradicts the description
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hmac import compare_digest
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, overload

from ..encoding import read_json, value_at
from ..errors import ConfigurationError, Mismatch

if TYPE_CHECKING:
    from ..configuration import OnMismatch

T = TypeVar("T")

_LONGEST_EVENT = 80


class WebhookError(Exception):
    """A request to a webhook is of no use. The message holds nothing of its body, nor the token."""


class MissingTokenError(WebhookError):
    """The request has nothing that proves who sent it, such as a token: answer it with status 401."""


class WrongTokenError(WebhookError):
    """What is to prove who sent the request is not that of the secret: answer it with status 401."""


class UnknownEventError(WebhookError):
    """The description has no such event. `event` is what the request says; None where it says nothing."""

    def __init__(self, message: str, event: str | None = None) -> None:
        super().__init__(message)
        self.event = event


class BrokenBodyError(WebhookError):
    """The body is no JSON. `mismatch` is set where it is, but contradicts the description."""

    def __init__(self, message: str, mismatch: Mismatch | None = None) -> None:
        super().__init__(message)
        self.mismatch = mismatch


@dataclass(frozen=True, slots=True)
class Delivery:
    """A request whose sender has been verified."""

    event: str
    body: bytes

    @overload
    def payload(self, kind: type[T], on_mismatch: OnMismatch) -> T: ...
    @overload
    def payload(self, kind: object, on_mismatch: OnMismatch) -> Any: ...
    def payload(self, kind: object, on_mismatch: OnMismatch) -> Any:
        """Return the JSON body as a value of `kind`; where it is not quite one, report it and return what is there.

        Raises:
            BrokenBodyError: The body is no JSON, or differs and `on_mismatch` says to raise.
        """
        from ..response import tell  # for speed: loads pydantic
        from .values import decode_message  # for speed: loads pydantic

        try:
            value, problems = decode_message(self.body, kind)
        except ValueError:
            raise _broken(self.body) from None
        if problems:
            mismatch = Mismatch(_shown(self.event), problems, "webhook")
            if on_mismatch == "raise":
                raise BrokenBodyError(str(mismatch), mismatch)
            tell(mismatch, on_mismatch)
        return value

    def unknown(self) -> UnknownEventError:
        """Return what is raised where the description does not have the event."""
        return UnknownEventError(f"the description has no event {_shown(self.event)}", self.event)


class Check(Protocol):
    """A way in which a sender proves who he is."""

    @property
    def takes(self) -> type[Any]:
        """The class of the secrets that it checks by."""
        ...

    def check(self, fields: Mapping[str, str], content: bytes, secret: Any) -> None:
        """Return where it is he; the names of the fields are in lower case.

        Raises:
            WebhookError: It is not.
        """


@dataclass(frozen=True, slots=True)
class TokenCheck:
    """Compares a header field with the secret."""

    header: str

    takes = str

    def check(self, fields: Mapping[str, str], content: bytes, secret: str) -> None:  # noqa: ARG002 - as all checks
        """Return where the header field holds the secret.

        Raises:
            MissingTokenError: There is none.
            WrongTokenError: It holds something else.
        """
        if (token := fields.get(self.header.lower())) is None:
            raise MissingTokenError(f"the request has no header {self.header!r}")
        if not is_secret(token, secret):
            raise WrongTokenError(f"the header {self.header!r} does not hold the secret")


def receive(
    headers: Mapping[str, str],
    body: bytes | str,
    secret: object,
    *checks: Check,
    event_header: str = "",
    event: tuple[str, ...] = (),
) -> Delivery:
    """Return a request to a webhook after checking who sent it.

    Args:
        headers: The request's header fields; the case of their names does not matter.
        body: The request's body, as it came.
        secret: What only sender and receiver know; None: the sender is not verified.
        checks: The ways in which he may prove who he is: that for the class of the secret counts.
        event_header: The header field that says which event it is; empty: the body says it.
        event: Where the body says it, as segments of a JSON Pointer.

    Raises:
        ConfigurationError: The secret is empty, which every sender without one would know.
        WebhookError: See the tree above.
    """
    content = body.encode() if isinstance(body, str) else body
    fields = {name.lower(): value for name, value in headers.items()}
    if secret is not None:
        check = next((each for each in checks if isinstance(secret, each.takes)), None)
        if check is None:
            classes = " or ".join(each.takes.__name__ for each in checks)
            raise TypeError(f"the secret has to be of the class {classes}, or None, not {type(secret).__name__}")
        if secret == "":
            raise ConfigurationError("the secret is empty; pass None to take requests from anybody")
        check.check(fields, content, secret)
    named = fields.get(event_header.lower()) if event_header else _event_in(content, event)
    if not isinstance(named, str) or not named:
        where = f"header {event_header!r}" if event_header else f"'/{'/'.join(event)}' in the body"
        raise UnknownEventError(f"the request has no {where}, which says what event it is")
    return Delivery(named, content)


def is_secret(given: str, secret: str) -> bool:
    """Tell whether a text is a secret, in constant time.

    Web frameworks read header fields as Latin-1 (RFC 9110, 5.5) or as UTF-8.
    """
    read = [given.encode(charset, "backslashreplace") for charset in ("utf-8", "latin-1")]
    return any(compare_digest(each, secret.encode()) for each in read)


def _event_in(content: bytes, pointer: tuple[str, ...]) -> object:
    try:
        return value_at(read_json(content), pointer)
    except ValueError:
        raise _broken(content) from None


def _broken(content: bytes) -> BrokenBodyError:
    return BrokenBodyError(f"the body is no JSON ({len(content)} bytes)")


def _shown(event: str) -> str:
    """Return the event's name for a message: it comes from outside."""
    return repr(event if len(event) <= _LONGEST_EVENT else f"{event[:_LONGEST_EVENT]}…")
