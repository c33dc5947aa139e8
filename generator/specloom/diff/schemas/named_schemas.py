"""Named schemas as such: which are new, gone or called otherwise, whatever they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from specloom.diff.schemas.facts import BOTH, Fact
from specloom.diff.vocabulary import Change
from specloom.findings import Location
from specloom.ir.naming import class_name
from specloom.messages import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from specloom.diff.schemas.comparison import SchemaComparison
    from specloom.spec.document import Document, NamedSchema


def rename(old: str, new: str | None, comparison: SchemaComparison) -> Iterator[Fact]:
    """Yield that a schema has another name, if it has one at all.

    Args:
        old: Its key in the old document.
        new: Its key in the new document.
        comparison: The documents.
    """
    if new is None:
        return
    before, after = comparison.old.schemas[old], comparison.new.schemas[new]
    if before.name != after.name and not _is_called_after_file(before, after):
        change = Change(
            fact="schema-renamed",
            subject=("schema", comparison.pairs.new_label(new)),
            message=f"schema {quoted(before.name)} is now called {quoted(after.name)}",
            before=before.name,
            after=after.name,
            old_location=before.schema.location.key(),
            location=after.schema.location.key(),
        )
        yield Fact(change, BOTH)


def _is_called_after_file(old: NamedSchema, new: NamedSchema) -> bool:
    """Tell whether one version has the name from a file alone, and the class is called as in the other."""
    is_file = not old.schema.location.pointer or not new.schema.location.pointer
    return is_file and class_name(old.name) == class_name(new.name)


def compare_names(comparison: SchemaComparison) -> Iterator[Change]:
    """Yield the schemas that only one of the documents has."""
    for key in comparison.pairs.removed:
        label, schema = comparison.pairs.old_label(key), comparison.old.schemas[key].schema
        yield Change(
            fact="schema-removed",
            subject=("schema", label),
            message=f"schema {quoted(label)} was removed",
            before=label,
            old_location=schema.location.key(),
            location=_around(key, comparison.new),
        )
    for key in comparison.pairs.added:
        label, schema = comparison.pairs.new_label(key), comparison.new.schemas[key].schema
        yield Change(
            fact="schema-added",
            subject=("schema", label),
            message=f"schema {quoted(label)} was added",
            after=label,
            location=schema.location.key(),
        )


def _around(gone: str, document: Document) -> Location:
    """Return where schemas are in the file that one was removed from, if it has any left."""
    file, _, pointer = gone.rpartition("#")
    for key, named in document.schemas.items():
        if key.rpartition("/")[0] == f"{file}#{pointer.rpartition('/')[0]}":
            at = named.schema.location
            return Location(at.document, at.pointer[:-1])
    return document.location
