"""What becomes of calls whose credentials are others: of those with names, the first complete one is sent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from specloom.diff.client.comparison import Outcome
from specloom.diff.vocabulary import ClientVerdict
from specloom.source import Json

_Alternatives: TypeAlias = Sequence[Sequence[str]]
"""Names of credentials that are sent together; none at all, and an alternative without names: nothing needs to be."""


def compare_alternatives(who: str, old: Json, new: Json) -> Outcome | None:
    """Return what other alternatives do to a call; None where they differ by their order alone.

    Further ones do nothing to it if it has the ones it had. `who` is how the sentence begins, up to what is sent.
    """
    had, has = _alternatives(old), _alternatives(new)
    if _in_order(had) == _in_order(has):
        return None
    before, after = list(filter(None, had)), list(filter(None, has))
    keeps_those = bool(before) and after[: len(before)] == before
    keeps_none = not _may_be_none(had) or (_may_be_none(has) and after == before)
    if keeps_those and keeps_none:
        return Outcome(ClientVerdict.SAFE, f"{who} {_said(before)} as before, though {_said(has)} would do now")
    return Outcome(ClientVerdict.BEHAVIOUR_CHANGES, f"{who} {_said(has)}, not {_said(had)}")


def _alternatives(said: Json) -> list[list[str]]:
    lists = [each for each in said if isinstance(each, list)] if isinstance(said, list) else []
    return [[str(name) for name in names] for names in lists]


def _in_order(alternatives: _Alternatives) -> _Alternatives:
    """Return alternatives in the order of what is sent: names sorted in each, and going without credentials last.

    No alternatives at all are the one to go without.
    """
    return sorted(map(sorted, alternatives or [[]]), key=lambda names: not names)


def _may_be_none(alternatives: _Alternatives) -> bool:
    return not alternatives or not all(alternatives)


def _said(alternatives: _Alternatives) -> str:
    return " or ".join(" with ".join(names) or "no credentials" for names in alternatives) or "no credentials"
