"""The ledger of losses: what a description says and its client does not do.

Whoever decides against a part writes it down here, in the very place that decides; so a loss is gone when the decision
is another. What the tables of `spec` call unused comes with the document. Of schemas the ledger itself names what
nothing has marked as honoured: keywords that narrow values are checked in some places only.

No loss is what is for readers (descriptions, examples, contacts), what only repeats what holds anyway, and what nothing
uses: operations that are left out, and schemas that no operation reaches.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from operator import attrgetter
from typing import Final

from specloom.findings import Location, Place, place_of
from specloom.ir.api import Api
from specloom.ir.formats import kind_of
from specloom.source import render_pointer
from specloom.spec.document import Discriminator, Document, Loss, MediaType, Schema, SecurityScheme
from specloom.spec.keywords import BESIDE_TYPES, KEYWORDS
from specloom.spec.media_types import is_within

_CHECKED: Final = tuple(keyword for keyword in KEYWORDS.values() if keyword.pydantic)
_limits_of: Final = attrgetter(*(keyword.attribute for keyword in _CHECKED))
"""Return the values of these keywords in a schema, most of which has none."""
_NO_LIMITS: Final = (None,) * len(_CHECKED)
_NOT_REFUSED: Final = "other values are not refused"
_ONLY_JSON_AND_FORMS: Final = "only JSON and forms have types: the content passes as it is"

_CHOICES: Final = ("all_of", "any_of", "one_of")
_CONTENTS: Final = ("items", "prefix_items", "properties", "additional_properties")


class Ledger:
    """Collects the losses of one client."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._losses: list[Loss] = []
        self._honoured: set[tuple[Place, str]] = set()
        self._discriminators: set[int] = set()
        self._heeded: set[Place] = set()
        self._read: list[Schema] = []
        self._sent: list[Schema] = []
        self._schemes: set[Place] = set()
        self._others: dict[Place, tuple[Location, set[bool]]] = {}

    def lose(self, location: Location, what: str, why: str, *, minor: bool = False) -> None:
        """Write down that a part of the description has no effect; `Loss` says what the arguments are."""
        self._losses.append(Loss(location, what, why, minor))

    def lose_encodings(self, media: MediaType, heeded: Collection[str], fields: Collection[str]) -> None:
        """Write down what of a media type's encodings has no effect.

        Some members of an Encoding Object are heeded; `fields` are the names on the wire of what they can be about.
        """
        for unnamed, is_there in (("prefixEncoding", media.prefix_encoding), ("itemEncoding", media.item_encoding)):
            if is_there:
                self.lose(media.location.at(unnamed), unnamed, "no parts without names are written")
        for name, encoding in media.encoding.items():
            place = media.location.at("encoding", name)
            said = [*encoding.said]
            if heeded and "contentType" in said and not {"style", "explode", "allowReserved"}.isdisjoint(said):
                self.lose(place.at("contentType"), "contentType", "it is passed over beside style and its like")
            if name not in fields:
                self.lose(place, f"encoding of {name}", "nothing that is written has this name")
            only = f"of encodings, only {', '.join(sorted(heeded))} has an effect here"
            for member in (each for each in said if each not in heeded):
                why = only if heeded else "encodings are about forms only"
                self.lose(place.at(member), f"{member} of {name}", why)

    def lose_parts(self, media: MediaType, why: str) -> None:
        """Write down that a body is not taken apart, whatever is said of its parts."""
        said = {
            "encoding": media.encoding,
            "prefixEncoding": media.prefix_encoding,
            "itemEncoding": media.item_encoding,
        }
        for member, value in said.items():
            if value:
                self.lose(media.location.at(member), member, why)

    def lose_null(self, schema: Schema, why: str, *, nested: bool = False) -> None:
        """Write down that null, which is a value of a schema, is not sent.

        A schema that is referred to may be used where null is sent: of such a one the reference is named. `nested`:
        null is not sent inside of lists and objects either.
        """
        through = (*_CHOICES, *_CONTENTS) if nested else _CHOICES
        waiting = [schema]
        while waiting:
            part = waiting.pop()
            if part.ref is not None:
                if any(map(_place_of_null, self._document.reach((part,), through))):
                    self.lose(part.location.at("$ref"), "null", why, minor=True)
            elif (place := _place_of_null(part)) is not None:
                self.lose(place, "null", why, minor=True)
            waiting += part.inside(through)

    def use(self, schema: Schema, *, sent: bool) -> None:
        """Write down that values of a schema are sent by callers, or read by them."""
        (self._sent if sent else self._read).append(schema)

    def use_others(self, schema: Schema, *, sent: bool) -> None:
        """Write down that a schema types the members without a name of their own, beside others that have one."""
        self._others.setdefault(place_of(schema.location), (schema.location, set()))[1].add(sent)

    def use_scheme(self, scheme: SecurityScheme) -> None:
        """Write down that some operation asks for a security scheme."""
        self._schemes.add(place_of(scheme.location))

    def honour(self, schema: Schema, keywords: Iterable[str]) -> None:
        """Write down that values are checked for some keywords of a schema, wherever its parts say them."""
        for part in self._document.reach((schema,), ("all_of",)):
            self._honoured |= {(place_of(part.location), name) for name in keywords}

    def heed(self, schema: Schema, *keywords: str) -> None:
        """Write down that here a client makes something of keywords that have no effect elsewhere."""
        for part in self._document.reach((schema,), (*_CHOICES, "items")):
            # Before OpenAPI 3.1, a format says the encoding, and is no format any more.
            said = ("format",) if "contentEncoding" in keywords and not part.format else ()
            self._heeded |= {place_of(part.location.at(name)) for name in (*keywords, *said)}

    def heed_part(self, schema: Schema) -> None:
        """Write down that here a client makes something of a keyword that has no effect elsewhere, by its schema."""
        self._heeded.add(place_of(schema.location))

    def distinguish(self, discriminator: Discriminator) -> None:
        """Write down that a discriminator tells the members of a union apart."""
        self._discriminators.add(id(discriminator))

    def use_text(self, location: Location, schema: Schema | None, what: str, why: str = _ONLY_JSON_AND_FORMS) -> None:
        """Write down what is lost of a schema whose values are read or written as bytes or text, without a look inside.

        That they are bytes or text is all that is kept of it.
        """
        if schema is None:
            return
        self.use(schema, sent=True)
        parts = self._document.reach((schema,), ("all_of",))
        said = next((each.content_media_type for each in parts if each.content_media_type), "")
        if said and is_within(said, what):
            self.heed(schema, "contentMediaType")  # it repeats the media type, or names one that callers may send
        typed = schema.ref is not None or schema.says(BESIDE_TYPES) or set(schema.types) - {"string"}
        if typed or kind_of("string", schema.format) not in {"str", "bytes"}:
            self.lose(location, f"schema of {what}", why)

    def close(self) -> tuple[Loss, ...]:
        """Return all losses, sorted by their places, each once and none that stands in another."""
        read, sent = ([*self._document.reach(each)] for each in (self._read, self._sent))
        by_place = {place_of(schema.location): schema for schema in (*sent, *read)}
        for schema in by_place.values():
            self._look_at(schema)
        for location, directions in self._others.values():
            if directions == {True}:
                self.lose(
                    location, "additionalProperties", "what callers pass has members with names of their own only"
                )
        used = {"Schema": by_place.keys(), "Security Scheme": self._schemes}
        for kind, losses in self._document.losses.items():
            owned = ((loss, (loss.location.document.name, loss.location.pointer[:-1])) for loss in losses)
            self._losses += (loss for loss, owner in owned if kind not in used or owner in used[kind])
        return _outermost(loss for loss in self._losses if place_of(loss.location) not in self._heeded)

    def _look_at(self, schema: Schema) -> None:
        place, location = place_of(schema.location), schema.location
        for keyword in () if _limits_of(schema) == _NO_LIMITS else _CHECKED:
            if getattr(schema, keyword.attribute) is not None and (place, keyword.name) not in self._honoured:
                self.lose(location.at(keyword.name), keyword.name, _NOT_REFUSED, minor=True)
        for name, is_said in (("readOnly", schema.read_only), ("writeOnly", schema.write_only)):
            if is_said and (place, name) not in self._honoured:
                self.lose(location.at(name), name, "it is about properties", minor=True)
        if schema.discriminator is not None and id(schema.discriminator) not in self._discriminators:
            self.lose(location.at("discriminator"), "discriminator", "it tells no members of a choice apart here")
        for name, others in (("additionalProperties", schema.additional_properties), ("items", schema.items)):
            if others is not None and others.never and (place, name) not in self._honoured:
                self.lose(location.at(name), name, _NOT_REFUSED, minor=True)


