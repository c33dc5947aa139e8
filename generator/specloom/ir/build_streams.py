"""Answers that come item by item: event streams, JSON lines and JSON sequences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from specloom.ir.build_types import TypeBuilder
from specloom.ir.call import Accept, Answer, Argument, Body, BodyField, ItemFormat, ItemStream, whole_body
from specloom.ir.merge import Merger
from specloom.ir.naming import class_name
from specloom.ir.types import ListOf, Scalar, Type, without_null
from specloom.ir.unions import union_of
from specloom.spec.document import MediaType, RequestBody, Schema
from specloom.spec.media_types import StreamFormat, is_json, stream_format

_FIELDS: Final = frozenset({"data", "event", "id", "retry"})
"""What an event has (WHATWG HTML, 9.2.6)."""
_TEXT: Final = Scalar("str")
_SAID_BY_EVENTS: Final = "each event has its type, its id and the time to wait as the media type says"


class _Data(NamedTuple):
    """What the data of an event are."""

    type: Type
    is_text: bool


def is_stream(name: str, media: MediaType) -> bool:
    """Tell whether a body comes item by item. What is described as text or as a file is read as that."""
    form = stream_format(name)
    return form is not None and (form == "events" or media.item_schema is not None or not _is_string(media.schema))


def build_stream(name: str, media: MediaType, answers: TypeBuilder, suggested: str) -> Answer:
    """Return the answer that a stream is.

    `itemSchema`, or the `items` of a `schema` that is an array, describes one item (OpenAPI 3.2, 4.14.2); so does any
    other `schema`, as it is used before that version. An item of an event stream is an event where that is described as
    an object with its fields, otherwise the data of an event, which is JSON then. Data without a description is text.
    """
    form = stream_format(name)
    if form is None:
        raise ValueError(name)
    schema = _item_schema(media, answers)
    suggested = f"{suggested}Item"
    if form != "events":
        return Answer("stream", answers.build(schema, suggested) if schema else Scalar("any"), stream=ItemStream(form))
    if schema is None or _is_string(answers.merger.merged(schema)):
        answers.merger.ledger.use_text(media.location.at("schema"), schema, name)
        return Answer("stream", _TEXT, stream=ItemStream(form, {"": None}))
    events = _Events(answers.merger, schema)
    if not events.are_described(by_fields=media.item_schema is not None):
        return Answer("stream", answers.build(schema, suggested), stream=ItemStream(form))
    return events.build(answers, suggested)


def build_items(
    request_body: RequestBody, media_type: str, media: MediaType, inputs: TypeBuilder, suggested: str, name: str
) -> Body | None:
    """Return a body that is sent item by item; None where its media type is none of those, or nothing says of what."""
    form = stream_format(media_type)
    if form is None or not is_stream(media_type, media):
        return None
    schema = _item_schema(media, inputs)
    if schema is None:
        return None
    type_, item_format = _item(schema, form, media, inputs, f"{suggested}Item")
    whole = whole_body(name, ListOf(type_), request_body, media.location)
    return Body("items", media_type, whole=whole, required=request_body.required, items=item_format)


def _item(
    schema: Schema, form: StreamFormat, media: MediaType, inputs: TypeBuilder, suggested: str
) -> tuple[Type, ItemFormat]:
    if form == "events" and _is_string(inputs.merger.merged(schema)):
        inputs.merger.ledger.use_text(media.location.at("schema"), schema, "the data of an event")
        return _TEXT, "event_of_text"
    type_ = inputs.build(schema, suggested)
    if form != "events":
        return type_, "json_line" if form == "lines" else "json_record"
    is_whole = _Events(inputs.merger, schema).are_described(by_fields=media.item_schema is not None)
    return type_, "event" if is_whole else "event_of_json"


def find_flag(accept: Accept, arguments: Iterable[Argument | BodyField]) -> str:
    """Return the argument that has the server send a stream; empty where none does.

    Where a stream stands beside an answer that is a whole, and the call has a `stream` that is true or false, the media
    type and this argument say the same: that is how OpenAI describes it, and those that do as OpenAI does.
    """
    if not accept.streams or accept.choices[0].answer.stream is not None:
        return ""
    flags = (each for each in arguments if each.wire_name == "stream" and without_null(each.type) == Scalar("bool"))
    return next((each.name for each in flags), "")


def _item_schema(media: MediaType, answers: TypeBuilder) -> Schema | None:
    if media.item_schema is not None:
        if media.schema is not None:
            why = "itemSchema describes each item of the stream"
            answers.merger.ledger.lose(media.location.at("schema"), "schema", why, minor=True)
        return media.item_schema
    if media.schema is None:
        return None
    flat = answers.merger.merged(media.schema)
    if flat.types == ("array",) and flat.items is not None:
        bounds = {"minItems": flat.min_items, "maxItems": flat.max_items, "uniqueItems": flat.unique_items}
        for name in (name for name, said in bounds.items() if said):
            answers.merger.ledger.lose(flat.location.at(name), name, "nothing checks it of a stream", minor=True)
        return flat.items
    return media.schema


def _is_string(schema: Schema | None) -> bool:
    return schema is not None and schema.types == ("string",)


class _Events:
    """The events that a schema describes: each of its choices is a kind of them."""

    def __init__(self, merger: Merger, schema: Schema) -> None:
        self._merger = merger
        self._schemas: list[Schema] = []
        self._kinds = [*self._alternatives(schema)]

    def are_described(self, *, by_fields: bool) -> bool:
        """Tell whether the schema is of events, rather than of their data.

        `by_fields`: any field of an event is enough for that. Else data that has one could be meant, and the type of
        the event has to be among them.
        """
        needed = {"data"} if by_fields else {"data", "event"}
        names = [kind.keys() for kind in self._kinds]
        whole = {name for each in names for name in each}
        return bool(names) and needed <= whole <= _FIELDS and all(names)

    def build(self, answers: TypeBuilder, suggested: str) -> Answer:
        """Return the answer that a stream of these events is."""
        ledger = self._merger.ledger
        for schema in self._schemas:
            if schema.required:
                ledger.lose(schema.location.at("required"), "required", _SAID_BY_EVENTS, minor=True)
        found: dict[str, list[_Data]] = {}
        for number, kind in enumerate(self._kinds, 1):
            names = self._types(kind)
            stem = suggested if len(self._kinds) == 1 else class_name(f"{suggested} {names[0] or f'Option{number}'}")
            data = self._data(kind, answers, stem)
            for name in names:
                found.setdefault(name, []).append(data)
        kinds = {name: self._joined(each) for name, each in found.items()}
        are_alike = len(set(kinds.values())) == 1
        for kind in self._kinds:
            heeded = {"data", *(["event"] if self._types(kind) != [""] and not are_alike else [])}
            for name, part in kind.items():
                if name not in heeded:
                    ledger.lose(part.location, f"{name} of an event", _SAID_BY_EVENTS, minor=True)
        if are_alike:
            kinds = {"": next(iter(kinds.values()))}
        kinds.setdefault("", _Data(_TEXT, is_text=True))  # types that nobody has described are no reason to fail
        return Answer(
            "stream",
            union_of(tuple(dict.fromkeys(each.type for each in kinds.values()))),
            stream=ItemStream("events", {name: None if each.is_text else each.type for name, each in kinds.items()}),
        )

    def _types(self, kind: Mapping[str, Schema]) -> list[str]:
        """Return the types that a kind of events has; an empty text for any."""
        listed = self._merger.merged(kind["event"]).listed if "event" in kind else None
        return [each for each in listed or () if isinstance(each, str)] or [""]

    def _data(self, kind: Mapping[str, Schema], answers: TypeBuilder, suggested: str) -> _Data:
        if "data" not in kind:
            return _Data(_TEXT, is_text=True)
        data = self._merger.merged(kind["data"])
        held = data.content_media_type
        if data.content_schema is not None or (held is not None and is_json(held)):
            self._merger.ledger.heed(kind["data"], "contentMediaType", "contentSchema")
            schema = data.content_schema
            return _Data(answers.build(schema, suggested) if schema else Scalar("any"), is_text=False)
        if set(data.types) <= {"string", "null"}:
            self._merger.ledger.use_text(kind["data"].location, kind["data"], "the data of an event")
            return _Data(_TEXT, is_text=True)
        return _Data(answers.build(kind["data"], suggested), is_text=False)

    def _joined(self, several: list[_Data]) -> _Data:
        """Return what data are that can be any of several; where nothing tells which are JSON, all are text."""
        if any(each.is_text for each in several):
            return _Data(_TEXT, is_text=True)
        return _Data(union_of(tuple(dict.fromkeys(each.type for each in several))), is_text=False)

    def _alternatives(self, schema: Schema) -> Iterable[Mapping[str, Schema]]:
        """Yield the properties of each kind of object that a schema offers, with those that all of them have."""
        waiting: list[tuple[Schema, Mapping[str, Schema]]] = [(schema, {})]
        seen: set[int] = set()
        while waiting:
            here, common = waiting.pop()
            flat = self._merger.merged(here)
            self._schemas.append(flat)
            properties = {**common}
            for name, part in flat.properties.items():
                properties[name] = Schema(part.location, all_of=(common[name], part)) if name in common else part
            if not flat.choices:
                yield properties
            elif id(flat) not in seen:  # a choice that offers itself has nothing new
                seen.add(id(flat))
                waiting += ((choice, properties) for choice in reversed(flat.choices))
