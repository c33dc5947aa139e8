"""Which named schema of the old document is which of the new one, whatever file it moved to or name it got."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import Final

from specloom.diff.schemas.equality import outline, same_values
from specloom.spec.document import Document, NamedSchema


class SchemaPairs:
    """Pairs schemas by key, then by name, then by content, and at last because one stands where the other stood.

    A schema whose name is gone and a schema whose name is new are the same, renamed, if they say the same, or if one
    reference changed from the one to the other and they have something in common.
    """

    def __init__(self, old: Document, new: Document) -> None:
        self._old: Final = old.schemas
        self._new: Final = new.schemas
        self._old_labels: Final = _labels(old.schemas)
        self._new_labels: Final = _labels(new.schemas)
        self._partners: dict[str, str] = {key: key for key in old.schemas if key in new.schemas}
        self._taken: set[str] = set(self._partners)
        self._pair_by(lambda named: named.name)
        self._pair_by(lambda named: outline(named.schema), self._say_the_same)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Yield the pairs in the order of the old document."""
        return ((key, self._partners[key]) for key in self._old if key in self._partners)

    def counterpart(self, key: str) -> str | None:
        """Return the key in the new document of the old schema with this key."""
        return self._partners.get(key)

    def are_same(self, old: str, new: str) -> bool:
        """Tell whether two keys are the same schema."""
        return self._partners.get(old) == new

    def link(self, old: str, new: str) -> bool:
        """Tell whether two keys are the same schema; they become it where neither is paired yet.

        Ask it where a reference to the one has become a reference to the other.
        """
        if old not in self._partners and new not in self._taken and self.may_be_one(old, new):
            self._pair(old, new)
        return self.are_same(old, new)

    def may_be_one(self, old: str, new: str) -> bool:
        """Tell whether schemas of other names share any property, if both have some."""
        first, second = (
            {name for part in (schema, *schema.all_of) for name in part.properties}
            for schema in (self._old[old].schema, self._new[new].schema)
        )
        return not first or not second or not first.isdisjoint(second)

    def is_new(self, key: str) -> bool:
        """Tell whether the new schema with this key was not in the old document."""
        return key not in self._taken

    def old_label(self, key: str) -> str:
        """Return what the old schema is called: its name where only it has that, else its key."""
        return self._old_labels[key]

    def new_label(self, key: str) -> str:
        """Return what the new schema is called."""
        return self._new_labels[key]

    @property
    def removed(self) -> list[str]:
        """The keys of the old schemas that are gone."""
        return [key for key in self._old if key not in self._partners]

    @property
    def added(self) -> list[str]:
        """The keys of the new schemas that were not there."""
        return [key for key in self._new if key not in self._taken]

    def _pair(self, old: str, new: str) -> None:
        self._partners[old] = new
        self._taken.add(new)

    def _pair_by(
        self, trait: Callable[[NamedSchema], Hashable], agree: Callable[[str, str], bool] = lambda _old, _new: True
    ) -> None:
        """Pair those that agree, and with which no other schema of their trait does."""
        by_trait: dict[Hashable, list[str]] = defaultdict(list)
        for key in self.added:
            by_trait[trait(self._new[key])].append(key)
        matches = {
            old: [new for new in by_trait.get(trait(self._old[old]), ()) if agree(old, new)] for old in self.removed
        }
        wanted = Counter(new for found in matches.values() for new in found)
        for old, found in matches.items():
            if len(found) == 1 and wanted[found[0]] == 1:
                self._pair(old, found[0])

    def _say_the_same(self, old: str, new: str) -> bool:
        def means_same(first: str, second: str) -> bool:
            return self.are_same(first, second) or (first, second) == (old, new)

        return same_values(self._old[old].schema, self._new[new].schema, means_same)


def _labels(schemas: Mapping[str, NamedSchema]) -> dict[str, str]:
    names = Counter(named.name for named in schemas.values())
    return {key: named.name if names[named.name] == 1 else key for key, named in schemas.items()}
