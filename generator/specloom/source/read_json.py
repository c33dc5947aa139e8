"""JSON (RFC 8259) to plain values, strictly: no equal names, no `NaN`, no halves of surrogate pairs.

The standard library's parser builds the values. What it is too lenient about, or cannot survive, is noticed by its
hooks, and only then the place is looked for. Its syntax errors are told in plain words. The place of any other value
is found by walking down from the root, with the library's scanner for what is not on the way: it is written in C.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import islice
from json import JSONDecoder
from typing import Any, Final, NamedTuple

from specloom.findings import Pointer
from specloom.source.problem import (
    HALF_A_PAIR,
    KEEP_ONE,
    MAX_DEPTH,
    MAX_DIGITS,
    MAX_NODES,
    MAX_PROBLEMS,
    OTHER_NUMBER,
    SPLIT,
    SURROGATES,
    TOO_DEEP,
    TOO_MANY,
    Problem,
    ReadError,
    no_json_number,
    too_long,
    written_twice,
)

# The closing quote is optional and nothing is tried twice: time stays linear in texts with quotes that never close.
_STRING: Final = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?'
_STRINGS = re.compile(_STRING, re.DOTALL)
_TOKENS = re.compile(rf'{_STRING}|[\[\]{{}}:,]|[^\s"\[\]{{}}:,]++', re.DOTALL)
_EMPTY = re.compile(r"\[\s*+\]|\{\s*+\}")
_ESCAPES = re.compile(rf"{SURROGATES}|\\(?:(?P<lone>u[dD][89a-fA-F][0-9a-fA-F]{{2}})|.)", re.DOTALL)


def _is_too_large(text: str) -> bool:
    """Say whether `text` has more values than allowed, without building any."""
    if _count_values(text) <= MAX_NODES:  # commas in texts count as well, so this is the most there can be
        return False
    bare = _STRINGS.sub('""', text)
    return _count_values(bare) - len(_EMPTY.findall(bare)) > MAX_NODES


def _find_too_deep(text: str) -> Problem:
    """Return the problem at the first bracket that is deeper than allowed, or at the start if there is none."""
    depth, offset = 0, 0
    for match in _TOKENS.finditer(text):
        depth += (match[0] in ("[", "{")) - (match[0] in ("]", "}"))
        if depth > MAX_DEPTH:
            offset = match.start()
            break
    return Problem("document-too-large", TOO_DEEP, offset, help=SPLIT)


def _find_lone_surrogates(text: str) -> list[Problem]:
    """Return a problem for each escape in a valid JSON `text` that is half of a surrogate pair (RFC 8259, 8.2)."""
    lone = (match.start() for match in _ESCAPES.finditer(text) if match["lone"])
    return [
        Problem("invalid-json", HALF_A_PAIR, offset, help="escape both halves") for offset in islice(lone, MAX_PROBLEMS)
    ]


@dataclass(slots=True, eq=False, repr=False)
class _Frame:
    names: dict[str, int] | None
    """Where each member's name stands; None in a list."""
    wants_name: bool = False
    name: str = ""
    index: int = 0


def _find_faults(text: str, numbers: AbstractSet[str]) -> Iterator[Problem]:
    """Yield a problem for each equal name in one object of a valid JSON `text`, and for each of these `numbers`."""
    stack = [_Frame(None)]
    for match in _TOKENS.finditer(text):
        token, frame = match[0], stack[-1]
        match token[0]:
            case "{":
                stack.append(_Frame({}, wants_name=True))
            case "[":
                stack.append(_Frame(None))
            case "}" | "]":
                stack.pop()
            case ",":
                frame.index += 1
                frame.wants_name = frame.names is not None
            case '"' if frame.names is not None and frame.wants_name:
                frame.name, frame.wants_name = json.loads(token), False
                first = frame.names.setdefault(frame.name, match.start())
                if first != match.start():
                    message, place = written_twice(frame.name), _pointer(stack)
                    yield Problem("duplicate-key", message, match.start(), place, first, KEEP_ONE)
            case _ if token in numbers:
                message = too_long(token) if token.lstrip("-").isdigit() else no_json_number(token)
                place = _pointer(stack)
                yield Problem("invalid-json", message, match.start(), place, help=OTHER_NUMBER)


def _pointer(stack: list[_Frame]) -> Pointer:
    return tuple(str(frame.index) if frame.names is None else frame.name for frame in stack[1:])


def _count_values(text: str) -> int:
    """One for each comma, and one for the first value in each bracket and in the text itself."""
    return text.count(",") + text.count("[") + text.count("{") + 1


_TABLE: Final = {
    "Expecting property name": ("the name of a member is missing here", 'write "name": value'),
    "Expecting ':'": ("a ':' is missing here", 'write "name": value'),
    "Expecting ','": ("a ',' or a closing bracket is missing here", ""),
    "Expecting value": ("a value is missing here", "texts need double quotes"),
    "Extra data": ("something follows after the end of the document", "remove it"),
    "Invalid control character": (
        "a line end or control character stands inside a text",
        r"write it as '\n' or '\u00XX'",
    ),
    "Unterminated string": ("this text is never closed", "add the closing quote"),
    "Invalid \\": ("this escape does not exist", r"write '\\' for a backslash"),
}


