"""What one call takes and gives back, as facts: arguments, bodies, answers, pages, and where it goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from specloom.findings import Location
from specloom.ir.types import Scalar, Type
from specloom.record import record
from specloom.spec.document import CollectionFormat, ParameterPlace, RequestBody
from specloom.spec.media_types import StreamFormat, can_be_asked_for, is_range

DELIMITERS: Mapping[CollectionFormat, str] = {"csv": ",", "ssv": " ", "tsv": "\t", "pipes": "|", "multi": ""}
"""What stands between the items of lists, by how these are written."""


@record
class FieldEncoding:
    """How a form writes one of its fields."""

    style: str = ""
    """The style of a parameter that is written alike; empty where the media type decides."""
    explode: bool = True
    allow_reserved: bool = False
    content_type: str | None = None
    """The media type, or several and ranges of them, separated by commas, where they are described."""
    transfer_encoding: str = ""
    """The encoding in which the caller passes in what a part holds: `base64`."""
    delimiters: tuple[str, ...] = ()
    """What stands between the items of its value, as `Argument.delimiters` has it."""


@record
class Argument:
    """A parameter of an operation, as an argument of a method.

    `style` and `explode` say how its value is written (OpenAPI 3.1, 4.8.12); `as_json` that it is JSON text, `as_form`
    that it is a form as text: `a=1&b=2`.
    """

    name: str
    wire_name: str
    place: ParameterPlace
    type: Type
    required: bool
    style: str
    explode: bool
    allow_reserved: bool
    as_json: bool
    description: str
    default: str
    """The server's default as JSON text; documented, never sent."""
    deprecated: bool
    location: Location = field(compare=False, repr=False)
    expand: str = ""
    """The grammar in which it names what to expand: `parentheses` or `dots`; empty for other parameters."""
    search: str = ""
    """The name of the grammar in which it searches; empty for other parameters."""
    delimiters: tuple[str, ...] = ()
    """What stands between the items of a list, then between those of the lists in it, where no style says it; empty
    where each item is a parameter of its own."""
    as_form: bool = False
    encodings: Mapping[str, FieldEncoding] = field(default_factory=dict)
    """Of a form: property → how it is written, where that is described."""


@record
class BodyField:
    """A property of a request body, as an argument of a method."""

    name: str
    wire_name: str
    type: Type
    required: bool
    nullable: bool
    """Null is one of the values: None is sent as that. Else None is refused; `UNSET` is what leaves the field out."""
    description: str
    default: str
    deprecated: bool
    location: Location = field(compare=False, repr=False)
    encoding: FieldEncoding = FieldEncoding()
    part: str = ""
    """It is a header of the part of that name: its `wire_name` is the header's."""


def whole_body(name: str, type_: Type, body: RequestBody, location: Location, *, nullable: bool = False) -> BodyField:
    """Return the one argument that a whole body is."""
    return BodyField(name, "", type_, body.required, nullable, body.description, "", False, location)


BodyKind = Literal["json", "form", "multipart", "parts", "items", "content"]
"""`multipart`: a form in parts; `parts`: a sequence of parts without names; `items`: values that come one by one."""


ItemFormat = Literal["json_line", "json_record", "event_of_json", "event_of_text", "event"]
"""How an item of a body is written: what the runtime calls the function that does."""


@record
class BodyPart:
    """A part without a name: what it holds, and how that is written."""

    type: Type
    encoding: FieldEncoding


@record
class Parts:
    """A sequence of parts without names."""

    first: tuple[BodyPart, ...]
    rest: BodyPart | None
    """Each of those that follow; None where none may."""


@record
class Body:
    """The body of a request: either its properties as arguments, or one argument for the whole."""

    kind: BodyKind
    content_type: str
    fields: tuple[BodyField, ...] = ()
    whole: BodyField | None = None
    """The single argument; its `wire_name` is empty. None where `fields` are the arguments."""
    required: bool = True
    """Whether there has to be a body, if only an empty one."""
    encodings: Mapping[str, FieldEncoding] = field(default_factory=dict)
    """Of a single argument that is sent as a form: property → how it is written, where that is described."""
    parts: Parts | None = None
    """Set exactly for `parts`."""
    items: ItemFormat | None = None
    """Set exactly for `items`."""
    others: tuple[str, ...] = ()
    """Further media types that are JSON of the same schema."""

    @property
    def arguments(self) -> tuple[BodyField, ...]:
        """What the caller passes."""
        return (self.whole,) if self.whole else self.fields

    @property
    def media_types(self) -> tuple[str, ...]:
        """What it can be sent as, the default first."""
        return (self.content_type, *self.others)


