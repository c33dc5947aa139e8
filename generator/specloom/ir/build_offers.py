"""What answers give back: by the media types that calls ask for, as header fields, and as the bodies of failures."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, MutableMapping
from typing import NamedTuple, TypeAlias

from specloom.findings import Location, Pointer
from specloom.ir.build_streams import build_stream, is_stream
from specloom.ir.build_types import TypeBuilder
from specloom.ir.call import Answer, AnswerKind
from specloom.ir.losses import Ledger
from specloom.ir.naming import class_name, field_name
from specloom.ir.types import Named, NamedType, ObjectType, Scalar, Type
from specloom.record import replace
from specloom.spec.document import Header, MediaType, Operation, Response, Schema
from specloom.spec.media_types import (
    JSON_TYPE,
    OCTET_STREAM,
    TEXT,
    can_be_asked_for,
    holds_json,
    is_json,
    without_parameters,
)

_NOT_ASKED = re.compile(r"\s*;\s*charset=[^;]*|(?<=^application/json)\s*;.*", re.IGNORECASE | re.DOTALL)
"""What is not asked for: answers say their character set when they come, and application/json has no parameters
(RFC 8259, 11)."""
_MEDIA_TYPE = re.compile(r"[\w!#$&^.+-]+/[\w!#$&^.+-]+(\s*;\s*[\w!#$&^.+-]+=[\w!#$&^.+-]+)*", re.ASCII)
"""A media type that is no range, with parameters that need no quotes (RFC 9110, 8.3.1)."""
_CHARSET = re.compile(r"\s*;\s*charset=[^;]*", re.IGNORECASE)
_NOT_TAKEN_APART = "of answers, only JSON has types: others pass as they are, those of several parts as bytes"
BODILESS = frozenset({"204", "205"})
"""Statuses of success that say that there is no body (RFC 9110, 15.3.5 and 15.3.6)."""
_NEVER_WITH_A_BODY = BODILESS | {"304"}
NOTHING = Answer("nothing", None)
_MOVED = frozenset({"301", "302", "307", "308"})
_METHOD = "of"
"""What models of header fields have besides their fields."""
_SHOWN = 3
"""How many names of header fields a class can be named after."""


class Offer(NamedTuple):
    """What calls give back that ask for a media type, and where that is described."""

    answer: Answer
    location: Location


Offers: TypeAlias = Mapping[str, Mapping[str, Offer]]
"""Status → the media types to ask for, with what calls give back then: the first one unasked. None: no body."""


def build_offers(operation: Operation, answers: TypeBuilder, suggested: str) -> Offers:
    """Return what successful calls can give back, by status.

    An answer to HEAD, or of status 204 or 205, has no body, whatever is described (RFC 9110, 6.4.1). Neither has any
    3XX that is the last answer of a call.
    """
    if operation.method == "head":
        for response in operation.responses:
            _lose_bodies(response, "answers to HEAD have no body", answers.merger.ledger)
        return {}
    successes = list_successes(operation)
    _lose_failures(operation, successes, answers.merger.ledger)
    offers = {
        response.status: _offers(response, answers, suggested if not number else f"{suggested}{response.status}")
        for number, response in enumerate(successes)
    }
    ended = [each.status for each in operation.responses if each.status.startswith("3")]
    return {**offers, **{status: {} for status in ended if not is_moved(status, operation.method)}}


def is_moved(status: str, method: str) -> bool:
    """Tell whether a redirect says that something is done elsewhere: where a success is described, clients go there.

    In answer to other methods than GET and HEAD, 302 means what 303 does (RFC 9110, 15.4.3): it was done.
    """
    return status in _MOVED and (status != "302" or method in {"get", "head"})


class FailureBuilder:
    """Builds what the bodies of failures are; those of responses that operations share are built once."""

    def __init__(self, answers: TypeBuilder) -> None:
        self._answers = answers
        self._shared: dict[tuple[str, Pointer, str], dict[str, Type]] = {}
        """By the document, the place there and the status."""

    def build(self, operation: Operation, offers: Offers, stem: str) -> dict[int | str, dict[str, Type]]:
        """Return status → media types → type. Bytes are no more than the body is anyway.

        Where `default` is what successful calls give back, failures have the same. Class names of inline schemas begin
        with the stem; responses that operations share have names of their own.
        """
        found: dict[int | str, dict[str, Type]] = {}
        for response in operation.responses if operation.method != "head" else ():
            if response.status in offers:
                if response.status == "default" and (both := _typed(offers["default"])):
                    found["default"] = both
                continue
            if response.status[0] not in "45d":
                continue
            name = _shared_name(response, operation)
            key = (response.location.document.name, response.location.pointer, response.status)
            types = self._shared.get(key) if name else None
            if types is None:
                types = self._types(response, f"{name} Response" if name else f"{stem} Response {response.status}")
            if name:
                self._shared[key] = types
            if types:
                found[status_value(response.status)] = types
        return found

    def _types(self, response: Response, suggested: str) -> dict[str, Type]:
        offers = _offers(response, self._answers, class_name(suggested))
        types = _typed(offers)
        for name in (name for name in offers if name not in types):
            what, why = f"{name} of {response.status}", "of failures, only JSON and texts have types"
            self._answers.merger.ledger.lose(offers[name].location, what, why)
        return types and {**types, **{name: Scalar("none") for name in offers if name not in types}}


def _typed(offers: Mapping[str, Offer]) -> dict[str, Type]:
    """Return the media types that failures are read as, JSON and texts, with their types."""
    answers = {name: offer.answer for name, offer in offers.items()}
    return {name: each.type for name, each in answers.items() if each.kind in {"json", "text"} and each.type}


def _shared_name(response: Response, operation: Operation) -> str:
    """Return the name of a response that operations share; empty for an operation's own."""
    place = response.location
    return "" if place.is_in(operation.location) or not place.pointer else place.pointer[-1]


