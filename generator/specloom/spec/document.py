"""The resolved document: what a description means on the wire.

Whatever the file layout, the references between files and the OpenAPI version were, they are gone here: everything is
said in the terms of OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1). Schemas that were referenced stay shared: a
`Schema` with `ref` names an entry of `Document.schemas`, so recursive schemas are ordinary.

Two values are equal when they mean the same: locations do not count.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, field, fields
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Final, Literal, TypeAlias

from specloom.findings import Location
from specloom.graph import reach
from specloom.record import record
from specloom.source import Json
from specloom.spec.keywords import SchemaType, attributes
from specloom.spec.routes import route_of


class Absent(Enum):
    """The type of `ABSENT`: says that a member is missing where null would be a value."""

    ABSENT = "absent"


ABSENT: Final = Absent.ABSENT

Extension: TypeAlias = Mapping[str, Json]
"""The members of `x-specloom` at this place; empty where there are none. No other `x-` key is kept."""


def object_in(members: Mapping[str, Json], name: str) -> Mapping[str, Json]:
    """Return the object that a member of `x-specloom` is; empty where it is missing, or none."""
    value = members.get(name)
    return value if isinstance(value, dict) else {}


_CHILDREN: Final = attributes(lambda keyword: keyword.holds)
"""The attributes of a schema that have other schemas."""
_children_of: Final = attrgetter(*_CHILDREN)
"""Return the values of these attributes: a schema has dozens, nearly all of them empty."""


@record
class Loss:
    """A part of a description that has no effect in a client."""

    location: Location = field(compare=False, repr=False)
    what: str
    """What it is, in a few words with its name: `server https://eu.shop.example`."""
    why: str
    """Why it has no effect, in words that stand alone: `calls go to the first server`."""
    minor: bool = False
    """Callers miss nothing: it says which values are valid, and others are sent and returned as well, or it says what
    somebody else does. Listed, and no finding."""


@record
class Discriminator:
    """Discriminator Object (4.8.25). `mapping` values are keys of `Document.schemas`."""

    property_name: str
    mapping: Mapping[str, str]
    others: bool = False
    """Whether any value that means no other choice means the last one."""
    default: str | None = None
    """What any value means that means no choice, and the lack of one; a key of `Document.schemas`."""


@record
class Schema:
    """Schema Object (4.8.24): the keywords of JSON Schema 2020-12 that say something about types or values.

    Schemas may stand in each other as deep as a file allows, so they are compared and walked over without recursion.
    """

    location: Location = field(compare=False, repr=False)
    never: bool = False
    """The schema `false`: no value is valid."""
    ref: str | None = None
    """A key of `Document.schemas`. The other keywords, if any, apply besides it (JSON Schema 2020-12, 8.2.3)."""
    types: tuple[SchemaType, ...] = ()
    """Empty: any type."""
    format: str | None = None
    enum: tuple[Json, ...] | None = None
    const: Json | Absent = ABSENT
    properties: Mapping[str, Schema] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    additional_properties: Schema | None = None
    """None: not said, so anything is allowed."""
    pattern_properties: Mapping[str, Schema] = field(default_factory=dict)
    min_properties: int | None = None
    max_properties: int | None = None
    items: Schema | None = None
    prefix_items: tuple[Schema, ...] = ()
    min_items: int | None = None
    max_items: int | None = None
    unique_items: bool = False
    all_of: tuple[Schema, ...] = ()
    any_of: tuple[Schema, ...] = ()
    one_of: tuple[Schema, ...] = ()
    discriminator: Discriminator | None = None
    minimum: float | int | None = None
    maximum: float | int | None = None
    exclusive_minimum: float | int | None = None
    exclusive_maximum: float | int | None = None
    multiple_of: float | int | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    content_encoding: str | None = None
    content_media_type: str | None = None
    content_schema: Schema | None = None
    title: str = ""
    description: str = ""
    default: Json | Absent = ABSENT
    examples: tuple[Json, ...] = ()
    read_only: bool = False
    write_only: bool = False
    deprecated: bool = False
    sunset: str = field(default="", compare=False)
    """`x-sunset`: the last day of what is deprecated, as it is written."""
    restrictions: Mapping[str, Json] = field(default_factory=dict)
    """Keywords that narrow which values are valid and never change a type (`not`, `if`, `contains`, …), as written."""
    conditional: tuple[Schema, ...] = field(default=(), compare=False, repr=False)
    """What applies to some values besides: `then`, `else`, `dependentSchemas`. `restrictions` has it as written."""
    either: tuple[Schema, ...] = field(default=(), compare=False, repr=False)
    """`then` and `else`, where both are there: each value fits one of them."""
    contains: tuple[Schema, ...] = field(default=(), compare=False, repr=False)
    """What items may be besides, where `unevaluated_items` says what others are. `restrictions` has it as written."""
    conditions: Mapping[str, Schema | Mapping[str, Schema]] = field(default_factory=dict, compare=False, repr=False)
    """The schemas of `restrictions`, by their keywords and names; `restrictions` has them as written."""
    unevaluated_properties: Schema | None = field(default=None, compare=False, repr=False)
    unevaluated_items: Schema | None = field(default=None, compare=False, repr=False)
    extension: Extension = field(default_factory=dict)

    __hash__ = None  # type: ignore[assignment] # what schemas hold cannot be hashed

    def __eq__(self, other: object) -> bool:
        """Tell whether two schemas say the same."""
        if not isinstance(other, Schema):
            return NotImplemented
        waiting = [(self, other)]
        while waiting:
            one, two = waiting.pop()
            if one is not two:
                inner = one.pair_with(two)
                if inner is None:
                    return False
                waiting += inner
        return True

    def pair_with(self, other: Schema) -> list[tuple[Schema, Schema]] | None:
        """Return each schema in this one, with that in another at the same place; None if they differ beside those."""
        if _compared_of(self) != _compared_of(other):
            return None
        if not any(_children_of(self)) and not any(_children_of(other)):
            return []
        ours, theirs = self.children, other.children
        return [(child, theirs[place]) for place, child in ours.items()] if ours.keys() == theirs.keys() else None

    def says(self, attributes: tuple[str, ...]) -> bool:
        """Tell whether any of some attributes is other than that of an empty schema."""
        values_of, unsaid = _asked(attributes)
        return values_of(self) != unsaid

    @property
    def children(self) -> dict[tuple[str, str | int], Schema]:
        """The schemas in this one, by the attribute that has them and their name or number there."""
        return {
            (attribute, place): child
            for attribute, value in zip(_CHILDREN, _children_of(self), strict=True)
            for place, child in _schemas_in(value)
        }

    @property
    def choices(self) -> tuple[Schema, ...]:
        """The members of `oneOf` and of `anyOf`, of each of which a value has to fit one."""
        return (*self.one_of, *self.any_of)

    @property
    def listed(self) -> tuple[Json, ...] | None:
        """The only values that `const` or `enum` allow; None where neither is there."""
        return self.enum if isinstance(self.const, Absent) else (self.const,)

    @property
    def is_null(self) -> bool:
        """Whether null is the only value, said in one of the ways that are usual."""
        return self.types == ("null",) or self.const is None or self.enum == (None,)

    @property
    def tests(self) -> Iterator[tuple[tuple[str, str], Schema]]:
        """The schemas of `conditions`, by their keywords and their names there, which most have none of."""
        for keyword, value in self.conditions.items():
            if isinstance(value, Schema):
                yield (keyword, ""), value
            else:
                yield from (((keyword, name), schema) for name, schema in value.items())

    def inside(self, through: Collection[str] = _CHILDREN) -> Sequence[Schema]:
        """Return the schemas that stand in some attributes of this one."""
        values = _children_of(self)
        if not any(values):  # most have none
            return ()
        some = (value for attribute, value in zip(_CHILDREN, values, strict=True) if value and attribute in through)
        return [child for value in some for _, child in _schemas_in(value)]

    def nested(self, through: Collection[str] = _CHILDREN) -> Iterator[Schema]:
        """Yield this schema and all that stand in it, each before those that stand in itself."""
        waiting = [self]
        while waiting:
            here = waiting.pop()
            yield here
            waiting += here.inside(through)


def _schemas_in(
    value: Schema | tuple[Schema, ...] | Mapping[str, Schema] | None,
) -> Iterable[tuple[str | int, Schema]]:
    """Return the schemas that an attribute has, by their names or numbers there."""
    if isinstance(value, Schema):
        return ((0, value),)
    if not value:
        return ()
    return enumerate(value) if isinstance(value, tuple) else value.items()


UNSAID: Final[Mapping[str, object]] = {
    each.name: each.default if each.default_factory is MISSING else each.default_factory()
    for each in fields(Schema)
    if each.compare
}
"""The attributes of an empty schema."""


@cache
def _asked(attributes: tuple[str, ...]) -> tuple[Callable[[Schema], object], object]:
    """Return what returns the values of some attributes, and those of an empty schema."""
    unsaid = tuple(UNSAID[name] for name in attributes)
    return attrgetter(*attributes), unsaid if len(unsaid) > 1 else unsaid[0]


_compared_of: Final = attrgetter(*(each.name for each in fields(Schema) if each.compare and each.name not in _CHILDREN))
"""Return what a schema says itself, without those in it."""


@record
class NamedSchema:
    """A schema that others refer to.

    `name` is what its author called it: the last segment of the pointer, or the file's stem where a whole file is
    referenced. Names need not be unique across files.
    """

    name: str
    schema: Schema


CollectionFormat: TypeAlias = Literal["csv", "ssv", "tsv", "pipes", "multi"]
"""The values of `collectionFormat` in OpenAPI 2.0; with `multi` each item is a parameter of its own."""


@record
class Encoding:
    """Encoding Object (4.8.15): how one property of a form or multipart body is written."""

    content_type: str | None = None
    style: str | None = None
    explode: bool | None = None
    allow_reserved: bool = False
    headers: Mapping[str, Header] = field(default_factory=dict)
    formats: tuple[CollectionFormat, ...] = ()
    """How a list is written, then the lists in it, where that is no style of OpenAPI 3."""

    @property
    def said(self) -> Iterator[str]:
        """The members that it has, by their names in a description."""
        values = (self.content_type, self.style, self.explode, self.allow_reserved or None, self.headers or None)
        names = ("contentType", "style", "explode", "allowReserved", "headers")
        return (name for name, value in zip(names, values, strict=True) if value is not None)


@record
class MediaType:
    """Media Type Object (4.8.14). `schema` is None where the description gives none."""

    location: Location = field(compare=False, repr=False)
    schema: Schema | None
    item_schema: Schema | None = None
    """What each item of a stream is (OpenAPI 3.2, 4.14.2)."""
    encoding: Mapping[str, Encoding] = field(default_factory=dict)
    examples: Mapping[str, Json] = field(default_factory=dict)
    """By name; a lone `example` is called `example`."""
    prefix_encoding: tuple[Encoding, ...] = ()
    """How the first parts of a body of nameless parts are written."""
    item_encoding: Encoding | None = None
    """How the parts after these are written."""

    @property
    def schemas(self) -> tuple[Schema, ...]:
        """What it says of the content as a whole, and of each item."""
        return tuple(each for each in (self.schema, self.item_schema) if each is not None)


@record
class Header:
    """Header Object (4.8.21), the header's name being its key."""

    location: Location = field(compare=False, repr=False)
    schema: Schema
    required: bool = False
    description: str = ""
    deprecated: bool = False
    explode: bool = False
    content_type: str | None = None
    """Set where the header is described by `content`: its value is written in that media type."""
    formats: tuple[CollectionFormat, ...] = ()
    """Set where OpenAPI 2.0 has a list that OpenAPI 3 cannot describe."""


