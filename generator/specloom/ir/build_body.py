"""Request bodies and answers: which media type is used, and what it is in Python."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from specloom.ir.api import DELIMITERS, Answer, AnswerKind, Body, BodyField, BodyKind, EventKind, FieldEncoding
from specloom.ir.build_parts import build_parts
from specloom.ir.build_streams import build_items, build_stream, is_stream
from specloom.ir.media_types import is_json, is_range
from specloom.ir.naming import Names, class_name, parameter_name, tell_apart, with_digest
from specloom.ir.types import ListOf, Scalar, Type
from specloom.spec.document import Encoding, MediaType, Operation, RequestBody, Response, Schema

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from specloom.findings import Location, Pointer
    from specloom.ir.build_types import TypeBuilder
    from specloom.ir.losses import Ledger
    from specloom.ir.merge import Merger

_JSON_TYPE = "application/json"
_NOT_ASKED = re.compile(r"\s*;\s*charset=[^;]*|(?<=^application/json)\s*;.*", re.IGNORECASE | re.DOTALL)
"""What is not asked for: answers say their character set when they come, and application/json has no parameters
(RFC 8259, 11)."""
_MEDIA_TYPE = re.compile(r"[\w!#$&^.+-]+/[\w!#$&^.+-]+(\s*;\s*[\w!#$&^.+-]+=[\w!#$&^.+-]+)*", re.ASCII)
"""A media type that is no range, with parameters that need no quotes (RFC 9110, 8.3.1)."""

_CHARSET = re.compile(r"\s*;\s*charset=[^;]*", re.IGNORECASE)
_QUOTED = r'"[\w!#$&^.+:/?=%~ -]*"'
_ASKABLE = re.compile(
    rf"(\*/\*|[\w!#$&^.+-]+/(\*|[\w!#$&^.+-]+|\*\+[\w.-]+))(\s*;\s*[\w!#$&^.+-]+=([\w!#$&^.+-]+|{_QUOTED}))*", re.ASCII
)
"""A media type, or a range, that an Accept header can have (RFC 9110, 12.5.1)."""

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

_WHOLE = ("body", "")
"""What an argument stands for that is a whole body."""

NOTHING = Answer("nothing", None)


class Bodies(NamedTuple):
    """What a method can send, the default first, and where its media types are described."""

    all: tuple[Body, ...]
    places: Mapping[str, Location]


class Offer(NamedTuple):
    """What calls give back that ask for a media type, and where that is described."""

    answer: Answer
    location: Location


Offers: TypeAlias = Mapping[str, Mapping[str, Offer]]
"""Status → the media types to ask for, with what calls give back then: the first one unasked. None: no body."""

_FORMS: Mapping[bool, tuple[str, str]] = {
    True: ("required body", "a form without any field is sent as no body"),
    False: ("optional body", "a form with a required field is always sent"),
}
"""What is lost of the `required` of a form, by what it says."""

_PREFERRED: tuple[BodyKind, ...] = ("json", "form", "multipart", "content")


def build_bodies(
    operation: Operation, inputs: TypeBuilder, suggested: str, taken: Names, kept: Mapping[tuple[str, ...], str]
) -> Bodies:
    """Return what the caller passes as the body, for each media type: the one that is sent by default first.

    An object's properties become arguments of their own; anything else, an object whose arguments would collide with
    parameters or each other and a JSON object that may be left out though it has required properties become one
    argument called `body`. JSON types of one schema are one body.

    Args:
        operation: The operation.
        inputs: The builder of input types.
        suggested: Beginning of class names for inline schemas.
        taken: The names of the method's arguments so far.
        kept: Which names of arguments stay, by what they stand for.
    """
    request_body = operation.request_body
    if request_body is None or not request_body.content:
        return Bodies((), {})
    ledger = inputs.merger.ledger
    offered = _offered(request_body.content)
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
    if content_type.lower() in map(str.lower, known) or not _ASKABLE.fullmatch(content_type):
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
    """Return what the caller passes as a body of one media type."""
    ledger = inputs.merger.ledger
    kind, content_type, media = offer
    names = (*(kept[key] for key in (_WHOLE,) if key in kept), "body", "request_body", with_digest("body", suggested))
    name = next(each for each in names if each not in taken)
    several = build_items(request_body, content_type, media, inputs, suggested, name)
    if several is None and kind == "content":
        several = build_parts(request_body, content_type, media, inputs, suggested, name, _is_file)
    if several is not None:
        return several
    if media.item_schema is not None:
        ledger.lose(media.location.at("itemSchema"), "itemSchema", "the body is one value")
    if "*" in content_type and kind == "json":  # what is sent has one media type (RFC 9110, 8.3)
        content_type = _JSON_TYPE
    schema = media.schema
    flat = inputs.merger.merged(schema) if schema is not None else None
    if kind != "content" and schema is not None and flat is not None:
        plain_object = flat.properties and set(flat.types) <= {"object"} and not flat.choices
        fields = _fields(flat, media, kind, inputs, suggested, kept) if plain_object else ()
        # A form that may be left out altogether although it has required fields is an oversight of its writer.
        needs_whole = kind == "json" and not request_body.required and any(field.required for field in fields)
        needs_whole |= [*kept] == [_WHOLE]
        collides = any(field.name in taken for field in fields) or len({field.name for field in fields}) < len(fields)
        if fields and not needs_whole and not collides and not _has_typed_extras(flat):
            ledger.use(schema, sent=True)
            if kind != "json" and request_body.required != any(field.required for field in fields):
                what, why = _FORMS[request_body.required]
                ledger.lose(request_body.location.at("required"), what, why, minor=True)
            _lose_encodings(media, _WRITTEN.get(kind, frozenset()), {each.wire_name for each in fields}, ledger)
            return Body(kind, content_type, fields, required=request_body.required)
    whole_schema = schema or Schema(location=media.location)
    type_ = Scalar("bytes") if kind == "content" else inputs.build(whole_schema, suggested)
    if kind == "content":
        ledger.use_text(media.location.at("schema"), schema, content_type)
    nullable = kind == "json" and inputs.allows_null(type_)
    whole = BodyField(
        name, "", type_, request_body.required, nullable, request_body.description, "", False, whole_schema.location
    )
    _lose_encodings(media, _WRITTEN.get(kind, frozenset()) - {"headers"}, media.encoding.keys(), ledger)
    encodings = described_encodings(media, kind, inputs.merger)
    return Body(kind, content_type, whole=whole, required=request_body.required, encodings=encodings)


def described_encodings(media: MediaType, kind: BodyKind, merger: Merger) -> dict[str, FieldEncoding]:
    """Return how the properties of a form are written, where that is described."""
    flat = merger.merged(media.schema) if media.schema is not None else None
    names = {*media.encoding, *(flat.properties if flat else ())} if kind in {"form", "multipart"} else ()
    encodings = {name: _encoding(name, media, flat, kind, merger) for name in sorted(names)}
    return {name: encoding for name, encoding in encodings.items() if encoding != FieldEncoding()}


def build_offers(operation: Operation, answers: TypeBuilder, suggested: str) -> Offers:
    """Return what successful calls can give back, by status.

    An answer to HEAD, or of status 204 or 205, has no body, whatever is described (RFC 9110, 6.4.1).

    3XX give nothing and change no type: who asks for them, by `If-None-Match` or so, knows.
    """
    if operation.method == "head":
        for response in operation.responses:
            _lose_bodies(response, "answers to HEAD have no body", answers.merger.ledger, minor=True)
        return {}
    successes = list_successes(operation)
    _lose_failures(operation, successes, answers.merger.ledger)
    return {
        response.status: _offers(response, answers, suggested if not number else f"{suggested}{response.status}")
        for number, response in enumerate(successes)
    }


class FailureBuilder:
    """Builds what the bodies of failures are; those of responses that operations share are built once.

    Args:
        answers: The builder of answer types.
    """

    def __init__(self, answers: TypeBuilder) -> None:
        self._answers = answers
        self._shared: dict[tuple[str, Pointer, str], dict[str, Type]] = {}
        """By the document, the place there and the status."""

    def build(self, operation: Operation, stem: str) -> dict[int | str, dict[str, Type]]:
        """Return status → media types → type. Bytes are no more than the body is anyway.

        Args:
            operation: The operation.
            stem: Beginning of class names for inline schemas. Responses that operations share have names of their own.
        """
        found: dict[int | str, dict[str, Type]] = {}
        successes = list_successes(operation)
        for response in operation.responses if operation.method != "head" else ():
            if response in successes or response.status[0] not in "45d":
                continue
            name = _shared_name(response, operation)
            key = (response.location.document.name, response.location.pointer, response.status)
            types = self._shared.get(key) if name else None
            if types is None:
                types = self._types(response, f"{name} Response" if name else f"{stem} Response {response.status}")
            if name:
                self._shared[key] = types
            if types:
                found[read_status(response.status)] = types
        return found

    def _types(self, response: Response, suggested: str) -> dict[str, Type]:
        types: dict[str, Type] = {}
        for name, (answer, location) in _offers(response, self._answers, class_name(suggested)).items():
            if answer.kind in {"json", "text"} and answer.type is not None:
                types[name] = answer.type
            else:
                what, why = f"{name} of {response.status}", "of failures, only JSON and texts have types"
                self._answers.merger.ledger.lose(location, what, why)
        return types


def _shared_name(response: Response, operation: Operation) -> str:
    """Return the name of a response that operations share; empty for an operation's own."""
    own, place = operation.location, response.location
    is_own = own.document == place.document and place.pointer[: len(own.pointer)] == own.pointer
    return "" if is_own or not place.pointer else place.pointer[-1]


