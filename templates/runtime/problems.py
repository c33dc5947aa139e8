"""How a value contradicts its type, in words: what pydantic says of it, told by the places in the JSON."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from types import NoneType
from typing import TYPE_CHECKING, Final, TypeAlias

from .exact import ARRAY, ASIDE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

_Path: TypeAlias = tuple[int | str, ...]

_MOST_PROBLEMS = 100
"""Problems of one value that are told."""
_LONGEST_PATH = 200
"""Characters: an answer may use any names it likes."""
MOST_DETAILS = 1000
"""Details of pydantic's errors that are looked at for them."""


class Problems:
    """How a value contradicts its type: pairs of path and problem, each once whatever the item of the list.

    There are a hundred at most. The words never quote the value.
    """

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], None] = {}
        self._patience = MOST_DETAILS

    def add(self, path: str, problem: str) -> None:
        """Add one."""
        path = path.removeprefix(".")
        if len(path) > _LONGEST_PATH:
            path = f"{path[: _LONGEST_PATH // 2]}…{path[-_LONGEST_PATH // 2 :]}"
        if len(self._found) < _MOST_PROBLEMS:
            self._found[path, problem] = None

    def add_all(self, path: str, error: ValidationError) -> None:
        """Add what pydantic says of the part of the value that stands at `path`."""
        if self._patience <= 0:
            return
        self._patience -= error.error_count()
        for places, detail in _of_its_length(error.errors(include_url=False)[:MOST_DETAILS]):
            inner = "".join("[]" if isinstance(part, int) else f".{part}" for part in places)
            self.add(path + inner, _words(detail))

    def told(self) -> tuple[tuple[str, str], ...]:
        """Return them."""
        return tuple(self._found)


_DESCRIBED: Final[Mapping[str, tuple[str, str]]] = {
    "int_type": ("integer", "an integer"),
    "float_type": ("number", "a number"),
    "bool_type": ("boolean", "a boolean"),
    "string_type": ("string", "a string"),
    "bytes_type": ("string", "a string"),
    "uuid": ("string", "a UUID"),
    "datetime": ("string", "a date-time"),
    "date": ("string", "a date"),
    "time": ("string", "a time"),
    "decimal": ("string", "a decimal number as text"),
    "base64": ("string", "base64"),
    "seconds": ("string", "seconds as text"),
    "none_required": ("null", "null"),
    "list_type": ("array", "an array"),
    "tuple_type": ("array", "an array"),
    "dict_type": ("object", "an object"),
    "model_type": ("object", "an object"),
    "model_attributes_type": ("object", "an object"),
}
"""What pydantic says where a value has another JSON type → the type that is described, and how it is called."""
_SENT: Final[Mapping[type, tuple[str, str]]] = {
    bool: ("boolean", "a boolean"),
    int: ("integer", "an integer"),
    float: ("number", "a number"),
    str: ("string", "a string"),
    list: ("array", "an array"),
    dict: ("object", "an object"),
    NoneType: ("null", "null"),
}
_QUOTING: Final = frozenset({"union_tag_invalid", "value_error", "assertion_error"})
"""What pydantic says with the words of the answer in it."""


def _words(detail: ErrorDetails) -> str:
    described = _DESCRIBED.get(detail["type"])
    sent = _SENT.get(detail["input"].__class__)
    if described is not None and sent is not None and sent[0] != described[0]:
        return f"sent as {sent[1]}, described as {described[1]}"
    return detail["type"] if detail["type"] in _QUOTING else detail["msg"]


def _of_its_length(details: Sequence[ErrorDetails]) -> Iterator[tuple[_Path, ErrorDetails]]:
    """Yield what is said of a value, each with its path, without what other ways to read it say.

    One array of a description may be a union in Python, of tuples of the lengths that it may have: of those only that
    of the value's own length is meant, or the nearest, and then its name says nothing.
    """
    off = _off(details)
    nearest: dict[_Path, int] = {}
    for path, number in off.items():
        nearest[path[:-1]] = min(number, nearest.get(path[:-1], number))
    others = {path for path, number in off.items() if number > nearest[path[:-1]]}
    ends = {len(path) for path in nearest}
    meant = [each for each in details if others.isdisjoint(each["loc"][: end + 1] for end in ends)]
    members: defaultdict[_Path, set[int | str]] = defaultdict(set)
    for path in (detail["loc"] for detail in meant):
        for end in (end for end in ends if end < len(path)):
            members[path[:end]].add(path[end])
    for detail in meant:
        path = detail["loc"]
        is_alone = {end for end in ends if path[:end] in nearest and len(members[path[:end]]) == 1}
        named = [part for end, part in enumerate(path) if end not in is_alone and part != ASIDE]
        if not any(isinstance(part, str) and part.startswith(ASIDE) for part in named):
            yield tuple(part.removeprefix(ARRAY) if isinstance(part, str) else part for part in named), detail


def _off(details: Sequence[ErrorDetails]) -> dict[_Path, int]:
    """Return the paths of arrays among the members of unions, each with the items that a value has too many or few."""
    off: dict[_Path, int] = {}
    for detail in details:
        path = detail["loc"]
        for end, part in enumerate(path, 1):
            if isinstance(part, str) and part.startswith(ARRAY):
                off.setdefault(path[:end], 0)
        if detail["type"] == "too_long" and path in off:
            off[path] = len(detail["input"]) - detail.get("ctx", {}).get("max_length", 0)
        elif detail["type"] == "missing" and path[:-1] in off:
            off[path[:-1]] += 1
    return off
