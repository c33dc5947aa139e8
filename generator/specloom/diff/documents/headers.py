"""Headers of responses, and of the parts of a multipart body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from specloom.diff.documents.parameters import compare_content_type, explode_matters, idle_explode
from specloom.diff.documents.place import Place, reference_to
from specloom.diff.pairs import pair
from specloom.diff.vocabulary import Change
from specloom.messages import quoted
from specloom.spec.document import Header

_REQUIREDNESS: Final = ("header-became-required", "header-became-optional")
_DEPRECATION: Final = ("header-deprecated", "header-undeprecated")


def compare_headers(place: Place, old: Mapping[str, Header], new: Mapping[str, Header]) -> Iterator[Change]:
    """Yield what is different between headers; their names are case-insensitive (RFC 9110, 5.1)."""
    was, owner = place.old, place.new
    pairs = pair(old.items(), new.items(), lambda item: item[0].lower())
    for name, header in pairs.removed:
        fact = "required-header-removed" if header.required else "optional-header-removed"
        fact = "deprecated-header-removed" if header.deprecated else fact
        left = owner.at("headers") if new else owner
        here = place.below("header", name)
        referred = reference_to(header.location, was.at("headers", name))
        message = f"{_title(name)} is gone"
        yield here.change(fact, message, before=name, old=header.location.key(), new=left, referred=referred)
    for name, header in pairs.added:
        fact = "required-header-added" if header.required else "optional-header-added"
        message = f"{_title(name)} is new and {'required' if header.required else 'optional'}"
        here, referred = place.below("header", name), reference_to(header.location, owner.at("headers", name))
        yield here.change(fact, message, after=name, new=header.location.key(), referred=referred)
    for (old_name, before), (name, after) in pairs.both:
        here = place.below("header", name)
        places = ((before.location, was.at("headers", old_name)), (after.location, owner.at("headers", name)))
        yield from here.compare_references(_title(name), *places)
        yield from here.compare_requiredness(_REQUIREDNESS, _title(name), before, after)
        yield from here.compare_deprecation(_DEPRECATION, _title(name), before, after)
        yield from _compare_writing(here.of(before, after), before, after)
        here.compare_schemas(before.schema, after.schema)


def _compare_writing(place: Place, old: Header, new: Header) -> Iterator[Change]:
    title = _title(place.subject[-1])
    yield from compare_content_type(place, "header-content-type-changed", title, old, new)
    if old.content_type is None and new.content_type is None and old.explode != new.explode:
        if not explode_matters(place.comparison, "simple", old.schema, new.schema):
            yield idle_explode(place, title, old, new)
            return
        message = f"{title} is {'exploded' if new.explode else 'no longer exploded'} now"
        yield place.changed("header-style-changed", message, (old.explode, new.explode), "explode")


def _title(name: str) -> str:
    return f"the header {quoted(name)}"
