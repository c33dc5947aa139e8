"""The two documents that are compared, and how their places are spread out alike."""

from __future__ import annotations

from dataclasses import field

from specloom.diff.schemas.api_path import ApiPath, path_of_schema
from specloom.diff.schemas.effective_schema import EffectiveSchema, consists_of, effective_named, expand, refers_only
from specloom.diff.schemas.facts import EffectivePair, Step
from specloom.diff.schemas.pairs import SchemaPairs
from specloom.diff.schemas.unchanged import Sameness
from specloom.record import record
from specloom.spec.document import Document, Schema


@record
class SchemaComparison:
    """Both documents, and which of their schemas are the same."""

    old: Document
    new: Document
    pairs: SchemaPairs
    sameness: Sameness
    differing: dict[tuple[str, str], tuple[Schema, Schema] | None] = field(
        default_factory=dict, compare=False, repr=False
    )
    """What is found out meanwhile: named schemas of both → the first two that say something else among them and those
    that they refer to; None: there are none."""

    def spread(self, old: EffectiveSchema, new: EffectiveSchema) -> EffectivePair:
        """Return a value with all that applies to it; what both documents refer to there keeps its own place."""
        olds, news = consists_of(old), consists_of(new)
        self._link(olds, news)
        old_shared: dict[str, ApiPath] = {}
        new_shared: dict[str, ApiPath] = {}
        referred = set(news)
        for old_key in olds:
            new_key = self.pairs.counterpart(old_key)
            if new_key in referred:
                old_shared[old_key] = new_shared[new_key] = path_of_schema(self.pairs.new_label(new_key))
        return EffectivePair(expand(old, old_shared), expand(new, new_shared))

    def lone_reference(self, step: Step) -> tuple[str, str] | None:
        """Return what a place in a named schema refers to in both documents, where it says nothing else in either."""
        if not (step.old.api_path.is_named and step.new.api_path.is_named):
            return None
        old, new = refers_only(step.old), refers_only(step.new)
        if old is None or new is None or old[1] != new[1] or not self.pairs.link(old[0], new[0]):
            return None
        return old[0], new[0]

    def named(self, old: str, new: str) -> tuple[EffectiveSchema, EffectiveSchema]:
        """Return the places of a named schema, called by its new name in both documents."""
        label = self.pairs.new_label(new)
        return effective_named(old, label, self.old), effective_named(new, label, self.new)

    def _link(self, olds: list[str], news: list[str]) -> None:
        """Take one named schema for the other if it is all that came to a place and the other all that went."""
        gone = [key for key in olds if self.pairs.counterpart(key) is None]
        come = [key for key in news if self.pairs.is_new(key)]
        if len(gone) == len(come) == 1:
            self.pairs.link(gone[0], come[0])
