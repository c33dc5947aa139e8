"""TOML with places: where a text is no TOML, and where a key of it stands.

The parser of the standard library keeps no places. So a key is looked for in the text, and taken where the parser
says that it is the one that is meant: with another name there, the value is found under that name. This costs nothing
as long as nothing is wrong.
"""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any, Final

from specloom.findings import Position, SpecloomError
from specloom.targets.table import as_toml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from specloom.targets.table import Keys


_PLACE: Final = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_MEND: Final = 'TOML has `key = "text"`, `key = ["text"]` and `[table]`, each on a line of its own'
_SAVE: Final = "save it as UTF-8"


def parse_toml(content: bytes, name: str) -> tuple[str, dict[str, Any]]:
    """Return a file as text, and what it says.

    Args:
        content: The whole file.
        name: What messages call it.

    Raises:
        SpecloomError: It is not UTF-8, or no TOML.
    """
    try:
        text = content.decode()
        return text, tomllib.loads(text)
    except UnicodeDecodeError as error:
        before = content[: error.start].decode()
        place = _position(before, len(before))
        raise SpecloomError(f"{name}:{place.line}:{place.column}: not UTF-8", _SAVE) from None
    except tomllib.TOMLDecodeError as error:
        message = str(error)  # before Python 3.14, the place is said in the message only
        found = _PLACE.search(message)
        end = _position(text, len(text))
        line, column = found.groups() if found and found[1] else (end.line, end.column)
        problem = _PLACE.sub("", message)
        raise SpecloomError(f"{name}:{line}:{column}: not TOML: {problem[:1].lower()}{problem[1:]}", _MEND) from None
    except RecursionError:
        raise SpecloomError(f"{name} is not TOML: its values are nested too deeply", _MEND) from None


def locate_key(text: str, keys: Keys) -> Position | None:
    """Return where a key of a TOML text stands: where its name is first written.

    Args:
        text: What `parse_toml` can parse.
        keys: The keys that lead there, from the top. Where they lead nowhere, the last of them that leads somewhere
            is meant; the place of an item is that of its list.

    Returns:
        The place; None where none of the keys is there.
    """
    for length in range(len(keys), 0, -1):
        if isinstance(key := keys[length - 1], str):
            for start, end in _spellings(text, key):
                if _has(f"{text[:start]}{_unlike(text)}{text[end:]}", (*keys[: length - 1], _unlike(text))):
                    return _position(text, start)
    return None


def _spellings(text: str, key: str) -> Iterator[tuple[int, int]]:
    """Yield where a key may be written, bare or in quotes."""
    written = (as_toml(key), f"'{key}'")
    bare = rf"(?<![\w-]){re.escape(key)}(?![\w-])"
    for found in re.finditer("|".join([*map(re.escape, written), bare]), text):
        yield found.span()


def _unlike(text: str) -> str:
    """Return a bare key that stands nowhere in a text."""
    key = "x"
    while key in text:
        key += "x"
    return key


def _has(text: str, keys: Keys) -> bool:
    try:
        value: Any = tomllib.loads(text)
        for key in keys:
            value = value[key]
    except (tomllib.TOMLDecodeError, RecursionError, KeyError, IndexError, TypeError):
        return False
    return True


def _position(text: str, at: int) -> Position:
    return Position(text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1)
