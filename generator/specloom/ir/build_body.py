"""Request bodies: which media types they can have, and which arguments they are made of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final, NamedTuple, TypeAlias

from specloom.findings import Location
from specloom.ir.build_parts import build_parts, is_file
from specloom.ir.build_streams import build_items
from specloom.ir.build_types import TypeBuilder
from specloom.ir.call import DELIMITERS, Body, BodyField, BodyKind, FieldEncoding, whole_body
from specloom.ir.events import EventKind
from specloom.ir.merge import Merger
from specloom.ir.name_scopes import Names, tell_apart, with_digest
from specloom.ir.naming import class_name, parameter_name
from specloom.ir.signatures import holds_files
from specloom.ir.types import ListOf, Scalar, Type, accepts_null
from specloom.record import replace
from specloom.spec.document import Encoding, MediaType, Operation, RequestBody, Schema
from specloom.spec.media_types import (
    FORM,
    JSON_TYPE,
    MULTIPART,
    can_be_asked_for,
    holds_json,
    is_other_format,
    is_range,
    without_parameters,
)

_BODY_KINDS: Mapping[str, BodyKind] = {FORM: "form", MULTIPART: "multipart"}

_WRITTEN: Mapping[BodyKind, frozenset[str]] = {
    "form": frozenset({"style", "explode", "allowReserved", "contentType"}),
    "multipart": frozenset({"style", "explode", "allowReserved", "contentType", "headers"}),
}
"""The members of an Encoding Object that are heeded, by the kind of body; `headers` where its fields are arguments."""

_WHOLE = ("body", "")
"""What an argument stands for that is a whole body."""


class Bodies(NamedTuple):
    """What a method can send, the default first, and where its media types are described."""

    all: tuple[Body, ...]
    places: Mapping[str, Location]


_FORMS: Mapping[bool, tuple[str, str]] = {
    True: ("required body", "a form without any field is sent as no body"),
    False: ("optional body", "a form with a required field is always sent"),
}
"""What is lost of the `required` of a form, by what it says."""

_NO_FIELDS: Final = "a form has fields with names: callers pass an object of these"

_PREFERRED: tuple[BodyKind, ...] = ("json", "form", "multipart", "content")


def build_bodies(
    operation: Operation, inputs: TypeBuilder, suggested: str, taken: Names, kept: Mapping[tuple[str, ...], str]
) -> Bodies:
    """Return what the caller passes as the body, for each media type: the one that is sent by default first.

    An object's properties become arguments of their own; anything else, an object whose arguments would collide with
    parameters or each other and a JSON object that may be left out though it has required properties become one
    argument called `body`. JSON types of one schema are one body. Class names of inline schemas begin as suggested;
    `taken` are the names of the method's arguments so far.
    """
    request_body = operation.request_body
    if request_body is None or not request_body.content:
        return Bodies((), {})
    ledger = inputs.merger.ledger
    offered = _offered(request_body.content, inputs.merger)
    first = _chosen(offered)
    found: list[tuple[MediaType, Body]] = []
    places: dict[str, Location] = {}
    for offer in (first, *(each for each in offered if each is not first)):
        kind, name, media = offer
        content_type = name if not found else name.strip()
        alike = [
            each
            for each, (other, body) in enumerate(found)
            if body.kind == kind == "json" and other.schema == media.schema
        ]
        if found and not _can_be_sent(content_type, kind, places):
            why = f"the body is sent as {found[0][1].content_type}"
            ledger.lose(media.location, f"media type {name}", why, minor=bool(alike))
            continue
        if alike:
            other, body = found[alike[0]]
            found[alike[0]] = (other, replace(body, others=(*body.others, content_type)))
        else:
            own = f"{suggested} {content_type.removeprefix('application/')}" if found else suggested
            body = _body(request_body, offer, inputs, class_name(own) if found else own, taken, kept)
            found.append((media, body))
            content_type = body.content_type
        places[content_type] = media.location
    return Bodies(tuple(body for _, body in found), places)


def _can_be_sent(content_type: str, kind: BodyKind, known: Collection[str]) -> bool:
    """Tell whether a body can be of a media type, besides those that are known. Of ranges, only files have one."""
    if content_type.lower() in map(str.lower, known) or not can_be_asked_for(content_type):
        return False
    return "*" not in content_type or (kind == "content" and is_range(content_type))


def _body(
    request_body: RequestBody,
    offer: _Offered,
    inputs: TypeBuilder,
    suggested: str,
    taken: Names,
    kept: Mapping[tuple[str, ...], str],
) -> Body:
    ledger = inputs.merger.ledger
    kind, content_type, media = offer
    names = (kept.get(_WHOLE, "body"), "body", "request_body", with_digest("body", suggested))
    name = next(each for each in names if each not in taken)
    several = build_items(request_body, content_type, media, inputs, suggested, name)
    if several is None and kind == "content":
        several = build_parts(request_body, content_type, media, inputs, suggested, name)
    if several is not None:
        return several
    if media.item_schema is not None:
        ledger.lose(media.location.at("itemSchema"), "itemSchema", "the body is one value")
    if "*" in content_type and kind == "json":  # what is sent has one media type (RFC 9110, 8.3)
        content_type = JSON_TYPE
    schema = media.schema
    flat = inputs.merger.merged(schema) if schema is not None else None
    is_form = kind in {"form", "multipart"}
    if is_form and flat is not None and flat.types and not (flat.choices or "object" in flat.types):
        ledger.lose(media.location.at("schema"), f"schema of {content_type}", _NO_FIELDS)
        schema = flat = Schema(location=media.location, types=("object",))
    if kind != "content" and schema is not None and flat is not None:
        plain_object = flat.properties and set(flat.types) <= {"object"} and not flat.choices
        # A form that may be left out altogether although it has required fields is an oversight of its writer.
        needs_whole = kind == "json" and not request_body.required and inputs.has_required(flat)
        needs_whole |= kind == "json" and _has_typed_extras(flat)
        needs_whole |= [*kept] == [_WHOLE]  # what was published as one argument stays one
        # What stays whole has no arguments, whose types nobody would use.
        fields = _fields(flat, media, kind, inputs, suggested, kept) if plain_object and not needs_whole else ()
        collides = any(field.name in taken for field in fields) or len({field.name for field in fields}) < len(fields)
        # Files have types only as arguments: further members go along by `extra_body`.
        with_files = kind == "multipart" and any(holds_files(field.type) for field in fields)
        needs_whole |= _has_typed_extras(flat) and not with_files
        if fields and not needs_whole and not collides:
            ledger.use(schema, sent=True)
            if kind != "json" and request_body.required != any(field.required for field in fields):
                what, why = _FORMS[request_body.required]
                ledger.lose(request_body.location.at("required"), what, why, minor=True)
            ledger.lose_encodings(media, _WRITTEN.get(kind, frozenset()), {each.wire_name for each in fields})
            return Body(kind, content_type, fields, required=request_body.required)
    whole_schema = schema or Schema(location=media.location)
    type_ = Scalar("bytes") if kind == "content" else inputs.build(whole_schema, suggested)
    if kind == "content":
        ledger.use_text(media.location.at("schema"), schema, content_type)
    nullable = kind == "json" and accepts_null(type_, inputs.types)
    whole = whole_body(name, type_, request_body, whole_schema.location, nullable=nullable)
    encodings = described_encodings(media, kind, inputs.merger)
    return Body(kind, content_type, whole=whole, required=request_body.required, encodings=encodings)


def described_encodings(media: MediaType, kind: BodyKind, merger: Merger) -> dict[str, FieldEncoding]:
    """Return how the properties of a form that is one argument are written, where that is described."""
    merger.ledger.lose_encodings(media, _WRITTEN.get(kind, frozenset()) - {"headers"}, media.encoding.keys())
    flat = merger.merged(media.schema) if media.schema is not None else None
    names = {*media.encoding, *(flat.properties if flat else ())} if kind in {"form", "multipart"} else ()
    encodings = {name: _encoding(name, media, flat, kind, merger) for name in sorted(names)}
    return {name: encoding for name, encoding in encodings.items() if encoding != FieldEncoding()}


def choose_payload(operation: Operation, answers: TypeBuilder, suggested: str) -> tuple[EventKind, Type | None]:
    """Return what the body of a request is that the server sends: JSON of a type, bytes, or nothing."""
    content = operation.request_body.content if operation.request_body else {}
    if not content:
        return "nothing", None
    ledger = answers.merger.ledger
    kind, content_type, media = _chosen(_offered(content, answers.merger))
    for name, other in content.items():
        if other is not media:
            ledger.lose(other.location, f"media type {name}", f"the body is read as {content_type}")
    ledger.lose_encodings(media, frozenset(), ())
    if kind != "json":
        why = "of webhooks, only JSON has types: others pass as they are"
        ledger.use_text(media.location.at("schema"), media.schema, content_type, why)
        return "bytes", None
    return "json", answers.build(media.schema, suggested) if media.schema else Scalar("any")


def _has_typed_extras(flat: Schema) -> bool:
    """Tell whether the schema gives further members a type: arguments could not carry them."""
    if flat.pattern_properties:
        return True
    extras = flat.additional_properties
    return extras is not None and not extras.never and extras != Schema(location=flat.location)


_Offered: TypeAlias = tuple[BodyKind, str, MediaType]


def _offered(content: Mapping[str, MediaType], merger: Merger) -> list[_Offered]:
    return [(_body_kind(content_type, media, merger), content_type, media) for content_type, media in content.items()]


def _chosen(offered: Iterable[_Offered]) -> _Offered:
    """Return the media type that is sent where nobody says which: JSON, else a form, else whatever comes first."""
    return min(offered, key=lambda offer: _PREFERRED.index(offer[0]))


def _body_kind(content_type: str, media: MediaType, merger: Merger) -> BodyKind:
    if holds_json(content_type, merger.merged(media.schema) if media.schema is not None else None):
        return "json"
    return form_kind(content_type) or "content"


def form_kind(content_type: str) -> BodyKind | None:
    """Return which kind of form a media type is; None for all others."""
    return _BODY_KINDS.get(without_parameters(content_type))


def _fields(
    flat: Schema,
    media: MediaType,
    kind: BodyKind,
    inputs: TypeBuilder,
    suggested: str,
    kept: Mapping[tuple[str, ...], str],
) -> tuple[BodyField, ...]:
    """Return a body's properties. Only JSON has a null: a form can give a value or leave it out."""
    fields: list[BodyField] = []
    found = inputs.fields_of(flat, suggested)
    headers = [
        (field, header, value)
        for field in (found if kind == "multipart" else ())
        if (encoding := media.encoding.get(field.wire_name))
        for header, value in encoding.headers.items()
    ]
    texts = [field.name for field in found] + [f"{field.name}_{header}" for field, header, _ in headers]
    keys = [("body", field.wire_name) for field in found]
    keys += [(f"body {field.wire_name}", header) for field, header, _ in headers]
    names = tell_apart(
        ((parameter_name(text), text) for text in texts),
        others_kept(kept, keys),
        {text: kept[key] for text, key in zip(texts, keys, strict=True) if key in kept and not _is_chosen(flat, key)},
    )
    for name, field in zip(names, found, strict=False):
        written = _encoding(field.wire_name, media, flat, kind, inputs.merger)
        given = _given_type(flat.properties[field.wire_name], written, kind, inputs.merger)
        if kind != "json":
            _lose_nulls(flat.properties[field.wire_name], field.type, inputs)
        fields.append(
            BodyField(
                name=name,
                wire_name=field.wire_name,
                type=given or field.type,
                required=field.required,
                nullable=kind == "json" and accepts_null(field.type, inputs.types),
                description=field.description,
                default=field.default,
                deprecated=field.deprecated,
                location=field.location,
                encoding=written,
            )
        )
    for name, (field, header, value) in zip(names[len(found) :], headers, strict=True):
        fields.append(
            BodyField(
                name=name,
                wire_name=header,
                type=inputs.build(value.schema, class_name(f"{suggested} {field.name} {header}")),
                required=field.required and value.required,
                nullable=False,
                description=value.description or f"The header field {header} of the part {field.wire_name}.",
                default="",
                deprecated=value.deprecated,
                location=value.location,
                part=field.wire_name,
            )
        )
    return tuple(fields)


