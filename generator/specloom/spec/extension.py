"""Checks every `x-specloom` of a description against `extension.schema.json`."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from specloom.findings import Finding, Severity
from specloom.messages import closest, did_you_mean, quoted, type_name, with_article
from specloom.source import Json
from specloom.spec.node import Node, error
from specloom.spec.validation import Mismatch, SchemaSet

if TYPE_CHECKING:
    from specloom.spec.index import DocumentIndex
    from specloom.spec.select import PathOperation

_MISSPELLED: Final = 0.85
_QUERY_PARAMETERS: Final = ("offset", "limit", "page", "size", "cursor")
_ARGUMENTS: Final = {
    "apiKey": ("key",),
    "basic": ("username", "password"),
    "digest": ("username", "password"),
    "mutualTLS": (),
}
_BOUNDS: Final = {
    "minimum": "at least {limit}",
    "exclusiveMinimum": "more than {limit}",
    "minLength": "a text that is not empty",
    "minProperties": "an object that is not empty",
}


def extension_schema() -> dict[str, Json]:
    """Return the JSON Schema of `x-specloom`, with one entry of `$defs` for each place where it may stand."""
    text = Path(__file__).with_name("extension.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Json] = json.loads(text)
    return schema


@cache
def request_options() -> tuple[str, ...]:
    """Return the members of an operation's `x-specloom` that the request of its method is given as they are."""
    definitions = cast("Mapping[str, dict[str, dict[str, Json]]]", extension_schema()["$defs"])
    members = definitions["operation"]["properties"]
    return tuple(name for name, schema in members.items() if cast("Mapping[str, Json]", schema).get("x-request"))


def check_extensions(index: DocumentIndex) -> list[Finding]:
    """Return what is wrong with the `x-specloom` of each object that has one, and what was meant to be one."""
    findings: list[Finding] = []
    for node, kind in index.extensions:
        if not kind.place:
            message = f"'x-specloom' has no meaning in {kind.title}"
            findings.append(
                Finding("misplaced-extension", Severity.ERROR, message, node.location.key(), help="take it out")
            )
            continue
        for mismatch in _check(kind.place)(node.value):
            findings.extend(_describe(mismatch, node))
    for node in index.foreign:
        if closest(node.pointer[-1], ("x-specloom",), cutoff=_MISSPELLED):
            message = f"{quoted(node.pointer[-1])} is not 'x-specloom', and has no effect"
            advice = "did you mean 'x-specloom'?"
            findings.append(Finding("unknown-member", Severity.WARNING, message, node.location.key(), help=advice))
    for scheme in index.objects("Security Scheme"):
        findings.extend(_check_arguments(scheme))
    # A name can break two keywords at once, which is one mistake.
    return list(dict.fromkeys(findings))


def check_pagination(index: DocumentIndex) -> list[Finding]:
    """Return the operations that choose a way of paging which is not declared, or whose parameters they lack."""
    schemes = dict(index.root.extension.items("pagination"))
    findings: list[Finding] = []
    for operation in index.operations():
        if choice := operation.node.extension.get("pagination"):
            findings.extend(_check_choice(operation, choice, schemes, index))
    return findings


def _check_choice(
    operation: PathOperation, choice: Node, schemes: dict[str, Node], index: DocumentIndex
) -> Iterator[Finding]:
    name = str(choice.value)
    if name not in schemes:
        message = f"there is no pagination scheme {quoted(name)}"
        advice = did_you_mean(name, schemes) or "declare it in the document's x-specloom under 'pagination'"
        yield Finding("wrong-pagination", Severity.ERROR, message, choice.location, help=advice)
        return
    parameters = [parameter for parameter in operation.parameters(index.resolver) if parameter.text("in") == "query"]
    names = [parameter.text("name") for parameter in parameters]
    for role in _QUERY_PARAMETERS:
        parameter = schemes[name].text(role)
        if parameter and parameter not in names:
            message = f"{operation.route} has no query parameter {quoted(parameter)}, which its pagination needs"
            related = (schemes[name].location.at(role),)
            advice = did_you_mean(parameter, names)
            yield Finding("wrong-pagination", Severity.ERROR, message, choice.location, related, advice)


