"""What a change means on the wire: one table, a row for each fact and direction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

from specloom.diff.changes import Direction

__all__ = ["RULES", "Area", "Effect", "Rule"]

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
    """What the rule finds, in one sentence."""
    reason: str
    """Why it has this effect, in one sentence."""


RULES: Final[Mapping[str, Rule]] = {}
"""Every rule by its id."""
