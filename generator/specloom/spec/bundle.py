"""Writes a description of many files as one OpenAPI document: of 3.1, or of 3.2 where one of them is."""

from __future__ import annotations

import re
from typing import Final

from specloom.findings import Pointer
from specloom.record import replace
from specloom.source import Json, find_value, render_fragment
from specloom.spec.generics import free_name
from specloom.spec.index import DocumentIndex
from specloom.spec.load import load_index
from specloom.spec.node import Node, NodeKey
from specloom.spec.objects import COMPONENT_SECTIONS, OPENAPI, children, referable
from specloom.spec.value_types import Of, ValueType
from specloom.targets.target import Target

_VERSIONS: Final = {"3.1": "3.1.1", "3.2": "3.2.0"}
"""What a bundle says it is written in, by what its files need."""
_NOT_IN_NAMES: Final = re.compile(r"[^a-zA-Z0-9._-]+")
_IDENTIFIERS: Final = frozenset({"$id", "$anchor", "$dynamicAnchor", "$schema"})
"""What references no longer depend on, and what would change their meaning."""


def bundle_description(target: Target) -> dict[str, Json]:
    """Return the whole description that a target names as one self-contained document of OpenAPI 3.1 or 3.2.

    What stands in other files is moved under `components`, and references to it are rewritten; path items are put in
    place. Members keep their order, and `x-` extensions are kept.

    Raises:
        DescriptionError: The description is not valid.
    """
    index, *_ = load_index(replace(target, skip=(), only=(), can_skip=False))
    return _Bundle(index).build()


class _Bundle:
    def __init__(self, index: DocumentIndex) -> None:
        self._index = index
        self._resolver = index.resolver
        self._places: dict[NodeKey, Pointer] = {}
        self._waiting: list[tuple[Node, dict[str, Json] | list[Json], ValueType]] = []
        self._taken = {
            section: dict.fromkeys(index.root.components(section)) for section in COMPONENT_SECTIONS.values()
        }
        self._moved: list[tuple[str, str, Json]] = []

    def build(self) -> dict[str, Json]:
        result = self._copy(self._index.root, OPENAPI)
        if not isinstance(result, dict):
            raise TypeError(f"an OpenAPI Object is an object, not {type(result)}")
        for node in self._index.named.values():
            self._refer(node, "Schema")
        self._fill()
        newest = max(file.version for file in self._resolver.files.opened)
        if self._resolver.files.entry.version not in {newest, "3.1"} or newest < "3.1":
            result["openapi"] = _VERSIONS.get(newest, _VERSIONS["3.1"])
        components = result.setdefault("components", {}) if self._moved else {}
        for section, name, value in self._moved:
            if isinstance(components, dict) and isinstance(entries := components.setdefault(section, {}), dict):
                entries[name] = value
        return result

    def _fill(self) -> None:
        while self._waiting:
            node, copy, value_type = self._waiting.pop()
            for segment, value, child_type in children(node.value, value_type):
                child = self._copy(node.below(str(segment), value), child_type)
                if isinstance(copy, dict):
                    copy[str(segment)] = child
                else:
                    copy[int(segment)] = child
            if isinstance(copy, dict) and isinstance(value_type, Of):
                self._rewrite(node, copy, value_type.name)

    def _copy(self, node: Node, value_type: ValueType) -> Json:
        """Return a shallow copy, whose values are replaced by copies later."""
        if value_type == Of("Operation", reference=True):
            node = self._resolver.follow(node, "Operation")
        value = node.value
        if isinstance(value, list):
            copied = list(value)
            self._waiting.append((node, copied, value_type))
            return copied
        if not isinstance(value, dict):
            return value
        copy = dict(value)
        self._waiting.append((node, copy, value_type))
        return copy

    def _rewrite(self, node: Node, copy: dict[str, Json], kind: str) -> None:
        if kind == "Path Item":
            self._put_in_place(node, copy)
        elif node.reference is not None:
            copy["$ref"] = self._refer(self._resolver.target(node, kind), kind)
        if node.file.version < "3.1":
            _say_in_newer_words(copy, kind)
        if kind == "Schema":
            for keyword in _IDENTIFIERS & copy.keys():
                del copy[keyword]
        elif kind == "Discriminator":
            if isinstance(copy.get("mapping"), dict):
                copy["mapping"] = {
                    value: self._refer(self._index.mapped[choice.key], "Schema")
                    for value, choice in node.items("mapping")
                    if choice.key in self._index.mapped
                }
            default = node.get("defaultMapping")
            if default and default.key in self._index.mapped:
                copy["defaultMapping"] = self._refer(self._index.mapped[default.key], "Schema")

    def _put_in_place(self, node: Node, copy: dict[str, Json]) -> None:
        """Merge into a path item what it refers to in another file; its own members count."""
        while node.reference is not None:
            node = self._resolver.target(node, "Path Item")
            if node.file is self._resolver.files.entry:
                copy["$ref"] = render_fragment(node.pointer)
                return
            del copy["$ref"]
            value_types = {segment: value_type for segment, _, value_type in children(node.value, Of("Path Item"))}
            for key, value in node.members.items():
                if key not in copy and key != "$ref":
                    copy[key] = self._copy(node.below(key, value), value_types[key]) if key in value_types else value

    def _refer(self, target: Node, kind: str) -> str:
        """Return a reference to `target` in the bundled document, and see to it that it gets there."""
        if target.file is self._resolver.files.entry and find_value(target.file.data, target.pointer):
            return render_fragment(target.pointer)
        if target.key not in self._places:
            section = COMPONENT_SECTIONS[kind]
            name = self._choose_name(target, section)
            self._places[target.key] = ("components", section, name)
            self._moved.append((section, name, self._copy(target, referable(kind))))
        return render_fragment(self._places[target.key])

    def _choose_name(self, target: Node, section: str) -> str:
        stem = target.file.path.stem
        own = target.pointer[-1] if target.pointer else stem
        name = _NOT_IN_NAMES.sub("_", own)
        if name in self._taken[section]:
            name = free_name(_NOT_IN_NAMES.sub("_", f"{stem}.{own}"), self._taken[section])
        self._taken[section][name] = None
        return name


def _say_in_newer_words(copy: dict[str, Json], kind: str) -> None:
    """Say, in place, what OpenAPI 3.1 says otherwise than the versions before it."""
    if kind == "Schema" and "example" in copy:
        copy["examples"] = [copy.pop("example")]
    elif kind == "Server Variable":
        listed = copy.get("enum")
        if isinstance(listed, list) and copy["default"] not in listed:  # OpenAPI 3.0 only advises against it
            copy["enum"] = [*listed, copy["default"]]
