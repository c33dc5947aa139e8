"""Work that a copy of this process does while it goes on itself.

A copy has all that this process has when it is made, so that nothing is sent to it; what it returns is pickled, but for
what both have. It is never needed: where none can be made, or it does not get to its end, this process does the work
itself, so that whatever goes wrong is raised here, as always.
"""

from __future__ import annotations

import copyreg
import io
import os
import signal
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, NoReturn, TypeVar

_T = TypeVar("_T")


@contextmanager
def forked(work: Callable[[], _T], *, worth: bool, shared: Sequence[object] = ()) -> Iterator[Callable[[], _T]]:
    """Begin work that takes long in a copy of this process; give a function that waits for it and returns the result.

    Args:
        work: It may write nowhere and say nothing: it may be done twice. Its result can be pickled.
        worth: Whether it takes much longer than a copy, which is made in a hundredth of a second. If not, or if the
            system has no processor for it, the function does the work when it is called.
        shared: What the result may have in it and is not to be copied: it is the same here. Instances of a few classes,
            of which the result has not many others.
    """
    started = _start(work, shared) if worth and _can_copy() else None
    if started is None:
        yield work
        return
    child, reading = started
    status: int | None = None
    with os.fdopen(reading, "rb") as pipe:

        def finish() -> _T:
            nonlocal status
            content = pipe.read()
            status = os.waitpid(child, 0)[1]
            if status or not content:
                return work()
            result: _T = _unpickled(content, shared)
            return result

        try:
            yield finish
        finally:
            if status is None:
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)


def _can_copy() -> bool:
    """Tell whether copies are made here, and would run on another processor. On macOS, libraries of the system fail."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


def _start(work: Callable[[], object], shared: Sequence[object]) -> tuple[int, int] | None:
    """Start a copy; return its process and where its result can be read. None where there is no room for one."""
    reading, writing = os.pipe()
    # Ctrl-C ends the copy, wherever it is: what comes after this work is for the process that it is a copy of.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of threads: the only one shows progress, and no more
            child = os.fork()
        if not child:
            os.close(reading)  # else whoever writes waits for itself to read, when this process has been killed
            _finish(work, shared, writing, before)
    except OSError:
        os.close(reading)
        return None
    finally:
        os.close(writing)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    return child, reading


def _finish(work: Callable[[], object], shared: Sequence[object], writing: int, signals: Iterable[int]) -> NoReturn:
    """Do the work in the copy, hand the result over, and end at once: nothing here is its own to tidy up."""
    status = 1
    try:
        with suppress(BaseException), os.fdopen(writing, "wb", closefd=False) as pipe:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_SETMASK, signals)
            pipe.write(_pickled(work(), shared))  # all of it at once: nobody may read before that
            pipe.flush()
            status = 0
    finally:
        os._exit(status)


def _pickled(value: object, shared: Sequence[object]) -> memoryview:
    """Return a value as `_unpickled` reads it, with the number of what is shared in the place of it."""
    import pickle  # noqa: PLC0415 - takes a millisecond, and few descriptions are large enough for a copy

    numbers = {id(each): number for number, each in enumerate(shared)}

    def reduced(each: object) -> str | tuple[Any, ...]:
        number = numbers.get(id(each))
        return each.__reduce_ex__(pickle.HIGHEST_PROTOCOL) if number is None else (_shared, (number,))

    content = io.BytesIO()
    pickler = pickle.Pickler(content, pickle.HIGHEST_PROTOCOL)
    # Only what is of the classes of what is shared costs a call: one for each value would take longer than all else.
    pickler.dispatch_table = {**copyreg.dispatch_table, **{type(each): reduced for each in shared}}
    pickler.dump(value)
    return content.getbuffer()


def _shared(number: int) -> NoReturn:
    """Stand for what `_unpickled` puts here."""
    raise NotImplementedError(number)


def _unpickled(content: bytes, shared: Sequence[object]) -> Any:  # noqa: ANN401 - whatever was pickled
    """Return what the copy wrote, which is what we would have written ourselves."""
    import pickle  # noqa: PLC0415 - as above

    class Unpickler(pickle.Unpickler):
        def find_class(self, module_name: str, global_name: str, /) -> Any:  # noqa: ANN401 - as pickle has it
            if (module_name, global_name) == (__name__, _shared.__name__):
                return shared.__getitem__
            return super().find_class(module_name, global_name)

    return Unpickler(io.BytesIO(content)).load()