ParameterPlace: TypeAlias = Literal["path", "query", "querystring", "header", "cookie"]
"""Where a request has a parameter, in the order in which clients ask for them."""


@record
class Parameter:
    """Parameter Object (4.8.12) with its defaults applied: `style` and `explode` are never left open."""

    location: Location = field(compare=False, repr=False)
    name: str
    place: ParameterPlace
    """`querystring`: it is the whole query."""
    schema: Schema
    required: bool
    style: Literal["simple", "label", "matrix", "form", "spaceDelimited", "pipeDelimited", "deepObject", "cookie"]
    explode: bool
    allow_reserved: bool = False
    content_type: str | None = None
    """Set where the parameter is described by `content`: its value is written in that media type."""
    encoding: Mapping[str, Encoding] = field(default_factory=dict)
    """How its properties are written, where that media type is a form."""
    formats: tuple[CollectionFormat, ...] = ()
    """How a list is written, then the lists in it, where that is no style of OpenAPI 3."""
    description: str = ""
    deprecated: bool = False
    sunset: str = ""
    """`x-sunset`: its last day, where it is deprecated, as it is written."""
    examples: Mapping[str, Json] = field(default_factory=dict)
    extension: Extension = field(default_factory=dict)


@record
class RequestBody:
    """Request Body Object (4.8.13)."""

    location: Location = field(compare=False, repr=False)
    content: Mapping[str, MediaType]
    required: bool = False
    description: str = ""


