"""How a value contradicts its type, in words: what pydantic says of it, told by the places in the JSON."""

from __future__ import annotations

from collections.abc import Mapping
from types import NoneType
from typing import TYPE_CHECKING, Final

from .exact import ASIDE

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

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
        for detail in error.errors(include_url=False)[:MOST_DETAILS]:
            places = ["[]" if isinstance(part, int) else f".{part}" for part in detail["loc"] if part != ASIDE]
            inner = "".join(places)
            if ASIDE not in inner:  # what other ways to read the value say
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
