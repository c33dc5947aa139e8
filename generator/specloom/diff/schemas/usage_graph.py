"""What reaches what: pairs of schemas as a graph, through which the uses of operations come to the changes."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from specloom.diff.schemas.equality import canonical
from specloom.diff.schemas.facts import Fact, Sides
from specloom.diff.vocabulary import Change, Use
from specloom.record import replace

StepKey: TypeAlias = Hashable
"""What tells one pair of schemas from all others."""


@dataclass(slots=True)
class _Found:
    facts: list[Fact] = field(default_factory=list)
    steps: list[tuple[StepKey, Sides]] = field(default_factory=list)


class UsageGraph:
    """Collects what every pair of schemas gives, and by whom it is used."""

    def __init__(self) -> None:
        self._found: dict[StepKey, _Found] = {}
        self._uses: dict[StepKey, set[Use]] = defaultdict(set)

    def __contains__(self, key: StepKey) -> bool:
        """Tell whether a pair has been compared."""
        return key in self._found

    def open(self, key: StepKey) -> None:
        """Note that a pair is being compared."""
        self._found[key] = _Found()

    def use(self, key: StepKey, use: Use) -> None:
        """Note that an operation sends or answers with values of a pair."""
        self._uses[key].add(use)

    def add_fact(self, key: StepKey, fact: Fact) -> None:
        """Note what is different about a pair."""
        self._found[key].facts.append(fact)

    def add_step(self, key: StepKey, inner: StepKey, sides: Sides) -> None:
        """Note that values of one pair hold values of another."""
        self._found[key].steps.append((inner, sides))

    def changes(self) -> tuple[Change, ...]:
        """Return every change once, with all the operations that reach it, in the order in which they were found."""
        uses = self._spread()
        changes: dict[Hashable, Change] = {}
        reached: dict[Hashable, set[Use]] = defaultdict(set)
        for key, found in self._found.items():
            for fact in found.facts:
                change = fact.change
                identity = (change.fact, change.subject, canonical(change.before), canonical(change.after))
                changes.setdefault(identity, change)
                reached[identity] |= {use for use in uses.get(key, ()) if use.direction in fact.sides}
        return tuple(replace(change, uses=tuple(sorted(reached[key]))) for key, change in changes.items())

    def _spread(self) -> Mapping[StepKey, set[Use]]:
        """Return the uses of each pair that is different or leads to one that is."""
        matters = self._leading_to_facts()
        uses = {key: set(self._uses.get(key, ())) for key in matters}
        waiting = deque(uses)
        while waiting:
            key = waiting.popleft()
            for inner, sides in self._found[key].steps:
                if inner in matters:
                    new = {use for use in uses[key] if use.direction in sides} - uses[inner]
                    if new:
                        uses[inner] |= new
                        waiting.append(inner)
        return uses

    def _leading_to_facts(self) -> dict[StepKey, None]:
        outer: dict[StepKey, list[StepKey]] = defaultdict(list)
        for key, found in self._found.items():
            for inner, _ in found.steps:
                outer[inner].append(key)
        matters = dict.fromkeys(key for key, found in self._found.items() if found.facts)
        waiting: Iterable[StepKey] = list(matters)
        while waiting:
            # Each once: there may be more ways from a pair to a fact than can be counted.
            nearer = dict.fromkeys(key for inner in waiting for key in outer[inner] if key not in matters)
            matters |= nearer
            waiting = nearer
        return matters
