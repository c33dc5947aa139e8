"""Schemas that say by `$dynamicRef` that others fill them in: each use of one becomes a schema of its own.

Source: JSON Schema 2020-12, core 7.7 and 8.2.3.2. `$dynamicRef: "#item"` means the anchor `item` of the outermost
resource that a value has come through on its way there. So a schema is a template, and who refers to it from a resource
with such an anchor fills it in. Here that is done by copying: from then on references mean the same wherever one comes
from. Where nobody fills in anything, `identifiers` has made a plain reference to the template's own anchor.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from specloom.findings import Pointer
from specloom.graph import reach
from specloom.source import Json
from specloom.spec.identifiers import Identifiers
from specloom.spec.keywords import ANNOTATIONS, KEYWORDS
from specloom.spec.node import File, Node, NodeKey

Find: TypeAlias = Callable[[File, str, str], Node]
"""Returns what a reference means: the file that has it, its text, the kind of object expected. Raises `Refusal`."""
_Bindings: TypeAlias = "Mapping[str, tuple[File, Pointer]]"
"""Dynamic anchor → the schema that fills it in."""

_APART: Final = frozenset({"$defs", "definitions"})
"""What holds schemas that are no part of the one that they stand in."""
_PARTS: Final = frozenset(name for name, keyword in KEYWORDS.items() if keyword.holds) - _APART
_NAMING: Final = frozenset({"$schema", "$id", "$anchor", "$dynamicAnchor", *_APART})
_SILENT: Final = _NAMING | {"$ref"} | ANNOTATIONS
"""What may stand beside a reference to a template and says nothing of values."""
_MOST_COPIES: Final = 10_000
_MOST_STEPS: Final = 1_000_000
"""So much is copied and looked at in one description; beyond that, templates are read as if nobody filled them in."""


@dataclass(slots=True, eq=False, repr=False)
class Generics:
    """Fills in the templates of one description."""

    identifiers: Identifiers
    _before: dict[int, tuple[Json, Mapping[str, Json]]] = field(default_factory=dict)
    """The identity of a schema that has been filled in → the schema, and what it said before."""
    _silent: set[tuple[NodeKey, frozenset[str]]] = field(default_factory=set)
    """Schemas, and the dynamic anchors for which neither they ask nor what they refer to."""
    _copies_left: int = _MOST_COPIES
    _steps_left: int = _MOST_STEPS

    def fill_in(self, holder: Node, find: Find) -> None:
        """Put a template, filled in, in the place of a reference to it."""
        bindings = self._bindings(holder)
        if not bindings or holder.reference is None:
            return
        target = find(holder.file, holder.reference, "Schema")
        if self.identifiers.are_together(holder, target) or not self._is_filled(target, bindings, find):
            return
        passed: set[NodeKey] = set()
        while (reference := self._as_written(target).reference) and target.members.keys() <= _SILENT:
            bindings = {**self._bindings(target), **bindings}  # it only passes on what fills in another one
            passed.add(target.key)
            target = find(target.file, reference, "Schema")
            if target.key in passed:
                return
        says_more = not holder.members.keys() <= _SILENT
        before = dict(holder.members)
        filling = _Filling(holder, {target.key: (*holder.pointer, "allOf", "0") if says_more else holder.pointer})
        filling.waiting.append((target, bindings))
        while filling.waiting:
            template, known = filling.waiting.popleft()
            references = self._redirected(template, {**self._bindings(template), **known}, filling, find)
            filling.copies[template.key] = self._copy(template, references)
            self._copies_left -= 1
        self._before[id(holder.value)] = (holder.value, before)
        filling.finish()

    def _redirected(self, template: Node, known: _Bindings, filling: _Filling, find: Find) -> dict[int, str]:
        """Return what the references in a copy of a template are, by the identity of the schema that has each.

        Those to templates that are filled in with it lead to copies of them.
        """
        here, references = filling.holder.file, dict[int, str]()
        for schema, reference in self._references(template):
            name = self.identifiers.dynamic_name(schema)
            if name is not None and name in known and name in self._bindings(schema):
                references[id(schema.value)] = self.identifiers.reference(here, *known[name])
                continue
            meant = find(schema.file, reference, "Schema")
            if meant.key not in filling.places and self._is_filled(meant, known, find):
                filling.add(meant, known)
            place = filling.places.get(meant.key)
            at = (meant.file, meant.pointer) if place is None else (here, place)
            references[id(schema.value)] = self.identifiers.reference(here, *at)
        return references

    def _as_written(self, node: Node) -> Node:
        """Return a schema as it was before it was filled in."""
        known = self._before.get(id(node.value))
        return Node(node.file, node.pointer, dict(known[1]), node.written) if known else node

    def _bindings(self, schema: Node) -> _Bindings:
        """Return what the resource of a schema fills in."""
        own = self.identifiers.dynamic_anchors(schema.file, schema.pointer)
        return {name: (schema.file, pointer) for name, pointer in own.items()}

    def _is_filled(self, schema: Node, bindings: _Bindings, find: Find) -> bool:
        """Tell whether a schema, or what it refers to, is filled in by some of the bindings."""
        names = frozenset(name for name, place in bindings.items() if not self.identifiers.is_open(*place))
        if not names or self._copies_left <= 0:
            return False

        def steps(node: Node) -> Iterator[Node]:
            self._steps_left -= 1
            if self._steps_left <= 0 or (node.key, names) in self._silent:
                return
            written = self._as_written(node)
            yield from written.schemas(_PARTS)
            if written.reference is not None:
                yield find(node.file, written.reference, "Schema")

        seen: list[NodeKey] = []
        for node in reach([schema], steps, lambda node: node.key):
            if self.identifiers.dynamic_name(node) in names:
                return True
            seen.append(node.key)
        self._silent |= {(key, names) for key in seen}
        return False

    def _references(self, template: Node) -> Iterator[tuple[Node, str]]:
        """Yield the schemas in a template that refer to others, and their references."""
        for node in reach([template], lambda node: self._as_written(node).schemas(_PARTS), lambda node: node.key):
            reference = self._as_written(node).reference
            if reference is not None:
                yield node, reference

    def _copy(self, template: Node, references: Mapping[int, str]) -> Json:
        """Return a template with other references, without what names it and without definitions."""
        result: dict[str, Json] = {}
        waiting: list[tuple[Node, dict[str, Json] | list[Json], str]] = [(template, result, "")]
        while waiting:
            node, parent, key = waiting.pop()
            written = self._as_written(node)
            copy: Json = node.value
            if isinstance(node.value, dict):
                copy = {name: value for name, value in written.members.items() if name not in _NAMING}
                if id(node.value) in references:
                    copy["$ref"] = references[id(node.value)]
                waiting += self._inside(written, copy)
            if isinstance(parent, list):
                parent[int(key)] = copy
            else:
                parent[key] = copy
        return result[""]

    def _inside(self, node: Node, copy: dict[str, Json]) -> Iterator[tuple[Node, dict[str, Json] | list[Json], str]]:
        """Yield the schemas in a schema, with the container in its copy that takes theirs."""
        for name in _PARTS & copy.keys():
            child = node.below(name, node.members[name])
            match KEYWORDS[name].holds, child.value:
                case "map", dict():
                    entries: dict[str, Json] = dict(child.value)
                    copy[name] = entries
                    yield from ((each, entries, key) for key, each in child.children)
                case "list", list():
                    elements: list[Json] = list(child.value)
                    copy[name] = elements
                    yield from ((each, elements, each.pointer[-1]) for each in child.elements)
                case "one", _:
                    yield child, copy, name
                case _:
                    pass


class _Filling:
    """What comes into the place of one reference.

    `places` says of each template where its copy is to stand.
    """

    def __init__(self, holder: Node, places: dict[NodeKey, Pointer]) -> None:
        self.holder = holder
        self.places = places
        self.copies: dict[NodeKey, Json] = {}
        self.waiting: deque[tuple[Node, _Bindings]] = deque()
        definitions = holder.members.get("$defs")
        self._definitions: dict[str, Json] = dict(definitions) if isinstance(definitions, dict) else {}

    def add(self, template: Node, bindings: _Bindings) -> None:
        """Note that a template is to be copied into the holder's definitions."""
        label = free_name(template.own_name, self._definitions)
        self._definitions[label] = True  # until it is copied
        self.places[template.key] = (*self.holder.pointer, "$defs", label)
        self.waiting.append((template, bindings))

    def finish(self) -> None:
        """Put the copies into the holder."""
        holder, members = self.holder, self.holder.members
        del members["$ref"]
        for key, copy in self.copies.items():
            match self.places[key][len(holder.pointer) :]:
                case ("$defs", label):
                    holder.file.moved.put(copy, (*holder.written, "$defs", label))
                    self._definitions[label] = copy
                case ():
                    for name, value in copy.items() if isinstance(copy, dict) else ():
                        members.setdefault(name, value)
                case _:
                    holder.file.moved.put(copy, holder.written)
                    others = members.get("allOf")
                    members["allOf"] = [copy, *(others if isinstance(others, list) else [])]
        if self._definitions:
            members["$defs"] = dict(self._definitions)


def free_name(name: str, taken: Container[str]) -> str:
    """Return a name that is not taken yet, with a number behind it if it has to be."""
    number, free = 2, name
    while free in taken:
        number, free = number + 1, f"{name}{number}"
    return free
