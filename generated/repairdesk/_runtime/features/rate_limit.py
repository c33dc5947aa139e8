"""A declared rate limit, kept by the client so that the server need not refuse."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Hashable, Iterable
from hashlib import blake2b
from os import urandom
from threading import Lock
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

if TYPE_CHECKING:
    from ..credentials import Credential


class RateLimiter:
    """At most `requests` in any `seconds`, over all threads and tasks, and all clients that share it."""

    def __init__(self, requests: int, seconds: float) -> None:
        self._requests, self._seconds = requests, seconds
        self._lock = Lock()
        self._times: deque[float] = deque(maxlen=requests)
        """When the last requests were, or will be, sent: as many as the limit counts."""
        self._not_before = 0.0

    def shared(self, address: str, credentials: Iterable[Credential | None]) -> RateLimiter:
        """Return the limiter of everybody in this process who calls this address with these credentials."""
        owners = (owner for each in credentials if each is not None for owner in each.owner)
        key = (self._requests, self._seconds, address, *map(_digest, owners))
        with _lock:
            for each in [each for each in [*_busy] if each._is_idle()]:  # noqa: SLF001 - of its own class
                del _busy[each]
            return _known.setdefault(key, self)

    def reserve(self) -> float:
        """Take a place in line; return the seconds to wait until it is this request's turn."""
        _busy[self] = None
        with self._lock:
            now = time.monotonic()
            turn = max(now, self._not_before)
            if len(self._times) == self._requests:
                turn = max(turn, self._times[0] + self._seconds)
            self._times.append(turn)
        return turn - now

    def hold(self, seconds: float) -> None:
        """Let nobody send for a while: the server has asked for it."""
        with self._lock:
            self._not_before = max(self._not_before, time.monotonic() + seconds)

    def _is_idle(self) -> bool:
        """Tell whether it knows nothing that still counts."""
        with self._lock:
            last = max(self._not_before, self._times[-1] + self._seconds if self._times else 0.0)
            return last < time.monotonic()

    def __repr__(self) -> str:
        return f"RateLimiter({self._requests}, {self._seconds})"


_known: WeakValueDictionary[tuple[Hashable, ...], RateLimiter] = WeakValueDictionary()
_busy: dict[RateLimiter, None] = {}
"""Those with requests that still count, perhaps of clients that are gone."""
_lock = Lock()
_salt = urandom(16)


def forget() -> None:
    """Let clients that are made from now on begin anew, as a test against a server of its own may want."""
    with _lock:
        _known.clear()
        _busy.clear()


def _digest(owner: Hashable) -> Hashable:
    """Return what stands for a secret, so that it is not kept; a function stands for itself."""
    return blake2b(owner.encode(), key=_salt).digest() if isinstance(owner, str) else owner
