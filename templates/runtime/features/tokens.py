"""OAuth 2.0 client credentials: an id and a secret that are traded for a token (RFC 6749, 4.4)."""

from __future__ import annotations

import re
import time
from base64 import b64encode
from collections.abc import Awaitable, Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from hashlib import sha256
from threading import Lock
from time import time as wall_clock
from typing import TYPE_CHECKING, Literal, Protocol
from urllib.parse import quote_plus

from ..configuration import wrong_kind
from ..credentials import Credential
from ..encoding import read_json, whole_number
from ..errors import ApiError, CallError, ConfigurationError, TransportError
from ..exchange import attempts, exchange
from ..request import JSON, Request
from ..steps import Exchange, Step

if TYPE_CHECKING:
    import anyio
    import httpx
    from anyio.lowlevel import RunVar

    from ..configuration import Configuration
    from ..steps import Send, Steps

_UNAUTHORIZED = 401
_VISIBLE = re.compile("[!-~]+")
"""What a bearer token may be made of, and more (RFC 6750, 2.1)."""
_OWN_FIELDS = frozenset({"accept", "authorization", "content-type"})
"""The header fields that the request for a token has, whatever the caller says of his calls."""
_MARGIN = 30.0
"""Seconds before its end at which a token counts as expired: a call takes time to arrive."""


_LONGEST_TERM = 1e9
"""Seconds, which are thirty years: a token that is good for longer never ends."""


@dataclass(frozen=True, slots=True)
class Token:
    """A token, as stores keep it; it is not shown when printed."""

    text: str = field(repr=False)
    expires_at: float
    """When it stops being good, in seconds since 1970; infinite: nobody knows."""


class TokenStore(Protocol):
    """Where tokens are kept for all who have the same credentials. Its methods block, and should be quick."""

    def load(self, owner: str) -> Token | None:
        """Return the token that was saved last; None if there is none.

        Args:
            owner: A digest of who has it: the address that gave it, id, secret and scopes. It is no secret.
        """
        ...

    def save(self, owner: str, token: Token) -> None:
        """Keep a token that was just fetched, in place of the one before."""
        ...


class _Memory:
    """Keeps the tokens of this process."""

    def __init__(self) -> None:
        self._tokens: dict[str, Token] = {}

    def load(self, owner: str) -> Token | None:
        return self._tokens.get(owner)

    def save(self, owner: str, token: Token) -> None:
        self._tokens[owner] = token

    def clear(self) -> None:
        self._tokens.clear()


_memory = _Memory()
_locks: dict[str, Lock] = {}
"""By owner: so that of several clients, too, one fetches a token, and the others wait for it."""


def forget() -> None:
    """Let clients that are made from now on fetch tokens of their own, as tests may want."""
    _memory.clear()


class ClientCredentials(Credential):
    """Fetches a token when one is needed, keeps it until shortly before it expires, and renews it after a 401.

    All clients of the process that have the same id, secret, address and scopes share it.

    Args:
        client_id: Who calls.
        client_secret: What proves it.
        token_url: Where the token is fetched; a path is below the client's base URL.
        write: What writes the members of the request's body: as a form, in parts, or as JSON.
        sent_in: Whether id and secret stand in its body or, as HTTP Basic, in its header (RFC 6749, 2.3.1).
        scopes: What the token is to be good for.
        store: Where tokens are kept; None: in the memory of the process.
    """

    def __init__(
        self,
        client_id: str,
        client_secret: str,
        *,
        token_url: str,
        write: Callable[[Request, dict[str, str]], object],
        sent_in: Literal["body", "header"] = "header",
        scopes: Sequence[str] = (),
        store: TokenStore | None = None,
    ) -> None:
        if not client_id or not client_secret:
            raise ConfigurationError("client id and client secret may not be empty")
        if store is not None and not (hasattr(store, "load") and hasattr(store, "save")):
            raise wrong_kind("token_store", "an object with the methods load and save", store)
        self._id, self._secret = client_id, client_secret
        self._url = token_url
        self._write = write
        self._sent_in = sent_in
        self._scopes = tuple(scopes)
        self._store = store or _memory
        self._token = ""
        self._expires = self._ends = 0.0
        self.renewals = 0
        """How many tokens there were: it names the one in use, where a log or a traceback may show it."""

    @property
    def is_fresh(self) -> bool:
        """Whether there is a token that has not expired."""
        return time.monotonic() < self._expires

    def reject(self, renewals: int) -> None:
        """Count a token as expired that the server did not take, unless it has been renewed in the meantime."""
        if renewals == self.renewals:
            self._expires = 0.0

    def pair(self) -> tuple[str, str]:
        """Return the name and the value that carry the credential."""
        return "Authorization", f"Bearer {self._token}"

    @property
    def secrets(self) -> tuple[str, ...]:
        """What nobody may see."""
        return self._secret, self._token, _basic(self._id, self._secret)

    @property
    def owner(self) -> tuple[str, ...]:
        """What tells whose token it is, whichever it is."""
        return self._id, self._secret

    def request(self, base_url: str) -> Request:
        """Return the request for a token."""
        below = self._url.startswith("/")
        request = Request("POST", self._url, security=(), idempotent=True)
        request = request.at(base_url + self._url if below else self._url)
        members = {"grant_type": "client_credentials"}
        if self._scopes:
            members["scope"] = " ".join(self._scopes)
        if self._sent_in == "body":
            members |= {"client_id": self._id, "client_secret": self._secret}
        else:
            request.header("Authorization", f"Basic {_basic(self._id, self._secret)}")
        self._write(request, members)
        return request.accept(JSON)

    def accept(self, response: httpx.Response) -> None:
        """Keep the token of an answer (RFC 6749, 5.1); without a term, until the server refuses it.

        Raises:
            CallError: There is no token in it.
        """
        try:
            answer = read_json(response.content)
        except ValueError:
            answer = None
        members = answer if isinstance(answer, dict) else {}
        token, term = members.get("access_token"), members.get("expires_in")
        if not isinstance(token, str) or not _VISIBLE.fullmatch(token):
            raise CallError(
                "the answer to the request for a token has no usable access_token", route=f"POST {self._url}"
            )
        self._adopt(token, _seconds(term))

    def _adopt(self, token: str, seconds: float) -> None:
        self._token = token
        self.renewals += 1
        self._expires = time.monotonic() + max(seconds - min(_MARGIN, seconds / 10), 0)
        self._ends = wall_clock() + seconds

    def shared_as(self, base_url: str) -> str:
        """Return the digest of all that have the same token: see `TokenStore`."""
        url = base_url + self._url if self._url.startswith("/") else self._url
        return sha256("\0".join((url, self._id, self._secret, *self._scopes)).encode()).hexdigest()

    def load(self, owner: str) -> None:
        """Take the token that another client has fetched, if there is one that is not the one that is used up."""
        found = self._store.load(owner)
        if found is not None and found.text != self._token and found.expires_at > wall_clock() + _MARGIN / 10:
            self._adopt(found.text, found.expires_at - wall_clock())

    def save(self, owner: str) -> None:
        """Give the token to the others."""
        self._store.save(owner, Token(self._token, self._ends))

    def __repr__(self) -> str:
        return "ClientCredentials()"


