"""What is different between the schemas of two documents, each pair compared once, and which operations reach it.

Named schemas are compared as such as well: which are new, gone or called otherwise, whatever they say. Pairs of schemas
are a graph, through which the uses of operations come to the changes.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, assert_never

from specloom.diff.schemas.api_path import path_of_place
from specloom.diff.schemas.compare_value import compare_step
from specloom.diff.schemas.comparison import Found, SchemaComparison, Step
from specloom.diff.schemas.effective_schema import EffectiveSchema
from specloom.diff.schemas.equality import canonical
from specloom.diff.schemas.pairs import SchemaPairs
from specloom.diff.schemas.unchanged import Sameness
from specloom.diff.vocabulary import BOTH, Change, Direction, Sides, Subject, Use
from specloom.findings import Location
from specloom.graph import reach
from specloom.ir.naming import class_name
from specloom.messages import quoted
from specloom.record import replace
from specloom.spec.document import Document, NamedSchema, Operation, Schema

_Node = TypeVar("_Node", bound=Hashable)


@dataclass(slots=True)
class _Met:
    """What one pair of schemas gives, and the operations that send or answer values of it."""

    changes: list[Change] = field(default_factory=list)
    steps: list[tuple[Hashable, Sides]] = field(default_factory=list)
    """The keys of the pairs in it, and in which directions these are sent with it."""
    uses: set[Use] = field(default_factory=set)


class SchemaComparer:
    """Compares schemas from the places where they are used, and those that nobody uses by their names."""

    def __init__(self, old: Document, new: Document) -> None:
        pairs = SchemaPairs(old, new)
        self._context = SchemaComparison(old, new, pairs, Sameness(old, new, pairs))
        self._met: dict[Hashable, _Met] = {}
        """By what tells one pair of schemas from all others."""
        self._waiting: deque[tuple[_Met, Step]] = deque()
        self._named: set[str] = set()
        """The named schemas of the old document to which a place of both refers."""

    def compare(self, old: Schema, new: Schema, at: Subject, use: Use) -> None:
        """Compare what stands at a place of an operation in the old document with what stands there in the new one."""
        api_path = path_of_place(at)
        context = self._context
        step = Step(EffectiveSchema.of(old, api_path, context.old), EffectiveSchema.of(new, api_path, context.new))
        if not context.sameness.holds(step.old, step.new):
            self._arrive(step).uses.add(use)

    def changes(self) -> tuple[Change, ...]:
        """Return every difference found, once, with the operations that it reaches."""
        self._work()
        steps = {(old, new): self._context.step_to(old, new) for old, new in self._context.pairs}
        steps = {keys: each for keys, each in steps.items() if not self._context.sameness.holds(each.old, each.new)}
        before = _list_uses(self._context.old, [old for old, _ in steps])
        after = _list_uses(self._context.new, [new for _, new in steps])
        for (old, new), step in steps.items():
            if old not in self._named:
                self._arrive(step).changes.extend(_rename(old, new, self._context))
            if met := self._met.get(step.key):  # also where nothing is compared, for it is of another type
                met.uses |= before[old] & after[new]
        self._work()
        return (*self._join(), *_compare_names(self._context))

    def _arrive(self, step: Step) -> _Met:
        met = self._met.get(step.key)
        if met is None:
            met = self._met[step.key] = _Met()
            self._waiting.append((met, step))
        return met

    def _work(self) -> None:
        while self._waiting:
            met, step = self._waiting.popleft()
            for found in self._compare(step):
                match found:
                    case Change():
                        met.changes.append(found)
                    case Step() if self._context.sameness.holds(found.old, found.new):
                        pass
                    case Step():
                        self._arrive(found)
                        met.steps.append((found.key, found.sides))
                    case _:
                        assert_never(found)

    def _join(self) -> Iterable[Change]:
        """Return every change once, with all the operations that reach it, in the order in which they were found."""
        steps = {key: met.steps for key, met in self._met.items()}
        wanted = [key for key, met in self._met.items() if met.changes]
        uses = _spread({key: met.uses for key, met in self._met.items()}, steps, wanted)
        changes: dict[Hashable, Change] = {}
        reached: dict[Hashable, set[Use]] = defaultdict(set)
        for key, met in self._met.items():
            for change in met.changes:
                identity = (change.fact, change.subject, canonical(change.before), canonical(change.after))
                changes.setdefault(identity, change)
                reached[identity] |= {use for use in uses.get(key, ()) if use.direction in change.sides}
        return (replace(change, uses=tuple(sorted(reached[key]))) for key, change in changes.items())

    def _compare(self, step: Step) -> Found:
        comparison = self._context
        if (keys := comparison.lone_reference(step)) is not None:  # or each link of a chain would be spread to its end
            self._named.add(keys[0])
            yield from _rename(*keys, comparison)
            yield comparison.step_to(*keys, step.beside)
            return
        pair = replace(comparison.spread(step.old, step.new), beside=step.beside)
        yield from compare_step(step, pair)  # which finds out what is called otherwise
        referred = {part.schema.ref for part in pair.new.parts}
        for key in (part.schema.ref for part in pair.old.parts if part.schema.ref is not None):
            if (counterpart := comparison.pairs.counterpart(key)) in referred:
                self._named.add(key)
                yield from _rename(key, counterpart, comparison)


def _list_uses(document: Document, keys: Collection[str]) -> Mapping[str, set[Use]]:
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
    uses: Mapping[_Node, set[Use]], steps: Mapping[_Node, Iterable[tuple[_Node, Sides]]], wanted: Iterable[_Node]
) -> Mapping[_Node, set[Use]]:
    """Return the uses of what is wanted, and of all that leads to it: each step hands on those of its sides."""
    outer: dict[_Node, list[_Node]] = defaultdict(list)
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


def _rename(old: str, new: str | None, comparison: SchemaComparison) -> Iterator[Change]:
    """Yield that a schema has another name, if it has one at all."""
    if new is None:
        return
    before, after = comparison.old.schemas[old], comparison.new.schemas[new]
    if before.name != after.name and not _is_called_after_file(before, after):
        subject = ("schema", comparison.pairs.new_label(new))
        message = f"schema {quoted(before.name)} is now called {quoted(after.name)}"
        was, now = (each.schema.location.key() for each in (before, after))
        yield Change("schema-renamed", subject, message, before.name, after.name, old_location=was, location=now)


def _is_called_after_file(old: NamedSchema, new: NamedSchema) -> bool:
    """Tell whether one version has the name from a file alone, and the class is called as in the other."""
    is_file = not old.schema.location.pointer or not new.schema.location.pointer
    return is_file and class_name(old.name) == class_name(new.name)


def _compare_names(comparison: SchemaComparison) -> Iterator[Change]:
    """Yield the schemas that only one of the documents has."""
    for key in comparison.pairs.removed:
        label, place = comparison.pairs.old_label(key), comparison.old.schemas[key].schema.location.key()
        message, left = f"schema {quoted(label)} was removed", _around(key, comparison.new)
        yield Change("schema-removed", ("schema", label), message, before=label, old_location=place, location=left)
    for key in comparison.pairs.added:
        label, place = comparison.pairs.new_label(key), comparison.new.schemas[key].schema.location.key()
        message = f"schema {quoted(label)} was added"
        yield Change("schema-added", ("schema", label), message, after=label, location=place)


def _around(gone: str, document: Document) -> Location | None:
    """Return where schemas are in the file that one was removed from, None where it has none left."""
    file, _, pointer = gone.rpartition("#")
    for key, named in document.schemas.items():
        if key.rpartition("/")[0] == f"{file}#{pointer.rpartition('/')[0]}":
            at = named.schema.location
            return Location(at.document, at.pointer[:-1])
    return None
