"""What becomes of calls whose credentials are others: of those with names, the first complete one is sent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from specloom.diff.client.comparison import Outcome
from specloom.diff.symbols import ClientVerdict

__all__ = ["Alternatives", "compare_alternatives"]

Alternatives: TypeAlias = Sequence[Sequence[str]]
"""Names of credentials that are sent together; none at all, and an alternative without names: nothing needs to be."""


def compare_alternatives(who: str, old: Alternatives, new: Alternatives) -> Outcome:
    """Return what other alternatives do to a call. Further ones do nothing to it if it has the ones it had.

    Args:
        who: How the sentence begins, up to what is sent.
        old: What could be sent.
        new: What can be sent.
    """
    before, after = (list(filter(None, alternatives)) for alternatives in (old, new))
    keeps_those = bool(before) and after[: len(before)] == before
    keeps_none = not _may_be_none(old) or (_may_be_none(new) and after == before)
    if keeps_those and keeps_none:
        return Outcome(ClientVerdict.SAFE, f"{who} {_said(before)} as before, though {_said(new)} would do now")
    return Outcome(ClientVerdict.BEHAVIOUR_CHANGES, f"{who} {_said(new)}, not {_said(old)}")


def _may_be_none(alternatives: Alternatives) -> bool:
    return not alternatives or not all(alternatives)


def _said(alternatives: Alternatives) -> str:
    return " or ".join(" with ".join(names) or "no credentials" for names in alternatives) or "no credentials"