@record
class ContentType:
    """The argument of a method that says which media type its body is sent as, and so what the others are."""

    name: str
    bodies: tuple[Body, ...]
    """The default first."""
    location: Location = field(compare=False, repr=False)
    """The body."""
    places: Mapping[str, Location] = field(compare=False, repr=False)
    """Where media types are described."""

    @property
    def media_types(self) -> tuple[str, ...]:
        """All that a body can be sent as, the default first."""
        return tuple(name for body in self.bodies for name in body.media_types)


AnswerKind = Literal["json", "text", "bytes", "stream", "nothing"]


@record
class ItemStream:
    """How an answer comes item by item."""

    form: StreamFormat
    data: Mapping[str, Type | None] = field(default_factory=dict)
    """Set where the items are whole events, rather than what is in them: the type of an event → that of its data, None
    for text. An empty text stands for all other events."""


@record
class Answer:
    """What a successful call returns."""

    kind: AnswerKind
    type: Type | None
    """None exactly where the kind is `nothing`. Of a stream that of what is in an item."""
    may_be_empty: bool = False
    """Another success status has no body: the method returns None then."""
    by_status: Mapping[int | str, Type | None] = field(default_factory=dict)
    """Set where statuses, or ranges such as `2XX`, have different types; None for a status without a body. A body that
    is no JSON is text or bytes. Of a stream: those whose answer is the one item in its place;
    None for its own."""
    accept: str = ""
    """The media types to ask for; empty where it is what the kind says."""
    stream: ItemStream | None = None
    """Set exactly where the kind is `stream`."""
    media_types: tuple[str, ...] = ()
    """Where it may be a text or a file: what is described, if that is no range and says more than that it is bytes."""

    @property
    def is_file(self) -> bool:
        """Whether every body is a text or bytes as they come."""
        types = {*self.by_status.values()} or {self.type}
        return self.kind == "text" or types - {None} == {Scalar("bytes")}


@record
class AnswerChoice:
    """What a successful call returns that asks for one of some media types."""

    media_types: tuple[str, ...]
    answer: Answer


@record
class Accept:
    """The argument of a method that says which media type the answer is to have."""

    name: str
    choices: tuple[AnswerChoice, ...]
    """Each media type and range once; the first of all is the default."""
    by_status: Mapping[int | str, Mapping[str, Type | None]]
    """Status → media types and ranges, as they are described → type; none for a status without a body. A body that is
    no JSON is text or bytes."""
    location: Location = field(compare=False, repr=False)
    """The answers."""
    places: Mapping[str, Location] = field(compare=False, repr=False)
    """Where media types are described."""
    flag: str = ""
    """The argument, true or false, that has the server send a stream as well; empty where none does."""

    @property
    def streams(self) -> tuple[AnswerChoice, ...]:
        """The choices that give a stream."""
        return tuple(choice for choice in self.choices if choice.answer.stream is not None)

    @property
    def media_types(self) -> tuple[str, ...]:
        """All that can be asked for, the default first."""
        return tuple(name for choice in self.choices for name in choice.media_types)

    @property
    def unasked(self) -> tuple[str, ...]:
        """What else is asked for, as its statuses have no other; no range, beside which a choice would be none."""
        described = dict.fromkeys(name for each in self.by_status.values() for name in each if can_be_asked_for(name))
        return tuple(name for name in described if name not in self.media_types and not is_range(name))

    @property
    def is_choice(self) -> bool:
        """Whether what a call returns depends on it."""
        return len(self.choices) > 1

    @property
    def is_open(self) -> bool:
        """Whether others can be asked for as well: those in a range that is described."""
        return any("*" in name for described in self.by_status.values() for name in described)


@record
class Paging:
    """How a list operation goes on to its next page.

    Paths are tuples of Python attribute names on the decoded answer (`items`, `total`, …) or on its last item
    (`last_item`); parameters are names on the wire.
    """

    name: str
    """The scheme's name in the description."""
    style: Literal["offset", "page", "cursor", "link", "link-header"]
    item: Type
    items: tuple[str, ...]
    parameter: str = ""
    """The parameter that moves: the offset, the page number or the cursor."""
    page: str = ""
    """Offsets only: a parameter that numbers pages instead, if the caller uses it."""
    limit: str = ""
    first: int = 1
    total: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    last_item: tuple[str, ...] = ()


@record
class OperationServer:
    """A server that a path or an operation has of its own (OpenAPI 3.1, 4.8.9 and 4.8.10)."""

    address: str
    """The address as it is described, or below the client's where it is no absolute URL. Those `{variables}` stay that
    are settings of the client; others have their defaults, unless these can stand in no address."""
    defaults: Mapping[str, str]
    """The defaults of those variables, by their names."""
