"""Bodies of parts without names, in an order: multipart/mixed and its like (OpenAPI 3.2, 4.14.5)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specloom.ir.build_types import TypeBuilder
from specloom.ir.call import Body, BodyPart, FieldEncoding, Parts, whole_body
from specloom.ir.losses import Ledger
from specloom.ir.types import ListOf, Scalar
from specloom.ir.unions import tuples_of, union_of
from specloom.spec.document import Encoding, MediaType, RequestBody, Schema
from specloom.spec.media_types import FORM, is_json

_TEXTUAL: Final = ("text/", "application/xml", FORM)


def build_parts(
    request_body: RequestBody,
    content_type: str,
    media: MediaType,
    inputs: TypeBuilder,
    suggested: str,
    name: str,
) -> Body | None:
    """Return a body of parts that the caller passes in a sequence; None where no parts are described.

    A media type other than multipart/form-data is described as an array: `prefixItems` of the first parts, `items` or
    `itemSchema` of those that follow.
    """
    if not content_type.lower().startswith("multipart/"):
        return None
    flat = inputs.merger.merged(media.schema) if media.schema is not None else Schema(media.location)
    others = media.item_schema or flat.items
    others = None if others is None or others.never else others
    if flat.properties or not (flat.prefix_items or others):
        return None
    ledger = inputs.merger.ledger
    for schema in (media.schema, media.item_schema):
        if schema is not None:
            ledger.use(schema, sent=True)
    encodings = [*media.prefix_encoding, *[Encoding()] * len(flat.prefix_items)]
    first: list[BodyPart] = []
    for number, (schema, encoding) in enumerate(zip(flat.prefix_items, encodings, strict=False), 1):
        first.append(_part(schema, encoding, inputs, f"{suggested}Item{number}"))
    rest = _part(others, media.item_encoding or Encoding(), inputs, f"{suggested}Item") if others else None
    for way, encoding in _described(media):
        _lose(way, encoding, media, ledger)
    if media.item_encoding is not None and rest is None:
        ledger.lose(media.location.at("itemEncoding"), "itemEncoding", "no further parts are described")
    for number in range(len(first), len(media.prefix_encoding)):
        place = media.location.at("prefixEncoding", number)
        ledger.lose(place, f"prefixEncoding {number}", "no part of that number is described")
    types = tuple(part.type for part in first)
    type_ = ListOf(union_of((*types, rest.type))) if rest else tuples_of(types, flat.min_items)
    whole = whole_body(name, type_, request_body, media.location)
    return Body("parts", content_type, whole=whole, required=request_body.required, parts=Parts(tuple(first), rest))


def is_file(held: Schema) -> bool:
    """Tell whether a part is a file: OpenAPI 3.1 says it by a media type and no encoding (4.8.24.1.3)."""
    if held.format == "binary":
        return True
    return bool(held.content_media_type) and not held.content_encoding and set(held.types) <= {"string", "null"}


def _part(schema: Schema, described: Encoding, inputs: TypeBuilder, suggested: str) -> BodyPart:
    flat = inputs.merger.merged(schema)
    inputs.merger.ledger.heed(schema, "contentMediaType", "contentEncoding")
    content_type = described.content_type or flat.content_media_type
    encoding = FieldEncoding(content_type=content_type, transfer_encoding=flat.content_encoding or "")
    is_text = content_type is None or is_json(content_type) or content_type.lower().startswith(_TEXTUAL)
    holds_bytes = not is_text and set(flat.types) <= {"string"} and not flat.content_encoding
    return BodyPart(Scalar("bytes") if is_file(flat) or holds_bytes else inputs.build(schema, suggested), encoding)


def _described(media: MediaType) -> Iterator[tuple[tuple[str | int, ...], Encoding]]:
    yield from ((("prefixEncoding", number), each) for number, each in enumerate(media.prefix_encoding))
    if media.item_encoding is not None:
        yield ("itemEncoding",), media.item_encoding
    yield from ((("encoding", name), each) for name, each in media.encoding.items())


def _lose(place: tuple[str | int, ...], encoding: Encoding, media: MediaType, ledger: Ledger) -> None:
    """Write down what has no effect of an encoding of parts without names."""
    if place[0] == "encoding":
        ledger.lose(media.location.at(*place), f"encoding of {place[1]}", "its parts have no names")
        return
    for member in encoding.said:
        if member != "contentType":
            ledger.lose(media.location.at(*place, member), member, "of parts without names, only contentType counts")
