"""The index of a description: one walk over all that is used or written in its entry document, checked on the way.

The walk compares what is written with the table of OpenAPI's objects, in every file that references reach. It changes
nothing: `repair` has done so before.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import Final

from specloom.findings import Finding, Location, Severity
from specloom.messages import quoted
from specloom.record import record, replace
from specloom.source import Json
from specloom.spec.check_objects import (
    NO_REFERENCE,
    OBJECT_CHECKS,
    advise_target,
    check_key,
    check_requirements,
    explain_wrong,
)
from specloom.spec.check_written import check_swagger
from specloom.spec.node import Node, NodeKey, Refusal
from specloom.spec.objects import COMPONENT_SECTIONS, OBJECTS, OPENAPI, referable
from specloom.spec.resolve import Resolver, find_schemas, list_mentions
from specloom.spec.select import PathOperation, Selection, list_operations
from specloom.spec.swagger_objects import section_of
from specloom.spec.value_types import ArrayValue, MapValue, OasObject, Of, OneOrMany, ScalarValue, ValueType

_BESIDE_REFERENCE: Final = frozenset({"$ref", "summary", "description"})
_OF_URIS: Final = frozenset({"remote-reference", "unsupported-reference"})
_LARGE: Final = 10_000
_CONTAINERS: Final = (Of, MapValue, ArrayValue)
_SECTION_KINDS: Final = {section: kind for kind, section in COMPONENT_SECTIONS.items()}


@record
class DocumentIndex:
    """What a walk over all files of a description saw. Nothing but the walk changes it."""

    resolver: Resolver
    selection: Selection
    """Which operations are left out."""
    findings: list[Finding] = field(default_factory=list)
    """What breaks the table of objects, and what was repaired."""
    nodes: defaultdict[str, list[Node]] = field(default_factory=lambda: defaultdict(list))
    """The objects of each kind, references not counted; `objects` asks for them."""
    kinds: dict[NodeKey, str] = field(default_factory=dict)
    """What stands where; empty for a list or a map."""
    references: list[tuple[Node, Node]] = field(default_factory=list)
    """What has a `$ref`, and what it points at."""
    extensions: list[tuple[Node, OasObject]] = field(default_factory=list)
    """Every `x-specloom`, and the object it stands in."""
    foreign: list[Node] = field(default_factory=list)
    """Every other extension: OpenAPI does not know what they mean."""
    mapped: dict[NodeKey, Node] = field(default_factory=dict)
    """The entries of discriminators' mappings that lead somewhere, and what all others mean → the schemas they mean."""
    mentioned: dict[str, list[Node]] = field(default_factory=dict)
    """The schemas of each name that an `x-specloom` mentions."""
    _operations: dict[str, tuple[PathOperation, ...]] = field(default_factory=dict, init=False, repr=False)

    @property
    def is_large(self) -> bool:
        """Whether two processes are quicker: with fewer schemas, all that is done takes some tenths of a second."""
        return len(self.objects("Schema")) >= _LARGE

    @property
    def root(self) -> Node:
        """The OpenAPI Object of the entry document."""
        return self.resolver.files.entry.root

    @property
    def named(self) -> dict[str, Node]:
        """The schemas that `x-specloom` calls by name, but for names that mean several."""
        return {name: nodes[0] for name, nodes in self.mentioned.items() if len(nodes) == 1}

    @property
    def targets(self) -> dict[NodeKey, Node]:
        """What has a `$ref` → what it points at."""
        return {holder.key: target for holder, target in self.references}

    def objects(self, kind: str) -> Sequence[Node]:
        """Return every object of a kind, a key of `OBJECTS`, references not counted."""
        return self.nodes.get(kind, ())

    def operations(self, member: str = "paths") -> Sequence[PathOperation]:
        """Return the operations below `paths` or `webhooks` that are not left out, in the order of writing."""
        if member not in self._operations:
            listed = list_operations(self.resolver, member)
            self._operations[member] = tuple(each for each in listed if each.route not in self.selection.skipped)
        return self._operations[member]


