"""Changes of what others may change as well: read, change, send with the revision, and again where that is old."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, TypeVar

from ..encoding import attribute_at
from ..errors import ApiError, CallError

T = TypeVar("T")
C = TypeVar("C")
R = TypeVar("R")


def revision_of(found: object, path: str) -> Any:
    """Return what an answer has at dotted attribute names; refuse to go on where it has nothing there."""
    if (revision := attribute_at(found, path)) is None:
        raise CallError(f"what was read has no {path!r}, without which it cannot be changed")
    return revision


def edit(
    change: Callable[[T], C | None], read: Callable[[], T], send: Callable[[T, C], R], conflict: int, max_attempts: int
) -> T | R:
    """Read something, send what the caller changes, and begin again where there is a newer revision.

    Args:
        change: Gives what is to be sent for what was read; None: nothing.
        read: Reads it.
        send: Sends a change of what was read.
        conflict: The status that says there is a newer revision.
        max_attempts: How often it is tried.

    Returns:
        What `send` gave back; what was read where nothing was to be sent.

    Raises:
        ApiError: Each attempt met a newer revision: that of the last one. Others at once.
        ValueError: There may be no attempt.
    """
    for attempt in _attempts(conflict, max_attempts):
        found = read()
        changes = change(found)
        if changes is None:
            return found
        with attempt:
            return send(found, changes)
    raise AssertionError  # the last attempt has returned or raised


async def edit_async(
    change: Callable[[T], C | None],
    read: Callable[[], Awaitable[T]],
    send: Callable[[T, C], Awaitable[R]],
    conflict: int,
    max_attempts: int,
) -> T | R:
    """Do as `edit` does, in asyncio or trio."""
    for attempt in _attempts(conflict, max_attempts):
        found = await read()
        changes = change(found)
        if changes is None:
            return found
        with attempt:
            return await send(found, changes)
    raise AssertionError  # as above


def _attempts(conflict: int, number: int) -> Iterator[AbstractContextManager[None]]:
    """Yield for each attempt what lets its conflict pass, but for the last."""
    if number < 1:
        raise ValueError(f"'max_attempts' has to be 1 or more, not {number}")
    for left in range(number - 1, -1, -1):
        yield _attempt(conflict, is_last=not left, number=number)


@contextmanager
def _attempt(conflict: int, *, is_last: bool, number: int) -> Generator[None]:
    try:
        yield
    except ApiError as error:
        if error.status != conflict:
            raise
        if is_last:
            error.add_note(f"somebody else changed it before each of {number} attempts; nothing was written")
            raise
