"""What happens to the disk at a certain touch of it: the process is killed, or the system refuses."""

from __future__ import annotations

import errno
import multiprocessing
import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from specloom.findings import SpecloomError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FORK = multiprocessing.get_context("fork")
CHANGES = {"open", "os.mkdir", "os.link", "os.rename", "os.remove", "os.rmdir"}
"""The audit events of writing and removing."""
DISK_EVENTS = CHANGES | {"os.utime", "os.chmod", "os.scandir"}


def run_child(work: Callable[[], object]) -> tuple[int | None, str, str]:
    """Run `work` in a process of its own. Returns its exit code and the message and help of its SpecloomError."""
    receiver, sender = FORK.Pipe(duplex=False)

    def target() -> None:
        try:
            work()
        except SpecloomError as error:
            sender.send((error.message, error.help))
        else:
            sender.send(("", ""))

    child = FORK.Process(target=target)
    child.start()
    sender.close()
    said = ("", "")
    with suppress(EOFError):
        said = receiver.recv()
    child.join()
    return (child.exitcode, *said)


def die_at(moment: int, out: Path) -> Callable[[], int]:
    """Kill this process at its `moment`-th touch of the disk around `out`; return how to ask for the touches so far."""
    return at_touch(moment, out, lambda: os.kill(os.getpid(), signal.SIGKILL))


def interrupt_at(moment: int, out: Path) -> Callable[[], int]:
    """Interrupt this process at its `moment`-th touch of the disk around `out`, as Ctrl-C does."""
    return at_touch(moment, out, lambda: os.kill(os.getpid(), signal.SIGINT))


def fail_at(moment: int, out: Path) -> Callable[[], int]:
    """Let the system refuse the `moment`-th touch of the disk around `out`, as a broken disk does."""

    def fail() -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    return at_touch(moment, out, fail)


def at_touch(moment: int, out: Path, do: Callable[[], None]) -> Callable[[], int]:
    """Do something at this process's `moment`-th touch of the disk around `out`, for good."""
    touches = 0

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal touches
        if event in DISK_EVENTS and str(out.parent) in str(arguments[0]):
            touches += 1
            if touches == moment:
                do()

    sys.addaudithook(hook)
    return lambda: touches
