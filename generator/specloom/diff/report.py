"""The whole answer to what a change of a description breaks: every change, judged, with what it does to callers."""

from __future__ import annotations

from dataclasses import dataclass

from specloom.diff.changes import Change
from specloom.diff.rules import Effect, Rule
from specloom.diff.symbols import ClientVerdict, SymbolChange

__all__ = ["Entry", "Report"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One change and what it means."""

    id: str
    """Twelve hexadecimal digits that depend on what changed, not on words, lines or files."""
    change: Change
    rules: tuple[Rule, ...]
    """Those that apply, one a direction, worst first."""
    impact: tuple[SymbolChange, ...]
    """The Python symbols that change with it, worst first."""
    accepted: str = ""
    """Why this change is accepted; empty where nobody has."""

    @property
    def effect(self) -> Effect:
        """The worst effect on the wire."""
        return self.rules[0].effect

    @property
    def verdict(self) -> ClientVerdict:
        """The worst effect on callers."""
        return self.impact[0].verdict if self.impact else ClientVerdict.SAFE


@dataclass(frozen=True, slots=True)
class Report:
    """All entries of one description, worst first."""

    name: str
    """What the description is called: a client of the settings, or the path of its entry document."""
    package: str
    """The Python package of its client."""
    old_version: str
    """`info.version` of the old description."""
    new_version: str
    suggested_version: str
    """What the new description's version should be, by what changed; empty where it is no number to count on."""
    entries: tuple[Entry, ...]
