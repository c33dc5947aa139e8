"""How the parts of a form are written: in a media type of their own, or in a style, as parameters are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specloom.diff.documents.headers import compare_headers
from specloom.diff.documents.place import Place
from specloom.diff.schemas.inclusion import Values
from specloom.diff.schemas.types import media_type_of
from specloom.diff.vocabulary import Change
from specloom.messages import quoted
from specloom.record import record
from specloom.source import Json
from specloom.spec.document import Document, Encoding, MediaType, Schema
from specloom.spec.media_types import JSON_TYPE, OCTET_STREAM, TEXT, is_json

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


def compare_encodings(place: Place, old: MediaType, new: MediaType) -> Iterator[Change]:
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
