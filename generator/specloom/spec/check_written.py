"""What is wrong with an object as it is written, by the words of its own version, before any upgrade.

A member that came with a later version is read as there. One under a wrong name is an error where an operation, a body,
a schema or the like would be lost, and a warning otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, get_args

from specloom.findings import Finding, Severity
from specloom.messages import closest, did_you_mean, quoted, type_name
from specloom.source import Json
from specloom.source.problem import KEEP_ONE
from specloom.spec.check_objects import expected, missing_members, use_one_of
from specloom.spec.keywords import KEYWORDS, SchemaType
from specloom.spec.node import Node, error
from specloom.spec.objects import OBJECTS
from specloom.spec.routes import METHODS
from specloom.spec.swagger_objects import SWAGGER_OBJECTS
from specloom.spec.swagger_parameters import SERIALISATION
from specloom.spec.upgrade_schema import EXCLUSIVE_BOUNDS
from specloom.spec.value_types import (
    NEWEST,
    ArrayValue,
    MapValue,
    OasObject,
    Of,
    ScalarValue,
    Unchecked,
    ValueType,
    Version,
    is_number,
)

_WATCHED: Final = frozenset(("writeOnly", *(exclusive for exclusive, _ in EXCLUSIVE_BOUNDS)))
"""Keywords whose values differ between the versions, or may contradict another."""
_WITHOUT_EFFECT: Final = frozenset(
    {"$id", "$anchor", "$dynamicAnchor", "$dynamicRef", *SERIALISATION, "scheme", "openIdConnectUrl"}
)
"""Members that are not read in versions before theirs: references there know nothing of the names of schemas, lists are
written by `collectionFormat` in OpenAPI 2.0, and `type` says all of how somebody logs in."""
_AFTER_SWAGGER: Final = {
    (kind.name, name): max(member.since, "3.0")
    for key, kind in SWAGGER_OBJECTS.items()
    if key in OBJECTS
    for name, member in OBJECTS[key].members.items()
    if name not in kind.members
}
"""Members that objects of OpenAPI 2.0 do not have → the version that they came with."""
_MISSPELLED: Final = 0.75
_OPERATION_MEMBERS: Final = frozenset(OBJECTS["Operation"].members) - {"description", "summary", "servers"}
_OTHER_NAMES: Final = {
    ("OpenAPI", "host"): "servers",
    ("OpenAPI", "basePath"): "servers",
    ("OpenAPI", "definitions"): "components",
    ("OpenAPI", "securityDefinitions"): "components",
    ("OpenAPI", "parameters"): "components",
    ("OpenAPI", "responses"): "components",
    ("Components", "definitions"): "schemas",
    ("Components", "securityDefinitions"): "securitySchemes",
    ("Operation", "body"): "requestBody",
    ("Response", "schema"): "content",
    ("Request Body", "schema"): "content",
}
"""Members of OpenAPI 2.0, or what is written for members of 3.x → those."""
_LATER_THAN_SWAGGER: Final = {
    ("Swagger", "components"): "write 'definitions', 'parameters', 'responses' and 'securityDefinitions'",
    ("Swagger", "servers"): "write 'host', 'basePath' and 'schemes'",
    ("Operation", "requestBody"): "write a parameter with in: body",
    ("Response", "content"): "write 'schema' and 'produces'",
    ("Parameter", "schema"): "write the type into the parameter itself",
    ("Parameter", "content"): "write the type into the parameter itself",
    ("Header", "schema"): "write the type into the header itself",
    ("Security Scheme", "flows"): "write 'flow', its addresses and 'scopes'",
}
"""Members of OpenAPI 3.x that 2.0 has otherwise → what to write."""
_HOST: Final = r"(\[[0-9A-Fa-f:.]+\]|[^\s/?#@:\[\]]+)(:([0-9]+|\{[^{}]*\}))?"
_GONE: Final = {"nullable": "write type: [string, 'null'], or anyOf with {type: 'null'}"}


_BOUND_FLAGS: Final = tuple(exclusive for exclusive, _ in EXCLUSIVE_BOUNDS)
_FLAGS: Final = {"2.0": _BOUND_FLAGS, "3.0": (*_BOUND_FLAGS, "nullable")}
"""Members of schemas that are true or false in the versions before 3.1, and no longer in that."""


def needs_no_check(members: Mapping[str, Json], kind: OasObject, version: Version) -> bool:
    """Tell, quickly, whether there is nothing that `check_written` could say of an object."""
    if not members.keys() <= kind.known[version]:
        return False
    if kind.name != "Schema" or version >= "3.1":
        return kind.name != "Security Scheme"
    type_ = members.get("type", "")
    is_usual = isinstance(type_, str) and type_ != "null" and (type_ != "array" or "items" in members)
    return is_usual and _WATCHED.isdisjoint(members) and isinstance(members.get("nullable", False), bool)


def check_written(node: Node, kind: OasObject) -> Iterator[Finding]:
    """Yield what the version of its file does not allow in an object, as it is written.

    It is an object of OpenAPI 3.0 or later, or one that OpenAPI 2.0 has likewise; no Reference Object.
    """
    known, version = kind.known[node.file.version], node.file.version
    if kind.name == "Schema" and version < "3.1":
        if isinstance(node.members.get("$ref"), str):
            return  # nothing beside it counts
        yield from _schema_before_31(node)
    if kind.name == "Security Scheme" and version == "3.0" and node.text("type") == "mutualTLS":
        message = "'type' of a Security Scheme Object is 'mutualTLS' since OpenAPI 3.1 only; it is read as there"
        yield Finding("later-version", Severity.WARNING, message, node.location.at("type"))
    if not kind.entries:
        for key, value in node.members.items():
            if key not in known and key != "$ref" and not key.startswith("x-"):
                yield from explain_unknown(node.below(key, value), kind, node.members)


def _schema_before_31(node: Node) -> Iterator[Finding]:
    for flag in _FLAGS[node.file.version]:
        value = node.members.get(flag, False)
        if is_number(value) and flag != "nullable":
            message = f"'{flag}' of a Schema Object is a number since OpenAPI 3.1 only; it is read as there"
            yield Finding("later-version", Severity.WARNING, message, node.location.at(flag))
        elif not isinstance(value, bool):
            message = f"'{flag}' of a Schema Object must be a boolean, not {type_name(value)}"
            yield error("wrong-type", message, node.below(flag, value), "write true or false, or leave it out")
    type_ = node.get("type")
    if type_ and type_.value == "array" and "items" not in node.members:
        message = "a Schema Object of type array needs 'items'; any are read"
        yield Finding("missing-member", Severity.WARNING, message, node.location, help="add: items: {}")
    if node.file.version == "2.0":
        return
    if node.flag("readOnly") and node.flag("writeOnly"):
        message = "a Schema Object cannot be both readOnly and writeOnly"
        yield error("exclusive-members", message, node, KEEP_ONE)
    if type_ is None:
        return
    if type_.value == "null":
        message = "'type' of a Schema Object is 'null' since OpenAPI 3.1 only; it is read as there"
        advice = "write nullable: true beside another type"
        yield Finding("later-version", Severity.WARNING, message, type_.location, help=advice)
    elif isinstance(type_.value, list):
        message = "'type' of a Schema Object is one type before OpenAPI 3.1, not a list"
        yield error("wrong-type", message, type_, _advise_one_type(type_.value))


def _advise_one_type(listed: list[Json]) -> str:
    types = [each for each in listed if each is not None and each != "null"]
    if len(types) != 1 or not isinstance(types[0], str):
        return "write anyOf, or openapi: 3.1.1"
    return f"write type: {types[0]}" + (", and nullable: true beside it" if len(types) < len(listed) else "")


def explain_unknown(node: Node, kind: OasObject, owner: Mapping[str, Json]) -> Iterator[Finding]:
    """Yield what to say of a member that an object does not have in its version, or that cannot be used.

    `owner` has all members of that object.
    """
    key, at = node.pointer[-1], node.location.key()
    member = kind.members.get(key)
    spelled = (*kind.members, *kind.former, *(("x-specloom",) if kind.place else ()))
    since = member.since if member else kind.former.get(key, _AFTER_SWAGGER.get((kind.name, key), ""))
    if since == NEWEST and not (member and member.adopted):
        return  # `repair` drops it
    if (lost := _lost(node, kind, owner)) is not None:
        message = f"{kind.title} has no member {quoted(key)}, and what it says would be lost"
        yield Finding("unknown-member", Severity.ERROR, message, at, help=lost)
    elif since > node.file.version:
        read = "has no effect here" if key in _WITHOUT_EFFECT else "is read as there"
        message = f"{quoted(key)} of {kind.title} came with OpenAPI {since}; it {read}"
        yield Finding("later-version", Severity.WARNING, message, at)
    elif since and isinstance(node.value, bool):
        return  # `repair` reads what a former version says
    elif kind.name != "Schema" or key in _GONE or closest(key, spelled, cutoff=_MISSPELLED) is not None:
        message = f"{kind.title} has no member {quoted(key)}"
        advice = _GONE.get(key) or ("" if closest(key, spelled) in owner else did_you_mean(key, spelled))
        yield Finding("unknown-member", Severity.WARNING, message, at, help=advice)


def _lost(node: Node, kind: OasObject, owner: Mapping[str, Json]) -> str | None:
    """Return what to do about a member if an operation, a body, a schema or the like would be lost; None otherwise."""
    key, value, version = node.pointer[-1], node.value, node.file.version
    if version == "2.0" and (kind.name, key) in _LATER_THAN_SWAGGER:
        return _LATER_THAN_SWAGGER[kind.name, key]
    if (replacement := _OTHER_NAMES.get((kind.name, key))) is not None:
        return None if replacement in owner else f"write '{replacement}'"
    if kind.name == "Media Type" and key in KEYWORDS and "schema" not in owner:
        return "write it under 'schema'"
    if kind.name == "Schema" and version < "3.1" and isinstance(value, str):
        name = closest(key, ("$ref", "type"), cutoff=_MISSPELLED)
        meant = name if name not in owner and (name == "$ref" or value in get_args(SchemaType)) else None
        return f"did you mean {quoted(meant)}?" if meant else None
    if not isinstance(value, dict | list):
        return None
    if kind.name == "Path Item" and _is_operation(value):
        if (meant := key.lower()) != key and meant in owner:
            return f"the path has {quoted(meant)} as well: {KEEP_ONE}"
        return (
            did_you_mean(key, kind.members)
            or f"methods are: {', '.join(method for method in METHODS if method in kind.known[version])}"
        )
    if kind.name == "Schema" and version >= "3.1":
        return None  # JSON Schema allows keywords that nobody knows
    name = closest(key, kind.members, cutoff=_MISSPELLED)
    if name is None or name in owner or kind.members[name].documents or kind.members[name].unused:
        return None
    matters = kind.name != "Schema" or KEYWORDS[name].describes or name == "allOf"
    return f"did you mean {quoted(name)}?" if matters and _has_form(value, kind.members[name].value_type) else None


def _is_operation(value: Json) -> bool:
    return isinstance(value, dict) and not _OPERATION_MEMBERS.isdisjoint(value)


def unread_operations(item: Node) -> Iterator[tuple[Node, str, Node]]:
    """Yield what would be operations if the version of a path item had members of their names.

    Returns:
        The member of the path item, the method, and the Operation Object: the same but in `additionalOperations`.
    """
    version = item.file.version
    known = (SWAGGER_OBJECTS if version == "2.0" else OBJECTS)["Path Item"].known[version]
    for key, member in item.original.children:
        if key == "additionalOperations" and key not in known:
            yield from ((member, method, operation) for method, operation in member.children)
        elif key not in known and not key.startswith("x-") and (key in METHODS or _is_operation(member.value)):
            yield member, key.lower() if key.lower() in METHODS else key, member


def _has_form(value: Json, value_type: ValueType) -> bool:
    """Tell whether a list or an object could be what is expected, judged by nothing else."""
    match value_type:
        case Of() | MapValue():
            return isinstance(value, dict)
        case ArrayValue():
            return isinstance(value, list)
        case _:
            return isinstance(value_type, Unchecked)


def check_swagger(node: Node, kind: str) -> Iterator[Finding]:
    """Yield what is wrong with an object of OpenAPI 2.0 as it is written, and gone in the terms of 3.1."""
    written = node.original
    if kind == "Responses":
        for status, response in written.children:
            if status[1:].upper() == "XX":
                message = f"the range {quoted(status)} of a Responses Object came with OpenAPI 3.0; it is read as there"
                yield Finding("later-version", Severity.WARNING, message, response.location.key())
    is_file = kind == "Schema" and written.text("type") == "file" and "in" not in written.members
    if is_file and (written.pointer[-1] != "schema" or "responses" not in written.pointer[-3:-1]):
        message = "only a response, and a parameter with in: formData, can be a file; it is read as one"
        yield Finding("wrong-value", Severity.WARNING, message, written.location.at("type"))
    if kind not in SWAGGER_OBJECTS:
        return
    if kind == "Parameter" and written.text("in") == "body":
        return  # a component, which `_bodies` sees
    if isinstance(written.value, dict) and (kind == "Path Item" or "$ref" not in written.members):
        yield from _check_as_written(written, SWAGGER_OBJECTS[kind])
        for parameter in _bodies(written, kind):
            yield from _check_as_written(
                parameter, SWAGGER_OBJECTS["Body Parameter" if parameter.text("in") == "body" else "Parameter"]
            )


def _bodies(owner: Node, kind: str) -> Iterator[Node]:
    """Yield the parameters in an object of OpenAPI 2.0 that have become a part of some body."""
    if kind in {"OpenAPI", "Operation", "Path Item"}:
        parameters = owner.get("parameters")
        for each in (*parameters.elements, *(child for _, child in parameters.children)) if parameters else ():
            if each.text("in") in {"body", "formData"} and each.reference is None:
                yield each


def _check_as_written(node: Node, kind: OasObject) -> Iterator[Finding]:
    if isinstance(node.members.get("swagger"), int | float):
        message = "'swagger' of a Swagger Object must be a string, not a number; it is read as '2.0'"
        at = node.location.at("swagger")
        yield Finding("wrong-type", Severity.WARNING, message, at, help="put it in quotes: '2.0'")
    if kind.name == "Swagger":
        yield from _swagger_address(node)
    for key, child in node.children:
        member = kind.members.get(key)
        if member is None:
            if not key.startswith("x-"):
                yield from explain_unknown(child, kind, node.members)
        elif wrong := _wrong_in_swagger(child.value, member.value_type):
            each_of = [*child.elements] if isinstance(member.value_type, ArrayValue) else []
            yield from _explain_swagger(child, wrong, f"'{key}' of {kind.title}", each_of or [child])
    if kind.name == "Parameter":
        yield from _swagger_parameter(node)
    if node.text("in") != "body" or kind.name != "Parameter":
        yield from missing_members(node, kind)


def _explain_swagger(node: Node, wrong: ValueType, label: str, values: list[Node]) -> Iterator[Finding]:
    if not isinstance(wrong, ScalarValue):
        yield error("wrong-type", f"{label} must be {expected(wrong)}, not {type_name(node.value)}", node)
        return
    for each in values:
        if each.value not in wrong.values:
            advice = use_one_of(each.value, wrong, node.file.version)
            yield error(
                "wrong-value",
                f"{label if each is node else each.named_place} cannot be {quoted(each.value)}",
                each,
                advice,
            )


def _swagger_parameter(node: Node) -> Iterator[Finding]:
    place = node.text("in")
    if node.text("type") == "file" and place != "formData":
        message = "only a parameter with in: formData can be a file"
        yield error("wrong-value", message, node.get("type") or node, "write in: formData, or another type")
    if node.text("collectionFormat") == "multi" and place in {"path", "header"}:
        message = f"'collectionFormat' of a {place} parameter cannot be 'multi'"
        yield error("wrong-value", message, node.get("collectionFormat") or node, "use one of: csv, ssv, tsv, pipes")


def _swagger_address(node: Node) -> Iterator[Finding]:
    host, base = node.text("host"), node.text("basePath")
    if host and not re.fullmatch(_HOST, host):
        advice = "write the host only, as in api.example.com; 'schemes' and 'basePath' say the rest"
        yield error(
            "wrong-value", f"'host' of a Swagger Object cannot be {quoted(host)}", node.below("host", host), advice
        )
    if re.search(r"[\s?#]", base):
        message = f"'basePath' of a Swagger Object cannot be {quoted(base)}"
        yield error("wrong-value", message, node.below("basePath", base), "write a path, as in /v1")
    elif base and not base.startswith("/"):
        message = f"'basePath' of a Swagger Object must begin with a slash; it is read as {quoted(f'/{base}')}"
        at = node.location.at("basePath")
        yield Finding("wrong-value", Severity.WARNING, message, at, help=f"write {quoted(f'/{base}')}")


def _wrong_in_swagger(value: Json, value_type: ValueType) -> ValueType | None:
    """Return what is expected in place of a value, by its outermost type; None where that is right."""
    match value_type:
        case MapValue() | Of():
            return None if isinstance(value, dict) else value_type
        case ArrayValue(ScalarValue(_, values) as item) if isinstance(value, list) and values:
            return None if all(each in values for each in value) else item
        case ArrayValue():
            return None if isinstance(value, list) else value_type
        case ScalarValue("string", values) if values:
            return None if value in values else value_type
        case _:
            return None
