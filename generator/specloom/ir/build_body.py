"""Request bodies and answers: which media type is used, and what it is in Python."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from specloom.ir.api import Answer, AnswerKind, Body, BodyField, BodyKind, EventKind, FieldEncoding
from specloom.ir.build_streams import build_stream, is_stream
from specloom.ir.media_types import is_json, is_range
from specloom.ir.naming import Names, class_name, parameter_name, tell_apart
from specloom.ir.types import ListOf, Scalar, Type
from specloom.spec.document import Encoding, MediaType, Operation, Response, Schema

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from specloom.ir.build_types import TypeBuilder
    from specloom.ir.losses import Ledger
    from specloom.ir.merge import Merger

_JSON_TYPE = "application/json"
_NOT_ASKED = re.compile(r"\s*;\s*charset=[^;]*|(?<=^application/json)\s*;.*", re.IGNORECASE | re.DOTALL)
"""What is not asked for: answers say their character set when they come, and application/json has no parameters
(RFC 8259, 11)."""
_MEDIA_TYPE = re.compile(r"[\w!#$&^.+-]+/[\w!#$&^.+-]+(\s*;\s*[\w!#$&^.+-]+=[\w!#$&^.+-]+)*", re.ASCII)
"""A media type that is no range, with parameters that need no quotes (RFC 9110, 8.3.1)."""

_BODILESS = frozenset({"204", "205"})

_BODY_KINDS: Mapping[str, BodyKind] = {
    "application/x-www-form-urlencoded": "form",
    "multipart/form-data": "multipart",
}

_WRITTEN: Mapping[BodyKind, frozenset[str]] = {
    "form": frozenset({"style", "explode", "allowReserved", "contentType"}),
    "multipart": frozenset({"style", "explode", "allowReserved", "contentType", "headers"}),
}
"""The members of an Encoding Object that are heeded, by the kind of body; `headers` where its fields are arguments."""

_PREFERRED: tuple[BodyKind, ...] = ("json", "form", "multipart", "content")


def build_body(operation: Operation, inputs: TypeBuilder, suggested: str, taken: Names) -> Body | None:
    """Return what the caller passes as the body, or None for operations without one.

    An object's properties become arguments of their own; anything else, an object whose arguments would collide with
    parameters or each other and a JSON object that may be left out though it has required properties become one
    argument called `body`.

    Args:
        operation: The operation.
        inputs: The builder of input types.
        suggested: Beginning of class names for inline schemas.
        taken: The names of the method's arguments so far.
    """
    request_body = operation.request_body
    if request_body is None or not request_body.content:
        return None
    ledger = inputs.merger.ledger
    kind, content_type, media = _chosen_body(request_body.content, ledger)
    schema = media.schema
    flat = inputs.merger.merged(schema) if schema is not None else None
    if kind != "content" and schema is not None and flat is not None:
        plain_object = flat.properties and set(flat.types) <= {"object"} and not flat.choices
        fields = _fields(flat, media, kind, inputs, suggested) if plain_object else ()
        # A form that may be left out altogether although it has required fields is an oversight of its writer.
        needs_whole = kind == "json" and not request_body.required and any(field.required for field in fields)
        collides = any(field.name in taken for field in fields) or len({field.name for field in fields}) < len(fields)
        if fields and not needs_whole and not collides and not _has_typed_extras(flat):
            ledger.use(schema, sent=True)
            if request_body.required and kind != "json" and not any(field.required for field in fields):
                place = request_body.location.at("required")
                ledger.lose(place, "required body", "a form without any field is sent as no body", minor=True)
            _lose_encodings(media, _WRITTEN.get(kind, frozenset()), {each.wire_name for each in fields}, ledger)
            return Body(kind, content_type, fields, required=request_body.required)
    whole_schema = schema or Schema(location=media.location)
    type_ = Scalar("bytes") if kind == "content" else inputs.build(whole_schema, suggested)
    if kind == "content":
        ledger.use_text(media.location.at("schema"), schema, content_type)
    nullable = kind == "json" and inputs.allows_null(type_)
    whole = BodyField(
        "body", "", type_, request_body.required, nullable, request_body.description, "", False, whole_schema.location
    )
    _lose_encodings(media, _WRITTEN.get(kind, frozenset()) - {"headers"}, media.encoding.keys(), ledger)
    names = {*media.encoding, *(flat.properties if flat else ())} if kind in {"form", "multipart"} else ()
    encodings = {name: _encoding(name, media, flat, kind, inputs.merger) for name in sorted(names)}
    described = {name: encoding for name, encoding in encodings.items() if encoding != FieldEncoding()}
    return Body(kind, content_type, whole=whole, required=request_body.required, encodings=described)


def build_answer(operation: Operation, answers: TypeBuilder, suggested: str) -> Answer:
    """Return what a successful call gives back.

    An answer to HEAD, or of status 204 or 205, has no body, whatever is described (RFC 9110, 6.4.1).

    Successes are the documented 2XX statuses; a description that has none but a `default` means that one. 3XX give
    nothing and change no type: who asks for them, by `If-None-Match` or so, knows. JSON is preferred among media types,
    then text, then anything else as bytes. Streams come item by item where no success has anything else.
    """
    if operation.method == "head":
        for response in operation.responses:
            _lose_bodies(response, "answers to HEAD have no body", answers.merger.ledger, minor=True)
        return Answer("nothing", None)
    successes = [response for response in operation.responses if response.status.startswith("2")]
    if not successes and not any(response.status.startswith("3") for response in operation.responses):
        successes = [response for response in operation.responses if response.status == "default"]
    _lose_failures(operation, successes, answers.merger.ledger)
    streamed = all(_is_streamed(response) for response in successes)
    kinds = {
        response.status: _answer(
            response, answers, suggested if not number else f"{suggested}{response.status}", streamed=streamed
        )
        for number, response in enumerate(successes)
    }
    if any(answer.kind == "stream" for answer in kinds.values()):
        return _only_stream(successes, kinds, answers.merger.ledger)
    full = {status: answer for status, answer in kinds.items() if answer.kind != "nothing"}
    different = {(answer.kind, repr(answer.type)) for answer in full.values()}
    if not full:
        return Answer("nothing", None)
    first = next(iter(full.values()))
    if len(different) == 1:
        accept = _accepted(full.values()) if first.kind == "json" else ""
        return replace(first, may_be_empty=len(full) < len(kinds), accept=accept)
    by_status = {int(status) if status.isdigit() else status: answer.type for status, answer in kinds.items()}
    types: list[Type] = []
    for answer in full.values():
        if answer.type is not None and answer.type not in types:
            types.append(answer.type)
    accept = _accepted(full.values())
    return Answer("json", first.type, may_be_empty=len(full) < len(kinds), by_status=by_status, accept=accept)


def choose_payload(operation: Operation, answers: TypeBuilder, suggested: str) -> tuple[EventKind, Type | None]:
    """Return what the body of a request is that the server sends: JSON of a type, bytes, or nothing.

    Args:
        operation: The operation of a webhook.
        answers: The builder of answer types.
        suggested: The class name for an inline schema.
    """
    content = operation.request_body.content if operation.request_body else {}
    if not content:
        return "nothing", None
    ledger = answers.merger.ledger
    kind, content_type, media = _chosen_body(content, ledger)
    _lose_encodings(media, frozenset(), (), ledger)
    if kind != "json":
        ledger.use_text(media.location.at("schema"), media.schema, content_type)
        return "bytes", None
    return "json", answers.build(media.schema, suggested) if media.schema else Scalar("any")


def _has_typed_extras(flat: Schema) -> bool:
    """Tell whether the schema gives further members a type: arguments could not carry them."""
    if flat.pattern_properties:
        return True
    extras = flat.additional_properties
    return extras is not None and not extras.never and extras != Schema(location=flat.location)


def _chosen_body(content: Mapping[str, MediaType], ledger: Ledger) -> tuple[BodyKind, str, MediaType]:
    offered = [(_body_kind(content_type, media), content_type, media) for content_type, media in content.items()]
    kind, content_type, media = min(offered, key=lambda offer: _PREFERRED.index(offer[0]))
    for name, other in content.items():
        if other is not media:
            ledger.lose(other.location, f"media type {name}", f"the body is sent as {content_type}")
    if media.item_schema is not None:
        ledger.lose(media.location.at("itemSchema"), "itemSchema", "the body is one value")
    if is_range(content_type) and kind == "json":  # what is sent has one media type (RFC 9110, 8.3)
        content_type = _JSON_TYPE
    return kind, content_type, media


def _lose_encodings(media: MediaType, heeded: Collection[str], fields: Collection[str], ledger: Ledger) -> None:
    """Write down what of a media type's encodings has no effect.

    Args:
        media: The media type.
        heeded: The members of an Encoding Object that are heeded.
        fields: The names on the wire of what they can be about.
        ledger: Takes it.
    """
    for name, encoding in media.encoding.items():
        place = media.location.at("encoding", name)
        said = {
            "contentType": encoding.content_type is not None,
            "style": encoding.style is not None,
            "explode": encoding.explode is not None,
            "allowReserved": encoding.allow_reserved,
            "headers": bool(encoding.headers),
        }
        if encoding.content_type and heeded and (encoding.style or said["explode"] or encoding.allow_reserved):
            ledger.lose(place.at("contentType"), "contentType", "it is passed over beside style and its like")
        if name not in fields:
            ledger.lose(place, f"encoding of {name}", "nothing that is written has this name")
        for member, is_said in said.items():
            if is_said and member not in heeded:
                why = (
                    "encodings are about forms only"
                    if not heeded
                    else f"of encodings, only {', '.join(sorted(heeded))} has an effect here"
                )
                ledger.lose(place.at(member), f"{member} of {name}", why)


def _lose_failures(operation: Operation, successes: Collection[Response], ledger: Ledger) -> None:
    """Write down what has no effect of responses that are no successes."""
    for response in operation.responses:
        if response in successes:
            continue
        status = response.status
        if status[0] not in "345":
            why = "every failure without a class of its own is ApiError" if status == "default" else "it ends no call"
            ledger.lose(operation.location.at("responses", status), f"response {status}", why, minor=True)
        is_error = not status.startswith("3")
        why = "the body of an error has no type" if is_error else f"answers of status {status} give nothing"
        _lose_bodies(response, why, ledger, minor=not is_error)


def _lose_bodies(response: Response, why: str, ledger: Ledger, *, minor: bool = False) -> None:
    for name, media in response.content.items():
        ledger.lose(media.location, f"{name} of {response.status}", why, minor=minor)


def _body_kind(content_type: str, media: MediaType) -> BodyKind:
    if is_json(content_type) or _is_json_range(content_type, media):
        return "json"
    return _BODY_KINDS.get(content_type.partition(";")[0].strip().lower(), "content")


def _fields(
    flat: Schema, media: MediaType, kind: BodyKind, inputs: TypeBuilder, suggested: str
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
    names = tell_apart((parameter_name(text), text) for text in texts)
    for name, field in zip(names, found, strict=False):
        file = _file_type(flat.properties[field.wire_name], inputs.merger) if kind == "multipart" else None
        fields.append(
            BodyField(
                name=name,
                wire_name=field.wire_name,
                type=file or field.type,
                required=field.required,
                nullable=kind == "json" and inputs.allows_null(field.type),
                description=field.description,
                default=field.default,
                deprecated=field.deprecated,
                location=field.location,
                encoding=_encoding(field.wire_name, media, flat, kind, inputs.merger),
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
    style = described.style or ("form" if described.explode is not None or described.allow_reserved else "")
    if style and not (in_parts and _is_file(held)):
        explode = described.explode if described.explode is not None else style == "form"
        return FieldEncoding(style, explode, described.allow_reserved)
    if in_parts and schema is not None:
        merger.ledger.heed(schema, "contentMediaType", "contentEncoding")
    content_type = described.content_type or (held.content_media_type if in_parts else None)
    return FieldEncoding(content_type=content_type, transfer_encoding=(held.content_encoding or "") if in_parts else "")


def _file_type(schema: Schema, merger: Merger) -> Type | None:
    """Return the type of a part that is described as a file, or as several; None for others."""
    if not _is_file(_held(schema, merger)):
        return None
    return Scalar("bytes") if _only(schema, merger).items is None else ListOf(Scalar("bytes"))


def _is_file(held: Schema) -> bool:
    """Tell whether a part is a file: OpenAPI 3.1 says it by a media type and no encoding (4.8.24.1.3)."""
    if held.format == "binary":
        return True
    return bool(held.content_media_type) and not held.content_encoding and set(held.types) <= {"string", "null"}


def _held(schema: Schema, merger: Merger) -> Schema:
    """Return what a part of a property holds: the property itself, or an item of it."""
    only = _only(schema, merger)
    return _only(only.items, merger) if only.items is not None else only


def _only(schema: Schema, merger: Merger) -> Schema:
    """Return a schema, or the one choice that it has besides null."""
    flat = merger.merged(schema)
    others = [choice for each in flat.choices if not (choice := merger.merged(each)).is_null]
    return others[0] if len(others) == 1 else flat


def _is_streamed(response: Response) -> bool:
    """Tell whether a success has a body only item by item, or none."""
    return response.status in _BODILESS or all(is_stream(name, media) for name, media in response.content.items())


def _only_stream(successes: Iterable[Response], kinds: Mapping[str, Answer], ledger: Ledger) -> Answer:
    """Return the stream that a call gives, whatever its status: one without a body has no items."""
    first, *others = ((status, answer) for status, answer in kinds.items() if answer.kind == "stream")
    different = {status for status, answer in others if answer != first[1]}
    for response in successes:
        if response.status in different:
            _lose_bodies(response, f"streams are read as that of status {first[0]}", ledger)
    return first[1]


def _answer(response: Response, answers: TypeBuilder, suggested: str, *, streamed: bool) -> Answer:
    ledger = answers.merger.ledger
    if not response.content or response.status in _BODILESS:
        _lose_bodies(response, f"answers of status {response.status} have no body", ledger, minor=True)
        return Answer("nothing", None)
    if streamed:
        (content_type, media), *rest = response.content.items()
        for name, other in rest:
            ledger.lose(other.location, f"media type {name}", f"answers are asked for as {content_type}")
        _lose_encodings(media, (), (), ledger)
        answer = build_stream(content_type, media, answers, suggested)
        return replace(answer, accept=_NOT_ASKED.sub("", content_type))
    offered = [(_answer_kind(name, media, answers), name, media) for name, media in response.content.items()]
    kind, content_type, media = min(offered, key=lambda offer: ("json", "text", "bytes").index(offer[0]))
    for name, other in response.content.items():
        if other is not media:
            ledger.lose(other.location, f"media type {name}", f"answers are asked for as {content_type}")
    _lose_encodings(media, (), (), ledger)
    if media.item_schema is not None:
        why = "the answer is read as a whole"
        ledger.lose(media.location.at("itemSchema"), "itemSchema", why)
    if kind != "json":
        ledger.use_text(media.location.at("schema"), media.schema, content_type)
    match kind:
        case "json":
            type_ = answers.build(media.schema, suggested) if media.schema else Scalar("any")
        case "text":
            type_ = Scalar("str")
        case _:
            type_ = Scalar("bytes")
    return Answer(kind, type_, accept=_NOT_ASKED.sub("", content_type))


def _accepted(answers: Iterable[Answer]) -> str:
    """Return the media types to ask for when one of these answers is to come; empty where it is JSON as such."""
    plain = [
        answer.accept if _MEDIA_TYPE.fullmatch(answer.accept) else _JSON_TYPE if answer.kind == "json" else "*/*"
        for answer in answers
    ]
    return ", ".join(dict.fromkeys(plain)) if {each.lower() for each in plain} != {_JSON_TYPE} else ""


def _is_json_range(content_type: str, media: MediaType) -> bool:
    """Tell whether any media type is meant and the schema says that it is JSON: no other format has types."""
    if content_type.partition(";")[0].strip() not in {"*/*", "application/*"} or media.schema is None:
        return False
    return "string" not in media.schema.types and media.schema != Schema(media.location)


def _answer_kind(content_type: str, media: MediaType, answers: TypeBuilder) -> AnswerKind:
    if media.schema is not None and answers.merger.merged(media.schema).format == "binary":
        return "bytes"  # a file, whatever it is called: JSON has no bytes
    if is_json(content_type) or _is_json_range(content_type, media):
        return "json"
    return "text" if content_type.lower().startswith("text/") else "bytes"
