"""Checks what paths say: against each other, and against the parameters of their operations."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from specloom.findings import Finding, Severity
from specloom.messages import did_you_mean, quoted
from specloom.spec.index import DocumentIndex
from specloom.spec.node import Node, NodeKey
from specloom.spec.routes import VARIABLE, spelt_in_path, without_names
from specloom.spec.select import PathOperation

_NAME: Final = re.compile(r"[\w$](?:[\w.~$ -]*[\w$])?")
"""A name and nothing else: URI Templates (RFC 6570) and frameworks have operators, patterns and types beside it."""


def check_paths(index: DocumentIndex) -> Iterator[Finding]:
    """Yield which paths are one, which are none, and which do not go with the parameters of their operations."""
    yield from _identical_paths(index)
    yield from _templates(index)
    reported: set[NodeKey] = set()
    for operation in index.operations():
        listed = operation.listed_parameters(index.resolver)
        declared = {parameter.text("name"): entry for entry, parameter in listed if parameter.text("in") == "path"}
        others = {parameter.text("name"): parameter.text("in") for _, parameter in listed}
        spelt = spelt_in_path(dict.fromkeys(VARIABLE.findall(operation.path)), declared)
        yield from _unused(operation, declared, spelt, reported)
        yield from _undeclared(operation, declared, spelt, others)


def _identical_paths(index: DocumentIndex) -> Iterator[Finding]:
    """Yield which paths differ in the names of their variables only: they are one path (4.8.8)."""
    by_template: dict[str, list[PathOperation]] = {}
    for operation in index.operations():
        by_template.setdefault(without_names(operation.path), []).append(operation)
    for operations in by_template.values():
        first, methods, told = operations[0], dict[str, PathOperation](), {operations[0].path}
        for operation in operations:
            same = methods.setdefault(operation.method, operation)
            if same is not operation:
                told.add(operation.path)
                how = f", and both have {operation.method}"
                yield _one_path(Severity.ERROR, same, operation, how, "give each method of a path to one of them")
        for operation in operations:
            if operation.path not in told:
                told.add(operation.path)
                yield _one_path(Severity.WARNING, first, operation, "; no method is in both, so that all are read", "")


def _one_path(severity: Severity, first: PathOperation, other: PathOperation, how: str, advice: str) -> Finding:
    message = f"the paths {quoted(first.path)} and {quoted(other.path)} are one{how}"
    places = other.items[0].location.key(), (first.items[0].location.key(),)
    return Finding("identical-paths", severity, message, *places, advice)


def _templates(index: DocumentIndex) -> Iterator[Finding]:
    skipped = {route.partition(" ")[2] for route in index.selection.skipped}
    kept = {operation.path for operation in index.operations()}
    for path, item in index.root.items("paths"):
        is_kept = path in kept or path not in skipped
        if is_kept and "" in VARIABLE.findall(path):
            message, advice = f"a parameter has no name in the path {quoted(path)}", "write it as in /orders/{id}"
            yield Finding("wrong-path", Severity.ERROR, message, item.location.key(), help=advice)
        elif is_kept and set("{}") & set(VARIABLE.sub("", path)):
            message, advice = f"braces in the path {quoted(path)} do not match", "write parameters as in /orders/{id}"
            yield Finding("wrong-path", Severity.ERROR, message, item.location.key(), help=advice)
        elif item.file.version == "3.2" and path in kept and len({*(names := VARIABLE.findall(path))}) < len(names):
            message = f"a parameter is twice in the path {quoted(path)}"
            advice = "write each parameter once, and call another one otherwise"
            yield Finding("wrong-path", Severity.ERROR, message, item.location.key(), help=advice)
        elif path in kept and (ends := {*"?#"} & {*VARIABLE.sub("", path)}):
            is_new = item.file.version == "3.2"
            if is_new or "#" in ends:
                message = f"a path cannot have a {'fragment' if '#' in ends else 'query'}: {quoted(path)}"
                told = message if is_new else f"{message}; it is not sent"
                advice = "describe what calls send there as parameters"
                severity = Severity.ERROR if is_new else Severity.WARNING
                habit = (index.root.location.source.name, "fragment")
                yield Finding("wrong-path", severity, told, item.location.key(), help=advice, habit=habit)


def _unused(
    operation: PathOperation, declared: Mapping[str, Node], spelt: Mapping[str, str], reported: set[NodeKey]
) -> Iterator[Finding]:
    """Yield the path parameters that the path has not, or has in other letters."""
    variables = VARIABLE.findall(operation.path)
    for name, entry in declared.items():
        if name in variables or entry.key in reported:
            continue
        reported.add(entry.key)
        at = entry.location.at("name" if entry.reference is None else "$ref")
        if variable := spelt.get(name):
            message = f"path parameter {quoted(name)} is spelt {quoted(variable)} in the path {quoted(operation.path)}"
            told, advice = f"{message}; both are read as one", f"write name: {variable}, or {{{name}}} in the path"
            yield Finding("unused-path-parameter", Severity.WARNING, told, at, help=advice)
        else:
            message = f"path parameter {quoted(name)} is not in the path {quoted(operation.path)}"
            left = [each for each in variables if each not in declared and each not in spelt.values()]
            advice = f"write name: {left[0]}, or" if len(left) == 1 else "take it out, or write"
            advice = did_you_mean(name, left) or f"{advice} {{{name}}} in the path"
            yield Finding("unused-path-parameter", Severity.ERROR, message, at, help=advice)


def _undeclared(
    operation: PathOperation, declared: Collection[str], spelt: Mapping[str, str], others: Mapping[str, str]
) -> Iterator[Finding]:
    """Yield the variables of a path that are no parameters, and are read as text.

    No client can call the operation without them. They are errors where something that is declared may be meant, or
    where braces hold more than a name. `others` has where the parameters of each name are.
    """
    variables = dict.fromkeys(VARIABLE.findall(operation.path))
    is_misnamed = any(name not in variables and name not in spelt for name in declared)
    for variable in filter(None, variables):
        if variable in declared or variable in spelt.values():
            continue
        message = f"path parameter {quoted(variable)} of {operation.route} is not declared"
        type_ = "type: string" if operation.node.file.version == "2.0" else "schema: {type: string}"
        advice = f"add to its parameters: {{name: {variable}, in: path, required: true, {type_}}}"
        if is_more := _NAME.fullmatch(variable) is None:
            advice = "write nothing but a name in braces, and declare it"
        elif place := others.get(variable):
            advice = f"write 'in: path' where it is declared as 'in: {place}', or call one of them otherwise"
        at = operation.node.location.key()
        if is_misnamed or is_more or variable in others:
            yield Finding("undeclared-path-parameter", Severity.ERROR, message, at, help=advice)
        else:
            told, habit = f"{message}; it is read as text", (at.source.name, variable)
            yield Finding("undeclared-path-parameter", Severity.WARNING, told, at, help=advice, habit=habit)
