"""A declared rate limit, kept by the client so that the server need not refuse."""

from __future__ import annotations

import time
from collections import deque
from threading import Lock

__all__ = ["RateLimiter"]


class RateLimiter:
    """At most `requests` in any `seconds`, over all threads, tasks and copies of a client."""

    def __init__(self, requests: int, seconds: float) -> None:
        self._requests, self._seconds = requests, seconds
        self._lock = Lock()
        self._times: deque[float] = deque(maxlen=requests)
        """When the last requests were, or will be, sent: as many as the limit counts."""
        self._not_before = 0.0

    def reserve(self) -> float:
        """Take a place in line; return the seconds to wait until it is this request's turn."""
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

    def __repr__(self) -> str:
        return f"RateLimiter({self._requests}, {self._seconds})"
