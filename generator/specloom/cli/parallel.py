"""Several clients at once, each in a process of its own."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from threading import Thread
from typing import TypeVar

from specloom.findings import SpecloomError
from specloom.output.lock import PATIENCE
from specloom.progress import tell_progress

_SAFE = "PYTHONSAFEPATH"

Item = TypeVar("Item")
Result = TypeVar("Result")


def run_parallel(function: Callable[[Item], Result], items: Sequence[Item], jobs: int | None) -> Iterator[Result]:
    """Yield `function(item)` for each item, in the order of the items, as soon as it is there.

    There are as many processes as `jobs` says, or one a processor; with one item or job, this process does the work.
    The function, its argument and its result are sent to others.

    Raises:
        SpecloomError: The system ended one of the processes.
    """
    workers = min(jobs or os.cpu_count() or 1, len(items))
    if workers <= 1 or (sys.flags.ignore_environment and not sys.flags.safe_path):  # children would not hear of `_SAFE`
        yield from map(function, items)
        return
    tell_progress(f"0 of {len(items)} done")
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    try:
        with (
            _safe_path(),
            ProcessPoolExecutor(workers, initializer=_follow_parent, initargs=(gc.isenabled(), PATIENCE.get())) as pool,
        ):
            for number, result in enumerate(pool.map(function, items), 1):
                yield result
                tell_progress(f"{number} of {len(items)} done")
    except BrokenProcessPool:
        raise SpecloomError(
            "a process that worked on a client was killed, perhaps for want of memory",
            "run the command again with --jobs 1; every client is either as it was or new",
        ) from None


@contextmanager
def _safe_path() -> Iterator[None]:
    """Let no process that is started meanwhile import from the working directory, which may be anybody's.

    Where processes are not forked, `python -c` starts them, and with them a server and a tracker of resources; that
    looks for modules in the working directory first. The variable is the way to forbid it that all of them hear of.
    """
    before = os.environ.get(_SAFE)
    os.environ[_SAFE] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_SAFE]
        else:
            os.environ[_SAFE] = before


def _follow_parent(collects: bool, patience: float) -> None:
    """Collect garbage only if the parent does, and wait for others as long: not every start of a process hands it down.

    End with the parent, and at Ctrl-C without a traceback: the process that waits for this one says what there is to
    say.
    """
    if not collects:
        gc.disable()
    PATIENCE.set(patience)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