def index_description(resolver: Resolver, selection: Selection) -> DocumentIndex:
    """Walk over a description and everything it refers to, and report what breaks the table of objects."""
    index = DocumentIndex(resolver, selection)
    walker = _Walker(index)
    walker.walk(index.root, OPENAPI)
    discriminators = index.nodes["Discriminator"]
    entered = 0
    while True:
        if walker.pending:
            walker.enter(*walker.pending.popleft())
        elif walker.late:
            walker.enter(*walker.late.popleft(), is_last=True)
        elif entered < len(discriminators):
            walker.enter_mapping(discriminators[entered])
            entered += 1
        elif not walker.enter_named():
            break
    index.findings[:] = _each_once(index.findings)
    return index


class _Walker:
    """Visits values without recursion, so that nesting is no matter."""

    def __init__(self, index: DocumentIndex) -> None:
        self.pending: deque[tuple[Node, str]] = deque()
        """References to follow, and the kinds of objects that they expect."""
        self.late: deque[tuple[Node, str]] = deque()
        """References to URIs that no file has said it has so far: one that is opened later may."""
        self._index = index
        self._resolver = index.resolver
        self._unused = index.selection.unused
        self._waiting: list[tuple[Node, ValueType]] = []
        self._called: set[NodeKey] = set()
        """The schemas that were walked to by their names: each once, whatever stands there."""
        self._reported: set[int] = set()
        """The identities of what YAML aliases may share, so that it is reported once."""

    def walk(self, node: Node, value_type: ValueType) -> None:
        self._waiting.append((node, value_type))
        while self._waiting:
            node, value_type = self._waiting.pop()
            if not self._unused or node.key not in self._unused:
                self._visit(node, value_type)

    def enter(self, holder: Node, kind: str, *, is_last: bool = False) -> None:
        """Follow the reference in `holder` to what should be a `kind`, and walk there if nobody has."""
        is_dynamic = self._resolver.files.identifiers.dynamic_name(holder) is not None
        at = holder.location.at("$dynamicRef" if is_dynamic else "$ref")
        try:
            target = self._resolver.target(holder, kind)
        except Refusal as refusal:
            if refusal.rule in _OF_URIS and not is_last:
                self.late.append((holder, kind))
            else:
                self._index.findings.extend(refusal.at(at))
        else:
            self._index.references.append((holder, target))
            self._arrive(target, kind, holder.reference, at)

    def enter_mapping(self, discriminator: Node) -> None:
        """Walk to the schemas that a Discriminator Object maps values to; what leads nowhere counts as not written."""
        mapped = discriminator.mapped
        is_new = bool(mapped) and self._is_new(discriminator.value)
        for value, choice in mapped.items():
            if isinstance(choice.value, str):
                try:
                    target = self._resolver.mapped(choice.file, choice.value)
                except Refusal as refusal:
                    if is_new:
                        self._index.findings.extend(_soften(refusal, choice, value))
                else:
                    self._index.mapped[choice.key] = target
                    self._arrive(target, "Schema", choice.value, choice.location)

    def enter_named(self) -> bool:
        """Walk to the schemas that `x-specloom` calls by name and nobody has walked to; tell whether there were any."""
        names = dict.fromkeys(str(mention.value) for mention in list_mentions(self._index.extensions))
        mentioned = find_schemas(names, self._resolver, self._index.kinds, self._index.references)
        self._index.mentioned.update(mentioned)
        seen = self._index.kinds.keys() | self._called if names else frozenset()
        new = {node.key: node for nodes in mentioned.values() for node in nodes if node.key not in seen}
        self._called |= new.keys()
        for node in new.values():
            self.walk(node, Of("Schema"))
        return bool(new)

    def report(
        self, rule: str, message: str, at: Location, *, severity: Severity = Severity.ERROR, help: str = ""
    ) -> None:
        self._index.findings.append(Finding(rule, severity, message, at, help=help))

    def _is_new(self, value: Json) -> bool:
        """Tell whether a value that aliases may share is asked about for the first time."""
        seen = id(value) in self._reported
        self._reported.add(id(value))
        return not seen

    def _arrive(self, target: Node, kind: str, reference: str | None, at: Location) -> None:
        if reference and reference.endswith("/") and target.pointer[-1:] != ("",):
            told = f"nothing follows the last '/' of {quoted(reference)}; it is read without that"
            rule, habit = "unresolved-reference", (at.source.name, "/")
            self._index.findings.append(Finding(rule, Severity.WARNING, told, at, help="take it out", habit=habit))
        standing = self._index.kinds.get(target.key)
        if standing is None and len(target.pointer) == 3 and target.pointer[0] == "components":  # noqa: PLR2004 - components/SECTION/NAME
            standing = _SECTION_KINDS.get(target.pointer[1])
        is_header = kind == "Header" and target.is_header_parameter
        if standing is None and is_header:
            standing = "Parameter"  # which requests may have as well
        if standing is not None and standing != kind:
            what = OBJECTS[standing].title if standing else "a list or a map of objects"
            message = f"reference expects {OBJECTS[kind].title}, but {quoted(reference)} is {what}"
            same = self._named_alike(target, kind, reference or "")
            advice = advise_target(kind, standing, target.file.version, same)
            is_header = is_header and standing == "Parameter"
            severity = Severity.WARNING if is_header else Severity.ERROR
            read = "; it is read as a header" if is_header else ""
            self.report("wrong-reference-target", f"{message}{read}", at, severity=severity, help=advice)
            kind = standing if is_header else ""
        if kind and target.key not in self._index.kinds:
            self.walk(target, referable(kind))

    def _named_alike(self, target: Node, kind: str, reference: str) -> list[str]:
        """Return the references to objects of a kind that are called as what was referred to."""
        section, version = COMPONENT_SECTIONS.get(kind, ""), target.file.version
        components = target.file.root.get("components")
        found = components.get(section) if components and section else None
        if not target.pointer or not found or target.pointer[-1] not in found.members:
            return []
        return [f"{reference.partition('#')[0]}#/{section_of(section, version)}/{target.pointer[-1]}"]

    def _visit(self, node: Node, value_type: ValueType) -> None:
        if isinstance(value_type, Of):  # first, as nearly all are
            self._object(node, OBJECTS[value_type.name], reference=value_type.reference)
            return
        match value_type:
            case MapValue(item, keys) if isinstance(node.value, dict):
                self._index.kinds[node.key] = ""
                for key, value in node.value.items():
                    if keys:
                        self._index.findings.extend(check_key(node, key, value, keys))
                    self._value(node, key, value, item)
            case ArrayValue() if isinstance(node.value, list):
                self._list(node, node.value, value_type)
            case OneOrMany(item) if isinstance(node.value, list):
                self._list(node, node.value, ArrayValue(item, filled=True, unique=True))
            case OneOrMany(item) if isinstance(node.value, str):
                self._wrong(node, item)
            case _:
                self._wrong(node, value_type)

    def _value(self, parent: Node, segment: str, value: Json, value_type: ValueType) -> None:
        """See to it that a value is walked to, unless there is nothing to say of it."""
        if not isinstance(value_type, _CONTAINERS) and value_type.accepts(value):
            return
        self._waiting.append((parent.below(segment, value), value_type))

    def _list(self, node: Node, values: list[Json], value_type: ArrayValue) -> None:
        self._index.kinds[node.key] = ""
        if value_type.filled and not values:
            advice = "leave it out, or put something in"
            self.report("wrong-value", f"{node.named_place} must not be empty", node.location, help=advice)
        if value_type.unique:
            twice = next((index for index, value in enumerate(values) if value in values[:index]), None)
            if twice is not None:
                message = f"{quoted(values[twice])} is twice in {node.named_place}"
                self.report("wrong-value", message, node.location.at(twice), help="take one of them out")
        for index, value in enumerate(values):
            self._value(node, str(index), value, value_type.item)

    def _object(self, node: Node, kind: OasObject, *, reference: bool) -> None:
        value, file = node.value, node.file
        self._index.kinds[file.key, node.pointer] = kind.name  # also where it is no such object: it has been looked at
        if not isinstance(value, dict):
            self._no_object(node, kind)
            return
        if (repairs := file.repairs.get(id(value))) and self._is_new(value):
            self._index.findings.extend(repairs)
        if "$ref" in value and (reference or "$ref" in kind.members):
            if kind.referable_since > file.version and node.as_written is not None:  # and no repair has put it there
                message = f"a reference to {kind.title} came with OpenAPI {kind.referable_since}; it is read as there"
                self.report("later-version", message, node.location, severity=Severity.WARNING)
            self._reference(node, kind)
            if reference:
                return
        elif isinstance(value.get("$ref"), str):
            at = node.below("$ref", value["$ref"]).location.key()
            self.report("misplaced-reference", f"{kind.title} cannot be a reference", at, help=NO_REFERENCE)
            return
        self._index.nodes[kind.name].append(node)
        if file.version == "2.0":
            self._index.findings.extend(check_swagger(node, kind.name))
        self._members(node, value, kind)
        if kind.has_requirements:
            self._index.findings.extend(check_requirements(node, kind))
        if rule := OBJECT_CHECKS.get(kind.name):
            self._index.findings.extend(rule(node))

    def _no_object(self, node: Node, kind: OasObject) -> None:
        """Report a value that is no object, unless it says of further members whether there are any."""
        if not (isinstance(node.value, bool) and kind.name == "Schema"):
            self._wrong(node, Of(kind.name))
        elif node.file.version < "3.1" and isinstance(node.as_written, bool):
            above = self._index.kinds.get((node.file.key, node.pointer[:-1]))
            if (above, *node.pointer[-1:]) != ("Schema", "additionalProperties"):
                message = "a Schema Object is true or false since OpenAPI 3.1 only; it is read as there"
                self.report("later-version", message, node.location, severity=Severity.WARNING)

    def _members(self, node: Node, value: dict[str, Json], kind: OasObject) -> None:
        texts, members = kind.texts, kind.members
        for key, child in value.items():
            if isinstance(child, str) and key in texts:
                continue
            member = members.get(key)
            if member is not None:
                self._value(node, key, child, member.value_type)
            elif key == "x-specloom":
                self._index.extensions.append((node.below(key, child), kind))
            elif key.startswith("x-"):
                self._index.foreign.append(node.below(key, child))
            elif kind.entries:
                if kind.entries.keys and (not self._unused or node.below(key, child).key not in self._unused):
                    self._index.findings.extend(check_key(node, key, child, kind.entries.keys))
                self._value(node, key, child, kind.entries.value)

    def _reference(self, node: Node, kind: OasObject) -> None:
        reference = node.members["$ref"]
        if not isinstance(reference, str):
            if "$ref" not in kind.members:
                self._wrong(node.below("$ref", reference), ScalarValue("string"))
            return
        self.pending.append((node, kind.name))
        if "$ref" in kind.members:
            return
        for key, child in node.members.items():
            if key not in _BESIDE_REFERENCE and (key == "x-specloom" or not key.startswith("x-")):
                message = f"{quoted(key)} beside '$ref' has no effect"
                at = node.below(key, child).location.key()
                self.report("unknown-member", message, at, severity=Severity.WARNING)

    def _wrong(self, node: Node, value_type: ValueType) -> None:
        owner = self._index.kinds.get((node.file.key, node.pointer[:-1]), "") if node.pointer else ""
        self._index.findings.append(explain_wrong(node, value_type, owner))


