"""Which version a description should carry after a change, by the rules of Semantic Versioning (https://semver.org)."""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import IntEnum
from typing import Final

_NUMBER: Final = re.compile(r"(0|[1-9][0-9]{0,8})(\.(0|[1-9][0-9]{0,8})){0,2}", re.ASCII)


class Step(IntEnum):
    """Which part of a version grows, counted from the front."""

    MAJOR = 0
    """Something breaks."""
    MINOR = 1
    """Something is new, or may matter to some."""
    PATCH = 2


def suggest_version(old: str, new: str, steps: Collection[Step]) -> str:
    """Return the least version that says what changed; empty where nobody can tell, or `new` says it already.

    A version is one to three numbers. What its form has no number for cannot be said: `3` only grows with what breaks.
    Before `1.0` everything may break (Semantic Versioning 2.0.0, 4), and the second number says that it does.

    Args:
        old: The version before.
        new: The version that the changed description carries.
        steps: What each of the changes asks for.
    """
    if not steps or not _NUMBER.fullmatch(old):
        return ""
    numbers = [int(number) for number in old.split(".")]
    part = min(steps) + (1 if numbers[0] == 0 and len(numbers) > 1 else 0)
    part = min(part, Step.PATCH)
    if part >= len(numbers):
        return ""
    wanted = [*numbers[:part], numbers[part] + 1, *[0] * (len(numbers) - part - 1)]
    if _NUMBER.fullmatch(new) and [*map(int, new.split(".")), 0, 0][:3] >= [*wanted, 0, 0][:3]:
        return ""
    return ".".join(map(str, wanted))
