"""Searches: a mapping of field names to values → the text of an API's own search grammar.

A text finds itself, `"Appl*"` what begins so, `"*"` whatever is not empty, None what is empty. A bool, a number or a
date finds itself; a tuple of two what lies between them, both included, None being an open end; a list or a set any of
its members. Names of nested objects stand in a mapping of their own or behind a dot: `{"status.id": 12}`. All conditions
must hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from math import isfinite
from typing import Any, TypeAlias

__all__ = ["Search", "SearchGrammar", "SearchValue", "write_search"]

_Number: TypeAlias = int | float | Decimal
SearchValue: TypeAlias = (
    str
    | bool
    | _Number
    | date
    | tuple[_Number | None, _Number | None]
    | tuple[date | None, date | None]
    | list[str]
    | list[int]
    | list[float]
    | list[Decimal]
    | list[date]
    | AbstractSet[str | _Number | date]
    | Mapping[str, "SearchValue"]
    | None
)
Search: TypeAlias = Mapping[str, SearchValue]

_EDGES = re.compile(r"^\s|\s$|[\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class SearchGrammar:
    """How an API writes searches. Empty signs are forms that it does not have.

    Attributes:
        joint: What stands between two conditions.
        equals: What stands between name and value.
        any_of: Three characters: before a list of values, between two of them, behind the last.
        range: The same around the two ends of a range.
        wildcard: The character that stands for any text.
        not_allowed: Further characters that values cannot have.
    """

    joint: str
    equals: str
    any_of: str = ""
    range: str = ""
    wildcard: str = ""
    not_allowed: str = ""

    @property
    def forbidden(self) -> frozenset[str]:
        """The characters that no name and no value can have."""
        return frozenset(self.joint + self.equals + self.not_allowed)

    @property
    def brackets(self) -> frozenset[str]:
        """The characters that begin or end a list or a range."""
        return frozenset(self.any_of[:1] + self.any_of[2:] + self.range[:1] + self.range[2:])


def write_search(search: Search | str | None, grammar: SearchGrammar) -> str | None:
    """Return a search in the API's grammar; a text is returned as it is, a mapping without members gives None.

    Raises:
        ValueError: The grammar cannot carry a name or a value, or it would be read as something else; says which.
    """
    if search is None or isinstance(search, str):
        return search
    conditions = [f"{name}{grammar.equals}{text}" for name, text in _conditions(search, "", grammar)]
    return grammar.joint.join(conditions) or None


def _conditions(search: Search, prefix: str, grammar: SearchGrammar) -> Iterator[tuple[str, str]]:
    for key, value in search.items():
        name = f"{prefix}{key}"
        signs = sorted(sign for sign in grammar.forbidden | grammar.brackets if sign in key)
        if signs or not all(key.split(".")) or _EDGES.search(key):
            raise _refusal(name, f"a name cannot have {' or '.join(signs)}" if signs else "this is no name")
        if isinstance(value, Mapping):
            if not value:
                raise _refusal(name, "an empty mapping says nothing")
            yield from _conditions(value, f"{name}.", grammar)
        else:
            yield name, _value(name, value, grammar)


def _value(name: str, value: SearchValue, grammar: SearchGrammar) -> str:
    match value:
        case None:
            return ""
        case tuple():
            return _range(name, value, grammar)
        case list() | AbstractSet():
            return _any_of(name, value, grammar)
        case _:
            text = _text(name, value, grammar)
            if isinstance(value, str) and text[0] in grammar.any_of[:1] + grammar.range[:1]:
                raise _refusal(name, f"a text that begins with {text[0]} would be read as a list or a range")
            return text


def _any_of(name: str, values: Iterable[Any], grammar: SearchGrammar) -> str:
    if not grammar.any_of:
        raise _refusal(name, "this API cannot search for any of several values")
    texts = list(dict.fromkeys(_text(name, value, grammar) for value in values))
    if not texts:
        raise _refusal(name, "no value is any of none; leave the condition out, or None finds what is empty")
    opening, comma, closing = tuple(grammar.any_of)
    for text in texts:
        if signs := sorted(sign for sign in grammar.brackets | {comma} if sign in text):
            raise _refusal(name, f"a text in a list cannot have {' or '.join(signs)}")
    return f"{opening}{comma.join(sorted(texts) if isinstance(values, AbstractSet) else texts)}{closing}"


def _range(name: str, ends: tuple[Any, ...], grammar: SearchGrammar) -> str:
    if not grammar.range:
        raise _refusal(name, "this API cannot search for ranges")
    given = [end for end in ends if end is not None]
    if len(ends) != 2 or not given:  # noqa: PLR2004 - start and end
        raise _refusal(name, "a tuple is a range and needs a start, an end, or both; a list or a set is any of several")
    kinds = {_kind(end) for end in given}
    if len(kinds) > 1 or not kinds <= {"number", "date", "time"}:
        raise _refusal(name, "a range lies between two numbers or two dates; a list or a set is any of several")
    texts = ["" if end is None else _text(name, end, grammar) for end in ends]
    if len(given) > 1 and given[0] > given[1]:
        raise _refusal(name, f"the range from {texts[0]} to {texts[1]} is empty: its start is behind its end")
    opening, comma, closing = tuple(grammar.range)
    return f"{opening}{comma.join(texts)}{closing}"


def _kind(value: object) -> str:
    match value:
        case bool():
            return "bool"
        case int() | float() | Decimal():
            return "number"
        case datetime():
            return "time"
        case date():
            return "date"
        case _:
            return "other"


def _text(name: str, value: object, grammar: SearchGrammar) -> str:
    if isinstance(value, Enum):
        value = value.value
    match value:
        case str():
            return _checked(name, value, grammar)
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case float() | Decimal():
            if not isfinite(value):
                raise _refusal(name, f"{value} is no number to search for")
            return format(Decimal(repr(value)) if isinstance(value, float) else value, "f")
        case datetime():
            return _time(name, value, grammar)
        case date():
            return value.isoformat()
        case _:
            raise _refusal(name, f"a {type(value).__name__} cannot be searched for here")


def _checked(name: str, text: str, grammar: SearchGrammar) -> str:
    if not text:
        raise _refusal(name, "an empty text; None finds what is empty")
    if signs := sorted(sign for sign in grammar.forbidden if sign in text):
        wildcard = f"; put {grammar.wildcard} in its place" if grammar.wildcard else ""
        raise _refusal(name, f"this API cannot search for texts with {' or '.join(signs)}{wildcard}")
    if _EDGES.search(text):
        raise _refusal(name, "a text cannot begin or end with a space, nor have control characters")
    return text


def _time(name: str, value: datetime, grammar: SearchGrammar) -> str:
    if value.tzinfo is None:
        raise _refusal(name, "a time without a time zone; give it one, as in datetime.now(UTC), or pass a date")
    text = value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if any(sign in text for sign in grammar.forbidden):
        raise _refusal(name, "this API cannot search for times of day, only for dates: pass .date() of the time in UTC")
    return text


def _refusal(name: str, reason: str) -> ValueError:
    return ValueError(f"the search for {name!r} cannot be sent: {reason}")
