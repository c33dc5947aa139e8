"""What reaches what: pairs of schemas as a graph, through which the uses of operations come to the changes."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from specloom.diff.schemas.equality import canonical
from specloom.diff.schemas.facts import BOTH, Fact, Sides
from specloom.diff.vocabulary import Change, Direction, Use
from specloom.graph import connected, reach
from specloom.record import replace
from specloom.spec.document import Document, Operation, Schema

StepKey: TypeAlias = Hashable
"""What tells one pair of schemas from all others."""
_Sent: TypeAlias = tuple[str, Direction]
"""The key of a named schema, and one of the directions in which it is sent."""


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


def list_uses(document: Document, keys: Collection[str]) -> Mapping[str, set[Use]]:
    """Return the operations and webhooks that send or answer some named schemas, wherever in what they do."""
    users: dict[_Sent, list[_Sent]] = defaultdict(list)
    uses: dict[_Sent, set[Use]] = defaultdict(set)
    for key, named in document.schemas.items() if keys else ():
        for reference, sides in _list_references(named.schema, document):
            for side in sides:
                users[reference, side].append((key, side))
    for route, sent, operation in _list_requests(document) if keys else ():
        answered: Direction = "response" if sent == "request" else "request"
        for side, schemas in ((sent, operation.taken_schemas), (answered, operation.answered_schemas)):
            for reference, sides in (each for schema in schemas for each in _list_references(schema, document)):
                if side in sides:
                    uses[reference, side].add(Use(route, side))
    starts: list[_Sent] = [(key, side) for key in keys for side in BOTH]
    edges = {each: users[each] for each in reach(starts, lambda each: users[each], tuple)}
    for component in connected(edges):  # each comes after its users, and all in it have the same
        around = {*component, *(user for each in component for user in edges[each])}
        uses |= dict.fromkeys(component, set[Use]().union(*(uses[each] for each in around)))
    return {key: uses[key, "request"] | uses[key, "response"] for key in keys}


def _list_references(schema: Schema, document: Document) -> Iterator[tuple[str, Sides]]:
    """Yield the keys of the schemas to which one refers, and in which directions what refers to them is sent."""
    waiting = [(schema, BOTH)]
    while waiting:
        here, sides = waiting.pop()
        said = here if here.ref is None else document.schemas[here.ref].schema
        if here.read_only or said.read_only:
            sides -= {"request"}
        if here.write_only or said.write_only:
            sides -= {"response"}
        if here.ref is not None:
            yield here.ref, sides
        waiting += [(inner, sides) for inner in here.inside()]


def _list_requests(document: Document) -> Iterator[tuple[str, Direction, Operation]]:
    """Yield the operations and webhooks of a client, and who reads what is sent to each."""
    yield from ((each.route, "request", each) for each in document.operations)
    yield from ((f"webhook {name}", "response", each) for name, some in document.webhooks.items() for each in some)
