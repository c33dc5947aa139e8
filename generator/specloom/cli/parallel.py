"""Several clients at once, each in a process of its own."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

__all__ = ["run_parallel"]

Item = TypeVar("Item")
Result = TypeVar("Result")


def run_parallel(function: Callable[[Item], Result], items: Sequence[Item], jobs: int | None) -> Iterator[Result]:
    """Yield `function(item)` for each item, in the order of the items, as soon as it is there.

    Args:
        function: A function that can be sent to another process, as can its argument and result.
        items: What to work on.
        jobs: How many processes, None for one a processor. With one item or job, this process does the work.
    """
    workers = min(jobs or os.cpu_count() or 1, len(items))
    if workers <= 1:
        yield from map(function, items)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(workers, initializer=_die_quietly) as pool:
        yield from pool.map(function, items)


def _die_quietly() -> None:
    """End at Ctrl-C without a traceback: the process that waits for this one says what there is to say."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
