"""What `x-specloom` says: names, paging, and everything else that is about clients rather than the wire.

What is declared under a name for others to choose, such as a way of paging, is compared where it is chosen, by what it
comes to.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specloom.diff.documents.choices import compare_paging, compare_search
from specloom.diff.documents.failures import compare_failures
from specloom.diff.documents.members import compare_members
from specloom.diff.documents.place import Comparison, Place, member_location
from specloom.diff.vocabulary import Change, Use
from specloom.findings import Location
from specloom.messages import shown
from specloom.spec.document import Document, Extension, Operation, Parameter, SecurityScheme, ServerVariable

__all__ = [
    "compare_document_extension",
    "compare_operation_extension",
    "compare_parameter_extension",
    "compare_scheme_extension",
    "compare_variable_extension",
]

_IDEMPOTENT: Final = frozenset({"get", "head", "options", "trace", "put", "delete"})


def compare_document_extension(comparison: Comparison) -> Iterator[Change]:
    """Yield what is different between what the documents and their tags say."""
    old, new = comparison.old, comparison.new
    place = Place(("x-specloom",))
    yield from compare_members(
        place, "root", "the description", old.extension, new.extension, old.location, new.location
    )
    yield from compare_failures(old, new)
    for name in dict.fromkeys(tag.name for tag in (*old.tags, *new.tags)):
        (before, was), (after, now) = _tag(old, name), _tag(new, name)
        place = Place(("tag", name), _tagged(new, name))
        yield from compare_members(place, "tag", f"the tag {shown(name)}", before, after, was, now)


def compare_operation_extension(
    comparison: Comparison, place: Place, old: Operation, new: Operation
) -> Iterator[Change]:
    """Yield what is different between what an operation says about itself."""
    title = shown(place.subject[0])
    yield from compare_members(place, "operation", title, old.extension, new.extension, old.location, new.location)
    yield from compare_paging(comparison, place, old, new)
    before, after = _is_idempotent(old), _is_idempotent(new)
    if before != after and ("idempotent" in old.extension or "idempotent" in new.extension):
        yield place.below("idempotent").change(
            "idempotency-changed",
            f"{title} {'does the same when it is sent twice' if after else 'is not to be sent twice'} now",
            before=before,
            after=after,
            old=member_location(old.location, old.extension, "idempotent"),
            new=member_location(new.location, new.extension, "idempotent"),
        )


def compare_parameter_extension(
    comparison: Comparison, place: Place, old: Parameter, new: Parameter
) -> Iterator[Change]:
    """Yield what is different between what a parameter says about itself, and the search grammar it names."""
    title = f"the {new.place} parameter {shown(new.name)}"
    yield from compare_members(place, "parameter", title, old.extension, new.extension, old.location, new.location)
    yield from compare_search(comparison, place, old, new)


def compare_scheme_extension(place: Place, old: SecurityScheme, new: SecurityScheme) -> Iterator[Change]:
    """Yield what is different between what a security scheme says about itself."""
    title, was, now = f"the security scheme {shown(new.name)}", old.location, new.location
    yield from compare_members(place, "security-scheme", title, old.extension, new.extension, was, now)


def compare_variable_extension(place: Place, old: ServerVariable, new: ServerVariable) -> Iterator[Change]:
    """Yield what is different between what a server variable says about itself."""
    title, was, now = f"the server variable {shown(place.subject[-1])}", old.location, new.location
    yield from compare_members(place, "server-variable", title, old.extension, new.extension, was, now)


def _is_idempotent(operation: Operation) -> bool:
    """Tell whether sending an operation twice does what sending it once does (RFC 9110, 9.2.2)."""
    said = operation.extension.get("idempotent")
    return operation.method in _IDEMPOTENT if said is None else bool(said)


def _tag(document: Document, name: str) -> tuple[Extension, Location]:
    """Return what a tag says about itself, and where; the document stands for a tag that is not described."""
    return next(
        (
            (tag.extension, document.location.at("tags", index))
            for index, tag in enumerate(document.tags)
            if tag.name == name
        ),
        ({}, document.location),
    )


def _tagged(document: Document, tag: str) -> tuple[Use, ...]:
    """Return the operations that are grouped by a tag, which is the first of theirs."""
    return tuple(sorted(Use(each.route, "request") for each in document.operations if each.tags[:1] == (tag,)))