def _check_arguments(scheme: Node) -> Iterator[Finding]:
    kind = scheme.text("scheme").lower() if scheme.text("type") == "http" else scheme.text("type")
    allowed = _ARGUMENTS.get(kind, ("token",))
    if kind == "oauth2":
        allowed = ("token", "client_id", "client_secret")
    for name, argument in scheme.extension.items("arguments"):
        if name not in allowed:
            message = f"the security scheme {quoted(scheme.pointer[-1])} has no credential {quoted(name)}"
            advice = f"it takes: {', '.join(allowed)}" if allowed else ""
            yield Finding("unknown-extension-member", Severity.ERROR, message, argument.location.key(), help=advice)


def _descend(node: Node, path: Iterable[str | int]) -> Node:
    for segment in path:
        children = dict(node.children) or {element.pointer[-1]: element for element in node.elements}
        node = children.get(str(segment), node)
    return node


def _describe(mismatch: Mismatch, extension: Node) -> Iterator[Finding]:
    """Say in plain words what does not fit, at the value concerned."""
    node = _descend(extension, mismatch.path)
    label = ".".join(node.pointer[len(extension.pointer) - 1 :])
    schema, value, limit = mismatch.schema, node.value, mismatch.limit
    match mismatch.keyword:
        case "additionalProperties":
            known = list(schema.get("properties", {}))
            for key, child in node.children:
                if key not in known:
                    message = f"{label} has no member {quoted(key)} here"
                    advice = did_you_mean(key, known) or f"it takes: {', '.join(known)}"
                    yield Finding(
                        "unknown-extension-member", Severity.ERROR, message, child.location.key(), help=advice
                    )
        case "required":
            for key in limit:
                if key not in node.members:
                    yield error("missing-extension-member", f"{label} needs '{key}'", node, f"add: {key}: …")
        case "oneOf" | "anyOf" as keyword:
            names = " and ".join(f"'{option['required'][0]}'" for option in limit)
            many = "exactly" if keyword == "oneOf" else "at least"
            advice = "keep one of them" if keyword == "oneOf" else "add one of them"
            yield error("wrong-extension-value", f"{label} needs {many} one of {names}", node, advice)
        case "enum":
            advice = did_you_mean(str(value), (each for each in limit if isinstance(each, str)))
            advice = advice or f"use one of: {', '.join(map(str, limit))}"
            yield error("wrong-extension-value", f"{label} cannot be {quoted(value)}", node, advice)
        case "type":
            types = [limit] if isinstance(limit, str) else limit
            wanted = " or ".join(with_article("list" if each == "array" else each) for each in types)
            message = f"{label} must be {wanted}, not {type_name(value)}"
            yield error("wrong-extension-value", message, node)
        case _:
            expected = _BOUNDS.get(mismatch.keyword, "") or schema.get("description", "")
            message = f"{label} must be {expected.replace('{limit}', str(limit))}, not {quoted(value)}"
            yield error("wrong-extension-value", message, node, _advise_name(value, schema))


def _advise_name(written: Json, schema: Mapping[str, Any]) -> str:
    """Return which name of Python to write in place of one that a schema does not allow; nothing if none is like it."""
    parts = [re.sub(r"\W+", "_", part).strip("_") for part in str(written).split(".")]
    name = ".".join(f"{part}_" if iskeyword(part) else part for part in parts)
    is_name = _FORMATS.get(schema.get("format", ""))
    fits = is_name is not None and is_name(name) and re.search(schema.get("pattern", ""), name)
    return f"write {name}" if fits and name != written else ""


@cache
def _check(place: str) -> Callable[[Json], list[Mismatch]]:
    return _schemas().compile({"$ref": SchemaSet.reference(place)})


@cache
def _schemas() -> SchemaSet:
    checks = {"format": lambda name, value: not isinstance(value, str) or _FORMATS[name](value)}
    return SchemaSet(cast("Mapping[str, Json]", extension_schema()["$defs"]), checks)


def _is_python_name(name: str) -> bool:
    return name.isidentifier() and not iskeyword(name)


def _is_dotted_name(name: str) -> bool:
    return all(map(_is_python_name, name.split(".")))


_FORMATS: Final[Mapping[str, Callable[[str], bool]]] = {
    "python-name": _is_python_name,
    "dotted-python-name": _is_dotted_name,
}