def _each_once(findings: list[Finding]) -> Iterator[Finding]:
    """Yield what is found, each thing once.

    Of several things that are wrong with the value at one place the first counts: a value of OpenAPI 2.0 is looked at
    as it is written and then as what it becomes. What came with a later version is told at one place of each file.
    """
    seen: set[tuple[str, tuple[str, ...]]] = set()
    later: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        source = finding.location.source.name
        if finding.rule == "later-version":
            later[source, finding.message].append(finding)
            continue
        if finding.rule in {"wrong-type", "wrong-value"} and finding.severity is Severity.ERROR:
            place = (source, finding.location.pointer)
            if place in seen:
                continue
            seen.add(place)
        yield finding
    for same in later.values():
        count = f" ({len(same)} times)" if len(same) > 1 else ""
        yield replace(same[-1], message=f"{same[-1].message}{count}")  # the walk goes from the end to the beginning


def _soften(refusal: Refusal, choice: Node, value: str) -> Iterator[Finding]:
    """Yield a warning where a mapping merely leads nowhere, and what `refusal` says otherwise."""
    for finding in refusal.at(choice.location):
        if finding.rule != "unresolved-reference" or refusal.findings:
            yield finding
        else:
            message = f"{finding.message}; the mapping of {quoted(value)} has no effect"
            yield replace(finding, severity=Severity.WARNING, message=message)
