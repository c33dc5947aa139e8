"""Writing to people and programs: results to stdout, messages to stderr, colours only where they are wanted.

Lines fold to the columns that there are: between words only, and below no command that somebody may copy, which a
terminal wraps itself. Whoever waits longer than a second sees in one line at the end what is being done. That goes to
stderr, and only where a person sits: never into a file, a pipe or the log of a CI job. Nothing is left of it. It is
made of spaces and carriage returns only, so that it needs no more of a terminal than every one can do.
"""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, RLock, Thread
from typing import Final, Self, TextIO

from specloom.cli.report.escape import BOLD, escape_controls, escape_text, paint, unpainted
from specloom.findings import DescriptionError, SpecloomError
from specloom.messages import shown_path
from specloom.progress import heard_by

_HEAD: Final = re.compile(r"^\S.*?:(?= )", re.MULTILINE)
_ENTRY: Final = re.compile(r"^(?P<indent> +)(?P<word>(?!run:)[A-Za-z]+(?: [a-z]+)*)(?= {2,}\S|: )", re.MULTILINE)
_ALARMING: Final = {"CONFLICT", "unresolved", "damaged", "left out", "leave out"}
_YOURS: Final = {"KEEP", "edited", "deleted", "added", "moved", "ignored", "update available"}
_WIDE: Final = {"F", "W"}
_UNBROKEN: Final = re.compile(
    r"run: .*"
    r"|(?:(?<=: )|(?<=\bor ))(?:specloom|git|cd|python|\S+/python\S*)(?: (?!or )[^\s;,)`]+)+\S*"
    r"|`[^`]*`\S*|\S+"
)
"""What stays on one line: words, and commands as messages have them, of which half may do something else."""
_GAP: Final = re.compile(r"(?<=\S) {2,}(?=\S)")
_HANG: Final = 2
_USUAL: Final = 80
_PATIENCE: Final = 1.0
_PAUSE: Final = 0.1
"""Seconds between two looks at what is being done: more often, and it flickers."""


def _uses_color(stream: TextIO) -> bool:
    """Return whether to colour text on `stream`: `NO_COLOR` forbids it, `FORCE_COLOR` demands it, else a terminal does.

    See https://no-color.org and https://force-color.org; an empty variable counts as none.
    """
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def print_result(text: str, *, folds: bool = False) -> None:
    """Write what the command was asked for; what is for people folds to the width of a terminal."""
    with hidden_progress():
        text = _shown(text, sys.stdout)
        sys.stdout.write(_one_end(fold(text, columns_of(sys.stdout)) if folds else text))


def print_list(text: str) -> None:
    """Write a list for people: heads end with a colon, entries are indented and begin with a word of their kind."""
    print_result(_ENTRY.sub(_painted, _HEAD.sub(lambda head: paint(head[0], BOLD), text)), folds=True)


def _painted(entry: re.Match[str]) -> str:
    style = "1;31" if entry["word"] in _ALARMING else "33" if entry["word"] in _YOURS else "36"
    return f"{entry['indent']}{paint(entry['word'], style)}"


def print_message(text: str) -> None:
    """Write what a person should know besides the result, after any result so far."""
    with hidden_progress():
        sys.stdout.flush()
        sys.stderr.write(_one_end(fold(_shown(text, sys.stderr), columns_of(sys.stderr))))


def write_report(path: Path, report: str) -> None:
    """Write what the command was asked for to a file of its own.

    Raises:
        SpecloomError: It cannot be written, or is a link or behind one, which a commit may have to somewhere else.
    """
    if link := _link_in(path):
        raise SpecloomError(f"{shown_path(link)} is a link, and the report is written to none", "name another file")
    try:
        path.write_text(report, encoding="utf-8")
    except OSError as error:
        raise SpecloomError(f"cannot write {shown_path(path)}: {error.strerror}", "name another file") from None


def _link_in(path: Path) -> Path | None:
    """Return the file, or the folder of the repository that it lies in, if that is a link."""
    from specloom.git import find_repository

    here = Path.cwd()
    top = find_repository(here) or here
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - links are not followed
    below = (each for each in whole.parents if each != top and each.is_relative_to(top))
    return next((each for each in (whole, *below) if each.is_symlink()), None)


def print_error(error: SpecloomError) -> None:
    """Write what is wrong and what to do about it, to stderr."""
    print_message(render_error(error))


def render_error(error: SpecloomError) -> str:
    """Return what is wrong and what to do about it, as a person reads it."""
    if isinstance(error, DescriptionError):
        from specloom.cli.report.findings import render_told

        return render_told(error.findings)
    advice = f"\n{paint('help:', BOLD)} {_safe(error.help)}" if error.help else ""
    return f"{paint('error:', '1;31')} {_safe(error.message)}{advice}"


def _safe(text: str) -> str:
    return "\n".join(map(escape_text, text.split("\n")))


def _shown(text: str, stream: TextIO) -> str:
    """Return a text as a stream gets it: a terminal is steered by nothing in it, such as the name of a file."""
    text = text if _uses_color(stream) else unpainted(text)
    return escape_controls(text) if stream.isatty() else text


def _one_end(text: str) -> str:
    return text if not text or text.endswith("\n") else f"{text}\n"


def columns_of(stream: TextIO) -> int | None:
    """Return how wide the terminal behind a stream is; None: it is none."""
    if not stream.isatty():
        return None
    try:
        return os.get_terminal_size(stream.fileno()).columns or _USUAL
    except OSError:
        return None


def cells(text: str) -> int:
    """Return how many columns a text takes, without what only changes colours."""
    plain = unpainted(text)
    return len(plain) if plain.isascii() else sum(1 + (unicodedata.east_asian_width(each) in _WIDE) for each in plain)


def fold(text: str, columns: int | None) -> str:
    """Return a text whose lines take no more columns, as far as words, and commands to run, are no longer than that.

    A word of its own at the right edge moves in; a last column stays one; anything else goes on a little further to the
    right than it began. Without a number of columns the text stays as it is.
    """
    if columns is None:
        return text
    return "\n".join(line if cells(line) <= columns else _folded(line, columns) for line in text.split("\n"))


def _folded(line: str, columns: int) -> str:
    indent = len(line) - len(line.lstrip(" "))
    gaps = [*_GAP.finditer(line)]
    if not gaps:
        return _broken(line, columns, indent + _HANG)
    before, after = line[: gaps[-1].start()], line[gaps[-1].end() :]
    room = columns - cells(before) - cells(after)
    if " " not in after and room >= _HANG:
        return f"{before}{' ' * room}{after}"
    hang = cells(line[: gaps[-1].end()])
    if hang <= columns // 2:
        return _broken(line, columns, hang)
    before = before if cells(before) <= columns else _GAP.sub("  ", before)
    below = indent + 2 * _HANG
    return f"{_broken(before, columns, below)}\n{_broken(' ' * below + after, columns, below)}"


def _broken(line: str, columns: int, hang: int) -> str:
    """Return a line broken between words, of which all lines but the first begin at `hang`."""
    indent = len(line) - len(line.lstrip(" "))
    lines, used, end = [line[:indent]], indent, indent
    for found in _UNBROKEN.finditer(line, indent):
        space, word = line[end : found.start()], found[0]
        if used + len(space) + cells(word) > columns and lines[-1].strip():
            lines.append(" " * hang)
            space, used = "", hang
        lines[-1] += f"{space}{word}"
        used += len(space) + cells(word)
        end = found.end()
    return "\n".join(lines)


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
