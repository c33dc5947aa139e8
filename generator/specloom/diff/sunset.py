"""When something that is deprecated may go: what its `x-sunset` promises to those who still use it.

`x-sunset` is a date or a date-time of RFC 3339, as gateways and other tools take it beside `deprecated`; it is the day
of the header field Sunset (RFC 8594). Where no description says it, nothing here applies.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Final, NamedTuple, Protocol

from specloom.diff.vocabulary import Change
from specloom.record import record, replace
from specloom.spec.document import Document, Operation

SUNSET: Final = "x-sunset"


class Ageing(Protocol):
    """Something that can be deprecated, and say until when it is there."""

    @property
    def deprecated(self) -> bool:
        """Whether it is deprecated."""

    @property
    def sunset(self) -> str:
        """The text of its `x-sunset`; empty where it has none."""


def read_sunset(text: str) -> date | None:
    """Return the day that an `x-sunset` says; None where it says none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


def uses_sunsets(document: Document) -> bool:
    """Return whether an operation or a parameter of a description says until when it is there."""
    found = (each.sunset or any(parameter.sunset for parameter in each.parameters) for each in document.all_operations)
    return any(found)


class Removal(NamedTuple):
    """The facts that something is gone."""

    unannounced: str
    """It was not deprecated."""
    deprecated: str
    too_early: str
    """It was deprecated, with a last day that is still to come."""

    def choose(self, thing: Ageing) -> str:
        """Return the fact about something that was there."""
        if not thing.deprecated:
            return self.unannounced
        day = read_sunset(thing.sunset)
        return self.deprecated if day is None or day <= _today() else self.too_early


def allowance(thing: Ageing) -> str:
    """Return why something may go, as its own description has announced; empty where it has not."""
    day = read_sunset(thing.sunset) if thing.deprecated else None
    return f"announced: it was deprecated, with {day} as its last day" if day and day <= _today() else ""


def judge_sunset(old: Ageing, new: Ageing, *, expected: bool) -> tuple[str, str] | None:
    """Return what happened to the last day of something that stays deprecated or becomes it, and a sentence's end.

    `expected`: the description says last days elsewhere, so that one is missed here.

    Returns:
        A fact, and what to say behind the name of the thing. None where nothing of it is different.
    """
    if not new.deprecated or (old.deprecated, old.sunset) == (new.deprecated, new.sunset):
        return None
    before, after = read_sunset(old.sunset) if old.deprecated else None, read_sunset(new.sunset)
    if new.sunset and after is None:
        return "sunset-unreadable", f"has {new.sunset!r} as its last day, which is no date"
    if after is None:
        if old.deprecated and old.sunset:
            return "sunset-removed", f"no longer says its last day, which was {old.sunset}"
        return ("sunset-missing", "is deprecated, and does not say its last day") if expected else None
    if before is None and after < _today():
        return "sunset-passed", f"is announced to go on {after}, which is over"
    if before is None or before == after:
        return "sunset-announced", f"has {after} as its last day"
    return ("sunset-earlier" if after < before else "sunset-later"), f"goes on {after} and not on {before}"


@record
class Lifetime:
    """How long a value is there that several schemas say something about."""

    deprecated: bool
    sunset: str


_LEVELS: Final = ("draft", "alpha", "beta", "stable")
"""What `x-stability-level` can be, the least stable first."""
_UNSTABLE: Final = frozenset({"draft", "alpha"})
_PROMISES: Final = frozenset({"stability-lowered", "stability-raised", "stability-unreadable"})
"""The facts of `judge_stability`. They say how much may change from now on, so no allowance covers them."""


def judge_stability(old: Operation, new: Operation) -> tuple[str, str] | None:
    """Return what happened to how stable an operation is said to be, and a sentence's end.

    Returns:
        A fact, and what to say behind the name of the operation. None where nothing of it is different.
    """
    before, after = old.stability, new.stability
    if before == after:
        return None
    if wrong := next((level for level in (after, before) if level and level not in _LEVELS), None):
        return "stability-unreadable", f"has {wrong!r} as its stability, which is none of {', '.join(_LEVELS)}"
    if before and (not after or _LEVELS.index(after) < _LEVELS.index(before)):
        return "stability-lowered", f"was {before} and is {after or 'not said to be'}"
    return "stability-raised", f"is {after} now"


def allow_unstable(changes: Iterable[Change], old: Document) -> tuple[Change, ...]:
    """Return the changes; those are allowed that reach nothing but drafts and alphas, on which nobody can rely yet."""
    unstable = {each.route for each in old.operations if each.stability in _UNSTABLE}
    why = "announced: it reaches drafts and alphas only"

    def is_allowed(change: Change) -> bool:
        return change.fact not in _PROMISES and bool(change.uses) and all(use.route in unstable for use in change.uses)

    return tuple(replace(each, allowance=why) if is_allowed(each) else each for each in changes)


def _today() -> date:
    return datetime.now(UTC).date()
