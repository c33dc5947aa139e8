"""Which schemas are the same to the letter, with all that they lead to: most are, and need no comparison."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from specloom.diff.schemas.equality import canonical
from specloom.spec.document import ABSENT, Document, Schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from specloom.diff.schemas.facts import Step
    from specloom.diff.schemas.pairs import SchemaPairs


class Sameness:
    """Knows the named schemas of two documents that do not differ, nor does anything they refer to."""

    def __init__(self, old: Document, new: Document, pairs: SchemaPairs) -> None:
        self._changed = {key for key in old.schemas if pairs.counterpart(key) != key}
        referring: dict[str, list[str]] = defaultdict(list)
        for key in old.schemas.keys() - self._changed:
            before, after = old.schemas[key], new.schemas[key]
            if before.name != after.name or not _equal(before.schema, after.schema):
                self._changed.add(key)
            for reference in _references(before.schema):
                referring[reference].append(key)
        waiting = list(self._changed)
        while waiting:
            found = [key for key in referring[waiting.pop()] if key not in self._changed]
            self._changed.update(found)
            waiting += found

    def holds(self, step: Step) -> bool:
        """Tell whether there can be nothing to find about a value."""
        if len(step.old.parts) != len(step.new.parts):
            return False
        parts = ((old.schema, new.schema) for old, new in zip(step.old.parts, step.new.parts, strict=True))
        return all(_equal(old, new) and self._changed.isdisjoint(_references(old)) for old, new in parts)


def _equal(old: Schema, new: Schema) -> bool:
    """Tell whether two schemas say the same in the same words. To Python `1` is `True`, to JSON it is not."""
    if old != new:
        return False
    both = zip(old.nested(), new.nested(), strict=True)
    return all(_values(before) == _values(after) for before, after in both)


def _values(schema: Schema) -> list[str]:
    values = (schema.default, schema.const, list(schema.enum or ()), dict(schema.restrictions), dict(schema.extension))
    return [canonical(value) for value in values if value not in (ABSENT, [], {})]


def _references(schema: Schema) -> Iterator[str]:
    for each in schema.nested():
        if each.ref is not None:
            yield each.ref
        if each.discriminator is not None:
            yield from each.discriminator.mapping.values()
            yield from filter(None, [each.discriminator.default])