def list_successes(operation: Operation) -> list[Response]:
    """Return the documented 2XX statuses; where there are none, nor any 3XX, `default` means one."""
    found = [response for response in operation.responses if response.status.startswith("2")]
    if found or any(response.status.startswith("3") for response in operation.responses):
        return found
    return [response for response in operation.responses if response.status == "default"]


def build_answer(kinds: Mapping[str, Answer]) -> Answer:
    """Return what a successful call gives back.

    Args:
        kinds: Status → what it gives back.
    """
    full = {status: answer for status, answer in kinds.items() if answer.kind != "nothing"}
    if streams := [answer for answer in full.values() if answer.kind == "stream"]:
        return streams[0]  # one without a body has no items
    different = {(answer.kind, repr(answer.type)) for answer in full.values()}
    if not full:
        return NOTHING
    first = next(iter(full.values()))
    if len(different) == 1:
        accept = _accepted(full.values()) if first.kind == "json" else ""
        return replace(first, may_be_empty=len(full) < len(kinds), accept=accept)
    by_status = {read_status(status): answer.type for status, answer in kinds.items()}
    accept = _accepted(full.values())
    return Answer("json", first.type, may_be_empty=len(full) < len(kinds), by_status=by_status, accept=accept)


def read_status(text: str) -> int | str:
    """Return a status as code has it: a code as a number, `2XX` and `default` as they are."""
    return int(text) if text.isdigit() else text


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
    kind, content_type, media = _chosen(_offered(content))
    for name, other in content.items():
        if other is not media:
            ledger.lose(other.location, f"media type {name}", f"the body is sent as {content_type}")
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


