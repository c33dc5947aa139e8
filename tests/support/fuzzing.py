"""How the fuzzers run: how many examples, from which seed, and how an example that hangs is found.

`FUZZ_EXAMPLES` says how many examples each property is tried on; without it, each says itself, so that the suite stays
fast. `FUZZ_SEED` gives other examples; those of one seed are always the same.
"""

from __future__ import annotations

import os
import shlex
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, Phase, given, seed, settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from hypothesis.strategies import SearchStrategy

__all__ = ["command_for", "fuzz", "no_hang"]

_EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES") or "0")
_SEED = int(os.environ.get("FUZZ_SEED") or "0")
_PATIENCE = 20
"""Seconds; what is tried takes a hundredth of one. The rest is for machines that do much else."""


class HangError(AssertionError):
    """An example took much longer than any may."""


def fuzz(
    *strategies: SearchStrategy[Any], smoke: int, cost: int = 1
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Try a property on values of the strategies: on `smoke` of them, or on as many as the environment says.

    Where one example takes as long as `cost` of others, so many times fewer are tried than the environment says.
    A value that fails is printed by hypothesis; where the environment asked, after it was made smaller, which may take
    minutes. Nothing is remembered between runs.
    """
    options = settings(
        max_examples=max(_EXAMPLES // cost, smoke),
        phases=[Phase.generate, *([Phase.shrink] if _EXAMPLES else [])],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )

    def decorate(test: Callable[..., None]) -> Callable[..., None]:
        return seed(_SEED)(options(given(*strategies)(test)))

    return decorate


def command_for(test: str) -> str:
    """Return the command that tries the same examples again.

    Args:
        test: The node id by which pytest knows the test.
    """
    return f"FUZZ_EXAMPLES={_EXAMPLES or ''} FUZZ_SEED={_SEED} .venv/bin/python -m pytest {shlex.quote(test)}"


@contextmanager
def no_hang() -> Iterator[None]:
    """Interrupt what is done here if it does not come to an end.

    Raises:
        HangError: It did not; the traceback shows where it was.
    """

    def interrupt(_: int, __: FrameType | None) -> None:
        raise HangError(f"not done after {_PATIENCE} seconds")

    before = signal.signal(signal.SIGALRM, interrupt)
    signal.alarm(_PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
