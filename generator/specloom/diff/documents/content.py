"""Bodies: whether there is one, in which media types it is written, and how its parts are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from specloom.diff.documents.encodings import compare_encodings
from specloom.diff.documents.flags import compare_requiredness
from specloom.diff.documents.place import Place
from specloom.diff.documents.references import compare_references, places_of
from specloom.diff.pairs import Pairs, pair
from specloom.diff.schemas.equality import says_anything
from specloom.diff.vocabulary import Change
from specloom.findings import Location, place_of
from specloom.messages import quoted
from specloom.record import record, replace
from specloom.source import Json, value_at
from specloom.spec.document import Document, MediaType, Operation, Schema
from specloom.spec.media_types import FORM, is_json, is_range, is_within, normal_media_type


@record
class Owner:
    """What has a body."""

    location: Location
    operation: Operation
    lists: str
    """The member of OpenAPI 2.0 that lists the media types of bodies."""

    def listed(self, name: str, media: MediaType, document: Document, *, is_lone: bool) -> Location | None:
        """Return where OpenAPI 2.0 lists a media type, or has the schema without which there is no body; else None.

        The schema it is where the other version has no body (`is_lone`).
        """
        if place_of(media.location) != place_of(self.location):
            return None
        if is_lone:
            return self.location.written("schema")
        for around in (self.operation.location, document.location):
            listed = around.at(self.lists)
            for names in value_at(listed):
                if isinstance(names, list):
                    return listed.at(names.index(name)) if name in names else listed
        return None


_REQUIREDNESS: Final = ("body-became-required", "body-became-optional")


def compare_body(place: Place, old: Operation, new: Operation) -> Iterator[Change]:
    """Yield what is different between what is sent to one operation."""
    before, after, here = old.request_body, new.request_body, place.below("body")
    if before is not None and after is not None:
        yield from compare_references(here, "the body", places_of(old, before), places_of(new, after))
        yield from compare_requiredness(here, _REQUIREDNESS, "the body", before, after)
        owners = Owner(before.location, old, "consumes"), Owner(after.location, new, "consumes")
        yield from compare_content(here, before.content, after.content, owners)
    elif before is not None:
        content = _names(before.content)
        _, where = places_of(old, before)
        yield here.change("body-removed", "the body is gone", before=content, old=where.key(), new=new.location.key())
    elif after is not None:
        fact, kind = ("required-body-added", "required") if after.required else ("optional-body-added", "optional")
        content = _names(after.content)
        _, where = places_of(new, after)
        yield here.change(fact, f"a body is new and {kind}", after=content, new=where.key())


def _names(content: Mapping[str, MediaType]) -> Json:
    return [*sorted(content)]


def compare_content(
    place: Place, old: Mapping[str, MediaType], new: Mapping[str, MediaType], owners: tuple[Owner, Owner]
) -> Iterator[Change]:
    """Yield what is different between the media types of one body.

    `owners` are what has the body in the old description, and in the new one.
    """
    comparison, (was, owner) = place.comparison, owners
    pairs = _pair(old, new)
    # What comes in the place of all that there was has one cause.
    instead = () if pairs.both else tuple((*place.subject, name) for name, _ in pairs.added)
    for name, media in pairs.removed:
        message = f"the body no longer comes as {quoted(name)}"
        left = owner.location.at("content") if new else owner.location
        here, where = place.below(name), media.location.key()
        listed = was.listed(name, media, comparison.old, is_lone=not new)
        gone = here.change("media-type-removed", message, before=name, old=where, new=left, referred=listed)
        yield replace(gone, subjects=(here.subject, *instead))
    for name, media in pairs.added:
        message = f"the body may come as {quoted(name)} now"
        here, where = place.below(name), media.location.key()
        listed = owner.listed(name, media, comparison.new, is_lone=not old)
        yield here.change("media-type-added", message, after=name, new=where, referred=listed)
    for (before_name, before), (name, after) in pairs.both:
        here = place.below(name)
        if normal_media_type(before_name) != normal_media_type(name):
            fact = "media-type-widened" if _covers(name, before_name) else "media-type-narrowed"
            message = f"the body came as {quoted(before_name)} and comes as {quoted(name)}"
            yield here.member_change(fact, message, (before_name, name), (before.location.key(), after.location.key()))
        places = (
            (before.location, was.location.at("content", before_name)),
            (after.location, owner.location.at("content", name)),
        )
        yield from compare_references(here, f"the body that comes as {quoted(name)}", *places)
        yield from _compare_media(here, name, before, after)


def _covers(wide: str, narrow: str) -> bool:
    """Tell whether a media range (RFC 9110, 12.5.1) includes a media type, or a narrower range."""
    return is_range(wide) and is_within(narrow, wide)


def _pair(old: Mapping[str, MediaType], new: Mapping[str, MediaType]) -> Pairs[tuple[str, MediaType]]:
    """Pair media types by name, and what is left with a range that includes it."""
    pairs = pair(old.items(), new.items(), lambda item: normal_media_type(item[0]))
    removed, added, both = list(pairs.removed), list(pairs.added), list(pairs.both)
    for before in pairs.removed:
        after = next((each for each in added if _covers(before[0], each[0]) or _covers(each[0], before[0])), None)
        if after is not None:
            removed.remove(before)
            added.remove(after)
            both.append((before, after))
    return Pairs(tuple(both), tuple(removed), tuple(added))


def _compare_media(place: Place, name: str, old: MediaType, new: MediaType) -> Iterator[Change]:
    # What a stream has is described as a whole or item by item, perhaps in both ways: then the items say it best.
    before, after = _described(old), _described(new)
    if old.item_schema and new.item_schema and old.schema and new.schema:
        place.below("whole").compare_schemas(old.schema, new.schema)
    if _is_file(before) and _is_file(after) and not is_json(name):
        pass
    elif before is not None and after is not None:
        place.compare_schemas(before, after)
    elif after is not None:
        message = f"what {quoted(name)} holds is described now"
        yield place.change("body-schema-added", message, after=name, old=old.location, new=_schema_place(new))
    elif before is not None:
        message = f"what {quoted(name)} holds is no longer described"
        yield place.change("body-schema-removed", message, before=name, old=_schema_place(old), new=new.location)
    if name.lower().startswith(("multipart/", FORM)):
        yield from compare_encodings(place, old, new)


def _described(media: MediaType) -> Schema | None:
    return media.schema if media.item_schema is None else media.item_schema


def _is_file(schema: Schema | None) -> bool:
    """Tell whether a body is bytes and no more, which OpenAPI 3.1 says by saying no type, or nothing (4.8.14.3)."""
    if schema is None:
        return True
    said = {*schema.types} <= {"string"} and (schema.format == "binary" or schema.content_media_type)
    return bool(said) and not says_anything(replace(schema, types=(), format=None, content_media_type=None))


def _schema_place(media: MediaType) -> Location:
    return media.location.at("schema" if media.item_schema is None else "itemSchema")
