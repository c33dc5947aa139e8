"""Checks what one object says against what others say. Expects that every reference leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from specloom.findings import Finding, Location, Severity
from specloom.messages import did_you_mean, shown
from specloom.spec.node import Node, NodeKey
from specloom.spec.operations import PathOperation, list_operations, parameter_key
from specloom.spec.validate import Survey

__all__ = ["check_relations"]

_VARIABLE: Final = re.compile(r"\{([^{}]*)\}")


def check_relations(survey: Survey) -> list[Finding]:
    """Return what contradicts: names used twice, used but not declared, or declared but not used."""
    return [
        *_duplicate_operation_ids(survey),
        *_duplicate_parameters(survey),
        *_path_parameters(survey),
        *_security(survey),
        *_servers(survey),
    ]


def _duplicate_operation_ids(survey: Survey) -> Iterator[Finding]:
    by_id: dict[str, list[Node]] = {}
    for operation in survey.nodes["Operation"]:
        if identifier := operation.get("operationId"):
            by_id.setdefault(operation.text("operationId"), []).append(identifier)
    for name, places in by_id.items():
        if len(places) > 1:
            first, *others = sorted((place.location for place in places), key=lambda at: (at.source.name, at.position))
            for other in others:
                message = f"operationId {shown(name)} is used twice"
                yield _error("duplicate-operation-id", message, other, related=(first,))


def _duplicate_parameters(survey: Survey) -> Iterator[Finding]:
    for owner in (*survey.nodes["Path Item"], *survey.nodes["Operation"]):
        seen: dict[tuple[str, str], Node] = {}
        for entry in owner.list("parameters"):
            key = parameter_key(survey.resolver.follow(entry, "Parameter"))
            if key in seen:
                message = f"{key[1]} parameter {shown(key[0])} is declared twice"
                yield _error("duplicate-parameter", message, entry.location, related=(seen[key].location,))
            seen.setdefault(key, entry)


def _path_parameters(survey: Survey) -> Iterator[Finding]:
    paths = survey.resolver.files.entry.root.get("paths")
    items = list(paths.children) if paths else []
    for path, item in items:
        if set("{}") & set(_VARIABLE.sub("", path)):
            yield _error("wrong-path", f"braces in the path {shown(path)} do not match", item.location.key())
    reported: set[NodeKey] = set()
    for operation in list_operations(survey.resolver, items):
        yield from _path_parameters_of(operation, survey, reported)


def _path_parameters_of(operation: PathOperation, survey: Survey, reported: set[NodeKey]) -> Iterator[Finding]:
    variables = dict.fromkeys(_VARIABLE.findall(operation.path))
    declared = {
        parameter.text("name"): parameter
        for parameter in operation.parameters(survey.resolver)
        if parameter.text("in") == "path"
    }
    for variable in variables:
        if variable not in declared:
            message = f"path parameter {shown(variable)} of {operation.route} is not declared"
            advice = f"add to its parameters: {{name: {variable}, in: path, required: true, schema: {{type: string}}}}"
            yield _error("undeclared-path-parameter", message, operation.node.location.key(), advice)
    for name, parameter in declared.items():
        if name not in variables and parameter.key not in reported:
            reported.add(parameter.key)
            message = f"path parameter {shown(name)} is not in the path {shown(operation.path)}"
            yield _error("unused-path-parameter", message, parameter.location.at("name"), did_you_mean(name, variables))


def _security(survey: Survey) -> Iterator[Finding]:
    root = survey.resolver.files.entry.root
    components = root.get("components")
    schemes = dict(components.items("securitySchemes")) if components else {}
    for owner in (root, *survey.nodes["Operation"]):
        alternatives = list(owner.list("security"))
        known = [each.value for each in alternatives if each.members.keys() <= schemes.keys()]
        for name, scopes in (child for each in alternatives for child in each.children):
            if name not in schemes:
                message = f"there is no security scheme {shown(name)}"
                finding = _error("unknown-security-scheme", message, scopes.location.key(), did_you_mean(name, schemes))
                dropped = f"{message}; other alternatives remain, this one is dropped"
                yield replace(finding, severity=Severity.WARNING, message=dropped) if known else finding
        if known:
            owner.members["security"] = known


def _servers(survey: Survey) -> Iterator[Finding]:
    for server in survey.nodes["Server"]:
        used = dict.fromkeys(_VARIABLE.findall(server.text("url")))
        declared = dict(server.items("variables"))
        for name in used:
            if name not in declared:
                message = f"server variable {shown(name)} is not declared"
                advice = did_you_mean(name, declared) or f"add under 'variables': {name}: {{default: …}}"
                yield _error("undeclared-server-variable", message, server.location.at("url"), advice)
        for name, variable in declared.items():
            if name not in used:
                message = f"server variable {shown(name)} is not in the server's url"
                at = variable.location.key()
                yield Finding("unused-server-variable", Severity.WARNING, message, at, help=did_you_mean(name, used))
            yield from _default_in_enum(variable)


def _default_in_enum(variable: Node) -> Iterator[Finding]:
    allowed = variable.members.get("enum")
    default = variable.text("default")
    if isinstance(allowed, list) and default not in allowed:
        names = [entry for entry in allowed if isinstance(entry, str)]
        message = f"'default' of a Server Variable Object cannot be {shown(default)}"
        advice = did_you_mean(default, names) or f"use one of: {', '.join(names)}"
        yield _error("wrong-value", message, variable.location.at("default"), advice)


def _error(rule: str, message: str, at: Location, advice: str = "", related: tuple[Location, ...] = ()) -> Finding:
    return Finding(rule, Severity.ERROR, message, at, related, advice)
