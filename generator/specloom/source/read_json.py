"""JSON (RFC 8259) to plain values, strictly: no equal names, no `NaN`, no halves of surrogate pairs.

The standard library's parser builds the values. What it is too lenient about is noticed by its hooks, and only then
`json_faults` looks for the place.
"""

from __future__ import annotations

import json
import math
import re
from typing import Any

from specloom.source.json_faults import find_faults, find_lone_surrogates, find_too_deep, is_too_large
from specloom.source.json_syntax import explain_syntax_error
from specloom.source.limits import MAX_DEPTH, MAX_DIGITS, MAX_NODES
from specloom.source.problem import Problem, ReadError

__all__ = ["read_json"]

_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")


def read_json(text: str) -> Any:  # noqa: ANN401 - the edge: whatever the file says
    """Return the value of `text`.

    Raises:
        ReadError: `invalid-json`, `duplicate-key` or `document-too-large`.
    """
    if is_too_large(text):
        raise ReadError(
            [Problem("document-too-large", f"more than {MAX_NODES:,} values", help="split the description")]
        )
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
        raise ReadError([find_too_deep(text)]) from None
    if _is_too_deep(data):
        raise ReadError([find_too_deep(text)])
    problems = find_faults(text, suspects.numbers) if suspects.found else []
    if _SURROGATE_ESCAPE.search(text):
        problems += find_lone_surrogates(text)
    if problems:
        raise ReadError(problems)
    return data


class _Suspects:
    """Hooks for the parser. They cannot see where they are, so they only remember that something is wrong."""

    def __init__(self) -> None:
        self.numbers: set[str] = set()
        self.found = False

    def check_names(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        members = dict(pairs)
        self.found |= len(members) < len(pairs)
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
        level = [
            child
            for value in level
            for child in (value.values() if isinstance(value, dict) else value)
            if isinstance(child, (dict, list))
        ]
        if not level:
            return False
    return True