def group_losses(api: Api, *, minor: bool = True) -> dict[str, dict[str, str]]:
    """Return the losses of a client by why they are: place → what it is, all sorted.

    `minor`: those that callers do not miss, too.
    """
    grouped: dict[str, dict[str, str]] = {}
    for loss in api.losses:
        if minor or not loss.minor:
            grouped.setdefault(loss.why, {})[place_from(api.location, loss.location)] = loss.what
    return {why: dict(sorted(grouped[why].items())) for why in sorted(grouped)}


def place_from(entry: Location, location: Location) -> str:
    """Return where a loss is, as `FILE#POINTER`: the file from the entry document's folder, empty for that document."""
    name = location.document.name
    folder = os.path.dirname(entry.document.name)  # noqa: PTH120 - names to show, no paths to open
    file = "" if name == entry.document.name else os.path.relpath(name, folder or ".").replace(os.sep, "/")
    return f"{file}#{render_pointer(location.pointer)}"


def _outermost(losses: Iterable[Loss]) -> tuple[Loss, ...]:
    by_place = {place_of(loss.location): loss for loss in reversed([*losses])}
    kept = [
        loss
        for (file, pointer), loss in by_place.items()
        if not any((file, pointer[:length]) in by_place for length in range(len(pointer)))
    ]
    return tuple(sorted(kept, key=lambda loss: (place_of(loss.location), loss.what)))


def _place_of_null(schema: Schema) -> Location | None:
    """Return where a schema itself says that null is a value; None where it does not."""
    place, listed = schema.location, schema.listed or ()
    if "null" in schema.types:
        return place if schema.types == ("null",) else place.at("type")
    if schema.types or None not in listed:
        return None
    return place.at("const") if schema.const is None else place.at("enum", listed.index(None))
