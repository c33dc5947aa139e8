"""What is different between the schemas of two documents, each pair compared once, whatever reaches it."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, assert_never

from specloom.diff.schemas.api_path import path_of_place
from specloom.diff.schemas.compare_value import compare_step
from specloom.diff.schemas.comparison import SchemaComparison
from specloom.diff.schemas.effective_schema import EffectiveSchema, Subschema
from specloom.diff.schemas.facts import Fact, Found, Step
from specloom.diff.schemas.named_schemas import compare_names, rename
from specloom.diff.schemas.pairs import SchemaPairs
from specloom.diff.schemas.unchanged import Sameness
from specloom.diff.schemas.usage_graph import StepKey, UsageGraph

if TYPE_CHECKING:
    from specloom.diff.vocabulary import Change, Subject, Use
    from specloom.spec.document import Document, Schema


class SchemaComparer:
    """Compares schemas from the places where they are used, and those that nobody uses by their names."""

    def __init__(self, old: Document, new: Document) -> None:
        pairs = SchemaPairs(old, new)
        self._context = SchemaComparison(old, new, pairs, Sameness(old, new, pairs))
        self._reach = UsageGraph()
        self._waiting: deque[tuple[StepKey, Step]] = deque()
        self._met: set[str] = set()

    def compare(self, old: Schema, new: Schema, at: Subject, use: Use) -> None:
        """Compare what stands at a place of an operation in the old document with what stands there in the new one.

        Args:
            old: A schema of the old document.
            new: A schema of the new document.
            at: What the place is called.
            use: The operation, and which side reads the value.
        """
        api_path = path_of_place(at)
        before, after = (
            EffectiveSchema(api_path, schema.location, (Subschema(schema, api_path),)) for schema in (old, new)
        )
        step = Step(before, after)
        if not self._context.sameness.holds(step):
            self._reach.use(self._arrive(step), use)

    def changes(self) -> tuple[Change, ...]:
        """Return every difference found, once, with the operations that it reaches."""
        self._work()
        for old, new in self._context.pairs:
            step = Step(*self._context.named(old, new))
            if old not in self._met and not self._context.sameness.holds(step):
                key = self._arrive(step)
                for fact in rename(old, new, self._context):
                    self._reach.add_fact(key, fact)
        self._work()
        return (*self._reach.changes(), *compare_names(self._context))

    def _arrive(self, step: Step) -> StepKey:
        key = (step.old.key, step.new.key, step.chosen)
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
                    case Step() if self._context.sameness.holds(found):
                        pass
                    case Step():
                        self._reach.add_step(key, self._arrive(found), found.sides)
                    case _:
                        assert_never(found)

    def _compare(self, step: Step) -> Found:
        comparison = self._context
        pair = comparison.spread(step.old, step.new)
        referred = [part.schema.ref for part in pair.old.parts if part.schema.ref is not None]
        self._met.update(referred)
        for key in referred:
            yield from rename(key, comparison.pairs.counterpart(key), comparison)
        yield from compare_step(step, pair, comparison)
