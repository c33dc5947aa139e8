"""Bodies: whether there is one, in which media types it is written, and how its parts are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from specloom.diff.documents.parameters import compare_headers
from specloom.diff.documents.place import Place, places_of
from specloom.diff.pairs import Pairs, pair
from specloom.diff.schemas.equality import says_anything
from specloom.diff.schemas.inclusion import Values
from specloom.diff.schemas.types import media_type_of
from specloom.diff.vocabulary import Change
from specloom.findings import Location, place_of
from specloom.messages import quoted
from specloom.record import record, replace
from specloom.source import Json, value_at
from specloom.spec.document import Document, Encoding, MediaType, Operation, Schema
from specloom.spec.media_types import (
    FORM,
    JSON_TYPE,
    OCTET_STREAM,
    TEXT,
    is_json,
    is_range,
    is_within,
    normal_media_type,
)


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
        yield from here.compare_references("the body", places_of(old, before), places_of(new, after))
        yield from here.compare_requiredness(_REQUIREDNESS, "the body", before, after)
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
        yield here.change(
            "media-type-removed", message, before=name, old=where, new=left, referred=listed, beside=instead
        )
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
            yield here.at(before.location.key(), after.location.key()).changed(fact, message, (before_name, name))
        places = (
            (before.location, was.location.at("content", before_name)),
            (after.location, owner.location.at("content", name)),
        )
        yield from here.compare_references(f"the body that comes as {quoted(name)}", *places)
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
        yield from _compare_encodings(place, old, new)


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


_SINGLE: Final = frozenset({"string", "number", "integer", "boolean"})
_MEMBERS: Final = ("contentType", "style", "explode", "allowReserved", "collectionFormat")


@record
class _Writing:
    """What comes of an encoding."""

    media_type: str = ""
    style: str = ""
    """The style, or the format of OpenAPI 2.0, in which a part is written whatever media type it has."""
    keeps_reserved: bool = False
    """Reserved characters are sent as they are."""

    @property
    def json(self) -> Json:
        """As reports keep it."""
        return f"{self.text}, with reserved characters" if self.keeps_reserved else self.text

    @property
    def text(self) -> str:
        """By which two are told apart, reserved characters aside; empty where nothing is known."""
        return self.style or self.media_type

    @property
    def words(self) -> str:
        """As messages say it, behind 'is written'."""
        if self.style:
            return f"in the style {self.style}"
        return f"as {quoted(self.media_type)}" if self.media_type else "as it comes"


def _compare_encodings(place: Place, old: MediaType, new: MediaType) -> Iterator[Change]:
    """Compare how parts that both have are written; that properties came or went is said elsewhere."""
    parts, others = _parts(place.comparison.old, old), _parts(place.comparison.new, new)
    before, after = _encodings(old), _encodings(new)
    for way in dict.fromkeys([*before, *after]):
        if way[0] == "encoding" and (way in parts) != (way in others):
            continue
        here = place.below(*way)
        was, now = before.get(way, Encoding()), after.get(way, Encoding())
        here = here.at(
            old.location.at(*way) if way in before else old.location,
            new.location.at(*way) if way in after else new.location,
        )
        is_idle = way[0] == "encoding" and bool(parts) and way not in parts
        yield from _compare(here, (was, parts.get(way)), (now, others.get(way)), is_idle=is_idle)
        yield from compare_headers(here, was.headers, now.headers)


def _encodings(media: MediaType) -> dict[tuple[str, ...], Encoding]:
    """Return how each part is written, those that have names and those that have places, by the way to its encoding."""
    found: dict[tuple[str, ...], Encoding] = {("encoding", name): each for name, each in media.encoding.items()}
    found |= {("prefixEncoding", str(index)): each for index, each in enumerate(media.prefix_encoding)}
    return found | ({("itemEncoding",): media.item_encoding} if media.item_encoding else {})


def _parts(document: Document, media: MediaType) -> dict[tuple[str, ...], Values]:
    """Return what the parts of a form hold, by the ways to their encodings, as far as its schema lists them."""
    found: dict[tuple[str, ...], Schema] = {}
    for schema in Values(media.schema, document).parts if media.schema is not None else ():
        found |= {("encoding", name): each for name, each in schema.properties.items()}
        found |= {("prefixEncoding", str(index)): each for index, each in enumerate(schema.prefix_items)}
        found |= {("itemEncoding",): schema.items} if schema.items is not None else {}
    return {way: Values(each, document) for way, each in found.items()}


def _compare(
    place: Place, old: tuple[Encoding, Values | None], new: tuple[Encoding, Values | None], *, is_idle: bool
) -> Iterator[Change]:
    """Yield how a part is written; `is_idle`: the form has no such part."""
    names, title = _differing(old[0], new[0]), f"the part {quoted(place.subject[-1])}"
    was, now = _writing(*old), _writing(*new)
    if names and is_idle:
        message = f"how {title} is written changed, and there is no such part"
        yield place.changed("unreached-change", message, (None, None), *names)
    elif names and was != now:
        message = f"{title} was written {_said(was, other=now)} and is written {_said(now, other=was)}"
        argument = (*place.subject[:2], place.subject[-1])
        yield place.changed(_fact(was, now), message, (was.json, now.json), *names, beside=[argument])


def _differing(old: Encoding, new: Encoding) -> list[str]:
    """Return which members of an encoding differ as they are written."""
    both = zip(_MEMBERS, _said_by(old), _said_by(new), strict=True)
    return [name for name, before, after in both if before != after]


def _said_by(encoding: Encoding) -> tuple[object, ...]:
    return encoding.content_type, encoding.style, encoding.explode, encoding.allow_reserved, encoding.formats


def _writing(encoding: Encoding, part: Values | None) -> _Writing:
    """Return how a part is written: with any of `style`, `explode` and `allowReserved` as parameters are (4.8.15.1.2).

    A single value looks the same in its style as in a text; a list of such is a part for each, as in the style `form`.
    """
    if encoding.formats:
        return _Writing(style=" of ".join(encoding.formats))
    has_style = encoding.style is not None or encoding.explode is not None or encoding.allow_reserved
    usual = _usual(part)
    if has_style and usual != OCTET_STREAM and not _has_types(part, _SINGLE):
        style = encoding.style or "form"
        explode = style == "form" if encoding.explode is None else encoding.explode
        return _Writing("", f"{style}, exploded" if explode else style, encoding.allow_reserved)
    media_type = (encoding.content_type if not has_style or usual == OCTET_STREAM else None) or usual
    if media_type == TEXT and _has_types(_items(part), _SINGLE):
        return _Writing(style="form, exploded")
    return _Writing(media_type, "", encoding.allow_reserved)


def _usual(part: Values | None) -> str:
    """Return the media type of a part of which none is said (4.8.15.1.1): of a list that of its items."""
    while (items := _items(part)) is not None:
        part = items
    schemas = part.parts if part is not None else ()
    said = next(filter(None, map(media_type_of, schemas)), "")
    if _has_types(part, _SINGLE):
        return said or (OCTET_STREAM if any(each.content_encoding for each in schemas) else TEXT)
    return JSON_TYPE if _has_types(part, frozenset({"object"})) else said


def _items(part: Values | None) -> Values | None:
    """Return what the items of a list are, if that is all that a part can be."""
    found = (each.items for each in part.parts if each.items) if part and _has_types(part, frozenset({"array"})) else ()
    return next((Values(each, part.document) for each in found if part), None)


def _has_types(part: Values | None, types: frozenset[str]) -> bool:
    own = part.conjunction.types if part is not None else None
    return bool(own) and (own or frozenset()) - {"null"} <= types


def _fact(old: _Writing, new: _Writing) -> str:
    if old.style != new.style or is_json(old.media_type) != is_json(new.media_type):
        return "part-style-changed" if old.text and new.text else "part-encoding-changed"
    before, after = ({each.strip().lower() for each in each.media_type.split(",")} for each in (old, new))
    if old.keeps_reserved == new.keeps_reserved and before <= after:
        return "media-type-widened"
    if old.keeps_reserved == new.keeps_reserved and after <= before:
        return "media-type-narrowed"
    return "part-encoding-changed"


def _said(writing: _Writing, *, other: _Writing) -> str:
    if writing.keeps_reserved == other.keeps_reserved:
        return writing.words
    return f"{writing.words}, reserved characters {'as they are' if writing.keeps_reserved else 'escaped'}"
