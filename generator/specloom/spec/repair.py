"""Reads what many writers get wrong as they mean it, and says so in a warning.

Only what can be meant in one way alone is repaired, and hardly anything that decides a type. Nothing but this module
and `repair_references` changes values: on the copy that `upgrade` makes of each document for itself, before anybody
else sees it. Here each object is repaired by what it says itself; what has to be looked up follows there, when
the whole document has been upgraded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from specloom.findings import Finding, Pointer, Severity
from specloom.messages import quoted, type_name
from specloom.source import Json
from specloom.source.read_yaml import resolve_plain
from specloom.spec.check_objects import expected
from specloom.spec.dialects import split_dependencies
from specloom.spec.node import File, Node
from specloom.spec.objects import MAPS
from specloom.spec.upgrade_schema import EXCLUSIVE_BOUNDS, drop_nullable, upgrade_bound, upgrade_items
from specloom.spec.value_types import NEWEST, OasObject, Of, ScalarValue, Unchecked

_HOLD_NOTHING: Final = frozenset({("OpenAPI", "components"), ("Schema", "properties")})
"""Members whose null is as good as an empty object, though others of their sort say something by it."""
_BARE: Final = frozenset({int, float, bool})
"""What a text without quotes is read as."""
_NO_TEXT: Final = frozenset({*_BARE, list})
_BARE_TEXT: Final = re.compile(r"[^\s,\]}#]+")
_LOWER_RANGE: Final = re.compile(r"[1-5]xx")
_NUMBER: Final = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?")
_FLAGS: Final = {"true": True, "false": False}
VALUES: Final[Mapping[str, bool]] = {"enum": True, "const": False, "default": False}
"""Whether what names values of a schema lists them: all of them are texts where its type is no other."""
_TEXTS: Final = ("string", ["string"], ["string", "null"], ["null", "string"])
_UNLISTED: Final[Mapping[str, tuple[type, str]]] = {
    "required": (bool, "list the property in 'required' of the object around it"),
    "examples": (dict, "list the values"),
}
"""Lists of a schema → what is often written instead, and what to do about it."""
_SUSPECT: Final = frozenset({"exclusiveMinimum", "exclusiveMaximum", "prefixItems", "nullable", "dependencies"})


def repair_object(members: dict[str, Json], kind: OasObject, written: Pointer, file: File) -> None:
    """Change what is wrong in an object by what it says itself.

    The file receives the warnings, and the object if it needs others.
    """
    is_newer = file.version != NEWEST and not kind.newest.isdisjoint(members)
    if is_newer or _is_suspect(members, kind):
        node = Node(file, written, members, written)
        report(node, _repair(node, kind))
    if _needs_others(members, kind) or (file.is_identified and "$ref" in members and kind.name == "Schema"):
        file.unfinished.append((Node(file, written, members, written), kind.name))


def _is_suspect(members: dict[str, Json], kind: OasObject) -> bool:
    """Tell whether an object has anything that `_repair` may change; most have not."""
    for name, value in members.items():
        if type(value) is str:
            if name in kind.bare:  # it may have quotes
                return True
        elif value is None or (type(value) in _NO_TEXT and _lacks_quotes(name, members, kind)):
            return True
    if kind.name == "Schema":
        return _is_suspect_schema(members)
    if kind.name == "Parameter":
        return members.get("required", False) is not True or _is_bare(members)
    if kind.name == "Response":
        return "description" not in members
    if kind.name == "Header":
        return _is_bare(members)
    return kind.name == "Responses" and any(_LOWER_RANGE.fullmatch(status) for status in members)


def _is_suspect_schema(members: Mapping[str, Json]) -> bool:
    types = members.get("type")
    for key, (instead, _) in _UNLISTED.items():
        if isinstance(members.get(key), instead):
            return True
    if types == "file" or isinstance(members.get("items"), list) or (types == "null" and _is_null_reference(members)):
        return True
    return not _SUSPECT.isdisjoint(members) or (isinstance(types, list) and None in types)


def _is_bare(members: Mapping[str, Json]) -> bool:
    """Tell whether a parameter or a header does not say what its value is."""
    return members.keys().isdisjoint(("schema", "content", "type", "$ref"))


def _lacks_quotes(name: str, members: Mapping[str, Json], kind: OasObject) -> bool:
    """Tell whether a member is a text, or a list of them, of which one is read as something else."""
    value, is_list = members[name], kind.words.get(name)
    if kind.name == "Schema" and name in VALUES and members.get("type") in _TEXTS:
        is_list = VALUES[name]
    values = value if isinstance(value, list) else [value]
    return is_list is isinstance(value, list) and any(type(each) in _BARE for each in values)


def without_quotes(text: str, value_type: ScalarValue) -> Json:
    """Return the number or the truth value that a text would be without quotes, if one of a type; else None."""
    bare: Json = _FLAGS.get(text)
    if bare is None and _NUMBER.fullmatch(text):
        bare = float(text) if "." in text else int(text)
    return bare if value_type.accepts(bare) else None


def _needs_others(members: dict[str, Json], kind: OasObject) -> bool:
    """Tell whether an object has anything that `repair_from_elsewhere` may change."""
    maps = MAPS[kind.name]
    for name, value in members.items():
        if isinstance(value, dict) and (("$ref" in value and name in maps) or name == "description"):
            return True
    return bool(members.get("security"))


def _repair(node: Node, kind: OasObject) -> Iterator[Finding]:
    yield from _drop_newest(node, kind)
    yield from _drop_nulls(node, kind)
    yield from _repair_texts(node, kind)
    yield from _repair_quoted(node, kind)
    if kind.name == "Response":
        yield from _repair_description(node, kind)
    elif kind.name == "Responses":
        yield from _repair_ranges(node)
        yield from _fill_responses(node)
    elif kind.name == "Parameter":
        yield from _repair_parameter(node)
    elif kind.name == "Schema":
        yield from _repair_types(node)
        yield from _repair_null_reference(node)
        yield from _repair_bounds(node)
        yield from _repair_items(node)
        yield from _repair_dependencies(node)
        yield from _drop_unlisted(node)
        yield from _repair_nullable(node)
    if kind.name in ("Header", "Parameter") and _is_bare(node.members):
        message = f"{kind.title} needs 'schema' or 'content'; it is read as text"
        yield Finding("missing-member", Severity.WARNING, message, node.location, help="add: schema: {type: string}")
        node.members["schema"] = {"type": "string"}


def report(node: Node, findings: Iterator[Finding]) -> None:
    """Note what was repaired in an object: it is told where the object is used."""
    for finding in findings:
        node.file.repairs.setdefault(id(node.value), []).append(finding)


def _drop_newest(node: Node, kind: OasObject) -> Iterator[Finding]:
    """Drop members of the newest version of OpenAPI from documents of others: there they mean nothing."""
    for key in [key for key in node.members if key in kind.newest and node.file.version != NEWEST]:
        member = kind.members[key]
        message = f"{kind.title} has no member {quoted(key)} before OpenAPI {member.since}"
        severity = Severity.ERROR if member.decisive else Severity.WARNING
        at = node.below(key, node.members[key]).location.key()
        advice = f"say 'openapi: {member.since}.0' to use it"
        yield Finding("unknown-member", severity, message, at, help=advice)
        node.file.moved.leave_out(node.members, key, node.written)


def _drop_nulls(node: Node, kind: OasObject) -> Iterator[Finding]:
    """Drop null where it can only mean that nothing is said: no object is lost by it, and no type depends on it."""
    for key in [key for key, value in node.members.items() if value is None and key in kind.members]:
        member = kind.members[key]
        if isinstance(member.value_type, Unchecked):
            continue  # null is a value
        holds_nothing = member.documents or (kind.name, key) in _HOLD_NOTHING
        if kind.name != "Schema" and key != "security":  # whose null may mean those of all operations, or none
            holds_nothing = holds_nothing or not isinstance(member.value_type, Of)
        if holds_nothing and not member.is_required(node.file.version):
            yield warn("wrong-type", f"{quoted(key)} of {kind.title} is null, which counts as absent", node, key)
            del node.members[key]


def _repair_texts(node: Node, kind: OasObject) -> Iterator[Finding]:
    for key in [key for key in node.members if _lacks_quotes(key, node.members, kind)]:
        value = node.below(key, node.members[key])
        is_list = isinstance(value.value, list)
        label = f"{'a value in ' if is_list else ''}{quoted(key)} of {kind.title}"
        texts: list[Json] = []
        for each in value.elements if is_list else [value]:
            texts.append(each.value)
            if isinstance(each.value, int | float):
                texts[-1] = text = _as_written(each, each.value)
                what = "a boolean" if isinstance(each.value, bool) else "a number"
                message = f"{label} must be a string, not {what}; it is read as {quoted(text)}"
                advice = f"put it in quotes: {quoted(text)}"
                yield Finding("wrong-type", Severity.WARNING, message, each.location, help=advice)
        node.members[key] = texts if is_list else texts[0]


def _repair_quoted(node: Node, kind: OasObject) -> Iterator[Finding]:
    for key in [key for key in node.members if key in kind.bare]:
        text, value_type = node.members[key], kind.bare[key]
        if isinstance(text, str) and (bare := without_quotes(text, value_type)) is not None:
            message = (
                f"{quoted(key)} of {kind.title} must be {expected(value_type)}, not a string; it is read as {text}"
            )
            yield warn("wrong-type", message, node, key, f"write it without quotes: {text}")
            node.members[key] = bare


def _as_written(node: Node, value: float) -> str:
    """Return a number or a boolean as it stands in the file, where `1.10` is no `1.1`."""
    place = node.location.position
    found = _BARE_TEXT.match(node.file.source.line(place.line), place.column - 1)
    return found[0] if found and resolve_plain(found[0]) == value else quoted(value)


def _repair_description(node: Node, kind: OasObject) -> Iterator[Finding]:
    if node.members.get("description") is None and "$ref" not in node.members and node.file.version < "3.2":
        if "description" not in node.members:
            message = f"{kind.title} needs 'description'; it is read as empty"
            yield Finding("missing-member", Severity.WARNING, message, node.location, help="add: description: …")
        else:
            yield warn(
                "wrong-type", f"'description' of {kind.title} is null, which counts as empty", node, "description"
            )
        node.members["description"] = ""


def _repair_ranges(node: Node) -> Iterator[Finding]:
    for status in [status for status in node.members if _LOWER_RANGE.fullmatch(status)]:
        if status.upper() not in node.members:
            message = f"{quoted(status)} is no status code; it is read as {quoted(status.upper())}"
            at = node.below(status, node.members[status]).location.key()
            yield Finding("wrong-status-code", Severity.WARNING, message, at, help="write the X of a range in capitals")
            node.file.moved.put(node.members[status], (*node.written, status))
            renamed = {name.upper() if name == status else name: value for name, value in node.members.items()}
            node.members.clear()
            node.members.update(renamed)


def _fill_responses(node: Node) -> Iterator[Finding]:
    for status in [status for status, response in node.members.items() if response is None]:
        message = f"{quoted(status)} of a Responses Object is null, which counts as a response without a body"
        yield warn("wrong-type", message, node, status, "describe it: {description: …}")
        node.members[status] = {"description": ""}


def _repair_parameter(node: Node) -> Iterator[Finding]:
    if node.members.get("in") == "path" and node.members.get("required", False) is False:
        message = "a path parameter needs 'required: true'; it counts as required all the same"
        yield Finding("optional-path-parameter", Severity.WARNING, message, node.location)
        node.members["required"] = True


def _repair_types(node: Node) -> Iterator[Finding]:
    types, at = node.members.get("type", ""), node.location.at("type")
    if isinstance(types, list) and None in types:
        node.members["type"] = ["null" if each is None else each for each in types]
        at = at.at(types.index(None))
        if node.file.version < "3.1":
            return  # there are no lists at all, which is told
    elif types == "file" and node.file.version > "2.0":
        message = "a Schema Object has no type 'file' since OpenAPI 3.0; it is read as a string of format binary"
        yield warn("wrong-value", message, node, "type", "write type: string and format: binary")
        node.members.update(type="string", format="binary")
        return
    elif types is None and node.members.keys() <= {"type", "title", "description"}:
        node.members["type"] = "null"  # without it, nothing would be said
    else:
        return
    message = "a type of a Schema Object must be a string, not null; it is read as 'null'"
    advice = "put it in quotes: 'null'" if node.file.version >= "3.1" else "write nullable: true beside another type"
    yield Finding("wrong-type", Severity.WARNING, message, at, help=advice)


def _repair_null_reference(node: Node) -> Iterator[Finding]:
    """Allow null beside a reference where nothing else than null is allowed, as .NET's writers say that it may be."""
    if node.file.version >= "3.1" and _is_null_reference(node.members):
        message = "no value is null and what a reference leads to at once; it is read as either of them"
        yield warn("wrong-type", message, node, "type", "write anyOf: [{$ref: …}, {type: 'null'}]")
        del node.members["type"]
        node.members["nullable"] = True
        drop_nullable(node.members, node.written, node.file.moved)


