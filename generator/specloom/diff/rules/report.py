"""What is found besides the changes inside two documents: descriptions that come and go, and names of the client."""

from __future__ import annotations

from typing import Final

from specloom.diff.rules.rule import sideless
from specloom.diff.vocabulary import Effect, Rule

__all__ = ["CLIENT_CHANGED", "DESCRIPTION_ADDED", "DESCRIPTION_REMOVED", "REPORT_RULES"]

DESCRIPTION_ADDED: Final = sideless(
    "description-added", "document", Effect.SAFE, "a description is new", "nobody can have relied on it"
)
DESCRIPTION_REMOVED: Final = sideless(
    "description-removed",
    "document",
    Effect.BREAKING,
    "a description is gone",
    "its client can no longer be made, and whoever uses it is left with what was made last",
)
CLIENT_CHANGED: Final = sideless(
    "client-surface-changed",
    "document",
    Effect.SAFE,
    "a symbol of the Python client is different, and no single change of the description accounts for it",
    "nothing of it travels on the wire; the verdict says what it does to callers",
)
REPORT_RULES: Final[tuple[Rule, ...]] = (*DESCRIPTION_ADDED, *DESCRIPTION_REMOVED, *CLIENT_CHANGED)
