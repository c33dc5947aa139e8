"""Where a JSON text breaks a rule that the standard library's parser does not keep, or cannot survive."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from specloom.findings import Pointer
from specloom.source.limits import MAX_DEPTH, MAX_NODES, MAX_PROBLEMS
from specloom.source.problem import Problem

__all__ = ["find_faults", "find_lone_surrogates", "find_too_deep", "is_too_large"]

# The closing quote is optional and nothing is tried twice: time stays linear in texts with quotes that never close.
_STRING: Final = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?'
_STRINGS = re.compile(_STRING, re.DOTALL)
_TOKENS = re.compile(rf'{_STRING}|[\[\]{{}}:,]|[^\s"\[\]{{}}:,]++', re.DOTALL)
_EMPTY = re.compile(r"\[\s*+\]|\{\s*+\}")
_PAIR: Final = r"u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_ESCAPES = re.compile(rf"\\(?:{_PAIR}|(?P<lone>u[dD][89a-fA-F][0-9a-fA-F]{{2}})|.)", re.DOTALL)


def is_too_large(text: str) -> bool:
    """Say whether `text` has more values than allowed, without building any."""
    if _count_values(text) <= MAX_NODES:  # commas in texts count as well, so this is the most there can be
        return False
    bare = _STRINGS.sub('""', text)
    return _count_values(bare) - len(_EMPTY.findall(bare)) > MAX_NODES


def find_too_deep(text: str) -> Problem:
    """Return the problem at the first bracket that is deeper than allowed, or at the start if there is none."""
    depth, offset = 0, 0
    for match in _TOKENS.finditer(text):
        depth += (match[0] in ("[", "{")) - (match[0] in ("]", "}"))
        if depth > MAX_DEPTH:
            offset = match.start()
            break
    message = f"more than {MAX_DEPTH} levels of nesting"
    return Problem("document-too-large", message, offset, help="split the description")


def find_lone_surrogates(text: str) -> list[Problem]:
    """Return a problem for each escape in a valid JSON `text` that is half of a surrogate pair (RFC 8259, 8.2)."""
    lone = (match.start() for match in _ESCAPES.finditer(text) if match["lone"])
    message = "half of a surrogate pair is not a character"
    return [
        Problem("invalid-json", message, offset, help="escape both halves") for offset in islice(lone, MAX_PROBLEMS)
    ]


def find_faults(text: str, numbers: AbstractSet[str]) -> list[Problem]:
    """Return a problem for each equal name in one object of a valid JSON `text`, and for each of these `numbers`."""
    return list(islice(_faults(text, numbers), MAX_PROBLEMS))


@dataclass(slots=True)
class _Frame:
    names: dict[str, int] | None
    """Where each member's name stands; None in a list."""
    name: str = ""
    index: int = 0
    wants_name: bool = field(init=False)

    def __post_init__(self) -> None:
        self.wants_name = self.names is not None

    def next_member(self) -> None:
        self.index += 1
        self.wants_name = self.names is not None


def _faults(text: str, numbers: AbstractSet[str]) -> Iterator[Problem]:
    stack = [_Frame(None)]
    for match in _TOKENS.finditer(text):
        token, frame = match[0], stack[-1]
        match token[0]:
            case "{":
                stack.append(_Frame({}))
            case "[":
                stack.append(_Frame(None))
            case "}" | "]":
                stack.pop()
            case ",":
                frame.next_member()
            case '"' if frame.names is not None and frame.wants_name:
                frame.name, frame.wants_name = json.loads(token), False
                first = frame.names.setdefault(frame.name, match.start())
                if first != match.start():
                    message, place = f"'{frame.name}' is written twice", _pointer(stack)
                    yield Problem("duplicate-key", message, match.start(), place, first, "keep one of the two")
            case _ if token in numbers:
                yield Problem("invalid-json", _describe_number(token), match.start(), _pointer(stack))


def _describe_number(token: str) -> str:
    if token.lstrip("-").isdigit():
        return f"a number of {len(token)} digits is too long"
    return f"'{token}' is no number that JSON can say"


def _pointer(stack: list[_Frame]) -> Pointer:
    return tuple(str(frame.index) if frame.names is None else frame.name for frame in stack[1:])


def _count_values(text: str) -> int:
    """One for each comma, and one for the first value in each bracket and in the text itself."""
    return text.count(",") + text.count("[") + text.count("{") + 1