_Offered: TypeAlias = tuple[BodyKind, str, MediaType]


def _offered(content: Mapping[str, MediaType]) -> list[_Offered]:
    return [(_body_kind(content_type, media), content_type, media) for content_type, media in content.items()]


def _chosen(offered: Iterable[_Offered]) -> _Offered:
    """Return the media type that is sent where nobody says which: JSON, else a form, else whatever comes first."""
    return min(offered, key=lambda offer: _PREFERRED.index(offer[0]))


def _lose_encodings(media: MediaType, heeded: Collection[str], fields: Collection[str], ledger: Ledger) -> None:
    """Write down what of a media type's encodings has no effect.

    Args:
        media: The media type.
        heeded: The members of an Encoding Object that are heeded.
        fields: The names on the wire of what they can be about.
        ledger: Takes it.
    """
    for unnamed, is_there in (("prefixEncoding", media.prefix_encoding), ("itemEncoding", media.item_encoding)):
        if is_there:
            ledger.lose(media.location.at(unnamed), unnamed, "no parts without names are written")
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
        if status[0] not in "345" and not (status == "default" and response.content):
            why = "every failure without a class of its own is ApiError" if status == "default" else "it ends no call"
            ledger.lose(operation.location.at("responses", status), f"response {status}", why, minor=True)
        if status.startswith(("1", "3")):
            _lose_bodies(response, f"answers of status {status} give nothing", ledger, minor=True)