def list_successes(operation: Operation) -> list[Response]:
    """Return the documented 2XX statuses; where there are none, nor any 3XX, `default` means one."""
    found = [response for response in operation.responses if response.status.startswith("2")]
    if found or any(response.status.startswith("3") for response in operation.responses):
        return found
    return [response for response in operation.responses if response.status == "default"]


def build_answer(kinds: Mapping[str, Answer]) -> Answer:
    """Return what a successful call gives back, which is known for each status."""
    full = {status: answer for status, answer in kinds.items() if answer.kind != "nothing"}
    if streams := [answer for answer in full.values() if answer.kind == "stream"]:
        whole = {status: answer.type for status, answer in full.items() if answer.kind != "stream"}
        if any(not status.isdigit() for status in whole):  # a range, in which the stream's own status may be
            whole |= {status: None for status, answer in full.items() if answer.kind == "stream"}
        by_status = {status_value(status): type_ for status, type_ in whole.items()}
        return replace(streams[0], by_status=by_status)  # a status without a body has no items
    if not full:
        return NOTHING
    first = next(iter(full.values()))
    empty = kinds.keys() - full.keys()
    alike = len(full) == 1 or len({(answer.kind, repr(answer.type)) for answer in full.values()}) == 1
    if alike and first.kind == "json" and empty <= _NEVER_WITH_A_BODY:
        return replace(first, may_be_empty=bool(empty), accept=_accepted(full.values()))
    described = tuple(dict.fromkeys(answer.accept.partition(";")[0].strip() for answer in full.values()))
    says_more = OCTET_STREAM not in described and not any("*" in each for each in described)
    is_known = says_more and any(answer.kind != "json" for answer in full.values())
    first = replace(first, accept="", media_types=described if is_known else ())
    if alike and not empty:
        return first
    by_status = {status_value(status): answer.type for status, answer in kinds.items()}
    accept = _accepted(full.values())
    return replace(first, kind="json", may_be_empty=bool(empty), by_status=by_status, accept=accept)


def status_value(text: str) -> int | str:
    """Return a status as code has it: a code as a number, `2XX` and `default` as they are."""
    return int(text) if text.isdigit() else text


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
            _lose_bodies(response, f"answers of status {status} give nothing", ledger)


def _lose_bodies(response: Response, why: str, ledger: Ledger) -> None:
    for name, media in response.content.items():
        ledger.lose(media.location, f"{name} of {response.status}", why, minor=True)