def _basic(client_id: str, client_secret: str) -> str:
    return b64encode(f"{quote_plus(client_id)}:{quote_plus(client_secret)}".encode()).decode()


def _seconds(term: object) -> float:
    """Return for how long a token is good that has this term: for ever where it is none. Never is one below zero."""
    number = whole_number(term) if isinstance(term, str) else term
    if isinstance(number, bool) or not isinstance(number, int | float) or not number <= _LONGEST_TERM:
        return float("inf")  # NaN is not less than anything
    return float(max(number, 0))


def with_tokens(send: Send, request: Request, configuration: Configuration) -> Steps:
    """Send as `attempts` does, with tokens that are good; renew them once if the server thinks otherwise."""
    keys = [configuration.credentials[name] for name in send.credentials]
    tokens = [key for key in keys if isinstance(key, ClientCredentials)]
    for is_last in (False, True):
        for token in tokens:
            if not token.is_fresh:
                yield Renew(token, configuration)
        used = [token.renewals for token in tokens]
        outcome = yield from attempts(send, request, configuration)
        if is_last or isinstance(outcome, TransportError) or outcome.status_code != _UNAUTHORIZED:
            break
        for token, renewals in zip(tokens, used, strict=True):
            token.reject(renewals)
        if not tokens or not request.repeatable:
            break
    return outcome


@dataclass(frozen=True, slots=True)
class Renew(Step):
    """Fetch a token, one call at a time, unless another call has renewed it meanwhile."""

    credential: ClientCredentials
    configuration: Configuration

    def do(self, run: Callable[[Exchange], httpx.Response]) -> None:
        """Fetch it, blocking."""
        owner = self.credential.shared_as(self.configuration.base_url)
        with _locks.setdefault(owner, Lock()):
            if self._is_needed(owner):
                with _secretive():
                    self.credential.accept(run(self._exchange()))
                self.credential.save(owner)

    async def do_async(self, run: Callable[[Exchange], Awaitable[httpx.Response]]) -> None:
        """Fetch it in asyncio or trio."""
        owner = self.credential.shared_as(self.configuration.base_url)
        async with _async_lock(owner):
            if self._is_needed(owner):
                with _secretive():
                    self.credential.accept(await run(self._exchange()))
                self.credential.save(owner)

    def _is_needed(self, owner: str) -> bool:
        if not self.credential.is_fresh:
            self.credential.load(owner)
        return not self.credential.is_fresh

    def _exchange(self) -> Exchange:
        headers = {name: value for name, value in self.configuration.headers.items() if name.lower() not in _OWN_FIELDS}
        return exchange(
            self.credential.request(self.configuration.base_url), replace(self.configuration, headers=headers)
        )


def _async_lock(owner: str) -> anyio.Lock:
    """Return the lock of an owner in the event loop that runs: a lock cannot be waited for in several."""
    import anyio  # for speed: blocking clients do without
    from anyio.lowlevel import RunVar  # for speed: as above

    global _loop_locks  # noqa: PLW0603 - made when anyio is loaded first
    _loop_locks = _loop_locks or RunVar[dict[str, anyio.Lock]]("token locks")
    locks = _loop_locks.get(dict[str, anyio.Lock]())
    _loop_locks.set(locks)
    return locks.setdefault(owner, anyio.Lock())


_loop_locks: RunVar[dict[str, anyio.Lock]] | None = None


@contextmanager
def _secretive() -> Generator[None]:
    """Take the request, which holds a secret, out of what a refused request for a token raises."""
    try:
        yield
    except ApiError as error:
        request = error.response.request
        error.response.request = type(request)(request.method, request.url)
        raise