@record
class Response:
    """Response Object (4.8.17). `status` is a code, a range such as `4XX`, or `default`."""

    location: Location = field(compare=False, repr=False)
    status: str
    description: str
    content: Mapping[str, MediaType] = field(default_factory=dict)
    headers: Mapping[str, Header] = field(default_factory=dict)


SecurityRequirement: TypeAlias = Mapping[str, tuple[str, ...]]
"""Scheme name → scopes; all of them together. The empty mapping allows anonymous calls (4.8.30)."""


@record
class ServerVariable:
    """Server Variable Object (4.8.6)."""

    location: Location = field(compare=False, repr=False)
    default: str
    enum: tuple[str, ...] = ()
    description: str = ""
    extension: Extension = field(default_factory=dict)


@record
class Server:
    """Server Object (4.8.5). `url` still has its `{variables}`."""

    location: Location = field(compare=False, repr=False)
    url: str
    description: str = ""
    variables: Mapping[str, ServerVariable] = field(default_factory=dict)


@record
class Operation:
    """Operation Object (4.8.10), with what its path item says for all its operations merged in."""

    location: Location = field(compare=False, repr=False)
    path: str
    method: str
    """As the description writes it: in lower case, as in `get`, but for methods without a member of their own."""
    operation_id: str | None
    parameters: tuple[Parameter, ...]
    request_body: RequestBody | None
    responses: tuple[Response, ...]
    security: tuple[SecurityRequirement, ...] | None
    """None: what the document says. Empty: no credentials."""
    servers: tuple[Server, ...] = ()
    """Empty: the document's servers."""
    tags: tuple[str, ...] = ()
    summary: str = ""
    description: str = ""
    deprecated: bool = False
    sunset: str = ""
    """`x-sunset`: its last day, where it is deprecated, as it is written."""
    stability: str = ""
    """`x-stability-level`: `draft`, `alpha`, `beta` or `stable`, as it is written."""
    extension: Extension = field(default_factory=dict)
    references: Mapping[tuple[str, str], Location] = field(default_factory=dict, compare=False, repr=False)
    """Where it refers to what is described elsewhere: to parameters by place and name, its body by `("body", "")`."""
    ignored_headers: Mapping[str, Location] = field(default_factory=dict, compare=False, repr=False)
    """The header parameters that have no effect, such as `accept`, in lower case."""

    @property
    def route(self) -> str:
        """How people call it: `GET /orders/{id}`."""
        return route_of(self.method, self.path)

    @property
    def schemas(self) -> Iterator[Schema]:
        """The schemas of what it takes and answers."""
        yield from self.taken_schemas
        yield from self.answered_schemas

    @property
    def taken_schemas(self) -> Iterator[Schema]:
        """The schemas of what it takes."""
        yield from (parameter.schema for parameter in self.parameters)
        for media in self.request_body.content.values() if self.request_body else ():
            yield from media.schemas

    @property
    def answered_schemas(self) -> Iterator[Schema]:
        """The schemas of what it answers."""
        for response in self.responses:
            for media in response.content.values():
                yield from media.schemas
        yield from (header.schema for response in self.responses for header in response.headers.values())


