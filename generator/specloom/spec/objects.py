"""The objects of OpenAPI as a table: which members each has and since when, and what their values look like.

The table says what https://spec.openapis.org/oas/v3.1.1 and https://spec.openapis.org/oas/v3.2.0 say, and where 3.0
differs; objects of 2.0 are here as what they become, and in `swagger_objects` as they are written. It knows nothing of
positions or findings; `index`, `upgrade` and `bundle` interpret it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from specloom.record import replace
from specloom.source import Json
from specloom.spec.keywords import KEYWORDS
from specloom.spec.routes import METHODS
from specloom.spec.value_types import (
    ArrayValue,
    Exclusive,
    KeyRule,
    MapValue,
    Member,
    OasObject,
    Of,
    ScalarValue,
    Unchecked,
    Unused,
    ValueType,
    Version,
)

_TEXT: Final = ScalarValue("string")
_FLAG: Final = ScalarValue("boolean")
_ANY: Final = Unchecked()
_TEXTS: Final = ArrayValue(_TEXT)
_SCHEMA: Final = Of("Schema")
_SECURITY: Final = ArrayValue(MapValue(_TEXTS))

_COMPONENT_NAME: Final = KeyRule(
    re.compile(r"[a-zA-Z0-9._-]+"),
    "wrong-component-name",
    "must consist of letters, digits, '.', '_' and '-' to be a component's name",
    strict=False,
)
_PATH: Final = KeyRule(
    re.compile(r"/.*", re.DOTALL), "wrong-path", "must begin with '/' to be a path", "put '/' in front of it"
)
_STATUS: Final = KeyRule(
    re.compile(r"[1-5](\d\d|XX)|default"),
    "wrong-status-code",
    "is no status code",
    "write a code such as 200, a range such as 4XX, or default",
)
_MEDIA_TYPE_NAME: Final = KeyRule(
    re.compile(r"\s*[^\s/;]+/[^\s/;]+\s*(;.*)?", re.DOTALL),
    "wrong-value",
    "is no media type; it is taken as it is",
    "write a type and a subtype, as in application/json",
    strict=False,
)


FIELD_NAME_MARKS: Final = "!#$%&'*+-.^_`|~"
FIELD_NAME: Final = rf"[0-9A-Za-z{re.escape(FIELD_NAME_MARKS)}]+"
"""What header fields are called, and methods likewise (RFC 9110, 5.6.2)."""
_HEADER_NAME: Final = KeyRule(
    re.compile(FIELD_NAME),
    "wrong-value",
    "is no name of a header field",
    f"write letters and digits of ASCII, and {FIELD_NAME_MARKS}",
    strict=False,
)
_METHOD: Final = KeyRule(
    re.compile(rf"(?!(?i:{'|'.join(METHODS)})$){FIELD_NAME}"),
    "wrong-method",
    "must be an HTTP method that has no member of its own, such as COPY",
    "write a word, as in COPY; GET and its like are members of the path, in lower case",
)


def _components(value_type: ValueType) -> Member:
    return Member(MapValue(value_type, keys=_COMPONENT_NAME))


def object_type(
    name: str,
    required: Mapping[str, ValueType | Member],
    optional: Mapping[str, ValueType | Member],
    *,
    entries: MapValue | None = None,
    exclusive: tuple[Exclusive, ...] = (),
    place: str = "",
    needs: Mapping[tuple[str, str], tuple[str, ...]] | None = None,
    former: Mapping[str, Version] | None = None,
    referable_since: Version = "2.0",
) -> OasObject:
    """Return the row of an object: its members that are required, and those that are not."""
    members = {
        member: value_type if isinstance(value_type, Member) else Member(value_type)
        for member, value_type in {**required, **optional}.items()
    }
    members |= {member: replace(members[member], required=True) for member in required}
    return OasObject(name, members, entries, exclusive, place, needs or {}, former or {}, referable_since)


def _since(version: Version, value: ValueType | Member, *, decisive: bool = False, adopted: bool = False) -> Member:
    member = value if isinstance(value, Member) else Member(value)
    return replace(member, since=version, decisive=decisive, adopted=adopted)


def _until(version: Version, value_type: ValueType | Member) -> Member:
    """Return a member that is required before a version."""
    member = value_type if isinstance(value_type, Member) else Member(value_type)
    return replace(member, required=True, required_before=version)


def _unused(value_type: ValueType, what: str, why: str) -> Member:
    return Member(value_type, unused=Unused(what, why))


def _documents(value_type: ValueType) -> Member:
    return Member(value_type, documents=True)


_WORDS: Final = _documents(_TEXT)
_RESPONSE: Final = Of("Response", reference=True)
_PARAMETER: Final = Of("Parameter", reference=True)
_EXAMPLE: Final = Of("Example", reference=True)
_BODY: Final = Of("Request Body", reference=True)
_HEADER: Final = Of("Header", reference=True)
_SECURITY_SCHEME: Final = Of("Security Scheme", reference=True)
_LINK: Final = Of("Link", reference=True)
_CALLBACK: Final = Of("Callback", reference=True)
_PATH_ITEM: Final = Of("Path Item")
_OPERATION: Final = Of("Operation", reference=True)  # OpenAPI does not allow it, many large descriptions do it
_SERVERS: Final = ArrayValue(Of("Server"))
_DOCS: Final = _documents(Of("External Documentation"))
_MEDIA_TYPE: Final = Of("Media Type", reference=True)
_CONTENT: Final = MapValue(_MEDIA_TYPE, keys=_MEDIA_TYPE_NAME)
_ENCODING: Final = Of("Encoding")
_NOT_NESTED: Final = "what stands inside of a part is written as its type says"
_EXAMPLES: Final[Mapping[str, ValueType | Member]] = {
    "example": _documents(_ANY),
    "examples": _documents(MapValue(_EXAMPLE)),
}
_ENCODINGS: Final = (Exclusive(("encoding", "prefixEncoding")), Exclusive(("encoding", "itemEncoding")))
_ONE_EXAMPLE: Final = Exclusive(("example", "examples"), strict=False)
_SCHEMA_OR_CONTENT: Final = Exclusive(("schema", "content"), needed=True)
_SCOPES: Final = MapValue(_TEXT)


def _flow(kind: str, *urls: str) -> OasObject:
    optional = {name: _TEXT for name in ("authorizationUrl", "tokenUrl", "refreshUrl") if name not in urls}
    return object_type(
        kind, dict.fromkeys(urls, _TEXT) | {"scopes": Member(_SCOPES, assumed="there are none")}, optional
    )


_TYPES: Final = (
    object_type(
        "OpenAPI",
        {"openapi": _TEXT, "info": Of("Info")},
        {
            "$self": _since("3.2", _WORDS),
            "jsonSchemaDialect": _since("3.1", _documents(_TEXT)),
            "servers": _SERVERS,
            "paths": _until("3.1", Of("Paths")),
            "webhooks": _since("3.1", MapValue(_PATH_ITEM)),
            "components": Of("Components"),
            "security": _SECURITY,
            "tags": ArrayValue(Of("Tag")),
            "externalDocs": _DOCS,
        },
        place="root",
    ),
    object_type(
        "Info",
        {"title": _TEXT, "version": Member(_TEXT, assumed="it is read as empty")},
        {
            "summary": _since("3.1", _WORDS),
            "description": _WORDS,
            "termsOfService": _WORDS,
            "contact": _documents(Of("Contact")),
            "license": _documents(Of("License")),
        },
    ),
    object_type("Contact", {}, {"name": _TEXT, "url": _TEXT, "email": _TEXT}),
    object_type(
        "License",
        {"name": _TEXT},
        {"identifier": _since("3.1", _TEXT), "url": _TEXT},
        exclusive=(Exclusive(("identifier", "url"), strict=False),),
    ),
    object_type(
        "Server",
        {"url": _TEXT},
        {"description": _WORDS, "name": _since("3.2", _WORDS), "variables": MapValue(Of("Server Variable"))},
    ),
    object_type(
        "Server Variable",
        {"default": Member(_TEXT, assumed="callers have to give a value")},
        {"enum": _TEXTS, "description": _WORDS},
        place="server-variable",
    ),
    object_type(
        "Components",
        {},
        {
            "schemas": _components(_SCHEMA),
            "responses": _components(_RESPONSE),
            "parameters": _components(_PARAMETER),
            "examples": _components(_EXAMPLE),
            "requestBodies": _components(_BODY),
            "headers": _components(_HEADER),
            "securitySchemes": _components(_SECURITY_SCHEME),
            "links": _components(_LINK),
            "callbacks": _components(_CALLBACK),
            "pathItems": _since("3.1", _components(_PATH_ITEM)),
            "mediaTypes": _since("3.2", _components(_MEDIA_TYPE), adopted=True),
        },
    ),
    object_type("Paths", {}, {}, entries=MapValue(_PATH_ITEM, keys=_PATH)),
    object_type(
        "Path Item",
        {},
        {
            "$ref": _TEXT,
            "summary": _WORDS,
            "description": _WORDS,
            **dict.fromkeys(METHODS[:-1], _OPERATION),
            "query": _since("3.2", _OPERATION, decisive=True),
            "additionalOperations": _since("3.2", MapValue(_OPERATION, keys=_METHOD), decisive=True),
            "servers": _SERVERS,
            "parameters": ArrayValue(_PARAMETER),
        },
    ),
    object_type(
        "Operation",
        {},
        {
            "tags": _TEXTS,
            "summary": _WORDS,
            "description": _WORDS,
            "externalDocs": _DOCS,
            "operationId": _TEXT,
            "parameters": ArrayValue(_PARAMETER),
            "requestBody": _BODY,
            "responses": _until("3.1", Of("Responses")),
            "callbacks": _unused(MapValue(_CALLBACK), "callback", "clients receive no callbacks"),
            "deprecated": _documents(_FLAG),
            "security": _SECURITY,
            "servers": _SERVERS,
        },
        place="operation",
    ),
    object_type("External Documentation", {"url": _TEXT}, {"description": _WORDS}),
    object_type(
        "Parameter",
        {"name": _TEXT, "in": ScalarValue("string", ("query", "header", "path", "cookie", "querystring"))},
        {
            "description": _WORDS,
            "required": _FLAG,
            "deprecated": _documents(_FLAG),
            "allowEmptyValue": _unused(_FLAG, "allowEmptyValue", "an empty value is written wherever one is passed"),
            "style": _TEXT,
            "explode": _FLAG,
            "allowReserved": _FLAG,
            "schema": _SCHEMA,
            "content": _CONTENT,
            **_EXAMPLES,
        },
        exclusive=(_SCHEMA_OR_CONTENT, _ONE_EXAMPLE),
        place="parameter",
    ),
    object_type(
        "Request Body", {"content": _CONTENT}, {"description": _WORDS, "required": _FLAG}, place="request-body"
    ),
    object_type(
        "Media Type",
        {},
        {
            "schema": _SCHEMA,
            "encoding": MapValue(_ENCODING),
            "itemSchema": _since("3.2", _SCHEMA, adopted=True),  # FastAPI writes it into 3.1
            "prefixEncoding": _since("3.2", ArrayValue(_ENCODING), decisive=True),
            "itemEncoding": _since("3.2", _ENCODING, decisive=True),
            **_EXAMPLES,
        },
        exclusive=(_ONE_EXAMPLE, *_ENCODINGS),
        place="media-type",
        referable_since="3.2",
    ),
    object_type(
        "Encoding",
        {},
        {
            "contentType": _TEXT,
            "headers": MapValue(_HEADER, keys=_HEADER_NAME),
            "style": ScalarValue("string", ("form", "spaceDelimited", "pipeDelimited", "deepObject")),
            "explode": _FLAG,
            "allowReserved": _FLAG,
            "encoding": _since("3.2", _unused(MapValue(_ENCODING), "nested encoding", _NOT_NESTED)),
            "prefixEncoding": _since("3.2", _unused(ArrayValue(_ENCODING), "prefixEncoding", _NOT_NESTED)),
            "itemEncoding": _since("3.2", _unused(_ENCODING, "itemEncoding", _NOT_NESTED)),
        },
    ),
    object_type("Responses", {}, {}, entries=MapValue(_RESPONSE, keys=_STATUS)),
    object_type(
        "Response",
        {},
        {
            "description": _until("3.2", _WORDS),
            "summary": _since("3.2", _WORDS),
            "headers": MapValue(_HEADER, keys=_HEADER_NAME),
            "content": _CONTENT,
            "links": _unused(MapValue(_LINK), "link", "clients follow no links between operations"),
        },
        place="response",
    ),
    object_type("Callback", {}, {}, entries=MapValue(_PATH_ITEM)),
    object_type(
        "Example",
        {},
        {
            "summary": _WORDS,
            "description": _WORDS,
            "value": _ANY,
            "externalValue": _TEXT,
            "dataValue": _since("3.2", _ANY),
            "serializedValue": _since("3.2", _TEXT),
        },
        exclusive=(Exclusive(("value", "externalValue"), strict=False),),
    ),
    object_type(
        "Link",
        {},
        {
            "operationRef": _TEXT,
            "operationId": _TEXT,
            "parameters": MapValue(_ANY),
            "requestBody": _ANY,
            "description": _WORDS,
            "server": Of("Server"),
        },
        exclusive=(Exclusive(("operationRef", "operationId"), needed=True, strict=False),),
    ),
    object_type(
        "Header",
        {},
        {
            "description": _WORDS,
            "required": _FLAG,
            "deprecated": _documents(_FLAG),
            "style": ScalarValue("string", ("simple",)),
            "explode": _FLAG,
            "schema": _SCHEMA,
            "content": _CONTENT,
            **_EXAMPLES,
        },
        exclusive=(_SCHEMA_OR_CONTENT, _ONE_EXAMPLE),
        place="header",
    ),
    object_type(
        "Tag",
        {"name": _TEXT},
        {
            "description": _WORDS,
            "externalDocs": _DOCS,
            "summary": _since("3.2", _WORDS),
            "parent": _since("3.2", _TEXT),
            "kind": _since("3.2", _WORDS),
        },
        place="tag",
    ),
    object_type(
        "Schema",
        {},
        {name: each.member for name, each in KEYWORDS.items()},
        place="schema",
        former={"nullable": "3.0"},
    ),
    object_type(
        "Discriminator",
        {"propertyName": _TEXT},
        {"mapping": MapValue(_TEXT), "defaultMapping": _since("3.2", _TEXT)},
    ),
    object_type(
        "XML",
        {},
        {
            "name": _TEXT,
            "namespace": _TEXT,
            "prefix": _TEXT,
            "attribute": _FLAG,
            "wrapped": _FLAG,
            "nodeType": _since("3.2", _TEXT),
        },
    ),
    object_type(
        "Security Scheme",
        {"type": ScalarValue("string", ("apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"))},
        {
            "description": _WORDS,
            "name": _TEXT,
            "in": ScalarValue("string", ("query", "header", "cookie")),
            "scheme": _TEXT,
            "bearerFormat": _WORDS,
            "flows": Of("OAuth Flows"),
            "openIdConnectUrl": _unused(_TEXT, "discovery address", "callers bring their token"),
            "oauth2MetadataUrl": _since("3.2", _unused(_TEXT, "discovery address", "callers bring their token")),
            "deprecated": _since("3.2", _documents(_FLAG)),
        },
        place="security-scheme",
        needs={
            ("type", "apiKey"): ("name", "in"),
            ("type", "http"): ("scheme",),
            ("type", "oauth2"): ("flows",),
            ("type", "openIdConnect"): ("openIdConnectUrl",),
        },
    ),
    object_type(
        "OAuth Flows",
        {},
        {
            "implicit": Of("Implicit OAuth Flow"),
            "password": Of("Password OAuth Flow"),
            "clientCredentials": Of("Client Credentials OAuth Flow"),
            "authorizationCode": Of("Authorization Code OAuth Flow"),
            "deviceAuthorization": _since("3.2", Of("Device Authorization OAuth Flow")),
        },
    ),
    _flow("Implicit OAuth Flow", "authorizationUrl"),
    _flow("Password OAuth Flow", "tokenUrl"),
    _flow("Client Credentials OAuth Flow", "tokenUrl"),
    _flow("Authorization Code OAuth Flow", "authorizationUrl", "tokenUrl"),
    _flow("Device Authorization OAuth Flow", "deviceAuthorizationUrl", "tokenUrl"),
)

OBJECTS: Final[Mapping[str, OasObject]] = {entry.name: entry for entry in _TYPES}


def _maps(kind: OasObject) -> Iterator[tuple[str, Of]]:
    for name, part in kind.parts.items():
        inner = OBJECTS[part.name] if isinstance(part, Of) else None
        entries = inner.entries if inner and not inner.members else part  # the Paths Object, and the Responses Object
        if isinstance(entries, MapValue) and isinstance(entries.value, Of):
            yield name, entries.value


MAPS: Final[Mapping[str, Mapping[str, Of]]] = {entry.name: dict(_maps(entry)) for entry in _TYPES}
"""The name of an object → its members that map names of the author's choice to objects, and what each of these is."""
OPENAPI: Final = Of("OpenAPI")
COMPONENT_SECTIONS: Final[Mapping[str, str]] = {
    member.value_type.value.name: section
    for section, member in OBJECTS["Components"].members.items()
    if isinstance(member.value_type, MapValue) and isinstance(member.value_type.value, Of)
}
"""The name of an object → the member of the Components Object that holds such objects."""


