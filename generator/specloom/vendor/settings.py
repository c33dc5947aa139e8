"""Settings of vendored clients, in a file that people keep: a table is appended or cut out, nothing else moves.

Whatever is written is parsed first, and must say what the old text said, with that one table more or less. It replaces
exactly the text that it was made from: commands that change settings take turns, and if anybody else saves the file
meanwhile, the table goes into what was saved.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path
from typing import Any, Final, Literal

from specloom.findings import SpecloomError, unreadable, unwritable
from specloom.git import find_repository, folders_up
from specloom.messages import shown_path
from specloom.output.disk import replace_text
from specloom.output.folder import left_beside, remove_hidden
from specloom.output.lock import locked
from specloom.regular_file import read_regular
from specloom.targets.settings_file import OWN_FILE, SHARED_FILE
from specloom.targets.table import as_toml
from specloom.targets.toml_places import KeyPlace, TomlPlaces, parse_toml

Setting = str | list[str]
Kind = Literal["clients", "vendor"]
_TRIES: Final = 5
_WIDTH: Final = 100


def settings_file(start: Path, existing: Path | None) -> Path:
    """Return the file that new settings go into; it may have to be made.

    That is the file that has settings already, else the nearest `pyproject.toml` of the repository, else a
    `specloom.toml` in the repository's outermost folder. Outside a repository only the folder itself counts.
    """
    if existing is not None:
        return existing
    folders = folders_up(start) if find_repository(start) else (start.resolve(),)
    shared = (folder / SHARED_FILE for folder in folders)
    return next((file for file in shared if file.is_file()), folders[-1] / OWN_FILE)


def add_table(
    file: Path, name: str, settings: Mapping[str, Setting], kind: Kind = "vendor", *, text: str | None = None
) -> str:
    """Return the text of a settings file with the table of one more client at its end. Writes nothing.

    `text` is what the file says; None: read it.

    Raises:
        SpecloomError: The file cannot be read, or cannot be added to in this way.
    """
    text = _read(file) if text is None else text
    end = _line_end(text)
    table = ".".join((*_prefix(file, kind), name))
    lines = [f"[{table}]", *(f"{key} = {_spelt(value, end)}" for key, value in settings.items())]
    front = text if not text or text.endswith("\n") else text + end
    new = front + (end if front.strip() else "") + "".join(f"{line}{end}" for line in lines)
    expected = deepcopy(_parse(text, file))
    _descend(expected, _prefix(file, kind))[name] = dict(settings)
    if _parsed(new) != expected:
        raise SpecloomError(
            f"{shown_path(file)} is written in a way that [{table}] cannot be added to it",
            "write what it has of Specloom as tables, without inline ones ({…}), and run it again",
        )
    return new


def remove_table(file: Path, name: str, kind: Kind = "vendor") -> str:
    """Return the text of a settings file without the table of a client. Writes nothing.

    Raises:
        SpecloomError: The file cannot be read, or the table cannot be told from what is around it.
    """
    text, prefix = _read(file), _prefix(file, kind)
    expected = deepcopy(_parse(text, file))
    _descend(expected, prefix).pop(name, None)
    new = _without(text, (*prefix, name))
    if new is not None and (left := _parsed(new)) is not None and _pruned(left, prefix) == _pruned(expected, prefix):
        return new
    table = ".".join((*prefix, name))
    raise SpecloomError(
        f"{shown_path(file)} is written in a way that [{table}] cannot be cut out",
        f"write it as a table of its own, with [{table}] on a line, and run it again",
    )


def replace_values(file: Path, name: str, kind: Kind, values: Mapping[str, Setting]) -> str:
    """Return the text of a settings file in which a client's table says something else. Writes nothing.

    A list may be new; it goes behind the value before it, which is not.

    Raises:
        SpecloomError: The file cannot be read, or a value cannot be told from what is around it.
    """
    text = _read(file)
    path, before = (*_prefix(file, kind), name), ""
    for key, value in values.items():
        expected = deepcopy(_parse(text, file))
        _descend(expected, path)[key] = value
        places = TomlPlaces(text).of
        own, neighbour = places.get((*path, key)), places.get((*path, before))
        new = next((each for each in _ways(text, own, neighbour, key, value) if _parsed(each) == expected), None)
        if new is None:
            raise SpecloomError(
                f"{shown_path(file)} is written in a way that {key} of {name} cannot be changed",
                f"write it by hand: {key} = {as_toml(value)}",
            )
        text, before = new, key
    return text


def _ways(text: str, own: KeyPlace | None, before: KeyPlace | None, key: str, value: Setting) -> Iterator[str]:
    """Yield the text with another value in its place, or a new key behind the one before it.

    That goes on a line of its own, else into the same inline table.
    """
    end = _line_end(text)
    if own and own.value:
        yield f"{text[: own.value[0]]}{_spelt(value, end)}{text[own.value[1] :]}"
    elif own is None and before and before.value:
        at = text.find("\n", before.value[1]) + 1
        front = text[:at] if at else f"{text}{end}"
        in_front = text[text.rfind("\n", 0, before.start) + 1 : before.start]  # of a key with dots, the others
        yield f"{front}{in_front}{key} = {_spelt(value, end)}{end}{text[len(front) :]}"
        yield f"{text[: before.value[1]]}, {key} = {as_toml(value)}{text[before.value[1] :]}"


def _spelt(value: Setting, end: str) -> str:
    """Return a value as TOML has it, a list that is too long for a line with a line for each of its texts."""
    text = as_toml(value)
    if isinstance(value, str) or len(text) <= _WIDTH:
        return text
    return f"[{end}{''.join(f'    {as_toml(each)},{end}' for each in value)}]"


@contextmanager
def changed_settings(file: Path, change: Callable[[], str]) -> Iterator[None]:
    """Hold the settings while something is done, then replace their text at once; an empty file of our own is removed.

    The file is made where it is missing. `change` reads it and returns its whole new text: it is called first before
    anything is done, so that nothing is done if it raises, and again for every text that the file turns out to have in
    the end.

    Raises:
        SpecloomError: As `change`, or the file cannot be written. It is then as it was.
    """
    try:
        target = file.resolve()
        with locked(target):
            for work in left_beside(target):
                remove_hidden(work)
            change()
            yield
            _replace(file, change)
    except OSError as error:
        raise unwritable(file, error) from error


def _replace(file: Path, change: Callable[[], str]) -> None:
    """Replace the text of a settings file; an empty file of our own is removed. A link is followed."""
    for _ in range(_TRIES):
        before, text = _read(file), change()
        if file.name != OWN_FILE or text.strip():
            if replace_text(file, text, expected=before):
                return
        elif _read(file) == before:
            file.resolve().unlink(missing_ok=True)
            return
    raise SpecloomError(
        f"{shown_path(file)} is changed by somebody else again and again", "run it once more when it is at rest"
    )


def _prefix(file: Path, kind: Kind) -> tuple[str, ...]:
    return (kind,) if file.name == OWN_FILE else ("tool", "specloom", kind)


def _read(file: Path) -> str:
    try:
        return read_regular(file).decode()
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise unreadable(file, error) from error
    except UnicodeDecodeError:
        raise SpecloomError(f"{shown_path(file)} is not UTF-8", "save it as UTF-8") from None


def _parse(text: str, file: Path) -> dict[str, Any]:
    return parse_toml(text.encode(), shown_path(file))[1]


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None


def _descend(content: dict[str, Any], path: tuple[str, ...]) -> dict[str, Any]:
    for key in path:
        inner = content.setdefault(key, {})
        content = inner if isinstance(inner, dict) else {}
    return content


def _pruned(content: dict[str, Any], path: tuple[str, ...]) -> dict[str, Any]:
    """Return `content` without the tables on `path` that are empty: nobody wrote those for their own sake."""
    if path and isinstance(inner := content.get(path[0]), dict):
        pruned = _pruned(inner, path[1:])
        return {key: pruned if key == path[0] else value for key, value in content.items() if key != path[0] or pruned}
    return content


def _without(text: str, path: tuple[str, ...]) -> str | None:
    """Return the text with the table at `path` cut out; None where it has no header."""
    headers = [(keys, text.count("\n", 0, at)) for keys, at in TomlPlaces(text).headers]
    start = next((line for keys, line in headers if keys == path), None)
    if start is None:
        return None
    lines = re.split(r"(?<=\n)", text)
    end = next((line for keys, line in headers if line > start and keys[: len(path)] != path), len(lines))
    front, rest = "".join(lines[:start]), "".join(lines[_own_end(lines, start, end) :])
    if rest.strip():
        return front + rest
    return f"{front.rstrip()}{_line_end(front)}" if front.strip() else ""


def _own_end(lines: list[str], start: int, end: int) -> int:
    """Return where a table ends before the next one at `end`: comments after a blank line belong to that."""
    blank = next((at for at in range(end - 1, start, -1) if not lines[at].lstrip().startswith("#")), start)
    return blank + 1


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