def _lose_bodies(response: Response, why: str, ledger: Ledger, *, minor: bool = False) -> None:
    for name, media in response.content.items():
        ledger.lose(media.location, f"{name} of {response.status}", why, minor=minor)


def _body_kind(content_type: str, media: MediaType) -> BodyKind:
    if is_json(content_type) or _is_json_range(content_type, media):
        return "json"
    return form_kind(content_type) or "content"


def form_kind(content_type: str) -> BodyKind | None:
    """Return which kind of form a media type is; None for all others."""
    return _BODY_KINDS.get(content_type.partition(";")[0].strip().lower())


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


def _offers(response: Response, answers: TypeBuilder, suggested: str) -> dict[str, Offer]:
    """Return what a status gives back, by the media type that callers ask for: what they get unasked first.

    That is JSON, else text, else anything as bytes; a stream where there is nothing else.
    """
    ledger = answers.merger.ledger
    if not response.content or response.status in _BODILESS:
        _lose_bodies(response, f"answers of status {response.status} have no body", ledger, minor=True)
        return {}
    offered = [(_answer_kind(name, media, answers), name, media) for name, media in response.content.items()]
    first = min(offered, key=lambda offer: ("json", "text", "bytes", "stream").index(offer[0]))
    found: dict[str, Offer] = {}
    built: list[tuple[MediaType, Type]] = []
    for kind, content_type, media in (first, *(offer for offer in offered if offer is not first)):
        name = _CHARSET.sub("", content_type).strip()
        if found and (name.lower() in map(str.lower, found) or not _ASKABLE.fullmatch(name)):
            ledger.lose(media.location, f"media type {content_type}", f"answers are asked for as {first[1]}")
            continue
        _lose_encodings(media, (), (), ledger)
        own = f"{suggested} {content_type.removeprefix('application/')}" if found else suggested
        if kind == "stream":
            answer = build_stream(content_type, media, answers, class_name(own))
            found[name] = Offer(replace(answer, accept=_NOT_ASKED.sub("", content_type)), media.location)
            continue
        if media.item_schema is not None:
            ledger.lose(media.location.at("itemSchema"), "itemSchema", "the answer is read as a whole")
        type_ = next((type_ for other, type_ in built if _says_the_same(content_type, media, other, answers)), None)
        if type_ is not None:
            kind = "json"  # noqa: PLW2901 - see `_says_the_same`
        elif kind == "json":
            type_ = answers.build(media.schema, class_name(own)) if media.schema else Scalar("any")
        else:
            ledger.use_text(media.location.at("schema"), media.schema, content_type)
            type_ = Scalar("str" if kind == "text" else "bytes")
        if kind == "json":
            built.append((media, type_))
        answer = Answer(kind, type_, accept=_NOT_ASKED.sub("", content_type))
        found[name] = Offer(answer, media.location)
    return found


def _says_the_same(content_type: str, media: MediaType, json: MediaType, answers: TypeBuilder) -> bool:
    """Tell whether a media type has the values of another one that is JSON.

    Some frameworks write text/plain beside JSON, with the same schema: there it is JSON under another name, but for
    texts.
    """
    if media.schema != json.schema:
        return False
    is_text = content_type.partition(";")[0].strip().lower() == "text/plain"
    return is_json(content_type) or (
        is_text and media.schema is not None and "string" not in answers.merger.merged(media.schema).types
    )


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
    if is_stream(content_type, media):
        return "stream"
    if media.schema is not None and answers.merger.merged(media.schema).format == "binary":
        return "bytes"  # a file, whatever it is called: JSON has no bytes
    if is_json(content_type) or _is_json_range(content_type, media):
        return "json"
    return "text" if content_type.lower().startswith("text/") else "bytes"
