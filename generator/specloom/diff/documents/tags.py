"""Tags: what clients call the resources that they group, and under which others these hang."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specloom.diff.documents.extensions import compare_members, what_happened
from specloom.diff.documents.place import Comparison
from specloom.diff.vocabulary import Change, Use
from specloom.findings import Location
from specloom.messages import quoted
from specloom.record import record
from specloom.spec.document import Document, Extension, Tag
from specloom.spec.select import grouping_tag

_MEMBERS: Final = {"parent": "tag-parent-changed", "kind": "tag-kind-changed"}
"""What decides on which resource is made of a tag, if any (OpenAPI 3.2, 4.22) → the fact that it is different."""


def compare_tags(comparison: Comparison) -> Iterator[Change]:
    """Yield what is different between what tags say about themselves."""
    old, new = comparison.old, comparison.new
    for name in dict.fromkeys(tag.name for tag in (*old.tags, *new.tags)):
        before, after = _tag(old, name), _tag(new, name)
        if before.tag == after.tag:
            continue
        place = comparison.place("tag", name, uses=_uses(comparison, name)).of(before, after)
        title = f"the tag {quoted(name)}"
        yield from compare_members(place, "tag", title, before, after)
        for member, fact in _MEMBERS.items():
            values = getattr(before.tag, member) or None, getattr(after.tag, member) or None
            message = f"{quoted(member)} of {title} {what_happened(*values)}"
            yield from place.below(member).compare(fact, message, values, member)


@record
class _Described:
    """A tag, and where it is described; the document stands for where one is not."""

    tag: Tag
    location: Location

    @property
    def extension(self) -> Extension:
        return self.tag.extension


def _tag(document: Document, name: str) -> _Described:
    places = ((tag, document.location.at("tags", at)) for at, tag in enumerate(document.tags) if tag.name == name)
    return _Described(*next(places, (Tag(name), document.location)))


def _uses(comparison: Comparison, tag: str) -> Iterator[Use]:
    """Yield the operations that a tag groups in either version, or one that hangs under it, however indirectly."""
    for document in (comparison.old, comparison.new):
        kinds = {each.name: each.kind for each in document.tags}
        parents = {each.name: each.parent for each in document.tags}
        for operation in document.operations:
            above = [grouping_tag(operation.tags, kinds)]
            while (parent := parents.get(above[-1])) and parent not in above:
                above.append(parent)
            if tag in above:
                yield Use(operation.route, "request")