@record
class Callback:
    """One operation of a Callback Object (4.8.18): a request that the server makes to an address it was told."""

    owner: str
    """The route of the operation that it belongs to; of another callback its name and owner: `paid of POST /orders`."""
    name: str
    operation: Operation
    """Its `path` is the expression that gives the address."""


@record
class Flow:
    """OAuth Flow Object (4.8.29)."""

    kind: Literal["implicit", "password", "clientCredentials", "authorizationCode", "deviceAuthorization"]
    scopes: Mapping[str, str]
    authorization_url: str | None = None
    token_url: str | None = None
    refresh_url: str | None = None
    device_authorization_url: str | None = None


@record
class SecurityScheme:
    """Security Scheme Object (4.8.27)."""

    location: Location = field(compare=False, repr=False)
    name: str
    """The key under which requirements refer to it."""
    kind: Literal["apiKey", "http", "oauth2", "openIdConnect", "mutualTLS"]
    description: str = ""
    place: Literal["query", "header", "cookie"] | None = None
    parameter: str | None = None
    """`apiKey`: the name of the header, query or cookie parameter."""
    scheme: str | None = None
    """`http`: the authentication scheme in lower case: `basic`, `bearer`."""
    discovery_url: str | None = None
    """`openIdConnect`: where the addresses of its flows are said."""
    flows: tuple[Flow, ...] = ()
    deprecated: bool = False
    extension: Extension = field(default_factory=dict)


