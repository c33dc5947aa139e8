"""What reaches what: pairs of schemas as a graph, through which the uses of operations come to the changes."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar

from specloom.diff.schemas.equality import canonical
from specloom.diff.schemas.facts import BOTH, Fact, Sides
from specloom.diff.vocabulary import Change, Direction, Use
from specloom.graph import reach
from specloom.record import replace
from specloom.spec.document import Document, Operation, Schema

Node = TypeVar("Node", bound=Hashable)
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
        steps = {key: found.steps for key, found in self._found.items()}
        uses = _spread(self._uses, steps, [key for key, found in self._found.items() if found.facts])
        changes: dict[Hashable, Change] = {}
        reached: dict[Hashable, set[Use]] = defaultdict(set)
        for key, found in self._found.items():
            for fact in found.facts:
                change = fact.change
                identity = (change.fact, change.subject, canonical(change.before), canonical(change.after))
                changes.setdefault(identity, change)
                reached[identity] |= {use for use in uses.get(key, ()) if use.direction in fact.sides}
        return tuple(replace(change, uses=tuple(sorted(reached[key]))) for key, change in changes.items())


def list_uses(document: Document, keys: Collection[str]) -> Mapping[str, set[Use]]:
    """Return the operations and webhooks that send or answer some named schemas, wherever in what they do."""
    if not keys:
        return {}
    uses: dict[str, set[Use]] = defaultdict(set)
    for route, sent, operation in _list_requests(document):
        answered: Direction = "response" if sent == "request" else "request"
        for side, schemas in ((sent, operation.taken_schemas), (answered, operation.answered_schemas)):
            for reference, sides in (each for schema in schemas for each in _list_references(schema, document)):
                if side in sides:
                    uses[reference].add(Use(route, side))
    steps = {key: [*_list_references(named.schema, document)] for key, named in document.schemas.items()}
    return _spread(uses, steps, keys)


def _spread(
    uses: Mapping[Node, set[Use]], steps: Mapping[Node, Iterable[tuple[Node, Sides]]], wanted: Iterable[Node]
) -> Mapping[Node, set[Use]]:
    """Return the uses of what is wanted, and of all that leads to it: each step hands on those of its sides."""
    outer: dict[Node, list[Node]] = defaultdict(list)
    for node, further in steps.items():
        for inner, _ in further:
            outer[inner].append(node)
    leading = reach(wanted, lambda node: outer.get(node, ()), lambda node: node)
    spread = {node: set(uses.get(node, ())) for node in leading}
    waiting = deque(reversed(spread))
    while waiting:
        node = waiting.popleft()
        for inner, sides in steps.get(node, ()):
            if inner in spread:
                new = {use for use in spread[node] if use.direction in sides} - spread[inner]
                if new:
                    spread[inner] |= new
                    waiting.append(inner)
    return spread


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
