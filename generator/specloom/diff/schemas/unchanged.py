"""Which schemas are the same to the letter, with all that they lead to: most are, and need no comparison."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from specloom.diff.schemas.effective_schema import EffectiveSchema
from specloom.diff.schemas.equality import canonical
from specloom.diff.schemas.pairs import SchemaPairs
from specloom.source import Json
from specloom.spec.document import Absent, Document, Schema

_NOTHING: Final[frozenset[str]] = frozenset()
_UNMISTAKABLE: Final = frozenset({Absent, str, type(None)})
"""The types of values that are the same to Python only if they are to JSON."""


class Sameness:
    """Knows the named schemas of two documents that do not differ, nor does anything they refer to."""

    def __init__(self, old: Document, new: Document, pairs: SchemaPairs) -> None:
        self._known: dict[tuple[int, int], tuple[Schema, Schema, frozenset[str] | None]] = {}
        """By their identities: two schemas, each of which stays alive, and what `_common_references` says of them."""
        self._changed = {key for key in old.schemas if pairs.counterpart(key) != key}
        referring: dict[str, list[str]] = defaultdict(list)
        for key in old.schemas.keys() - self._changed:
            before, after = old.schemas[key], new.schemas[key]
            references = self._common_references(before.schema, after.schema) if before.name == after.name else None
            if references is None:
                self._changed.add(key)
            for reference in references or ():
                referring[reference].append(key)
        waiting = list(self._changed)
        while waiting:
            found = [key for key in referring[waiting.pop()] if key not in self._changed]
            self._changed.update(found)
            waiting += found

    def holds(self, one: EffectiveSchema, other: EffectiveSchema) -> bool:
        """Tell whether there can be nothing to find about a value."""
        if len(one.parts) != len(other.parts):
            return False
        parts = zip(one.parts, other.parts, strict=True)
        return all(self.are_same(old.schema, new.schema) for old, new in parts)

    def are_same(self, old: Schema, new: Schema) -> bool:
        """Tell whether two schemas say the same in the same words, as does all that they refer to."""
        references = self._common_references(old, new)
        return references is not None and self._changed.isdisjoint(references)

    def _common_references(self, old: Schema, new: Schema) -> frozenset[str] | None:
        """Return the keys to which two schemas refer that say the same in the same words; None if they do not."""
        known = self._known.get((id(old), id(new)))
        if known is not None:
            return known[2]
        order: list[tuple[Schema, Schema, list[tuple[Schema, Schema]] | None]] = []
        waiting = [(old, new)]
        while waiting:
            before, after = waiting.pop()
            if (id(before), id(after)) not in self._known:
                # To Python `1` is `True`, to JSON it is not.
                is_told_apart = _has_mistakable(before) and _values(before) != _values(after)
                inner = None if is_told_apart else before.pair_with(after)
                order.append((before, after, inner))
                waiting += inner or ()
        # Every pair comes after those that contain it, so that backwards all that is in it is known.
        for before, after, inner in reversed(order):
            self._known[id(before), id(after)] = (before, after, self._join_references(before, inner))
        return self._known[id(old), id(new)][2]

    def _join_references(self, schema: Schema, inner: list[tuple[Schema, Schema]] | None) -> frozenset[str] | None:
        if inner is None:
            return None
        refers = schema.ref is not None or schema.discriminator is not None or schema.conditions
        joined = frozenset(_own_references(schema)) if refers else _NOTHING
        for before, after in inner:
            references = self._known[id(before), id(after)][2]
            if references is None:
                return None
            joined = joined | references if references else joined
        return joined


def _has_mistakable(schema: Schema) -> bool:
    return bool(
        schema.restrictions
        or schema.extension
        or type(schema.default) not in _UNMISTAKABLE
        or type(schema.const) not in _UNMISTAKABLE
        or (schema.enum and not _UNMISTAKABLE.issuperset(map(type, schema.enum)))
    )


def _values(schema: Schema) -> list[str]:
    """Return the values in which `1` and `True` have to be told apart."""
    values: list[Json | Absent] = [schema.default, schema.const]
    values += [[*each] for each in (schema.enum,) if each]
    values += [{**each} for each in (schema.restrictions, schema.extension) if each]
    return [canonical(value) for value in values if not isinstance(value, Absent)]


def _own_references(schema: Schema) -> Iterator[str]:
    """Yield the keys of the schemas to which one refers itself, and by its conditions."""
    waiting = [schema]
    for each in waiting:  # which grows
        if each.ref is not None:
            yield each.ref
        if each.discriminator is not None:
            yield from each.discriminator.mapping.values()
            yield from filter(None, [each.discriminator.default])
        for _, test in each.tests:
            waiting += test.nested()
