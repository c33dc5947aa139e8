"""Reads what many writers get wrong as they mean it, where what is meant has to be looked up elsewhere.

This goes on where `repair` ends, when a whole document has been upgraded.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress
from urllib.parse import quote

from specloom.findings import Finding, Severity
from specloom.messages import quoted
from specloom.record import replace
from specloom.source import Json, render_fragment
from specloom.spec.generics import Find, Generics
from specloom.spec.node import File, Node, NodeKey, Refusal
from specloom.spec.objects import MAPS, OBJECTS
from specloom.spec.repair import report, warn
from specloom.spec.value_types import NEWEST


def repair_from_elsewhere(entry: File, find: Find, generics: Generics, unused: Collection[NodeKey]) -> None:
    """Change what is wrong in the objects whose repair needs to know others, in all files that have been opened.

    No file is read for what is in `unused`, which counts as not written.
    """
    while entry.unfinished:
        node, kind = entry.unfinished.popleft()
        if unused and any((node.file.key, node.written[:end]) in unused for end in range(len(node.written) + 1)):
            continue
        if "description" in OBJECTS[kind].members:
            report(node, _look_up_description(node, kind, find))
        for key, entry_type in MAPS[kind].items():
            if entry_type.reference or "$ref" in OBJECTS[entry_type.name].members:
                report(node, _look_up_map(node, kind, key, find))
        if kind == "Schema":
            with suppress(Refusal):  # what leads nowhere `index` reports
                generics.fill_in(node, find)
        if kind == "Operation" or (kind == "OpenAPI" and node.file is entry):
            _name_schemes(node, entry, find)
            _drop_alternatives(node, entry)


def _look_up_description(node: Node, kind: str, find: Find) -> Iterator[Finding]:
    """Put the text in place of a reference to it, which OpenAPI allows nowhere."""
    description = node.get("description")
    if description is None or description.reference is None:
        return
    try:
        found = find(node.file, description.reference, kind)
    except Refusal as refusal:
        for finding in refusal.at(description.location.at("$ref")):
            told = f"{finding.message}; the description counts as empty"
            yield replace(finding, severity=Severity.WARNING, message=told)
        node.members["description"] = ""
        return
    if isinstance(text := found.value, str):
        is_shown = found.file.source.quotable  # or a secret would come to light in reports
        told = "its text is looked up all the same" if is_shown else "it counts as empty, as its file describes no API"
        message = f"'description' of {OBJECTS[kind].title} cannot be a reference; {told}"
        yield warn("misplaced-reference", message, node, "description", "" if is_shown else "write the text here")
        node.members["description"] = text if is_shown else ""


def _look_up_map(node: Node, kind: str, key: str, find: Find) -> Iterator[Finding]:
    """Put a reference to each entry of a map in place of a reference to all of them, which OpenAPI allows nowhere."""
    held = node.get(key)
    if held is None or held.reference is None or len(held.members) > 1:
        return
    try:
        # Of an Example Object nothing is upgraded: what is looked for are names.
        target = find(node.file, held.reference, "Example")
    except Refusal as refusal:
        yield from refusal.at(held.location.at("$ref"))
        del node.members[key]
        return
    words = OBJECTS[MAPS[kind][key].name].members
    if isinstance(found := target.value, dict) and (
        target.file.source.quotable  # as above
        or all(isinstance(each, dict) and not each.keys().isdisjoint(words) for each in found.values())
    ):
        what = "its properties are" if key == "properties" else "what it leads to is"
        message = f"{quoted(key)} of {OBJECTS[kind].title} cannot be a reference; {what} looked up all the same"
        yield warn("misplaced-reference", message, node, key)
        front = held.reference if "#" in held.reference else f"{held.reference}#"
        node.members[key] = {name: {"$ref": front + render_fragment((name,))[1:]} for name in found}


def _name_schemes(node: Node, entry: File, find: Find) -> None:
    """Put the name of a security scheme in place of a URI that means it, which OpenAPI 3.2 allows (4.30).

    A scheme that is none of the entry document's components becomes one, by reference.
    """
    alternatives = node.members.get("security")
    if node.file.version != NEWEST or not isinstance(alternatives, list) or not all(map(_is_requirement, alternatives)):
        return
    named: list[Json] = []
    for each in node.list("security"):
        names = {name: _scheme_name(name, node.file, entry, find) for name in each.members}
        requirement: Json = {names[name]: scopes for name, scopes in each.members.items()}
        node.file.moved.put(requirement, each.written)
        named.append(requirement)
    node.members["security"] = named


def _scheme_name(name: str, file: File, entry: File, find: Find) -> str:
    """Return the name of the security scheme that a requirement means by a name or a URI."""
    schemes = entry.root.components("securitySchemes")
    if name in schemes:
        return name
    try:
        target = find(file, name, "Security Scheme")
    except Refusal:
        return name
    if target.file is entry and target.pointer[:-1] == ("components", "securitySchemes"):
        return target.pointer[-1]
    front = "" if target.file is entry else quote(target.file.key)
    reference = front + render_fragment(target.pointer)
    own, number = target.own_name, 2
    while own in schemes and schemes[own].reference != reference:
        own, number = f"{target.own_name}{number}", number + 1
    section = entry.data.setdefault("components", {}) if isinstance(entry.data, dict) else None
    if isinstance(section, dict) and isinstance(entries := section.setdefault("securitySchemes", {}), dict):
        entries[own] = {"$ref": reference}
    return own


def _drop_alternatives(node: Node, entry: File) -> None:
    """Take out the alternatives of `security` that name no security scheme, where others remain.

    `relations` reports them, by what is written: unlike the rest this depends on the description as a whole.
    """
    alternatives = list(node.list("security"))
    schemes = entry.root.components("securitySchemes")
    known = [each for each in alternatives if each.members.keys() <= schemes.keys()]
    if known and len(known) < len(alternatives) and all(_is_requirement(each.value) for each in alternatives):
        for each in known:
            node.file.moved.put(each.value, each.written)
        lost = [each for each in alternatives if each not in known]
        left_out = node.file.moved.left_out.setdefault(node.written, {})
        left_out["security"] = [each.value for each in lost], lost[0].written
        node.members["security"] = [each.value for each in known]


def _is_requirement(value: Json) -> bool:
    """Tell whether a value is a Security Requirement Object; if not, `index` has to see it as it is."""
    return isinstance(value, dict) and all(
        isinstance(scopes, list) and all(isinstance(scope, str) for scope in scopes) for scopes in value.values()
    )
