"""What a scalar of YAML means: the core schema of YAML 1.2.2 (section 10.3), without what JSON cannot say."""

from __future__ import annotations

import math
import re
from typing import Final

from specloom.source.limits import MAX_DIGITS

__all__ = ["Scalar", "resolve_plain", "resolve_tagged"]

Scalar = bool | int | float | str | None

_WORDS: Final[dict[str, bool | None]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_FIRST_OF_NUMBER: Final = frozenset("+-.0123456789")
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_BASES: Final = {"0o": 8, "0x": 16}
_TAG_PREFIX: Final = "tag:yaml.org,2002:"
_TYPES: Final = {"null": (type(None),), "bool": (bool,), "int": (int,), "float": (int, float)}


def resolve_plain(text: str) -> Scalar:
    """Return the value of a scalar that is neither quoted nor tagged.

    Raises:
        ValueError: It is a number that JSON cannot say, or that is too long; the message says so.
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _FIRST_OF_NUMBER:
        return text
    if _INTEGER.fullmatch(text):
        if len(text) > MAX_DIGITS:
            raise ValueError(f"a number of {len(text)} digits is too long")
        return int(text[2:], _BASES[text[:2]]) if text[:2] in _BASES else int(text)
    finite = _FLOAT.fullmatch(text)
    if _NOT_FINITE.fullmatch(text) or (finite and math.isinf(float(text))):
        raise ValueError(f"'{text}' is no number that JSON can say")
    return float(text) if finite else text


def resolve_tagged(text: str, tag: str) -> Scalar:
    """Return the value of a scalar with an explicit tag: `!!str`, `!!int`, `!!float`, `!!bool`, `!!null` or `!`.

    Raises:
        ValueError: The tag is another one, or the text is no such value; the message says so.
    """
    kind = tag.removeprefix(_TAG_PREFIX)
    if tag in ("!", f"{_TAG_PREFIX}str"):
        return text
    shown = f"!!{kind}" if kind != tag else tag
    if kind == tag or kind not in _TYPES:
        raise ValueError(f"the tag '{shown}' is not plain data")
    value = resolve_plain(text)
    if type(value) not in _TYPES[kind]:  # not isinstance: True is an int
        raise ValueError(f"'{text}' is no value for the tag '{shown}'")
    return float(value) if kind == "float" and isinstance(value, int) else value
