"""Writing to people and programs: results to stdout, messages to stderr, colours only where they are wanted."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Final, TextIO

from specloom.cli.columns import columns_of, fold
from specloom.cli.progress import hidden_progress
from specloom.cli.report.escape import BOLD, escape_controls, escape_text, paint, unpainted
from specloom.findings import DescriptionError, SpecloomError
from specloom.messages import shown_path

_HEAD: Final = re.compile(r"^\S.*?:(?= )", re.MULTILINE)
_ENTRY: Final = re.compile(r"^(?P<indent> +)(?P<word>(?!run:)[A-Za-z]+(?: [a-z]+)*)(?= {2,}\S|: )", re.MULTILINE)
_ALARMING: Final = {"CONFLICT", "unresolved", "damaged", "left out", "leave out"}
_YOURS: Final = {"KEEP", "edited", "deleted", "added", "moved", "ignored", "update available"}


def uses_color(stream: TextIO) -> bool:
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
    text = text if uses_color(stream) else unpainted(text)
    return escape_controls(text) if stream.isatty() else text


def _one_end(text: str) -> str:
    return text if not text or text.endswith("\n") else f"{text}\n"