def _is_chosen(flat: Schema, key: tuple[str, ...]) -> bool:
    """Tell whether the author of a description says what the argument for a property is called."""
    return key[0] == "body" and "name" in flat.properties[key[1]].extension


def others_kept(kept: Mapping[tuple[str, ...], str], own: Collection[tuple[str, ...]]) -> set[str]:
    """Return the names of arguments that stay those of others than `own`: where these are newcomers, they give way."""
    return {name for key, name in kept.items() if key not in own}


def _encoding(name: str, media: MediaType, flat: Schema | None, kind: BodyKind, merger: Merger) -> FieldEncoding:
    """Return how a form writes a property: as described, else as its schema says what it holds.

    With `style`, `explode` or `allowReserved` it is written as parameters are, whatever media type it has (OpenAPI
    3.1.1, 4.8.15.1.2). Files are not: they have no text.
    """
    if kind not in {"form", "multipart"}:
        return FieldEncoding()
    described = media.encoding.get(name, Encoding())
    schema = flat.properties.get(name) if flat else None
    held = _held(schema, merger) if schema else Schema(media.location)
    in_parts = kind == "multipart"
    if described.formats:
        return FieldEncoding(delimiters=tuple(DELIMITERS[each] for each in described.formats))
    style = described.style or ("form" if described.explode is not None or described.allow_reserved else "")
    if style and not (in_parts and is_file(held)):
        explode = described.explode if described.explode is not None else style == "form"
        return FieldEncoding(style, explode, described.allow_reserved)
    if in_parts and schema is not None:
        merger.ledger.heed(schema, "contentMediaType", "contentEncoding")
    content_type = described.content_type or (held.content_media_type if in_parts else None)
    return FieldEncoding(content_type=content_type, transfer_encoding=(held.content_encoding or "") if in_parts else "")


