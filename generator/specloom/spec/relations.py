"""Checks what one object says against what others say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from specloom.findings import Finding, Location, Severity
from specloom.messages import did_you_mean, quoted
from specloom.record import replace
from specloom.source.problem import KEEP_ONE
from specloom.spec.check_paths import check_paths
from specloom.spec.index import DocumentIndex
from specloom.spec.media_types import MULTIPART, without_parameters
from specloom.spec.node import Node, NodeKey, Refusal
from specloom.spec.resolve import MOST_ADVICE
from specloom.spec.routes import METHODS, VARIABLE
from specloom.spec.select import PathOperation, parameter_key
from specloom.spec.swagger_objects import section_of
from specloom.spec.value_types import NEWEST

_ONCE: Final = "take one of them out"
_COUNTS_ONCE: Final = frozenset({*METHODS, "servers"})
"""The members of a Path Item Object that are not put together with those of the one that it refers to."""


def check_references(index: DocumentIndex) -> Iterator[Finding]:
    """Yield which references stand where OpenAPI has none."""
    # Descriptions that refer to operations at all do it everywhere, so that is reported once.
    holders = [holder for holder, target in index.references if index.kinds.get(target.key) == "Operation"]
    if holders:
        message = "an Operation Object cannot be a reference; it is followed all the same"
        count = f" ({len(holders)} such references)" if len(holders) > 1 else ""
        places = (holder.location.at("$ref") for holder in holders)
        first = min(places, key=lambda place: place.sort_key)
        yield Finding("misplaced-reference", Severity.WARNING, f"{message}{count}", first)


def check_relations(index: DocumentIndex) -> list[Finding]:
    """Return what contradicts: names used twice, used but not declared, or declared but not used."""
    return [
        *_duplicate_operation_ids(index),
        *_duplicate_tags(index),
        *_duplicate_parameters(index),
        *_said_twice(index),
        *_whole_queries(index),
        *check_paths(index),
        *_swagger_bodies(index),
        *_security(index),
        *_conflicting_security(index),
        *_tags(index),
        *_servers(index),
    ]


def _duplicate_operation_ids(index: DocumentIndex) -> Iterator[Finding]:
    by_id: dict[str, list[Node]] = {}
    for operation in index.objects("Operation"):
        if identifier := operation.get("operationId"):
            by_id.setdefault(operation.text("operationId"), []).append(identifier)
    for name, places in by_id.items():
        if len(places) > 1:
            first, *others = sorted((place.location for place in places), key=lambda at: at.sort_key)
            for other in others:
                message = f"operationId {quoted(name)} is used twice"
                advice = "give it one of its own"
                yield Finding("duplicate-operation-id", Severity.WARNING, message, other, (first,), advice)


def _duplicate_tags(index: DocumentIndex) -> Iterator[Finding]:
    seen: dict[str, Node] = {}
    for tag in index.root.list("tags"):
        first = seen.setdefault(tag.text("name"), tag)
        if first is not tag:
            message = f"the tag {quoted(tag.text('name'))} is declared twice; the last one counts"
            yield Finding("duplicate-tag", Severity.WARNING, message, tag.location, (first.location,), "merge them")


def _duplicate_parameters(index: DocumentIndex) -> Iterator[Finding]:
    for owner in (*index.objects("Path Item"), *index.objects("Operation")):
        seen: dict[tuple[str, str], tuple[Node, Node]] = {}
        for entry in owner.list("parameters"):
            parameter = index.resolver.follow(entry, "Parameter")
            key = parameter_key(parameter)
            first, same = seen.setdefault(key, (entry, parameter))
            if first is not entry:
                message = f"{key[1]} parameter {quoted(key[0])} is declared twice"
                is_one = same.key == parameter.key or same.as_written == parameter.as_written
                severity, read = (Severity.WARNING, ", in the same words") if is_one else (Severity.ERROR, "")
                at, related = entry.location, (first.location,)
                yield Finding("duplicate-parameter", severity, f"{message}{read}", at, related, _ONCE)


def _said_twice(index: DocumentIndex) -> Iterator[Finding]:
    """Yield what a path item says that the one it refers to says, too: which of both counts is undefined (4.8.9)."""
    told: set[tuple[NodeKey, str]] = set()
    for operation in (*index.operations(), *index.operations("webhooks")):
        for item, meant in pairwise(operation.items):
            for name in item.members:
                if name in meant.members and name in _COUNTS_ONCE and (item.key, name) not in told:
                    told.add((item.key, name))
                    message = f"'{name}' stands beside '$ref' and in what that refers to; what stands beside it counts"
                    at, there = item.location.at(name).key(), meant.location.at(name).key()
                    yield Finding("exclusive-members", Severity.WARNING, message, at, (there,), KEEP_ONE)


def _swagger_bodies(index: DocumentIndex) -> Iterator[Finding]:
    """Yield which operations of OpenAPI 2.0 have more than one body, or one part of a form twice."""
    reported: set[NodeKey] = set()
    for operation in index.operations():
        if operation.node.file.version != "2.0" or operation.node.key in reported:
            continue
        reported.add(operation.node.key)
        sent: dict[tuple[str, str], Node] = {}
        files: list[Node] = []
        for owner in (*reversed(operation.items), operation.node):
            own: dict[tuple[str, str], Node] = {}
            for entry, parameter in index.resolver.swagger_parameters(owner):
                key = (parameter.text("name"), parameter.text("in"))
                if key[1] in {"body", "formData"}:
                    if key in own:
                        message = f"{key[1]} parameter {quoted(key[0])} is declared twice"
                        yield _error("duplicate-parameter", message, entry.location, _ONCE, (own[key].location,))
                    own[key] = entry
                    if key[1] == "formData" and parameter.text("type") == "file":
                        files.append(entry)
            sent |= own
        if files:
            yield from _sent_as_form(operation, files[0], index)
        bodies = [entry for (_, place), entry in sent.items() if place == "body"]
        forms = [entry for (_, place), entry in sent.items() if place == "formData"]
        for other in (*bodies[1:], *(forms[:1] if bodies else ())):
            is_form = other in forms
            message = f"{operation.route} has {'a body and a form' if is_form else 'two bodies'}"
            advice = "leave one of them out" if is_form else "put both into one schema"
            yield _error("exclusive-members", message, other.location, advice, (bodies[0].location,))


def _sent_as_form(operation: PathOperation, file: Node, index: DocumentIndex) -> Iterator[Finding]:
    """Yield that an operation of OpenAPI 2.0 sends a file, and does not say that it sends a form that can have one."""
    written = (node.original for node in (operation.node, index.root))
    said = next((each.get("consumes") for each in written if "consumes" in each.members), None)
    types = [each.value for each in said.elements if isinstance(each.value, str)] if said else []
    if MULTIPART not in map(without_parameters, types):
        message = f"{operation.route} sends a file and does not say that it sends {MULTIPART}; it is sent as that"
        at, advice = (said or file).location, f"write consumes: [{MULTIPART}]"
        yield Finding("wrong-value", Severity.WARNING, message, at, help=advice)


def _whole_queries(index: DocumentIndex) -> Iterator[Finding]:
    """Yield the parameters that cannot stand beside one that is the whole query (OpenAPI 3.2, 4.12.1)."""
    if all(each.text("in") != "querystring" for each in index.objects("Parameter")):
        return
    for operation in index.operations():
        parameters = [each for each in operation.parameters(index.resolver) if each.text("in").startswith("query")]
        whole = [each for each in parameters if each.text("in") == "querystring"]
        others = [each for each in parameters if each not in whole[:1]]
        if whole and others:
            message = f"{operation.route} has more than one parameter that says what its query is"
            related = tuple(each.location for each in others)
            advice = "describe all of the query in one of them"
            yield _error("duplicate-parameter", message, whole[0].location, advice, related)


def _security(index: DocumentIndex) -> Iterator[Finding]:
    schemes = index.root.components("securitySchemes")
    meant = {name: index.resolver.follow(scheme, "Security Scheme") for name, scheme in schemes.items()}
    scopes = {
        name: {scope for _, flow in scheme.items("flows") for scope, _ in flow.items("scopes")}
        for name, scheme in meant.items()
    }
    # For others clients ask for no token themselves: their scopes are for people to read.
    tokens = {"clientCredentials", "password"}
    asking = {name for name, each in meant.items() if any(flow in tokens for flow, _ in each.items("flows"))}
    told = 0
    for owner in (index.root, *index.objects("Operation")):
        alternatives = [*owner.original.list("security")]  # of which `repair` has dropped those that are told here
        known = any(each.members.keys() <= schemes.keys() for each in alternatives)
        for name, wanted in (child for each in alternatives for child in each.children):
            if name not in schemes and _is_scheme(owner, name, index):
                continue
            if name not in schemes:
                message = f"there is no security scheme {quoted(name)}"
                section = section_of("securitySchemes", owner.file.version)
                advice = did_you_mean(name, schemes) or f"add it to {section}"
                finding = _error("unknown-security-scheme", message, wanted.location.key(), advice)
                dropped = f"{message}; other alternatives remain, this one is dropped"
                yield replace(finding, severity=Severity.WARNING, message=dropped) if known else finding
            elif wanted.value and meant[name].text("type") in {"apiKey", "http"} and wanted.file.version < "3.1":
                message = (
                    f"the security scheme {quoted(name)} has no scopes, for it is of type {meant[name].text('type')}"
                )
                habit = (index.root.location.source.name, name)
                yield Finding("unknown-scope", Severity.WARNING, message, wanted.location, help="write []", habit=habit)
            elif available := scopes[name]:
                for scope in (scope for scope in wanted.elements if scope.value not in available):
                    near = did_you_mean(str(scope.value), available) if told < MOST_ADVICE else ""
                    told += 1
                    message = f"there is no scope {quoted(scope.value)} in the security scheme {quoted(name)}"
                    advice = " Or ".join(filter(None, (near, "add it to the 'scopes' of the scheme")))
                    finding = _error("unknown-scope", message, scope.location, advice)
                    yield finding if name in asking else replace(finding, severity=Severity.WARNING)


def _conflicting_security(index: DocumentIndex) -> Iterator[Finding]:
    """Yield which credentials that go together would have to stand in one header field, each two of them once."""
    schemes = index.root.components("securitySchemes")
    fields = {name: _header_field(index.resolver.follow(each, "Security Scheme")) for name, each in schemes.items()}
    found: dict[tuple[str, str], list[Location]] = {}
    for owner in (index.root, *index.objects("Operation")):
        for requirement in owner.list("security"):
            first: dict[str, str] = {}
            for name, wanted in requirement.children:
                field = fields.get(name, "")
                if field and (other := first.setdefault(field.lower(), name)) != name:
                    found.setdefault((other, name), []).append(wanted.location.key())
    for (one, other), places in found.items():
        message = f"{quoted(one)} and {quoted(other)} are both the header field {fields[one]}, which a request has once"
        advice = "write alternatives, each with a '-' of its own, if either of them is enough"
        first_place, *others = sorted(places, key=lambda place: place.sort_key)
        told = f"{message}; the first is sent"
        yield Finding("conflicting-security", Severity.WARNING, told, first_place, tuple(others[:1]), advice)


def _header_field(scheme: Node) -> str:
    """Return the header field that has the credentials of a scheme; empty where they stand elsewhere."""
    match scheme.text("type"):
        case "apiKey":
            return scheme.text("name") if scheme.text("in") == "header" else ""
        case "mutualTLS":
            return ""
        case _:
            return "Authorization"


def _tags(index: DocumentIndex) -> Iterator[Finding]:
    tags = {tag.text("name"): tag for tag in index.root.list("tags")}
    for name, tag in tags.items():
        above, parent = [name], tag.text("parent")
        while parent and parent in tags and parent not in above:
            above.append(parent)
            parent = tags[parent].text("parent")
        if parent and parent == name:
            advice = "leave out the parent of one of them"
            yield _error("wrong-tag", f"the tag {quoted(name)} hangs under itself", tag.location.at("parent"), advice)
        elif parent and len(above) == 1:
            message = f"there is no tag {quoted(parent)}"
            advice = did_you_mean(parent, tags) or f"add to tags: {{name: {parent}}}"
            yield _error("wrong-tag", message, tag.location.at("parent"), advice)


def _is_scheme(owner: Node, name: str, index: DocumentIndex) -> bool:
    """Tell whether a name is a URI that means a security scheme, as it may be since OpenAPI 3.2."""
    if owner.file.version != NEWEST:
        return False
    try:
        return isinstance(index.resolver.find(owner.file, name, "Security Scheme").value, dict)
    except Refusal:
        return False


def _servers(index: DocumentIndex) -> Iterator[Finding]:
    servers = index.objects("Server")
    known = _client_variables(servers)
    for server in servers:
        used = dict.fromkeys(VARIABLE.findall(server.text("url")))
        declared = dict(server.items("variables"))
        for name in used:
            if name not in declared:
                meant = "that of another server is meant" if name in known else "callers have to give it"
                message = f"server variable {quoted(name)} is not declared; {meant}"
                advice = did_you_mean(name, declared) or f"add under 'variables': {name}: {{default: …}}"
                at = server.location.at("url")
                if server.file.version == "2.0":
                    at, advice = server.location, "OpenAPI 2.0 has no variables: write what stands there"
                yield Finding("undeclared-server-variable", Severity.WARNING, message, at, help=advice)
        for name, variable in declared.items():
            if name not in used:
                message = f"server variable {quoted(name)} is not in the server's url"
                at = variable.location.key()
                yield Finding("unused-server-variable", Severity.WARNING, message, at, help=did_you_mean(name, used))
            yield from _default_in_enum(variable)


def _client_variables(servers: Iterable[Node]) -> set[str]:
    """Return the variables that the client knows: of each list the first server counts, and the description's most."""
    known, missing = set[str](), set[str]()
    for server in (each for each in servers if each.location.pointer[-2:] == ("servers", "0")):
        declared = {name for name, _ in server.items("variables")}
        known |= declared
        if len(server.location.pointer) == 2:  # noqa: PLR2004 - that of the description
            missing = {*VARIABLE.findall(server.text("url"))} - declared
    return known - missing


def _default_in_enum(variable: Node) -> Iterator[Finding]:
    allowed = variable.members.get("enum")
    default = variable.text("default")
    if isinstance(allowed, list) and allowed and "default" in variable.members and default not in allowed:
        names = variable.texts("enum")
        is_error = variable.file.version >= "3.1"
        severity, fault = (
            (Severity.ERROR, "cannot be") if is_error else (Severity.WARNING, "should be one of its enum, not")
        )
        message = f"'default' of a Server Variable Object {fault} {quoted(default)}"
        advice = did_you_mean(default, names) or f"use one of: {', '.join(names)}"
        yield Finding("wrong-value", severity, message, variable.location.at("default"), help=advice)


def _error(rule: str, message: str, at: Location, advice: str = "", related: tuple[Location, ...] = ()) -> Finding:
    return Finding(rule, Severity.ERROR, message, at, related, advice)
