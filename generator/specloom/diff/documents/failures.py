"""What `x-specloom` says about failures: where an answer says that it is one, and which codes are documented.

What a code means is text for people, and never counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from specloom.diff.documents.members import said, what_happened
from specloom.diff.documents.place import Place, member_location
from specloom.diff.vocabulary import Change
from specloom.findings import Location
from specloom.messages import shown
from specloom.spec.document import Document, Json

__all__ = ["compare_failures"]

_PLACE = Place(("x-specloom", "error"))


def compare_failures(old: Document, new: Document) -> Iterator[Change]:
    """Yield what is different about failures."""
    before, after = _object(old.extension, "error"), _object(new.extension, "error")
    was, now = (member_location(each.location, each.extension, "error") for each in (old, new))
    yield from _compare_codes(_object(before, "codes"), _object(after, "codes"), was, now)
    for name in dict.fromkeys([*before, *after]):
        if name != "codes" and before.get(name) != after.get(name):
            yield _PLACE.below(name).change(
                "failure-declaration-changed",
                f"{shown(name)} of failures {what_happened(before.get(name), after.get(name))}",
                before=said(before.get(name)),
                after=said(after.get(name)),
                old=was.at(name) if name in before else was,
                new=now.at(name) if name in after else now,
            )


def _object(members: Mapping[str, Json], name: str) -> Mapping[str, Json]:
    value = members.get(name)
    return value if isinstance(value, dict) else {}


def _compare_codes(old: Mapping[str, Json], new: Mapping[str, Json], was: Location, now: Location) -> Iterator[Change]:
    for code in (code for code in old if code not in new):
        message, left = f"the error code {shown(code)} is gone", now.at("codes") if new else now
        where = was.at("codes", code).key()
        yield _PLACE.below(code).change("error-code-removed", message, before=code, old=where, new=left)
    for code in (code for code in new if code not in old):
        message, where = f"the error code {shown(code)} is new", now.at("codes", code).key()
        yield _PLACE.below(code).change("error-code-added", message, after=code, new=where)
