"""What a change is called from one run to the next: an id that wording, lines, files and reach have no part in."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from typing import Final

from specloom.diff.vocabulary import Change
from specloom.source import Json
from specloom.spec.document import Absent

_DIGITS: Final = 12


def identify_changes(changes: Iterable[Change]) -> tuple[str, ...]:
    """Return an id of twelve hexadecimal digits for each change.

    It is made of what happened, to what, and the values before and after. Changes that have all of these in common are
    told apart by their order.
    """
    seen: Counter[str] = Counter()
    ids: list[str] = []
    for change in changes:
        facts: list[Json] = [change.fact, list(change.subject), _side(change.before), _side(change.after)]
        first = _digest(facts)
        ids.append(_digest([*facts, seen[first]]) if seen[first] else first)
        seen[first] += 1
    return tuple(ids)


def identify_group(change: Change, ids: Iterable[str]) -> str:
    """Return an id for a change that stands for others, made of what it is about and of their ids."""
    return _digest([change.fact, list(change.subject), [*sorted(ids)]])


def _side(value: Json | Absent) -> list[Json]:
    """Return a list, which is empty where there is no value: null is one."""
    return [] if isinstance(value, Absent) else [value]


def _digest(facts: list[Json]) -> str:
    canonical = json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(canonical.encode()).hexdigest()[:_DIGITS]
