"""Checks a description against the table of OpenAPI's objects, used or not, in every file that references reach."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Final

from specloom.findings import Finding, Location, Severity
from specloom.messages import closest, did_you_mean, shown, type_name
from specloom.spec.document import Json
from specloom.spec.expectation import accepts, advise, expected, found, place_of
from specloom.spec.files import Refusal
from specloom.spec.mend import mend
from specloom.spec.named import find_schemas, list_mentions
from specloom.spec.node import Node, NodeKey
from specloom.spec.object_rules import OBJECT_RULES, check_swagger
from specloom.spec.objects import COMPONENT_SECTIONS, OBJECTS, OPENAPI
from specloom.spec.resolve import Resolver
from specloom.spec.shapes import KeyRule, ListOf, MapOf, Member, ObjectType, Of, OneOrMany, Scalar, Shape, Unchecked

__all__ = ["Survey", "survey_description"]

_BESIDE_REFERENCE: Final = frozenset({"$ref", "summary", "description"})
_SECTION_KINDS: Final = {section: kind for kind, section in COMPONENT_SECTIONS.items()}
_MISSPELLED: Final = 0.75
_GONE: Final = {
    "nullable": "write type: [string, 'null'], or anyOf with {type: 'null'}",
}


@dataclass(slots=True)
class Survey:
    """What a walk over all files of a description saw."""

    resolver: Resolver
    findings: list[Finding] = field(default_factory=list)
    nodes: dict[str, list[Node]] = field(default_factory=lambda: defaultdict(list))
    """The objects of each kind, references not counted."""
    kinds: dict[NodeKey, str] = field(default_factory=dict)
    """What stands where; empty for a list or a map."""
    references: list[tuple[Node, Node]] = field(default_factory=list)
    """What has a `$ref`, and what it points at."""
    extensions: list[tuple[Node, ObjectType]] = field(default_factory=list)
    """Every `x-specloom`, and the object it stands in."""
    named: dict[str, list[Node]] = field(default_factory=dict)
    """The schemas of each name that an `x-specloom` mentions."""

    def report(self, rule: str, message: str, at: Location, advice: str = "", *, strict: bool = True) -> None:
        """Add an error, or with `strict` false a warning."""
        severity = Severity.ERROR if strict else Severity.WARNING
        self.findings.append(Finding(rule, severity, message, at, help=advice))

    def unsupported(self, rule: str, message: str, at: Location, advice: str = "") -> None:
        """Add what the specification allows and Specloom does not understand."""
        self.findings.append(Finding(rule, Severity.UNSUPPORTED, message, at, help=advice))


def survey_description(resolver: Resolver) -> Survey:
    """Walk over a description and everything it refers to, and report what breaks the table of objects."""
    survey = Survey(resolver)
    walker = _Walker(survey)
    walker.walk(resolver.files.entry.root, OPENAPI)
    mapped = 0
    while True:
        if walker.pending:
            walker.enter(*walker.pending.popleft())
        elif mapped < len(survey.nodes["Discriminator"]):
            walker.enter_mapping(survey.nodes["Discriminator"][mapped])
            mapped += 1
        elif not walker.enter_named():
            break
    resolver.named = {name: nodes[0] for name, nodes in survey.named.items() if len(nodes) == 1}
    _check_bases(survey)
    _check_operations(survey)
    return survey


class _Walker:
    """Visits values without recursion, so that nesting is no matter."""

    def __init__(self, survey: Survey) -> None:
        self.survey = survey
        self.pending: deque[tuple[Node, str]] = deque()
        self._waiting: list[tuple[Node, Shape]] = []
        self._called: set[NodeKey] = set()
        """The schemas that were walked to by their names: each once, whatever stands there."""

    def walk(self, node: Node, shape: Shape) -> None:
        self._waiting.append((node, shape))
        while self._waiting:
            node, shape = self._waiting.pop()
            if node.key not in self.survey.resolver.unused:
                self._visit(node, shape)

    def enter(self, holder: Node, kind: str) -> None:
        """Follow the reference in `holder` to what should be a `kind`, and walk there if nobody has."""
        at = holder.location.at("$ref")
        try:
            target = self.survey.resolver.target(holder, kind)
        except Refusal as refusal:
            self.survey.findings.extend(refusal.at(at))
        else:
            self.survey.references.append((holder, target))
            self._arrive(target, kind, holder.reference, at)

    def enter_mapping(self, discriminator: Node) -> None:
        """Walk to the schemas that a Discriminator Object maps values to; what leads nowhere is taken out of it."""
        mapping = discriminator.get("mapping")
        if mapping is None:
            return
        for value, choice in list(mapping.children):
            if isinstance(choice.value, str):
                try:
                    target = self.survey.resolver.mapped(choice.file, choice.value)
                except Refusal as refusal:
                    self.survey.findings.extend(_soften(refusal, choice, value))
                    mapping.members.pop(value)
                else:
                    self._arrive(target, "Schema", choice.value, choice.location)

    def enter_named(self) -> bool:
        """Walk to the schemas that `x-specloom` calls by name and nobody has walked to; tell whether there were any."""
        names = {str(mention.value) for mention in list_mentions(self.survey.extensions)}
        survey = self.survey
        survey.named = find_schemas(names, survey.resolver.files, survey.kinds, survey.references)
        seen = survey.kinds.keys() | self._called
        new = {node.key: node for nodes in survey.named.values() for node in nodes if node.key not in seen}
        self._called |= new.keys()
        for node in new.values():
            self.walk(node, Of("Schema"))
        return bool(new)

    def _arrive(self, target: Node, kind: str, reference: str | None, at: Location) -> None:
        standing = self.survey.kinds.get(target.key)
        if standing is None and len(target.pointer) == 3 and target.pointer[0] == "components":  # noqa: PLR2004 - components/SECTION/NAME
            standing = _SECTION_KINDS.get(target.pointer[1])
        if standing is not None and standing != kind:
            what = OBJECTS[standing].title if standing else "a list or a map of objects"
            message = f"reference expects {OBJECTS[kind].title}, but {shown(reference)} is {what}"
            self.survey.report("wrong-reference-target", message, at)
        elif target.key not in self.survey.kinds:
            self.walk(target, Of(kind, reference=kind not in {"Schema", "Path Item"}))

    def _visit(self, node: Node, shape: Shape) -> None:
        match shape:
            case Of(name, reference):
                self._object(node, OBJECTS[name], reference=reference)
            case MapOf() if isinstance(node.value, dict):
                self.survey.kinds[node.key] = ""
                for key, value in node.value.items():
                    self._entry(node, key, value, shape)
            case ListOf() if isinstance(node.value, list):
                self._list(node, node.value, shape)
            case OneOrMany(item) if isinstance(node.value, list):
                self._list(node, node.value, ListOf(item, filled=True))
            case OneOrMany(item) if isinstance(node.value, str):
                self._scalar(node, item)
            case Scalar():
                self._scalar(node, shape)
            case Unchecked():
                pass
            case _:
                self._wrong_type(node, shape)

    def _value(self, parent: Node, segment: str | int, value: Json, shape: Shape) -> None:
        if isinstance(shape, Scalar | OneOrMany) and accepts(value, shape):
            return
        if not isinstance(shape, Unchecked):
            self._waiting.append((parent.below(segment, value), shape))

    def _list(self, node: Node, values: list[Json], shape: ListOf) -> None:
        self.survey.kinds[node.key] = ""
        if shape.filled and not values:
            self.survey.report("wrong-value", f"{place_of(node)} must not be empty", node.location)
        for index, value in enumerate(values):
            self._value(node, index, value, shape.item)

    def _entry(self, node: Node, key: str, value: Json, shape: MapOf) -> None:
        rule = shape.keys
        if rule and not rule.pattern.fullmatch(key) and not (key == "$ref" and isinstance(value, str)):
            self._wrong_key(node.below(key, value), key, rule)
        self._value(node, key, value, shape.value)

    def _wrong_key(self, node: Node, key: str, rule: KeyRule) -> None:
        # OpenAPI 2.0 says nothing about the names of definitions.
        if rule.strict or node.file.version != "2.0":
            message = f"{shown(key)} {rule.message}"
            self.survey.report(rule.rule, message, node.location.key(), rule.help, strict=rule.strict)

    def _object(self, node: Node, kind: ObjectType, *, reference: bool) -> None:
        value = node.value
        self.survey.kinds[node.key] = kind.name  # also where it is no such object: it has been looked at
        if not isinstance(value, dict):
            if not (isinstance(value, bool) and kind.name == "Schema"):
                self._wrong_type(node, Of(kind.name))
            return
        if not (reference and "$ref" in value):
            self.survey.findings.extend(mend(node, kind, self.survey.resolver))
        if "$ref" in value and (reference or "$ref" in kind.members):
            self._reference(node, kind)
            if reference:
                return
        elif isinstance(value.get("$ref"), str):
            at = node.below("$ref", value["$ref"]).location.key()
            self.survey.report("misplaced-reference", f"{kind.title} cannot be a reference", at)
            return
        self.survey.nodes[kind.name].append(node)
        self._members(node, value, kind)
        self._requirements(node, value, kind)
        self.survey.findings.extend(check_swagger(node, kind.name))
        if rule := OBJECT_RULES.get(kind.name):
            self.survey.findings.extend(rule(node))

    def _members(self, node: Node, value: dict[str, Json], kind: ObjectType) -> None:
        for key, child in value.items():
            member = kind.members.get(key)
            if member is not None and not member.unsupported:
                self._value(node, key, child, member.shape)
            elif key == "x-specloom":
                self.survey.extensions.append((node.below(key, child), kind))
            elif key.startswith("x-"):
                continue
            elif kind.entries and not member:
                self._entry(node, key, child, kind.entries)
            else:
                self._unknown(node.below(key, child), key, kind, member)

    def _unknown(self, node: Node, key: str, kind: ObjectType, member: Member | None) -> None:
        at = node.location.key()
        if member:
            message = f"{shown(key)} of {kind.title} {member.unsupported}"
            self.survey.unsupported("unsupported-member", message, at, "describe it in other terms of OpenAPI 3.1")
            return
        if kind.name == "Schema" and key not in _GONE and closest(key, kind.members, cutoff=_MISSPELLED) is None:
            return
        message = f"{kind.title} has no member {shown(key)}"
        advice = _GONE.get(key) or did_you_mean(key, kind.members)
        self.survey.report("unknown-member", message, at, advice, strict=False)

    def _requirements(self, node: Node, value: dict[str, Json], kind: ObjectType) -> None:
        title = kind.title
        needed = [members for (member, choice), members in kind.needs.items() if value.get(member) == choice]
        for key in chain(kind.required, *needed):
            if key not in value:
                self.survey.report("missing-member", f"{title} needs '{key}'", node.location)
        for group in kind.exclusive:
            present = [key for key in group.members if key in value]
            names = " and ".join(f"'{key}'" for key in group.members)
            if len(present) > 1:
                at = node.below(present[1], value[present[1]]).location.key()
                message = f"{title} cannot have both {names}"
                self.survey.report("exclusive-members", message, at, strict=group.strict)
            elif group.needed and not present:
                message = f"{title} needs {names.replace(' and ', ' or ')}"
                self.survey.report("missing-member", message, node.location, strict=group.strict)

    def _reference(self, node: Node, kind: ObjectType) -> None:
        reference = node.members["$ref"]
        if not isinstance(reference, str):
            if "$ref" not in kind.members:
                self._wrong_type(node.below("$ref", reference), Scalar("string"))
            return
        self.pending.append((node, kind.name))
        if "$ref" in kind.members:
            return
        for key, child in node.members.items():
            if key not in _BESIDE_REFERENCE and (key == "x-specloom" or not key.startswith("x-")):
                message = f"{shown(key)} beside '$ref' has no effect"
                at = node.below(key, child).location.key()
                self.survey.report("unknown-member", message, at, strict=False)

    def _scalar(self, node: Node, shape: Scalar) -> None:
        if accepts(node.value, shape):
            return
        if not isinstance(node.value, str) or not shape.values:
            self._wrong_type(node, shape)
            return
        advice = did_you_mean(node.value, shape.values) or f"use one of: {', '.join(shape.values)}"
        message = f"{self._label(node)} cannot be {shown(node.value)}"
        self.survey.report("wrong-value", message, node.location, advice)

    def _wrong_type(self, node: Node, shape: Shape) -> None:
        if node.pointer and node.pointer[-1] == "$ref" and isinstance(shape, Of):
            message = f"a reference cannot stand here: {shown(node.value)}"
            self.survey.report("misplaced-reference", message, node.location.key())
            return
        if not node.file.source.quotable:
            message = f"this must be {expected(shape)}, not {type_name(node.value)}"
            self.survey.report("wrong-type", message, node.location.bare())
            return
        message = f"{self._label(node)} must be {expected(shape)}, not {found(node.value, shape)}"
        self.survey.report("wrong-type", message, node.location, advise(node, shape))

    def _label(self, node: Node) -> str:
        kind = self.survey.kinds.get((node.file.key, node.pointer[:-1]), "")
        return f"'{node.pointer[-1]}' of {OBJECTS[kind].title}" if kind else place_of(node)


def _soften(refusal: Refusal, choice: Node, value: str) -> Iterator[Finding]:
    """Yield a warning where a mapping merely leads nowhere, and what `refusal` says otherwise."""
    for finding in refusal.at(choice.location):
        if finding.rule != "unresolved-reference" or refusal.findings:
            yield finding
        else:
            message = f"{finding.message}; the mapping of {shown(value)} has no effect"
            yield replace(finding, severity=Severity.WARNING, message=message)


def _check_bases(survey: Survey) -> None:
    """Report each reference inside a schema whose `$id` changes what the reference is relative to."""
    bases = {node.key for node in survey.nodes["Schema"] if "$id" in node.members}
    for holder, _ in survey.references if bases else ():
        file, pointer = holder.key
        if any((file, pointer[:length]) in bases for length in range(len(pointer) + 1)):
            message = f"reference is relative to an '$id': {shown(holder.reference)}"
            survey.unsupported("unsupported-id", message, holder.location.at("$ref"), "remove the '$id'")


def _check_operations(survey: Survey) -> None:
    """Report once that Operation Objects are references: descriptions that do it at all do it everywhere."""
    places = [
        holder.location.at("$ref")
        for holder, target in survey.references
        if survey.kinds.get(target.key) == "Operation"
    ]
    if places:
        message = "an Operation Object cannot be a reference; it is followed all the same"
        count = f" ({len(places)} such references)" if len(places) > 1 else ""
        first = min(places, key=lambda place: (place.source.name, place.position))
        survey.report("misplaced-reference", f"{message}{count}", first, strict=False)
