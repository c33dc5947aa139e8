"""Follows references: from the text of a `$ref`, or of a name in `x-specloom`, to the value it means.

Sources: OpenAPI 3.1, 4.6 "Relative References in API Description URIs" and 4.8.23; RFC 3986; RFC 6901, section 6.

`x-specloom` calls schemas by name: what links look like and lead to, and what parameters expand. A schema's name is the
last segment of its pointer, or the stem of its file. It need not be referred to: whatever stands beside other schemas
in a file that has been read counts.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final
from urllib.parse import unquote

from specloom.findings import Pointer
from specloom.messages import did_you_mean, quoted
from specloom.source import find_value, parse_pointer
from specloom.spec.files import Files, Missing
from specloom.spec.generics import Generics
from specloom.spec.node import File, Node, NodeKey, Refusal
from specloom.spec.objects import COMPONENT_SECTIONS
from specloom.spec.repair_references import repair_from_elsewhere
from specloom.spec.value_types import OasObject

MOST_ADVICE: Final = 20
"""Looking for similar names takes long; nobody needs it for the thousandth reference, link or scope that is wrong."""
_NAME: Final = re.compile(r"[a-zA-Z0-9_-]+")
_MENTIONS: Final = {"root": ("links", "schema"), "parameter": ("expand", "schema"), "schema": ("link",)}


class Resolver:
    """Finds what references mean. What it has found is read-only: files are upgraded and repaired as they are opened.

    Args:
        files: The files that references may lead to.
        unused: The Operation Objects that count as not written. None as long as this is to be found out: then nothing
            is repaired that needs other objects to be known.
    """

    def __init__(self, files: Files, unused: Collection[NodeKey] | None = None) -> None:
        self.files = files
        self._unused = unused
        self._found: dict[tuple[str, str], Node] = {}
        self._advice_left = MOST_ADVICE
        self._generics = Generics(files.identifiers)
        self._repair()

    def find(self, file: File, reference: str, kind: str) -> Node:
        """Return what `reference`, written in `file`, points at.

        `kind`, a key of `OBJECTS`, is what is expected there.

        Raises:
            Refusal: It points at nothing, or at something that may not be read.
        """
        key = (file.key, reference)
        if key not in self._found:
            self._found[key] = self._find(file, reference, kind)
            self._repair()
        return self._found[key]

    def target(self, node: Node, kind: str) -> Node:
        """Return what the `$ref` of `node` points at; itself where it has none.

        Raises:
            Refusal: As `find`; never after `index` has let the description pass.
        """
        reference = node.reference
        return node if reference is None else self.find(node.file, reference, kind)

    def follow(self, node: Node, kind: str) -> Node:
        """Return what `node` means after all references in a row. They may not form a circle.

        Raises:
            Refusal: As `find`; never after `index` has let the description pass.
        """
        while node.reference is not None:
            node = self.target(node, kind)
        return node

    def mapped(self, file: File, target: str) -> Node:
        """Return the schema that a Discriminator Object in `file` maps a value to: by its name or by a reference.

        What could be either is a name if there is a schema of that name (4.8.25.2).
        """
        for home in (self.files.entry, file):
            schemas = components.get("schemas") if (components := home.root.get("components")) else None
            if schemas and home.complete and (schema := schemas.get(target)):
                return schema
        if _NAME.fullmatch(target):
            names = [*self.files.entry.root.components("schemas")]
            raise Refusal("unresolved-reference", f"there is no schema {quoted(target)}", did_you_mean(target, names))
        return self.find(file, target, "Schema")

    def swagger_parameters(self, owner: Node) -> Iterator[tuple[Node, Node]]:
        """Yield the parameters of an object of OpenAPI 2.0 as they are written, and what each means."""
        for entry in owner.original.list("parameters"):
            value = entry.value if entry.reference is None else self.files.written(owner.file.path, entry.reference)
            yield entry, Node(owner.file, entry.pointer, value, entry.written)

    def part(self, file: File, pointer: Pointer, kind: str) -> Node:
        """Return what stands at `pointer` in `file`, of which a `kind` is expected.

        Raises:
            Missing: Nothing does.
        """
        node = self.files.upgraded(file, pointer, kind)
        self._repair()
        return node

    def _repair(self) -> None:
        if self._unused is not None:
            repair_from_elsewhere(self.files.entry, self._find, self._generics, self._unused)

    def _find(self, file: File, reference: str, kind: str) -> Node:
        path, _, fragment = reference.partition("#")
        try:
            target, home = self.files.find(file, path)
        except Refusal as refusal:
            if not fragment:
                refusal.help = _look_elsewhere(file, path.strip("/")) or refusal.help
            raise
        text = unquote(fragment)
        place = home
        try:
            if text[:1] == text[-1:] == "/" and not find_value(target.data, (*home, *parse_pointer(text))):
                text = text[:-1]  # `index` says so
            if text and not text.startswith("/"):
                return self.files.upgraded(target, self._anchor(target, home, text), kind)
            place = (*home, *parse_pointer(text))
            return self.files.upgraded(target, place, kind)
        except ValueError as error:
            raise Refusal(
                "unresolved-reference", f"reference is no JSON Pointer: {quoted(reference)}", str(error)
            ) from None
        except Missing as missing:
            message = f"reference points at nothing: {quoted(reference)}"
            raise Refusal("unresolved-reference", message, self._advise(target, place, missing)) from None

    def _anchor(self, file: File, home: Pointer, name: str) -> Pointer:
        """Return where an anchor stands.

        Raises:
            Missing: There is none of that name.
        """
        known = self.files.identifiers.anchors(file, home)
        if name not in known:
            raise Missing(name, known.keys())
        return known[name]

    def _advise(self, file: File, place: Pointer, missing: Missing) -> str:
        if not self._advice_left or not file.source.quotable:
            return ""
        self._advice_left -= 1
        origins = file.source.origins
        if origins is not None and (taken_out := origins.remover(place)) is not None:
            return f"{quoted(taken_out.source.name)} takes it out: let it take out what refers to it, too"
        if not missing.segment:
            return "take out the '/' that nothing follows"
        if "$ref" in missing.siblings:
            return f"a reference stands before {quoted(missing.segment)}: point into what that leads to"
        near = did_you_mean(missing.segment, missing.siblings) or _look_elsewhere(file, missing.segment)
        return near or "add it, or refer to something that is there"


def _look_elsewhere(file: File, name: str) -> str:
    """Return a hint where another kind of component has this name, or where it is a pointer without its first slash."""
    if "/" in name and find_value(file.data, tuple(name.split("/"))):
        return f"did you mean '#/{name}'?"
    components = file.root.get("components")
    sections = components.members if components else {}
    for section in COMPONENT_SECTIONS.values():
        entries = sections.get(section)  # of which no nodes are made: as many references may ask as there are entries
        if isinstance(entries, dict) and name in entries:
            return f"there is '#/components/{section}/{name}'"
    return ""


def list_mentions(extensions: Iterable[tuple[Node, OasObject]]) -> Iterator[Node]:
    """Yield the texts in `x-specloom` objects that name a schema."""
    for extension, kind in extensions:
        node: Node | None = extension
        for segment in _MENTIONS.get(kind.place, ()):
            node = node.get(segment) if node else None
        if node and node is not extension and isinstance(node.value, str):
            yield node


def find_schemas(
    names: Collection[str], resolver: Resolver, kinds: Mapping[NodeKey, str], references: Collection[tuple[Node, Node]]
) -> dict[str, list[Node]]:
    """Return the schemas of each name. One that only refers to another counts as that."""
    if not names:
        return {}
    found: dict[str, dict[NodeKey, Node]] = {name: {} for name in names}
    homes = {file for file, pointer in kinds if len(pointer) == 1 and kinds[file, pointer] == "Schema"}
    files = resolver.files.opened
    beside = [node for file in files for node in _beside(file, names, resolver, known=file.key in homes)]
    targets = {holder.key: target for holder, target in references if holder.members.keys() == {"$ref"}}
    for node in (*(target for _, target in references), *beside):
        if node.own_name in found and kinds.get(node.key, "Schema") == "Schema":
            meant = _follow(node, targets)
            found[node.own_name].setdefault(meant.key, meant)
    return {name: list(nodes.values()) for name, nodes in found.items()}


def _follow(node: Node, targets: Mapping[NodeKey, Node]) -> Node:
    seen = {node.key}
    while (target := targets.get(node.key)) and target.key not in seen:
        seen.add(target.key)
        node = target
    return node


def _beside(file: File, names: Iterable[str], resolver: Resolver, *, known: bool) -> Iterator[Node]:
    """Yield the named schemas of a file that references need not lead to; `known`: others stand at its top."""
    if not file.complete and not known:
        return
    for name in names:
        try:
            yield resolver.part(file, ("components", "schemas", name) if file.complete else (name,), "Schema")
        except Missing:
            continue