def _is_null_reference(schema: Mapping[str, Json]) -> bool:
    inner = schema.get("allOf")
    lone = inner[0] if isinstance(inner, list) and len(inner) == 1 else schema
    return schema.get("type") == "null" and isinstance(lone, dict) and "$ref" in lone


def _repair_bounds(node: Node) -> Iterator[Finding]:
    for exclusive, bound in EXCLUSIVE_BOUNDS:
        if isinstance(node.members.get(exclusive), bool):
            message = f"'{exclusive}' of a Schema Object is a number since OpenAPI 3.1; read as OpenAPI 3.0 does"
            yield warn("wrong-type", message, node, exclusive, f"write the number in place of '{bound}'")
            upgrade_bound(node.members, exclusive, bound, node.written, node.file.moved)


def _repair_items(node: Node) -> Iterator[Finding]:
    is_list = isinstance(node.members.get("items"), list)
    upgrade_items(node.members, node.written, node.file.moved)
    items = node.get("prefixItems")
    if is_list and items and items.written[-1] == "items":
        message = "'items' of a Schema Object must be a Schema Object, not a list; read as 'prefixItems'"
        advice = "use 'prefixItems' for the schemas of the first items"
        yield Finding("wrong-type", Severity.WARNING, message, items.location, help=advice)


