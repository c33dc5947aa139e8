"""Functions that call themselves over a description, on a stack of their own.

Python's stack is as deep as whoever calls us left it, a description as deep as its author likes. A function that calls
itself is written as a generator here: it says `yield from call(…)` where it would have called, and `run` drives it. Of
functions that call each other, one on each way around says so; the others say `yield from …` alone, which is quicker.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, TypeAlias, TypeVar

_T = TypeVar("_T")

Steps: TypeAlias = Generator["Steps[Any]", Any, _T]
"""A function that is being run: yields the calls that it makes, is sent what they return, and returns a value."""


def call(steps: Steps[_T]) -> Steps[_T]:
    """Have `run` run another function first, and return what that one returns."""
    result: _T = yield steps
    return result


def run(steps: Steps[_T]) -> _T:
    """Return what a function returns, however deep its calls of others go.

    Raises:
        Exception: Whatever one of the functions raises.
    """
    stack: list[Steps[Any]] = [steps]
    value: Any = None
    while stack:
        try:
            stack.append(stack[-1].send(value))
            value = None
        except StopIteration as end:
            stack.pop()
            value = end.value
    result: _T = value
    return result
