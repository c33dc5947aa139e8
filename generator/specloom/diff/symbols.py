"""Changes of a client as its callers see them: Python symbols, before and after."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from specloom.findings import Location
from specloom.ir.surface import SymbolKind

__all__ = ["ClientVerdict", "SymbolChange"]


class ClientVerdict(StrEnum):
    """What a change does to code that uses the client, worst first."""

    CALL_BREAKS = "call breaks"
    """Code that ran raises: a name is gone, an argument is gone or newly required."""
    TYPES_BREAK = "types break"
    """Code may still run, but a type checker that was content no longer is."""
    BEHAVIOUR_CHANGES = "behaviour changes"
    """The same code checks and runs, and does something else."""
    SAFE = "safe"


@dataclass(frozen=True, slots=True)
class SymbolChange:
    """One symbol of the client that is different."""

    symbol: str
    """As callers write it: `fixably.orders.list`, `fixably.orders.list(limit)`, `models.Order.status`,
    `inputs.OrderInput["status"]`."""
    kind: SymbolKind
    before: str
    """Its signature or annotation as Python text; empty where it is new."""
    after: str
    """Empty where it is gone."""
    verdict: ClientVerdict
    reason: str
    """One sentence without a full stop: what happens to a caller."""
    old_location: Location | None = field(default=None, compare=False, repr=False)
    location: Location | None = field(default=None, compare=False, repr=False)
    """Where the description says what the symbol is made from."""
