"""Schemas that `x-specloom` calls by name: what links look like and lead to, and what parameters expand.

A schema's name is the last segment of its pointer, or the stem of its file. It need not be referred to: whatever stands
beside other schemas in a file that has been read counts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from specloom.spec.files import Missing
from specloom.spec.node import File, Node, NodeKey
from specloom.spec.value_types import OasObject

if TYPE_CHECKING:
    from specloom.spec.resolve import Resolver

_MENTIONS: Final = {"root": ("links", "schema"), "parameter": ("expand", "schema"), "schema": ("link",)}


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
