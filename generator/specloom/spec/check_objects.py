"""What is wrong with a value where the table of objects expects another, and rules between members of one object."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import chain
from typing import Final

from specloom.findings import Finding, Severity
from specloom.messages import did_you_mean, quoted, type_name
from specloom.source import Json
from specloom.spec.dialects import is_known
from specloom.spec.node import Node, error
from specloom.spec.objects import FIELD_NAME, FIELD_NAME_MARKS, OBJECTS
from specloom.spec.routes import VARIABLE
from specloom.spec.swagger_objects import title_of
from specloom.spec.value_types import (
    ArrayValue,
    KeyRule,
    MapValue,
    OasObject,
    Of,
    OneOrMany,
    ScalarValue,
    Unchecked,
    ValueType,
    Version,
)

STYLES: Final[Mapping[str, tuple[str, ...]]] = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form", "cookie"),
    "querystring": ("form",),
}
"""Where a parameter is → the styles it may have, the default first (4.8.12.2)."""

_ADDRESS: Final = re.compile(
    r"([A-Za-z][A-Za-z0-9+.-]*:)?+"
    r"(//([^\s/?#@]*@)?(\[[0-9A-Fa-f:.]*\]|[^\s/?#@:\[\]]*)(:[0-9]*)?(?=[/?#]|$)|(?!//))[^\s\x00-\x1f\x7f]*"
)
"""An address or a part of one, with 0 for each variable, as far as RFC 3986 has it: host, port and no white space."""
_SENDABLE: Final = {
    "header": re.compile(FIELD_NAME),
    "cookie": re.compile(r"[!#-+\--:<>-\[\]-~]+"),
    "form": re.compile(r".+", re.DOTALL),
}
"""What can be sent as the name of a header field, of a cookie (RFC 6265, 4.1.1; brackets are usual), and of one that is
percent-encoded."""
_STYLES_OF_32: Final = frozenset({"cookie"})


def _openapi(node: Node) -> Iterator[Finding]:
    is_late = node.file.version >= "3.1"
    if is_late and not {"paths", "components", "webhooks"} & node.members.keys():
        yield error(
            "missing-member", "an OpenAPI Object needs 'paths', 'components' or 'webhooks'", node, "add: paths: {}"
        )
    own = node.get("$self")
    if own and "#" in node.text("$self"):
        yield error(
            "wrong-value", "'$self' of an OpenAPI Object must have no fragment", own, "leave out '#' and the rest"
        )
    dialect = node.get("jsonSchemaDialect")
    if dialect and isinstance(dialect.value, str) and not is_known(dialect.value):
        message = f"schemas in the dialect {quoted(dialect.value)}"
        advice = "Specloom reads the dialects of OpenAPI, and JSON Schema from draft-04 on"
        yield Finding("unsupported-dialect", Severity.UNSUPPORTED, message, dialect.location, help=advice)


def _parameter(node: Node) -> Iterator[Finding]:
    place, has_all = node.text("in"), node.file.version == "3.2"
    styles = [style for style in STYLES.get(place, ()) if has_all or style not in _STYLES_OF_32]
    style = node.get("style")
    if place == "querystring":
        yield from _querystring(node)
    elif node.file.version == "2.0":
        pass  # it has 'collectionFormat', which `check_swagger` sees as it is written
    elif styles and style and isinstance(style.value, str) and style.value not in styles:
        advice = did_you_mean(style.value, styles) or f"use one of: {', '.join(styles)}"
        message = f"'style' of a {place} parameter cannot be {quoted(style.value)}"
        yield error("wrong-value", message, style, advice)
    yield from _sendable_name(node)
    yield from _single_content(node)


def explain_unsendable(name: str, place: str, *, encoded: bool = False) -> tuple[str, str]:
    """Return what is wrong with a name that cannot be sent where it goes, and what names can be; else empty texts.

    `place` is `header`, `cookie`, or another one, where names are percent-encoded; `encoded`: in a cookie, too.
    """
    sendable = _SENDABLE.get("form" if encoded and place == "cookie" else place)
    if sendable is None or sendable.fullmatch(name):
        return "", ""
    marks = FIELD_NAME_MARKS if place == "header" else 'signs but for white space and " , ; = \\'
    advice = f"names of {place}s consist of letters and digits of ASCII, and {marks}"
    return f"no {place} can be called {quoted(name)}", advice


def _sendable_name(node: Node) -> Iterator[Finding]:
    name = node.get("name")
    if name is None or not isinstance(name.value, str):
        return
    message, advice = explain_unsendable(name.value, node.text("in"), encoded=node.text("style") != "cookie")
    if message and node.flag("required"):
        yield error("wrong-value", message, name, advice)
    elif message:
        message = f"{message}; calls with it fail"
        yield Finding("wrong-value", Severity.WARNING, message, name.location, help=advice)


def _querystring(node: Node) -> Iterator[Finding]:
    """Yield what is wrong with a parameter that is the whole query (OpenAPI 3.2, 4.12.1)."""
    if node.file.version != "3.2":
        message = "'in' of a Parameter Object cannot be 'querystring' before OpenAPI 3.2"
        yield error("wrong-value", message, node.get("in") or node, "say 'openapi: 3.2.0' to use it")
    elif "content" not in node.members:
        message = "a parameter that is the whole query needs 'content'"
        yield error("missing-member", message, node, "say its media type: content: {application/json: {schema: …}}")


def _server(node: Node) -> Iterator[Finding]:
    """Yield what is wrong with the address of a server: OpenAPI 3.2 says what it is made of (4.8.5)."""
    url, text = node.get("url"), node.text("url")
    if url is None or not text or node.file.version == "2.0":  # which says what 'host' and 'basePath' may be
        return
    bare, names = VARIABLE.sub("", text), VARIABLE.findall(text)
    if not _ADDRESS.fullmatch(VARIABLE.sub("0", text)):
        advice = "write it as in https://api.example.com/v1, or as a path: /v1"
        yield error("wrong-value", f"{quoted(text)} is no address of a server", url, advice)
    if set("{}") & set(bare):
        advice = "write variables as in https://{tenant}.example.com"
        yield error("wrong-value", f"braces in the address {quoted(text)} do not match", url, advice)
    elif node.file.version == "3.2" and len({*names}) < len(names):
        advice = "write each variable once, and call another one otherwise"
        yield error("wrong-value", f"a variable is twice in the address {quoted(text)}", url, advice)
    if set("?#") & set(bare):
        is_error = node.file.version == "3.2"
        no, severity = ("cannot", Severity.ERROR) if is_error else ("should not", Severity.WARNING)
        message = f"the address of a server {no} have a query or a fragment: {quoted(text)}"
        advice = "describe what all calls send there as parameters, or as an apiKey"
        yield Finding("wrong-value", severity, message, url.location, help=advice)


def _server_variable(node: Node) -> Iterator[Finding]:
    if node.members.get("enum") == []:
        must, severity = ("must", Severity.ERROR) if node.file.version >= "3.1" else ("should", Severity.WARNING)
        at, advice = node.location.at("enum"), "leave it out, or list the values"
        yield Finding(
            "wrong-value", severity, f"'enum' of a Server Variable Object {must} not be empty", at, help=advice
        )


def _contact(node: Node) -> Iterator[Finding]:
    email = node.text("email")
    if email and "@" not in email:
        message, at = f"{quoted(email)} is no address of an email", node.location.at("email")
        yield Finding("wrong-value", Severity.WARNING, message, at, help="write one as in api@example.com")


def _responses(node: Node) -> Iterator[Finding]:
    if all(key.startswith("x-") for key in node.members):
        message, advice = "a Responses Object must have at least one response", "add: default: {description: …}"
        yield Finding("wrong-value", Severity.WARNING, message, node.location, help=advice)


def _single_content(node: Node) -> Iterator[Finding]:
    content = node.get("content")
    if content and isinstance(content.value, dict) and len(content.value) != 1:
        advice = "keep one media type: {application/json: {schema: {…}}}"
        yield error("wrong-value", "'content' must have exactly one entry here", content, advice)


OBJECT_CHECKS: Final[Mapping[str, Callable[[Node], Iterator[Finding]]]] = {
    "Contact": _contact,
    "OpenAPI": _openapi,
    "Parameter": _parameter,
    "Header": _single_content,
    "Responses": _responses,
    "Server": _server,
    "Server Variable": _server_variable,
}


def check_key(parent: Node, key: str, value: Json, rule: KeyRule) -> Iterator[Finding]:
    """Yield what is wrong with a key of a map, of which `value` is the value."""
    if rule.pattern.fullmatch(key) or (key == "$ref" and isinstance(value, str)):
        return
    # OpenAPI 2.0 says nothing about the names of definitions.
    if rule.strict or parent.file.version != "2.0":
        severity = Severity.ERROR if rule.strict else Severity.WARNING
        at = parent.below(key, value).location.key()
        yield Finding(rule.rule, severity, f"{quoted(key)} {rule.message}", at, help=rule.help)


def check_requirements(node: Node, kind: OasObject) -> Iterator[Finding]:
    """Yield which members an object lacks, and which it may not have together."""
    value, title = node.members, title_of(kind.name, node.file.version)
    yield from missing_members(node, kind)
    for group in kind.exclusive:
        severity = Severity.ERROR if group.strict else Severity.WARNING
        present = [key for key in group.members if key in value]
        if len(present) > 1:
            names = " and ".join(f"'{key}'" for key in group.members)
            at = node.below(present[1], value[present[1]]).location.key()
            advice = "keep one of them"
            yield Finding("exclusive-members", severity, f"{title} cannot have both {names}", at, help=advice)
        elif group.needed and not present:
            names = " or ".join(f"'{key}'" for key in group.members)
            advice = _add(group.members[0], kind, node.file.version)
            yield Finding("missing-member", severity, f"{title} needs {names}", node.location, help=advice)


_ADDED: Final = {
    "content": "{application/json: {schema: {…}}}",
    "info": "{title: …, version: '1.0.0'}",
    "paths": "{}",
    "responses": "{default: {description: …}}",
    "schema": "{type: …}",
    "url": "https://…",
    "version": "'1.0.0'",
}
"""Members that are required, and what may stand there."""


_LATER_VALUES: Final[Mapping[str, Version]] = {"null": "3.1", "mutualTLS": "3.1", "querystring": "3.2"}
"""Values that came with a later version than the members that have them."""
_MEANT: Final = {
    ("type", "any"): "leave it out: what has no type may be anything",
    ("in", "body"): "describe it as the requestBody of the operation",
    ("in", "formData"): "describe it as the requestBody of the operation",
}
"""What members cannot be, and is written often → what to write."""


def _known_values(value_type: ScalarValue, version: Version) -> list[str]:
    return [value for value in value_type.values if _LATER_VALUES.get(value, version) <= version]


def use_one_of(value: Json, value_type: ScalarValue, version: Version, name: str = "") -> str:
    """Return what to do about a value that is none of those that are listed."""
    known = _known_values(value_type, version)
    meant = _MEANT.get((name, value)) if isinstance(value, str) else None
    return meant or did_you_mean(str(value), known) or f"use one of: {', '.join(known)}"


def _add(member: str, kind: OasObject, version: Version) -> str:
    value_type = kind.members[member].value_type
    values = _known_values(value_type, version) if isinstance(value_type, ScalarValue) else []
    listed = " or ".join(filter(None, (", ".join(values[:-1]), *values[-1:])))
    return f"add: {member}: {listed or _ADDED.get(member, '…')}"


def missing_members(node: Node, kind: OasObject) -> Iterator[Finding]:
    """Yield which members an object lacks in the version of its file."""
    value = node.members
    # What a value of OpenAPI 2.0 needs is asked of it as it is written: `SWAGGER_OBJECTS` has that.
    needs = {} if node.file.version == "2.0" and kind is OBJECTS.get(kind.name) else kind.needs
    needed = [members for (member, choice), members in needs.items() if value.get(member) == choice]
    for key in chain(kind.required[node.file.version], *needed):
        if key not in value:
            assumed = kind.members[key].assumed
            severity = Severity.WARNING if assumed else Severity.ERROR
            message = f"{title_of(kind.name, node.file.version)} needs '{key}'{assumed and f'; {assumed}'}"
            advice = _add(key, kind, node.file.version)
            yield Finding("missing-member", severity, message, node.location, help=advice)


NO_REFERENCE: Final = "write here what it refers to"


def explain_wrong(node: Node, value_type: ValueType, owner: str) -> Finding:
    """Return what to say of a value that `value_type` does not allow.

    `owner` is the kind of object whose member the value is; empty where it stands in a list or a map.
    """
    value, location = node.value, node.location
    title = title_of(owner, node.file.version)
    label = f"'{node.pointer[-1]}' of {title}" if owner else node.named_place
    if isinstance(value_type, ScalarValue) and isinstance(value, str) and value_type.values:
        advice = use_one_of(value, value_type, node.file.version, node.pointer[-1])
        return Finding("wrong-value", Severity.ERROR, f"{label} cannot be {quoted(value)}", location, help=advice)
    if node.pointer and node.pointer[-1] == "$ref" and isinstance(value_type, Of):
        message = f"a reference cannot stand here: {quoted(value)}"
        return Finding("misplaced-reference", Severity.ERROR, message, location.key(), help=NO_REFERENCE)
    if not node.file.source.quotable:
        message = f"this must be {expected(value_type)}, not {type_name(value)}"
        return Finding("wrong-type", Severity.ERROR, message, location.bare())
    message = f"{label} must be {expected(value_type)}, not {_found(value, value_type)}"
    return Finding("wrong-type", Severity.ERROR, message, location, help=_advise(node, value_type, owner))


def expected(value_type: ValueType) -> str:
    """Return what `value_type` asks for, with its article: `a list`."""
    match value_type:
        case Of(name):
            return OBJECTS[name].title
        case MapValue():
            return "an object"
        case ArrayValue():
            return "a list"
        case ScalarValue("count"):
            return "an integer of at least 0"
        case ScalarValue("positive"):
            return "a number above 0"
        case ScalarValue(kind):
            return f"a {kind}"
        case OneOrMany():
            return "a string or a list of strings"
        case Unchecked():
            return "a value"


def _found(value: Json, value_type: ValueType) -> str:
    """Return what `value` is, as an answer to `expected`."""
    return (
        quoted(value)
        if isinstance(value_type, ScalarValue) and value_type.type in {"count", "positive"}
        else type_name(value)
    )


def _advise(node: Node, value_type: ValueType, owner: str) -> str:
    """Return what to do about a value of the wrong type."""
    value, name = node.value, node.pointer[-1] if node.pointer else ""
    is_needed = bool(owner) and name in OBJECTS[owner].required[node.file.version]
    match value_type, value:
        case _, None if is_needed:
            return f"write: {name}: {_ADDED.get(name, '…')}"
        case _, None:
            written = f": {name}: {_ADDED[name]}" if name in _ADDED else f" {expected(value_type)}"
            return f"leave it out, or write{written}"
        case ScalarValue("string"), int() | float():
            return f"put it in quotes: '{quoted(value)}'"
        case Of("Schema"), list() if name == "items":
            return "use 'prefixItems' for the schemas of the first items"
        case ArrayValue(), str() | bool() | int() | float():
            return f"put it into a list: [{quoted(value).strip(chr(39))}]"
        case ArrayValue(), dict() if value:
            return "put it into a list: [{…}]"
        case Of(kind, is_referable), str() if is_referable or kind == "Schema":
            return f"to refer to something, write: {{$ref: {quoted(value)}}}"
        case _:
            return f"write {expected(value_type)}" + ("" if is_needed or not owner else ", or leave it out")


_AROUND_SCHEMA: Final = {
    "Header": "{schema: {$ref: …}}",
    "Parameter": "{name: …, in: query, schema: {$ref: …}}",
    "Request Body": "{content: {application/json: {schema: {$ref: …}}}}",
    "Response": "{description: …, content: {application/json: {schema: {$ref: …}}}}",
}
"""Kinds of objects that have a schema in them, and how it stands there."""
_AROUND_SCHEMA_OF_20: Final = {
    "Parameter": "{name: body, in: body, schema: {$ref: …}}",
    "Response": "{description: …, schema: {$ref: …}}",
}


def advise_target(kind: str, found: str, version: Version, names: Collection[str]) -> str:
    """Return what to do about a reference to an object of another kind.

    `names` are the references by which there is an object of the expected kind that is called the same.
    """
    if names:
        return f"did you mean {' or '.join(map(quoted, names))}?"
    around = (_AROUND_SCHEMA_OF_20 if version == "2.0" else _AROUND_SCHEMA).get(kind)
    if found == "Schema" and around:
        return f"put the schema inside: {around}"
    return f"refer to {OBJECTS[kind].title}, or write it here"
