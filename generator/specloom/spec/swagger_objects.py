"""The objects of OpenAPI 2.0 that an upgrade takes apart, as a table: which members each has as it is written.

The table says what https://spec.openapis.org/oas/v2.0 says. All others are those of `objects`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from specloom.messages import with_article
from specloom.spec.keywords import KEYWORDS
from specloom.spec.objects import object_type
from specloom.spec.value_types import ArrayValue, MapValue, Member, OasObject, ScalarValue, Unchecked, Version

_TEXT: Final = ScalarValue("string")
_FLAG: Final = ScalarValue("boolean")
_ANY: Final = Unchecked()
_TEXTS: Final = ArrayValue(_TEXT)
_MAP: Final = MapValue(_ANY)
_LIST: Final = ArrayValue(_ANY)
_PROTOCOLS: Final = ArrayValue(ScalarValue("string", ("http", "https", "ws", "wss")))
_TYPES: Final = ("string", "number", "integer", "boolean", "array")
SEPARATORS: Final = ("csv", "ssv", "tsv", "pipes")
SWAGGER_METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch")
_CONSTRAINTS: Final = {name: _ANY for name, keyword in KEYWORDS.items() if keyword.in_parameters}
"""The keywords of schemas that parameters, headers and items have themselves: `objects` knows their values."""

_UNTYPED: Final = "it is read as text, or as a list where it has items"
_KINDS: Final = (
    object_type(
        "Swagger",
        {"swagger": _ANY},
        {
            "info": _ANY,
            "host": _TEXT,
            "basePath": _TEXT,
            "schemes": _PROTOCOLS,
            "consumes": _TEXTS,
            "produces": _TEXTS,
            "paths": _ANY,
            "definitions": _MAP,
            "parameters": _MAP,
            "responses": _MAP,
            "securityDefinitions": _MAP,
            "security": _ANY,
            "tags": _ANY,
            "externalDocs": _ANY,
        },
    ),
    object_type("Path Item", {}, {"$ref": _ANY, **dict.fromkeys(SWAGGER_METHODS, _ANY), "parameters": _LIST}),
    object_type(
        "Operation",
        {},
        {
            "tags": _ANY,
            "summary": _ANY,
            "description": _ANY,
            "externalDocs": _ANY,
            "operationId": _ANY,
            "consumes": _TEXTS,
            "produces": _TEXTS,
            "parameters": _LIST,
            "responses": _MAP,
            "schemes": _PROTOCOLS,
            "deprecated": _ANY,
            "security": _ANY,
        },
    ),
    object_type(
        "Parameter",
        {"type": Member(ScalarValue("string", (*_TYPES, "file")), assumed=_UNTYPED)},
        {
            "name": _TEXT,
            "in": ScalarValue("string", ("query", "header", "path", "formData", "body")),
            "description": _ANY,
            "required": _FLAG,
            "allowEmptyValue": _FLAG,
            "collectionFormat": ScalarValue("string", (*SEPARATORS, "multi")),
            **{name: value for name, value in _CONSTRAINTS.items() if name != "type"},
        },
    ),
    object_type(
        "Body Parameter", {"name": _TEXT, "schema": _ANY}, {"in": _ANY, "description": _TEXT, "required": _FLAG}
    ),
    object_type(
        "Header",
        {"type": Member(ScalarValue("string", _TYPES), assumed=_UNTYPED)},
        {
            "description": _ANY,
            "collectionFormat": ScalarValue("string", SEPARATORS),
            **{name: value for name, value in _CONSTRAINTS.items() if name != "type"},
        },
    ),
    object_type("Response", {}, {"description": _ANY, "schema": _MAP, "headers": _MAP, "examples": _MAP}),
    object_type(
        "Security Scheme",
        {},
        {
            "type": ScalarValue("string", ("basic", "apiKey", "oauth2")),
            "description": _ANY,
            "name": _ANY,
            "in": ScalarValue("string", ("query", "header")),
            "flow": ScalarValue("string", ("implicit", "password", "application", "accessCode")),
            "authorizationUrl": _ANY,
            "tokenUrl": _ANY,
            "scopes": _ANY,
        },
        needs={("type", "apiKey"): ("name", "in"), ("type", "oauth2"): ("flow",)},
    ),
)

SWAGGER_OBJECTS: Final[Mapping[str, OasObject]] = {
    "OpenAPI" if kind.name == "Swagger" else kind.name: kind for kind in _KINDS
}
"""What an object has become, a key of `OBJECTS` → what it was. `Body Parameter` has become no object of its own."""
_FLOWS: Final = tuple(
    f"{kind} OAuth Flow" for kind in ("Implicit", "Password", "Client Credentials", "Authorization Code")
)
MADE_UP: Final = frozenset(
    (
        *SWAGGER_OBJECTS,
        *("Components", "Server", "Request Body", "Media Type", "Encoding", "OAuth Flows", "Responses", "Paths"),
        *_FLOWS,
    )
)
"""The kinds of objects, keys of `OBJECTS`, that OpenAPI 2.0 writes otherwise or not at all."""
_NAMES: Final = {"OpenAPI": "Swagger", **dict.fromkeys(_FLOWS, "Security Scheme")}
"""What people know by another name in OpenAPI 2.0, and what is a part of another object there."""
SECTIONS: Final[Mapping[str, str]] = {
    "definitions": "schemas",
    "parameters": "parameters",
    "responses": "responses",
    "securityDefinitions": "securitySchemes",
}
"""The members of a Swagger Object → those of the Components Object that replace them."""


def title_of(kind: str, version: Version) -> str:
    """Return what a version calls a kind of object, a key of `OBJECTS`, with its article: `a Parameter Object`."""
    return with_article(f"{_NAMES.get(kind, kind) if version == '2.0' else kind} Object")


def section_of(section: str, version: Version) -> str:
    """Return where a version has the objects of a member of the Components Object: `components/schemas`."""
    old = {new: old for old, new in SECTIONS.items()}
    return old.get(section, section) if version == "2.0" else f"components/{section}"
