"""What a rule is: a fact, the side it is on, and what that means on the wire."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from specloom.diff.changes import Direction

__all__ = ["Area", "Effect", "Rule", "mirrored", "sideless"]

Area = Literal[
    "document", "server", "security", "path", "operation", "parameter", "request-body", "media-type", "response",
    "header", "schema", "webhook", "extension",
]  # fmt: skip


class Effect(StrEnum):
    """How much a change matters to those who call or serve the API, worst first."""

    BREAKING = "breaking"
    """A client or server that kept to the old description fails."""
    WARNING = "warning"
    """Some do, depending on what they rely on."""
    SAFE = "safe"


@dataclass(frozen=True, slots=True)
class Rule:
    """What one fact means on one side."""

    id: str
    """Kebab case: the direction, if it has one, and the fact: `response-property-removed`."""
    fact: str
    direction: Direction | None
    """None for facts that have no side, such as a removed operation."""
    area: Area
    effect: Effect
    purpose: str
    """What has happened where the rule applies: one sentence in lower case, without a full stop."""
    reason: str
    """Why that has this effect: one sentence in lower case, without a full stop."""


def sideless(fact: str, area: Area, effect: Effect, purpose: str, reason: str) -> tuple[Rule, ...]:
    """Return the rule of a fact that means the same whoever reads what is described."""
    return (Rule(fact, fact, None, area, effect, purpose, reason),)


def mirrored(
    fact: str, area: Area, purpose: str, *, request: tuple[Effect, str], response: tuple[Effect, str]
) -> tuple[Rule, ...]:
    """Return the two rules of a fact that has sides.

    Args:
        fact: What happened.
        area: What it happened to.
        purpose: With `{}` where the side is named: `a {} may leave out a property that it had to have`.
        request: What it means where the server reads what is described, and why.
        response: What it means where the client does.
    """
    sides: tuple[tuple[Direction, tuple[Effect, str]], ...] = (("request", request), ("response", response))
    return tuple(
        Rule(f"{side}-{fact}", fact, side, area, effect, purpose.format(side), reason)
        for side, (effect, reason) in sides
    )