def _lose_nulls(schema: Schema, type_: Type, inputs: TypeBuilder) -> None:
    """Write down that null is not sent as a field of a form, nor as one of the items that are a field each."""
    ledger, items, why = inputs.merger.ledger, inputs.merger.merged(schema).items, "forms have no null"
    if accepts_null(type_, inputs.types):
        ledger.lose_null(schema, why)
    if items is not None:
        ledger.lose_null(items, why)


def _given_type(schema: Schema, encoding: FieldEncoding, kind: BodyKind, merger: Merger) -> Type | None:
    """Return the type of a field that is passed as it is sent, or of several; None for others.

    Files are, and what is described as an object and has a media type that is not written from values, as XML.
    """
    if kind not in {"form", "multipart"}:
        return None
    held = _held(schema, merger)
    if kind == "form" or not is_file(held):
        has_parts = held.properties or {"object", "array"} & {*held.types}
        if not (has_parts and encoding.content_type and is_other_format(encoding.content_type)):
            return None
        merger.ledger.use_text(schema.location, schema, encoding.content_type)
    given = Scalar("bytes" if kind == "multipart" else "str")
    return given if _only(schema, merger).items is None else ListOf(given)


def _held(schema: Schema, merger: Merger) -> Schema:
    """Return what a part of a property holds: the property itself, or an item of it."""
    only = _only(schema, merger)
    return _only(only.items, merger) if only.items is not None else only


def _only(schema: Schema, merger: Merger) -> Schema:
    """Return a schema, or the one choice that it has besides null."""
    flat = merger.merged(schema)
    others = [choice for each in flat.choices if not (choice := merger.merged(each)).is_null]
    return others[0] if len(others) == 1 else flat
