"""Which schemas are the same to the letter, with all that they lead to: most are, and need no comparison."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from specloom.diff.schemas.equality import canonical
from specloom.spec.document import Absent, Document, Schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from specloom.diff.schemas.facts import Step
    from specloom.diff.schemas.pairs import SchemaPairs
    from specloom.source import Json


class Sameness:
    """Knows the named schemas of two documents that do not differ, nor does anything they refer to."""

    def __init__(self, old: Document, new: Document, pairs: SchemaPairs) -> None:
        self._same: dict[tuple[int, int], tuple[Schema, Schema]] = {}
        """By their identities: pairs of schemas that say the same, each of which stays alive."""
        self._changed = {key for key in old.schemas if pairs.counterpart(key) != key}
        referring: dict[str, list[str]] = defaultdict(list)
        for key in old.schemas.keys() - self._changed:
            before, after = old.schemas[key], new.schemas[key]
            if before.name != after.name or not self._are_same(before.schema, after.schema):
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
        return all(self._are_same(old, new) and self._changed.isdisjoint(_references(old)) for old, new in parts)

    def _are_same(self, old: Schema, new: Schema) -> bool:
        """Tell whether two schemas say the same in the same words. Then what stands in them does, which is remembered.

        To Python `1` is `True`, to JSON it is not.
        """
        if (id(old), id(new)) in self._same:
            return True
        if old != new:
            return False
        both = list(zip(old.nested(), new.nested(), strict=True))
        if any(_values(before) != _values(after) for before, after in both):
            return False
        self._same.update({(id(before), id(after)): (before, after) for before, after in both})
        return True


def _values(schema: Schema) -> list[str]:
    """Return the values in which `1` and `True` have to be told apart."""
    values: list[Json | Absent] = [schema.default, schema.const]
    values += [[*each] for each in (schema.enum,) if each]
    values += [{**each} for each in (schema.restrictions, schema.extension) if each]
    return [canonical(value) for value in values if not isinstance(value, Absent)]


def _references(schema: Schema) -> Iterator[str]:
    """Yield the keys of the schemas that one refers to, also by its conditions."""
    waiting = [schema]
    for outer in waiting:  # which grows
        for each in outer.nested():
            if each.ref is not None:
                yield each.ref
            if each.discriminator is not None:
                yield from each.discriminator.mapping.values()
                yield from filter(None, [each.discriminator.default])
            waiting += [test for _, test in each.tests]
