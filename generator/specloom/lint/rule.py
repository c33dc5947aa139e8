"""What a rule is: a row of the table with what it looks for, why it matters, and the function that looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from specloom.findings import Location, Severity
from specloom.lint.material import Material

__all__ = ["Check", "LintArea", "LintRule", "Observation"]

LintArea = Literal[
    "example", "schema", "path", "operation", "client", "paging", "component", "security", "evidence", "document",
    "lint",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Observation:
    """One place where a rule does not hold. The rule says how much it matters."""

    message: str
    """One sentence without a full stop."""
    location: Location
    help: str = ""
    related: tuple[Location, ...] = ()


Check = Callable[[Material], Iterable[Observation]]


@dataclass(frozen=True, slots=True)
class LintRule:
    """One thing that a good description does or does not do."""

    id: str
    """Kebab case, the thing and then the event."""
    severity: Severity
    """Errors are wrong on the wire, warnings make a worse client, notes are a matter of taste."""
    area: LintArea
    purpose: str
    """What the rule finds, in one sentence."""
    reason: str
    """Why that matters, in one sentence."""
    check: Check
