"""Members of `x-specloom` that are compared as they are written, with what they mean where they are left out.

How something is known (`evidence`) never counts, nor does what findings are ignored.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from specloom.diff.documents.place import Place, member_location
from specloom.diff.vocabulary import Change, ComeAndGo
from specloom.messages import quoted
from specloom.spec.document import ABSENT, Absent, Extension

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from specloom.findings import Location
    from specloom.source import Json

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


def compare_members(
    place: Place, kind: str, title: str, old: Extension, new: Extension, was: Location, now: Location
) -> Iterator[Change]:
    """Yield what is different between two `x-specloom`.

    Args:
        place: What says it.
        kind: An entry of `MEMBER_FACTS`.
        title: What messages call what says it.
        old: The members in the old description.
        new: Those in the new one.
        was: Where what says it is.
        now: Where it is in the new description.
    """
    for name, facts in MEMBER_FACTS[kind].items():
        before, after = _meant(name, old.get(name)), _meant(name, new.get(name))
        if before != after:
            yield place.below(name).change(
                facts if isinstance(facts, str) else facts.choose(before, after),
                f"{quoted(name)} of {title} {what_happened(before, after)}",
                before=said(before),
                after=said(after),
                old=member_location(was, old, name),
                new=member_location(now, new, name),
            )


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


def said(value: Json) -> Json | Absent:
    """Return a value as a change has it."""
    return ABSENT if value is None else value
