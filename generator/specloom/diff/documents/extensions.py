"""What `x-specloom` and tags say: names, paging, failures, and everything else that is about clients, not the wire.

What is left out is compared as what it means then. What is declared under a name for others to choose, such as a way of
paging or the grammar of a search, is compared where it is chosen, by what it comes to. How something is known
(`evidence`), what findings are ignored, and what a code of a failure means never count.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Protocol

from specloom.diff.documents.place import Comparison, Place
from specloom.diff.vocabulary import Change, ComeAndGo, Use
from specloom.findings import Location
from specloom.messages import quoted
from specloom.record import record, replace
from specloom.source import Json
from specloom.spec.document import Document, Extension, Operation, Parameter, Tag, object_in
from specloom.spec.extension import request_options
from specloom.spec.routes import IDEMPOTENT
from specloom.spec.select import grouping_tag

MEMBER_FACTS: Final[Mapping[str, Mapping[str, str | ComeAndGo]]] = {
    "root": {
        "package": "package-name-changed",
        "client": "client-name-changed",
        "env_prefix": "environment-prefix-changed",
        "rate_limit": "rate-limit-changed",
        "links": "link-shape-changed",
        "webhooks": ComeAndGo("webhook-headers-added", "webhook-headers-removed", "webhook-headers-changed"),
    },
    "operation": {
        "resource": "resource-name-changed",
        "method": "method-name-changed",
        "upload": ComeAndGo("upload-added", "upload-removed", "upload-changed"),
        "attach": ComeAndGo("attachment-added", "attachment-removed", "attachment-changed"),
        "edit": ComeAndGo("edit-added", "edit-removed", "edit-changed"),
    },
    "parameter": {
        "name": "argument-name-changed",
        "expand": ComeAndGo("expansion-added", "expansion-removed", "expansion-changed"),
    },
    "security-scheme": {"arguments": "credential-names-changed", "token_request": "token-request-changed"},
    "server-variable": {"name": "server-variable-name-changed", "required": "server-variable-requiredness-changed"},
    "tag": {"name": "tag-name-changed"},
}
"""Where an `x-specloom` stands → its members → the fact that one is different; of those that make something possible,
the facts that they come and go as well."""


class _Extended(Protocol):
    @property
    def location(self) -> Location: ...

    @property
    def extension(self) -> Extension: ...


def compare_members(place: Place, kind: str, title: str, old: _Extended, new: _Extended) -> Iterator[Change]:
    """Yield what is different between the `x-specloom` of two things; `kind` is an entry of `MEMBER_FACTS`."""
    if old.extension == new.extension:
        return  # as nearly all do: most have no members
    for name, facts in MEMBER_FACTS[kind].items():
        before, after = (_meant(name, each.extension.get(name)) for each in (old, new))
        fact = facts if isinstance(facts, str) else facts.choose(before, after)
        yield from _compare_member(place, fact, title, name, (before, after), (old, new))


def _compare_member(
    place: Place, fact: str, title: str, name: str, values: tuple[Json, Json], owners: tuple[_Extended, _Extended]
) -> Iterator[Change]:
    """Yield that a member of `x-specloom` means something else."""
    message = f"{quoted(name)} of {title} {what_happened(*values)}"
    here = place.below(name).at(*(member_location(each, name) for each in owners))
    yield from here.compare(fact, message, values)


def member_location(owner: _Extended, name: str) -> Location:
    """Return where a member of `x-specloom` is written, or what has the `x-specloom` where the member is not."""
    return owner.location.at("x-specloom", name) if name in owner.extension else owner.location


def _meant(name: str, value: Json) -> Json:
    """Return what a member means, what is left out filled in."""
    match name, value:
        case "required", _:
            return value is True
        case "token_request", dict() | None:
            return {"encoding": "form", "credentials": "header"} | (value or {})
        case "links", dict():
            return {"id": "/id"} | value
        case "edit", dict():
            return {"conflict": 412} | value
        case _:
            return value


def what_happened(before: Json, after: Json) -> str:
    """Return the end of a sentence about two values; None where one is not said."""
    match before, after:
        case None, dict():
            return "is new"
        case None, _:
            return f"is {quoted(after)} now"
        case _, None:
            return "is gone"
        case dict(), dict():
            names = [name for name in dict.fromkeys([*before, *after]) if before.get(name) != after.get(name)]
            return "is different in " + ", ".join(map(quoted, names))
        case _:
            return f"was {quoted(before)} and is {quoted(after)}"


_CHOSEN: Final[Mapping[str, tuple[ComeAndGo, str]]] = {
    "pagination": (ComeAndGo("paging-added", "paging-removed", "paging-changed"), "paging"),
    "search": (ComeAndGo("search-added", "search-removed", "search-changed"), "search"),
}
"""Members that choose a name under which more is declared → the facts about that, and what people call it."""


@record
class _Choice:
    """A name, and what is declared under it."""

    name: str
    declared: Json
    """With what it means where it leaves something out; None where nothing is chosen."""
    location: Location
    """Where the name is, or what does not choose."""
    declaration: Location


def _choice(document: Document, member: str, owner: _Extended) -> _Choice:
    said, declarations = owner.extension.get(member), document.extension.get(member)
    name = said.get("grammar") if isinstance(said, dict) else said
    declared = declarations.get(name) if isinstance(declarations, dict) and isinstance(name, str) else None
    if isinstance(declared, dict) and declared.get("style") == "page":
        declared = {"first": 1} | declared
    declaration = document.location.at("x-specloom", member, str(name))
    return _Choice(str(name), declared, member_location(owner, member), declaration)


def _compare_chosen(place: Place, member: str, before: _Extended, after: _Extended) -> Iterator[Change]:
    """Yield that what a member chooses means something else: how pages are had, or how searches are written."""
    if member not in before.extension and member not in after.extension:
        return
    old, new = _choice(place.comparison.old, member, before), _choice(place.comparison.new, member, after)
    if old.declared == new.declared:
        return
    facts, what = _CHOSEN[member]
    if old.name == new.name:
        here, title = replace(place, subject=("x-specloom", member, new.name)), f"the {what} {quoted(new.name)}"
        here = here.at(old.declaration, new.declaration)
    else:
        here, title = place.below(member).of(old, new), f"the {what} of {quoted(place.subject[-1])}"
    values = old.declared, new.declared
    yield here.changed(facts.choose(*values), f"{title} {what_happened(*values)}", values)


def _compare_failures(place: Place, old: Document, new: Document) -> Iterator[Change]:
    """Yield what is different about failures."""
    before, after = object_in(old.extension, "error"), object_in(new.extension, "error")
    was, now = (member_location(each, "error") for each in (old, new))
    yield from _compare_codes(place, object_in(before, "codes"), object_in(after, "codes"), was, now)
    for name in dict.fromkeys([*before, *after]):
        if name != "codes":
            values, here = (before.get(name), after.get(name)), place.below(name).at(was, now)
            message = f"{quoted(name)} of failures {what_happened(*values)}"
            yield from here.compare("failure-declaration-changed", message, values, name)


def _compare_codes(
    place: Place, old: Mapping[str, Json], new: Mapping[str, Json], was: Location, now: Location
) -> Iterator[Change]:
    for code in (code for code in old if code not in new):
        message, left = f"the error code {quoted(code)} is gone", now.at("codes") if new else now
        where = was.at("codes", code).key()
        yield place.below(code).change("error-code-removed", message, before=code, old=where, new=left)
    for code in (code for code in new if code not in old):
        message, where = f"the error code {quoted(code)} is new", now.at("codes", code).key()
        yield place.below(code).change("error-code-added", message, after=code, new=where)


def compare_document_extension(comparison: Comparison) -> Iterator[Change]:
    """Yield what is different between what the documents say."""
    old, new = comparison.old, comparison.new
    place = comparison.place("x-specloom")
    yield from compare_members(place, "root", "the description", old, new)
    yield from _compare_failures(place.below("error"), old, new)


def compare_operation_extension(place: Place, old: Operation, new: Operation) -> Iterator[Change]:
    """Yield what is different between what an operation says about itself."""
    title = quoted(place.subject[0])
    yield from compare_members(place, "operation", title, old, new)
    yield from _compare_chosen(place, "pagination", old, new)
    for name in request_options():
        if name in old.extension or name in new.extension:
            values = _option(old, name), _option(new, name)
            yield from _compare_member(place, "request-option-changed", title, name, values, (old, new))


def compare_parameter_extension(place: Place, old: Parameter, new: Parameter) -> Iterator[Change]:
    """Yield what is different between what a parameter says about itself, and the search grammar it names."""
    yield from compare_members(place, "parameter", f"the {new.place} parameter {quoted(new.name)}", old, new)
    yield from _compare_chosen(place, "search", old, new)


def _option(operation: Operation, name: str) -> Json:
    """Return what an option of an operation's request means, also where it is left out (RFC 9110, 9.2.2)."""
    meant = {"idempotent": operation.method in IDEMPOTENT}.get(name)
    return operation.extension.get(name, meant)


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
