"""What is different between the schemas of two documents, each pair compared once, whatever reaches it.

Named schemas are compared as such as well: which are new, gone or called otherwise, whatever they say.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import assert_never

from specloom.diff.schemas.api_path import path_of_place
from specloom.diff.schemas.compare_value import compare_step
from specloom.diff.schemas.comparison import Found, SchemaComparison, Step
from specloom.diff.schemas.effective_schema import EffectiveSchema
from specloom.diff.schemas.facts import BOTH, Fact
from specloom.diff.schemas.pairs import SchemaPairs
from specloom.diff.schemas.unchanged import Sameness
from specloom.diff.schemas.usage_graph import StepKey, UsageGraph, list_uses
from specloom.diff.vocabulary import Change, Subject, Use
from specloom.findings import Location
from specloom.ir.naming import class_name
from specloom.messages import quoted
from specloom.record import replace
from specloom.spec.document import Document, NamedSchema, Schema


class SchemaComparer:
    """Compares schemas from the places where they are used, and those that nobody uses by their names."""

    def __init__(self, old: Document, new: Document) -> None:
        pairs = SchemaPairs(old, new)
        self._context = SchemaComparison(old, new, pairs, Sameness(old, new, pairs))
        self._reach = UsageGraph()
        self._waiting: deque[tuple[StepKey, Step]] = deque()
        self._met: set[str] = set()

    def compare(self, old: Schema, new: Schema, at: Subject, use: Use) -> None:
        """Compare what stands at a place of an operation in the old document with what stands there in the new one."""
        api_path = path_of_place(at)
        context = self._context
        step = Step(EffectiveSchema.of(old, api_path, context.old), EffectiveSchema.of(new, api_path, context.new))
        if not context.sameness.holds(step.old, step.new):
            self._reach.use(self._arrive(step), use)

    def changes(self) -> tuple[Change, ...]:
        """Return every difference found, once, with the operations that it reaches."""
        self._work()
        steps = {(old, new): self._context.step_to(old, new) for old, new in self._context.pairs}
        steps = {keys: each for keys, each in steps.items() if not self._context.sameness.holds(each.old, each.new)}
        before = list_uses(self._context.old, [old for old, _ in steps])
        after = list_uses(self._context.new, [new for _, new in steps])
        for (old, new), step in steps.items():
            if old not in self._met:
                key = self._arrive(step)
                for fact in rename(old, new, self._context):
                    self._reach.add_fact(key, fact)
            if step.key in self._reach:  # also at places of which nothing is compared, as they are of another type
                for use in before[old] & after[new]:
                    self._reach.use(step.key, use)
        self._work()
        return (*self._reach.changes(), *compare_names(self._context))

    def _arrive(self, step: Step) -> StepKey:
        key = step.key
        if key not in self._reach:
            self._reach.open(key)
            self._waiting.append((key, step))
        return key

    def _work(self) -> None:
        while self._waiting:
            key, step = self._waiting.popleft()
            for found in self._compare(step):
                match found:
                    case Fact():
                        self._reach.add_fact(key, found)
                    case Step() if self._context.sameness.holds(found.old, found.new):
                        pass
                    case Step():
                        self._reach.add_step(key, self._arrive(found), found.sides)
                    case _:
                        assert_never(found)

    def _compare(self, step: Step) -> Found:
        comparison = self._context
        if (keys := comparison.lone_reference(step)) is not None:  # or each link of a chain would be spread to its end
            self._met.add(keys[0])
            yield from rename(*keys, comparison)
            yield comparison.step_to(*keys, step.beside)
            return
        pair = replace(comparison.spread(step.old, step.new), beside=step.beside)
        yield from compare_step(step, pair)  # which finds out what is called otherwise
        referred = {part.schema.ref for part in pair.new.parts}
        for key in (part.schema.ref for part in pair.old.parts if part.schema.ref is not None):
            if (counterpart := comparison.pairs.counterpart(key)) in referred:
                self._met.add(key)
                yield from rename(key, counterpart, comparison)


def rename(old: str, new: str | None, comparison: SchemaComparison) -> Iterator[Fact]:
    """Yield that a schema has another name, if it has one at all."""
    if new is None:
        return
    before, after = comparison.old.schemas[old], comparison.new.schemas[new]
    if before.name != after.name and not _is_called_after_file(before, after):
        subject = ("schema", comparison.pairs.new_label(new))
        message = f"schema {quoted(before.name)} is now called {quoted(after.name)}"
        was, now = (each.schema.location.key() for each in (before, after))
        change = Change("schema-renamed", subject, message, before.name, after.name, old_location=was, location=now)
        yield Fact(change, BOTH)


def _is_called_after_file(old: NamedSchema, new: NamedSchema) -> bool:
    """Tell whether one version has the name from a file alone, and the class is called as in the other."""
    is_file = not old.schema.location.pointer or not new.schema.location.pointer
    return is_file and class_name(old.name) == class_name(new.name)


def compare_names(comparison: SchemaComparison) -> Iterator[Change]:
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
    """Return where schemas are in the file that one was removed from; None where it has none left."""
    file, _, pointer = gone.rpartition("#")
    for key, named in document.schemas.items():
        if key.rpartition("/")[0] == f"{file}#{pointer.rpartition('/')[0]}":
            at = named.schema.location
            return Location(at.document, at.pointer[:-1])
    return None