def _offers(response: Response, answers: TypeBuilder, suggested: str) -> dict[str, Offer]:
    """Return what a status gives back, by the media type that callers ask for: what they get unasked first.

    That is JSON, else text, else anything as bytes; a stream where there is nothing else.
    """
    ledger = answers.merger.ledger
    if not response.content or response.status in BODILESS:
        _lose_bodies(response, f"answers of status {response.status} have no body", ledger)
        return {}
    offered = [(_answer_kind(name, media, answers), name, media) for name, media in response.content.items()]
    first = min(offered, key=lambda offer: ("json", "text", "bytes", "stream").index(offer[0]))
    found: dict[str, Offer] = {}
    built: list[tuple[MediaType, Type]] = []
    for kind, content_type, media in (first, *(offer for offer in offered if offer is not first)):
        name = _CHARSET.sub("", content_type).strip()
        if found and (name.lower() in map(str.lower, found) or not can_be_asked_for(name)):
            ledger.lose(media.location, f"media type {content_type}", f"answers are asked for as {first[1]}")
            continue
        if kind in {"bytes", "text"}:
            ledger.lose_parts(media, _NOT_TAKEN_APART)
        else:
            ledger.lose_encodings(media, (), ())
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
            ledger.use_text(media.location.at("schema"), media.schema, content_type, _NOT_TAKEN_APART)
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
    is_text = without_parameters(content_type) == TEXT
    return is_json(content_type) or (
        is_text and media.schema is not None and "string" not in answers.merger.merged(media.schema).types
    )


def _accepted(answers: Iterable[Answer]) -> str:
    """Return the media types to ask for when one of these answers is to come; empty where it is JSON as such."""
    plain = [
        answer.accept if _MEDIA_TYPE.fullmatch(answer.accept) else JSON_TYPE if answer.kind == "json" else "*/*"
        for answer in answers
    ]
    return ", ".join(dict.fromkeys(plain)) if {each.lower() for each in plain} != {JSON_TYPE} else ""


def _answer_kind(content_type: str, media: MediaType, answers: TypeBuilder) -> AnswerKind:
    if is_stream(content_type, media):
        return "stream"
    schema = answers.merger.merged(media.schema) if media.schema is not None else None
    if schema is not None and schema.format == "binary":
        return "bytes"  # a file, whatever it is called: JSON has no bytes
    if holds_json(content_type, schema):
        return "json"
    return "text" if content_type.lower().startswith("text/") else "bytes"


def build_headers(operation: Operation, answers: TypeBuilder, stem: str) -> str:
    """Return the name of the model that has the header fields of an operation's answers; empty where there are none.

    Fields of a name that several statuses have are described by the first. Operations whose fields are all described in
    one shared place share a model. One that is not shared is named after the stem.
    """
    found: dict[str, Header] = {}
    names: dict[str, str] = {}
    successes, ledger = list_successes(operation), answers.merger.ledger
    for response in operation.responses:
        for name, header in response.headers.items():
            if response not in successes and not response.status.startswith("3"):
                ledger.lose(header.location, f"response header {name}", "header fields of failures are read as text")
            elif names.setdefault(name.lower(), name) == name:
                if header.required:
                    why = "a header field that does not come is None"
                    ledger.lose(header.location.at("required"), "required", why, minor=True)
                if header.formats:
                    ledger.lose(header.location, f"collectionFormat of {name}", "the header field is read as text")
                found.setdefault(name, header)
    if not found:
        return ""
    own = operation.location
    shared = [header.location for header in found.values() if not header.location.is_in(own)]
    is_shared = len(shared) == len(found) and len(found) <= _SHOWN
    suggested = class_name(f"{' '.join(found) if is_shared else stem} Headers")
    schema = Schema(
        location=shared[0] if is_shared else own.at("responses"),
        types=("object",),
        description=f"Header fields of {'answers' if is_shared else f'the answer to `{operation.route}`'}.",
        properties={name: _named(name, _described(header)) for name, header in found.items()},
    )
    type_ = answers.build(schema, suggested)
    return type_.name if isinstance(type_, Named) else ""


def _named(name: str, schema: Schema) -> Schema:
    """Return the schema of a header field, with another name for one whose own is taken."""
    if field_name(name) != _METHOD:
        return schema
    return Schema(schema.location, all_of=(schema,), extension={"name": f"{_METHOD}_"})


def _described(header: Header) -> Schema:
    """Return the schema of a header field with what is said of the field itself."""
    schema = header.schema if not header.formats else Schema(header.location, types=("string",))
    if not header.description and not header.deprecated:
        return schema
    if schema.ref is not None:
        return Schema(header.location, all_of=(schema,), description=header.description, deprecated=header.deprecated)
    return replace(
        schema, description=header.description or schema.description, deprecated=header.deprecated or schema.deprecated
    )


def mark_headers(types: MutableMapping[str, NamedType], names: set[str]) -> None:
    """Note which models are header fields of answers."""
    for name in names:
        type_ = types[name]
        if isinstance(type_, ObjectType):
            types[name] = replace(type_, is_headers=True)
