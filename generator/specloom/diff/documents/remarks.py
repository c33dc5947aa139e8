"""What a description says that no other comparison looks at: words for people, examples, links, extensions.

Each of them that is different is told and not judged, so that a report without changes means that there are none. What
is compared elsewhere is listed here by name; whatever is not, is compared here, also members that nobody knows. Two
versions of a large description have most in common, and where they differ it is mostly deep inside of something: what
is the same to the letter is not looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from specloom.diff.documents.different_values import different_places, find_different
from specloom.diff.schemas.equality import canonical
from specloom.findings import Location, Pointer
from specloom.record import record
from specloom.source import Json, find_value
from specloom.spec.document import ABSENT
from specloom.spec.index import DocumentIndex
from specloom.spec.keywords import KEYWORDS
from specloom.spec.node import Node, NodeKey
from specloom.spec.objects import OBJECTS
from specloom.spec.routes import METHODS, without_names
from specloom.spec.swagger_parameters import DELIMITED
from specloom.spec.uses import find_extended
from specloom.spec.value_types import MapValue, Of

Owner: TypeAlias = tuple[str, ...]
"""The file of an object, and the way to it, on which what stands in a list goes by what it is called."""

EXTENDED: Final = "extension-reached-change"
"""The fact that something changes to which only extensions refer."""

_COMPARED: Final[Mapping[str, frozenset[str]]] = {
    kind: frozenset(names.split())
    for kind, names in {
        "OpenAPI": "openapi info servers paths webhooks components security tags x-webhooks",
        "Info": "title version",
        "Server": "url variables",
        "Server Variable": "default enum",
        "Components": " ".join(OBJECTS["Components"].members),
        "Path Item": f"$ref servers parameters additionalOperations {' '.join(METHODS)}",
        "Operation": "tags operationId parameters requestBody responses callbacks deprecated security "
        "servers x-sunset x-stability-level",
        "Parameter": f"name in required deprecated x-sunset style explode allowReserved schema content {DELIMITED}",
        "Request Body": "content required",
        "Media Type": "schema encoding itemSchema prefixEncoding itemEncoding",
        "Encoding": f"contentType headers style explode allowReserved {DELIMITED}",
        "Response": "headers content",
        "Header": "required deprecated explode schema content",
        "Tag": "name parent kind",
        "Security Scheme": "type name in scheme flows openIdConnectUrl deprecated",
        "OAuth Flows": "implicit password clientCredentials authorizationCode deviceAuthorization",
        **{name: " ".join(kind.members) for name, kind in OBJECTS.items() if name.endswith(" OAuth Flow")},
        "Discriminator": "propertyName mapping defaultMapping"
    }.items()
} | {
    "Schema": frozenset(name for name, each in KEYWORDS.items() if each.kind not in {"annotation", "identifier"})
    | {"default", "readOnly", "writeOnly", "deprecated", "x-sunset", "$defs", "definitions"}
}  # fmt: skip
"""The kinds of objects → their members that are compared elsewhere, or hold objects with remarks of their own."""
_ONLY_REMARKED: Final = frozenset({"Example", "Link"})
"""The kinds of objects that others refer to, of which nothing is compared elsewhere."""
_ENTRIES: Final = frozenset(name for name, kind in OBJECTS.items() if kind.entries)
"""The kinds of objects whose members are entries but for extensions."""
_UNHEEDED: Final = ("evidence", "ignore")
"""The members of `x-specloom` that are about the description itself."""
_EXAMPLES: Final = frozenset({"example", "examples"})
_ENCODINGS: Final = frozenset({"encoding", "prefixEncoding", "itemEncoding"})
_ONLY_IF_USED: Final = frozenset(OBJECTS["Components"].members) - {"schemas", "securitySchemes"}
"""The sections of components that mean nothing but to those who refer to them."""
_DEFINITIONS: Final = ("$defs", "definitions")
HOLDERS: Final[Mapping[str, tuple[str, ...]]] = {"Components": tuple(sorted(_ONLY_IF_USED)), "Schema": _DEFINITIONS}
"""The kinds of objects → their members that hold what means nothing but to those who refer to it."""
_CALLED: Final = frozenset({"Operation", "Path Item"})
_OF_CALLS: Final = frozenset({"security", "servers"})
"""What is compared of operations that are called, and not of requests that the server makes."""
_COMPONENT: Final = 3
"""The length of the way to a component."""


@record
class Remark:
    """One member of an object."""

    kind: str
    """Of the object: a key of `OBJECTS`."""
    member: str
    value: Json
    pointer: Pointer
    location: Location
    """Of the value."""
    fact: str

    def says(self, other: Remark) -> bool:
        """Tell whether the other one says the same."""
        if self.value != other.value:
            return False
        return isinstance(self.value, str) or canonical(self.value) == canonical(other.value)


Said: TypeAlias = "Mapping[tuple[Owner, str], Remark]"
"""By the object and the member."""


@dataclass
class Remarks:
    """Everything that a description says without an effect on what other comparisons see."""

    known: frozenset[Owner]
    """Every object of the description."""
    said: Mapping[tuple[Owner, str], Remark]
    """By the object and the member."""
    shared: Mapping[tuple[Owner, str], frozenset[str]] = field(default_factory=dict)
    """The names of all that stands where it means nothing but to those who refer to it, used or not."""
    extended: frozenset[tuple[str, Pointer]] = frozenset()
    """What no operation leads to, but an extension does: see `find_extended`."""

    def reduced(self, left: Collection[tuple[Owner, str]]) -> Remarks:
        """Return some members, as far as they are there, and the objects that may have them, or stand in lists."""
        said = {key: each for key, each in self.said.items() if key in left}
        shared = {key: names for key, names in self.shared.items() if key in left}
        owners = {owner for owner, _ in left} | {owner for owner in self.known if owner[-1].isdecimal()}
        return Remarks(self.known & owners, said, shared, self.extended)


def list_remarks(index: DocumentIndex) -> Remarks:
    """Return what a description says that no other comparison looks at."""
    return _Collector(index).collect(index.kinds.keys())


def list_different_remarks(old: DocumentIndex, new: DocumentIndex) -> tuple[Remarks, Remarks]:
    """Return what two versions of a description say, without what both say, and the objects that have the rest.

    Most of a large description stays as it is from one version to the next.
    """
    before, after = _Collector(old, new), _Collector(new, old)
    different = {*find_different(old, new), *before.find_renamed(after), *after.find_renamed(before)}
    different.update(before.find_left_out(), after.find_left_out())
    was, now = before.collect(different), after.collect(different)
    left = alone(was.said, now.said).keys() | alone(now.said, was.said).keys()
    return was.reduced(left), now.reduced(left)


class _Collector:
    def __init__(self, index: DocumentIndex, other: DocumentIndex | None = None) -> None:
        self._other = {file.key: file.source.data for file in (other.resolver.files.opened if other else ())}
        self.said: dict[tuple[Owner, str], Remark] = {}
        self._shared: dict[tuple[Owner, str], frozenset[str]] = {}
        self._idle: list[Owner] = []
        """What may be used or not, whatever it says itself."""
        self._index = index
        self._left_out = {
            (file.key, where): members
            for file in index.resolver.files.opened
            for where, members in file.moved.left_out.items()
        }
        self._used = {target.key for _, target in index.references}
        self._used |= {target.key for target in (*index.mapped.values(), *index.named.values())}
        self._listed = [*_told_apart(self._list_names())]
        self._called = {node.key: name for node, name in self._listed}
        self.extended = find_extended(index)
        self._owners: dict[tuple[str, Pointer], Owner] = {}
        """What has a name: most objects stand in one that has."""

    def find_renamed(self, other: _Collector) -> Iterator[NodeKey]:
        """Yield the places of what stands in a list and is called otherwise in the other description."""
        for node, name in self._listed:
            if other._called.get(node.key) != name:
                yield from ((node.file.key, place) for place in different_places(node.value, ABSENT, node.pointer))

    def find_left_out(self) -> Iterator[NodeKey]:
        """Yield the places of objects of which something is not in their copies."""
        for nodes in self._index.nodes.values() if self._left_out else ():
            yield from (node.key for node in nodes if (node.file.key, node.written) in self._left_out)

    def collect(self, different: AbstractSet[NodeKey]) -> Remarks:
        """Return the remarks of a description: of all that nothing uses, and of the rest only at some places."""
        index = self._index
        for kind, nodes in index.nodes.items():
            sections = HOLDERS.get(kind, ())
            for node in nodes:
                if node.key in different:
                    self.visit(node, kind)
                if self._is_shared(node) or (sections and not node.members.keys().isdisjoint(sections)):
                    self._visit_uses(node, kind)
        for holder, target in index.references:
            if holder.key in different:
                self.visit_reference(holder, index.kinds.get(target.key, ""))
        owners = {self.owner(key) for key in different if key in index.kinds}
        return Remarks(frozenset({*owners, *self._idle}), self.said, self._shared, self.extended)

    def owner(self, key: tuple[str, Pointer]) -> Owner:
        """Return the name of an object that does not depend on its place among others, nor on those of variables."""
        file, pointer = key
        known = len(pointer)
        while (owner := self._owners.get((file, pointer[:known]))) is None and known:
            known -= 1
        owner = owner or (file,)
        for end in range(known + 1, len(pointer) + 1):
            place, segment = (file, pointer[:end]), pointer[end - 1]
            is_path = end == 2 and pointer[0] == "paths"  # noqa: PLR2004 - paths/PATH
            name = self._called.get(place) or (without_names(segment) if is_path else segment)
            owner = self._owners[place] = (*owner, name)
        return owner

    def visit(self, node: Node, kind: str) -> None:
        """Collect what an object says."""
        compared = _compared(node, kind)
        for member, value in node.members.items():
            if member == "x-specloom":
                members = node.below(member, value).members
                unheeded: dict[str, Json] = {name: members[name] for name in _UNHEEDED if name in members}
                if unheeded:
                    self._add(node, kind, member, unheeded)
            elif member not in compared and (kind not in _ENTRIES or member.startswith("x-")):
                self._add(node, kind, member, _without_objects(kind, member, value))
        for member, (value, written) in self._left_out.get((node.file.key, node.written), {}).items():
            fact = _fact(kind, member) if member.startswith("x-") else "unreached-change"
            if find_value(self._other.get(node.file.key), written) == (value,):
                continue  # what is different is why it has no effect
            place = Location(node.file.source, written[:-1]).written(written[-1], "x-nullable")
            self.said[self.owner(node.key), member] = Remark(kind, member, value, node.pointer, place, fact)
        if kind == "OpenAPI" and (tags := [tag.text("name") for tag in node.list("tags")]):
            self._add(node, kind, "tags", [*tags], "unjudged-change")
        for scope, text in node.items("scopes"):
            said = Remark(kind, scope, text.value, node.pointer, text.location, "words-changed")
            self.said[self.owner(text.key), scope] = said

    def _visit_uses(self, node: Node, kind: str) -> None:
        """Collect what nothing uses, of an object that others can refer to, or that has such objects."""
        self._idle.append(self.owner(node.key))
        if self._is_unused(node):
            is_extended = (node.file.source.name, node.pointer) in self.extended
            self._add(node, kind, "", node.value, EXTENDED if is_extended else "unreached-change")
        for section in (section for section in HOLDERS.get(kind, ()) if section in node.members):
            self._shared[self.owner(node.key), section] = frozenset(name for name, _ in node.items(section))
            names: list[Json] = [name for name, child in node.items(section) if self._is_unused(child)]
            if names:
                self._add(node, kind, section, names, "unreached-change")

    def visit_reference(self, holder: Node, kind: str) -> None:
        """Collect what is said beside a reference to where nothing else may be, and which one no comparison follows."""
        if kind not in {"Schema", "Path Item"}:
            for member, value in holder.members.items():
                if member != "$ref" or kind in _ONLY_REMARKED:
                    self._add(holder, kind, member, value)

    def _add(self, node: Node, kind: str, member: str, value: Json, fact: str = "") -> None:
        child = node.get(member)
        location = child.location if child else node.location.at(member) if member else node.location.key()
        found = Remark(kind, member, value, node.pointer, location, fact or _fact(kind, member))
        self.said[self.owner(node.key), member] = found

    def _is_unused(self, node: Node) -> bool:
        """Tell whether an object stands where others could refer to it, and none does."""
        return self._is_shared(node) and node.key not in self._used

    def _is_shared(self, node: Node) -> bool:
        """Tell whether an object stands where it means nothing but to those who refer to it."""
        pointer = node.pointer
        if len(pointer) > 1 and pointer[-2] in _DEFINITIONS and self._index.kinds.get(node.key) == "Schema":
            return True
        return len(pointer) == _COMPONENT and pointer[0] == "components" and pointer[1] in _ONLY_IF_USED

    def _list_names(self) -> Iterator[tuple[Node, str]]:
        """Yield what stands in lists and what it is called there."""
        index, targets = self._index, self._index.targets
        for owner in (*index.objects("Path Item"), *index.objects("Operation")):
            for each in owner.list("parameters"):
                parameter = targets.get(each.key, each)
                yield each, f"{parameter.text('in')} {parameter.text('name').lower()}"
        for owner in (*index.objects("OpenAPI"), *index.objects("Path Item"), *index.objects("Operation")):
            for each in owner.list("servers"):
                yield each, each.text("url")
        yield from ((tag, tag.text("name")) for tag in index.objects("Tag"))
        for schema in index.objects("Schema"):
            for keyword in ("allOf", "anyOf", "oneOf"):
                if keyword in schema.members:
                    for each in schema.list(keyword):
                        if name := each.reference or each.text("title"):
                            yield each, name


def _told_apart(names: Iterable[tuple[Node, str]]) -> Iterator[tuple[Node, str]]:
    """Yield what stands in lists and its name, which has a number behind it where the list has the name before."""
    counts: Counter[tuple[str, Pointer, str]] = Counter()
    for node, name in names:
        here = (node.file.key, node.pointer[:-1], name)
        counts[here] += 1
        yield node, f"{name} {counts[here]}" if counts[here] > 1 else name


def _compared(node: Node, kind: str) -> frozenset[str]:
    """Return the members of an object that are compared elsewhere."""
    is_nested = kind == "Encoding" and sum(segment in _ENCODINGS for segment in node.pointer) > 1
    if is_nested or (kind == "Server" and node.pointer[-2:-1] != ("servers",)):  # the server is that of a link
        return frozenset()
    compared = _COMPARED.get(kind, frozenset())
    is_called = node.pointer[:1] == ("paths",) and "callbacks" not in node.pointer
    return compared if is_called or kind not in _CALLED else compared - _OF_CALLS


def _without_objects(kind: str, member: str, value: Json) -> Json:
    """Return a value without the objects in it, which have remarks of their own."""
    known = OBJECTS[kind].members.get(member) if kind in OBJECTS else None
    match known.value_type if known else None, value:
        case Of(), dict():
            return {}
        case MapValue(Of()), dict():
            return [*sorted(value)]
        case _:
            return value


def _fact(kind: str, member: str) -> str:
    if member.startswith("x-"):
        return "extension-changed"
    if kind == "Example" or member in _EXAMPLES:
        return "example-changed"
    if kind == "Link" or member == "links":
        return "link-changed"
    known = OBJECTS[kind].members.get(member) if kind in OBJECTS else None
    is_text = kind in {"Contact", "License", "External Documentation"} or (known is not None and known.documents)
    is_text = is_text and not (kind == "Schema" and (member == "xml" or KEYWORDS[member].kind == "identifier"))
    return "words-changed" if is_text else "unjudged-change"


def alone(these: Said, others: Said) -> Said:
    """Return what one description says and the other does not say of the same."""
    both = ((key, each, others.get(key)) for key, each in these.items())
    return {key: each for key, each, other in both if other is None or not each.says(other)}