def explain_syntax_error(error: json.JSONDecodeError) -> Problem:
    """Return the problem that `error` stands for."""
    text, offset = error.doc, error.pos
    if text.startswith(("//", "/*"), offset) or text.startswith("#", offset):
        return Problem("invalid-json", "JSON has no comments", offset, help="remove it, or write the file as YAML")
    before = text[:offset].rstrip()
    if not text[offset:].strip() and not error.msg.startswith("Unterminated"):
        message = "the file ends before the document does" if before else "the file is empty"
        return Problem("invalid-json", message, offset, help="save it again, with all of the document")
    if not before and text[offset].isalpha():
        advice = "begin the document with '{', or call a file that is YAML .yaml"
        return Problem("invalid-json", "this is not JSON", offset, help=advice)
    comma = offset if text.startswith(",", offset) else len(before) - 1
    if text.startswith(",", comma) and text[comma + 1 :].lstrip()[:1] in ("]", "}"):
        return Problem("invalid-json", "a ',' stands before a closing bracket", comma, help="remove the ','")
    default = (error.msg[:1].lower() + error.msg[1:], "")
    message, help_ = next((words for part, words in _TABLE.items() if error.msg.startswith(part)), default)
    return Problem("invalid-json", message, offset, help=help_)


_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")


def read_json(text: str) -> Any:  # noqa: ANN401 - the edge: whatever the file says
    """Return the value of `text`.

    Raises:
        ReadError: `invalid-json`, `duplicate-key` or `document-too-large`.
    """
    if _is_too_large(text):
        raise ReadError([Problem("document-too-large", TOO_MANY, help=SPLIT)])
    suspects = _Suspects()
    try:
        data = json.loads(
            text,
            object_pairs_hook=suspects.check_names,
            parse_int=suspects.check_integer,
            parse_float=suspects.check_float,
            parse_constant=suspects.refuse_number,
        )
    except json.JSONDecodeError as error:
        raise ReadError([explain_syntax_error(error)]) from None
    except RecursionError:
        raise ReadError([_find_too_deep(text)]) from None
    if _is_too_deep(data):
        raise ReadError([_find_too_deep(text)])
    problems = [*islice(_find_faults(text, suspects.numbers), MAX_PROBLEMS)] if suspects.found else []
    if _SURROGATE_ESCAPE.search(text):
        problems += _find_lone_surrogates(text)
    if problems:
        raise ReadError(problems, data=data)
    return data


class _Suspects:
    """Hooks for the parser. They cannot see where they are, so they only remember that something is wrong."""

    def __init__(self) -> None:
        self.numbers: set[str] = set()
        self.found = False

    def check_names(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        members = dict(pairs)
        if len(members) < len(pairs):
            self.found = True
        return members

    def check_integer(self, text: str) -> int:
        return int(text) if len(text) <= MAX_DIGITS else self.refuse_number(text)

    def check_float(self, text: str) -> float:
        value = float(text)
        return self.refuse_number(text) if math.isinf(value) else value

    def refuse_number(self, text: str) -> int:
        self.numbers.add(text)
        self.found = True
        return 0


def _is_too_deep(data: Any) -> bool:  # noqa: ANN401 - the edge
    """Say whether `data` has more levels than allowed, going down one level at a time instead of recursing."""
    level = [data] if isinstance(data, (dict, list)) else []
    for _ in range(MAX_DEPTH):
        if not level:
            return False
        inner = (value.values() if isinstance(value, dict) else value for value in level)
        level = [each for values in inner for each in values if type(each) is dict or type(each) is list]
    return bool(level)


_SPACE = re.compile(r"[ \t\n]*")
_decode_value = JSONDecoder().raw_decode


class _Place(NamedTuple):
    name_at: int
    value_at: int


class JsonPlaces:
    """Finds places in `text` and remembers the members of each object and list on the way to them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._members: dict[int, _Members] = {}

    def find(self, pointer: Pointer, *, key: bool) -> int:
        """Return the offset of a value or its name, or of the value of its deepest existing ancestor."""
        start = _skip_space(self._text, 0)
        place = _Place(start, start)
        for segment in pointer:
            members = self._members.setdefault(place.value_at, _Members(self._text, place.value_at))
            below = members.get(segment)
            if below is None:
                return place.value_at
            place = below
        return place.name_at if key else place.value_at


class _Members:
    """Where the members of the value at `offset` are, looked up no further than the one asked for."""

    def __init__(self, text: str, offset: int) -> None:
        self._known: dict[str, _Place] = {}
        self._rest = _scan_members(text, offset)

    def get(self, name: str) -> _Place | None:
        if name not in self._known:
            for found, place in self._rest:
                self._known[found] = place
                if found == name:
                    break
        return self._known.get(name)


def _scan_members(text: str, offset: int) -> Iterator[tuple[str, _Place]]:
    """Yield the names and places of members. Items of a list are called by their index, as in a pointer."""
    opening, index = text[offset], 0
    if opening not in "{[":
        return
    at = _skip_space(text, offset + 1)
    while text[at] not in "}]":
        name_at, name = at, str(index)
        if opening == "{":
            name, at = _decode_value(text, at)
            at = _skip_space(text, _skip_space(text, at) + 1)  # the colon
        yield name, _Place(name_at, at)
        at = _skip_space(text, _decode_value(text, at)[1])
        at = _skip_space(text, at + 1) if text[at] == "," else at
        index += 1


def _skip_space(text: str, offset: int) -> int:
    match = _SPACE.match(text, offset)
    return match.end() if match else offset
