"""The width of a terminal: how many columns a text takes, and long lines folded to those that there are.

Folding breaks lines between words only, and below no command that somebody may copy: those a terminal wraps itself.
"""

from __future__ import annotations

import os
import re
import unicodedata
from typing import Final, TextIO

from specloom.cli.report.escape import unpainted

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