def referable(kind: str) -> Of:
    """Return the value type of what a reference to a `kind` leads to: that, or but for two kinds a reference."""
    return Of(kind, reference=kind not in {"Schema", "Path Item"})


def children(value: Json, value_type: ValueType) -> Iterator[tuple[str | int, Json, ValueType]]:
    """Yield the objects directly below `value`, and the maps and lists of objects: segment, value, value type.

    A reference has none of its own, except that a Schema Object and a Path Item Object may say more beside theirs.
    """
    match value_type:
        case Of():
            if isinstance(value, dict) and not (value_type.reference and "$ref" in value):
                kind = OBJECTS[value_type.name]
                parts = kind.parts
                if kind.entries is None and parts.keys().isdisjoint(value):  # as most schemas
                    return
                for key, child in value.items():
                    part = parts.get(key) or (kind.entries and kind.part(key))
                    if part and isinstance(child, (dict, list)):
                        yield key, child, part
        case MapValue(entry) if isinstance(value, dict):
            for key, child in value.items():
                yield key, child, entry
        case ArrayValue(item) if isinstance(value, list):
            for index, child in enumerate(value):
                yield index, child, item
        case _:
            return


def value_type_below(value: Json, key: str, value_type: ValueType) -> ValueType | None:
    """Return the value type of what stands at `key` below `value`; None where `children` does not yield it."""
    match value_type:
        case Of(name, reference) if isinstance(value, dict) and not (reference and "$ref" in value):
            return OBJECTS[name].part(key)
        case MapValue(entry) if isinstance(value, dict):
            return entry
        case ArrayValue(item) if isinstance(value, list):
            return item
        case _:
            return None
