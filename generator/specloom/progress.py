"""What is being done at the moment: told by what does it, heard by whoever shows it to people that wait."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

_HEARD_BY: Final[ContextVar[Callable[[str], None] | None]] = ContextVar("HEARD_BY", default=None)


def tell_progress(doing: str) -> None:
    """Say what begins now and may take a while, as in `reading shop.yaml`. It replaces what was said before."""
    if (hear := _HEARD_BY.get()) is not None:
        hear(doing)


@contextmanager
def heard_by(hear: Callable[[str], None] | None) -> Iterator[None]:
    """Let a function hear what is told meanwhile; None: nobody does."""
    token = _HEARD_BY.set(hear)
    try:
        yield
    finally:
        _HEARD_BY.reset(token)