@record
class Tag:
    """Tag Object (4.8.22)."""

    name: str
    description: str = ""
    """Its summary, where it has no description."""
    parent: str = ""
    """The tag that it hangs under; empty for one at the top."""
    kind: str = ""
    extension: Extension = field(default_factory=dict)


@record
class Document:
    """A whole description, resolved."""

    location: Location = field(compare=False, repr=False)
    title: str
    version: str
    summary: str
    description: str
    servers: tuple[Server, ...]
    operations: tuple[Operation, ...]
    """In the order in which they are written."""
    webhooks: Mapping[str, tuple[Operation, ...]]
    """By name; the `path` of each operation is that name."""
    schemas: Mapping[str, NamedSchema]
    """Every schema that is referenced, and every schema under `components/schemas`. Keys are `FILE#POINTER`, the file
    relative to the entry document's folder and left out for the entry document itself: `#/components/schemas/Order`."""
    named: Mapping[str, str]
    """A schema's name, where an `x-specloom` calls it by that → its key in `schemas`."""
    security_schemes: Mapping[str, SecurityScheme]
    security: tuple[SecurityRequirement, ...]
    tags: tuple[Tag, ...]
    callbacks: tuple[Callback, ...] = ()
    extension: Extension = field(default_factory=dict)
    skipped: Mapping[str, str] = field(default_factory=dict)
    """The routes that were left out on request → their operationIds, empty where they have none."""
    skipped_webhooks: Mapping[str, tuple[Operation, ...]] = field(default_factory=dict)
    """The webhooks that were left out on request, as `webhooks` has the others."""
    described: tuple[Operation, ...] = ()
    """All operations in the order in which they are written; those that were left out have only what decides on names.
    Empty where none are left out: see `named_operations`."""
    losses: Mapping[str, Sequence[Loss]] = field(default_factory=dict, compare=False)
    """The members of which clients make nothing, by the kind of object that has them. Schemas and security schemes
    count whether anything uses them or not; of other objects, those of the operations."""

    @property
    def webhook_operations(self) -> tuple[Operation, ...]:
        """The operations of all webhooks."""
        return tuple(operation for several in self.webhooks.values() for operation in several)

    @property
    def named_operations(self) -> tuple[Operation, ...]:
        """The operations by which names are told apart: those that are left out count, so that this moves no names."""
        return self.described or self.operations

    @property
    def all_operations(self) -> tuple[Operation, ...]:
        """The operations that clients call, and those of webhooks."""
        return (*self.operations, *self.webhook_operations)

    def schema_called(self, name: Json) -> Schema:
        """Return the schema that an `x-specloom` calls by a name, which `named` has."""
        return self.schemas[self.named[str(name)]].schema

    def security_of(self, operation: Operation) -> tuple[SecurityRequirement, ...]:
        """Return what a request for an operation has to show: one of these."""
        return self.security if operation.security is None else operation.security

    def reach(self, schemas: Iterable[Schema], through: Collection[str] = _CHILDREN) -> Iterator[Schema]:
        """Yield schemas and all that they refer to or that stands in them, however indirectly, each once."""

        def steps(schema: Schema) -> Sequence[Schema]:
            inner = schema.inside(through)
            return inner if schema.ref is None else (self.schemas[schema.ref].schema, *inner)

        return reach(schemas, steps, id)
