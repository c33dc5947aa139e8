"""Values that a server writes as numbers or as texts, which mean the same; in Python they are text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, TypeAlias

from pydantic import PlainSerializer, WrapValidator


class _Number(str):
    """A text that came as a number, and goes back as one."""

    __slots__ = ()


def _read(value: object, check: Callable[[object], str]) -> str:
    return _Number(value) if isinstance(value, int) and not isinstance(value, bool) else check(value)


def _written(value: str) -> int | str:
    return int(value) if isinstance(value, _Number) else value


Text: TypeAlias = Annotated[str, WrapValidator(_read), PlainSerializer(_written, when_used="json")]
"""A text, or a whole number that is read as one."""
