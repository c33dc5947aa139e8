"""One line at the end of a terminal that says what is being done, for whoever waits longer than a second.

It goes to stderr, and only where a person sits: never into a file, a pipe or the log of a CI job. Nothing is left of
it. It is made of spaces and carriage returns only, so that it needs no more of a terminal than every one can do.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, RLock, Thread
from typing import Final, Self, TextIO

from specloom.cli.columns import cells, columns_of
from specloom.cli.report.escape import escape_text
from specloom.progress import heard_by

_PATIENCE: Final = 1.0
_PAUSE: Final = 0.1
"""Seconds between two looks at what is being done: more often, and it flickers."""


class _Line:
    """The line, and the thread that writes it: nothing else has to be done often enough for that."""

    def __init__(self, stream: TextIO) -> None:
        self.lock: Final = RLock()
        self._stream: Final = stream
        self._descriptor: Final = stream.fileno()
        self._done: Final = Event()
        self._doing = ""
        self._shown = ""
        self._thread: Final = Thread(target=self._follow, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()
        self.erase()

    def hear(self, doing: str) -> None:
        """Take what is being done from now on."""
        self._doing = doing

    def erase(self) -> None:
        """Make the line empty, with the cursor at its start."""
        with self.lock, suppress(OSError):
            if self._shown:
                self._write("")

    def _follow(self) -> None:
        pause = _PATIENCE
        with suppress(OSError):  # the terminal may be closed meanwhile
            while not self._done.wait(pause):
                pause = _PAUSE
                with self.lock:
                    text = _fitting(escape_text(self._doing), columns_of(self._stream) or 0)
                    if text != self._shown:
                        self._write(text)

    def _write(self, text: str) -> None:
        rest = max(0, cells(self._shown) - cells(text))
        os.write(self._descriptor, f"\r{text}{' ' * rest}\r".encode())
        self._shown = text


_LINES: Final[list[_Line]] = []
"""The line that is there, if any."""


@contextmanager
def shown_progress() -> Iterator[None]:
    """Show what is told meanwhile, if somebody sits at a terminal and it takes longer than a second."""
    is_watched = sys.stderr.isatty() and os.environ.get("TERM") != "dumb" and not os.environ.get("CI")
    if _LINES or not is_watched:
        yield
        return
    with _Line(sys.stderr) as line:
        _LINES.append(line)
        try:
            with heard_by(line.hear):
                yield
        finally:
            _LINES.clear()


@contextmanager
def hidden_progress() -> Iterator[None]:
    """Show no progress meanwhile: something else is written, or asked."""
    if not _LINES:
        yield
        return
    with _LINES[0].lock:
        _LINES[0].erase()
        yield


def _fitting(text: str, columns: int) -> str:
    """Return as much of a text as fits beside a cursor in one line."""
    while text and cells(text) >= columns:
        text = f"{text[:-2]}…" if len(text) > 1 else ""
    return text