def _repair_dependencies(node: Node) -> Iterator[Finding]:
    if isinstance(node.members.get("dependencies"), dict):
        message = (
            "a Schema Object has no member 'dependencies'; it is read as 'dependentRequired' and 'dependentSchemas'"
        )
        yield warn("unknown-member", message, node, "dependencies", "write these, as JSON Schema does since 2019-09")
        split_dependencies(node.members, node.written, node.file.moved)


def _drop_unlisted(node: Node) -> Iterator[Finding]:
    for key, (instead, advice) in _UNLISTED.items():
        if isinstance(value := node.members.get(key), instead):
            message = f"'{key}' of a Schema Object must be a list, not {type_name(value)}; it has no effect"
            yield warn("wrong-type", message, node, key, advice)
            node.file.moved.leave_out(node.members, key, node.written)


def _repair_nullable(node: Node) -> Iterator[Finding]:
    nullable = node.members.get("nullable")
    if isinstance(nullable, bool):
        read = "null is allowed, as in OpenAPI 3.0" if nullable else "it has no effect"
        message = f"a Schema Object has no member 'nullable' since OpenAPI 3.1; {read}"
        advice = "write type: [string, 'null'], or anyOf with {type: 'null'}" if nullable else ""
        yield warn("unknown-member", message, node, "nullable", advice)
        drop_nullable(node.members, node.written, node.file.moved)


def warn(rule: str, message: str, node: Node, key: str, advice: str = "") -> Finding:
    """Return what to say of a member of an object."""
    value = node.below(key, node.members[key]).location
    at = value.key() if rule == "unknown-member" else value
    return Finding(rule, Severity.WARNING, message, at, help=advice)
